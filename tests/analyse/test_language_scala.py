"""What is in a Scala file."""

import pytest

from sphinx_repodoc.analyse.languages.scala import describe_scaladoc
from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("package a.b\npackage c", {"a.b": "package", "c": "package"}),
    ("package a { class B }", {"a": "package", "a.B": "class"}),
    ("package object a { val b = 1 }", {"a": "package object", "a.b": "val"}),
    (
        "class A(val x: Int, var y: Int, z: Int) { def this() = this(1, 2, 3) }",
        {"A": "class", "A.x": "val", "A.y": "var", "A.this": "constructor"},
    ),
    ("case class A[T](x: T, y: Int = 1)(z: Int)", {"A": "case class", "A.x": "val", "A.y": "val"}),
    ("case object A extends B(1)", {"A": "case object"}),
    ("object O { implicit class R(x: Int) }", {"O": "object", "O.R": "class"}),
    (
        "trait T { self: U => def a: Int; val b: Int }",
        {"T": "trait", "T.a": "method"} | {"T.b": "val"},
    ),
    ("class A { type T = Int; type U <: Int }", {"A": "class", "A.T": "type", "A.U": "type"}),
    (
        "class A { val p, q: Int = 1; val (r, s) = a; lazy val t = { val u = 1; u }; var v = 1 }",
        {"A": "class", "A.p": "val", "A.q": "val", "A.r": "val", "A.s": "val"}
        | {"A.t": "val", "A.v": "var"},
    ),
    (
        "object O { def :::(o: O): O = { def local = 1; val q = 1; o } }",
        {"O": "object"} | {"O.:::": "method"},
    ),
    (
        "object O { val a = new A { def b = 1 } }",
        {"O": "object", "O.a": "val"} | {"O.a.b": "method"},
    ),
    (
        "enum E(val c: Int):\n  case A extends E(1)\n  case B, C\n  case D[T](x: T)\n  def m = 1\n",
        {"E": "enum", "E.c": "val", "E.A": "enum case", "E.B": "enum case", "E.C": "enum case"}
        | {"E.D": "enum case", "E.D.x": "val", "E.m": "method"},
    ),
    (
        "object O:\n  extension (s: String)\n    def a = 1\n    def b = 2\n  opaque type T = Int\n",
        {"O": "object", "O.a": "method", "O.b": "method", "O.T": "type"},
    ),
    (
        "given a: Ordering[Int] = b\ngiven Show[Int] with\n  def c = 1\n",
        {"a": "given", "Show[Int]": "given", "Show[Int].c": "method"},
    ),
    ('val s = """\nclass A\n"""\ndef t = s"class B" // object C', {"s": "val"} | {"t": "method"}),
]

NOTHING = ["", "// class A\n/* object B /* class C */ */", "import a.b", "println(1)", "}"]

SCALADOC = [
    ("Adds [[A]], [[b.C the c]] and `d<e>`.\n\n@param x y", "Adds `A`, the c and `d<e>`."),
    ("'''Note''' that\n<p>''this''", "Note that\n\nthis"),
    (
        "{{{\n@A val x = List[Int](1)\nif (a < b) c\n}}}",
        "    @A val x = List[Int](1)\n    if (a < b) c",
    ),
    ("it's what's his", "it's what's his"),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Scala") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Scala").symbols == ()


def test_what_stands_before_an_error_is_found() -> None:
    assert kinds_of("object A\nobject B { def f( { }", "Scala")["A"] == "object"


def test_heads_are_as_written_without_annotations_and_bodies() -> None:
    text = (
        "@a @b(1)\nsealed abstract class C[T <: X](val x: Int = 1)(implicit y: Y)"
        " extends D[T](x) with E with F[T] {\n"
        "  override protected def f[A](a: Int, // first\n    b: A): Int = 1\n"
        "  def g { }\n"
        "  private[p] lazy val h: Int = 1\n"
        "  val i, j = 1\n"
        "}\n"
        "trait K extends L\n"
    )
    assert heads_of(text, "Scala") == [
        "sealed abstract class C[T <: X](val x: Int = 1)(implicit y: Y)",
        "val x: Int",
        "override protected def f[A](a: Int, b: A): Int",
        "def g",
        "private[p] lazy val h: Int",
        "val i",
        "val j",
        "trait K",
    ]
    symbol = symbol_of(text, "Scala")
    assert symbol.decorators == ("a", "b(1)")
    assert symbol.bases == ("D[T]", "E", "F[T]")
    assert (symbol.span.line, symbol.span.end_line) == (2, 8)


