"""A docx as comparable lines: what a reader of the document sees, ids and packaging aside.

Two documents are the same when every part has the same lines. Left out: relationship ids (replaced
by what they lead to), ids of drawings and paragraphs, revision marks, the content of cells that
continue a vertical merge (Word shows none), runs that show nothing, how a text of one format is cut
into runs, in which order properties stand (docxtpl's own order breaks the schema), and whether kept
spaces are declared where there are none to keep.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PROPERTIES = {f"{W}{name}" for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr")}
CORE = "docProps/core.xml"
# Elements whose id only has to be unique.
NUMBERED_NAME = re.compile(r"^(Picture) \d+$")
NUMBERED = {"docPr", "cNvPr", "bookmarkStart", "bookmarkEnd"}

Lines = list[str]


def canonical(blob: bytes) -> dict[str, Lines]:
    """Return the lines of every XML part of a docx that the main document leads to."""
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    names = [n for n in files if n.startswith("word/") and n.endswith(".xml")] + [CORE]
    return {name: lines_of(files, name) for name in names if name in files}


def lines_of(files: Mapping[str, bytes], name: str) -> Lines:
    """Return one part as lines, an element or a text each, indented by depth."""
    root = etree.fromstring(files[name])
    _drop_unseen(root)
    _join_equal_runs(root)
    return list(_lines(root, _targets(files, name), 0, bare=name == CORE))


def differences(first: Mapping[str, Lines], second: Mapping[str, Lines]) -> str:
    """Return the first lines that differ in each part; nothing when the documents are the same."""
    told = []
    for name in sorted({*first, *second}):
        a, b = first.get(name, []), second.get(name, [])
        if a != b:
            at = next(
                (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y),
                min(len(a), len(b)),
            )
            near = slice(max(0, at - 3), at + 4)
            told += [f"{name} line {at}:", "  first:", *a[near], "  second:", *b[near]]
    return "\n".join(told)


def _lines(
    node: etree._Element, targets: Mapping[str, str], depth: int, *, bare: bool
) -> Iterator[str]:
    indent = " " * depth
    local = etree.QName(node).localname
    text = _text(node)
    if bare and depth and not len(node) and not text:
        return
    attributes = sorted(
        f"{etree.QName(key).localname}={_attribute(key, str(value), targets)}"
        for key, value in node.attrib.items()
        if not _ignored(str(key), local)
    )
    yield f"{indent}{' '.join((local, *attributes))}"
    if text:
        yield f"{indent} '{text}'"
    children = sorted(node, key=lambda c: str(c.tag)) if node.tag in PROPERTIES else node
    for child in children:
        yield from _lines(child, targets, depth + 1, bare=bare)
        tail = (child.tail or "").strip()
        if tail:
            yield f"{indent} '{tail}' (outside any element)"


def _text(node: etree._Element) -> str:
    """Return the text that counts: spaces at the ends only where they are declared to be kept."""
    text = node.text or ""
    return text if node.get(SPACE) == "preserve" else text.strip()


def _ignored(key: str, element: str) -> bool:
    name = etree.QName(key).localname
    return (
        key == SPACE
        or name.startswith("rsid")
        or name in {"paraId", "textId"}
        or (name == "id" and element in NUMBERED)
    )


def _attribute(key: str | bytes, value: str, targets: Mapping[str, str]) -> str:
    if str(key).startswith(RELATION):
        return targets.get(value, f"missing {value}")
    return NUMBERED_NAME.sub(r"\1", value)


def _drop_unseen(root: etree._Element) -> None:
    """Remove what continued cells hold, and runs of only properties and empty texts."""
    for merge in root.iter(f"{W}vMerge"):
        cell = next(merge.iterancestors(f"{W}tc"))
        if merge.get(f"{W}val", "continue") == "continue":
            cell[1:] = []
    for run in list(root.iter(f"{W}r")):
        if not [c for c in run if c.tag != f"{W}rPr" and (c.tag != f"{W}t" or c.text)]:
            _remove(run)
    for text in list(root.iter(f"{W}t")):
        if not text.text:
            _remove(text)


def _join_equal_runs(root: etree._Element) -> None:
    """Make one run of neighbours with the same properties, one text of neighbouring texts."""
    for run in list(root.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _format(before) == _format(run):
            before.extend([child for child in run if child.tag != f"{W}rPr"])
            _remove(run)
    for text in list(root.iter(f"{W}t")):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            text.text = _text(before) + _text(text)
            text.set(SPACE, "preserve")
            _remove(before)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _format(run: etree._Element) -> list[str]:
    properties = run.find(f"{W}rPr")
    return [] if properties is None else list(_lines(properties, {}, 0, bare=False))


def _targets(files: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return what each relationship of a part leads to: address, part, or hash of an image."""
    folder, base = posixpath.split(name)
    rels = files.get(f"{folder}/_rels/{base}.rels")
    if rels is None:
        return {}
    found = {}
    for rel in etree.fromstring(rels):
        target = rel.get("Target", "")
        path = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        if rel.get("TargetMode") != "External" and "media" in path:
            target = hashlib.sha256(files[path]).hexdigest()[:12]
        found[rel.get("Id", "")] = f"{posixpath.basename(rel.get('Type', ''))}:{target}"
    return found
