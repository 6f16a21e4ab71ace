"""What can be wrong with an outline or a unit's text, in words for the person who wrote it."""

from __future__ import annotations

from generator.problem import Message, Problem, Severity, Where


def duplicate(section: str, first: Where, where: Where) -> Problem:
    """Return the problem of two sections of one number in one place."""
    return Problem(
        code="MA-321",
        message=Message(
            f"Mục “{section}” đã có ở {first.describe()}.",
            f"The section “{section}” is already at {first.describe('en')}.",
        ),
        hint=Message("Đổi số thứ tự hoặc gộp hai mục.", "Renumber it or join the two."),
        where=where,
    )


def no_number(title: str, where: Where) -> Problem:
    """Return the problem of a unit's heading without a number that the outline does not know."""
    return Problem(
        code="MA-322",
        message=Message(
            f"Tiêu đề “{title}” không có số thứ tự nên không biết đặt vào đâu.",
            f"The heading “{title}” has no number, so it has no place in the outline.",
        ),
        hint=Message(
            "Viết số của mục sau dấu “#”, ví dụ “## 2. …”.",
            "Write the number of the section after “#”, for example “## 2. …”.",
        ),
        where=where,
    )


def not_around_sections(tag: str, where: Where) -> Problem:
    """Return the problem of a tag, other than `if` in an outline, that reaches around headings."""
    return Problem(
        code="MA-323",
        message=Message(
            f"Thẻ {{% {tag} %}} không được bao quanh các mục.",
            f"{{% {tag} %}} may not reach around sections.",
        ),
        hint=Message(
            "Đặt thẻ trong phần chữ của một mục. Riêng đề cương được dùng {% if %} quanh cả mục.",
            "Put it inside the text of one section. Only an outline may have {% if %} around whole"
            " sections.",
        ),
        where=where,
    )


def tag_not_alone(tag: str, where: Where) -> Problem:
    """Return the problem of a tag around sections that shares its line with something."""
    return Problem(
        code="MA-323",
        message=Message(
            f"Thẻ {{% {tag} %}} bao quanh các mục phải đứng một mình trên một dòng.",
            f"{{% {tag} %}} around sections must stand alone on its line.",
        ),
        where=where,
    )


def across_choice(heading: str, where: Where) -> Problem:
    """Return the problem of a section that is half inside and half outside of a condition."""
    return Problem(
        code="MA-323",
        message=Message(
            f"“{heading.strip()}” nằm nửa trong nửa ngoài {{% if %}}.",
            f"“{heading.strip()}” is half inside and half outside of {{% if %}}.",
        ),
        hint=Message(
            "{% if %} phải bao trọn một mục cùng các mục con của nó.",
            "{% if %} must hold a whole section with the sections inside it.",
        ),
        where=where,
    )


def text_beside_choice(where: Where) -> Problem:
    """Return the problem of text between a tag around sections and the next heading."""
    return Problem(
        code="MA-323",
        message=Message(
            "Chữ ở đây không thuộc mục nào: nó đứng giữa {% if %} bao quanh các mục và tiêu đề.",
            "This text belongs to no section: it stands between {% if %} and a heading.",
        ),
        hint=Message("Chuyển chữ xuống dưới một tiêu đề.", "Move the text below a heading."),
        where=where,
    )


def not_closed(tag: str, where: Where) -> Problem:
    """Return the problem of a tag without its end."""
    return Problem(
        code="MA-324",
        message=Message(
            f"Thẻ {{% {tag} %}} mở ở đây không có {{% end{tag} %}}.",
            f"{{% {tag} %}} opened here has no {{% end{tag} %}}.",
        ),
        where=where,
    )


def nothing_to_close(tag: str, where: Where) -> Problem:
    """Return the problem of an end, or an else, without its beginning."""
    return Problem(
        code="MA-324",
        message=Message(
            f"Thẻ {{% {tag} %}} không có thẻ mở tương ứng.",
            f"{{% {tag} %}} has no opening tag.",
        ),
        where=where,
    )


def no_parent(section: str, where: Where) -> Problem:
    """Return the problem of a unit's section whose headings above are missing."""
    return Problem(
        code="MA-325",
        message=Message(
            f"Không rõ mục “{section}” thuộc mục lớn nào.",
            f"It is not clear which section “{section}” belongs to.",
        ),
        hint=Message(
            "Viết đủ các tiêu đề cấp trên phía trước, như trong đề cương; chỉ cần số,"
            " ví dụ “# II.” rồi “## 2.”.",
            "Write the headings above it as in the outline; the numbers are enough, for example"
            " “# II.” and “## 2.”.",
        ),
        where=where,
    )


def no_standing_text(where: Where) -> Problem:
    """Return the problem of a mark for standing text where there is none."""
    return Problem(
        code="MA-326",
        message=Message(
            "Ở đây không có văn mẫu nào để giữ hay bỏ.",
            "There is no standing text here to keep or to leave out.",
        ),
        where=where,
    )


def odd_number(section: str, sibling: str, where: Where) -> Problem:
    """Return the warning about an added section numbered unlike the ones beside it."""
    return Problem(
        code="MA-327",
        message=Message(
            f"Mục thêm “{section}” đánh số khác các mục cùng cấp (như “{sibling}”).",
            f"The added section “{section}” is numbered unlike its neighbours (like “{sibling}”).",
        ),
        where=where,
        severity=Severity.WARNING,
    )


def text_unused(name: str) -> Problem:
    """A unit's text beside data whose template set has no outline."""
    return Problem(
        code="MA-328",
        severity=Severity.WARNING,
        message=Message(
            "Bộ mẫu này không dùng lời văn riêng: nội dung tệp không được in.",
            "This template set takes no text of a unit: the file is not printed.",
        ),
        where=Where(file=name),
        hint=Message(
            "Chép lời văn vào mẫu Word, hoặc xóa tệp này.",
            "Put the text into the Word template, or delete the file.",
        ),
    )
