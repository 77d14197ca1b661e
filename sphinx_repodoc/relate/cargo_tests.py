"""By what names Cargo runs the tests of a Rust file, and in which of the package's crates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from sphinx_repodoc.model.constraints import TARGETS, add_features
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts, TestCase
from sphinx_repodoc.relate.repository import Repository
from sphinx_repodoc.relate.rust_crates import MANIFEST, Condition, Crates, find_crates

FLAGS = {folder: f"--{target}" for target, folder in TARGETS.items()}
"""For the folders in which each file is a crate of its own what chooses one."""

TABLES = {f"[[{target}]]": f"--{target}" for target in TARGETS}
"""Likewise for the tables of a manifest."""

ONE = re.compile(r"#\[(?:\w+::)*(?:test|quickcheck)\b")
"""An attribute that makes one test of a function, under its own name."""

MANY = re.compile(r"#\[(?:\w+::)*(?:case|rstest|test_case|parameterized|values)\b")
"""One that makes several, each with a name of its own."""


@dataclass(frozen=True)
class CargoTests:
    """The crates of a repository, as far as they are asked for."""

    repository: Repository

    def find_target(self, path: PurePosixPath) -> str:
        """Return the options that choose the crate which a file is part of; empty if not known."""
        home = next((f for f in path.parents if f / MANIFEST in self.repository.files), None)
        module = self._crates.homes.get(path)
        if home is None or module is None or not module.crate.is_relative_to(home):
            return ""
        if module.is_by_place:
            return ""  # a macro around its ``mod`` may leave it out
        declared = self.repository.facts.get(home / MANIFEST, Facts()).declarations
        within = module.crate.relative_to(home)
        target = _find_declared(declared, str(within)) or _find_by_place(declared, within)
        return add_features(declared, target)

    def find_conditions(self, path: PurePosixPath) -> tuple[Condition, ...]:
        """Return what must hold for a file to be compiled, by the modules around it."""
        module = self._crates.homes.get(path)
        return module.conditions if module else ()

    def name_cases(self, path: PurePosixPath, cases: Iterable[TestCase]) -> tuple[str, ...]:
        """Return for each case its path in its crate; empty for one that is not one test."""
        module = self._crates.homes.get(path)
        symbols = self.repository.facts[path].symbols
        attributes = {symbol.qualified_name: symbol.decorators for symbol in symbols}
        names = []
        for case in cases:
            written = [f"#[{each.strip('#![]')}" for each in attributes.get(case.symbol, ())]
            is_one = any(map(ONE.match, written)) and not any(map(MANY.match, written))
            parts = (*(module.path if module else ()), *case.symbol.split("."))
            names.append("::".join(parts) if module and is_one else "")
        return tuple(names)

    @cached_property
    def _crates(self) -> Crates:
        return find_crates(self.repository, self.repository.of("Rust"))


def _find_declared(declared: Iterable[Declaration], crate: str) -> str:
    """Return how the crate is chosen whose file a manifest names."""
    for each in declared:
        if each.kind is DeclarationKind.ALIAS and each.value == crate:
            if not each.name.startswith("["):
                return "--lib"
            if each.group:
                return f"{TABLES[each.name]} {each.group}"
    return ""


def _find_by_place(declared: Iterable[Declaration], crate: PurePosixPath) -> str:
    """Return how the crate is chosen that Cargo finds by where its file lies."""
    names = [each.name for each in declared if each.kind is DeclarationKind.DISTRIBUTION]
    if str(crate) == "src/main.rs":
        return f"--bin {names[0]}" if names else ""
    home, name = crate.parent, crate.stem
    if name == "main":
        home, name = home.parent, home.name
    return f"{FLAGS[str(home)]} {name}" if str(home) in FLAGS else ""
