"""Quyền hạn, chức vụ của người ký. | Authority of the signer.

vi: Cơ quan theo chế độ tập thể (UBND, HĐND) ký thay mặt: “TM. ỦY BAN NHÂN DÂN”. Cấp phó ký thay cấp
trưởng: “KT. GIÁM ĐỐC” rồi “PHÓ GIÁM ĐỐC”, hai chức vụ phải đi với nhau. Thừa lệnh “TL.”, thừa ủy
quyền “TUQ.”, quyền “Q.”: có chức vụ người ký ở dòng dưới hoặc sau đó. Chữ in hoa, cỡ 13–14, đứng,
đậm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, Mục II.7.
Cách xử lý: sửa khối chữ ký theo mẫu trên.

en: Collective bodies (UBND, HĐND) sign “TM. ỦY BAN NHÂN DÂN”. A deputy signs “KT. GIÁM ĐỐC”, then
“PHÓ GIÁM ĐỐC”; the two titles belong together. By order “TL.”, by authorisation “TUQ.”, acting
“Q.”, with the signer's title. Capitals, 13–14 points, upright, bold.
Why: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, Mục II.7.
What to do: write the signature block as above.

đúng:
    KT. GIÁM ĐỐC
    PHÓ GIÁM ĐỐC

sai:
    PHÓ GIÁM ĐỐC
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.words import fold
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Piece
    from generator.the_thuc.judging import Judge

CODE = "TT-019"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Quyền hạn, chức vụ của người ký", "The signer's authority"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    upper=True,
    align="center",
)
_SIGN: Final = re.compile(r"^(TM|KT|TL|TUQ)\b\s*(?P<mark>[^\w\s]*)")
_DEPUTIES: Final = ("PHO ", "THU TRUONG")  # a minister's deputy is a Thứ trưởng
_COLLECTIVE: Final = re.compile(r"-(?P<body>UBND|HDND)\b")
_BODIES: Final = {"UBND": "ỦY BAN NHÂN DÂN", "HDND": "HỘI ĐỒNG NHÂN DÂN"}


def check(view: View) -> Iterator[Problem]:
    """Yield an authority that is missing, of another form than Điều 13 has, or looks wrong."""
    found = judge(CODE, SEVERITY, view)
    lines = view.foot.authority
    if not lines:
        yield found.missing(Message("chức vụ của người ký", "title of the signer"))
        return
    yield from found.look(lines, _LOOK)
    texts = [fold(line.text) for line in lines]
    yield from _collective(view, texts, found)
    for line, text, below in zip_longest(lines, texts, texts[1:], fillvalue=""):
        if not isinstance(line, str):
            yield from _form(line, text, below, found)
    first_deputy = next((n for n, text in enumerate(texts) if _is_deputy(text)), None)
    if first_deputy is not None and _signs_alone(texts[: first_deputy + 1]):
        yield found.at(
            lines[first_deputy],
            "Cấp phó ký phải có dòng “KT.” và chức vụ cấp trưởng ở trên.",
            "A deputy signs below a line “KT.” with the title of the head.",
        )


def _collective(view: View, texts: list[str], found: Judge) -> Iterator[Problem]:
    """Yield a body that decides as one and does not sign in its name."""
    number = view.head.number
    body = _COLLECTIVE.search(fold(number.text)) if number else None
    if body and not any(text.startswith(("TM", "TL", "TUQ")) for text in texts):
        name = _BODIES[body["body"]]
        yield found.at(
            view.foot.authority[0],
            f"Văn bản của {name} phải ký “TM. {name}”.",
            f"A document of this body is signed “TM. {name}”.",
        )


def _form(line: Piece, text: str, below: str, found: Judge) -> Iterator[Problem]:
    sign = _SIGN.match(text)
    if sign is None:
        return
    if sign["mark"] != ".":
        yield found.at(line, f"Phải viết “{sign[1]}.”, có dấu chấm.", f"It must read “{sign[1]}.”.")
    if not below:
        yield found.at(
            line,
            f"Dưới dòng “{sign[1]}.” phải có chức vụ của người ký.",
            f"The signer's own title must stand below “{sign[1]}.”.",
        )
    elif sign[1] == "KT" and not _is_deputy_of(text[sign.end() :].split(), below):
        yield found.at(
            line,
            "Dưới dòng “KT.” phải là chức vụ cấp phó của chức vụ ở dòng ấy.",
            "Below “KT.” stands the title of a deputy of the head that it names.",
        )
    elif sign[1] == "TL" and below == f"PHO {text[sign.end() :].strip()}":
        yield found.at(
            line,
            "Cấp phó ký thay cấp trưởng phải ghi “KT.”, không ghi “TL.”.",
            "A deputy signs for the head with “KT.”, not with “TL.”.",
        )


def _is_deputy(text: str) -> bool:
    return text.startswith(_DEPUTIES)


def _is_deputy_of(head: list[str], text: str) -> bool:
    """Tell whether a title is that of a deputy of the `head`: GIÁM ĐỐC / PHÓ GIÁM ĐỐC."""
    own = text.removeprefix("PHO ").split()
    return _is_deputy(text) and (text.startswith("THU ") or not own or own[0] in head)


def _signs_alone(texts: list[str]) -> bool:
    """Tell whether the deputy at the end of the lines signs for nobody.

    The head of a committee may bear a deputy's title elsewhere: TRƯỞNG BAN / PHÓ CHỦ TỊCH UBND.
    """
    *above, own = texts
    if any(text.startswith(("KT", "TL", "TUQ")) for text in above):
        return False
    return not above or above[-1].startswith("TM") or own.endswith(above[-1])
