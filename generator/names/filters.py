"""The filters of templates: what each is for, what it takes and gives, and an example.

Ours are all there (a test compares with `formats.filters`), of Jinja's own those that a report
needs. The examples are run by the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.names.types import ANY, FIGURE, NUMBER, RUNS, TEXT, Sort, Type
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBERS: Final = frozenset({Sort.NUMBER, Sort.FIGURE})
_DATES: Final = frozenset({Sort.DATE})
_LISTS: Final = frozenset({Sort.LIST})
_GROUPS: Final = frozenset({Sort.LIST, Sort.GROUP})
_SIZED: Final = frozenset({Sort.LIST, Sort.GROUP, Sort.TEXT})
_WORDS: Final = frozenset(Sort) - {Sort.LIST, Sort.GROUP, Sort.BLOCK, Sort.FUNCTION}
_ALL: Final = frozenset(Sort)


class FilterInfo(Struct, frozen=True, kw_only=True):
    """A filter: meaning, the sorts it takes, the type it gives (None: that of its input).

    `example` is a whole tag, `prints` what it prints.
    """

    meaning: Message
    takes: frozenset[Sort]
    gives: Type | None
    example: str
    prints: str


def _filter(
    said: tuple[str, str], takes: frozenset[Sort], gives: Type | None, shown: tuple[str, str]
) -> FilterInfo:
    return FilterInfo(
        meaning=Message(*said), takes=takes, gives=gives, example=shown[0], prints=shown[1]
    )


OWN: Final[Mapping[str, FilterInfo]] = {
    "so_luong": _filter(("số đếm", "a count"), _NUMBERS, TEXT, ("{{ 1788 | so_luong }}", "1.788")),
    "so": _filter(
        ("số thập phân, nhiều nhất le chữ số", "a number, at most le decimals"),
        _NUMBERS,
        TEXT,
        ("{{ 12.5 | so }}", "12,5"),
    ),
    "ty_le": _filter(
        ("tỷ lệ, có dấu %", "a percentage"), _NUMBERS, TEXT, ("{{ 98.06 | ty_le }}", "98,06%")
    ),
    "tien": _filter(
        ("số tiền, mặc định là triệu đồng", "an amount of money"),
        _NUMBERS,
        TEXT,
        ("{{ 4494051 | tien }}", "4.494.051 triệu đồng"),
    ),
    "bang_chu": _filter(
        ("số viết bằng chữ", "a number in words"),
        _NUMBERS,
        TEXT,
        ("{{ 21 | bang_chu }}", "hai mươi mốt"),
    ),
    "ngay": _filter(
        ("ngày viết bằng số", "a date in digits"), _DATES, TEXT, ("{{ ky.den_ngay | ngay }}", "")
    ),
    "ngay_dai": _filter(
        ("ngày viết đủ chữ", "a date in full"), _DATES, TEXT, ("{{ ky.den_ngay | ngay_dai }}", "")
    ),
    "thang_nam": _filter(
        ("tháng của một ngày", "the month of a date"),
        _DATES | {Sort.RECORD},
        TEXT,
        ("{{ ky.den_ngay | thang_nam }}", ""),
    ),
    "khoang": _filter(
        ("từ … đến …", "a range of dates or numbers"),
        _DATES | _NUMBERS,
        TEXT,
        ("{{ 2021 | khoang(2025) }}", "2021 - 2025"),
    ),
    "danh_sach": _filter(
        ("liệt kê: a, b và c", "an enumeration"),
        _LISTS,
        TEXT,
        ('{{ ["a", "b", "c"] | danh_sach }}', "a, b và c"),
    ),
    "tong": _filter(
        ("cộng một danh sách", "the sum of a list"), _GROUPS, FIGURE, ("{{ [4, 12] | tong }}", "16")
    ),
    "ti_le": _filter(
        ("phần trăm của một tổng", "the percentage of a total"),
        _NUMBERS,
        FIGURE,
        ("{{ 3 | ti_le(4) }}", "75%"),
    ),
    "ti_trong": _filter(
        ("phần trăm của tổng một danh sách", "the percentage of the sum of a list"),
        _NUMBERS,
        FIGURE,
        ("{{ 1 | ti_trong([1, 3]) }}", "25%"),
    ),
    "lam_tron": _filter(
        ("làm tròn, giữ loại số liệu", "rounded, still a figure"),
        _NUMBERS,
        FIGURE,
        ("{{ 12.46 | lam_tron(1) }}", "12,5"),
    ),
    "tang_giam": _filter(
        ("tăng, giảm so với kỳ trước", "the change against an earlier value"),
        _NUMBERS,
        TEXT,
        ('{{ 12 | tang_giam(7, "đơn vị") }}', "tăng 05 đơn vị"),
    ),
    "chenh_lech": _filter(
        ("chênh lệch, không có dấu", "the difference without a sign"),
        _NUMBERS,
        TEXT,
        ("{{ 12 | chenh_lech(7) }}", "05"),
    ),
    "khong_phat_sinh": _filter(
        ("số liệu; bằng 0 hay không có thì nói “không phát sinh”", "a figure; none is said so"),
        _NUMBERS | _LISTS,
        TEXT,
        ("{{ 0 | khong_phat_sinh }}", "không phát sinh"),
    ),
    "hoac": _filter(
        ("giá trị khác khi không có số", "another value where there is none"),
        _ALL,
        ANY,
        ("{{ 5 | hoac(7) }}", "5"),
    ),
    "hoa": _filter(("viết hoa", "capitals"), _WORDS, TEXT, ('{{ "Sở Y tế" | hoa }}', "SỞ Y TẾ")),
    "thuong": _filter(
        ("viết thường", "small letters"), _WORDS, TEXT, ('{{ "Quý I" | thuong }}', "quý i")
    ),
    "viet_hoa": _filter(
        ("viết hoa chữ đầu", "a capital first"), _WORDS, TEXT, ('{{ "quý I" | viet_hoa }}', "Quý I")
    ),
    "chu_thich": _filter(
        ("chú thích chân trang", "a footnote"),
        _WORDS,
        RUNS,
        ('{{ "Số liệu ước tính." | chu_thich }}', ""),
    ),
}

JINJA: Final[Mapping[str, FilterInfo]] = {
    "length": _filter(("số phần tử", "how many"), _SIZED, NUMBER, ("{{ [1, 2] | length }}", "2")),
    "first": _filter(("phần tử đầu", "the first one"), _SIZED, ANY, ("{{ [1, 2] | first }}", "1")),
    "last": _filter(("phần tử cuối", "the last one"), _SIZED, ANY, ("{{ [1, 2] | last }}", "2")),
    "join": _filter(
        ("nối thành một dòng", "joined to one line"),
        _SIZED,
        TEXT,
        ('{{ ["VT", "TH"] | join(", ") }}', "VT, TH"),
    ),
    "default": _filter(
        ("giá trị khác khi không có tên", "another value where the name is missing"),
        _ALL,
        ANY,
        ('{{ chua_co | default("…") }}', "…"),
    ),
    "sort": _filter(("xếp thứ tự", "sorted"), _SIZED, None, ("{{ [2, 1] | sort | first }}", "1")),
    "reverse": _filter(
        ("đảo thứ tự", "reversed"), _SIZED, None, ("{{ [1, 2] | reverse | first }}", "2")
    ),
    "list": _filter(
        ("thành danh sách", "as a list"), _SIZED, None, ("{{ [1] | list | length }}", "1")
    ),
    "sum": _filter(
        ("cộng các số thường", "the sum of numbers"),
        _GROUPS,
        NUMBER,
        ("{{ [1, 2] | sum }}", "3"),
    ),
    "round": _filter(
        ("làm tròn số thường", "a plain number rounded"),
        frozenset({Sort.NUMBER}),
        NUMBER,
        ("{{ 2.4 | round }}", "2.0"),
    ),
}

FILTERS: Final[Mapping[str, FilterInfo]] = {**OWN, **JINJA}
