"""The real form sets: what `tong_hop_tu` names is there, and only levels that exist feed a row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.bieu_mau_reader import read_form_set
from generator.problem import Stopped
from generator.readers import read

if TYPE_CHECKING:
    from generator.bieu_mau import BoBieuMau

FORMS = Path(__file__).parent.parent.parent / "templates" / "bieu-mau"
SMALL = """\
ten: a
che_do: a
cap: [tinh]
bieu_mau:
  - so: "1"
    ten: A
    dong:
      - {ma: 1, khai_niem: a, nhan: A, tong_hop_tu: {huyen: b}}
"""


def _form_set(name: str) -> BoBieuMau:
    return read_form_set(read((FORMS / f"{name}.yaml").read_bytes(), f"{name}.yaml"))


def test_rows_of_the_province_are_fed_by_rows_the_units_have_of_the_same_kind() -> None:
    units = {row.khai_niem: row for row in _form_set("so-huyen-2022").rows.values()}
    fed = [
        (row, concept)
        for row in _form_set("tinh-2022").rows.values()
        for level, concept in row.tong_hop_tu.items()
        if level != "tinh"
    ]

    assert {row.khai_niem for row, _ in fed} >= {
        "ho_so_dung_han_huyen",
        "ho_so_da_giai_quyet_so_nganh",
    }
    for row, concept in fed:
        assert units[concept].loai is row.loai, row.khai_niem


def test_a_level_that_does_not_exist_is_told_at_its_line() -> None:
    with pytest.raises(Stopped) as caught:
        read_form_set(read(SMALL.replace("huyen:", "huyenn:").encode(), "a.yaml"))

    (problem,) = caught.value.problems
    assert (problem.code, problem.where.line) == ("DL-010", 8)
    assert problem.hint is not None
    assert "huyen" in problem.hint.vi
