"""A designer's session in a real browser: edit, save, see the page change, break it, mend it."""

from __future__ import annotations

import shutil
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from generator.files import Folder
from generator.preview.server import Server
from generator.preview.shown import Job
from generator.preview.studio import Studio
from tests.preview.project import DATA, make_project, write_template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 90_000  # milliseconds: LibreOffice starts for the first time

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="needs Chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make_project(tmp_path)
    return tmp_path


@pytest.fixture
def url(root: Path) -> Iterator[str]:
    data = root / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
    studio = Studio(Job(folder=Folder(root), bo_mau="thu", data=data))
    server = Server(studio, "Bộ mẫu thu")
    Thread(target=server.serve_forever, daemon=True).start()
    studio.start()
    yield server.url
    server.shutdown()
    studio.close()
    server.server_close()


def _ready(page: Page) -> None:
    page.locator("#trang-thai", has_text="Cập nhật lúc").wait_for()


def _pictures(page: Page) -> list[str]:
    return [str(one.get_attribute("src")) for one in page.locator(".mot-trang img").all()]


def _becomes(locator: Locator, count: int) -> None:
    """Wait until there are `count` of something."""
    locator.nth(count).wait_for(state="detached")
    if count:
        locator.nth(count - 1).wait_for()


@pytest.mark.office
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="needs LibreOffice, poppler"
)
def test_edit_save_see_it_change_break_it_and_mend_it(page: Page, url: str, root: Path) -> None:
    noise: list[str] = []
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.goto(url)
    _ready(page)
    assert page.locator("h1").inner_text() == "Bộ mẫu thu"
    first = _pictures(page)
    assert len(first) == 2
    assert page.locator(".mot-trang img").first.evaluate("image => image.naturalWidth") > 500

    # -- the second page is edited: it changes, the first one stays as it is --
    write_template(root, "Đoạn vừa sửa trong Word")
    page.locator("#trang-2.doi").wait_for()
    _ready(page)
    second = _pictures(page)
    assert second[0] == first[0]
    assert second[1] != first[1]

    # -- a tag is broken: the pages stay, the error stands beside the second one --
    write_template(root, "{{ don_vi.tenn }}")
    error = page.locator("#trang-2 li.nang")
    error.wait_for()
    assert "MA-040" in error.inner_text()
    assert "don_vi.tenn" in error.inner_text()
    assert page.locator("#trang-1 li.nang").count() == 0
    assert page.locator("#trang-thai").inner_text() == "Có lỗi: các trang là của lần lưu trước"
    assert page.locator("#dem").inner_text() == "1 lỗi"
    assert page.locator("#den-trang a.nang").inner_text() == "2"
    assert _pictures(page) == second

    # -- and mended: the error goes --
    write_template(root, "{{ don_vi.ten }} báo cáo {{ ky.ten }}")
    _becomes(page.locator("li.nang"), 0)
    _ready(page)
    assert _pictures(page) == first
    assert noise == []


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_another_case_is_chosen_and_stays_chosen(page: Page, url: str) -> None:
    page.goto(url)
    _ready(page)
    first = _pictures(page)

    page.select_option("#truong-hop", "nhieu")
    page.locator("#tep", has_text="Dữ liệu mẫu, làm từ: data/").wait_for()
    _ready(page)
    assert _pictures(page) != first
    page.reload()
    _ready(page)

    assert page.locator("#truong-hop").input_value() == "nhieu"


def test_without_libreoffice_the_text_is_shown(
    page: Page, root: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    page.goto(request.getfixturevalue("url"))
    _ready(page)
    words = page.frame_locator("iframe").locator("body")
    assert "Đã ban hành 04 văn bản tại Long Thọ và Bàu Hàm." in words.inner_text()
    assert "cài LibreOffice" in page.locator("figcaption").inner_text()

    # -- the data are edited; then they are wrong, which is no place on a page --
    data = root / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
    data.write_text(DATA.replace("van_ban: 4", "van_ban: 5"), encoding="utf-8")
    page.frame_locator("iframe").locator("p", has_text="Đã ban hành 05 văn bản").wait_for()
    data.write_text(DATA.replace("ky: 2022-Q1", "ky: 2022-Q9"), encoding="utf-8")
    error = page.locator("#loi-chung li.nang", has_text="DL-022")
    error.wait_for()
    data.write_text(DATA, encoding="utf-8")
    _becomes(page.locator("li.nang"), 0)


def test_a_branch_that_no_sample_shows_is_told_and_a_sample_shows_the_other(
    page: Page, root: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    never = "{% if ky.nam == 1999 %}x{% endif %}"
    write_template(root, f"{{% if sl.van_ban == 17 %}}Đúng mười bảy.{{% endif %}}{never}")
    page.goto(request.getfixturevalue("url"))
    page.locator("#nhanh-dem a", has_text="1 nhánh chưa xem được").wait_for()
    unseen = page.locator("#chua-xem li").inner_text()
    assert "{% if ky.nam == 1999 %} khi điều kiện đúng" in unseen
    assert "templates/thu/bao-cao.docx, thân văn bản, đoạn 4" in unseen

    page.select_option("#truong-hop", label="Mẫu: nhánh khác 1")
    page.frame_locator("iframe").locator("p", has_text="Đúng mười bảy.").wait_for()
    page.locator("#chi-o-day summary").click()
    only = page.locator("#chi-o-day li").inner_text()
    assert only.startswith("{% if sl.van_ban == 17 %} khi điều kiện đúng")

    # -- the branch goes from the template, and from the list --
    write_template(root, "Không còn nhánh nào")
    page.locator("#nhanh-dem", has_text="Xem được mọi nhánh của mẫu").wait_for()
    assert page.locator("#nhanh").is_hidden()
    assert page.locator("#truong-hop").input_value() == "that"


def test_what_a_document_says_is_never_run(
    page: Page, root: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    write_template(root, "<img src=x onerror=\"parent.document.title='hỏng'\"> {{ sl['<b>x'] }}")
    page.goto(request.getfixturevalue("url"))
    error = page.locator("#loi-chung li.nang").first
    error.wait_for()

    assert "<b>x" in error.inner_text()
    assert page.title() == "Bộ mẫu thu – xem trước"
    assert page.locator("#chung b").count() == 0
