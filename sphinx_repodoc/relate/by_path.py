"""Which files the imports lead to in languages whose imports name files."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import find_above, find_nearest
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.path_rules import RULES, WORKSPACES, Rule
from sphinx_repodoc.relate.repository import Dependencies, Repository


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
        found = self._candidates(rule, path, name)
        file = next(iter(found)) if len(found) == 1 else None
        if file:
            return Dependency(
                statement, Origin.REPOSITORY, file, self._find_targets(file, statement)
            )
        if rule.takes_folders and (folder := self._find_folder(rule, path, name)):
            return Dependency(statement, Origin.REPOSITORY, folder=folder)
        package, is_standard = rule.find_package(name)
        first = package.partition("/")[0]
        if is_standard and not self._is_ours(rule, first):
            return Dependency(statement, Origin.STANDARD_LIBRARY, package=package)
        is_path = name.startswith((".", "/", ":", *rule.variables))
        is_ours = len(found) > 1 or self._is_ours(rule, first, path.parent)
        is_outside = rule.is_outside and not is_path and not is_ours
        origin = Origin.THIRD_PARTY if is_outside else Origin.UNRESOLVED
        return Dependency(statement, origin, package=package if is_outside else "")

    @cached_property
    def _projects(self) -> frozenset[str]:
        """The names of CMake's projects."""
        found = self._repository.of("CMake").values()
        return frozenset(s.name for facts in found for s in facts.symbols if s.kind == "project")

    def _is_ours(self, rule: Rule, package: str, *beside: PurePosixPath) -> bool:
        """Whether a package has its first file or folder here, or is a project: it may be built."""
        if package in self._projects:
            return True
        if rule.takes_folders and package in self._repository.folder_names:
            return True
        folders = (*rule.within, *beside)
        places = (f"{each}/{package}{end}" for each in folders for end in rule.suffixes if end)
        return any(self._repository.find(".", place) for place in places)

    def _find_targets(self, file: PurePosixPath, statement: ImportStatement) -> tuple[Target, ...]:
        facts = self._repository.facts.get(file)
        if not statement.names or facts is None:
            return ()
        defined = {symbol.name for symbol in facts.symbols if not symbol.parent}
        taken = [name.name for name in statement.names if name.name in defined]
        return tuple(Target(name, file, name) for name in taken)

    def _candidates(self, rule: Rule, path: PurePosixPath, name: str) -> AbstractSet[PurePosixPath]:
        """Return the files that a name may mean: one if that is certain."""
        written = _without_variable(rule, name)
        if rule.separator and not name.startswith("."):
            written = written.replace(rule.separator, "/")
        names = [written + suffix for suffix in rule.suffixes]
        names += [f"{written}/{index}" for index in rule.indexes]
        named = self._in_folders(self._folders(rule, path, name), names)
        within = self._within(rule, path, names) if rule.prefers_within or not named else set()
        return within or named

    def _folders(self, rule: Rule, path: PurePosixPath, name: str) -> list[str]:
        """Return the folders that a name in a file may start from."""
        if rule.has_labels and name.startswith("//"):
            return [str(find_above(path, self._workspaces) or ROOT)]
        if name.startswith("/"):
            return list(map(str, path.parents)) if rule.is_rooted else []
        folders = [str(path.parent)] if rule.from_file else []
        is_exact = bool(rule.exact) and name.startswith(rule.exact)
        return [*folders, "."] if rule.from_root and not is_exact else folders

    @cached_property
    def _workspaces(self) -> AbstractSet[PurePosixPath]:
        by_name = self._repository.by_name
        return {path.parent for name in WORKSPACES for path in by_name.get(name, ())}

    def _in_folders(self, folders: Iterable[str], names: Sequence[str]) -> set[PurePosixPath]:
        """Return the first file of some names in each of some folders."""
        found = set()
        for folder in folders:
            each = (self._repository.find(folder, name.lstrip("/")) for name in names)
            found.add(next(filter(None, each), None))
        return {file for file in found if file}

    def _within(
        self, rule: Rule, path: PurePosixPath, names: Sequence[str]
    ) -> AbstractSet[PurePosixPath]:
        """Return the files of some names in the folders of a rule, those nearest to a file."""
        is_standard = names and names[0].partition("/")[0].partition(".")[0] in rule.standard
        for name in names if rule.within else ():
            named = self._repository.by_name.get(PurePosixPath(name).name, ())
            found = [each for each in named if _fits(each, name, rule)]
            if is_standard:
                found = [each for each in found if _home_of(each, name) in path.parents]
            if found:
                return set(find_nearest(found, path.parent.parts, lambda each: each.parent.parts))
        return set()

    def _find_folder(self, rule: Rule, path: PurePosixPath, name: str) -> PurePosixPath | None:
        """Return the folder that a name means, where a file may name one."""
        written = _without_variable(rule, name)
        within = (f"{each}/{name}" for each in path.parents for name in rule.within if name != "*")
        for folder in (*self._folders(rule, path, name), *within):
            candidate = self._repository.find_folder(folder, written.lstrip("/"))
            if candidate is not None:
                return candidate
        return None


def _is_for(rule: Rule, language: str, keyword: str) -> bool:
    meant = rule.keywords or {keyword}
    # CMake's may be in capitals
    return language in rule.languages and not meant.isdisjoint({keyword, keyword.lower()})


def _home_of(path: PurePosixPath, name: str) -> PurePosixPath:
    """Return the folder that holds the one in which a file goes by a name."""
    return path.parents[min(len(PurePosixPath(name).parts), len(path.parts) - 1)]


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
