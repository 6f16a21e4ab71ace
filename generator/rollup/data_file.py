"""The parent's data file: a new file of the parent whose forms hold the totals, with comments.

The file bears a mark worked out from its own text, so that a later run can tell whether somebody
edited it since. What a person fills in is no part of the mark, and a later run keeps it: the head,
and what `by_hand` names.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from generator.figure import Kind
from generator.new.as_yaml import document_lines, head_lines
from generator.rollup import by_hand
from generator.rollup.adding import How
from generator.rollup.trace import how_text
from generator.rollup.units import level_name
from generator.written import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.new import Start
    from generator.rollup.adding import Total, Totals
    from generator.rollup.units import Coverage

_MARK = "# Dấu kiểm (máy dùng để biết tệp có bị sửa tay không): "
_COLUMN = 34
_LABEL = 70
_INTRODUCTION = """\
#
#   - Số đếm, số tiền cộng theo khái niệm; n/m cộng riêng n và m; tỷ lệ tính lại từ các tổng.
#   - Đơn vị để trống thì không cộng và không coi là 0; dòng đó ghi rõ bao nhiêu đơn vị có số liệu.
#   - Dòng ghi trong: không cộng được hoặc chưa ai có số; có số thì ghi tay vào đây, lần chạy sau
#     giữ nguyên. Số liệu, mục ghi thêm ngoài tong_hop và biểu mẫu cũng vậy.
#   - Từng con số lấy từ đơn vị nào, tệp nào, dòng hay ô nào: xem tệp .nguon.xlsx, hoặc chạy lại
#     lệnh baocao rollup với --nguon <khái niệm>.
#   - Phần đầu (từ ky đến trước so_lieu) điền tay: lần chạy sau giữ nguyên. Số máy cộng mà đã sửa
#     tay thì lần chạy sau không ghi đè (trừ khi thêm --force; tệp cũ còn ở tệp .bak).
"""
_HEAD_BEGINS = "ky: "
_TABLE = "# Các đơn vị, cho bảng và biểu đồ của báo cáo."
_MADE_UP = "so_lieu_minh_hoa: true"
_SAME_REPORT = ("ky:", "don_vi:", "bo_mau:", "bo_bieu_mau:")


def data_file(
    start: Start,
    totals: Totals,
    coverage: Coverage,
    table: Iterable[str],
    notes: Iterable[str],
) -> bytes:
    """Return the data file; `table` are the lines of its table of units."""
    asked = start.asked
    lines = [
        f"# Số liệu kỳ {asked.ky} của {asked.don_vi.day_du}, do baocao rollup cộng lại.",
        *(f"# {note}" for note in notes),
        *_INTRODUCTION.splitlines(),
        by_hand.open_line(totals),
        "",
        *head_lines(start),
        *document_lines(start),
        "",
        _TABLE,
        "so_lieu:",
        *table,
        "",
        *_made_up(coverage),
        "bieu_mau:",
        *_forms(totals, asked.don_vi.ten),
    ]
    text = "".join(f"{line}\n" for line in lines)
    first, rest = text.split("\n", 1)
    return f"{first}\n{_MARK}{_digest(text)}\n{rest}".encode()


def _made_up(coverage: Coverage) -> Iterator[str]:
    """Give the mark of a report whose numbers are made up in part: no part of the head."""
    made_up = sum(unit.report.minh_hoa for unit in coverage.reported)
    if made_up:
        yield _commented(_MADE_UP, f"{made_up}/{len(coverage.reported)} đơn vị gửi số minh họa")
        yield ""


def renewed(old: bytes, new: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the file `new` with what a person wrote into `old`, an earlier one of that report.

    Beside it the rows that a person filled in and that the units have given another value by now.
    A file of another unit, period or template set, or one that is no roll-up, gives nothing.
    Whether figures are made up is no matter of the head: the units of `new` say so.
    """
    before, after = _lines(old), _lines(new)
    first, last = _head(before), _head(after)
    head = [line for line in before[first] if not line.startswith(_MADE_UP)]
    if not head or _what(head) != _what(after[last]):
        return new, ()
    del before[first], after[last]
    lines, lost = by_hand.keep(before, after)
    lines[last.start : last.start] = head
    return "".join(f"{line}\n" for line in lines).encode(), lost


