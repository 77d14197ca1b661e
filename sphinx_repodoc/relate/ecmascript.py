"""Which files the imports of JavaScript and TypeScript lead to.

As Node.js and the compiler of TypeScript look for them: relative paths, the paths of
``tsconfig.json``, the exports and imports of ``package.json``, the packages of a workspace.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from posixpath import normpath
from types import MappingProxyType

from sphinx_repodoc.model.facts import DeclarationKind, Facts, ImportStatement
from sphinx_repodoc.model.paths import find_above
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.repository import Dependencies, Repository

LANGUAGES = ("JavaScript", "JSX", "TypeScript", "TSX")

MANIFEST = "package.json"

CONFIGURATIONS = ("tsconfig.json", "jsconfig.json")

SUFFIXES = (".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".json", ".vue")
"""What may be left out at the end of a path, in the order in which it is tried."""

SOURCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {".js": (".ts", ".tsx", ".d.ts"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
)
"""Suffixes of files that a compiler will make, and of those that it makes them from."""

TYPED = (".d.ts", ".d.mts", ".d.cts", ".ts", ".tsx", ".mts", ".cts")
"""Suffixes of files that are not run as they are."""

SCRIPTS = (".js", ".jsx", ".mjs", ".cjs")
"""Suffixes of files that are."""

NODE = (
    "assert async_hooks buffer child_process cluster console constants crypto dgram "
    "diagnostics_channel dns domain events fs http http2 https inspector module net os path "
    "perf_hooks process punycode querystring readline repl sea sqlite stream string_decoder "
    "sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib"
)

BUILT_IN = frozenset(NODE.split())
"""Modules that come with Node.js."""

VERSION = frozenset("0123456789^~<>=")
"""How versions begin that a registry has."""

WORKSPACES = (
    ("lerna.json", ""),
    ("package.json", "workspaces"),
    ("pnpm-workspace.yaml", "packages"),
)
"""Files that make workspaces, and the keys by which they do."""

ASIDE = frozenset(
    {
        *("__fixtures__", "__mocks__", "__tests__", "bench", "benchmarks", "example", "examples"),
        *("fixture", "fixtures", "node_modules", "spec", "specs", "test", "tests", "testdata"),
    }
)
"""Names of folders whose packages are no part of what the rest imports."""

Patterns = list[tuple[str, str]]
"""Names of modules, maybe with one ``*``, and the paths that they stand for."""


@dataclass(slots=True)
class Modules:
    """What names of modules mean in each folder; keeps what it found."""

    repository: Repository
    packages: dict[str, list[PurePosixPath]] = field(default_factory=lambda: defaultdict(list))
    """Folders of the packages of the repository, by name."""
    paths: dict[PurePosixPath, Patterns] = field(default_factory=lambda: defaultdict(list))
    """What configurations of compilers say, by folder."""
    entries: dict[PurePosixPath, Patterns] = field(default_factory=lambda: defaultdict(list))
    """What packages say of their own paths, by folder."""
    published: dict[PurePosixPath, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What packages need in some version, by folder: from a registry, if in no workspace."""
    workspaces: frozenset[PurePosixPath] = frozenset()
    """Folders whose packages are linked to each other."""
    _symbols: dict[PurePosixPath, frozenset[str]] = field(default_factory=dict)

    def resolve(self, path: PurePosixPath, statement: ImportStatement) -> Dependency:
        """Resolve an import in a file."""
        name = statement.module
        file, folder = self._find(path, name)
        if file:
            file = self._find_script(file) if self._is_script(path) else file
            targets = tuple(self._find_targets(file, statement))
            return Dependency(statement, Origin.REPOSITORY, file, targets)
        if folder:
            return Dependency(statement, Origin.REPOSITORY, folder=folder)
        if name.startswith((".", "/", "#", "~", "@/")):
            return Dependency(statement, Origin.UNRESOLVED)
        package = package_of(name)
        if package in self.packages and not self._is_published(path, package):
            return Dependency(statement, Origin.UNRESOLVED)
        bare = name.removeprefix("node:").partition("/")[0]
        is_built_in = name.startswith(("node:", "bun:")) or bare in BUILT_IN
        origin = Origin.STANDARD_LIBRARY if is_built_in else Origin.THIRD_PARTY
        return Dependency(statement, origin, package="" if is_built_in else package_of(name))

    def _find(
        self, path: PurePosixPath, name: str
    ) -> tuple[PurePosixPath | None, PurePosixPath | None]:
        """Return the file that a name means, or else the folder of the package."""
        name = name.partition("?")[0]
        if name.startswith("."):
            return self._find_relative(path.parent, name), None
        if self._is_published(path, package_of(name)):
            return None, None
        for folder in path.parents:
            if file := self._match(folder, self.paths.get(folder, ()), name):
                return file, None
            if name.startswith("#") and (
                file := self._match(folder, self.entries.get(folder, ()), name)
            ):
                return file, None
        package = package_of(name)
        home = self._find_home(path, package)
        if home is None:
            return None, None
        within = "." + name.removeprefix(package)
        file = self._match(home, self.entries.get(home, ()), within)
        return file or self._find_file(home, within), home

    def _find_home(self, path: PurePosixPath, package: str) -> PurePosixPath | None:
        """Return the folder of the package that a name means: not what is there for others' tests.

        Of several it is the one that the file lies in, or none.
        """
        homes = self.packages.get(package, ())
        seen = [home for home in homes if not _is_aside(home, path)]
        return find_above(path, homes) or (seen[0] if len(seen) == 1 else None)

    def _is_published(self, path: PurePosixPath, package: str) -> bool:
        """Whether a file has a package from a registry, though its sources may be here."""
        home = find_above(path, self.published)
        if home is None or package not in self.published[home]:
            return False
        return self.workspaces.isdisjoint({home, *home.parents})

    def _is_script(self, path: PurePosixPath) -> bool:
        return self.repository.files[path].language in {"JavaScript", "JSX"}

    def _find_script(self, file: PurePosixPath) -> PurePosixPath:
        """Return the script beside a file of TypeScript, which a script loads in its place."""
        name = str(file)
        end = next((end for end in TYPED if name.endswith(end)), "")
        found = (self.repository.find(".", name.removesuffix(end) + each) for each in SCRIPTS)
        return next((script for script in found if end and script), file)

    def _find_relative(self, folder: PurePosixPath, name: str) -> PurePosixPath | None:
        """Return the file that a path means, or the one that the package in that folder is."""
        home = PurePosixPath(normpath(folder / name))
        return (
            self._find_exact(folder, name)
            or self._match(home, self.entries.get(home, ()), ".")
            or self._find_file(folder, name)
        )

    def _match(
        self, folder: PurePosixPath, patterns: Iterable[tuple[str, str]], name: str
    ) -> PurePosixPath | None:
        """Return the file that the closest pattern gives a name."""
        for pattern, written in sorted(patterns, key=lambda each: -len(each[0].partition("*")[0])):
            head, star, tail = pattern.partition("*")
            if star and name.startswith(head) and name.endswith(tail):
                middle = name[len(head) : len(name) - len(tail)]
                file = self._find_file(folder, written.replace("*", middle))
            else:
                file = self._find_file(folder, written) if name == pattern else None
            if file:
                return file
        return None

    def _find_file(self, folder: PurePosixPath, name: str) -> PurePosixPath | None:
        """Return the file that a path means: as it is, with a suffix, or an index in a folder."""
        indices = (f"{folder}/{name}/index{suffix}" for suffix in SUFFIXES)
        found = (file for each in indices if (file := self.repository.find(each)))
        return self._find_exact(folder, name) or next(found, None)

    def _find_exact(self, folder: PurePosixPath, name: str) -> PurePosixPath | None:
        """Return the file that a path names, but for its suffix."""
        base = f"{folder}/{name}"
        if name.endswith("/"):
            return None
        candidates = [base, *(base + suffix for suffix in SUFFIXES)]
        for suffix, sources in SOURCES.items():
            if name.endswith(suffix):
                candidates += [base.removesuffix(suffix) + source for source in sources]
        found = (file for each in candidates if (file := self.repository.find(each)))
        return next(found, None)

    def _find_targets(self, file: PurePosixPath, statement: ImportStatement) -> Iterator[Target]:
        for name in statement.names:
            if found := self._find_symbol(file, name.name):
                yield Target(name.name, *found)

    def _find_symbol(self, file: PurePosixPath, name: str) -> tuple[PurePosixPath, str] | None:
        """Find where a name that a module exports is defined, if that is one place.

        Modules may export all of each other, so what was asked once is not asked again.
        """
        found, asked, left = set(), set(), [(file, name)]
        while left:
            place = left.pop()
            if place in asked:
                continue
            asked.add(place)
            if place[1] in self._names(place[0]):
                found.add(place)
            else:
                left += self._find_exports(*place)
        return found.pop() if len(found) == 1 else None

    def _names(self, file: PurePosixPath) -> frozenset[str]:
        """Return the names that a module itself defines."""
        if file not in self._symbols:
            symbols = self.repository.facts.get(file, Facts()).symbols
            self._symbols[file] = frozenset(each.name for each in symbols if not each.parent)
        return self._symbols[file]

    def _find_exports(self, file: PurePosixPath, name: str) -> Iterator[tuple[PurePosixPath, str]]:
        """Find the modules that a module may have a name from, and its name there."""
        for statement in self.repository.facts.get(file, Facts()).imports:
            for taken in statement.names:
                if name == (taken.alias or taken.name) or taken.name == "*" != name:
                    source, _ = self._find(file, statement.module)
                    if source:
                        yield source, name if taken.name == "*" else taken.name


