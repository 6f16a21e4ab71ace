"""What a person may write into a rolled-up file, and what a later run makes of it."""

from __future__ import annotations

import hashlib

import pytest

from generator.rollup import is_as_written, renewed
from tests.rollup.build import rolled, sent

FIRST = rolled(sent("h-a")).blob
LATER = rolled(sent("h-a"), sent("h-b")).blob
OPEN = '    "7": trong '


def _with(blob: bytes, *changes: tuple[str, str]) -> bytes:
    text = blob.decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.encode()


def test_the_file_names_the_rows_that_are_open() -> None:
    (line,) = [one for one in FIRST.decode().splitlines() if one.startswith("# Dòng để tự ghi")]

    assert line.partition("): ")[2] == "1:4, 1:5, 1:6, 1:7, 2:1, 2:1.1, 2:1.2"


@pytest.mark.parametrize(
    "written",
    [
        '    "7": 12 ',
        '    "7": "12,5"  # theo Công văn 5',
        '    "7": {gia_tri: 12, ghi_chu: "xem # 3"} ',
        '    "7":\n      gia_tri: 12\n\n      ghi_chu: riêng ',
        "    '7': khong_phat_sinh ",
    ],
)
def test_what_is_written_into_an_open_row_is_no_edit_and_stays(written: str) -> None:
    filled = _with(FIRST, (OPEN, written))

    assert is_as_written(filled)
    assert renewed(filled, LATER) == (_with(LATER, (OPEN, written)), ())
    assert is_as_written(renewed(filled, LATER)[0])


def test_a_ratio_without_operands_may_be_filled_in_by_taking_its_mark_away() -> None:
    filled = _with(FIRST, ('    # "1": ', '    "1": 95 '))

    assert is_as_written(filled)
    assert b'\n    "1": 95 ' in renewed(filled, LATER)[0]


def test_groups_of_figures_and_keys_of_ones_own_stay() -> None:
    own = "  cua_tinh:\n    hop: 4\n\n    ghi: a\n"
    filled = _with(FIRST, ("\nbieu_mau:", f"{own}\nbieu_mau:")) + b"\nchap_nhan:\n- {ma: NQ-001}\n"

    blob, lost = renewed(filled, LATER)

    assert is_as_written(filled)
    assert lost == ()
    assert blob.decode().count(f"{own}") == 1
    assert blob.endswith(b"\n\nchap_nhan:\n- {ma: NQ-001}\n")
    assert renewed(blob, LATER) == (blob, ())  # and once more, with no difference


def test_a_total_that_was_changed_is_an_edit() -> None:
    assert not is_as_written(_with(FIRST, ('"1.1.1": {gia_tri: 1,', '"1.1.1": {gia_tri: 5,')))


def test_a_row_that_the_units_give_by_now_is_named_unless_it_says_the_same() -> None:
    silent = rolled(sent("h-a", "  1: {1.1: 1}\n")).blob
    given = rolled(sent("h-a", "  1: {1.1: 1, 2: 7}\n")).blob
    filled = _with(silent, ('    "2": trong ', '    "2": 8 '))
    same = _with(silent, ('    "2": trong ', '    "2": {gia_tri: 7, ghi_chu: chỉ gồm cấp huyện} '))

    assert renewed(filled, given) == (given, ("1:2",))
    assert renewed(same, given) == (given, ())


def test_a_file_from_before_the_open_rows_were_named_is_known_by_its_mark() -> None:
    lines = ["# Số liệu", "", "bieu_mau:", '  1: {"7": 5}']
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    mark = f"# Dấu kiểm (máy dùng để biết tệp có bị sửa tay không): {digest}"

    assert is_as_written("\n".join([mark, *lines]).encode())
    assert not is_as_written("\n".join([mark, *lines]).replace("5", "6").encode())
