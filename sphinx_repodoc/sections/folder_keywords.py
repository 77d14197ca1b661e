"""Subtree Keyword Index, and the keyword pages that it is spread over."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.indices import Bucket, Elsewhere, FolderKeywords, NamedSymbol
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, literal, target
from sphinx_repodoc.sections.lists import bullets, definitions, paragraph


def outline(keywords: FolderKeywords, links: Links) -> list[Block]:
    """List symbols by the first characters of their names, or say which page lists them."""
    blocks: list[Block] = [_summary(keywords, links)]
    stays = [bucket for bucket in keywords.buckets if not _page_of(bucket, keywords)]
    if len(stays) < len(keywords.buckets) or (keywords.prefix is not None and len(stays) > 1):
        blocks.append(paragraph(*_overview(keywords, links)))
    if stays:
        paths = {symbol.path for bucket in stays for symbol in bucket.symbols}
        names = {path: quote_path(path.relative_to(keywords.path)) for path in paths}
        blocks.append(definitions(_row(bucket, keywords, names, links) for bucket in stays))
    return blocks


def _page_of(bucket: Bucket, keywords: FolderKeywords) -> Elsewhere | None:
    """Return the page of this folder that lists a bucket, if it is another."""
    return next((place for place in bucket.elsewhere if place.path == keywords.path), None)


def _summary(keywords: FolderKeywords, links: Links) -> Block:
    count = counted(keywords.number, "symbol")
    if keywords.prefix is None:
        return paragraph(f"The files here and below define {count}:")
    files: list[Inline] = ["The files of ", links.folder(keywords.path)]
    if not keywords.prefix:
        return paragraph(*files, f" and the folders in it define {count}.")
    whole = links.keywords(keywords.path, "all keywords", prefix="")
    start = literal(keywords.prefix)
    return paragraph(
        *files, f" define {count} with a name that starts with ", start, "; see also ", whole, "."
    )


def _overview(keywords: FolderKeywords, links: Links) -> list[Inline]:
    """Write each bucket with its size, linked to where it is listed."""
    pieces: list[Inline] = []
    for bucket in keywords.buckets:
        anchor, text = _anchor(bucket), bucket.prefix
        link = links.here(anchor, text)
        if page := _page_of(bucket, keywords):
            anchor = "" if page.prefix else anchor
            link = links.keywords(page.path, text, prefix=page.prefix, anchor=anchor)
        pieces += [", "] if pieces else []
        pieces += [link, f" ({bucket.number:,})"]
    return pieces


def _row(
    bucket: Bucket,
    keywords: FolderKeywords,
    names: Mapping[PurePosixPath, str],
    links: Links,
) -> tuple[list[Inline], list[Block]]:
    entries = [_symbol(symbol, names[symbol.path], links) for symbol in bucket.symbols]
    entries += [_elsewhere(place, keywords.path, links) for place in bucket.elsewhere]
    return [target(links.anchor(_anchor(bucket))), bucket.prefix], [bullets(entries)]


def _symbol(symbol: NamedSymbol, file: str, links: Links) -> list[Inline]:
    scope = symbol.qualified_name.removesuffix(symbol.name).rstrip(".")
    kind = f", {symbol.kind} in {scope} (" if scope else f", {symbol.kind} ("
    line = f"{file}, line {symbol.line}"
    return [
        links.entry(symbol.path, symbol.anchor, symbol.line, symbol.name),
        kind,
        links.line(symbol.path, symbol.line, line),
        ")",
    ]


def _elsewhere(place: Elsewhere, folder: PurePosixPath, links: Links) -> list[Inline]:
    name = f"{quote_path(place.path.relative_to(folder))}/"
    link = links.keywords(place.path, name, prefix=place.prefix)
    return [link, f" ({place.number:,})"]


def _anchor(bucket: Bucket) -> str:
    return f"keywords-{bucket.prefix}"
