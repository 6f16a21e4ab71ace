"""Imports go down only, and only the outer packages touch disk and clock."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# -- who may import whom: a module may import those of strictly lower layers, and its own package --
LAYERS = {
    "problem": 0,
    "figure": 0,
    "ky_hieu": 0,
    "workbook_layout": 0,
    "raw": 1,
    "suggest": 1,
    "written": 1,
    "period": 1,
    "fields": 2,
    "formats": 2,
    "readers": 3,
    "word": 2,
    "anh": 3,
    "bang": 3,
    "bieu_do": 3,
    "rang_buoc": 3,
    "bieu_mau": 4,
    "bo_mau": 4,
    "de_cuong": 3,
    "don_vi": 4,
    "chu_ky": 3,
    "noi_nhan": 3,
    "van_ban": 3,
    "bieu_mau_rows": 5,
    "bieu_mau_reader": 6,
    "report": 5,
    "new": 6,
    "validate": 6,
    "checks": 7,
    "excel": 10,
    "ghi_chu": 7,
    "ky_truoc": 7,
    "history": 7,
    "context": 8,
    "the_thuc": 3,
    "so_sanh": 4,
    "loi_van": 9,
    "pipeline": 10,
    "names": 11,
    "lint": 12,
    "rollup": 11,
    "files": 11,
    "batch": 12,
    "preview": 13,
    "cli": 14,
    "__main__": 99,
}
SEES_NO_REPORT = ("formats", "word", "readers")
SEES_NO_DOCUMENT = ("checks", "formats", "new", "rang_buoc", "readers", "validate")
SEES_ONLY = {"word": {"problem", "suggest"}, "the_thuc": {"ky_hieu", "problem", "word"}}


def _modules() -> list[Path]:
    return sorted(p for p in GENERATOR.rglob("*.py") if p != GENERATOR / "__init__.py")


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(
                f"{node.module}.{alias.name}" if node.module == "generator" else node.module
                for alias in node.names
            )
    return found


def _seen_by(folder: str) -> set[str]:
    """Return the layers that the modules of a package import."""
    seen = {name for path in (GENERATOR / folder).rglob("*.py") for name in _imports(path)}
    return {_layer_name(name) for name in seen if name.startswith("generator.")}


def _layer_name(module: str) -> str:
    return module.split(".")[1]


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(GENERATOR)))
def test_imports_go_down_only(path: Path) -> None:
    own = _own(path)

    for imported in _imports(path):
        if not imported.startswith("generator."):
            continue
        other = _layer_name(imported)
        assert other == own or LAYERS[other] < LAYERS[own], f"{own} imports {other}"


@pytest.mark.parametrize("folder", SEES_NO_REPORT)
def test_lower_packages_never_see_a_report(folder: str) -> None:
    assert not _seen_by(folder) & {"report", "validate", "context", "pipeline"}


@pytest.mark.parametrize("folder", SEES_NO_DOCUMENT)
def test_what_is_said_of_data_never_depends_on_a_document(folder: str) -> None:
    assert not _seen_by(folder) & {"word", "the_thuc", "so_sanh", "excel"}


@pytest.mark.parametrize("folder", SEES_ONLY)
def test_what_works_on_documents_can_be_used_alone(folder: str) -> None:
    assert _seen_by(folder) <= SEES_ONLY[folder] | {folder}


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(GENERATOR)))
def test_only_the_outer_files_touch_the_disk(path: Path) -> None:
    own = _own(path)
    disk = {"os", "pathlib", "shutil", "tempfile", "glob"}

    assert own in {"files", "batch", "preview", "cli"} or not _imports(path) & disk


def _own(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def test_the_readme_names_every_layer() -> None:
    text = (GENERATOR / "README.md").read_text(encoding="utf-8")
    table = text.partition("## Layers")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {name.rstrip("/") for row in rows for name in re.findall(r"`([a-z_/]+)`", row)}

    assert named == {_own(path) for path in _modules()} - {"__main__"}
