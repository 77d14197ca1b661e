"""The test frameworks that the syntax of a file shows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Framework(NamedTuple):
    """A test framework, and why a file is known to be written for it."""

    name: str
    reason: str
    """One sentence."""


FRAMEWORKS: Mapping[str, Framework] = MappingProxyType(
    {
        "testing": Framework("go test", "Its functions have the names and parameters of tests."),
    }
)
"""By the names that queries give them."""
