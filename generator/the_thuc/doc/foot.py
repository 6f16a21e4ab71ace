"""The foot of a document: receivers (Nơi nhận) and signature, side by side or one below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.the_thuc.doc.words import fold, in_upper_case, is_typed_line

if TYPE_CHECKING:
    from generator.the_thuc.doc.model import Para, Piece

_ASIDE: Final = re.compile(
    r"^(\(|DA KY|KY BOI|NGUOI KY|EMAIL|CO QUAN:|THOI GIAN KY|NGAY KY|\[|DAU|KT3)"
)
_SIGNS: Final = re.compile(r"^(TM|KT|TL|TUQ|Q)\s*\.")
_TITLES: Final = re.compile(
    r"^(CHU TICH|PHO CHU TICH|GIAM DOC|PHO GIAM DOC|TRUONG |PHO TRUONG|CHANH |PHO CHANH|CUC TRUONG"
    r"|PHO CUC|BO TRUONG|THU TRUONG|VIEN TRUONG|HIEU TRUONG|PHO HIEU|BI THU|PHO BI THU|TONG )"
)


class Foot(Struct, frozen=True, kw_only=True):
    """The foot's parts. `start` is the number of its first paragraph (of all, if it has none).

    `authority` are the lines above the signature, `name` the signer's, None where it is not there.
    """

    label: Piece | None = None
    receivers: tuple[Piece, ...] = ()
    authority: tuple[Piece, ...] = ()
    name: Piece | None = None
    start: int


def find_foot(paras: list[Para], first: int, last: int) -> Foot:
    """Return the foot among the paragraphs from `first` up to `last`."""
    label, label_at = _label(paras, first, last)
    cell = label.para.cell if label else None
    if label is not None and cell is not None:
        inside = [p for p in paras[first:last] if p.cell and p.cell.table == cell.table]
        start = paras.index(inside[0], first)
        left = [p for para in inside if para.cell.column == cell.column for p in _entries(para)]  # type: ignore[union-attr]  # of one table
        right = [p for para in inside if para.cell.column != cell.column for p in para.pieces]  # type: ignore[union-attr]
        receivers = left[left.index(label) + 1 :] if label in left else left
        signature = right or _loose(paras, first, last, label)
    else:
        receivers = _below(paras, label, label_at, last)
        signature = _loose(paras, first, last, label)
        owners = [paras.index(p.para, first) for p in signature[:1]]
        start = min([label_at if label else last, *owners])
    authority, name = _signature([p for p in signature if p not in receivers])
    return Foot(
        label=label, receivers=tuple(receivers), authority=authority, name=name, start=start
    )


def _label(paras: list[Para], first: int, last: int) -> tuple[Piece | None, int]:
    for at in range(first, last):
        if "hận" in paras[at].text or "HẬN" in paras[at].text.upper():
            for piece in paras[at].pieces:
                text = fold(piece.text)
                if text.startswith("NOI NHAN") and len(text) <= 10:
                    return piece, at
    return None, last


def _entries(para: Para) -> tuple[Piece, ...]:
    """Return the receivers in a paragraph; of a brace and its purpose beside them nothing."""
    if para.cell is not None and para.cell.nested:
        return tuple(p for p in para.pieces if para.text.lstrip().startswith("-"))
    if para.text[:1] == "-" and len(para.pieces) == 1:
        return (para.pieces[0]._replace(text=para.text.strip()),)
    return para.pieces


def _below(paras: list[Para], label: Piece | None, at: int, last: int) -> list[Piece]:
    """Return the receivers below a label that stands in no table."""
    found: list[Piece] = []
    for para in paras[at + 1 : last] if label else ():
        left = [piece for piece in para.pieces if piece.column == 0]
        text = para.text.strip()
        if text and not text.startswith(("-", "–", "•", "+")) and not left:
            continue
        if left and not text.startswith(("-", "–", "•", "+")):
            if _is_sign(left[0]):
                continue
            break
        found.extend(left)
    return found


def _loose(paras: list[Para], first: int, last: int, label: Piece | None) -> list[Piece]:
    """Return the signature where it is no neighbour of the receivers in a table."""
    begun = False
    found: list[Piece] = []
    for para in paras[max(first, last - 60) : last]:
        if label is not None and para.cell is not None and para.cell is label.para.cell:
            continue
        for piece in para.pieces:
            begun = begun or _is_sign(piece)
            if begun and piece != label and not piece.text.startswith("-"):
                found.append(piece)
    return found


def _is_sign(piece: Piece) -> bool:
    text = fold(piece.text)
    return bool(_SIGNS.match(text)) or (in_upper_case(piece) and bool(_TITLES.match(text)))


def _signature(pieces: list[Piece]) -> tuple[tuple[Piece, ...], Piece | None]:
    """Return the lines of authority and the name below them."""
    told = [p for p in pieces if not _ASIDE.match(fold(p.text)) and not is_typed_line(p.text)]
    lines: list[Piece] = []
    for piece in told:
        if lines and not in_upper_case(piece) and not _is_sign(piece):
            break
        lines.append(piece)
    rest = told[len(lines) :]
    if not rest and len(lines) > 1 and not _is_sign(lines[-1]):
        return tuple(lines[:-1]), lines[-1]  # a name in capitals
    return tuple(lines), rest[-1] if rest else None
