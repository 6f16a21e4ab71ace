"""Templates: compiled once, rendered any number of times, by any number of threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.problem import Message, Stopped
from generator.word import assist, compiling, footnotes, opc, package, refuse, rendering, sandbox
from generator.word.faults import RefusedError
from generator.word.scan import Marks
from generator.word.source import Source, read_part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.problem import Problem

_REFRESH: Final = '<w:updateFields w:val="true"/>'
# Settings that the schema puts behind `updateFields`.
_AFTER_REFRESH: Final = ("hdrShapeDefaults", "footnotePr", *footnotes.AFTER)


class Template(Struct, frozen=True, kw_only=True, eq=False):
    """A compiled template.

    `name` is the file as problems call it. Nothing in a template changes by rendering.
    """

    name: str
    program: rendering.Program

    @property
    def names(self) -> frozenset[str]:
        """The top-level names that the tags use and do not set themselves, worked out anew."""
        return frozenset(compiling.names_used(self.program.parts, self.program.env))

    def render(
        self, context: Mapping[str, object], *, links: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the finished document.

        `context` maps names to values; see `generator.word.values` for what may be among them.
        `links` gives the addresses of hyperlinks in docxtpl's RichText by the ids that
        `DocxTemplate.build_url_id` gave out; an address may stand in `url_id` itself. Raises
        `Stopped` with every problem met, each at its tag.
        """
        return b"".join(package.write(rendering.members(self.program, context, links or {})))

    def render_to(
        self,
        context: Mapping[str, object],
        file: BinaryIO,
        *,
        links: Mapping[str, str] | None = None,
    ) -> None:
        """Write the finished document to `file`, which must be open for writing bytes.

        The document is never held unpacked, whatever its length. Nothing is written if there is
        a problem; otherwise as `render`.
        """
        for piece in package.write(rendering.members(self.program, context, links or {})):
            file.write(piece)


def compile_template(
    blob: bytes,
    *,
    name: str = "mẫu.docx",
    filters: Mapping[str, Callable[..., Any]] | None = None,
    globals: Mapping[str, Any] | None = None,  # noqa: A002  # Jinja's own word for it
) -> Template:
    """Return the template in the bytes of a docx.

    `name` is what problems call the file; `filters` are added to Jinja's, `globals` are names that
    every rendering has. Raises `Stopped` with all faults of the file: why it is refused, or what is
    wrong with its tags, each with part, table, row, cell, paragraph and the tag's own text.
    """
    try:
        docx = opc.open_docx(blob)
        found = refuse.refusals(docx)
        notes = None if found else footnotes.look(docx)
    except RefusedError as refused:
        found, notes = [refused.problem], None
    if notes is None:
        raise Stopped(problem.at(file=name) for problem in found)
    return _compile(docx, notes, (name, filters or {}, globals or {}))


class Draft(Struct, frozen=True, kw_only=True):
    """A template whose parts were read and compiled as far as they go.

    `problems` are all faults of its tags; parts with faults are not among `parts`.
    """

    marks: Marks
    sources: tuple[Source, ...]
    parts: tuple[compiling.Part, ...]
    env: sandbox.WordEnvironment

    @property
    def problems(self) -> list[Problem]:
        """The faults, once each."""
        return _without_repeats(self.marks)


def draft(
    docx: opc.Docx,
    name: str,
    filters: Mapping[str, Callable[..., Any]],
    names: Mapping[str, Any],
) -> Draft:
    """Return the template in `docx`, with its faults, whatever they are."""
    marks = Marks()
    sources = _read_parts(docx, name, marks)
    spaces = {p: u for source in sources for p, u in source.namespaces.items()}
    inner = {
        sandbox.GRID_FILTER: lambda table: assist.fitted_grid(table, spaces),
        sandbox.FILL_FILTER: assist.filled,
    }
    env = sandbox.environment(filters, names, inner)
    parts = [
        compiling.compile_part(source, marks, env, notes=source.name == docx.main)
        for source in sources
    ]
    compiled = tuple(part for part in parts if part is not None)
    return Draft(marks=marks, sources=tuple(sources), parts=compiled, env=env)


def _compile(
    docx: opc.Docx,
    notes: footnotes.Notes,
    options: tuple[str, Mapping[str, Callable[..., Any]], Mapping[str, Any]],
) -> Template:
    name, filters, names = options
    made = draft(docx, name, filters, names)
    marks, compiled, env = made.marks, made.parts, made.env
    if marks.faults:
        raise Stopped(made.problems)
    if any(tag.keyword == compiling.REFRESH for tag in marks.tags):
        docx = _refreshing(docx)
    return Template(
        name=name,
        program=rendering.Program(
            docx=docx,
            parts=compiled,
            env=env,
            notes=notes,
            places=compiling.places(marks),
            relationships={
                part: docx.relationships_of(part)
                for part in (*(one.name for one in compiled), docx.main, notes.part_or_new)
            },
            taken_names=frozenset(
                member.rpartition("/")[2]
                for member in docx.members
                if member.startswith(("word/media/", "word/charts/", "word/embeddings/"))
            ),
            file=name,
        ),
    )


def _read_parts(docx: opc.Docx, name: str, marks: Marks) -> list[Source]:
    sources = []
    for part, label in text_parts(docx):
        try:
            source = read_part(docx.members[part].data(), part, (name, label), marks)
        except RefusedError as refused:
            marks.faults.append(refused.problem.at(file=name, part=label))
            continue
        if source is not None:
            sources.append(source)
    return sources


def text_parts(docx: opc.Docx) -> list[tuple[str, Message]]:
    """Return the parts that may hold tags, with their names for people, in reading order."""
    found = []
    for kind, label in opc.TEXT_PARTS.items():
        names = [part for part in docx.members if docx.type_of(part) == kind]
        for number, part in enumerate(sorted(names), 1):
            several = len(names) > 1
            found.append(
                (
                    part,
                    Message(f"{label.vi} {number}", f"{label.en} {number}") if several else label,
                )
            )
    return found


def _without_repeats(marks: Marks) -> list[Problem]:
    """Return the faults once each: Word writes a text box twice, for new and for old readers."""
    seen, kept = set(), []
    for problem in marks.faults:
        key = (problem.code, problem.message, problem.where)
        if key not in seen:
            seen.add(key)
            kept.append(problem)
    return kept


def _refreshing(docx: opc.Docx) -> opc.Docx:
    """Return the package with settings that ask Word to bring fields up to date on opening."""
    name = docx.target("settings")
    member = docx.members.get(name)
    if member is None or b"<w:updateFields" in member.data():
        return docx
    settings = footnotes.insert_setting(member.data(), _REFRESH, _AFTER_REFRESH)
    return replace(docx, members={**docx.members, name: package.packed(name, settings)})
