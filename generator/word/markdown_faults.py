"""What can be wrong with the placeholders of a narrative, in words for the person who wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import SecurityError

from generator.problem import Message, Problem, Where
from generator.suggest import did_you_mean, name_hint
from generator.word import said, unprintable
from generator.word.limits import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CALCULATION: Final[tuple[tuple[type[Exception], Message], ...]] = (
    (ZeroDivisionError, Message("Phép chia cho 0", "Division by zero")),
    (
        SecurityError,
        Message("Việc này không được làm trong văn bản", "This may not be done in a text"),
    ),
    (OverflowError, Message("Kết quả quá lớn", "The result is too large")),
    (
        TypeError,
        Message(
            "Giá trị không đúng loại cho phép tính hay bộ lọc này",
            "A value is of the wrong type for this operation or filter",
        ),
    ),
)


def syntax(detail: str, where: Where) -> Problem:
    """Return the problem of a tag that Jinja cannot read; `detail` is Jinja's sentence."""
    prefix = re.search(r"unknown tag '(p|tr|tc|r)'", detail)
    better = ("", "")
    if prefix:
        better = (
            f"Trong lời văn thì bỏ chữ “{prefix[1]}”: {{% if … %}}, {{% for … %}}.",
            f"In a text leave out “{prefix[1]}”: {{% if … %}}, {{% for … %}}.",
        )
    return Problem(
        code="MA-301",
        message=Message(
            f"Chỗ điền viết sai: {said.in_vietnamese(detail)}.", f"Faulty placeholder: {detail}."
        ),
        where=where,
        hint=Message(*better) if prefix else None,
    )


def misread(message: Message, hint: Message, where: Where) -> Problem:
    """Return the problem of a tag that Jinja reads otherwise than its author means it."""
    return Problem(code="MA-301", message=message, where=where, hint=hint)


def too_deep(where: Where) -> Problem:
    """Return the problem of a placeholder, or of blocks, that Jinja or Python cannot follow."""
    return Problem(
        code="MA-309",
        message=Message(
            "Chỗ điền quá dài, hoặc các khối lồng nhau quá sâu.",
            "The placeholder is too long, or the blocks are nested too deeply.",
        ),
        where=where,
    )


