"""What is in a Julia file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("module A\nmodule B\nf() = 1\nend\nend", {
        "A": "module", "A.B": "module", "A.B.f": "function"}),
    ("struct A{T<:B} <: C{T}\nx::T\ny\nA() = new()\nfunction A{T}(x) where T\nend\nend", {
        "A": "struct", "A.x": "field", "A.y": "field", "A.A": "constructor"}),
    ("Base.@kwdef mutable struct A\nx::Int = 1\ny = 2\nend", {
        "A": "struct", "A.x": "field", "A.y": "field"}),
    ("abstract type A <: B end\nprimitive type C 8 end", {
        "A": "abstract type", "C": "primitive type"}),
    ("function f(x::T)::Int where {T}\ny = 1\ng(x) = x\nend", {
        "f": "function", "f.g": "function"}),
    ("f(x) = 1\ng(x)::Int = 2\nh(x::T) where T = 3\nfunction i end", {
        **dict.fromkeys("fghi", "function")}),
    ("Base.show(io) = 1\nBase.:+(a, b) = 2\nBase.:(==)(a, b) = 3\n-(a, b) = 4", {
        "Base.show": "function", "Base.+": "function", "Base.==": "function", "-": "function"}),
    ("(p::Point)(x) = 1\nfunction (::A{T})(x) where T end", {
        "Point": "function", "A": "function"}),
    ("macro m(x)\nend\n@inline function f()\nend\n@inline g() = 1", {
        "m": "macro", "f": "function", "g": "function"}),
    ("const A = 1\nconst B, C = 1, 2\nconst D{T} = E{T}\nconst ≅ = isequal", {
        **dict.fromkeys("ABCD≅", "constant")}),
    ("a = 1\nb::Int = 2\nglobal c = 3", {**dict.fromkeys("abc", "variable")}),
    ("@enum A b c\n@enum D::UInt8 begin\ne\nf = 2\nend", {
        "A": "enum", "A.b": "enum member", "A.c": "enum member",
        "D": "enum", "D.e": "enum member", "D.f": "enum member"}),
    ('s = """\nfunction f()\nend\n"""', {"s": "variable"}),
    ("f() = 1\nfunction broken(\n", {"f": "function"}),
]  # fmt: skip

NOTHING = [
    "",
    "# f(x) = 1\n#= function f()\nend =#",
    "using A",
    "a[1] = 2\na.b = 3\nf(x = 1)\nx == 1\nfunction (x) end",
    "for i in 1:2\nx = i\nend",
]

HEADS = [
    ("function f(x::T, # why\n  y=1; z...) where {T}\n1\nend",
        "function f(x::T, y=1; z...) where {T}"),
    ("f(x)::Int = x", "f(x)::Int"),
    ("Base.:(==)(a, b) = true", "Base.:(==)(a, b)"),
    ("(p::Point)(x) = 1", "(p::Point)(x)"),
    ("mutable struct A{T} <: B\nend", "mutable struct A{T} <: B"),
    ("module A end", "module A"),
    ("const A::Int = 1", "const A::Int"),
]  # fmt: skip

IMPORTS = [
    ("using A, B.C", [("A", []), ("B.C", [])]),
    ("using A: b, c as d, @e, +", [("A", ["b", "c as d", "@e", "+"])]),
    ("import A.B as C", [("A.B as C", [])]),
    ("import ..A: b", [("..A", ["b"])]),
    ("using .A", [(".A", [])]),
    ('include("a/b.jl")', [("a/b.jl", [])]),
    ("include(x)", []),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Julia") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Julia").symbols == ()


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_heads_are_as_written(text: str, head: str) -> None:
    assert heads_of(text, "Julia") == [head]


def test_bases_and_macros_before_a_definition() -> None:
    symbol = symbol_of("@a @b struct A <: B{C}\nend", "Julia")
    assert symbol.bases == ("B{C}",)
    assert symbol_of("@inline function f()\nend", "Julia").decorators == ("inline",)


def test_docstrings_document() -> None:
    text = (
        '# A file.\n\n"""\n    M\n\nA [`module`](@ref).\n"""\nmodule M\n"One."\nstruct A\n'
        '    "Two."\n    x\nend\n\n"""\nThree.\n\nMore.\n"""\n@inline f(x) = 1\n# no\ng() = "a"\n'
        '"no"\n\nh() = 1\nend\n'
    )
    facts = facts_of(text, "Julia")
    assert facts.documentation == "A file."
    assert {s.qualified_name: s.documentation for s in facts.symbols} == {
        "M": "A `module`.",
        "M.A": "One.",
        "M.A.x": "Two.",
        "M.f": "Three.\n\nMore.",
        "M.g": "",
        "M.h": "",
    }


@pytest.mark.parametrize(("text", "imports"), IMPORTS)
def test_imports_with_their_names(text: str, imports: list[tuple[str, list[str]]]) -> None:
    assert imports_of(text, "Julia") == imports


def test_imports_say_by_what_word_and_when() -> None:
    text = 'using A\nif x\n    import B\nend\nf() = include("c.jl")\n'
    assert [(i.keyword, i.context) for i in facts_of(text, "Julia").imports] == [
        ("using", ImportContext.MODULE),
        ("import", ImportContext.CONDITIONAL),
        ("include", ImportContext.FUNCTION),
    ]


def test_sets_of_tests_are_tests() -> None:
    text = '@testset "a b" begin\n    @test f("x") == 1\nend\n@testset for i in 1:2\nend\n'
    text += '@testset "c $i" for i in 1:2\nend\n'
    tests = facts_of(text, "Julia").tests
    assert [(t.framework, t.name, t.span.line) for t in tests] == [
        ("Test", "a b", 1),
        ("Test", "c $i", 6),
    ]


def test_lines_are_counted() -> None:
    text = '# a\n\n"""\nb\n\nc\n"""\nf() = """\n\n"""\n#=\n\n=#\n'
    assert facts_of(text, "Julia").lines == LineCounts(code=3, comment=9, blank=1)


def test_a_string_right_above_documents_what_follows_and_not_the_file() -> None:
    facts = facts_of('"""\nA chain.\n"""\nstruct Chain\nend\n', "Julia")
    assert facts.documentation == ""
    assert facts.symbols[0].documentation == "A chain."
