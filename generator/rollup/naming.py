"""What a roll-up says beside its numbers: who reported, what was left out, what fits nowhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.problem import Message
from generator.rollup import faults
from generator.rollup.adding import How, source_of
from generator.rollup.units import level_name, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.bieu_mau import BoBieuMau
    from generator.don_vi import Cap
    from generator.problem import Problem
    from generator.rollup.adding import Cell, Totals
    from generator.rollup.units import Coverage, Unit


def coverage_said(coverage: Coverage) -> Message:
    """Return `10/11 đơn vị cấp huyện đã báo cáo; chưa có: huyện Xuân Lộc.`

    Of several levels also how many of each: one department and ten districts are not eleven alike.
    Levels of the register of which nobody sent a file are named, too.
    """
    done, all_ = len(coverage.reported), len(coverage.expected)
    levels = ", ".join(level_name(cap) for cap in coverage.levels)
    vi, en = f"{done}/{all_} đơn vị {levels} đã báo cáo", f"{done}/{all_} units reported"
    if len(coverage.levels) > 1:
        each = ", ".join(_of_level(cap, coverage) for cap in coverage.levels)
        vi, en = f"{vi} ({each})", f"{en} ({each})"
    silent = _silent(coverage)
    if not coverage.missing:
        return Message(f"{vi}.{silent.vi}", f"{en}.{silent.en}")
    names = ", ".join(
        f"{name_of(one)} (tệp có lỗi)" if one.ma in coverage.faulty else name_of(one)
        for one in coverage.missing
    )
    return Message(f"{vi}; chưa có: {names}.{silent.vi}", f"{en}; missing: {names}.{silent.en}")


def _silent(coverage: Coverage) -> Message:
    counts = Counter(level_name(one.cap) for one in coverage.silent)
    if not counts:
        return Message("", "")
    vi = ", ".join(f"{count} đơn vị {level}" for level, count in counts.items())
    en = ", ".join(f"{count} units ({level})" for level, count in counts.items())
    return Message(
        f" Danh mục còn có {vi} chưa gửi tệp nào, số cộng không gồm phần đó.",
        f" The register also has {en}, none of which sent a file; the totals lack their part.",
    )


def _of_level(cap: Cap, coverage: Coverage) -> str:
    done = sum(unit.don_vi.cap is cap for unit in coverage.reported)
    return f"{level_name(cap)} {done}/{sum(one.cap is cap for one in coverage.expected)}"


def unmatched(totals: Totals, units: Sequence[Unit]) -> Iterator[Message]:
    """Say which indicators do not join: of the units without a row here, of rows without a source.

    Also those that cannot be summed, which stay open.
    """
    mine = totals.form_set.ten
    for name, refs in _left_over(totals.form_set, units).items():
        listed = ", ".join(refs)
        yield Message(
            f"Chỉ tiêu của đơn vị ({name}) không có trong {mine}, không cộng: {listed}.",
            f"Indicators of the units ({name}) that {mine} lacks: {listed}.",
        )
    for how, vi, en in (
        (How.OPEN, "Không cộng được, để trống", "Not to be summed, left blank"),
        (How.NO_SOURCE, "Biểu mẫu của đơn vị không có", "Not in the forms of the units"),
        (How.NOT_ASKED, "Không cộng từ các đơn vị này, tự ghi", "Not summed from these units"),
    ):
        listed = ", ".join(str(ref) for ref, total in totals.by_ref.items() if total.how is how)
        if listed:
            yield Message(f"{vi}: {listed}.", f"{en}: {listed}.")


def _left_over(form_set: BoBieuMau, units: Iterable[Unit]) -> dict[str, list[str]]:
    """Return rows of the units that feed nothing, by form set; a ratio is in its operands.

    What the parent has but does not sum from them is not left over.
    """
    left: dict[str, dict[str, None]] = {}
    rows = form_set.rows.values()
    not_summed = {row.khai_niem for row in rows if row.tong_hop_tu}
    for unit in units:
        own = unit.report.bo_bieu_mau
        sources = (source_of(row, unit) for row in rows)
        used = {source.chi_tieu.ref for source in sources if source}
        for row in unit.rows.values():
            ref, concept, formula = row.chi_tieu.ref, row.chi_tieu.khai_niem, row.chi_tieu.cong_thuc
            carried = formula is not None and used.issuperset(formula.operands)
            if own and ref not in used and not carried and concept not in not_summed:
                left.setdefault(own.ten, {}).setdefault(f"{ref} {concept}")
    return {name: list(refs) for name, refs in left.items()}


def partly_blank(totals: Totals, units: Sequence[Unit]) -> Iterator[Problem]:
    """Warn of each unit that left blank what others gave (DL-116), by its own codes.

    What all units of one level left blank is told once, of the level: districts inspect no
    department. A row with a formula is blank because its operands are, and those are named.
    """
    sizes = Counter(unit.don_vi.cap for unit in units)
    of_units: dict[str, list[str]] = {}
    of_levels: dict[Cap, list[str]] = {}
    for total in totals.by_ref.values():
        blank = [cell for cell in total.cells if total.is_partial and _is_blank(cell)]
        silent = Counter(cell.unit.don_vi.cap for cell in blank)
        whole = {cap for cap, count in silent.items() if count == sizes[cap] > 1}
        for cap in whole:
            of_levels.setdefault(cap, []).append(str(total.row.ref))
        for cell in blank:
            if cell.row and cell.unit.don_vi.cap not in whole:
                of_units.setdefault(cell.unit.file, []).append(str(cell.row.chi_tieu.ref))
    for unit in units:
        if unit.file in of_units:
            yield faults.blanks(unit.file, unit.ten, of_units[unit.file])
    for cap in sorted(of_levels):
        yield faults.blanks_of_level(level_name(cap), of_levels[cap])


def _is_blank(cell: Cell) -> bool:
    return cell.row is not None and not cell.answered and cell.row.chi_tieu.cong_thuc is None


def ratios_left_blank(totals: Totals) -> Iterator[Problem]:
    """Warn of each ratio whose operands do not come from the same units (DL-117)."""
    for total in totals.by_ref.values():
        if total.how is How.UNEQUAL:
            label = total.row.nhan.partition("\n")[0]
            path = ".".join(total.row.ref)
            yield faults.unequal(path, label, [unit.ten for unit in total.lacking])
