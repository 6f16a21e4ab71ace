"""The page of a problem is found by the words that stand at its place."""

from __future__ import annotations

import pytest

from generator.preview.places import Finder
from generator.problem import Message, Problem, Where
from tests.so_sanh.documents import make

PAGES = (
    "BÁO CÁO\nI. Kết quả công tác\ncải cách hành chính",
    "Phần hai: số liệu chi tiết\n1 Tin, bài về cải cách 12",
    "Nơi nhận: Ủy ban nhân dân tỉnh",
)
TEMPLATE = make(
    "Kết quả công tác {{ ky.ten }}",
    "Phần hai: số liệu chi tiết",
    "{%p for x in y %}",
    [["{{ a }}", "Nơi nhận: {{ b }} Ủy ban nhân dân tỉnh"]],
)
TEXT = "# I. Kết quả công tác\n\nlời {{ sl.a }}\n\n## Phần hai: *số liệu* {{ sl.b }}\n{{ sl.c }}\n"
FINDER = Finder(
    {"templates/a.docx": TEMPLATE, "templates/hong.docx": b"PK", "a.md": TEXT.encode()},
    {"bieu_mau.1.2": "Tin, bài về {don_vi} cải cách", "bieu_mau.1.3": "Tin, bài về cải cách"},
)
BODY = Message("thân văn bản", "body")


@pytest.mark.parametrize(
    ("where", "page"),
    [
        # -- a paragraph of the template: its own words, else those before it --
        (Where(file="templates/a.docx", part=BODY, paragraph=1), 1),
        (Where(file="templates/a.docx", part=BODY, paragraph=3), 2),
        (Where(file="templates/a.docx", part=BODY, table=1, table_row=1, table_cell=2), 3),
        (Where(file="templates/a.docx", part=BODY, table=1, table_row=1), 2),
        # -- a line of a text: its words, else those above it --
        (Where(file="a.md", line=1), 1),
        (Where(file="a.md", line=6), 2),
        # -- a figure of a form: the label of its row --
        (Where(file="a.yaml", path="bieu_mau.1.3"), 2),
        # -- words of the finished document, cut short --
        (Where(part=BODY, paragraph=9, tag="Nơi nhận: Ủy ban…"), 3),
        # -- no place, or none on a page --
        (Where(), None),
        (Where(file="a.yaml", path="so_lieu.x"), None),
        (Where(file="templates/hong.docx", part=BODY, paragraph=1), None),
        (Where(tag="12"), None),
    ],
)
def test_a_problem_is_put_beside_its_page(where: Where, page: int | None) -> None:
    problem = Problem(code="MA-040", message=Message("sai", "wrong"), where=where)

    assert FINDER.page_of(problem, PAGES) == page
    assert FINDER.page_of(problem, ()) is None


def test_words_quoted_in_the_message_are_looked_for_last() -> None:
    message = Message("viện dẫn “Kết quả công tác cải cách” thiếu số", "…")
    problem = Problem(code="NQ-055", message=message, where=Where(path="van_ban.a"))

    assert FINDER.page_of(problem, PAGES) == 1
