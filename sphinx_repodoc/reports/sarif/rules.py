"""The rules of a run: which is meant, what it is called, how serious it is."""

import re
from collections.abc import Iterator, Sequence

from sphinx_repodoc.reports.sarif.log import (
    Component,
    ComponentReference,
    Configuration,
    Descriptor,
    DescriptorReference,
    Message,
    Result,
    Run,
)
from sphinx_repodoc.reports.sarif.messages import plain

CWE = re.compile(r"(?:external/cwe/)?cwe-0*(\d+)\b.*", re.IGNORECASE | re.DOTALL)
"""How tags name a weakness: CodeQL's ``external/cwe/cwe-078``, semgrep's ``CWE-78: …``."""

SLUG = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*|[A-Za-z][a-z0-9]+([A-Z][a-z0-9]+)+")
"""A name written as one word, such as ``assert_used`` or ``nullPointer``."""

SEPARATOR = re.compile(r"[-_]|(?<=[a-z0-9])(?=[A-Z])")

LONGEST = 120
"""Characters of a description that can serve as a title."""


def find_rule(run: Run, result: Result) -> tuple[Component, Descriptor]:
    """Return the rule of a result, and the part of the tool that declares it."""
    component = _find_component(run, result.rule.tool_component)
    index = result.rule.index if result.rule.index >= 0 else result.rule_index
    name = result.rule_id or result.rule.id
    if 0 <= index < len(component.rules):
        return component, component.rules[index]
    for each in (name, name.rpartition("/")[0]):
        for owner in (component, run.tool.driver, *run.tool.extensions):
            for rule in owner.rules:
                if (each and rule.id == each) or (rule.guid and rule.guid == result.rule.guid):
                    return owner, rule
    return component, Descriptor(id=name)


def find_title(rule: Descriptor, name: str) -> str:
    """Return what a rule is called, in words if it is said in words.

    CodeQL and ruff put the name of a rule among its properties; ruff's short description is one of
    several messages, which need not be true of each result. Semgrep only repeats the identifier.
    """
    called, description = rule.properties.get("name"), plain(rule.short_description)
    if not isinstance(called, str) or not called:
        called = description if description and len(description) <= LONGEST else rule.name or name
    if called.endswith(name):
        called = name.rpartition(".")[2] if name.count(".") > 1 else name
    if SLUG.fullmatch(called):
        return SEPARATOR.sub(" ", called).capitalize()
    return called.removesuffix(".")


def find_severity(run: Run, result: Result, rule: Descriptor) -> str:
    """Say how serious a result is, in the words of the standard and of the tool.

    A rank up to 1 is not told: flawfinder's best is 1, that of the standard 100.
    """
    configuration = _configure(run, result, rule)
    level = result.level or (configuration.level if result.kind == "fail" else "none")
    rank = result.rank if result.rank >= 0 else configuration.rank
    score = result.properties.get("security-severity", rule.properties.get("security-severity"))
    words = [level] if level != "none" else []
    words += [f"to {result.kind}"] if result.kind == "review" else []
    words += ["open"] if result.kind == "open" else []
    words += [f"rank {rank:g} of 100"] if rank == 0 or rank > 1 else []
    words += [f"security severity {score}"] if isinstance(score, str | int | float) else []
    return ", ".join(words)


def find_tags(result: Result, rule: Descriptor) -> set[str]:
    """Return the tags of a result and of its rule, and what its tool calls its category."""
    tags: set[str] = set()
    for properties in (rule.properties, result.properties):
        listed, category = properties.get("tags"), properties.get("category")
        tags |= {tag.casefold() for tag in listed or () if isinstance(tag, str)}
        tags |= {category.casefold()} if isinstance(category, str) else set()
    if "security-severity" in {*rule.properties, *result.properties}:
        tags.add("security")
    return tags


def find_weaknesses(run: Run, result: Result, rule: Descriptor) -> tuple[int, ...]:
    """Return the weaknesses that a result is said to be of, by their numbers."""
    taxa = [*result.taxa, *(each.target for each in rule.relationships)]
    names = [taxon.id for taxon in taxa if _is_cwe(run, taxon)]
    found = {int(name.upper().removeprefix("CWE-")) for name in names if _is_number(name)}
    listed = rule.properties.get("cwe")  # Snyk's
    tags = {*find_tags(result, rule), *(listed if isinstance(listed, list) else ())}
    matches = (CWE.fullmatch(tag) for tag in tags if isinstance(tag, str))
    return tuple(sorted(found | {int(match[1]) for match in matches if match}))


def _find_component(run: Run, reference: ComponentReference | None) -> Component:
    """Return the part of a tool that is meant: without a word, its driver."""
    if reference is None:
        return run.tool.driver
    if 0 <= reference.index < len(run.tool.extensions):
        return run.tool.extensions[reference.index]
    for each in (run.tool.driver, *run.tool.extensions):
        if (reference.guid or reference.name) in {each.guid, each.name}:
            return each
    return run.tool.driver


def _configure(run: Run, result: Result, rule: Descriptor) -> Configuration:
    """Return how serious a rule is: as those who ran the tool, the rule, or the standard say."""
    chosen = next(_find_overrides(run, result, rule), Configuration())
    own = rule.default_configuration
    return Configuration(
        chosen.level or own.level or "warning", chosen.rank if chosen.rank >= 0 else own.rank
    )


def _find_overrides(run: Run, result: Result, rule: Descriptor) -> Iterator[Configuration]:
    index = result.provenance.invocation_index
    if index < 0 and len(run.invocations) == 1:
        index = 0
    invocations: Sequence[object] = run.invocations
    if 0 <= index < len(invocations):
        for override in run.invocations[index].rule_configuration_overrides:
            if _is_meant(override.descriptor, rule, run):
                yield override.configuration


def _is_meant(reference: DescriptorReference, rule: Descriptor, run: Run) -> bool:
    if reference.id or reference.guid:
        return (reference.id or reference.guid) in {rule.id, rule.guid} - {""}
    rules = _find_component(run, reference.tool_component).rules
    return 0 <= reference.index < len(rules) and rules[reference.index] is rule


def _is_cwe(run: Run, taxon: DescriptorReference) -> bool:
    component = taxon.tool_component
    if component is None:
        return taxon.id.upper().startswith("CWE-")
    if 0 <= component.index < len(run.taxonomies):
        return run.taxonomies[component.index].name.upper() == "CWE"
    return component.name.upper() == "CWE"


def _is_number(name: str) -> bool:
    return name.upper().removeprefix("CWE-").isdecimal()


def resolve(message: Message, component: Component, rule: Descriptor) -> str:
    """Return the text of a message, whoever declares it, its arguments filled in."""
    declared = message
    if message.id and not message.text and not message.markdown:
        empty = Message()
        declared = rule.message_strings.get(
            message.id, component.global_message_strings.get(message.id, empty)
        )
    return plain(declared, message.arguments)
