"""What is in a Kotlin file."""

import pytest

from sphinx_repodoc.analyse.languages.kotlin import describe_kdoc
from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("package a.b", {"a.b": "package"}),
    (
        (
            "class A(val x: Int, y: Int) {\n constructor() : this(1, 2) { val l = 1 }\n"
            " init { val m = 1 }\n fun f() {}\n}"
        ),
        {"A": "class", "A.x": "property", "A.constructor": "constructor", "A.f": "function"},
    ),
    (
        "class A {\n companion object {\n  const val K = 1\n }\n}",
        {"A": "class", "A.K": "property"},
    ),
    (
        "class A {\n companion object B : C {\n  fun f() {}\n }\n}",
        {"A": "class", "A.B": "companion object", "A.B.f": "function"},
    ),
    (
        "interface I {\n fun a()\n val b: Int\n}",
        {"I": "interface"} | {"I.a": "function"} | {"I.b": "property"},
    ),
    (
        "sealed interface I\nfun interface J {\n fun f()\n}",
        {"I": "interface", "J": "interface"} | {"J.f": "function"},
    ),
    (
        "enum class E(val c: Int) {\n P(1) {\n  fun g() {}\n },\n Q(2);\n fun h() {}\n}",
        {"E": "enum class", "E.c": "property", "E.P": "enum entry", "E.P.g": "function"}
        | {"E.Q": "enum entry", "E.h": "function"},
    ),
    ("annotation class A(val x: Int)", {"A": "annotation class", "A.x": "property"}),
    ("@Target(X)\n@Retention(Y)\nannotation class A", {"A": "annotation class"}),
    ("object O : P()\ndata object D", {"O": "object", "D": "object"}),
    (
        "class A : B by c {\n fun f() {}\n val g = 1\n}",
        {"A": "class", "A.f": "function"} | {"A.g": "property"},
    ),
    ("typealias T<X> = List<X>", {"T": "type alias"}),
    ("fun String.f() {\n val x = 1\n fun local() {}\n}", {"f": "function"}),
    (
        "val <T> List<T>.p: Int get() = 1\nval (a, b) = q",
        {"p": "property", "a": "property"} | {"b": "property"},
    ),
    ("val o = object : A {\n override fun f() {}\n}", {"o": "property", "o.f": "function"}),
    ("fun `with blanks`() {}", {"with blanks": "function"}),
    (
        'val s = """\nclass A {}\n"""\nval t = "fun f() {}" // object O',
        {"s": "property"} | {"t": "property"},
    ),
]

NOTHING = ["", "// class A\n/* fun f() {} */", "import a.b", "println(1)", "}"]

