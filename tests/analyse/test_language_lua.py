"""What is in a Lua file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("function f() end\nlocal function g() end", {"f": "function", "g": "function"}),
    ("function M.a.f() end\nfunction M.a:g() end", {"M.a.f": "function", "M.a.g": "method"}),
    ("M.f = function() end\nlocal g = function() end", {"M.f": "function", "g": "function"}),
    ("local a, b = 1\nlocal c\nD = 2", dict.fromkeys("abcD", "variable")),
    ("local a <const> = 1\nM.b = 2", {"a": "variable", "M.b": "field"}),
    (
        "local t = { a = 1, f = function() end, ['g-h'] = function() end, [1] = 2 }",
        {"t": "variable", "t.f": "function", "t.g-h": "function"},
    ),
    (
        "M.t = { u = { f = function() end } }",
        {"M.t": "field", "M.t.u.f": "function"},
    ),
    (
        "local A = class({ f = function() end })\nsetmetatable(A, { __call = function() end })",
        {"A": "variable", "A.f": "function", "A.__call": "function"},
    ),
    ("return { f = function() end, g = g }", {"f": "function"}),
    (
        "function f() local x; y = 2; t = { h = function() end }; local function g() end end",
        {"f": "function", "f.g": "function"},
    ),
    (
        "local s = [[\nfunction no() end\n]]\nfunction yes() end",
        {"s": "variable"} | {"yes": "function"},
    ),
    ("function ok() end\nfunction broken(\n", {"ok": "function"}),
]

NOTHING = [
    "",
    "-- function f() end\n--[[ function g() end ]]\n--[==[\nlocal x = 1\n]==]",
    "local a = require 'b'",
    "describe('a', function() local b = 1; c = { d = function() end } end)",
    "f({ g = function() end })\nif a then b = 1 end",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Lua") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Lua").symbols == ()


def test_heads_are_as_written() -> None:
    text = (
        "local function f(a,\n  ...) end\nfunction M.a:g(b) end\nlocal h = function(c) end\n"
        "local i <close> = j()\nM.k = { l = 1 }\n"
    )
    assert heads_of(text, "Lua") == [
        "local function f(a, ...)",
        "function M.a:g(b)",
        "local h = function(c)",
        "local i",
        "M.k",
    ]


def test_a_comment_right_above_documents() -> None:
    text = (
        "#!/usr/bin/env lua\n--- The module.\n-- @module m\n\nlocal a = require 'a'\n\n"
        "--- Adds.\n-- @param b number\nlocal function f(b) end\n\n--[==[ Of x. ]==]\nlocal x = 1\n"
    )
    assert facts_of(text, "Lua").documentation == "The module."
    assert symbol_of(text, "Lua", "f").documentation == "Adds."
    assert symbol_of(text, "Lua", "x").documentation == "Of x."


def test_imports_with_their_names() -> None:
    text = (
        "local a = require \"b.c\"\nlocal d = require('e').f\nrequire [[g]]\n"
        "local ok, h = pcall(require, 'i')\ndofile('j.lua')\nrequire(k)\nx.require('l')\n"
    )
    assert imports_of(text, "Lua") == [
        ("b.c as a", []),
        ("e", ["f as d"]),
        ("g", []),
        ("i", []),
        ("j.lua", []),
    ]
    found = facts_of(text, "Lua").imports
    assert [i.context.value for i in found] == [*["module"] * 3, "conditional", "module"]
    assert found[-1].keyword == "dofile"


@pytest.mark.parametrize(
    ("text", "exports"),
    [
        ("local M = {}\nfunction M.f() end\nreturn M", ("M",)),
        ("return setmetatable(M, { a = 1 })", ("M",)),
        ("return { f = f, g = 1, 2 }", ("f", "g")),
        ("function f() return g end", None),
    ],
)
def test_a_module_exports_what_it_returns(text: str, exports: tuple[str, ...] | None) -> None:
    assert facts_of(text, "Lua").exports == exports


def test_the_return_is_where_that_is_said() -> None:
    facts = facts_of("local M = {}\nreturn M\n", "Lua")
    assert (facts.exports_word, facts.exports_span) == ("return", Span(2, 2))


def test_local_names_are_not_public() -> None:
    text = "local function a() end\nlocal b = 1\nfunction c() end\nd = 2\nlocal e = function() end"
    assert [s.name for s in facts_of(text, "Lua").symbols if s.is_public] == ["c", "d"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("describe('a', function() it('b', function() end); it('c') end)", ["busted b"]),
        (
            "local lu = require('luaunit')\nfunction testA() end\nfunction TestB:test_c() end",
            ["LuaUnit testA", "LuaUnit TestB.test_c"],
        ),
        ("function testA() end", []),
    ],
)
def test_tests_are_found_with_their_framework(text: str, found: list[str]) -> None:
    assert [f"{t.framework} {t.name}" for t in facts_of(text, "Lua").tests] == found


def test_lines_are_counted() -> None:
    text = "-- c\n\n--[[ a\n\nb ]]\nlocal s = [[\n\n]] -- d\n"
    assert facts_of(text, "Lua").lines == LineCounts(code=3, comment=4, blank=1)
