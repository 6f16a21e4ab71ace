"""`baocao new` as a clerk runs it: what is written, what is said, what is refused."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli import run

ROOT = Path(__file__).parent.parent.parent
UNIT = "so-noi-vu-dong-nai"
NEW = ["new", "--don-vi", UNIT, "--ky", "2022-Q2"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the templates, the register and one report of this project, stood in."""
    for folder in ("templates", "data/danh-muc"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    last = tmp_path / "data" / "2022-Q1"
    last.mkdir()
    for suffix in (".yaml", ".md"):
        shutil.copy(ROOT / "data" / "2022-Q1" / f"{UNIT}{suffix}", last)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_lies_where_it_is_looked_for_and_renders_untouched(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NEW) == 0

    err = capsys.readouterr().err
    assert f"Đã ghi: data/2022-Q2/{UNIT}.yaml" in err
    assert f"Theo data/2022-Q1/{UNIT}.yaml: người ký, 35 văn bản viện dẫn, 4 số liệu" in err
    assert f"Lời văn kỳ trước là data/2022-Q1/{UNIT}.md; thêm --loi-van" in err
    assert run(["render", f"data/2022-Q2/{UNIT}.yaml"]) == 0
    assert (project / "out" / "2022-Q2" / f"{UNIT}.docx").exists()


def test_the_workbook_renders_untouched_and_says_what_is_empty(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*NEW, "--xlsx"]) == 0
    capsys.readouterr()

    assert run(["render", f"data/2022-Q2/{UNIT}.xlsx"]) == 0

    err = capsys.readouterr().err
    assert "CẢNH BÁO DL-038" in err
    assert "Biểu mẫu 1 chưa có số liệu ở các dòng 1, 2.2" in err
    assert (project / "out" / "2022-Q2" / f"{UNIT}.docx").exists()


@pytest.mark.parametrize(
    ("unit", "period", "more"),
    [
        ("dong-nai-bien-hoa", "2022-Q2", ["--bo-mau", "huyen-2018"]),
        ("ben-tre", "2022-Q4", ["--bo-mau", "tinh"]),
        ("ha-nam", "2021", ["--bo-mau", "tinh-phu-luc"]),
        ("so-noi-vu-ben-tre", "2022-03", []),
    ],
)
@pytest.mark.parametrize("kind", [".yaml", ".xlsx"])
def test_any_unit_begins_without_a_last_report(
    project: Path, unit: str, period: str, more: list[str], kind: str
) -> None:
    asked = ["new", "--don-vi", unit, "--ky", period, *more, "-o", f"data/{period}/{unit}{kind}"]

    assert run(asked) == 0
    path = project / "data" / period / f"{unit}{kind}"
    if unit in ("ben-tre", "ha-nam"):  # nobody above them: the receivers must be stated
        assert run(["render", str(path)]) == 1
    else:
        assert run(["render", str(path)]) == 0


def test_an_existing_file_is_not_overwritten(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NEW) == 0
    path = project / "data" / "2022-Q2" / f"{UNIT}.yaml"
    path.write_text("đã điền", encoding="utf-8")

    assert run(NEW) == 1
    assert run([*NEW, "--xlsx"]) == 1  # nor gets it a rival

    assert path.read_text(encoding="utf-8") == "đã điền"
    assert not path.with_suffix(".xlsx").exists()
    assert f"LỖI HT-020  data/2022-Q2/{UNIT}.yaml" in capsys.readouterr().err


def test_with_force_it_is(project: Path) -> None:
    path = project / "data" / "2022-Q2" / f"{UNIT}.yaml"
    path.parent.mkdir()
    path.write_text("cũ", encoding="utf-8")

    assert run([*NEW, "--force"]) == 0

    assert path.read_text(encoding="utf-8").startswith("# Dữ liệu báo cáo kỳ 2022-Q2")


def test_the_text_of_last_time_is_copied_when_asked_for(project: Path) -> None:
    assert run([*NEW, "--loi-van"]) == 0

    new, last = (project / "data" / ky / f"{UNIT}.md" for ky in ("2022-Q2", "2022-Q1"))
    assert new.read_bytes() == last.read_bytes()


def test_a_text_that_is_there_is_not_overwritten(project: Path) -> None:
    text = project / "data" / "2022-Q2" / f"{UNIT}.md"
    text.parent.mkdir()
    text.write_text("của tôi", encoding="utf-8")

    assert run([*NEW, "--loi-van"]) == 1

    assert text.read_text(encoding="utf-8") == "của tôi"
    assert not text.with_suffix(".yaml").exists()


def test_the_text_alone_is_copied_beside_data_that_are_there_already(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*NEW, "--xlsx"]) == 0
    book = project / "data" / "2022-Q2" / f"{UNIT}.xlsx"
    filled = book.read_bytes() + b"!"
    book.write_bytes(filled)
    capsys.readouterr()

    assert run([*NEW, "--xlsx", "--loi-van"]) == 0

    assert book.read_bytes() == filled
    last = project / "data" / "2022-Q1" / f"{UNIT}.md"
    assert book.with_suffix(".md").read_bytes() == last.read_bytes()
    said = capsys.readouterr().err
    assert f"Đã ghi: data/2022-Q2/{UNIT}.md\nGiữ nguyên: data/2022-Q2/{UNIT}.xlsx\n" in said


def test_nobody_is_told_to_overwrite_a_file_that_may_be_filled(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NEW) == 0
    assert run(NEW) == 1

    said = capsys.readouterr().err
    assert "HT-020" in said
    assert "mở tệp đó để điền tiếp" in said
    assert "--force" not in said
    assert (project / "data" / "2022-Q2" / f"{UNIT}.yaml").is_file()


