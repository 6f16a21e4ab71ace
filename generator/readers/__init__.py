"""Readers: bytes of a data file -> raw values with their places. One file for each format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Stopped, Where
from generator.readers.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.raw import RawMap


def _read_xlsx(data: bytes, name: str) -> RawMap:
    # -- most reports are YAML, and need not wait for what reads archives --
    from generator.readers.xlsx import read_xlsx  # noqa: PLC0415

    return read_xlsx(data, name)


READERS: tuple[tuple[tuple[str, ...], Callable[[bytes, str], RawMap]], ...] = (
    ((".yaml", ".yml"), read_yaml),
    ((".xlsx",), _read_xlsx),
)

_OTHER_WORKBOOKS = (".xls", ".xlsm", ".xlsb", ".ods", ".csv")
_SAVE_AS_XLSX = Message(
    "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save as) loại Excel Workbook (.xlsx).",
    "Open it in Excel or LibreOffice and save it as an Excel Workbook (.xlsx).",
)


def suffixes() -> tuple[str, ...]:
    """Return how names of data files may end, in the order in which they are looked for."""
    return tuple(suffix for endings, _ in READERS for suffix in endings)


def read(data: bytes, name: str) -> RawMap:
    """Return the raw values of a data file; the end of `name` tells the format.

    Raises `Stopped` with every problem the reader found (`PartlyReadError` where the rest can be
    looked into), or `DL-009` for an unknown format.
    """
    for suffixes, reader in READERS:
        if name.lower().endswith(suffixes):
            return reader(data, name)
    known = ", ".join(suffix for suffixes, _ in READERS for suffix in suffixes)
    raise Stopped(
        [
            Problem(
                code="DL-009",
                message=Message(
                    f"Không đọc được loại tệp này; các loại đọc được: {known}.",
                    f"Files of this kind cannot be read; the kinds known are {known}.",
                ),
                where=Where(file=name),
                hint=_SAVE_AS_XLSX if name.lower().endswith(_OTHER_WORKBOOKS) else None,
            )
        ]
    )
