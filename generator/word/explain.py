"""What an error during rendering means for the author of the template, as a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.utils import missing

from generator.problem import Message, Problem
from generator.suggest import name_hint
from generator.word import said
from generator.word.assist import UnequalCellsError
from generator.word.emit import MarkupError, PlacementError
from generator.word.faults import did_you_mean, fault
from generator.word.foreign import UnknownLinkError
from generator.word.limits import LimitError
from generator.word.sandbox import MissingNameError
from generator.word.subdoc import SubdocError
from generator.word.unprintable import UnprintableError
from generator.word.writer import NotePlaceError, PictureError
from generator.word.xmltext import IllegalCharacterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problem import Where


def explained(error: BaseException, where: Where, known: Iterable[str]) -> Problem:
    """Return the problem that says what `error` means for the author of the template."""
    if isinstance(error, MissingNameError) and error.name_missing is not None:
        return _missing(error, where, known)
    for kind, explain in _EXPLAINED:
        if isinstance(error, kind):
            return explain(error, where)
    own, hint = getattr(error, "message", None), getattr(error, "hint", None)
    if isinstance(own, Message):  # a filter or function that speaks to the user itself
        known_hint = hint if isinstance(hint, Message) else None
        return Problem(code="MA-041", message=own, where=where, hint=known_hint)
    if isinstance(error, TypeError):
        return fault(
            "MA-041",
            "Kiểu của giá trị không hợp với phép tính hay bộ lọc trong thẻ: "
            f"{said.of_values(str(error))}.",
            f"The value's type does not fit the computation or filter of the tag ({error}).",
            where=where,
        )
    detail = f"{type(error).__name__}: {error}"
    return fault(
        "MA-041",
        f"Không tính được giá trị của thẻ ({detail}).",
        f"The tag failed ({detail}).",
        where=where,
    )


def _missing(error: MissingNameError, where: Where, known: Iterable[str]) -> Problem:
    name = str(error.name_missing)
    if error.owner is missing:
        return fault(
            "MA-040",
            f"Không có tên “{name}”.",
            f"There is no name “{name}”.",
            where=where,
            hint=name_hint(name, (word for word in known if not word.startswith("_")), where.tag),
        )
    if error.owner is None:
        return fault(
            "MA-040",
            f"“{name}” của giá trị trống (None).",
            f"“{name}” of an empty value (None).",
            where=where,
        )
    return fault(
        "MA-040",
        f"Không có “{name}” ở đây.",
        f"There is no “{name}” in this value.",
        where=where,
        hint=did_you_mean(name, _names_in(error.owner)),
    )


def _names_in(owner: Any) -> list[str]:
    if isinstance(owner, dict):
        return [str(key) for key in owner]
    return [name for name in dir(owner) if not name.startswith("_")]


def _limit(error: Any, where: Where) -> Problem:
    return fault(
        "MA-044",
        f"Mẫu đòi nhiều hơn mức một văn bản được phép: {error.vi}.",
        f"The template asks for more than one document may hold: {error.en}.",
        where=where,
    )


def _illegal(error: Any, where: Where) -> Problem:
    return fault(
        "MA-042",
        f"Giá trị có ký tự điều khiển {error.code} (vị trí {error.position}), Word không nhận.",
        f"The value has the control character {error.code} (position {error.position}), "
        "which Word does not take.",
        where=where,
        hint=("Xoá ký tự đó trong dữ liệu.", "Delete the character in the data."),
    )


def _placement(error: Any, where: Where) -> Problem:
    return fault("MA-043", error.vi, error.en, where=where, hint=error.hint)


def _unequal(error: Any, where: Where) -> Problem:
    return fault(
        "MA-045",
        f"Các ô gộp lại không giống nhau: “{error.first}” và “{error.other}”.",
        f"The cells to be merged differ: “{error.first}” and “{error.other}”.",
        where=where,
        hint=(
            "Gộp theo giá trị bằng {% vm giá_trị %}, hoặc bỏ vm/hm.",
            "Merge by value with {% vm value %}, or drop vm/hm.",
        ),
    )


def _unsafe(error: Any, where: Where) -> Problem:
    return fault(
        "MA-046",
        f"Thao tác không an toàn bị chặn ({error}).",
        f"An unsafe operation was refused ({error}).",
        where=where,
    )


def _markup(error: Any, where: Where) -> Problem:
    return fault(
        "MA-047",
        f"Giá trị là XML không hợp lệ ({error}).",
        f"The value is not well-formed markup ({error}).",
        where=where,
        hint=(
            "Bỏ “| safe”, hoặc sửa nơi tạo giá trị.",
            "Drop “| safe”, or mend what makes the value.",
        ),
    )


def _link(error: Any, where: Where) -> Problem:
    return fault(
        "MA-043",
        f"Liên kết “{error}” của RichText không có trong văn bản này.",
        f"The RichText hyperlink “{error}” is not of this document.",
        where=where,
        hint=(
            "Đặt thẳng địa chỉ vào url_id.",
            "Put the address itself into url_id.",
        ),
    )


def _note_place(error: Any, where: Where) -> Problem:
    del error
    return fault(
        "MA-043",
        "Chú thích chân trang chỉ đặt được trong thân văn bản.",
        "Footnotes can stand in the body only.",
        where=where,
        hint=(
            "Word không có chú thích trong đầu trang, chân trang, hộp văn bản, bình luận.",
            "Word has none in headers, footers, text boxes and comments.",
        ),
    )


def _picture(error: Any, where: Where) -> Problem:
    del error
    return fault(
        "MA-043",
        "Giá trị không phải ảnh PNG, JPEG, GIF, BMP hay TIFF.",
        "The value is no PNG, JPEG, GIF, BMP or TIFF picture.",
        where=where,
    )


def _subdoc(error: Any, where: Where) -> Problem:
    return fault(
        "MA-043",
        f"Văn bản con (Subdoc) có {error}, không đưa sang được.",
        f"The sub-document (Subdoc) has a {error}, which cannot be carried over.",
        where=where,
    )


def _unprintable(error: Any, where: Where) -> Problem:
    return Problem(code="MA-048", message=error.message, where=where, hint=error.hint)


def _zero(error: Any, where: Where) -> Problem:
    del error
    return fault("MA-041", "Phép chia cho 0.", "Division by zero.", where=where)


def _endless(error: Any, where: Where) -> Problem:
    del error
    return fault(
        "MA-044", "Mẫu tự gọi lại không dứt.", "The template calls itself without end.", where=where
    )


def _undefined(error: Any, where: Where) -> Problem:
    return fault(
        "MA-040",
        f"Giá trị không có: {said.of_values(str(error))}.",
        f"A value is missing ({error}).",
        where=where,
    )


_EXPLAINED = (
    (UndefinedError, _undefined),
    (LimitError, _limit),
    (IllegalCharacterError, _illegal),
    (PlacementError, _placement),
    (UnequalCellsError, _unequal),
    (SecurityError, _unsafe),
    (MarkupError, _markup),
    (UnknownLinkError, _link),
    (NotePlaceError, _note_place),
    (PictureError, _picture),
    (SubdocError, _subdoc),
    (UnprintableError, _unprintable),
    (ZeroDivisionError, _zero),
    (RecursionError, _endless),
)
