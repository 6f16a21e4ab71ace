"""Sample data: nothing, one, many; every template set prints all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import readers
from generator.files import Folder
from generator.period import Ky
from generator.preview.choices import ABSENT, EARLIER, with_missing, with_picks, without
from generator.preview.making import Draft, Making, find_data
from generator.preview.sample import Sample, bare, longest_unit, sample
from generator.preview.values import Case
from generator.problem import Severity
from generator.raw import RawList, RawMap
from tests.read_back import all_text

if TYPE_CHECKING:
    from generator.raw import Raw

ROOT = Path(__file__).parents[2]
FOLDER = Folder(ROOT)
RAW = """\
ky: 2022-Q1
don_vi: so-noi-vu-dong-nai
so_lieu_minh_hoa: true
ngay: {ngay: trong, thang: trong, nam: 2022}
noi_nhan: [UBND tỉnh, Thanh tra Sở]
nguoi_ky: {ten: Lê Văn A, chuc_vu: Giám đốc}
van_ban:
  kh: {loai: Kế hoạch, so: 1/KH-UBND, ngay: 2022-01-05, trich_yeu: công tác năm}
rang_buoc: ["sl.dem = 8"]
so_lieu:
  dem: 8
  ty_le: 95,74%
  phan: 14/21
  nam: "2021"
  ngay: 2022-01-05
  ma: x
  noi: [Long Thọ, Bàu Hàm]
  rong: []
  bang: [{ten: Lĩnh vực Nội vụ, muc_3: 2}, {ten: Hội, muc_3: 0}, {ten: Quỹ, muc_3: 1}]
"""


def _sample(case: Case, *, unit: str = "") -> Sample:
    return sample(case, readers.read(RAW.encode(), "a.yaml"), None, unit=unit)


def _sampled(case: Case, *, unit: str = "") -> RawMap:
    return readers.read(_sample(case, unit=unit).on(), "b.yaml")


def _plain(raw: Raw | None) -> object:
    """Return a raw value as Python's own, words as written."""
    if isinstance(raw, RawList):
        return [_plain(item) for item in raw.items]
    if isinstance(raw, RawMap):
        return {key.text: _plain(value) for key, value in raw.entries()}
    return raw.text if raw else None


def _figures(case: Case) -> dict[str, object]:
    found = _plain(_sampled(case).get("so_lieu"))
    assert isinstance(found, dict)
    return found


def test_with_nothing_lists_are_empty_and_figures_blank() -> None:
    assert _figures(Case.NONE) == {
        "dem": "trong",
        "ty_le": "trong",
        "phan": "trong",
        "nam": "2021",
        "ngay": "trong",
        "ma": "x",
        "noi": [],
        "rong": [],
        "bang": [],
    }


def test_with_one_lists_have_one_item() -> None:
    assert _figures(Case.ONE) == {
        "dem": "1",
        "ty_le": "100%",
        "phan": "1/1",
        "nam": "2021",
        "ngay": "2022-01-05",
        "ma": "x",
        "noi": ["Long Thọ"],
        "rong": [],
        "bang": [{"ten": "Lĩnh vực Nội vụ", "muc_3": "1"}],
    }


def test_with_many_lists_are_long_and_names_the_longest() -> None:
    found = _figures(Case.MANY)

    assert (found["dem"], found["ty_le"], found["phan"]) == ("888", "99,99%", "1234/1234")
    assert (found["nam"], found["ma"], found["rong"]) == ("2021", "x", [])
    assert isinstance(found["noi"], list)
    assert isinstance(found["bang"], list)
    assert (len(found["noi"]), len(found["bang"])) == (25, 25)
    assert found["noi"][0].startswith("Long Thọ và các cơ quan")
    assert found["bang"][3] == found["bang"][0]


def test_head_and_signer_go_to_the_ends_too() -> None:
    none, many = _sampled(Case.NONE), _sampled(Case.MANY, unit="so-khac")

    assert _plain(none.get("so")) == "trong"
    assert _plain(none.get("nguoi_ky")) == {"ten": "trong", "chuc_vu": "Giám đốc"}
    assert [_plain(one.get("so_lieu_minh_hoa")) for one in (none, many)] == ["false", "true"]
    assert _plain(none.get("kinh_gui")) == []
    assert _plain(many.get("don_vi")) == "so-khac"
    assert _plain(many.get("ngay")) == {"ngay": "28", "thang": "12", "nam": "2022"}
    assert len(str(_plain(many.get("kinh_gui")))) > 50
    receivers = _plain(many.get("noi_nhan"))
    assert isinstance(receivers, list)
    assert receivers[:2] == ["UBND tỉnh", "Thanh tra Sở"]
    assert receivers[2]["muc_dich"] == "để báo cáo"
    assert len(receivers) == 5


def test_the_head_signs_alone_with_one_and_a_deputy_for_the_head_with_many() -> None:
    one, many = (
        _plain(_sampled(Case.ONE).get("nguoi_ky")),
        _plain(_sampled(Case.MANY).get("nguoi_ky")),
    )

    assert one == {"ten": "Lê Văn A", "chuc_vu": "Giám đốc", "thay_mat": "trong"}
    assert isinstance(many, dict)
    assert (many["ky_thay"], many["chuc_vu"]) == ("Giám đốc", "Phó Giám đốc")
    assert len(many["ten"]) > 30


def test_what_is_said_about_the_real_figures_is_left_out() -> None:
    assert [_sampled(case).get("rang_buoc") for case in (Case.NONE, Case.MANY)] == [None, None]


