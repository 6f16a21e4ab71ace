"""The whole data file: the report it makes, and every mistake at its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from generator.bieu_mau_reader import read_form_set
from generator.figure import Kind
from generator.period import Ky
from generator.problem import Severity
from generator.readers import read
from generator.report import FreeLeaf
from generator.validate import Known, read_choice
from tests.validate.build import FORMS, HEAD, codes, known, problems, replaced, report


def test_a_good_file_makes_a_report_without_a_word() -> None:
    made, warnings = report(HEAD + FORMS)
    assert warnings == ()
    assert made.ky == Ky.parse("2022-Q1")
    assert (made.don_vi.ma, made.cha and made.cha.ma) == ("so-y", "tinh-x")
    assert (made.so_ky_hieu.so, made.so_ky_hieu.ky_hieu) == (None, "BC-SY")
    assert [entry.dong for entry in made.noi_nhan] == [("UBND tỉnh",)]
    assert (made.luu, made.kinh_gui) == (("VT", "TH"), ())
    assert made.bo_bieu_mau is known().form_sets[0]
    assert [len(form.rows) for form in made.bieu_mau] == [7, 3]
    assert list(made.by_concept()) == [
        "tong", "phan_a", "phan_b", "ty_le", "co_khong", "von", "phan_so", "chu", "ty_le_hai",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("ky: 2022-Q1", "ky: 2022-Q5", "DL-022", 1),
        ("ky: 2022-Q1\n", "", "DL-011", 1),
        ("don_vi: so-y", "don_vi: so-yy", "DL-020", 2),
        ("don_vi: so-y", "don_vi: tinh-x", "DL-024", 3),
        ("bo_mau: so", "bo_mau: s0", "DL-026", 3),
        ("bo_mau: so", "bo_mau: [so]", "DL-012", 3),
        ("bo_mau: so\n", "bo_mau: so\nbo_bieu_mau: bo-thi\n", "DL-023", 4),
        ("luu: [VT", "luuu: [VT", "DL-010", 7),
    ],
)
def test_each_mistake_is_found_at_its_line(old: str, new: str, code: str, line: int) -> None:
    assert (code, line) in codes(problems(replaced((old, new))))


def test_all_mistakes_come_at_once_in_the_order_of_the_file() -> None:
    text = replaced(
        ("ky: 2022-Q1", "ky: 2022-Q9"),
        ("so-y", "so-yy"),
        ("so: trong", "so: x"),
        ("Lê A", "''"),
        ("1.1: 1", "1.1: -1"),
        ("1/2", "1:2"),
    )
    assert codes(problems(text)) == [
        ("DL-022", 1), ("DL-020", 2), ("DL-012", 4), ("DL-011", 8), ("DL-034", 10), ("DL-033", 11),
    ]  # fmt: skip


def test_unknown_names_get_the_nearest_one_that_is_not_there_yet() -> None:
    found = {p.code: p.hint for p in problems(replaced(("luu: [VT", "luuu: [VT")))}
    hint = found["DL-010"]
    assert hint is not None
    assert hint.vi == "Ý bạn là “luu”?"


@pytest.mark.parametrize(
    ("old", "hint"),
    [("ky: 2022-Q1\n", "`ky: 2022-Q1`"), ("ten: Lê A, ", "`ten: Nguyễn Văn A`")],
)
def test_what_is_missing_comes_with_an_example(old: str, hint: str) -> None:
    (problem,) = [p for p in problems(replaced((old, ""))) if p.code == "DL-011"]
    assert problem.hint is not None
    assert hint in problem.hint.vi


def test_warnings_stop_nothing_and_come_with_the_errors_when_something_stops() -> None:
    text = replaced(("nam: 2022", "nam: 2021"))
    _, warnings = report(text)
    assert [(p.code, p.severity) for p in warnings] == [("DL-048", Severity.WARNING)]
    stopped = problems(text.replace("luu: [VT, TH]", "luu: [VT, TH]\nx: 1"))
    assert [p.code for p in stopped] == ["DL-048", "DL-010"]


def test_the_form_set_is_the_one_in_force_at_the_end_of_the_period() -> None:
    assert codes(problems(replaced(("2022-Q1", "2023-Q1"), ("nam: 2022", "nam: 2023")))) == [
        ("DL-023", 1)
    ]


def test_a_form_set_named_out_of_its_time_is_used_with_a_warning() -> None:
    text = replaced(
        ("2022-Q1", "2023-Q1"),
        ("nam: 2022", "nam: 2023"),
        ("bo_mau: so", "bo_mau: so\nbo_bieu_mau: bo-thu"),
    )
    made, warnings = report(text)
    assert codes(warnings) == [("DL-025", 4)]
    assert made.bieu_mau


def test_a_template_set_without_forms_takes_none() -> None:
    plain = Known(danh_muc=known().danh_muc, template_sets=("so",))
    made, warnings = report(HEAD, plain)
    assert (made.bieu_mau, made.bo_bieu_mau, warnings) == ((), None, ())
    assert codes(problems(HEAD + FORMS, plain)) == [("DL-030", 9)]


def test_where_there_are_no_template_sets_none_can_be_named() -> None:
    assert codes(problems(HEAD + FORMS, replace(known(), template_sets=()))) == [("DL-026", 3)]


def test_the_unit_is_as_on_the_day_of_issue_else_at_the_end_of_the_period() -> None:
    district = replaced(
        ("don_vi: so-y", "don_vi: huyen-z"),
        ("chuc_vu: Giám đốc", "chuc_vu: Chủ tịch"),
    )
    made, _ = report(district)
    assert made.don_vi.ma == "huyen-z"
    late = district.replace("{ngay: trong, thang: trong, nam: 2022}", "2022-07-01")
    assert codes(problems(late)) == [("DL-021", 2)]


def test_free_figures_are_what_their_writing_says_and_keep_their_places() -> None:
    made, _ = report(HEAD + FORMS + "so_lieu:\n  a: {b: 04, c: [2022-03-18, xã]}\n  d: 98,06%\n")
    inner = made.so_lieu["a"]
    assert not isinstance(inner, FreeLeaf | tuple)
    count, mixed = inner["b"], inner["c"]
    assert isinstance(count, FreeLeaf)
    assert isinstance(mixed, tuple)
    assert not isinstance(count.value, str | date)
    assert (count.value.kind, count.value.number) == (Kind.COUNT, Decimal(4))
    assert (count.where.line, count.where.path) == (13, "so_lieu.a.b")
    day, text = mixed
    assert isinstance(day, FreeLeaf)
    assert isinstance(text, FreeLeaf)
    assert (day.value, text.value) == (date(2022, 3, 18), "xã")
    assert text.where.path == "so_lieu.a.c[2]"


@pytest.mark.parametrize("name", ["kiểm_tra", "Xa", "2a", "a b", "a.b", "_a"])
def test_names_no_template_can_use_are_refused(name: str) -> None:
    found = problems(HEAD + FORMS + f"so_lieu:\n  {name}: 1\n")
    assert codes(found) == [("DL-047", 13)]


def test_made_up_figures_are_said_to_be_so_by_true_or_false_alone() -> None:
    assert not report(HEAD + FORMS)[0].minh_hoa
    assert report(f"{HEAD}so_lieu_minh_hoa: true\n{FORMS}")[0].minh_hoa
    unclear = problems(f"{HEAD}so_lieu_minh_hoa: có\n{FORMS}")
    assert codes(unclear) == [("DL-012", HEAD.count("\n") + 1)]


def test_the_choice_is_read_without_judging() -> None:
    choice = read_choice(read(b"bo_mau: so\nky: never\nx: y\n", "a.yaml"))
    assert (choice.ky, choice.don_vi, choice.bo_mau) == (None, "", "so")


def test_a_set_of_another_level_than_the_unit_is_refused() -> None:
    text = "ten: khac\nche_do: cchc\ncap: xa\nbieu_mau: []\n"
    other = read_form_set(read(text.encode(), "bm.yaml"))
    against = replace(known(), form_sets=(*known().form_sets, other))
    file = HEAD.replace("bo_mau: so", "bo_mau: so\nbo_bieu_mau: khac")
    (problem,) = problems(file, against)
    assert (problem.code, problem.where.line, problem.where.path) == ("DL-024", 4, "bo_bieu_mau")
