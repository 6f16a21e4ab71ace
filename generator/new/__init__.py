"""A new data file of one unit and period: what was asked for, what it starts with, as YAML.

The same start as a workbook is written by `generator.excel`.
"""

from generator.new.as_yaml import as_yaml
from generator.new.asked import Asked, Shelf, earlier_periods, resolve
from generator.new.last import Last, last_report
from generator.new.start import Start, begin

__all__ = [
    "Asked",
    "Last",
    "Shelf",
    "Start",
    "as_yaml",
    "begin",
    "earlier_periods",
    "last_report",
    "resolve",
]
