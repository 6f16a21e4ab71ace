"""The signer as the data give it, checked against the rules of signing.

Nghị định 30/2020, Điều 13: a deputy signs for the head (KT.), the head of a body that decides
together signs on its behalf (TM.), others sign by order (TL.) or by authorisation (TUQ.).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.chu_ky import NguoiKy
from generator.problem import Message
from generator.suggest import plain

if TYPE_CHECKING:
    from generator.don_vi import DonVi
    from generator.fields import Fields

_BLANK = "trong"
_NO_NAME = Message(
    "Chưa có họ tên người ký; in chừa chỗ.", "The signer has no name yet; a space is left."
)
_SIGNS = {"thay_mat": "TM.", "thua_lenh": "TL.", "thua_uy_quyen": "TUQ.", "ky_thay": "KT."}


def read_signer(fields: Fields | None, unit: DonVi | None) -> NguoiKy | None:
    """Return the signer; for a collective body TM. is added unless TL. or TUQ. stands.

    A name that is `trong` is printed blank; a title that is `trong` is that of the unit's head.
    `thay_mat: trong` leaves TM. out, as a document that was issued without it does.

    Notes DL-043 for ways of signing that exclude each other or a deputy without KT., DL-046
    (warning) for a head or a body that is not the one in the register, or a body left out, DL-059
    (warning) for a name that is still to be filled in.
    """
    if fields is None:
        return None
    signer = NguoiKy(
        ten=_unless_blank(fields.text("ten")),
        chuc_vu=_unless_blank(fields.text("chuc_vu"), unit.chuc_danh if unit else ""),
        ky_thay=_title(fields, "ky_thay"),
        thua_lenh=_title(fields, "thua_lenh"),
        thua_uy_quyen=_title(fields, "thua_uy_quyen"),
        thay_mat=_collective_body(fields, unit),
        quyen=fields.flag("quyen"),
        where=fields.raw.where,
    )
    fields.close()
    if fields.text("ten", required=False) == _BLANK:
        fields.problems.warn("DL-059", fields.at("ten"), _NO_NAME)
    for key, message in _contradictions(signer, fields.shown("ky_thay")):
        fields.problems.error("DL-043", fields.at(key), message)
    _check_head(fields, signer, unit)
    return signer


def _unless_blank(text: str, otherwise: str = "") -> str:
    return otherwise if text == _BLANK else text


def _title(fields: Fields, key: str) -> str:
    """Return a title or body without the sign in front of it, which is put in print."""
    return _unless_blank(fields.text(key, required=False).removeprefix(_SIGNS[key]).strip())


def _collective_body(fields: Fields, unit: DonVi | None) -> str:
    """Return the body signed for: the one stated, else the unit's own unless TL. or TUQ. stands."""
    stated = fields.text("thay_mat", required=False)
    ordered = _title(fields, "thua_lenh") or _title(fields, "thua_uy_quyen")
    if stated == _BLANK and not ordered:
        _warn_body_left_out(fields, unit)
    if stated or unit is None or ordered:
        return _title(fields, "thay_mat")
    return unit.tap_the


def _warn_body_left_out(fields: Fields, unit: DonVi | None) -> None:
    if unit is None or not unit.tap_the:
        return
    message = Message(
        f"{unit.ten} làm việc theo chế độ tập thể, chữ ký phải có dòng TM. "
        f"{unit.tap_the.upper()}; in như đã nêu.",
        f"{unit.ten} decides together: the signature needs the line TM. "
        f"{unit.tap_the.upper()}; printed as stated.",
    )
    left_out = f"“{fields.shown('thay_mat')}”" if fields.in_workbook else "`thay_mat: trong`"
    hint = Message(
        f"Bỏ dòng {left_out} thì dòng TM. tự in.",
        f"Without {left_out} the line TM. prints by itself.",
    )
    fields.problems.warn("DL-046", fields.at("thay_mat"), message, hint)


def _contradictions(signer: NguoiKy, for_head: str) -> list[tuple[str, Message]]:
    """Return what excludes each other; `for_head` is what the file calls `ky_thay`."""
    found = []
    by_order = "thua_lenh" if signer.thua_lenh else "thua_uy_quyen"
    ordered = signer.thua_lenh or signer.thua_uy_quyen
    if signer.thua_lenh and signer.thua_uy_quyen:
        found.append(
            (
                "thua_uy_quyen",
                Message(
                    "Chỉ chọn một: ký thừa lệnh (TL.) hoặc thừa ủy quyền (TUQ.).",
                    "Choose one: by order (TL.) or by authorisation (TUQ.).",
                ),
            )
        )
    if ordered and signer.thay_mat:
        message = Message(
            "Đã ký thừa lệnh hoặc thừa ủy quyền thì không ký thay mặt (TM.).",
            "Who signs by order or authorisation does not sign on behalf (TM.).",
        )
        found.append((by_order, message))
    if signer.quyen and (signer.ky_thay or ordered):
        message = Message(
            "Người giữ quyền cấp trưởng (Q.) ký với chức vụ cấp trưởng, không ký thay hay thừa "
            "lệnh.",
            "An acting head (Q.) signs as the head, not for somebody else.",
        )
        found.append(("quyen", message))
    for key in ("ky_thay", "thua_lenh", "thua_uy_quyen"):
        if plain(getattr(signer, key)) == plain(signer.chuc_vu) != "":
            message = Message(
                "Chức vụ người ký trùng với chức vụ được ký thay.",
                "The signer's title is that of the head signed for.",
            )
            found.append((key, message))
    if plain(signer.chuc_vu).startswith("pho_") and not (signer.ky_thay or ordered):
        message = Message(
            f"{signer.chuc_vu} phải ký thay cấp trưởng: ghi thêm “{for_head}”.",
            f"{signer.chuc_vu} signs for the head: add “{for_head}”.",
        )
        found.append(("chuc_vu", message))
    return found


def _check_head(fields: Fields, signer: NguoiKy, unit: DonVi | None) -> None:
    """Warn where the body or the head signed for, or the head signing, is not the unit's."""
    if unit is None:
        return
    if signer.thay_mat and not unit.tap_the:
        message = Message(
            f"{unit.ten} theo chế độ thủ trưởng, không ký thay mặt (TM.) tập thể.",
            f"{unit.ten} is led by one head, who signs on behalf of nobody (TM.).",
        )
        fields.problems.warn("DL-046", fields.at("thay_mat"), message)
    head_keys = [key for key in ("thua_lenh", "thua_uy_quyen", "ky_thay") if getattr(signer, key)]
    key = head_keys[0] if head_keys else "chuc_vu"
    title = getattr(signer, key)
    if title and plain(title) != plain(unit.chuc_danh):
        message = Message(
            f"Người đứng đầu {unit.ten} là {unit.chuc_danh}, ở đây ghi {title}.",
            f"The head of {unit.ten} is {unit.chuc_danh}; here stands {title}.",
        )
        fields.problems.warn("DL-046", fields.at(key), message)
