"""What is in a Fortran file."""

import pytest

from sphinx_repodoc.analyse.languages.fortran import write_free_form
from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("module m\ncontains\nsubroutine s\nend subroutine\nreal function f(x)\nend\nend module", {
        "m": "module", "m.s": "subroutine", "m.f": "function"}),
    ("submodule (a:b) c\ncontains\nmodule procedure p\nend procedure\nend submodule", {
        "c": "submodule", "c.p": "module procedure"}),
    ("PROGRAM P\nINTEGER :: I\nCONTAINS\nSUBROUTINE S\nEND\nEND PROGRAM", {
        "P": "program", "P.S": "subroutine"}),
    (("module m\ntype, extends(a) :: t\ninteger :: x, y(3) = 1\n"
        "procedure(f), pointer :: p => null()\n"
        "contains\nprocedure :: q => r\nprocedure :: u, v\ngeneric :: operator(+) => q\n"
        "generic :: w => u, v\nfinal :: z\nend type\nend module"), {
        "m": "module", "m.t": "type",
        **dict.fromkeys(["m.t.x", "m.t.y", "m.t.p"], "component"),
        **dict.fromkeys(["m.t.q", "m.t.u", "m.t.v"], "type-bound procedure"),
        **dict.fromkeys(["m.t.operator(+)", "m.t.w"], "generic binding")}),
    ("module m\ninteger, Parameter :: a = 1, b(2) = [1, 2]\ntype(t), save :: c, d[*]\nend module", {
        "m": "module", "m.a": "constant", "m.b": "constant",
        "m.c": "variable", "m.d": "variable"}),
    (("module m\ninterface operator(.x.)\nmodule procedure f\nend interface\ninterface g\n"
        "procedure h\nend interface\ninterface assignment(=)\nend interface\nend module"), {
        "m": "module", "m.operator(.x.)": "interface", "m.g": "interface",
        "m.assignment(=)": "interface"}),
    (("module m\nabstract interface\nfunction f(x) result(y)\nreal :: x, y\nend function\n"
        "end interface\nend module"), {"m": "module", "m.f": "interface body"}),
    ("module m\nenum, bind(c)\nenumerator :: a = 1, b\nend enum\nend module", {
        "m": "module", "m.a": "enumerator", "m.b": "enumerator"}),
    ("function f(x)\ninteger :: local\nentry g(x)\ncommon /c/ y\nend", {
        "f": "function", "f.g": "entry", "f.c": "common block"}),
    ("block data b\nend block data", {"b": "block data"}),
    ("#define A 1\n#define B(x) x\n", {"A": "macro", "B": "macro"}),
    ("subroutine ok\nend subroutine\nsubroutine broken(\n", {"ok": "subroutine"}),
]  # fmt: skip

NOTHING = [
    "",
    "! subroutine s\n",
    "print *, 'function f()'\nend\n",
    "integer :: i\nend\n",
    "program\n",
]

HEADS = [
    ("pure elemental real(dp) function f(x, & ! why\n    & y) result(z) ! no\nend",
        "pure elemental real(dp) function f(x, y) result(z)"),
    ("module m ! no\nend", "module m"),
    ("submodule (a:b) c\nend", "submodule (a:b) c"),
    ("subroutine s() bind(c, name='t')\nend", "subroutine s() bind(c, name='t')"),
    ("module m\ntype, abstract, extends(a), public :: t\nend type\nend module",
        "type, abstract, extends(a), public :: t"),
    ("module m\nreal(dp), save :: a(10) = 1, b\nend", "real(dp), save :: a(10)"),
    ("module m\nreal(dp), save :: a(10) = 1, b => c\nend", "real(dp), save :: b"),
]  # fmt: skip

IMPORTS = [
    ("use m", [("m", [])]),
    ("use, intrinsic :: m, only: a, b => c, operator(+)", [("m", ["a", "c as b", "operator(+)"])]),
    ("use m, a => b", [("m", ["*", "b as a"])]),
    ("include 'a.inc'", [("a.inc", [])]),
]

