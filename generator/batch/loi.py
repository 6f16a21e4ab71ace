"""What can go wrong with many reports, in words for the office that runs them (HT-030 ...)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Severity, Where
from generator.workbook_layout import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def no_data(folder: str) -> Problem:
    """A folder in which no data file was found."""
    return Problem(
        code="HT-030",
        message=Message(
            "Không có tệp dữ liệu nào trong thư mục này.", "There is no data file in this folder."
        ),
        where=Where(file=folder),
        hint=Message(
            "Ghi thư mục của một kỳ, ví dụ data/2022-Q1.",
            "Name the folder of a period, for example data/2022-Q1.",
        ),
    )


def no_folder(name: str) -> Problem:
    """A file where the folder of a period was due."""
    return Problem(
        code="HT-048",
        message=Message(
            "Đây là một tệp; baocao batch làm cả một thư mục.",
            "This is a file; baocao batch makes the reports of a whole folder.",
        ),
        where=Where(file=name),
        hint=Message(
            f"Cả thư mục: `baocao batch {_parent(name)}`; riêng tệp này: `baocao render {name}`.",
            f"The folder: `baocao batch {_parent(name)}`; this file alone: `baocao render {name}`.",
        ),
    )


def _parent(name: str) -> str:
    return name.rpartition("/")[0] or "."


def bad_name(name: str) -> Problem:
    """A data file whose name cannot become the name of a document."""
    return Problem(
        code="HT-031",
        message=Message(
            "Tên tệp dữ liệu phải là mã đơn vị: chữ thường không dấu, số và dấu gạch ngang.",
            "A data file is called by the code of its unit: a-z, 0-9 and hyphens.",
        ),
        where=Where(file=name),
        hint=Message(
            "Đổi tên tệp, ví dụ dong-nai-bien-hoa.yaml.",
            "Rename the file, for example dong-nai-bien-hoa.yaml.",
        ),
    )


def two_files(names: Sequence[str]) -> Problem:
    """Several data files of one unit: which is the right one is not for us to guess."""
    others = ", ".join(names[1:])
    return Problem(
        code="HT-032",
        message=Message(
            f"Đơn vị này còn có tệp dữ liệu khác trong cùng thư mục: {others}.",
            f"The same folder has another data file of this unit: {others}.",
        ),
        where=Where(file=names[0]),
        hint=Message("Chỉ giữ lại một tệp.", "Keep only one of them."),
    )


def another_unit(unit: str, said: str, name: str) -> Problem:
    """A data file that is not of the unit it is called by."""
    key = _key("don_vi", name)
    return Problem(
        code="HT-033",
        message=Message(
            f"Tên tệp là của đơn vị “{unit}” nhưng trong tệp ghi {key}: {said}.",
            f"The file is called after “{unit}” but says {key}: {said}.",
        ),
        where=Where(file=name, path="don_vi"),
        hint=Message(
            f"Sửa {key}, hoặc đổi tên tệp theo mã đơn vị.", f"Correct {key}, or rename it."
        ),
    )


def _key(key: str, name: str) -> str:
    """Return what the data file `name` calls a field: a key, in a workbook a label."""
    return f"“{label_of(key)}”" if name.endswith(".xlsx") else f"`{key}`"


def another_period(folder: str, said: str, name: str) -> Problem:
    """A data file that lies in the folder of another period."""
    key = _key("ky", name)
    return Problem(
        code="HT-034",
        message=Message(
            f"Tệp nằm trong thư mục kỳ {folder} nhưng trong tệp ghi {key}: {said}.",
            f"The file lies in the folder of {folder} but says {key}: {said}.",
        ),
        where=Where(file=name, path="ky"),
        hint=Message(
            f"Sửa {key}, hoặc chuyển tệp vào đúng thư mục.", f"Correct {key}, or move the file."
        ),
    )


def no_period(folder: str) -> Problem:
    """A folder whose name is no period, where one is needed to know which units there are."""
    return Problem(
        code="HT-035",
        message=Message(
            "Tên thư mục phải là kỳ báo cáo để biết đơn vị nào phải báo cáo.",
            "The folder must be called by its period to tell which units have to report.",
        ),
        where=Where(file=folder),
        hint=Message("Ví dụ: data/2022-Q1, data/2022-6T.", "For example data/2022-Q1."),
    )


def no_children(parent: str, day: str) -> Problem:
    """A parent without units on the day."""
    return Problem(
        code="HT-036",
        message=Message(
            f"Danh mục không có đơn vị nào trực thuộc “{parent}” vào ngày {day}.",
            f"The register has no unit under “{parent}” on {day}.",
        ),
        where=Where(path="--cha"),
    )


def died(name: str) -> Problem:
    """A report whose process was ended from outside, twice: mostly for want of memory."""
    return Problem(
        code="HT-037",
        message=Message(
            "Tiến trình làm báo cáo này đã bị dừng hai lần (thường do thiếu bộ nhớ).",
            "The process that made this report was ended twice (mostly for want of memory).",
        ),
        where=Where(file=name),
        hint=Message(
            "Kiểm tra tệp có quá lớn không; chạy lại với --jobs 1.",
            "See whether the file is too large; run again with --jobs 1.",
        ),
    )


def too_slow(name: str, seconds: float) -> Problem:
    """A report that did not come to an end."""
    return Problem(
        code="HT-038",
        message=Message(
            f"Báo cáo này làm quá {seconds:g} giây chưa xong nên đã bị dừng.",
            f"This report took more than {seconds:g} seconds and was stopped.",
        ),
        where=Where(file=name),
        hint=Message(
            "Kiểm tra vòng lặp trong mẫu và lời văn.", "Look at the loops of template and text."
        ),
    )


def no_process() -> Problem:
    """Processes that do not even start."""
    return Problem(
        code="HT-039",
        message=Message(
            "Không khởi động được tiến trình làm báo cáo.",
            "The processes that make the reports do not start.",
        ),
        hint=Message("Chạy lại với --jobs 1.", "Run again with --jobs 1."),
    )


def unreadable_manifest(name: str, reason: str) -> Problem:
    """A manifest that cannot be used; a batch makes everything anew."""
    return Problem(
        code="HT-040",
        severity=Severity.WARNING,
        message=Message(
            f"Tệp theo dõi đã hỏng ({reason}).", f"The manifest is damaged ({reason})."
        ),
        where=Where(file=name),
        hint=Message(
            "`baocao batch` làm lại mọi báo cáo và ghi lại tệp này.",
            "`baocao batch` makes all reports anew and writes it again.",
        ),
    )


def no_manifest(name: str) -> Problem:
    """A folder of documents that no batch has made."""
    return Problem(
        code="HT-041",
        message=Message(
            "Thư mục này không có kết quả của baocao: không có manifest.json hay thư mục kỳ nào.",
            "Baocao has written nothing here: there is no manifest.json and no folder of a period.",
        ),
        where=Where(file=name),
        hint=Message(
            "Ghi thư mục kết quả, ví dụ out/2022-Q1.", "Name a folder of results: out/2022-Q1."
        ),
    )


def no_office() -> Problem:
    """PDFs were asked for on a machine without LibreOffice."""
    return Problem(
        code="HT-042",
        message=Message(
            "Không có LibreOffice (lệnh soffice) nên không làm được PDF.",
            "PDFs need LibreOffice (the command soffice), which is not there.",
        ),
        hint=Message("Cài LibreOffice, hoặc bỏ --pdf.", "Install LibreOffice, or leave out --pdf."),
    )


def not_converted(name: str) -> Problem:
    """A document that LibreOffice gave no PDF of."""
    return Problem(
        code="HT-043",
        message=Message(
            "LibreOffice không chuyển được tệp này sang PDF.",
            "LibreOffice made no PDF of this file.",
        ),
        where=Where(file=name),
        hint=Message("Mở tệp bằng Word và lưu ra PDF.", "Open it in Word and save it as PDF."),
    )


def conversion_stuck(name: str, seconds: float) -> Problem:
    """A document on which LibreOffice did not come to an end."""
    return Problem(
        code="HT-044",
        message=Message(
            f"LibreOffice chuyển tệp này sang PDF quá {seconds:g} giây chưa xong nên đã bị dừng.",
            f"LibreOffice took more than {seconds:g} seconds over this file and was stopped.",
        ),
        where=Where(file=name),
        hint=Message("Mở tệp bằng Word và lưu ra PDF.", "Open it in Word and save it as PDF."),
    )


def no_dask() -> Problem:
    """A cluster was asked for and its library is not installed."""
    return Problem(
        code="HT-045",
        message=Message(
            "Chưa cài thư viện chạy trên cụm máy (distributed).",
            "The library for clusters (distributed) is not installed.",
        ),
        hint=Message('Chạy: pip install "baocao[cluster]".', 'Run: pip install "baocao[cluster]".'),
    )


def no_cluster(address: str, reason: str) -> Problem:
    """A cluster that does not answer, or has stopped answering."""
    return Problem(
        code="HT-046",
        message=Message(
            f"Cụm máy {address} không trả lời ({reason}).",
            f"The cluster {address} does not answer ({reason}).",
        ),
        where=Where(path="--cluster"),
        hint=Message(
            "Kiểm tra địa chỉ, và trên cụm có máy nào đang chạy `dask worker` không.",
            "Check the address, and that a `dask worker` is running there.",
        ),
    )


def other_program(theirs: str, ours: str) -> Problem:
    """Machines of a cluster that would print otherwise."""
    return Problem(
        code="HT-047",
        message=Message(
            f"Máy trên cụm chạy phiên bản khác: {theirs}; máy này: {ours}.",
            f"The cluster runs another version: {theirs}; this machine: {ours}.",
        ),
        where=Where(path="--cluster"),
        hint=Message("Cài cùng một phiên bản baocao.", "Install the same version of baocao."),
    )


def unexpected(error: Exception, name: str) -> Problem:
    """A fault of ours while one report was made; the other reports go on."""
    detail = (f"{type(error).__name__}: {error}".splitlines() or [""])[0]
    return Problem(
        code="HT-999",
        message=Message(
            f"Lỗi ngoài dự kiến của chương trình ({detail}).",
            f"Unexpected fault of the program ({detail}).",
        ),
        where=Where(file=name),
        hint=Message(
            "Xin gửi câu này cùng tệp dữ liệu cho người bảo trì.",
            "Please send this line and the data file to the maintainers.",
        ),
    )
