"""Printing: problems as text or JSON, wrong use, and the last net for faults of our own."""

from __future__ import annotations

import codecs
import errno
import json
import os
import sys
import unicodedata
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.language import language, text
from generator.problem import Message, Severity, Where, has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from generator.problem import Problem

WRONG_USE = 2


def survive_any_terminal() -> None:
    """Print letters that a cp1252 or cp1258 console does not have as the nearest it has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            name = f"gan_nhat_{stream.encoding}"
            codecs.register_error(name, partial(_nearest_letters, stream.encoding))
            stream.reconfigure(errors=name)


_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "“": '"', "”": '"', "→": "->", "…": "...", "–": "-"})


def _nearest_letters(encoding: str, error: UnicodeError) -> tuple[str, int]:
    """Return what stands for characters that cannot be encoded, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)
    rest = error.object[error.start : error.end].translate(_PLAIN)
    return "".join(_nearest(letter, encoding) for letter in rest), error.end


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _nearest(letter: str, encoding: str) -> str:
    """Return what is nearest to a letter: cp1258 writes “ế” as “ê” and its tone, cp1252 as “ê”."""
    marks = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in _TONES)
    toneless = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    for near in (toneless + tones, toneless):
        with suppress(UnicodeEncodeError):
            near.encode(encoding)
            return near
    return "".join(mark for mark in marks if mark.isascii()) or "?"


def line(words: str, stream: TextIO | None = None) -> None:
    """Print one line to `stream` (default: standard error)."""
    (stream or sys.stderr).write(words + "\n")


def data(value: object) -> None:
    """Print `value` as JSON on standard output; letters that it does not have are escaped."""
    encoding = sys.stdout.encoding or ""
    utf = encoding.lower().startswith("utf")
    line(json.dumps(value, ensure_ascii=not utf, indent=2), sys.stdout)


def finish(code: int) -> int:
    """Print what is still to be printed and return the exit code, `code` unless nobody reads."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if is_cut_off(error):
            return nobody_reads()
        raise
    return code


def is_cut_off(error: Exception) -> bool:
    """Tell whether an error means that nobody reads any more, as when `| more` is left.

    Windows calls a pipe without a reader an invalid argument; of a file it would tell the name.
    """
    if isinstance(error, BrokenPipeError):
        return True
    invalid = isinstance(error, OSError) and error.errno == errno.EINVAL and not error.filename
    return sys.platform == "win32" and invalid


def nobody_reads() -> int:
    """Give up printing without a word, as other tools do; return exit code 1."""
    # -- what is left in the buffer must go somewhere when Python ends --
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 1


def sentence(message: Message, code: int) -> int:
    """Print `message` in the user's language and return `code`."""
    line(message.in_language(language()))
    return code


def written(path: Path) -> None:
    """Say that a file was written."""
    line(f"{text('Đã ghi', 'Written')}: {from_here(path)}")


def from_here(path: Path) -> Path:
    """Return `path` as one can open it from where the command was run."""
    # -- a drive letter may stand for a place in the network, which `resolve` names --
    full, here = path.resolve(), Path.cwd().resolve()
    return full.relative_to(here) if full.is_relative_to(here) else full


def problems(found: Sequence[Problem], form: str = "text") -> int:
    """Print the problems, errors first, as `text` or `json`; return the exit code they mean."""
    ordered = errors_first(found)
    if form == "json":
        data([as_json(p) for p in ordered])
    else:
        for problem in ordered:
            line(as_text(problem))
        if ordered:
            line(_count(ordered))
    return 1 if has_errors(found) else 0


def errors_first(found: Iterable[Problem]) -> list[Problem]:
    """Return problems as they are shown: errors, then warnings."""
    return sorted(found, key=lambda p: p.severity is Severity.WARNING)


def as_text(problem: Problem) -> str:
    """Return a problem as it is printed: code and place, what is wrong, what to do."""
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


def as_json(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON tells it, in the user's language."""
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
    """Print a fault that no stage turned into a problem; return exit code 1.

    What the system says of a file is told as such (HT-004): a disk that has gone away, a name that
    none takes. The rest is a fault of ours, told in one line (HT-999).
    """
    if is_cut_off(error):  # no fault: `| head` has read enough
        return nobody_reads()
    if isinstance(error, OSError) and error.filename:
        from generator.files import faults  # noqa: PLC0415  # hardly ever needed

        return problems([faults.unreadable(Where(file=os.fsdecode(error.filename)), error)])
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
