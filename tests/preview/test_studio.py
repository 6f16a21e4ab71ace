"""What is shown follows the files: pages stay until the next are ready, problems come and go."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from generator.files import Folder
from generator.preview.pages import Printer
from generator.preview.shown import Job, Shown
from generator.preview.studio import Studio
from generator.preview.values import Case
from generator.preview.watch import fingerprint
from tests.preview.project import make_project, write_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 30.0


@contextmanager
def _studio(data: Path, *, watching: bool = True) -> Iterator[Studio]:
    studio = Studio(Job(folder=Folder(data.parents[2]), bo_mau="thu", data=data), watching=watching)
    studio.start()
    try:
        with studio.viewer(Case.REAL):
            yield studio
    finally:
        studio.close()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("shutil.which", lambda _: None)  # no LibreOffice: pages are HTML
    return make_project(tmp_path)


def _until(studio: Studio, wanted: Callable[[Shown], bool]) -> Shown:
    serial = -1
    while True:
        shown = studio.after(Case.REAL, serial, PATIENCE)
        assert shown, "nothing came"
        serial = shown.serial
        if wanted(shown):
            return shown


def _ready(shown: Shown) -> bool:
    return not shown.busy


def _text(studio: Studio, shown: Shown) -> str:
    return "".join((studio.file(name) or b"").decode() for name in shown.pages)


def test_a_saved_template_is_shown_anew(data: Path) -> None:
    with _studio(data) as studio:
        first = _until(studio, _ready)
        write_template(data.parents[2], "Đoạn vừa sửa")
        second = _until(studio, lambda shown: shown.pages != first.pages and _ready(shown))

        assert "Đoạn vừa sửa" in _text(studio, second)
        assert studio.file(first.pages[0]) is None


def test_an_error_is_told_beside_the_pages_of_before_and_goes_when_it_is_mended(
    data: Path,
) -> None:
    root = data.parents[2]
    with _studio(data) as studio:
        first = _until(studio, _ready)
        write_template(root, "{{ don_vi.tenn }}")
        broken = _until(studio, lambda shown: shown.stale)
        write_template(root, "{{ don_vi.ten }}")
        mended = _until(studio, lambda shown: _ready(shown) and not shown.stale)

    assert [problem.code for problem, _ in broken.problems] == ["MA-040"]
    assert broken.pages == first.pages
    assert "MA-040" not in [problem.code for problem, _ in mended.problems]


def test_saving_without_a_change_keeps_the_pages(data: Path) -> None:
    with _studio(data) as studio:
        first = _until(studio, _ready)
        data.write_text(data.read_text(encoding="utf-8") + "# lời ghi\n", encoding="utf-8")
        second = _until(studio, lambda shown: shown.version > first.version and _ready(shown))

    assert second.pages == first.pages


def test_without_watching_a_change_is_seen_when_the_page_is_loaded_anew(data: Path) -> None:
    with _studio(data, watching=False) as studio:
        first = _until(studio, lambda shown: _ready(shown) and not studio.exploring)
        write_template(data.parents[2], "Đoạn vừa sửa")
        assert studio.after(Case.REAL, first.serial, 1.5) is None
        studio.look_again()
        second = _until(studio, lambda shown: shown.pages != first.pages and _ready(shown))

        assert "Đoạn vừa sửa" in _text(studio, second)


def test_a_file_that_is_gone_is_a_problem_not_an_end(data: Path) -> None:
    text = data.read_text(encoding="utf-8")
    with _studio(data) as studio:
        _until(studio, _ready)
        data.unlink()
        gone = _until(studio, lambda shown: shown.stale)
        data.write_text(text, encoding="utf-8")
        _until(studio, lambda shown: _ready(shown) and not shown.stale)

    assert [problem.code for problem, _ in gone.problems] == ["HT-001"]


def test_a_fault_of_the_program_is_told_and_the_next_change_is_shown(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Printer, __: bytes) -> None:
        raise OSError(28, "No space left on device")

    with _studio(data) as studio:
        with monkeypatch.context() as patch:
            patch.setattr(Printer, "print", full)
            broken = _until(studio, lambda shown: bool(shown.problems) and _ready(shown))
        write_template(data.parents[2], "Đoạn vừa sửa")
        mended = _until(studio, lambda shown: _ready(shown) and bool(shown.pages))

        assert "Đoạn vừa sửa" in _text(studio, mended)
    assert [problem.code for problem, _ in broken.problems] == ["HT-999"]


def test_branches_are_looked_for_behind_the_pages_and_anew_when_a_template_is_saved(
    data: Path,
) -> None:
    root = data.parents[2]
    never = "{% if ky.nam == 1999 %}x{% endif %}"
    write_template(root, f"{{% if sl.van_ban == 17 %}}mười bảy{{% endif %}}{never}")
    with _studio(data) as studio:
        _until(studio, lambda _: not studio.exploring)
        unseen = [one.where.tag for one in studio.explored.unseen]
        cases = studio.cases
        with studio.viewer("nhanh-1"):
            while (shown := studio.after("nhanh-1", -1, PATIENCE)) and shown.busy:
                pass
            assert shown
            text = _text(studio, shown)
        write_template(root, "Đoạn không có thẻ")
        _until(studio, lambda shown: shown.version == 1 and not studio.exploring)

        assert studio.cases == tuple(Case)
        assert studio.explored.unseen == ()
    assert unseen == ["{% if ky.nam == 1999 %}"]
    assert cases == (*Case, "nhanh-1")
    assert "mười bảy" in text


def test_of_a_template_that_stops_every_report_no_branches_are_told(data: Path) -> None:
    write_template(data.parents[2], "{% if khong_co %}{% endif %}")
    with _studio(data) as studio:
        _until(studio, lambda _: not studio.exploring)

        assert studio.explored.known is False
        assert studio.cases == tuple(Case)


def test_closing_ends_every_wait(data: Path) -> None:
    with _studio(data) as studio:
        shown = _until(studio, _ready)

    assert studio.ending
    assert studio.after(Case.REAL, shown.serial, PATIENCE) is None


def test_what_word_and_the_system_leave_beside_files_is_no_change(data: Path) -> None:
    root = data.parents[2]
    before = fingerprint(root, data)

    for name in ("~$bao-cao.docx", ".~lock.bao-cao.docx#", "~WRL0001.tmp"):
        (root / "templates" / "thu" / name).write_bytes(b"x")
    assert fingerprint(root, data) == before

    data.with_suffix(".md").write_text("# I\n", encoding="utf-8")
    assert len(fingerprint(root, data)) == len(before) + 1
