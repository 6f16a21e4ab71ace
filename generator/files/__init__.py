"""The only reads and writes of the project. Writes are atomic: the whole file, or nothing."""

from __future__ import annotations

from generator.files.disk import (
    as_on_disk,
    clean,
    flush,
    is_aside,
    is_device,
    keep_edited,
    read_bytes,
    write_atomic,
)
from generator.files.folder import (
    BO_MAU,
    DATA,
    FORM_SETS,
    OUT,
    REGISTER,
    SAMPLE,
    TEMPLATES,
    Folder,
    find_root,
    output_folder,
    output_path,
)
from generator.files.starter import starter_files
from generator.files.texts import misnamed_texts

__all__ = [
    "BO_MAU",
    "DATA",
    "FORM_SETS",
    "OUT",
    "REGISTER",
    "SAMPLE",
    "TEMPLATES",
    "Folder",
    "as_on_disk",
    "clean",
    "find_root",
    "flush",
    "is_aside",
    "is_device",
    "keep_edited",
    "misnamed_texts",
    "output_folder",
    "output_path",
    "read_bytes",
    "starter_files",
    "write_atomic",
]
