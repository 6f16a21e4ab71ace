"""Sample data from a real data file: nothing given, one of each, many with the longest names.

Layout faults show at the ends: a table without rows, a line that breaks, a number wider than its
column. A sample is a data file like any other (`Sample.on(period)` returns its bytes), so that it
goes the whole journey of a report.
"""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from generator.figure import Kind
from generator.raw import RawList, RawMap, RawScalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.bieu_mau import BoBieuMau, ChiTieu
    from generator.don_vi import DanhMuc, DonVi
    from generator.period import Ky
    from generator.raw import Raw

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | Decimal | date | None"


class Case(StrEnum):
    """Which data a preview shows."""

    REAL = "that"
    NONE = "rong"
    ONE = "mot"
    MANY = "nhieu"


_BLANK: Final = "trong"
_MANY: Final = 25
_NAME: Final = "Nguyễn Phúc Thị Phương Thảo Quỳnh Trang"
_TAIL: Final = " và các cơ quan, đơn vị sự nghiệp công lập trực thuộc trên địa bàn toàn tỉnh"
_BODIES: Final = (
    "Ban Chỉ đạo cải cách hành chính và chuyển đổi số của tỉnh",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
    "Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và đơn vị sự nghiệp công lập trực thuộc",
)
_PERCENT: Final = re.compile(r"[0-9.,]+ ?%")
_FRACTION: Final = re.compile(r"[0-9]+/[0-9]+")
_TESTED: Final = re.compile(r"\b(?P<root>sl|vb)\.(?P<path>[a-z0-9_.]+) is (?:not )?defined")
_ROOTS: Final = {"sl": "so_lieu", "vb": "van_ban"}
_OWN_TEXT: Final = ("rang_buoc", "chap_nhan")  # what is said of figures that are not there now


class Sample(Struct, frozen=True, kw_only=True):
    """Sample data of one case: what the data file says, ready to be written."""

    tree: dict[str, Tree]

    def on(self, ky: Ky | None = None) -> bytes:
        """Return the data file, of another period if one is given; each field on its own line."""
        tree = {**self.tree, "ky": str(ky)} if ky else self.tree
        lines = (f"{json.dumps(name)}: {_flow(value)}" for name, value in tree.items())
        return "\n".join(lines).encode()


def sample(
    case: Case, raw: RawMap, forms: BoBieuMau | None, *, unit: str = "", optional: Iterable[str]
) -> Sample:
    """Return the sample of `case` made from the data file `raw`.

    `forms` is its form set: every row of every form is given, whatever the file gives. `unit` takes
    the place of the unit. `optional` are names as templates write them (`sl.kiem_tra`): where
    nothing is given, they are not there at all.
    """
    changed: dict[str, Callable[[Raw], Tree]] = {
        "so_lieu": lambda value: _free(value, case),
        "van_ban": lambda value: _documents(value, case),
        "nguoi_ky": lambda value: _signer(value, case),
        "noi_nhan": lambda value: _receivers(value, case),
    }
    tree: dict[str, Tree] = {
        key.text: changed.get(key.text, _copy)(value)
        for key, value in raw.entries()
        if key.text not in _OWN_TEXT
    }
    if unit:
        tree["don_vi"] = unit
    if forms:
        tree["bo_bieu_mau"] = forms.ten
        tree["bieu_mau"] = {
            form.so: {row.ma: _row(row, case) for row in form.chi_tieu if _is_asked(row, case)}
            for form in forms.bieu_mau
        }
    if case is Case.NONE:
        tree["so"] = _BLANK
        for name in optional:
            root, _, path = name.partition(".")
            _drop(tree.get(_ROOTS[root]), path.split("."))
    if case is Case.MANY:
        tree["so"] = 1234
        tree["kinh_gui"] = [_BODIES[0]]
        tree["ngay"] = _late(raw.get("ngay"))
    return Sample(tree=tree)


def bare(ky: str, don_vi: str, bo_mau: str, nam: int) -> bytes:
    """Return the least data file there can be, for a template set that has none yet."""
    head: dict[str, Tree] = {
        "ky": ky,
        "don_vi": don_vi,
        "bo_mau": bo_mau,
        "so": _BLANK,
        "ngay": {"ngay": _BLANK, "thang": _BLANK, "nam": nam},
        "noi_nhan": [_BODIES[0]],
        "luu": ["VT"],
        "nguoi_ky": {"ten": "Nguyễn Văn A", "chuc_vu": _BLANK},
    }
    return Sample(tree=head).on()


def optional_names(text: str) -> frozenset[str]:
    """Return the free names (`sl.kiem_tra`) that a template can do without: it asks for them."""
    found = _TESTED.finditer(text)
    return frozenset(f"{one['root']}.{one['path'].rstrip('.')}" for one in found)


def longest_unit(register: DanhMuc, like: DonVi, on: date) -> str:
    """Return the code of the unit with the longest name among those that work as `like` does."""
    fitting = [
        one
        for one in register.don_vi
        if one.exists(on)
        and (one.cap, one.tap_the, one.chuc_danh) == (like.cap, like.tap_the, like.chuc_danh)
    ]
    return max(fitting, key=lambda one: (len(one.day_du), one.ma), default=like).ma


