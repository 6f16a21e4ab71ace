"""What a run writes, what it leaves alone, and what it says of units that cannot be made."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import files
from generator.batch.plan import make_plan
from generator.batch.processes import alone
from generator.batch.run import Status
from generator.problem import Stopped
from tests.batch.build import (
    KY,
    batch_of,
    documents,
    errors,
    make_project,
    run,
    setting_of,
    write_data,
)
from tests.read_back import all_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.batch.run import Outcome


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def _statuses(data: Path, *, force: bool = False) -> dict[str, str]:
    return {unit: str(outcome.status) for unit, outcome in run(data, force=force).items()}


DONE = {"a-1": "done", "a-2": "done", "a-3": "done"}
UNCHANGED = dict.fromkeys(DONE, "unchanged")


def test_every_unit_gets_its_document(data: Path) -> None:
    assert _statuses(data) == DONE

    made = documents(data)
    assert list(made) == ["a-1.docx", "a-2.docx", "a-3.docx"]
    assert "Đã tiếp 02 lượt" in all_text(made["a-2.docx"])


def test_one_bad_unit_is_named_and_the_others_are_made(data: Path) -> None:
    path = write_data(data, "a-2")
    path.write_text(path.read_text(encoding="utf-8") + "lạ: 1\nky_: x\n", encoding="utf-8")

    outcomes = run(data)

    assert outcomes["a-2"].status is Status.FAILED
    assert errors(outcomes["a-2"]) == ["DL-010", "DL-010"]
    assert all(
        problem.where.file == "data/2022-Q1/a-2.yaml" for problem in outcomes["a-2"].problems
    )
    assert list(documents(data)) == ["a-1.docx", "a-3.docx"]


def test_a_second_run_makes_nothing(data: Path) -> None:
    run(data)
    before = {path: path.stat().st_mtime_ns for path in data.parent.parent.glob("out/*/*.docx")}

    assert _statuses(data) == UNCHANGED
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_with_force_everything_is_made_again_with_the_same_bytes(data: Path) -> None:
    run(data)
    before = documents(data)

    assert _statuses(data, force=True) == DONE
    assert documents(data) == before


# -- what makes a document out of date: exactly the units it concerns ------------------------------


def _change_data(data: Path) -> None:
    write_data(data, "a-2", luot=7)


def _add_text(data: Path) -> None:
    (data / "a-2.md").write_text("# I.\n\nKhác.\n", encoding="utf-8")


def _add_earlier_report(data: Path) -> None:
    folder = data.parent / "2021-Q4"
    folder.mkdir()
    write_data(folder, "a-2", ky="2021-Q4", luot=9)


def _delete_document(data: Path) -> None:
    (data.parent.parent / "out" / KY / "a-2.docx").unlink()


@pytest.mark.parametrize(
    "change",
    [_change_data, _add_text, _add_earlier_report, _delete_document],
)
def test_only_the_unit_that_a_change_concerns_is_made_again(data: Path, change: object) -> None:
    run(data)
    assert callable(change)
    change(data)

    assert _statuses(data) == UNCHANGED | {"a-2": "done"}
    assert _statuses(data) == UNCHANGED


def _edit_document(data: Path) -> Path:
    """Save a document as another program would: its members anew, with the hour."""
    path = data.parent.parent / "out" / KY / "a-2.docx"
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_document_that_somebody_edited_is_kept_and_told_and_the_others_are_made(
    data: Path,
) -> None:
    run(data)
    path = _edit_document(data)
    edited = path.read_bytes()
    for unit in ("a-1", "a-2"):
        write_data(data, unit, luot=7)

    outcomes = run(data)

    assert {unit: str(one.status) for unit, one in outcomes.items()} == UNCHANGED | {
        "a-1": "done",
        "a-2": "failed",
    }
    assert errors(outcomes["a-2"]) == ["HT-024"]
    assert outcomes["a-2"].problems[0].where.file == str(path)
    assert path.read_bytes() == edited


def test_with_force_an_edited_document_is_made_again(data: Path) -> None:
    run(data)
    before = documents(data)
    _edit_document(data)

    assert _statuses(data, force=True) == DONE
    assert documents(data) == before


def test_a_document_of_a_run_whose_manifest_was_lost_is_made_again(data: Path) -> None:
    run(data)
    (data.parent.parent / "out" / KY / "manifest.json").unlink()

    assert _statuses(data) == DONE


def _change_outline(root: Path) -> None:
    path = root / "templates" / "thu" / "de-cuong.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")


def _change_register(root: Path) -> None:
    path = root / "data" / "danh-muc" / "a.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# ghi chú\n", encoding="utf-8")


@pytest.mark.parametrize("change", [_change_outline, _change_register])
def test_a_change_of_what_all_share_makes_all_again(data: Path, change: object) -> None:
    run(data)
    assert callable(change)
    change(data.parent.parent)

    assert _statuses(data) == DONE


def test_another_template_set_concerns_nobody(data: Path) -> None:
    run(data)
    other = data.parent.parent / "templates" / "khac"
    other.mkdir()
    (other / "de-cuong.md").write_bytes(b"x")

    assert _statuses(data) == UNCHANGED


def test_another_program_makes_all_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(data)
    monkeypatch.setattr("generator.batch.run.program", lambda: "baocao 9.9")

    assert _statuses(data) == DONE


def test_a_picture_that_changed_makes_its_unit_again(data: Path) -> None:
    picture = data / "anh.png"
    picture.write_bytes(_png(1))
    (data / "a-3.md").write_text('# I.\n\n{{ anh("anh.png", rong=20) }}\n', encoding="utf-8")
    assert _statuses(data) == DONE

    picture.write_bytes(_png(2))

    assert _statuses(data) == UNCHANGED | {"a-3": "done"}


def _png(width: int) -> bytes:
    import struct  # noqa: PLC0415  # only here
    import zlib  # noqa: PLC0415

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_that_is_not_beside_the_data_is_out_of_reach(data: Path) -> None:
    (data.parent / "bi-mat.png").write_bytes(_png(1))
    outside = data.parent.parent / "ngoai.png"
    outside.write_bytes(_png(1))
    (data / "lien-ket.png").symlink_to(outside)
    for unit, name in (("a-1", "../bi-mat.png"), ("a-2", str(outside)), ("a-3", "lien-ket.png")):
        (data / f"{unit}.md").write_text(f'# I.\n\n{{{{ anh("{name}") }}}}\n', encoding="utf-8")

    outcomes = run(data)

    assert [errors(outcome) for outcome in outcomes.values()] == [["MA-306"]] * 3
    said = [outcome.problems[0].message.vi for outcome in outcomes.values()]
    assert all("phải nằm cùng thư mục" in words for words in said)


def test_a_picture_whose_name_no_disk_takes_is_told_in_plain_words(data: Path) -> None:
    (data / "a-1.md").write_text(f'# I.\n\n{{{{ anh("{"a" * 300}.png") }}}}\n', encoding="utf-8")

    outcome = run(data)["a-1"]

    assert errors(outcome) == ["MA-306"]
    assert "Không đọc được tệp" in outcome.problems[0].message.vi


# -- files that are not what their place says ------------------------------------------------------


def test_a_file_of_another_unit_is_refused(data: Path) -> None:
    write_data(data, "a-1", name="a-2.yaml")

    outcome = run(data)["a-2"]

    assert outcome.status is Status.FAILED
    assert errors(outcome)[0] == "HT-033"
    assert "a-2.docx" not in documents(data)


def test_a_file_of_another_period_is_refused(data: Path) -> None:
    write_data(data, "a-2", ky="2022-Q2")

    assert errors(run(data)["a-2"])[0] == "HT-034"


def test_a_fault_of_ours_stops_one_unit_only(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator import pipeline  # noqa: PLC0415  # what is broken here

    whole = pipeline.Workshop.make

    def broken(self: pipeline.Workshop, source: pipeline.Source) -> pipeline.Made:
        if "a-2" in source.name:
            raise KeyError("x")
        return whole(self, source)

    monkeypatch.setattr(pipeline.Workshop, "make", broken)
    outcomes = run(data)

    assert errors(outcomes["a-2"]) == ["HT-999"]
    assert outcomes["a-3"].status is Status.DONE


# -- places that cannot be written -----------------------------------------------------------------


def test_a_document_that_word_holds_open_is_named_and_the_next_run_writes_it(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if Path(target).name == "a-2.docx":  # as Windows answers while Word has the file open
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        outcomes = run(data)

    assert errors(outcomes["a-2"]) == ["HT-005"]
    assert _statuses(data) == UNCHANGED | {"a-2": "done"}
    assert [p.name for p in (data.parent.parent / "out" / KY).glob(".*.tmp")] == []


def _mounted(folder: Path, options: str) -> bool:
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return (
        shutil.which("mount") is not None
        and not subprocess.run(command, check=False, capture_output=True).returncode
    )


def test_a_full_disk_is_named_and_what_was_written_is_whole(data: Path) -> None:
    whole = _after_an_undisturbed_run(data)
    out = data.parent.parent / "out" / KY
    pages = -(-max(len(blob) for blob in whole.values()) // 4096)
    if not _mounted(out, f"size={2 * pages * 4096}"):
        pytest.skip("a small disk can only be mounted by root")
    told: dict[str, list[str]] = {}
    try:
        with pytest.raises(Stopped) as stopped:  # not even the manifest fits any more
            told.update((outcome.unit, errors(outcome)) for outcome in _outcomes(data))

        assert told == {"a-1": [], "a-2": [], "a-3": ["HT-005"]}
        assert stopped.value.problems[0].where.file.endswith("manifest.json")
        assert documents(data) == {name: whole[name] for name in ("a-1.docx", "a-2.docx")}
        assert list(out.glob(".*.tmp")) == []
    finally:
        subprocess.run(["umount", str(out)], check=True)
    assert _statuses(data) == DONE
    assert documents(data) == whole


def test_a_read_only_folder_is_named_for_every_unit(data: Path) -> None:
    out = data.parent.parent / "out" / KY
    if not _mounted(out, "ro"):
        pytest.skip("a read-only disk can only be mounted by root")
    try:
        outcomes = run(data)
        assert [errors(outcome) for outcome in outcomes.values()] == [["HT-005"]] * 3
    finally:
        subprocess.run(["umount", str(out)], check=True)
    assert _statuses(data) == DONE


def _outcomes(data: Path) -> Iterator[Outcome]:
    setting = setting_of(data)
    plan = make_plan(data, files.Folder(data.parent.parent))
    return batch_of(data).run(plan, lambda tasks: alone(setting, tasks))


def _after_an_undisturbed_run(data: Path) -> dict[str, bytes]:
    run(data)
    whole = documents(data)
    shutil.rmtree(data.parent.parent / "out")
    return whole


# -- the manifest ----------------------------------------------------------------------------------


def _manifest(data: Path) -> Path:
    return data.parent.parent / "out" / KY / "manifest.json"


def test_the_manifest_holds_the_hash_of_everything(data: Path) -> None:
    run(data)
    told = json.loads(_manifest(data).read_bytes())

    entry = told["units"]["a-1"]
    assert set(entry["inputs"]) >= {"data/2022-Q1/a-1.yaml", "data/2022-Q1/a-1.md"}
    assert entry["inputs"]["data/2022-Q1/a-1.md"] is None
    assert entry["inputs"]["data/2021-Q4/a-1.yaml"] is None
    assert set(told["shared"][entry["shared"]]) == {
        "data/danh-muc/a.yaml",
        "templates/thu/bao-cao.docx",
        "templates/thu/bo-mau.yaml",
        "templates/thu/de-cuong.md",
    }
    assert entry["program"].startswith("baocao ")


def test_the_layout_is_looked_at_where_that_is_asked_for(data: Path) -> None:
    quick = run(data)
    before = documents(data)
    again = run(data)
    whole = run(data, the_thuc=True)

    assert {one.status for one in again.values()} == {Status.UNCHANGED}
    assert {one.status for one in whole.values()} == {Status.DONE}
    assert {one.status for one in run(data).values()} == {Status.UNCHANGED}
    assert {one.status for one in run(data, the_thuc=True).values()} == {Status.UNCHANGED}
    assert documents(data) == before
    for unit, one in whole.items():
        layout = {problem.code for problem in one.problems if problem.code.startswith("TT-")}
        assert layout >= {"TT-005"}
        assert {problem.code for problem in one.problems} - layout == {
            problem.code for problem in quick[unit].problems
        }


def test_the_layout_that_a_unit_accepts_is_on_record(data: Path) -> None:
    file = data / "a-1.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "chap_nhan: [{ma: TT-005, ly_do: Mẫu thử}]\n",
        encoding="utf-8",
    )

    done = run(data, the_thuc=True)
    told = json.loads(_manifest(data).read_bytes())["units"]

    (found,) = [one for one in done["a-2"].problems if one.code == "TT-005"]
    assert (found.where.file, found.severity.value) == ("a-2.docx", "warning")
    assert "TT-005" not in {one.code for one in done["a-1"].problems}
    assert told["a-1"]["accepted"] == [{"code": "TT-005", "at": "", "reason": "Mẫu thử"}]
    assert told["a-2"]["accepted"] == []
    assert told["a-1"]["warnings"] == told["a-2"]["warnings"] - 1


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b'{"units": {"a-1": 3}}', b"\xff", b'{"x": ' + b"[" * 100_000]
)
def test_a_damaged_manifest_is_told_and_made_anew(data: Path, content: bytes) -> None:
    run(data)
    _manifest(data).write_bytes(content)

    problem = batch_of(data).manifest.problem
    assert problem is not None
    assert problem.code == "HT-040"
    assert _statuses(data) == DONE
    assert _statuses(data) == UNCHANGED


def test_a_manifest_that_names_what_no_disk_takes_stops_nobody(data: Path) -> None:
    run(data)
    told = json.loads(_manifest(data).read_bytes())
    told["units"]["a-2"]["inputs"]["a" * 5000] = "0"
    _manifest(data).write_text(json.dumps(told), encoding="utf-8")

    assert _statuses(data) == UNCHANGED | {"a-2": "done"}
    assert _statuses(data) == UNCHANGED


def test_a_failing_unit_keeps_its_older_document_and_the_manifest_says_of_what(data: Path) -> None:
    run(data)
    before = documents(data)
    write_data(data, "a-2", ky="2022-Q2")

    assert run(data)["a-2"].status is Status.FAILED
    assert documents(data) == before
    write_data(data, "a-2", luot=2)
    assert _statuses(data) == UNCHANGED


def test_leftovers_of_a_killed_process_are_cleared_and_those_of_a_living_one_are_not(
    data: Path,
) -> None:
    out = data.parent.parent / "out" / KY
    out.mkdir(parents=True)
    gone = subprocess.Popen(["true"])
    gone.wait()
    dead = out / f".a-1.docx.{gone.pid}-abc.tmp"
    alive = out / f".a-1.docx.{os.getppid()}-abc.tmp"
    strange = out / ".của tôi.tmp"
    for path in (dead, alive, strange):
        path.write_bytes(b"")

    run(data)

    assert [path.exists() for path in (dead, alive, strange)] == [False, True, True]


def test_a_disk_that_is_full_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Stopped) as stopped:
        files.write_atomic(tmp_path / "a.docx", b"x")

    (problem,) = stopped.value.problems
    assert problem.code == "HT-005"
    assert "đĩa đã đầy" in problem.message.vi
    assert list(tmp_path.iterdir()) == []

    files.write_atomic(tmp_path / "a.docx", b"x", flushed=False)
    with pytest.raises(Stopped) as stopped:
        files.flush([tmp_path / "moved away.docx", tmp_path / "a.docx"])

    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file) == ("HT-005", str(tmp_path / "a.docx"))


def test_documents_are_on_the_disk_before_the_manifest_names_them(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    fsync = os.fsync

    def noted(file: int) -> None:
        flushed.append(os.fstat(file).st_ino)
        fsync(file)

    monkeypatch.setattr(os, "fsync", noted)
    run(data)

    out = data.parent.parent / "out" / KY
    names = ("a-1.docx", "a-2.docx", "a-3.docx", "manifest.json")
    assert flushed == [(out / name).stat().st_ino for name in names]
