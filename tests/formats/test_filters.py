"""Tests of the filters, as templates call them."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.errors import FilterError, FormatError
from generator.formats.filters import filters
from generator.formats.printed import PrintedFigure
from generator.period import Ky

VI = formatter("vi")
GROUP = "Nhóm hoặc danh sách không dùng được với bộ lọc này"


def printed(figure: Figure) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=figure, formatter=VI)


def count(number: int) -> PrintedFigure:
    return printed(Figure(kind=Kind.COUNT, number=Decimal(number)))


NAMES: dict[str, object] = {
    "bon": count(4),
    "mot": count(1),
    "khong": count(0),
    "ty_le_dung_han": printed(Figure(kind=Kind.PERCENT, number=Decimal("98.06"))),
    "dat": printed(Figure(kind=Kind.FRACTION, number=Decimal(14), total=Decimal(21))),
    "von": printed(Figure(kind=Kind.MONEY, number=Decimal(4494051))),
    "goc": Figure(kind=Kind.COUNT, number=Decimal(7)),
    "trong": printed(Figure(kind=Kind.COUNT, status=Status.BLANK)),
    "khong_co": printed(Figure(kind=Kind.COUNT, status=Status.NOT_ARISING)),
    "chu": printed(Figure(kind=Kind.TEXT, text="tốt")),
    "d": Decimal("98.645"),
    "hom": date(2022, 9, 14),
    "tet": date(2022, 1, 5),
    "ky": Ky.parse("2022-10"),
    "none": None,
}


def render(source: str, locale: str = "vi") -> str:
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters.update(filters(formatter(locale)))
    return environment.from_string(source).render(NAMES)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("4 | so_luong", "04"),
        ("1788 | so_luong", "1.788"),
        ("bon | so_luong", "04"),
        ("goc | so_luong", "07"),
        ("khong | so_luong", "0"),
        ("trong | so_luong", "…"),
        ("none | so_luong", "…"),
        ("khong_co | so_luong", "không phát sinh"),
        ("12.5 | so", "12,5"),
        ("d | so", "98,645"),
        ("d | so(1)", "98,6"),
        ("bon | so", "4"),
        ("(bon / 3) | so", "1,33"),
        ("d | ty_le", "98,65%"),
        ("d | ty_le(0)", "99%"),
        ("ty_le_dung_han | ty_le", "98,06%"),
        ("ty_le_dung_han | ty_le(1)", "98,1%"),
        ("von | tien", "4.494.051 triệu đồng"),
        ("3630 | tien('tỷ đồng')", "3.630 tỷ đồng"),
        ("(von / 7) | tien", "642.007,29 triệu đồng"),
        ("trong | tien", "…"),
        ("2025 | bang_chu", "hai nghìn không trăm hai mươi lăm"),
        ("dat | bang_chu", "mười bốn trên hai mươi mốt"),
        ("3630000000 | bang_chu('đồng') | viet_hoa", "Ba tỷ sáu trăm ba mươi triệu đồng"),
        ("bon | bang_chu('đơn vị')", "bốn đơn vị"),
        ("chu | bang_chu", "tốt"),
        ("hom | ngay", "14/9/2022"),
        ("tet | ngay", "05/01/2022"),
        ("trong | ngay", "…"),
        ("tet | ngay_dai", "ngày 05 tháng 01 năm 2022"),
        ("hom | thang_nam", "tháng 9/2022"),
        ("ky | thang_nam", "tháng 10/2022"),
        ("tet | khoang(hom)", "từ ngày 05/01/2022 đến ngày 14/9/2022"),
        ("2021 | khoang(2025)", "2021 - 2025"),
        ("goc | khoang(von)", "07 - 4.494.051 triệu đồng"),
        ("'quý iv năm 2022' | hoa", "QUÝ IV NĂM 2022"),
        ("'QUÝ' | thuong", "quý"),
        ("'đồng Nai' | viet_hoa", "Đồng Nai"),
        ("'“sở Nội vụ”' | viet_hoa", "“Sở Nội vụ”"),
        ("'6 tháng đầu năm' | viet_hoa", "6 tháng đầu năm"),
        ("'' | viet_hoa", ""),
        ("['a', 'b', 'c'] | danh_sach", "a, b và c"),
        ("['a', 'b'] | danh_sach", "a và b"),
        ("[] | danh_sach", ""),
        ("[bon, d, tet, 5] | danh_sach", "04, 98,645, 05/01/2022 và 5"),
        ("[bon, mot, 2] | tong", "07"),
        ("[bon, trong, khong_co, none] | tong", "04"),
        ("[trong, khong_co] | tong", "…"),
        ("[] | tong", "…"),
        ("[von, von] | tong", "8.988.102 triệu đồng"),
        ("[{'x': bon}, {'x': mot}] | map(attribute='x') | tong", "05"),
        ("{'a': bon, 'b': mot} | tong", "05"),
        ("bon | ti_le(7)", "57,14%"),
        ("1 | ti_le(8) | lam_tron(1)", "12,5%"),
        ("dat | ti_le", "66,67%"),
        ("von | ti_le(von)", "100%"),
        ("bon | ti_le(khong)", "…"),
        ("bon | ti_le(trong)", "…"),
        ("bon | ti_le(none)", "…"),
        ("trong | ti_le", "…"),
        ("trong | ti_le(bon)", "…"),
        ("d | lam_tron", "99"),
        ("d | lam_tron(2)", "98,65"),
        ("2.5 | lam_tron", "3"),
        ("ty_le_dung_han | lam_tron", "98%"),
        ("trong | lam_tron", "…"),
    ],
)
def test_filters_in_vietnamese(source: str, written: str) -> None:
    assert render(f"{{{{ {source} }}}}") == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("4 | so_luong", "4"),
        ("d | ty_le", "98.65%"),
        ("von | tien", "₫4,494,051,000,000"),
        ("hom | ngay", "9/14/2022"),
        ("tet | ngay_dai", "January 5, 2022"),
        ("ky | thang_nam", "October 2022"),
        ("['a', 'b', 'c'] | danh_sach", "a, b, and c"),
        ("[bon, mot] | tong", "5"),
        ("khong_co | so_luong", "none"),
    ],
)
def test_the_same_filters_in_english(source: str, written: str) -> None:
    assert render(f"{{{{ {source} }}}}", "en") == written


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("'abc' | so_luong", "“abc” không dùng được với bộ lọc này, cần một số."),
        ("true | so", "“True” không dùng được với bộ lọc này, cần một số."),
        ("dat | ty_le", "“14/21” không dùng được với bộ lọc này, cần một số."),
        ("chu | tien", "“tốt” không dùng được với bộ lọc này, cần một số."),
        ("4 | tien('đô la')", "“đô la” không dùng được với bộ lọc này, cần đồng, nghìn đồng, "),
        ("'14/9/2022' | ngay", "“14/9/2022” không dùng được với bộ lọc này, cần một ngày."),
        ("bon | ngay_dai", "“04” không dùng được với bộ lọc này, cần một ngày."),
        ("'abc' | danh_sach", "“abc” không dùng được với bộ lọc này, cần một danh sách."),
        ("5 | tong", "“5” không dùng được với bộ lọc này, cần một danh sách."),
        ("['x'] | tong", "“x” không dùng được với bộ lọc này, cần một số."),
        ("[ty_le_dung_han] | tong", "Các tỷ lệ phần trăm không cộng được với nhau."),
        ("[bon, von] | tong", "Không thể cộng số lượng với số tiền."),
        ("[dat, dat] | tong", "Không thể cộng phân số n/m với phân số n/m."),
        ("bon | ti_le(von)", "Không thể chia số lượng cho số tiền."),
        ("ty_le_dung_han | ti_le(2)", "Không thể chia tỷ lệ phần trăm cho số lượng."),
        ("bon | ti_le", "Bộ lọc “ti_le” thiếu tổng số; chỉ số liệu dạng n/m mới không cần."),
        ("[{'a': bon}] | danh_sach", f"{GROUP}, cần chữ hoặc số."),
        ("{'a': bon} | danh_sach", f"{GROUP}, cần một danh sách."),
        ("[{'a': bon}] | khong_phat_sinh", f"{GROUP}, cần chữ hoặc số."),
        ("[bon] | hoa", f"{GROUP}, cần chữ hoặc số."),
        ("{'a': bon} | thuong", f"{GROUP}, cần chữ hoặc số."),
        ("{'a': bon} | so", f"{GROUP}, cần một số."),
        ("tet | viet_hoa", "“2022-01-05” không dùng được với bộ lọc này, cần chữ hoặc số."),
    ],
)
def test_a_wrong_value_is_named(source: str, said: str) -> None:
    with pytest.raises(FilterError) as caught:
        render(f"{{{{ {source} }}}}")
    assert caught.value.message.vi.startswith(said)
    assert caught.value.message.en


def test_a_count_with_decimals_is_not_rounded_silently() -> None:
    with pytest.raises(FormatError, match="not a whole number"):
        render("{{ 2.5 | so_luong }}")


@pytest.mark.parametrize("name", sorted(filters(VI)))
def test_an_unknown_name_stays_jinja_s_own_error(name: str) -> None:
    of_two = {"khoang", "tang_giam", "chenh_lech", "ti_trong", "hoac"}
    with pytest.raises(UndefinedError, match="'khong_co_ten' is undefined"):
        render(f"{{{{ khong_co_ten | {name}{'(1)' if name in of_two else ''} }}}}")


def test_texts_come_out_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "quý")
    written = filters(VI)["hoa"](decomposed)
    assert written == "QUÝ"
    assert unicodedata.is_normalized("NFC", written)
    assert filters(VI)["danh_sach"]([decomposed]) == "quý"


def test_percentages_of_a_column_may_all_have_their_decimals() -> None:
    ty_le = filters(formatter("vi"))["ty_le"]

    shown = [ty_le(Decimal(number), du=True) for number in ("40.5", "100", "98.066")]
    assert shown == ["40,50%", "100,00%", "98,07%"]
    assert ty_le(Decimal("40.5")) == "40,5%"
