"""The value of one cell -> a raw value, or the problem that makes it uncertain.

A number is read as Excel itself shows it at most: to 15 digits, so that 0.1 + 0.2 is 0.3. What a
formula worked out is read with the decimals that its cell shows; what was typed, as typed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.problem import Message, Where
from generator.raw import RawScalar
from generator.readers.scalars import CONTROL, control_problem
from generator.readers.xlsx_address import address
from generator.readers.xlsx_formats import GENERAL, Shown
from generator.readers.xlsx_tree import text_at
from generator.suggest import plain
from generator.workbook_layout import STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    from generator.fields import Problems
    from generator.raw import Value
    from generator.readers.xlsx_book import Book, Grid
    from generator.readers.xlsx_scan import Cell

_STATUS: Final = {plain(words): status for words, status in STATUS_WORDS.items()}
_LONGEST_STATUS: Final = max(map(len, _STATUS))
_MOST_DIGITS: Final = 15  # more than Excel keeps of a number
# A placeholder or an operand of a constraint that LibreOffice has torn (see `mended`).
_TORN: Final = re.compile(r"\b(?:sl|ct|vb)\.[a-z0-9_.]+(?:\n[a-z0-9_.]+)+")
_FIRST_SAFE_DAY: Final = 61  # 1900-03-01: before it Excel counts a day that never was
_LAST_DAY: Final = 2_958_465  # 9999-12-31


class Want(StrEnum):
    """What a date in a cell can be there."""

    NO_DATE = "no date"  # Excel made it of something else, 5/7
    DATE = "date"
    PERIOD = "period"  # 2022-03, which Excel takes for a date


class Values:
    """Reads cells of one workbook; what is wrong with them goes to `problems`."""

    def __init__(self, book: Book, problems: Problems) -> None:
        """Read cells of `book`. Raises `Stopped` (DL-081 ... DL-084) as its parts do."""
        self.file = book.file
        self.problems = problems
        self._formats = book.formats
        self._first_day = date(1904, 1, 1) if book.from_1904 else date(1899, 12, 30)

    def at(self, sheet: str, row: int, column: int) -> Where:
        """Return the place of a cell."""
        return Where(file=self.file, sheet=sheet, cell=address(row, column))

    def at_cell(self, sheet: str, cell: Cell) -> Where:
        """Return the place of a cell that holds something."""
        return Where(file=self.file, sheet=sheet, cell=cell.address)

    def at_sheet(self, sheet: str) -> Where:
        """Return the place of a sheet as a whole."""
        return Where(file=self.file, sheet=sheet)

    def read(
        self, grid: Grid, row: int, column: int | None, want: Want = Want.NO_DATE
    ) -> RawScalar | None:
        """Return the value of a cell; None for an empty one, its text for one noted as wrong.

        Notes DL-005 (control character), DL-088 (a formula without its result), DL-089 (an error
        value), DL-091 (a date or time where there can be none).
        """
        cell = grid.rows[row].get(column or 0)
        return self.of(cell, grid.name, want) if cell else None

    def of(self, cell: Cell, sheet: str, want: Want = Want.NO_DATE) -> RawScalar:
        """Return the value of a cell as `read` does."""
        where = Where(file=self.file, sheet=sheet, cell=cell.address)
        if cell.kind == "text":
            return self._text(cell, where)
        if not cell.text:
            self.problems.error("DL-088", where, *_NO_RESULT)
            return text_at(cell.text, where)
        return self._READ[cell.kind](self, cell, where, want)

    def _text(self, cell: Cell, where: Where) -> RawScalar:
        text = cell.text
        if not text.isprintable():  # line ends, and what no document can hold
            text = _TORN.sub(lambda name: mended(name[0]), text)
            hidden = CONTROL.search(text)
            if hidden:
                self.problems.found.append(control_problem(hidden[0], where))
        status = _status(text) if len(text) <= _LONGEST_STATUS else None
        if status:
            return text_at(status, where)
        # -- digits in a cell formatted as text are meant to be a text, like a year in quotes --
        form = self._formats.get(cell.style, GENERAL) if text.isdecimal() else GENERAL
        return RawScalar(where=where, text=text, value=text, quoted=form.shown is Shown.TEXT)

    def _number(self, cell: Cell, where: Where, want: Want) -> RawScalar:
        text, (shown, decimals) = cell.text, self._formats.get(cell.style, GENERAL)
        if shown is Shown.NUMBER and text.isdecimal() and len(text) <= _MOST_DIGITS:
            count = int(text)  # most figures are counts
            return RawScalar(where=where, text=str(count), value=count)
        try:
            number = Decimal(f"{float(text):.{_MOST_DIGITS}g}")
        except ValueError:
            return self._error(cell, where, want)
        if shown in _DATES:
            return self._day(number, shown, where, want)
        if not number.is_finite():
            return self._error(cell, where, want)
        if shown is Shown.PERCENT:
            number *= 100
        if cell.formula and decimals is not None and abs(number) < 10**_MOST_DIGITS:
            number = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return _figure(number, where, percent=shown in (Shown.PERCENT, Shown.PERCENT_SIGN))

    def _day(self, number: Decimal, shown: Shown, where: Where, want: Want) -> RawScalar:
        day = None
        if _FIRST_SAFE_DAY <= number <= _LAST_DAY and number == number.to_integral_value():
            day = self._first_day + timedelta(days=int(number))
        if day and want is Want.PERIOD and shown is Shown.MONTH and day.day == 1:
            return text_at(f"{day:%Y-%m}", where)
        if day and want is Want.DATE and shown is Shown.DAY:
            return RawScalar(where=where, text=day.isoformat(), value=day)
        self.problems.error("DL-091", where, *(_A_DATE if want is Want.NO_DATE else _NO_DATE))
        return text_at(str(number), where)

    def _bool(self, cell: Cell, where: Where, _: Want) -> RawScalar:
        value = cell.text in ("1", "true")
        return RawScalar(where=where, text="true" if value else "false", value=value)

    def _date(self, cell: Cell, where: Where, want: Want) -> RawScalar:
        try:
            day = date.fromisoformat(cell.text[:10])
        except ValueError:
            return self._error(cell, where, want)
        return self._day(Decimal((day - self._first_day).days), Shown.DAY, where, want)

    def _error(self, cell: Cell, where: Where, _: Want) -> RawScalar:
        message = Message(
            f"Ô đang báo lỗi {cell.text}, không có giá trị.",
            f"The cell shows the error {cell.text} and has no value.",
        )
        hint = Message(
            "Sửa công thức của ô, hoặc xóa công thức và gõ giá trị.",
            "Mend the formula of the cell, or delete it and type the value.",
        )
        self.problems.error("DL-089", where, message, hint)
        return text_at(cell.text, where)

    _READ: Final[dict[str, Callable[[Values, Cell, Where, Want], RawScalar]]] = {
        "number": _number,
        "bool": _bool,
        "date": _date,
        "error": _error,
    }


def mended(name: str) -> str:
    """Return a name as it was before LibreOffice saved it, which takes `_xa_` for a line end.

    >>> mended("so\\ndat_chuan")
    'so_xa_dat_chuan'
    """
    return name.replace("\n", "_xa_")


@lru_cache(maxsize=500)
def _status(text: str) -> str | None:
    return _STATUS.get(plain(text))


_DATES: Final = (Shown.DAY, Shown.MONTH, Shown.DAY_OF_NO_YEAR, Shown.TIME)
_NO_RESULT: Final = (
    Message(
        "Ô có công thức nhưng trong tệp chưa lưu kết quả.",
        "The cell has a formula, but its result is not saved in the file.",
    ),
    Message(
        "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại; hoặc gõ thẳng giá trị vào ô.",
        "Open the file in Excel or LibreOffice and save it, or type the value into the cell.",
    ),
)
_A_DATE: Final = (
    Message(
        "Ô này là ngày hoặc giờ; có thể Excel đã tự đổi, như 5/7 thành ngày 5 tháng 7.",
        "The cell holds a date or a time; Excel may have made it of something else, such as 5/7.",
    ),
    Message(
        "Định dạng ô là Văn bản (Text) rồi gõ lại.", "Format the cell as Text and type it again."
    ),
)
_NO_DATE: Final = (
    _A_DATE[0],
    Message(
        "Định dạng ô là Văn bản (Text) rồi gõ lại; ngày thì gõ đủ ngày/tháng/năm.",
        "Format the cell as Text and type it again; type dates as day/month/year.",
    ),
)


def _figure(number: Decimal, where: Where, *, percent: bool) -> RawScalar:
    whole = number == number.to_integral_value()
    plain_number = Decimal(int(number)) if whole else number.normalize()
    text = f"{plain_number:f}"
    if percent:
        return text_at(f"{text.replace('.', ',')}%", where)
    if len(text.lstrip("-")) > _MOST_DIGITS + 2:  # no figure of a report, as in YAML
        return text_at(text, where)
    value: Value = int(number) if whole else plain_number
    return RawScalar(where=where, text=text, value=value)
