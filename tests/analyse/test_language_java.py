"""What is in a Java file."""

import pytest

from sphinx_repodoc.analyse.languages.java import describe_javadoc
from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("package a.b;", {"a.b": "package"}),
    ("module a.b { exports c; }", {"a.b": "module"}),
    (
        "class A<T> { int x, y[]; A() {} <U> U f() { return null; } }",
        {"A": "class", "A.x": "field", "A.y": "field", "A.A": "constructor", "A.f": "method"},
    ),
    (
        "interface I { int C = 1; void f(); private void g() {} }",
        {"I": "interface", "I.C": "constant", "I.f": "method", "I.g": "method"},
    ),
    (
        "record R(int a, String... b) { R {} static int c; }",
        {
            "R": "record",
            "R.a": "component",
            "R.b": "component",
            "R.R": "constructor",
            "R.c": "field",
        },
    ),
    (
        "enum E { A, B(1) { void f() {} }; int x; }",
        {
            "E": "enum",
            "E.A": "enum constant",
            "E.B": "enum constant",
            "E.B.f": "method",
            "E.x": "field",
        },
    ),
    (
        "@interface A { int x() default 1; int C = 2; class B {} }",
        {"A": "annotation type", "A.x": "element", "A.C": "constant", "A.B": "class"},
    ),
    (
        "class A { void f() { int x = 1; class L { int y; } Runnable r = () -> {}; } }",
        {"A": "class", "A.f": "method", "A.f.L": "class", "A.f.L.y": "field"},
    ),
    (
        "class A { Object o = new Object() { int hash; public String toString() {} }; }",
        {"A": "class", "A.o": "field", "A.o.hash": "field", "A.o.toString": "method"},
    ),
    (
        'class A { String s = """\n class B {}\n """; /* class C {} */ char c = \'{\'; }',
        {"A": "class", "A.s": "field", "A.c": "field"},
    ),
    ("sealed interface S permits T {} non-sealed class T {}", {"S": "interface", "T": "class"}),
    ("int x = 1;\nvoid main() {}", {"x": "field", "main": "method"}),
    ("class A { void f() {} void broken( { }", {"A": "class", "A.f": "method"}),
]

NOTHING = [
    "",
    "// class A {}\n/** class B {} */",
    "import a.B;",
    "}",
    '"class A {}";',
]

JAVADOC = [
    ("Adds.\n\nMore.\n@param x\n\n@return y", "Adds.\n\nMore."),
    ("  @since 1", ""),
    ("{@code List<String>} of {@literal <b>}", "`List<String>` of <b>"),
    ("{@code a {b} c} d", "`a {b} c` d"),
    ("{@code not ended", "{@code not ended"),
    ("{@link #f(int, int)}, {@link A#b c d}", "`f(int, int)`, c d"),
    ("{@linkplain A <code>b</code>}", "`b`"),
    ("{@return the {@code x}} More.", "Returns the `x`. More."),
    ("{@summary One.} Two.", "One. Two."),
    ("{@inheritDoc} {@value #X} {@index a b}{@index }", "`X` a"),
    ("{@jls 1.2} {@code}", "{@jls 1.2}"),
    ("<pre>{@code\n  @Test\n  void f() {}\n}</pre>", "    @Test\n    void f() {}"),
    ("{@snippet :\n  f();\n}", "    f();"),
    ("{@snippet file=A.java}", ""),
]

