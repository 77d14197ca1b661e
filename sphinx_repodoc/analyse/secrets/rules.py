"""The rules by which secrets are known: files as gitleaks reads them."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from re import Pattern

import msgspec

from sphinx_repodoc.analyse.secrets.patterns import translate

FILES = ("gitleaks.toml", "more.toml")
"""The rules of gitleaks, unaltered, and ours for what they leave out."""

UNSURE = frozenset({"hashicorp-tf-password"})
"""Rules that need a file's name to be sure: any word may be a password in Terraform."""

IDENTIFIER = r"[\w.-]{0,50}?"
"""What many patterns begin with: the part of a name that precedes the word they look for."""

WORD = re.compile(r"\(\?:(?:[^()]|\([^()]*\))*\)")
"""The group that stands for that word."""

LONG = ("\\n", "[\\s\\S", "(?s")
"""One of them is in each pattern that reaches over more than the lines around its keyword."""


class Allowlist(msgspec.Struct, frozen=True, rename="camel"):
    """What only looks like a secret."""

    condition: str = "OR"
    regex_target: str = "secret"
    """What the patterns are looked for in: the secret, the whole ``match`` or the ``line``."""
    regexes: tuple[str, ...] = ()
    stopwords: tuple[str, ...] = ()


class Declared(msgspec.Struct, frozen=True, rename="camel"):
    """A rule as it is written; what it asks of a file's path is left out of account."""

    id: str
    regex: str = ""
    keywords: tuple[str, ...] = ()
    """In lower case; without one of them in the text, nothing matches."""
    entropy: float = 0.0
    """Bits for each character that a secret must have more than."""
    secret_group: int = 0
    allowlists: tuple[Allowlist, ...] = ()


class _File(msgspec.Struct, frozen=True):
    rules: tuple[Declared, ...]
    allowlist: Allowlist = Allowlist()
    allowlists: tuple[Allowlist, ...] = ()


class Exemption:
    """An allowlist, ready for use."""

    def __init__(self, declared: Allowlist) -> None:
        self._target = declared.regex_target
        self._stopwords = tuple(word.lower() for word in declared.stopwords)
        self._patterns = tuple(map(translate, declared.regexes))

    def holds(self, secret: str, match: str, line: str) -> bool:
        """Whether this is no secret."""
        target = {"match": match, "line": line}.get(self._target, secret)
        lowered = secret.lower()
        return any(pattern.search(target) for pattern in self._patterns) or any(
            word in lowered for word in self._stopwords
        )


class Rule:
    """What a kind of secret looks like; its pattern is made when it is first needed."""

    def __init__(self, declared: Declared) -> None:
        self.id = declared.id
        self.keywords = declared.keywords
        self.group = declared.secret_group
        self.is_long = any(part in declared.regex for part in LONG)
        self._declared = declared

    @cached_property
    def pattern(self) -> Pattern[str]:
        """What a secret and its surroundings match."""
        return translate(self._declared.regex)

    @cached_property
    def anchored(self) -> Pattern[str] | None:
        """The pattern from its keyword on, if it begins with a name that holds one."""
        rest = self._declared.regex.removeprefix("(?i)").removeprefix(IDENTIFIER)
        word = WORD.match(rest)
        if word is None or not self._declared.regex.startswith(f"(?i){IDENTIFIER}"):
            return None
        begins = translate(f"(?i){word[0]}")
        is_complete = all(begins.fullmatch(keyword) for keyword in self.keywords)
        return translate(f"(?i){rest}") if is_complete else None

    @cached_property
    def exemptions(self) -> Sequence[Exemption]:
        """What is none of this rule's secrets; those that depend on a path are left out."""
        lists = self._declared.allowlists
        return [Exemption(each) for each in lists if each.condition == "OR"]

    def is_random(self, secret: str) -> bool:
        """Whether the characters of a secret tell as much as the rule asks for."""
        return compute_entropy(secret) > self._declared.entropy


def compute_entropy(text: str) -> float:
    """Return the bits that each character of a text tells: Shannon's entropy."""
    shares = [count / len(text) for count in Counter(text).values()]
    return -sum(share * math.log2(share) for share in shares)


@cache
def read_rules() -> tuple[Mapping[str, Sequence[Rule]], Sequence[Exemption]]:
    """Read the rules by keyword, and what is a secret by none of them."""
    by_keyword: dict[str, list[Rule]] = {}
    exemptions: list[Exemption] = []
    for declared in _read_files():
        exemptions += map(Exemption, (declared.allowlist, *declared.allowlists))
        for rule in (Rule(each) for each in declared.rules if each.id not in UNSURE):
            for keyword in rule.keywords:
                by_keyword.setdefault(keyword, []).append(rule)
    return by_keyword, exemptions


def _read_files() -> Iterator[_File]:
    folder = files(__package__ or "")
    for name in FILES:
        yield msgspec.convert(tomllib.loads(folder.joinpath(name).read_text("utf-8")), _File)