def test_what_a_template_can_do_without_is_not_there_when_nothing_is() -> None:
    made = _sample(Case.NONE)
    without(made.tree, [("sl", "bang"), ("vb", "kh"), ("sl", "khong_co", "sau"), ("ky", "nam")])
    none = readers.read(made.on(), "b.yaml")

    assert "bang" not in _plain_map(none, "so_lieu")
    assert _plain_map(none, "van_ban") == {}


def test_what_a_template_names_and_the_data_lack_is_there_in_samples() -> None:
    made = _sample(Case.ONE)
    chains = [
        ("vb", "qd", "ngan"),
        ("sl", "moi", "co"),
        ("sl", "xa", "[]", "ten"),
        ("sl", "dem", "co"),
    ]
    with_missing(made.tree, chains)
    found = readers.read(made.on(), "b.yaml")

    assert sorted(_plain_map(found, "van_ban")) == ["kh", "qd"]
    free = _plain_map(found, "so_lieu")
    assert (free["moi"], free["xa"], free["dem"]) == ("1", [{"ten": "1"}], "1")


def test_picks_take_the_place_of_values_and_leave_the_rest() -> None:
    made = _sample(Case.MANY)
    picked = with_picks(
        made,
        {
            ("so_lieu", "dem"): 0,
            ("so_lieu", "bang", "[]", "muc_3"): "trong",
            ("van_ban", "kh", "trich_yeu"): ABSENT,
            (EARLIER, "so_lieu", "dem"): 7,
        },
    )
    figures = _plain_map(readers.read(picked.on(), "b.yaml"), "so_lieu")

    assert figures["dem"] == "0"
    assert isinstance(figures["bang"], list)
    assert [row["muc_3"] for row in figures["bang"][:3]] == ["trong", "88", "188"]
    assert len(figures["bang"]) == 25
    assert "trich_yeu" not in str(_plain(readers.read(picked.on(), "b.yaml").get("van_ban")))
    earlier = picked.before(Ky.parse("2021-Q4"))
    assert earlier is not None
    assert _plain_map(readers.read(earlier, "b.yaml"), "so_lieu")["dem"] == "7"
    assert _figures(Case.MANY)["dem"] == "888"
    assert with_picks(made, {(EARLIER,): False}).before(Ky.parse("2021-Q4")) is None


def _plain_map(raw: RawMap, name: str) -> dict[str, object]:
    found = _plain(raw.get(name))
    assert isinstance(found, dict)
    return found


def test_a_sample_can_be_of_another_period_unless_nothing_is_given() -> None:
    ky = Ky.parse("2021-Q4")
    earlier = _sample(Case.ONE).before(ky)

    assert earlier is not None
    assert _plain(readers.read(earlier, "b.yaml").get("ky")) == "2021-Q4"
    assert _sample(Case.NONE).before(ky) is None


def test_the_unit_with_the_longest_name_of_its_kind_is_chosen() -> None:
    register = Making(FOLDER, "huyen", None)._workshop.danh_muc
    day = Ky.parse("2022-Q1").den_ngay
    like = register.get("dong-nai-cam-my", day)
    assert like

    chosen = register.get(longest_unit(register, like, day), day)

    assert chosen
    assert chosen.cap == "huyen"
    assert len(chosen.day_du) > len(like.day_du)


# --- every template set of this project -----------------------------------------------------------


@pytest.fixture(scope="module", params=FOLDER.template_set_names)
def drafts(request: pytest.FixtureRequest) -> dict[Case, Draft]:
    making = Making(FOLDER, request.param, find_data(FOLDER, request.param))
    return {case: making.make(case) for case in Case}


def test_the_fullest_data_file_of_a_template_set_is_taken() -> None:
    assert find_data(FOLDER, "so") == ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
    assert find_data(FOLDER, "khung") == ROOT / "templates/khung/vi-du.yaml"
    assert find_data(FOLDER, "khong-co") is None


def test_every_case_of_every_template_set_prints_without_an_error(
    drafts: dict[Case, Draft],
) -> None:
    errors = [
        problem
        for draft in drafts.values()
        for problem in draft.problems
        if problem.severity is Severity.ERROR
    ]

    assert errors == []


def test_many_print_more_than_one_and_one_no_less_than_none(drafts: dict[Case, Draft]) -> None:
    blobs = [drafts[case].blob or b"" for case in (Case.NONE, Case.ONE, Case.MANY)]
    none, one, many = (len(all_text(blob)) for blob in blobs)

    assert none <= one < many


def test_warnings_about_made_up_figures_and_signers_are_left_out(drafts: dict[Case, Draft]) -> None:
    samples = (drafts[case] for case in (Case.NONE, Case.ONE, Case.MANY))
    codes = {problem.code for draft in samples for problem in draft.problems}

    assert {code[:3] for code in codes} <= {"MA-", "TT-"}
    assert not codes & {"TT-019", "TT-025"}


def test_without_data_the_forms_are_enough_to_begin_with() -> None:
    draft = Making(FOLDER, "huyen", None).make(Case.MANY)

    assert [p for p in draft.problems if p.severity is Severity.ERROR] == []
    assert draft.blob
    assert "1.234.567" in all_text(draft.blob)


def test_the_least_data_file_names_what_is_asked() -> None:
    raw = readers.read(bare("2022", "dong-nai", "tinh", 2022), "a.yaml")

    assert [_plain(raw.get(name)) for name in ("ky", "don_vi", "bo_mau")] == [
        "2022",
        "dong-nai",
        "tinh",
    ]
