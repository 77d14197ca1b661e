"""Which file is which Python module: packages, namespace packages and where imports start from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import find_nearest
from sphinx_repodoc.relate.python.standard_library import STANDARD_LIBRARY

SUFFIXES = (".pyx", ".pyi", ".py")
"""Of the files that are modules, those of Cython too; of several the last of these is taken."""

STUBS_LAST = (".pyx", ".py", ".pyi")
"""The same for imports of stubs, which nothing but checkers of types reads."""

DISTRIBUTION_FILES = frozenset({"pyproject.toml", "setup.cfg", "setup.py"})
"""Files that make their folder, and ``src`` in it, a place from which packages are installed."""

TEST_FOLDERS = frozenset({"test", "tests"})
"""Names of folders whose modules only serve the tests in them."""


@dataclass(frozen=True, slots=True)
class Module:
    """Where a dotted name leads in the repository."""

    path: PurePosixPath | None
    """The module's file; None for a namespace package."""
    places: tuple[str, ...]
    """Its path without suffix or ``__init__``: below it are its submodules."""


UNCERTAIN = Module(None, ())
"""The name's package is in the repository, but the module is not, or there are several."""


@dataclass(frozen=True, slots=True)
class ModuleIndex:
    """All Python modules of a repository; a *place* is a path without suffix or ``__init__``."""

    modules: Mapping[str, PurePosixPath]
    """The file of each place."""
    folders: frozenset[str]
    """All folders with modules below them."""
    tops: Mapping[str, Sequence[str]]
    """For the name of a module that lies in no package, the folders that hold one."""
    distributions: frozenset[str]
    """Folders from which packages are installed."""
    name: str = ""
    """Of the package that the root itself is, if it is one."""

    def is_package(self, place: str) -> bool:
        """Whether the place is a folder with an ``__init__``."""
        return place in self.modules and _is_init(self.modules[place])

    def find_home(self, path: PurePosixPath) -> str:
        """Return the folder that is on the path when a file is imported or run."""
        folder = _place(path.parent)
        while self.is_package(folder) and folder:
            folder = _parent(folder)
        return folder

    def find_relative(self, path: PurePosixPath, name: str, level: int) -> Module:
        """Find what a relative import in a file names."""
        folders = (path.parent, *path.parent.parents)
        if level > len(folders):
            return UNCERTAIN
        return self._descend([_place(folders[level - 1])], name.split(".") if name else [])

    def find_absolute(self, path: PurePosixPath, name: str) -> Module | None:
        """Find what an absolute import in a file names; None: nothing of this repository."""
        home, (top, *parts) = self.find_home(path), name.split(".")
        if top == self.name and self.is_package(""):
            return self._descend([""], parts)
        bases = self._find_bases(top, home, _place(path.parent))
        if bases is not None:
            return self._descend([_join(bases[0], top)], parts) if len(bases) == 1 else UNCERTAIN
        if top in STANDARD_LIBRARY:
            return None  # a folder without __init__ never hides a module
        if self._is_beside_setup(top, _place(path.parent)):
            return UNCERTAIN
        portions = [_join(base, top) for base in self._reachable(home)]
        portions = [place for place in portions if place in self.folders]
        return self._descend(portions, parts) if portions else None

    def at(self, path: PurePosixPath) -> Module:
        """Return the module that a file is."""
        return Module(path, (_place(path.parent if _is_init(path) else path.with_suffix("")),))

    def find_submodule(self, module: Module, name: str) -> Module:
        """Find a module of a package."""
        return self._descend(module.places, [name])

    def _find_bases(self, top: str, home: str, folder: str) -> Sequence[str] | None:
        """Return the one folder that holds what a name means; none or several: uncertain."""
        bases = [base for base in self.tops.get(top, ()) if not _is_test_fixture(base, folder)]
        if top in STANDARD_LIBRARY:
            # beside the file: only where nothing has loaded the module of that name before
            return [] if home in bases else None
        if home in bases:
            return [home]
        if not bases:
            return None
        above = [base for base in self._find_own(home) if base in bases]
        if above:
            return above[:1]
        installed = [base for base in bases if base in self.distributions and not _is_test(base)]
        return find_nearest(installed, home.split("/"), lambda base: base.split("/"))

    def _is_beside_setup(self, top: str, folder: str) -> bool:
        """Whether a package above holds a module and, though it is one, is installed from."""
        above = (each for each in (folder, *_ancestors(folder)) if self.is_package(each))
        return any(
            each in self.distributions and _join(each, top) in self.modules for each in above
        )

    def _find_own(self, home: str) -> Iterator[str]:
        """Yield the folders above, each with the ``src`` in it that packages are installed from."""
        for folder in (home, *_ancestors(home)):
            source = _join(folder, "src")
            yield from (folder, source) if source in self.distributions else (folder,)

    def _reachable(self, home: str) -> Iterable[str]:
        return dict.fromkeys((home, *_ancestors(home), *sorted(self.distributions)))

    def _descend(self, places: Sequence[str], parts: Sequence[str]) -> Module:
        for part in parts:
            open_places = [p for p in places if p not in self.modules or self.is_package(p)]
            below = [_join(place, part) for place in open_places]
            regular = [place for place in below if place in self.modules]
            places = regular or [place for place in below if place in self.folders]
        files = [self.modules[place] for place in places if place in self.modules]
        if len(files) > 1:
            return UNCERTAIN
        return Module(files[0] if files else None, tuple(places))


