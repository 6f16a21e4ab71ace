"""What can be wrong with a file on disk, in words for whoever runs the command (HT-001 ...)."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Problem, Where

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


# -- what systems say in English, for whoever reads Vietnamese; the rest is told by its number --
_REASONS: Final = {
    errno.EACCES: Message("không được phép", "permission denied"),
    errno.EPERM: Message("không được phép", "operation not permitted"),
    errno.EROFS: Message("ổ đĩa chỉ cho đọc", "read-only disk"),
    errno.ENOSPC: Message("đĩa đã đầy", "no space left on the disk"),
    errno.EDQUOT: Message("đã hết dung lượng được cấp", "disk quota exceeded"),
    errno.EBUSY: Message("tệp đang được dùng", "the file is in use"),
    errno.ENOTDIR: Message("đường dẫn đi qua một tệp", "the path leads through a file"),
    errno.EEXIST: Message("đã có tệp mang tên của thư mục", "a file bears the folder's name"),
    errno.EISDIR: Message("đã có thư mục mang tên này", "there is a folder of this name"),
    errno.ENAMETOOLONG: Message("tên tệp quá dài", "the file name is too long"),
    errno.EINVAL: Message("tên này không dùng được", "such a name cannot be used"),
    errno.EILSEQ: Message("tên này không dùng được", "such a name cannot be used"),  # of macOS
    errno.ENOENT: Message(
        "không có ổ đĩa hay thư mục này, hoặc đường dẫn quá dài",
        "no such drive or folder, or too long a path",
    ),
    errno.EIO: Message("lỗi đọc ghi của ổ đĩa", "input or output error of the disk"),
    errno.ETIMEDOUT: Message("ổ mạng không trả lời", "the network drive does not answer"),
}

# -- what another name or place helps against, and nothing else does --
_WRONG_PLACE: Final = (errno.EINVAL, errno.EILSEQ, errno.ENOENT, errno.ENAMETOOLONG)
_ELSEWHERE: Final = Message("Chọn tên khác hoặc nơi khác.", "Choose another name or place.")

# -- programs that keep a file for themselves as long as it is open --
_PROGRAMS: Final = {".docx": "Word", ".xlsx": "Excel"}


def reason_of(error: OSError) -> Message:
    """Return why the system refused, in words of both languages."""
    known = _REASONS.get(error.errno or 0)
    if known:
        return known
    said = error.strerror or str(error)
    return Message(f"lỗi hệ thống số {error.errno}" if error.errno else said, said)


def missing(where: Where, beside: Iterable[str]) -> Problem:
    """Return HT-001; `beside` are the names of like files in the same folder."""
    shown, hint = ", ".join(sorted(beside)[:5]), None
    if shown:
        hint = Message(f"Cùng thư mục có: {shown}.", f"The same folder holds: {shown}.")
    return Problem(
        code="HT-001",
        message=Message("Không tìm thấy tệp.", "File not found."),
        where=where,
        hint=hint or Message("Kiểm tra lại tên tệp và thư mục.", "Check the file name and folder."),
    )


def folder(where: Where) -> Problem:
    """Return HT-002: a folder where a file was due."""
    return Problem(
        code="HT-002",
        message=Message("Đây là thư mục, không phải tệp.", "This is a folder, not a file."),
        where=where,
        hint=Message(
            "Ghi rõ một tệp trong thư mục đó.", "Name one of the files inside that folder."
        ),
    )


def not_allowed(where: Where) -> Problem:
    """Return HT-003: the system refuses to read it."""
    return Problem(
        code="HT-003",
        message=Message("Không có quyền đọc tệp.", "No permission to read the file."),
        where=where,
        hint=Message(
            "Đóng tệp nếu đang mở ở chương trình khác, hoặc xin quyền đọc.",
            "Close the file if another program has it open, or ask for permission.",
        ),
    )


def unreadable(where: Where, error: OSError) -> Problem:
    """Return HT-004: the disk or the network does not give it."""
    reason = reason_of(error)
    return Problem(
        code="HT-004",
        message=Message(
            f"Không đọc được tệp ({reason.vi}).", f"The file cannot be read ({reason.en})."
        ),
        where=where,
    )


def not_written(path: Path, error: OSError) -> Problem:
    """Return HT-005: nothing was written."""
    reason, program = reason_of(error), _PROGRAMS.get(path.suffix.lower())
    vi = f"Đóng tệp nếu {program} đang mở, kiểm tra" if program else "Kiểm tra"
    en = f"Close the file if {program} has it open, check" if program else "Check"
    return Problem(
        code="HT-005",
        message=Message(
            f"Không ghi được tệp ({reason.vi}).", f"The file cannot be written ({reason.en})."
        ),
        where=Where(file=str(path)),
        hint=_ELSEWHERE
        if error.errno in _WRONG_PLACE
        else Message(
            f"{vi} quyền ghi và dung lượng đĩa, rồi chạy lại.",
            f"{en} permission and free space, then run again.",
        ),
    )


def not_a_word_file(path: Path) -> Problem:
    """Return HT-006: a Word file under the name of another kind of file."""
    return Problem(
        code="HT-006",
        message=Message("Chỉ ghi được ra tệp .docx.", "Only a .docx file can be written."),
        where=Where(file=str(path)),
        hint=Message(f"Đặt tên tệp là `{path.stem}.docx`.", f"Call the file `{path.stem}.docx`."),
    )


def edited(path: Path) -> Problem:
    """Return HT-024: a Word file that holds what somebody else has written."""
    return Problem(
        code="HT-024",
        message=Message(
            "Đã có tệp Word này và nó không còn như máy ghi ra (đã được sửa tay); không ghi đè.",
            "This Word file is there and not as the program left it (edited by hand); it is kept.",
        ),
        where=Where(file=str(path)),
        hint=Message(
            "Giữ bản đã sửa: đổi tên tệp đó, hoặc ghi ra chỗ khác bằng -o; bỏ bản đã sửa: --force.",
            "To keep the edits, rename it or write elsewhere by -o; to give them up, add --force.",
        ),
    )


def no_templates(start: Path) -> Problem:
    """Return HT-060: neither here nor above is there a project's folder."""
    return Problem(
        code="HT-060",
        message=Message(
            "Chưa có thư mục templates ở đây hay ở các thư mục phía trên.",
            "There is no folder templates here or above.",
        ),
        where=Where(file=str(start.resolve())),
        hint=Message(
            "Chạy `baocao init` để tạo, hoặc chuyển vào thư mục đã có.",
            "Run `baocao init` to make it, or go to the folder that has it.",
        ),
    )


def over_a_template(path: Path) -> Problem:
    """Return HT-007: a report that would overwrite a template."""
    return Problem(
        code="HT-007",
        message=Message(
            "Không ghi báo cáo vào thư mục mẫu.", "A report is not written among the templates."
        ),
        where=Where(file=str(path)),
        hint=Message("Chọn nơi khác sau -o.", "Choose another place after -o."),
    )
