"""Constraints read from data, looked up, worked out, and told of when they are broken."""

from __future__ import annotations

import pytest

from generator.problem import Problem, Severity, Stopped
from tests.checks.build import found, source, warnings, workshop

FIGURES = """\
so_lieu:
  a: 41
  b: 3
  c: 38
  trong: trong
  nhom: {x: 1, y: 2, z: trong}
  phan_so: 6/11
  ds:
    - {ten: Một, so: 1, ty_le: "9,09%"}
    - {ten: Hai, so: 4}
    - {ten: Ba, so: 6, ty_le: "54,55%", sau: {them: 5}}
"""


def _holds(constraint: str) -> bool:
    return _said(constraint) == []


def _said(constraint: str) -> list[tuple[str, str]]:
    return found(f"{FIGURES}rang_buoc: ['{constraint}']\n")


def _refused(constraint: str) -> tuple[Problem, ...]:
    with pytest.raises(Stopped) as caught:
        workshop().check(source(f"{FIGURES}rang_buoc: ['{constraint}']\n"))
    return tuple(p for p in caught.value.problems if p.severity is Severity.ERROR)


@pytest.mark.parametrize(
    "constraint",
    [
        "sl.a = sl.b + sl.c",
        "sl.b = sl.a - sl.c",
        "sl.a - sl.b - sl.c = 0",
        "sl.a - (sl.b + sl.c) = 0",
        "tong(sl.nhom) = 3",
        "tong(sl.ds, so) = 11",
        "tong(sl.ds, sau.them) = 5",
        "dem(sl.ds) = 3",
        "tu(sl.phan_so) = 6",
        "mau(sl.phan_so) = tong(sl.ds, so)",
        "hoac(sl.trong, 7) = 7",
        "hoac(sl.b, 7) = 3",
        "nho_nhat(sl.a, sl.b, 5) = 3",
        "lon_nhat(sl.a, sl.b, 5) = 41",
        "sl.ds[2].so = 4",
        "sl.ds[*].so <= 6",
        "sl.b < sl.c",
        "sl.c > sl.b",
        "sl.b >= 3",
        "sl.ds[*].ty_le = sl.ds[*].so / tong(sl.ds, so)",
    ],
)
def test_what_is_true_stays_silent_and_its_contrary_is_told(constraint: str) -> None:
    assert _holds(constraint)
    contrary = constraint.replace(" = ", " > ").replace(" <= ", " > ")
    if contrary != constraint:
        assert not _holds(contrary)


@pytest.mark.parametrize("unknown", ["sl.trong = 5", "sl.a = sl.trong + 1", "tong(sl.a) = 41"])
def test_what_is_not_given_contradicts_nothing(unknown: str) -> None:
    assert _holds(unknown)


def test_a_broken_sum_is_told_with_all_its_numbers_and_places() -> None:
    (said,) = warnings(FIGURES + 'rang_buoc: ["sl.a = sl.b + sl.ds[2].so"]\n')
    assert (said.code, said.where.path, said.where.line) == ("NQ-010", "so_lieu.a", 10)
    assert said.message.vi == "sl.a = 41, khác sl.b + sl.ds[2].so = 3 + 4 = 7; in như đã nêu."
    assert said.hint
    assert said.hint.vi == "Xem lại cả sl.b (dòng 11); sl.ds[2].so (dòng 18)."


def test_a_broken_order_has_a_code_of_its_own() -> None:
    (said,) = warnings(f"{FIGURES}rang_buoc: [sl.c <= sl.b]\n")
    assert (said.code, said.where.path) == ("NQ-011", "so_lieu.c")
    assert said.message.vi == "sl.c = 38, lớn hơn sl.b = 3; in như đã nêu."


def test_a_broken_ratio_is_told_of_the_entry_it_belongs_to() -> None:
    text = FIGURES.replace("54,55%", "54,5%").replace("9,09%", "9,1%")
    constraint = "sl.ds[*].ty_le = sl.ds[*].so / tong(sl.ds, so)"
    assert found(f"{text}rang_buoc: ['{constraint}']\n") == []
    text = text.replace("54,5%", "54,6%")
    (said,) = warnings(f"{text}rang_buoc: ['{constraint}']\n")
    assert (said.code, said.where.path) == ("NQ-012", "so_lieu.ds[3].ty_le")
    ratio = "sl.ds[3].so / tổng số “so” của các mục ở sl.ds = 6 / 11 = 54,55"
    assert ratio in said.message.vi


def test_a_ratio_changed_to_make_100_is_said_to_be() -> None:
    rows = ["{n: 5, t: '11,36%'}", "{n: 1, t: '2,27%'}", "{n: 38, t: '86,37%'}"]
    constraint = "rang_buoc: ['sl.ds[*].t = sl.ds[*].n / tong(sl.ds, n)']\n"
    (said,) = warnings(f"so_lieu: {{ds: [{', '.join(rows)}]}}\n{constraint}")
    assert said.where.path == "so_lieu.ds[3].t"
    assert said.hint
    assert "cộng đủ 100%" in said.hint.vi
    assert "99,99%" in said.hint.vi


def test_a_ratio_over_zero_is_told() -> None:
    figures = "so_lieu: {n: 0, m: 0, t: 0%}\nrang_buoc: [sl.t = sl.n / sl.m]\n"
    (said,) = warnings(figures)
    assert (said.code, said.where.path) == ("NQ-012", "so_lieu.t")
    assert said.message.vi == "sl.t = 0, nhưng mẫu số sl.m = 0; in như đã nêu."


