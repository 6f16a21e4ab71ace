"""Receivers of a report: what the file states, what the register adds, what the decree asks.

What the file states is printed as stated, even twice, with a warning. What a named list of the
register brings in is printed once: it leaves out whoever the file names anyway.

Nghị định 30/2020, phụ lục I, II.9: a report with `Kính gửi` has `Như trên` as its first receiver,
any other has none; the last line says where it is filed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.noi_nhan import DanhSach, NoiNhan, bare, read_entries, same
from generator.problem import Message
from generator.raw import RawMap, RawScalar
from generator.suggest import did_you_mean
from generator.validate.van_thu import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.don_vi import DonVi
    from generator.fields import Fields
    from generator.problem import Where

NHU_TREN = "Như trên"
_BLANK = "trong"
AUTOMATIC = "tu_dong"
DEFAULT_LIST = "mac_dinh"
_DOTS = "….·_ "
_TO_FILL_IN = Message(
    "Nơi nhận chưa ghi, còn dấu chấm; in như đã nêu.",
    "A receiver is still dots to be filled in; printed as stated.",
)


class Receivers(Struct, frozen=True, kw_only=True):
    """Everybody a report goes to: addressees, receivers, where it is filed, copies kept there."""

    kinh_gui: tuple[str, ...]
    noi_nhan: tuple[NoiNhan, ...]
    luu: tuple[str, ...]
    so_ban_luu: int | None = None


def read_receivers(fields: Fields, unit: DonVi | None, parent: DonVi | None) -> Receivers:
    """Return addressees (may be none), receivers and places of filing, without closing marks.

    Notes DL-011 and DL-012 (missing, of a wrong form), DL-045 (warning: listed twice), DL-052 (no
    such named list), DL-053 (warning: `Như trên`), DL-054 (warning: filed without the drafting
    unit), DL-059 (warning: nothing but dots, still to be filled in).
    """
    addressees = _lines(fields, "kinh_gui", "Kính gửi:")
    lists = {**(parent.noi_nhan if parent else {}), **(unit.noi_nhan if unit else {})}
    if _is_automatic(fields):
        receivers = _from_register(fields, addressees, lists, unit)
    else:
        receivers = _stated(fields, addressees, lists, unit)
    luu, copies = _files(fields)
    for key, lines in (("kinh_gui", addressees), ("luu", luu)):
        _warn_twice(fields, ((line, fields.at(key)) for line in lines))
    return Receivers(kinh_gui=addressees, noi_nhan=receivers, luu=luu, so_ban_luu=copies)


def _is_automatic(fields: Fields) -> bool:
    raw = fields.take("noi_nhan")
    return raw is None or (isinstance(raw, RawScalar) and raw.text.strip() == AUTOMATIC)


def _from_register(
    fields: Fields,
    addressees: tuple[str, ...],
    lists: Mapping[str, tuple[NoiNhan, ...]],
    unit: DonVi | None,
) -> tuple[NoiNhan, ...]:
    """Return the register's own list, `Như trên` before it where there is somebody above."""
    found = lists.get(DEFAULT_LIST)
    if found is None:
        if unit is not None or fields.take("noi_nhan") is None:
            _missing(fields)
        return ()
    above = (NoiNhan(dong=(NHU_TREN,), where=fields.at("noi_nhan")),) if addressees else ()
    return (*above, *_without(found, {same(one) for one in (NHU_TREN, *addressees)}))


def _missing(fields: Fields) -> None:
    hint = Message(
        "Ghi `noi_nhan: [UBND tỉnh, Giám đốc Sở]`, hoặc thêm danh sách "
        f"`noi_nhan: {{{DEFAULT_LIST}: [...]}}` cho đơn vị trong danh mục.",
        "Write `noi_nhan: [UBND tỉnh, Giám đốc Sở]`, or give the unit a list "
        f"`noi_nhan: {{{DEFAULT_LIST}: [...]}}` in the register.",
    )
    name = fields.shown("noi_nhan")
    message = Message(f"Thiếu “{name}”.", f"“{name}” is missing.")
    if fields.in_workbook:
        hint = Message(
            f"Ghi mỗi nơi nhận một dòng ở mục “{name}” của trang bìa.",
            f"Write each receiver in a row of “{name}” on the cover.",
        )
    fields.problems.error("DL-011", fields.at("noi_nhan"), message, hint)


def _stated(
    fields: Fields,
    addressees: tuple[str, ...],
    lists: Mapping[str, tuple[NoiNhan, ...]],
    unit: DonVi | None,
) -> tuple[NoiNhan, ...]:
    before = len(fields.problems.found)
    entries = read_entries(fields, "noi_nhan", named_lists=True)
    if not entries and len(fields.problems.found) == before:
        _missing(fields)
    stated = [entry for entry in entries if isinstance(entry, NoiNhan)]
    _warn_twice(fields, ((line, entry.where) for entry in stated for line in entry.dong))
    for one in stated:
        if any(not line.strip(_DOTS) for line in one.dong):
            fields.problems.warn("DL-059", one.where, _TO_FILL_IN)
    _check_nhu_tren(fields, addressees, entries)
    _warn_covered(fields, addressees, stated)
    taken = {same(line) for entry in stated for line in entry.dong}
    taken |= {same(one) for one in addressees}
    receivers: list[NoiNhan] = []
    for entry in entries:
        if isinstance(entry, NoiNhan):
            receivers.append(entry)
            continue
        filled_in = _without(_named(entry, lists, fields, unit), taken)
        taken |= {same(line) for one in filled_in for line in one.dong}
        receivers += filled_in
    return tuple(receivers)