def package_of(name: str) -> str:
    """Return the package that a module is in: ``@scope/name`` or ``name``; of a URL, the server."""
    parts = name.split("/")
    if "://" in name:
        return "/".join(parts[:3])
    return "/".join(parts[: 2 if name.startswith("@") else 1])


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each file."""
    modules = Modules(repository)
    for path, each in repository.declared(DeclarationKind.DISTRIBUTION, MANIFEST):
        modules.packages[each.name].append(path.parent)
    for path, each in repository.declared(DeclarationKind.DEPENDENCY, MANIFEST):
        modules.published[path.parent] |= {each.name} if each.value[:1] in VERSION else set()
    modules.workspaces = frozenset(_find_workspaces(repository))
    for path, each in repository.declared(DeclarationKind.ALIAS, MANIFEST):
        modules.entries[path.parent].append((each.name, each.value))
    for path, each in repository.declared(DeclarationKind.ALIAS, *CONFIGURATIONS):
        modules.paths[path.parent].append((each.name, each.value))
    return {
        path: tuple(modules.resolve(path, statement) for statement in facts.imports)
        for path, facts in repository.of(*LANGUAGES).items()
        if facts.imports
    }


def _find_workspaces(repository: Repository) -> Iterator[PurePosixPath]:
    for name, key in WORKSPACES:
        for path in repository.by_name.get(name, ()):
            facts = repository.facts.get(path, Facts())
            if not key or any(entry.text == key for entry in facts.outline):
                yield path.parent


def _is_aside(home: PurePosixPath, path: PurePosixPath) -> bool:
    """Whether a package lies in a folder of tests or examples that a file does not lie in."""
    above = [folder for folder in (home, *home.parents) if folder.name in ASIDE]
    return any(folder not in path.parents for folder in above)
