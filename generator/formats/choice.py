"""Which formatter a locale has: the administrative one for Vietnamese, CLDR's for all others."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.formats.administrative import AdministrativeFormatter
from generator.formats.locales import language_of, locale_name

if TYPE_CHECKING:
    from generator.formats.base import Formatter


def choose(locale: str) -> Formatter:
    """Return the formatter of a locale; raises UnknownLocaleError."""
    return _formatter(locale_name(locale))


@cache
def _formatter(name: str) -> Formatter:
    if language_of(name) == "vi":
        return AdministrativeFormatter(locale=name)
    from generator.formats.cldr import CldrFormatter  # noqa: PLC0415  # slow to import

    return CldrFormatter(locale=name)
