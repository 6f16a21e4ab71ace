"""Warnings that a unit stands by: taken out of the list, kept on record, never forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from generator.checks.acceptance import how_to_accept, settle
from generator.problem import Message, Problem, Severity, Stopped, Where
from generator.report import ChapNhan
from tests.checks.build import source, workshop

if TYPE_CHECKING:
    from generator.pipeline import Made

BLANK = "bieu_mau: {1: {'2.1': 28, '2.2': 3, '2': trong}}\n"


def _accepting(code: str, place: str, reason: str = "Chờ số liệu của Sở") -> str:
    return f"{BLANK}chap_nhan:\n  - {{ma: {code}, o: {place}, ly_do: {reason}}}\n"


def test_an_accepted_warning_is_not_shown_but_recorded_with_its_reason() -> None:
    made = workshop().make(source(_accepting("NQ-002", "bieu_mau.1.2")))
    assert "NQ-002" not in {p.code for p in made.warnings}
    (accepted,) = made.accepted
    assert (accepted.problem.code, accepted.ly_do) == ("NQ-002", "Chờ số liệu của Sở")
    assert not {"DL-130", "DL-131"} & {p.code for p in made.warnings}


def test_only_the_place_that_is_named_is_accepted() -> None:
    settled = workshop().check(source(_accepting("NQ-002", "bieu_mau.1.3.3")))
    said = {(p.code, p.where.path) for p in settled.shown}
    assert {("NQ-002", "bieu_mau.1.2"), ("DL-131", "chap_nhan[1].ma")} <= said
    (unused,) = [p for p in settled.shown if p.code == "DL-131"]
    assert unused.where.line == 11
    assert unused.hint
    assert "bieu_mau.1.2" in unused.hint.vi
    assert settled.accepted == ()


def test_an_acceptance_with_nothing_left_to_accept_is_told() -> None:
    put_right = _accepting("NQ-002", "bieu_mau.1.2").replace(", '2': trong", "")
    (unused,) = [p for p in workshop().check(source(put_right)).shown if p.code == "DL-131"]
    assert unused.hint
    assert unused.hint.vi == (
        "Đã sửa xong thì bỏ mục này. Chấp nhận thì ghi vào tệp dữ liệu: chap_nhan: [{ma: NQ-002, "
        "o: bieu_mau.1.2, ly_do: …}]; tệp Excel thì ghi một dòng (Mã cảnh báo | Ô | Lý do) ở "
        "trang “Chấp nhận”; o là chỗ in ở cuối dòng đầu của cảnh báo."
    )


def test_a_code_no_rule_has_is_told_with_a_guess() -> None:
    shown = workshop().check(source(_accepting("NQ-022", "bieu_mau.1.2"))).shown
    (unknown,) = [p for p in shown if p.code == "DL-130"]
    assert unknown.where.path == "chap_nhan[1].ma"
    assert unknown.hint
    assert "Chấp nhận thì ghi vào tệp dữ liệu: chap_nhan: [{ma: " in unknown.hint.vi


def test_a_look_at_figures_alone_does_not_call_an_acceptance_of_words_unused() -> None:
    of_words, unknown = _accepting("NQ-080", "I.1"), _accepting("NQ-022", "I.1")
    shown = workshop().check(source(of_words), words=False).shown
    assert not {"DL-130", "DL-131"} & {p.code for p in shown}
    assert "DL-130" in {p.code for p in workshop().check(source(unknown), words=False).shown}


def test_warnings_of_the_data_can_be_accepted_too() -> None:
    data = BLANK + "chap_nhan: [{ma: DL-038, o: bieu_mau.1, ly_do: Chưa có}]\n"
    settled = workshop().check(source(data))
    assert [a.problem.code for a in settled.accepted] == ["DL-038"]
    assert "DL-131" not in {p.code for p in settled.shown}


def test_a_code_may_be_in_small_letters() -> None:
    made = workshop().make(source(_accepting("nq-002", "bieu_mau.1.2")))
    assert [one.problem.code for one in made.accepted] == ["NQ-002"]


IN_WORKBOOK = Where(file="a.xlsx", sheet="Biểu mẫu 1", cell="D8", path="bieu_mau.1.2")


@pytest.mark.parametrize(
    ("where", "place", "accepted"),
    [
        (IN_WORKBOOK, "Biểu mẫu 1!D8", True),
        (IN_WORKBOOK, "'Biểu mẫu 1'!$D$8", True),
        (IN_WORKBOOK, "biểu mẫu 1!d8", True),
        (IN_WORKBOOK, "bieu_mau.1.2, Biểu mẫu 1!D8", True),
        (IN_WORKBOOK, "bieu_mau.1.2", True),
        (IN_WORKBOOK, "Biểu mẫu 1!D80", False),
        (IN_WORKBOOK, "Biểu mẫu 11!D8", False),
        (IN_WORKBOOK, "D8", False),
        (Where(file="a.xlsx", sheet="Biểu mẫu 1", path="bieu_mau.1"), "Biểu mẫu 1", True),
        (Where(file="a.yaml", line=5, path="bieu_mau.1.2"), "Biểu mẫu 1!D8", False),
        (Where(file="a.yaml", line=5, path="bieu_mau.1.2"), "dòng 5", False),
    ],
)
def test_a_place_in_a_workbook_may_be_named_by_its_cell(
    where: Where, place: str, accepted: bool
) -> None:
    warning = Problem(
        code="NQ-002", message=Message("x", "x"), where=where, severity=Severity.WARNING
    )
    one = ChapNhan(ma="NQ-002", o=place, ly_do="y")

    settled = settle([warning], [one], ["NQ-002"], looked_at=("NQ",))

    assert [a.problem for a in settled.accepted] == ([warning] if accepted else [])
    assert [p.code for p in settled.shown] == ([] if accepted else ["NQ-002", "DL-131"])


def test_the_cell_that_was_meant_is_guessed() -> None:
    warning = Problem(
        code="NQ-002", message=Message("x", "x"), where=IN_WORKBOOK, severity=Severity.WARNING
    )
    one = ChapNhan(ma="NQ-002", o="Biểu mẫu 1!D9", ly_do="y")

    unused = settle([warning], [one], ["NQ-002"], looked_at=("NQ",)).shown[-1]

    assert unused.hint
    assert unused.hint.vi.startswith("Ý bạn là “Biểu mẫu 1!D8”?")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{ma: NQ-002, o: bieu_mau.1.2}", ("DL-011", "chap_nhan[1].ly_do")),
        ("{ma: NQ2, o: bieu_mau.1.2, ly_do: x}", ("DL-015", "chap_nhan[1].ma")),
        ("{ma: NQ-002, o: bieu_mau.1.2, ly_do: x, y: 1}", ("DL-010", "chap_nhan[1]")),
        ("NQ-002", ("DL-012", "chap_nhan")),
    ],
)
def test_an_acceptance_must_say_what_where_and_why(entry: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Stopped) as caught:
        workshop().check(source(f"{BLANK}chap_nhan: [{entry}]\n"))
    problems = [(p.code, p.where.path) for p in caught.value.problems if p.code != "NQ-002"]
    assert expected in problems


# -- the Word template of these tests has a part 2 and no part 1 --
def _layout(acceptance: str) -> Made:
    made_of = source(f"{BLANK}chap_nhan: [{acceptance}]\n")
    return workshop().make(replace(made_of, document="a.docx"))


def test_a_warning_of_layout_is_accepted_wherever_it_is_found() -> None:
    before = [p for p in _layout("").warnings if p.code == "TT-026"]
    made = _layout("{ma: TT-026, ly_do: Mẫu thử}")

    assert [(a.problem, a.ly_do) for a in made.accepted] == [(p, "Mẫu thử") for p in before]
    assert before
    assert not {"TT-026", "DL-130", "DL-131"} & {p.code for p in made.warnings}


def test_an_acceptance_of_layout_that_nothing_needs_is_told() -> None:
    unused = [p for p in _layout("{ma: TT-012, ly_do: x}").warnings if p.code == "DL-131"]
    assert [(p.where.path, p.message.vi) for p in unused] == [
        ("chap_nhan[1].ma", "Chấp nhận cảnh báo TT-012, nhưng không có cảnh báo này.")
    ]


def test_a_code_of_layout_no_rule_has_is_told() -> None:
    codes = {p.code for p in _layout("{ma: TT-099, ly_do: x}").warnings}
    assert "DL-130" in codes
    assert "DL-131" not in codes


def test_without_the_document_nothing_is_said_of_acceptances_of_layout() -> None:
    data = f"{BLANK}chap_nhan: [{{ma: TT-012, ly_do: x}}, {{ma: TT-099, ly_do: x}}]\n"
    shown = workshop().check(source(data)).shown
    assert not {"DL-130", "DL-131"} & {p.code for p in shown}


PLACE = Where(
    file="a.docx",
    part=Message("thân văn bản", "body"),
    table=2,
    table_row=1,
    table_cell=2,
    paragraph=2,
    tag="CHỦ TỊCH, PHÓ",
)


@pytest.mark.parametrize(
    ("place", "accepted"),
    [
        ("", True),
        ("CHỦ TỊCH, PHÓ", True),
        ('"CHỦ TỊCH, PHÓ"', True),
        ("bảng 2, hàng 1, ô 2", True),
        ('thân văn bản, bảng 2, hàng 1, ô 2, đoạn 2, "CHỦ TỊCH, PHÓ"', True),
        ("table 2, row 1", True),
        ("bảng 2, hàng 11", False),
        ("CHỦ", False),
        ("đầu trang", False),
    ],
)
def test_a_place_in_the_document_is_named_as_it_is_printed(place: str, accepted: bool) -> None:
    warning = Problem(
        code="TT-025", message=Message("x", "x"), where=PLACE, severity=Severity.WARNING
    )
    one = ChapNhan(ma="TT-025", o=place, ly_do="y")

    settled = settle([warning], [one], ["TT-025"], looked_at=("TT",))

    assert [a.problem for a in settled.accepted] == ([warning] if accepted else [])


def test_how_a_warning_of_layout_is_accepted_is_said_in_its_own_words() -> None:
    assert how_to_accept("TT-025").vi == (
        "Chấp nhận thì ghi vào tệp dữ liệu: chap_nhan: [{ma: TT-025, ly_do: …}]; "
        "tệp Excel thì ghi một dòng (Mã cảnh báo | Ô | Lý do) ở trang “Chấp nhận”; "
        "chỉ chấp nhận ở một chỗ thì thêm o: chỗ in trong cảnh báo."
    )
