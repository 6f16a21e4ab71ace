"""Documents that other programs wrote, and the reports of this project."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from generator import files, pipeline, the_thuc
from tests.read_back import ROOT
from tests.the_thuc.build import report

if TYPE_CHECKING:
    from pathlib import Path

FILE = "bao-cao.docx"
REPORTS = sorted(ROOT.glob("data/2*/*.yaml"))

# -- what the data of a report say themselves: see the comments in them --
KNOWN = {
    "2018-Q1/dong-nai-bien-hoa.yaml": {"TT-090"},  # of 2018, before the decree
    "2022-Q1/so-noi-vu-dong-nai.yaml": {"TT-026"},  # "PHẦN 2" as in the published report
    "2022-Q3/ben-tre.yaml": {"TT-022", "TT-025"},  # no "Như trên"; the signer is not known
}


@pytest.mark.parametrize("data", REPORTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_reports_of_this_project_keep_every_rule(data: Path) -> None:
    folder = files.Folder(ROOT)
    source = pipeline.Source(
        blob=data.read_bytes(), name=data.name, narrative=folder.narrative_beside(data)
    )
    made = pipeline.make_report(source, folder)

    found = the_thuc.check(made.blob, FILE)

    assert {p.code for p in found} == KNOWN.get(f"{data.parent.name}/{data.name}", set())
    # -- and what they do not keep, their units have accepted --
    shown = {p.code for p in made.warnings if p.code.startswith(("TT-", "DL-13"))}
    assert shown <= {"TT-090"}


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]  # python-docx has no types
    return out.getvalue()


def test_a_document_of_python_docx_as_it_comes_breaks_what_its_template_breaks() -> None:
    document = docx.Document()
    document.add_paragraph("Xin chào")

    found = the_thuc.check(_saved(document), FILE)

    messages = [problem.message.vi for problem in found]
    assert "Khổ giấy phải là A4 (210 × 297 mm), phần 1 (section) là 216 × 279 mm." in messages
    assert "Phông chữ phải là Times New Roman, ở đây là Cambria." in messages
    assert "Không tìm thấy Quốc hiệu." in messages


def test_a_report_written_with_python_docx_is_understood() -> None:
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    head = document.add_table(rows=2, cols=2)
    texts = (
        ("UBND TỈNH ĐỒNG NAI\nSỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do"),
        ("Số: 7/BC-SNV", "Đồng Nai, ngày 5 tháng 4 năm 2022"),
    )
    for row, pair in zip(head.rows, texts, strict=True):
        for cell, text in zip(row.cells, pair, strict=True):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            cell.paragraphs[0].add_run(text)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("BÁO CÁO").bold = True

    found = the_thuc.check(_saved(document), FILE)

    at = {(problem.code, problem.where.table_row, problem.where.table_cell) for problem in found}
    assert {("TT-008", 2, 1), ("TT-009", 2, 2), ("TT-005", 1, 2), ("TT-007", 1, 1)} <= at
    assert not {"TT-001", "TT-002", "TT-003", "TT-010"} & {problem.code for problem in found}


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_a_report_that_libreoffice_wrote_keeps_every_rule(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(report())
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless"]
    for kind, source, folder in (("odt", "a.docx", "."), ("docx", "a.odt", "out")):
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", folder, source],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            timeout=120,
        )

    assert the_thuc.check((tmp_path / "out/a.docx").read_bytes(), FILE) == ()
