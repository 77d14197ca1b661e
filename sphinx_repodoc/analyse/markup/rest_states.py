"""docutils' states for reST, taking every directive and role as it stands and noting lines.

Neither a directive nor a role is looked up, registered or run: so nothing is read or imported,
those of Sphinx need not be known, and what the process has registered stays as it is.
"""

from collections.abc import Callable, Sequence
from re import Match
from types import SimpleNamespace
from typing import TypeAlias, cast

from docutils import nodes
from docutils.parsers.rst import states
from docutils.statemachine import StringList

from sphinx_repodoc.analyse.markup.vocabulary import (
    LITERAL,
    PROSE,
    Directive,
    shown_argument,
    split_title,
)
from sphinx_repodoc.model.files import Span

Construct: TypeAlias = tuple[list[nodes.Node], bool]
"""What an explicit construct is parsed to, and whether a blank line ends it."""


class DirectiveNode(nodes.General, nodes.Element):
    """A directive; its children are what its content holds."""


class RoleNode(nodes.Inline, nodes.TextElement):
    """Interpreted text, with its role."""


def make_inliner() -> states.Inliner:
    """Make a parser of inline markup that takes any role for what it is."""
    inliner = states.Inliner()
    # no subclass: docutils looks for the patterns in the very class of the object
    inliner.interpreted = _take_role  # type: ignore[method-assign] # see above
    return inliner


def _take_role(
    rawsource: str, text: str, role: str, lineno: int
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    del lineno  # inline_text knows it better
    content = " ".join(nodes.unescape(text).split())
    has_title = not text.rpartition("<")[0].endswith("\0")  # how docutils marks what is escaped
    title, target = split_title(content) if has_title else (content, content)
    return [RoleNode(rawsource, title, role=role or "", target=target)], []


class _State(states.RSTState):
    state_machine: states.RSTStateMachine

    def runtime_init(self) -> None:
        super().runtime_init()
        self.nested_sm_kwargs = {"state_classes": STATES, "initial_state": "Body"}
        # docutils' own cache of state machines is shared by all parsers of the process
        self.nested_sm_cache = self.memo.__dict__.setdefault("machines", [])

    def inline_text(
        self, text: str, lineno: int
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        # docutils checks the whole parent again for each name that comes twice: give it another
        children, messages = self.inliner.parse(text, lineno, self.memo, nodes.Element())
        line, position = self._line(lineno), 0
        for child in children:
            start = text.find(child.rawsource, position) if isinstance(child, nodes.Element) else -1
            if start >= 0:
                line += text.count("\n", position, start)
                position = start
            child.line = line
        return children, messages

    def section(
        self, title: str, source: str, style: str | tuple[str, str], lineno: int, messages: object
    ) -> None:
        line = self._line(lineno)
        self.memo.title_span = Span(line - len(style) + 1, line + 1)  # two styles: overlined
        super().section(title, source, style, lineno, messages)

    def new_subsection(self, title: str, lineno: int, messages: object) -> None:
        span, parent, position = self.memo.title_span, self.parent, len(self.parent)
        try:
            super().new_subsection(title, lineno, messages)
        finally:  # until docutils 0.21 the section's end is an EOFError
            for section in parent[position : position + 1]:
                section["span"] = span

    def _line(self, lineno: int | None = None) -> int:
        _, line = self.state_machine.get_source_and_line(lineno)
        return line or lineno or 1


_OWN = {states.Body.directive: lambda state, match: state.directive(match)}
"""docutils calls its constructs as functions, which no subclass overrides."""


class _Explicit(_State, states.Body):
    def directive(self, match: Match[str], **option_presets: object) -> Construct:
        del option_presets
        name, line = match.group(1), self._line()
        block, _, offset, blank_finish = self.state_machine.get_first_known_indented(
            match.end(), strip_top=False
        )
        argument, begin = _split_argument(name.lower(), block)
        span = Span(line, self._line())
        directive = Directive(name.lower(), argument, list(block[begin:]), line + begin, span)
        node = DirectiveNode(directive=directive)
        if name.lower() not in LITERAL:
            self.nested_parse(cast(StringList, block[begin:]), offset + begin, node)
        return [node], blank_finish

    def comment(self, match: Match[str]) -> Construct:
        line = self._line()
        comments, blank_finish = super().comment(match)  # type: ignore[no-untyped-call] # untyped there
        for comment in comments:
            comment["span"] = Span(line, self._line())
        return comments, blank_finish

    explicit = SimpleNamespace(
        patterns=states.Body.explicit.patterns,
        constructs=[
            (_OWN.get(method, method), pattern)
            for method, pattern in states.Body.explicit.constructs
        ],
    )


class _Body(_Explicit):
    def doctest(self, match: Match[str], context: list[str], next_state: str) -> object:
        line, position = self._line(), len(self.parent)
        transition: object = super().doctest(match, context, next_state)  # type: ignore[no-untyped-call] # untyped there
        self.parent[position]["span"] = Span(line, self._line())
        return transition

    def table(
        self, isolate_function: Callable[[], object], parser_class: Callable[[], object]
    ) -> Construct:
        line = self._line()
        tables, blank_finish = super().table(isolate_function, parser_class)  # type: ignore[no-untyped-call] # untyped there
        for table in tables:
            table["span"] = Span(line, self._line())
        return tables, blank_finish


class _Text(_State, states.Text):
    def definition_list_item(self, termline: list[str]) -> Construct:
        self.memo.term_line = self.state_machine.abs_line_number() - 1
        return super().definition_list_item(termline)  # type: ignore[no-any-return, no-untyped-call] # untyped there

    def term(self, lines: list[str], lineno: int) -> object:
        del lineno  # until docutils 0.21 it is that of the definition's end
        return super().term(lines, self.memo.term_line)  # type: ignore[no-untyped-call] # untyped there


def _split_argument(name: str, block: Sequence[str]) -> tuple[str, int]:
    """Return a directive's argument, and how many lines it and the options take."""
    ends = (number for number, line in enumerate(block) if number and _ends_argument(line))
    begin = next(ends, len(block))
    argument = " ".join(line.strip() for line in block[:begin]).strip()
    if name in PROSE:
        return shown_argument(name, argument), 0
    end = begin
    while end < len(block) and block[end].startswith((":", " ")):
        end += 1
    return argument, end


def _ends_argument(line: str) -> bool:
    return not line.strip() or line.startswith(":")


def _derive(state: type[states.RSTState]) -> type[states.RSTState]:
    mixin = next(mixin for base, mixin in MIXINS if issubclass(state, base))
    return type(state.__name__, (mixin, state), {})


MIXINS: tuple[tuple[type, type[_State]], ...] = (
    (states.Body, _Explicit),
    (states.Text, _Text),
    (states.RSTState, _State),
)
"""What to add to the states of each kind."""

STATES = (
    type("Body", (_Body,), {}),
    *(_derive(state) for state in states.state_classes if state.__name__ != "Body"),
)
"""A state for each of docutils' own, of the same name."""