def test_an_indented_body_ends_before_the_comment_on_what_follows() -> None:
    text = "object A:\n  def b =\n    c\n\n  /** D. */\n  def d = 1\n"
    spans = {s.name: (s.span.line, s.span.end_line) for s in facts_of(text, "Scala").symbols}
    assert spans == {"A": (1, 6), "b": (2, 3), "d": (6, 6)}
    assert symbol_of(text, "Scala", "A.d").documentation == "D."


def test_a_comment_of_scaladoc_documents() -> None:
    text = (
        "/* The file. */\n\npackage p\n\n"
        "/** Adds\n  * `x`\n  * y.\n  not indented\n  */\n@a\nclass B {\n  // no\n  val x = 1\n}\n"
    )
    facts = facts_of(text, "Scala")
    assert facts.documentation == "The file."
    assert [s.documentation for s in facts.symbols] == ["", "Adds\n`x`\ny.\nnot indented", ""]


@pytest.mark.parametrize(("text", "description"), SCALADOC)
def test_scaladoc_is_what_stands_before_its_tags(text: str, description: str) -> None:
    assert describe_scaladoc(text) == description


def test_imports_with_their_names() -> None:
    text = (
        "import a.B\nimport a.{B, C => D, E as _, _}\nimport a.*, b.given\n"
        "import a.B as C\nimport a.{given Ordering[?]}\n"
    )
    assert imports_of(text, "Scala") == [
        ("a.B", []),
        ("a", ["B", "C as D", "E as _", "*"]),
        ("a", ["*"]),
        ("b", ["given"]),
        ("a.B as C", []),
        ("a", ["given Ordering[?]"]),
    ]


def test_public_is_what_is_not_declared_otherwise() -> None:
    text = "class A\nprivate[b] class B\nprotected object C\nfinal class D\n"
    assert [s.is_public for s in facts_of(text, "Scala").symbols] == [True, False, False, True]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n@main def run(x: Int) = 1\n", 2),
        ("object A extends B with App {\n}\n", 1),
        ("object A {\n  def main(args: Array[String]): Unit = ()\n}\n", 2),
        (
            "class A { def main(a: Array[String]) = 1 }\nobject B { def main(x: Int) = 1 }",
            0,
        ),
    ],
)
def test_a_program_starts_with_main_or_an_app(text: str, line: int) -> None:
    entry = facts_of(text, "Scala").entry_point
    assert (entry.line if entry else 0) == line


@pytest.mark.parametrize(
    ("text", "tests"),
    [
        ('import munit.FunSuite\nclass A { test("b c") { } }', [("munit", "b c", "")]),
        (
            'import org.scalatest._\nclass A { describe("b") { it("c") { } } }',
            [("ScalaTest", "c", "")],
        ),
        (
            'import org.scalatest.flatspec._\nclass A { "A b" should "be c" in { } }',
            [("ScalaTest", "A b.be c", "")],
        ),
        ("class A { @Test def b() = 1 }", [("JUnit", "A.b", "A.b")]),
        ('class A { test("b") { } }', []),
    ],
)
def test_tests_are_of_the_framework_that_is_imported(
    text: str, tests: list[tuple[str, str, str]]
) -> None:
    found = facts_of(text, "Scala").tests
    assert [(t.framework, t.name, t.symbol) for t in found] == tests


def test_lines_are_counted() -> None:
    text = '// c\nval s = """\n\n"""\n\n/* d\n\n /* e */ */\nval t = 1 // f\n'
    assert facts_of(text, "Scala").lines == LineCounts(code=4, comment=4, blank=1)