def _named(
    entry: DanhSach,
    lists: Mapping[str, tuple[NoiNhan, ...]],
    fields: Fields,
    unit: DonVi | None,
) -> tuple[NoiNhan, ...]:
    if entry.ten not in lists and unit is not None:  # an unknown unit is problem enough
        message = Message(
            f"Danh mục không có danh sách nơi nhận “{entry.ten}” cho {unit.ten}.",
            f"The register has no list of receivers “{entry.ten}” for {unit.ten}.",
        )
        fields.problems.error("DL-052", entry.where, message, did_you_mean(entry.ten, lists))
    return lists.get(entry.ten, ())


def _without(entries: Iterable[NoiNhan], taken: set[str]) -> tuple[NoiNhan, ...]:
    """Return `entries` without the receivers in `taken`, and each receiver once."""
    seen = set(taken)
    kept = []
    for entry in entries:
        lines = tuple(line for line in entry.dong if same(line) not in seen)
        seen |= {same(line) for line in lines}
        if lines:
            kept.append(replace(entry, dong=tuple(dict.fromkeys(lines))))
    return tuple(kept)


def _check_nhu_tren(
    fields: Fields, addressees: tuple[str, ...], entries: tuple[NoiNhan | DanhSach, ...]
) -> None:
    """Warn of `Như trên` where the decree wants it otherwise (DL-053); print stays as stated."""
    places = [
        (number, entry.where)
        for number, entry in enumerate(entries)
        if isinstance(entry, NoiNhan) and same(entry.dong[0]).startswith(same(NHU_TREN))
    ]
    where: Where = places[0][1] if places else fields.at("noi_nhan")
    if addressees and not places:
        message = Message(
            "Có Kính gửi thì nơi nhận đầu tiên phải là “Như trên”; in như đã nêu.",
            "With Kính gửi the first receiver must be “Như trên”; printed as stated.",
        )
        hint = Message("Thêm dòng đầu: - Như trên.", "Add a first line: - Như trên.")
    elif places and not addressees:
        message = Message(
            "Không có Kính gửi thì không ghi “Như trên”; in như đã nêu.",
            "Without Kính gửi there is no “Như trên”; printed as stated.",
        )
        hint = Message("Thêm `kinh_gui` hoặc bỏ dòng này.", "Add `kinh_gui` or drop this line.")
    elif places and places[0][0] > 0:
        message = Message(
            "“Như trên” phải là nơi nhận đầu tiên; in như đã nêu.",
            "“Như trên” must be the first receiver; printed as stated.",
        )
        hint = Message("Chuyển “Như trên” lên đầu.", "Move “Như trên” to the top.")
    else:
        return
    fields.problems.warn("DL-053", where, message, hint)


def _warn_covered(fields: Fields, addressees: tuple[str, ...], stated: Iterable[NoiNhan]) -> None:
    """Warn of an addressee listed again although `Như trên` covers it (DL-045)."""
    lines = [(line, entry.where) for entry in stated for line in entry.dong]
    if not any(same(line).startswith(same(NHU_TREN)) for line, _ in lines):
        return
    for line, where in lines:
        if same(line) in {same(one) for one in addressees}:
            message = Message(
                f"“{line}” đã có ở Kính gửi, “Như trên” là đủ; in như đã nêu.",
                f"“{line}” is an addressee, whom “Như trên” covers; printed as stated.",
            )
            fields.problems.warn("DL-045", where, message)


def _warn_twice(fields: Fields, lines: Iterable[tuple[str, Where]]) -> None:
    """Warn of every line that stands again, once for each (DL-045), where it stands again."""
    times: dict[str, int] = {}
    for line, where in lines:
        key = same(line)
        times[key] = times.get(key, 0) + 1
        if times[key] == 2:
            message = Message(
                f"“{line}” ghi hai lần; in như đã nêu.",
                f"“{line}” stands twice; printed as stated.",
            )
            fields.problems.warn("DL-045", where, message)


def _files(fields: Fields) -> tuple[tuple[str, ...], int | None]:
    """Return the places of filing and the copies kept there: `[VT, TH]`, `{noi: …, so_ban: 2}`."""
    copies = None
    if isinstance(fields.take("luu"), RawMap):
        inner = fields.inner("luu")
        assert inner is not None  # it is a mapping
        stated, copies = _written(inner, "noi"), whole_number(inner, "so_ban", 1, 1000)
        inner.close()
    else:
        stated = _written(fields, "luu", "Lưu:")
    lines = tuple(line for line in stated if line != _BLANK)
    said = "“VT, TH”" if fields.in_workbook else "`luu: [VT, TH]`"
    example = Message(f"Ví dụ: {said}.", f"For example: {said}.")
    if not lines:
        name = fields.shown("luu")
        message = Message(
            f"Thiếu “{name}”: nơi lưu văn bản.", f"“{name}”, the place of filing, is missing."
        )
        fields.problems.error("DL-011", fields.at("luu"), message, example)
    if [same(line) for line in stated] == ["vt"]:  # `[VT, trong]` leaves it open on purpose
        message = Message(
            "Sau “Lưu: VT” phải có chữ viết tắt tên đơn vị soạn thảo; in như đã nêu.",
            "After “Lưu: VT” the drafting unit must be named; printed as stated.",
        )
        fields.problems.warn("DL-054", fields.at("luu"), message, example)
    return lines, copies


def _lines(fields: Fields, key: str, heading: str = "") -> tuple[str, ...]:
    """Return the lines of a list that are printed: all but those left blank."""
    return tuple(text for text in _written(fields, key, heading) if text != _BLANK)


def _written(fields: Fields, key: str, heading: str = "") -> tuple[str, ...]:
    """Return the lines of a list without heading, dash and closing mark: those belong to print."""
    texts = (bare(text).removeprefix(heading) for text in fields.texts(key))
    return tuple(text for text in map(bare, texts) if text)