def test_made_up_figures_are_not_carried_into_the_next_period(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = "dong-nai-xuan-loc"
    last = project / "data" / "2022-Q1" / f"{unit}.yaml"
    shutil.copy(ROOT / "data" / "2022-Q1" / f"{unit}.yaml", last)

    assert run(["new", "--don-vi", unit, "--ky", "2022-Q2"]) == 0

    said = capsys.readouterr().err
    assert f"data/2022-Q1/{unit}.yaml là số liệu minh họa (so_lieu_minh_hoa) nên không lấy" in said
    path = project / "data" / "2022-Q2" / f"{unit}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "51/KH-UBND" not in text
    assert "  ten: trong" in text
    assert "(kỳ trước" not in text
    assert run(["render", str(path)]) == 0


def test_every_fault_is_told_at_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["new", "--don-vi", "so-noi-vu-dong-nia", "--ky", "2022-Q5", "--bo-mau", "soo"])

    err = capsys.readouterr().err
    assert code == 1
    for told in ("DL-020  --don-vi", "DL-022  --ky", "DL-026  --bo-mau", "Ý bạn là “so”?"):
        assert told in err
    assert f"Ý bạn là “{UNIT}”?" in err
    assert not (project / "data" / "2022-Q5").exists()


@pytest.mark.usefixtures("project")
def test_a_level_with_several_template_sets_gets_the_choice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["new", "--don-vi", "ben-tre", "--ky", "2022-Q4"]) == 1

    err = capsys.readouterr().err
    assert "DL-100" in err
    assert "--bo-mau tinh: " in err
    assert "--bo-mau tinh-phu-luc: " in err


def test_a_last_report_with_faults_is_told_and_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = project / "data" / "2022-Q1" / f"{UNIT}.yaml"
    written = last.read_text(encoding="utf-8").replace('"1": 21', '"1": nhiều')
    last.write_text(written.replace("ten: Phạm Minh Phước", "ten: Trần Văn Khác"), encoding="utf-8")

    assert run(NEW) == 0

    assert f"CẢNH BÁO DL-101  data/2022-Q1/{UNIT}.yaml" in capsys.readouterr().err
    text = (project / "data" / "2022-Q2" / f"{UNIT}.yaml").read_text(encoding="utf-8")
    assert "van_ban:  " not in text
    assert "  ten: Phạm Minh Phước  " in text  # the register's, not that of the last report


@pytest.mark.parametrize(("name", "more"), [("a.docx", []), ("a.yaml", ["--xlsx"]), ("a", [])])
def test_a_file_of_another_kind_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, more: list[str]
) -> None:
    assert run([*NEW, "-o", name, *more]) == 1

    assert f"LỖI HT-021  {name}" in capsys.readouterr().err
    assert not (project / name).exists()


def test_the_name_of_the_file_may_tell_its_kind(project: Path) -> None:
    assert run([*NEW, "-o", "quy-2.xlsx"]) == 0

    assert load_workbook(BytesIO((project / "quy-2.xlsx").read_bytes())).sheetnames[0] == "Bìa"


def test_a_folder_takes_the_file_under_the_code_of_the_unit(project: Path) -> None:
    (project / "mới").mkdir()

    assert run([*NEW, "-o", "mới", "--xlsx"]) == 0

    assert (project / "mới" / f"{UNIT}.xlsx").exists()


def test_a_workbook_is_a_last_report_like_any_other(project: Path) -> None:
    assert run([*NEW, "--xlsx"]) == 0

    assert run(["new", "--don-vi", UNIT, "--ky", "2022-Q3"]) == 0

    text = (project / "data" / "2022-Q3" / f"{UNIT}.yaml").read_text(encoding="utf-8")
    assert "“Kỳ trước” là 2022-Q2" in text
    assert '"2.1": 3041' in text


@pytest.mark.parametrize("kind", [[], ["--xlsx"]])
def test_a_set_that_the_unit_has_not_used_yet_gives_the_names_of_its_sample(
    project: Path, capsys: pytest.CaptureFixture[str], kind: list[str]
) -> None:
    assert run([*NEW, "--bo-mau", "khung", *kind]) == 0

    said = capsys.readouterr().err
    assert "người ký, 0 văn bản viện dẫn" in said
    assert "Tên số liệu, tên văn bản theo số liệu ví dụ của bộ mẫu" in said
    assert "--loi-van" not in said
    suffix = ".xlsx" if kind else ".yaml"
    path = project / "data" / "2022-Q2" / f"{UNIT}{suffix}"
    if kind:
        sheet = load_workbook(path)["Số liệu"]
        names = [row[0] for row in sheet.iter_rows(min_row=4, max_col=1, values_only=True)]
        assert names[:2] == ["nhiem_vu.duoc_giao", "nhiem_vu.hoan_thanh"]
    else:
        text = path.read_text(encoding="utf-8")
        assert "  nhiem_vu:\n    duoc_giao:\n    hoan_thanh:\n" in text
        assert "ten: Văn phòng" in text
        assert "kỳ trước" not in text[text.index("so_lieu:") :]
    assert run(["render", str(path)]) == 0


def test_a_sample_of_a_unit_that_is_not_there_is_left_alone(project: Path) -> None:
    sample = project / "templates" / "khung" / "vi-du.yaml"
    sample.write_text("don_vi: so-khong-co\n", encoding="utf-8")

    assert run([*NEW, "--bo-mau", "khung"]) == 0
