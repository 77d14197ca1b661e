"""What is in a Ruby file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("module A::B\n class C < D::E\n end\nend", {"A.B": "module", "A.B.C": "class"}),
    ("class A; end\nmodule B; end", {"A": "class", "B": "module"}),
    (
        "def f = 1\ndef g?(x) end\ndef h!; end\ndef i=(v); end",
        dict.fromkeys(["f", "g?", "h!", "i="], "method"),
    ),
    (
        "class A\n def +(o) end\n def []=(k, v) end\n def -@; end\n def ==(o) end\nend",
        {"A": "class"} | dict.fromkeys(["A.+", "A.[]=", "A.-@", "A.=="], "method"),
    ),
    (
        "class A; class << self; def h; end; private def i(x) end; attr :j; end end",
        {"A": "class", "A.j": "attribute"} | dict.fromkeys(["A.h", "A.i"], "singleton method"),
    ),
    (
        "class A; def self.f; end; def A.g; end end",
        {"A": "class"} | dict.fromkeys(["A.f", "A.g"], "singleton method"),
    ),
    ("def obj.f; end", {"obj.f": "singleton method"}),
    (
        "class A\n attr_accessor :b, 'c'\n mattr_writer :d\n class_attribute :e, default: 1\nend",
        {"A": "class"} | dict.fromkeys(["A.b", "A.c", "A.d", "A.e"], "attribute"),
    ),
    (
        "A = 1\nB, C = 1, 2\nD ||= 3\nE::F = 4\n$g = 5",
        dict.fromkeys(["A", "B", "C", "D", "E.F"], "constant") | {"$g": "global variable"},
    ),
    (
        "P = Struct.new(:a) do def b; end end\nQ = Class.new\nR = Module.new; S = Data.define :c",
        {"P": "class", "P.a": "attribute", "P.b": "method", "Q": "class", "R": "module"}
        | {"S": "class", "S.c": "attribute"},
    ),
    (
        "class A\n alias b c\n alias_method :d, :e\n alias == eql?\n @@f = 1\nend",
        {"A": "class"}
        | dict.fromkeys(["A.b", "A.d", "A.=="], "alias")
        | {"A.@@f": "class variable"},
    ),
    ("define_method(:a) { }\ndefine_method('b') { }", {"a": "method", "b": "method"}),
    ("def f\n x = 1\n @y = 2\n define_method(:z) { }\nend", {"f": "method"}),
    ("s = <<~X\n  def no; end\nX\ndef yes; end", {"yes": "method"}),
    ("class A\n def f(\nend\nclass B; end", {"B": "class"}),
    ("def a; end\n__END__\ndef b; end", {"a": "method"}),
]

NOTHING = [
    "",
    "# class A; end\n=begin\ndef f; end\n=end",
    "'class A; end'; %q(def f; end); /def g/",
    "define_method(name) { }\nattr_reader(*names)\nA == 1\nFoo.new(:a)",
    "x = 1\n@y = 2",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    found = kinds_of(text, "Ruby")
    assert kinds.items() <= found.items()
    assert facts_of(text, "Ruby").errors or found == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Ruby").symbols == ()


def test_heads_are_as_written() -> None:
    text = (
        "class A::B < C; end\nclass D; end\nprivate def f(a, b = 1,\n  *c, &d) = 3\n"
        "def self.g; end\nattr_reader :x, :y\nE = { a: 1 }\nF = Struct.new(:a, :b)\n"
        "define_method(:h) { }\nalias i j\n"
    )
    assert heads_of(text, "Ruby") == [
        "class A::B",
        "class D",
        "private def f(a, b = 1, *c, &d)",
        "def self.g",
        "attr_reader x",
        "attr_reader y",
        "E",
        "F = Struct.new(:a, :b)",
        "a",
        "b",
        "define_method h",
        "alias i j",
    ]


def test_a_class_names_what_it_inherits_from() -> None:
    assert symbol_of("class A < B::C; end", "Ruby").bases == ("B::C",)


@pytest.mark.parametrize(
    ("comment", "documentation"),
    [
        ("# Adds.\n#\n# @param a [Integer]\n#   the number\n# @return [Integer]", "Adds."),
        ("# Uses +b+ and {C#d}.", "Uses `b` and `C#d`."),
        ("# :nodoc:", ""),
        ("=begin\nAdds.\n=end", "Adds."),
        ("# rubocop:disable Style/Foo", ""),
    ],
)
def test_a_comment_right_above_documents(comment: str, documentation: str) -> None:
    assert symbol_of(f"x\n\n{comment}\nprivate def f(a) end\n", "Ruby").documentation == (
        documentation
    )


def test_the_file_has_its_own_comment() -> None:
    text = (
        "#!/usr/bin/env ruby\n# frozen_string_literal: true\n\n# The program.\n\n"
        "# Of A.\nclass A; end\n"
    )
    assert facts_of(text, "Ruby").documentation == "The program."
    assert symbol_of(text, "Ruby").documentation == "Of A."


def test_imports_with_their_keywords() -> None:
    text = (
        "require 'a'\nrequire_relative \"../b\"\nload 'c.rb'\nautoload :D, 'e/d'\n"
        "require \"f/#{g}\"\nrequire h\nx.require 'i'\n"
    )
    assert imports_of(text, "Ruby") == [("a", []), ("../b", []), ("c.rb", []), ("e/d", [])]
    keywords = [i.keyword for i in facts_of(text, "Ruby").imports]
    assert keywords == ["require", "require_relative", "load", "autoload"]
    contexts = [i.context.value for i in facts_of(text, "Ruby").imports]
    assert contexts == ["module", "module", "module", "lazy"]


def test_an_import_may_depend_on_something() -> None:
    text = (
        "require 'a' if b\nbegin\n require 'c'\nrescue LoadError\nend\ndef f\n require 'd'\nend\n"
    )
    contexts = [i.context.value for i in facts_of(text, "Ruby").imports]
    assert contexts == ["conditional", "conditional", "function"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "RSpec.describe A do\n it 'b' do end\n it { c }\n specify('d') { }\nend",
            ["RSpec b", "RSpec it", "RSpec d"],
        ),
        ("require 'minitest/autorun'\ndescribe A do\n it 'b' do end\nend", ["minitest b"]),
        ("class A < Minitest::Test\n def test_b; end\n def c; end\nend", ["minitest A.test_b"]),
        ("class A < ActiveSupport::TestCase\n test 'b' do end\nend", ["minitest b"]),
        ("class A < Test::Unit::TestCase\n def test_b; end\nend", ["test-unit A.test_b"]),
        (
            "RSpec.shared_examples_for 'a' do\n it 'b' do end\nend\nit 'c' do end",
            ["RSpec c"],
        ),
        ("class A < B\n def test_c; end\nend\nit 'd'\ntest 'e'", []),
    ],
)
def test_tests_are_found_with_their_framework(text: str, found: list[str]) -> None:
    assert [f"{t.framework} {t.name}" for t in facts_of(text, "Ruby").tests] == found


def test_the_entry_point_is_what_runs_only_as_a_program() -> None:
    entry = facts_of("def f; end\nif __FILE__ == $0\n  f\nend\n", "Ruby").entry_point
    assert entry
    assert (entry.line, entry.end_line) == (2, 4)


def test_lines_are_counted() -> None:
    text = "# c\nx = <<~E\n  a\n\n  # b\nE\n\n=begin\n\n=end\ny = 'a\n\nb' # d\n"
    assert facts_of(text, "Ruby").lines == LineCounts(code=8, comment=4, blank=1)
