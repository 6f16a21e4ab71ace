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
    (r"expected token 'name', got 'end of.*'", "thiếu tên ở cuối thẻ"),
    (r"expected token 'name', got '(.+)'", "cần một tên nhưng gặp “{0}”"),
    (r"expected token '(.+)', got 'end of.*'", "cần “{0}” ở cuối thẻ"),
    (r"expected token '(.+)', got '(.+)'", "cần “{0}” nhưng gặp “{1}”"),
    (r"(?:expected an expression, got|unexpected) 'end of.*'", "chỗ điền trống hoặc viết dở"),
    (r"expected an expression, got '(.+)'", "gặp “{0}” ở chỗ phải là một tên hay một số"),
    (r"unexpected '(.+)'", "thừa “{0}”"),
    (r"unexpected char '(.+)' at \d+", "ký tự “{0}” không dùng được ở đây"),
    (r"tag name expected", "thiếu tên lệnh (if, for, …)"),
    (r"empty tag", "thẻ rỗng"),
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


# What spreadsheets, other languages and people write, and what stands in a tag for it.
_INSTEAD: Final = (
    (r"^\s*els(?:e\s*)?if\b", "Viết {{% elif … %}}.", "Write {{% elif … %}}."),
    (r"^\s*end\s+(\w+)", "Viết liền: {{% end{0} %}}.", "In one word: {{% end{0} %}}."),
    (r"^\s*n[eế]u\b", "Viết {{% if … %}}.", "Write {{% if … %}}."),
    (r"^\s*%", "Thẻ lệnh có một dấu ngoặc mỗi đầu: {{% … %}}.", "One brace each: {{% … %}}."),
    (r"^\{", "Mỗi đầu thẻ chỉ có hai dấu ngoặc: {{{{ … }}}}.", "Two braces each: {{{{ … }}}}."),
    (r"=>", "Lớn hơn hoặc bằng thì viết “>=”.", "Greater or equal is written “>=”."),
    (r"=<", "Nhỏ hơn hoặc bằng thì viết “<=”.", "Less or equal is written “<=”."),
    (r"<>", "Khác thì viết “!=”.", "Unequal is written “!=”."),
    (r"&&", "“Và” thì viết “and”.", "Write “and”."),
    (r"\|\|", "“Hoặc” thì viết “or”; bộ lọc cần một dấu “|”.", "Write “or”; a filter has one “|”."),
    (r"(?:\b(?:if|elif|and|or)\s+|\()!(?!=)", "“Không” thì viết “not”.", "Write “not”."),
)
_WORDS: Final = {
    "=": ("So sánh bằng", "=="),
    **dict.fromkeys(("va", "và"), ("“Và”", "and")),
    **dict.fromkeys(("hoac", "hoặc"), ("“Hoặc”", "or")),
}
_STATEMENT: Final = re.compile(r"\s*((?:end)?(?:if|for)|elif|else)\b")
_DOTTED: Final = re.compile(r"\s*(\w+\.[\w.]+)\s*")
_QUOTED: Final = re.compile(r""""[^"]*"|'[^']*'""")


_TYPED: Final = (
    "Xóa ký tự ấy rồi gõ lại bằng bàn phím; chữ thì đặt trong dấu nháy kép.",
    "Delete it and type it anew; a text stands in quotes.",
)
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
    instead = _instead(code, said) or (_TYPED if "unexpected char" in said else None)
    if instead:
        return instead
    got = re.search(r"expected token 'end of \w+ \w+', got '(.+)'|expected token.*got '(=)'", said)
    extra = (got[1] or got[2]) if got else ""
    if extra in _WORDS:
        return f"{_WORDS[extra][0]} thì viết “{_WORDS[extra][1]}”.", f"Write “{_WORDS[extra][1]}”."
    words = re.search(rf"(\w+)\s+{re.escape(extra)}\b", code) if extra.isidentifier() else None
    if words:
        return (
            f"Tên viết liền, nối bằng gạch dưới: “{words[1]}_{extra}”.",
            f"Names have no spaces but underscores: “{words[1]}_{extra}”.",
        )
    return _OF_INDEX if said == INDEX.en else None


def _instead(code: str, said: str) -> tuple[str, str] | None:
    statement = _STATEMENT.match(code)
    if statement and "print statement" in said:
        word = statement[1]
        return f"Thẻ lệnh viết {{% {word} … %}}.", f"A statement is written {{% {word} … %}}."
    printed = _DOTTED.fullmatch(code)
    if printed and not said:
        return f"In ra thì viết {{{{ {printed[1]} }}}}.", f"To print it: {{{{ {printed[1]} }}}}."
    for pattern, vi, en in _INSTEAD:
        found = re.search(pattern, _QUOTED.sub("", code))
        if found:
            return vi.format(*found.groups()), en.format(*found.groups())
    return None
