"""Which files imports lead to where they name packages."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.relate.imports import resolve
from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

JAVA: Mapping[str, str] = {
    "src/org/a/Outer.java": "package org.a;\nclass Outer { class Inner {} static int f() {} }\n",
    "src/org/a/Twice.java": "package org.a;\nclass Twice {}\n",
    "test/org/a/Twice.java": "package org.a;\nclass Twice {}\n",
    "src/org/b/B.java": "package org.b;\nclass B {}\n",
    "jvm/T.kt": "package one\nactual class T\n",
    "js/T.kt": "package one\nactual class T\n",
    "heap.jl": "function Base.length(h::Heap)\nend\n",
    "m.f90": "module Physics\nreal :: speed\nend module\n",
}

PHP: Mapping[str, str] = {
    "src/A.php": "<?php\nnamespace One\\Two\\Three;\nclass A { const X = 1; }\n",
    "src/f.php": "<?php\nnamespace One;\nfunction f() {}\n",
}

PHP_CASES = [
    ("x.php", "<?php\nuse One\\Two\\Three\\A;", ["src/A.php src/A.php::A"]),
    ("x.php", "<?php\nuse function One\\f;", ["src/f.php src/f.php::f"]),
    ("x.php", "<?php\nuse Closure;\nuse Other\\B;", ["not found", "third party"]),
    ("src/x.php", "<?php\nrequire 'f.php';", ["src/f.php"]),
    ("x.php", "<?php\nuse One\\Two\\Three\\A\\B;", ["not found"]),
    ("x.php", "<?php\nuse One\\Two\\Four\\B;", ["third party"]),
    ("x.php", "<?php\nuse One\\Two\\Three\\Four\\B;", ["not found"]),
]

CASES = [
    ("x.java", "import org.a.Outer;", ["src/org/a/Outer.java src/org/a/Outer.java::Outer"]),
    (
        "x.java",
        "import org.a.Outer.Inner;",
        ["src/org/a/Outer.java src/org/a/Outer.java::Outer.Inner"],
    ),
    (
        "x.java",
        "import static org.a.Outer.f;",
        ["src/org/a/Outer.java src/org/a/Outer.java::Outer.f"],
    ),
    (
        "x.java",
        "import javax.swing.JFrame;\nimport javax.inject.Inject;\nimport org.w3c.dom.Node;",
        ["standard library", "third party", "standard library"],
    ),
    ("x.java", "import org.a.Twice;\nimport org.a.None;", ["not found"] * 2),
    ("x.kt", "import one.T.Companion.f\nimport one.more.U", ["not found", "third party"]),
    ("x.java", "import org.b.*;", ["src/org/b"]),
    ("x.java", "import org.a.*;", ["this repository"]),
    ("x.java", "import java.util.List;\nimport org.c.C;", ["standard library", "third party"]),
    (
        "src/org/b/x.scala",
        "package org.b\nimport B.INSTANCE._\nimport C.INSTANCE._",
        ["not found", "third party"],  # the former may mean what is beside it
    ),
    ("x.jl", "import Base.length\nusing Base: length", ["standard library"] * 2),
    ("x.f90", "program p\nuse physics, only: SPEED\nend", ["m.f90 m.f90::Physics.speed"]),
    ("x.f90", "program p\nuse iso_c_binding\nuse other\nend", ["standard library", "not found"]),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_an_import_leads_to_the_one_file_that_defines_it(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, JAVA, name, text) == expected


@pytest.mark.parametrize(("name", "text", "expected"), PHP_CASES)
def test_a_name_of_php_leads_to_the_one_file_that_defines_it(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, PHP, name, text) == expected


ELSEWHERE = {
    "src/a.cs": "namespace System.Runtime { class Shim {} }\n",
    "src/b.cs": "namespace A.B.C { class D {} }\n",
    "src/flow.kt": "package org.a\nfun flow() {}\n",
    "src/b.kt": "package org.a.flow\nclass B\n",
}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x.cs", "using System;", "standard library"),
        ("x.cs", "using System.Runtime;", "standard library"),
        ("x.cs", "using System.Text.Json;", "standard library"),
        ("x.cs", "using System.Data.SQLite;", "not found"),
        ("x.cs", "using Dapper.Contrib;", "third party"),
        ("x.cs", "using B.C;", "not found"),
        ("x.cs", "using static B.C.D;", "not found"),
        ("x.cs", "using D = Microsoft.CSharp.RuntimeBinder.Binder;", "not found"),
        ("x.kt", "import kotlinx.cinterop.CPointer", "standard library"),
        ("x.kt", "import kotlinx.coroutines.delay", "third party"),
        ("x.kt", "import kotlin.math.PI", "standard library"),
        ("x.kt", "import kotlin.test.Test", "not found"),
        ("x.scala", "import scala.collection.mutable", "standard library"),
        ("x.scala", "import scala.xml.Elem", "not found"),
        ("x.scala", "import collection.mutable.ListBuffer\n", "not found"),
        ("x.scala", "import io.netty.Buffer", "third party"),
        ("x.kt", "import org.a.flow.*", "src"),
        ("x.kt", "import org.a.flow.C", "not found"),
        ("x.kt", "import org.a.databinding.C", "not found"),
        ("x.kt", "import org.z.C", "third party"),
    ],
)
def test_what_comes_with_a_language_is_told_from_what_may_come_from_elsewhere(
    analyse: Analyse, name: str, text: str, expected: str
) -> None:
    assert resolve_in(analyse, ELSEWHERE, name, text) == [expected]


@pytest.mark.parametrize(
    ("name", "text", "outsider"),
    [
        ("x.php", "<?php\nuse Psr\\Log\\LoggerInterface;", "Psr\\Log"),
        ("x.cs", "using Microsoft.Data.SqlClient;", "Microsoft.Data.SqlClient"),
        ("x.cs", "using global::Microsoft.Data;", "Microsoft.Data"),
        ("x.java", "import org.junit.Test;", "org.junit"),
        ("x.kt", "import org.junit.of", "org.junit"),
        ("x.kt", "import org.junit.of.*", "org.junit.of"),
        ("x.java", "import static org.junit.Test.of;", "org.junit"),
        ("x.scala", "import org.junit.of", "org.junit.of"),
    ],
)
def test_what_is_outside_is_called_as_its_language_writes_it(
    analyse: Analyse, name: str, text: str, outsider: str
) -> None:
    (found,) = resolve(analyse({name: f"{text}\n"}))[PurePosixPath(name)]
    assert found.outsider == outsider
