"""The yardstick of the whole command: import the same libraries, render the same template.

`python bare.py TEMPLATE.docx OUT.docx`. Values of the same number and size, but nothing is read,
checked, computed or formatted.
"""

from __future__ import annotations

import sys

import babel  # noqa: F401  # the libraries a program of this kind imports
import pydantic  # noqa: F401
import typer  # noqa: F401
from docxtpl import DocxTemplate, RichText, RichTextParagraph

FORM_SIZES = (24, 13, 18, 13, 22, 13, 12)
PARAGRAPHS = 200
SENTENCE = "Trong kỳ báo cáo, đơn vị đã ban hành kế hoạch và giao nhiệm vụ cho từng phòng. " * 3


def narrative() -> RichTextParagraph:
    text = RichTextParagraph()
    for _ in range(PARAGRAPHS):
        text.add(SENTENCE)
    return text


def row(number: int) -> dict[str, object]:
    label = RichText("Số văn bản quy phạm pháp luật đã ban hành trong kỳ")
    kind = ("de_muc", "thuong", "toan_hang", "thuong")[number % 4]
    return {
        "stt": number,
        "chi_tieu": label,
        "don_vi_tinh": "Văn bản",
        "so_lieu": "04",
        "ghi_chu": "",
        "loai": kind,
    }


def context() -> dict[str, object]:
    period = {"ten": "Quý I/2022", "nam": 2022, "sau": {"ten": "Quý II/2022"}}
    unit = {
        "ten": "Sở Nội vụ",
        "day_du": "Sở Nội vụ tỉnh Đồng Nai",
        "chu_quan": ["UBND TỈNH ĐỒNG NAI"],
        "ban_hanh": ["SỞ NỘI VỤ"],
    }
    forms = [
        {"so": number, "ten": "Công tác chỉ đạo", "dong": [row(i) for i in range(size)]}
        for number, size in enumerate(FORM_SIZES, 1)
    ]
    return {
        "ky": period,
        "don_vi": unit,
        "so_ky_hieu": "Số:        /BC-SNV",
        "so_hieu": "",
        "ngay_thang": "",
        "dia_danh_thoi_gian": "Đồng Nai, ngày      tháng      năm 2022",
        "kinh_gui": [],
        "ke_ngang": lambda *_: "",
        "noi_dung": narrative(),
        "noi_nhan": ["UBND tỉnh", "Giám đốc Sở"],
        "luu": ["VT", "TH"],
        "chu_ky": {"dong": ["GIÁM ĐỐC"], "ten": "Nguyễn Văn A"},
        "bieu_mau": forms,
    }


def main() -> None:
    source, made = sys.argv[1:]
    template = DocxTemplate(source)
    template.render(context(), autoescape=True)
    template.save(made)


if __name__ == "__main__":
    main()
