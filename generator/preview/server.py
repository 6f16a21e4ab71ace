"""The preview as a page on this machine: a server that hands out what `studio` holds, no more.

No path of a request ever reaches the disk: a name is looked up among the pages in memory. Only
requests to this machine's own name with the secret of this run are answered, so that no page of
another site can read a report, not even by a name that leads to 127.0.0.1.
"""

from __future__ import annotations

import json
import re
import socket
import sys
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

from msgspec.structs import replace

from generator.preview.branches import EXTRA
from generator.preview.values import Case
from generator.problem import Message, Problem, Severity, Stopped, Where

if TYPE_CHECKING:
    from generator.preview.branches import Branch
    from generator.preview.shown import Shown
    from generator.preview.studio import Studio

HOST: Final = "127.0.0.1"
_PING_EVERY: Final = 10.0
_FILE: Final = re.compile(r"t/(?P<name>[0-9a-f]{32}\.(?:png|pdf|html))")
_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "png": "image/png",
    "pdf": "application/pdf",
}
_NO_PATH: Final = ["?", "?", "?"]  # stands for no name: the name of the page itself is empty
_STATIC: Final = {"": "trang.html", "trang.css": "trang.css", "trang.js": "trang.js"}
_POLICY: Final = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
# -- what the choice says, and what it means --
CASE_NAMES: Final = {
    Case.REAL: ("Dữ liệu thật", ""),
    Case.NONE: ("Mẫu: rỗng", "Số liệu để trống, danh sách rỗng, không có báo cáo kỳ khác."),
    Case.ONE: ("Mẫu: một", "Số 1 ở mọi chỗ, mỗi danh sách một phần tử, cấp trưởng ký."),
    Case.MANY: ("Mẫu: nhiều, tên dài", "Số lớn, danh sách dài, tên dài nhất, cấp phó ký thay."),
}
_EXTRA_NAME: Final = (
    "Mẫu: nhánh khác {}",
    "Như mẫu nhiều, một số số liệu được chọn để vào những nhánh mà mẫu khác không tới.",
)


class Server(ThreadingHTTPServer):
    """Listens on this machine only; `url` is where the page is."""

    daemon_threads = True
    block_on_close = False
    # -- there the option means that any other program may listen on the same port, too --
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, studio: Studio, title: str, port: int = 0) -> None:
        """Listen on `port`, 0 for any. Raises Stopped with HT-050 where it is taken."""
        self.studio, self.title, self.secret = studio, title, token_urlsafe(18)
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            raise Stopped([_port_taken(port)]) from error
        names = HOST, "localhost"
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in names)

    def server_bind(self) -> None:
        """Take the port for this program alone."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    @property
    def url(self) -> str:
        """Where to look."""
        return f"http://{HOST}:{self.server_port}/{self.secret}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that has gone away is no fault."""


