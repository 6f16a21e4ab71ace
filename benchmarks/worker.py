"""One engine in a process of its own: `python worker.py ENGINE TEMPLATE DATA`.

DATA is `report`, `anew` (a report whose figures are others in each document), `table:ROWS` or
`lazy:ROWS`. Then, a line each on standard input: `time N` (prints the seconds that N documents
took) or `save PATH`.
Runs in the peers' own environments too, so it imports nothing but the engine it is asked for.
"""

from __future__ import annotations

import io
import itertools
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks import document

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[[dict[str, object]], bytes]


_SHIFTS = itertools.count(1)


def ours(blob: bytes) -> Render:
    from generator.word import compile_template  # noqa: PLC0415  # peers have none

    return compile_template(blob, name="benchmark.docx").render


def ours_to_file(blob: bytes) -> Render:
    from generator.word import compile_template  # noqa: PLC0415  # peers have none

    template = compile_template(blob, name="benchmark.docx")

    def render(context: dict[str, object]) -> bytes:
        with Path("/dev/null").open("wb") as file:
            template.render_to(context, file)
        return b""

    return render


def docxtpl(blob: bytes) -> Render:
    """Serve docxtpl and rust-docxtpl, which caches by the template's content inside."""
    from docxtpl import DocxTemplate  # noqa: PLC0415  # three engines share this import name

    def render(context: dict[str, object]) -> bytes:
        template = DocxTemplate(io.BytesIO(blob))
        template.render(context, autoescape=True)
        return _saved(template)

    return render


def docxtpl_ng(blob: bytes) -> Render:
    """Reuse one object with `reload()`, as its documentation advises for many documents."""
    import docxtpl as module  # noqa: PLC0415  # three engines share this import name

    template: Any = module.Template(io.BytesIO(blob))  # type: ignore[attr-defined,unused-ignore]  # ng only

    def render(context: dict[str, object]) -> bytes:
        template.reload()
        template.render(context)
        return _saved(template)

    return render


def floor(blob: bytes) -> Render:
    """Deflate and write what our engine wrote, and nothing else: `blob` is its finished document.

    Members that our engine copies as they are (all but the body here) are copied here too.
    """
    from generator.word import package  # noqa: PLC0415  # peers have none

    members = package.read(blob)
    body = next(m for m in members if m.name == "word/document.xml")
    text = body.data()

    def render(context: dict[str, object]) -> bytes:  # noqa: ARG001  # shape of a renderer
        packed = package.packed(body.name, text)
        return b"".join(package.write(packed if m is body else m for m in members))

    return render


def spin(blob: bytes) -> Render:  # noqa: ARG001  # shape of an engine
    """Do nothing but compute: what two processes at once gain on this machine at this moment."""

    def render(context: dict[str, object]) -> bytes:  # noqa: ARG001  # shape of a renderer
        sum(range(50_000))
        return b""

    return render


def _saved(template: Any) -> bytes:
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


ENGINES: dict[str, Callable[[bytes], Render]] = {
    "ours": ours,
    "ours-to-file": ours_to_file,
    "floor": floor,
    "spin": spin,
    "docxtpl": docxtpl,
    "rust-docxtpl": docxtpl,
    "docxtpl-ng": docxtpl_ng,
}


def context_of(description: str) -> dict[str, object]:
    """Return the values that DATA on the command line names."""
    kind, _, count = description.partition(":")
    if kind in {"report", "anew"}:
        return document.report_data()
    return (
        document.table_data(int(count)) if kind == "table" else document.lazy_table_data(int(count))
    )


def answer(line: str, render: Render, description: str) -> str:
    """Carry out one line of standard input and return what to print."""
    command, _, rest = line.strip().partition(" ")
    context = context_of(description)
    if command == "save":
        Path(rest).write_bytes(render(context))
        return "saved"
    number = int(rest)
    contexts = _anew(number) if description == "anew" else itertools.repeat(context, number)
    start = time.perf_counter()
    for one in contexts:
        render(one)
    return str(time.perf_counter() - start)


def _anew(number: int) -> list[dict[str, object]]:
    """Return the values of so many reports, none with the figures of one before."""
    return [document.report_data(shift) for shift in itertools.islice(_SHIFTS, number)]


def main() -> None:
    engine, template, description = sys.argv[1:]
    render = ENGINES[engine](Path(template).read_bytes())
    for line in sys.stdin:
        print(answer(line, render, description), flush=True)


if __name__ == "__main__":
    main()
