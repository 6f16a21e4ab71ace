"""A document cited as templates print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from generator.formats.base import Formatter
    from generator.van_ban import VanBan


class VanBanIn(Struct, frozen=True, kw_only=True):
    """A document cited; prints kind, number, date, issuer and subject, as a first citation does.

    Nghị định 30/2020, phụ lục I, II.6.b: the first citation is complete, later ones `ngan`.
    """

    loai: str
    so: str
    ngay: date | None
    co_quan: str
    trich_yeu: str
    formatter: Formatter

    def __str__(self) -> str:
        """Return the complete citation."""
        subject = f" về {self.trich_yeu}" if self.trich_yeu else ""
        return f"{self.khong_trich_yeu}{subject}"

    @property
    def ngan(self) -> str:
        """`Kế hoạch số 16341/KH-UBND`, for every citation but the first."""
        return f"{self.loai} số {self.so}" if self.so else self.loai

    @property
    def so_ngay(self) -> str:
        """`số 16341/KH-UBND ngày 28/12/2021`; what is not known is left out."""
        number = f"số {self.so}" if self.so else ""
        day = f"ngày {self.formatter.short_date(self.ngay)}" if self.ngay else ""
        return " ".join(piece for piece in (number, day) if piece)

    @property
    def so_ngay_dai(self) -> str:
        """`số 16341/KH-UBND ngày 28 tháng 12 năm 2021`; what is not known is left out."""
        number = f"số {self.so}" if self.so else ""
        day = self.formatter.long_date(self.ngay) if self.ngay else ""
        return " ".join(piece for piece in (number, day) if piece)

    @property
    def day_du(self) -> str:
        """The complete citation with the date in full, for a form or where it stands alone."""
        issuer = f"của {self.co_quan}" if self.co_quan else ""
        subject = f"về {self.trich_yeu}" if self.trich_yeu else ""
        pieces = (self.loai, self.so_ngay_dai, issuer, subject)
        return " ".join(piece for piece in pieces if piece)

    @property
    def khong_trich_yeu(self) -> str:
        """The complete citation without the subject."""
        issuer = f"của {self.co_quan}" if self.co_quan else ""
        return " ".join(piece for piece in (self.loai, self.so_ngay, issuer) if piece)


def van_ban_in(document: VanBan, formatter: Formatter) -> VanBanIn:
    """Return `document` as printed, its dates written by `formatter`."""
    return VanBanIn(
        loai=document.loai,
        so=document.so,
        ngay=document.ngay,
        co_quan=document.co_quan,
        trich_yeu=document.trich_yeu,
        formatter=formatter,
    )
