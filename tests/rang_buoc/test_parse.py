"""Texts -> constraints, and what is said of texts that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.rang_buoc import Call, Name, Number, Phep, Ratio, Sum, names, parse
from generator.rang_buoc.parse import FormulaError


def _name(text: str, *path: str, ky: str = "") -> Name:
    root = "bieu" if ":" in text else text.partition(".")[0]
    return Name(root=root, path=path, text=text, ky=ky)


def test_sums_and_differences_keep_their_signs() -> None:
    found = parse("sl.a = 4:1.3.a - ct.b + 2,5")
    assert (found.left, found.phep) == (_name("sl.a", "a"), Phep.EQUAL)
    assert found.right == Sum(
        terms=(
            (True, _name("4:1.3.a", "4", "1.3.a")),
            (False, _name("ct.b", "b")),
            (True, Number(value=Decimal("2.5"))),
        )
    )


def test_a_ratio_divides_whole_sides() -> None:
    found = parse("ct.x = (ct.a - ct.b) / ct.a")
    assert isinstance(found.right, Ratio)
    assert isinstance(found.right.part, Sum)
    assert found.right.whole == _name("ct.a", "a")


def test_lists_functions_and_other_periods_are_read() -> None:
    found = parse("sl.ds[*].x <= tong(sl.ds[2].nhom, so.luong) + lon_nhat(ct.a@2015, sl.b@truoc)")
    assert [(n.path, n.ky) for n in (*names(found.left), *names(found.right))] == [
        (("ds", "*", "x"), ""),
        (("ds", "2", "nhom"), ""),
        (("a",), "2015"),
        (("b",), "truoc"),
    ]
    assert isinstance(found.right, Sum)
    assert found.right.terms[0][1] == Call(
        function="tong",
        arguments=(_name("sl.ds[2].nhom", "ds", "2", "nhom"),),
        field="so.luong",
    )


@pytest.mark.parametrize("phep", list(Phep))
@pytest.mark.parametrize("space", ["", " "])
def test_every_comparison_is_read_with_and_without_spaces(phep: Phep, space: str) -> None:
    found = parse(f"ct.a{space}{phep}{space}ct.b")
    assert (found.left, found.phep, found.right) == (
        _name("ct.a", "a"),
        phep,
        _name("ct.b", "b"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "chưa hết câu"),
        ("ct.a", "chưa có phép so sánh"),
        ("ct.a = ", "chưa hết câu"),
        ("ct.a = ct.b = ct.c", "Không hiểu “=”"),
        ("ct.a == ct.b", "Không hiểu “=”"),
        ("ct.a = ct.b * 2", "Không hiểu “* 2”"),
        ("ct.a = ct.b / ct.c / ct.d", "Không hiểu “/”"),
        ("ct.a = (ct.b / ct.c) + 1", "Không hiểu “/”"),
        ("ct.a = (ct.b + ct.c", "chưa hết câu"),
        ("a = b", "Không hiểu “a”"),
        ("ct.a = __import__('os')", "Không hiểu “__import__”"),
        ("ct.a = tong(sl.a + sl.b)", "Hàm tong nhận sai tham số"),
        ("ct.a = tong(sl.a, sl.b)", "Hàm tong nhận sai tham số"),
        ("ct.a = nho_nhat(ct.b)", "Hàm nho_nhat nhận sai tham số"),
        ("ct.a = ct.a@2015-Q9", "“2015-Q9” không phải là kỳ báo cáo"),
        ("ct.a = sl.Ầ", "Không hiểu “Ầ”"),
        ("(" * 3000 + "ct.a", "quá dài"),
    ],
)
def test_what_is_no_constraint_is_told_in_words(text: str, said: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert said in caught.value.message.vi
