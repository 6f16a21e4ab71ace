"""What Jinja and Python say of a tag, in Vietnamese, and what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

from generator.word.misread import INDEX

# Jinja's own sentences, as far as its users meet them, and the same in Vietnamese.
_SYNTAX: Final = (
    (re.escape(INDEX.en), INDEX.vi.replace("{", "{{").replace("}", "}}")),
    (r"unexpected end of template.*needs to be closed is '(\w+)'", "thiếu thẻ đóng của “{0}”"),
    (r"unexpected end of template", "thẻ chưa đóng"),
    (r"encountered unknown tag '(\w+)'", "không có thẻ “{0}”, hoặc thẻ nằm sai chỗ"),
    (r"unknown tag.*'(\w+)'", "không có thẻ “{0}”"),
    (r"expected token 'end of (?:print statement|statement block)', got '(.+)'", "thừa “{0}”"),
    (r"expected token '(.+)', got '(.+)'", "cần “{0}” nhưng gặp “{1}”"),
    (r"expected an expression, got 'end of.*'", "chỗ điền trống hoặc viết dở"),
    (r"expected an expression, got '(.+)'", "gặp “{0}” ở chỗ phải là một tên hay một số"),
    (r"unexpected '(.+)'", "thừa “{0}”"),
    (r"unexpected char '(.+)' at \d+", "ký tự “{0}” không dùng được ở đây"),
    (r"missing end of (?:raw directive|comment tag)", "thiếu chỗ đóng"),
    (r"expected name or number", "sau dấu chấm phải là một tên"),
    (r"can't assign to '(.+)'", "không đặt được giá trị cho “{0}”"),
    (r"invalid syntax for function call", "các giá trị trong ngoặc viết sai"),
)
# The same of Python's sentences about values; types stand in quotes.
_OF_VALUES: Final = (
    (r"^'(.+)' not supported between instances of '(.+)' and '(.+)'", "phép “{0}” giữa {1} và {2}"),
    (r"^unsupported operand type\(s\) for (.+): '(.+)' and '(.+)'", "phép “{0}” giữa {1} và {2}"),
    (r"^can only concatenate", "nối chữ với giá trị khác thì dùng dấu ~"),
    (
        r"(\w+)\(\) missing \d+ required [\w-]+ arguments?: (.+)",
        "sau “{0}” thiếu {1} trong ngoặc",
    ),
    (r"(\w+)\(\) takes .* positional arguments? but", "sau “{0}” thừa giá trị trong ngoặc"),
    (r"(\w+)\(\) got an unexpected keyword argument '(.+)'", "“{0}” không có “{1}=”"),
    (r"^'(.+)' object is not callable", "{0} không phải hàm, bỏ dấu ngoặc sau tên"),
    (r"^'(.+)' object is not iterable", "{0} không phải danh sách"),
    (r"^No first item, sequence was empty", "danh sách rỗng, không có phần tử đầu"),
    (r"^No last item, sequence was empty", "danh sách rỗng, không có phần tử cuối"),
)
_TYPES: Final = {
    "PrintedFigure": "số liệu",
    "str": "chữ",
    "Markup": "chữ",
    "int": "số",
    "float": "số",
    "decimal.Decimal": "số",
    "Decimal": "số",
    "list": "danh sách",
    "tuple": "danh sách",
    "dict": "nhóm",
    "datetime.date": "ngày",
    "date": "ngày",
    "NoneType": "giá trị trống",
}
_PREFIX: Final = re.compile(r"\s*(p|tr|tc|r)\s+", re.IGNORECASE)


_OF_INDEX: Final = (
    "Bảng tính đếm từ 1, thẻ đếm từ 0: lặp qua danh sách, hoặc lấy phần tử đầu, cuối.",
    "Workbooks count from 1, tags from 0: loop over the list, or take its first or last.",
)


def in_vietnamese(said: str) -> str:
    """Return Jinja's sentence in Vietnamese; itself where it is none that users meet."""
    return _translated(said, _SYNTAX)


def of_values(said: str) -> str:
    """Return Python's sentence about values in Vietnamese; itself where none is known."""
    for name, vietnamese in _TYPES.items():
        said = said.replace(f"'{name}'", f"'{vietnamese}'")
    return _translated(said, _OF_VALUES)


def _translated(said: str, sentences: Iterable[tuple[str, str]]) -> str:
    for pattern, sentence in sentences:
        found = re.search(pattern, said, re.IGNORECASE | re.DOTALL)
        if found:
            return sentence.format(*found.groups())
    return said


def remedy(code: str, said: str) -> tuple[str, str] | None:
    """Return what to write instead of `code`, in both languages, if that can be told."""
    prefix = _PREFIX.match(code)
    if prefix:
        letters = prefix[1].lower()
        return (
            f"Chữ “{letters}” viết thường, liền sau dấu mở, ví dụ {{%{letters} … %}}.",
            f"Write “{letters}” small and right behind the opening, as in {{%{letters} … %}}.",
        )
    if re.search(r"unexpected char", said):
        return (
            "Xóa ký tự ấy rồi gõ lại bằng bàn phím; chữ thì đặt trong dấu nháy kép.",
            "Delete it and type it anew; a text stands in quotes.",
        )
    got = re.search(r"expected token 'end of \w+ \w+', got '(.+)'|expected token.*got '(=)'", said)
    extra = (got[1] or got[2]) if got else ""
    if extra == "=":
        return "So sánh bằng thì viết “==”.", "Equality is written “==”."
    if re.match(r"\s*else\s+if\b", code):
        return "Viết {% elif … %}.", "Write {% elif … %}."
    words = re.search(rf"(\w+)\s+{re.escape(extra)}\b", code) if extra.isidentifier() else None
    if words:
        return (
            f"Tên viết liền, nối bằng gạch dưới: “{words[1]}_{extra}”.",
            f"Names have no spaces but underscores: “{words[1]}_{extra}”.",
        )
    return _OF_INDEX if said == INDEX.en else None
