"""The signer against the rules of signing."""

from __future__ import annotations

import pytest

from generator.chu_ky import signature_lines
from tests.validate.build import codes, problems, problems_in_workbook, replaced, report

SIGNER = "{ten: Lê A, chuc_vu: Giám đốc}"
DISTRICT = ("don_vi: so-y", "don_vi: huyen-z")


def test_a_collective_body_is_signed_for_without_being_named() -> None:
    text = replaced(DISTRICT, (SIGNER, "{ten: A, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}"))
    made, warnings = report(text)
    assert warnings == ()
    assert signature_lines(made.nguoi_ky) == (
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
    )  # fmt: skip


def test_by_order_nobody_signs_on_behalf_of_the_body() -> None:
    text = replaced(DISTRICT, (SIGNER, "{ten: A, chuc_vu: Chánh Văn phòng, thua_lenh: Chủ tịch}"))
    assert signature_lines(report(text)[0].nguoi_ky) == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")


def test_signs_typed_in_front_are_not_doubled() -> None:
    text = replaced((SIGNER, "{ten: A, chuc_vu: Phó Giám đốc, ky_thay: KT. Giám đốc}"))
    assert signature_lines(report(text)[0].nguoi_ky)[0] == "KT. GIÁM ĐỐC"


@pytest.mark.parametrize(
    "how",
    [
        "chuc_vu: Phó Giám đốc",
        "chuc_vu: Giám đốc, ky_thay: Giám đốc",
        "chuc_vu: Giám đốc, quyen: true, ky_thay: Chủ tịch",
        "chuc_vu: Giám đốc, quyen: true, thua_lenh: Chủ tịch",
        "chuc_vu: X, thua_lenh: Giám đốc, thua_uy_quyen: Giám đốc",
        "chuc_vu: X, thua_lenh: Giám đốc, thay_mat: Ủy ban nhân dân",
    ],
)
def test_ways_of_signing_that_exclude_each_other_are_refused(how: str) -> None:
    found = problems(replaced((SIGNER, f"{{ten: A, {how}}}")))
    assert ("DL-043", 8) in codes(found)


@pytest.mark.parametrize(
    ("how", "key"),
    [
        ("chuc_vu: Chủ tịch", "chuc_vu"),
        ("chuc_vu: Phó Giám đốc, ky_thay: Chủ tịch", "ky_thay"),
        ("chuc_vu: Giám đốc, thay_mat: Ủy ban nhân dân", "thay_mat"),
    ],
)
def test_a_head_or_body_that_is_not_the_units_is_pointed_out(how: str, key: str) -> None:
    _, warnings = report(replaced((SIGNER, f"{{ten: A, {how}}}")))
    assert [(p.code, p.where.path) for p in warnings] == [("DL-046", f"nguoi_ky.{key}")]


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("{chuc_vu: Giám đốc}", "DL-011"),
        ("{ten: A}", "DL-011"),
        ("{ten: A, chuc_vu: Giám đốc, quyen: có}", "DL-012"),
        ("{ten: A, chuc_vu: Giám đốc, chucvu: x}", "DL-010"),
        ("Lê A", "DL-012"),
    ],
)
def test_a_signer_is_whole_and_typed(how: str, code: str) -> None:
    assert codes(problems(replaced((SIGNER, how)))) == [(code, 8)]


def test_a_workbook_is_told_its_own_labels() -> None:
    (deputy,) = problems_in_workbook(replaced((SIGNER, "{ten: A, chuc_vu: Phó Giám đốc}")))
    assert deputy.message.vi == "Phó Giám đốc phải ký thay cấp trưởng: ghi thêm “Ký thay (KT.)”."
    (unnamed,) = problems_in_workbook(replaced((SIGNER, "{chuc_vu: Giám đốc}")))
    assert unnamed.message.vi == "Thiếu “Người ký”."
    assert unnamed.hint
    assert unnamed.hint.vi == "Ví dụ: “Nguyễn Văn A”."


def test_a_blank_name_is_printed_blank() -> None:
    made, warnings = report(replaced((SIGNER, "{ten: trong, chuc_vu: Giám đốc}")))
    assert (made.nguoi_ky.ten, made.nguoi_ky.chuc_vu) == ("", "Giám đốc")
    assert [(one.code, one.where.path) for one in warnings] == [("DL-059", "nguoi_ky.ten")]


def test_a_blank_title_is_that_of_the_head_in_the_register() -> None:
    made, warnings = report(replaced(DISTRICT, (SIGNER, "{ten: trong, chuc_vu: trong}")))
    assert signature_lines(made.nguoi_ky) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert [one.code for one in warnings] == ["DL-059"]  # the name, not the title


@pytest.mark.parametrize("key", ["ky_thay", "thua_lenh", "thua_uy_quyen"])
def test_a_head_does_not_sign_for_the_head(key: str) -> None:
    found = problems(replaced((SIGNER, f"{{ten: A, chuc_vu: trong, {key}: Giám đốc}}")))
    assert [(p.code, p.where.path) for p in found] == [("DL-043", f"nguoi_ky.{key}")]


def test_a_body_left_out_on_purpose_is_not_printed_and_pointed_out() -> None:
    how = "{ten: A, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch, thay_mat: trong}"
    made, (warning,) = report(replaced(DISTRICT, (SIGNER, how)))
    assert signature_lines(made.nguoi_ky) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (warning.code, warning.where.path) == ("DL-046", "nguoi_ky.thay_mat")
    assert (warning.where.line, warning.where.column) == (8, 72)
    assert "TM. ỦY BAN NHÂN DÂN" in warning.message.vi


def test_nothing_is_left_out_where_one_head_leads() -> None:
    made, warnings = report(replaced((SIGNER, "{ten: A, chuc_vu: Giám đốc, thay_mat: trong}")))
    assert (signature_lines(made.nguoi_ky), warnings) == (("GIÁM ĐỐC",), ())


def test_by_order_there_is_no_body_to_leave_out() -> None:
    how = "{ten: A, chuc_vu: Chánh Văn phòng, thua_lenh: Chủ tịch, thay_mat: trong}"
    made, warnings = report(replaced(DISTRICT, (SIGNER, how)))
    assert signature_lines(made.nguoi_ky) == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
    assert warnings == ()
