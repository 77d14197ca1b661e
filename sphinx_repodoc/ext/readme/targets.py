"""Where the links and pictures of a README lead from the page of its folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from docutils import nodes
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.readme import Readme, ReadmeLink
from sphinx_repodoc.sections.content import CrossReference
from sphinx_repodoc.sections.doctree import cross_reference

SCHEMES = frozenset({"http", "https", "mailto", "ftp", "ftps", "irc", "ircs", "tel", "git", "ssh"})
"""Of links that may be followed."""

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
"""What browsers show."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Knows where one README's links lead in one document."""

    readme: Readme
    env: BuildEnvironment
    root: Path
    links: Mapping[str, ReadmeLink]
    anchors: Mapping[str, str]
    """What fragments of the README name, and the id that it has in the document."""

    def link(self, reference: nodes.Element) -> nodes.Node | None:
        """Return what stands for a link; None if it leads nowhere."""
        target = reference.get("refuri", "")
        if target.startswith("#"):
            return self._own(reference, target[1:])
        known = self.links.get(target)
        if known is None:
            return _outside(reference, target)
        is_own = known.path == self.readme.path and (known.is_heading or not known.fragment)
        if is_own and "#" in target:
            return self._own(reference, urlsplit(target).fragment)
        if known.path is not None:
            return self._page(reference, known.path, known)
        return _linked(reference, refuri=known.url, internal=False) if known.url else None

    def picture(self, image: nodes.Element) -> nodes.Node:
        """Return what stands for a picture: itself if the repository holds it, else its words."""
        uri, alt = image["uri"], " ".join(image.get("alt", "").split())
        known = self.links.get(uri)
        if known is None:
            return _remote(image, alt)
        path = known.path
        if path is None or not known.blob or path.suffix.lower() not in PICTURES:
            return nodes.Text(alt or unquote(PurePosixPath(urlsplit(uri).path).name))
        place = os.path.relpath(self.root / path, self.env.srcdir).replace(os.sep, "/")
        sides = {side: image[side] for side in ("width", "height") if image.get(side)}
        shown = nodes.image(uri=f"/{place}", alt=alt or quote_path(path), **sides)
        shown["repodoc_picture"] = True
        return shown

    def _own(self, reference: nodes.Element, fragment: str) -> nodes.Node | None:
        names = (fragment, unquote(fragment), unquote(fragment).lower())
        anchor = next((self.anchors[name] for name in names if name in self.anchors), None)
        return _linked(reference, refid=anchor, internal=True) if anchor else None

    def _page(self, reference: nodes.Element, path: PurePosixPath, known: ReadmeLink) -> nodes.Node:
        """Lead to the Sphinx document that the path is, else to the page of the path."""
        content = nodes.inline("", "", *reference.children)
        docname = self.env.path2doc(self.root / path)
        lines = "" if known.is_heading else known.fragment
        if docname in self.env.found_docs and not lines:
            link = cross_reference(CrossReference("std", "doc", f"/{docname}", content))
        else:
            role = "folder" if known.is_folder else "file"
            target = quote_path(path) + known.fragment
            link = cross_reference(CrossReference("repo", role, target, content))
        link["refdoc"] = self.env.docname
        return link


def _outside(reference: nodes.Element, target: str) -> nodes.Node | None:
    """Return a link to another site, if it may be followed."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.netloc and not parts.scheme:
        return _linked(reference, refuri=f"https:{target}", internal=False)
    is_safe = parts.scheme.lower() in SCHEMES
    return _linked(reference, refuri=target, internal=False) if is_safe else None


def _linked(reference: nodes.Element, **attributes: object) -> nodes.Node:
    return nodes.reference("", "", *reference.children, **attributes)


def _remote(image: nodes.Element, alt: str) -> nodes.Node:
    """Return the words of a picture of another site, which is not fetched."""
    uri = image["uri"]
    try:
        parts = urlsplit(uri)
    except ValueError:
        return nodes.Text(alt)
    if parts.scheme.lower() not in {"http", "https"}:
        return nodes.Text(alt)
    words = alt or unquote(PurePosixPath(parts.path).name) or parts.netloc
    if isinstance(image.parent, nodes.reference):
        return nodes.Text(words)
    return nodes.reference("", words, refuri=uri, internal=False)
