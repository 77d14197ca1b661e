"""Lines that rules find, and lines that only resemble them, by language."""

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
