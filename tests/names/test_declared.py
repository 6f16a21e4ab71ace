"""The table of names and the context say the same: nothing undescribed, nothing made up."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from generator import context, ky_truoc
from generator.files import Folder
from generator.formats import formatter
from generator.formats.filters import filters
from generator.formats.printed import PrintedFigure
from generator.names.declared import ADDED, FUNCTIONS, RECORDS, TOP
from generator.names.filters import FILTERS, OWN
from generator.pipeline import Source, Workshop
from generator.word import compile_template
from tests.read_back import all_text
from tests.word.build import docx

ROOT = Path(__file__).parents[2]

CLASSES = {
    "ky": context.KyIn,
    "don_vi": context.DonViIn,
    "van_ban": context.VanBanIn,
    "chu_ky": context.ChuKyIn,
    "noi_nhan": context.NoiNhanIn,
    "bieu_mau": context.BieuMauIn,
    "dong": context.DongIn,
    "so_lieu": PrintedFigure,
    "so_lieu_ky": ky_truoc.SoLieuKy,
}
# -- what the machinery keeps beside the names --
INTERNAL = {"ky": {"ky", "formatter"}, "van_ban": {"formatter"}, "so_lieu_ky": {"period", "world"},
            "so_lieu": {"so_lieu_goc", "formatter", "unit_is_percent"}}  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> dict[str, object]:
    path = ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
    return Workshop(Folder(ROOT)).context(Source(blob=path.read_bytes(), name=path.name))


def test_every_name_of_a_context_is_declared_and_no_other(sample: dict[str, object]) -> None:
    assert set(sample) == set(TOP)


def test_functions_are_declared() -> None:
    assert set(FUNCTIONS) == set(context.GLOBALS)
    assert set(ADDED) == {"noi_dung", "anh"}  # see pipeline.Workshop.make


def test_the_docstring_of_the_context_names_the_same() -> None:
    rows = [line for line in (context.__doc__ or "").splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)", row.split("|")[1])}

    assert named == {*TOP, *ADDED, *FUNCTIONS}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_part_of_a_group_is_declared_and_no_other(name: str) -> None:
    kind = CLASSES[name]
    members = set(kind.__struct_fields__)
    members |= {key for key, _ in inspect.getmembers(kind, lambda m: isinstance(m, property))}

    public = {key for key in members if not key.startswith("_")}
    assert public - INTERNAL.get(name, set()) == set(RECORDS[name].names)


def test_every_group_is_of_a_class_or_of_jinja() -> None:
    assert set(RECORDS) == {*CLASSES, "loop"}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_what_prints_has_words_of_its_own(name: str) -> None:
    assert RECORDS[name].prints == ("__str__" in vars(CLASSES[name]))


def test_every_filter_is_described_and_no_other() -> None:
    assert set(OWN) == {*filters(formatter("vi")), "chu_thich"}


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_examples_of_filters_print_what_they_promise(name: str, sample: dict[str, object]) -> None:
    info = FILTERS[name]
    template = compile_template(docx(info.example), filters=filters(formatter("vi")))

    printed = all_text(template.render(sample)).strip()

    assert name in info.example
    assert printed.startswith(info.prints)
    assert printed == info.prints or not info.prints
