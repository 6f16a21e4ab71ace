"""The same batch on a real local cluster of two workers, one of which is killed half-way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from tests.batch.build import documents, make_project, write_data
from tests.batch.interrupted import BAOCAO, MANY, SLOW, undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[int]]]:
    """The address of a cluster, and the processes of its workers."""
    script = Path(__file__).parent / "local_cluster.py"
    started = subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert started.stdout is not None
    address, *workers = started.stdout.readline().split()
    yield address, [int(worker) for worker in workers]
    started.communicate("", timeout=60)


def _batch(data: Path, address: str) -> subprocess.Popen[str]:
    command = [BAOCAO, "batch", str(data), "--cluster", address]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def test_a_worker_killed_half_way_costs_nothing(
    tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    data = make_project(tmp_path, MANY, outline=SLOW)
    address, workers = cluster
    working = _batch(data, address)
    while len(documents(data)) < 3:
        assert working.poll() is None
        time.sleep(0.01)
    assert len(documents(data)) < len(MANY)
    os.kill(workers[0], signal.SIGKILL)
    told = working.communicate(timeout=120)[1]

    assert working.returncode == 0, told
    assert documents(data) == undisturbed(data)


def test_earlier_reports_and_texts_reach_the_workers_though_they_see_no_disk(
    tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    data = make_project(tmp_path)
    earlier = data.parent / "2021-Q4"
    earlier.mkdir()
    write_data(earlier, "a-1", ky="2021-Q4", luot=77)
    (data / "a-2.md").write_text("# I.\n\nLời riêng.\n", encoding="utf-8")
    write_data(data, "a-3", ky="2022-Q2")

    working = _batch(data, cluster[0])
    told = working.communicate(timeout=120)[1]

    assert working.returncode == 1
    assert "Lỗi: a-3 (HT-034)" in told
    assert list(documents(data)) == ["a-1.docx", "a-2.docx"]
    (data / "a-3.yaml").unlink()
    assert documents(data) == undisturbed(data)
    assert run(["verify", str(data.parent.parent / "out"), "-j", "1"]) == 0
