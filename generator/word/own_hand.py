"""Is a Word file as this program wrote it? Told by how the archive was written, without any record.

Whatever program saves a document writes the archive anew, each in its own hand: Word notes a later
version of zip, LibreOffice and others the hour. `package.write` notes neither hour nor system nor
attributes for any member, whatever the template was made with.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_VERSION: Final = 20
_FLAGS: Final = (0, 0x800)  # none, or a name in UTF-8
_END: Final = b"PK\5\6"
_END_LENGTH: Final = 22


def is_in_own_hand(blob: bytes) -> bool:
    """Tell whether `package.write` wrote the archive `blob`, and nobody saved it since."""
    if blob[-_END_LENGTH:][:4] != _END:  # something follows, or it is no archive
        return False
    try:
        with zipfile.ZipFile(BytesIO(blob)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return all(_is_ours(one) for one in members)


def _is_ours(one: zipfile.ZipInfo) -> bool:
    return (
        one.date_time == _DATE
        and (one.create_version, one.create_system) == (_VERSION, 0)
        and one.flag_bits in _FLAGS
        and not (one.external_attr or one.internal_attr or one.extra or one.comment)
    )
