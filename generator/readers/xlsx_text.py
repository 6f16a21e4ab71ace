"""Texts of cells: from XML as it is written to what a person reads in the cell."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.readers.remembered import remembered

if TYPE_CHECKING:
    from typing import Final

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNSEEN: Final = (("\r\n", "\n"), ("\r", "\n"), ("\u200b", ""), ("\ufeff", ""), ("\u00ad", ""))


@remembered(most=2000, longest=500)  # of a label, whose letters may take seven characters each
def unescaped(xml: str) -> str:
    """Return the text that `xml`, without tags, stands for, as `clean` does.

    Raises ValueError where it is no XML.
    """
    if "&" not in xml:
        return clean(xml)
    try:
        return clean(ET.fromstring(f"<a>{xml}</a>").text or "")
    except ET.ParseError as error:
        raise ValueError(xml) from error


def clean(text: str) -> str:
    """Return a text of a cell in NFC, with plain line ends and without what nobody can see."""
    if "_x" in text:  # how workbooks write control characters: _x000D_ ends a line on Windows
        text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    for unseen, instead in _UNSEEN:
        if unseen in text:
            text = text.replace(unseen, instead)
    return unicodedata.normalize("NFC", text).strip()
