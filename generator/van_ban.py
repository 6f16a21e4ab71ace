"""Documents cited in a report (văn bản viện dẫn): given once in the data, named in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from generator.fields import Fields, Problems, date_of
from generator.problem import Message, Where
from generator.raw import RawMap, RawScalar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.raw import Raw

# Number, the year of a legal document, type and issuer: 16341/KH-UBND, 30/2020/NĐ-CP. Documents of
# the Party put the hyphen first: 576-KL/TU.
_LETTERS = r"[A-ZĐ][A-Za-zĐđ0-9]*"
_NUMBER = re.compile(
    rf"[0-9]+[a-zđ]?(?:/[0-9]{{4}})?/{_LETTERS}(?:[-&.]{_LETTERS})*"
    rf"|[0-9]+[a-zđ]?-{_LETTERS}/{_LETTERS}(?:[-/]{_LETTERS})*"
)
_YEAR = re.compile(r"[0-9]+[a-zđ]?/([0-9]{4})/")
_PARTY = re.compile(r"([0-9]+[a-zđ]?)-([^/]+)/((?:UBND|HĐND).*)")
_GOVERNMENTS = ("", "Chính phủ", "Hội đồng Chính phủ", "Hội đồng Bộ trưởng")
_KEY = re.compile(r"[a-z][a-z0-9_]*")


class VanBan(Struct, frozen=True, kw_only=True):
    """One cited document: `loai` is its type ("Kế hoạch"), `trich_yeu` its subject without "về".

    All but the type may be missing, though not both number and subject.
    """

    key: str
    loai: str
    so: str = ""
    ngay: date | None = None
    co_quan: str = ""
    trich_yeu: str = ""
    where: Where = field(default_factory=Where)


def read_van_ban(fields: Fields | None, problems: Problems) -> dict[str, VanBan]:
    """Return the documents under `van_ban` by their keys.

    Notes DL-012 for what is no document, DL-041 for a document given twice, DL-042 for one with
    neither number nor subject, DL-047 for a bad key; as warnings, for what is printed as stated,
    DL-040 (an unusual number), DL-056 (a year in the number that is not that of the date), DL-057
    (an issuer that cannot be, or two for one document), DL-058 (the Party's way of numbering).
    """
    if fields is None:
        return {}
    documents: dict[str, VanBan] = {}
    for key, raw in fields.raw.entries():
        where = replace(key.where, path=f"{fields.path}.{key.text}")
        check_key(key.text, where, problems)
        if isinstance(raw, RawMap):
            inner = Fields(raw, problems, where.path)
            documents[key.text] = _document(key.text, inner, where, problems)
        else:
            fields.wrong(key.text, Message("các dòng loai, so, ngay, …", "lines loai, so, ngay, …"))
    _check_twice(documents, problems)
    return documents


def check_key(key: str, where: Where, problems: Problems) -> None:
    """Note a key that no template could name (DL-047): accents, spaces, a digit in front."""
    if not _KEY.fullmatch(key):
        message = Message(
            f"Tên “{key}” không dùng được trong lời văn.", f"The text cannot use the name “{key}”."
        )
        hint = Message(
            "Chỉ dùng chữ thường không dấu, số và dấu _, bắt đầu bằng chữ: ke_hoach_2022.",
            "Use small letters without accents, digits and _, a letter first: ke_hoach_2022.",
        )
        problems.error("DL-047", where, message, hint)


def _document(key: str, fields: Fields, where: Where, problems: Problems) -> VanBan:
    number = _unless_blank(fields, "so")
    document = VanBan(
        key=key,
        loai=fields.text("loai"),
        so=number,
        ngay=_date(fields, problems),
        co_quan=_unless_blank(fields, "co_quan"),
        trich_yeu=_unless_blank(fields, "trich_yeu"),
        where=where,
    )
    fields.close()
    if number and not _NUMBER.fullmatch(number):
        message = Message(
            f"Số, ký hiệu “{number}” khác thường.", f"“{number}” is an unusual document number."
        )
        hint = Message(
            "Thường viết 22/KH-UBND, 30/2020/NĐ-CP, 576-KL/TU.",
            "Usual forms are 22/KH-UBND, 30/2020/NĐ-CP, 576-KL/TU.",
        )
        problems.warn("DL-040", fields.at("so"), message, hint)
    _check_number(document, fields)
    if not number and not document.trich_yeu:
        message = Message(
            "Văn bản phải có số (`so`) hoặc trích yếu (`trich_yeu`).",
            "A document needs a number (`so`) or a subject (`trich_yeu`).",
        )
        problems.error("DL-042", where, message)
    return document


def _check_number(document: VanBan, fields: Fields) -> None:
    """Warn where number, date and issuer of one document do not go together."""
    problems = fields.problems
    year = _YEAR.match(document.so)
    if year and document.ngay and int(year[1]) != document.ngay.year:
        message = Message(
            f"Số {document.so} mang năm {year[1]}, còn ngày thuộc năm {document.ngay.year}; in như "
            "đã nêu.",
            f"{document.so} bears the year {year[1]}, its date {document.ngay.year}; printed as "
            "stated.",
        )
        problems.warn("DL-056", fields.at("so"), message)
    party = _PARTY.fullmatch(document.so)
    if party:
        usual = f"{party[1]}/{party[2]}-{party[3]}"
        message = Message(
            f"“{document.so}” viết theo lối văn bản của Đảng; in như đã nêu.",
            f"“{document.so}” is numbered as documents of the Party are; printed as stated.",
        )
        hint = Message(f"Cơ quan hành chính viết: {usual}.", f"Administrations write {usual}.")
        problems.warn("DL-058", fields.at("so"), message, hint)
    if document.loai == "Nghị định" and document.co_quan not in _GOVERNMENTS:
        message = Message(
            f"Nghị định do Chính phủ ban hành, ở đây ghi {document.co_quan}; in như đã nêu.",
            f"A decree is issued by Chính phủ, here stands {document.co_quan}; printed as stated.",
        )
        problems.warn("DL-057", fields.at("co_quan"), message)


def _unless_blank(fields: Fields, key: str) -> str:
    text = fields.text(key, required=False)
    return "" if text == "trong" else text


def _date(fields: Fields, problems: Problems) -> date | None:
    raw: Raw | None = fields.take("ngay")
    if raw is None or (isinstance(raw, RawScalar) and raw.text == "trong"):
        return None
    return date_of(raw, fields.at("ngay"), problems)


def _check_twice(documents: Mapping[str, VanBan], problems: Problems) -> None:
    """Note a document given under two keys. Numbers begin anew each year, so the date counts.

    With two issuers they may be two documents, or one whose issuer was mistaken: a warning.
    """
    first: dict[tuple[str, date | None, str], VanBan] = {}
    for document in documents.values():
        if not document.so:
            continue
        earlier = first.setdefault((document.so, document.ngay, document.loai), document)
        if earlier is document:
            continue
        if earlier.co_quan == document.co_quan:
            _note_twice(document, earlier, problems)
        elif "" not in (earlier.co_quan, document.co_quan) and document.ngay:
            message = Message(
                f"{document.loai} số {document.so} ghi của {document.co_quan}, còn ở "
                f"{earlier.where.beside()} ghi của {earlier.co_quan}; in như đã nêu.",
                f"{document.loai} {document.so} is said to be of {document.co_quan}, at "
                f"{earlier.where.beside('en')} of {earlier.co_quan}; printed as stated.",
            )
            problems.warn("DL-057", document.where, message)


def _note_twice(document: VanBan, earlier: VanBan, problems: Problems) -> None:
    message = Message(
        f"{document.loai} số {document.so} đã ghi ở {earlier.where.beside()} với tên "
        f"“{earlier.key}”.",
        f"{document.loai} {document.so} already stands at {earlier.where.beside('en')} as "
        f"“{earlier.key}”.",
    )
    hint = Message("Mỗi văn bản chỉ ghi một lần.", "Give each document once.")
    problems.error("DL-041", document.where, message, hint)
