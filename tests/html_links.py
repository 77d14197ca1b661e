"""Find what does not hold together in built HTML: ``python tests/html_links.py OUTDIR [...]``."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

EXTERNAL = {"http", "https", "mailto", "javascript", "data", "ftp", "tel", "irc", "news"}
LINKS = {"href", "src", "poster"}
NO_PAGES = {"_static", "_sources", ".doctrees"}


def broken_links(outdir: Path) -> list[str]:
    """List the links, as ``page:line: url: reason``, that lead to no file or id of `outdir`."""
    return list(_broken(outdir, read_pages(outdir)))


def duplicate_ids(outdir: Path) -> list[str]:
    """List the ids, as ``page: id: reason``, that a page of `outdir` gives to several elements."""
    return list(_duplicates(read_pages(outdir)))


def main(outdirs: list[str]) -> int:
    """Print all that is wrong below each folder; 1 if anything is, or if there are no pages."""
    exit_code = 0
    for outdir in map(Path, outdirs):
        pages = read_pages(outdir)
        faults = [*_broken(outdir, pages), *_duplicates(pages)]
        links = sum(len(page.links) for page in pages.values())
        summary = f"{outdir}: {len(pages)} pages, {links} links, {len(faults)} faults"
        print(*faults, summary, sep="\n")
        exit_code |= bool(faults) or not pages
    return exit_code


@dataclass
class Page:
    """The ids and the links of one page."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[tuple[int, str]] = field(default_factory=list)
    """Line and URL, internal ones only, in the order of the page."""


def read_pages(outdir: Path) -> dict[PurePosixPath, Page]:
    """Read every HTML page below `outdir`, by path, without those of a theme's own static files."""
    paths = [PurePosixPath(file.relative_to(outdir)) for file in sorted(outdir.rglob("*.html"))]
    return {
        path: _parse_page((outdir / path).read_text(encoding="utf-8", errors="replace"))
        for path in paths
        if NO_PAGES.isdisjoint(path.parts)
    }


def _parse_page(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Collects ids and internal links while it parses."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [value for name, value in attrs if value and name == "id"]
        if tag == "a" and not names:
            names = [value for name, value in attrs if value and name == "name"]
        self.page.ids.update(map(sys.intern, names))  # "L1", "L2", … stand on every page
        line, _ = self.getpos()
        self.page.links += [
            (line, value or "") for name, value in attrs if name in LINKS and _is_internal(value)
        ]


def _is_internal(url: str | None) -> bool:
    return (url or "").partition(":")[0].lower() not in EXTERNAL and not (url or "").startswith(
        "//"
    )


def _broken(outdir: Path, pages: Mapping[PurePosixPath, Page]) -> Iterator[str]:
    """Name each link once a page; pages hold the same link many times."""
    for path, page in pages.items():
        for url, line in {url: line for line, url in reversed(page.links)}.items():
            if reason := _fault(url, path, outdir, pages):
                yield f"{path}:{line}: {url}: {reason}"


def _fault(url: str, path: PurePosixPath, outdir: Path, pages: Mapping[PurePosixPath, Page]) -> str:
    try:
        parts = urlsplit(url.strip())
    except ValueError as error:
        return str(error)
    target = _target(unquote(parts.path, errors="surrogateescape"), path, outdir)
    if ".." in target.parts:
        return "leaves the output"
    if not (outdir / target).is_file():
        return "no such file"
    fragment = unquote(parts.fragment)
    if fragment in {"", "top"} or target not in pages or fragment in pages[target].ids:
        return ""
    return "no such id"


def _target(link: str, path: PurePosixPath, outdir: Path) -> PurePosixPath:
    """Give the path that a server would send for `link` as written in the page at `path`."""
    folder = PurePosixPath() if link.startswith("/") else path.parent
    target = PurePosixPath(normpath(folder / link.lstrip("/"))) if link else path
    return target / "index.html" if (outdir / target).is_dir() else target


def _duplicates(pages: Mapping[PurePosixPath, Page]) -> Iterator[str]:
    for path, page in pages.items():
        for name, count in page.ids.items():
            if count > 1:
                yield f"{path}: {name}: {count} elements have this id"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
