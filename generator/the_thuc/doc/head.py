"""The head of a document: in a table, in frames or text boxes, or set out with tabs and spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.the_thuc.doc.words import fold, in_upper_case, is_typed_line, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.the_thuc.doc.model import Para, Piece

# -- Nghị định 30/2020, Điều 7: the kinds of administrative documents that bear their kind's name --
KINDS: Final = frozenset(
    fold(kind)
    for kind in (
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo",
        "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo",
        "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận",
        "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép", "Phiếu gửi",
        "Phiếu chuyển", "Phiếu báo",
    )
)  # fmt: skip
DATE: Final = re.compile(
    r"ngày\s*(?P<day>[0-9]*|[.…_]*)\s*tháng\s*(?P<month>[0-9]*|[.…_]*)\s*năm\s*(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"^Số\s*:|^Số\s+[0-9…. ]*/", re.IGNORECASE)
_DATE_LINE: Final = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_ASIDE: Final = re.compile(r"^(DU THAO|MAT$|TOI MAT|TUYET MAT|HOA TOC|THUONG KHAN|KHAN$|SO LIEU)")
_BODIES: Final = re.compile(
    r"^(UY BAN|UBND|HOI DONG|HDND|SO |BO |BAN |PHONG |CUC |CHI CUC|TONG CUC|VU |VIEN |VAN PHONG"
    r"|THANH TRA|TRUNG TAM|TRUONG |BENH VIEN|CONG AN|BAO HIEM|KHO BAC|TOA AN|DAI |DANG UY|HOI "
    r"|LIEN )"
)
_RESTS: Final = ("VA ", "TINH ", "THANH PHO ", "HUYEN ", "THI XA ", "QUAN ", "XA ", "PHUONG ")
_MOST: Final = 80  # paragraphs that a head may take


class Head(Struct, frozen=True, kw_only=True):
    """The head's parts. `end` is the number of paragraphs the head takes, addressees included.

    `above` and `issuer` are the lines of the superior's and the issuer's name; `rules_right` and
    `rules_left` are the lengths of the lines drawn under Tiêu ngữ and under the issuer,
    `rules_title` of those under the subject. `letter` is the subject “V/v …” of an official letter
    (công văn), which has no kind.
    """

    quoc_hieu: Piece | None = None
    tieu_ngu: Piece | None = None
    above: tuple[Piece, ...] = ()
    issuer: tuple[Piece, ...] = ()
    number: Piece | None = None
    date: Piece | None = None
    kind: Piece | None = None
    letter: Piece | None = None
    subject: tuple[Piece, ...] = ()
    addressed: tuple[Piece, ...] = ()
    rules_left: tuple[int, ...] = ()
    rules_right: tuple[int, ...] = ()
    rules_title: tuple[int, ...] = ()
    end: int = 0


def find_head(paras: list[Para]) -> Head:
    """Return the head of a document whose paragraphs are `paras`."""
    kind, kind_at = _kind(paras)
    top = paras[: kind_at if kind else _MOST]
    pieces = [piece for para in top for piece in para.pieces]
    motto = _first(pieces, lambda p: "DOC LAP" in (t := fold(p.text)) and "HANH PHUC" in t)
    nation = _first(pieces, lambda p: "CONG HOA XA HOI" in fold(p.text) and p is not motto)
    number = _first(pieces, lambda p: bool(_NUMBER.match(p.text)))
    date = _first(pieces, lambda p: bool(_DATE_LINE.search(p.text)) and len(p.text) < 100)
    letter = None if kind else _first(pieces, lambda p: fold(p.text).startswith("V/V"))
    known = (motto, nation, number, date, letter)
    names = [p for p in _names(pieces, nation or motto) if not any(p is one for one in known)]
    above, issuer = _superior_and_issuer(names)
    subject, after = _subject(paras, kind, kind_at)
    begin = after if kind else _top_end(top, known)
    addressed, end = _addressed(paras, begin) if kind or letter else ((), begin)
    return Head(
        quoc_hieu=nation,
        tieu_ngu=motto,
        above=above,
        issuer=issuer,
        number=number,
        date=date,
        kind=kind,
        letter=letter,
        subject=subject,
        addressed=addressed,
        rules_left=_rules(top, issuer[-1] if issuer else None),
        rules_right=_rules(top, motto),
        rules_title=_rules_between(paras, kind_at, after) if kind else (),
        end=end,
    )


def _first(pieces: list[Piece], fits: Callable[[Piece], bool]) -> Piece | None:
    return next((piece for piece in pieces if fits(piece)), None)


def _kind(paras: list[Para]) -> tuple[Piece | None, int]:
    """Return the name of the kind of document and the number of its paragraph."""
    for at, para in enumerate(paras[:_MOST]):
        for piece in para.pieces:
            text = fold(piece.text)
            upper = text.startswith("BAO CAO ") and in_upper_case(piece)
            if text in KINDS or upper:
                return piece, at
    return None, 0


def _names(pieces: list[Piece], nation: Piece | None) -> list[Piece]:
    """Return the lines that may name the bodies: left of Quốc hiệu, or in capitals."""
    cell = nation.para.cell if nation else None
    if nation is not None and cell is not None:
        found = [
            piece
            for piece in pieces
            if (own := piece.para.cell) and own.table == cell.table and own.column < cell.column
        ]
    else:
        found = [piece for piece in pieces if in_upper_case(piece)]
    return [p for p in found if _is_name(p)]


def _is_name(piece: Piece) -> bool:
    text = fold(piece.text)
    return (
        any(c.isalpha() for c in text)
        and not _ASIDE.match(text)
        and not text.startswith(("V/V", "SO:", "KINH GUI"))
        and not is_typed_line(piece.text)
    )


def _superior_and_issuer(names: list[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the lines of both names: the issuer's begins at the last line that names a body."""
    starts = [at for at, piece in enumerate(names) if _BODIES.match(fold(piece.text))]
    at = starts[-1] if starts else max(0, len(names) - 1)
    bold = [all(run.format.bold for run in piece.runs) for piece in names[at:]]
    if True in bold[1:] and not bold[0] and not _goes_on_from(names[at + bold.index(True)]):
        at += bold.index(True)  # the issuer is a body of another kind, in bold as it must be
    return tuple(names[:at]), tuple(names[at:])