class _Handler(BaseHTTPRequestHandler):
    """One request, GET only. Whatever is not exactly one of ours is refused."""

    server: Server
    server_version = "baocao"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a request that may be answered."""
        path, _, query = self.path.partition("?")
        _, secret, name = (path.split("/", 2) + _NO_PATH)[:3]
        if not self._is_ours():
            self._refuse(HTTPStatus.FORBIDDEN)
        elif not compare_digest(secret.encode(), self.server.secret.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
        elif name == "su-kien":
            self._events(query)
        elif name in _STATIC:
            if not name:
                self.server.studio.look_again()
            file = resources.files("generator.preview") / "static" / _STATIC[name]
            self._answer(file.read_bytes(), _STATIC[name])
        else:
            found = _FILE.fullmatch(name)
            content = self.server.studio.file(found["name"]) if found else None
            if content is None:
                self._refuse(HTTPStatus.NOT_FOUND)
            else:
                self._answer(content, name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has
        """Keep the terminal quiet."""

    def _is_ours(self) -> bool:
        """Tell whether a request is for this machine, and not sent by the page of another site."""
        hosts, origins = self.headers.get_all("Host", []), self.headers.get_all("Origin", [])
        own = {f"http://{host}" for host in self.server.hosts}
        return len(hosts) == 1 and hosts[0] in self.server.hosts and own.issuperset(origins)

    def _events(self, query: str) -> None:
        """Send what is shown of a case, again whenever it changes."""
        asked = parse_qs(query).get("du_lieu", [""])[0]
        studio = self.server.studio
        case = next((one for one in studio.cases if one == asked), studio.cases[0])
        self._head("text/event-stream; charset=utf-8")
        serial = -1
        with studio.viewer(case):
            while not studio.ending:
                shown = studio.after(case, serial, _PING_EVERY)
                if shown is None:
                    self.wfile.write(b": con day\n\n")
                else:
                    serial = shown.serial
                    told = json.dumps(_told(self.server, case, shown), ensure_ascii=False)
                    self.wfile.write(f"data: {told}\n\n".encode())
                self.wfile.flush()

    def _answer(self, content: bytes, name: str) -> None:
        self._head(_TYPES[name.rpartition(".")[2]], len(content))
        self.wfile.write(content)

    def _head(self, kind: str, length: int | None = None) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self._guard()
        # -- a policy would keep the browser from showing a PDF with its own viewer --
        if kind != _TYPES["pdf"]:
            self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self._guard()
        self.end_headers()
        self.close_connection = True

    def _guard(self) -> None:
        self.send_header("Cache-Control", "no-store")  # reports are not for the disk of the browser
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")


def case_name(case: str) -> tuple[str, str]:
    """Return what people call a case, and what it means."""
    number = case.removeprefix(EXTRA)
    if number == case:
        return CASE_NAMES[Case(case)]
    name, meaning = _EXTRA_NAME
    return name.format(number), meaning


def _told(server: Server, case: str, shown: Shown) -> dict[str, object]:
    """Return what the page needs to know, as JSON."""
    data, explored = server.studio.job.data, server.studio.explored
    own = explored.of(case)
    ordered = sorted(shown.problems, key=lambda one: one[0].severity is Severity.WARNING)
    return {
        "ten": server.title,
        "tep": server.studio.job.folder.display(data) if data else "",
        "truong_hop": case,
        "cac_truong_hop": [[one, *case_name(one)] for one in server.studio.cases],
        "dang_lam": shown.busy,
        "trang_cu": shown.stale,
        "trang": [f"t/{name}" for name in shown.pages],
        "loi": [_problem(problem, page) for problem, page in ordered],
        "da_do": explored.known and not server.studio.exploring,
        "dang_do": server.studio.exploring,
        "chua_xem": [_branch(one, shown) for one in explored.unseen],
        "chi_o_day": [_branch(one, shown) for one in (own.shows if own else ())],
    }


def _branch(branch: Branch, shown: Shown) -> dict[str, object]:
    place = replace(branch.where, tag="").describe()
    return {
        "the": branch.where.tag or "",
        "khi": branch.when.vi,
        "o": place,
        "vi_sao": branch.why.vi,
        "trang": shown.page_at(branch.where),
    }


def _problem(problem: Problem, page: int | None) -> dict[str, object]:
    return {
        "ma": problem.code,
        "nang": problem.severity is Severity.ERROR,
        "o": problem.where.describe(),
        "loi": problem.message.vi,
        "cach_sua": problem.hint.vi if problem.hint else "",
        "trang": page,
    }


def _port_taken(port: int) -> Problem:
    return Problem(
        code="HT-050",
        message=Message(f"Không mở được cổng {port}.", f"Port {port} cannot be opened."),
        where=Where(path="--port"),
        hint=Message(
            "Bỏ --port để máy tự chọn, hoặc chọn số khác từ 1024 đến 65535.",
            "Leave out --port, or choose another number from 1024 to 65535.",
        ),
    )
