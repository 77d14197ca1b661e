"""Which files the imports of languages with packages or namespaces lead to.

A package is what files say they are in, wherever they lie. What a name means follows from the
definitions of all files; where several files define it, it leads nowhere.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts, ImportStatement
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.dotnet import NAMESPACES
from sphinx_repodoc.relate.repository import Dependencies, Repository

SCOPES = frozenset({"package", "namespace"})
"""Kinds of symbols that name a package."""

VALUES = frozenset({"constant", "function", "method", "property", "subroutine", "variable"})
"""Kinds of symbols that hold nothing that an import could name."""


MODULE_INFO = "module-info.java"


@dataclass(frozen=True, slots=True)
class Family:
    """Languages that see each other's packages."""

    languages: tuple[str, ...]
    separators: tuple[str, ...]
    """What stands between the parts of a name in an import."""
    standard: tuple[str, ...]
    """How the names begin of what comes with the languages."""
    apart: tuple[str, ...] = ()
    """How those of them begin that may come from elsewhere after all."""
    packages: frozenset[str] = frozenset()
    """The names of the packages that come with the languages, where not all that begins so does."""
    paths: frozenset[str] = frozenset()
    """Keywords of imports that name a file, not a package."""
    is_closed: bool = True
    """Whether what no file defines comes from elsewhere: it may be generated, too."""
    nests: bool = True
    """Whether a type may hold others that imports name."""
    folds: bool = False
    """Whether upper and lower case are the same."""
    adds_methods: bool = False
    """Whether a definition under a standard name only adds to what comes with the languages."""
    top: str = ""
    """What a name may begin with that is surely written from the outermost package."""
    is_relative: bool = False
    """Whether a name may begin with what the file sees without an import."""
    exact: tuple[str, ...] = ()
    """Those of the languages whose imports of one name never name a package."""

    def fold(self, name: str) -> str:
        """Return what a name is looked up by."""
        return name.casefold() if self.folds else name

    def is_standard(self, name: str) -> bool:
        """Whether a name is that of something that comes with the languages."""
        full = f"{self.fold(name)}."
        is_begun = full.startswith(self.standard) and not full.startswith(self.apart)
        return is_begun or name in self.packages


INCLUDES = frozenset({"require", "require_once", "include", "include_once"})

FORTRAN = ("iso_c_binding.", "iso_fortran_env.", "ieee_")

EXTENSIONS = (
    "accessibility annotation.processing crypto imageio lang.model management naming net print "
    "rmi script security sound sql swing tools transaction.xa xml.catalog xml.crypto "
    "xml.datatype xml.namespace xml.parsers xml.stream xml.transform xml.validation xml.xpath"
)

JAVAX = tuple(f"javax.{name}." for name in EXTENSIONS.split())
"""Of the packages below ``javax`` those that the JDK holds: others came from Java EE or a JSR."""

JDK = (
    *("jdk.", "netscape.javascript.", "org.ietf.jgss.", "org.w3c.dom.", "org.xml.sax.", "sun."),
    *("com.sun.jdi.", "com.sun.management.", "com.sun.net.httpserver.", "com.sun.nio.sctp."),
    *("com.sun.security.", "com.sun.source.", "com.sun.tools."),
)
"""What else it holds."""

APART = (
    *("kotlin.metadata.", "kotlin.reflect.full.", "kotlin.reflect.jvm.", "kotlin.script."),
    *("kotlin.test.", "scala.actors.", "scala.async.", "scala.cli.", "scala.collection.compat."),
    *("scala.collection.parallel.", "scala.compat.", "scala.meta.", "scala.reflect.api."),
    *("scala.reflect.internal.", "scala.reflect.macros.", "scala.reflect.runtime."),
    *("scala.scalajs.", "scala.scalanative.", "scala.swing.", "scala.tools."),
    *("scala.util.parsing.", "scala.xml."),
    *("annotation.", "collection.", "concurrent.", "io.Codec.", "io.Source.", "io.StdIn."),
    *("language.", "math.", "reflect.", "sys.", "util."),
)
"""What has artifacts of its own, beside the libraries of Kotlin and Scala, and what Scala sees of
its own library without its first name."""

FAMILIES = (
    Family(
        ("Java", "Kotlin", "Scala"),
        (".",),
        ("java.", *JAVAX, *JDK, "kotlin.", "kotlinx.cinterop.", "scala."),
        APART,
        is_relative=True,
        exact=("Java", "Kotlin"),
    ),
    Family(
        ("C#",), (".", "::"), (), ("System.",), packages=NAMESPACES, top="global", is_relative=True
    ),
    Family(("PHP",), ("\\",), (), paths=INCLUDES, nests=False),
    Family(
        ("Fortran", "FortranFixed"), (".",), FORTRAN, paths=INCLUDES, is_closed=False, folds=True
    ),
    Family(
        ("Julia",),
        (".",),
        ("Base.", "Core.", "Test.", "LinearAlgebra."),
        paths=INCLUDES,
        adds_methods=True,
    ),
)


Place = tuple[PurePosixPath, str]
"""A file, and the qualified name of a symbol in it."""


