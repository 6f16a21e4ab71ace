"""Every rule has a manual in two languages, whose examples are run as they are printed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from generator.checks import CODES, RULES
from generator.checks.manual import manual_of
from generator.problem import Severity
from tests.checks.build import of_example

if TYPE_CHECKING:
    from generator.checks.view import Rule

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)


@EVERY_RULE
def test_the_right_example_keeps_the_rule(rule: Rule) -> None:
    assert rule.CODE not in of_example(manual_of(rule).right)


@EVERY_RULE
def test_the_wrong_example_breaks_the_rule(rule: Rule) -> None:
    assert rule.CODE in of_example(manual_of(rule).wrong)


@EVERY_RULE
def test_both_languages_say_something_of_every_rule(rule: Rule) -> None:
    manual = manual_of(rule)
    assert manual.name.vi != manual.name.en
    assert min(len(manual.body.vi), len(manual.body.en)) > 100
    assert rule.SEVERITY in Severity


def test_no_code_is_used_twice() -> None:
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("text", [None, "A name.", "Tên. | Name.\n\nvi: a\n\nen: b\n\nđúng:\n  x"])
def test_a_docstring_that_is_no_manual_is_refused(text: str | None) -> None:
    rule = cast("Rule", SimpleNamespace(CODE="NQ-000", __doc__=text))
    with pytest.raises(ValueError, match="NQ-000"):
        manual_of(rule)
