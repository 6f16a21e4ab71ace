"""The new YAML file reads back as what it started with, and says what to fill in."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from generator.new import as_yaml, begin, resolve
from generator.new.start import NOT_USED
from generator.report import FreeLeaf
from tests.new.build import LAST, read_report, report, shelf, start


def test_the_untouched_file_is_a_valid_report() -> None:
    read = read_report(as_yaml(start()).encode(), "a.yaml")

    last = report()
    assert str(read.ky) == "2022-Q2"
    assert read.noi_nhan == last.noi_nhan
    assert (read.luu, read.so_ban_luu) == (last.luu, 2)
    assert read.nguoi_ky.ten == "Lê A"
    assert read.so_ky_hieu.so is None
    assert (read.ngay_ban_hanh.ngay, read.ngay_ban_hanh.nam) == (None, 2022)
    assert read.van_ban["kh"].trich_yeu == "việc: này"


def test_kept_values_stand_and_formulas_of_them_are_computed() -> None:
    rows = read_report(as_yaml(start()).encode(), "a.yaml").by_concept()

    assert rows["phan_a"].figure.number == Decimal(3)
    assert rows["tong"].figure.number == Decimal(8)
    assert rows["tong"].figure.computed
    assert not rows["von"].figure.is_given


def test_the_names_of_free_figures_are_there_and_blank() -> None:
    free = read_report(as_yaml(start()).encode(), "a.yaml").so_lieu
    kiem_tra, linh_vuc = free["kiem_tra"], free["linh_vuc"]

    assert isinstance(kiem_tra, dict)
    assert list(kiem_tra) == ["so_xa", "ngay", "noi", "khong"]
    assert isinstance(linh_vuc, tuple)
    names = [entry["ten"] for entry in linh_vuc if isinstance(entry, dict)]
    assert [leaf.value for leaf in names if isinstance(leaf, FreeLeaf)] == ["Đất đai", "2021"]


def test_where_a_name_is_printed_stands_above_it_the_first_time() -> None:
    names = ("kiem_tra.so_xa", "kiem_tra.noi.1", "kiem_tra.noi.2", "linh_vuc.1.ten")
    places = dict(zip(names, ("I.2: “a […]”", "I.3: “b […]”", "I.3: “b […]”", ""), strict=True))
    places["linh_vuc.1.ty_le"] = places["linh_vuc.2.ten"] = NOT_USED

    text = as_yaml(replace(start(), dung_o=places))

    lines = text[text.index("\nso_lieu:") :].splitlines()
    assert [" ".join(line.split()) for line in lines[2:17]] == [
        "# Dòng chú thích trên một tên là câu in số liệu đó; […] là chỗ in.",
        "kiem_tra:",
        "# I.2: “a […]”",
        "so_xa: # kỳ trước: 7",
        "ngay: # kỳ trước: 2022-02-01",
        "noi:",
        "# I.3: “b […]”",
        "- Xã A # (*)",
        "- Xã B # (*)",
        "khong: []",
        "linh_vuc:",
        "-",
        "ten: Đất đai # (*)",
        "ty_le: # kỳ trước: 98,5%; lời văn không dùng",
        "-",
    ]
    kiem_tra = read_report(text.encode(), "a.yaml").so_lieu["kiem_tra"]
    assert isinstance(kiem_tra, dict)
    assert list(kiem_tra) == ["so_xa", "ngay", "noi", "khong"]


def test_every_indicator_has_a_line_with_label_unit_and_last_value() -> None:
    lines = [" ".join(line.split()) for line in as_yaml(start()).splitlines()]

    assert '"1.2": 5 # (*) Phần b [Người]' in lines
    assert '"2.4": # (kỳ trước 2000) Vốn giao' in lines
    assert '# "2.1": # Tỷ lệ của Sở Y [%] = 1.1 / 1, tự tính' in lines
    assert "# 2 Mục hai" in lines


def test_a_formula_row_may_be_stated_by_taking_away_the_sign() -> None:
    text = as_yaml(start()).replace('# "1":    ', '"1": 9')

    assert read_report(text.encode(), "a.yaml").by_concept()["tong"].figure.number == Decimal(9)


def test_without_a_last_report_the_file_is_valid_too() -> None:
    read = read_report(as_yaml(start(after=False)).encode(), "a.yaml")

    assert read.nguoi_ky.ten == ""
    assert read.so_lieu == {}
    assert "kỳ trước" not in as_yaml(start(after=False))


def test_a_body_signed_for_that_is_not_the_units_own_is_kept() -> None:
    stated = LAST.replace(
        "{ten: Lê A, chuc_vu: Phó Giám đốc, ky_thay: Giám đốc}",
        "{ten: Lê A, chuc_vu: Giám đốc, thay_mat: Ban chỉ đạo, quyen: true}",
    )

    text = as_yaml(begin(resolve("so-y", "2022-Q2", "so", shelf()), report(stated)))

    signer = read_report(text.encode(), "a.yaml").nguoi_ky
    assert (signer.thay_mat, signer.quyen) == ("Ban chỉ đạo", True)


def test_a_file_after_made_up_figures_says_that_they_were_left_aside() -> None:
    last = report(LAST + "so_lieu_minh_hoa: true\n")
    text = as_yaml(begin(resolve("so-y", "2022-Q2", "so", shelf()), last))

    assert "Kỳ 2022-Q1 là số liệu minh họa: chỉ lấy tên số liệu và tên văn bản." in text
    assert "05/KH-SY" not in text
    assert "kỳ trước 3" not in text
    assert read_report(text.encode(), "a.yaml").nguoi_ky.ten == ""


def test_the_addressee_that_is_suggested_is_the_superior_of_the_unit() -> None:
    assert "\nkinh_gui:                         # cơ quan nhận báo cáo\n  - UBND tỉnh\n" in (
        as_yaml(start(after=False))
    )


def test_what_only_the_clerk_knows_of_the_place_of_filing_is_left_open() -> None:
    assert "luu: [VT, trong]                  # thay chữ trong bằng chữ viết tắt của phòng" in (
        as_yaml(start(after=False))
    )


def test_zero_is_said_to_be_a_figure() -> None:
    assert "Số 0 nghĩa là có số liệu và bằng không." in as_yaml(start())
