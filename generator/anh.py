"""Pictures in a report: files that lie beside the data file, named by the data or the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.errors import FilterError
from generator.problem import Message, Problem, Stopped, Where
from generator.word.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Callable


def picture_function(load: Callable[[str], bytes]) -> Callable[..., Picture]:
    """Return what templates call `anh`; `load` reads a file beside the data or raises Stopped."""

    def anh(
        tep: object, rong: float | None = None, cao: float | None = None, mo_ta: str = ""
    ) -> Picture:
        try:
            data = load(str(tep))
        except Stopped as stopped:
            why = stopped.problems[0]
            raise FilterError(
                Message(f"Ảnh “{tep}”: {why.message.vi}", f"Picture “{tep}”: {why.message.en}"),
                why.hint,
            ) from stopped
        return Picture(data=data, width_mm=rong, height_mm=cao, description=mo_ta)

    return anh


def no_files(path: str) -> bytes:
    """Refuse every file, for a report made from bytes alone. Raises Stopped (HT-011)."""
    raise Stopped([not_beside(path)])


def not_beside(path: str) -> Problem:
    """Return the refusal of a file that does not lie beside the data (HT-011)."""
    return Problem(
        code="HT-011",
        message=Message(
            "Tệp phải nằm cùng thư mục với tệp dữ liệu.",
            "The file must lie in the folder of the data file.",
        ),
        where=Where(file=path),
        hint=Message(
            "Chép tệp vào cạnh tệp dữ liệu rồi ghi tên tệp.",
            "Copy it beside the data file and give its name.",
        ),
    )
