"""Messages and hints are whole sentences, as far as the code shows what they are.

Looked at are the texts in every call that names a code (`Problem(code="DL-001", ...)`,
`problems.error("DL-001", ...)`, `marks.blame("MA-001", vi, en, ...)`), and what is called `message`
or `hint` in an assignment or an argument. A value at the end of a text may be a sentence itself
where a full stop or a colon stands before it.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

GENERATOR = Path(__file__).parent.parent / "generator"
CODE = re.compile(r"(?:DL|NQ|MA|TT|HT)-[0-9]{3}")
NAMED = {"message", "hint"}
VALUE = "\0"  # stands for what a text takes in
ENDS = re.compile(r"""[.?!…:][”"')]*\Z|[.:]\s*\0+\Z""")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _words(node: ast.expr) -> str:
    pieces = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(p.value) if isinstance(p, ast.Constant) else VALUE for p in pieces)


def _is_message(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "Message"


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts of a message: `Message(vi, en)`, `(vi, en)`, or one of several of them."""
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (text for value in node.values for text in _texts(value))
    elif isinstance(node, ast.Call) and _is_message(node):
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        yield from (_words(one) for one in given if _is_text(one))
    elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and all(map(_is_text, node.elts)):
        yield from map(_words, node.elts)


def _names_a_code(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(CODE.fullmatch(node.value))
    )


def _of_call(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg in NAMED:
            yield from _texts(keyword.value)
    code = next((n for n, one in enumerate(call.args) if _names_a_code(one)), len(call.args))
    for one in call.args[code + 1 :]:
        yield from [_words(one)] if _is_text(one) else _texts(one)


def _said(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.Assign) and {ast.unparse(one) for one in node.targets} & NAMED:
            yield from _texts(node.value)


def _faulty(source: str, *, ended: bool = True) -> list[str]:
    """Return the texts that begin with a small letter or, if `ended`, end without a mark."""
    said = list(_said(source))
    return [text for text in said if text[:1].islower() or (ended and not ENDS.search(text))]


@pytest.mark.parametrize("path", sorted(GENERATOR.rglob("*.py")), ids=lambda p: p.stem)
def test_messages_and_hints_are_sentences(path: Path) -> None:
    # -- `checks.wording.warning` ends the sentences of rules: “…; in như đã nêu.” --
    ended = path.parent.name != "checks"

    assert _faulty(path.read_text(encoding="utf-8"), ended=ended) == []


@pytest.mark.parametrize(
    "code",
    [
        'Problem(code="DL-001", message=Message("chữ thường.", "Small letter."))',
        'Problem(code="DL-001", message=Message("Không chấm", "No stop."))',
        'problems.error("DL-001", where, message, Message("Sửa lại.", f"Mend {name}"))',
        'marks.blame("MA-001", "Sai.", "Wrong.", hint=("bỏ đi.", "Drop it."))',
        'message = Message("Sai.", "wrong.") if one else Message("Đúng.", "Right.")',
    ],
)
def test_what_is_no_sentence_is_seen(code: str) -> None:
    assert len(_faulty(code)) == 1


def test_there_is_much_to_look_at() -> None:
    sources = (path.read_text(encoding="utf-8") for path in GENERATOR.rglob("*.py"))

    assert sum(1 for source in sources for _ in _said(source)) > 800
