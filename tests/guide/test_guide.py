"""`templates/README.md` shows what the templates really do, and its pictures are of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import docx
import pytest
from PIL import Image

from generator import readers
from generator.bieu_mau_reader import read_form_set
from generator.cli import COMMANDS, run
from tests.guide.draw import PICTURES, digests, draw, pages
from tests.guide.examples import EXAMPLES, ROOT, TEMPLATES, lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.guide.examples import Example

GUIDE = (TEMPLATES / "README.md").read_text(encoding="utf-8")
# -- a heading inside an outline that is shown begins no section of the guide --
SECTIONS = re.sub(
    r"```.*?```", lambda m: m[0].replace("\n#", "\n #"), GUIDE, flags=re.DOTALL
).split("\n## ")


def _section(example: Example) -> str:
    """Return the section that shows the pictures of an example, in one line."""
    (found,) = (one for one in SECTIONS if f"(hinh/{example.name}-mau.png)" in one)
    return " ".join(found.replace("\\|", "|").split())


def _of(examples: tuple[Example, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("example", examples, ids=lambda example: example.name)


@_of(EXAMPLES)
def test_the_guide_shows_the_template_as_it_is_written(example: Example) -> None:
    section = _section(example)

    assert [line for line in lines(example.template()) if line not in section] == []


@_of(EXAMPLES)
def test_the_guide_shows_what_the_template_prints(example: Example) -> None:
    section = _section(example)

    report, remarks = example.report()

    assert [line for line in lines(report) if line not in section] == []
    # -- an example is a piece of a report: it has no head, no signature --
    assert [one for one in remarks if not one.code.startswith("TT-")] == []


@_of(tuple(example for example in EXAMPLES if example.outline))
def test_the_guide_shows_outline_and_text_to_the_letter(example: Example) -> None:
    blocks = re.findall(r"```\n(.*?)```", GUIDE, re.DOTALL)

    assert blocks == [example.outline, example.narrative]


def test_every_picture_of_the_guide_is_of_an_example_and_small() -> None:
    shown = re.findall(r"\]\(hinh/(.*?)\.png\)", GUIDE)

    assert shown == [f"{e.name}-{kind}" for e in _in_order() for kind in ("mau", "bao-cao")]
    assert {path.stem for path in PICTURES.glob("*.png")} == set(shown)
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 1_000_000


def _in_order() -> list[Example]:
    return sorted(EXAMPLES, key=lambda example: GUIDE.index(f"hinh/{example.name}-mau.png"))


def test_the_pictures_show_these_very_texts() -> None:
    drawn = (PICTURES / "hinh.txt").read_text(encoding="utf-8")

    assert drawn == digests(EXAMPLES), "templates of the guide have changed: run `make guide`"


@pytest.mark.office
@pytest.mark.slow
def test_pictures_are_drawn_and_framed(tmp_path: Path) -> None:
    draw(EXAMPLES[:1], tmp_path)

    names = list(pages(EXAMPLES[0]))
    assert {path.stem for path in tmp_path.iterdir()} == set(names)
    for name in names:
        with (
            Image.open(tmp_path / f"{name}.png") as drawn,
            Image.open(PICTURES / f"{name}.png") as kept,
        ):
            width, height = drawn.size
            assert 200 < width < 900
            assert 30 < height < 200
            # -- fonts of another machine may break lines elsewhere, but it is the same picture --
            assert abs(width - kept.width) < 60
            assert len(drawn.convert("L").getcolors() or ()) > 2


def test_the_guide_names_only_commands_and_files_that_are_there() -> None:
    commands = set(re.findall(r"baocao ([a-z-]+)", GUIDE))
    files = re.findall(r"`(templates/(?:khung|so|chung)[^`]*)`", GUIDE)

    assert commands <= {*COMMANDS, "preview"}
    assert files
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_the_form_set_of_the_guide_can_be_read() -> None:
    section = next(one for one in SECTIONS if one.startswith("16. "))
    shown = "\n".join(re.findall(r"(?m)^    (.*)$", section))

    found = read_form_set(readers.read(shown.encode(), "thi-dua-2022.yaml"))

    assert (found.ten, found.che_do, found.cap) == ("thi-dua-2022", "thi_dua", ("so", "huyen"))
    assert [row.khai_niem for row in found.rows.values()] == [
        "khen_thuong",
        "khen_tap_the",
        "khen_ca_nhan",
    ]
    assert len(found.rang_buoc) == 1


def test_whoever_follows_the_first_section_gets_a_new_kind_of_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init"]) == 0
    first = SECTIONS[1]
    commands = [line.split()[1:] for line in re.findall(r"(?m)^    (baocao .*)$", first)]
    new, like_another, render, lint, layout, fresh, real = commands
    sentence, figures = (line.strip() for line in re.findall(r"(?m)^    +(?!baocao)(.*)$", first))

    assert run(new) == 0
    assert run(like_another) == 0
    assert run(render) == 0
    folder = tmp_path / "templates" / "bao-cao-thi-dua"
    page = docx.Document(str(folder / "bao-cao.docx"))
    heading = next(p for p in page.paragraphs if p.text.startswith("I."))
    after = page.paragraphs[[p.text for p in page.paragraphs].index(heading.text) + 2]
    after.insert_paragraph_before(sentence, style="Body Text")
    after.insert_paragraph_before("Khen thưởng {{ sl.khen_thuong.ca_nhan }} cá nhân.", "Body Text")
    page.save(str(folder / "bao-cao.docx"))
    data = folder / "vi-du.yaml"
    text = data.read_text(encoding="utf-8")
    data.write_text(f"{text}  {figures}\n", encoding="utf-8")
    assert run(render) == 0
    printed = lines((tmp_path / "out" / "bao-cao-thi-dua.docx").read_bytes())
    assert "Đến nay đã hoàn thành 09 nhiệm vụ." in printed
    assert "Đến nay đã hoàn thành 09 nhiệm vụ." in " ".join(first.split())
    assert "Khen thưởng 21 cá nhân." in printed
    capsys.readouterr()
    assert run(lint) == 0
    assert run(layout) == 0
    assert "CẢNH BÁO" not in capsys.readouterr().err

    assert run(fresh) == 0
    target = tmp_path / "data" / "2022-Q2" / "so-noi-vu-dong-nai.yaml"
    text = target.read_text(encoding="utf-8")
    assert re.search(r"(?m)^    hoan_thanh:$", text)
    target.write_text(
        text.replace("\n    hoan_thanh:\n", "\n    hoan_thanh: 7\n"), encoding="utf-8"
    )
    assert run(real) == 0
    printed = lines((tmp_path / "out" / "2022-Q2" / "so-noi-vu-dong-nai.docx").read_bytes())
    assert "Kết quả thực hiện nhiệm vụ quý II năm 2022" in printed
    assert "Đến nay đã hoàn thành 07 nhiệm vụ." in printed
    assert not any("DỰ THẢO" in line for line in printed)
