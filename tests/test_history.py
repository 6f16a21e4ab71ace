"""Earlier reports: each read once; what cannot be used is a warning at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.history import History
from generator.period import Ky
from generator.problem import Severity
from generator.readers import read
from generator.validate import validate
from tests.validate.build import FORMS, HEAD, known

if TYPE_CHECKING:
    from generator.report import Report

Q1, Q2 = Ky.parse("2022-Q1"), Ky.parse("2022-Q2")


def _load(blob: bytes, name: str) -> Report:
    return validate(read(blob, name), known())[0]


def _history(text: str, unit: str = "so-y") -> History:
    return History(unit, lambda ky, unit: (text.encode(), f"data/{ky}/{unit}.yaml"), _load)


def test_a_report_is_found_and_read_once() -> None:
    asked: list[tuple[Ky, str]] = []

    def find(ky: Ky, unit: str) -> tuple[bytes, str]:
        asked.append((ky, unit))
        return (HEAD + FORMS).encode(), "a.yaml"

    history = History("so-y", find, _load)
    first = history(Q1)
    assert first is not None
    assert first.by_concept()["phan_a"].figure.number == 1
    assert history(Q1) is first
    assert (asked, history.warnings) == ([(Q1, "so-y")], [])


def test_where_there_is_no_file_there_is_no_report_and_no_word() -> None:
    history = History("so-y", lambda _ky, _unit: None, _load)
    assert (history(Q1), history.warnings) == (None, [])


def test_a_faulty_file_is_one_warning_at_its_first_mistake() -> None:
    history = _history((HEAD + FORMS).replace("1.1: 1,", "1.1: -1,").replace("luu: [VT, TH]\n", ""))
    assert history(Q1) is None
    assert history(Q1) is None
    (warning,) = history.warnings
    assert (warning.code, warning.severity) == ("DL-070", Severity.WARNING)
    assert (warning.where.file, warning.where.line) == ("data/2022-Q1/so-y.yaml", 1)
    assert "luu" in warning.message.vi
    assert warning.message.vi.endswith(". (Và 1 lỗi khác.)")


def test_a_file_that_is_no_data_at_all_is_a_warning_too() -> None:
    history = _history("{")
    assert history(Q1) is None
    assert [(w.code, w.severity) for w in history.warnings] == [("DL-070", Severity.WARNING)]


def test_a_file_in_the_wrong_place_is_not_used() -> None:
    history = _history(HEAD + FORMS)
    assert history(Q2) is None
    (warning,) = history.warnings
    assert (warning.code, warning.where.file) == ("DL-071", "data/2022-Q2/so-y.yaml")
    assert "2022-Q1, so-y" in warning.message.vi


def test_a_file_that_cannot_be_read_is_a_warning() -> None:
    def find(_ky: Ky, _unit: str) -> tuple[bytes, str]:
        read(b"", "a.doc")
        raise AssertionError

    history = History("so-y", find, _load)
    assert history(Q1) is None
    assert [w.code for w in history.warnings] == ["DL-070"]
