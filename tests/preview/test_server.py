"""Who may ask, what is answered, and that nothing else is: neither other sites nor other files."""

from __future__ import annotations

import json
import socket
from http.client import HTTPConnection
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from generator.files import Folder
from generator.preview.server import Server
from generator.preview.shown import Job
from generator.preview.studio import Studio
from generator.problem import Stopped
from tests.preview.project import make_project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root: Path = tmp_path_factory.mktemp("du-an")
    data = make_project(root)
    (root / "mat.txt").write_text("bí mật", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("shutil.which", lambda _: None)  # pages as HTML: no LibreOffice is started
        studio = Studio(Job(folder=Folder(root), bo_mau="thu", data=data))
    running = Server(studio, "Bộ mẫu thu")
    Thread(target=running.serve_forever, daemon=True).start()
    studio.start()
    yield running
    running.shutdown()
    studio.close()
    running.server_close()


def _ask(
    server: Server, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None
) -> tuple[int, Mapping[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    own = {"Host": f"127.0.0.1:{server.server_port}", **(headers or {})}
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in own.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), content


def _told(server: Server, query: str = "") -> dict[str, object]:
    """Return what the page is told once a case is ready."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request("GET", f"/{server.secret}/su-kien{query}")
    answer = connection.getresponse()
    while True:
        line = answer.readline()
        if line.startswith(b"data: "):
            told: dict[str, object] = json.loads(line.removeprefix(b"data: "))
            if not told["dang_lam"]:
                connection.close()
                return told


def _page(told: Mapping[str, object]) -> str:
    """Return the name of the one page there is without LibreOffice."""
    pages = told["trang"]
    assert isinstance(pages, list)
    assert len(pages) == 1
    return str(pages[0])


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.url == f"http://127.0.0.1:{server.server_port}/{server.secret}/"
    assert len(server.secret) >= 20


def test_the_page_loads_nothing_from_elsewhere(server: Server) -> None:
    status, headers, page = _ask(server, f"/{server.secret}/")

    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers
    assert b"http" not in page
    for name, kind in (("trang.js", "text/javascript"), ("trang.css", "text/css")):
        status, headers, content = _ask(server, f"/{server.secret}/{name}")
        assert (status, headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
        assert b"http" not in content


@pytest.mark.parametrize(
    "host",
    [
        "ke-xau.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.ke-xau.example:{port}",
        "[::1]:{port}",
        "",
    ],
)
def test_a_name_that_is_not_this_machine_is_refused(server: Server, host: str) -> None:
    headers = {"Host": host.format(port=server.server_port)}

    status, _, content = _ask(server, f"/{server.secret}/", headers=headers)

    assert (status, content) == (403, b"")


def test_the_other_name_of_this_machine_will_do(server: Server) -> None:
    own = f"localhost:{server.server_port}"

    assert _ask(server, f"/{server.secret}/", headers={"Host": own})[0] == 200
    headers = {"Host": own, "Origin": f"http://{own}"}
    assert _ask(server, f"/{server.secret}/", headers=headers)[0] == 200


@pytest.mark.parametrize(
    "origin", ["http://ke-xau.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1"]
)
@pytest.mark.parametrize("name", ["", "su-kien", "trang.js"])
def test_the_page_of_another_site_is_refused(server: Server, origin: str, name: str) -> None:
    headers = {"Origin": origin.format(port=server.server_port)}

    status, _, content = _ask(server, f"/{server.secret}/{name}", headers=headers)

    assert (status, content) == (403, b"")


@pytest.mark.parametrize("path", ["/", "/{secret}", "/sai/", "/{secret}x/", "//", "/%00/"])
def test_without_the_secret_there_is_nothing(server: Server, path: str) -> None:
    status, _, content = _ask(server, path.format(secret=server.secret))

    assert (status, content) == (404, b"")


@pytest.mark.parametrize(
    "name",
    [
        "../mat.txt",
        "..%2fmat.txt",
        "t/../../mat.txt",
        "t/mat.txt",
        "t//etc/passwd",
        "t/" + "0" * 32 + ".png",
        "trang.html",
        "static/trang.js",
        "trang.js/",
        "trang.js%00",
        "t/",
        "__init__.py",
        "server.py",
    ],
)
def test_no_name_leads_to_the_disk(server: Server, name: str) -> None:
    status, _, content = _ask(server, f"/{server.secret}/{name}")

    assert (status, content) == (404, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "X"])
def test_only_get_is_answered(server: Server, method: str) -> None:
    assert _ask(server, f"/{server.secret}/", method=method)[0] == 501


def test_two_names_of_the_machine_at_once_are_refused(server: Server) -> None:
    own = f"127.0.0.1:{server.server_port}"
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as raw:
        raw.sendall(
            f"GET /{server.secret}/ HTTP/1.1\r\nHost: {own}\r\nHost: x\r\n\r\n".encode("ascii")
        )
        assert raw.recv(100).startswith(b"HTTP/1.0 403")


def test_the_page_is_told_cases_pages_and_problems(server: Server) -> None:
    told = _told(server)

    assert told["truong_hop"] == "that"
    assert told["tep"] == "data/2022-Q1/so-noi-vu-dong-nai.yaml"
    assert isinstance(told["cac_truong_hop"], list)
    assert [case[:2] for case in told["cac_truong_hop"]] == [
        ["that", "Dữ liệu thật"],
        ["rong", "Mẫu: rỗng"],
        ["mot", "Mẫu: một"],
        ["nhieu", "Mẫu: nhiều, tên dài"],
    ]
    assert "không có báo cáo kỳ khác" in told["cac_truong_hop"][1][2]
    page = _page(told)
    status, headers, content = _ask(server, f"/{server.secret}/{page}")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Đã ban hành 04 văn bản tại Long Thọ và Bàu Hàm." in content.decode()


def test_another_case_is_made_when_it_is_looked_at(server: Server) -> None:
    page = _page(_told(server, "?du_lieu=nhieu"))

    assert "Đã ban hành 488 văn bản" in _ask(server, f"/{server.secret}/{page}")[2].decode()


def test_a_case_that_does_not_exist_is_the_first_one(server: Server) -> None:
    assert _told(server, "?du_lieu=../../x")["truong_hop"] == "that"


def test_a_port_that_is_taken_is_told(server: Server) -> None:
    with pytest.raises(Stopped) as caught:
        Server(server.studio, "x", server.server_port)

    assert [p.code for p in caught.value.problems] == ["HT-050"]