def _goes_on_from(piece: Piece) -> bool:
    """Tell whether a line is the rest of the name above it (`VÀ MÔI TRƯỜNG`, `TỈNH ĐỒNG NAI`)."""
    return fold(piece.text).startswith(_RESTS)


def _subject(paras: list[Para], kind: Piece | None, at: int) -> tuple[tuple[Piece, ...], int]:
    """Return the lines of the subject, and the number of the paragraph behind them."""
    if kind is None:
        return (), at
    own = paras[at].pieces
    found = [piece for piece in own if piece is not kind and piece.text != kind.text]
    behind = at + 1
    for number, para in enumerate(paras[at + 1 : at + 8], at + 1):
        if not para.text.strip():
            if found and para.lines:
                break
            continue
        if not _goes_on(para, first=not found) or is_typed_line(para.text.strip()):
            break
        if found and _names_who_decides(found[-1], para):
            break
        found.extend(para.pieces)
        behind = number + 1
    return tuple(found), behind


def _goes_on(para: Para, *, first: bool) -> bool:
    """Tell whether a paragraph under the kind belongs to the subject."""
    text = fold(para.text)
    if para.cell or text.startswith("KINH GUI") or text.endswith((".", ";", ":")):
        return False
    bold = any(run.format.bold for run in para.runs)
    return para.format.align == "center" or (
        first and len(text) < 300 and (bold or len(text) < 150)
    )


def _names_who_decides(subject: Piece, para: Para) -> bool:
    """Tell whether capitals follow a subject in small letters: the office of a decision."""
    return para.text.isupper() and not in_upper_case(subject)


def _addressed(paras: list[Para], at: int) -> tuple[tuple[Piece, ...], int]:
    """Return the lines of `Kính gửi`, and the number of the first paragraph of the body."""
    found: list[Piece] = []
    for number, para in enumerate(paras[at : at + 30], at):
        text = para.text.strip()
        if not text or is_typed_line(text):
            continue
        starts = fold(text).startswith("KINH GUI")
        if not (starts or (found and text.startswith(("-", "–", "•")))):
            return tuple(found), number
        found.extend(para.pieces)
        if starts and (tidy(text).rstrip(":") != "Kính gửi") and not text.endswith((":", ";")):
            return tuple(found), number + 1
    return tuple(found), min(len(paras), at + 30)


def _top_end(top: list[Para], known: tuple[Piece | None, ...]) -> int:
    """Return how many paragraphs a head without a kind takes: up to the last part that is known."""
    owners = {id(piece.para) for piece in known if piece}
    return max((at + 1 for at, para in enumerate(top) if id(para) in owners), default=0)


def _rules(top: list[Para], above: Piece | None) -> tuple[int, ...]:
    """Return the lengths of the lines that may be the one drawn under `above`."""
    if above is None:
        return ()
    cell = above.para.cell
    found: list[int] = []
    for para in top:
        own = para.cell
        if cell is None or own is None or (own.table, own.column) == (cell.table, cell.column):
            found.extend(para.lines)
            found.extend(_typed(para))
    return tuple(found)


def _rules_between(paras: list[Para], first: int, after: int) -> tuple[int, ...]:
    """Return the lengths of the lines under the subject, up to the next text and in it."""
    found: list[int] = []
    for number, para in enumerate(paras[first : after + 12], first):
        found.extend(para.lines)
        found.extend(_typed(para))
        if number >= after and para.text.strip() and not is_typed_line(para.text.strip()):
            break
    return tuple(found)


def _typed(para: Para) -> list[int]:
    """Return the lengths of lines typed with underscores, as the decree's own samples have them."""
    return [
        round(len(piece.text) * piece.runs[0].format.size * 10)
        for piece in para.pieces
        if is_typed_line(piece.text)
    ]
