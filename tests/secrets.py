"""Secrets of many kinds, made when the tests run: none stands in a file of this repository."""

import base64
import random
import string

LETTERS = string.ascii_letters + string.digits
HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + string.digits
BASE32 = string.ascii_uppercase + "234567"

_random = random.Random(7)


def _of(alphabet: str, length: int) -> str:
    """Return random characters, a digit among them."""
    return "".join(_random.choices(alphabet, k=length - 1)) + "7"


def _make_key() -> str:
    lines = [_of(LETTERS + "+/", 64) for _ in range(6)]
    begin, end = "-----BEGIN RSA PRIVATE", "-----END RSA PRIVATE"
    return "\n".join([f"{begin} KEY-----", *lines, f"{end} KEY-----"])


def _make_jwt() -> str:
    return f"ey{_of(LETTERS, 34)}.ey{_of(LETTERS, 60)}.{_of(LETTERS, 43)}"


SECRETS: dict[str, tuple[str, str]] = {
    "aws-access-token": ("AWS_KEY = {}", "AK" + "IA" + "".join(_random.choices(BASE32, k=16))),
    "generic-api-key": ('aws_secret_access_key = "{}"', _of(LETTERS, 40)),
    "github-pat": ("token: {}", "gh" + "p_" + _of(LETTERS, 36)),
    "github-fine-grained-pat": ("{}", "github" + "_pat_" + _of(LETTERS, 82)),
    "github-oauth": ('"{}"', "gh" + "o_" + _of(LETTERS, 36)),
    "gitlab-pat": ("{}", "gl" + "pat-" + _of(LETTERS, 20)),
    "slack-bot-token": (
        "{}",
        "xox"
        f"b-{_random.randrange(10**11, 10**12)}-{_random.randrange(10**11, 10**12)}-"
        + _of(LETTERS, 24),
    ),
    "slack-webhook-url": (
        "{}",
        (f"https://hooks.slack.com/services/T{_of(UPPER, 8)}/B{_of(UPPER, 8)}/{_of(LETTERS, 24)}"),
    ),
    "stripe-access-token": ('"{}"', "sk" + "_live_" + _of(LETTERS, 24)),
    "gcp-api-key": ('"{}"', "AI" + "za" + _of(LETTERS, 35)),
    "sendgrid-api-token": ("{}", "S" + "G." + _of(LETTERS, 66)),
    "twilio-api-key": ("{}", "S" + "K" + _of(HEX, 32)),
    "mailchimp-api-key": ('mailchimp_key = "{}"', _of(HEX, 32) + "-us" + "12"),
    "npm-access-token": (
        "//registry.npmjs.org/:_authToken={}",
        "np" + "m_" + _of(string.ascii_lowercase + string.digits, 36),
    ),
    "pypi-upload-token": ("password = {}", "pypi-" + "AgEIcHlwaS5vcmc" + _of(LETTERS, 70)),
    "openai-api-key": ('"{}"', "sk-" + _of(LETTERS, 20) + "T3Blbk" + "FJ" + _of(LETTERS, 20)),
    "anthropic-api-key": ('"{}"', "sk-" + "ant-api03-" + _of(LETTERS, 93) + "AA"),
    "huggingface-access-token": (
        '"{}"',
        "h" + "f_" + "".join(_random.choices(string.ascii_letters, k=34)),
    ),
    "digitalocean-pat": ('"{}"', "do" + "p_v1_" + _of(HEX, 64)),
    "shopify-access-token": ("{}", "sh" + "pat_" + _of(HEX, 32)),
    "square-access-token": ('"{}"', "sq0" + "atp-" + _of(LETTERS, 22)),
    "discord-api-token": ('discord_token = "{}"', _of(HEX, 64)),
    "telegram-bot-api-token": (
        'telegram_token = "{}"',
        f"{_random.randrange(10**8, 10**9)}:A" + _of(LETTERS, 34),
    ),
    "databricks-api-token": ('"{}"', "da" + "pi" + _of(HEX, 32)),
    "grafana-service-account-token": ('"{}"', "gl" + "sa_" + _of(LETTERS, 32) + "_" + _of(HEX, 8)),
    "heroku-api-key": (
        'heroku_key = "{}"',
        f"{_of(HEX, 8)}-{_of(HEX, 4)}-{_of(HEX, 4)}-{_of(HEX, 4)}-{_of(HEX, 12)}",
    ),
    "hashicorp-tf-api-token": ('"{}"', _of(LETTERS, 14) + ".atlas" + "v1." + _of(LETTERS, 66)),
    "linear-api-key": ('"{}"', "lin" + "_api_" + _of(LETTERS, 40)),
    "new-relic-user-api-key": ('new_relic_key = "{}"', "NR" + "AK-" + _of(LETTERS, 27)),
    "postman-api-token": ('"{}"', "PM" + "AK-" + _of(HEX, 24) + "-" + _of(HEX, 34)),
    "doppler-api-token": ('"{}"', "dp." + "pt." + _of(LETTERS, 43)),
    "vault-service-token": ('"{}"', "hv" + "s." + _of(LETTERS, 95)),
    "age-secret-key": (
        "{}",
        "AGE-SECRET-KEY-1" + "".join(_random.choices("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", k=58)),
    ),
    "jwt": ('"{}"', _make_jwt()),
    "private-key": ("{}", _make_key()),
    "private-key-without-end": ("key: {}", "\n".join(_make_key().split("\n")[:-1])),
    "private-key-in-base64": (
        "client-key-data: {}",
        base64.b64encode(f"{_make_key()}\n".encode()).decode(),
    ),
    "basic-auth-url": ("postgres://shop:{}@db.shop.net/shop", _of(LETTERS, 12)),
    "azure-storage-account-key": ("AccountName=shop;AccountKey={}", _of(LETTERS + "+/", 86) + "=="),
    "password-in-quotes": ('"password": "{}"', _of(LETTERS, 8) + "!" + _of(LETTERS, 4)),
    "password-in-settings": ("DB_PASSWORD={}", _of(LETTERS, 8) + "@" + _of(LETTERS, 4)),
}
"""By the rule that knows it: a line that holds it, and its value."""
