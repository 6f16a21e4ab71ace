"""Words for what can go wrong with many reports."""

from __future__ import annotations

import pytest

from generator.batch.loi import another_period, another_unit


@pytest.mark.parametrize(
    ("name", "period", "unit"),
    [("a.yaml", "`ky`", "`don_vi`"), ("a.xlsx", "“Kỳ báo cáo”", "“Đơn vị”")],
)
def test_a_field_is_called_as_its_file_calls_it(name: str, period: str, unit: str) -> None:
    of_another = (another_period("2022-Q2", "2022-Q1", name), another_unit("a", "b", name))

    assert [one.message.vi for one in of_another] == [
        f"Tệp nằm trong thư mục kỳ 2022-Q2 nhưng trong tệp ghi {period}: 2022-Q1.",
        f"Tên tệp là của đơn vị “a” nhưng trong tệp ghi {unit}: b.",
    ]
    assert [one.hint.vi for one in of_another if one.hint] == [
        f"Sửa {period}, hoặc chuyển tệp vào đúng thư mục.",
        f"Sửa {unit}, hoặc đổi tên tệp theo mã đơn vị.",
    ]
