"""How values are written, per locale; knows nothing of reports.

`formatter("vi")` writes in the style of the administration of Vietnam, any other locale in
CLDR's forms. The rest is in the modules: `printed` (figures as templates hold them), `filters`
(the filters of templates), `parsing` (figures as people type them), `errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.formats.base import Formatter

__all__ = ["formatter"]


def formatter(locale: str = "vi") -> Formatter:
    """Return the one formatter of a locale (`vi`, `vi-VN`, `en`, `fr`, `km` …).

    Raises UnknownLocaleError, with what the user may have meant, for a name that is none.
    """
    from generator.formats.choice import choose  # noqa: PLC0415  # Babel loads only when needed

    return choose(locale)
