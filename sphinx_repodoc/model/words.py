"""Words as the pages write them."""

SIBILANTS = ("s", "x", "z", "ch", "sh")
"""What a noun ends with whose plural ends in "es"."""

VOWELS = frozenset("aeiou")


def plural(noun: str) -> str:
    """Return the plural of an English noun: ``classes``, ``properties``, ``type aliases``."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(SIBILANTS) else "s")


def counted(number: int, noun: str) -> str:
    """Write a number and its noun: ``1 file``, ``2,000 files``."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"
