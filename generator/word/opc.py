"""What the members of a docx are: content types, relationships, and which parts hold text."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.problem import Message
from generator.word import package, wml
from generator.word.faults import RefusedError, fault
from generator.word.values import Relationship
from generator.word.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TYPES_NAME: Final = "[Content_Types].xml"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORDS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."

DOCUMENT: Final = f"{_WORDS}document.main+xml"
FOOTNOTES: Final = f"{_WORDS}footnotes+xml"

# Content type of every part that may hold tags, with its name for people, in reading order;
# footnotes come last because the parts before them may add some.
TEXT_PARTS: Final[Mapping[str, Message]] = {
    DOCUMENT: Message("thân văn bản", "body"),
    f"{_WORDS}header+xml": Message("đầu trang", "header"),
    f"{_WORDS}footer+xml": Message("chân trang", "footer"),
    f"{_WORDS}endnotes+xml": Message("chú thích cuối văn bản", "endnotes"),
    f"{_WORDS}comments+xml": Message("bình luận", "comments"),
    "application/vnd.openxmlformats-package.core-properties+xml": Message(
        "thuộc tính tài liệu", "document properties"
    ),
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": Message(
        "thuộc tính mở rộng", "extended properties"
    ),
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": Message(
        "thuộc tính riêng", "custom properties"
    ),
    FOOTNOTES: Message("chú thích chân trang", "footnotes"),
}


class Docx(Struct, frozen=True, kw_only=True, dict=True):
    """A docx that was found safe: its members in order, and what the package says of them.

    `types` maps part names to content types (defaults by extension are under `.png`), `main` is
    the name of the main document.
    """

    members: Mapping[str, package.Member]
    types: Mapping[str, str]
    main: str

    def type_of(self, name: str) -> str:
        """Return the content type of a part, or an empty string."""
        extension = name.rpartition(".")[2].lower()
        return self.types.get(name) or self.types.get(f".{extension}", "")

    def relationships_of(self, name: str) -> dict[str, Relationship]:
        """Return the relationships of a part by id."""
        member = self.members.get(rels_name(name))
        return {} if member is None else read_relationships(member)

    def part_of_type(self, kind: str) -> str:
        """Return the name of the first part of the content type `kind`, or an empty string."""
        return next((name for name in self.members if self.type_of(name) == kind), "")

    def target(self, kind: str) -> str:
        """Return the part the main document refers to by relationship `kind` (its last word)."""
        for relation in self._of_main.values():
            if relation.type == OFFICE + kind and not relation.external:
                return resolve(self.main, relation.target)
        return ""

    @cached_property
    def _of_main(self) -> Mapping[str, Relationship]:
        return self.relationships_of(self.main)


def rels_name(part: str) -> str:
    """Return the name of the member that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def resolve(part: str, target: str) -> str:
    """Return the member name that `target` means in a relationship of `part`."""
    base = "/" + part.rpartition("/")[0]
    return posixpath.normpath(posixpath.join(base, target)).lstrip("/")


def read_relationships(member: package.Member) -> dict[str, Relationship]:
    """Return the relationships a `.rels` member lists, by id."""
    root = wml.parse(member.data(), member.name)
    return {
        element.get("Id", ""): Relationship(
            id=element.get("Id", ""),
            type=element.get("Type", ""),
            target=element.get("Target", ""),
            external=element.get("TargetMode") == "External",
        )
        for element in root
    }


def write_relationships(relations: Iterable[Relationship]) -> bytes:
    """Return a `.rels` member that lists `relations`."""
    outside = ' TargetMode="External"'
    lines = [
        f'<Relationship Id="{escape(r.id)}" Type="{escape(r.type)}" Target="{escape(r.target)}"'
        f"{outside if r.external else ''}/>"
        for r in relations
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    body = "".join(lines)
    return f'{head}<Relationships xmlns="{RELATIONSHIPS}">{body}</Relationships>'.encode()


def open_docx(blob: bytes) -> Docx:
    """Return the package in `blob`; raise `RefusedError` if it is no Word document."""
    members = {member.name: member for member in package.read(blob)}
    types = _content_types(members)
    main = _main_part(members)
    docx = Docx(members=members, types=types, main=main)
    if wml.STRICT.encode() in members[main].beginning(8192):
        raise RefusedError(
            fault(
                "MA-010",
                "Tệp được lưu theo kiểu Strict Open XML.",
                "The file is saved as Strict Open XML.",
                hint=(
                    "Lưu lại theo kiểu Word Document (*.docx).",
                    "Save it as Word Document (*.docx).",
                ),
            )
        )
    return docx


def _content_types(members: Mapping[str, package.Member]) -> dict[str, str]:
    if TYPES_NAME not in members:
        raise _not_word(TYPES_NAME)
    types: dict[str, str] = {}
    for element in wml.parse(members[TYPES_NAME].data(), TYPES_NAME):
        kind = element.get("ContentType", "")
        if element.get("PartName"):
            types[element.get("PartName", "").lstrip("/")] = kind
        elif element.get("Extension"):
            types["." + element.get("Extension", "").lower()] = kind
    return types


def _main_part(members: Mapping[str, package.Member]) -> str:
    if "_rels/.rels" not in members:
        raise _not_word("_rels/.rels")
    for relation in read_relationships(members["_rels/.rels"]).values():
        if relation.type.endswith("/officeDocument"):
            name = resolve("", relation.target)
            if name in members:
                return name
    raise _not_word("officeDocument")


def _not_word(missing: str) -> RefusedError:
    return RefusedError(
        fault(
            "MA-010",
            f"Tệp nén này không phải văn bản Word (thiếu {missing}).",
            f"This archive is not a Word document (no {missing}).",
        )
    )