def _lines(blob: bytes) -> list[str]:
    return blob.decode("utf-8-sig", errors="replace").splitlines()


def _head(lines: list[str]) -> slice:
    """Return which lines are the head; an empty one for a file that is no roll-up."""
    first = next((n for n, line in enumerate(lines) if line.startswith(_HEAD_BEGINS)), 0)
    return slice(first, lines.index(_TABLE)) if first and _TABLE in lines[first:] else slice(0, 0)


def _what(head: list[str]) -> list[str]:
    """Return which report a head is of: its period, unit, template set and form set."""
    return [line.partition("#")[0].strip() for line in head if line.startswith(_SAME_REPORT)]


def is_as_written(blob: bytes) -> bool:
    """Tell whether a file is what a roll-up wrote; False for any other file.

    Line ends, its head and what a person may fill in make no difference.
    """
    lines = _lines(blob)
    marks = [line for line in lines if line.startswith(_MARK)]
    rest = "".join(f"{line}\n" for line in lines if not line.startswith(_MARK))
    return marks == [f"{_MARK}{_digest(rest)}"]


def _digest(text: str) -> str:
    """Return the mark of a file: worked out from all that a person is not asked to fill in."""
    lines = text.splitlines()
    del lines[_head(lines)]
    if any(line.startswith(by_hand.OPEN) for line in lines):  # older files name no open rows
        lines = by_hand.without(lines)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _forms(totals: Totals, unit_name: str) -> Iterator[str]:
    for form in totals.form_set.bieu_mau:
        yield ""
        yield f"  {form.so}:  # {form.ten}"
        rows = (totals.by_ref.get(row.ref) for row in form.chi_tieu)
        yield from (_row(total, unit_name) for total in rows if total)


def _row(total: Total, unit_name: str) -> str:
    """Return the line of one row; what its formula gives is left to the formula."""
    row, value = total.row, figure_text(total.figure)
    label = _short(" ".join(row.nhan.replace("{don_vi}", unit_name).split()))
    if total.how is How.FORMULA:
        assert row.cong_thuc  # `FORMULA` says so
        formula = f"{row.cong_thuc.text} = {value}" if total.figure.is_given else row.cong_thuc.text
        noted = f'    "{row.ma}": {{ghi_chu: {_note(total)}}}' if _note(total) else ""
        return _commented(noted or f'    # "{row.ma}":', f"{label}: {formula}, tự tính")
    if _note(total):
        quoted = f'"{value}"' if "," in value else value
        return _commented(f'    "{row.ma}": {{gia_tri: {quoted}, ghi_chu: {_note(total)}}}', label)
    return _commented(f'    "{row.ma}": {value}', f"{label}{_remark(total)}")


def _note(total: Total) -> str:
    """Return what is printed beside a total that is not over all it should be over."""
    notes = []
    if total.is_partial and total.figure.is_given:
        notes.append(f"{total.answers}/{len(total.cells)} đơn vị có số liệu")
    if total.only:
        notes.append(f"chỉ gồm {' và '.join(level_name(cap) for cap in total.only)}")
    return "; ".join(notes)


def _remark(total: Total) -> str:
    """Return why a value is as it is, where the line itself does not show it."""
    if total.how is How.SUMMED:
        return "" if total.figure.is_given else ": chưa đơn vị nào có số liệu"
    if total.how is How.UNEQUAL:
        units = ", ".join(unit.ten for unit in total.lacking)
        return f": {how_text(total)} ({units})"
    if total.row.loai is Kind.ENUMERATED and total.how is How.OPEN:
        return f": {how_text(total)}; {_codes(total)}"
    return f": {how_text(total)}"


def _codes(total: Total) -> str:
    """Return how many units gave each code: `1 (Có): 9 đơn vị`."""
    legend = total.row.gia_tri_cho_phep
    given = Counter(
        int(c.figure.number) for c in total.cells if c.figure and c.figure.number is not None
    )
    counted = [f"{code} ({legend.get(code, '?')}): {n} đơn vị" for code, n in sorted(given.items())]
    return ", ".join(counted) or "chưa đơn vị nào ghi"


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[:_LABEL].rstrip()}…"


def _commented(line: str, remark: str) -> str:
    return f"{line.ljust(_COLUMN - 1)} # {remark}"
