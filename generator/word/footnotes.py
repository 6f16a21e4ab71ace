"""The parts that footnotes need: the notes themselves, their styles, their separators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.word import opc, wml
from generator.word.values import NoteStyles
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Mapping


_NAMESPACES: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in wml.PREFIXES.items())
_EMPTY: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f"<w:footnotes {_NAMESPACES}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)
_SETTING: Final = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
# Settings that the schema puts behind `footnotePr`.
AFTER: Final = (
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary",
    "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId",
    "chartTrackingRefBased", "defaultImageDpi", "discardImageEditingData", "conflictMode",
    "persistentDocumentId",
)  # fmt: skip
_REFERENCE_STYLE: Final = (
    '<w:style w:type="character" w:styleId="{id}"><w:name w:val="footnote reference"/>{based}'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    "</w:style>"
)
_TEXT_STYLE: Final = (
    '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="footnote text"/>{based}'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLine="0"/></w:pPr>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
)


class Notes(Struct, frozen=True, kw_only=True):
    """A template's footnotes: the part's name (empty: none), the first free id, the styles."""

    part: str
    first_id: int
    styles: NoteStyles
    missing_styles: bytes = b""

    @property
    def part_or_new(self) -> str:
        """The name of the part that holds footnotes once there are some."""
        return self.part or "word/footnotes.xml"


def look(docx: opc.Docx) -> Notes:
    """Return what the package says of footnotes."""
    part = docx.target("footnotes")
    first = 1
    if part in docx.members:
        root = wml.parse(docx.members[part].data(), part)
        used = [int(note.get(f"{W}id") or 0) for note in root.iter(f"{W}footnote")]
        first = max([0, *used]) + 1
    else:
        part = ""
    styles, missing = _styles(docx)
    return Notes(part=part, first_id=first, styles=styles, missing_styles=missing.encode())


def _styles(docx: opc.Docx) -> tuple[NoteStyles, str]:
    """Return the ids of the footnote styles, found by their names, and markup for those missing."""
    name = docx.target("styles")
    if name not in docx.members:
        return NoteStyles(), ""
    root = wml.parse(docx.members[name].data(), name)
    names: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        shown, ident = style.find(f"{W}name"), style.get(f"{W}styleId") or ""
        kind = style.get(f"{W}type") or ""
        if shown is not None:
            names[(shown.get(f"{W}val") or "").lower()] = ident
        if style.get(f"{W}default") in {"1", "true", "on"}:
            defaults[kind] = ident
    missing, taken = "", set(names.values())
    ids = {}
    for shown_name, wanted, kind, pattern in (
        ("footnote text", "FootnoteText", "paragraph", _TEXT_STYLE),
        ("footnote reference", "FootnoteReference", "character", _REFERENCE_STYLE),
    ):
        ids[kind] = names.get(shown_name) or _free(wanted, taken)
        if shown_name not in names:
            base = f'<w:basedOn w:val="{defaults[kind]}"/>' if kind in defaults else ""
            missing += pattern.format(id=ids[kind], based=base)
    return NoteStyles(text=ids["paragraph"], reference=ids["character"]), missing


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    return name


def with_notes(part: bytes | None, notes: str) -> bytes:
    """Return the footnotes part with `notes` (markup) behind those it has."""
    text = part or _EMPTY.encode()
    if part is not None and notes:
        text = _declared(text)
    position = text.rindex(b"</")
    return text[:position] + notes.encode() + text[position:]


def _declared(part: bytes) -> bytes:
    """Declare the prefixes that notes may use at the root of the part."""
    start = part.index(b"footnotes")
    end = part.index(b">", start)
    head = part[:end]
    extra = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in wml.PREFIXES.items()
        if f"xmlns:{prefix}=".encode() not in head
    )
    return head + extra.encode() + part[end:]


def changed_parts(docx: opc.Docx, notes: Notes) -> Mapping[str, bytes]:
    """Return the parts that change when a document gets its first footnote of ours."""
    changed: dict[str, bytes] = {}
    styles = docx.target("styles")
    if notes.missing_styles and styles in docx.members:
        data = docx.members[styles].data()
        position = data.rindex(b"</")
        changed[styles] = data[:position] + notes.missing_styles + data[position:]
    settings = docx.target("settings")
    if not notes.part and settings in docx.members:
        data = docx.members[settings].data()
        if b"<w:footnotePr" not in data:
            changed[settings] = insert_setting(data, _SETTING, AFTER)
    return changed


def insert_setting(settings: bytes, setting: str, after: tuple[str, ...]) -> bytes:
    """Return settings.xml with `setting` put before the first of the elements `after`."""
    root = wml.parse(settings, "settings.xml")
    position = settings.rindex(b"</") if len(root) else -1
    for child in root:
        name = child.tag.rpartition("}")[2]
        if name in after:
            prefix = f"{child.prefix}:" if child.prefix else ""
            position = settings.index(f"<{prefix}{name}".encode())
            break
    if position < 0:  # an empty root element, written `<w:settings …/>`
        return settings.rstrip().removesuffix(b"/>") + f">{setting}</w:settings>".encode()
    return settings[:position] + setting.encode() + settings[position:]
