"""What stands in one paragraph: runs with their formats, fields, drawn lines, text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.the_thuc.doc import graphics
from generator.the_thuc.doc.model import NO_EXTRAS, Extras, Run
from generator.the_thuc.doc.properties import run_props
from generator.word.wml import MC, W

if TYPE_CHECKING:
    from lxml import etree

    from generator.the_thuc.doc.styles import Base, Styles

_T: Final = f"{W}t"
_R: Final = f"{W}r"
_RPR: Final = f"{W}rPr"
_LINK: Final = f"{W}hyperlink"
_FIELD: Final = f"{W}fldSimple"
_CODE: Final = f"{W}instrText"
_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_THROUGH: Final = frozenset(
    {
        _LINK,
        _FIELD,
        *_INSERTED,
        *(f"{W}{name}" for name in ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")),
    }
)
_RARE: Final = frozenset({_CODE, f"{W}drawing", f"{W}pict", f"{MC}AlternateContent"})
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_MAX_DEPTH: Final = 40


class InlineReader:
    """Reads the content of paragraphs of one document."""

    def __init__(self, styles: Styles) -> None:
        """Take formats from `styles`."""
        self._styles = styles
        self._found: Extras | None = None  # of the paragraph being read, where it has any

    def read(self, paragraph: etree._Element, base: Base) -> list[Run]:
        """Return the runs of `paragraph`, which has the style `base`."""
        self._found = None
        return self._read(paragraph, base, 0)

    def extras(self) -> Extras:
        """Return what the paragraph read last has beside text."""
        return self._found or NO_EXTRAS

    def has_extras(self) -> bool:
        """Tell whether the paragraph read last has anything beside text."""
        return self._found is not None

    def _read(self, parent: etree._Element, base: Base, depth: int) -> list[Run]:
        runs: list[Run] = []
        for child in parent:
            tag = child.tag
            if tag == _R:
                if len(child) == 1 and child[0].tag == _T:  # most runs
                    run = Run(child[0].text or "", base.run)
                else:
                    run = self._run(child, base)
                if run.text:
                    runs.append(run)
            elif tag in _THROUGH and depth < _MAX_DEPTH:
                self._note(child, tag)
                runs += self._read(child, base, depth + 1)
            elif tag in _DELETED:
                self._extras().tracked = True
        return runs

    def _run(self, element: etree._Element, base: Base) -> Run:
        text = ""
        look = base.run
        for child in element:
            tag = child.tag
            if tag == _T:
                text += child.text or ""
            elif tag == _RPR:
                direct = run_props(child, self._styles.theme)
                look = self._styles.run(base.style, base.table, direct)
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag in _RARE:
                self._rare(child, tag)
        return Run(text, look)

    def _extras(self) -> Extras:
        if self._found is None:
            self._found = Extras()
        return self._found

    def _note(self, element: etree._Element, tag: str) -> None:
        if tag in _INSERTED:
            self._extras().tracked = True
        elif tag == _FIELD:
            self._extras().fields.append(_field_name(element.get(f"{W}instr", "")))

    def _rare(self, piece: etree._Element, name: str) -> None:
        extras = self._extras()
        if name == _CODE:
            extras.fields.append(_field_name(piece.text or ""))
            return
        extras.drawn = True
        for drawing in graphics.chosen(piece):
            boxes = list(graphics.boxes_of(drawing))
            extras.boxes.extend(boxes)
            if not boxes:
                extras.lines.extend(graphics.lines_of(drawing))


def _field_name(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""
