"""The eleven sample districts of Đồng Nai: the engine's totals against sums done another way."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.bieu_mau import percentage
from generator.figure import Status
from generator.files import Folder
from generator.rollup import File, Order, RolledUp, roll_up

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((ROOT / "data" / "2022-Q1").glob("dong-nai-*.yaml"))


@pytest.fixture(scope="module")
def done() -> RolledUp:
    sent = [File(path.read_bytes(), path.name) for path in FILES]
    order = Order(don_vi="dong-nai", ky="2022-Q1", bo_mau="tinh-tong-hop")
    return roll_up(sent, order, Folder(ROOT))


def _stated(form: int, code: str) -> list[int]:
    """Return the whole numbers that the districts' files state for a row, read by PyYAML alone."""
    forms = [yaml.safe_load(path.read_text(encoding="utf-8"))["bieu_mau"][form] for path in FILES]
    return [value for one in forms if isinstance(value := one.get(code), int)]


@pytest.mark.parametrize(
    ("concept", "form", "code"),
    [
        ("van_ban_chi_dao", 1, "1"),
        ("nhiem_vu_ke_hoach", 1, "2.1"),
        ("ho_so_da_giai_quyet_huyen", 3, "3.1.1"),
        ("ho_so_dung_han_huyen", 3, "3.1.2"),
        ("vbqppl_cap_huyen", 2, "1"),
    ],
)
def test_the_province_has_the_sum_of_what_the_districts_state(
    done: RolledUp, concept: str, form: int, code: str
) -> None:
    total = done.totals.of(concept)

    assert total is not None
    assert total.figure.number == sum(_stated(form, code))
    assert total.answers == len(_stated(form, code))


def test_all_eleven_have_reported(done: RolledUp) -> None:
    assert done.notes[0].vi == (
        "11/11 đơn vị cấp huyện đã báo cáo. "
        "Danh mục còn có 1 đơn vị cấp sở chưa gửi tệp nào, số cộng không gồm phần đó."
    )
    assert done.problems == ()


def test_the_rate_on_time_is_that_of_all_files_together(done: RolledUp) -> None:
    rate = done.totals.of("ty_le_ho_so_dung_han_huyen")
    part, whole = (
        done.totals.of("ho_so_dung_han_huyen"),
        done.totals.of("ho_so_da_giai_quyet_huyen"),
    )

    assert rate is not None
    assert part is not None
    assert whole is not None
    assert part.figure.number is not None
    assert whole.figure.number is not None
    assert rate.figure.number == percentage(part.figure.number, whole.figure.number)


def test_what_only_the_province_knows_stays_blank(done: RolledUp) -> None:
    for concept in ("ho_so_da_giai_quyet_so_nganh", "vbqppl_cap_tinh", "phieu_khao_sat"):
        total = done.totals.of(concept)

        assert total is not None
        assert total.figure.status is Status.BLANK
