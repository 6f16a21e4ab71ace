"""Text -> constraint. A few lines of recursive descent; nothing is ever evaluated as code."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from generator.period import Ky, KyError
from generator.problem import Message
from generator.rang_buoc.tree import Call, Name, Node, Number, Phep, RangBuoc, Ratio, Sum

# -- functions by the least and the most figures they take; `tong` and `dem` take a list or group --
FUNCTIONS = {
    "tong": (1, 1),  # sum
    "dem": (1, 1),  # how many entries
    "tu": (1, 1),  # n of n/m
    "mau": (1, 1),  # m of n/m
    "hoac": (2, 2),  # the first, or where it is not given the second
    "nho_nhat": (2, 20),  # least
    "lon_nhat": (2, 20),  # greatest
}
MAX_LENGTH, MAX_BRACKETS = 1000, 50
OTHER_PERIODS = ("truoc", "cung_ky", "nam_truoc")
_WITH_FIELD = ("tong",)

_PERIOD = r"(?:@(?P<{0}>[0-9A-Za-z_]+(?:-[0-9A-Z]+)?))?"
_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<ref>(?P<bieu>[0-9A-Za-z]+):(?P<ma>[0-9]+(?:\.[0-9A-Za-z]+)*)"
    + _PERIOD.format("ky1")
    + ")"
    r"|(?P<name>(?P<root>ct|sl)(?P<path>(?:\.[A-Za-z_][A-Za-z0-9_]*|\[(?:\*|[0-9]+)\])+)"
    + _PERIOD.format("ky2")
    + ")"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)?)"
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_.]*)"
    r"|(?P<op><=|>=|[=<>+/(),-])"
    r")"
)
_COMPARISONS = frozenset(Phep)
_STEP = re.compile(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[(\*|[0-9]+)\]")


class FormulaError(ValueError):
    """A text is no constraint; `message` says what about it is not understood."""

    def __init__(self, message: Message) -> None:
        """Say what is not understood."""
        self.message = message
        super().__init__(message.en)


class _Token(NamedTuple):
    kind: str
    text: str
    found: re.Match[str] | None


def parse(text: str) -> RangBuoc:
    """Return the constraint that `text` writes; raises FormulaError."""
    if len(text) > MAX_LENGTH or text.count("(") > MAX_BRACKETS:
        raise FormulaError(
            Message(
                f"Công thức quá dài: tối đa {MAX_LENGTH} ký tự, {MAX_BRACKETS} dấu ngoặc.",
                f"The formula is too long: {MAX_LENGTH} letters, {MAX_BRACKETS} brackets at most.",
            )
        )
    return _Parser(text).constraint()


class _Parser:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._at = 0
        self._next = self._token()

    def constraint(self) -> RangBuoc:
        left = self._side()
        phep = self._next
        if phep.text not in _COMPARISONS:
            raise FormulaError(
                Message(
                    f"“{self._text}” chưa có phép so sánh =, <=, >=, <, >.",
                    f"“{self._text}” has no comparison: =, <=, >=, <, >.",
                )
            )
        self._take()
        right = self._side()
        if self._next.text:
            raise self._unexpected()
        return RangBuoc(text=self._text, left=left, phep=Phep(phep.text), right=right)

    def _side(self) -> Node:
        part = self._sum()
        if self._next.text != "/":
            return part
        self._take()
        return Ratio(part=part, whole=self._sum())

    def _sum(self) -> Node:
        terms = [(True, self._factor())]
        while self._next.text in ("+", "-"):
            added = self._take().text == "+"
            terms.append((added, self._factor()))
        return terms[0][1] if len(terms) == 1 else Sum(terms=tuple(terms))

    def _factor(self) -> Node:
        token = self._take()
        if token.kind == "number":
            return Number(value=Decimal(token.text.replace(",", ".")))
        if token.kind in ("name", "ref") and token.found:
            return _name(token.found)
        if token.kind == "word":
            return self._call(token.text)
        if token.text == "(":
            inner = self._sum()
            self._expect(")")
            return inner
        raise self._unexpected(token)

    def _call(self, function: str) -> Node:
        if function not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            raise FormulaError(
                Message(
                    f"Không hiểu “{function}”: tên số liệu bắt đầu bằng ct. hoặc sl., hàm có "
                    f"{known}.",
                    f"“{function}” makes no sense: figures begin with ct. or sl., functions are "
                    f"{known}.",
                )
            )
        self._expect("(")
        arguments, field = [self._sum()], ""
        while self._next.text == ",":
            self._take()
            if function in _WITH_FIELD and self._next.kind == "word":
                field = self._take().text
            else:
                arguments.append(self._sum())
        self._expect(")")
        least, most = FUNCTIONS[function]
        whole = function in ("tong", "dem", "tu", "mau")
        if not least <= len(arguments) <= most or (whole and not isinstance(arguments[0], Name)):
            raise FormulaError(
                Message(
                    f"Hàm {function} nhận sai tham số trong “{self._text}”.",
                    f"Function {function} is given wrong arguments in “{self._text}”.",
                )
            )
        return Call(function=function, arguments=tuple(arguments), field=field)

    def _expect(self, text: str) -> None:
        token = self._take()
        if token.text != text:
            raise self._unexpected(token)

    def _take(self) -> _Token:
        token, self._next = self._next, _Token("", "", None)
        self._next = self._token()
        return token

    def _token(self) -> _Token:
        found = _TOKEN.match(self._text, self._at)
        if found is None or not found.lastgroup:
            rest = self._text[self._at :].strip()
            if rest:
                raise self._unexpected(_Token("", rest[:10], None))
            return _Token("", "", None)
        self._at = found.end()
        kind = found.lastgroup  # the outermost that matched: ref, name, number, word or op
        return _Token(kind, found[kind], found)

    def _unexpected(self, token: _Token | None = None) -> FormulaError:
        text = (token or self._next).text
        if not text:
            return FormulaError(
                Message(f"“{self._text}” chưa hết câu.", f"“{self._text}” ends too early.")
            )
        return FormulaError(
            Message(
                f"Không hiểu “{text}” trong “{self._text}”.",
                f"“{text}” makes no sense in “{self._text}”.",
            )
        )


def _name(found: re.Match[str]) -> Name:
    ky = found["ky1"] or found["ky2"] or ""
    if ky and ky not in OTHER_PERIODS:
        try:
            Ky.parse(ky)
        except KyError as error:
            raise FormulaError(error.message) from error
    if found["ref"]:
        return Name(root="bieu", path=(found["bieu"], found["ma"]), text=found["ref"], ky=ky)
    path = tuple(step[1] or step[2] for step in _STEP.finditer(found["path"]))
    return Name(root=found["root"], path=path, text=found["name"], ky=ky)
