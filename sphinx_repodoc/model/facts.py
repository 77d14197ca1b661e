"""What is in one file: what its text alone tells, whatever its name or neighbours."""

from dataclasses import dataclass
from enum import StrEnum

from sphinx_repodoc.model.command_lines import CommandLine
from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.import_contexts import CALLS, ImportContext
from sphinx_repodoc.model.naming import DECLARING, TAKING
from sphinx_repodoc.model.secrets import Secret
from sphinx_repodoc.model.uses import Macro, Use


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something that a file defines and names."""

    name: str
    qualified_name: str
    """Names of the enclosing symbols and its own, joined with dots."""
    kind: str
    """In the language's own words: ``class``, ``function``, ``method``, ``constant``, …"""
    span: Span
    """From the line of the keyword (not the decorator's) to the last line of the body."""
    parent: str = ""
    """Qualified name of the enclosing symbol; empty at the top of the file."""
    signature: str = ""
    """Parameters and result or annotation, as written, on one line; empty where there is none."""
    is_async: bool = False
    bases: tuple[str, ...] = ()
    """Base classes as written, keyword arguments too (``metaclass=ABCMeta``)."""
    decorators: tuple[str, ...] = ()
    """As written, without the ``@``, on one line each."""
    documentation: str = ""
    """Its docstring or documentation comment, indentation removed."""
    ordinal: int = 1
    """Which of the symbols of this qualified name it is, from 1, in order of lines."""
    prefix: str = ""
    """What stands before the name, as written, with the blank that follows: ``static int ``."""
    is_public: bool = True
    """Whether the language's convention or keyword makes it public; see `Facts.convention`."""

    @property
    def anchor(self) -> str:
        """The anchor of its entry: it stays when lines move."""
        suffix = f"-{self.ordinal}" if self.ordinal > 1 else ""
        return symbol_anchor(self.qualified_name) + suffix


def symbol_anchor(qualified_name: str) -> str:
    """Return the anchor of the first symbol of a name; an HTML id holds no blanks."""
    return "symbol-" + "-".join(qualified_name.split())


@dataclass(frozen=True, slots=True)
class ImportedName:
    """One name that an import statement takes from a module."""

    name: str
    """As in the module; ``*`` for all."""
    line: int
    alias: str = ""


@dataclass(frozen=True, slots=True)
class ImportStatement:
    """One module that a file imports by one statement."""

    module: str
    """As written, without the leading dots of a relative import."""
    span: Span
    level: int = 0
    """Number of leading dots."""
    names: tuple[ImportedName, ...] = ()
    """The names taken from it; empty for a plain ``import``."""
    alias: str = ""
    """The name that a plain ``import … as`` binds."""
    line: int = 0
    """The line on which the module is named."""
    context: ImportContext = ImportContext.MODULE
    scope: str = ""
    """Qualified name of the function that it stands in."""
    keyword: str = "import"
    """The word or function that imports: ``include``, ``use``, ``require``, …"""

    @property
    def dotted(self) -> str:
        """The module as written, leading dots included."""
        return "." * self.level + self.module

    @property
    def proof_line(self) -> int:
        """The line that proves it: where the module is named, or else where it begins."""
        return self.line or self.span.line

    @property
    def is_import(self) -> bool:
        """Whether it imports, and neither declares a module nor takes a file for a build."""
        return self.keyword != DECLARING and self.keyword not in TAKING

    @property
    def is_bound(self) -> bool:
        """Whether it gives the file a name; a call does not, unless its value is kept."""
        return self.context not in CALLS or bool(self.names or self.alias)


@dataclass(frozen=True, slots=True)
class LineCounts:
    """How many lines of a file are what; their sum is the number of lines."""

    code: int
    comment: int
    """Lines that hold nothing but comment or documentation string."""
    blank: int


class OutlineKind(StrEnum):
    """What an entry in the outline of a file is that is no program."""

    HEADING = "heading"
    LINK = "link"
    CODE_BLOCK = "code block"
    DIRECTIVE = "directive"
    TABLE = "table"
    IMAGE = "image"
    KEY = "key"
    ELEMENT = "element"
    STEP = "step"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A part of a file of markup or data: a heading, a link, a code block, a key and the like."""

    kind: OutlineKind
    text: str
    """Heading or link text; language of a code block; name of a directive; dotted path of a key;
    name of a step or a column."""
    span: Span
    level: int = 0
    """Depth of a heading or a key, from 1."""
    target: str = ""
    """Where a link or an image leads, a directive's argument, or what a step uses or runs."""
    role: str = ""
    """The reST or MyST role that makes a link, such as ``doc``; empty for a plain one."""


