"""Where the names that a file uses lead."""

import builtins
from collections import defaultdict
from pathlib import PurePosixPath

from sphinx_repodoc.model.domains import DOMAINS, NO_DOMAIN
from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.import_contexts import IN_FUNCTIONS
from sphinx_repodoc.model.relations import Dependency, Origin
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.types import find_types

BUILTINS = frozenset(dir(builtins))

PYTHON = "Python"

OUTSIDE = frozenset({Origin.STANDARD_LIBRARY, Origin.THIRD_PARTY})


def find_names(survey: Survey, path: PurePosixPath, texts: tuple[str, ...]) -> tuple[NameLink, ...]:
    """Return a link for each of `texts` (bases, decorators, as written) that leads anywhere."""
    if not texts:
        return ()
    if survey.find_language(path) == PYTHON:
        return _find_python_names(survey, path, texts)
    return find_types(survey, path, texts)


def find_foreign(survey: Survey, path: PurePosixPath) -> tuple[NameLink, ...]:
    """Return a link for each module and name that a file imports from outside the repository."""
    domain = DOMAINS.get(survey.find_language(path), NO_DOMAIN)
    links: dict[str, NameLink] = {}
    for dependency in survey.dependencies.get(path, ()):
        if dependency.origin not in OUTSIDE or not domain.module_role:
            continue
        module = dependency.statement.dotted
        links[module] = NameLink(
            module, foreign=module, domain=domain.name, role=domain.module_role
        )
        for imported in dependency.statement.names if domain.name == "py" else ():
            name = f"{module}.{imported.name}"
            if imported.name != "*":
                links[name] = NameLink(name, foreign=name)
    return tuple(links.values())


def module_link(name: str, language: str) -> NameLink:
    """Return the link of a package outside the repository, as a language calls it."""
    domain = DOMAINS.get(language, NO_DOMAIN)
    if not domain.module_role:
        return NameLink(name)
    return NameLink(name, foreign=name, domain=domain.name, role=domain.module_role)


def find_documented(survey: Survey, path: PurePosixPath) -> tuple[NameLink, ...]:
    """Return for symbols what the domain of the language would call them, if documented."""
    domain = DOMAINS.get(survey.find_language(path))
    facts = survey.facts.get(path)
    if domain is None or facts is None:
        return ()
    if domain.name == "py":
        module = survey.modules.get(path, "")
        top = [symbol for symbol in facts.symbols if module and not symbol.parent]
        names = ((symbol, f"{module}.{symbol.qualified_name}", "obj") for symbol in top)
    else:
        named = [symbol for symbol in facts.symbols if symbol.kind in domain.roles]
        names = ((s, domain.write(s.qualified_name), domain.roles[s.kind]) for s in named)
    return tuple(
        NameLink(symbol.qualified_name, foreign=name, domain=domain.name, role=role)
        for symbol, name, role in names
        if name
    )


def _find_python_names(
    survey: Survey, path: PurePosixPath, texts: tuple[str, ...]
) -> tuple[NameLink, ...]:
    bound = bindings(survey, path)
    dotted = sorted({name for text in texts if (name := dotted_name(text))})
    links = [resolve_name(survey, bound, name) for name in dotted]
    return tuple(link for link in links if link and (link.path or link.foreign))


def dotted_name(text: str) -> str:
    """Return the dotted name that an expression starts with: ``a.b`` of ``metaclass=a.b(c)[d]``."""
    keyword, equals, value = text.partition("=")
    start = value if equals and keyword.strip().isidentifier() else text
    end = next(
        (i for i, char in enumerate(start) if not (char.isalnum() or char in "._")), len(start)
    )
    name = start[:end]
    return name if all(part.isidentifier() for part in name.split(".")) else ""


def bindings(survey: Survey, path: PurePosixPath) -> dict[str, NameLink]:
    """Return the names bound at the top of a file; those of several things lead nowhere."""
    found: dict[str, set[NameLink]] = defaultdict(set)
    for dependency in survey.dependencies.get(path, ()):
        statement = dependency.statement
        if statement.is_bound and statement.context not in IN_FUNCTIONS:
            for name, link in links_of(dependency):
                found[name].add(link)
    facts = survey.facts.get(path)
    for symbol in facts.symbols if facts else ():
        if not symbol.parent:
            found[symbol.name].add(NameLink(symbol.name, path, symbol.qualified_name))
    return {
        name: min(links, key=str) if len(links) == 1 else NameLink(name)
        for name, links in found.items()
    }


def links_of(dependency: Dependency) -> list[tuple[str, NameLink]]:
    """Return the names that one import binds, each with where it leads."""
    statement = dependency.statement
    if not statement.names:
        whole = _foreign_or_file(dependency, statement.module)
        return [(statement.alias or statement.module, whole)]
    targets = {target.name: target for target in dependency.targets}
    links = []
    for imported in statement.names:
        name = imported.alias or imported.name
        if target := targets.get(imported.name):
            links.append((name, NameLink(imported.name, target.path, target.symbol)))
        elif dependency.origin in OUTSIDE:
            foreign = f"{statement.module}.{imported.name}"
            links.append((name, NameLink(imported.name, foreign=foreign)))
        else:
            links.append((name, NameLink(imported.name)))
    return links


def resolve_name(survey: Survey, bound: dict[str, NameLink], dotted: str) -> NameLink | None:
    """Find where a dotted name leads, given the names that the file binds."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        head, rest = ".".join(parts[:length]), parts[length:]
        if head in bound:
            return _member(survey, bound[head], dotted, ".".join(rest))
    if dotted in BUILTINS:
        return NameLink(dotted, foreign=dotted)
    return None


def _foreign_or_file(dependency: Dependency, module: str) -> NameLink:
    if dependency.path:
        return NameLink(module, dependency.path)
    is_outside = dependency.origin in OUTSIDE
    return NameLink(module, foreign=module if is_outside else "")


def _member(survey: Survey, link: NameLink, dotted: str, rest: str) -> NameLink | None:
    if not rest:
        return NameLink(dotted, link.path, link.symbol, link.foreign)
    if link.foreign:
        return NameLink(dotted, foreign=f"{link.foreign}.{rest}")
    facts = survey.facts.get(link.path) if link.path else None
    qualified = f"{link.symbol}.{rest}" if link.symbol else rest
    if facts and any(symbol.qualified_name == qualified for symbol in facts.symbols):
        return NameLink(dotted, link.path, qualified)
    return None
