"""CUDA: C++ with kernels."""

from dataclasses import replace

from sphinx_repodoc.analyse.languages import cpp
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

SYNTAX: Syntax = replace(
    cpp.SYNTAX,
    module="tree_sitter_cuda",
    queries=(query_file("cuda.scm"), *cpp.SYNTAX.queries),
)
