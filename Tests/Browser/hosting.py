"""A host of static sites on this machine."""

import http.server
import threading
from contextlib import contextmanager
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from built_site import BuiltSite


class StaticHost(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host of static sites does: `404.html` with status 404 for what is not there."""

    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".jsonld": "application/ld+json"}

    def __init__(self, site: BuiltSite, *arguments):
        self.site, self.below = site, urlsplit(site.address).path
        super().__init__(*arguments, directory=site.folder)

    def translate_path(self, path):
        path = unquote(urlsplit(path).path)
        if not path.startswith(self.below):
            return str(self.site.folder / "outside of the site")
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code, *arguments):
        page = self.site.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, *arguments)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@contextmanager
def serve(site: BuiltSite):
    """Serves a site at its own path on a free port; yields the address of its home page."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: StaticHost(site, *given)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(site.address).path}"
        server.shutdown()
