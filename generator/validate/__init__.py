"""Raw values of a data file -> `Report`, or every problem of the file at once."""

from generator.validate.report import Choice, Known, problems_beside, read_choice, validate

__all__ = ["Choice", "Known", "problems_beside", "read_choice", "validate"]
