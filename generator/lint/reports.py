"""Problems for other programs: SARIF 2.1.0, and the commands of GitHub's workflows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.problem import Problem, Where

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_NUMBERS: Final = ("paragraph", "table", "table_row", "table_cell")


def sarif(problems: Sequence[Problem], lang: str = "vi") -> dict[str, object]:
    """Return the problems as a SARIF log: one run, a rule for each code, a result for each one."""
    codes = sorted({problem.code for problem in problems})
    first = {code: next(p for p in problems if p.code == code) for code in codes}
    rules = [
        {"id": code, "shortDescription": {"text": first[code].message.in_language(lang)}}
        for code in codes
    ]
    results = [_result(problem, codes.index(problem.code), lang) for problem in problems]
    driver = {"name": "baocao lint", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(problem: Problem, rule: int, lang: str) -> dict[str, object]:
    where = problem.where
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(where.file)}}
    if where.line is not None:
        physical["region"] = {"startLine": where.line, "startColumn": where.column or 1}
    location: dict[str, object] = {"physicalLocation": physical}
    inside = _inside(where, lang)
    if inside:
        location["logicalLocations"] = [{"fullyQualifiedName": inside}]
    numbers = {name: getattr(where, name) for name in _NUMBERS}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": str(problem.severity),
        "message": {"text": _said(problem, lang)},
        "locations": [location],
        "properties": {
            **{name: number for name, number in numbers.items() if number is not None},
            **({"tag": where.tag} if where.tag else {}),
        },
    }


def github(problems: Iterable[Problem], lang: str = "vi") -> list[str]:
    """Return a workflow command for each problem: `::error file=…,line=…,title=MA-061::…`."""
    return [_command(problem, lang) for problem in problems]


def _command(problem: Problem, lang: str) -> str:
    where = problem.where
    properties = [("file", where.file), ("line", where.line), ("title", problem.code)]
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties if value)
    inside = _inside(where, lang)
    said = _said(problem, lang)
    return f"::{problem.severity} {listed}::{_data(f'{inside}: {said}' if inside else said)}"


def _inside(where: Where, lang: str) -> str:
    """Return the place inside its file, as people say it."""
    return replace(where, file="", line=None, column=None).describe(lang)


def _said(problem: Problem, lang: str) -> str:
    hint = f" → {problem.hint.in_language(lang)}" if problem.hint else ""
    return problem.message.in_language(lang) + hint


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
