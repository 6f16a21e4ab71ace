"""A template set: the Word file, the outline and the choice of forms that make one kind of report.

It stands in one folder of `templates/`, described by its `bo-mau.yaml`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.fields import Fields, Problems
from generator.problem import Message, Stopped
from generator.raw import RawScalar

if TYPE_CHECKING:
    from generator.raw import RawMap

TWIPS_PER_CM = 567
_DEFAULT_WIDTH = Decimal("16.5")


class BoMau(Struct, frozen=True, kw_only=True):
    """What `bo-mau.yaml` says: names of files in the same folder, and which forms belong to it.

    `che_do` and `cap` (reporting regime and level) choose the form set in force on the last day of
    the period; both are empty for a report without forms. `text_width` is in twips.
    """

    ten: str
    ten_day_du: str
    mau: str
    de_cuong: str
    che_do: str
    cap: str
    text_width: int


def read_bo_mau(raw: RawMap) -> BoMau:
    """Return the template set described by `raw`. Raises Stopped with every fault of the file."""
    problems = Problems()
    fields = Fields(raw, problems)
    forms = fields.inner("bieu_mau")
    bo_mau = BoMau(
        ten=fields.text("ten"),
        ten_day_du=fields.text("ten_day_du", required=False),
        mau=_file_name(fields, "mau"),
        de_cuong=_file_name(fields, "de_cuong"),
        che_do=forms.text("che_do") if forms else "",
        cap=forms.text("cap") if forms else "",
        text_width=_text_width(fields),
    )
    if forms:
        forms.close()
    fields.close()
    if problems.found:
        raise Stopped(problems.found)
    return bo_mau


def _file_name(fields: Fields, key: str) -> str:
    name = fields.text(key)
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
