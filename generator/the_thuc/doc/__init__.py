"""A finished Word document as layout rules see it: paragraphs with the format that takes effect.

`reading.read_docx(blob)` opens any docx and returns `model.Doc`; `elements.view_of(doc, name)` says
which paragraphs are the Quốc hiệu, the number, the body and so on. Nothing here judges anything.
"""
