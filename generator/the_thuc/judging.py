"""What the layout rules share: the shape of a rule, and judging how a line of text looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from generator.problem import Message, Problem, Severity, Where
from generator.the_thuc.doc.words import in_upper_case, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para, Piece


class Rule(Protocol):
    """A module `tt_…`: its docstring is its manual (see `checks.manual`)."""

    __doc__: str | None
    CODE: str
    SEVERITY: Severity

    def check(self, view: View) -> Iterator[Problem]:
        """Yield what breaks the rule."""


class Look(Struct, frozen=True, kw_only=True):
    """How a part must look: sizes in points from–to, style, case, alignment (None: as it likes)."""

    name: Message
    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    upper: bool | None = None
    align: str = ""


class Judge(Struct, frozen=True, kw_only=True):
    """Makes the problems of one rule on one document."""

    code: str
    severity: Severity
    file: str

    def missing(self, name: Message) -> Problem:
        """Return the problem of a part that is not there."""
        return Problem(
            code=self.code,
            severity=self.severity,
            message=Message(f"Không tìm thấy {name.vi}.", f"No {name.en} found."),
            where=Where(file=self.file),
        )

    def at(self, place: Piece | Para | None, vi: str, en: str) -> Problem:
        """Return a problem at a paragraph or a piece of one, None for the whole document."""
        where = Where(file=self.file) if place is None else place.where(self.file)
        return Problem(code=self.code, severity=self.severity, message=Message(vi, en), where=where)

    def several(self, places: Sequence[Piece | Para], vi: str, en: str) -> Iterator[Problem]:
        """Yield one problem for all `places`: the first place, and how many more there are."""
        if not places:
            return
        more = len(places) - 1
        tail = (f" (và {more} chỗ nữa)", f" (and {more} more)") if more else ("", "")
        yield self.at(places[0], f"{vi}{tail[0]}.", f"{en}{tail[1]}.")

    def look(self, pieces: Iterable[Piece], look: Look) -> Iterator[Problem]:
        """Yield what does not look as it must, piece by piece."""
        for piece in pieces:
            if _is_right(piece, look):  # most are: five times as fast as looking for each fault
                continue
            for vi, en in _faults(piece, look):
                yield self.at(piece, f"{look.name.vi} {vi}.", f"{look.name.en} {en}.")

    def rule_line(
        self,
        name: Message,
        drawn: Sequence[int],
        texts: Sequence[Piece],
        share: tuple[float, float],
    ) -> Iterator[Problem]:
        """Yield what is wrong with the line under `texts`.

        `share` is how long it must be, as part of the length of the text, from–to.
        """
        widths = [width for piece in texts for width in _printed_widths(piece) if width > 0]
        if not widths:
            return
        low, high = share[0] * min(widths) * 0.9, share[1] * max(widths) * 1.1
        if any(low <= length <= high for length in drawn):
            return
        wanted = "dài bằng dòng chữ" if share == (1, 1) else "dài từ 1/3 đến 1/2 dòng chữ"
        english = "as long as the text" if share == (1, 1) else "1/3 to 1/2 as long as the text"
        if drawn:
            near = min(drawn, key=lambda length: abs(length - (low + high) / 2))
            percent = round(100 * near / max(widths))
            yield self.at(
                texts[-1],
                f"Đường kẻ dưới {name.vi} phải {wanted}, ở đây bằng {percent}% dòng chữ.",
                f"The line under {name.en} must be {english}; it is {percent}% of it.",
            )
        else:
            yield self.at(
                texts[-1],
                f"Dưới {name.vi} thiếu đường kẻ ngang, nét liền, {wanted}.",
                f"No solid line, {english}, is drawn under {name.en}.",
            )


def judge(rule: str, severity: Severity, view: View) -> Judge:
    """Return who makes the problems of the rule with the code `rule`."""
    return Judge(code=rule, severity=severity, file=view.file)


def number(value: float) -> str:
    """Return a size as one writes it in Vietnamese: `13`, `12,5`."""
    return f"{value:g}".replace(".", ",")


def wrong_sizes(piece: Piece | Para, sizes: tuple[float, float]) -> list[float]:
    """Return the sizes of characters that lie outside `sizes`; marks of footnotes do not count."""
    low, high = sizes
    return [
        run.format.size
        for run in piece.runs
        if not low <= run.format.size <= high and not run.format.raised and run.text.strip()
    ]


def _is_right(piece: Piece, look: Look) -> bool:
    """Tell whether a piece of one run in a paragraph of its own looks as it must."""
    if len(piece.runs) != 1 or len(piece.para.pieces) != 1:
        return False
    (text, has), (low, high) = piece.runs[0], look.sizes
    return (
        low <= has.size <= high
        and not has.underline
        and look.bold in {None, has.bold}
        and look.italic in {None, has.italic}
        and look.upper in {None, has.caps or text == text.upper()}
        and look.align in {"", piece.para.format.align}
    )


def _faults(piece: Piece, look: Look) -> Iterator[tuple[str, str]]:
    formats = [run.format for run in piece.runs if not run.format.raised]
    sizes = wrong_sizes(piece, look.sizes)
    if sizes:
        low, high = (number(size) for size in look.sizes)
        wanted = low if low == high else f"{low}–{high}"
        yield (
            f"phải có cỡ chữ {wanted}, ở đây là {number(sizes[0])}",
            f"must be of size {wanted}, not {number(sizes[0])}",
        )
    for wants, has, vi, en in (
        (look.bold, [f.bold for f in formats], "in đậm", "bold"),
        (look.italic, [f.italic for f in formats], "in nghiêng", "italic"),
    ):
        if wants is True and not all(has):
            yield f"phải {vi}", f"must be {en}"
        elif wants is False and any(has):
            yield f"không {vi}", f"must not be {en}"
    yield from _case_and_place(piece, look)


def _case_and_place(piece: Piece, look: Look) -> Iterator[tuple[str, str]]:
    if look.upper is True and not in_upper_case(piece):
        yield "phải viết bằng chữ in hoa", "must be in capitals"
    elif look.upper is False and in_upper_case(piece):
        yield "phải viết bằng chữ in thường", "must not be in capitals"
    if any(run.format.underline for run in piece.runs):
        yield "không gạch chân", "must not be underlined"
    para = piece.para
    alone = all(other.column == 0 for other in para.pieces)
    if look.align and alone and not para.boxed and not para.format.framed:
        has = para.format.align
        if has != look.align:
            yield f"phải {_ALIGN[look.align]}", f"must be aligned {look.align}"


_ALIGN = {"center": "canh giữa", "left": "canh trái", "both": "canh đều hai bên"}


def _printed_widths(piece: Piece) -> tuple[float, ...]:
    """Return the width of each printed line: Word breaks what is wider than its cell."""
    width = width_of(piece)
    box = piece.para.cell.width if piece.para.cell else 0
    if not box or width <= box:
        return (width,)
    return (box, width % box or box)
