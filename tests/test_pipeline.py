"""The whole journey: one value, one place; the same input, the same bytes; problems in one go."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from generator.files import Folder
from generator.pipeline import Source, Workshop, make_report
from generator.problem import Severity, Stopped
from tests.read_back import all_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.period import Ky

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "2022-Q1" / "so-noi-vu-dong-nai.yaml"
FOLDER = Folder(ROOT)


@dataclass(frozen=True)
class _Shelf(Folder):
    """This project's folder, with other reports of the unit in it."""

    earlier: Mapping[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def report_of(self, ky: Ky, don_vi: str) -> tuple[bytes, str] | None:
        self.asked.append(f"{ky}/{don_vi}")
        text = self.earlier.get(str(ky))
        return None if text is None else (text.encode(), f"data/{ky}/{don_vi}.yaml")


def _source(*changes: tuple[str, str], narrative: bool = True) -> Source:
    text = DATA.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} must stand once in the data"
        text = text.replace(old, new)
    beside = FOLDER.narrative_beside(DATA) if narrative else None
    return Source(blob=text.encode(), name="a.yaml", narrative=beside)


def _text(*changes: tuple[str, str]) -> str:
    return all_text(make_report(_source(*changes), FOLDER).blob)


@pytest.fixture(scope="module")
def printed() -> str:
    return _text()


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        # -- an operand: itself in form and text, and the ratio in form and text --
        (('"3.1.2": 152', '"3.1.2": 149'), {"152": 2, "98,06": 2}, {"149": 2, "96,13": 2}),
        # -- a free figure in a table of the body, and the total of its column --
        (("gui: 520", "gui: 777"), {"520": 1, "1.655": 1}, {"777": 1, "1.912": 1}),
        # -- a document cited several times --
        (("so: 13/KH-SNV", "so: 31/KH-SNV"), {"13/KH-SNV": 2}, {"31/KH-SNV": 2}),
        # -- the signer --
        (("ten: Phạm Minh Phước", "ten: Lê Văn Bình"), {"Phạm Minh Phước": 1}, {"Lê Văn Bình": 1}),
    ],
)
def test_a_value_changed_in_the_data_changes_everywhere_it_is_printed(
    printed: str, change: tuple[str, str], before: dict[str, int], after: dict[str, int]
) -> None:
    changed = _text(change)

    assert {word: printed.count(word) for word in before} == before
    assert {word: changed.count(word) - printed.count(word) for word in after} == after
    assert {word: changed.count(word) for word in before} == dict.fromkeys(before, 0)


def test_the_period_is_typed_once_and_named_everywhere() -> None:
    text = _text(("ky: 2022-Q1", "ky: 2022-Q3"))

    assert "Công tác cải cách hành chính Quý III/2022 và" in text
    assert "NHIỆM VỤ TRỌNG TÂM TRONG CÔNG TÁC QUÝ IV/2022" in text
    assert "uý I/2022" not in text
    assert "quý I năm" not in text


def test_number_and_date_are_printed_when_the_records_office_has_given_them() -> None:
    text = _text(
        ("so: trong   ", "so: 5   "),
        ("ngay: {ngay: trong, thang: trong, nam: 2022}", "ngay: 2022-03-18"),
    )

    assert "Số: 05/BC-SNV" in text
    assert "Đồng Nai, ngày 18 tháng 3 năm 2022" in text
    annexed = (
        "(Kèm theo Báo cáo số 05/BC-SNV ngày 18 tháng 3 năm 2022\ncủa Sở Nội vụ tỉnh Đồng Nai)"
    )
    assert text.count(annexed) == 7


def test_without_a_text_of_its_own_the_standing_text_makes_a_complete_report() -> None:
    text = all_text(make_report(_source(narrative=False), FOLDER).blob)

    assert "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH" in text
    assert "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ" in text
    assert "98,06%" in text
    assert "./." in text


