"""Imports go down only, and only the three outer files touch disk and clock."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# -- who may import whom: a module may import those of strictly lower layers, and its own package --
LAYERS = {
    "problem": 0,
    "figure": 0,
    "raw": 1,
    "suggest": 1,
    "period": 1,
    "fields": 2,
    "formats": 2,
    "readers": 2,
    "word": 2,
    "anh": 3,
    "bang": 3,
    "bieu_mau": 3,
    "bo_mau": 3,
    "de_cuong": 3,
    "don_vi": 4,
    "chu_ky": 3,
    "noi_nhan": 3,
    "van_ban": 3,
    "bieu_mau_reader": 4,
    "report": 5,
    "validate": 6,
    "checks": 7,
    "excel": 7,
    "ghi_chu": 7,
    "ky_truoc": 7,
    "history": 7,
    "context": 8,
    "the_thuc": 3,
    "pipeline": 9,
    "rollup": 10,
    "files": 10,
    "batch": 11,
    "cli": 12,
}
SEES_NO_REPORT = ("formats", "word", "readers")


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
    for path in (GENERATOR / folder).rglob("*.py"):
        seen = {_layer_name(m) for m in _imports(path) if m.startswith("generator.")}

        assert not seen & {"report", "validate", "context", "pipeline"}


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(GENERATOR)))
def test_only_the_outer_files_touch_the_disk(path: Path) -> None:
    own = _own(path)
    disk = {"os", "pathlib", "shutil", "tempfile", "glob"}

    assert own in {"files", "batch", "cli"} or not _imports(path) & disk


def _own(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")
