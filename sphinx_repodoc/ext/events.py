"""What happens when: one handler for each event of Sphinx."""

import re
import time
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path, PurePosixPath
from zlib import crc32

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError, ExtensionError
from sphinx.util import logging

from sphinx_repodoc.analyse.store import FILE_NAMES
from sphinx_repodoc.errors import ConfigurationError, RepodocError
from sphinx_repodoc.ext.config import Settings, find_root
from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.generated.docnames import find_docnames, keywords_docname
from sphinx_repodoc.ext.generated.former import delete_former_stubs
from sphinx_repodoc.ext.generated.owned import write_if_changed
from sphinx_repodoc.ext.generated.stubs import choose_markup, write_stubs
from sphinx_repodoc.ext.hints import find_hint
from sphinx_repodoc.ext.index import Shown
from sphinx_repodoc.ext.languages import read_languages
from sphinx_repodoc.ext.progress import Progress
from sphinx_repodoc.ext.shards import Shards, check_shards, read_shards
from sphinx_repodoc.ext.warnings import report, warn
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.files import ROOT, ProblemKind
from sphinx_repodoc.model.paths import parse_path, quote_path
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.folder_keywords import find_keyword_pages
from sphinx_repodoc.pages.page import file_page, folder_page
from sphinx_repodoc.scan.git import find_top_level
from sphinx_repodoc.scan.history import FILE_NAME as HISTORY
from sphinx_repodoc.scan.log import FILE_NAME as LOG
from sphinx_repodoc.survey import Request, fingerprint, list_repository, survey_listing

logger = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static"
STYLESHEET = "repodoc.css"

SELECTORS_OF_BROWSERS = re.compile(r"(?m)^[^\n{}@][^{}]*:(?:has|is|not|where)\([^{}]*\{[^{}]*\}\n*")
"""Rules whose selectors readers of EPUB and the check of its format do not know."""


def on_config_inited(_app: Sphinx, config: Config) -> None:
    """Check every value before anything is built on it."""
    try:
        settings = Settings.of(config)
        check_shards(settings.shards, getattr(config, "intersphinx_mapping", None))
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error


def on_builder_inited(app: Sphinx) -> None:
    """Survey the repository and write the stubs, before Sphinx looks for documents."""
    settings = Settings.of(app.config)
    domain = repo_domain(app.env)
    domain.builder = app.builder
    root = find_root(
        settings, Path(app.confdir), Path(app.srcdir), find_top_level(Path(app.srcdir))
    )
    domain.shards = read_shards(app)
    request = _request(app, settings, root, domain.shards)
    domain.root = root
    domain.store = request.store
    delete_former_stubs(app, settings, domain)
    try:
        domain.listing = list_repository(request)
    except RepodocError as error:
        warn(ProblemKind.ROOT, f"{error}: set repodoc_root to the repository's folder", f"{root}:")
    else:
        domain.take_survey = partial(_take_survey, domain, request, settings)
        domain.fingerprint = fingerprint(request, domain.listing) + domain.shards.mark
    for problem in domain.listing.problems:
        report(problem, root)
    _write_pages(app, settings, domain)
    _add_stylesheet(app)


def on_env_get_outdated(
    _app: Sphinx,
    env: BuildEnvironment,
    _added: AbstractSet[str],
    _changed: AbstractSet[str],
    _removed: AbstractSet[str],
) -> list[str]:
    """Return the documents that show what is not as it was when they were read."""
    domain = repo_domain(env)
    return [
        docname
        for docname, entries in domain.documents.items()
        if any(_is_outdated(env, domain, docname, shown) for shown in entries)
    ]