FIXED = [
    ("C one\n* two\n      X\n", "! one\n! two\n      X\n"),
    ("      A\n     $ B", "      A &\n     & B"),
    ("      A ! no\n\nC no\n     1 'it''s ! b' ! no\n     + C",
        "      A & ! no\n\n! no\n     & 'it''s ! b' & ! no\n     & C"),
    ("\tA\n\t1B", "\tA &\n     &B"),
    ("   10 A\n     0B", "   10 A\n     0B"),
    ("     1 A", "     & A"),
    ("#if X\n", "#if X\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Fortran") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Fortran").symbols == ()


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_heads_are_as_written(text: str, head: str) -> None:
    assert head in heads_of(text, "Fortran")


def test_a_type_names_what_it_extends() -> None:
    text = "module m\ntype, extends(a) :: t\nend type\nend module"
    assert symbol_of(text, "Fortran", "m.t").bases == ("a",)


def test_comments_document_from_before_within_and_behind() -> None:
    text = (
        "!> one\n!! two\nmodule m\n  !! no\n  integer :: a !! three\ncontains\n"
        "subroutine s\n  !! four\n  !! five\n  integer :: i\nend subroutine\n"
        "subroutine t\n  ! no\nend subroutine\nend module\n"
    )
    assert {s.name: s.documentation for s in facts_of(text, "Fortran").symbols} == {
        "m": "one\ntwo",
        "a": "three",
        "s": "four\nfive",
        "t": "",
    }
    assert facts_of(text, "Fortran").documentation == ""


def test_a_comment_of_lapack_says_its_purpose() -> None:
    text = (
        "*> \\brief \\b S\n*> \\par Purpose:\n*  =====\n*>\n*> \\verbatim\n*>\n*> S does it.\n"
        "*> \\endverbatim\n      SUBROUTINE S\n      END\n"
    )
    assert symbol_of(text, "FortranFixed").documentation == "S does it."


@pytest.mark.parametrize(("text", "imports"), IMPORTS)
def test_imports_with_their_names(text: str, imports: list[tuple[str, list[str]]]) -> None:
    assert imports_of(f"module x\n{text}\nend module\n", "Fortran") == imports


def test_imports_say_by_what_word() -> None:
    text = '#include "a.h"\nsubmodule (b) c\nUSE d\nINCLUDE "e"\nend submodule\n'
    assert [(i.keyword, i.module) for i in facts_of(text, "Fortran").imports] == [
        *(("include", "a.h"), ("submodule", "b"), ("use", "d"), ("include", "e")),
    ]


def test_a_program_is_where_it_starts() -> None:
    entry = facts_of("module m\nend module\nprogram p\nend program\n", "Fortran").entry_point
    assert entry
    assert (entry.line, entry.end_line) == (3, 4)


@pytest.mark.parametrize(("fixed", "free"), FIXED)
def test_fixed_form_is_read_as_free_form(fixed: str, free: str) -> None:
    assert write_free_form(fixed) == free


def test_a_file_in_fixed_form_is_analysed() -> None:
    text = "C one\n      SUBROUTINE S(A,\nC two\n     1 B)\n      USE M\n      END\n"
    facts = facts_of(text, "FortranFixed")
    assert heads_of(text, "FortranFixed") == ["SUBROUTINE S(A, B)"]
    assert facts.symbols[0].documentation == "one"
    assert facts.imports[0].line == 5
    assert facts.lines == LineCounts(code=4, comment=2, blank=0)
    assert not facts.errors


def test_lines_are_counted() -> None:
    text = "! a\n\nmodule m ! b\n!! c\nend &\n! d\n module\n"
    assert facts_of(text, "Fortran").lines == LineCounts(code=3, comment=3, blank=1)
