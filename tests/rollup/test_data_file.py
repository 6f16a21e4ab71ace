"""The parent's data file: it is one, it says what is missing, and an edited one is known."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.pipeline import Workshop
from generator.rollup import is_as_written, renewed
from tests.rollup.build import Shelf, rolled, sent, text_of

if TYPE_CHECKING:
    from generator.problem import Problem
    from generator.report import Report
    from generator.rollup import RolledUp


NO_DEPARTMENT = "Danh mục còn có 1 đơn vị cấp sở chưa gửi tệp nào, số cộng không gồm phần đó."


def _read(done: RolledUp) -> tuple[Report, tuple[Problem, ...]]:
    return Workshop(Shelf()).read(done.blob, "data/2022-Q1/tinh-x.yaml")


def _line(done: RolledUp, start: str) -> str:
    lines = [line for line in done.blob.decode().splitlines() if line.strip().startswith(start)]
    assert len(lines) == 1, lines
    return lines[0].strip()


def test_it_reads_back_with_every_total_as_its_value() -> None:
    done = rolled(sent("h-a"), sent("h-b"), sent("h-c"))

    report, _ = _read(done)

    assert (str(report.ky), report.don_vi.ma, report.bo_mau) == ("2022-Q1", "tinh-x", "tinh")
    assert report.bo_bieu_mau is not None
    assert report.bo_bieu_mau.ten == "tinh"
    for total in done.totals.by_ref.values():
        figure = report.by_concept()[total.row.khai_niem].figure
        assert (figure.status, figure.number, figure.total) == (
            total.figure.status,
            total.figure.number,
            total.figure.total,
        ), total.row.khai_niem


def test_a_total_over_some_units_says_so_in_the_form() -> None:
    done = rolled(sent("h-a"), sent("h-b", "  1: {1.1: trong}\n"), sent("h-c"))

    row = _read(done)[0].by_concept()["phan_a"]

    assert (row.figure.number, row.ghi_chu) == (
        Decimal(2),
        "2/3 đơn vị có số liệu; chỉ gồm cấp huyện",
    )


def test_units_that_left_rows_blank_are_warned_of_by_their_own_codes() -> None:
    done = rolled(sent("h-a"), sent("h-b", "  1: {1.1: trong, 1.2: 5}\n"), sent("h-c"))

    (warning,) = [p for p in done.problems if p.code == "DL-116"]

    assert warning.where.file == "data/2022-Q1/h-b.yaml"
    assert warning.message.vi == (
        "thành phố B chưa có số liệu ở 5 dòng mà đơn vị khác có: 1:1.1, 1:2, 1:3, 2:1.1, 2:1.2."
    )


def test_what_a_whole_level_left_blank_is_warned_of_once() -> None:
    districts = "  1: {1.2: 5, 2: 5, 3: 1/2}\n  2: {1.1: 10, 1.2: 9}\n"
    done = rolled(sent("so-y"), *(sent(unit, districts) for unit in ("h-a", "h-b", "h-c")))

    (warning,) = [p for p in done.problems if p.code == "DL-116"]

    assert warning.where.file == ""
    assert warning.message.vi == (
        "Không đơn vị cấp huyện nào có số liệu ở 1 dòng của biểu mẫu tổng hợp mà cấp khác có: "
        "1:1.1.1."
    )


def test_what_the_only_unit_of_a_level_left_blank_is_its_own() -> None:
    done = rolled(sent("so-y", "  1: {1.2: 5, 2: 5, 3: 1/2}\n"), sent("h-a"), sent("h-b"))

    (warning,) = [p for p in done.problems if p.code == "DL-116"]

    assert warning.where.file == "data/2022-Q1/so-y.yaml"
    assert warning.message.vi == "Sở Y chưa có số liệu ở 1 dòng mà đơn vị khác có: 1:1.1."


def test_a_ratio_with_one_operand_is_warned_of_and_left_blank() -> None:
    done = rolled(sent("h-a"), sent("h-b", "  2: {1.1: 7}\n"), sent("h-c"))

    (warning,) = [p for p in done.problems if p.code == "DL-117"]

    assert (warning.where.path, "thành phố B" in warning.message.vi) == ("bieu_mau.2.2", True)
    assert "(thành phố B)" in _line(done, '"2": trong')


def test_rows_say_why_they_are_blank_and_what_the_codes_were() -> None:
    done = rolled(sent("h-a"), sent("h-b", "  1: {4: 0}\n"), sent("h-c"))

    assert _line(done, '"4": trong').endswith("0 (Không): 1 đơn vị, 1 (Có): 2 đơn vị")
    assert _line(done, '"7": trong').endswith("biểu mẫu của đơn vị không có")
    assert _line(done, '"1.1": {ghi_chu: chỉ gồm cấp huyện}').endswith("1.1.1 + 1.1.2 = 6, tự tính")


def test_what_does_not_join_is_named() -> None:
    done = rolled(sent("h-a"), sent("h-b"), sent("h-c"))

    said = [note.vi for note in done.notes]

    assert said == [
        f"3/3 đơn vị cấp huyện đã báo cáo. {NO_DEPARTMENT}",
        "Chỉ tiêu của đơn vị (don-vi) không có trong tinh, không cộng: 2:2 rieng.",
        "Không cộng được, để trống: 1:4, 1:5, 1:6.",
        "Biểu mẫu của đơn vị không có: 1:7.",
        "Không cộng từ các đơn vị này, tự ghi: 2:1.1, 2:1.2.",
    ]
    head = done.blob.decode().split("\n\n")[0]
    assert all(f"# {note}" in head for note in said)


def test_signer_and_receivers_come_from_the_last_report_and_else_from_the_register() -> None:
    last = text_of("tinh-x", "", ky="2021-Q4", bo_mau="tinh").replace(
        "{ten: Lê A, chuc_vu: trong}", "{ten: Trần B, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}"
    )

    with_last = rolled(sent("h-a"), shelf=Shelf({("2021-Q4", "tinh-x"): last}))
    without = rolled(sent("h-a"))

    signer = _read(with_last)[0].nguoi_ky
    assert (signer.ten, signer.ky_thay) == ("Trần B", "Chủ tịch")
    report = _read(without)[0]
    assert (report.nguoi_ky.ten, report.nguoi_ky.chuc_vu) == ("", "Chủ tịch")
    assert [entry.dong for entry in report.noi_nhan] == [("Bộ Nội vụ",)]
    assert (report.so_ky_hieu.so, report.ngay_ban_hanh.day) == (None, None)


def test_where_nobody_knows_the_receivers_there_are_dots_to_fill_in() -> None:
    class Bare(Shelf):
        def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
            ((blob, name),) = super().danh_muc()
            return (
                (
                    blob.replace(
                        b", noi_nhan: {mac_dinh: [B\xe1\xbb\x99 N\xe1\xbb\x99i v\xe1\xbb\xa5]}", b""
                    ),
                    name,
                ),
            )

    done = rolled(sent("h-a"), shelf=Bare())

    report, warnings = _read(done)
    assert [entry.dong for entry in report.noi_nhan] == [("……",)]
    assert ("DL-059", "noi_nhan") in [(one.code, one.where.path) for one in warnings]


def test_made_up_figures_stay_marked_as_such() -> None:
    file = sent("h-b")
    made_up = type(file)(file.blob + b"so_lieu_minh_hoa: true\n", file.name)

    assert _read(rolled(sent("h-a"), made_up))[0].minh_hoa
    assert not _read(rolled(sent("h-a"), sent("h-b")))[0].minh_hoa


def test_whether_figures_are_made_up_is_for_the_units_to_say_and_not_for_a_kept_head() -> None:
    file = sent("h-b")
    made_up = rolled(sent("h-a"), type(file)(file.blob + b"so_lieu_minh_hoa: true\n", file.name))
    real = rolled(sent("h-a"), sent("h-b"))

    assert "so_lieu_minh_hoa: true            # 1/2 đơn vị gửi số minh họa" in (
        made_up.blob.decode().splitlines()
    )
    assert renewed(made_up.blob, real.blob) == (real.blob, ())
    assert renewed(real.blob, made_up.blob) == (made_up.blob, ())
    in_the_head = real.blob.replace(b"\nnguoi_ky:", b"\nso_lieu_minh_hoa: true\nnguoi_ky:")
    assert renewed(in_the_head, real.blob) == (real.blob, ())
    assert renewed(in_the_head, made_up.blob) == (made_up.blob, ())


def test_an_edit_is_noticed_and_other_line_ends_are_none() -> None:
    blob = rolled(sent("h-a"), sent("h-b")).blob

    assert is_as_written(blob)
    assert is_as_written(blob.replace(b"\n", b"\r\n"))
    assert not is_as_written(blob.replace(b'"1.1.1": {gia_tri: 2', b'"1.1.1": {gia_tri: 3'))
    assert not is_as_written(blob + b"# a word\n")
    assert not is_as_written(text_of("tinh-x").encode())
    assert not is_as_written(b"\xff\xfe\x00")


def test_what_a_person_fills_into_the_head_is_no_edit_and_stays() -> None:
    old = rolled(sent("h-a")).blob
    filled = old.replace(b"ten: trong ", "ten: Lê A ".encode())
    assert filled != old
    new = rolled(sent("h-a"), sent("h-b")).blob

    kept = renewed(filled, new)[0]

    assert is_as_written(filled)
    assert is_as_written(kept)
    assert b"  ten: L\xc3\xaa A " in kept
    assert kept.partition(b"\nso_lieu:")[2] == new.partition(b"\nso_lieu:")[2]
    assert renewed(old, new) == (new, ())


def test_a_head_of_another_report_is_not_taken_over() -> None:
    new = rolled(sent("h-a")).blob

    assert renewed(new.replace(b"\nky: 2022", b"\nky: 2021"), new) == (new, ())
    assert renewed(b"ky: 2022-Q1\nso: 5\n", new) == (new, ())
    assert renewed(b"\xff\xfe\x00", new) == (new, ())
