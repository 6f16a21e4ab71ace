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


@pytest.mark.parametrize(
    ("tag", "todo"),
    [
        ("{% if a => 1 %}{% endif %}", "Lớn hơn hoặc bằng thì viết “>=”."),
        ("{% if a =< 1 %}{% endif %}", "Nhỏ hơn hoặc bằng thì viết “<=”."),
        ("{% if a <> 1 %}{% endif %}", "Khác thì viết “!=”."),
        ("{% if a = 1 %}{% endif %}", "So sánh bằng thì viết “==”."),
        ("{% if a && b %}{% endif %}", "“Và” thì viết “and”."),
        ("{% if a va b %}{% endif %}", "“Và” thì viết “and”."),
        ("{% if a hoặc b %}{% endif %}", "“Hoặc” thì viết “or”."),
        ("{{ a || b }}", "“Hoặc” thì viết “or”; bộ lọc cần một dấu “|”."),
        ("{% if !a %}{% endif %}", "“Không” thì viết “not”."),
        ("{{ if a }}", "Thẻ lệnh viết {% if … %}."),
        ("{{% if a %}}", "Thẻ lệnh có một dấu ngoặc mỗi đầu: {% … %}."),
        ("{{{ a }}}", "Mỗi đầu thẻ chỉ có hai dấu ngoặc: {{ … }}."),
        ("{% end if %}", "Viết liền: {% endif %}."),
        ("{% if a %}{% elseif b %}{% endif %}", "Viết {% elif … %}."),
        ("{% if a %}{% else if b %}{% endif %}", "Viết {% elif … %}."),
        ("{% nếu a %}", "Viết {% if … %}."),
        ("{% ky.ten %}", "In ra thì viết {{ ky.ten }}."),
    ],
)
def test_what_other_languages_write_is_told_as_tags_write_it(tag: str, todo: str) -> None:
    with pytest.raises(Stopped) as stopped:
        compile_template(docx(tag))

    hints = [problem.hint.vi for problem in stopped.value.problems if problem.hint]
    assert hints[0] == todo


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ a | }}", "Cú pháp của thẻ sai: thiếu tên ở cuối thẻ."),
        ("{{ }}", "Cú pháp của thẻ sai: thẻ rỗng."),
        ("{% %}", "Cú pháp của thẻ sai: thiếu tên lệnh (if, for, …)."),
        ("{% if a and %}{% endif %}", "Cú pháp của thẻ sai: chỗ điền trống hoặc viết dở."),
    ],
)
def test_no_word_of_jinjas_own_is_left(tag: str, said: str) -> None:
    with pytest.raises(Stopped) as stopped:
        compile_template(docx(tag))

    assert [problem.message.vi for problem in stopped.value.problems] == [said]
