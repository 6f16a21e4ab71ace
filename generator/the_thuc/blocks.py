"""The text of any docx, each paragraph with what it is and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from generator.problem import Stopped
from generator.the_thuc.doc.elements import view_of
from generator.the_thuc.doc.reading import read_docx
from generator.word.faults import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Where
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para, Piece

Kind = Literal[
    "quoc_hieu", "tieu_ngu", "co_quan", "so_ky_hieu", "dia_danh_thoi_gian", "ten_loai", "trich_yeu",
    "kinh_gui", "can_cu", "de_muc", "doan", "chu_thich", "o_bang", "noi_nhan", "chu_ky", "ho_ten",
    "phu_luc", "kem_theo", "chu_thich_cuoi_trang",
]  # fmt: skip


class TextBlock(Struct, frozen=True, kw_only=True):
    """A paragraph: its kind, its text, the level of a heading (from 1), its place.

    `table`, `row` and `column` (from 1) place a cell (`o_bang`); cells of nested tables bear the
    place of the cell around them.
    """

    kind: Kind
    text: str
    where: Where
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


def text_blocks(blob: bytes, name: str) -> tuple[TextBlock, ...]:
    """Return every paragraph with text in reading order, footnotes last. Raises Stopped."""
    try:
        view = view_of(read_docx(blob), name)
    except RefusedError as refused:
        raise Stopped([refused.problem.at(file=name)]) from refused
    known = dict(_known(view))
    notes = [_block(para, ("chu_thich_cuoi_trang", 0), name) for para in view.doc.notes]
    return (
        *(
            _block(para, known.get(id(para), _otherwise(para)), name)
            for para in view.doc.paras
            if para.text.strip()
        ),
        *(note for note in notes if note.text),
    )


def _known(view: View) -> Iterator[tuple[int, tuple[Kind, int]]]:
    """Yield the kind and level of each paragraph that is known, by its identity."""
    head, foot = view.head, view.foot
    parts: tuple[tuple[Kind, tuple[Piece | None, ...]], ...] = (
        ("quoc_hieu", (head.quoc_hieu,)),
        ("tieu_ngu", (head.tieu_ngu,)),
        ("co_quan", (*head.above, *head.issuer)),
        ("so_ky_hieu", (head.number,)),
        ("dia_danh_thoi_gian", (head.date,)),
        ("ten_loai", (head.kind,)),
        ("trich_yeu", head.subject),
        ("kinh_gui", head.addressed),
        ("noi_nhan", (foot.label, *foot.receivers)),
        ("chu_ky", foot.authority),
        ("ho_ten", (foot.name,)),
    )
    for kind, pieces in parts:
        yield from ((id(piece.para), (kind, 0)) for piece in pieces if piece)
    for block in view.body:
        yield id(block.para), (block.kind, block.level)
    for annex in view.annexes:
        yield from ((id(para), ("phu_luc", 0)) for para in (annex.title, *annex.name))
        if annex.note:
            yield id(annex.note), ("kem_theo", 0)


def _otherwise(para: Para) -> tuple[Kind, int]:
    return ("o_bang", 0) if para.cell else ("doan", 0)


def _block(para: Para, kind: tuple[Kind, int], file: str) -> TextBlock:
    cell = para.cell
    return TextBlock(
        kind=kind[0],
        text=para.text.strip(),
        where=para.where(file),
        level=kind[1],
        table=cell.table if cell else 0,
        row=cell.row if cell else 0,
        column=cell.column if cell else 0,
    )
