"""Number formats that show a figure as a locale prints it: `04`, `1.788`, `98,06`.

Excel takes the signs for thousands and decimals from the computer it runs on; LibreOffice takes
them from the locale named in front of the format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure import Kind
from generator.formats.rounding import round_half_up

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.figure import Figure
    from generator.formats.base import Formatter

# -- Windows' numbers of locales (MS-LCID) by language --
_LOCALES = {"vi": "42A", "en": "409", "fr": "40C", "km": "453", "lo": "454", "zh": "804"}
_PERCENT_PLACES = 2


def number_format(figure: Figure, number: Decimal, formatter: Formatter) -> str:
    """Return the format of a cell that holds `number`, the number of `figure`."""
    locale = _LOCALES.get(formatter.locale.partition("_")[0])
    return (f"[$-{locale}]" if locale else "") + _digits(figure, number, formatter)


def _digits(figure: Figure, number: Decimal, formatter: Formatter) -> str:
    if figure.kind is Kind.ENUMERATED:
        return "0"
    if figure.kind is Kind.COUNT:
        # -- two digits at least, where the locale writes counts so (`04`, but `0`) --
        padded = formatter.count(1) == "01" and 0 < number < 10
        return "00" if padded else "#,##0"
    if figure.computed or figure.kind is Kind.PERCENT:
        number = round_half_up(number, _PERCENT_PLACES)
    decimals = max(0, -int(number.normalize().as_tuple().exponent))
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
