"""The templates that the designers' guide (`templates/README.md`) shows, as it shows them.

All are made from the bare frame and its sample data, so whoever reads the guide has both at hand.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZipFile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from lxml import etree

from generator.pipeline import Source, make_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

    from generator.problem import Problem

    Row: TypeAlias = tuple[str, ...]
    Table: TypeAlias = tuple[Row, ...]

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "templates"
FRAME = TEMPLATES / "khung"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = (f"{_W}t", f"{_W}br", f"{_W}tab")
_SETTINGS = "ten: khung\nmau: bao-cao.docx\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A Word page of the guide: paragraphs, and tables as rows of cells; outline and unit's text.

    The first row of a table is its heading; a row with a tag of the row alone is one cell, as one
    makes it in Word. `widths` are those of the columns in cm.
    """

    name: str
    page: tuple[str | Table, ...]
    widths: tuple[float, ...] = ()
    outline: str = ""
    narrative: str = ""

    def template(self) -> bytes:
        """Return the template as Word would save it."""
        document = docx.Document(io.BytesIO((FRAME / "bao-cao.docx").read_bytes()))
        body = document.element.body
        for element in list(body)[:-1]:  # the last one holds the page's settings
            body.remove(element)
        for block in self.page:
            if isinstance(block, str):
                paragraph = document.add_paragraph(block, style="Body Text")
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            else:
                self._add_table(document, block)
        saved = io.BytesIO()
        document.save(saved)
        return saved.getvalue()

    def _add_table(self, document: Document, rows: Table) -> None:
        table = document.add_table(len(rows), len(self.widths), style="Table Grid")
        for column, width in zip(table.columns, self.widths, strict=True):
            column.width = Cm(width)
        for number, texts in enumerate(rows):
            style = document.styles["Bảng - nội dung" if number else "Bảng - tiêu đề"]
            cells = table.rows[number].cells
            if len(texts) == 1:
                cells = (cells[0].merge(cells[-1]),)
            for cell, text in zip(cells, texts, strict=True):
                cell.paragraphs[0].text = text
                cell.paragraphs[0].style = style

    def report(self) -> tuple[bytes, tuple[Problem, ...]]:
        """Return the report from the frame's sample data, and what was remarked on it."""
        source = Source(
            blob=(FRAME / "vi-du.yaml").read_bytes(),
            name="vi-du.yaml",
            narrative=(self.narrative.encode(), "vi-du.md") if self.narrative else None,
            beside=_nothing_beside,
        )
        made = make_report(source, _Library(self))
        return made.blob, tuple(made.warnings)


def lines(blob: bytes) -> list[str]:
    """Return what a Word file says, line by line: paragraphs, cells and footnotes; no blanks."""
    with ZipFile(io.BytesIO(blob)) as archive:
        names = ("word/document.xml", "word/footnotes.xml")
        parts = [archive.read(name) for name in names if name in archive.namelist()]
    found = []
    for part in parts:
        for paragraph in etree.fromstring(part).iter(f"{_W}p"):
            pieces = [" " if t.tag != f"{_W}t" else t.text or "" for t in paragraph.iter(*_TEXTS)]
            found.append(" ".join("".join(pieces).split()))
    return [line for line in found if line]


def _nothing_beside(path: str) -> bytes:
    raise FileNotFoundError(path)


class _Library:
    """The project's files, with the example in place of the frame."""

    template_set_names = ("khung",)

    def __init__(self, example: Example) -> None:
        self._files: Mapping[str, bytes] = {
            "bao-cao.docx": example.template(),
            "de-cuong.md": example.outline.encode(),
            "bo-mau.yaml": (
                _SETTINGS + ("de_cuong: de-cuong.md\n" if example.outline else "")
            ).encode(),
        }

    def template_file(self, template_set: str, name: str) -> tuple[bytes, str]:
        if template_set == "khung":
            return self._files[name], name
        return (TEMPLATES / template_set / name).read_bytes(), f"{template_set}/{name}"

    def form_sets(self, name: str = "") -> tuple[tuple[bytes, str], ...]:  # noqa: ARG002  # none
        return ()

    def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
        path = ROOT / "data" / "danh-muc" / "dong-nai.yaml"
        return ((path.read_bytes(), path.name),)

    def report_of(self, ky: object, don_vi: str) -> None:  # noqa: ARG002  # no earlier reports
        return None


