"""A clerk's work with every command, done on this machine to hold another system's against it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from generator.cli.arguments import expanded

ROOT = Path(__file__).parent.parent
NAME = "Báo cáo quý"  # of the clerk's folder
UNIT = "so-noi-vu-dong-nai"
FOREIGN = "dong-nai-bien-hoa"
SAMPLE = f"data/2022-Q1/{UNIT}.yaml"
TO_PARENT = ["--don-vi", "dong-nai", "--ky", "2022-Q1"]

# -- in this order; before `RECEIVED` the folder is given what `receive` puts there --
RECEIVED = "new"
WORK = {
    "help": ["--help"],
    "a mistyped command": ["chekc", SAMPLE],
    "init": ["init"],
    "init over it": ["init"],
    "new": ["new", "--don-vi", UNIT, "--ky", "2022-Q2", "--loi-van"],
    "new over it": ["new", "--don-vi", UNIT, "--ky", "2022-Q2"],
    "new as a workbook": ["new", "--don-vi", UNIT, "--ky", "2022-Q3", "--xlsx"],
    "render": ["render", SAMPLE],
    "render elsewhere": ["render", SAMPLE, "-o", "Báo cáo Quý I (bản nháp).docx", "--xlsx"],
    "render a workbook": ["render", f"data/2022-Q3/{UNIT}.xlsx", "--xlsx"],
    "render what is not there": ["render", "data/không có.yaml"],
    "render a folder": ["render", "data"],
    "render over a template": ["render", SAMPLE, "-o", "templates/so/bao-cao.docx"],
    "render to a device": ["render", SAMPLE, "-o", "con.docx"],
    "check": ["check", SAMPLE],
    "check a folder": ["check", "data/2022-Q1", "--so-lieu", "--format", "json"],
    "check layout": ["check", "--the-thuc", "out/2022-Q1"],
    "explain": ["explain", "NQ-001"],
    "rollup": ["rollup", "data/2022-Q1/dong-nai-*.yaml", *TO_PARENT, "-o", "tổng hợp.yaml"],
    "batch": ["batch", "data/2022-Q1", "--jobs", "1"],
    "batch over it": ["batch", "data/2022-Q1", "--jobs", "1"],
    "verify": ["verify", "--jobs", "1"],
    "fields": ["fields", "so", "--docx", "ô điền.docx"],
    "new template": ["new-template", "moi", "--nhu", "so"],
    "render a new template": ["render", "templates/moi/vi-du.yaml"],
    "lint": ["lint", "so", "moi", "--format", "github"],
    "lint with comments": ["lint", "templates/chung/*.docx", "--annotate", "out"],
    "diff": ["diff", "templates/so/bao-cao.docx", "templates/tinh/bao-cao.docx"],
}


class Done(NamedTuple):
    """What a command has said, and its exit code."""

    code: int
    out: list[str]
    err: list[str]


def receive(folder: Path) -> None:
    """Put two units' data there, one as programs of Windows save it: with marks of their own."""
    for unit in ("dong-nai-cam-my", FOREIGN):
        for path in (ROOT / "data" / "2022-Q1").glob(f"{unit}.*"):
            blob = path.read_bytes()
            if unit == FOREIGN:
                blob = b"\xef\xbb\xbf" + blob.replace(b"\n", b"\r\n")
            (folder / "data" / "2022-Q1" / path.name).write_bytes(blob)


def work_here(program: Path, words: list[str], folder: Path) -> Done:
    """Run a command of the package in the folder `program`; paths are told as of drive C."""
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(program)}
    with chdir(folder):  # as a shell does
        given = expanded(words)
    done = subprocess.run(
        [sys.executable, "-m", "generator", *given],
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
    )
    said = (done.stdout, done.stderr)
    out, err = (text.decode().replace(str(folder), f"C:/{NAME}").splitlines() for text in said)
    return Done(done.returncode, out, err)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the content of every file by its path from `folder`."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
