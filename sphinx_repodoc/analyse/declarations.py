"""What configuration files declare: names of packages, commands, tasks, jobs, dependencies.

Which tool reads a file depends on its name, so here everything is found that a file of its
language may mean to any of them.
"""

from collections.abc import Iterator, Sequence

from sphinx_repodoc.analyse import aliases, tox
from sphinx_repodoc.analyse.keys import Entry, Value
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

PACKAGES = (("project",), ("tool", "poetry"), ("package",))
"""Where TOML files speak of a package: for Python, as of Poetry, and for Rust."""

TABLES = ("dependencies", "dev-dependencies", "build-dependencies")
"""Tables of a Cargo file, whose keys are what the package needs."""

OBJECTS = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
"""Objects of a ``package.json``, whose keys are what the package needs."""

SOURCES = ("version", "path", "git", "workspace")
"""Keys that say where a dependency comes from, the first of them that is there."""

Found = Iterator[Declaration]


def find_in_toml(root: Value) -> Found:
    """Find the declarations of a TOML file, as of Python packages and Rust crates."""
    for table in PACKAGES:
        yield from _distribution(root, *table)
        for key in ("scripts", "gui-scripts"):
            yield from _named(DeclarationKind.COMMAND, root, *table, key)
    yield from _entry_points(root)
    for binary in root.at("bin"):
        for entry in binary.value.at("name"):
            path = _text(binary.value, "path")
            yield Declaration(DeclarationKind.COMMAND, entry.value.text, path, entry.span.line)
    yield from tox.find_in_toml(root)
    yield from _requirements(root)
    targets = dict.fromkeys(entry.path[0] for entry in root.below("target"))
    prefixes = ((), ("tool", "poetry"), ("workspace",), *(("target", each) for each in targets))
    for prefix in prefixes:
        for name in TABLES:
            yield from _dependencies(root, *prefix, name)
    for entry in root.at("workspace", "members"):
        yield from _listed(DeclarationKind.MEMBER, entry.value)
    yield from aliases.find_in_toml(root)


def _entry_points(root: Value) -> Found:
    for group in {entry.path[0]: None for entry in root.below("project", "entry-points")}:
        for entry in root.below("project", "entry-points", group):
            kind, value = DeclarationKind.ENTRY_POINT, entry.value.text
            yield Declaration(kind, entry.name, value, entry.span.line, group)


def find_in_json(root: Value) -> Found:
    """Find the declarations of a JSON file, as of npm packages."""
    yield from _distribution(root)
    names = [entry.value.text.rpartition("/")[2] for entry in root.at("name")]
    for entry in root.at("bin"):
        if entry.value.text and names:
            yield Declaration(DeclarationKind.COMMAND, names[0], entry.value.text, entry.span.line)
    yield from _named(DeclarationKind.COMMAND, root, "bin")
    yield from _named(DeclarationKind.TASK, root, "scripts")
    for name in OBJECTS:
        yield from _dependencies(root, name)
    yield from aliases.find_in_json(root)


def find_in_ini(root: Value) -> Found:
    """Find the declarations of an INI file, as of setuptools and tox."""
    yield from _distribution(root, "metadata")
    for entry in root.below("options.entry_points"):
        is_command = entry.name in {"console_scripts", "gui_scripts"}
        kind = DeclarationKind.COMMAND if is_command else DeclarationKind.ENTRY_POINT
        for item in entry.value.items:
            name, equals, value = item.text.partition("=")
            if equals:
                group = "" if is_command else entry.name
                line = item.line or entry.span.line
                yield Declaration(kind, name.strip(), value.strip(), line, group)
    yield from tox.find_in_ini(root)
    for entry in root.at("options", "install_requires"):
        for name in filter(None, entry.value.text.split("\n")):
            yield Declaration(DeclarationKind.DEPENDENCY, name, "", entry.span.line)


def find_in_yaml(root: Value) -> Found:
    """Find the declarations of a YAML file, as of workflows, pre-commit and Compose."""
    for trigger in root.at("on"):
        yield from _triggers(trigger.value, trigger.span.line)
    for job in root.below("jobs"):
        yield _job(job, root)
    yield from (_script(job) for job in root.entries if [*job.value.at("script")])
    for step in _steps(root):
        yield from _uses(step)
    for job in root.below("jobs"):
        yield from _uses(job.value)
    yield from _hooks(root)
    for service in root.below("services"):
        image = _text(service.value, "image") or _text(service.value, "build")
        if image or [*service.value.at("build")]:
            yield Declaration(DeclarationKind.SERVICE, service.name, image, service.span.line)


def _job(job: Entry, root: Value) -> Declaration:
    """Return a job with its commands, and where they begin; a step begins with ``cd``."""
    defaults = ([*each.at("defaults", "run", "working-directory")] for each in (job.value, root))
    usual = next(filter(None, defaults), [])
    written: list[tuple[str, int]] = []
    steps = [*_items(job.value, "steps")]
    if any(_is_moved(step) for step in steps):
        return _declare_job(job, ())
    for step in steps:
        runs = [line for entry in step.at("run") for line in _written(entry.value)]
        places = [*step.at("working-directory")] or usual
        if runs and written:
            written.append(("cd", runs[0][1]))
        written += [(f"cd {each.value.text}", each.value.line) for each in places if runs]
        written += runs
    return _declare_job(job, written)