def unknown_filter(name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the problem of a filter or test that does not exist."""
    message = Message(f"Không có bộ lọc “{name}”.", f"There is no filter “{name}”.")
    return Problem(code="MA-302", message=message, where=where, hint=_hint(name, known))


def _hint(name: str, known: Iterable[str]) -> Message | None:
    return did_you_mean(name, [word for word in known if word.isidentifier()])


def tag_not_allowed(tag: str, where: Where) -> Problem:
    """Return the problem of a Jinja statement that narrative text does without."""
    return Problem(
        code="MA-303",
        message=Message(
            f"Thẻ “{tag}” không dùng được trong văn bản.",
            f"The tag “{tag}” is not allowed in a text.",
        ),
        hint=Message("Chỉ dùng: if, for, set, with, raw.", "Use only: if, for, set, with, raw."),
        where=where,
    )


def unknown_name(name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the problem of a name that the data do not have."""
    message = Message(f"Không có tên “{name}”.", f"There is no name “{name}”.")
    names = list(known)
    hint = name_hint(name, names) or did_you_mean(name, names, alike=1)
    return Problem(code="MA-304", message=message, where=where, hint=hint)


def not_printable(kind: Message, where: Where) -> Problem:
    """Return the problem of a value that has no one way to be written."""
    return Problem(
        code="MA-305",
        message=unprintable.sentence(kind),
        hint=unprintable.HINT,
        where=where,
    )


def failed(error: Exception, where: Where) -> Problem:
    """Return the problem of a calculation or a filter that raised `error`."""
    hint = getattr(error, "hint", None)
    return Problem(
        code="MA-306",
        message=_sentence(error),
        hint=hint if isinstance(hint, Message) else None,
        where=where,
    )


def _sentence(error: Exception) -> Message:
    own = getattr(error, "message", None)
    if isinstance(own, Message):
        return own
    if isinstance(error, LimitError):
        return Message(f"Quá giới hạn: {error.vi}.", f"Beyond the limit: {error.en}.")
    for kind, sentence in _CALCULATION:
        if isinstance(error, kind):
            detail = str(error)
            return Message(
                f"{sentence.vi} ({said.of_values(detail)}).", f"{sentence.en} ({detail})."
            )
    detail = f"{type(error).__name__}: {error}"
    return Message(f"Không tính được chỗ này ({detail}).", f"This cannot be computed ({detail}).")


def too_long(where: Where) -> Problem:
    """Return the problem of a text that grows beyond any report."""
    return Problem(
        code="MA-307",
        message=Message("Văn bản sinh ra quá dài.", "The text printed is too long."),
        hint=Message("Xem lại các vòng lặp {% for %}.", "Look at the {% for %} loops."),
        where=where,
    )


def illegal_character(name: str, where: Where) -> Problem:
    """Return the problem of a character (`U+0000`) that no Word document can hold."""
    return Problem(
        code="MA-308",
        message=Message(
            f"Có ký tự không in được ({name}).",
            f"There is a character that cannot be printed ({name}).",
        ),
        hint=Message(
            "Xóa đi rồi gõ lại chỗ này; ký tự như vậy thường do chép từ tệp PDF.",
            "Delete and retype this place; such characters mostly come from copying out of a PDF.",
        ),
        where=where,
    )


_KINDS: Final[Mapping[str, Message]] = {
    "fence": Message("khối mã giữa hai dòng ```", "a block of code between ```"),
    "blockquote": Message("trích dẫn bắt đầu bằng “>”", "a quotation that starts with “>”"),
    "hr": Message("đường kẻ ngang", "a horizontal rule"),
    "image": Message("hình ảnh", "a picture"),
}


def not_supported(kind: str, where: Where) -> Problem:
    """Return the problem of Markdown that has no place in a report."""
    name = _KINDS.get(kind, Message(kind, kind))
    return Problem(
        code="MA-312",
        message=Message(
            f"Văn bản không dùng được {name.vi}.", f"Narrative text cannot hold {name.en}."
        ),
        hint=Message(
            "Muốn in nguyên ký tự đó thì đặt “\\” trước nó.",
            "To print the character itself, put “\\” before it.",
        ),
        where=where,
    )


def bad_heading(level: int, where: Where) -> Problem:
    """Return the problem of a heading that is empty or too deep."""
    vi, en = ("Tiêu đề không có chữ", "A heading without words")
    if level > 4:
        vi, en = (f"Tiêu đề {level} cấp, chỉ có 4", f"A heading of level {level}; there are only 4")
    return Problem(
        code="MA-311",
        message=Message(vi, en),
        hint=Message("Dùng #, ##, ### hoặc ####.", "Use #, ##, ### or ####."),
        where=where,
    )


def crowded_heading(where: Where) -> Problem:
    """Return the problem of `#I. ...`, which is no heading."""
    return Problem(
        code="MA-311",
        message=Message("Thiếu dấu cách sau “#”.", "A space is missing after “#”."),
        hint=Message(
            "Viết “# I. …”; nếu không phải tiêu đề thì viết “\\#”.",
            "Write “# I. …”; if it is no heading, write “\\#”.",
        ),
        where=where,
    )


def bad_link(url: str, where: Where) -> Problem:
    """Return the problem of an address that a report cannot link to."""
    return Problem(
        code="MA-313",
        message=Message(f"Liên kết không dùng được: “{url}”.", f"Unusable link: “{url}”."),
        hint=Message(
            "Địa chỉ phải bắt đầu bằng https://, http:// hoặc mailto:.",
            "An address must start with https://, http:// or mailto:.",
        ),
        where=where,
    )


_NOTES: Final[Mapping[str, Message]] = {
    "unknown": Message(
        "Không có nội dung của chú thích “{0}”; thiếu dòng “[^{0}]: …”",
        "The footnote “{0}” has no text; the line “[^{0}]: …” is missing.",
    ),
    "unused": Message(
        "Chú thích “{0}” không được gọi ở đâu.", "Nothing refers to the footnote “{0}”."
    ),
    "twice": Message("Chú thích “{0}” viết hai lần.", "The footnote “{0}” is written twice."),
    "again": Message(
        "Chú thích “{0}” được gọi hai lần; mỗi chú thích chỉ gọi một lần.",
        "The footnote “{0}” is referred to twice; each may be referred to once.",
    ),
    "nested": Message(
        "Trong chú thích không đặt được chú thích khác (“{0}”).",
        "A footnote cannot hold another one (“{0}”).",
    ),
    "empty": Message("Chú thích “{0}” không có chữ.", "The footnote “{0}” has no words."),
    "blocks": Message(
        "Chú thích “{0}” chỉ được có các đoạn văn.", "The footnote “{0}” may hold paragraphs only."
    ),
}


def note(fault: str, label: str, where: Where) -> Problem:
    """Return the problem of a footnote."""
    vi, en = _NOTES[fault]
    return Problem(code="MA-314", message=Message(vi.format(label), en.format(label)), where=where)


def no_table(where: Where) -> Problem:
    """Return the problem of lines with `|` that make no table."""
    return Problem(
        code="MA-315",
        message=Message(
            "Các dòng “|” này không thành bảng.", "These lines with “|” do not make a table."
        ),
        hint=Message(
            "Dòng thứ hai của bảng phải là |---|---| với đúng số ô của dòng đầu; trong bảng"
            " không có dòng trống, trước và sau bảng có dòng trống.",
            "The second line of a table must be |---|---| with as many cells as the first line;"
            " no blank lines inside a table, but one before and one after it.",
        ),
        where=where,
    )


def row_length(cells: int, columns: int, where: Where) -> Problem:
    """Return the problem of a row with more or fewer cells than the table has columns."""
    return Problem(
        code="MA-315",
        message=Message(
            f"Hàng này có {cells} ô, bảng có {columns} cột.",
            f"This row has {cells} cells, the table has {columns} columns.",
        ),
        hint=Message(
            "Ô trống vẫn phải có hai dấu “|” hai bên; sau bảng phải có dòng trống.",
            "An empty cell still stands between two “|”; a blank line must follow a table.",
        ),
        where=where,
    )


def settings_alone(where: Where) -> Problem:
    """Return the problem of a line of table settings without a table."""
    return Problem(
        code="MA-317",
        message=Message(
            "Dòng thiết lập bảng phải đứng ngay trên một bảng.",
            "The settings of a table must stand right above a table.",
        ),
        where=where,
    )
