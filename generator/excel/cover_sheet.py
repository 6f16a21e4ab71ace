"""The cover sheet: period, unit, number and date, addressees, receivers, signer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from generator.excel.cells import TEXT_FORMAT, protect, put, set_page, set_widths, styled
from generator.excel.styles import COMPUTED_FILL, Style
from generator.workbook_layout import COVER, COVER_HEADERS, YES, Shape, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.formats.base import Formatter
    from generator.new import Start
    from generator.noi_nhan import NoiNhan
    from generator.workbook_layout import CoverField

HEADER_ROW = 4
_WIDTHS = {"A": 23, "B": 38, "C": 40}
_LEFT_OUT = ("ngay", "rang_buoc", "so_lieu_minh_hoa")
_FIXED = ("ky", "don_vi", "bo_mau", "bo_bieu_mau")
_SPARE = {"kinh_gui": 3, "noi_nhan": 8, "luu": 2}  # empty rows below what is there
# Of a list: a line beside each row, for a tall first row would tear the list apart.
_HELP = {
    "ky": "Kỳ báo cáo; kỳ khác thì tạo tệp khác bằng baocao new.",
    "don_vi": "Mã đơn vị trong danh mục.",
    "so": "Để trống nếu văn thư cấp số sau khi ký.",
    "ngay.ngay": "Để trống nếu văn thư ghi ngày sau khi ký.",
    "ngay.thang": "Để trống nếu văn thư ghi tháng sau khi ký.",
    "kinh_gui": "Mỗi dòng một nơi; không có thì để trống.\n"
    "Có Kính gửi thì nơi nhận đầu tiên ghi\n"
    "Như trên.",
    "noi_nhan": "Mỗi dòng một nơi nhận, không ghi dấu\n"
    "gạch và dấu chấm phẩy.\n"
    "Các nơi chung một dấu ngoặc: ghi trong\n"
    "một ô, xuống dòng bằng Alt+Enter,\n"
    "dòng cuối ghi (để báo cáo).",
    "luu": "Mỗi dòng một nơi: VT, rồi chữ viết tắt của phòng soạn thảo.",
    "nguoi_ky.ten": "Để trống thì in chừa chỗ.",
    "nguoi_ky.ky_thay": "Cấp phó ký thay thì ghi chức vụ người đứng đầu, ví dụ Giám đốc.",
    "nguoi_ky.thay_mat": "Đơn vị làm việc theo chế độ tập thể thì tự in, không cần ghi.",
    "nguoi_ky.quyen": "Người giữ quyền cấp trưởng: ghi x.",
}
_NUMBERS = {"so": (1, 1_000_000), "ngay.ngay": (1, 31), "ngay.thang": (1, 12)}
_NUMBERS |= {"ngay.nam": (1945, 2999), "luu.so_ban": (1, 1000)}


def add_cover_sheet(book: Workbook, start: Start, formatter: Formatter) -> None:
    """Add the cover sheet to `book`."""
    sheet = book.create_sheet(Sheet.COVER)
    set_widths(sheet, _WIDTHS)
    unit, period = start.asked.don_vi, formatter.period_title(start.asked.ky)
    titles = (
        (Style.TITLE, f"SỐ LIỆU BÁO CÁO {period.upper()}"),
        (Style.TITLE, unit.day_du.upper()),
        (Style.SUBTITLE, "Ô trắng, vàng, xanh là ô nhập. Cách điền xem trang Hướng dẫn."),
    )
    for number, (style, words) in enumerate(titles, start=1):
        styled(sheet.cell(number, 1), style, words)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=3)
    for column, header in enumerate(COVER_HEADERS, start=1):
        styled(sheet.cell(HEADER_ROW, column), Style.HEADER, header)
    values = _values(start)
    for field in COVER:
        if field.path not in _LEFT_OUT:
            _add_field(sheet, field, values.get(field.path, ()))
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 1)
    set_page(sheet, columns="A:C")
    protect(sheet)


def _add_field(sheet: Worksheet, field: CoverField, values: tuple[str | int, ...]) -> None:
    first = sheet.max_row + 1
    count = len(values) + _SPARE.get(field.path, 0) if field.shape is Shape.LIST else 1
    told = _HELP.get(field.path, "").split("\n")
    for number in range(count):
        row = first + number
        styled(sheet.cell(row, 1), Style.LABEL, field.label if number == 0 else "")
        value = styled(sheet.cell(row, 2), Style.TEXT_INPUT)
        value.number_format = "0" if field.path in _NUMBERS else TEXT_FORMAT
        put(value, values[number] if number < len(values) else None)
        styled(sheet.cell(row, 3), Style.HELP, told[number] if number < len(told) else "")
        if field.path in _FIXED:
            value.style = str(Style.LABEL)
            value.fill = COMPUTED_FILL
    rule = _rule(field)
    if rule:
        rule.add(f"B{first}:B{first + count - 1}")
        sheet.add_data_validation(rule)


def _rule(field: CoverField) -> DataValidation | None:
    if field.shape is Shape.FLAG:
        return DataValidation(type="list", formula1=f'"{YES[0]}"', allow_blank=True)
    if field.path not in _NUMBERS:
        return None
    least, most = _NUMBERS[field.path]
    rule = DataValidation(type="whole", formula1=str(least), formula2=str(most), allow_blank=True)
    rule.errorTitle, rule.error = "Giá trị chưa đúng", f"Số từ {least} đến {most}, hoặc để trống."
    return rule


def _values(start: Start) -> dict[str, tuple[str | int, ...]]:
    """Return what stands in each field, by its path; nothing for those left empty."""
    asked, signer = start.asked, start.nguoi_ky
    forms = asked.bo_bieu_mau
    own_body = signer.thay_mat == asked.don_vi.tap_the
    values: dict[str, str | int | None] = {
        "ky": str(asked.ky),
        "don_vi": asked.don_vi.ma,
        "bo_mau": asked.bo_mau.ten,
        "bo_bieu_mau": forms.ten if forms else "",
        "ngay.nam": asked.ky.nam,
        "luu.so_ban": start.so_ban_luu,
        "nguoi_ky.ten": signer.ten or "trống",
        "nguoi_ky.chuc_vu": signer.chuc_vu,
        "nguoi_ky.ky_thay": signer.ky_thay,
        "nguoi_ky.thua_lenh": signer.thua_lenh,
        "nguoi_ky.thua_uy_quyen": signer.thua_uy_quyen,
        "nguoi_ky.thay_mat": "" if own_body else signer.thay_mat,
        "nguoi_ky.quyen": YES[0] if signer.quyen else "",
    }
    lists: dict[str, tuple[str | int, ...]] = {
        "kinh_gui": start.kinh_gui,
        "noi_nhan": tuple(_receiver(entry) for entry in start.noi_nhan),
        "luu": start.luu,
    }
    return lists | {path: (value,) for path, value in values.items() if value}


def _receiver(entry: NoiNhan) -> str:
    lines = entry.dong if not entry.muc_dich else (*entry.dong, f"({entry.muc_dich})")
    return "\n".join(lines)
