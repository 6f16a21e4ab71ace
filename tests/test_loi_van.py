"""The words of a finished narrative, of a finished document, and around them, with their places."""

from __future__ import annotations

from pathlib import Path

from generator.checks.text import Block, Kind
from generator.files import Folder
from generator.loi_van import words_beside, words_of, words_of_docx
from generator.pipeline import Source, Workshop
from generator.problem import Where
from tests.read_back import all_text
from tests.word.narrative import compile_markdown

ROOT = Path(__file__).parent.parent
NARRATIVE = """\
Mở đầu {{ ten }}.

# I. PHẦN MỘT

## 2. Mục hai

- Một việc^[Chú thích của việc.];
- Việc khác.

| Cột | Số |
|---|---|
| Hàng dài | < |
| a | 05 |

1. Điểm thứ nhất.
"""


def _words(text: str, **names: object) -> tuple[Block, ...]:
    def where(line: int) -> Where:
        return Where(file="a.md", line=line)

    return words_of(compile_markdown(text, filters={}, globals={}, where=where).render(names))


def test_every_block_has_its_kind_its_words_and_its_place() -> None:
    blocks = _words(NARRATIVE, ten="Sở *Y*")

    assert [(b.kind, b.text, b.where.line, b.where.path) for b in blocks] == [
        (Kind.PARAGRAPH, "Mở đầu Sở *Y*.", 1, "mo_dau"),
        (Kind.HEADING, "I. PHẦN MỘT", 3, "I"),
        (Kind.HEADING, "2. Mục hai", 5, "I.2"),
        (Kind.ITEM, "- Một việc;", 7, "I.2"),
        (Kind.NOTE, "Chú thích của việc.", 7, "I.2"),
        (Kind.ITEM, "- Việc khác.", 8, "I.2"),
        (Kind.CELL, "Cột", 10, "I.2"),
        (Kind.CELL, "Số", 10, "I.2"),
        (Kind.CELL, "Hàng dài", 12, "I.2"),
        (Kind.CELL, "a", 13, "I.2"),
        (Kind.CELL, "05", 13, "I.2"),
        (Kind.PARAGRAPH, "1. Điểm thứ nhất.", 15, "I.2"),
    ]
    assert [b.level for b in blocks if b.kind is Kind.HEADING] == [1, 2]
    assert [(b.row, b.column) for b in blocks if b.kind is Kind.CELL] == [
        (1, 1), (1, 2), (2, 1), (3, 1), (3, 2),
    ]  # fmt: skip


def test_a_report_written_in_word_is_read_from_its_subject_to_its_closing() -> None:
    data = ROOT / "data/2022/tra-vinh-tra-cu.yaml"
    made = Workshop(Folder(ROOT)).make(Source(blob=data.read_bytes(), name="a.yaml"))

    subject, heading, *blocks = words_of_docx(made.blob, "bao-cao.docx")

    assert (subject.kind, subject.text) == (Kind.SUBJECT, "Công tác cải cách hành chính năm 2022")
    assert heading.text.startswith("I. CÔNG TÁC CHỈ ĐẠO")
    assert (heading.kind, heading.level, heading.where.path) == (Kind.HEADING, 1, "I")
    assert {block.kind for block in blocks} == {Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM}
    assert blocks[-1].text.endswith("./.")
    assert (blocks[-1].where.file, blocks[-1].where.path) == ("bao-cao.docx", "V")
    assert all(block.text in all_text(made.blob) for block in blocks)


def test_addressees_receivers_and_notes_of_forms_are_words_too() -> None:
    data = ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
    made = Workshop(Folder(ROOT)).make(Source(blob=data.read_bytes(), name="a.yaml"))

    found = {block.text: block.where for block in words_beside(made.report, made.forms)}

    assert found["Thanh tra Sở (t/h)"].path == "noi_nhan"
    note = "(82 TTHC mức độ 3, 4 trên tổng số 127 TTHC ở 3 cấp)"
    assert note in found
    assert found[note].file == "a.yaml"
