"""When imports take effect: in functions with and without names, in any language."""

import pytest

from tests.analyse.language_facts import facts_of

CASES = [
    ("JavaScript", "it('x', () => { require('a') })", "function"),
    ("JavaScript", "x = { m() { require('a') } }", "function"),
    ("JavaScript", "x.on(function () { import('a') })", "called"),
    ("JavaScript", "function f() { return import('a') }", "called"),
    ("JavaScript", "await import('a')", "dynamic"),
    ("TypeScript", "describe('x', () => { require('a') })", "function"),
    ("PHP", "<?php f(function () { require 'a.php'; });", "function"),
    ("PHP", "<?php f(fn() => require 'a.php');", "function"),
    ("Lua", "f(function() require 'a' end)", "function"),
    ("Julia", 'f(() -> include("a.jl"))', "function"),
    ("Julia", 'f() do\n  include("a.jl")\nend', "function"),
    ("Ruby", "x = -> { require 'a' }", "function"),
    ("Ruby", "Dir.chdir(x) { require 'a' }", "module"),
    ("Rust", "fn f() { use a::b; }", "local"),
    ("C", 'int f(void) {\n#include "a.inc"\n}\n', "local"),
    ("Fortran", "subroutine f\nuse a\nend subroutine", "local"),
    ("Scala", "object O { def f = { import a.b; b } }", "local"),
    ("Python", "f = lambda: __import__('a')", "called"),
    ("Python", "def f(): __import__('a')", "called"),
    ("Python", "class A: b = __import__('a')", "dynamic"),
]


@pytest.mark.parametrize(("language", "text", "context"), CASES)
def test_what_waits_for_a_call_is_told_from_what_a_compiler_follows(
    language: str, text: str, context: str
) -> None:
    assert [i.context.value for i in facts_of(text, language).imports] == [context]
