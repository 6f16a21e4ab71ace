"""What can be wrong with a name or a value in a tag, in words for the designer (MA-060 …)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.filters import FILTERS
from generator.names.types import SAID, Sort
from generator.problem import Message, Problem, Severity
from generator.suggest import KEYS, did_you_mean, name_hint, nearest

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
    said = None if name in KEYS else _said_otherwise(name)
    hint = said or name_hint(name, known, where.tag)
    return _problem(
        "MA-060", where, (f"Không có tên “{name}”.", f"There is no name “{name}”."), hint or _ASK
    )


_ASK = (
    "Lệnh `baocao fields` liệt kê mọi tên dùng được.",
    "The command `baocao fields` lists every name.",
)


def _said_otherwise(name: str) -> tuple[str, str] | None:
    """Return the hint for what is no name at all: a filter, a word of statements."""
    if name in FILTERS:
        shown = FILTERS[name].example
        return (
            f"“{name}” là bộ lọc, đứng sau dấu gạch đứng: {shown}.",
            f"“{name}” is a filter and stands behind a bar: {shown}.",
        )
    if name in _STATEMENTS:
        return (
            f"“{name}” là thẻ lệnh, viết trong {{% … %}}.",
            f"“{name}” is a statement and stands in {{% … %}}.",
        )
    if name == "loop":
        return (
            "“loop” chỉ có ở giữa {% for … %} và {% endfor %}.",
            "“loop” exists only between {% for … %} and {% endfor %}.",
        )
    return None


_STATEMENTS = frozenset({"if", "elif", "else", "endif", "for", "endfor", "set", "endset"})


def merged_outside_loop(where: Where) -> Problem:
    """Return the problem of cells merged by value where no row is repeated."""
    return _problem(
        "MA-029",
        where,
        (
            "Gộp ô theo giá trị chỉ dùng trong hàng được lặp.",
            "Cells are merged by value only in rows that are repeated.",
        ),
        (
            "Lặp hàng bằng {%tr for … %}; ô cố định thì gộp trong Word.",
            "Repeat the row by {%tr for … %}; fixed cells are merged in Word.",
        ),
    )


def unknown_inside(path: str, name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the problem of a name that is not in what stands before the point."""
    best = nearest(name, known)
    hint = (f"Viết “{path}.{best}”.", f"Write “{path}.{best}”.") if best else None
    listed = None if best else did_you_mean(name, known)
    return _problem(
        "MA-061",
        where,
        (f"“{path}” không có “{name}”.", f"“{path}” has no “{name}”."),
        hint or ((listed.vi, listed.en) if listed else _ASK),
    )


def not_in_samples(path: str, name: str, known: Iterable[str], where: Where) -> Problem:
    """Return the warning of a name of the data that no sample has."""
    best = nearest(name, known)
    return Problem(
        code="MA-063",
        message=Message(
            f"Chưa tệp dữ liệu nào của bộ mẫu có “{path}.{name}”.",
            f"No data file of this template set has “{path}.{name}”.",
        ),
        where=where,
        hint=Message(f"Ý bạn là “{path}.{best}”?", f"Did you mean “{path}.{best}”?")
        if best
        else None,
        severity=Severity.WARNING,
    )


def left(name: str, ended: Where, where: Where) -> Problem:
    """Return the problem of a name used behind the block that it belongs to."""
    other_row = ended.table == where.table and ended.table_row != where.table_row
    hint = ("Đưa thẻ này vào trong khối ấy.", "Move this tag into that block.")
    if other_row and not ended.tag.startswith("{%tr"):
        hint = ("Lặp hàng của bảng thì viết {%tr for … %}.", "Rows are repeated by {%tr for … %}.")
    return _problem(
        "MA-062",
        where,
        (
            f"“{name}” chỉ có ở trong khối mở bằng “{ended.tag}” ({ended.describe()}).",
            f"“{name}” exists only inside “{ended.tag}” ({ended.describe('en')}).",
        ),
        hint,
    )


