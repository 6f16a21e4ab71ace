"""What Jinja and Python say, in Vietnamese."""

from __future__ import annotations

from datetime import date

import pytest

from generator.problem import Stopped
from generator.word import compile_template
from tests.word.build import docx


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("{{ 1 > 'a' }}", "phép “>” giữa số và chữ."),
        ("{{ d - 'a' }}", "phép “-” giữa ngày và chữ."),
        ("{{ 'a' + 1 }}", "nối chữ với giá trị khác thì dùng dấu ~."),
        ("{{ f() }}", "sau “f” thiếu 'mau' trong ngoặc."),
        ("{{ f(1, 2) }}", "sau “f” thừa giá trị trong ngoặc."),
        ("{{ f(ten=1) }}", "“f” không có “ten=”."),
        ("{{ d() }}", "ngày không phải hàm, bỏ dấu ngoặc sau tên."),
        ("{% for x in 5 %}{% endfor %}", "số không phải danh sách."),
        ("{{ [] | first + 1 }}", "danh sách rỗng, không có phần tử đầu."),
    ],
)
def test_values_that_do_not_fit_are_told_in_vietnamese(tag: str, says: str) -> None:
    def f(mau: str) -> str:
        return mau

    with pytest.raises(Stopped) as stopped:
        compile_template(docx(tag)).render({"d": date(2022, 1, 1), "f": f})

    (problem,) = stopped.value.problems
    assert problem.message.vi.partition(": ")[2] == says


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("{{ a. }}", "sau dấu chấm phải là một tên."),
        ("{{ a b }}", "thừa “b”."),
        ("{% set 5 = 1 %}", "không đặt được giá trị cho “const”."),
    ],
)
def test_tags_that_cannot_be_read_are_told_in_vietnamese(tag: str, says: str) -> None:
    with pytest.raises(Stopped) as stopped:
        compile_template(docx(tag))

    (problem,) = stopped.value.problems
    assert problem.message.vi.partition(": ")[2] == says
