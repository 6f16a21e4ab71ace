"""The template sets of the repository have no fault, with their own sample data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from generator.cli.designs import Designs
from generator.formats import formatter
from generator.lint import House, Linted, lint_docx, lint_set
from generator.names.catalogue import Catalogue, Entry
from generator.names.declared import ADDED
from generator.names.types import Sort
from generator.word import compile_template
from tests.word.build import docx

if TYPE_CHECKING:
    from generator.bo_mau import BoMau

ROOT = Path(__file__).parents[2]
SETS = sorted(path.parent.name for path in (ROOT / "templates").glob("*/bo-mau.yaml"))


@pytest.fixture(scope="module")
def designs() -> Designs:
    return Designs(ROOT)


def _linted(designs: Designs, name: str, **changed: object) -> tuple[Linted, ...]:
    bo_mau: BoMau = replace(designs.workshop.bo_mau(name), **changed)
    house: House = designs.house(designs.workshop.bo_mau(name))
    return lint_set(designs.folder, bo_mau, house)


@pytest.mark.parametrize("name", SETS)
def test_our_own_sets_are_clean(designs: Designs, name: str) -> None:
    found = [problem for one in _linted(designs, name) for problem in one.problems]

    assert found == []


def test_all_parts_of_a_set_are_read(designs: Designs) -> None:
    word, outline = _linted(designs, "so")
    files = {use.where.file for use in word.reading.uses}

    assert files == {
        "templates/so/bao-cao.docx",
        *(f"templates/chung/{name}.docx" for name in ("dau", "kinh-gui", "chan", "bieu-mau")),
    }
    assert {use.where.file for use in outline.reading.uses} == {"templates/so/de-cuong.md"}


def test_every_tag_that_is_offered_is_clean_and_prints(designs: Designs) -> None:
    bo_mau = designs.workshop.bo_mau("so")
    house, sample = designs.house(bo_mau), next(designs.samples(bo_mau))
    catalogue = Catalogue(house.world, formatter("vi"), sample, {})
    entries = [entry for entry in catalogue.entries() if _stands_alone(entry)]
    blob = docx(
        "\n".join(
            entry.tag.replace(" … ", "\n" if "{%p" in entry.tag else "x") for entry in entries
        )
    )

    assert len(entries) > 250
    assert lint_docx(blob, "mau.docx", house).problems == ()
    compile_template(blob, filters=house.filters, globals=house.functions).render(sample)


def _stands_alone(entry: Entry) -> bool:
    """Leave out elements of loops, what the pipeline or other data bring, days not stated."""
    known = "[]" not in entry.path and not entry.path.startswith("loop.")
    own = entry.path not in {*ADDED, "bieu_do", "bang", "ten_bang"}
    return (
        known
        and own
        and "…" not in entry.tag.replace(" … ", "")
        and (entry.type.sort is not Sort.DATE or bool(entry.value))
    )


def test_an_outline_that_is_never_printed_is_told(designs: Designs) -> None:
    word = _linted(designs, "huyen-word", de_cuong="../so/de-cuong.md")[0]

    assert [problem.code for problem in word.problems] == ["MA-079"]
