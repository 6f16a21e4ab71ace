"""What a Word file carries beside its text: links to other files, parts that nothing uses.

Codes MA-072 and MA-075. What a template may not bring at all (macros, objects, linked pictures) the
compiler refuses itself, MA-005 to MA-010.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Problem, Severity, Where
from generator.word import opc, wml
from generator.word.faults import RefusedError
from generator.word.wml import R, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.opc import Docx
    from generator.word.values import Relationship

_HARMLESS: Final = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)
_FETCHING: Final = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|IMPORT)\b", re.IGNORECASE
)
# -- relationships that are used only where an element names their id --
_NAMED: Final = frozenset({"image", "hyperlink", "header", "footer", "chart", "package"})


def faults(docx: Docx) -> Iterator[Problem]:
    """Yield what a package should not carry."""
    yield from _links(docx)
    yield from _fields(docx)
    yield from _unused(docx)


def _links(docx: Docx) -> Iterator[Problem]:
    for part in docx.members:
        for relation in _relations(docx, part):
            if (
                relation.external
                and relation.type.endswith("/hyperlink")
                and not _HARMLESS.match(relation.target)
            ):
                yield _outside(relation.target, Where(tag=relation.target))


def _fields(docx: Docx) -> Iterator[Problem]:
    for name in docx.members:
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        data = docx.members[name].data()
        if b"instr" not in data:
            continue
        try:
            root = wml.parse(data, name)
        except RefusedError:
            continue  # reported already
        codes = [e.text or "" for e in root.iter(f"{W}instrText")]
        codes += [e.get(f"{W}instr", "") for e in root.iter(f"{W}fldSimple")]
        for code in codes:
            if _FETCHING.match(code):
                yield _outside(" ".join(code.split()), Where(tag=" ".join(code.split())))


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
