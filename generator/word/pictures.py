"""Pictures as values: from bytes of the data, and docxtpl's InlineImage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from generator.word.writer import image_extension
from generator.word.xmltext import escape

if TYPE_CHECKING:
    from generator.word.values import PartWriter

EMU_PER_MM: Final = 36_000
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Picture(Struct, frozen=True, kw_only=True):
    """A picture in the line of text, from the bytes of a PNG, JPEG, GIF, BMP or TIFF file.

    Sizes are in millimetres; with one of them the other follows, with none the picture has the
    size it declares itself. `description` is read out to those who cannot see it.
    """

    data: bytes
    width_mm: float | None = None
    height_mm: float | None = None
    description: str = ""

    def docx_xml(self, part: PartWriter) -> str:
        """Return the run with the picture; raise `PictureError` if the bytes are no picture."""
        image_extension(self.data)
        from docx.image.image import Image  # noqa: PLC0415  # slow, and few need it

        image = Image.from_blob(self.data)
        width = None if self.width_mm is None else round(self.width_mm * EMU_PER_MM)
        height = None if self.height_mm is None else round(self.height_mm * EMU_PER_MM)
        size = image.scaled_dimensions(width, height)
        return _run(part, self.data, size, (f"anh.{image.ext}", self.description, ""))


def docxtpl_image(value: Any, part: PartWriter) -> str:
    """Return the run for docxtpl's InlineImage (a path or an open file, width, height, anchor)."""
    from docx.image.image import Image  # noqa: PLC0415  # slow, and few need it

    descriptor = value.image_descriptor
    if hasattr(descriptor, "seek"):
        descriptor.seek(0)
    image = Image.from_file(descriptor)
    size = image.scaled_dimensions(value.width, value.height)
    return _run(part, image.blob, size, (image.filename, "", value.anchor or ""))


def _run(part: PartWriter, data: bytes, size: tuple[int, int], told: tuple[str, str, str]) -> str:
    """Return a run with the picture; `told` is its file name, description and hyperlink."""
    width, height = (int(length) for length in size)
    filename, description, anchor = (escape(text) for text in told)
    number = part.unique_id()
    described = f' descr="{description}"' if description else ""
    link = ""
    if anchor:
        link = f'<a:hlinkClick xmlns:a="{_A}" r:id="{part.hyperlink(told[2])}"/>'
    return (
        "<w:r><w:drawing><wp:inline>"
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}"{described}>{link}</wp:docPr>'
        "<wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{filename}">{link}</pic:cNvPr><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{part.picture(data)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
