"""A figure: one reported value with its kind and its status.

A figure knows nothing of how it is written; `generator.formats` writes it, per locale.
"""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003  # tests make figures from their annotations
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What sort of value an indicator or a free figure holds (names as used in data files)."""

    COUNT = "so_luong"
    DECIMAL = "so"
    PERCENT = "ty_le"
    ENUMERATED = "ma"
    MONEY = "trieu_dong"
    FRACTION = "phan_so"
    TEXT = "van_ban"
    HEADING = "de_muc"


class Status(StrEnum):
    """Whether a value is there, and if not, why not. Zero is a value and so is `GIVEN`."""

    GIVEN = "co"
    BLANK = "trong"
    NOT_ARISING = "khong_phat_sinh"
    NOT_REPORTED = "chua_bao_cao"


class Figure(Struct, frozen=True, kw_only=True, gc=False):
    """One value.

    `number` is the count, the amount (money: triệu đồng), the percentage (98.06 for 98,06%), the
    enumerated code, or the numerator of a fraction whose denominator is `total`. A percentage
    that has a `total` is stated as a fraction too: `number` and `total` are then n and m, and the
    percentage follows from them (`100% (18/18)`). `text` holds
    the words of a `TEXT` figure. Unless `status` is `GIVEN`, all three are empty. `computed` marks
    a ratio that was worked out from its operands, not stated in the data.
    """

    kind: Kind
    status: Status = Status.GIVEN
    number: Decimal | None = None
    total: Decimal | None = None
    text: str = ""
    computed: bool = False

    @property
    def is_given(self) -> bool:
        """Whether there is a value to print and to add up."""
        return self.status is Status.GIVEN
