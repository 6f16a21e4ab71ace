"""Symbols of documents (ký hiệu): which kind is abbreviated how, and with which letters."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ADMINISTRATIVE: Final[Mapping[str, str]] = MappingProxyType({
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ",
    "Thông cáo": "TC", "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr",
    "Kế hoạch": "KH", "Phương án": "PA", "Đề án": "ĐA", "Dự án": "DA", "Báo cáo": "BC",
    "Biên bản": "BB", "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ", "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT", "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC",
    "Phiếu báo": "PB",
})  # fmt: skip
"""Abbreviations of the kinds of administrative documents: Nghị định 30/2020/NĐ-CP, Phụ lục III."""

ABBREVIATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {**ADMINISTRATIVE, "Nghị định": "NĐ", "Thông tư": "TT", "Kết luận": "KL"}
)
"""These, and those of legal documents and of the Party that reports cite."""

# `[A-Za-zĐđ]`, written otherwise: a set of three spans, one of them beyond Latin-1, takes ten times
# as long to compile. `[A-z]` is A to Z, a to z and some marks between them.
LETTER: Final = r"(?:(?=[A-zĐđ])[^\W\d_])"
"""A letter of a symbol, as a regular expression."""
