"""The parent's data file: a new file of the parent whose forms hold the totals, with comments.

The file bears a mark worked out from its own text, so that a later run can tell whether somebody
edited it since. Its head, which a person fills in, is no part of the mark: a later run keeps it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from generator.figure import Kind
from generator.new.as_yaml import document_lines, head_lines
from generator.rollup.adding import How
from generator.rollup.trace import how_text
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
#   - Dòng ghi trong: không cộng được hoặc chưa ai có số; có số thì ghi tay vào đây.
#   - Từng con số lấy từ đơn vị nào, tệp nào, dòng hay ô nào: xem tệp .nguon.xlsx, hoặc chạy lại
#     lệnh baocao rollup với --nguon <khái niệm>.
#   - Phần đầu (từ ky đến trước so_lieu) điền tay: lần chạy sau giữ nguyên. Số liệu đã sửa tay thì
#     lần chạy sau không ghi đè (trừ khi thêm --force).
"""
_HEAD_BEGINS = "ky: "
_TABLE = "# Các đơn vị, cho bảng và biểu đồ của báo cáo."
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
    made_up = any(unit.report.minh_hoa for unit in coverage.reported)
    lines = [
        f"# Số liệu kỳ {asked.ky} của {asked.don_vi.day_du}, do baocao rollup cộng lại.",
        *(f"# {note}" for note in notes),
        *_INTRODUCTION.splitlines(),
        "",
        *head_lines(start),
        *(("", "so_lieu_minh_hoa: true") if made_up else ()),
        *document_lines(start),
        "",
        _TABLE,
        "so_lieu:",
        *table,
        "",
        "bieu_mau:",
        *_forms(totals, asked.don_vi.ten),
    ]
    text = "".join(f"{line}\n" for line in lines)
    first, rest = text.split("\n", 1)
    return f"{first}\n{_MARK}{_digest(text)}\n{rest}".encode()


def with_head_of(old: bytes, new: bytes) -> bytes:
    """Return the file `new` with the head of `old`, an earlier roll-up of the same report.

    A file of another unit, period or template set, or one that is no roll-up, gives nothing.
    """
    before, after = _lines(old), _lines(new)
    first, last = _head(before), _head(after)
    kept = before[first]
    if not kept or _what(kept) != _what(after[last]):
        return new
    return "".join(
        f"{line}\n" for line in (*after[: last.start], *kept, *after[last.stop :])
    ).encode()


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

    Line ends and what stands in its head make no difference.
    """
    lines = _lines(blob)
    marks = [line for line in lines if line.startswith(_MARK)]
    rest = "".join(f"{line}\n" for line in lines if not line.startswith(_MARK))
    return marks == [f"{_MARK}{_digest(rest)}"]


def _digest(text: str) -> str:
    """Return the mark of a file: worked out from all that a person is not asked to fill in."""
    lines = text.splitlines()
    del lines[_head(lines)]
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
        return _commented(f'    # "{row.ma}":', f"{label}: {formula}, tự tính")
    if total.is_partial and total.figure.is_given:
        note = f"{total.answers}/{len(total.cells)} đơn vị có số liệu"
        quoted = f'"{value}"' if "," in value else value
        return _commented(f'    "{row.ma}": {{gia_tri: {quoted}, ghi_chu: {note}}}', label)
    return _commented(f'    "{row.ma}": {value}', f"{label}{_remark(total)}")


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
