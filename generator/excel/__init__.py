"""Workbooks: the clerk's, to be filled in, and the forms of a finished report."""

from generator.excel.report_forms import report_forms
from generator.excel.workbook import make_workbook

__all__ = ["make_workbook", "report_forms"]
