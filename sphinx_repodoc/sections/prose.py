"""Documentation that a file holds, shown safely: none of its markup is run."""

import re

from sphinx_repodoc.model.prose import is_adornment
from sphinx_repodoc.sections.content import Block, Emphasis, Inline, Literal, LiteralBlock, Strong
from sphinx_repodoc.sections.lists import paragraph

MARKUP = re.compile(
    r"""
    ``(.+?)``
    | (?:(?<!\w):[a-zA-Z][\w.+:-]*:)?`~?([^`\n]+)`_{0,2}
    | (?<![^\s'"(\[{<\-/:]) (\*\*?) (?=[^\s*]) ([^*`\n]*[^\s*`\\]) \3 (?![^\s'")\]}>\-/:.,;!?])
    """,
    re.VERBOSE,
)
"""The inline markup that all styles share: text in double or single back quotes, with the role that
reST may put before it, and words between stars, by the rules of reST for where these may stand."""

ENDINGS = (".", "!", "?", ":", ";", "…", '."', ".)", "。")
"""What ends a sentence."""

CONTROL_PICTURES = {code: 0x2400 + code for code in range(32) if code not in {9, 10}} | {
    0x7F: 0x2421,
    0xFFFE: 0xFFFD,
    0xFFFF: 0xFFFD,
}
"""Characters that XML forbids or terminals act on, and the signs that stand for them."""


def visible(text: str) -> str:
    """Show control characters as signs, so that nothing is dropped and no output is broken."""
    return text if text.isprintable() else text.translate(CONTROL_PICTURES)


def blocks(text: str) -> list[Block]:
    """Turn documentation into paragraphs; what is indented or listed keeps its lines."""
    chunks: list[list[str]] = [[]]
    for line in visible(text).split("\n"):
        if line.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [block for chunk in chunks if chunk for block in _blocks(chunk)]


def inline(text: str) -> list[Inline]:
    """Turn one line of documentation into text, code, and words that stand out."""
    pieces: list[Inline] = []
    end = 0
    text = visible(text)
    for match in MARKUP.finditer(text):
        pieces += [text[end : match.start()], _marked(match)]
        end = match.end()
    return [piece for piece in (*pieces, text[end:]) if piece != ""]


def sentence(text: str) -> list[Inline]:
    """Write what stands before another sentence: it ends with a full stop or the like."""
    return inline(text) if text.endswith(ENDINGS) else [*inline(text), "."]


def _marked(match: re.Match[str]) -> Inline:
    """Show what stands between marks; of a reST link with its URL, the text."""
    if match[3]:
        return Strong(match[4]) if match[3] == "**" else Emphasis(match[4])
    label, bracket, _ = (match[2] or "").partition(" <")
    if bracket and match[0].endswith((">`_", ">`__")):
        return label
    return Literal(match[1] or match[2])


def _blocks(lines: list[str]) -> list[Block]:
    if len(lines) > 1 and is_adornment(lines[1]) and not lines[0].startswith((" ", "\t")):
        title = Strong(lines[0].strip())
        return [paragraph(title), *(_blocks(lines[2:]) if lines[2:] else [])]
    return [_block(lines)]


def _block(lines: list[str]) -> Block:
    if any(_keeps_its_shape(line) for line in lines):
        return LiteralBlock("\n".join(lines), classes=("repodoc-doc",))
    return paragraph(*inline(" ".join(line.strip() for line in lines)))


def _keeps_its_shape(line: str) -> bool:
    """Whether a line belongs to a list, a table, an example or an underline."""
    return line.startswith(
        (" ", "\t", "- ", "* ", "+ ", ":", ">>>", "..", "|", "@", "===", "---", "```")
    )