def on_env_before_read_docs(_app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take the survey before Sphinx forks its readers, so that they share it."""
    if docnames:
        _ = repo_domain(env).survey


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Keep what the documents that have now been read were made from.

    Sphinx keeps its environment only if some document is to be written, so the root document is.
    """
    domain = repo_domain(env)
    if domain.data["fingerprint"] == domain.fingerprint:
        return []
    domain.data["fingerprint"] = domain.fingerprint
    return [app.config.root_doc]


def on_warn_missing_reference(
    _app: Sphinx, domain: Domain, node: addnodes.pending_xref
) -> bool | None:
    """Say which file, folder or symbol was perhaps meant by a role that leads nowhere."""
    if not isinstance(domain, RepoDomain):
        return None
    typ, target = node["reftype"], node["reftarget"]
    hint = find_hint(domain, typ, target)
    warn(ProblemKind.REFERENCE, f"no document shows the {typ} {target!r}{hint}", node)
    return True


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Say in a line what was done and how long the survey took."""
    if exception:
        return
    domain = repo_domain(app.env)
    logger.info(
        "repodoc: %d files of %s, surveyed in %.1f s, are shown by %d documents",
        len(domain.listing.files),
        domain.root,
        domain.seconds,
        len(domain.documents),
    )


def _take_survey(domain: RepoDomain, request: Request, settings: Settings) -> Survey:
    """Analyse and relate the files, and say what was in the way.

    :raises ExtensionError: there are secrets, and they are to stop the build
    """
    started = time.perf_counter()
    survey = survey_listing(request, domain.listing, Progress())
    domain.seconds = time.perf_counter() - started
    if settings.secrets == "fail" and (places := _find_secrets(survey)):
        raise ExtensionError(f"repodoc_secrets is 'fail', and there are secrets: {places}")
    for problem in survey.listing.problems[len(domain.listing.problems) :]:
        report(problem, domain.root)
    if survey.listing.horizon.omission:
        logger.info("repodoc: %s", survey.listing.horizon.omission)
    for language, distribution in survey.missing.items():
        logger.info("repodoc: to have %s files analysed, install %s", language, distribution)
    for note in survey.reported.notes:
        logger.info("repodoc: %s", note)
    return survey


def _find_secrets(survey: Survey) -> str:
    """Say in which lines of the published files there are secrets; empty if in none."""
    return ", ".join(
        f"{quote_path(path)}:{problem.line}" if problem.line else quote_path(path)
        for path in survey.files
        for problem in survey.problems.get(path, ())
        if problem.kind is ProblemKind.SECRET
    )


def _request(app: Sphinx, settings: Settings, root: Path, shards: Shards) -> Request:
    return Request(
        root=root,
        include=tuple(settings.include),
        exclude=tuple(settings.exclude),
        max_bytes=settings.max_bytes,
        max_lines=settings.max_lines,
        omit=tuple(_own_paths(app, settings, root)),
        source_url=settings.source_url,
        folder_notes=settings.notes(),
        elsewhere=frozenset(shards.files),
        store=_store(app, settings),
        processes=max(app.parallel, 1),
        is_redacted=settings.redact,
        rules=tuple(Path(app.confdir, file).resolve() for file in settings.rules),
        languages=read_languages(settings.languages, Path(app.confdir)),
        history=settings.history,
        authors=settings.authors,
        is_linted=settings.ruff,
        reports=tuple(settings.reports),
    )


def _store(app: Sphinx, settings: Settings) -> Path:
    return Path(app.confdir, settings.store) if settings.store else Path(app.doctreedir)


def _own_paths(app: Sphinx, settings: Settings, root: Path) -> Iterator[PurePosixPath]:
    """Yield the folders and files that builds write, from the root: they are never documented."""
    paths = [Path(app.outdir), Path(app.doctreedir)]
    paths += [_store(app, settings) / name for name in (*FILE_NAMES, HISTORY, LOG)]
    if settings.pages and settings.pages != ".":
        paths.append(Path(app.srcdir) / settings.pages)
    for path in paths:
        if path.resolve().is_relative_to(root) and path.resolve() != root:
            yield PurePosixPath(path.resolve().relative_to(root))


def _write_pages(app: Sphinx, settings: Settings, domain: RepoDomain) -> None:
    """Write a stub for each page, and remember whose page each document is."""
    domain.pages, domain.keyword_pages = {}, {}
    domain.stubs, domain.generated = {}, frozenset()
    if not settings.pages:
        return
    folder = Path(app.srcdir) / settings.pages
    markup = choose_markup(app.config.source_suffix)
    if not markup:
        parsers = "reStructuredText or Markdown (myst_parser)"
        warn(
            ProblemKind.STUB, f"no pages are generated: source_suffix names no parser for {parsers}"
        )
        return
    listing = domain.listing
    if listing.files or ROOT in listing.folders:
        domain.pages = find_docnames(listing.files, listing.folders, settings.pages)
        if "keywords" in settings.folder_sections:
            domain.keyword_pages = _keyword_pages(domain)
    top = "" if settings.pages == "." else f"{settings.pages.strip('/')}/"
    texts = {name.removeprefix(top): markup.page(path) for path, name in domain.pages.items()}
    texts |= {
        name.removeprefix(top): markup.keyword_page(path, prefix)
        for path, pages in domain.keyword_pages.items()
        for prefix, name in pages.items()
    }
    stubs = write_stubs(
        folder,
        texts,
        markup.suffix,
        list(app.config.source_suffix),
        is_shared=settings.pages == ".",
    )
    domain.stubs = {
        top + name.removesuffix(markup.suffix): crc32(text.encode())
        for name, text in stubs.texts.items()
    }
    domain.generated = frozenset(domain.stubs)
    for problem in stubs.problems:
        report(problem, domain.root)


def _keyword_pages(domain: RepoDomain) -> dict[PurePosixPath, dict[str, str]]:
    """Return folder to prefix to docname of the keyword pages; as before, they need no survey."""
    if not domain.is_as_before:
        found = find_keyword_pages(domain.survey)
        domain.data["keyword_pages"] = [(quote_path(path), prefix) for path, prefix in found]
    pages: dict[PurePosixPath, dict[str, str]] = defaultdict(dict)
    for name, prefix in domain.data["keyword_pages"]:
        path = parse_path(name)
        pages[path][prefix] = keywords_docname(domain.pages[path], prefix)
    return dict(pages)


def _is_outdated(env: BuildEnvironment, domain: RepoDomain, docname: str, shown: Shown) -> bool:
    path = parse_path(shown.path)
    known = domain.listing.folders if shown.is_folder else domain.listing.files
    if path not in known:
        return docname in env.found_docs
    children = domain.children(docname, path) if shown.is_folder else []
    if shown.children != children:
        return True
    if domain.is_as_before:
        return False
    page = (
        folder_page(domain.survey, path, shown.sections, shown.depth, shown.name_prefix)
        if shown.is_folder
        else file_page(domain.survey, path, shown.sections)
    )
    return digest(page) != shown.digest


def _add_stylesheet(app: Sphinx) -> None:
    """Put the stylesheet beside the theme's: a changed ``html_static_path`` has all copied anew."""
    if app.builder.format == "html":
        text = (STATIC / STYLESHEET).read_text("utf-8")
        if app.builder.name == "epub":
            text = SELECTORS_OF_BROWSERS.sub("", text)
        write_if_changed(Path(app.outdir, "_static", STYLESHEET), text)
        app.add_css_file(STYLESHEET)
