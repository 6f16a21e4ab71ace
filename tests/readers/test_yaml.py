"""Reading YAML: places, exact values, and every broken file in plain words."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problem import Problem, Stopped
from generator.raw import RawList, RawMap, RawScalar, Value
from generator.readers import read


def _read(text: str) -> RawMap:
    return read(text.encode(), "a.yaml")


def _value(text: str) -> Value:
    raw = _read(f"x: {text}\n").get("x")
    assert isinstance(raw, RawScalar)
    return raw.value


def _problems(data: bytes | str, name: str = "a.yaml") -> tuple[Problem, ...]:
    with pytest.raises(Stopped) as caught:
        read(data if isinstance(data, bytes) else data.encode(), name)
    return caught.value.problems


def _places(data: bytes | str) -> list[tuple[str, int | None, int | None]]:
    return [(p.code, p.where.line, p.where.column) for p in _problems(data)]


def test_every_value_and_every_name_has_its_place() -> None:
    raw = _read("a: 1\nb:\n  - x\n  - {c: y}\n")
    assert (raw.where.line, raw.where.column) == (1, 1)
    assert (raw.keys["b"].where.line, raw.keys["b"].where.column) == (2, 1)
    items = raw.get("b")
    assert isinstance(items, RawList)
    first, second = items.items
    assert (first.where.file, first.where.line, first.where.column) == ("a.yaml", 3, 5)
    assert isinstance(second, RawMap)
    inner = second.get("c")
    assert inner is not None
    assert (inner.where.line, inner.where.column) == (4, 9)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("98.06", Decimal("98.06")),
        ("98.10", Decimal("98.10")),
        ("2022-03-18", date(2022, 3, 18)),
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_plain_values_mean_what_they_look_like(text: str, value: Value) -> None:
    assert _value(text) == value
    assert type(_value(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    ["NO", "yes", "Off", "1:30", "010", "04", "0x1F", "1e3", ".5", "1_000", "2022-02-30", "12,5"],
)
def test_nothing_else_is_guessed(text: str) -> None:
    assert _value(text) == text


def test_what_stands_in_quotes_is_text_as_written() -> None:
    raw = _read('x: "12"\n').get("x")
    assert isinstance(raw, RawScalar)
    assert (raw.value, raw.quoted) == ("12", True)
    assert _value('"2022-03-18"') == "2022-03-18"


def test_a_number_of_endless_digits_stays_text() -> None:
    assert _value("9" * 6000) == "9" * 6000


def test_codes_keep_their_zeros_as_names() -> None:
    assert list(_read("2.1: a\n2.10: b\n").keys) == ["2.1", "2.10"]


def test_texts_are_composed_and_columns_count_what_the_eye_sees() -> None:
    raw = _read(unicodedata.normalize("NFD", "x: [Sở, Nội vụ]\n")).get("x")
    assert isinstance(raw, RawList)
    first, second = raw.items
    assert isinstance(first, RawScalar)
    assert first.text == unicodedata.normalize("NFC", "Sở")
    assert second.where.column == 9


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    raw = read(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n", "a.yaml")
    text = raw.get("b")
    assert isinstance(text, RawScalar)
    assert text.text == "x\ny\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: [1, 2\nb: 3\n", 1, 4, "ngoặc đóng"),
        ("a: {x: 1\n", 1, 4, "ngoặc đóng"),
        ("a: b: c\n", 1, 5, "hai chấm"),
        ("a: 1\n b: 2\n", 2, 3, "hai chấm"),
        ("\tx: 1\n", 1, 1, "tab"),
        ("a: |\n\tx\n", 2, 1, "tab"),
        ("a: 1\nb: 'abc\nc: 1\n", 2, 4, "ngoặc kép đóng"),
        ("a: @x\n", 1, 4, "bắt đầu bằng"),
        ('a: "\\q"\n', 1, 5, "Dấu \\"),
        ("a: 1\n- b\n", 2, 1, "thụt không thẳng"),
        ('a: "x" y\n', 1, 8, "thụt không thẳng"),
        ("a: - b\n", 1, 4, "gạch đầu dòng"),
        ("a: ]\n", 1, 4, "sai cú pháp"),
    ],
)
def test_broken_syntax_is_told_in_plain_words(
    text: str, line: int, column: int, words: str
) -> None:
    (problem,) = _problems(text)
    assert (problem.code, problem.where.line, problem.where.column) == ("DL-002", line, column)
    assert words in problem.message.vi
    assert problem.hint is not None


def test_broken_syntax_of_every_part_is_told_at_once() -> None:
    text = """\
ky: 2022-Q1
don_vi: "so-noi-vu
so: 5: 6
nguoi_ky:
  ten: Phạm Minh Phước
    chuc_vu: Giám đốc
