"""Works out the few formulas our workbooks hold, as every spreadsheet does.

The functions at the end of this file and `+ - * / = > >=`; numbers are exact. ROUND rounds halves
away from zero. Whatever else a formula holds is an error of the test.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"[^"]*")|(?P<cell>(?:'[^']+'!)?[A-Z]+[0-9]+)(?![A-Z0-9(_])"""
    r"""|(?P<word>[A-Z][A-Z0-9_.]*)|(?P<number>[0-9.]+)|(?P<sign>>=|[-+*/=><(),]))"""
)
_EXACT = Context(prec=60)


class Spreadsheet:
    """The values of an open workbook, formulas worked out when they are asked for."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def value(self, sheet: str, cell: str) -> Any:
        """Return what a cell shows: a Decimal, a text, or None for an empty cell."""
        stated = self._book[sheet][cell].value
        if isinstance(stated, str) and stated.startswith("="):
            return self.result(sheet, stated[1:])
        if isinstance(stated, int | float) and not isinstance(stated, bool):
            return Decimal(str(stated))
        return stated

    def result(self, sheet: str, formula: str) -> Any:
        """Return what a formula on `sheet` gives; names of the workbook may stand in it."""
        tokens = list(_TOKEN.finditer(formula))
        assert "".join(m[0] for m in tokens) == formula, formula
        return _Reading(self, sheet, [(m.lastgroup or "", m[0].strip()) for m in tokens]).whole()

    def named(self, name: str) -> Any:
        """Return the value of a named cell."""
        sheet, cell = self._book.defined_names[name].attr_text.rsplit("!", 1)
        return self.value(sheet.strip("'"), cell.replace("$", ""))


class _Reading:
    """Reads one formula from left to right. A branch of IF that is not taken does no harm."""

    def __init__(self, book: Spreadsheet, sheet: str, tokens: list[tuple[str, str]]) -> None:
        self._book, self._sheet, self._left = book, sheet, [*tokens, ("end", "")]

    def whole(self) -> Any:
        value = self._compared()
        assert self._left[0][0] == "end", self._left
        return value

    def _take(self, sign: str) -> bool:
        if self._left[0][1] != sign or self._left[0][0] != "sign":
            return False
        self._left.pop(0)
        return True

    def _compared(self) -> Any:
        left = self._added()
        if self._take("="):
            return _plain(left) == _plain(self._added())
        if self._take(">="):
            return _order(left) >= _order(self._added())
        if self._take(">"):
            return _order(left) > _order(self._added())
        return left

    def _added(self) -> Any:
        value = self._multiplied()
        while self._left[0] in (("sign", "+"), ("sign", "-")):
            sign = 1 if self._take("+") or not self._take("-") else -1
            other = self._multiplied()
            value = _error(value, other) or value + sign * other
        return value

    def _multiplied(self) -> Any:
        value = self._single()
        while self._left[0][1] in ("*", "/"):
            times = self._take("*") or not self._take("/")
            other = self._single()
            value = _error(value, other) or (
                _EXACT.multiply(value, other) if times else _divided(value, other)
            )
        return value

    def _single(self) -> Any:
        kind, text = self._left.pop(0)
        if kind == "number":
            return Decimal(text)
        if kind == "text":
            return text[1:-1]
        if kind == "cell":
            sheet, _, cell = text.rpartition("!")
            return self._book.value(sheet.strip("'") or self._sheet, cell)
        if not self._take("("):
            return self._book.named(text)
        arguments = [self._compared()]
        while self._take(","):
            arguments.append(self._compared())
        assert self._take(")"), self._left
        return _FUNCTIONS[text](*arguments)


def _plain(value: Any) -> Any:
    return "" if value is None else value


def _order(value: Any) -> tuple[bool, Any]:
    """Return the key by which values are ordered: an empty cell is 0, any text is over numbers."""
    return isinstance(value, str), Decimal(0) if value is None else value


def _divided(value: Decimal, other: Decimal) -> Decimal | str:
    return _EXACT.divide(value, other) if other else "#DIV/0!"


def _error(*operands: Any) -> str:
    """Return the error of a computation with texts."""
    return "" if all(isinstance(one, Decimal) for one in operands) else _VALUE_ERROR


def _rounded(value: Any, places: Decimal) -> Any:
    if not isinstance(value, Decimal):
        return value
    return value.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP, _EXACT)


def _found(wanted: str, text: Any) -> Any:
    place = str(_plain(text)).find(wanted)
    return _VALUE_ERROR if place < 0 else Decimal(place + 1)


def _part(text: Any, first: Any, count: Any) -> Any:
    if _VALUE_ERROR in (first, count):
        return _VALUE_ERROR
    start = int(first) - 1
    return str(_plain(text))[start : start + int(count)]


def _number(text: Any) -> Any:
    return Decimal(text) if re.fullmatch("[0-9]+", str(text)) else _VALUE_ERROR


_VALUE_ERROR = "#VALUE!"
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "COUNT": lambda *cells: Decimal(sum(isinstance(one, Decimal) for one in cells)),
    "IF": lambda condition, then, otherwise: then if condition else otherwise,
    "AND": lambda *conditions: all(conditions),
    "OR": lambda *conditions: any(conditions),
    "ISNUMBER": lambda value: isinstance(value, Decimal),
    "ROUND": _rounded,
    "INT": lambda value: value // 1 if isinstance(value, Decimal) else _VALUE_ERROR,
    "FIND": _found,
    "LEFT": lambda text, count: _part(text, Decimal(1), count),
    "MID": _part,
    "VALUE": _number,
    "TRIM": lambda value: str(_plain(value)).strip(),
}
