abstract type A{T} <: B end  # -> julia/abstract-type A
mutable struct M end  # -> julia/mutable M
struct S{T} <: A{T} end  # -> julia/parametric S
macro m(x) end  # -> julia/macro m
@generated function g(x) end  # -> julia/generated
function f(x)
    Threads.@threads for i in x end  # -> julia/threads f
    Threads.@spawn g(x)  # -> julia/tasks f
    @async g(x)  # -> julia/tasks f
    @simd for i in x end  # -> julia/simd f
    @inbounds x[1]  # -> julia/unchecked-index f
    eval(x)  # -> julia/eval eval
    ccall(:puts, Cint, (Cstring,), x)  # -> julia/foreign-functions ccall
    unsafe_load(x)  # -> julia/unsafe unsafe_load
    run(`ls $x`)  # -> julia/command run
    run(x); @inner x; parse(Int, x); Mine.eval(x)
end
@inline h(x) = 1  # -> julia/inline