def index_modules(
    paths: Collection[PurePosixPath], name: str = "", suffixes: Sequence[str] = SUFFIXES
) -> ModuleIndex:
    """Index the Python modules among the files of a repository whose folder is called `name`."""
    sources = sorted(
        (path for path in paths if path.suffix in suffixes),
        key=lambda path: (_is_init(path), suffixes.index(path.suffix), path),
    )
    modules = {
        _place(path.parent if _is_init(path) else path.with_suffix("")): path for path in sources
    }
    packages = {place for place, path in modules.items() if _is_init(path)}
    tops: dict[str, list[str]] = defaultdict(list)
    for place in sorted(modules):
        if place and _parent(place) not in packages:
            tops[place.rpartition("/")[2]].append(_parent(place))
    folders = {folder for place in modules for folder in _ancestors(place)}
    return ModuleIndex(modules, frozenset(folders), tops, frozenset(_distributions(paths)), name)


def find_module_names(index: ModuleIndex) -> dict[PurePosixPath, str]:
    """Name the modules that are imported from where their package is installed from."""
    homes = index.distributions
    if index.is_package(""):
        homes -= {""}  # that package is installed from above the root
    names = {}
    for place, path in index.modules.items():
        home = index.find_home(path)
        parts = place.removeprefix(home).strip("/").split("/")
        if home in homes and all(part.isidentifier() for part in parts):
            names[path] = ".".join(parts)
    return names


def _is_init(path: PurePosixPath) -> bool:
    return path.stem == "__init__"


def _distributions(paths: Iterable[PurePosixPath]) -> Iterator[str]:
    yield from ("", "src")
    for path in paths:
        if path.name in DISTRIBUTION_FILES:
            yield from (_place(path.parent), _join(_place(path.parent), "src"))


def _place(path: PurePosixPath) -> str:
    return "" if path == ROOT else str(path)


def _join(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name


def _parent(place: str) -> str:
    return place.rpartition("/")[0]


def _ancestors(place: str) -> Iterator[str]:
    """Yield the folders above, the nearest first."""
    while place:
        place = _parent(place)
        yield place


def _is_test_fixture(base: str, folder: str) -> bool:
    """Whether modules lie among tests, and `folder` does not lie among the same."""
    return _is_test(base, {folder, *_ancestors(folder)})


def _is_test(base: str, shared: Collection[str] = ()) -> bool:
    """Whether modules lie among tests, in a folder other than some."""
    above = (each for each in (base, *_ancestors(base)) if each not in shared)
    return any(each.rpartition("/")[2] in TEST_FOLDERS for each in above)