def test_what_usually_holds_is_told_softly_and_with_its_meaning() -> None:
    entry = "{cong_thuc: sl.a = sl.b, y_nghia: Hai bảng một số, thuong: true}"
    (said,) = warnings(f"{FIGURES}rang_buoc: [{entry}]\n")
    assert (said.code, said.where.path) == ("NQ-013", "so_lieu.a")
    assert said.message.vi.startswith("Hai bảng một số: sl.a = 41, khác sl.b = 3 (nên xem lại)")


def test_rows_of_forms_are_named_by_form_and_code_and_found_where_they_are_stated() -> None:
    forms = "bieu_mau: {4: {'1.3.1': 1, '1.3.2': 2}, 6: {'2.1': 4}}\n"
    (said,) = [p for p in warnings(forms) if p.code == "NQ-010"]
    assert said.where.path == "bieu_mau.6.2.1"
    assert "biểu mẫu 4 dòng 1.3 = 3, khác biểu mẫu 6 dòng 2.1 = 4" in said.message.vi


def test_a_computed_row_is_looked_for_at_its_parts() -> None:
    (said,) = [
        p
        for p in warnings(
            "bieu_mau: {4: {'1.3.1': 1, '1.3.2': 2}, "
            "6: {'2.2': 4, '2.3': 0, '2.4.1': 0, '2.4.2': 0, '2.4.3': 0, '2.5': 0}}\n"
        )
        if p.code == "NQ-010"
    ]
    assert said.where.path == "bieu_mau.4.1.3.1"


@pytest.mark.parametrize(
    ("constraint", "code", "hint"),
    [
        ("sl.a = ", "DL-132", "Ví dụ: sl.kiem_tra"),
        ("sl.aa = 1", "DL-133", None),
        ("sl.nhom.xy = 1", "DL-133", None),
        ("sl.ds[4].so = 1", "DL-133", None),
        ("sl.ds[*].ti_le = 1", "DL-133", "Ý bạn là “ty_le”?"),
        ("sl.ds[*].sau.thm = 1", "DL-133", "Ý bạn là “them”?"),
        ("ct.tthc_muc_33 = 1", "DL-133", "Ý bạn là “tthc_muc_3”?"),
        ("4:1.33 = 1", "DL-133", "Ý bạn là “4:1.3"),
        ("9:1 = 1", "DL-133", None),
        ("ct.muc_kiem_tra = 1", "DL-133", None),
        ("ct.khong_co@2015 = 1", "DL-133", None),
    ],
)
def test_a_constraint_that_cannot_be_is_refused_at_its_place(
    constraint: str, code: str, hint: str | None
) -> None:
    (problem,) = _refused(constraint)
    assert (problem.code, problem.where.path, problem.where.line) == (code, "rang_buoc[1]", 20)
    if hint:
        assert problem.hint
        assert hint in problem.hint.vi


def test_names_that_only_some_entries_have_and_figures_of_other_periods_are_known() -> None:
    assert _holds("sl.ds[*].sau.them = 5")
    assert _holds("sl.khong_co@2015 = 5")


def test_a_mapping_says_what_it_lacks_and_what_it_has_too_much() -> None:
    with pytest.raises(Stopped) as caught:
        workshop().check(source(f"{FIGURES}rang_buoc: [{{y_nghia: x, thua: 1}}, [a]]\n"))
    problems = [p for p in caught.value.problems if p.severity is Severity.ERROR]
    codes = [(p.code, p.where.path) for p in problems]
    assert codes == [
        ("DL-011", "rang_buoc[1].cong_thuc"),
        ("DL-010", "rang_buoc[1]"),
        ("DL-012", "rang_buoc"),
    ]


@pytest.mark.parametrize(
    ("constraint", "words"),
    [
        ("tong(sl.nhom) = 4", "tổng các số ở sl.nhom = 3, khác 4"),
        ("tong(sl.ds, so) = 4", "tổng số “so” của các mục ở sl.ds = 11, khác 4"),
        ("dem(sl.ds) = 4", "số mục nêu ở sl.ds = 3, khác 4"),
        ("tu(sl.phan_so) = 4", "tử số của sl.phan_so = 6, khác 4"),
        ("mau(sl.phan_so) = 4", "mẫu số của sl.phan_so = 11, khác 4"),
        ("sl.b = hoac(sl.trong, 4)", "sl.b = 3, khác sl.trong (để trống thì tính là 4) = 4"),
        ("nho_nhat(sl.a, sl.b) = 4", "số nhỏ nhất trong sl.a, sl.b = 3, khác 4"),
        ("lon_nhat(sl.a, sl.b) = 2.5", "số lớn nhất trong sl.a, sl.b = 41, khác 2,5"),
    ],
)
def test_functions_are_told_in_words_and_numbers_with_a_decimal_comma(
    constraint: str, words: str
) -> None:
    entry = f"{{cong_thuc: '{constraint}', y_nghia: Hai bảng một số}}"
    (said,) = warnings(f"{FIGURES}rang_buoc: [{entry}]\n")
    assert said.message.vi == f"Hai bảng một số: {words}; in như đã nêu."
