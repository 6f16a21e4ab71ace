"""The outline of a set: faults of its structure, tags and names, all at once, by line."""

from __future__ import annotations

import unicodedata

import pytest

from generator.lint import lint_outline
from tests.lint.house import house


def _faults(text: str) -> list[str]:
    found = lint_outline(text.encode(), "de-cuong.md", house()).problems
    return [f"{p.code} {p.where.line} {p.where.tag}".strip() for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kỳ {{ ky.ten }}.", []),
        ("Kỳ {{ ky.tenn }}.", ["MA-061 1 {{ ky.tenn }}"]),
        ("a\n\n{{ kyy.ten }}", ["MA-060 3 {{ kyy.ten }}"]),
        ("{% if ct.tin_bay %}\na\n{% endif %}", ["MA-061 1 {% if ct.tin_bay %}"]),
        ("{{ ky.den_ngay | so_luong }}", ["MA-064 1 {{ ky.den_ngay | so_luong }}"]),
        ("{{ ky.ten | hoaa }}", ["MA-302 1"]),
        ("{% for n in ky %}{{ n }}{% endfor %}", ["MA-065 1 {% for n in ky %}"]),
        ("{{ bieu_do(sl.tap_huan, nhan='ten', gia_tri='so_nguoi') }}", []),
        ("{{ luu | join(“, ”) }}", ["MA-071 1 {{ luu | join(“, ”) }}"]),
        ("{% include 'x' %}", ["MA-303 1"]),
        ("# Một\n\n## 1. a\n\n## 1. b", ["MA-321 5"]),
        ("{{ ky.tenn }}\n\n{{ ky. }}\n\n{{ x }}",
         ["MA-061 1 {{ ky.tenn }}", "MA-301 3", "MA-060 5 {{ x }}"]),
        ("{{ vb.kh_cch.ngan }}", ["MA-063 1 {{ vb.kh_cch.ngan }}"]),
        ("a\n\n{{ 5 | ty_le }}%", ["MA-081 3 {{ 5 | ty_le }}"]),
        ("{% if ky.nam > 1,5 %}\na\n{% endif %}", ["MA-301 1"]),
        ("a\n\n{{ sl.tap_huan.1.ten }}", ["MA-301 3"]),
        ("{{ 1 | ti_trong }}", ["MA-301 1"]),
    ],
)  # fmt: skip
def test_faults_of_an_outline(text: str, expected: list[str]) -> None:
    assert _faults(text) == expected


def test_decomposed_letters_are_told_by_line() -> None:
    assert _faults(unicodedata.normalize("NFD", "abc\nSở")) == ["MA-076 2"]
