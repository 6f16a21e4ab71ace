"""What a template may not bring with it: macros, embedded objects, outside references, DTDs.

A report goes to other offices; a template from outside must not make their Word fetch or run
anything. Every refusal names the part and the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.word import opc, wml
from generator.word.faults import RefusedError, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.word.values import Relationship

_RUNNABLE: Final = ("vbaproject", "activex", "vbadata")
_RUNNABLE_TYPES: Final = ("macroenabled", "vbaproject", "activex", "ms-office.activex")
_OBJECT_TYPES: Final = ("/oleObject", "/control", "/vbaProject", "/activeXControlBinary")


def refusals(docx: opc.Docx) -> list[Problem]:
    """Return every reason why the package is not accepted as a template."""
    return [*_runnable(docx), *_documents(docx), *_references(docx), *_unreadable(docx)]


def _runnable(docx: opc.Docx) -> Iterator[Problem]:
    for name in docx.members:
        kind = docx.type_of(name).lower()
        if any(word in name.lower() for word in _RUNNABLE) or any(
            w in kind for w in _RUNNABLE_TYPES
        ):
            yield fault(
                "MA-008",
                f"Tệp chứa mã lệnh hoặc điều khiển chạy được ({name}).",
                f"The file contains macros or controls that can run ({name}).",
                hint=("Lưu lại thành .docx không macro.", "Save it as .docx without macros."),
            )


def _documents(docx: opc.Docx) -> Iterator[Problem]:
    kind = docx.type_of(docx.main)
    if kind != opc.DOCUMENT and "macroenabled" not in kind.lower():
        yield fault(
            "MA-010",
            f"Phần chính {docx.main} không phải văn bản Word mà là {kind or 'không rõ'}.",
            f"The main part {docx.main} is not a Word document but {kind or 'unknown'}.",
            hint=(
                "Lưu lại theo kiểu Word Document (*.docx), không phải mẫu .dotx hay bảng tính.",
                "Save it as Word Document (*.docx), not as .dotx or a workbook.",
            ),
        )


def _references(docx: opc.Docx) -> Iterator[Problem]:
    for name, member in docx.members.items():
        if not name.endswith(".rels"):
            continue
        try:
            relations = opc.read_relationships(member)
        except RefusedError:
            continue  # reported by `_unreadable`
        for relation in relations.values():
            yield from _reference(name, relation)


def _reference(name: str, relation: Relationship) -> Iterator[Problem]:
    if relation.type.endswith(_OBJECT_TYPES):
        yield fault(
            "MA-009",
            f"Tệp nhúng đối tượng OLE ({relation.target}, trong {name}).",
            f"The file embeds an OLE object ({relation.target}, in {name}).",
            hint=(
                "Thay đối tượng bằng ảnh hoặc bảng của Word.",
                "Replace the object by a picture or a table of Word.",
            ),
        )
    elif relation.external and not relation.type.endswith("/hyperlink"):
        kind = relation.type.rpartition("/")[2]
        yield fault(
            "MA-007",
            f"Tệp trỏ ra ngoài để lấy {kind} từ “{relation.target}” (trong {name}).",
            f"The file refers outside for its {kind}, to “{relation.target}” (in {name}).",
            hint=_OUTSIDE.get(kind, ("bỏ liên kết này trong Word", "remove this link in Word")),
        )


_OUTSIDE: Final = {
    "attachedTemplate": (
        "Word: Nhà phát triển, Mẫu văn bản, bỏ mẫu đính kèm (chọn Normal rồi lưu lại)",
        "Word: Developer, Document Template, detach the template (choose Normal and save)",
    ),
    "image": (
        "chèn ảnh vào tệp thay vì liên kết (Sửa liên kết, Ngắt liên kết)",
        "insert the picture instead of linking to it (Edit Links, Break Link)",
    ),
}


def _unreadable(docx: opc.Docx) -> Iterator[Problem]:
    for name, member in docx.members.items():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                wml.parse(member.data(), name)
            except RefusedError as refused:
                yield refused.problem
