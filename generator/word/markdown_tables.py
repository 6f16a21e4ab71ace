"""Tables of narrative text: the line of settings above a table, merged cells, column widths."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.problem import Message, Problem
from generator.suggest import did_you_mean
from generator.word.markdown_xml import Cell, Paragraph, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.problem import Where
    from generator.word.markdown_xml import Inline, MarkdownStyles

LEFT: Final = "<"
ABOVE: Final = "^"

_KEYS: Final = ("tieu_de", "rong", "can")
_ALIGN: Final = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
_OPTION: Final = re.compile(r'\s*(\w+)\s*=\s*(?:"([^"]*)"|“([^”]*)”|([^\s"“”]+))')
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
# Where no widths are set a column is as wide as its longest text, within these bounds (characters).
_NARROW: Final = 4
_WIDE: Final = 30
_MARGINS: Final = 2


class Settings(Struct, frozen=True, kw_only=True):
    """What the line above a table sets: header rows, relative widths, alignment by column."""

    header_rows: int = 1
    widths: tuple[Fraction, ...] = ()
    align: tuple[str, ...] = ()


class SourceCell(Struct, frozen=True, kw_only=True):
    """One cell as written: its text before any reading, what it prints, where it stands."""

    raw: str
    inlines: tuple[Inline, ...]
    align: str
    where: Where


class Box(Struct, frozen=True, kw_only=True):
    """The cells that one printed cell covers: first row and column, last row and column."""

    top: int
    left: int
    bottom: int
    right: int


Grid = tuple[tuple[Box, ...], ...]


def read_settings(line: str, where: Where) -> tuple[Settings, list[Problem]]:
    """Return the settings in a line `{tieu_de=2 rong="1 4 2" can="giua trai phai"}`."""
    inside = line.strip()[1:-1]
    written: dict[str, str] = {}
    problems = []
    rest = _OPTION.sub("", inside).strip()
    if rest:
        problems.append(_setting_problem(Message(f"không hiểu “{rest}”", f"“{rest}”"), where))
    for key, *values in _OPTION.findall(inside):
        if key in _KEYS:
            written[key] = "".join(values).strip()
            continue
        unknown = _setting_problem(Message(f"không có mục “{key}”", f"no setting “{key}”"), where)
        problems.append(replace(unknown, hint=did_you_mean(key, _KEYS)))
    try:
        settings = Settings(
            header_rows=int(written.get("tieu_de", "1")),
            widths=tuple(_fraction(word) for word in written.get("rong", "").split()),
            align=tuple(_ALIGN[word] for word in written.get("can", "").split()),
        )
    except (ValueError, KeyError) as error:
        bad = str(error).rpartition(":")[2].strip(" '\"")
        problems.append(_setting_problem(Message(f"không hiểu “{bad}”", f"“{bad}”"), where))
        settings = Settings()
    return settings, problems


def build(
    rows: Sequence[Sequence[SourceCell]], settings: Settings, styles: MarkdownStyles
) -> tuple[Table, list[Problem]]:
    """Return the table of `rows` (all of the same length), and what is wrong with it."""
    problems = _fitting(rows, settings)
    grid, merge_problems = merged(
        [[cell.raw for cell in row] for row in rows], settings.header_rows
    )
    problems += [
        Problem(code="MA-316", message=message, where=rows[r][c].where)
        for r, c, message in merge_problems
    ]
    widths = settings.widths
    if problems or not widths:
        widths = _natural(rows, grid)
    table = Table(
        widths=_shares(widths, styles.text_width),
        rows=tuple(tuple(_cells(r, rows, grid, (settings, styles))) for r in range(len(rows))),
        header_rows=settings.header_rows,
    )
    return table, problems


def merged(
    texts: Sequence[Sequence[str]], header_rows: int
) -> tuple[Grid, list[tuple[int, int, Message]]]:
    """Return for each cell the box of cells it is merged into, and the cells that cannot be merged.

    `<` joins the cell on its left, `^` the cell above; a box must be a rectangle and may not
    reach from the header into the body of the table.
    """
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    faults = []
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            owners[r, c] = (r, c)
            source = {LEFT: (r, c - 1), ABOVE: (r - 1, c)}.get(text)
            if source in owners:
                owners[r, c] = owners[source]
            elif source:
                faults.append((r, c, _NOTHING[text]))
    members: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for cell, owner in owners.items():
        members[owner].append(cell)
    boxes = {owner: _box(cells) for owner, cells in members.items()}
    faults += [
        (*cells[-1], fault)
        for owner, cells in members.items()
        if (fault := _box_fault(boxes[owner], len(cells), header_rows))
    ]
    grid = tuple(tuple(boxes[owners[r, c]] for c in range(len(row))) for r, row in enumerate(texts))
    return grid, sorted(faults)


def _box(cells: Sequence[tuple[int, int]]) -> Box:
    rows, columns = [r for r, _ in cells], [c for _, c in cells]
    return Box(top=min(rows), left=min(columns), bottom=max(rows), right=max(columns))


def _box_fault(box: Box, cells: int, header_rows: int) -> Message | None:
    if cells != (box.bottom - box.top + 1) * (box.right - box.left + 1):
        return _NO_RECTANGLE
    return _OUT_OF_HEADER if box.top < header_rows <= box.bottom else None


_NOTHING: Final = {
    LEFT: Message("Ô “<” không có ô nào bên trái để gộp vào.", "“<” has no cell on its left."),
    ABOVE: Message("Ô “^” không có ô nào bên trên để gộp vào.", "“^” has no cell above."),
}
_NO_RECTANGLE: Final = Message(
    "Các ô gộp với nhau không thành hình chữ nhật.", "The cells merged do not make a rectangle."
)
_OUT_OF_HEADER: Final = Message(
    "Ô gộp không được kéo từ hàng tiêu đề xuống thân bảng.",
    "A merged cell may not reach from the header into the body of the table.",
)


def _cells(
    r: int,
    rows: Sequence[Sequence[SourceCell]],
    grid: Grid,
    look: tuple[Settings, MarkdownStyles],
) -> Iterable[Cell]:
    settings, styles = look
    header = r < settings.header_rows
    style = styles.table_header if header else styles.table_cell
    for c, box in enumerate(grid[r]):
        if c != box.left:
            continue
        source = rows[r][c]
        align = "" if header else _aligned(settings.align, c) or source.align
        tall = box.bottom > box.top
        yield Cell(
            paragraph=Paragraph(
                style=style,
                inlines=source.inlines if r == box.top else (),
                align=align,
                where=source.where,
            ),
            columns=box.right - box.left + 1,
            merge=("restart" if r == box.top else "continue") if tall else "",
        )


def _aligned(align: Sequence[str], column: int) -> str:
    if len(align) == 1:
        return align[0]
    return align[column] if align else ""


def _fitting(rows: Sequence[Sequence[SourceCell]], settings: Settings) -> list[Problem]:
    columns = len(rows[0])
    where = rows[0][0].where
    problems = []
    for key, count in (("rong", len(settings.widths)), ("can", len(settings.align))):
        if count not in (0, columns) and (key, count) != ("can", 1):
            vi = f"“{key}” có {count} giá trị, bảng có {columns} cột"
            en = f"“{key}” has {count} values, the table has {columns} columns"
            problems.append(_setting_problem(Message(vi, en), where))
    if settings.header_rows > len(rows):
        vi = f"“tieu_de” là {settings.header_rows}, bảng chỉ có {len(rows)} hàng"
        en = f"“tieu_de” is {settings.header_rows}, the table has only {len(rows)} rows"
        problems.append(_setting_problem(Message(vi, en), where))
    return problems


def _natural(rows: Sequence[Sequence[SourceCell]], grid: Grid) -> tuple[Fraction, ...]:
    lengths = [_NARROW] * len(rows[0])
    for row, boxes in zip(rows, grid, strict=True):
        for c, (cell, box) in enumerate(zip(row, boxes, strict=True)):
            if box.left == box.right and cell.raw not in (LEFT, ABOVE):
                written = sum(len(i.text) for i in cell.inlines if isinstance(i, Text))
                lengths[c] = max(lengths[c], min(written, _WIDE))
    return tuple(Fraction(length + _MARGINS) for length in lengths)


def _shares(weights: Sequence[Fraction], total: int) -> tuple[int, ...]:
    """Return whole numbers in the proportion of `weights` that add up to `total` exactly."""
    whole = sum(weights)
    edges = [0]
    reached = Fraction(0)
    for weight in weights:
        reached += weight
        edges.append(int(total * reached / whole))
    return tuple(right - left for left, right in pairwise(edges))


def _fraction(word: str) -> Fraction:
    if not _NUMBER.fullmatch(word) or not Fraction(word.replace(",", ".")):
        raise ValueError(word)
    return Fraction(word.replace(",", "."))


def _setting_problem(detail: Message, where: Where) -> Problem:
    return Problem(
        code="MA-317",
        message=Message(
            f"Dòng thiết lập bảng: {detail.vi}.", f"The settings of a table: {detail.en}."
        ),
        hint=Message(
            'Viết như {tieu_de=2 rong="1 4 2" can="giua trai phai"}; can: trai, giua, phai, deu.',
            'Write it like {tieu_de=2 rong="1 4 2" can="giua trai phai"};'
            " can: trai (left), giua (centre), phai (right), deu (both).",
        ),
        where=where,
    )
