"""Printing: problems as text or JSON, wrong use, and the last net for faults of our own."""

from __future__ import annotations

import codecs
import json
import sys
import unicodedata
from typing import TYPE_CHECKING

from generator.cli.language import language, text
from generator.problem import Message, Severity, Where, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from generator.problem import Problem

WRONG_USE = 2


def survive_any_terminal() -> None:
    """Print letters that a cp1252 or cp1258 console does not have without their marks."""
    codecs.register_error("khong_dau", _without_marks)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="khong_dau")


_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "“": '"', "”": '"', "→": "->", "…": "...", "–": "-"})


def _without_marks(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for characters that cannot be encoded, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)
    letters = unicodedata.normalize("NFD", error.object[error.start : error.end].translate(_PLAIN))
    return "".join(c if c.isascii() else "" for c in letters) or "?", error.end


def line(words: str, stream: TextIO | None = None) -> None:
    """Print one line to `stream` (default: standard error)."""
    (stream or sys.stderr).write(words + "\n")


def sentence(message: Message, code: int) -> int:
    """Print `message` in the user's language and return `code`."""
    line(message.in_language(language()))
    return code


def problems(found: Sequence[Problem], form: str = "text") -> int:
    """Print the problems, errors first, as `text` or `json`; return the exit code they mean."""
    ordered = sorted(found, key=lambda p: p.severity is Severity.WARNING)
    if form == "json":
        line(json.dumps([_as_json(p) for p in ordered], ensure_ascii=False, indent=2), sys.stdout)
    else:
        for problem in ordered:
            line(_as_text(problem))
        if ordered:
            line(_count(ordered))
    return 1 if has_errors(found) else 0


def _as_text(problem: Problem) -> str:
    lang = language()
    error = problem.severity is Severity.ERROR
    label = text("LỖI", "ERROR") if error else text("CẢNH BÁO", "WARNING")
    place = problem.where.describe(lang)
    lines = [f"{label} {problem.code}  {place}" if place else f"{label} {problem.code}"]
    lines.append(f"    {problem.message.in_language(lang)}")
    if problem.hint:
        lines.append(f"    → {problem.hint.in_language(lang)}")
    return "\n".join(lines)


def _count(found: Iterable[Problem]) -> str:
    severities = [p.severity for p in found]
    errors = severities.count(Severity.ERROR)
    warnings = severities.count(Severity.WARNING)
    return text(f"{errors} lỗi, {warnings} cảnh báo", f"{errors} errors, {warnings} warnings")


def _as_json(problem: Problem) -> dict[str, object]:
    lang = language()
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message.in_language(lang),
        "hint": problem.hint.in_language(lang) if problem.hint else None,
        "where": {"text": problem.where.describe(lang), **_place(problem.where)},
    }


def _place(where: Where) -> dict[str, object]:
    names = ("file", "line", "column", "path", "sheet", "cell", "paragraph", "tag", "item")
    numbered = ("table", "table_row", "table_cell")
    values = {name: getattr(where, name) for name in (*names, *numbered)}
    return {name: value for name, value in values.items() if value not in (None, "")}


def wrong_use(error: Exception) -> int:
    """Print what is wrong with a command line and how to get help; return exit code 2."""
    line(f"{text('Lệnh chưa đúng', 'Wrong use')}: {error}")
    line(text("Xem hướng dẫn: baocao --help", "For help: baocao --help"))
    return WRONG_USE


def unusable(error: Exception) -> int:
    """Print a fault that no stage turned into a problem, in one line; return exit code 1."""
    detail = f"{type(error).__name__}: {error}".splitlines()[0]
    return sentence(
        Message(
            f"LỖI HT-999  lỗi ngoài dự kiến của chương trình, chưa ghi tệp nào ({detail}). "
            "Xin gửi câu này cùng tệp dữ liệu cho người bảo trì.",
            f"ERROR HT-999  unexpected fault of the program, nothing was written ({detail}). "
            "Please send this line and the data file to the maintainers.",
        ),
        code=1,
    )
