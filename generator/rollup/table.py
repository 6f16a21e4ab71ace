"""The table of units of a rolled-up report: `so_lieu.tong_hop`, one row for every unit expected.

    tong_hop:
      so_don_vi: 11              # expected to report
      da_bao_cao: 10
      chua_bao_cao: [huyện Xuân Lộc]
      tong: {ho_so_dung_han: 9850, ty_le_ho_so_dung_han: 98,5%}
      don_vi:
        - ten: thành phố Biên Hòa
          dia_danh: Biên Hòa       # of a department its name: all stand in one place
          ma: dong-nai-bien-hoa
          tinh_trang: đã báo cáo   # chưa báo cáo, tệp có lỗi
          ho_so_dung_han: 1180
          ty_le_ho_so_dung_han: 98,33%

Concepts are those of the units' form sets. Every unit has every key: a value left blank is `trong`,
and all values of a unit that has not reported are `chua_bao_cao`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bieu_mau import Operation, percentage
from generator.don_vi import Cap
from generator.figure import Kind, Status
from generator.rollup.adding import add_up
from generator.rollup.units import name_of
from generator.written import free_text, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.bieu_mau import ChiTieu
    from generator.don_vi import DonVi
    from generator.figure import Figure
    from generator.rollup.adding import Total, Totals
    from generator.rollup.units import Coverage, Unit


def totals_of_units(units: Sequence[Unit]) -> tuple[Totals, ...]:
    """Return the totals in the rows of the units' own form sets, the set begun last first."""
    sets = {one.ten: one for unit in units if (one := unit.report.bo_bieu_mau)}
    latest_first = sorted(
        sets.values(), key=lambda s: (s.tu.toordinal() if s.tu else 0, s.ten), reverse=True
    )
    return tuple(add_up(one, units) for one in latest_first)


def find(concept: str, totals: Iterable[Totals]) -> Total | None:
    """Return the total of a concept in the first form set that has it."""
    return next((found for one in totals if (found := one.of(concept))), None)


def table_concepts(asked: Sequence[str], totals: Sequence[Totals]) -> tuple[str, ...]:
    """Return the concepts to show: those asked for, else every ratio; a ratio after its operands.

    Concepts that no form set has are returned too: their column stays blank.
    """
    ratios = [t.row.khai_niem for one in totals for t in one.by_ref.values() if _is_ratio(t.row)]
    shown: dict[str, None] = {}
    for name in asked or ratios:
        shown |= dict.fromkeys((*_operands(name, totals), name))
    return tuple(shown)


def table_lines(
    concepts: Sequence[str], coverage: Coverage, totals: Sequence[Totals]
) -> Iterator[str]:
    """Give the lines of `tong_hop` in `so_lieu`."""
    indent = "  "
    absent = [scalar(name_of(one)) for one in coverage.missing]
    yield f"{indent}tong_hop:"
    yield f"{indent}  so_don_vi: {len(coverage.expected)}"
    yield f"{indent}  da_bao_cao: {len(coverage.reported)}"
    yield f"{indent}  chua_bao_cao:{'' if absent else ' []'}"
    yield from (f"{indent}    - {name}" for name in absent)
    if concepts:
        yield f"{indent}  tong:"
    for name in concepts:
        total = find(name, totals)
        value = _shown(total.figure) if total else Status.BLANK.value
        yield f"{indent}    {name}: {value}"
    yield f"{indent}  don_vi:"
    reported = {unit.don_vi.ma: unit for unit in coverage.reported}
    for one in coverage.expected:
        first, *rest = _unit(one, reported.get(one.ma), concepts, coverage)
        yield f"{indent}    - {first}"
        yield from (f"{indent}      {line}" for line in rest)


def _unit(
    one: DonVi, unit: Unit | None, concepts: Sequence[str], coverage: Coverage
) -> Iterator[str]:
    state = "tệp có lỗi" if one.ma in coverage.faulty else "chưa báo cáo"
    yield f"ten: {scalar(name_of(one))}"
    yield f"dia_danh: {scalar(one.ten if one.cap is Cap.SO else one.dia_danh)}"
    yield f"ma: {scalar(one.ma)}"
    yield f"tinh_trang: {'đã báo cáo' if unit else state}"
    for name in concepts:
        row = unit.rows.get(name) if unit else None
        none = Status.BLANK if unit else Status.NOT_REPORTED
        yield f"{name}: {_shown(row.figure) if row else none.value}"


def _shown(figure: Figure) -> str:
    """Return a value as `so_lieu` writes it; a percentage stated as n/m as the percentage."""
    if figure.kind is not Kind.PERCENT or figure.number is None or figure.total is None:
        return free_text(figure)
    ratio = percentage(figure.number, figure.total)
    if ratio is None:
        return Status.BLANK.value
    return free_text(replace(figure, number=ratio, total=None))


def _operands(concept: str, totals: Iterable[Totals]) -> tuple[str, ...]:
    """Return the operands of a ratio, the whole first; none for anything else."""
    for one in totals:
        found = one.of(concept)
        if found and found.row.cong_thuc and _is_ratio(found.row):
            refs = reversed(found.row.cong_thuc.operands)
            return tuple(one.by_ref[ref].row.khai_niem for ref in refs)
    return ()


def _is_ratio(row: ChiTieu) -> bool:
    formula = row.cong_thuc
    return row.loai is Kind.PERCENT and formula is not None and formula.operation is Operation.RATIO
