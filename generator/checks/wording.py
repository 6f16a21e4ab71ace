"""Words that several rules share: numbers as data files write them, sides of constraints."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Any

from generator.bieu_mau import percentage
from generator.checks.evaluate import number_of
from generator.checks.lookup import row_of
from generator.problem import Message, Problem, Severity
from generator.rang_buoc import Call, Number, Ratio, Sum
from generator.written import figure_text, number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.checks.lookup import Scope
    from generator.figure import Figure
    from generator.problem import Where
    from generator.rang_buoc import Name, Node

_EXACT_PLACES = 12  # far beyond what any report states, so that cutting can be told from rounding


def warning(code: str, where: Where, message: Message, hint: Message | None = None) -> Problem:
    """Return the warning that a stated value breaks a rule; it is printed all the same."""
    said = Message(f"{message.vi}; in như đã nêu.", f"{message.en}; printed as stated.")
    return Problem(code=code, message=said, where=where, hint=hint, severity=Severity.WARNING)


def plain(figure: Figure) -> str:
    """Return the number of a figure as data files write it, nothing where there is none."""
    return "" if figure.number is None else figure_text(figure)


def grouped(number: int) -> str:
    """Return a count as Vietnamese texts write it: `76.899`."""
    return f"{number:,}".replace(",", ".")


def places_of(number: Decimal) -> int:
    """Return how many decimals a number is stated with."""
    return max(0, -int(number.as_tuple().exponent))


def rounding_hint(stated: Decimal, part: Decimal, whole: Decimal) -> Message | None:
    """Return a word on a percentage whose last digits were cut off instead of rounded."""
    exact = percentage(part, whole, _EXACT_PLACES)
    if exact is None:
        return None
    unit = Decimal(1).scaleb(-places_of(stated))
    rounded = percentage(part, whole, places_of(stated))
    if exact.quantize(unit, rounding=ROUND_DOWN) != stated or rounded is None:
        return None
    return Message(
        f"Tỷ lệ này bị cắt bớt chữ số chứ không làm tròn; làm tròn là {number_text(rounded)}.",
        f"This ratio was cut off, not rounded; rounded it is {number_text(rounded)}.",
    )


def side(node: Node, scope: Scope) -> Message:
    """Return a side of a constraint with its numbers: `sl.a + sl.b = 3 + 38 = 41`."""

    def numbered(leaf: Node) -> str:
        number = number_of(leaf, scope)
        return "" if number is None else number_text(number)

    numbers = (_written(node, numbered), numbered(node))
    vi, en = (
        " = ".join(dict.fromkeys(piece for piece in (names, *numbers) if piece))
        for names in (_in_words(node, scope, lang) for lang in ("vi", "en"))
    )
    return Message(vi, en)


def _in_words(node: Node, scope: Scope, lang: str) -> str:
    def named(leaf: Name | Call) -> str:
        if isinstance(leaf, Call):
            given = [_written(argument, named) for argument in leaf.arguments]
            return _call_in_words(leaf, given, lang)
        return name_in_words(leaf, scope, lang)

    return _written(node, named)


def name_in_words(name: Name, scope: Scope, lang: str) -> str:
    """Return a name as messages call it: a row of a form by form and code, else as written."""
    row = row_of(name, scope) if name.root != "sl" and not name.ky else None
    if row is None:
        return name.text.replace("[*]", f"[{scope.entry}]")
    form, code = row.chi_tieu.ref
    return f"form {form} row {code}" if lang == "en" else f"biểu mẫu {form} dòng {code}"


_FUNCTIONS = {
    "tong": Message("tổng các số ở {0}", "the sum of {0}"),
    "dem": Message("số mục nêu ở {0}", "the number of entries in {0}"),
    "tu": Message("tử số của {0}", "the numerator of {0}"),
    "mau": Message("mẫu số của {0}", "the denominator of {0}"),
    "hoac": Message("{0} (để trống thì tính là {1})", "{0} ({1} if it is blank)"),
    "nho_nhat": Message("số nhỏ nhất trong {all}", "the least of {all}"),
    "lon_nhat": Message("số lớn nhất trong {all}", "the greatest of {all}"),
}
_SUM_OF_FIELD = Message("tổng số “{1}” của các mục ở {0}", "the sum of “{1}” in {0}")


def _call_in_words(call: Call, given: list[str], lang: str) -> str:
    """Return what a function stands for; its name is for whoever writes constraints."""
    form = _SUM_OF_FIELD if call.field else _FUNCTIONS[call.function]
    return form.in_language(lang).format(*given, call.field, all=", ".join(given))


def _written(node: Node, leaf: Callable[[Any], str]) -> str:
    """Return a side as one writes it, `leaf` giving its names and functions."""
    if isinstance(node, Ratio):
        return " / ".join(_bracketed(piece, leaf) for piece in (node.part, node.whole))
    if isinstance(node, Sum):
        text = ""
        for added, term in node.terms:
            sign = (" + " if added else " - ") if text else ""
            text += sign + _bracketed(term, leaf)
        return text
    if isinstance(node, Number):
        return number_text(node.value)
    return leaf(node)


def _bracketed(node: Node, leaf: Callable[[Any], str]) -> str:
    text = _written(node, leaf)
    return f"({text})" if isinstance(node, Sum) else text
