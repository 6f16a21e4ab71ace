"""The five published reports: every mistake that is listed is found, and nothing else raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.files import Folder
from generator.pipeline import Workshop
from tests.checks.corpus import LISTS, ROOT, Outcome, outcome_of, read_list, table_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(Folder(ROOT))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_all_listed_mistakes_are_found_and_nothing_else(path: Path, workshop: Workshop) -> None:
    outcome = outcome_of(read_list(path), workshop)

    assert [mistake.id for mistake in outcome.missed] == []
    assert outcome.false_alarms == ()


def test_five_reports_are_listed() -> None:
    assert [path.stem for path in LISTS] == ["000", "001", "002", "003", "004"]


def test_every_mistake_is_listed_once() -> None:
    lists = [read_list(path) for path in LISTS]
    ids = [mistake.id for one in lists for mistake in one.loi]
    ids += [name for one in lists for names in one.khong_the.values() for name in names]

    assert len(ids) == len(set(ids))
    # -- 39 + 17 + 22 certain mistakes of the three reports with a list of their own --
    assert sum("-C" in name for name in ids) == 78


def test_a_missed_mistake_and_a_false_alarm_are_counted_and_named() -> None:
    listed = read_list(LISTS[0])
    table = table_of([Outcome(listed, listed.loi[:1], ("NQ-999 x",))])

    count = len(listed.loi)
    assert table[-1] == f"found {count - 1} / {count}, false alarms 1"
    assert f"  MISSED {listed.loi[0].id} {listed.loi[0].lop}" in table
    assert "  FALSE ALARM NQ-999 x" in table
