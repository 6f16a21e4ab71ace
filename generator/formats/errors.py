"""What goes wrong while a value is written or read: errors that say it to the user themselves.

They know what is wrong, never where: the caller adds the place and a problem code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.problem import Message


class FormatError(ValueError):
    """A value cannot be written or read as asked; `message` says why, `hint` what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Carry the sentences for the user."""
        self.message = message
        self.hint = hint
        super().__init__(message.en)


class UnknownLocaleError(FormatError):
    """There is no such locale."""


class FilterError(FormatError):
    """A template gave a filter or an operator a value it cannot take."""
