"""Words of form rows take their figures from the data, like the narrative."""

from __future__ import annotations

import pytest

from generator import ghi_chu
from generator.bieu_mau import Ref
from generator.context import BieuMauIn, DongIn, build_context
from generator.formats import formatter
from generator.formats.filters import filters
from generator.ghi_chu import Slot
from generator.problem import Stopped
from generator.word.values import Footnote, Runs
from tests.validate.build import HEAD, report

VI = formatter("vi")


FORMS = """\
bieu_mau:
  1:
    1.1: 4
    1.2: 2
    2.2: 1
    2.3:
      gia_tri: 5
      ghi_chu: NOTE
  2:
    1: 1/2
    2: WORDS
"""
WORDS = '{bang_loi: "Xong {{ ct.phan_a }} việc"}'


def _data(note: str, words: str = "chữ") -> str:
    return HEAD + FORMS.replace("NOTE", note).replace("WORDS", words)


def _rows(note: str) -> tuple[dict[str, DongIn], dict[str, object]]:
    made, _ = report(_data(note, WORDS))
    context = build_context(made, VI, texts=ghi_chu.blanks(made))
    texts = ghi_chu.fill_in(made, context, filters=filters(VI), names={})
    full = build_context(made, VI, texts=texts)
    forms = full["bieu_mau"]
    assert isinstance(forms, tuple)
    rows: dict[str, DongIn] = {}
    for form in forms:
        assert isinstance(form, BieuMauIn)
        rows |= {f"{form.so}:{number}": row for number, row in enumerate(form.dong, 1)}
    return rows, full


def test_a_note_prints_the_figures_it_names() -> None:
    rows, full = _rows("'({{ ct.phan_a }} trên {{ ct.tong }} TTHC)'")
    assert rows["1:7"].ghi_chu == "(04 trên 06 TTHC)"
    figures = full["ct"]
    assert isinstance(figures, dict)
    assert figures["von"].ghi_chu == "(04 trên 06 TTHC)"


def test_words_in_place_of_a_figure_are_filled_in_too() -> None:
    assert _rows("x")[0]["2:2"].so_lieu == "Xong 04 việc"


def test_a_note_may_hold_a_footnote() -> None:
    rows, full = _rows("""'Ước tính{{ "Theo báo cáo nhanh." | chu_thich }}'""")
    assert rows["1:7"].ghi_chu == Runs(("Ước tính", Footnote("Theo báo cáo nhanh.")))
    figures = full["ct"]
    assert isinstance(figures, dict)
    assert figures["von"].ghi_chu == "Ước tính"


@pytest.mark.parametrize("note", ["Giảm 06 đơn vị", "'*{a} [x] 100%'"])
def test_a_note_without_placeholders_stays_as_it_is(note: str) -> None:
    assert _rows(note)[0]["1:7"].ghi_chu == note.strip("'")


def test_a_note_that_is_filled_in_cannot_be_quoted_by_another() -> None:
    rows, _ = _rows("'[{{ ct.von.ghi_chu }}]'")
    assert rows["1:7"].ghi_chu == "[]"


def test_all_faults_of_all_notes_come_at_once_at_their_lines() -> None:
    note = "1.1: {gia_tri: 4, ghi_chu: '{{ ct. }}'}"
    made, _ = report(_data("'{{ ct.phan_bb }}'").replace("1.1: 4", note))
    context = build_context(made, VI, texts=ghi_chu.blanks(made))
    with pytest.raises(Stopped) as stopped:
        ghi_chu.fill_in(made, context, filters=filters(VI), names={})
    found = stopped.value.problems
    assert [(p.code, p.where.file, p.where.line, p.where.path) for p in found] == [
        ("MA-301", "a.yaml", 11, "bieu_mau.1.1.1.ghi_chu"),
        ("MA-304", "a.yaml", 16, "bieu_mau.1.2.3.ghi_chu"),
    ]
    assert found[1].hint
    assert "phan_b" in found[1].hint.vi


def test_a_report_without_such_words_has_nothing_to_fill_in() -> None:
    made, _ = report(f"{HEAD}bieu_mau:\n  1: {{2.3: {{gia_tri: 1, ghi_chu: x}}}}\n")
    assert ghi_chu.blanks(made) == {}
    assert ghi_chu.fill_in(made, {}, filters={}, names={}) == {}


def test_words_are_known_by_their_row_and_field() -> None:
    made, _ = report(_data("'{{ 1 }}'"))
    assert ghi_chu.blanks(made) == {Slot(Ref("1", "2.3"), "ghi_chu"): ""}
