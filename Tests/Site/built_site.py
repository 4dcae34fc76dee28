"""A built site as the checks see it: its files, its pages and the addresses they answer to."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from addresses import kind_of, language_of


@dataclass(frozen=True)
class Page:
    """One HTML file. `path` is its address from the site's root: `/mallit/`, `/404.html`."""

    path: str
    file: Path

    @property
    def kind(self) -> str:
        return kind_of(self.path)

    @property
    def language(self) -> str:
        return language_of(self.path)

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def is_unlisted(self) -> bool:
        """Whether the page asks search engines to leave it out."""
        return bool(self.all("//meta[@name='robots'][contains(@content, 'noindex')]"))

    def all(self, xpath: str) -> list:
        return self.tree.xpath(xpath)


@dataclass(frozen=True)
class BuiltSite:
    """A folder with a built site. `address` is the address it is published at and ends with a slash."""

    folder: Path
    address: str

    @cached_property
    def pages(self) -> list[Page]:
        found = []
        for file in sorted(self.folder.rglob("*.html")):
            path = "/" + file.relative_to(self.folder).as_posix()
            found.append(Page(path.removesuffix("index.html"), file))
        return found

    def page(self, path: str) -> Page:
        return next(page for page in self.pages if page.path == path)

    def url(self, path: str) -> str:
        """The full address of a path from the site's root."""
        return urljoin(self.address, path.lstrip("/"))

    def path_of(self, url: str) -> str | None:
        """The path from the site's root of a full address, or None when it is not of this site."""
        if not url.startswith(self.address):
            return None
        return "/" + urldefrag(url).url.removeprefix(self.address).split("?")[0]

    def file_of(self, url: str) -> Path | None:
        """The file that answers a full address, or None."""
        path = self.path_of(url)
        if path is None:
            return None
        file = self.folder / unquote(path).lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        return file if file.is_file() else None

    def target(self, page: Page, reference: str) -> str:
        """The full address that a reference on a page leads to."""
        return urljoin(self.url(page.path), reference)

    def is_own(self, url: str) -> bool:
        own, other = urlsplit(self.address), urlsplit(url)
        return (own.scheme, own.netloc) == (other.scheme, other.netloc)
