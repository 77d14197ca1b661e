"""Which files the imports lead to in languages whose imports name files."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.repository import Dependencies, Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How the imports of some languages name files."""

    languages: tuple[str, ...]
    keywords: frozenset[str] = frozenset()
    """Those that the rule is for; all, if there are none."""
    suffixes: tuple[str, ...] = ("",)
    """What may be left out at the end of a name, in the order in which it is tried."""
    indexes: tuple[str, ...] = ()
    """Names of files that stand for their folder."""
    separator: str = ""
    """What stands for the slash of a path."""
    from_file: bool = True
    """Whether a name is looked for in the folder of the file."""
    from_root: bool = False
    """Whether it is then looked for in the root of the repository."""
    within: tuple[str, ...] = ()
    """Names of the folders, wherever they are, that it is then looked for in; ``*`` for any. It
    means the one file that is found so."""
    takes_folders: bool = False
    """Whether a name may be that of a folder."""
    variables: tuple[str, ...] = ()
    """How names begin whose first part is known at run time only, and taken for the folder."""
    standard: frozenset[str] = frozenset()
    """The first parts of the names of what comes with the language."""
    has_labels: bool = False
    """Whether names are labels of Bazel: ``//folder:file``, ``:file``, ``@elsewhere//a:b``."""
    is_outside: bool = False
    """Whether a name that is no path and leads nowhere is that of something from elsewhere."""


LUA = "coroutine debug io math os package string table utf8 bit bit32 ffi jit"

MESON = (
    "cmake codegen cuda cuda_extended dlang external_project fs gnome hotdoc i18n icestorm java "
    "keyval modtest pkgconfig python python3 qt4 qt5 qt6 rust simd snippets sourceset wayland "
    "windows"
)

RUBY = (
    "abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate did_you_mean "
    "digest drb English erb error_highlight etc expect fcntl fiddle fileutils find forwardable "
    "getoptlong io ipaddr irb json logger matrix monitor mutex_m net nkf objspace "
    "observer open-uri open3 openssl optparse ostruct pathname pp prettyprint prime pstore psych "
    "pty racc random rbconfig rdoc readline reline resolv rinda ripper rubygems securerandom set "
    "shellwords singleton socket stringio strscan syntax_suggest syslog tempfile thread time "
    "timeout tmpdir tsort un unicode_normalize uri weakref win32ole yaml zlib"
)

