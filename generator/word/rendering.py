"""One rendering: run the compiled parts, then write what their values have added."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from jinja2.runtime import new_context
from msgspec import Struct

from generator.problem import Stopped
from generator.word import assist, charts, diagnosis, footnotes, limits, merging, opc, package
from generator.word.emit import Writer
from generator.word.known import KNOWN
from generator.word.values import Additions, PartWriter, Relationship

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.problem import Where
    from generator.word.compiling import Part
    from generator.word.diagnosis import Log
    from generator.word.sandbox import WordEnvironment

# So many chunks, of some hundred bytes each, are packed at once.
_BATCH: Final = 1024
_IMAGE_TYPES: Final = {"jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif"} | {
    "bmp": "image/bmp",
    "tiff": "image/tiff",
}


class Program(Struct, frozen=True, kw_only=True, dict=True):
    """A compiled template, for those who render it.

    `places` locates every tag by its index, `relationships` are those of the compiled parts by
    their ids, `taken_names` the file names of its pictures, charts and workbooks.
    """

    docx: opc.Docx
    parts: tuple[Part, ...]
    env: WordEnvironment
    notes: footnotes.Notes
    places: tuple[Where, ...]
    relationships: Mapping[str, Mapping[str, Relationship]]
    taken_names: frozenset[str]
    file: str

    @cached_property
    def with_first_note(self) -> Mapping[str, bytes]:
        """The parts of the template that change when a document gets its first footnote of ours."""
        return footnotes.changed_parts(self.docx, self.notes)


class Run:
    """What one rendering shares among its parts."""

    __slots__ = ("additions", "context", "links", "meter", "program", "writers")

    def __init__(
        self, program: Program, context: Mapping[str, Any], links: Mapping[str, str]
    ) -> None:
        """Prepare to render `context`."""
        self.program = program
        self.links = links
        self.additions = Additions(
            next_note=program.notes.first_id,
            note_styles=program.notes.styles,
            taken_names=program.taken_names,
        )
        self.writers: dict[str, PartWriter] = {}
        self.additions.notes_part = self.writer(program.notes.part_or_new, notes_allowed=False)
        self.meter = limits.Meter()
        self.context = {
            **program.env.globals,
            **context,
            "_gop": assist.Assistant(self.additions),
        }

    def writer(self, part: str, *, notes_allowed: bool) -> PartWriter:
        """Return the door for values of one part."""
        if part not in self.writers:
            self.writers[part] = PartWriter(
                self.additions,
                relationships=self.program.relationships.get(part, {}),
                notes_allowed=notes_allowed,
            )
        return self.writers[part]

    def chunks(
        self, part: Part, careful: tuple[Any, Any] | None = None, log: Log | None = None
    ) -> Iterator[bytes]:
        """Yield the bytes of a part as its code produces them.

        `careful` replaces the part's function and named blocks by those that report to `log`.
        """
        function, blocks = careful or (part.run, part.blocks)
        names: Any = dict(blocks)
        context: Any = new_context(
            self.program.env, part.name, names, vars=self.context, shared=True
        )
        door = self.writer(part.name, notes_allowed=part.notes_allowed)
        writer = Writer(door, part.slots, part.namespaces, self.links)
        context.equip(writer.put, writer.word, self.meter, KNOWN)
        if log is not None:
            context.report_to(log.note, log.enter)
        chunks: Iterator[bytes] = function(context)
        return chunks


def members(
    program: Program, context: Mapping[str, Any], links: Mapping[str, str]
) -> list[package.Member]:
    """Return the members of the finished document; raise `Stopped` if there is any problem."""
    run = Run(program, context, links)
    made: dict[str, package.Member] = {}
    for part in program.parts:
        try:
            made[part.name] = package.packed_chunks(part.name, _batches(run.chunks(part)))
        except Exception as error:  # filters and values may raise anything
            found = diagnosis.problems(Run(program, context, links), (part, error))
            raise Stopped(found) from error
    made |= _additions(run, made)
    originals = program.docx.members
    kept = [made.get(name, member) for name, member in originals.items()]
    return [*kept, *(member for name, member in made.items() if name not in originals)]


def _batches(chunks: Any) -> Iterator[bytes]:
    """Yield the output in larger pieces, and stop it where it outgrows any document."""
    total = 0
    while batch := b"".join(islice(chunks, _BATCH)):
        yield batch
        total += len(batch)
        if total > limits.MAX_BYTES:
            raise _too_big(chunks.gi_frame.f_lineno)


def _too_big(line: int) -> limits.LimitError:
    size = limits.MAX_BYTES // 2**20
    error = limits.LimitError(f"văn bản quá {size} MB", f"more than {size} MB of document")
    error.line = line
    return error


def _additions(run: Run, made: Mapping[str, package.Member]) -> dict[str, package.Member]:
    """Return the members that footnotes, links, pictures and charts of values add or change."""
    program, additions = run.program, run.additions
    changed: dict[str, bytes] = {}
    overrides: dict[str, str] = {}
    if additions.notes:
        changed |= _notes(run, made)
        overrides[program.notes.part_or_new] = opc.FOOTNOTES
    if additions.styles or additions.numbers:
        overrides |= _definitions(run, changed)
    for blob_name, blob in additions.pictures.values():
        changed[f"word/media/{blob_name}"] = blob
    if additions.charts:
        overrides |= charts.add(changed, additions.charts)
    for part, writer in run.writers.items():
        if writer.added:
            known = program.relationships.get(part, {}).values()
            changed[opc.rels_name(part)] = opc.write_relationships([*known, *writer.added])
    types = _types(program, overrides, changed)
    if types is not None:
        changed[opc.TYPES_NAME] = types
    return {name: package.packed(name, data) for name, data in changed.items()}


def _notes(run: Run, made: Mapping[str, package.Member]) -> dict[str, bytes]:
    program, notes = run.program, run.program.notes
    name = notes.part_or_new
    changed = dict(program.with_first_note)
    old = made.get(name) or program.docx.members.get(notes.part)
    data = None if old is None else old.data()
    changed[name] = footnotes.with_notes(data, assist.notes_markup(run.additions))
    if not notes.part:
        run.writer(program.docx.main, notes_allowed=True).relate(
            opc.OFFICE + "footnotes", "footnotes.xml"
        )
    return changed


def _definitions(run: Run, changed: dict[str, bytes]) -> dict[str, str]:
    """Add to `changed` the styles and numberings of values; return content types of new parts."""
    docx, additions = run.program.docx, run.additions
    styles, numbering = docx.target("styles"), docx.target("numbering")
    if styles in docx.members:
        data = changed.get(styles) or docx.members[styles].data()
        changed[styles] = merging.with_styles(data, additions.styles)
    if not additions.numbers:
        return {}
    old = docx.members[numbering].data() if numbering in docx.members else None
    name = numbering if old is not None else "word/numbering.xml"
    changed[name] = merging.with_numbering(old, additions.abstracts, additions.numbers)
    if old is None:
        main = run.writer(docx.main, notes_allowed=True)
        main.relate(opc.OFFICE + "numbering", "numbering.xml")
    return {name: merging.NUMBERING}


def _types(program: Program, overrides: Mapping[str, str], changed: Iterable[str]) -> bytes | None:
    """Return [Content_Types].xml with what is new, or None if nothing is."""
    types = program.docx.types
    lines = [
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in overrides.items()
        if name not in types
    ]
    extensions = {name.rpartition(".")[2] for name in changed if name.startswith("word/media/")}
    lines += [
        f'<Default Extension="{extension}" ContentType="{_IMAGE_TYPES[extension]}"/>'
        for extension in sorted(extensions)
        if f".{extension}" not in types
    ]
    if "rels" in {n.rpartition(".")[2] for n in changed} and ".rels" not in types:
        lines.append(
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        )
    if not lines:
        return None
    data = program.docx.members[opc.TYPES_NAME].data()
    position = data.rindex(b"</")
    return data[:position] + "".join(lines).encode() + data[position:]
