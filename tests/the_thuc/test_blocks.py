"""The text of a document, paragraph by paragraph, with what each is and where it stands."""

from __future__ import annotations

import pytest

from generator import the_thuc
from generator.problem import Stopped
from tests.the_thuc.build import document, p, report


def test_every_paragraph_comes_with_its_kind_in_reading_order() -> None:
    blocks = the_thuc.read(report(), "bao-cao.docx")

    assert [block.kind for block in blocks] == [
        *("co_quan", "co_quan", "quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian"),
        *("ten_loai", "trich_yeu", "kinh_gui"),
        *("doan", "de_muc", "de_muc", "doan", "doan", "doan"),
        *("noi_nhan", "noi_nhan", "noi_nhan", "noi_nhan", "chu_ky", "chu_ky", "ho_ten"),
        *("phu_luc", "phu_luc", "kem_theo"),
        *["o_bang"] * 9,
    ]


def test_a_block_has_its_text_its_level_and_its_place() -> None:
    blocks = the_thuc.read(report(), "bao-cao.docx")
    heading = next(block for block in blocks if block.kind == "de_muc")
    cell = blocks[-1]

    assert (heading.text, heading.level) == ("I. KẾT QUẢ THỰC HIỆN", 1)
    assert heading.where.describe() == (
        'bao-cao.docx, thân văn bản, đoạn 6, "I. KẾT QUẢ THỰC HIỆN"'
    )
    assert (cell.text, cell.table, cell.row, cell.column) == ("152", 3, 3, 3)


def test_footnotes_come_last() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("O", "gạch")}</w:footnote>'
        f'<w:footnote w:id="1">{p("O", "Theo Kế hoạch số 05.")}</w:footnote>'
    )

    blocks = the_thuc.read(document(p("Than", "Chữ."), footnotes=notes), "a.docx")

    assert [(block.kind, block.text) for block in blocks] == [
        ("doan", "Chữ."),
        ("chu_thich_cuoi_trang", "Theo Kế hoạch số 05."),
    ]


def test_a_file_that_is_no_word_document_is_refused() -> None:
    with pytest.raises(Stopped) as stopped:
        the_thuc.read(b"", "a.docx")

    assert [problem.code for problem in stopped.value.problems] == ["MA-001"]
