"""Không còn sót thẻ của mẫu hay giá trị hỏng. | No template tags or broken values left.

vi: Văn bản phát hành không còn thẻ của mẫu ({{ … }}, {% … %}), chữ viết như thẻ ({ sl.x },
[[ sl.x ]], (( sl.x ))), giá trị rỗng của máy (None, nan) hay lỗi của bảng tính (#REF!, #DIV/0!).
Vì sao: người nhận thấy ngay số liệu bị thiếu.
Cách xử lý: sửa số liệu hoặc mẫu rồi làm lại báo cáo.

en: A document that leaves the office holds no template tags ({{ … }}, {% … %}) nor what was
meant for one ({ sl.x }, [[ sl.x ]], (( sl.x ))), no machine blanks (None, nan)
and no spreadsheet errors (#REF!, #DIV/0!).
Why: the reader sees at once that a figure is missing.
What to do: correct the data or the template and make the report again.

đúng:
    có 152/155 hồ sơ

sai:
    có {{ ct.ho_so }}/None hồ sơ
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.doc.model import Piece, around
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-030"
SEVERITY = Severity.ERROR

_LEFT: Final = re.compile(
    r"\{\{|\}\}|\{[%#]|[%#]\}|\bNone\b|\b[nN]a[nN]\b|\bundefined\b|\[object Object\]"
    r"|\{\s*[^\W\d][\w.]*\s*(?:\|[^{}]*)?\}|\[\[\s*[^\W\d][^\[\]]*\]\]"
    r"|\(\(\s*[A-Za-z_][A-Za-z0-9_.]*\s*(?:\|[^()]*)?\)\)"
    r"|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|#{4,}|Error! |Lỗi! |Lorem ipsum"
)
# -- one of these stands wherever `_LEFT` finds something; looking for them is much faster --
_SIGNS: Final = ("{", "}", "#", "!", "[", "((")
_MARKS: Final = (*_SIGNS, "None", "nan", "NaN", "Nan", "naN", "undefined", "Lorem ipsum")


def check(view: View) -> Iterator[Problem]:
    """Yield every paragraph in which something is left over, headers and footnotes included."""
    if not any(mark in view.text for mark in _MARKS):
        return
    found = judge(CODE, SEVERITY, view)
    for para in view.paras:
        left = _LEFT.search(para.text)
        if left:
            yield found.at(
                Piece(para, around(para.text, left.start()), ()),
                f"Còn sót “{left[0].strip()}” trong văn bản.",
                f"“{left[0].strip()}” is left over in the document.",
            )
