"""What the scripts of an npm package start."""

import re
from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase

BETWEEN = re.compile(r"[\s;&|()\"'`=]+")

SUFFIX = re.compile(r"\.[cm]?js$")


def starts(scripts: Mapping[str, str], name: str, programs: Collection[str]) -> bool:
    """Whether a script names one of some programs, or another script that does."""
    seen, waiting = {name}, [name]
    while waiting:
        words = [word for word in BETWEEN.split(scripts.get(waiting.pop(), "")) if word]
        called = (SUFFIX.sub("", word).rpartition("/")[2].lstrip("_") for word in words)
        if not programs or not set(called).isdisjoint(programs):
            return True
        named = {each for each in scripts if any(fnmatchcase(each, word) for word in words)}
        waiting += named - seen
        seen |= named
    return False
