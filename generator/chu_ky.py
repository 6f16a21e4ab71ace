"""Who signs, and the lines above the name (Nghị định 30/2020, Điều 13; phụ lục I, II.7)."""

from __future__ import annotations

from msgspec import Struct, field

from generator.problem import Where


class NguoiKy(Struct, frozen=True, kw_only=True):
    """The signer: name, own title, and in whose place or for whom the document is signed.

    `thay_mat` is the collective body (TM.), `ky_thay` the head a deputy signs for (KT.),
    `thua_lenh` (TL.) and `thua_uy_quyen` (TUQ.) the head who gave the order or the power; each is
    empty where it does not apply. `quyen` marks an acting head (Q.).
    """

    ten: str
    chuc_vu: str
    ky_thay: str = ""
    thua_lenh: str = ""
    thua_uy_quyen: str = ""
    thay_mat: str = ""
    quyen: bool = False
    where: Where = field(default_factory=Where)


def signature_lines(signer: NguoiKy) -> tuple[str, ...]:
    """Return the lines above the signature, in upper case, in the order of print.

    The body or the head signed for comes first (TM., TL. or TUQ.), then the head whose deputy
    signs (KT.), last the signer's own title, with Q. before it for an acting head.
    """
    on_behalf = (
        ("TM.", signer.thay_mat),
        ("TL.", signer.thua_lenh),
        ("TUQ.", signer.thua_uy_quyen),
        ("KT.", signer.ky_thay),
    )
    lines = [f"{sign} {whom}" for sign, whom in on_behalf if whom]
    own = f"Q. {signer.chuc_vu}" if signer.quyen else signer.chuc_vu
    return tuple(line.upper() for line in (*lines, own))
