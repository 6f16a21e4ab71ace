"""`baocao fields`: every name a template may use, and those that one uses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import language, text
from generator.cli.options import add_format
from generator.problem import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from generator.cli.designs import Designs
    from generator.names.catalogue import Entry
    from generator.names.overview import Overview, Used
    from generator.names.reading import Reading

SUMMARY = Message("liệt kê mọi chỗ điền dùng được trong mẫu", "list every name of templates")
HELP = Message(
    """Liệt kê mọi tên, vòng lặp, bộ lọc dùng được trong mẫu: ý nghĩa, cách viết, in ra thế nào
với số liệu mẫu. Có tên bộ mẫu hay tệp Word thì chia ra: mẫu đang dùng, có thể dùng, dùng mà
không có.

ví dụ:
  baocao fields
  baocao fields so
  baocao fields so --docx bang-tra.docx
  baocao fields mau-moi.docx --format json""",
    """List every name, loop and filter of templates: its meaning, how to write it, what it prints
with sample data. For a template set or a Word file: what it uses, could use, uses in vain.

examples:
  baocao fields
  baocao fields so
  baocao fields so --docx names.docx
  baocao fields new.docx --format json""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "template",
        nargs="?",
        metavar=text("MAU", "TEMPLATE"),
        help=text("tên bộ mẫu hoặc tệp .docx", "name of a template set, or a .docx"),
    )
    add_format(parser)
    parser.add_argument(
        "--docx",
        type=Path,
        metavar=text("TEP_WORD", "FILE"),
        help=text("ghi thành bảng tra Word để in", "write a Word sheet to print, too"),
    )


def command(arguments: Namespace) -> int:
    """List the names; return 0, also where the sample of the set has faults, which are told."""
    from generator import files  # noqa: PLC0415
    from generator.cli.designs import Designs  # noqa: PLC0415

    asked: str | None = arguments.template
    start = Path(asked).absolute().parent if asked else Path.cwd()
    designs = Designs(files.find_root(start, shipped=True))
    found = _overview(asked, designs)
    show.problems(designs.faults_of_sample(designs.set_of(asked) if asked else None))
    if arguments.docx:
        from generator.names.sheet import sheet  # noqa: PLC0415  # python-docx is slow to import

        target = files.output_path(Path("fields"), designs.folder.root, arguments.docx)
        files.write_atomic(target, sheet(found, _title(asked, designs)))
        show.written(target)
    if arguments.format == "json":
        show.data(_as_json(found))
    elif not arguments.docx:
        for line in _as_text(found):
            show.line(line, sys.stdout)
    return 0


def _title(asked: str | None, designs: Designs) -> str:
    bo_mau = designs.set_of(asked) if asked else None
    return bo_mau.ten_day_du if bo_mau else asked or "Mọi bộ mẫu"


def _overview(asked: str | None, designs: Designs) -> Overview:
    from generator.formats import formatter  # noqa: PLC0415
    from generator.names.catalogue import Catalogue  # noqa: PLC0415
    from generator.names.known import concepts_of  # noqa: PLC0415
    from generator.names.overview import overview  # noqa: PLC0415

    bo_mau = designs.set_of(asked) if asked else None
    house = designs.house(bo_mau)
    sample = next(designs.samples(bo_mau), {})
    labels = concepts_of(designs.folder, bo_mau)
    catalogue = Catalogue(house.world, formatter("vi"), sample, labels)
    return overview(catalogue, _readings(asked, designs) if asked else ())


def _readings(asked: str, designs: Designs) -> list[Reading]:
    from generator.files import read_bytes  # noqa: PLC0415
    from generator.lint import lint_docx, lint_set  # noqa: PLC0415

    bo_mau = designs.set_of(asked)
    house = designs.house(bo_mau)
    if bo_mau is not None:
        return [one.reading for one in lint_set(designs.folder, bo_mau, house)]
    name = designs.folder.display(Path(asked))
    return [lint_docx(read_bytes(Path(asked), name), name, house).reading]


def _as_text(found: Overview) -> Iterator[str]:
    from generator.names.filters import FILTERS  # noqa: PLC0415

    lang = language()
    if found.missing:
        yield text("== Mẫu đang dùng mà không có ==", "== Used, but there is none ==")
        for one in found.missing:
            yield f"{one.entry.path}  ({one.places[0].describe(lang)})"
        yield ""
    if found.used:
        yield text("== Mẫu đang dùng ==", "== Used ==")
        yield from _lines(one.entry for one in found.used)
        yield ""
    yield text("== Có thể dùng ==", "== Available ==")
    yield from _lines(found.available)
    yield ""
    yield text("== Bộ lọc ==", "== Filters ==")
    for info in FILTERS.values():
        prints = f"  → {info.prints}" if info.prints else ""
        yield f"{info.example:<44}  {info.meaning.in_language(lang)}{prints}"


def _lines(entries: Iterable[Entry]) -> Iterator[str]:
    from generator.names.types import SAID  # noqa: PLC0415

    lang = language()
    for entry in entries:
        said = SAID[entry.type.sort].in_language(lang)
        example = entry.prints or entry.value
        prints = f"  → {example}" if example else ""
        yield f"{entry.tag:<44}  {said}: {entry.meaning.in_language(lang)}{prints}"


def _as_json(found: Overview) -> dict[str, object]:
    from generator.names.filters import FILTERS  # noqa: PLC0415

    lang = language()
    return {
        "used": [_used(one) for one in found.used],
        "available": [_entry(entry) for entry in found.available],
        "missing": [_used(one) for one in found.missing],
        "filters": [
            {
                "name": name,
                "meaning": info.meaning.in_language(lang),
                "tag": info.example,
                "prints": info.prints,
                "used": name in found.filters,
            }
            for name, info in FILTERS.items()
        ],
    }


def _used(one: Used) -> dict[str, object]:
    return {**_entry(one.entry), "places": [place.describe(language()) for place in one.places]}


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.path,
        "tag": entry.tag,
        "type": str(entry.type.sort),
        "meaning": entry.meaning.in_language(language()),
        "value": entry.value,
        "prints": entry.prints,
    }
