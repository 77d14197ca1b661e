"""A grammar that dies, hangs or takes all memory: JSON's, with another lexer in it.

The lexer is JSON's own until a character comes that it acts on.
"""

import ctypes
import os
from collections.abc import Callable, Mapping

import tree_sitter_json

NAME = b"tree_sitter.Language"

SIZE = 400
"""Bytes of the ``TSLanguage`` of tree-sitter's ``parser.h``, and some more."""

LEXER = 144
"""Where it holds the address of the lexer."""

Lexer = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_uint16)


def _hang() -> None:
    while True:
        pass


def _allocate() -> None:
    allocate = ctypes.CDLL(None).malloc
    allocate.restype = ctypes.c_void_p
    allocate.argtypes = [ctypes.c_size_t]
    while True:
        size = 1 << 26
        place = allocate(size)
        if not place:
            os.abort()  # as tree-sitter does
        ctypes.memset(place, 1, size)


ACTS: Mapping[str, Callable[[], object]] = {
    "!": lambda: ctypes.string_at(0),
    "?": _hang,
    "&": _allocate,
}
"""What the lexer does when it comes to a character."""

_kept: list[object] = []


def language() -> object:
    """Return the grammar."""
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    make = ctypes.pythonapi.PyCapsule_New
    make.restype = ctypes.py_object
    make.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
    original = get(tree_sitter_json.language(), NAME)
    copy = ctypes.create_string_buffer(ctypes.string_at(original, SIZE), SIZE)
    place = ctypes.c_void_p.from_buffer(copy, LEXER)
    lex = Lexer(place.value or 0)

    def act(lexer: int, state: int) -> bool:
        character = chr(ctypes.c_int32.from_address(lexer).value)
        ACTS.get(character, lambda: None)()
        return bool(lex(lexer, state))

    wild = Lexer(act)
    place.value = ctypes.cast(wild, ctypes.c_void_p).value
    _kept.extend((copy, lex, wild))
    grammar: object = make(ctypes.addressof(copy), NAME, None)
    return grammar