luu: [VT, TH
noi_nhan:
  - UBND tỉnh
"""

    found = _problems(text)

    assert [(p.code, p.where.line, p.message.en) for p in found] == [
        ("DL-002", 2, "A closing quote is missing."),
        ("DL-002", 3, "There is a colon where none can be, or this line is indented wrongly."),
        ("DL-002", 6, "There is a colon where none can be, or this line is indented wrongly."),
        ("DL-002", 7, "A comma or a closing bracket ] or } is missing."),
    ]


def test_every_name_given_twice_is_reported_where_it_comes_again() -> None:
    problems = _problems("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")
    assert [(p.code, p.where.line, p.where.column) for p in problems] == [
        ("DL-003", 4, 3),
        ("DL-003", 5, 1),
    ]
    assert "dòng 1" in problems[1].message.vi


def test_anchors_aliases_and_tags_are_refused_each_at_its_place() -> None:
    text = "a: &x [1]\nb: *x\nc: !!python/object:os.system 1\nd: !q {}\n"
    assert _places(text) == [
        ("DL-004", 1, 4),
        ("DL-004", 2, 4),
        ("DL-004", 3, 4),
        ("DL-004", 4, 4),
    ]


def test_a_bomb_of_aliases_is_never_unfolded() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    assert {code for code, _, _ in _places("\n".join(lines))} == {"DL-004"}


def test_a_second_report_in_one_file_is_refused() -> None:
    assert _places("a: 1\n---\nb: 2\n") == [("DL-004", 2, 1)]


def test_every_control_character_is_reported_plain_or_escaped() -> None:
    assert _places("a: x\x01\nb: \x0b\n") == [("DL-005", 1, 5), ("DL-005", 2, 4)]
    assert _places('a: "\\x02"\nb: "\\uFFFF"\n') == [("DL-005", 1, 4), ("DL-005", 2, 4)]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "\n\n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert _places(text) == [("DL-006", None, None)]


def test_a_file_that_is_no_mapping_says_what_to_write() -> None:
    (problem,) = _problems("\n- a\n")
    assert (problem.code, problem.where.line) == ("DL-006", 2)
    assert problem.hint is not None
    assert "ky: 2022-Q1" in problem.hint.vi


@pytest.mark.parametrize(
    ("data", "line", "guess"),
    [
        ("a: Sở\n".encode("utf-16"), None, "UTF-16"),
        ("a: Sở\n".encode("utf-16-le"), None, "UTF-16"),
        (b"a: 1\nb: S\xf0\n", 2, "windows-1258"),
    ],
)
def test_another_encoding_is_recognised(data: bytes, line: int | None, guess: str) -> None:
    (problem,) = _problems(data)
    assert (problem.code, problem.where.line) == ("DL-001", line)
    assert guess in problem.message.vi
    assert problem.hint is not None
    assert "UTF-8" in problem.hint.vi


def test_data_too_large_or_too_deep_stop_at_once() -> None:
    assert _places(b"a: " + b"x" * 4_000_000)[0][0] == "DL-008"
    assert _places("a: " + "[" * 100_000) == [("DL-008", 1, 43)]


def test_a_name_must_be_one_word() -> None:
    assert _places("? [a]\n: 1\n") == [("DL-002", 1, 3)]


def test_a_file_of_another_kind_is_named() -> None:
    (problem,) = _problems(b"", "a.txt")
    assert (problem.code, problem.where.file, problem.hint) == ("DL-009", "a.txt", None)
    assert ".yaml" in problem.message.vi


@pytest.mark.parametrize("name", ["a.xls", "a.XLSM", "a.ods"])
def test_a_workbook_of_another_kind_is_to_be_saved_as_one_of_ours(name: str) -> None:
    (problem,) = _problems(b"", name)
    assert (problem.code, problem.where.file) == ("DL-009", name)
    assert problem.hint
    assert "Excel Workbook (.xlsx)" in problem.hint.vi


def _found(data: bytes) -> tuple[Problem, ...]:
    try:
        read(data, "a.yaml")
    except Stopped as stopped:
        return stopped.problems
    return ()


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_but_never_crash(data: bytes) -> None:
    assert all(p.where.file == "a.yaml" for p in _found(data))


@given(st.text(alphabet="ab:-[]{}'\"# \n\t&*!|>%@?,01.\\uxU", max_size=40))
def test_any_text_is_read_or_refused_but_never_crashes(text: str) -> None:
    assert all(p.where.file == "a.yaml" for p in _found(text.encode()))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("ky:2022-Q1\ndon_vi: a\n", 1, 4),
        ("ky:2022-Q1  # kỳ\ndon_vi: a\n", 1, 4),
        ("don_vi: a\nky:2022-Q1\nbo_mau: b\n", 2, 4),
        ("nguoi_ky:\n  ten:Lê Văn C\n  chuc_vu: x\n", 2, 7),
        ("nguoi_ky:\n  chuc_vu: x\n  ten:Lê Văn C\nso: 5\n", 3, 7),
        ('bieu_mau:\n  1:\n    "2.1":45\n    "2.2": 4\n', 3, 11),
        ('bieu_mau:\n  1:\n    "2.0": 1\n    "2.1":45\n\n    # lời\n    "2.2": 4\n', 4, 11),
        ("so_lieu:\n  a:\n    - ten:x\n      b: 2\n", 3, 11),
    ],
)
def test_a_colon_without_its_space_is_told_where_it_stands(
    text: str, line: int, column: int
) -> None:
    (problem,) = _problems(text)

    assert (problem.code, problem.where.line, problem.where.column) == ("DL-002", line, column)
    assert problem.message.vi == "Thiếu dấu cách sau dấu hai chấm."


def test_an_address_is_no_name_without_a_space() -> None:
    (problem,) = _problems("a: xem\nhttps://a.vn: b: c\n")

    assert (problem.code, problem.where.line) == ("DL-002", 2)
    assert problem.message.vi.startswith("Có dấu hai chấm ở chỗ không thể có")
