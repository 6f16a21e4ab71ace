"""The last sheet: how the workbook is filled in, in words for whoever opens it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Font, PatternFill

from generator.excel.cells import protect, set_page, set_widths, styled
from generator.excel.styles import COMPUTED_FILL, FONT, KEPT_FILL, SIZE, Style
from generator.workbook_layout import Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

_BOLD = Font(name=FONT, size=SIZE, bold=True)
_HEADINGS = "#"
_LINES = (
    "# Thứ tự làm",
    "1. Trang Bìa: xem lại nơi nhận, người ký; điền số, ngày nếu đã có.",
    "2. Các trang Biểu mẫu: điền cột Số liệu, cần thì ghi thêm cột Ghi chú.",
    "3. Trang Số liệu và Văn bản: chỉ cần khi lời văn (tệp .md cùng tên) dùng đến.",
    "    Cột Dùng ở của trang Số liệu cho biết từng số liệu in trong câu nào của báo cáo.",
    "4. Lưu tệp (giữ dạng .xlsx), đóng lại, rồi chạy: baocao render <tệp này>.",
    "# Cách ghi số liệu",
    "Số đếm là số nguyên: 1788. Tỷ lệ ghi 98,06, không cần dấu %. Phân số ghi 14/21.",
    "Chưa có số liệu thì chưa ghi gì: ô trong báo cáo in trống, chương trình nhắc.",
    "Cố ý để trống thì ghi: trống. Ngoài ra có: không phát sinh; chưa báo cáo.",
    "Số 0 nghĩa là có số liệu và bằng không.",
    "Tỷ lệ và tổng số có công thức tự tính; báo cáo cũng tự tính lại, không phụ thuộc vào Excel.",
    "Không cần giữ đúng vị trí dòng, cột: chương trình tìm theo tiêu đề cột và mã chỉ tiêu.",
    "# Bảo vệ trang",
    "Chỉ ô nhập là mở. Cần sửa chỗ khác: Review (Xem lại), Unprotect Sheet; không có mật khẩu.",
    "# Màu của ô",
)
_LEGEND = (
    ("FFFFF9DB", "ô nhập còn trống"),
    (KEPT_FILL.fgColor.rgb, "giá trị giữ từ kỳ trước, cần kiểm tra lại"),
    (COMPUTED_FILL.fgColor.rgb, "ô tự tính hoặc cố định"),
    ("FFFFC7CE", "số lớn hơn tổng số mà nó là một phần: phải sửa"),
    ("FFFFE699", "số lớn hơn mức thông thường: nên xem lại"),
)


def add_guide_sheet(book: Workbook) -> None:
    """Add the guide to `book`."""
    sheet = book.create_sheet(Sheet.GUIDE)
    set_widths(sheet, {"A": 5, "B": 83})
    styled(sheet.cell(1, 1), Style.TITLE, "HƯỚNG DẪN")
    sheet.merge_cells("A1:B1")
    for line in _LINES:
        row = sheet.max_row + 1
        heading = line.startswith(_HEADINGS)
        cell = styled(sheet.cell(row, 1), Style.PLAIN, line.lstrip("# "))
        if heading:
            cell.font = _BOLD
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
    for number, (colour, meaning) in enumerate(_LEGEND, start=sheet.max_row + 1):
        styled(sheet.cell(number, 1), Style.LABEL).fill = PatternFill("solid", fgColor=colour)
        styled(sheet.cell(number, 2), Style.PLAIN, meaning)
    set_page(sheet, columns="A:B")
    protect(sheet)
