"""What the tool that reads a file takes it to declare, known by the name of the file."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts
from sphinx_repodoc.model.survey import Survey

WORKFLOWS = PurePosixPath(".github/workflows")

GITLAB = PurePosixPath(".gitlab-ci.yml")

SCRIPT = "script"
"""The group of the jobs that are written as GitLab has them."""

_DISTRIBUTION, _COMMAND = DeclarationKind.DISTRIBUTION, DeclarationKind.COMMAND
_TASK, _DEPENDENCY = DeclarationKind.TASK, DeclarationKind.DEPENDENCY
_SERVICE, _ENTRY_POINT = DeclarationKind.SERVICE, DeclarationKind.ENTRY_POINT

READ: Mapping[str, tuple[DeclarationKind, ...]] = MappingProxyType(
    {
        ".gitlab-ci.yml": (DeclarationKind.JOB,),
        ".pre-commit-config.yaml": (DeclarationKind.HOOK,),
        "Cargo.toml": (_DISTRIBUTION, _COMMAND, DeclarationKind.MEMBER, _DEPENDENCY),
        "action.yaml": (_DEPENDENCY,),
        "action.yml": (_DEPENDENCY,),
        "compose.yaml": (_SERVICE,),
        "compose.yml": (_SERVICE,),
        "docker-compose.yaml": (_SERVICE,),
        "docker-compose.yml": (_SERVICE,),
        ".justfile": (_TASK,),
        "Justfile": (_TASK,),
        "justfile": (_TASK,),
        "go.mod": (_DISTRIBUTION, _DEPENDENCY),
        "package.json": (_DISTRIBUTION, _COMMAND, _TASK, _DEPENDENCY),
        "pom.xml": (_DISTRIBUTION, DeclarationKind.MEMBER, _DEPENDENCY),
        "noxfile.py": (_TASK,),
        "pyproject.toml": (_DISTRIBUTION, _COMMAND, _ENTRY_POINT, _TASK, _DEPENDENCY),
        "setup.cfg": (_DISTRIBUTION, _COMMAND, _ENTRY_POINT, _TASK, _DEPENDENCY),
        "setup.py": (_DISTRIBUTION, _COMMAND, _ENTRY_POINT, _DEPENDENCY),
        "tox.ini": (_TASK,),
        "tox.toml": (_TASK,),
    }
)
"""The kinds of declarations that a tool reads in the files of a name, in order of the page."""

READ_BY_SUFFIX: Mapping[str, tuple[DeclarationKind, ...]] = MappingProxyType(
    {".csproj": (_DEPENDENCY,), ".fsproj": (_DEPENDENCY,), ".vbproj": (_DEPENDENCY,)}
)
"""The kinds that MSBuild reads."""

READ_IN_WORKFLOWS = (DeclarationKind.TRIGGER, DeclarationKind.JOB, _DEPENDENCY)
"""Those that GitHub reads in a workflow."""


def find_declared(survey: Survey, path: PurePosixPath) -> tuple[Declaration, ...]:
    """Return what a file declares to the tool that reads it, by kind and in order of lines."""
    by_name = READ.get(path.name) or READ_BY_SUFFIX.get(path.suffix, ())
    kinds = READ_IN_WORKFLOWS if is_workflow(path) else by_name
    declared = survey.facts.get(path, Facts()).declarations
    return tuple(
        sorted(
            (each for each in declared if each.kind in kinds),
            key=lambda each: (kinds.index(each.kind), each.line),
        )
    )


def is_job(path: PurePosixPath, declared: Declaration) -> bool:
    """Whether a forge runs what a file declares; what begins with a dot GitLab keeps for others."""
    if declared.kind is not DeclarationKind.JOB:
        return False
    is_gitlab = path == GITLAB and not declared.name.startswith(".")
    return is_gitlab if declared.group == SCRIPT else is_workflow(path)


def is_workflow(path: PurePosixPath) -> bool:
    """Whether a file is a workflow of GitHub."""
    return path.parent == WORKFLOWS and path.suffix in {".yaml", ".yml"}
