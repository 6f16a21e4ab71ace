"""Words that follow from the numbers: growth, differences, none, shares."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.errors import FilterError
from generator.formats.filters import filters
from generator.formats.printed import PrintedFigure

VI = formatter("vi")


def _printed(kind: Kind, number: str, total: int | None = None) -> PrintedFigure:
    whole = None if total is None else Decimal(total)
    figure = Figure(kind=kind, number=Decimal(number), total=whole)
    return PrintedFigure(so_lieu_goc=figure, formatter=VI)


def _absent(status: Status) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=Figure(kind=Kind.TEXT, status=status), formatter=VI)


NAMES: dict[str, object] = {
    "ho_so": _printed(Kind.COUNT, "205"),
    "ho_so_truoc": _printed(Kind.COUNT, "200"),
    "it": _printed(Kind.COUNT, "5"),
    "khong": _printed(Kind.COUNT, "0"),
    "nhieu": _printed(Kind.COUNT, "1000001"),
    "nhieu_truoc": _printed(Kind.COUNT, "1000000"),
    "diem": _printed(Kind.DECIMAL, "12.5"),
    "am": _printed(Kind.DECIMAL, "-2"),
    "von": _printed(Kind.MONEY, "4494051"),
    "von_truoc": _printed(Kind.MONEY, "4000000"),
    "dung_han": _printed(Kind.PERCENT, "98.06"),
    "dung_han_truoc": _printed(Kind.PERCENT, "98.36"),
    "xap_xi": _printed(Kind.PERCENT, "98.0584"),
    "phong": _printed(Kind.PERCENT, "18", 18),
    "phong_truoc": _printed(Kind.PERCENT, "9", 18),
    "phan_so": _printed(Kind.FRACTION, "14", 21),
    "ma": _printed(Kind.ENUMERATED, "1"),
    "chu": PrintedFigure(so_lieu_goc=Figure(kind=Kind.TEXT, text="tốt"), formatter=VI),
    "trong": _absent(Status.BLANK),
    "chua": _absent(Status.NOT_REPORTED),
    "khong_co": _absent(Status.NOT_ARISING),
    "none": None,
}


def render(source: str, locale: str = "vi") -> str:
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters.update(filters(formatter(locale)))
    return environment.from_string("{{ " + source + " }}").render(NAMES)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("ho_so | tang_giam(ho_so_truoc)", "tăng 2,5%"),
        ("ho_so_truoc | tang_giam(ho_so)", "giảm 2,44%"),
        ("ho_so | tang_giam(ho_so)", "không đổi"),
        ("205 | tang_giam(200)", "tăng 2,5%"),
        ("ho_so | tang_giam(ho_so_truoc, 'hồ sơ')", "tăng 05 hồ sơ"),
        ("ho_so_truoc | tang_giam(ho_so, 'hồ sơ')", "giảm 05 hồ sơ"),
        ("(ho_so + 0) | tang_giam(ho_so_truoc)", "tăng 2,5%"),
        ("von | tang_giam(von_truoc)", "tăng 12,35%"),
        ("diem | tang_giam(10)", "tăng 25%"),
    ],
)
def test_numbers_grow_and_shrink_in_percent_of_before(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("dung_han | tang_giam(dung_han_truoc)", "giảm 0,3 điểm phần trăm"),
        ("dung_han_truoc | tang_giam(dung_han)", "tăng 0,3 điểm phần trăm"),
        ("dung_han | tang_giam(xap_xi)", "không đổi"),
        ("phong | tang_giam(phong_truoc)", "tăng 50 điểm phần trăm"),
        ("(it | ti_le(ho_so)) | tang_giam(dung_han)", "giảm 95,62 điểm phần trăm"),
    ],
)
def test_percentages_differ_by_points_as_they_are_printed(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("it | tang_giam(khong)", "tăng 05"),
        ("khong | tang_giam(it)", "giảm 100%"),
        ("it | tang_giam(khong_co)", "tăng 05"),
        ("khong_co | tang_giam(khong)", "không đổi"),
        ("khong_co | tang_giam(khong_co)", "không đổi"),
        ("nhieu | tang_giam(nhieu_truoc)", "tăng 01"),
        ("diem | tang_giam(am)", "tăng 14,5"),
        ("von | tang_giam(khong_co)", "tăng 4.494.051 triệu đồng"),
    ],
)
def test_where_percent_say_nothing_the_difference_is_written(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize("earlier", ["trong", "chua", "none"])
def test_without_an_earlier_value_there_is_nothing_to_compare(earlier: str) -> None:
    assert render(f"it | tang_giam({earlier})") == "chưa có số liệu so sánh"
    assert render(f"{earlier} | tang_giam(it)") == "chưa có số liệu so sánh"
    assert render(f"dung_han | chenh_lech({earlier})") == "chưa có số liệu so sánh"


def test_percentages_do_not_compare_with_nothing_arisen() -> None:
    assert render("dung_han | tang_giam(khong_co)") == "chưa có số liệu so sánh"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("dung_han | tang_giam(it)", "so sánh tỷ lệ phần trăm với số lượng"),
        ("von | tang_giam(it)", "so sánh số tiền với số lượng"),
        ("phan_so | tang_giam(phan_so)", "phân số n/m"),
        ("ma | tang_giam(ma)", "mã lựa chọn"),
        ("it | chenh_lech(chu)", "chữ"),
    ],
)
def test_values_of_two_sorts_are_not_compared(source: str, words: str) -> None:
    with pytest.raises(FilterError) as caught:
        render(source)
    assert words in caught.value.message.vi


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("ho_so | chenh_lech(ho_so_truoc)", "05"),
        ("ho_so_truoc | chenh_lech(ho_so)", "05"),
        ("dung_han | chenh_lech(dung_han_truoc)", "0,3 điểm phần trăm"),
        ("von | chenh_lech(von_truoc)", "494.051 triệu đồng"),
        ("it | chenh_lech(diem)", "7,5"),
        ("it | chenh_lech(it)", "0"),
    ],
)
def test_a_difference_has_its_unit_and_no_sign(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("it | khong_phat_sinh", "05"),
        ("khong | khong_phat_sinh", "không phát sinh"),
        ("khong_co | khong_phat_sinh", "không phát sinh"),
        ("khong | khong_phat_sinh('không có')", "không có"),
        ("trong | khong_phat_sinh", "…"),
        ("chua | khong_phat_sinh", "chưa có số liệu"),
        ("0 | khong_phat_sinh", "không phát sinh"),
        ("[] | khong_phat_sinh", "không phát sinh"),
        ("['xã A', 'xã B'] | khong_phat_sinh", "xã A và xã B"),
    ],
)
def test_none_is_said_in_words_but_blank_is_not_none(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("it | ti_trong([it, ho_so])", "2,38%"),
        ("it | ti_trong(ho_so)", "2,44%"),
        ("it | ti_trong({'a': it, 'b': it})", "50%"),
        ("it | ti_trong([])", "…"),
        ("it | ti_trong([khong])", "…"),
        ("trong | ti_trong([it])", "…"),
        ("von | ti_trong(trong)", "…"),
        ("trong + von", "…"),
    ],
)
def test_a_share_is_of_the_sum_of_the_list(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("it | hoac(ho_so)", "05"),
        ("khong | hoac(ho_so)", "0"),
        ("trong | hoac(ho_so)", "205"),
        ("none | hoac('chưa rõ')", "chưa rõ"),
        ("chua | hoac(khong_co)", "không phát sinh"),
    ],
)
def test_what_is_not_there_gives_way_and_zero_does_not(source: str, written: str) -> None:
    assert render(source) == written


@pytest.mark.parametrize(
    ("locale", "grown", "points", "same", "nothing"),
    [
        ("en", "up 2.5%", "down 0.3 percentage points", "unchanged", "no figure to compare with"),
        ("fr", "+2,5\N{NO-BREAK SPACE}%", "-0,3 pp", "±0", "…"),
    ],
)
def test_other_locales_have_their_own_or_neutral_forms(
    locale: str, grown: str, points: str, same: str, nothing: str
) -> None:
    assert render("ho_so | tang_giam(ho_so_truoc)", locale) == grown
    assert render("dung_han | tang_giam(dung_han_truoc)", locale) == points
    assert render("it | tang_giam(it)", locale) == same
    assert render("it | tang_giam(trong)", locale) == nothing


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_word_follows_the_numbers_both_ways(now: int, before: int) -> None:
    tell = filters(VI)["tang_giam"]
    words = {tell(now, before).split()[0], tell(before, now).split()[0]}
    assert words == ({"không"} if now == before else {"tăng", "giảm"})
    assert tell(max(now, before) + 1, min(now, before)).startswith("tăng ")
