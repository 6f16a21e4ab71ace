"""A small project of its own: one unit, one template set without forms, one data file."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import docx

ROOT = Path(__file__).parents[2]

BO_MAU = "ten: thu\nten_day_du: Báo cáo thử\nmau: bao-cao.docx\nde_cuong: de-cuong.md\n"
DATA = """\
ky: 2022-Q1
don_vi: so-noi-vu-dong-nai
bo_mau: thu
so: trong
ngay: {ngay: trong, thang: trong, nam: 2022}
kinh_gui: [UBND tỉnh Đồng Nai]
noi_nhan: [Như trên]
luu: [VT]
nguoi_ky: {ten: Lê Văn A, chuc_vu: Giám đốc}
so_lieu: {van_ban: 4, xa: [Long Thọ, Bàu Hàm]}
"""
OUTLINE = """\
Đoạn mở đầu của báo cáo thử.

# I. KẾT QUẢ ĐẠT ĐƯỢC TRONG KỲ

Đã ban hành {{ sl.van_ban }} văn bản tại {{ sl.xa | danh_sach }}.
"""


def make_project(root: Path) -> Path:
    """Write the project to `root` and return its data file."""
    folder = root / "templates" / "thu"
    folder.mkdir(parents=True)
    (folder / "bo-mau.yaml").write_text(BO_MAU, encoding="utf-8")
    (folder / "de-cuong.md").write_text(OUTLINE, encoding="utf-8")
    write_template(root, "{{ don_vi.ten }} báo cáo {{ ky.ten }}")
    register = root / "data" / "danh-muc"
    register.mkdir(parents=True)
    shutil.copy(ROOT / "data/danh-muc/dong-nai.yaml", register)
    data = root / "data" / "2022-Q1" / "so-noi-vu-dong-nai.yaml"
    data.parent.mkdir()
    data.write_text(DATA, encoding="utf-8")
    return data


def write_template(root: Path, second: str) -> None:
    """Save the Word template; its second page begins with the paragraph `second`."""
    document = docx.Document(str(ROOT / "templates/so/bao-cao.docx"))
    body = document.element.body
    for child in list(body)[:-1]:  # the last one holds the paper
        body.remove(child)
    document.add_paragraph("Trang đầu của mẫu thử")
    document.add_paragraph("{{p noi_dung }}")
    later = document.add_paragraph("Trang sau của mẫu thử")
    later.paragraph_format.page_break_before = True
    document.add_paragraph(second)
    stream = BytesIO()
    document.save(stream)
    (root / "templates" / "thu" / "bao-cao.docx").write_bytes(stream.getvalue())
