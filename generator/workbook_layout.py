"""The layout of the clerk's workbook: names of its sheets, columns and cover fields.

The one place where they are declared: `readers.xlsx` reads by it, `excel` writes by it, `validate`
names what is missing by it. Words are compared without accents, case and odd spaces, so that
`so lieu` finds `Số liệu`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Sheet(StrEnum):
    """Sheets by name. A form's sheet is `Sheet.FORM` with the number of the form: `Biểu mẫu 1`."""

    COVER = "Bìa"
    FORM = "Biểu mẫu"
    FIGURES = "Số liệu"
    DOCUMENTS = "Văn bản"
    CONSTRAINTS = "Ràng buộc"
    ACCEPTED = "Chấp nhận"
    GUIDE = "Hướng dẫn"


class Shape(StrEnum):
    """How many values a cover field has, and how they are written."""

    ONE = "one"
    LIST = "list"  # one row each; the label is repeated, or left empty below the first
    FLAG = "flag"  # `x` or `có`; empty or `không` where it is not so


class CoverField(NamedTuple):
    """One field of the cover sheet: its label, and its dotted path in a data file."""

    label: str
    path: str
    shape: Shape = Shape.ONE


# In the order in which the cover sheet lists them. `Ngày ban hành` is a whole date and stands in
# place of day, month and year. `Số bản lưu` turns `luu` into a mapping, as in YAML.
COVER = (
    CoverField("Kỳ báo cáo", "ky"),
    CoverField("Đơn vị", "don_vi"),
    CoverField("Bộ mẫu", "bo_mau"),
    CoverField("Bộ biểu mẫu", "bo_bieu_mau"),
    CoverField("Số văn bản", "so"),
    CoverField("Ngày ban hành", "ngay"),
    CoverField("Ngày", "ngay.ngay"),
    CoverField("Tháng", "ngay.thang"),
    CoverField("Năm", "ngay.nam"),
    CoverField("Kính gửi", "kinh_gui", Shape.LIST),
    CoverField("Nơi nhận", "noi_nhan", Shape.LIST),
    CoverField("Lưu", "luu", Shape.LIST),
    CoverField("Số bản lưu", "luu.so_ban"),
    CoverField("Người ký", "nguoi_ky.ten"),
    CoverField("Chức vụ người ký", "nguoi_ky.chuc_vu"),
    CoverField("Ký thay (KT.)", "nguoi_ky.ky_thay"),
    CoverField("Thừa lệnh (TL.)", "nguoi_ky.thua_lenh"),
    CoverField("Thừa ủy quyền (TUQ.)", "nguoi_ky.thua_uy_quyen"),
    CoverField("Thay mặt (TM.)", "nguoi_ky.thay_mat"),
    CoverField("Quyền cấp trưởng (Q.)", "nguoi_ky.quyen", Shape.FLAG),
    CoverField("Số liệu minh họa", "so_lieu_minh_hoa", Shape.FLAG),
)

# The row above the fields, where there is one.
COVER_HEADERS = ("Mục", "Nội dung", "Hướng dẫn")

# Kính gửi, Nơi nhận: a cell of several lines is a group, whose last line may be its purpose in
# parentheses, `(để báo cáo)`; `ds: lanh_dao` names a list of the register.


class Column(StrEnum):
    """Headers of the columns, in any order. What else a sheet holds beside them is not read."""

    # form: the code finds the row, else the label does
    NUMBER = "STT"
    LABEL = "Chỉ tiêu"
    UNIT = "Đơn vị tính"
    VALUE = "Số liệu"
    NOTE = "Ghi chú"
    CODE = "Mã"
    COMPUTED = "Tự tính"  # optional: `x` where the workbook has a formula of its own
    IN_WORDS = "Ghi bằng lời"  # optional: bang_loi
    CITED = "Tên văn bản"  # optional: van_ban, a name of the sheet Văn bản
    # figures and documents
    NAME = "Tên"
    FIGURE = "Giá trị"
    TYPE = "Loại"
    SYMBOL = "Số, ký hiệu"
    DATE = "Ngày"
    ISSUER = "Cơ quan ban hành"
    SUBJECT = "Trích yếu"
    # constraints between figures
    FORMULA = "Công thức"
    MEANING = "Ý nghĩa"
    USUALLY = "Thường đúng"  # `x`
    # accepted warnings
    WARNING = "Mã cảnh báo"
    PLACE = "Ô"
    REASON = "Lý do"


FORM_COLUMNS = (
    Column.NUMBER,
    Column.LABEL,
    Column.UNIT,
    Column.VALUE,
    Column.NOTE,
    Column.CODE,
    Column.COMPUTED,
    Column.IN_WORDS,
    Column.CITED,
)
FIGURE_COLUMNS = (Column.NAME, Column.FIGURE, Column.NOTE)
# The columns of a list of mappings, each with the key it stands for in a data file.
DOCUMENT_KEYS = {
    Column.TYPE: "loai",
    Column.SYMBOL: "so",
    Column.DATE: "ngay",
    Column.ISSUER: "co_quan",
    Column.SUBJECT: "trich_yeu",
}
CONSTRAINT_KEYS = {
    Column.FORMULA: "cong_thuc",
    Column.MEANING: "y_nghia",
    Column.USUALLY: "thuong",
}
ACCEPTED_KEYS = {Column.WARNING: "ma", Column.PLACE: "o", Column.REASON: "ly_do"}

# The sheets that are lists of mappings, by their keys in a data file.
_LISTS = {"van_ban": DOCUMENT_KEYS, "rang_buoc": CONSTRAINT_KEYS, "chap_nhan": ACCEPTED_KEYS}

# What may stand in a cell in place of a value (compared without accents), and what data files say.
STATUS_WORDS = {
    "trống": "trong",
    "để trống": "trong",
    "không phát sinh": "khong_phat_sinh",
    "chưa báo cáo": "chua_bao_cao",
}
YES = ("x", "có", "true")
NO = ("không", "false")


def label_of(path: str) -> str:
    """Return what a workbook calls a field of a data file; the last name of `path` if nothing.

    >>> label_of("nguoi_ky.ky_thay"), label_of("chap_nhan[2].o"), label_of("van_ban.kh_1.loai")
    ('Ký thay (KT.)', 'Ô', 'Loại')
    """
    last = path.rpartition(".")[2]
    columns = _LISTS.get(path.partition(".")[0].partition("[")[0], {})
    found = [str(header) for header, key in columns.items() if key == last]
    found += [one.label for one in COVER if one.path == path]
    found += [one.label for one in COVER if one.path.startswith(f"{path}.")]
    return found[0] if found else last


def form_sheet(number: str) -> str:
    """Return the name of the sheet of a form.

    >>> form_sheet("3")
    'Biểu mẫu 3'
    """
    return f"{Sheet.FORM} {number}"
