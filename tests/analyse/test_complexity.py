"""The complexity of functions, in each language whose decisions are known."""

import pytest

from sphinx_repodoc.analyse import complexity
from tests.analyse.language_facts import facts_of

C = """
int f(int a, int b) {
  for (;;) while (a && b) { if (a) b = 1; else if (b || a) a = 2; else if (1) { } }
  switch (a) { case 1: case 2: break; default: break; }
#if A && (B || !C)
  do { } while (a ? 1 : 0);
#endif
  /* if */ return "if" != 0;
}
"""
CASES = [
    ("C", C, "f 12/3/2"),
    (
        "C++",
        f"struct S {{ {C} }}; S::~S() {{ try {{ for (int i : v) {{ }} }} catch (...) {{ }} }}",
        "S.f 12/3/2, S.~S 3/2/1",
    ),
    ("Objective-C", C, "f 12/3/2"),
    (
        "Java",
        """
class A { int f(int a) { for (int i : x) { try { while (a > 0 && b) { } } catch (E e) { } }
if (a) { } else if (b) { } switch (a) { case 1: break; default: } return a ? 1 : 2; }
void g() { r(() -> { if (a) { } }); new R() { public void run() { if (a) { } } }; } }
""",
        "A.f 9/3/2, A.g 2/1/0, A.g.run 2/1/0",
    ),
    (
        "JavaScript",
        """
const f = (a) => { for (const b of a) if (b) {} else if (a ?? b) {} ; a ??= b; a += b; g(() => {
if (a) {} }) }
class A { m() { try { switch (a) { case 1: default: } } catch { return a ? 1 : b || c } } }
""",
        "f 6/2/1, A.m 5/2/0",
    ),
    (
        "TypeScript",
        """
function f(a?: number): void { if (a) { while (a) {} } }
""",
        "f 3/2/1",
    ),
    (
        "Go",
        """
package p
func (t *T) F() { for { if a && b { } else if c { } }
select { case <-x: case y <- 1: default: }
switch a { case 1: default: } }
""",
        "T.F 8/2/1",
    ),
    (
        "Rust",
        """
impl A for B { fn f<T: ?Sized>(&self) -> R { if a && b?.c()? { loop { for x in y {} } }
else if let Some(x) = y {} match z { A => 1, B if c => 2, _ => 3 // rest
} m!(a, || &&c); q::quote! { if a && b {} } } }
""",
        "B.f 11/3/2",
    ),
    (
        "C#",
        """
class A { int F() { foreach (var a in b) { if (a) { } else if (b && c) { } }
var x = y switch { 1 => 2, _ => 3, // rest
}; try { } catch (E) { }\n#if X && Y\n#endif\na ??= b; return a ?? (b ? 1 : 2); } }
""",
        "A.F 10/2/1",
    ),
    (
        "PHP",
        """
<?php function f($a) { foreach ($a as $b) { if ($a && $b) { } elseif ($c) { } else { } } $a ??= 1;
return match ($a) { 1 => 2, default => 3 }; }
""",
        "f 7/2/1",
    ),
    (
        "Ruby",
        """
def f(a)
  return if a ||= b
  while b
    begin
      next if c
    end
    case a
    when 1 then 2
    else 3
    end
  end
  a && b ? 1 : 2
rescue E
  1
end
""",
        "f 9/2/1",
    ),
    (
        "Kotlin",
        """
fun f(a: Int) { for (x in y) { if (a && b) { } else if (c) { } }
when (a) { 1 -> 2; else -> 3 } ; return a ?: b }
""",
        "f 7/2/1",
    ),
    (
        "Swift",
        """
func f() { guard a else { return }
 for x in y { if a && b { } else if c { } }
switch a { case 1: break
 default: break } }
""",
        "f 7/2/1",
    ),
    (
        "Scala",
        """
def f(a: Int) = { while (a) { if (a && b) 1 else if (c) 2 }
a match { case 1 => 2; case _ => 3 // rest
} }
""",
        "f 6/2/1",
    ),
    (
        "Lua",
        """
function f(a)
 for i = 1, 2 do if a and b then elseif c then end end
end
""",
        "f 5/2/1",
    ),
    (
        "Bash",
        """
f() { for a in b; do if c && d; then e; elif g; then h; fi; done; }
""",
        "f 5/2/1",
    ),
    (
        "Julia",
        """
function f(a)
 for i in a
 if a
 elseif b
 end
 end
 a ? 1 : 2
end
""",
        "f 5/2/1",
    ),
    (
        "Fortran",
        """
subroutine f(a)
  if (a > 0 .and. b) then
    do i = 1, 2
      do while (x)
      end do
    end do
  else if (a .OR. b) then
  else
  end if
  where (a > 0) b = 1
  select case (a)
  case (1)
  case default
  end select
  select type (a)
  type is (integer)
  class default
  end select
end subroutine
""",
        "f 9/3/2",
    ),
    (
        "Zig",
        """
fn f(a: u8) !void {
  for (x) |y| { while (z) { if (a and b) {} else if (c orelse d) {} } }
  switch (a) { 1 => {}, else => try g() catch 1, // all
    // others
  }
}
""",
        "f 10/3/2",
    ),
    (
        "Starlark",
        """
def f(a):
    for b in a:
        if a and b:
            pass
        elif c:
            pass
    return [x for x in y if x] if a else b
""",
        "f 4/2/1",
    ),
    (
        "CMake",
        """
function(f a)
  foreach(x y)
    while(z)
      if(a AND b)
      elseif(c)
      endif()
    endwhile()
  endforeach()
endfunction()
""",
        "f 5/3/2",
    ),
    (
        "Python",
        """
def f(a):
  for b in a:
    if a and b: pass
    elif c: pass
  try: pass
  except E: pass
  else: pass
  match a:
    case 1: pass
    case _: pass
  def g():
    while a: [x for x in y if x]
  return 1 if a else 2
""",
        "f 9/2/1, f.g 2/1/1",
    ),
    (
        "Python",
        """
def f(a):
  with a:
    try:
      if a: pass
    finally: pass
""",
        "f 2/1/0",
    ),
    ("Java", "class A { void f() { try { if (a) { } } finally { } } }", "A.f 2/1/0"),
    ("Bash", "f() { case $x in a) ;; b|*) ;; *) ;; esac; }", "f 3/1/0"),
    ("Julia", "f(a) = a > 1 && b || return", "f 3/0/0"),
    ("Kotlin", "fun f() { fun g() { while (a) { } }; if (b) { } }", "f 2/1/0"),
    ("Swift", "func f() { func g() { while a { } }; if b { } }", "f 2/1/0"),
    ("Scala", "def f(a: A) = { def g = { while (a) b }; if (c) 1 else 2 }", "f 2/1/0"),
    ("C#", "class A { void F() { void G() { while (a) { } } if (b) { } } }", "A.F 2/1/0"),
    ("PHP", "<?php function f() { return g(function () { if ($a) { } }); }", "f 2/1/0"),
    ("Rust", "fn f() { let Some(x) = y else { return }; }", "f 2/0/0"),
    (
        "Scala",
        "def f(a: A) = for { b <- a; c <- b } yield { if (c) 1 else for (d <- c) g(d) }",
        "f 3/2/1",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_ways_levels_and_loops_are_counted(
    monkeypatch: pytest.MonkeyPatch, language: str, text: str, expected: str
) -> None:
    monkeypatch.setattr(complexity, "MANY_WAYS", 1)
    found = facts_of(text.lstrip("\n"), language).complexities
    assert ", ".join(f"{c.symbol} {c.ways}/{c.levels}/{c.loops}" for c in found) == expected


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("IF(a) { } " + "if (a) {} " * 10, True),
        ("if (g(b, char *)) {} " * 10, True),
        ('if EQ("") return 1; else ' * 3 + "if (a) {} " * 10, False),
        ("if (a) {} " * 9, False),
        ("if (a) {} " * 10, True),
        ("for (;;) for (;;) {}", False),
        ("for (;;) for (;;) if (a) for (;;) {}", True),
        ("for (;;) for (;;) {} for (;;) {}", False),
    ],
)
def test_only_complex_functions_are_told_of(body: str, is_told: bool) -> None:  # noqa: FBT001
    assert bool(facts_of(f"int f(int a) {{ {body} }}", "C").complexities) == is_told
