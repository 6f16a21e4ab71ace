"""`w:pPr` and `w:rPr` as mappings that later levels override: only what an element states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

Props = dict[str, Any]

_VAL: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off", "none"})
_AUTO_SPACE: Final = 280  # Word's automatic space before and after: 14 points
_MAX: Final = 31_680  # twips: no measure of Word is larger (22 inches)
_LETTERS: Final = 210  # twips of one character unit where only those are given


def integer(text: str | None, default: int = 0) -> int:
    """Return a whole number of an attribute; `default` for what is none, kept in Word's bounds."""
    try:
        return max(-_MAX, min(_MAX, int(float(text or ""))))
    except (ValueError, OverflowError):
        return default


def is_on(element: etree._Element) -> bool:
    """Tell whether an on/off property (`<w:b/>`, `<w:b w:val="0"/>`) is on."""
    return element.get(_VAL, "1") not in _OFF


def run_props(element: etree._Element | None, theme: Mapping[str, str]) -> Props:
    """Return what a `w:rPr` states; `rStyle` is the character style it names."""
    props: Props = {}
    if element is None:
        return props
    for child in element:
        name = child.tag
        if name == _FONTS:
            _fonts(child, theme, props)
            continue
        known = _RUN.get(name)
        if known is not None:
            key, read = known
            props[key] = read(child)
    return props


def para_props(element: etree._Element | None) -> Props:
    """Return what a `w:pPr` states; `pStyle` is the style it names."""
    props: Props = {}
    if element is None:
        return props
    for child in element:
        read = _PARA.get(child.tag)
        if read is not None:
            read(child, props)
    return props


def style_and_props(element: etree._Element | None) -> tuple[str, Props]:
    """Return the style that a `w:pPr` names, and what else it states."""
    if element is None:
        return "", _NOTHING
    if len(element) == 1 and (only := element[0]).tag == _PSTYLE:  # most paragraphs
        return only.get(_VAL, ""), _NOTHING
    props = para_props(element)
    return props.pop("pStyle", ""), props


def style_name(element: etree._Element) -> str:
    """Return the name in a `w:style`."""
    name = element.find(f"{W}name")
    return "" if name is None else name.get(_VAL, "")


def _fonts(element: etree._Element, theme: Mapping[str, str], props: Props) -> None:
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        themed = element.get(f"{W}{'cs' if slot == 'cs' else slot}{_THEME[slot]}")
        font = theme.get(themed or "") or element.get(f"{W}{slot}")
        if font:
            props[slot] = font


_THEME: Final = {"ascii": "Theme", "hAnsi": "Theme", "eastAsia": "Theme", "cs": "theme"}
_FONTS: Final = f"{W}rFonts"
_PSTYLE: Final = f"{W}pStyle"
_NOTHING: Final[Props] = {}


def _value(element: etree._Element) -> str:
    return element.get(_VAL, "")


def _size(element: etree._Element) -> float:
    return integer(element.get(_VAL), 20) / 2


def _colour(element: etree._Element) -> str:
    value = element.get(_VAL, "")
    return "" if value.lower() == "auto" else value.upper()


def _marked(element: etree._Element) -> bool:
    return element.get(_VAL, "none") not in {"none", "baseline"}


_RUN: Final[dict[str, tuple[str, Callable[[etree._Element], Any]]]] = {
    f"{W}b": ("b", is_on),
    f"{W}i": ("i", is_on),
    f"{W}caps": ("caps", is_on),
    f"{W}vanish": ("vanish", is_on),
    f"{W}strike": ("strike", is_on),
    f"{W}sz": ("sz", _size),
    f"{W}u": ("u", _marked),
    f"{W}vertAlign": ("raised", _marked),
    f"{W}color": ("color", _colour),
    f"{W}highlight": ("highlight", _marked),
    f"{W}rStyle": ("rStyle", _value),
}


def _indent(element: etree._Element, props: Props) -> None:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if element.get(f"{W}{name}") is not None:
                props[key] = integer(element.get(f"{W}{name}"))
    if element.get(f"{W}hanging") is not None:
        props["first"] = -integer(element.get(f"{W}hanging"))
    elif element.get(f"{W}firstLine") is not None:
        props["first"] = integer(element.get(f"{W}firstLine"))
    elif element.get(f"{W}firstLineChars") is not None:
        props["first"] = integer(element.get(f"{W}firstLineChars")) * _LETTERS // 100


def _spacing(element: etree._Element, props: Props) -> None:
    for key in ("before", "after", "line"):
        if element.get(f"{W}{key}") is not None:
            props[key] = integer(element.get(f"{W}{key}"))
        if element.get(f"{W}{key}Autospacing") in {"1", "true", "on"}:
            props[key] = _AUTO_SPACE
    if element.get(f"{W}line") is not None:
        props["lineRule"] = element.get(f"{W}lineRule", "auto")


def _align(element: etree._Element, props: Props) -> None:
    value = element.get(_VAL, "left")
    props["jc"] = {"start": "left", "end": "right", "distribute": "both"}.get(value, value)


def _border(element: etree._Element, props: Props) -> None:
    props["border"] = any(
        child.get(_VAL, "none") not in {"none", "nil"}
        for child in element
        if child.tag in {f"{W}top", f"{W}bottom", f"{W}between"}
    )


def _list(element: etree._Element, props: Props) -> None:
    level, number = element.find(f"{W}ilvl"), element.find(f"{W}numId")
    if number is not None:
        props["num"] = (number.get(_VAL, ""), integer(_of(level)))


def _of(element: etree._Element | None) -> str:
    return "0" if element is None else element.get(_VAL, "0")


def _outline(element: etree._Element, props: Props) -> None:
    level = integer(element.get(_VAL), 9)
    props["outline"] = level if 0 <= level < 9 else None


def _tabs(element: etree._Element, props: Props) -> None:
    props["centre_tab"] = any(child.get(_VAL) == "center" for child in element)


def _frame(element: etree._Element, props: Props) -> None:
    props["framed"] = element.get(f"{W}xAlign", "") or "placed"


def _contextual(element: etree._Element, props: Props) -> None:
    props["contextual"] = is_on(element)


def _style(element: etree._Element, props: Props) -> None:
    props["pStyle"] = element.get(_VAL, "")


def _section(element: etree._Element, props: Props) -> None:
    props["section"] = element


_PARA: Final[dict[str, Callable[[etree._Element, Props], None]]] = {
    _PSTYLE: _style,
    f"{W}ind": _indent,
    f"{W}spacing": _spacing,
    f"{W}contextualSpacing": _contextual,
    f"{W}jc": _align,
    f"{W}pBdr": _border,
    f"{W}numPr": _list,
    f"{W}outlineLvl": _outline,
    f"{W}tabs": _tabs,
    f"{W}framePr": _frame,
    f"{W}sectPr": _section,
}
