"""What is in a C# file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import facts_of, heads_of, kinds_of, symbol_of

KINDS = [
    ("namespace A.B { class C { } }", {"A.B": "namespace", "A.B.C": "class"}),
    (
        "namespace A.B;\nclass C { }\nenum D { E }",
        {"A.B": "namespace", "A.B.C": "class", "A.B.D": "enum", "A.B.D.E": "enum member"},
    ),
    ("struct S { int x, y; }", {"S": "struct", "S.x": "field", "S.y": "field"}),
    ("record R(int A);", {"R": "record", "R.A": "property"}),
    ("record struct R(int A) { }", {"R": "record struct", "R.A": "property"}),
    (
        "interface I { void M(); int P { get; } event Action E; }",
        {"I": "interface", "I.M": "method", "I.P": "property", "I.E": "event"},
    ),
    ("delegate T D<in T>(T x);", {"D": "delegate"}),
    (
        "class C(int a) { C() : this(1) { } ~C() { } }",
        {"C": "class", "C.C": "finalizer"},
    ),
    (
        "class C { const int A = 1; static int b; fixed byte c[10]; event Action D, E; }",
        {"C": "class", "C.A": "constant", "C.b": "field", "C.c": "field"}
        | {"C.D": "event", "C.E": "event"},
    ),
    (
        "class C { int this[int i] => i; event Action E { add { } remove { } } }",
        {"C": "class", "C.this": "indexer", "C.E": "event"},
    ),
    (
        "class C { static C operator +(C a) => a; static implicit operator int(C a) => 1; }",
        {"C": "class", "C.+": "operator", "C.int": "conversion operator"},
    ),
    (
        "class C { void M() { int x = 1; const int y = 2; int Local() => 1; } }",
        {"C": "class", "C.M": "method"},
    ),
    (
        'class C { string s = @"class D { ""}"; string t = $"{1} class E"; /* class F { } */ }',
        {"C": "class", "C.s": "field", "C.t": "field"},
    ),
    ("#if X\nclass C { }\n#else\nstruct D { }\n#endif", {"C": "class", "D": "struct"}),
    ("class C { void M() { } void Broken( { }", {"C": "class", "C.M": "method"}),
]

NOTHING = ["", "// class C { }", "using A;", "[assembly: A]", "Console.WriteLine(1);", "}"]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    found = kinds_of(text, "C#")
    assert kinds.items() <= found.items()
    assert found.keys() - kinds.keys() <= {"C.Broken"}


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "C#").symbols == ()


def test_a_name_that_the_grammar_takes_for_a_keyword_loses_nothing() -> None:
    text = (
        "class A {\n  async Task F(bool async) {\n    if (async) { }\n"
        "    var x = async\n      ? await G(async: async) : H(async, y => !async);\n  }\n"
        "  void K(bool async) { }\n}\n"
    )
    assert facts_of(text, "C#").errors == ()
    assert kinds_of(text, "C#") == {"A": "class", "A.F": "method", "A.K": "method"}
    assert heads_of(text, "C#") == ["class A", "async Task F(bool async)", "void K(bool async)"]


def test_heads_are_as_written_without_attributes_and_bodies() -> None:
    text = (
        "[A]\n#if X\n[B(1)]\n#endif\npublic class C<T> : D<T>, E where T : class {\n"
        "  int x = 1, y;\n"
        "  public int P { get; set; } = 3;\n"
        "  public int Q => 1;\n"
        "  public C(int a) : base(a) { }\n"
        "  void E.M<U>(U x, // first\n    int y) where U : new() { }\n"
        "  static explicit operator int(C<T> c) => 1;\n"
        "}\n"
        "struct S<T> where T : class { }\n"
    )
    assert heads_of(text, "C#") == [
        "public class C<T>",
        "int x",
        "int y",
        "public int P",
        "public int Q",
        "public C(int a) : base(a)",
        "void E.M<U>(U x, int y) where U : new()",
        "static explicit operator int(C<T> c)",
        "struct S<T> where T : class",
    ]
    symbol = symbol_of(text, "C#")
    assert symbol.decorators == ("[A]", "#if X [B(1)] #endif")
    assert symbol.bases == ("D<T>", "E")
    assert (symbol.span.line, symbol.span.end_line) == (5, 13)


def test_a_comment_in_xml_documents() -> None:
    text = (
        "// The file.\n\nusing A;\n\n///<summary>Adds <c>x</c>.</summary>\n"
        "/// <param name='x'>no</param>\n[A]\nclass C {\n"
        "  // no\n  int x;\n  /** <summary>An y.</summary> */ int y;\n}\n"
    )
    facts = facts_of(text, "C#")
    assert facts.documentation == "The file."
    assert [s.documentation for s in facts.symbols] == ["Adds `x`.", "", "An y."]


def test_using_directives() -> None:
    text = (
        "using A.B;\nglobal using static C.D;\nusing E = F.G<int>;\n"
        "namespace N {\n  using H;\n}\n#if X\nusing I;\n#endif\n"
    )
    found = facts_of(text, "C#").imports
    assert [(i.keyword, i.module, i.alias) for i in found] == [
        ("using", "A.B", ""),
        ("using", "C.D", ""),
        ("using", "F.G<int>", "E"),
        ("using", "H", ""),
        ("using", "I", ""),
    ]
    assert [i.context for i in found] == [ImportContext.MODULE] * 4 + [ImportContext.CONDITIONAL]


def test_public_is_what_is_declared_so() -> None:
    text = "public class A { } internal class B { } class C { }"
    assert [s.is_public for s in facts_of(text, "C#").symbols] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("class C {\n  static async Task Main(string[] args) { }\n}", 2),
        ("using A;\n\nB.C();\nvar d = 1;", 3),
        ("class C { void Main() { } static void main() { } }", 0),
    ],
)
def test_a_program_starts_with_main_or_with_statements(text: str, line: int) -> None:
    entry = facts_of(text, "C#").entry_point
    assert (entry.line if entry else 0) == line


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("class C { [Fact] void M() { } }", "xUnit"),
        ("class C { [Trait, Theory] [Slow] [InlineData(1)] void M(int x) { } }", "xUnit"),
        ("class C { [Slow] [Test] void M() { } }", "NUnit"),
        ("class C { [TestCase(1)] [TestCase(2)] void M(int x) { } }", "NUnit"),
        ("using TUnit.Core; class C { [Test] void M() { } }", "TUnit"),
        ("class C { [TestMethod] void M() { } }", "MSTest"),
    ],
)
def test_methods_with_certain_attributes_are_tests(text: str, framework: str) -> None:
    assert [(t.framework, t.symbol) for t in facts_of(text, "C#").tests] == [(framework, "C.M")]


def test_other_methods_are_no_tests() -> None:
    assert facts_of("class C { [Theory] [Setup] void Test() { } }", "C#").tests == ()


def test_lines_are_counted() -> None:
    text = '// c\nclass C {\n\n  string s = @"\n\n  ", t = """\n\n  """; /* d */\n  /* e\n */\n}\n'
    assert facts_of(text, "C#").lines == LineCounts(code=7, comment=3, blank=1)


def test_a_name_that_the_grammar_takes_for_a_keyword_keeps_its_letters() -> None:
    text = "class C {\n  bool async;\n  int M() { return async ? 1 : 2; }\n}\n"
    assert kinds_of(text, "C#") == {"C": "class", "C.async": "field", "C.M": "method"}
