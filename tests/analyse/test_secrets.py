"""The secrets of a text: every kind is found, what only looks like one is not."""

import re

import pytest

from sphinx_repodoc.analyse.facts import Analyser
from sphinx_repodoc.analyse.secrets import find_secrets
from sphinx_repodoc.analyse.secrets.patterns import translate
from sphinx_repodoc.analyse.secrets.rules import compute_entropy, read_rules
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.secrets import MASK, withhold
from tests.secrets import SECRETS

KEY = SECRETS["stripe-access-token"][1]
PEM = SECRETS["private-key"][1]


@pytest.mark.parametrize("kind", SECRETS)
def test_each_kind_is_found_where_it_stands(kind: str) -> None:
    line, value = SECRETS[kind]
    text = f"first\n{line.format(value)}\nlast\n"
    (secret,) = find_secrets(text)
    assert (secret.kind, text[secret.start : secret.end]) == (kind, value)
    assert secret.span == Span(2, 2 + value.count("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        'password = "password"',
        'password = "changeme123"',
        "password = settings.DEFAULT_PASSWORD_2",
        "password: ${DB_PASSWORD_1}",
        'password = get_password("Shop!2024")',
        "allOwnKeys = _ref3.allOwnKeys;",
        'url = "postgres://user:password@localhost/shop"',
        'url = "postgres://shop:${PASSWORD}@localhost/shop"',
        "git@github.com:owner/name.git",
        'api_key = "your-api-key-here"',
        'key = "Europe/Helsinki"',
        "token = os.environ['TOKEN']",
        "commit 4f9c1f1e2b8a7d6c5b4a39281706f5e4d3c2b1a0",
        '"integrity": "sha512-' + "Zk8x" * 21 + 'ZQ=="',
        "AK" + "IA" + "IOSFODNN7EXAMPLE",
        "example.org/oauth2 v0.36.0 h1:" + "peZ1z27fi9hUOFCAZaHyrpWG5lwe0RJEEEeH0ThlIs4=",
        "google.org/api v0.2 h1:nVArUtfLEihtW+b0DdcqRGK1xoEm2+ltAihyztq7MKY=\nx",  # gitleaks:allow
        " * Public Key: d107beecc17325f55da976bcbab207ba4df6...\n * Signature",  # gitleaks:allow
        '    signingKey = "1A2B3C4D5E6F7A8B";',
        '<trusted-key id="' + "0B5C36F1D794AE82C610" + 'F37D5B29E84A61F0C3D7" group="a"/>',
        'set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")',
        'auth_digest = "sha512-' + "Zk8x" * 21 + 'ZQ=="',
        "Ada, LinkedIn: `adaaugustalovelace <https://linkedin.com/in/ada>`_",
        "-----BEGIN PUBLIC KEY-----\n" + "A" * 64 + "\n-----END PUBLIC KEY-----",
        (
            'put("-----BEGIN PRIVATE KEY-----\\n");\nput(encodeBase64Lines(pair.secret.encoded));\n'
            'put("-----END PRIVATE KEY-----");'
        ),
        "client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t" + "TUlJ" * 20,
        "-----BEGIN PRIVATE KEY-----\n" + "MIIE..." + "\n-----END PRIVATE KEY-----",
        'curl -H "Authorization: Bearer my-token" http://localhost:8080',
        'token = "99ae8af0...snip...ec0f262ac"',
        "quant_range= min_key_interval= max_key_interval= mpeg_quant",
        "https://shop:7hX2...9Qzk@example.org/",
        "register :argon2, SecurePassword::Argon2Password",
        f'"{KEY}"  # gitleaks:allow',
        f'"{KEY}"  # pragma: allowlist secret',
    ],
)
def test_what_is_none_is_not_found(text: str) -> None:
    assert find_secrets(text) == ()


def test_a_secret_is_found_wherever_it_is_repeated() -> None:
    line, value = SECRETS["password-in-settings"]
    found = find_secrets(f"# not {value}!\n\n{line.format(value)}\n")
    assert [secret.span.line for secret in found] == [1, 3]


