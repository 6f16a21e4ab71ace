"""A new template set: what it may be called, and its name in the files copied from another one."""

from __future__ import annotations

import re

from generator.files.disk import is_device
from generator.files.folder import FORM_SETS
from generator.pipeline import SHARED
from generator.problem import Message, Problem, Stopped, Where
from generator.suggest import plain

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 40  # paths of Windows end at 260 characters
# -- folders of `templates/` that hold something else; `hinh` the pictures of its README --
_TAKEN = (FORM_SETS, SHARED, "hinh")


def require_name(name: str) -> None:
    """Raise Stopped with HT-062 unless `name` can be the folder of a template set anywhere."""
    if _NAME.fullmatch(name) and len(name) <= _LONGEST and not _is_reserved(name):
        return
    rule = Message(
        f"“{name}” không dùng làm tên bộ mẫu được: tên chỉ gồm chữ thường không dấu, chữ số và dấu "
        f"gạch nối, bắt đầu bằng chữ, không quá {_LONGEST} ký tự và không trùng tên dành riêng.",
        f"“{name}” cannot name a template set: lower-case ASCII letters, digits and hyphens, a "
        f"letter first, at most {_LONGEST} characters and no reserved word.",
    )
    better = _proposal(name)
    hint = Message(f"Ví dụ: {better}.", f"Such as: {better}.")
    raise Stopped([Problem(code="HT-062", message=rule, where=Where(path="BO_MAU"), hint=hint)])


def renamed(blob: bytes, file: str, key: str, names: tuple[str, str]) -> bytes:
    """Return the YAML file `blob` with `key: <old>` as `key: <new>`.

    What comments say of files in the old folder is said of the new one; all else is as it stands.
    `names` are the old and the new one, `file` is how problems call the new file. Raises Stopped
    with HT-065 where the key is not written on a line of its own.
    """
    old, new = names
    line = rf"(?m)^(\ufeff?{key}:[ \t]*)(['\"]?){re.escape(old)}\2(?=\s|$)"
    text, count = re.subn(line, rf"\g<1>{new}", blob.decode())
    if count == 1:
        return text.replace(f"templates/{old}/", f"templates/{new}/").encode()
    message = Message(
        f"Không đổi được “{key}: {old}” thành “{key}: {new}”.",
        f"“{key}: {old}” cannot be changed to “{key}: {new}”.",
    )
    hint = Message(
        f"Ở bộ mẫu gốc, viết {key}: {old} thành một dòng riêng rồi chạy lại.",
        f"In the set copied from, write {key}: {old} on a line of its own, then run again.",
    )
    raise Stopped([Problem(code="HT-065", message=message, where=Where(file=file), hint=hint)])


def _is_reserved(name: str) -> bool:
    return name in _TAKEN or is_device(name)


def _proposal(name: str) -> str:
    """Return the name that was probably meant."""
    words = re.findall(r"[a-z0-9]+", plain(name))
    proposal = "-".join(words)[:_LONGEST].rstrip("-")
    if _NAME.fullmatch(proposal) and not _is_reserved(proposal):
        return proposal
    return "bao-cao-nam"