RULES = (
    Rule(
        languages=("Bash",),
        from_root=True,
        variables=("$", "~"),
    ),
    Rule(languages=("Zig",), keywords=frozenset({"@embedFile"})),
    Rule(languages=("Zig",), standard=frozenset({"std", "builtin", "root"})),
    Rule(languages=("Julia",), keywords=frozenset({"include"})),
    Rule(
        languages=("Ruby",),
        keywords=frozenset({"require_relative", "load"}),
        suffixes=("", ".rb"),
        from_root=True,
    ),
    Rule(
        languages=("Ruby",),
        suffixes=(".rb", ""),
        from_file=False,
        from_root=True,
        within=("lib", "spec", "test"),
        standard=frozenset(RUBY.split()),
        is_outside=True,
    ),
    Rule(
        languages=("PHP",),
        keywords=frozenset({"require", "require_once", "include", "include_once"}),
        from_root=True,
        variables=("__DIR__", "dirname(__FILE__)"),
    ),
    Rule(
        languages=("Lua",),
        suffixes=(".lua",),
        indexes=("init.lua",),
        separator=".",
        from_root=True,
        within=("lib", "lua", "src", "spec"),
        standard=frozenset(LUA.split()),
        is_outside=True,
    ),
    Rule(languages=("Fortran", "FortranFixed"), keywords=frozenset({"include"}), within=("*",)),
    Rule(languages=("Makefile",), from_root=True, variables=("$",)),
    Rule(languages=("CMake",), keywords=frozenset({"find_package"}), is_outside=True),
    Rule(
        languages=("CMake",),
        suffixes=("", ".cmake"),
        indexes=("CMakeLists.txt",),
        takes_folders=True,
        from_root=True,
        within=("cmake", "CMake", "cmake_modules", "Modules"),
        variables=("${CMAKE_CURRENT_SOURCE_DIR}", "${CMAKE_CURRENT_LIST_DIR}"),
    ),
    Rule(
        languages=("Just",),
        keywords=frozenset({"mod"}),
        suffixes=(".just", ""),
        indexes=("mod.just", "justfile", "Justfile", ".justfile"),
    ),
    Rule(languages=("Just",)),
    Rule(languages=("Docker",), from_root=True, takes_folders=True, is_outside=True),
    Rule(languages=("CSS", "SCSS", "Sass", "Less"), suffixes=("", ".css", ".scss", ".less")),
    Rule(languages=("HTML",), from_root=True),
    Rule(languages=("Nix",), indexes=("default.nix",)),
    Rule(
        languages=("Swift",),
        from_file=False,
        within=("Sources",),
        takes_folders=True,
        is_outside=True,
    ),
    Rule(languages=("GraphQL",)),
    Rule(languages=("Starlark",), from_root=True, has_labels=True, is_outside=True),
    Rule(
        languages=("Meson",),
        keywords=frozenset({"import"}),
        suffixes=(),
        standard=frozenset(MESON.split()),
    ),
    Rule(languages=("Meson",), keywords=frozenset({"dependency"}), suffixes=(), is_outside=True),
    Rule(
        languages=("Meson",),
        keywords=frozenset({"subproject"}),
        suffixes=(".wrap",),
        indexes=("meson.build",),
        from_file=False,
        within=("subprojects",),
        is_outside=True,
    ),
    Rule(languages=("Meson",), keywords=frozenset({"find_program"}), is_outside=True),
    Rule(languages=("Meson",), indexes=("meson.build",)),
)
"""The first rule that is for the language and the keyword of an import decides."""


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each file in a language that has a rule."""
    files = Files(repository)
    languages = {language for rule in RULES for language in rule.languages}
    resolved: Dependencies = {}
    for path, facts in repository.of(*languages).items():
        found = [files.resolve(path, statement) for statement in facts.imports]
        if any(found):
            resolved[path] = tuple(dependency for dependency in found if dependency)
    return resolved


class Files:
    """The files of a repository, by what imports may call them."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def resolve(self, path: PurePosixPath, statement: ImportStatement) -> Dependency | None:
        """Find the file that an import in a file names; None if no rule is for it."""
        language = self._repository.files[path].language
        rule = next((r for r in RULES if _is_for(r, language, statement.keyword)), None)
        if rule is None:
            return None
        name = statement.module
        if file := next(self._candidates(rule, path, name), None):
            return Dependency(
                statement, Origin.REPOSITORY, file, self._find_targets(file, statement)
            )
        if rule.takes_folders and (folder := self._find_folder(rule, path, name)):
            return Dependency(statement, Origin.REPOSITORY, folder=folder)
        first = name.replace(rule.separator or "/", "/").partition("/")[0]
        if first in rule.standard:
            return Dependency(statement, Origin.STANDARD_LIBRARY, package=first)
        is_path = name.startswith((".", "/", ":", *rule.variables))
        is_outside = rule.is_outside and not is_path and not self._is_ours(rule, path, first)
        origin = Origin.THIRD_PARTY if is_outside else Origin.UNRESOLVED
        return Dependency(statement, origin, package=first if is_outside else "")

    @cached_property
    def _projects(self) -> frozenset[str]:
        """The names of CMake's projects."""
        found = self._repository.of("CMake").values()
        return frozenset(s.name for facts in found for s in facts.symbols if s.kind == "project")

    def _is_ours(self, rule: Rule, path: PurePosixPath, package: str) -> bool:
        """Whether a package has its first file here or is a project: it is built, if not found."""
        if package in self._projects:
            return True
        folders = (*rule.within, path.parent)
        places = (f"{each}/{package}{end}" for each in folders for end in rule.suffixes if end)
        return any(self._repository.find(".", place) for place in places)

    def _find_targets(self, file: PurePosixPath, statement: ImportStatement) -> tuple[Target, ...]:
        facts = self._repository.facts.get(file)
        if not statement.names or facts is None:
            return ()
        defined = {symbol.name for symbol in facts.symbols if not symbol.parent}
        taken = [name.name for name in statement.names if name.name in defined]
        return tuple(Target(name, file, name) for name in taken)

    def _candidates(self, rule: Rule, path: PurePosixPath, name: str) -> Iterator[PurePosixPath]:
        """Yield the files that a name may mean, the likeliest first."""
        written = _without_variable(rule, name)
        if rule.separator and not name.startswith("."):
            written = written.replace(rule.separator, "/")
        names = [written + suffix for suffix in rule.suffixes]
        names += [f"{written}/{index}" for index in rule.indexes]
        for folder in _folders(rule, path):
            for each in names:
                if file := self._repository.find(folder, each.lstrip("/")):
                    yield file
        for each in names if rule.within else ():
            named = self._repository.by_name.get(PurePosixPath(each).name, ())
            found = [path for path in named if _fits(path, each, rule)]
            if len(found) == 1:
                yield found[0]

    def _find_folder(self, rule: Rule, path: PurePosixPath, name: str) -> PurePosixPath | None:
        """Return the folder that a name means, where a file may name one."""
        written = _without_variable(rule, name)
        for folder in (*_folders(rule, path), *(name for name in rule.within if name != "*")):
            candidate = self._repository.find_folder(folder, written.lstrip("/"))
            if candidate is not None:
                return candidate
        return None


def _is_for(rule: Rule, language: str, keyword: str) -> bool:
    return language in rule.languages and (not rule.keywords or keyword in rule.keywords)


def _folders(rule: Rule, path: PurePosixPath) -> list[str]:
    folders = [str(path.parent)] if rule.from_file else []
    return [*folders, "."] if rule.from_root else folders


def _fits(path: PurePosixPath, name: str, rule: Rule) -> bool:
    """Whether a file goes by a name in one of the folders of a rule."""
    above, is_ending, _ = f"/{path}".rpartition(f"/{name}")
    folder = above.rpartition("/")[2]
    return (
        bool(is_ending)
        and str(path).endswith(name)
        and ("*" in rule.within or folder in rule.within)
    )


def _without_variable(rule: Rule, name: str) -> str:
    """Return a name without a first part that is only known at run time; a label as a path."""
    if rule.has_labels:
        return name.lstrip(":").replace("//:", "/").replace("//", "/").replace(":", "/")
    if not rule.variables or not name.startswith(rule.variables):
        return name
    return name.partition("/")[2]
