"""What is in a CUDA file, beside what C++ has."""

import pytest

from tests.analyse.language_facts import facts_of, heads_of, kinds_of

KINDS = [
    ("__global__ void k(int *a) { int x; }", {"k": "kernel"}),
    ("__global__ void k(int *);", {"k": "kernel"}),
    ("template <class T> __global__ void k(T *a);", {"k": "kernel"}),
    ("namespace n { __global__ void k(); }", {"n": "namespace", "n.k": "kernel"}),
    ("__device__ __forceinline__ float f(float x);", {"f": "prototype"}),
    ("__shared__ int s[3]; __constant__ float c;", {"s": "variable", "c": "variable"}),
    ("void f() { k<<<1, 2>>>(0); }", {"f": "function"}),
    (
        "struct __align__(8) A { int x; }; typedef struct __align__(8) { int y; } B;",
        {"A": "struct", "A.x": "member", "B": "typedef", "B.y": "member"},
    ),
    (
        "struct A { __host__ __device__ A(); __device__ int f(); };",
        {"A": "struct", "A.A": "constructor", "A.f": "method"},
    ),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "CUDA") == kinds


@pytest.mark.parametrize("text", ["", "// __global__ void k();", "k<<<1, 2>>>(0);"])
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "CUDA").symbols == ()


def test_heads_are_as_written() -> None:
    text = 'extern "C" __global__ void __launch_bounds__(256) k(int *a)\n{\n}'
    assert heads_of(text, "CUDA") == [text.partition("\n")[0]]
