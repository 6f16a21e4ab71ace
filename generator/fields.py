"""Typed reading of raw mappings: every wrong field becomes a problem, and reading goes on.

Used wherever a file of ours is read: data, form sets, the register of units.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.problem import Message, Problem, Severity
from generator.raw import Raw, RawList, RawMap, RawScalar, is_empty
from generator.suggest import did_you_mean
from generator.workbook_layout import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.problem import Where


_DAY_FIRST = re.compile(r"(?P<d>[0-9]{1,2})[/.-](?P<m>[0-9]{1,2})[/.-](?P<y>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<y>[0-9]{4})[/.-](?P<m>[0-9]{1,2})[/.-](?P<d>[0-9]{1,2})")


class Problems:
    """Collects the problems of one stage."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[Problem] = []

    def error(self, code: str, where: Where, message: Message, hint: Message | None = None) -> None:
        """Note something that stops the report."""
        self.found.append(Problem(code=code, message=message, where=where, hint=hint))

    def warn(self, code: str, where: Where, message: Message, hint: Message | None = None) -> None:
        """Note something the user should see, but which stops nothing."""
        problem = Problem(
            code=code, message=message, where=where, hint=hint, severity=Severity.WARNING
        )
        self.found.append(problem)


class Fields:
    """The fields of one mapping. A field asked for is known; `close` reports all others.

    `path` is the name of the mapping inside the file (`nguoi_ky`), empty for the file itself.
    `examples` show how a missing field is written, by its full name (`nguoi_ky.ten`).
    """

    def __init__(
        self,
        raw: RawMap,
        problems: Problems,
        path: str = "",
        examples: Mapping[str, str] | None = None,
    ) -> None:
        """Read `raw`; what is wrong goes to `problems`."""
        self.raw = raw
        self.problems = problems
        self.path = path
        self.examples = examples or {}
        self._known: list[str] = []

    def at(self, key: str) -> Where:
        """Return the place of the value under `key`, or of the mapping where it has none."""
        value = self.raw.get(key)
        where = value.where if value is not None else self.raw.where
        return replace(where, path=self._name(key))

    def at_name(self, key: str) -> Where:
        """Return the place of the name `key` itself, or of the mapping where it is absent."""
        name = self.raw.keys.get(key)
        return replace(name.where, path=self._name(key)) if name else self.at(key)

    @property
    def in_workbook(self) -> bool:
        """Whether the fields stand in a workbook, whose users know labels and no keys."""
        return bool(self.raw.where.sheet)

    def shown(self, key: str) -> str:
        """Return the name of a field as its file has it: a key, or the label in a workbook."""
        return label_of(self._name(key)) if self.in_workbook else key

    def take(self, key: str) -> Raw | None:
        """Return the raw value of an optional field; an empty one counts as absent."""
        self._known.append(key)
        value = self.raw.values.get(key)
        # -- most optional fields are absent: a fourth of reading a form set --
        return None if value is None or is_empty(value) else value

    def require(self, key: str) -> Raw | None:
        """Return the raw value of a field; its absence is a problem (DL-011)."""
        value = self.take(key)
        if value is None:
            self._missing(key)
        return value

    def text(self, key: str, *, required: bool = True) -> str:
        """Return a text as written (`04` stays `04`); empty where it is absent or wrong."""
        value = self.require(key) if required else self.take(key)
        if value is None:
            return ""
        if isinstance(value, RawScalar):
            text = value.text.strip()
            if required and not text:
                self._missing(key)
            return text
        self.wrong(key, Message("một giá trị chữ", "a text"))
        return ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one."""
        value = self.require(key) if required else self.take(key)
        if isinstance(value, RawScalar):
            return (value.text.strip(),)
        if isinstance(value, RawList):
            return tuple(self._text_of(key, item) for item in value.items)
        if value is not None:
            self.wrong(key, Message("một danh sách", "a list"))
        return ()

    def flag(self, key: str) -> bool:
        """Return a field that is `true` or `false`; absent means false."""
        value = self.take(key)
        if value is None:
            return False
        if isinstance(value, RawScalar) and isinstance(value.value, bool):
            return value.value
        yes = Message("`true` hoặc `false`", "`true` or `false`")
        in_cell = Message("“x” hoặc để trống", "“x” or nothing")
        self.wrong(key, in_cell if self.in_workbook else yes)
        return False

    def date(self, key: str) -> date | None:
        """Return an optional date; what is no date is a problem (DL-013)."""
        value = self.take(key)
        return None if value is None else date_of(value, self.at(key), self.problems)

    def inner(self, key: str, *, required: bool = False) -> Fields | None:
        """Return the fields of a mapping inside this one."""
        value = self.require(key) if required else self.take(key)
        if isinstance(value, RawMap):
            return Fields(value, self.problems, self._name(key), self.examples)
        if value is not None:
            self.wrong(key, Message("các dòng `tên: giá trị`", "lines `name: value`"))
        return None

    def each(self, key: str, *, required: bool = False) -> Iterator[Fields]:
        """Give the fields of every mapping in a list."""
        value = self.require(key) if required else self.take(key)
        if value is None:
            return
        items = value.items if isinstance(value, RawList) else (value,)
        for number, item in enumerate(items, start=1):
            if isinstance(item, RawMap):
                yield Fields(item, self.problems, f"{self._name(key)}[{number}]")
            else:
                self.wrong(key, Message("một danh sách các mục", "a list of entries"), item.where)

    def one_of(self, key: str, allowed: Iterable[str], default: str = "") -> str:
        """Return one of the words `allowed` (DL-014), `default` where it is absent."""
        word = self.text(key, required=not default) or default
        words = list(allowed)
        if word and word not in words:
            self.unknown_word("DL-014", word, words, self.at(key))
            return default
        return word

    def unknown_word(self, code: str, word: str, known: Iterable[str], where: Where) -> None:
        """Note a word that is not among those known, with the nearest one as a hint."""
        message = Message(f"Không có giá trị “{word}”.", f"There is no value “{word}”.")
        self.problems.error(code, where, message, did_you_mean(word, known))

    def wrong(self, key: str, wanted: Message, where: Where | None = None) -> None:
        """Note a value of the wrong type (DL-012); `wanted` names what should stand there."""
        name = self.shown(key)
        self.problems.error(
            "DL-012",
            replace(where, path=self._name(key)) if where else self.at(key),
            Message(f"“{name}” phải là {wanted.vi}.", f"“{name}” must be {wanted.en}."),
        )

    def close(self) -> None:
        """Report every field nobody asked for (DL-010)."""
        for name, key in self.raw.keys.items():
            if name not in self._known:
                message = Message(f"Không có mục nào tên “{name}”.", f"Unknown name “{name}”.")
                unused = [known for known in self._known if known not in self.raw.keys]
                where = replace(key.where, path=self.path)
                self.problems.error("DL-010", where, message, did_you_mean(name, unused))

    def _text_of(self, key: str, item: Raw) -> str:
        if isinstance(item, RawScalar) and item.text.strip():
            return item.text.strip()
        self.wrong(key, Message("một danh sách các giá trị chữ", "a list of texts"), item.where)
        return ""

    def _missing(self, key: str) -> None:
        name = self.shown(key)
        message = Message(f"Thiếu “{name}”.", f"“{name}” is missing.")
        example = self.examples.get(self._name(key), "")
        if self.in_workbook and example.startswith("{"):  # of several cells
            example = ""
        written = f"“{example}”" if self.in_workbook else f"`{key}: {example}`"
        hint = Message(f"Ví dụ: {written}.", f"For example: {written}.")
        self.problems.error("DL-011", self.at(key), message, hint if example else None)

    def _name(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def date_of(raw: Raw, where: Where, problems: Problems) -> date | None:
    """Return the date a value stands for, YYYY-MM-DD with or without quotes; else DL-013.

    In a workbook, where Excel itself writes 18/03/2022, it may be written so as text too.
    """
    if isinstance(raw, RawScalar):
        if isinstance(raw.value, date):
            return raw.value
        try:
            return date.fromisoformat(raw.text)
        except ValueError:
            pass
        day = day_first(raw.text) if raw.where.sheet else None
        if day:
            return day
        text = raw.text
    else:
        text = "…"
    problems.error("DL-013", where, *_no_date(text))
    return None


def day_first(text: str) -> date | None:
    """Return the day that is written day, month, year; None for anything else.

    >>> day_first("18/03/2022")
    datetime.date(2022, 3, 18)
    """
    found = _DAY_FIRST.fullmatch(text.strip())
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        return None


def _no_date(text: str) -> tuple[Message, Message]:
    """Say what is wrong with a date, and how the same day is written, if it is one at all."""
    how = Message("Viết năm-tháng-ngày, ví dụ 2022-03-18.", "Write it as 2022-03-18.")
    found = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if found is None:
        return Message(f"“{text}” không phải là một ngày.", f"“{text}” is not a date."), how
    try:
        meant = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return Message(f"“{text}” không phải là ngày có thật.", f"“{text}” is no real date."), how
    return (
        Message(f"Ngày “{text}” chưa đúng cách viết.", f"“{text}” is not written as a date."),
        Message(f"Viết {meant.isoformat()}.", f"Write {meant.isoformat()}."),
    )
