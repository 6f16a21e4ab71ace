"""Correct figures, one of them changed at random: is the change found?

The sample units are written out in full, ratios and totals stated. Then one figure that takes part
in a relation (a formula, a limit, a constraint of the form set, an enumeration) is changed the way
figures go wrong at a desk. Whether that breaks a relation is worked out here with fractions from
the raw file of the form set, apart from the engine; changes that leave every relation true do not
count. Every change that counts should be found, and none of the others called wrong.
"""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import floor
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
import yaml

from generator.pipeline import Source
from generator.problem import Stopped
from tests.checks.build import FIGURES, ROOT, workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORM_SET = ROOT / "templates" / "bieu-mau" / "so-huyen-2022.yaml"
UNITS = sorted((ROOT / "data" / "2022-Q1").glob("dong-nai-*.yaml"))
COUNTED = 300

Key: TypeAlias = tuple[str, str]
Values: TypeAlias = dict[Key, str]


@cache
def _rows() -> dict[Key, dict[str, Any]]:
    raw = yaml.safe_load(FORM_SET.read_text(encoding="utf-8"))
    return {
        (str(form["so"]), str(row["ma"])): row for form in raw["bieu_mau"] for row in form["dong"]
    }


@cache
def _constraints() -> list[tuple[Key, str, Key]]:
    """Return the plain constraints of the form set, `ct.a = ct.b` and `ct.a <= ct.b`."""
    by_concept = {row["khai_niem"]: key for key, row in _rows().items()}
    raw = yaml.safe_load(FORM_SET.read_text(encoding="utf-8"))["rang_buoc"]
    texts = [one if isinstance(one, str) else one["cong_thuc"] for one in raw]
    parted = [text.split() for text in texts if "@" not in text]
    return [
        (by_concept[left[3:]], operation, by_concept[right[3:]])
        for left, operation, right in parted
    ]


def _key(own: Key, name: str) -> Key:
    form, _, code = name.strip().rpartition(":")
    return form or own[0], code


def _operands(key: Key) -> list[Key]:
    formula = str(_rows()[key].get("cong_thuc", ""))
    return [_key(key, name) for name in formula.replace("/", "+").split("+")] if formula else []


def _related() -> list[Key]:
    """Return the figures that take part in a relation."""
    found: set[Key] = set()
    for key, row in _rows().items():
        limits = [_key(key, row[k]) for k in ("khong_qua", "thuong_khong_qua") if k in row]
        group = [*_operands(key), *limits]
        if group or "gia_tri_cho_phep" in row:
            found |= {key, *group}
    for left, _, right in _constraints():
        found |= {left, right}
    return sorted(found)


# --- is every relation true? worked out with fractions --------------------------------------------


def _number(text: str) -> Fraction | None:
    return None if text == "trong" else Fraction(text.replace(",", "."))


def _rounded(exact: Fraction, places: int) -> Fraction:
    return Fraction(floor(exact * 10**places + Fraction(1, 2)), 10**places)


def _formula_holds(key: Key, values: Values) -> bool:
    stated = _number(values[key])
    numbers = [_number(values[operand]) for operand in _operands(key)]
    known = [number for number in numbers if number is not None]
    if not numbers or len(known) < len(numbers):
        return True
    if "+" in str(_rows()[key]["cong_thuc"]):
        return stated == sum(known)
    if known[1] == 0:
        return stated is None
    places = len(values[key].partition(",")[2])
    return stated == _rounded(100 * known[0] / known[1], places)


def _limits_hold(key: Key, values: Values) -> bool:
    row, own = _rows()[key], _number(values[key])
    limits = [_number(values[_key(key, row[k])]) for k in _LIMITS if k in row]
    return own is None or all(limit is None or own <= limit for limit in limits)


_LIMITS = ("khong_qua", "thuong_khong_qua")


def _is_allowed(key: Key, values: Values) -> bool:
    row, own = _rows()[key], _number(values[key])
    if own is not None and own < 0:
        return False
    if own is not None and row.get("loai") == "ty_le" and own > 100:
        return False
    return own is None or "gia_tri_cho_phep" not in row or own in row["gia_tri_cho_phep"]


def _all_true(values: Values) -> bool:
    per_row = all(
        _formula_holds(key, values) and _limits_hold(key, values) and _is_allowed(key, values)
        for key in values
    )
    return per_row and all(
        _compared(_number(values[left]), operation, _number(values[right]))
        for left, operation, right in _constraints()
    )


