"""Receivers: what is stated is printed, what the register brings in is printed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from generator.don_vi import DanhMuc
from generator.noi_nhan import NoiNhan
from generator.problem import Severity
from generator.readers import read
from tests.validate.build import UNITS, codes, known, problems, replaced, report

if TYPE_CHECKING:
    from generator.report import Report
    from generator.validate import Known

GIVEN = "noi_nhan: [UBND tỉnh]\n"
LISTS = """\
     noi_nhan: {mac_dinh: [UBND tỉnh, Sở Nội vụ, Thanh tra Sở], lanh_dao: [Giám đốc, Thanh tra Sở]},
     cha: tinh-x, chu_quan: UBND TỈNH X, ban_hanh: SỞ Y"""


def _with_lists() -> Known:
    units = UNITS.replace("     cha: tinh-x, chu_quan: UBND TỈNH X, ban_hanh: SỞ Y", LISTS).replace(
        "chuc_danh: Chủ tịch,\n     tap_the: Ủy ban nhân dân}",
        "chuc_danh: Chủ tịch,\n     noi_nhan: {tren: [Bộ Nội vụ, {nhom: [A, B], "
        "muc_dich: để biết}]},\n     tap_the: Ủy ban nhân dân}",
    )
    return replace(known(), danh_muc=DanhMuc.load([read(units.encode(), "dm.yaml")]))


def _lines(made: Report) -> list[str]:
    return [line for entry in made.noi_nhan for line in entry.dong]


def test_closing_marks_and_dashes_are_left_to_print() -> None:
    made, warnings = report(replaced((GIVEN, 'noi_nhan: ["- UBND tỉnh;", "Thanh tra (t/h)."]\n')))
    assert _lines(made) == ["UBND tỉnh", "Thanh tra (t/h)"]
    assert warnings == ()


def test_a_group_shares_a_purpose() -> None:
    text = replaced((GIVEN, "noi_nhan:\n  - {nhom: [A, B], muc_dich: để báo cáo}\n  - C\n"))
    assert report(text)[0].noi_nhan == (
        NoiNhan(dong=("A", "B"), muc_dich="để báo cáo"),
        NoiNhan(dong=("C",)),
    )


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[[x]]", [("DL-012", 6)]),
        ("[{a: b}]", [("DL-012", 6)]),
        ("{a: b}", [("DL-012", 6)]),
        ("[{nhom: [A]}]", [("DL-011", 6)]),
        ("[{nhom: , muc_dich: x}]", [("DL-011", 6)]),
        ("[{nhom: [A], muc_dich: x, mucdich: y}]", [("DL-010", 6)]),
        ("[{ds: mac_dinh}]", [("DL-052", 6)]),
        ("tu_dong", [("DL-011", 6)]),
        ("trong", [("DL-011", 6)]),
        ("[]", [("DL-011", 6)]),
        ("", [("DL-011", 6)]),
    ],
)
def test_what_is_no_receiver_is_refused_at_its_line(
    written: str, found: list[tuple[str, int]]
) -> None:
    assert codes(problems(replaced((GIVEN, f"noi_nhan: {written}\n")))) == found


def test_a_receiver_torn_at_its_colon_says_how_to_quote_it() -> None:
    (problem,) = problems(replaced((GIVEN, "noi_nhan:\n  - A\n  - Phòng: TH, KT\n")))
    assert (problem.code, problem.where.line, problem.where.path) == ("DL-012", 8, "noi_nhan[2]")
    assert problem.hint
    assert '- "Phòng: TH, KT"' in problem.hint.vi


def test_a_receiver_stated_twice_is_printed_twice_and_pointed_out() -> None:
    made, warnings = report(replaced((GIVEN, "noi_nhan:\n  - A\n  - B\n  - a\n")))
    assert _lines(made) == ["A", "B", "a"]
    assert codes(warnings) == [("DL-045", 9)]
    assert warnings[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("above", "written", "found"),
    [
        ("kinh_gui: Bộ Nội vụ\n", "[Như trên, A]", []),
        ("kinh_gui: Bộ Nội vụ\n", '["- Như trên;", A]', []),
        ("kinh_gui: Bộ Nội vụ\n", "[A, B]", [("DL-053", 7)]),
        ("kinh_gui: Bộ Nội vụ\n", "[A, Như trên]", [("DL-053", 7)]),
        ("kinh_gui: Bộ Nội vụ\n", "[Như trên, Bộ Nội vụ]", [("DL-045", 7)]),
        ("kinh_gui: trong\n", "[A]", []),
        ("", "[Như trên, A]", [("DL-053", 6)]),
        ("", "[A]", []),
    ],
)
def test_nhu_tren_stands_first_exactly_where_there_is_an_addressee(
    above: str, written: str, found: list[tuple[str, int]]
) -> None:
    made, warnings = report(replaced((GIVEN, f"{above}noi_nhan: {written}\n")))
    assert codes(warnings) == found
    assert ", ".join(_lines(made)) == written.strip("[]").replace('"- Như trên;"', "Như trên")


@pytest.mark.parametrize("written", ["", "noi_nhan: tu_dong\n"])
@pytest.mark.parametrize(
    ("above", "lines"),
    [
        ("", ["UBND tỉnh", "Sở Nội vụ", "Thanh tra Sở"]),
        ("kinh_gui: Sở Nội vụ\n", ["Như trên", "UBND tỉnh", "Thanh tra Sở"]),
    ],
)
def test_the_register_fills_in_receivers_that_are_not_stated(
    written: str, above: str, lines: list[str]
) -> None:
    made, warnings = report(replaced((GIVEN, f"{above}{written}")), _with_lists())
    assert (_lines(made), warnings) == (lines, ())


def test_named_lists_leave_out_whoever_is_there_already() -> None:
    text = replaced(
        (GIVEN, "noi_nhan:\n  - ds: mac_dinh\n  - ds: lanh_dao\n  - ds: tren\n  - sở nội vụ\n")
    )
    made, warnings = report(text, _with_lists())
    assert _lines(made) == [
        "UBND tỉnh", "Thanh tra Sở", "Giám đốc", "Bộ Nội vụ", "A", "B", "sở nội vụ",
    ]  # fmt: skip
    assert made.noi_nhan[-2] == NoiNhan(dong=("A", "B"), muc_dich="để biết")
    assert warnings == ()


def test_an_unknown_list_names_the_ones_there_are() -> None:
    (problem,) = problems(replaced((GIVEN, "noi_nhan:\n  - ds: lanhdao\n")), _with_lists())
    assert (problem.code, problem.where.line, problem.where.path) == ("DL-052", 7, "noi_nhan[1].ds")
    assert problem.hint
    assert "lanh_dao" in problem.hint.vi


def test_addressees_are_one_or_several_and_may_be_blank() -> None:
    one = replaced((GIVEN, 'kinh_gui: "Kính gửi: Bộ Nội vụ."\nnoi_nhan: Như trên\n'))
    two = replaced((GIVEN, "kinh_gui: [Bộ Nội vụ, '- UBND tỉnh;']\nnoi_nhan: Như trên\n"))
    none = replaced((GIVEN, f"kinh_gui: trong\n{GIVEN}"))
    assert report(one)[0].kinh_gui == ("Bộ Nội vụ",)
    assert report(two)[0].kinh_gui == ("Bộ Nội vụ", "UBND tỉnh")
    assert report(none)[0].kinh_gui == ()


@pytest.mark.parametrize(
    ("written", "luu", "copies", "found"),
    [
        ("[VT, TH]", ("VT", "TH"), None, []),
        ("{noi: [VT, TH], so_ban: 5}", ("VT", "TH"), 5, []),
        ("VT", ("VT",), None, [("DL-054", 7)]),
        ("{noi: VT}", ("VT",), None, [("DL-054", 7)]),
        ("[VT, trong]", ("VT",), None, []),  # whoever drafted it is left open on purpose
        ("{noi: [VT, trong], so_ban: 2}", ("VT",), 2, []),
        ("[VT, TH, VT]", ("VT", "TH", "VT"), None, [("DL-045", 7)]),
        ('"- Lưu: VT"', ("VT",), None, [("DL-054", 7)]),
    ],
)
def test_filing_names_places_and_maybe_copies(
    written: str, luu: tuple[str, ...], copies: int | None, found: list[tuple[str, int]]
) -> None:
    made, warnings = report(replaced(("luu: [VT, TH]", f"luu: {written}")))
    assert (made.luu, made.so_ban_luu) == (luu, copies)
    assert codes(warnings) == found


@pytest.mark.parametrize(
    ("written", "code"),
    [("{noi: [VT], so_ban: nhiều}", "DL-012"), ("{so_ban: 2}", "DL-011"), ("", "DL-011"),
     ("{noi: VT, ban: 2}", "DL-010")],
)  # fmt: skip
def test_filing_that_cannot_be_is_refused(written: str, code: str) -> None:
    found = problems(replaced(("luu: [VT, TH]", f"luu: {written}")))
    assert (code, 7) in codes(found)


@pytest.mark.parametrize("dots", ["……", "____"])
def test_dots_in_place_of_a_receiver_are_warned_of(dots: str) -> None:
    stated = ("noi_nhan: [UBND tỉnh]", f'noi_nhan: [UBND tỉnh, "{dots}"]')
    _, warnings = report(replaced(stated))

    (problem,) = warnings
    assert (problem.code, problem.where.line) == ("DL-059", 6)
    assert problem.message.vi == "Nơi nhận chưa ghi, còn dấu chấm; in như đã nêu."