class DeclarationKind(StrEnum):
    """What a configuration file declares."""

    DISTRIBUTION = "distribution"
    """The name under which the package is published."""
    COMMAND = "command"
    """A command that is there once the package is installed; its value is what it runs."""
    ENTRY_POINT = "entry point"
    """What other packages find by a name in a group; its value is the module and the object."""
    TASK = "task"
    """Something that a tool runs when it is asked to by name; its value is what that runs."""
    JOB = "job"
    """What a server runs; its value is the commands."""
    DEPENDENCY = "dependency"
    """What is needed; its value is the version or the source."""
    MEMBER = "workspace member"
    HOOK = "hook"
    """What pre-commit runs; its value is the repository and its revision."""
    SERVICE = "service"
    """What Docker Compose starts; its value is the image, or the folder that it is built from."""
    ALIAS = "alias"
    """A name of a module, or with ``*`` or a separator at its end of many; its value is the path
    that it stands for, from the folder of the file."""
    TRIGGER = "trigger"
    """What starts a workflow."""
    CONSTRAINT = "build constraint"
    """When the file is part of a build; its value is the expression."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a configuration file says can be installed or run."""

    kind: DeclarationKind
    name: str
    value: str = ""
    line: int = 0
    """0 where the parser does not tell."""
    group: str = ""
    """The list or table that it stands in, if that is not the main one of its kind."""
    lines: tuple[int, ...] = ()
    """Those of the file that the lines of the value stand on, if that is known."""
    documentation: str = ""
    """What the file says that it is for, on one line."""


@dataclass(frozen=True, slots=True)
class TestCase:
    """A test that the syntax of a file shows, whether or not it has a name in the language."""

    __test__ = False  # pytest: not one of ours

    framework: str
    """By the name that its query gives it; empty where names decide."""
    name: str
    span: Span
    symbol: str = ""
    """Qualified name of the function that it is, if it is one."""
    is_conditional: bool = False
    """Whether a condition, a loop or a call around it decides that there is such a test."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the analysis of one file's text found."""

    symbols: tuple[Symbol, ...] = ()
    """In order of lines, an enclosing symbol before what it encloses."""
    imports: tuple[ImportStatement, ...] = ()
    uses: tuple[Use, ...] = ()
    """Only where it is certain what a name means; import statements are left out. In C, where a
    name may mean what another file defines, those that the functions around them do not declare."""
    macros: tuple[Macro, ...] = ()
    """Of C, in order of lines: those with parameters, under a condition, or for another name."""
    exports: tuple[str, ...] | None = None
    """The names in ``__all__`` or that statements export; None where nothing says so."""
    exports_span: Span | None = None
    """Where that is said, if it is in one place."""
    exports_word: str = "__all__"
    """What says so: ``__all__``, ``export``, ``module.exports``, …"""
    convention: str = ""
    """What makes a name public in this language; empty where nothing in a file tells."""
    documentation: str = ""
    """The file's docstring or, without one, its header comment, markers removed."""
    documentation_span: Span | None = None
    licence: str = ""
    """The SPDX licence expression that a comment declares."""
    licence_line: int = 0
    generated_line: int = 0
    """The line of a comment that says the file is generated."""
    main_guard: Span | None = None
    """``if __name__ == "__main__"``."""
    entry_point: Span | None = None
    """The function or the like that a program starts with, where the language has one."""
    tests: tuple[TestCase, ...] = ()
    """In order of lines; of Python the names decide, which is not a matter of one file."""
    lines: LineCounts | None = None
    outline: tuple[OutlineEntry, ...] = ()
    outline_depth: int | None = None
    """The level down to which keys are in the outline, 0 for none; None where all of them are."""
    rows: int = 0
    """Of a table; the one that names the columns left out, if these are in the outline."""
    findings: tuple[Finding, ...] = ()
    complexities: tuple[Complexity, ...] = ()
    """Of the functions that are complex enough to be told of, in order of lines."""
    declarations: tuple[Declaration, ...] = ()
    command_lines: tuple[CommandLine, ...] = ()
    """What the file declares to the library that reads the command line, in order of lines."""
    secrets: tuple[Secret, ...] = ()
    """In order; all else was found in the text without them, if they are withheld."""
    is_structured: bool = True
    """Whether the structure of the text was looked for, not declarations alone."""
    errors: tuple[Span, ...] = ()
    """Where the grammar does not accept the text."""
    is_accepted: bool = False
    """Whether another parser of the language does, so that the errors are the grammar's."""
    is_partial: bool = False
    """Whether the analysis gave up (nesting too deep); what is here is true but not all."""
