"""The reports of a province as docxtpl and openpyxl make them (see `province`)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate, RichText
from openpyxl import load_workbook

from benchmarks import province
from generator.workbook_layout import form_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from generator.bieu_mau import BieuMau, BoBieuMau


def peer(folder: Path, units: int) -> float:
    """Make the same reports with openpyxl and docxtpl, form set and names read beforehand."""
    forms = province.form_set(folder)
    out = folder / "peer"
    out.mkdir(exist_ok=True)
    paths = sorted((folder / "data" / province.KY).glob("*.xlsx"))[:units]
    start = time.perf_counter()
    for path in paths:
        template = DocxTemplate(folder / "peer.docx")
        template.render(_context(path, forms), autoescape=True)
        template.save(out / f"{path.stem}.docx")
    return time.perf_counter() - start


def _context(path: Path, forms: BoBieuMau) -> dict[str, Any]:
    book = load_workbook(path, data_only=True)
    cover = {row[0]: row[1] for row in book["Bìa"].iter_rows(max_col=2, values_only=True)}
    code = str(cover["Đơn vị"])
    figures: dict[str, str] = {}
    printed = [_form(book[form_sheet(form.so)], form, figures) for form in forms.bieu_mau]
    return {
        "ct": figures,
        "bieu_mau": printed,
        "ky": {"ten": "Quý I/2022", "nam": 2022, "sau": {"ten": "Quý II/2022"}},
        "don_vi": province.names_of(code),
        "so_ky_hieu": f"Số:        /BC-{province.names_of(code)['ky_hieu']}",
        "so_hieu": "       /BC",
        "ngay_thang": "ngày      tháng      năm 2022",
        "dia_danh_thoi_gian": "Đồng Nai, ngày      tháng      năm 2022",
        "kinh_gui": [],
        "ke_ngang": lambda *_: "",
        "noi_nhan": ["UBND tỉnh"],
        "luu": [cover["Lưu"]],
        "chu_ky": {"dong": ["GIÁM ĐỐC"], "ten": cover["Người ký"]},
        "minh_hoa": False,
        "rieng": province.OWN.format(code=code),
    }


def _form(sheet: Any, form: BieuMau, figures: dict[str, str]) -> dict[str, Any]:
    lines = list(sheet.iter_rows(values_only=True))
    head = next(line for line in lines if "Mã" in line)
    code, value = head.index("Mã"), head.index("Số liệu")
    values = {str(line[code]): line[value] for line in lines}
    rows = []
    for row in form.chi_tieu:
        figure = values.get(row.ma)
        text = "" if figure is None else f"{figure:02}"
        figures[row.khai_niem] = text
        rows.append(
            {
                "stt": row.stt,
                "chi_tieu": RichText(row.nhan),
                "don_vi_tinh": "\n".join(row.don_vi_tinh),
                "so_lieu": text,
                "ghi_chu": "",
                "loai": "de_muc" if row.is_heading else "thuong",
            }
        )
    return {"so": form.so, "ten": form.ten, "dong": rows}
