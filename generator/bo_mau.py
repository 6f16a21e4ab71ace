"""A template set: the Word file, the outline and the choice of forms that make one kind of report.

It stands in one folder of `templates/`, described by its `bo-mau.yaml`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.fields import Fields, Problems
from generator.problem import Message, Problem, Stopped
from generator.rang_buoc import read_constraints
from generator.raw import RawScalar
from generator.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problem import Where
    from generator.rang_buoc import RangBuoc
    from generator.raw import RawMap

TWIPS_PER_CM = 567
_DEFAULT_WIDTH = Decimal("16.5")


class BoMau(Struct, frozen=True, kw_only=True):
    """What `bo-mau.yaml` says: names of files in the same folder, and which forms belong to it.

    `de_cuong` is empty where the whole text stands in the Word file. `che_do` and `cap` (reporting
    regime and level) choose the form set in force on the last day of the period; both are empty
    for a report without forms. `text_width` is in twips. `tong_hop` names the indicators that a
    table of units shows in a rolled-up report; empty: every ratio (see `generator.rollup`).
    `rang_buoc` are constraints on the figures of every report of this kind.
    """

    ten: str
    ten_day_du: str
    mau: str
    de_cuong: str
    che_do: str
    cap: str
    text_width: int
    tong_hop: tuple[str, ...] = ()
    rang_buoc: tuple[RangBuoc, ...] = ()


def no_such_set(name: str, known: Iterable[str], where: Where, *, code: str = "HT-051") -> Problem:
    """Return the problem of a template set `name` that is not among those `known`.

    HT-051 is of a command line; a data file that names the set has a code of its own (DL-026).
    """
    message = Message(f"Không có bộ mẫu “{name}”.", f"There is no template set “{name}”.")
    return Problem(code=code, message=message, where=where, hint=did_you_mean(name, known))


def read_bo_mau(raw: RawMap, folder: str = "") -> BoMau:
    """Return the template set described by `raw`. Raises Stopped with every fault of the file.

    It must be called as its `folder` is, where one is given: its other files are looked for there.
    """
    problems = Problems()
    fields = Fields(raw, problems)
    forms = fields.inner("bieu_mau")
    bo_mau = BoMau(
        ten=fields.text("ten"),
        ten_day_du=fields.text("ten_day_du", required=False),
        mau=_file_name(fields, "mau"),
        de_cuong=_file_name(fields, "de_cuong", required=False),
        che_do=forms.text("che_do") if forms else "",
        cap=forms.text("cap") if forms else "",
        text_width=_text_width(fields),
        tong_hop=fields.texts("tong_hop"),
        rang_buoc=read_constraints(fields),
    )
    if folder and bo_mau.ten not in ("", folder):
        wanted = f"“{folder}”"
        fields.wrong("ten", Message(f"{wanted}, tên thư mục của bộ mẫu", f"{wanted}, its folder"))
    if forms:
        forms.close()
    fields.close()
    if problems.found:
        raise Stopped(problems.found)
    return bo_mau


def _file_name(fields: Fields, key: str, *, required: bool = True) -> str:
    name = fields.text(key, required=required)
    if "/" in name or "\\" in name or name.startswith("."):
        fields.wrong(
            key,
            Message("tên một tệp trong cùng thư mục", "the name of a file in the same folder"),
        )
    return name


def _text_width(fields: Fields) -> int:
    value = fields.take("rong_van_ban")
    number: object = value.value if isinstance(value, RawScalar) else value
    if number is None:
        number = _DEFAULT_WIDTH
    if not isinstance(number, int | Decimal) or not 1 <= number <= 50:
        fields.wrong("rong_van_ban", Message("số cm, từ 1 đến 50", "a number of cm, 1 to 50"))
        return 0
    return round(number * TWIPS_PER_CM)
