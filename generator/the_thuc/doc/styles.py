"""Formatting that takes effect: defaults, styles with what they are based on, direct formatting.

ECMA-376 part 1, 17.7.2: document defaults, table style, paragraph style, character style, direct
formatting, each overriding the ones before it. Toggle properties (bold, italic …) of several
style levels cancel each other out (17.7.3). Conditional formats of table styles are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from generator.the_thuc.doc.formats import ParaFormat, RunFormat
from generator.the_thuc.doc.properties import Props, para_props, run_props, style_name
from generator.the_thuc.doc.tables import cell_margins
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from generator.the_thuc.doc.shapes import Shape

_TOGGLES: Final = ("b", "i", "caps", "vanish", "strike")
_MAX_DEPTH: Final = 30  # of styles based on one another; Word itself stops at 11
_PLAIN: Final = "Times New Roman"  # what Word takes where nothing names a font


class Base(NamedTuple):
    """A paragraph style in a table style: the list (id, level) it belongs to, its formats."""

    style: str
    table: str
    entry: tuple[str, int] | None
    run: RunFormat
    para: ParaFormat


class Styles:
    """The styles of one document; formats are worked out once and kept."""

    def __init__(self, root: etree._Element | None, theme: Mapping[str, str]) -> None:
        """Read the part `styles.xml` (None: the document has none); `theme` maps theme fonts."""
        self.theme = theme
        self._elements: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._defaults: tuple[Props, Props] = ({}, {})
        self._chains: dict[str, tuple[Props, Props]] = {}
        self._bases: dict[tuple[str, str], Base] = {}
        self._runs: dict[Any, RunFormat] = {}
        self._margins: dict[str, int | None] = {}
        self._paras: dict[Any, ParaFormat] = {}
        self.shapes: dict[tuple[bytes, str], Shape | Literal[False]] = {}
        """Paragraphs met, by their shape and table style; False for those with more than text."""
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for element in root:
            if element.tag == f"{W}style":
                name = element.get(f"{W}styleId", "")
                self._elements.setdefault(name, element)
                if element.get(f"{W}default") in {"1", "true", "on"}:
                    self._default.setdefault(element.get(f"{W}type", "paragraph"), name)
            elif element.tag == f"{W}docDefaults":
                self._defaults = (
                    para_props(element.find(f"{W}pPrDefault/{W}pPr")),
                    run_props(element.find(f"{W}rPrDefault/{W}rPr"), self.theme),
                )

    def base(self, style: str, table: str) -> Base:
        """Return what holds for every paragraph of `style` without formatting of its own."""
        found = self._bases.get((style, table))
        if found is None:
            name = self.known(style)
            entry = self._chain(name)[0].get("num")
            run, para = self.run(name, table, {}), self.para(name, table, {}, {})
            found = self._bases[style, table] = Base(name, table, entry, run, para)
        return found

    def known(self, style: str, kind: str = "paragraph") -> str:
        """Return `style` if the document has it, else the default style of its kind."""
        return style if style in self._elements else self._default.get(kind, "")

    def name(self, style: str) -> str:
        """Return the name that Word shows for a style."""
        element = self._elements.get(style)
        return "" if element is None else style_name(element)

    def cell_margins(self, style: str) -> int | None:
        """Return the side margins of the cells of a table style, None where it states none."""
        if style not in self._margins:
            element = self._elements.get(style)
            properties = None if element is None else element.find(f"{W}tblPr")
            self._margins[style] = cell_margins(properties)
        return self._margins[style]

    def para(self, style: str, table: str, direct: Props, listed: Props) -> ParaFormat:
        """Return the format of a paragraph; `listed` are the indents of its list level.

        A list named by the paragraph itself moves it away from its style's indents; one named by
        the style does not, where the style has indents of its own.
        """
        key = (style, table, _key(direct), _key(listed))
        found = self._paras.get(key)
        if found is None:
            own = self._chain(style)[0]
            merged = {**self._defaults[0], **self._chain(table)[0]}
            layers = (own, listed, direct) if "num" in direct else (listed, own, direct)
            for layer in layers:
                merged.update(layer)
            found = self._paras[key] = _para_format(merged)
        return found

    def run(self, style: str, table: str, direct: Props) -> RunFormat:
        """Return the format of a run with the properties `direct` in a paragraph of `style`."""
        key = (style, table, _key(direct))
        found = self._runs.get(key)
        if found is None:
            character = direct.get("rStyle", "")
            levels = [self._chain(name)[1] for name in (table, style, character)]
            merged = dict(self._defaults[1])
            for level in levels:
                merged.update(level)
            merged.update(direct)
            for toggle in _TOGGLES:
                if toggle not in direct:
                    merged[toggle] = bool(self._defaults[1].get(toggle)) or (
                        sum(bool(level.get(toggle)) for level in levels) % 2 == 1
                    )
            found = self._runs[key] = _run_format(merged)
        return found

    def _chain(self, style: str) -> tuple[Props, Props]:
        """Return the properties a style has with those it is based on: paragraph, run."""
        found = self._chains.get(style)
        if found is not None:
            return found
        elements: list[etree._Element] = []
        name = style
        while name in self._elements and len(elements) < _MAX_DEPTH:
            elements.append(self._elements[name])
            based = elements[-1].find(f"{W}basedOn")
            name = based.get(f"{W}val", "") if based is not None else ""
        para: Props = {}
        run: Props = {}
        for element in reversed(elements):
            para.update(para_props(element.find(f"{W}pPr")))
            run.update(run_props(element.find(f"{W}rPr"), self.theme))
        self._chains[style] = (para, run)
        return para, run


def _key(props: Props) -> tuple[tuple[str, Any], ...]:
    return tuple(props.items())


def _run_format(props: Props) -> RunFormat:
    get = props.get
    return RunFormat(
        fonts=(
            get("ascii") or _PLAIN,
            get("hAnsi") or get("ascii") or _PLAIN,
            get("eastAsia") or _PLAIN,
            get("cs") or _PLAIN,
        ),
        size=get("sz", 10.0),
        bold=bool(get("b")),
        italic=bool(get("i")),
        underline=bool(get("u")),
        caps=bool(get("caps")),
        hidden=bool(get("vanish")),
        struck=bool(get("strike")),
        raised=bool(get("raised")),
        colour=get("color", ""),
        highlight=bool(get("highlight")),
    )


def _para_format(props: Props) -> ParaFormat:
    get = props.get
    return ParaFormat(
        align=get("jc", "left"),
        left=get("left", 0),
        right=get("right", 0),
        first=get("first", 0),
        before=get("before", 0),
        after=get("after", 0),
        contextual=bool(get("contextual")),
        line=get("line", 240),
        line_rule=get("lineRule", "auto"),
        outline=get("outline"),
        border=bool(get("border")),
        centre_tab=bool(get("centre_tab")),
        framed=get("framed", ""),
    )
