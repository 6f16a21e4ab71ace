"""What stands beside a tag and is printed by it too."""

from __future__ import annotations

import pytest

from generator.lint.doubled import faults
from generator.problem import Where
from generator.word.tags import find_tags


def _doubled(text: str) -> list[str]:
    found = [p for tag in find_tags(text) for p in faults(text, tag, Where())]
    return [p.message.vi.split("”")[0].removeprefix("“") for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ x | ty_le }}%", ["%"]),
        ("{{ x | ti_le(y) }} %", ["%"]),
        ("{{ x | ti_trong([a, b]) }}%", ["%"]),
        ("{{ x | ti_le(y) | so }}%", []),
        ("{{ x }}%", []),
        ("0{{ x }}", ["0"]),
        ("có 0{{ x | so_luong }}", ["0"]),
        ("20{{ x }}", []),
        ("3,0{{ x }}", []),
        ("Ngày {{ x | ngay_dai }}", ["Ngày"]),
        ("ngày {{ x | ngay }}", []),
        ("tháng {{ x | thang_nam }}", ["tháng"]),
        ("{{ x | tien }} triệu đồng", ["triệu đồng"]),
        ("0{% if x %}", []),
    ],
)
def test_what_is_doubled(text: str, expected: list[str]) -> None:
    assert _doubled(text) == expected
