"""Every rule has a manual, and its code, file and place in the decree's order agree."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest

from generator import the_thuc
from generator.checks.manual import manual_of


@pytest.mark.parametrize("rule", the_thuc.RULES, ids=lambda rule: rule.CODE)
def test_every_rule_has_a_manual(rule: the_thuc.Rule) -> None:
    manual = manual_of(rule)

    assert "Cách xử lý" in manual.body.vi
    assert "What to do" in manual.body.en
    assert manual.right.shown != manual.wrong.shown


def test_codes_stand_in_order_and_in_the_names_of_the_files() -> None:
    codes = [rule.CODE for rule in the_thuc.RULES]

    assert all(one < other for one, other in pairwise(codes))
    for rule in the_thuc.RULES:
        name = getattr(rule, "__name__", "").rpartition(".")[2]
        assert name.startswith(rule.CODE.lower().replace("-", "_"))
        assert f"generator.the_thuc.{name}" in sys.modules
