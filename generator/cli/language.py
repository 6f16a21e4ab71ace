"""The language of messages: Vietnamese, or English with BAOCAO_LANG=en."""

from __future__ import annotations

import os


def language() -> str:
    """Return `en` when the user asked for English, else `vi`."""
    return "en" if os.environ.get("BAOCAO_LANG", "").lower().startswith("en") else "vi"


def text(vi: str, en: str) -> str:
    """Return the one of two texts that is in the user's language."""
    return en if language() == "en" else vi