@dataclass(slots=True)
class Packages:
    """What the files of a family define, by full name."""

    family: Family
    definitions: dict[str, set[Place]] = field(default_factory=lambda: defaultdict(set))
    holders: set[str] = field(default_factory=set)
    """The full names of types, which may hold what imports name."""
    members: dict[str, set[PurePosixPath]] = field(default_factory=lambda: defaultdict(set))
    """The files of each package."""
    tails: set[str] = field(default_factory=set)
    """How the names of packages end, which those around them need not be written before."""
    outermost: set[str] = field(default_factory=set)
    """Names with a capital of what stands in no other definition, whatever its package."""

    def add(self, path: PurePosixPath, facts: Facts) -> None:
        """Note what a file defines; a module of Java is named like a package, but is none."""
        if path.name == MODULE_INFO:
            return
        scopes = [symbol for symbol in facts.symbols if symbol.kind in SCOPES]
        package = next((s.qualified_name for s in scopes if s.span.line == s.span.end_line), "")
        around = {package, *(scope.qualified_name for scope in scopes)}
        for scope in around:
            self.members[scope].add(path)
            self.tails.update(_list_tails(scope))
        for symbol in facts.symbols:
            if symbol.kind not in SCOPES:
                name = symbol.qualified_name
                is_within = not package or name.startswith(f"{package}.")
                full = name if is_within else f"{package}.{name}"
                if not (self.family.adds_methods and self.family.is_standard(full)):
                    self.definitions[self.family.fold(full)].add((path, name))
                    if symbol.kind not in VALUES:
                        self.holders.add(self.family.fold(full))
                if symbol.name[:1].isupper() and (symbol.parent or package) in around:
                    self.outermost.add(symbol.name)

    def resolve(self, statement: ImportStatement, language: str) -> Dependency:
        """Find the file that an import means, or the folder of a package."""
        name = statement.module
        for separator in self.family.separators:
            name = name.replace(separator, ".")
        name = name.strip(".").removeprefix(f"{self.family.top}.")
        taken = {each.name: self._find(f"{name}.{each.name}") for each in statement.names}
        targets = tuple(Target(each, *place) for each, place in taken.items() if place)
        is_all = any(each.name == "*" for each in statement.names)
        is_package = is_all and name in self.members
        if not is_package and (innermost := next(self._find_around(name), None)):
            written, place = innermost
            targets = targets or (Target(written, *place),)
            return Dependency(statement, Origin.REPOSITORY, place[0], targets)
        if targets:
            return Dependency(statement, Origin.REPOSITORY, targets=targets)
        if name in self.members and not self.family.is_standard(name):
            folders = {path.parent for path in self.members[name]}
            folder = folders.pop() if len(folders) == 1 else None
            return Dependency(statement, Origin.REPOSITORY, folder=folder)
        is_member = language in self.family.exact and not statement.names and "." in name
        package = self._package_of(name.rpartition(".")[0] if is_member else name)
        return Dependency(statement, self._find_origin(name), package=package)

    def _find_origin(self, name: str) -> Origin:
        """Say where a name comes from that no file defines."""
        if self.family.is_standard(name):
            return Origin.STANDARD_LIBRARY
        around = name.rpartition(".")[0]
        is_begun = name.partition(".")[0] in self.outermost or bool({name, around} & self.tails)
        is_seen = self.family.is_relative and is_begun
        is_known = around in self.family.packages
        is_doubtful = is_seen or is_known or f"{name}.".startswith(self.family.apart)
        is_outside = self.family.is_closed and "." in name and not is_doubtful
        is_outside = is_outside and not self._is_ours(name)
        return Origin.THIRD_PARTY if is_outside else Origin.UNRESOLVED

    def _find_around(self, name: str) -> Iterator[tuple[str, Place]]:
        """Yield where a name is defined, and the types that hold it, the innermost first."""
        parts = name.split(".")
        for length in range(len(parts), 0, -1):
            full = ".".join(parts[:length])
            is_holder = self.family.nests and self.family.fold(full) in self.holders
            place = self._find(full)
            if place and (full == name or is_holder):
                yield parts[length - 1], place

    def _find(self, name: str) -> Place | None:
        """Return the one place that defines a full name."""
        found = self.definitions.get(self.family.fold(name), set())
        files = {path for path, _ in found}
        return min(found) if len(files) == 1 else None

    def _package_of(self, name: str) -> str:
        """Return the package that a name is in, by the custom that only types have capitals."""
        parts = name.split(".")
        lower = list(takewhile(lambda part: not part[:1].isupper(), parts))
        if self.family.packages:
            return name  # an import names a namespace itself
        return self.family.separators[0].join(lower or parts[:2])

    def _is_ours(self, name: str) -> bool:
        """Whether the repository holds a package or a type that a name is in, but not the name.

        The first part alone names who publishes it, which others of theirs share.
        """
        parts = name.split(".")
        around = [".".join(parts[:length]) for length in range(2, len(parts) + 1)]
        nearest = ".".join(parts[:-1])
        is_defined = any(self.family.fold(each) in self.definitions for each in around)
        return is_defined or any(each in self.members for each in (*around[:-1], nearest))


def _list_tails(package: str) -> Iterator[str]:
    while "." in package:
        package = package.partition(".")[2]
        yield package


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each file in a language with packages."""
    resolved: Dependencies = {}
    for family in FAMILIES:
        facts = repository.of(*family.languages)
        packages = Packages(family)
        for path, found in facts.items():
            packages.add(path, found)
        for path, found in facts.items():
            imports = [each for each in found.imports if each.keyword not in family.paths]
            if imports:
                language = repository.files[path].language
                resolved[path] = tuple(packages.resolve(each, language) for each in imports)
    return resolved
