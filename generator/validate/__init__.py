"""Raw values of a data file -> `Report`, or every problem of the file at once."""

from generator.validate.report import Choice, Known, read_choice, validate

__all__ = ["Choice", "Known", "read_choice", "validate"]
