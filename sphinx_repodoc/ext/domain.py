"""The domain ``repo``: files, folders and symbols as objects that roles and inventories know."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from sphinx_repodoc.ext.index import Index, Shown, nearest_names
from sphinx_repodoc.ext.roles import FileRole, FolderRole, SymbolRole
from sphinx_repodoc.ext.shards import Shards
from sphinx_repodoc.ext.warnings import warn
from sphinx_repodoc.model.citations import Citation
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.model.paths import quote_path, split_lines
from sphinx_repodoc.model.survey import Listing, Survey
from sphinx_repodoc.scan.renames import read_renames

KEYWORDS_TITLE = "Keyword Index"
"""What toctrees call a keyword page; the prefix of its names follows."""

DOCUMENT_KINDS = ("documents", "targets", "stubs", "missing", "citations")
"""What is kept by docname."""

EMPTY_SURVEY = Survey(Path(), Listing({}, {}, {}), {}, {}, {}, {})


class RepoDomain(Domain):
    """Files, folders and symbols of the repository.

    What each document shows is kept with the environment; which symbols a file has is asked of
    the survey, which every build has in memory.
    """

    name = "repo"
    label = "Repository"
    object_types: ClassVar[dict[str, ObjType]] = {
        "file": ObjType("file", "file", "any"),
        "folder": ObjType("folder", "folder", "any"),
        "symbol": ObjType("symbol", "symbol", "any"),
    }
    roles: ClassVar[dict[str, Any]] = {
        "file": FileRole(warn_dangling=True),
        "folder": FolderRole(warn_dangling=True),
        "symbol": SymbolRole(warn_dangling=True),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "documents": {},
        "targets": {},
        "mentions": {},
        "stubs": {},
        "missing": {},
        "citations": {},
        "prefix": None,
        "fingerprint": "",
        "state": "",
        "navigation": "",
        "keyword_pages": [],
    }
    data_version = 8
    store: Path | None = None
    """The folder that keeps what is found from one build to the next."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.root = EMPTY_SURVEY.root
        """The folder of the repository."""
        self.listing = EMPTY_SURVEY.listing
        """The files of the repository as they are in this build."""
        self.take_survey: Callable[[], Survey] = lambda: EMPTY_SURVEY
        """Analyses and relates them."""
        self.fingerprint = ""
        """Of all that the survey is made from."""
        self.has_changed = False
        """Whether any document shows or refers to something else than in the build before."""
        self.shards = Shards()
        """What other projects document of the repository."""
        self.builder: Builder | None = None
        """What writes the documents in this build."""
        self.seconds = 0.0
        """How long the survey took."""
        self.pages: dict[PurePosixPath, str] = {}
        """Path to the docname of its own page, where pages are generated."""
        self.generated: frozenset[str] = frozenset()
        """The docnames of pages that no person wrote."""
        self.stubs: dict[str, int] = {}
        """Docname of each stub to a checksum of its text."""
        self.unfinished: set[str] = set()
        """Documents whose pages are not as the survey says: a file changed during the build."""
        self.unknown: set[tuple[str, str, str]] = set()
        """Domain, role and target of links of ours that nobody could resolve in this build."""
        self.keyword_pages: dict[PurePosixPath, dict[str, str]] = {}
        """Folder to prefix to the docname of each generated keyword page."""
        self._index: Index | None = None

    @cached_property
    def survey(self) -> Survey:
        """The repository as it is in this build, once something asks for it.

        A build that changes nothing does not; it is not kept with the environment.
        """
        return self.take_survey()

    @cached_property
    def renames(self) -> dict[PurePosixPath, PurePosixPath]:
        """What became of paths, once something is missing."""
        return read_renames(self.root, self.listing.head.commit) | dict(self.listing.moved)

    @property
    def is_as_before(self) -> bool:
        """Whether the survey says what it said when the documents were read."""
        return bool(self.fingerprint) and self.data["fingerprint"] == self.fingerprint

    @property
    def documents(self) -> dict[str, list[Shown]]:
        """What each document shows, by docname."""
        documents: dict[str, list[Shown]] = self.data["documents"]
        return documents

    def children(self, docname: str, path: PurePosixPath) -> list[tuple[str, str]]:
        """Return titles and docnames of the pages below a folder, if the document is its own.

        They are those of its folders, of its files, and of its keyword index.
        """
        folder = self.listing.folders.get(path)
        if not folder or self.pages.get(path) != docname:
            return []
        below = [
            (quote_path(PurePosixPath(child.name)), self.pages[child])
            for child in (*folder.folders, *folder.files)
        ]
        below += [
            (f"{KEYWORDS_TITLE}: {prefix}" if prefix else KEYWORDS_TITLE, name)
            for prefix, name in self.keyword_pages.get(path, {}).items()
        ]
        return [(title, name) for title, name in below if name in self.env.found_docs]

    @property
    def docnames(self) -> set[str]:
        """The docnames of all generated pages."""
        return self.keyword_docnames.union(self.pages.values())

    @property
    def keyword_docnames(self) -> set[str]:
        """The docnames of all generated keyword pages."""
        return {name for pages in self.keyword_pages.values() for name in pages.values()}

    def folder_of(self, docname: str) -> str:
        """Return the folder of a document, from the repository root."""
        document = Path(self.env.doc2path(docname)).resolve()
        if not document.is_relative_to(self.root):
            return "."
        return document.relative_to(self.root).parent.as_posix()

    @property
    def targets(self) -> dict[str, list[tuple[str, str]]]:
        """Roles and targets that each document refers to, by docname."""
        targets: dict[str, list[tuple[str, str]]] = self.data["targets"]
        return targets

    @property
    def citations(self) -> dict[str, list[Citation]]:
        """What each document cites in its own words, by docname."""
        citations: dict[str, list[Citation]] = self.data["citations"]
        return citations

    @property
    def mentions(self) -> dict[str, list[str]]:
        """The documents that mention a path, once all are read."""
        mentions: dict[str, list[str]] = self.data["mentions"]
        return mentions

    def note_target(self, docname: str, role: str, target: str) -> None:
        """Record that a document refers to something by a role."""
        self.targets.setdefault(docname, []).append((role, target))
        self.has_changed = True

    def note_missing(self, docname: str, argument: str, kind: str) -> None:
        """Record that a document asks for what cannot be shown, and what there is instead."""
        self.data["missing"].setdefault(docname, []).append((argument, kind))

    def note_citations(self, docname: str, citations: list[Citation]) -> None:
        """Record what a document cites in its own words."""
        self.data["citations"][docname] = citations

    def note_shown(self, docname: str, shown: Shown) -> None:
        """Record that a document shows a file or folder."""
        self.documents.setdefault(docname, []).append(shown)
        self._forget()

    def clear_doc(self, docname: str) -> None:
        """Forget what a document showed."""
        for kind in DOCUMENT_KINDS:
            self.data[kind].pop(docname, None)
        self._forget()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader recorded."""
        for docname in docnames:
            for kind in DOCUMENT_KINDS:
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]
        self._forget()

    def _forget(self) -> None:
        self._index = None
        self.has_changed = True

    @property
    def index(self) -> Index:
        """Where everything is, as far as it is known now."""
        if self._index is None:
            self._index = Index(self.documents, self.pages)
        return self._index

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Turn a role into a link; an ambiguous symbol is a warning, and plain text."""
        is_ours = bool(node.get("repodoc_missing"))
        found = self.index.find(typ, target, is_exact=is_ours)
        if len(found) > 1:
            names = ", ".join(sorted(found))
            message = f"symbol {target!r} is not the only one of that name: write one of {names}"
            warn(ProblemKind.REFERENCE, message, node)
            return contnode  # type: ignore[return-value]
        for name, place in found.items():
            # A link of ours says where it leads; one that an author worded may not.
            title = "" if is_ours else name
            return make_refnode(builder, fromdocname, place.docname, place.anchor, contnode, title)
        return None

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Turn the target of an ``any`` role into all the links that it may mean."""
        return [
            (
                f"repo:{typ}",
                make_refnode(builder, fromdocname, place.docname, place.anchor, contnode, name),
            )
            for typ in self.object_types
            for name, place in self.index.find(typ, target).items()
        ]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield everything that other projects may link to."""
        for typ, known in (("file", self.index.files), ("folder", self.index.folders)):
            for path, candidates in sorted(known.items()):
                place, _ = candidates[0]
                yield quote_path(path), quote_path(path), typ, place.docname, place.anchor, 1
        for path in sorted(self.index.files):
            name = quote_path(path)
            for symbol, found in self.index.symbol_places(path):
                full = f"{name}::{symbol.qualified_name}"
                yield full, symbol.qualified_name, "symbol", found.docname, found.anchor, 1

    def suggest(self, typ: str, target: str) -> list[str]:
        """Return the nearest names of objects of a type."""
        if typ == "symbol":
            names = [
                f"{quote_path(p)}::{s.qualified_name}"
                for p in self.index.files
                for s in self.index.symbols(p)
            ]
        else:
            known = self.listing.folders if typ == "folder" else self.listing.files
            names = [quote_path(path) for path in known]
        return nearest_names(split_lines(target)[0], names)


def repo_domain(env: BuildEnvironment) -> RepoDomain:
    """Return the environment's domain ``repo``."""
    domain: RepoDomain = env.domains["repo"]  # type: ignore[assignment]
    return domain
