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
    assert f"Theo data/2022-Q1/{UNIT}.yaml: người ký, 35 văn bản viện dẫn, 17 số liệu" in err
    assert f"Lời văn kỳ trước là data/2022-Q1/{UNIT}.md; thêm --loi-van" in err
    assert run(["render", f"data/2022-Q2/{UNIT}.yaml"]) == 0
    assert (project / "out" / "2022-Q2" / f"{UNIT}.docx").exists()


def test_free_figures_stand_beside_the_sentences_that_print_them(project: Path) -> None:
    assert run([*NEW, "-o", "mới.xlsx"]) == 0

    rows = load_workbook(project / "mới.xlsx")["Số liệu"].iter_rows(
        min_row=4, max_col=2, values_only=True
    )
    places = {str(name): str(place) for name, place in rows if name}
    assert len(places) == 106
    assert all(0 < len(place) <= 90 for place in places.values())
    assert "lời văn không dùng" not in places.values()
    # -- printed in the note of a form's row, nowhere in the text --
    assert places["tthc_truc_tuyen.tong_so"].startswith("Biểu mẫu 7: “")
    assert places["danh_gia_cchc.cap_so.hai_long"].startswith("I.2: “…")
    assert places["danh_gia_cchc.cap_so.hai_long"].endswith("tỷ lệ hài lòng trung bình là […]”")


def test_the_yaml_file_has_the_same_sentences_above_the_names(project: Path) -> None:
    assert run([*NEW, "-o", "mới.yaml"]) == 0

    lines = (project / "mới.yaml").read_text(encoding="utf-8").splitlines()
    name = next(n for n, line in enumerate(lines) if line.strip().startswith("hai_long:"))
    assert lines[name - 1].startswith("      # I.2: “…")
    assert lines[name - 1].endswith("tỷ lệ hài lòng trung bình là […]”")


def test_a_text_beside_the_new_file_tells_better_than_that_of_last_time(project: Path) -> None:
    text = "# I.\n## 2.\nXuất sắc: {{ sl.danh_gia_cchc.cap_so.xuat_sac }}.\n"
    (project / "mới.md").write_text(text, encoding="utf-8")

    assert run([*NEW, "-o", "mới.xlsx"]) == 0

    rows = load_workbook(project / "mới.xlsx")["Số liệu"].iter_rows(
        min_row=4, max_col=2, max_row=5, values_only=True
    )
    assert list(rows) == [
        ("danh_gia_cchc.cap_so.xuat_sac", "I.2: “Xuất sắc: […]”"),
        ("danh_gia_cchc.cap_so.tot", "lời văn không dùng"),
    ]


def test_a_text_with_faults_tells_nothing_and_keeps_no_new_file_back(project: Path) -> None:
    (project / "mới.md").write_text("# I.\n# I.\n", encoding="utf-8")

    assert run([*NEW, "-o", "mới.xlsx"]) == 0

    column = load_workbook(project / "mới.xlsx")["Số liệu"]["B"][3:]
    assert [cell.value for cell in column if cell.value] == []


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


def test_the_file_that_is_kept_is_named_as_it_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NEW) == 0
    capsys.readouterr()

    assert run([*NEW, "--xlsx", "--loi-van"]) == 0

    assert f"Giữ nguyên: data/2022-Q2/{UNIT}.yaml\n" in capsys.readouterr().err
    assert not (project / "data" / "2022-Q2" / f"{UNIT}.xlsx").exists()


def test_outside_of_any_project_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run([*NEW, "--ky", "2099-Q3"]) == 1

    said = capsys.readouterr().err
    assert said.startswith(f"LỖI HT-060  {tmp_path}\n")
    assert "baocao init" in said
    assert not (ROOT / "data" / "2099-Q3").exists()


def test_nobody_is_told_to_overwrite_a_file_that_may_be_filled(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NEW) == 0
    assert run(NEW) == 1

    said = capsys.readouterr().err
    assert "HT-020" in said
    assert "Mở tệp đó để điền tiếp" in said
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
    for told in ("DL-020  --don-vi", "DL-022  --ky", "HT-051  --bo-mau", "Ý bạn là “so”?"):
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
        lines = text[text.index("  nhiem_vu:\n") :].splitlines()
        assert [line.split() for line in lines[:2]] == [
            ["nhiem_vu:"],
            ["duoc_giao:", "#", "lời", "văn", "không", "dùng"],
        ]
        assert "ten: Văn phòng" in text
        assert "kỳ trước" not in text[text.index("so_lieu:") :]
    assert run(["render", str(path)]) == 0


def test_a_sample_of_a_unit_that_is_not_there_is_left_alone(project: Path) -> None:
    sample = project / "templates" / "khung" / "vi-du.yaml"
    sample.write_text("don_vi: so-khong-co\n", encoding="utf-8")

    assert run([*NEW, "--bo-mau", "khung"]) == 0
