"""The description in a documentation comment, apart from its tags, as plain text.

What stands in back quotes or between stars is shown as code and emphasis later, so the inline tags
of Doxygen, Javadoc and their kin become that.
"""

import re
from collections.abc import Iterator

DESCRIBING = frozenset({"brief", "short", "details", "description", "desc", "summary", "abstract"})
"""Block tags whose text describes the thing itself."""

NAMING = (
    "addtogroup class def defgroup dir enum file fileoverview fn headerfile ingroup interface "
    "module name namespace overload package property struct typedef union var weakgroup"
)
"""Block tags that say what is described, and end with their line."""

BLOCK = re.compile(r"[@\\]([A-Za-z]+)(?:\[[a-z,]*\])?(?:\s+|$)")
"""A block tag at the start of a line, as of JSDoc and Doxygen."""

BRACED = re.compile(r"\{@(\w+)\s+([^{}]*)\}")
"""An inline tag of Javadoc and JSDoc."""

FENCE = ("```", "~~~")
"""What stands before and after an example in Markdown."""

WORD = re.compile(r"[@\\](?:c|p|a|ref|link|e|em|b)\s+([\w:.~#()]*[\w:)~#])")
"""An inline command of Doxygen and the word that it marks."""


def describe_tags(text: str) -> str:
    """Return what is said outside of block tags, and inside of those that describe.

    A tag ends at an empty line, or where the next begins.
    """
    lines = list(_without_tags(text.split("\n")))
    joined = "\n".join(lines).strip("\n")
    return WORD.sub(r"`\1`", BRACED.sub(_write_braced, joined))


def before_tags(text: str) -> str:
    """Return the lines before the first block tag, as Javadoc and its kin mean them.

    In examples between fences there are no tags.
    """
    kept: list[str] = []
    is_example = False
    for line in text.split("\n"):
        bare = line.lstrip()
        is_example ^= bare.startswith(FENCE)
        if not is_example and bare[:1] == "@" and bare[1:2].isalpha():
            break
        kept.append(line)
    return "\n".join(kept).strip("\n")


def _without_tags(lines: list[str]) -> Iterator[str]:
    is_kept = True
    for line in lines:
        match = BLOCK.match(line.lstrip())
        if match and not WORD.match(line.lstrip()):
            tag = match[1].lower()
            if tag in DESCRIBING:
                yield line.lstrip()[match.end() :]
            is_kept = tag in DESCRIBING or tag in NAMING.split()
        elif not line.strip():
            is_kept = True
            yield ""
        elif is_kept:
            yield line


def _write_braced(match: re.Match[str]) -> str:
    """Write an inline tag: a link by its label, anything else as code."""
    target, _, label = match[2].strip().partition(" ")
    if match[1].startswith("link") or match[1] == "see":
        return (
            (label or target).strip("| ") if label else f"`{target.replace('#', '.').strip('.')}`"
        )
    return f"`{match[2].strip()}`"
