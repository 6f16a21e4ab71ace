"""Tests of reading what people type, and of reading back what we print."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.errors import FormatError
from generator.formats.parsing import parse_figure, parse_scalar

VI = formatter("vi")


def figure(kind: Kind, number: str, total: str | None = None) -> Figure:
    whole = None if total is None else Decimal(total)
    return Figure(kind=kind, number=Decimal(number), total=whole)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", figure(Kind.COUNT, "12")),
        (" 04 ", figure(Kind.COUNT, "4")),
        ("00", figure(Kind.COUNT, "0")),
        ("1.788.123", figure(Kind.COUNT, "1788123")),
        ("-5", figure(Kind.COUNT, "-5")),
        ("12,5", figure(Kind.DECIMAL, "12.5")),
        ("−12,5", figure(Kind.DECIMAL, "-12.5")),  # noqa: RUF001  # a minus sign as Word puts it
        ("1.788,5", figure(Kind.DECIMAL, "1788.5")),
        ("12,125", figure(Kind.DECIMAL, "12.125")),
        ("98,06%", figure(Kind.PERCENT, "98.06")),
        ("98,06\u00a0%", figure(Kind.PERCENT, "98.06")),
        ("100% (18/18)", figure(Kind.PERCENT, "18", "18")),
        ("14/21", figure(Kind.FRACTION, "14", "21")),
        ("06/1.200", figure(Kind.FRACTION, "6", "1200")),
        ("4.494.051 triệu đồng", figure(Kind.MONEY, "4494051")),
        ("2022-03-18", date(2022, 3, 18)),
        ("14/9/2022", date(2022, 9, 14)),
        ("", Figure(kind=Kind.TEXT, status=Status.BLANK)),
        ("trong", Figure(kind=Kind.TEXT, status=Status.BLANK)),
        ("khong_phat_sinh", Figure(kind=Kind.TEXT, status=Status.NOT_ARISING)),
        ("chua_bao_cao", Figure(kind=Kind.TEXT, status=Status.NOT_REPORTED)),
        ("co", "co"),
        ("0251", "0251"),
        ("1.2.1", "1.2.1"),
        ("22/KH-UBND", "22/KH-UBND"),
        (" Trang CCHC ", " Trang CCHC "),
        ("tháng 10/2022", "tháng 10/2022"),
        ("٤", "٤"),
    ],
)
def test_free_texts(text: str, value: object) -> None:
    assert parse_scalar(text) == value
    assert type(parse_scalar(text)) is type(value)


@pytest.mark.parametrize("text", ["3.041", "1.788", "-3.041", "3.041%", "3.041 triệu đồng"])
def test_a_number_with_two_readings_is_refused_with_both(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_scalar(text)
    assert "có thể hiểu hai cách" in caught.value.message.vi
    assert caught.value.hint is not None
    assert "(hàng nghìn) hoặc" in caught.value.hint.vi


@pytest.mark.parametrize(
    ("text", "comma"), [("98.06%", "98,06"), ("98.06", "98,06"), ("0.125", "0,125"), ("4.0", "4,0")]
)
def test_a_decimal_point_is_refused_with_the_comma(text: str, comma: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_scalar(text)
    assert caught.value.hint is not None
    assert caught.value.hint.vi == f"Dùng dấu phẩy: {comma}."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,234,567", "Không đọc được số “1,234,567”."),
        ("12.345.67", "Không đọc được số “12.345.67”."),
        ("2022-02-30", "Không có ngày “2022-02-30”."),
        ("31/02/2022", "Không có ngày “31/02/2022”."),
        ("99% (18/18)", "“99% (18/18)”: tỷ lệ và phân số không khớp nhau."),
        ("0% (0/0)", "“0% (0/0)”: tỷ lệ và phân số không khớp nhau."),
        ("1.5/3", "Không đọc được số “1.5”."),
    ],
)
def test_what_cannot_be_is_refused(text: str, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_scalar(text)
    assert caught.value.message.vi == said


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1.788", Kind.COUNT, figure(Kind.COUNT, "1788")),
        ("98,06", Kind.PERCENT, figure(Kind.PERCENT, "98.06")),
        ("98", Kind.PERCENT, figure(Kind.PERCENT, "98")),
        ("98,06 %", Kind.PERCENT, figure(Kind.PERCENT, "98.06")),
        ("12", Kind.DECIMAL, figure(Kind.DECIMAL, "12")),
        ("4.494.051", Kind.MONEY, figure(Kind.MONEY, "4494051")),
        ("1234,5 triệu đồng", Kind.MONEY, figure(Kind.MONEY, "1234.5")),
        ("27/27", Kind.FRACTION, figure(Kind.FRACTION, "27", "27")),
        ("1", Kind.ENUMERATED, figure(Kind.ENUMERATED, "1")),
        ("1.788", Kind.TEXT, Figure(kind=Kind.TEXT, text="1.788")),
        ("trong", Kind.COUNT, Figure(kind=Kind.COUNT, status=Status.BLANK)),
        ("", Kind.MONEY, Figure(kind=Kind.MONEY, status=Status.BLANK)),
    ],
)
def test_a_known_kind_settles_what_a_text_leaves_open(text: str, kind: Kind, value: Figure) -> None:
    assert parse_figure(text, kind) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12,5", Kind.COUNT),
        ("98,06%", Kind.COUNT),
        ("3.041", Kind.DECIMAL),
        ("3.041", Kind.PERCENT),
        ("98.06", Kind.PERCENT),
        ("3.041", Kind.MONEY),
        ("14", Kind.FRACTION),
        ("1,0", Kind.ENUMERATED),
        ("một", Kind.ENUMERATED),
        ("abc", Kind.DECIMAL),
        ("27/27", Kind.COUNT),
    ],
)
def test_a_text_not_of_its_kind_is_refused(text: str, kind: Kind) -> None:
    with pytest.raises(FormatError):
        parse_figure(text, kind)


COUNTS = st.integers(0, 10**12).map(Decimal)
DECIMALS = st.decimals(-(10**9), 10**9, places=3)
PRINTABLE = st.integers(1 - 10**36, 10**36 - 1).map(Decimal)  # `rounding.as_decimal`
FIGURES = st.one_of(
    st.builds(Figure, kind=st.just(Kind.COUNT), number=PRINTABLE),
    st.builds(Figure, kind=st.just(Kind.DECIMAL), number=DECIMALS),
    st.builds(Figure, kind=st.just(Kind.PERCENT), number=st.decimals(-(10**6), 10**6, places=2)),
    st.builds(Figure, kind=st.just(Kind.PERCENT), number=COUNTS, total=COUNTS),
    st.builds(Figure, kind=st.just(Kind.MONEY), number=DECIMALS),
    st.builds(Figure, kind=st.just(Kind.FRACTION), number=COUNTS, total=COUNTS),
    st.builds(Figure, kind=st.just(Kind.ENUMERATED), number=st.sampled_from([0, 1, 2])),
)


@given(FIGURES)
def test_what_was_printed_is_read_back_or_refused_as_ambiguous(value: Figure) -> None:
    for printed in (VI.prose(value), VI.cell(value, unit_is_percent=True)):
        try:
            read = parse_figure(printed, value.kind)
        except FormatError:
            # Thousands with one point, where a decimal is possible: refused, never misread.
            assert value.kind in (Kind.DECIMAL, Kind.PERCENT, Kind.MONEY)
            assert printed.count(".") == 1
            assert "," not in printed
        else:
            assert read == value


@given(FIGURES)
def test_a_free_text_is_never_read_as_another_number(value: Figure) -> None:
    try:
        read = parse_scalar(VI.prose(value))
    except FormatError:
        return
    assert isinstance(read, Figure)
    assert (read.number, read.total) == (value.number, value.total)


@given(st.dates())
def test_printed_dates_are_read_back(day: date) -> None:
    if day.year >= 1000:
        assert parse_scalar(VI.short_date(day)) == day
    assert parse_scalar(day.isoformat()) == day


@given(st.text(max_size=12) | st.text("0123456789.,/-% ()", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FormatError):
        assert parse_figure(text, Kind.PERCENT).kind is Kind.PERCENT
    with suppress(FormatError):
        assert isinstance(parse_scalar(text), Figure | date | str)
