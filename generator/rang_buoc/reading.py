"""A list `rang_buoc` of a file of ours -> constraints, every one parsed, every name looked up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.fields import Fields
from generator.problem import Message
from generator.rang_buoc.parse import FormulaError, parse
from generator.rang_buoc.tree import EACH, names
from generator.raw import RawList, RawMap, RawScalar
from generator.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.fields import Problems
    from generator.problem import Where
    from generator.rang_buoc.tree import Name, RangBuoc

KEY = "rang_buoc"


def read_constraints(fields: Fields) -> tuple[RangBuoc, ...]:
    """Return the constraints listed under `rang_buoc`.

    An entry is a formula, or a mapping: `cong_thuc` (the formula), `y_nghia` (what it means in
    words), `thuong: true` (usually holds). Notes DL-132 for what is no formula.
    """
    raw = fields.take(KEY)
    if raw is None:
        return ()
    found = []
    for number, item in enumerate(raw.items if isinstance(raw, RawList) else (raw,), start=1):
        path = f"{KEY}[{number}]"
        if isinstance(item, RawMap):
            found.append(_mapping(Fields(item, fields.problems, path)))
        elif isinstance(item, RawScalar):
            found.append(_parsed(item, path, fields.problems))
        else:
            fields.wrong(KEY, Message("danh sách công thức", "a list of formulas"), item.where)
    return tuple(one for one in found if one is not None)


def _mapping(fields: Fields) -> RangBuoc | None:
    written = fields.require("cong_thuc")
    meaning = fields.text("y_nghia", required=False)
    usually = fields.flag("thuong")
    fields.close()
    if not isinstance(written, RawScalar):
        return None
    found = _parsed(written, fields.path, fields.problems)
    return replace(found, y_nghia=meaning, thuong=usually) if found else None


def _parsed(raw: RawScalar, path: str, problems: Problems) -> RangBuoc | None:
    where = replace(raw.where, path=path)
    try:
        return replace(parse(raw.text), where=where)
    except FormulaError as error:
        hint = Message(
            "Ví dụ: sl.kiem_tra.tong = sl.kiem_tra.xa + sl.kiem_tra.huyen, hoặc ct.a <= 4:1.3.",
            "For example: sl.kiem_tra.tong = sl.kiem_tra.xa + sl.kiem_tra.huyen, or ct.a <= 4:1.3.",
        )
        problems.error("DL-132", where, error.message, hint)
        return None


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The names a constraint may use: concepts, rows (`4:1.3`), and the tree of free figures.

    What is None is not known here and not looked up. `no_free` says why no free figure may be
    named, where none may.
    """

    concepts: Iterable[str] | None = None
    rows: Iterable[str] | None = None
    free: Mapping[str, object] | None = None
    no_free: Message | None = None


def check_names(constraints: Iterable[RangBuoc], known: Vocabulary, problems: Problems) -> None:
    """Note every name that is not known (DL-133), with the nearest one as a hint.

    Names with `@` speak of other reports and are not looked up, but for indicators: a concept
    keeps its name from form set to form set.
    """
    for one in constraints:
        for name in (*names(one.left), *names(one.right)):
            _check(name, one.where, known, problems)


def _check(name: Name, where: Where, known: Vocabulary, problems: Problems) -> None:
    if name.root == "sl" and known.no_free and not name.ky:
        _unknown(name.text, known.no_free, where, problems)
    elif name.root == "sl":
        if known.free is not None and not name.ky:
            _check_free(name, known.free, where, problems)
    elif name.root == "bieu":
        if known.rows is not None and not name.ky and ":".join(name.path) not in known.rows:
            _unknown(name.text, did_you_mean(":".join(name.path), known.rows), where, problems)
    elif known.concepts is not None and (len(name.path) > 1 or name.path[0] not in known.concepts):
        _unknown(name.text, did_you_mean(name.path[0], known.concepts), where, problems)


def _check_free(name: Name, tree: Mapping[str, object], where: Where, problems: Problems) -> None:
    """Look a free figure up; of a list with `[*]`, in each entry until one has it."""
    here: list[object] = [tree]
    for step in name.path:
        found = [inner for group in here for inner in _inside(group, step)]
        if not found and any(isinstance(group, tuple) and not group for group in here):
            return  # an empty list has no entries to look at
        if not found:
            known = {key for group in here if isinstance(group, Mapping) for key in group}
            _unknown(name.text, did_you_mean(step, sorted(known)), where, problems)
            return
        here = found


def _inside(group: object, step: str) -> Iterable[object]:
    if isinstance(group, Mapping):
        return (group[step],) if step in group else ()
    if isinstance(group, tuple) and step == EACH:
        return group
    number = int(step) if step.isdecimal() else 0
    return (group[number - 1],) if isinstance(group, tuple) and 0 < number <= len(group) else ()


def _unknown(text: str, hint: Message | None, where: Where, problems: Problems) -> None:
    message = Message(
        f"Ràng buộc nhắc tới “{text}”, nhưng không có số liệu nào tên như vậy.",
        f"The constraint names “{text}”, but there is no such figure.",
    )
    problems.error("DL-133", where, message, hint)
