"""Sample data from a real data file: nothing given, one of each, many with the longest names.

Layout faults show at the ends: a table without rows, a line that breaks, a number wider than its
column. A sample is a data file like any other (`Sample.on(period)` returns its bytes), so that it
goes the whole journey of a report.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.preview.values import BLANK, BODIES, NAME, TAIL, Case, as_written, leaf, row_value
from generator.raw import RawList, RawMap

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.bieu_mau import BoBieuMau, ChiTieu
    from generator.don_vi import DanhMuc, DonVi
    from generator.period import Ky
    from generator.preview.values import Tree
    from generator.raw import Raw

_MANY: Final = 25
_OWN_TEXT: Final = ("rang_buoc", "chap_nhan")  # what is said of figures that are not there now


class Sample(Struct, frozen=True, kw_only=True):
    """Sample data of one case: what the data file says, ready to be written.

    `earlier` is what the unit's reports of other periods say, None where there are none.
    """

    tree: dict[str, Tree]
    earlier: dict[str, Tree] | None = None

    def on(self) -> bytes:
        """Return the data file; each field on its own line."""
        return written(self.tree)

    def before(self, ky: Ky) -> bytes | None:
        """Return the unit's data file of another period."""
        return written({**self.earlier, "ky": str(ky)}) if self.earlier is not None else None


def sample(case: Case, raw: RawMap, forms: BoBieuMau | None, *, unit: str = "") -> Sample:
    """Return the sample of `case` made from the data file `raw`.

    `forms` is its form set: every row of every form is given, whatever the file gives. `unit` takes
    the place of the unit.
    """
    changed: dict[str, Callable[[Raw], Tree]] = {
        "so_lieu": lambda value: _free(value, case),
        "van_ban": lambda value: _documents(value, case),
        "nguoi_ky": lambda value: _signer(value, case),
        "noi_nhan": lambda value: _receivers(value, case),
    }
    tree: dict[str, Tree] = {
        key.text: changed.get(key.text, as_written)(value)
        for key, value in raw.entries()
        if key.text not in _OWN_TEXT
    }
    if unit:
        tree["don_vi"] = unit
    if forms:
        tree["bo_bieu_mau"] = forms.ten
        tree["bieu_mau"] = {
            form.so: {row.ma: row_value(row, case) for row in form.chi_tieu if _is_asked(row, case)}
            for form in forms.bieu_mau
        }
    tree["so_lieu_minh_hoa"] = case is Case.MANY
    tree["kinh_gui"] = list(BODIES[: {Case.NONE: 0, Case.ONE: 1}.get(case, 2)])
    if case is Case.NONE:
        tree["so"] = BLANK
    if case is Case.MANY:
        tree["so"] = 1234
        tree["ngay"] = _late(raw.get("ngay"))
    # -- samples of earlier periods are like this one, so that comparisons are printed, too --
    return Sample(tree=tree, earlier=None if case is Case.NONE else {**tree})


def bare(ky: str, don_vi: str, bo_mau: str, nam: int) -> bytes:
    """Return the least data file there can be, for a template set that has none yet."""
    return written(
        {
            "ky": ky,
            "don_vi": don_vi,
            "bo_mau": bo_mau,
            "so": BLANK,
            "ngay": {"ngay": BLANK, "thang": BLANK, "nam": nam},
            "noi_nhan": [BODIES[0]],
            "luu": ["VT"],
            "nguoi_ky": {"ten": "Nguyễn Văn A", "chuc_vu": BLANK},
        }
    )


def longest_unit(register: DanhMuc, like: DonVi, on: date) -> str:
    """Return the code of the unit with the longest name among those that work as `like` does."""
    fitting = [
        one
        for one in register.don_vi
        if one.exists(on)
        and (one.cap, one.tap_the, one.chuc_danh) == (like.cap, like.tap_the, like.chuc_danh)
    ]
    return max(fitting, key=lambda one: (len(one.day_du), one.ma), default=like).ma


def _is_asked(row: ChiTieu, case: Case) -> bool:
    """Tell whether the sample states a row; what follows from others is left to be computed."""
    return not row.is_heading and (row.cong_thuc is None or case is Case.NONE)


# --- free figures and everything else -------------------------------------------------------------


def _free(raw: Raw, case: Case) -> Tree:
    if isinstance(raw, RawMap):
        return {key.text: _free(value, case) for key, value in raw.entries()}
    if isinstance(raw, RawList):
        items = [_free(item, case) for item in raw.items]
        return _repeated(items, case)
    return leaf(raw, case)


def _repeated(items: list[Tree], case: Case) -> list[Tree]:
    if case is Case.MANY and items:
        return (items * (_MANY // len(items) + 1))[: max(_MANY, len(items))]
    return items[:1] if case is Case.ONE else []


def _documents(raw: Raw, case: Case) -> Tree:
    tree = as_written(raw)
    if case is not Case.MANY or not isinstance(tree, dict):
        return tree
    for document in tree.values():
        if isinstance(document, dict) and document.get("trich_yeu"):
            document["trich_yeu"] = f"{document['trich_yeu']}{TAIL}"
    return tree


def _signer(raw: Raw, case: Case) -> Tree:
    """Return a signer: the head alone with one, with many a deputy for the head for the body."""
    tree = as_written(raw)
    if not isinstance(tree, dict):
        return tree
    if case is Case.NONE:
        return {**tree, "ten": BLANK}
    head = tree.get("ky_thay") or tree.get("chuc_vu") or BLANK
    if case is Case.ONE:
        name = tree.get("ten") if tree.get("ten") != BLANK else "Lê A"
        return {"ten": name, "chuc_vu": head, "thay_mat": BLANK}
    by_order = {"thua_lenh", "thua_uy_quyen"} & tree.keys()
    deputy = {} if by_order else {"ky_thay": head, "chuc_vu": f"Phó {head}"}
    return {**tree, **(deputy if head != BLANK else {}), "ten": NAME}


def _receivers(raw: Raw, case: Case) -> Tree:
    tree = as_written(raw)
    if not isinstance(tree, list):
        return tree
    if case is Case.NONE:  # a report has one at least
        return tree[:1]
    group: dict[str, Tree] = {"nhom": list(BODIES), "muc_dich": "để báo cáo"}
    if case is Case.ONE:
        return [*tree[:1], {**group, "nhom": [BODIES[0]]}]
    return [*tree, group, *BODIES[1:]]


def _late(raw: Raw | None) -> Tree:
    """Return a full date, as wide as any, in the year of `raw`."""
    if isinstance(raw, RawMap):
        return {"ngay": 28, "thang": 12, "nam": as_written(raw.values["nam"])}
    return as_written(raw) if raw else None


# --- writing --------------------------------------------------------------------------------------


def written(tree: dict[str, Tree]) -> bytes:
    """Return data as the YAML of a data file, each field on its own line."""
    return "\n".join(f"{json.dumps(name)}: {_flow(value)}" for name, value in tree.items()).encode()


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
