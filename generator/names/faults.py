"""What can be wrong with a name or a value in a tag, in words for the designer (MA-060 …)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.types import SAID, Sort
from generator.problem import Message, Problem, Severity
from generator.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.names.types import Type
    from generator.problem import Where


def _problem(
    code: str, where: Where, message: tuple[str, str], hint: tuple[str, str] | None = None
) -> Problem:
    return Problem(
        code=code,
        message=Message(*message),
        where=where,
        hint=Message(*hint) if hint else None,
    )


def unknown(name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the problem of a name that no template has."""
    best = nearest(name, known)
    hint = (f"viết “{best}”", f"write “{best}”") if best else None
    return _problem(
        "MA-060", where, (f"không có tên “{name}”", f"there is no name “{name}”"), hint or _ASK
    )


_ASK = ("baocao fields liệt kê mọi tên dùng được", "baocao fields lists every name")


def unknown_inside(path: str, name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the problem of a name that is not in what stands before the point."""
    best = nearest(name, known)
    hint = (f"viết “{path}.{best}”", f"write “{path}.{best}”") if best else None
    listed = None if best else did_you_mean(name, known)
    return _problem(
        "MA-061",
        where,
        (f"“{path}” không có “{name}”", f"“{path}” has no “{name}”"),
        hint or ((listed.vi, listed.en) if listed else _ASK),
    )


def not_in_samples(path: str, name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the warning of a name of the data that no sample has."""
    best = nearest(name, known)
    return Problem(
        code="MA-063",
        message=Message(
            f"chưa tệp dữ liệu nào của bộ mẫu có “{path}.{name}”",
            f"no data file of this template set has “{path}.{name}”",
        ),
        where=where,
        hint=Message(f"ý bạn là “{path}.{best}”?", f"did you mean “{path}.{best}”?")
        if best
        else None,
        severity=Severity.WARNING,
    )


def left(name: str, ended: Where, where: Where) -> Problem:
    """Return the problem of a name used behind the block that it belongs to."""
    return _problem(
        "MA-062",
        where,
        (
            f"“{name}” chỉ có ở trong khối mở bằng “{ended.tag}” ({ended.describe()})",
            f"“{name}” exists only inside “{ended.tag}” ({ended.describe('en')})",
        ),
        ("đưa thẻ này vào trong khối ấy", "move this tag into that block"),
    )


def wrong_input(name: str, given: Type, wanted: Iterable[Sort], where: Where) -> Problem:
    """Return the problem of a filter that is given a value of the wrong sort."""
    sorts = sorted(wanted)
    vi = " hoặc ".join(SAID[sort].vi for sort in sorts)
    en = " or ".join(SAID[sort].en for sort in sorts)
    better = _BETTER.get(given.sort, "")
    return _problem(
        "MA-064",
        where,
        (
            f"bộ lọc “{name}” cần {vi}, ở đây lại là {SAID[given.sort].vi}",
            f"the filter “{name}” takes {en}, this is {SAID[given.sort].en}",
        ),
        (f"dùng {better}, hoặc bỏ bộ lọc", f"use {better}, or drop the filter") if better else None,
    )


# -- filters for values of a sort --
_BETTER = {
    Sort.DATE: "“ngay”, “ngay_dai”",
    Sort.NUMBER: "“so_luong”, “so”, “ty_le”",
    Sort.FIGURE: "“so_luong”, “so”, “ty_le”",
    Sort.LIST: "“danh_sach”, “join”",
}


def no_list(path: str, given: Type, where: Where) -> Problem:
    """Return the problem of a loop over something that is not a list."""
    what = f"“{path}”" if path else "giá trị này"
    what_en = f"“{path}”" if path else "this value"
    return _problem(
        "MA-065",
        where,
        (
            f"không lặp được: {what} là {SAID[given.sort].vi}, không phải danh sách",
            f"no loop here: {what_en} is {SAID[given.sort].en}, not a list",
        ),
        ("lặp trên một danh sách, ví dụ bieu_mau", "loop over a list such as bieu_mau"),
    )


def not_printable(given: Type, inside: Iterable[str], where: Where) -> Problem:
    """Return the problem of a value that has no one way to be written."""
    names = ", ".join(f".{name}" for name in inside)
    hints = {
        Sort.DATE: ("thêm bộ lọc: | ngay hoặc | ngay_dai", "add a filter: | ngay or | ngay_dai"),
        Sort.LIST: ("dùng | danh_sach, hoặc lặp từng phần tử", "use | danh_sach, or a loop"),
    }
    hint = hints.get(given.sort, (f"in một phần của nó: {names}", f"print a part: {names}"))
    return _problem(
        "MA-066",
        where,
        (f"không in thẳng được {SAID[given.sort].vi}", f"{SAID[given.sort].en} cannot be printed"),
        hint,
    )


def not_called(path: str, where: Where) -> Problem:
    """Return the problem of a function printed instead of called."""
    return _problem(
        "MA-067",
        where,
        (f"“{path}” là hàm, phải có dấu ngoặc", f"“{path}” is a function and needs brackets"),
        (f"viết {path}(…)", f"write {path}(…)"),
    )


def needs_paragraph(code: str, where: Where) -> Problem:
    """Return the problem of a block printed inside a line."""
    return _problem(
        "MA-067",
        where,
        ("giá trị này là cả khối đoạn, bảng hay hình", "this value is a block of paragraphs"),
        (f"viết {{{{p {code} }}}} trong một đoạn riêng", f"write {{{{p {code} }}}} by itself"),
    )


def too_much(what: tuple[str, str], where: Where) -> Problem:
    """Return the problem of an expression that would never end or fill the memory."""
    return _problem("MA-068", where, what, ("viết gọn lại", "write less"))


def unescaped(where: Where) -> Problem:
    """Return the warning of a value put in as markup."""
    return Problem(
        code="MA-069",
        message=Message(
            "“| safe” đưa giá trị vào như mã XML: dữ liệu có “&” hay “<” sẽ làm hỏng văn bản",
            "“| safe” puts the value in as markup: data with “&” or “<” break the document",
        ),
        where=where,
        hint=Message("bỏ “| safe”", "drop “| safe”"),
        severity=Severity.WARNING,
    )
