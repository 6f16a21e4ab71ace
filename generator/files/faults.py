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
    errno.EIO: Message("lỗi đọc ghi của ổ đĩa", "input or output error of the disk"),
    errno.ETIMEDOUT: Message("ổ mạng không trả lời", "the network drive does not answer"),
}

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
        hint = Message(f"cùng thư mục có: {shown}", f"the same folder holds: {shown}")
    return Problem(
        code="HT-001",
        message=Message("không tìm thấy tệp", "file not found"),
        where=where,
        hint=hint or Message("kiểm tra lại tên tệp và thư mục", "check the file name and folder"),
    )


def folder(where: Where) -> Problem:
    """Return HT-002: a folder where a file was due."""
    return Problem(
        code="HT-002",
        message=Message("đây là thư mục, không phải tệp", "this is a folder, not a file"),
        where=where,
        hint=Message(
            "ghi rõ một tệp dữ liệu trong thư mục đó", "name one data file inside that folder"
        ),
    )


def not_allowed(where: Where) -> Problem:
    """Return HT-003: the system refuses to read it."""
    return Problem(
        code="HT-003",
        message=Message("không có quyền đọc tệp", "no permission to read the file"),
        where=where,
        hint=Message(
            "đóng tệp nếu đang mở ở chương trình khác, hoặc xin quyền đọc",
            "close the file if another program has it open, or ask for permission",
        ),
    )


def unreadable(where: Where, error: OSError) -> Problem:
    """Return HT-004: the disk or the network does not give it."""
    reason = reason_of(error)
    return Problem(
        code="HT-004",
        message=Message(
            f"không đọc được tệp ({reason.vi})", f"the file cannot be read ({reason.en})"
        ),
        where=where,
    )


def not_written(path: Path, error: OSError) -> Problem:
    """Return HT-005: nothing was written."""
    reason, program = reason_of(error), _PROGRAMS.get(path.suffix.lower())
    vi = f"đóng tệp nếu {program} đang mở, " if program else ""
    en = f"close the file if {program} has it open, " if program else ""
    return Problem(
        code="HT-005",
        message=Message(
            f"không ghi được tệp ({reason.vi})", f"the file cannot be written ({reason.en})"
        ),
        where=Where(file=str(path)),
        hint=Message(
            f"{vi}kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại",
            f"{en}check permission and free space, then run again",
        ),
    )


def not_a_word_file(path: Path) -> Problem:
    """Return HT-006: a report under the name of another kind of file."""
    return Problem(
        code="HT-006",
        message=Message("báo cáo phải ghi ra tệp .docx", "a report is written to a .docx file"),
        where=Where(file=str(path)),
        hint=Message(f"viết: -o {path.stem}.docx", f"write: -o {path.stem}.docx"),
    )


def edited(path: Path) -> Problem:
    """Return HT-024: a Word file that holds what somebody else has written."""
    return Problem(
        code="HT-024",
        message=Message(
            "đã có tệp Word này và nó không còn như máy ghi ra (đã được sửa tay); không ghi đè",
            "this Word file is there and not as the program left it (edited by hand); it is kept",
        ),
        where=Where(file=str(path)),
        hint=Message(
            "giữ bản đã sửa: đổi tên tệp đó, hoặc ghi ra chỗ khác bằng -o; bỏ bản đã sửa: --force",
            "to keep the edits, rename it or write elsewhere with -o; to give them up, add --force",
        ),
    )


def no_templates(start: Path) -> Problem:
    """Return HT-060: neither here nor above is there a project's folder."""
    return Problem(
        code="HT-060",
        message=Message(
            "chưa có thư mục templates ở đây hay ở các thư mục phía trên",
            "there is no folder templates here or above",
        ),
        where=Where(file=str(start.resolve())),
        hint=Message(
            "chạy baocao init để tạo, hoặc chuyển vào thư mục đã có",
            "run baocao init to make it, or go to the folder that has it",
        ),
    )


def over_a_template(path: Path) -> Problem:
    """Return HT-007: a report that would overwrite a template."""
    return Problem(
        code="HT-007",
        message=Message(
            "không ghi báo cáo vào thư mục mẫu", "a report is not written among the templates"
        ),
        where=Where(file=str(path)),
        hint=Message("chọn nơi khác sau -o", "choose another place after -o"),
    )
