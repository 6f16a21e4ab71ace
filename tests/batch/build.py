"""A small province for tests: a register, one template set, a data file for each unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.batch.plan import make_plan
from generator.batch.processes import alone, prepare
from generator.batch.run import Batch, Order, Outcome
from generator.files import Folder
from generator.problem import has_errors
from tests.word.build import docx

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.batch.processes import Setting
    from generator.batch.run import Crew

KY = "2022-Q1"
UNITS = ("a-1", "a-2", "a-3")
STYLES = ("Heading1", "BodyText")
OUTLINE = "# I. KẾT QUẢ\n\nĐã tiếp {{ sl.luot }} lượt, kỳ trước {{ truoc.sl.luot }}.\n"
REGISTER = """\
don_vi:
  - {ma: tinh, cap: tinh, loai: tỉnh, ten: UBND tỉnh, day_du: UBND tỉnh A, ky_hieu: UBND,
     dia_danh: A, ban_hanh: [TỈNH A], chuc_danh: Chủ tịch}
"""
UNIT = """\
  - {{ma: {ma}, cap: huyen, loai: huyện, ten: Huyện {ma}, day_du: UBND huyện {ma}, ky_hieu: UBND,
     dia_danh: A, cha: tinh, ban_hanh: [HUYỆN], chuc_danh: Chủ tịch, den: 2025-06-30,
     noi_nhan: {{mac_dinh: [UBND tỉnh]}}}}
"""


def make_project(root: Path, units: Iterable[str] = UNITS, outline: str = OUTLINE) -> Path:
    """Write a project into `root` and return the folder of its data."""
    own = root / "templates" / "thu"
    own.mkdir(parents=True)
    (own / "bao-cao.docx").write_bytes(docx("{{ don_vi.ten }}\n{{p noi_dung }}"))
    (own / "bo-mau.yaml").write_text("ten: thu\nmau: bao-cao.docx\nde_cuong: de-cuong.md\n")
    (own / "de-cuong.md").write_text(outline, encoding="utf-8")
    data = root / "data" / KY
    data.mkdir(parents=True)
    register = root / "data" / "danh-muc"
    register.mkdir()
    listed = REGISTER + "".join(UNIT.format(ma=unit) for unit in units)
    (register / "a.yaml").write_text(listed, encoding="utf-8")
    for number, unit in enumerate(units, 1):
        write_data(data, unit, luot=number)
    return data


def write_data(folder: Path, unit: str, *, luot: object = 1, ky: str = KY, name: str = "") -> Path:
    path = folder / (name or f"{unit}.yaml")
    path.write_text(
        f"ky: {ky}\ndon_vi: {unit}\nbo_mau: thu\nso: trong\n"
        f"ngay: {{ngay: trong, thang: trong, nam: {ky[:4]}}}\nluu: [VT]\n"
        "nguoi_ky: {ten: Nguyễn Văn A, chuc_vu: Chủ tịch}\n"
        f"so_lieu: {{luot: {luot}}}\n",
        encoding="utf-8",
    )
    return path


def setting_of(data: Path, *, the_thuc: bool = False) -> Setting:
    return replace(prepare(data.parent.parent, data, "vi"), the_thuc=the_thuc)


def batch_of(
    data: Path, *, force: bool = False, strict: bool = False, the_thuc: bool = False
) -> Batch:
    out = data.parent.parent / "out" / data.name
    setting = setting_of(data, the_thuc=the_thuc)
    return Batch(Order(out=out, setting=setting, force=force, strict=strict))


def run(
    data: Path, *, crew: Crew | None = None, force: bool = False, the_thuc: bool = False
) -> dict[str, Outcome]:
    """Make what is to be made of `data`, in this process; return what became of each unit."""
    batch = batch_of(data, force=force, the_thuc=the_thuc)
    plan = make_plan(data, Folder(data.parent.parent))
    own = crew or (lambda tasks: alone(setting_of(data, the_thuc=the_thuc), tasks))
    return {outcome.unit: outcome for outcome in batch.run(plan, own)}


def documents(data: Path) -> dict[str, bytes]:
    out = data.parent.parent / "out" / data.name
    return {path.name: path.read_bytes() for path in sorted(out.glob("*.docx"))}


def errors(outcome: Outcome) -> list[str]:
    """Return the codes of what stopped a unit."""
    return [problem.code for problem in outcome.problems if has_errors([problem])]