def test_what_is_allowed_on_one_line_is_not_on_the_next() -> None:
    line, value = SECRETS["generic-api-key"]
    bare = line.format(value).replace('"', "")
    text = f"x  # gitleaks:allow\n{bare}\ny  # gitleaks:allow\n"
    assert [secret.span for secret in find_secrets(text)] == [Span(2, 2)]


def test_of_two_rules_the_one_that_knows_whose_secret_it_is_counts() -> None:
    assert [secret.kind for secret in find_secrets(f'api_key = "{KEY}"')] == ["stripe-access-token"]


def test_letters_that_are_two_in_lower_case_move_nothing() -> None:
    text = f'"{"İ" * 9}" = "{KEY}"'
    (secret,) = find_secrets(text)
    assert text[secret.start : secret.end] == KEY


def test_long_lines_cost_little() -> None:
    text = f'okta = "{KEY}"' + "a.b-" * 100_000
    assert [secret.kind for secret in find_secrets(text)] == ["stripe-access-token"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f'a = "{KEY}"  # b', f'a = "{MASK * len(KEY)}"  # b'),
        ("p\nq", "p\nq"),
        (PEM, re.sub(r"[\w+/]{2,}", lambda word: MASK * len(word[0]), PEM)),
    ],
)
def test_a_withheld_secret_leaves_lines_and_columns(text: str, shown: str) -> None:
    assert withhold(text, find_secrets(text)) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize("literal", [f'"{PEM}"'.replace("\n", '\\n"\n"'), f'"""{PEM}"""'])
def test_a_withheld_key_leaves_the_syntax_whole(literal: str) -> None:
    facts = Analyser().find_facts(f"KEY = (\n{literal}\n)\n", "Python")
    assert facts.secrets
    assert facts.errors == ()
    assert [symbol.name for symbol in facts.symbols] == ["KEY"]


@pytest.mark.parametrize(
    ("is_redacted", "language", "documentation"),
    [
        (True, "Python", MASK * len(KEY)),
        (False, "Python", KEY),
        (True, "No such language", ""),
    ],
)
def test_facts_are_found_in_what_is_shown(
    is_redacted: bool,  # noqa: FBT001
    language: str,
    documentation: str,
) -> None:
    facts = Analyser(is_redacted=is_redacted).find_facts(f'"""{KEY}"""\n', language)
    assert facts.documentation == documentation
    assert [secret.kind for secret in facts.secrets] == ["stripe-access-token"]
    assert facts.is_structured == (language == "Python")


def test_the_version_of_facts_tells_whether_secrets_are_in_them() -> None:
    assert Analyser(is_redacted=True).version != Analyser(is_redacted=False).version


def test_every_rule_can_be_used() -> None:
    by_keyword, exemptions = read_rules()
    rules = {rule.id: rule for rules in by_keyword.values() for rule in rules}
    assert len(rules) > 200
    assert all(rule.pattern.groups >= rule.group for rule in rules.values())
    assert all(not exempt.holds("Xy7", "Xy7", "Xy7") for exempt in exemptions)


@pytest.mark.parametrize(
    ("written", "matched", "missed"),
    [
        ("a(?i)b|c", ["ab", "aB", "c", "C"], ["A", "Ab"]),
        ("(x(?i)y)z", ["xYz"], ["xYZ"]),
        (r"[[:alnum:]_](?-i:a)\z", ["_a"], ["-a", "_a\n"]),
        (r"[]()|]\(", ["](", "(("], ["a("]),
    ],
)
def test_patterns_mean_what_they_mean_in_go(
    written: str, matched: list[str], missed: list[str]
) -> None:
    pattern = translate(written)
    assert [text for text in (*matched, *missed) if pattern.fullmatch(text)] == matched


def test_entropy_is_in_bits_for_each_character() -> None:
    assert compute_entropy("abcdabcd") == 2
