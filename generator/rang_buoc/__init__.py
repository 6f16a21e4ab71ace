"""Constraints (`rang_buoc`): what figures of a report must be to each other, written as data.

A constraint is two sides and a comparison. It names indicators by concept (`ct.ho_so_dung_han`) or
by form and code (`4:1.3`), free figures (`sl.kiem_tra.so_xa`), and may add, subtract and divide:

    ct.don_vi_su_nghiep = ct.don_vi_su_nghiep_tu_chu
    sl.bo_may.tinh_gian = 1:4.2.4 + 1:4.3.3
    sl.dich_vu_cong[*].ty_le = sl.dich_vu_cong[*].muc_4 / tong(sl.dich_vu_cong, muc_4)
    ct.ty_le_cat_giam = (ct.don_vi@2015 - ct.don_vi) / ct.don_vi@2015

`/` stands between two whole sides and gives a percentage; it is compared at the rounding of what it
is compared with. `[*]` is each entry of a list in turn. `@` names another period of the same unit.
Form sets, template sets and data files carry such lists; `generator.checks` works them out.
"""

from generator.rang_buoc.parse import parse
from generator.rang_buoc.reading import Vocabulary, check_names, read_constraints
from generator.rang_buoc.tree import Call, Name, Node, Number, Phep, RangBuoc, Ratio, Sum, names

__all__ = [
    "Call",
    "Name",
    "Node",
    "Number",
    "Phep",
    "RangBuoc",
    "Ratio",
    "Sum",
    "Vocabulary",
    "check_names",
    "names",
    "parse",
    "read_constraints",
]
