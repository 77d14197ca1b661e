"""What the rules find in languages beside Python, and what they must not."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.findings import read_shapes
from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.analyse.rule_files import find_ruled
from sphinx_repodoc.model.files import ROOT, FileKind, SourceFile, Span
from tests.analyse.language_facts import facts_of

CASES = Path(__file__).parent / "cases" / "rules"
MARK = re.compile(r"\s*(?://|--|#|!) -> (.*)")
"""What stands in a case behind a line: the rules that it fires, each with its subject."""

WRITTEN_IN = {
    "bash.sh": "Bash",
    "csharp.cs": "C#",
    "fortran.f90": "Fortran",
    "go.go": "Go",
    "java.java": "Java",
    "javascript.js": "JavaScript",
    "julia.jl": "Julia",
    "kotlin.kt": "Kotlin",
    "kotlin_open.kt": "Kotlin",
    "lua.lua": "Lua",
    "lua_bound.lua": "Lua",
    "objc.m": "Objective-C",
    "php.php": "PHP",
    "ruby.rb": "Ruby",
    "rust.rs": "Rust",
    "scala.scala": "Scala",
    "scala_open.scala": "Scala",
    "sql.sql": "SQL",
    "swift.swift": "Swift",
    "typescript.ts": "TypeScript",
    "zig.zig": "Zig",
}
C = """
union u { int a; };
struct s { int bits : 3; void (*call)(int); };
#include <immintrin.h>
void f(void) {
  goto end; end: setjmp(b); pthread_create(a); fork(); gets(s); strcpy(a, b); system(a); mktemp(a);
  asm volatile ("nop");
#pragma omp parallel for
  for (;;) { }
}
"""
FIRED = {
    "C": (
        C,
        (
            "2 c/union u|3 c/bit-field s.bits|3 c/function-pointer s.call|4 c/simd |6 c/goto f|"
            "6 c/setjmp setjmp|6 c/threads pthread_create|6 c/processes fork|6 c/gets gets|"
            "6 c/unbounded-copy strcpy|6 c/shell system|6 c/temporary-name mktemp|"
            "7 c/inline-assembly f|8 c/openmp f"
        ),
    ),
    "C++": (
        (
            "template <class T> class A { ~A() { f([] { return 1; }); } };\n"
            "template <class T> concept K = true;\n"
            "int f() { co_return *reinterpret_cast<int *>(p); }\n"
        ),
        (
            "1 cpp/template A|1 cpp/destructor A.~A|1 cpp/lambda A.~A|2 cpp/concept K|"
            "3 cpp/coroutine f|3 cpp/reinterpret-cast f"
        ),
    ),
    "CUDA": ("void f() { k<<<1, 2>>>(a); }\n", "1 cuda/launch f"),
    "Go": (
        (
            'package p\n\nimport (\n\t"os/exec"\n\tu "unsafe"\n\t"sync/atomic"\n)\n\n'
            "type A[T any] struct {\n\tB\n\tc int\n}\n\n"
            "func F() {\n\tdefer func() { recover() }()\n\tgo run()\n\tc := make(chan int)\n"
            "\tselect {\n\tcase <-c:\n\t}\n"
            "\texec.Command(s)\n\tu.Pointer(a)\n\tatomic.AddInt32(a, 1)\n"
            "\tx := tls.Config{InsecureSkipVerify: true}\n}\n"
        ),
        (
            "9 go/generic A|10 go/embedding A|15 go/deferred-call F|15 go/recover recover|"
            "16 go/goroutine F|17 go/channel make|18 go/select F|21 go/command exec.Command|"
            "22 go/unsafe u.Pointer|23 go/atomic atomic.AddInt32|24 go/unverified-tls F"
        ),
    ),
    "JavaScript": (
        (
            'const { exec } = require("node:child_process");\n'
            "function* g() {}\nasync function h() {}\n"
            "Promise.all(a);\nnew Worker(a);\neval(a);\nnew Function(a);\na.innerHTML = b;\n"
            "exec(a);\nnew Proxy(a, b);\n"
        ),
        (
            "2 javascript/generator g|3 javascript/async h|4 javascript/concurrent Promise|"
            "5 javascript/worker Worker|6 javascript/eval eval|7 javascript/eval Function|"
            "8 javascript/inner-html |9 javascript/shell exec|10 javascript/proxy Proxy"
        ),
    ),
    "TypeScript": (
        "abstract class A {}\ntype B<T> = T extends A ? 1 : 2;\n",
        "1 typescript/abstract-class A|2 typescript/conditional-type B",
    ),
    "Rust": (
        (
            "use std::thread;\nimpl A for B {}\nmacro_rules! m { () => {} }\nasync fn f() {}\n"
            "extern \"C\" {}\nstruct S<'a>(&'a str);\n#[inline(always)]\nunsafe fn g() {}\n"
            "fn h() { thread::spawn(|| 1); unsafe { g() } }\n"
        ),
        (
            "2 rust/trait-implementation B|3 rust/macro m|4 rust/async f|5 rust/foreign-functions |"
            "6 rust/generic S|7 rust/inline |8 rust/unsafe g|9 rust/threads thread::spawn|"
            "9 rust/unsafe h"
        ),
    ),
    "Java": (
        (
            "import java.io.ObjectInputStream;\n"
            "record R(int a) {}\nsealed interface S permits T {}\n"
            "@interface N {}\ninterface I { default void m() {} }\n"
            "class C { synchronized void f() { try (A a = b) { synchronized (a) { } }\n"
            "new ObjectInputStream(x); } }\n"
        ),
        (
            "2 java/record R|3 java/sealed S|4 java/annotation-type N|5 java/default-method I.m|"
            "6 java/synchronized C.f|6 java/try-with-resources C.f|6 java/synchronized C.f|"
            "7 java/deserialization ObjectInputStream"
        ),
    ),
    "PHP": (
        (
            "<?php\ntrait T {}\nenum E {}\nfunction g() { yield 1; yield 2; }\n"
            "eval($a);\nexec($a);\n`ls`;\n"
            "unserialize($a);\n"
        ),
        (
            "2 php/trait T|3 php/enum E|4 php/generator g|5 php/eval |6 php/shell exec|"
            "7 php/shell |8 php/deserialization unserialize"
        ),
    ),
    "Ruby": (
        (
            "module M; refine String do\nend; end\ndef method_missing(a)\nend\n"
            "Thread.new { 1 }\n`ls`\nMarshal.load(a)\n"
        ),
        (
            "1 ruby/refinement |3 ruby/method-missing method_missing|5 ruby/threads Thread|"
            "6 ruby/shell |7 ruby/unmarshalling Marshal"
        ),
    ),
    "C#": (
        (
            "record R(int A);\nclass C { async Task F() { lock (a) { } unsafe { } }\n"
            "IEnumerable<int> G() { yield return 1; } }\n"
        ),
        (
            "1 csharp/record R|2 csharp/async C.F|2 csharp/lock C.F|2 csharp/unsafe C.F|"
            "3 csharp/iterator C.G"
        ),
    ),
}
SILENT = [
    ("C", '/* gets(s); */ char *t = "strcpy(a, b)";\nint f(void) { return a.system(b); }'),
    ("C", "static char *gets(char *s) { return s; }\nvoid f(void) { gets(s); }"),
    ("C", "void f(int (*system)(int)) { system(1); }"),
    ("C", "int f(void) { return system(NULL) || system(0); }"),
    ("C++", "void f() { a.system(b); ns::strcpy(a, b); }"),
    ("C++", "template <> struct A<int> { };"),
    ("C++", "struct A {\n  CONSTEXPR A() noexcept : b_(), c_{} {}\n};"),
    ("C++", "struct A { int a : b(); };"),
    ("Go", 'package p\nimport "my/exec"\nfunc f() { exec.Command(s); var recover = 1; recover() }'),
    ("Go", "package p\nvar a = tls.Config{InsecureSkipVerify: false}"),
    ("JavaScript", 'import { exec } from "./mine"; exec(a); a.eval(b); /x/.exec(c);'),
    ("JavaScript", "function f(eval) { eval(a); }\nclass Worker {}\nnew Worker(a);"),
    ("JavaScript", 'a.innerHTML = "<b>text</b>"; const b = { innerHTML: c };'),
    ("JavaScript", 'import fs from "fs";\nclass A { m(fs) { fs.readFileSync(a); } }'),
    ("JavaScript", 'const { exec } = require("child_process");\nconst f = (exec) => exec(a);'),
    ("Go", 'package p\nimport "os/exec"\nfunc f(exec Runner) { exec.Command(s) }'),
    ("Kotlin", "import kotlin.concurrent.thread\nfun f(thread: (Int) -> Unit) { thread(1) }"),
    ("Rust", "use std::thread::spawn;\nfn f(spawn: fn()) { spawn(); }"),
    ("TypeScript", "interface A { unsafe: boolean }"),
    ("Go", "package p\nfunc f() { select {} }"),
    ("Rust", "#[inline(never)]\nfn f() {}"),
    ("Rust", 'mod thread;\nfn f() { thread::spawn(1); } // unsafe { }\nconst A: &str = "unsafe";'),
    ("C", 'extern int f(void) __asm__("g");\nint x asm("y");'),
    ("Java", "import my.ObjectInputStream; class A { void f() { new ObjectInputStream(); } }"),
    ("PHP", "<?php\nuse function My\\exec;\nexec($a); $b->exec($c); My\\system($d); // eval($a);"),
    ("Ruby", "class Mutex; end\ndef eval(node)\nend\nMutex.new\neval(a)\n"),
    ("Ruby", "# `ls`\nthread.new { 1 }\nJSON.load(a)\n"),
    (
        "C#",
        "class Thread { }\nclass MD5 { }\nclass C { void F() { Thread.Sleep(1); MD5.Create(); } }",
    ),
    ("C#", "class C { string async; void F(int unsafe_) { } }"),
    ("Bash", "set -- -e\nset a -e\nset +e\nset -u -- -e\ntrap '-' EXIT"),
    ("C", "struct s { unsigned : 0; };"),
    ("C", "struct s { State state{State::STOP}; };\nstruct t { a ? b : C; };"),
    ("C++", "class A { Q_OBJECT Q_SIGNALS : INT a; };"),
    ("C++", "struct A { ~A() = delete; };\ntemplate </* all */> struct B<int> { };"),
    ("Lua", "setmetatable(a, nil)"),
    ("Zig", "const a: union(enum) { b } = .b;\nconst c: packed struct { d: u8 } = .{ .d = 1 };"),
    ("PHP", "<?php\nuse My\\Attribute;\n#[Attribute] class C { }\n#[My\\Attribute] class D { }"),
    ("Ruby", "refine(Query) { }\nbuilder.define_method(:a) { }\nb.method.define_method(:a) { }"),
    ("Ruby", "class A\n  B.include Enumerable\nend"),
    (
        "JavaScript",
        "function f({ Proxy, a: [eval], ...Worker }) { new Proxy(eval(1), new Worker(2)); }",
    ),
    ("JavaScript", 'import fs from "fs";\nconst f = ({ a: { fs } }) => fs.readFileSync(1);'),
    ("Go", "package p\nfunc f() { recover := g; recover() }"),
    ("Go", "package p\nfunc f() { for _, recover := range x { recover() } }"),
    ("Go", "package p\nfunc f() { switch recover := x.(type) { default: recover() } }"),
    ("Go", "package p\nfunc f() { var a, recover = g(); recover(a) }"),
    ("C++", "void f(F &&longjmp) { auto [setjmp, a] = g(); longjmp(setjmp(a)); }"),
    ("Lua", "for _, pcall in ipairs(a) do pcall(b) end"),
    ("Rust", "use std::thread;\nfn f((thread, a): (A, B)) { thread::spawn(a); }"),
    ("Swift", "func f() { let unsafeBitCast = a; unsafeBitCast(b) }"),
    ("Kotlin", "fun f() { val (synchronized, b) = a; synchronized(b) { } }"),
    ("Rust", "impl !Send for A {}\nimpl<T: ?Sized> !Sync for B<T> {}"),
]
STOPS = ("-e", "-u -e", "-Eeuo pipefail", "-o pipefail -e", "-uo errexit", "+x -e")
"""Options of `set` by which the shell ends at errors."""

AROUND = [
    ("Go", "func f() { go func() { defer g() }() }", "go/deferred-call "),
    ("PHP", "function f() { $g = function () { yield 1; yield 2; }; }", "php/generator "),
    ("PHP", "function g() { $f = fn() => 1; yield 1; }", "php/generator g"),
    ("C#", "class A { B F() { B L() { yield return 1; } } }", "csharp/iterator "),
    ("C++", "void f() { g([]() -> T { co_return; }); }", "cpp/coroutine "),
    ("C++", "T f() { g([] { }); co_return; }", "cpp/coroutine f"),
]
"""What the rule is about is the function right around, which may have no name."""


def _show(language: str, text: str) -> str:
    findings = facts_of(text, language).findings
    return "|".join(f"{f.span.line} {f.rule} {f.subject}" for f in findings)


@pytest.mark.parametrize("language", FIRED)
def test_each_rule_is_told_with_its_line_and_subject(language: str) -> None:
    text, expected = FIRED[language]
    assert sorted(_show(language, text).split("|")) == sorted(expected.split("|"))


def _marks(line: str) -> list[str]:
    found = MARK.search(line)
    return found[1].split(" | ") if found else []


def _marks_in(text: str) -> list[str]:
    return [mark for line in text.splitlines() for mark in _marks(line)]


@pytest.mark.parametrize("name", WRITTEN_IN)
def test_findings_stand_where_the_case_says_and_nowhere_else(name: str) -> None:
    lines = (CASES / name).read_text().splitlines()
    facts = facts_of("\n".join(MARK.sub("", line) for line in lines) + "\n", WRITTEN_IN[name])
    rows = [(n, mark) for n, line in enumerate(lines, 1) for mark in _marks(line)]
    found = [(f.span.line, f"{f.rule} {f.subject}".strip()) for f in facts.findings]
    assert sorted(found) == sorted(rows)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_only_resembles_is_silent(language: str, text: str) -> None:
    assert _show(language, text) == ""


def test_a_name_that_is_only_used_beside_others_keeps_its_meaning() -> None:
    text = "const { Proxy: a, b = Proxy } = c, d = [Proxy];\n/Proxy/.test(d);\nnew Proxy(a, b);"
    assert _show("JavaScript", text) == "3 javascript/proxy Proxy"


@pytest.mark.parametrize("options", STOPS)
def test_the_options_of_a_shell_are_read_wherever_they_stand(options: str) -> None:
    assert _show("Bash", f"set {options}") == "1 bash/stop-at-errors set"


@pytest.mark.parametrize(("language", "text", "expected"), AROUND)
def test_only_the_function_right_around_is_named(language: str, text: str, expected: str) -> None:
    head = {"Go": "package p; ", "PHP": "<?php "}.get(language, "")
    rule = expected.partition(" ")[0]
    found = _show(language, head + text).split("|")
    assert [row for row in found if rule in row] == [f"1 {expected}"]


def test_the_blanks_that_a_grammar_counts_in_are_no_lines_of_a_finding() -> None:
    text = "object A:\n  extension (a: Int)\n    def f = a\n\n  extension (b: Int)\n    def g = b\n"
    spans = [finding.span for finding in facts_of(text, "Scala").findings]
    assert spans == [Span(2, 3), Span(5, 6)]


def test_languages_have_rules_in_sections_or_none() -> None:
    used = ("Python", "SQL", "Makefile", "Markdown", "Unknown")
    files = [SourceFile(ROOT, FileKind.TEXT, language=name) for name in used]
    every = ("patterns", "performance", "security")
    assert find_ruled(files, LANGUAGES) == {"Python": every, "SQL": every}


def test_every_rule_says_in_which_section_and_why_and_has_a_case() -> None:
    fired = {rule for _, rows in FIRED.values() for rule in re.findall(r"\d+ (\S+) ", rows)}
    marked = [m for name in WRITTEN_IN for m in _marks_in((CASES / name).read_text())]
    fired |= {mark.split()[0] for mark in marked}
    names = [file.name for file in files("sphinx_repodoc.analyse").joinpath("rules").iterdir()]
    shapes = [s for name in names for s in read_shapes(name.removesuffix(".toml"))]
    rules = [rule for s in shapes for rules in (s.unnamed, *s.named.values()) for rule in rules]
    for rule in rules:
        assert rule.id in fired or rule.id.startswith("python/")
        assert rule.section in {"patterns", "performance", "security"}
        assert rule.reason.endswith(".")
        assert rule.reference.startswith("https://")
        assert bool(rule.severity) == (rule.section == "security")
