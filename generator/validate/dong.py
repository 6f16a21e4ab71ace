"""Which row of a form the data mean: by its code, else by the label that stands beside the value.

Workbooks state labels, `chi_tieu`, and the numbers that are printed, `stt`. A label alone is enough
where no other row of the form bears it; a label that is another row's than the code's means that
rows were shifted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.problem import Message
from generator.raw import RawMap, RawScalar
from generator.suggest import did_you_mean, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.bieu_mau import BieuMau, ChiTieu
    from generator.fields import Problems
    from generator.problem import Where
    from generator.raw import Raw

LABEL, NUMBER = "chi_tieu", "stt"


class Rows:
    """The rows of one form, to be found by what the data say of them."""

    def __init__(self, form: BieuMau, unit_name: str, problems: Problems) -> None:
        """Find rows of `form`; `{don_vi}` in its labels stands for `unit_name`."""
        self._form, self._by_code = form, form.by_code
        self._unit_name = unit_name
        self._problems = problems

    def find(self, key: RawScalar, raw: Raw, where: Where) -> ChiTieu | None:
        """Return the row that `key` names, or the label in `raw`; None where a problem is noted.

        Notes DL-031 (no such row), DL-093 (code and label are those of two rows), DL-094 (a label
        that several rows bear).
        """
        row = self._by_code.get(key.text)
        said = raw.values if isinstance(raw, RawMap) else {}
        label = said.get(LABEL)
        if not isinstance(label, RawScalar) or (row and label.text == row.nhan):
            return row or self._unknown(key, where, self._by_code)
        bearing = [one for one in self._form.chi_tieu if self._label(one) == _folded(label.text)]
        if row is None:
            return self._by_label(key, _narrowed(bearing, said.get(NUMBER)), where)
        if bearing and row not in bearing:
            self._contradiction(row, bearing[0], replace(label.where, path=where.path))
            return None
        return row

    def _by_label(self, key: RawScalar, bearing: list[ChiTieu], where: Where) -> ChiTieu | None:
        if not bearing:
            return self._unknown(key, where, [one.nhan for one in self._form.chi_tieu])
        if len(bearing) == 1:
            return bearing[0]
        codes = ", ".join(one.ma for one in bearing)
        message = Message(
            f"Biểu mẫu {self._form.so} có nhiều dòng “{bearing[0].nhan}”: {codes}.",
            f"Form {self._form.so} has several rows “{bearing[0].nhan}”: {codes}.",
        )
        hint = Message("Ghi mã của dòng.", "Write the code of the row.")
        self._problems.error("DL-094", replace(key.where, path=where.path), message, hint)
        return None

    def _label(self, row: ChiTieu) -> str:
        return _folded(row.nhan.replace("{don_vi}", self._unit_name))

    def _unknown(self, key: RawScalar, where: Where, known: Iterable[str]) -> ChiTieu | None:
        message = Message(
            f"Biểu mẫu {self._form.so} không có chỉ tiêu mã “{key.text}”.",
            f"Form {self._form.so} has no indicator “{key.text}”.",
        )
        place = replace(key.where, path=where.path)
        self._problems.error("DL-031", place, message, did_you_mean(key.text, known))
        return None

    def _contradiction(self, row: ChiTieu, labelled: ChiTieu, where: Where) -> None:
        message = Message(
            f"Mã {row.ma} đứng cạnh tên chỉ tiêu của dòng {labelled.ma}.",
            f"The code {row.ma} stands beside the label of row {labelled.ma}.",
        )
        hint = Message(
            "Có thể các dòng bị lệch: đối chiếu mã, tên chỉ tiêu và số liệu.",
            "Rows may have been shifted: compare codes, labels and values.",
        )
        self._problems.error("DL-093", where, message, hint)


def _narrowed(rows: list[ChiTieu], number: Raw | None) -> list[ChiTieu]:
    """Return those of `rows` that are printed with a number, where that tells them apart."""
    if not isinstance(number, RawScalar) or len(rows) == 1:
        return rows
    return [row for row in rows if row.stt.rstrip(".") == number.text.rstrip(".")] or rows


def _folded(label: str) -> str:
    return plain(" ".join(label.split()))