def _is_moved(step: Value) -> bool:
    """Whether a step puts a repository elsewhere than where commands are run."""
    return _text(step, "uses").startswith("actions/checkout@") and any(step.at("with", "path"))


def _script(job: Entry) -> Declaration:
    """Return a job as GitLab has them, with its commands."""
    written = [
        line
        for key in ("before_script", "script", "after_script")
        for entry in job.value.at(key)
        for value in (entry.value, *entry.value.items)
        if value.text
        for line in _written(value)
    ]
    return _declare_job(job, written, "script")


def _declare_job(job: Entry, written: Sequence[tuple[str, int]], group: str = "") -> Declaration:
    value, lines = "\n".join(text for text, _ in written), tuple(line for _, line in written)
    kind = DeclarationKind.JOB
    return Declaration(kind, job.name, value, job.span.line, group, lines)


def _written(value: Value) -> Iterator[tuple[str, int]]:
    """Yield the lines of a text, each with the line that it stands on, or the text begins on."""
    for number, line in enumerate(value.text.split("\n"), 1):
        yield line, value.line + number * value.is_literal


def find_steps(root: Value) -> Iterator[OutlineEntry]:
    """Yield the steps of the jobs of a workflow, or of an action, by name and by what they run."""
    for step in _steps(root):
        name = _text(step, "name")
        lines = _text(step, "run").strip().split("\n")
        runs = _text(step, "uses") or lines[0]
        if runs:
            span = Span(step.entries[0].span.line, step.entries[-1].span.end_line)
            yield OutlineEntry(OutlineKind.STEP, name, span, target=runs)


def _steps(root: Value) -> Iterator[Value]:
    jobs = [*root.below("jobs"), *root.at("runs")]
    return (step for job in jobs for step in _items(job.value, "steps"))


def _triggers(value: Value, line: int) -> Found:
    if value.text:
        yield Declaration(DeclarationKind.TRIGGER, value.text, "", line)
    yield from _listed(DeclarationKind.TRIGGER, value)
    for entry in value.entries:
        yield Declaration(DeclarationKind.TRIGGER, entry.name, "", entry.span.line)


def _uses(step: Value) -> Found:
    for entry in step.at("uses"):
        name, _, reference = entry.value.text.partition("@")
        yield Declaration(DeclarationKind.DEPENDENCY, name, reference, entry.span.line, "uses")


def _hooks(root: Value) -> Found:
    for repository in _items(root, "repos"):
        value = f"{_text(repository, 'repo')} {_text(repository, 'rev')}".strip()
        for hook in _items(repository, "hooks"):
            for entry in hook.at("id"):
                yield Declaration(DeclarationKind.HOOK, entry.value.text, value, entry.span.line)


def _items(value: Value, name: str) -> Iterator[Value]:
    return (item for entry in value.at(name) for item in entry.value.items)


def _text(value: Value, name: str) -> str:
    return next((entry.value.text for entry in value.at(name)), "")


def _distribution(root: Value, *table: str) -> Found:
    for entry in root.at(*table, "name"):
        if entry.value.text:
            kind = DeclarationKind.DISTRIBUTION
            yield Declaration(kind, entry.value.text, "", entry.span.line)


def _named(kind: DeclarationKind, root: Value, *path: str) -> Found:
    for entry in root.below(*path):
        if entry.value.text:
            yield Declaration(kind, entry.name, entry.value.text, entry.span.line)


def _listed(kind: DeclarationKind, value: Value, group: str = "") -> Found:
    for item in value.items:
        if item.text:
            yield Declaration(kind, item.text, "", item.line, group)


def _requirements(root: Value) -> Found:
    """Yield what a Python package requires, always or for an extra or a group."""
    kind = DeclarationKind.DEPENDENCY
    for entry in root.at("project", "dependencies"):
        yield from _listed(kind, entry.value)
    for path in (("project", "optional-dependencies"), ("dependency-groups",)):
        for entry in root.below(*path):
            yield from _listed(kind, entry.value, entry.name)


def _dependencies(root: Value, *path: str) -> Found:
    """Yield the keys of a table of dependencies, each with its version or source."""
    group = path[-1] if path[-1] != "dependencies" else ""
    seen: set[str] = set()
    for entry in root.below(*path):
        name, value = entry.path[0], entry.value
        texts = (_text(value, key) for key in SOURCES)
        source = value.text or next(filter(None, texts), "")
        if name not in seen and (source or value.entries or len(entry.path) > 1):
            seen.add(name)
            kind = DeclarationKind.DEPENDENCY
            yield Declaration(kind, name, source, entry.span.line, group)
