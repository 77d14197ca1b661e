"""The languages that files are analysed in: one table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from types import MappingProxyType

from sphinx_repodoc.analyse import markup
from sphinx_repodoc.analyse.findings import Rule
from sphinx_repodoc.analyse.languages import (
    bash,
    c,
    cmake,
    cpp,
    csharp,
    css,
    csv,
    cuda,
    docker,
    fortran,
    go,
    go_mod,
    graphql,
    html,
    ini,
    java,
    javascript,
    json,
    julia,
    jupyter,
    just,
    kotlin,
    lua,
    make,
    meson,
    nix,
    objc,
    php,
    protobuf,
    python,
    ruby,
    rust,
    scala,
    sql,
    starlark,
    swift,
    toml,
    typescript,
    xml,
    yaml,
    zig,
)
from sphinx_repodoc.analyse.syntax.facts import find_facts, name_grammar
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.languages import AddedLanguage


@dataclass(frozen=True, slots=True)
class Language:
    """A language, by the name of its Pygments lexer, and how its files are analysed."""

    name: str
    find_facts: Callable[[str], Facts]
    """Takes a text in this language."""
    distributions: tuple[str, ...] = ()
    """Whose versions decide what is found."""
    missing: str = ""
    """The distribution that must be installed first; empty if all are there."""
    is_exact: bool = True
    """Whether what the analyser does not accept is wrong, and not only unknown to it."""
    added: AddedLanguage | None = None
    """What the configuration says of it, if it comes from there."""
    with_rules: Callable[[tuple[Rule, ...]], Callable[[str], Facts]] | None = None
    """Returns how files are analysed with more rules, where rules can be added."""
    rules: tuple[Rule, ...] = ()
    """Those that the configuration adds."""
    grammar: str = ""
    """What the file of our own rules is called by."""


SYNTAXES: Mapping[str, Syntax] = MappingProxyType(
    {
        "Bash": bash.SYNTAX,
        "C": c.SYNTAX,
        "C++": cpp.SYNTAX,
        "CUDA": cuda.SYNTAX,
        "C#": csharp.SYNTAX,
        "CMake": cmake.SYNTAX,
        "CSS": css.SYNTAX,
        "Fortran": fortran.SYNTAX,
        "FortranFixed": fortran.FIXED,
        "Go": go.SYNTAX,
        "GraphQL": graphql.SYNTAX,
        "HTML": html.SYNTAX,
        "Java": java.SYNTAX,
        "JavaScript": javascript.SYNTAX,
        "JSON": json.SYNTAX,
        "JSX": javascript.SYNTAX,
        "Julia": julia.SYNTAX,
        "Jupyter Notebook": jupyter.SYNTAX,
        "Kotlin": kotlin.SYNTAX,
        "Lua": lua.SYNTAX,
        "Makefile": make.SYNTAX,
        "Objective-C": objc.SYNTAX,
        "Nix": nix.SYNTAX,
        "PHP": php.SYNTAX,
        "Ruby": ruby.SYNTAX,
        "Rust": rust.SYNTAX,
        "Scala": scala.SYNTAX,
        "SQL": sql.SYNTAX,
        "Starlark": starlark.SYNTAX,
        "Swift": swift.SYNTAX,
        "TOML": toml.SYNTAX,
        "Transact-SQL": sql.SYNTAX,
        "TSX": typescript.TSX,
        "TypeScript": typescript.SYNTAX,
        "XML": xml.SYNTAX,
        "YAML": yaml.SYNTAX,
        "Zig": zig.SYNTAX,
    }
)
"""The languages that a grammar and its queries are enough for."""


def _with_own_analyser() -> Iterator[Language]:
    yield Language("CSV", csv.find_facts)
    yield Language("Docker", docker.find_facts)
    yield Language("Go module", go_mod.find_facts)
    yield Language("INI", ini.find_facts)
    yield Language("Just", just.find_facts)
    yield Language("Meson", meson.find_facts, *_with_package("mesonbuild", "meson"))
    yield Language("Protocol Buffer", protobuf.find_facts)
    yield Language(
        "Python",
        python.find_facts,
        ("tree-sitter", "tree-sitter-python"),
        with_rules=lambda rules: partial(python.find_facts, rules=rules),
        grammar="python",
    )
    yield Language("TSV", partial(csv.find_facts, delimiters="\t"))
    parsers = ("markdown-it-py", "mdit-py-plugins", "myst-parser")
    yield Language("Markdown", partial(markup.find_facts, language="Markdown"), parsers)
    rest = "reStructuredText"
    yield Language(rest, partial(markup.find_facts, language=rest), ("docutils",))


def _with_package(module: str, distribution: str) -> tuple[tuple[str, ...], str]:
    """Return the distribution that reads a language, and which one is missing for that."""
    is_there = find_spec(module) is not None
    return ((distribution,), "") if is_there else ((), distribution)


def _with_syntax(name: str, syntax: Syntax, added: AddedLanguage | None = None) -> Language:
    distribution = syntax.module.replace("_", "-")
    found, missing = _with_package(syntax.module, distribution)
    return Language(
        name,
        partial(find_facts, syntax=syntax),
        ("tree-sitter", *found) if found else (),
        missing,
        syntax.is_exact,
        added,
        lambda rules: partial(find_facts, syntax=replace(syntax, rules=rules)),
        grammar=name_grammar(syntax),
    )


def add_languages(added: Iterable[AddedLanguage]) -> Mapping[str, Language]:
    """Return the languages by name, with those that a configuration adds or replaces."""
    more = {each.name: _with_syntax(each.name, _syntax_of(each), each) for each in added}
    return {**LANGUAGES, **more} if more else LANGUAGES


def _syntax_of(added: AddedLanguage) -> Syntax:
    return Syntax(
        module=added.grammar,
        function=added.function,
        queries=added.queries,
        documentation=added.documentation,
        separators=added.separators,
    )


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        language.name: language
        for language in (
            *_with_own_analyser(),
            *(_with_syntax(name, syntax) for name, syntax in SYNTAXES.items()),
        )
    }
)
"""The languages whose files are analysed, by name."""
