"""What a Word file carries beside its text: links to other files, parts that nothing uses.

Codes MA-072 and MA-075. What a template may not bring at all (macros, objects, linked pictures) the
compiler refuses itself, MA-005 to MA-010.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from generator.problem import Message, Problem, Severity, Where
from generator.suggest import plain
from generator.word import opc, wml
from generator.word.faults import RefusedError
from generator.word.wml import R, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.lint.words import Part
    from generator.word.opc import Docx
    from generator.word.values import Relationship

_HARMLESS: Final = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)
_FETCHING: Final = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|IMPORT)\b", re.IGNORECASE
)
_MERGED: Final = re.compile(r"MERGEFIELD\s+\"?([\w -]+?)\"?\s*(?:\\.*)?$", re.IGNORECASE)
# -- relationships that are used only where an element names their id --
_NAMED: Final = frozenset({"image", "hyperlink", "header", "footer", "chart", "package"})


def faults(docx: Docx, parts: Sequence[Part]) -> Iterator[Problem]:
    """Yield what a package should not carry; `parts` are those with text (`words.parts_of`)."""
    yield from _links(docx, parts)
    for part in parts:
        yield from _fields(part)
    yield from _unused(docx)


def _links(docx: Docx, parts: Sequence[Part]) -> Iterator[Problem]:
    readable = {part.name: part for part in parts}
    for name in docx.members:
        for relation in _relations(docx, name):
            if (
                relation.external
                and relation.type.endswith("/hyperlink")
                and not _HARMLESS.match(relation.target)
            ):
                where = _place(readable.get(name), relation.id)
                yield _outside(relation.target, replace(where, tag=relation.target))


def _place(part: Part | None, relation: str) -> Where:
    """Return where a part first names a relationship."""
    for element in part.root.iter() if part else ():
        if part and element.get(f"{R}id") == relation:
            return part.places.of(element)
    return Where()


def _fields(part: Part) -> Iterator[Problem]:
    for element in part.root.iter(f"{W}instrText", f"{W}fldSimple"):
        code = " ".join((element.text or element.get(f"{W}instr") or "").split())
        where = replace(part.places.of(element), tag=code)
        if _FETCHING.match(code):
            yield _outside(code, where)
        elif merged := _MERGED.match(code):
            yield _of_mail_merge(merged[1], where)


def _of_mail_merge(name: str, where: Where) -> Problem:
    return Problem(
        code="MA-070",
        message=Message(
            "Trường trộn thư (Mail Merge) của Word: báo cáo in nguyên chữ đang có ở đó.",
            "A field of Word's mail merge: reports print the words that stand there now.",
        ),
        where=where,
        hint=Message(
            f"Xóa trường ấy, gõ thẻ, ví dụ {{{{ sl.{plain(name)} }}}}.",
            f"Delete the field and type a tag such as {{{{ sl.{plain(name)} }}}}.",
        ),
        severity=Severity.WARNING,
    )


def _outside(target: str, where: Where) -> Problem:
    return Problem(
        code="MA-072",
        message=Message(
            f"Liên kết tới tệp hay máy khác: {target}.", f"A link to another file: {target}."
        ),
        where=where,
        hint=Message(
            "Bỏ liên kết (Ctrl+Shift+F9 trên chữ ấy) và chép nội dung vào mẫu.",
            "Remove the link (Ctrl+Shift+F9 on it) and put the content into the template.",
        ),
        severity=Severity.WARNING,
    )


def _unused(docx: Docx) -> Iterator[Problem]:
    reached = {opc.TYPES_NAME, "_rels/.rels"}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        used = _ids_in(docx, part)
        for relation in _relations(docx, part):
            target = opc.resolve(part, relation.target)
            by_id = relation.type.rpartition("/")[2] in _NAMED and part
            if relation.external or target in reached or (by_id and relation.id not in used):
                continue
            reached |= {target, opc.rels_name(target)}
            waiting.append(target)
    for name in docx.members:
        if name not in reached:
            yield _left(name)


def _relations(docx: Docx, part: str) -> list[Relationship]:
    try:
        return list(docx.relationships_of(part).values())
    except RefusedError:
        return []  # reported already


def _ids_in(docx: Docx, part: str) -> set[str]:
    """Return the values of all relationship attributes of a part."""
    member = docx.members.get(part)
    if member is None or not part.endswith(".xml"):
        return set()
    try:
        root = wml.parse(member.data(), part)
    except RefusedError:
        return set()
    return {
        str(value)
        for element in root.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(R)
    }


def _left(name: str) -> Problem:
    return Problem(
        code="MA-075",
        message=Message(
            f"Phần “{name}” nằm trong tệp mà không chỗ nào dùng.",
            f"The part “{name}” is in the file and nothing uses it.",
        ),
        where=Where(tag=name),
        hint=Message(
            "Mở bằng Word rồi lưu lại để bỏ phần thừa.", "Open and save it in Word to drop it."
        ),
        severity=Severity.WARNING,
    )
