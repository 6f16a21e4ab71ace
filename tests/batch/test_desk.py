"""The files of a unit: those of the project's data, wherever links lead, and no others."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from generator.batch.desk import Disk, disk
from generator.problem import Stopped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("du-an/data/2022-Q1/anh/a.png", "du-an/data/chung/b.png", "ngoai/c.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_bytes(name.encode())
    return tmp_path / "du-an"


def _refused(read: Disk, name: str) -> list[str]:
    with pytest.raises(Stopped) as stopped:
        read(name)
    return [problem.code for problem in stopped.value.problems]


def test_files_of_the_data_are_read_and_what_is_not_there_is_nothing(root: Path) -> None:
    read = disk(root, root / "data/2022-Q1")

    assert read("data/2022-Q1/anh/a.png") == b"du-an/data/2022-Q1/anh/a.png"
    assert read("data/chung/b.png") == b"du-an/data/chung/b.png"
    assert read("data/2022-Q1/anh/b.png") is None
    assert read("data/2022-Q2/a.png") is None


def test_a_link_leads_no_further_than_the_data(root: Path) -> None:
    read = disk(root, root / "data/2022-Q1")
    folder = root / "data/2022-Q1/anh"
    (folder / "trong.png").symlink_to(root / "data/chung/b.png")
    (folder / "ngoai.png").symlink_to(root.parent / "ngoai/c.png")
    (folder / "chung").symlink_to(root / "data/chung")
    (folder / "ngoai").symlink_to(root.parent / "ngoai")

    for _ in range(2):  # a folder is looked at once
        assert read("data/2022-Q1/anh/trong.png") == b"du-an/data/chung/b.png"
        assert read("data/2022-Q1/anh/chung/b.png") == b"du-an/data/chung/b.png"
        assert _refused(read, "data/2022-Q1/anh/ngoai.png") == ["HT-011"]
        assert _refused(read, "data/2022-Q1/anh/ngoai/c.png") == ["HT-011"]
        assert _refused(read, "data/../../ngoai/c.png") == ["HT-011"]
        assert read("data/2022-Q1/anh/a.png") == b"du-an/data/2022-Q1/anh/a.png"


def test_it_travels_to_another_process(root: Path) -> None:
    read = disk(root, root / "data/2022-Q1")
    read("data/chung/b.png")

    assert pickle.loads(pickle.dumps(read))("data/chung/b.png") == b"du-an/data/chung/b.png"