ENTRIES = [
    ("class A { public static void main(String[] args) {} }", 1),
    ("enum A { B;\n static public void main(final String... args) {} }", 2),
    ("class A {\n void main() {} }", 2),
    ("\nvoid main(String[] args) {}", 2),
    ("class A { private static void main(String[] args) {} }", 0),
    ("class A { void main(int x) {} void domain() {} }", 0),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    found = kinds_of(text, "Java")
    assert kinds.items() <= found.items()
    assert found.keys() - kinds.keys() <= {"A.broken"}


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Java").symbols == ()


def test_heads_are_as_written_without_annotations_and_comments() -> None:
    text = (
        "@A // c\n@B(1) public final class C<T> extends D<T> implements E, F<T> {\n"
        "  static int x = 1, y[][] = {};\n"
        "  @Override <U> U[] f(int a, // first\n    String... b) throws X { }\n"
        "  abstract void g();\n"
        "}\n"
    )
    assert heads_of(text, "Java") == [
        "public final class C<T>",
        "static int x",
        "static int y[][]",
        "<U> U[] f(int a, String... b) throws X",
        "abstract void g()",
    ]
    symbol = symbol_of(text, "Java")
    assert symbol.decorators == ("A", "B(1)")
    assert symbol.bases == ("D<T>", "E", "F<T>")
    assert (symbol.span.line, symbol.span.end_line) == (2, 7)


def test_a_comment_of_javadoc_documents() -> None:
    text = (
        "/** Copyright 2020 X */\n\n/** Says {@code package}. */\npackage p;\n\n"
        "/**\n * Adds.\n *\n * @see B\n */\n// checkstyle: off\n@X\nclass A {\n"
        "  // no\n  int x;\n  /** An x. */ int y;\n  /// Markdown.\n  int z;\n}\n"
    )
    assert facts_of(text, "Java").documentation == "Says `package`."
    documented = {s.name: s.documentation for s in facts_of(text, "Java").symbols}
    assert documented == {"p": "", "A": "Adds.", "x": "", "y": "An x.", "z": "Markdown."}


@pytest.mark.parametrize(("text", "description"), JAVADOC)
def test_javadoc_is_what_stands_before_its_tags(text: str, description: str) -> None:
    assert describe_javadoc(text) == description


def test_an_example_keeps_its_brackets() -> None:
    text = "/**\n * <pre>{@code\n * if (a) {\n *   b;\n * }\n * }</pre>\n * ------\n */\nclass A {}"
    assert symbol_of(text, "Java").documentation == "    if (a) {\n      b;\n    }"


def test_imports_with_their_names() -> None:
    text = "import a.B;\nimport a.b.*;\nimport static a.B.c;\nimport static a.B.*;\n"
    assert imports_of(text, "Java") == [("a.B", []), ("a.b", ["*"]), ("a.B.c", []), ("a.B", ["*"])]


def test_a_module_requires_others() -> None:
    found = facts_of("module a { requires transitive java.base; requires b; }", "Java").imports
    assert [(i.keyword, i.module) for i in found] == [("requires", "java.base"), ("requires", "b")]


def test_public_is_what_is_declared_so() -> None:
    text = "package p; public class A {} class B {} @X public enum C {}"
    public = {s.name: s.is_public for s in facts_of(text, "Java").symbols}
    assert public == {"p": False, "A": True, "B": False, "C": True}


@pytest.mark.parametrize(("text", "line"), ENTRIES)
def test_a_program_starts_with_main(text: str, line: int) -> None:
    entry = facts_of(text, "Java").entry_point
    assert (entry.line if entry else 0) == line


@pytest.mark.parametrize(
    ("module", "frameworks"),
    [
        ("org.junit.Test", ["JUnit"] * 2),
        ("org.junit.jupiter.api.*", ["JUnit"] * 2),
        ("org.testng.annotations.Test", ["TestNG"] * 2),
        ("my.Test", []),
    ],
)
def test_annotated_methods_are_tests_of_the_framework_that_is_imported(
    module: str, frameworks: list[str]
) -> None:
    text = (
        f"import {module};\nclass A {{\n  @Test void a() {{}}\n"
        '  @Slow @ParameterizedTest(name = "x") void b() {}\n  @Before void c() {}\n}\n'
    )
    tests = facts_of(text, "Java").tests
    assert [test.framework for test in tests] == frameworks
    assert [test.symbol for test in tests] == ["A.a", "A.b"][: len(frameworks)]


def test_lines_are_counted() -> None:
    text = '/**\n * c\n\n */\nclass A {\n\n  String s = """\n\n  """; // d\n}\n'
    assert facts_of(text, "Java").lines == LineCounts(code=5, comment=4, blank=1)