def test_another_locale_writes_numbers_and_dates_its_own_way() -> None:
    text = all_text(make_report(_source(), FOLDER, locale="en").blob)

    assert "98.06%" in text
    assert "37,609" in text
    assert "98,06%" not in text


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib; from pathlib import Path;"
        "from generator.files import Folder; from generator.pipeline import Source, make_report;"
        "data = Path(sys.argv[1]); folder = Folder(Path(sys.argv[2]));"
        "source = Source(blob=data.read_bytes(), name='a.yaml',"
        " narrative=folder.narrative_beside(data));"
        "print(hashlib.sha256(make_report(source, folder).blob).hexdigest())"
    )
    command = [sys.executable, "-c", code, str(DATA), str(ROOT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.strip() == hashlib.sha256(make_report(_source(), FOLDER).blob).hexdigest()


def test_warnings_travel_beside_the_report() -> None:
    made = make_report(_source(), FOLDER)

    assert {w.severity for w in made.warnings} == {Severity.WARNING}
    assert "NQ-001" in {w.code for w in made.warnings}


def test_every_mistake_of_a_data_file_is_told_at_once_with_its_line() -> None:
    source = _source(
        ("ky: 2022-Q1", "ky: 2022-Q5"),
        ("don_vi: so-noi-vu-dong-nai", "don_vi: so-noi-vu-dong-nay"),
        ("bo_mau: so\n", "bo_mau: sở\n"),
        ('"3.1.2": 152', '"3.1.2": nhiều'),
        ("luu: [VT, TH]", "lưu: [VT, TH]"),
    )

    with pytest.raises(Stopped) as stopped:
        make_report(source, FOLDER)

    errors = [p for p in stopped.value.problems if p.severity is Severity.ERROR]
    assert [p.code for p in errors] == [
        "DL-011",  # luu is missing,
        "DL-022",
        "DL-020",
        "DL-026",
        "DL-010",  # because it was written lưu
        "DL-033",
    ]
    assert all(p.where.line and p.where.file == "a.yaml" for p in errors)
    hints = [p.hint.vi for p in errors if p.hint]
    assert any("so-noi-vu-dong-nai" in hint for hint in hints)


def test_an_unknown_locale_is_one_clear_problem() -> None:
    with pytest.raises(Stopped) as stopped:
        make_report(_source(), FOLDER, locale="xx")

    (problem,) = stopped.value.problems
    assert problem.code == "HT-010"


def test_a_text_that_is_not_utf_8_is_told_by_its_name() -> None:
    source = _source(narrative=False)
    source = Source(blob=source.blob, name="a.yaml", narrative=(b"\xff\xfea", "a.md"))

    with pytest.raises(Stopped) as stopped:
        make_report(source, FOLDER)

    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file) == ("DL-002", "a.md")


# -- words of form rows, and earlier periods ------------------------------------------------------

NOTE = "({} TTHC mức độ 3, 4 trên tổng số {} TTHC ở 3 cấp)"
COMPARING = """\
# I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH

## 4. Đánh giá về những mô hình, sáng kiến, giải pháp mới trong CCHC

Hồ sơ đã giải quyết: {{ ct.ho_so_da_giai_quyet | tang_giam(truoc.ct.ho_so_da_giai_quyet) }}.
"""


def _compared(shelf: _Shelf) -> tuple[str, list[str]]:
    """Return the sentence of `COMPARING` as printed, and codes with places of new warnings."""
    source = Source(
        blob=_source(narrative=False).blob, name="a.yaml", narrative=(COMPARING.encode(), "a.md")
    )
    made = make_report(source, shelf)
    (line,) = (one for one in all_text(made.blob).splitlines() if "Hồ sơ đã giải quyết" in one)
    found = [f"{w.code} {w.where.file}" for w in made.warnings if w.code.startswith("DL-07")]
    return line, found


def _last_quarter(*changes: tuple[str, str]) -> str:
    head = ("ky: 2022-Q1", "ky: 2021-Q4"), ("thang: trong, nam: 2022", "thang: trong, nam: 2021")
    return _source(*head, *changes).blob.decode()


def test_a_note_of_a_form_moves_with_the_figures_it_names(printed: str) -> None:
    assert NOTE.format(82, 127) in printed
    assert NOTE.format(81, 128) in _text(
        ('"4.3.2": 82', '"4.3.2": 81'), ("tong_so: 127", "tong_so: 128")
    )


def test_a_fault_in_a_note_is_told_with_the_line_of_the_note() -> None:
    with pytest.raises(Stopped) as stopped:
        make_report(_source(("{{ sl.tthc_truc_tuyen.tong_so }}", "{{ sl.tthc.tong_so }}")), FOLDER)

    (problem,) = stopped.value.problems
    note = next(
        number
        for number, line in enumerate(DATA.read_text(encoding="utf-8").splitlines(), 1)
        if "ghi_chu: >-" in line
    )
    assert (problem.code, problem.where.file, problem.where.line) == ("MA-304", "a.yaml", note)
    assert problem.where.path == "bieu_mau.7.4.3.ghi_chu"


def test_the_text_compares_with_the_report_of_the_period_before() -> None:
    earlier = {"2021-Q4": _last_quarter(('"3.1.1": 155', '"3.1.1": 100'))}

    line, warnings = _compared(_Shelf(ROOT, earlier))

    assert "giải quyết: tăng 55%." in line
    assert warnings == []


def test_without_that_report_there_is_nothing_to_compare_with() -> None:
    shelf = _Shelf(ROOT)

    assert "giải quyết: chưa có số liệu so sánh." in _compared(shelf)[0]
    assert "2021-Q4/so-noi-vu-dong-nai" in shelf.asked


def test_a_faulty_earlier_report_stops_nothing_and_is_told() -> None:
    earlier = {"2021-Q4": _last_quarter(('"3.1.1": 155', '"3.1.1": nhiều'))}

    line, warnings = _compared(_Shelf(ROOT, earlier))

    assert "chưa có số liệu so sánh" in line
    assert warnings == ["DL-070 data/2021-Q4/so-noi-vu-dong-nai.yaml"]


def test_earlier_reports_are_looked_for_once_and_only_those_that_something_compares_with() -> None:
    shelf = _Shelf(ROOT)

    make_report(_source(), shelf)

    # -- the rules on jumps and on what was cut against 2015; the text compares with nothing --
    assert sorted(shelf.asked) == ["2015/so-noi-vu-dong-nai", "2021-Q4/so-noi-vu-dong-nai"]


# -- many reports -------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Counting(Folder):
    """This project's folder; notes what is read of templates, form sets and the register."""

    read: list[str] = field(default_factory=list)

    def _read(self, path: Path) -> tuple[bytes, str]:
        self.read.append(self.display(path))
        return super()._read(path)


def test_what_reports_share_is_read_once() -> None:
    library = _Counting(ROOT)
    workshop = Workshop(library)

    first, second = workshop.make(_source()), workshop.make(_source())

    assert first.blob == second.blob == make_report(_source(), FOLDER).blob
    assert "templates/so/de-cuong.md" in library.read
    assert "data/danh-muc/dong-nai.yaml" in library.read
    assert len(library.read) == len(set(library.read))


def test_one_report_leaves_nothing_behind_for_the_next() -> None:
    workshop = Workshop(FOLDER)
    other = _source(("gui: 520", "gui: 777"), narrative=False)

    workshop.make(_source())
    workshop.make(other)

    assert workshop.make(_source()).blob == make_report(_source(), FOLDER).blob
    assert workshop.make(other).blob == make_report(other, FOLDER).blob


def test_a_report_that_stops_does_not_stop_the_next() -> None:
    workshop = Workshop(FOLDER)
    with pytest.raises(Stopped):
        workshop.make(_source(('"3.1.2": 152', '"3.1.2": nhiều')))

    assert workshop.make(_source()).blob == make_report(_source(), FOLDER).blob


def test_a_report_is_handed_out_beside_its_document() -> None:
    made = make_report(_source(), FOLDER)

    assert (str(made.report.ky), made.report.don_vi.ma) == ("2022-Q1", "so-noi-vu-dong-nai")


def test_a_text_beside_data_whose_template_takes_none_is_told() -> None:
    data = ROOT / "data" / "2022" / "tra-vinh-tra-cu.yaml"
    text = (b"# I.\n\nKh\xc3\xa1c.\n", "a.md")
    plain = Source(blob=data.read_bytes(), name="a.yaml", beside=FOLDER.reader_beside(data))
    with_text = replace(plain, narrative=text)

    made = make_report(with_text, FOLDER)

    assert [w.where.file for w in made.warnings if w.code == "MA-328"] == ["a.md"]
    assert made.blob == make_report(plain, FOLDER).blob
