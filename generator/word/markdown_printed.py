"""How a value of the data becomes text in a narrative; the last step of every placeholder."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from jinja2 import pass_context

from generator.problem import Message
from generator.word import markdown_chars as chars
from generator.word import markdown_faults as faults
from generator.word.markdown_notes import Missing, Notes, current_line
from generator.word.unprintable import kind_of

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from generator.word.values import DocxValue

# Types of values that say themselves how they are written, as far as they were met: there are few,
# and it takes longer to find out than to write the value.
_WORDED: Final[set[type]] = {str, int}
_BARE: Final[tuple[tuple[type | tuple[type, ...], Message], ...]] = (
    (bool, Message("đúng/sai", "true/false")),
    (float | Decimal, Message("số chưa định dạng", "a number without a format")),
)  # type: ignore[assignment]  # isinstance takes unions, the type of a union has no name


@pass_context
def printed(context: Context, value: object) -> str:
    """Return `value` as text that cannot act as Markdown.

    Text and whole numbers print as they are, None prints nothing, objects print what they say
    of themselves. What could be written in more than one way is a problem (MA-305).
    """
    return print_into(context[Notes.KEY], value, context)


def print_into(notes: Notes, value: object, context: Context) -> str:
    """Return `value` as `printed` does; `notes` are those of `context`."""
    kind = type(value)
    if kind in _WORDED or (isinstance(value, str | int) and kind is not bool):
        return _text(str(value), notes)
    if value is None:
        return ""
    if isinstance(value, Missing):
        notes.unknown(value, current_line(), context.get_all())
        return ""
    if hasattr(value, "docx_xml"):  # a `DocxValue`; to ask for the protocol takes far longer
        return _mark(cast("DocxValue", value), notes)
    fault = _fault(value)
    if fault is None:
        _WORDED.add(kind)
        return _text(str(value), notes)
    notes.add(current_line(), lambda place: faults.not_printable(fault, place))
    return ""


def _fault(value: object) -> Message | None:
    for types, message in _BARE:
        if isinstance(value, types):
            return message
    return kind_of(value)


def _text(text: str, notes: Notes) -> str:
    if text.isalnum():  # most figures: nothing to find, nothing to hide
        return text
    found = chars.ILLEGAL.search(text)
    if found:
        name = f"U+{ord(found.group()):04X}"
        notes.add(current_line(), lambda place: faults.illegal_character(name, place))
        return ""
    return chars.hide(text)


def _mark(value: DocxValue, notes: Notes) -> str:
    if len(notes.values) >= chars.MAX_VALUES:
        raise OverflowError(type(value).__name__)
    notes.values.append(value)
    return chars.value_mark(len(notes.values) - 1)