def _compared(left: Fraction | None, operation: str, right: Fraction | None) -> bool:
    if left is None or right is None:
        return True
    return left == right if operation == "=" else left <= right


# --- how figures go wrong at a desk --------------------------------------------------------------


def _shifted(text: str, by: Decimal) -> str:
    return f"{Decimal(text.replace(',', '.')) + by:f}".replace(".", ",")


def _swapped(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) - 1) if len(text) > 1 else 0
    pair = text[at : at + 2][::-1]
    changed = text[:at] + pair + text[at + 2 :]
    return text if changed.startswith(",") or changed.endswith(",") else changed


_SLIPS: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, _: _shifted(text, Decimal(1)),
    lambda text, _: _shifted(text, Decimal(-1)),
    lambda text, _: _shifted(text, Decimal(1).scaleb(-len(text.partition(",")[2]))),
    lambda text, _: text.replace(",", "") + "0",
    lambda text, _: text[:-1].rstrip(",") or "0",
    _swapped,
    lambda text, dice: str(dice.randrange(0, 2 * int(text.partition(",")[0]) + 10)),
    lambda _, __: "trong",
    lambda _, __: "0",
)


def _changed(values: Values, dice: random.Random) -> Values:
    """Return the figures with one of them, that states a number, changed."""
    while True:
        key = dice.choice(_related())
        old = values[key]
        if old == "trong":
            continue
        new = dice.choice(_SLIPS)(old, dice)
        if _number(new) != _number(old):
            return {**values, key: new}


# --- the engine ----------------------------------------------------------------------------------


@cache
def _unit(number: int) -> tuple[str, Mapping[Key, str]]:
    """Return the head of a sample unit's data file, and all its figures as they would be typed."""
    path = UNITS[number % len(UNITS)]
    text = path.read_text(encoding="utf-8")
    report, _ = workshop().read(text.encode(), path.name)
    values = {}
    for form in report.bieu_mau:
        for row in form.rows:
            number_of = row.figure.number
            if not row.chi_tieu.is_heading:
                typed = "trong" if number_of is None else f"{number_of:f}".replace(".", ",")
                values[form.so, row.chi_tieu.ma] = typed
    return text[: text.index("\nbieu_mau:")], values


def _is_told(head: str, values: Mapping[Key, str]) -> bool:
    forms: dict[str, dict[str, str]] = {}
    for (form, code), value in values.items():
        forms.setdefault(form, {})[code] = value
    lines = [
        f"  {form}: {{{', '.join(f'{code!r}: {value!r}' for code, value in rows.items())}}}"
        for form, rows in forms.items()
    ]
    data = "\n".join((head, "bieu_mau:", *lines, ""))
    try:
        shown = workshop().check(Source(blob=data.encode(), name="a.yaml"), words=False).shown
    except Stopped:
        return True
    return any(problem.code in FIGURES for problem in shown)


@pytest.mark.parametrize("number", range(len(UNITS)))
def test_unchanged_figures_raise_no_alarm(number: int) -> None:
    head, values = _unit(number)
    assert _all_true(dict(values))
    assert not _is_told(head, values)


def test_of_all_changes_that_break_a_relation_at_least_95_of_100_are_found() -> None:
    dice = random.Random(2022)  # the same changes every time
    found = 0
    missed: list[set[tuple[Key, str]]] = []
    while found + len(missed) < COUNTED:
        head, values = _unit(dice.randrange(len(UNITS)))
        changed = _changed(dict(values), dice)
        if _all_true(changed):
            continue
        if _is_told(head, changed):
            found += 1
        else:
            missed.append(set(changed.items()) - set(values.items()))
    assert found >= 0.95 * COUNTED, missed


def test_changes_that_leave_every_relation_true_are_not_called_wrong() -> None:
    dice = random.Random(1945)  # the same changes every time
    harmless = 0
    alarms: list[set[tuple[Key, str]]] = []
    while harmless < COUNTED / 2:
        head, values = _unit(dice.randrange(len(UNITS)))
        changed = _changed(dict(values), dice)
        if not _all_true(changed):
            continue
        harmless += 1
        if _is_told(head, changed):
            alarms.append(set(changed.items()) - set(values.items()))
    assert alarms == []
