"""The register of units: who existed when, and under which code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.don_vi import DanhMuc, LanhDao
from generator.fields import Problems
from generator.problem import Problem, Stopped, Where
from generator.readers import read

REAL = Path(__file__).parent.parent / "data" / "danh-muc" / "dong-nai.yaml"
Q1 = date(2022, 3, 14)


def _entry(more: str) -> str:
    return (
        "  - {cap: huyen, loai: huyện, ten: UBND huyện, day_du: Ủy ban nhân dân huyện X, "
        f"ky_hieu: UBND, dia_danh: X, ban_hanh: X, chuc_danh: Chủ tịch, {more}}}\n"
    )


def _load(*entries: str) -> DanhMuc:
    return DanhMuc.load([read(("don_vi:\n" + "".join(entries)).encode(), "dm.yaml")])


def _problems(*entries: str) -> tuple[Problem, ...]:
    with pytest.raises(Stopped) as caught:
        _load(*entries)
    return caught.value.problems


@pytest.fixture(scope="module")
def real() -> DanhMuc:
    return DanhMuc.load([read(REAL.read_bytes(), REAL.name)])


def test_dong_nai_has_eleven_districts_until_the_end_of_june_2025(real: DanhMuc) -> None:
    def districts(on: date) -> list[str]:
        return [u.ma for u in real.children("dong-nai", on) if u.cap == "huyen"]

    assert len(districts(Q1)) == 11
    assert districts(date(2025, 6, 30)) == districts(Q1)
    assert districts(date(2025, 7, 1)) == []
    assert real.get("dong-nai", date(2025, 7, 1)) is not None


def test_a_department_stands_under_its_province_in_the_head(real: DanhMuc) -> None:
    unit = real.get("so-noi-vu-dong-nai", Q1)
    assert unit is not None
    assert (*unit.chu_quan, *unit.ban_hanh) == ("UBND TỈNH ĐỒNG NAI", "SỞ NỘI VỤ")
    assert (unit.day_du, unit.ky_hieu, unit.chuc_danh, unit.tap_the) == (
        "Sở Nội vụ tỉnh Đồng Nai",
        "SNV",
        "Giám đốc",
        "",
    )


def test_the_heads_and_deputies_that_are_known_stand_in_the_register(real: DanhMuc) -> None:
    unit = real.get("so-noi-vu-dong-nai", Q1)
    assert unit is not None
    assert unit.lanh_dao == (LanhDao(ten="Phạm Minh Phước", chuc_vu="Phó Giám đốc"),)


def test_a_district_signs_for_its_committee_and_has_no_body_above(real: DanhMuc) -> None:
    unit = real.get("dong-nai-cam-my", Q1)
    assert unit is not None
    assert (*unit.chu_quan, *unit.ban_hanh) == ("ỦY BAN NHÂN DÂN", "HUYỆN CẨM MỸ")
    assert (unit.tap_the, unit.chu_quan) == ("Ủy ban nhân dân", ())


def test_one_code_may_change_its_name_in_time() -> None:
    register = _load(_entry("ma: x, den: 2022-06-30"), _entry("ma: x, tu: 2022-07-01, tap_the: Y"))
    old, new = register.get("x", date(2022, 6, 30)), register.get("x", date(2022, 7, 1))
    assert old is not None
    assert new is not None
    assert (old.tap_the, new.tap_the) == ("", "Y")


@pytest.mark.parametrize("code", ["so-noi-vu-dong-nay", "Sở Nội vụ tỉnh Đồng Nai", "Sở Nội vụ"])
def test_an_unknown_unit_gets_the_nearest_code_as_hint(real: DanhMuc, code: str) -> None:
    problems = Problems()
    assert real.require(code, Q1, Where(file="a.yaml", line=3), problems) is None
    (problem,) = problems.found
    assert (problem.code, problem.where.line) == ("DL-020", 3)
    assert problem.hint is not None
    assert "so-noi-vu-dong-nai" in problem.hint.vi


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("so-noi-vu", "Có thể là: so-noi-vu-a, so-noi-vu-b."),
        ("Sở Nội vụ", "Có thể là: so-noi-vu-a, so-noi-vu-b."),
        ("Cẩm Mỹ", "Ý bạn là “b-cam-my”?"),
        ("b-cam-mi", "Ý bạn là “b-cam-my”?"),
        ("so-noi-vu-c", "Có thể là: so-noi-vu-b, so-noi-vu-a."),
    ],
)
def test_units_that_may_be_meant_are_all_listed(words: str, hint: str) -> None:
    names = {"so-noi-vu-a": "Sở Nội vụ tỉnh A", "so-noi-vu-b": "Sở Nội vụ tỉnh B"}
    names["b-cam-my"] = "Ủy ban nhân dân huyện Cẩm Mỹ"
    register = _load(
        *(
            _entry(f"ma: {code}").replace("Ủy ban nhân dân huyện X", name)
            for code, name in names.items()
        )
    )
    problems = Problems()

    assert register.require(words, None, Where(), problems) is None

    assert [problem.hint and problem.hint.vi for problem in problems.found] == [hint]


def test_a_unit_of_another_time_says_when_it_existed() -> None:
    register = _load(_entry("ma: x, tu: 2020-01-01, den: 2025-06-30, ke_tuc: [y]"), _entry("ma: y"))
    problems = Problems()
    register.require("x", date(2025, 7, 1), Where(), problems)
    (problem,) = problems.found
    assert problem.code == "DL-021"
    assert "từ 01/01/2020 đến 30/06/2025" in problem.message.vi
    assert problem.hint is not None
    assert "y" in problem.hint.vi


def test_two_entries_of_one_code_at_one_time_are_refused() -> None:
    found = _problems(_entry("ma: x, den: 2022-07-01"), _entry("ma: x, tu: 2022-07-01"))
    assert [(p.code, p.where.line) for p in found] == [("DL-050", 3)]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("ma: x, tu: 2022-02-01, den: 2022-01-01", "DL-050"),
        ("ma: x, cha: y", "DL-051"),
        ("ma: x, ke_tuc: [y]", "DL-051"),
        ("ma: x, tien_than: y", "DL-051"),
        ("ma: x, tu: 2022-02-30", "DL-013"),
        ("ma: x, chuc_vu: y", "DL-010"),
        ("tap_the: x", "DL-011"),
    ],
)
def test_each_fault_of_an_entry_is_found_at_its_line(more: str, code: str) -> None:
    found = _problems(_entry("ma: a"), _entry(more))
    assert [(p.code, p.where.line) for p in found] == [(code, 3)]
