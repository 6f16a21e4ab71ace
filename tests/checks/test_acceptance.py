"""Warnings that a unit stands by: taken out of the list, kept on record, never forgotten."""

from __future__ import annotations

import pytest

from generator.problem import Stopped
from tests.checks.build import source, workshop

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
        "o: bieu_mau.1.2, ly_do: …}]; o là chỗ in ở cuối dòng đầu của cảnh báo."
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
