"""What the templates of these tests are held against: names and pieces made up here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.context import GLOBALS
from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.filters import filters
from generator.formats.printed import PrintedFigure
from generator.lint import House, lint_docx
from generator.names.known import world_of
from generator.problem import Message, Problem, Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATTER = formatter("vi")


def _figure(number: int, status: Status = Status.GIVEN) -> PrintedFigure:
    value = Decimal(number) if status is Status.GIVEN else None
    figure = Figure(kind=Kind.COUNT, number=value, status=status)
    return PrintedFigure(so_lieu_goc=figure, formatter=FORMATTER)


SAMPLE: Mapping[str, object] = {
    "sl": {
        "kiem_tra": {"so_xa": _figure(7), "ngay_xong": date(2022, 3, 1)},
        "tap_huan": ({"ten": "CCHC", "so_nguoi": _figure(40)},),
        "chua_biet": _figure(0, Status.BLANK),
        "ghi_chu": "lũy kế",
    },
    "vb": {"kh_cchc": object()},
}


def house(pieces: Mapping[str, bytes] | None = None, *, styles: tuple[str, ...] = ()) -> House:
    """Return the house of a template set with an outline, one sample and the given pieces."""
    known = pieces or {}

    def load(name: str) -> tuple[bytes, str]:
        if name not in known:
            problem = Problem(code="HT-001", message=Message("không có", "none"), where=Where())
            raise Stopped([problem])
        return known[name], f"chung/{name}.docx"

    return House(
        world=world_of(("tin_bai", "van_ban_chi_dao"), [SAMPLE]),
        load=load,
        filters=filters(FORMATTER),
        functions={**GLOBALS, "anh": lambda *_: None},
        styles=styles,
    )


def faults(blob: bytes, own: House | None = None) -> list[str]:
    """Return the faults of a template as `MA-061 đoạn 1, "{{ ky.tenn }}"`; the body is not named.

    Fewer words make a table of them readable.
    """
    found = lint_docx(blob, "mau.docx", own or house()).problems
    return [f"{problem.code} {told(problem.where)}".strip() for problem in found]


def told(where: Where) -> str:
    """Return a place without the file and the word for the body."""
    body = where.part is not None and where.part.en == "body"
    file = "" if where.file == "mau.docx" else where.file
    return replace(where, file=file, part=None if body else where.part).describe()
