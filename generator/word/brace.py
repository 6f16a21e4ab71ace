"""The brace on the right of receivers that share a purpose, drawn as high as their lines.

A drawing, not a character: a character can only be as high as its font, and no border of a table
is a brace. It is the shape `rightBrace` of DrawingML (ISO/IEC 29500-1, 20.1.10.56) in line with the
text, which Word since 2010 and LibreOffice both draw; older programs show a plain `}` (ISO/IEC
29500-3, alternate content).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from generator.word.values import PartWriter

_EMU_PER_POINT = 12_700
_LINE = 1.15  # height of a single-spaced line of Times New Roman, in sizes of its font
_WIDTH = 6  # points
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class Brace(Struct, frozen=True, kw_only=True):
    """A closing brace beside `lines` lines of text of `points` points."""

    lines: int
    points: float = 11

    def docx_xml(self, part: PartWriter) -> str:
        """Return the run that draws the brace."""
        high = round(self.lines * self.points * _LINE * _EMU_PER_POINT)
        wide = _WIDTH * _EMU_PER_POINT
        ident = part.unique_id()
        drawing = (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{ident}" name="Ngoặc {ident}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rightBrace"><a:avLst><a:gd name="adj1" fmla="val 60000"/>'
            '<a:gd name="adj2" fmla="val 50000"/></a:avLst></a:prstGeom><a:noFill/>'
            '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        return (
            f'<w:r><mc:AlternateContent xmlns:mc="{_CHOICE}">'
            f'<mc:Choice xmlns:wps="{_SHAPE}" Requires="wps">{drawing}</mc:Choice>'
            "<mc:Fallback><w:t>}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )
