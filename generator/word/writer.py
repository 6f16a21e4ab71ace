"""The door through which a value reaches the rest of the document it is placed in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from generator.word.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
CHART: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"

_RELATION_ID: Final = re.compile(r'(\br:(?:id|embed|link|pict)=")([^"]*)(")')
# Attributes and content of a paragraph's opening, to put the note's number into the first one.
_PARAGRAPH_START: Final = re.compile(
    r"<w:p(?:\s[^>]*)?(?<!/)>(<w:pPr(?:\s*/>|[\s>].*?</w:pPr>))?", re.S
)


class NotePlaceError(ValueError):
    """A footnote where Word has none: in a header, a text box, a comment or another note."""


class PictureError(ValueError):
    """Bytes that are no picture Word could show."""


class Relationship(Struct, frozen=True, kw_only=True):
    """A relationship of a part: its id, its type, its target, and whether that lies outside."""

    id: str
    type: str
    target: str
    external: bool = False


class NoteStyles(Struct, frozen=True, kw_only=True):
    """Ids of the two styles of footnotes, as the template calls them."""

    text: str = "FootnoteText"
    reference: str = "FootnoteReference"


class Additions(Struct, kw_only=True):
    """All that the values of one document add beside their own text, in reading order.

    `pictures` maps the hash of an image to its file name and bytes; `notes` holds new footnotes as
    (id, XML of the paragraphs); `notes_part` receives the relationships that notes need. `charts`
    maps the name of a chart to its XML and its workbook. `taken_names` are the names of files that
    the template has in the folders of pictures, charts and workbooks. `styles`, `abstracts` and
    `numbers` are definitions of styles and numberings by their ids.
    """

    next_note: int = 1
    next_id: int = 1000
    note_styles: NoteStyles = field(default_factory=NoteStyles)
    notes: list[tuple[int, str]] = field(default_factory=list)
    notes_part: PartWriter | None = None
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    charts: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    taken_names: frozenset[str] = frozenset()
    styles: dict[str, str] = field(default_factory=dict)
    abstracts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)


class PartWriter:
    """The door through which a value reaches the rest of the document, for the part it stands in.

    One exists per part and rendering; `PartWriter()` alone serves tests.
    """

    __slots__ = ("_shared", "_taken", "_targets", "added", "notes_allowed")

    def __init__(
        self,
        shared: Additions | None = None,
        *,
        relationships: Mapping[str, Relationship] | None = None,
        notes_allowed: bool = True,
    ) -> None:
        """Write for a part that has `relationships` (by id) already.

        `notes_allowed` is true for the body alone: Word has no footnotes in headers, footers,
        comments, text boxes or other notes.
        """
        self._shared = Additions() if shared is None else shared
        self._taken = dict(relationships or {})
        self._targets = {(r.type, r.target): r.id for r in self._taken.values()}
        self.added: list[Relationship] = []
        self.notes_allowed = notes_allowed

    @property
    def additions(self) -> Additions:
        """What all values of the document add to it."""
        return self._shared

    def hyperlink(self, url: str) -> str:
        """Return the id (`rId7`) of an external hyperlink to `url`; one id for one address."""
        return self._relate(HYPERLINK, url, external=True)

    def footnote(self, content_xml: str) -> int:
        """Add a footnote of the paragraphs `content_xml`; return the `w:id` to refer to it by.

        The note's own number is put in front of the first paragraph, and the style of footnotes
        on paragraphs without properties, unless they are there already. Raises `NotePlaceError`
        where Word allows no footnotes.
        """
        if not self.notes_allowed:
            raise NotePlaceError("footnotes can only stand in the body of a document")
        shared = self._shared
        if shared.notes_part is None:
            shared.notes_part = PartWriter(shared, notes_allowed=False)
        number, shared.next_note = shared.next_note, shared.next_note + 1
        note = _with_number(content_xml, shared.note_styles)
        shared.notes.append((number, self._moved_to(shared.notes_part, note)))
        return number

    def footnote_reference(self, content_xml: str) -> str:
        """Add a footnote like `footnote` and return the whole run that refers to it."""
        style = escape(self._shared.note_styles.reference)
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
            f'<w:footnoteReference w:id="{self.footnote(content_xml)}"/></w:r>'
        )

    def picture(self, blob: bytes) -> str:
        """Return the id of a relationship to the image `blob` (PNG, JPEG, GIF, BMP or TIFF).

        Equal images are stored once. Raises `PictureError` for anything else.
        """
        extension = image_extension(blob)
        pictures = self._shared.pictures
        import hashlib  # noqa: PLC0415  # slow to load, and most documents have no pictures

        digest = hashlib.sha256(blob).hexdigest()
        if digest not in pictures:
            pictures[digest] = (self._free_name(extension), blob)
        return self._relate(IMAGE, f"media/{pictures[digest][0]}", external=False)

    def chart(self, xml: bytes, workbook: bytes) -> str:
        """Return the id of a relationship to a new chart part, whose `rId1` is `workbook`."""
        shared = self._shared
        number = len(shared.charts) + 1
        while {f"chart{number}.xml", f"chart{number}.xlsx"} & shared.taken_names or (
            f"chart{number}" in shared.charts
        ):
            number += 1
        shared.charts[f"chart{number}"] = (xml, workbook)
        return self._relate(CHART, f"charts/chart{number}.xml", external=False)

    def unique_id(self) -> int:
        """Return the next number for ids of drawings and bookmarks, unique in the document."""
        self._shared.next_id += 1
        return self._shared.next_id

    def relate(self, kind: str, target: str) -> str:
        """Return the id of an internal relationship of the type `kind` (a URI) to `target`."""
        return self._relate(kind, target, external=False)

    def relationship(self, ident: str) -> Relationship | None:
        """Return this part's relationship of that id, if there is one."""
        return self._taken.get(ident)

    def _relate(self, kind: str, target: str, *, external: bool) -> str:
        known = self._targets.get((kind, target))
        if known is not None:
            return known
        number = len(self._taken) + 1
        while f"rId{number}" in self._taken:
            number += 1
        made = Relationship(id=f"rId{number}", type=kind, target=target, external=external)
        self._taken[made.id] = made
        self._targets[kind, target] = made.id
        self.added.append(made)
        return made.id

    def _free_name(self, extension: str) -> str:
        taken = {name for name, _ in self._shared.pictures.values()} | self._shared.taken_names
        number = len(self._shared.pictures) + 1
        while f"anh{number}.{extension}" in taken:
            number += 1
        return f"anh{number}.{extension}"

    def _moved_to(self, other: PartWriter, xml: str) -> str:
        """Return `xml` with its relationships made anew in `other`, where the text will stand."""

        def moved(match: re.Match[str]) -> str:
            mine = self._taken.get(match.group(2))
            if mine is None:
                return match.group()
            new = other._relate(mine.type, mine.target, external=mine.external)
            return f"{match.group(1)}{new}{match.group(3)}"

        return _RELATION_ID.sub(moved, xml)


def _with_number(content: str, styles: NoteStyles) -> str:
    number = (
        f'<w:r><w:rPr><w:rStyle w:val="{escape(styles.reference)}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    waiting = "" if "<w:footnoteRef/>" in content else number

    def start(match: re.Match[str]) -> str:
        nonlocal waiting
        front, waiting = waiting, ""
        style = (
            "" if match.group(1) else f'<w:pPr><w:pStyle w:val="{escape(styles.text)}"/></w:pPr>'
        )
        return match.group() + style + front

    return _PARAGRAPH_START.sub(start, content)


_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
)


def image_extension(blob: bytes) -> str:
    """Return the file extension of an image by its first bytes; raise `PictureError` if unknown."""
    for signature, extension in _SIGNATURES:
        if blob.startswith(signature):
            return extension
    raise PictureError("not a PNG, JPEG, GIF, BMP or TIFF image")
