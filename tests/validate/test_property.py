"""Whatever stands in a data file, validation answers with problems, never with a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.problem import Stopped
from tests.validate.build import FORMS, HEAD, report

if TYPE_CHECKING:
    from generator.problem import Problem

LINES = (
    HEAD
    + FORMS
    + """\
kinh_gui: [A, B]
van_ban:
  a: {loai: X, so: 22/KH-UBND, ngay: 2022-01-25, trich_yeu: y}
so_lieu:
  b: {c: 14/21, d: [1, 2]}
"""
).splitlines()

ODD_VALUES = r"""
trong|''|~|true|-1|0|1.5|1.234|2022-03-18|2022-02-30|[]|{}|[[1]]|{a: b}|100%|100% (18/18)|3/0|"04"
"98.06"|999999999999999|99999999999999999999|"\u0301"|.|1/|"%"|"-"|{gia_tri: }|{gia_tri: [1]}
{ghi_chu: {a: b}}|{ngay: 31, thang: 2, nam: 2022}|'1.2.3'|31/2/2022|5 triệu đồng|x, y
"""
ODD = st.sampled_from(ODD_VALUES.strip().replace("\n", "|").split("|"))


def _found(text: str) -> tuple[Problem, ...]:
    try:
        return report(text)[1]
    except Stopped as stopped:
        return stopped.problems


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), ODD), min_size=1, max_size=3))
def test_any_value_in_any_place_is_taken_or_refused(changes: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for number, value in changes:
        name, colon, _ = lines[number].partition(":")
        lines[number] = f"{name}{colon} {value}"
    for problem in _found("\n".join(lines)):
        assert problem.where.file == "a.yaml"
        assert problem.message.vi
        assert problem.message.en


@given(st.dictionaries(st.sampled_from(["1.1", "1.2", "1", "2.1", "2.2", "2.3"]), ODD, min_size=1))
def test_any_value_of_any_indicator_is_taken_or_refused(rows: dict[str, str]) -> None:
    inner = "".join(f"    {code}: {value}\n" for code, value in rows.items())
    assert all(p.where.line for p in _found(f"{HEAD}bieu_mau:\n  1:\n{inner}"))