def wrong_input(name: str, given: Type, wanted: Iterable[Sort], where: Where) -> Problem:
    """Return the problem of a filter that is given a value of the wrong sort."""
    sorts = sorted(wanted)
    vi = " hoặc ".join(SAID[sort].vi for sort in sorts)
    en = " or ".join(SAID[sort].en for sort in sorts)
    better = _BETTER.get(given.sort, "")
    if len(sorts) > _FEW:
        return _problem(
            "MA-064",
            where,
            (
                f"Bộ lọc “{name}” không dùng được cho {SAID[given.sort].vi}.",
                f"The filter “{name}” is not for {SAID[given.sort].en}.",
            ),
            ("Bỏ bộ lọc.", "Drop the filter."),
        )
    return _problem(
        "MA-064",
        where,
        (
            f"Bộ lọc “{name}” cần {vi}, ở đây lại là {SAID[given.sort].vi}.",
            f"The filter “{name}” takes {en}, this is {SAID[given.sort].en}.",
        ),
        (f"Dùng {better}, hoặc bỏ bộ lọc.", f"Use {better}, or drop the filter.")
        if better
        else None,
    )


_FEW = 4  # sorts that a sentence may list

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
            f"Không lặp được: {what} là {SAID[given.sort].vi}, không phải danh sách.",
            f"No loop here: {what_en} is {SAID[given.sort].en}, not a list.",
        ),
        ("Lặp trên một danh sách, ví dụ bieu_mau.", "Loop over a list such as bieu_mau."),
    )


def unpacked(names: Iterable[str], element: Type, where: Where) -> Problem:
    """Return the problem of a loop with several names over elements that are one value each."""
    first, *_ = names
    return _problem(
        "MA-065",
        where,
        (
            f"Mỗi phần tử ở đây chỉ là {SAID[element.sort].vi}, không tách ra nhiều tên được.",
            f"Each element here is one {SAID[element.sort].en} and has no parts.",
        ),
        (
            f"Viết “for {first} in …”; số thứ tự là loop.index.",
            f"Write “for {first} in …”; its number is loop.index.",
        ),
    )


def note_outside_body(where: Where) -> Problem:
    """Return the problem of a footnote where Word has none."""
    return _problem(
        "MA-043",
        where,
        (
            "Chú thích chân trang chỉ đặt được trong thân văn bản.",
            "Footnotes can stand in the body only.",
        ),
        (
            "Word không có chú thích trong đầu trang, chân trang, hộp văn bản, bình luận.",
            "Word has none in headers, footers, text boxes and comments.",
        ),
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
        (
            f"Không in thẳng được {SAID[given.sort].vi}.",
            f"{SAID[given.sort].en} cannot be printed.",
        ),
        hint,
    )


def not_called(path: str, where: Where) -> Problem:
    """Return the problem of a function printed instead of called."""
    return _problem(
        "MA-067",
        where,
        (f"“{path}” là hàm, phải có dấu ngoặc.", f"“{path}” is a function and needs brackets."),
        (f"Viết {path}(…)", f"Write {path}(…)"),
    )


def needs_paragraph(code: str, where: Where) -> Problem:
    """Return the problem of a block printed inside a line."""
    return _problem(
        "MA-067",
        where,
        ("Giá trị này là cả khối đoạn, bảng hay hình.", "This value is a block of paragraphs."),
        (f"Viết {{{{p {code} }}}} trong một đoạn riêng.", f"Write {{{{p {code} }}}} by itself."),
    )


def too_much(what: tuple[str, str], where: Where) -> Problem:
    """Return the problem of an expression that would never end or fill the memory."""
    return _problem("MA-068", where, what, ("Viết gọn lại.", "Write less."))


def unescaped(where: Where) -> Problem:
    """Return the warning of a value put in as markup."""
    return Problem(
        code="MA-069",
        message=Message(
            "“| safe” đưa giá trị vào như mã XML: dữ liệu có “&” hay “<” sẽ làm hỏng văn bản.",
            "“| safe” puts the value in as markup: data with “&” or “<” break the document.",
        ),
        where=where,
        hint=Message("Bỏ “| safe”.", "Drop “| safe”."),
        severity=Severity.WARNING,
    )
