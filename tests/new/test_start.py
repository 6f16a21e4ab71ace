"""What a new file starts with: the unit's own, and what carries over from its last report."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from generator.bieu_mau import Ref
from generator.don_vi import LanhDao
from generator.figure import Figure, Kind, Status
from generator.new import begin, resolve
from generator.new.start import FreeStart
from tests.new.build import LAST, report, shelf, start


def test_signer_documents_and_filing_are_those_of_last_time() -> None:
    begun = start()

    assert begun.nguoi_ky.ten == "Lê A"
    assert begun.nguoi_ky.ky_thay == "Giám đốc"
    assert list(begun.van_ban) == ["kh"]
    assert (begun.luu, begun.so_ban_luu) == (("VT", "TH"), 2)
    assert str(begun.truoc) == "2022-Q1"


def test_receivers_of_the_register_go_before_those_of_last_time() -> None:
    asked = resolve("huyen-z", "2022-Q2", "trang", shelf())

    begun = begin(asked, report())

    assert [entry.dong for entry in begun.noi_nhan] == [("Sở Y",), ("A", "B")]


def test_without_a_register_list_the_receivers_are_those_of_last_time() -> None:
    assert [entry.dong for entry in start().noi_nhan] == [("UBND tỉnh",), ("Sở Z", "Phòng: TH")]


def test_without_a_last_report_there_is_the_superior_body_and_the_head() -> None:
    begun = start(after=False)

    assert begun.kinh_gui == ("UBND tỉnh",)
    assert [entry.dong for entry in begun.noi_nhan] == [("Như trên",)]
    assert (begun.nguoi_ky.ten, begun.nguoi_ky.chuc_vu) == ("", "Giám đốc")
    assert begun.luu == ("VT", "trong")
    assert begun.truoc is None


def test_without_a_last_report_whoever_the_register_names_signs() -> None:
    deputy = LanhDao(ten="Lê B", chuc_vu="Phó Giám đốc")
    head = LanhDao(ten="Trần C", chuc_vu="Giám đốc")
    asked = resolve("so-y", "2022-Q2", "so", shelf())

    def signer(*leaders: LanhDao) -> tuple[str, str, str]:
        unit = replace(asked.don_vi, lanh_dao=leaders)
        signs = begin(replace(asked, don_vi=unit), None).nguoi_ky
        return signs.ten, signs.chuc_vu, signs.ky_thay

    assert signer(deputy, head) == ("Trần C", "Giám đốc", "")
    assert signer(deputy) == ("Lê B", "Phó Giám đốc", "Giám đốc")


def test_only_what_the_forms_mark_carries_over() -> None:
    kept = {ref: row.figure.number for ref, row in start().kept.items()}

    assert kept == {Ref("1", "1.1"): Decimal(3), Ref("1", "1.2"): Decimal(5)}


def test_what_holds_within_a_year_does_not_reach_the_next() -> None:
    assert list(start("2023-Q1").kept) == [Ref("1", "1.1")]


def test_a_row_left_blank_by_a_word_stays_so_and_one_not_stated_gives_nothing() -> None:
    def kept(instead: str) -> dict[Ref, Status]:
        last = report(LAST.replace("1.1: 3,", instead))
        begun = begin(resolve("so-y", "2022-Q2", "so", shelf()), last)
        return {ref: row.figure.status for ref, row in begun.kept.items()}

    assert "1.1: 3," in LAST
    assert kept("1.1: trong,")[Ref("1", "1.1")] is Status.BLANK
    assert list(kept("")) == [Ref("1", "1.2")]


def test_filed_with_the_records_office_alone_leaves_the_drafting_unit_open() -> None:
    last = report(LAST.replace("{noi: [VT, TH], so_ban: 2}", "[VT]"))

    assert begin(resolve("so-y", "2022-Q2", "so", shelf()), last).luu == ("VT", "trong")


def test_free_figures_and_days_are_emptied_and_words_stay() -> None:
    tree = start().so_lieu
    kiem_tra = tree["kiem_tra"]
    assert isinstance(kiem_tra, dict)
    so_xa, noi = kiem_tra["so_xa"], kiem_tra["noi"]

    assert isinstance(so_xa, FreeStart)
    assert not isinstance(so_xa.value, str)
    assert so_xa.value.status is Status.BLANK
    assert [leaf.value for leaf in noi] == ["Xã A", "Xã B"]
    assert kiem_tra["khong"] == ()


SAMPLE = """\
ky: 2022-Q1
don_vi: so-y
bo_mau: trang
so: trong
ngay: {ngay: trong, thang: trong, nam: 2022}
noi_nhan: [UBND tỉnh]
luu: [VT]
nguoi_ky: {ten: Nguyễn Văn A, chuc_vu: Giám đốc}
van_ban:
  kh_nam: {loai: Kế hoạch, so: 15/KH-SY, ngay: 2022-01-17, co_quan: Sở Y, trich_yeu: việc năm}
so_lieu: {viec: {giao: 12, ten: Việc một}}
"""


def test_a_template_set_of_other_names_gives_those_of_its_sample_without_figures() -> None:
    asked = resolve("so-y", "2022-Q2", "trang", shelf())

    begun = begin(asked, report(), report(SAMPLE))

    assert begun.theo_vi_du
    assert begun.nguoi_ky.ten == "Lê A"  # who signs is the unit's, not the sample's
    document = begun.van_ban["kh_nam"]
    assert (list(begun.van_ban), document.so, document.ngay) == (["kh_nam"], "", None)
    assert document.trich_yeu == "việc năm"
    viec = begun.so_lieu["viec"]
    assert isinstance(viec, dict)
    assert isinstance(viec["giao"].value, Figure)
    assert viec["giao"].before == viec["giao"].value  # a sample is no "last time"
    assert viec["ten"].value == "Việc một"


def test_a_last_report_of_the_same_template_set_goes_before_the_sample() -> None:
    asked = resolve("so-y", "2022-Q2", "so", shelf())

    begun = begin(asked, report(), report(SAMPLE))

    assert not begun.theo_vi_du
    assert list(begun.van_ban) == ["kh"]


def test_a_last_report_of_made_up_figures_gives_names_and_nothing_it_says() -> None:
    asked = resolve("so-y", "2022-Q2", "so", shelf())

    begun = begin(asked, report(LAST + "so_lieu_minh_hoa: true\n"))

    assert (str(begun.minh_hoa), begun.truoc) == ("2022-Q1", None)
    assert (begun.nguoi_ky.ten, begun.nguoi_ky.chuc_vu) == ("", "Giám đốc")
    assert [entry.dong for entry in begun.noi_nhan] == [("Như trên",)]
    assert (begun.luu, begun.so_ban_luu) == (("VT", "trong"), None)
    assert (dict(begun.kept), dict(begun.before)) == ({}, {})
    assert [(key, one.so, one.ngay) for key, one in begun.van_ban.items()] == [("kh", "", None)]
    blank = Figure(kind=Kind.TEXT, status=Status.BLANK)
    bare = FreeStart(value=blank, before=blank)
    assert begun.so_lieu["linh_vuc"] == ({"ten": bare, "ty_le": bare},) * 2


def test_made_up_figures_of_another_template_set_give_not_even_names() -> None:
    asked = resolve("so-y", "2022-Q2", "trang", shelf())

    begun = begin(asked, report(LAST + "so_lieu_minh_hoa: true\n"))

    assert (dict(begun.van_ban), dict(begun.so_lieu)) == ({}, {})
