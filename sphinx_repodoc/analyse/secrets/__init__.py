"""The secrets in a text: passwords, keys and tokens, known by their forms."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from re import Match

from sphinx_repodoc.analyse.secrets.rules import Exemption, Rule, read_rules
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.secrets import Secret, withhold

ALLOWED = ("gitleaks:allow", "pragma: allowlist secret")
"""What a line says that holds no secret but looks so: in words of gitleaks and detect-secrets."""

VAGUE = ("generic-", "password-", "basic-", "curl-")
"""How the rules begin that give way to those that know whose secret it is."""

ABOVE, BELOW = 1, 3
"""How many lines around one with a keyword a pattern is looked for in."""

REACH = 1000
"""Characters before and behind a keyword, where lines are long."""

NAME_LENGTH = 50
"""Characters of a name before the word that gives it away."""

Place = tuple[int, int]
"""Where some characters of a text begin and end."""


def find_secrets(text: str) -> tuple[Secret, ...]:
    """Find the secrets of a text, in order, none within another, each wherever it is repeated."""
    kinds: dict[str, str] = {}
    for kind, (start, end) in sorted(_find_places(text), key=_is_vague):
        kinds.setdefault(text[start:end], kind)
    if not kinds:
        return ()
    repeated = (
        (start, start + len(value), kind)
        for value, kind in kinds.items()
        for start in _find_all(text, value)
        if not _is_allowed(_line(text, start, start + len(value)))
    )
    ends = list(_find_all(text, "\n"))
    return tuple(
        Secret(kind, Span(bisect_left(ends, start) + 1, bisect_left(ends, end) + 1), start, end)
        for start, end, kind in _outermost(repeated)
    )


def find_and_withhold(text: str) -> str:
    """Return a text without its secrets."""
    return withhold(text, find_secrets(text))


def find_named(names: Sequence[str]) -> dict[int, str]:
    """Return which names hold secrets whose form is sure, each once, and the rule that knows it.

    Nothing beside a name says what it is.
    """
    text = "\n".join(name.replace("\n", " ") for name in names)
    found: dict[str, tuple[int, str]] = {}
    for secret in find_secrets(text):
        if not secret.kind.startswith(VAGUE) and secret.span.line == secret.span.end_line:
            number = secret.span.line - 1
            found.setdefault(text[secret.start : secret.end], (number, secret.kind))
    return dict(found.values())


def _is_vague(found: tuple[str, Place]) -> bool:
    return found[0].startswith(VAGUE)


def _outermost(places: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Bring places that overlap together, each of the kind of the first."""
    last: tuple[int, int, str] | None = None
    for start, end, kind in sorted(places, key=lambda place: (place[0], -place[1])):
        if last and start < last[1]:
            last = (last[0], max(last[1], end), last[2])
            continue
        if last:
            yield last
        last = (start, end, kind)
    if last:
        yield last


def _find_places(text: str) -> Iterator[tuple[str, Place]]:
    """Yield the places of what is a secret by some rule, and the rule's identifier."""
    by_keyword, exemptions = read_rules()
    lowered = _lower(text)
    words = " ".join(set(lowered.split()))  # each once: half of the time
    hits: dict[Rule, list[int]] = defaultdict(list)
    for keyword, rules in by_keyword.items():
        if keyword in (lowered if " " in keyword else words):
            places = list(_find_all(lowered, keyword))
            for rule in rules:
                hits[rule] += places
    for rule, positions in hits.items():
        for match, begin in _find_matches(rule, text, sorted(positions)):
            place = _secret_of(match, rule)
            if _is_secret(text, rule, (begin, match.end()), place, exemptions):
                yield rule.id, place


def _find_matches(
    rule: Rule, text: str, positions: Sequence[int]
) -> Iterator[tuple[Match[str], int]]:
    """Yield the matches of a rule around its keywords, and where each begins."""
    if rule.is_long:
        yield from ((match, match.start()) for match in rule.pattern.finditer(text))
    elif rule.anchored is None:
        for start, end in _windows(text, positions):
            matches = rule.pattern.finditer(text, start, end)
            yield from ((match, match.start()) for match in matches)
    else:
        last = 0
        for position in positions:
            if position >= last and (match := rule.anchored.match(text, position)):
                last = match.end()
                yield match, _name_start(text, position)


def _windows(text: str, positions: Iterable[int]) -> Iterator[Place]:
    """Yield the lines around some positions, as far as these reach, those that overlap as one."""
    start = end = -1
    for position in positions:
        first, last = position, position
        for _ in range(ABOVE + 1):
            first = text.rfind("\n", 0, max(first, 0))
        for _ in range(BELOW + 1):
            last = text.find("\n", last) + 1 or len(text)
        first, last = max(first + 1, position - REACH), min(last, position + REACH)
        if first <= end:
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def _name_start(text: str, position: int) -> int:
    """Return where a name begins that goes on at a position."""
    for start in range(position, max(0, position - NAME_LENGTH), -1):
        before = text[start - 1]
        if not (before.isalnum() or before in "_.-"):
            return start
    return max(0, position - NAME_LENGTH)


def _secret_of(match: Match[str], rule: Rule) -> Place:
    """Return the place of the secret in a match: the group that the rule names, or the first."""
    if rule.group:
        return match.span(rule.group)
    return next(
        (match.span(number) for number, group in enumerate(match.groups(), 1) if group),
        match.span(),
    )


def _is_secret(
    text: str, rule: Rule, whole: Place, place: Place, exemptions: Sequence[Exemption]
) -> bool:
    secret, match = text[slice(*place)], text[slice(*whole)].strip("\n")
    if not rule.is_random(secret):
        return False
    start = text.index(match, whole[0])
    line = _line(text, start, start + len(match))
    exempt = (each.holds(secret, match, line) for each in (*exemptions, *rule.exemptions))
    return not (_is_allowed(line) or any(exempt))


def _line(text: str, start: int, end: int) -> str:
    """Return the lines that a place is on."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]


def _is_allowed(line: str) -> bool:
    return any(word in line for word in ALLOWED)


def _find_all(text: str, part: str) -> Iterator[int]:
    """Yield where a part begins in a text, each time that it is there."""
    position = text.find(part)
    while position >= 0:
        yield position
        position = text.find(part, position + len(part))


def _lower(text: str) -> str:
    """Return a text in lower case, character for character: that of one letter has two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.replace("\u0130", "i").lower()
