"""Which reports a batch makes, and which it refuses before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.batch.place import is_unit
from generator.batch.plan import expected_units, make_plan
from generator.batch.processes import prepare
from generator.files import Folder
from generator.problem import Stopped
from tests.batch.build import UNITS, make_project, write_data

if TYPE_CHECKING:
    from pathlib import Path

    from generator.don_vi import DonVi


REGISTER = ("tinh", *UNITS)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def _expected(data: Path, parent: str, folder: str = "2022-Q1") -> tuple[DonVi, ...]:
    danh_muc = prepare(data.parent.parent, data, "vi").danh_muc
    return expected_units(danh_muc, parent, data.parent / folder, folder)


def _code(stopped: pytest.ExceptionInfo[Stopped]) -> str:
    (problem,) = stopped.value.problems
    return problem.code


def test_every_data_file_is_a_task_in_the_order_of_units(data: Path) -> None:
    plan = make_plan(data, Folder(data.parent.parent))

    assert [(task.unit, task.data, task.ky) for task in plan.tasks] == [
        ("a-1", "data/2022-Q1/a-1.yaml", "2022-Q1"),
        ("a-2", "data/2022-Q1/a-2.yaml", "2022-Q1"),
        ("a-3", "data/2022-Q1/a-3.yaml", "2022-Q1"),
    ]
    assert plan.refused == ()


def test_texts_pictures_and_what_programs_leave_about_are_no_data(data: Path) -> None:
    for name in ("a-1.md", "anh.png", ".a-9.yaml", "~$a-1.xlsx", "a-1.nguon.csv"):
        (data / name).write_bytes(b"")

    plan = make_plan(data, Folder(data.parent.parent))

    assert [task.unit for task in plan.tasks] == ["a-1", "a-2", "a-3"]
    assert plan.refused == ()


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "con",
        "nul",
        "lpt1",
        "A-1",
        "a 1",
        "a.1",
        "a-1.",
        "a-",
        "-a",
        "đ",
        "..",
        "a" * 101,
        "",
    ],
)
def test_what_cannot_be_a_file_name_everywhere_is_no_unit(name: str) -> None:
    assert not is_unit(name)


@pytest.mark.parametrize("name", ["a", "dong-nai-bien-hoa", "console", "so-1"])
def test_codes_of_units_are_fit_for_file_names(name: str) -> None:
    assert is_unit(name)


@pytest.mark.parametrize("name", ["con.yaml", "A-1.yaml", "a-1..yaml", "báo cáo.yaml"])
def test_a_file_that_is_not_called_by_a_unit_is_refused_by_name(data: Path, name: str) -> None:
    (data / name).write_bytes(b"")

    plan = make_plan(data, Folder(data.parent.parent))

    ((unit, problem),) = plan.refused
    assert (problem.code, problem.where.file) == ("HT-031", f"data/2022-Q1/{name}")
    assert unit == f"data/2022-Q1/{name}"
    assert len(plan.tasks) == 3


def test_two_files_of_one_unit_are_both_left_alone_and_named(data: Path) -> None:
    (data / "a-2.xlsx").write_bytes(b"")

    plan = make_plan(data, Folder(data.parent.parent))

    ((unit, problem),) = plan.refused
    assert (unit, problem.code) == ("a-2", "HT-032")
    assert problem.where.file == "data/2022-Q1/a-2.xlsx"
    assert "data/2022-Q1/a-2.yaml" in problem.message.vi
    assert [task.unit for task in plan.tasks] == ["a-1", "a-3"]


def test_an_old_workbook_is_not_passed_over_in_silence(data: Path) -> None:
    (data / "a-9.xls").write_bytes(b"")

    plan = make_plan(data, Folder(data.parent.parent))

    assert "data/2022-Q1/a-9.xls" in [task.data for task in plan.tasks]


def test_a_parent_expects_its_units_and_names_those_that_sent_nothing(data: Path) -> None:
    (data / "a-2.yaml").unlink()
    write_data(data, "tinh")

    plan = make_plan(data, Folder(data.parent.parent), _expected(data, "tinh"), REGISTER)

    assert [task.unit for task in plan.tasks] == ["a-1", "a-3"]
    assert [unit.ma for unit in plan.not_reported] == ["a-2"]


def test_a_file_that_is_called_by_no_unit_is_not_passed_over_when_a_parent_expects_its_units(
    data: Path,
) -> None:
    (data / "a-2.yaml").rename(data / "moi.yaml")
    write_data(data, "a-3", name="A 3 bản cuối (2).yaml")
    write_data(data, "tinh")

    plan = make_plan(data, Folder(data.parent.parent), _expected(data, "tinh"), REGISTER)

    assert [task.unit for task in plan.tasks] == ["a-1", "a-3", "moi"]
    ((name, problem),) = plan.refused
    assert (name, problem.code) == ("data/2022-Q1/A 3 bản cuối (2).yaml", "HT-031")


@pytest.mark.parametrize(
    ("parent", "folder", "code"),
    [
        ("tinh", "2025-Q3", "HT-036"),  # the district level has ended
        ("tinhh", "2022-Q1", "DL-020"),
        ("tinh", "thang-ba", "HT-035"),
        ("a-1", "2022-Q1", "HT-036"),
    ],
)
def test_what_a_parent_expects_depends_on_the_period(
    data: Path, parent: str, folder: str, code: str
) -> None:
    with pytest.raises(Stopped) as stopped:
        _expected(data, parent, folder)

    assert _code(stopped) == code


def test_a_folder_without_data_is_one_clear_problem(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        make_plan(tmp_path, Folder(tmp_path))

    assert _code(stopped) == "HT-030"


def test_a_folder_that_is_not_there_is_one_clear_problem(data: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        make_plan(data / "absent", Folder(data.parent.parent))

    assert _code(stopped) == "HT-001"


def test_whoever_names_a_file_is_told_to_name_its_folder_or_to_render_it(data: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        make_plan(data / "a-1.yaml", Folder(data.parent.parent))

    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file) == ("HT-048", "data/2022-Q1/a-1.yaml")
    assert problem.hint is not None
    assert "`baocao batch data/2022-Q1`; " in problem.hint.vi
    assert "baocao render data/2022-Q1/a-1.yaml" in problem.hint.vi