KDOC = [
    ("Adds [A.b] to `c[d]`.\n\nMore.\n@param x y", "Adds `A.b` to `c[d]`.\n\nMore."),
    ("[label][A], [text](https://e.org), a[0], [two words]", None),
    ("@return x", ""),
    ("```\n@Test\n```\ntext", "```\n@Test\n```\ntext"),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(f"{text}\n", "Kotlin") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Kotlin").symbols == ()


def test_what_stands_before_an_error_is_found() -> None:
    assert kinds_of("fun f() {}\nclass A {\nfun broken( {\n", "Kotlin")["f"] == "function"


def test_a_null_character_stops_nothing() -> None:
    assert kinds_of("val a = 1 \0\nval b = 2\n", "Kotlin") == {"a": "property", "b": "property"}


@pytest.mark.parametrize(
    "text",
    [
        "fun f() {\n val a = b.c()\n in1.skip()\n as_ = 2\n}",
        "fun f() = g(1, suspend = true,\n open = isOpen)",
        "fun f() {\n val a = 1\n set = set or a\n}",
        "fun f() { val g = suspend { 42 } }",
        "fun f() = a.zip(b, String?::plus)",
    ],
)
def test_names_that_the_grammar_takes_for_keywords_lose_nothing(text: str) -> None:
    text = f"class A {{\n{text}\nfun h(suspend: Int) {{}}\n}}\n"
    assert facts_of(text, "Kotlin").errors == ()
    assert kinds_of(text, "Kotlin") == {"A": "class", "A.f": "function", "A.h": "function"}
    assert heads_of(text, "Kotlin")[-1] == "fun h(suspend: Int)"


def test_a_primary_constructor_may_have_an_annotation_on_a_line_of_its_own() -> None:
    text = "class A<T>\n@B(1) internal constructor(val x: T) : C {\n  fun f() {}\n}\n"
    kinds = {"A": "class", "A.x": "property", "A.f": "function"}
    assert kinds_of(text, "Kotlin") == kinds


def test_heads_are_as_written_without_annotations_and_bodies() -> None:
    text = (
        '@A("x")\npublic data class B<T : Any>(val x: Int = 1) : C<T>(x), D by x where T : E {\n'
        "  override suspend fun <U> f(a: Int, // first\n    b: U): List<U> = g()\n"
        "  lateinit var v: String\n"
        "  val w by lazy { 1 }\n"
        "  val (y, z) = q\n"
        "}\n"
        "val Int.k: Int get() = 1\n"
        "fun <T> h(): T where T : Any {\n}\n"
    )
    assert heads_of(text, "Kotlin") == [
        "public data class B<T : Any>(val x: Int = 1)",
        "val x: Int",
        "override suspend fun <U> f(a: Int, b: U): List<U>",
        "lateinit var v: String",
        "val w",
        "val y",
        "val z",
        "val Int.k: Int",
        "fun <T> h(): T where T : Any",
    ]
    symbol = symbol_of(text, "Kotlin")
    assert symbol.decorators == ('A("x")',)
    assert symbol.bases == ("C<T>(x)", "D")
    assert (symbol.span.line, symbol.span.end_line) == (2, 8)


def test_a_comment_of_kdoc_documents() -> None:
    text = (
        "/* Copyright X */\n@file:A\n\n/** The file. */\npackage p\n\nimport q\n\n"
        "/** Adds [x]. */\n@A\nclass B {\n  // no\n  val x = 1\n}\n"
    )
    facts = facts_of(text, "Kotlin")
    assert facts.documentation == "The file."
    assert [s.documentation for s in facts.symbols] == ["", "Adds `x`.", ""]


@pytest.mark.parametrize(("text", "description"), KDOC)
def test_kdoc_is_what_stands_before_its_tags(text: str, description: str | None) -> None:
    written = "label, [text](https://e.org), a[0], [two words]"
    assert describe_kdoc(text) == (written if description is None else description)


def test_imports_with_their_names() -> None:
    text = "import a.B\nimport a.b.*\nimport a.C as D\n"
    assert imports_of(text, "Kotlin") == [("a.B", []), ("a.b", ["*"]), ("a.C as D", [])]


def test_public_is_what_is_not_declared_otherwise() -> None:
    text = "class A\ninternal class B\nprivate fun f() {}\n@X public val v = 1\n"
    assert [s.is_public for s in facts_of(text, "Kotlin").symbols] == [True, False, False, True]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\nfun main() {}\n", 2),
        ("suspend fun main(args: Array<String>) {}\n", 1),
        ("fun main(vararg args: String) {}\n", 1),
        ("fun main(x: Int) {}\nclass A {\n  fun main() {}\n}\n", 0),
    ],
)
def test_a_program_starts_with_main(text: str, line: int) -> None:
    entry = facts_of(text, "Kotlin").entry_point
    assert (entry.line if entry else 0) == line


@pytest.mark.parametrize(
    ("module", "frameworks"),
    [
        ("kotlin.test.Test", ["kotlin.test"] * 2),
        ("org.junit.jupiter.api.*", ["JUnit"] * 2),
        ("my.Test", []),
    ],
)
def test_annotated_functions_are_tests_of_the_framework_that_is_imported(
    module: str, frameworks: list[str]
) -> None:
    text = (
        f"import {module}\nclass A {{\n  @Test fun `is it`() {{}}\n"
        '  @Slow @ParameterizedTest(name = "x") fun b() {}\n  @Before fun c() {}\n}\n'
    )
    tests = facts_of(text, "Kotlin").tests
    assert [test.framework for test in tests] == frameworks
    assert [test.symbol for test in tests] == ["A.is it", "A.b"][: len(frameworks)]


def test_lines_are_counted() -> None:
    text = '// c\nval s = """\n\n"""\n\n/* d\n\n /* e */ */\nval t = 1 // f\n'
    assert facts_of(text, "Kotlin").lines == LineCounts(code=4, comment=4, blank=1)


def test_a_name_that_the_grammar_takes_for_a_keyword_keeps_its_letters() -> None:
    assert kinds_of("val\n open = 3\n", "Kotlin") == {"open": "property"}
