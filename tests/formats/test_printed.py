"""Tests of figures as templates hold them."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.errors import FilterError
from generator.formats.printed import PrintedFigure

VI = formatter("vi")


def printed(kind: Kind, number: str, total: str | None = None) -> PrintedFigure:
    whole = None if total is None else Decimal(total)
    return PrintedFigure(
        so_lieu_goc=Figure(kind=kind, number=Decimal(number), total=whole), formatter=VI
    )


def absent(kind: Kind = Kind.COUNT, status: Status = Status.BLANK) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=Figure(kind=kind, status=status), formatter=VI)


def text(words: str) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=Figure(kind=Kind.TEXT, text=words), formatter=VI)


four, rate, funds = (
    printed(Kind.COUNT, "4"),
    printed(Kind.PERCENT, "98.06"),
    printed(Kind.MONEY, "3630"),
)
share = printed(Kind.FRACTION, "6", "11")


def test_a_figure_prints_itself() -> None:
    figure = msgspec.structs.replace(rate, ghi_chu="lũy kế", unit_is_percent=True)
    assert (str(figure), figure.o, figure.ghi_chu) == ("98,06%", "98,06", "lũy kế")
    assert (figure.gia_tri, figure.mau_so) == (Decimal("98.06"), None)
    assert (share.gia_tri, share.mau_so) == (Decimal(6), Decimal(11))
    assert printed(Kind.PERCENT, "7", "8").gia_tri == Decimal("87.5")
    assert printed(Kind.PERCENT, "0", "0").gia_tri is None


def test_a_figure_says_whether_and_why_it_is_not_there() -> None:
    asked = [
        (figure.co, figure.trong, figure.khong_phat_sinh, figure.chua_bao_cao)
        for figure in (
            four,
            absent(),
            absent(status=Status.NOT_ARISING),
            absent(status=Status.NOT_REPORTED),
        )
    ]
    assert [flags.index(True) for flags in asked] == [0, 1, 2, 3]
    assert all(sum(flags) == 1 for flags in asked)


def test_a_figure_is_true_when_it_is_there_and_not_zero() -> None:
    assert four
    assert text("x")
    assert share
    for false in (printed(Kind.COUNT, "0"), absent(), text(""), printed(Kind.FRACTION, "0", "9")):
        assert not false


def test_a_figure_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        four.ghi_chu = "x"  # type: ignore[misc]  # the point of the test


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert printed(Kind.COUNT, "5") == printed(Kind.DECIMAL, "5.0") == 5
    assert hash(printed(Kind.COUNT, "5")) == hash(printed(Kind.DECIMAL, "5.0")) == hash(5)
    assert text("x") == "x"
    assert hash(text("x")) == hash("x")
    assert absent() == absent(Kind.MONEY)
    assert absent() != absent(status=Status.NOT_ARISING)
    assert absent() != 0
    assert share == printed(Kind.FRACTION, "6", "11") != printed(Kind.FRACTION, "6", "12")
    assert share != 6
    assert rate == 98.06
    assert (four == object()) is False


def test_figures_are_ordered_by_value() -> None:
    assert four < 5
    assert four <= Decimal(4)
    assert funds > four
    assert rate >= 98.06
    assert printed(Kind.ENUMERATED, "1") < 2


def test_what_is_not_there_is_neither_smaller_nor_larger() -> None:
    assert not absent() < 5
    assert not absent() >= 5
    assert not four > absent()
    assert not four <= absent()


def test_texts_and_fractions_have_no_order() -> None:
    with pytest.raises(FilterError) as caught:
        _ = share < 5
    assert caught.value.message.vi == "Không thể so sánh lớn bé với phân số n/m."
    with pytest.raises(TypeError):
        _ = four < "5"  # type: ignore[operator]  # the point of the test


@pytest.mark.parametrize(
    ("result", "kind", "written"),
    [
        (four + four, Kind.COUNT, "08"),
        (four + 1, Kind.COUNT, "05"),
        (1 + four, Kind.COUNT, "05"),
        (four - 9, Kind.COUNT, "-05"),
        (9 - four, Kind.COUNT, "05"),
        (four + Decimal("0.5"), Kind.DECIMAL, "4,5"),
        (four * 0.5, Kind.COUNT, "02"),
        (four + printed(Kind.DECIMAL, "1.5"), Kind.DECIMAL, "5,5"),
        (four / 3, Kind.DECIMAL, "1,33"),
        (1 / four, Kind.DECIMAL, "0,25"),
        (four / four, Kind.DECIMAL, "1"),
        (funds + funds, Kind.MONEY, "7.260 triệu đồng"),
        (funds / four, Kind.MONEY, "907,5 triệu đồng"),
        (four * funds, Kind.MONEY, "14.520 triệu đồng"),
        (funds / funds, Kind.DECIMAL, "1"),
        (rate - printed(Kind.PERCENT, "90"), Kind.PERCENT, "8,06%"),
        (2 * rate, Kind.PERCENT, "196,12%"),
        (rate / 2, Kind.PERCENT, "49,03%"),
        (-four, Kind.COUNT, "-04"),
        (abs(four - 9), Kind.COUNT, "05"),
        (abs(four), Kind.COUNT, "04"),
        (sum([four, four], start=absent()), Kind.COUNT, "…"),
        (absent(Kind.MONEY) / 2, Kind.MONEY, "…"),
        (four - absent(status=Status.NOT_ARISING), Kind.COUNT, "…"),
    ],
)
def test_calculating(result: PrintedFigure, kind: Kind, written: str) -> None:
    assert (result.so_lieu_goc.kind, str(result)) == (kind, written)


@pytest.mark.parametrize(
    ("one", "operator", "other", "said"),
    [
        (four, "+", funds, "Không thể cộng số lượng với số tiền."),
        (four, "-", rate, "Không thể lấy số lượng trừ tỷ lệ phần trăm."),
        (rate, "*", four, "Không thể nhân tỷ lệ phần trăm với số lượng."),
        (funds, "*", funds, "Không thể nhân số tiền với số tiền."),
        (four, "/", funds, "Không thể chia số lượng cho số tiền."),
        (1, "/", funds, "Không thể chia số cho số tiền."),
        (share, "+", share, "Không thể cộng phân số n/m với phân số n/m."),
        (printed(Kind.ENUMERATED, "1"), "+", 1, "Không thể cộng mã lựa chọn với số."),
        (text("x"), "*", 2, "Không thể nhân chữ với số."),
    ],
)
def test_kinds_that_do_not_go_together(
    one: object, operator: str, other: object, said: str
) -> None:
    with pytest.raises(FilterError) as caught:
        _sandboxed(f"{{{{ a {operator} b }}}}", a=one, b=other)
    assert caught.value.message.vi == said


def test_division_by_zero_is_python_s_own_error() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = four / 0
    with pytest.raises(ZeroDivisionError):
        _ = printed(Kind.COUNT, "0") / printed(Kind.COUNT, "0")


def test_other_types_do_not_calculate() -> None:
    with pytest.raises(TypeError):
        _ = four + "1"  # type: ignore[operator]  # the point of the test
    with pytest.raises(TypeError):
        _ = four + True  # not a number here


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12))
def test_arithmetic_is_that_of_whole_numbers(one: int, other: int) -> None:
    left, right = printed(Kind.COUNT, str(one)), printed(Kind.COUNT, str(other))
    assert [(left + right).gia_tri, (left - right).gia_tri] == [one + other, one - other]
    assert (left * right).gia_tri == one * other
    assert (left < right, left <= right, left == right) == (one < other, one <= other, one == other)


def test_a_sandboxed_template_uses_all_of_it() -> None:
    source = (
        "{{ x }} {{ x.o }} {{ x.gia_tri }} {% if x and x.co and not x.trong %}có{% endif %} "
        "{{ x * 2 + 1 }} {{ [x, x] | sum }} {{ x < 5 }} {{ (x - 9) | abs }}"
    )
    assert _sandboxed(source, x=four) == "04 04 4 có 09 08 True 05"
    assert _sandboxed("{{ x }}", x=text("a < b")) == "a &lt; b"


def _sandboxed(source: str, **names: object) -> str:
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(source).render(names)
