"""What can be wrong with a workbook as a file, in the words of a clerk: message and hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message

if TYPE_CHECKING:
    from typing import Final

    _Fault = tuple[Message, Message]

_SAVE_AGAIN: Final = Message(
    "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save as) loại Excel Workbook (.xlsx).",
    "Open it in Excel or LibreOffice and save it as an Excel Workbook (.xlsx).",
)

NOT_A_WORKBOOK: Final[_Fault] = (
    Message(
        "Tệp có đuôi .xlsx nhưng không phải bảng tính Excel.",
        "The file ends in .xlsx but is no Excel workbook.",
    ),
    _SAVE_AGAIN,
)
OLD_EXCEL: Final[_Fault] = (
    Message(
        "Tệp ở dạng Excel 97-2003 (.xls) được đổi tên thành .xlsx.",
        "This is an Excel 97-2003 file (.xls) under the name of an .xlsx.",
    ),
    _SAVE_AGAIN,
)
PROTECTED: Final[_Fault] = (
    Message("Tệp được đặt mật khẩu mở tệp.", "The file is protected by a password."),
    Message(
        "Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại. "
        "Khóa trang tính thì được.",
        "Open it in Excel, remove the password (File > Info > Protect Workbook) and save. "
        "Protected sheets are fine.",
    ),
)
DAMAGED: Final[_Fault] = (
    Message("Tệp bị hỏng hoặc bị cắt cụt.", "The file is damaged or cut short."),
    Message(
        "Chép lại từ nguồn, hoặc mở bằng Excel, để Excel sửa rồi lưu lại.",
        "Copy it anew, or open it in Excel, let it repair the file, and save.",
    ),
)
UNSAFE: Final[_Fault] = (
    Message(
        "Bên trong tệp có khai báo DOCTYPE, Excel không bao giờ ghi như vậy.",
        "There is a DOCTYPE inside the file, which Excel never writes.",
    ),
    Message(
        "Không dùng tệp này; xin lại tệp từ người gửi.",
        "Do not use this file; ask the sender for it again.",
    ),
)
UNPACKED_TOO_LARGE: Final[_Fault] = (
    Message(
        "Bên trong tệp quá lớn, thường do kẻ khung hay tô màu xuống tận cuối trang tính.",
        "The file is too large inside, mostly for formats that run down to the end of a sheet.",
    ),
    Message(
        "Chọn các dòng trống bên dưới bảng, bấm Xóa (Delete) cả dòng rồi lưu lại.",
        "Select the empty rows below the table, delete them as rows, and save.",
    ),
)


def too_large(limit: int) -> _Fault:
    """Return the fault of a file of more than `limit` bytes."""
    megabytes = limit // 1_000_000
    return (
        Message(
            f"Tệp quá lớn (quá {megabytes} MB).", f"The file is too large (over {megabytes} MB)."
        ),
        Message("Bỏ hình ảnh và các trang không dùng.", "Remove pictures and unused sheets."),
    )