# --- rows of forms --------------------------------------------------------------------------------


def _is_asked(row: ChiTieu, case: Case) -> bool:
    """Tell whether the sample states a row; what follows from others is left to be computed."""
    return not row.is_heading and (row.cong_thuc is None or case is Case.NONE)


def _row(row: ChiTieu, case: Case) -> Tree:
    if case is Case.NONE:
        return _BLANK
    codes = tuple(row.gia_tri_cho_phep)
    one: dict[Kind, Tree] = {Kind.PERCENT: 100, Kind.FRACTION: "1/1", Kind.TEXT: "x"}
    many: dict[Kind, Tree] = {
        Kind.PERCENT: Decimal("99.99"),
        Kind.MONEY: Decimal("1234567.89"),
        Kind.DECIMAL: Decimal("12345.67"),
        Kind.FRACTION: "1234/1234",
        Kind.TEXT: _BODIES[0],
    }
    if case is Case.ONE:
        return codes[0] if codes else one.get(row.loai, 1)
    value = codes[-1] if codes else many.get(row.loai, 1_234_567)
    return {"gia_tri": value, "ghi_chu": _BODIES[2]}


# --- free figures and everything else -------------------------------------------------------------


def _copy(raw: Raw) -> Tree:
    if isinstance(raw, RawMap):
        return {key.text: _copy(value) for key, value in raw.entries()}
    if isinstance(raw, RawList):
        return [_copy(item) for item in raw.items]
    return raw.text if raw.quoted else raw.value


def _free(raw: Raw, case: Case) -> Tree:
    if isinstance(raw, RawMap):
        return {key.text: _free(value, case) for key, value in raw.entries()}
    if isinstance(raw, RawList):
        items = [_free(item, case) for item in raw.items]
        return _repeated(items, case)
    return _leaf(raw, case)


def _repeated(items: list[Tree], case: Case) -> list[Tree]:
    if case is Case.MANY and items:
        return (items * (_MANY // len(items) + 1))[: max(_MANY, len(items))]
    return items[:1] if case is Case.ONE else []


def _leaf(raw: RawScalar, case: Case) -> Tree:
    """Return a free value: figures differ from case to case, words are only made longer."""
    text = raw.text
    if raw.quoted and text.isdigit():  # a year, a telephone number
        return text
    if isinstance(raw.value, date):
        return _BLANK if case is Case.NONE else raw.value
    for pattern, one, many in ((_PERCENT, "100%", "99,99%"), (_FRACTION, "1/1", "1234/1234")):
        if pattern.fullmatch(text):
            return _BLANK if case is Case.NONE else one if case is Case.ONE else many
    if isinstance(raw.value, str) and text != _BLANK:
        return text + _TAIL if case is Case.MANY and " " in text else text
    wide = int(raw.value) * 100 + 88 if isinstance(raw.value, int | Decimal) else 12_345
    return _BLANK if case is Case.NONE else 1 if case is Case.ONE else wide


def _documents(raw: Raw, case: Case) -> Tree:
    tree = _copy(raw)
    if case is not Case.MANY or not isinstance(tree, dict):
        return tree
    for document in tree.values():
        if isinstance(document, dict) and document.get("trich_yeu"):
            document["trich_yeu"] = f"{document['trich_yeu']}{_TAIL}"
    return tree


def _signer(raw: Raw, case: Case) -> Tree:
    tree = _copy(raw)
    if isinstance(tree, dict) and case is not Case.ONE:
        tree["ten"] = _NAME if case is Case.MANY else _BLANK
    return tree


def _receivers(raw: Raw, case: Case) -> Tree:
    tree = _copy(raw)
    if not isinstance(tree, list):
        return tree
    return [*tree, *_BODIES[1:]] if case is Case.MANY else tree[:1]


def _late(raw: Raw | None) -> Tree:
    """Return a full date, as wide as any, in the year of `raw`."""
    if isinstance(raw, RawMap):
        return {"ngay": 28, "thang": 12, "nam": _copy(raw.values["nam"])}
    return _copy(raw) if raw else None


def _drop(tree: Tree, path: list[str]) -> None:
    if not isinstance(tree, dict) or path[0] not in tree:
        return
    if len(path) == 1:
        del tree[path[0]]
    else:
        _drop(tree[path[0]], path[1:])


def _flow(tree: Tree) -> str:
    """Return a value as YAML on one line."""
    if isinstance(tree, dict):
        inner = ", ".join(f"{json.dumps(name)}: {_flow(value)}" for name, value in tree.items())
        return f"{{{inner}}}"
    if isinstance(tree, list):
        return f"[{', '.join(map(_flow, tree))}]"
    if isinstance(tree, str):
        return json.dumps(tree, ensure_ascii=False)
    if tree is None or isinstance(tree, bool):
        return json.dumps(tree)
    return str(tree)