EXAMPLES = (
    Example(
        name="the",
        page=(
            (
                "Trong {{ ky.rut_gon }}, {{ don_vi.ten }} được giao {{ sl.nhiem_vu.duoc_giao }} "
                "nhiệm vụ, đã hoàn thành {{ sl.nhiem_vu.hoan_thanh }} nhiệm vụ."
            ),
        ),
    ),
    Example(
        name="cach-in",
        page=(
            "Tỷ lệ hoàn thành: {{ sl.nhiem_vu.hoan_thanh | ti_le(sl.nhiem_vu.duoc_giao) }}.",
            'Kinh phí: {{ sl.kinh_phi }} đồng (bằng chữ: {{ sl.kinh_phi | bang_chu("đồng") }}).',
            "Đợt kiểm tra {{ sl.kiem_tra.ngay | ngay_dai }} ({{ sl.kiem_tra.ngay | ngay }}).",
        ),
    ),
    Example(
        name="ngay-trong",
        page=(
            "{{ so_ky_hieu }}",
            "{{ dia_danh_thoi_gian }}",
        ),
    ),
    Example(
        name="van-ban",
        page=("Thực hiện {{ vb.kh_nam }}; căn cứ {{ vb.kh_nam.ngan }}.",),
    ),
    Example(
        name="dieu-kien",
        page=(
            "{%p if sl.nhiem_vu.hoan_thanh == sl.nhiem_vu.duoc_giao %}",
            "Các nhiệm vụ được giao đều đã hoàn thành.",
            "{%p else %}",
            (
                "Còn {{ sl.nhiem_vu.duoc_giao - sl.nhiem_vu.hoan_thanh }} nhiệm vụ chưa "
                "hoàn thành{% if sl.kiem_tra.ngay %}, đã được kiểm tra "
                "{{ sl.kiem_tra.ngay | ngay_dai }}{% endif %}."
            ),
            "{%p endif %}",
        ),
    ),
    Example(
        name="lap-hang",
        widths=(3.5, 6, 7),
        page=(
            (
                ("STT", "Đơn vị", "Được giao"),
                ("{%tr for phong in sl.cac_phong %}",),
                (
                    "{{ loop.index }}",
                    "{{ phong.ten }}",
                    "{{ phong.duoc_giao }}",
                ),
                ("{%tr endfor %}",),
                ("", "Cộng", "{{ sl.nhiem_vu.duoc_giao }}"),
            ),
        ),
    ),
    Example(
        name="lap-doan",
        page=(
            "{%p for phong in sl.cac_phong %}",
            (
                "- {{ phong.ten }}: {{ phong.hoan_thanh }}/{{ phong.duoc_giao }} nhiệm vụ"
                '{{ "." if loop.last else ";" }}'
            ),
            "{%p endfor %}",
        ),
    ),
    Example(
        name="gop-o",
        widths=(6.5, 5, 5),
        page=(
            (
                ("Khối", "Đơn vị", "Được giao"),
                ("{%tr for phong in sl.cac_phong %}",),
                (
                    "{% vm phong.khoi %}{{ phong.khoi }}",
                    "{{ phong.ten }}",
                    "{{ phong.duoc_giao }}",
                ),
                ("{%tr endfor %}",),
            ),
        ),
    ),
    Example(
        name="chu-thich",
        page=(
            (
                "Sở đã tổ chức kiểm tra {{ sl.kiem_tra.ngay | ngay_dai }}"
                "{{ sl.kiem_tra.nguon | chu_thich }}."
            ),
        ),
    ),
    Example(
        name="bieu-do",
        page=(
            (
                '{{p bieu_do(sl.cac_phong, nhan="ten", gia_tri={"Được giao": "duoc_giao", '
                '"Hoàn thành": "hoan_thanh"}, tieu_de="Nhiệm vụ của các phòng") }}'
            ),
        ),
    ),
    Example(
        name="manh-chung",
        page=(
            '{%p include "dau" %}',
            '{%p include "kinh-gui" %}',
            "Lời văn của báo cáo.",
            '{%p include "chan" %}',
        ),
    ),
    Example(
        name="de-cuong",
        page=("{{p noi_dung }}",),
        outline="""# I. KẾT QUẢ THỰC HIỆN

## 1. Nhiệm vụ được giao

Trong {{ ky.rut_gon }}, đơn vị hoàn thành {{ sl.nhiem_vu.hoan_thanh }} nhiệm vụ.

## 2. Khó khăn

Không có khó khăn, vướng mắc.
""",
        narrative="""# I. KẾT QUẢ THỰC HIỆN

## 2. Khó khăn

Phòng Công chức thiếu người so với biên chế được giao.
""",
    ),
)
