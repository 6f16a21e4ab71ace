"""Receivers (Nơi nhận) as data files and the unit register list them.

    noi_nhan:
      - Như trên
      - {nhom: [Thường trực Tỉnh ủy, Thường trực HĐND tỉnh], muc_dich: để báo cáo}
      - ds: lanh_dao                  # a named list of the unit register

Nghị định 30/2020, phụ lục I, II.9 has single receivers only; a group with a brace and a purpose is
the practice of many offices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from generator.fields import Fields
from generator.problem import Message, Where
from generator.raw import RawList, RawMap, RawScalar

if TYPE_CHECKING:
    from generator.raw import Raw


class NoiNhan(Struct, frozen=True, kw_only=True, eq=False):
    """One entry: a single receiver, or receivers that share the purpose `muc_dich`.

    Lines bear no dash and no closing mark: those belong to print.
    """

    dong: tuple[str, ...]
    muc_dich: str = ""
    where: Where = field(default_factory=Where)

    def __eq__(self, other: object) -> bool:
        """Compare what is printed, wherever it was read."""
        if not isinstance(other, NoiNhan):
            return NotImplemented
        return (self.dong, self.muc_dich) == (other.dong, other.muc_dich)

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash((self.dong, self.muc_dich))


class DanhSach(Struct, frozen=True, kw_only=True):
    """A named list of the register, to be filled in where it stands."""

    ten: str
    where: Where


def bare(text: str) -> str:
    """Return a receiver without the dash and the mark that people type around it."""
    return text.strip().removeprefix("-").rstrip(";. ").strip()


def same(text: str) -> str:
    """Return what two spellings of one receiver have in common: letters, not case and spaces."""
    return " ".join(text.casefold().split())


def read_entries(fields: Fields, key: str, *, named_lists: bool) -> tuple[NoiNhan | DanhSach, ...]:
    """Return the entries under `key`, in their order; one entry may stand without a list.

    Notes DL-012 for what is no entry; `named_lists` tells whether `ds:` is accepted.
    """
    value = fields.take(key)
    if value is None:
        return ()
    items = value.items if isinstance(value, RawList) else (value,)
    path = f"{fields.path}.{key}" if fields.path else key
    many = isinstance(value, RawList)
    read = [
        _entry(
            item, Fields(item, fields.problems, f"{path}[{number}]" if many else path), named_lists
        )
        if isinstance(item, RawMap)
        else _single(item, fields, key, path)
        for number, item in enumerate(items, start=1)
    ]
    return tuple(entry for entry in read if entry is not None)


def _single(item: Raw, fields: Fields, key: str, path: str) -> NoiNhan | None:
    if isinstance(item, RawScalar):
        text = bare(item.text)
        where = replace(item.where, path=path)
        return NoiNhan(dong=(text,), where=where) if text and text != "trong" else None
    fields.wrong(key, Message("một danh sách nơi nhận", "a list of receivers"), item.where)
    return None


def _entry(raw: RawMap, fields: Fields, named_lists: bool) -> NoiNhan | DanhSach | None:
    where = replace(raw.where, path=fields.path)
    if named_lists and "ds" in raw.keys:
        name = fields.text("ds")
        fields.close()
        return DanhSach(ten=name, where=fields.at("ds")) if name else None
    if "nhom" not in raw.keys:
        fields.problems.error("DL-012", where, _NOT_AN_ENTRY, _how_to_quote(raw))
        return None
    lines = tuple(text for text in map(bare, fields.texts("nhom", required=True)) if text)
    purpose = fields.text("muc_dich")
    fields.close()
    return NoiNhan(dong=lines, muc_dich=purpose, where=where) if lines else None


_NOT_AN_ENTRY = Message(
    "Mỗi nơi nhận là một dòng chữ, một nhóm hoặc một danh sách có tên.",
    "A receiver is a text, a group or a named list.",
)


def _how_to_quote(raw: RawMap) -> Message:
    """Return the hint for an entry that YAML tore at its colon (`Phòng: TH, KT`), or for others."""
    key, value = next(raw.entries(), (None, None))
    if key is not None and isinstance(value, RawScalar) and len(raw.keys) == 1:
        quoted = f'- "{key.text}: {value.text}"'
        return Message(
            f"Có dấu hai chấm thì đặt cả dòng trong ngoặc kép: {quoted}.",
            f"A text with a colon needs quotes: {quoted}.",
        )
    return Message(
        "Nhóm viết {nhom: [A, B], muc_dich: để báo cáo}; danh sách viết ds: tên.",
        "Write a group as {nhom: [A, B], muc_dich: để báo cáo}, a named list as ds: name.",
    )
