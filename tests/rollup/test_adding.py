"""Totals by concept: what is summed, what is worked out anew, what stays blank and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.don_vi import Cap
from generator.figure import Status
from generator.rollup.adding import How
from generator.written import figure_text
from tests.rollup.build import rolled, sent

if TYPE_CHECKING:
    from generator.rollup import File
    from generator.rollup.adding import Total, Totals


def _total(concept: str, *files: File) -> Total:
    found = rolled(*files).totals.of(concept)
    assert found is not None
    return found


def _value(concept: str, *files: File) -> str:
    return figure_text(_total(concept, *files).figure)


def _units(*forms: str) -> list[File]:
    return [sent(unit, text) for unit, text in zip(("h-a", "h-b", "h-c"), forms, strict=False)]


def test_counts_and_money_are_summed_by_concept_whatever_their_codes() -> None:
    old = sent("h-c", '  A: {"9": 40, "8": 5, "7": 5}\n', bo_mau="cu")

    assert _value("phan_a", sent("h-a"), sent("h-b"), old) == "42"
    assert _value("von", sent("h-a"), sent("h-b"), old) == "21"
    assert _value("ho_so_huyen", sent("h-a"), sent("h-b"), old) == "25"


def test_decimals_of_money_add_up_exactly() -> None:
    files = _units(*(f'  1: {{2: "{amount}"}}\n' for amount in ("0,1", "0,2", "1234567890,7")))

    assert _value("von", *files) == "1234567891"


def test_n_of_m_is_summed_as_n_and_m() -> None:
    assert _value("da_duyet", *_units("  1: {3: 1/2}\n", "  1: {3: 3/8}\n")) == "4/10"


def test_a_ratio_is_worked_out_from_the_summed_operands_and_never_averaged() -> None:
    total = _total("ty_le_huyen", *_units("  2: {1.1: 10, 1.2: 1}\n", "  2: {1.1: 90, 1.2: 90}\n"))

    assert (figure_text(total.figure), total.how) == ("91", How.FORMULA)  # the mean would be 55


def test_a_stated_ratio_that_disagrees_with_its_operands_does_not_count() -> None:
    files = _units('  2: {1: "50", 1.1: 10, 1.2: 1}\n', "  2: {1.1: 90, 1.2: 90}\n")

    assert _value("ty_le_huyen", *files) == "91"


def test_a_ratio_of_which_only_the_units_have_the_operands_is_worked_out_from_theirs() -> None:
    total = _total("ty_le", *_units("  2: {1.1: 10, 1.2: 1}\n", "  2: {1.1: 90, 1.2: 90}\n"))

    assert (figure_text(total.figure), total.how) == ("91", How.RATIO)


def test_a_ratio_over_nothing_is_blank() -> None:
    files = _units("  2: {1.1: 0, 1.2: 0}\n", "  2: {1.1: 0, 1.2: 0}\n")

    assert _value("ty_le_huyen", *files) == "trong"
    assert _value("ty_le", *files) == "trong"


def test_a_unit_with_nothing_over_nothing_does_not_change_the_ratio_of_the_others() -> None:
    files = _units("  2: {1.1: 0, 1.2: 0}\n", "  2: {1.1: 4, 1.2: 3}\n")

    assert _value("ty_le_huyen", *files) == _value("ty_le", *files) == "75"


def test_a_ratio_is_left_blank_where_a_unit_gives_one_operand_only() -> None:
    total = _total("ty_le_huyen", *_units("  2: {1.1: 10}\n", "  2: {1.1: 90, 1.2: 90}\n"))

    assert (total.how, total.figure.status) == (How.UNEQUAL, Status.BLANK)
    assert [unit.don_vi.ma for unit in total.lacking] == ["h-a"]


def test_percentages_without_operands_codes_and_texts_stay_open() -> None:
    for concept in ("giam", "co_khong", "y_kien"):
        total = _total(concept, sent("h-a"), sent("h-b"))

        assert (total.how, total.figure.status) == (How.OPEN, Status.BLANK)


def test_a_percentage_stated_as_n_of_m_by_all_is_summed_as_n_and_m() -> None:
    assert _value("giam", *_units("  1: {6: 27/28}\n", "  1: {6: 1/2}\n")) == "28/30"
    assert _value("giam", *_units("  1: {6: 27/28}\n", '  1: {6: "50"}\n')) == "trong"


def test_a_blank_is_no_zero_and_the_total_says_over_how_many_units_it_is() -> None:
    total = _total("phan_a", *_units("  1: {1.1: 5}\n", "  1: {1.1: trong}\n", "  1: {1.2: 1}\n"))

    assert (figure_text(total.figure), total.answers, total.is_partial) == ("5", 1, True)


def test_where_nobody_answered_the_total_is_blank() -> None:
    assert _value("phan_a", *_units("  1: {1.1: trong}\n", "  1: {1.2: 1}\n")) == "trong"


def test_zeros_add_up_to_zero() -> None:
    total = _total("phan_a", *_units("  1: {1.1: 0}\n", "  1: {1.1: 0}\n"))

    assert (figure_text(total.figure), total.is_partial) == ("0", False)


@pytest.mark.parametrize(
    ("first", "second", "whole", "answers"),
    [
        ("khong_phat_sinh", "khong_phat_sinh", "khong_phat_sinh", 2),
        ("khong_phat_sinh", "7", "7", 2),
        ("khong_phat_sinh", "trong", "trong", 1),
        ("chua_bao_cao", "chua_bao_cao", "chua_bao_cao", 0),
        ("chua_bao_cao", "7", "7", 1),
        ("chua_bao_cao", "trong", "trong", 0),
    ],
)
def test_what_did_not_arise_is_an_answer_and_what_is_not_reported_is_none(
    first: str, second: str, whole: str, answers: int
) -> None:
    total = _total("phan_a", *_units(f"  1: {{1.1: {first}}}\n", f"  1: {{1.1: {second}}}\n"))

    assert (figure_text(total.figure), total.answers) == (whole, answers)


def test_a_sum_of_rows_is_left_to_its_formula_where_the_formula_gives_it() -> None:
    total = _total("tong", sent("h-a"), sent("h-b"))

    assert (figure_text(total.figure), total.how) == ("6", How.FORMULA)


def test_a_sum_that_units_state_without_its_parts_is_summed_itself() -> None:
    total = _total("tong", *_units("  1: {1: 10}\n", "  1: {1.1: 1, 1.2: 2}\n"))

    assert (figure_text(total.figure), total.how) == ("13", How.SUMMED)


def test_levels_feed_the_rows_made_for_them_and_are_not_asked_for_others() -> None:
    files = (sent("so-y", "  2: {1.1: 7, 1.2: 7}\n"), sent("h-a"), sent("h-b"))

    assert _value("ho_so_so", *files) == "7"
    assert _value("ho_so_huyen", *files) == "20"
    assert _value("ty_le_so", *files) == "100"
    assert not _total("ho_so_so", *files).is_partial


def test_a_row_for_other_levels_is_the_parents_own_to_fill_in() -> None:
    total = _total("ho_so_so", sent("h-a"), sent("h-b"))

    assert (total.how, total.figure.status, total.cells) == (How.NOT_ASKED, Status.BLANK, ())


def test_a_row_that_no_unit_has_is_named_so() -> None:
    assert _total("cua_tinh", sent("h-a")).how is How.NO_SOURCE


def test_a_value_of_another_kind_does_not_join() -> None:
    old = sent("h-c", '  A: {"9": 40}\n', bo_mau="cu")

    total = _total("von", old)

    assert (total.how, [cell.row for cell in total.cells]) == (How.NO_SOURCE, [None])


_FIGURES = st.one_of(st.none(), st.integers(0, 10**12))


@given(st.lists(_FIGURES, min_size=3, max_size=3), st.permutations(range(3)))
def test_the_total_is_the_sum_of_the_parts_in_whatever_order_the_files_come(
    values: list[int | None], order: list[int]
) -> None:
    files = _units(*(f"  1: {{1.1: {'trong' if v is None else v}}}\n" for v in values))
    given_ones = [value for value in values if value is not None]

    done = rolled(*(files[place] for place in order))

    total = done.totals.of("phan_a")
    assert total is not None
    assert total.figure.number == (sum(given_ones) if given_ones else None)
    assert total.answers == len(given_ones)
    assert done.blob == rolled(*files).blob


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=3, max_size=3))
def test_however_the_units_are_grouped_totals_and_ratios_are_the_same(
    pairs: list[tuple[int, int]],
) -> None:
    """All three apart, or the first two merged into one unit before."""
    cases = [(min(pair), max(pair)) for pair in pairs]
    merged = [tuple(map(sum, zip(*cases[:2], strict=True))), cases[2]]

    apart, together = (
        rolled(*_units(*(f"  2: {{1.1: {m}, 1.2: {n}}}\n" for n, m in given_pairs))).totals
        for given_pairs in (cases, merged)
    )

    for concept in ("ho_so_huyen", "dung_han_huyen", "ty_le_huyen", "ty_le"):
        one, other = apart.of(concept), together.of(concept)
        assert one is not None
        assert other is not None
        assert one.figure == other.figure
    whole = sum(m for _, m in cases)
    ratio = apart.of("ty_le_huyen")
    assert ratio is not None
    if whole:
        exact = Decimal(100) * sum(n for n, _ in cases) / whole
        assert ratio.figure.number is not None
        assert abs(ratio.figure.number - exact) <= Decimal("0.005")


def test_a_total_without_a_level_of_the_register_says_which_levels_it_is_over() -> None:
    districts = rolled(sent("h-a"), sent("h-b"), sent("h-c")).totals
    everybody = rolled(sent("h-a"), sent("so-y")).totals

    def over(totals: Totals, concept: str) -> tuple[Cap, ...]:
        total = totals.of(concept)
        assert total is not None
        return total.only

    assert over(districts, "phan_a") == (Cap.HUYEN,)
    assert over(districts, "tong") == (Cap.HUYEN,)  # a sum of such totals
    assert over(districts, "ho_so_huyen") == ()  # departments are not asked for it
    assert over(districts, "y_kien") == ()  # nothing is summed there
    assert (over(everybody, "phan_a"), over(everybody, "tong")) == ((), ())
