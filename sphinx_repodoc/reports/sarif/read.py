"""The results of a log, as findings in the published files."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import PurePosixPath

import msgspec

from sphinx_repodoc.errors import ChangedError, ReportError
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.reports.files import ReportFile
from sphinx_repodoc.reports.json import decode
from sphinx_repodoc.reports.outcome import Outcome
from sphinx_repodoc.reports.sarif.log import (
    Artifact,
    CodeFlow,
    Component,
    Descriptor,
    Location,
    Log,
    PhysicalLocation,
    Result,
    Run,
    ThreadFlow,
    ThreadFlowLocation,
)
from sphinx_repodoc.reports.sarif.regions import find_span, is_as_hashed, is_as_shown
from sphinx_repodoc.reports.sarif.rules import (
    find_rule,
    find_severity,
    find_tags,
    find_title,
    find_weaknesses,
    resolve,
)
from sphinx_repodoc.reports.sarif.sections import find_section
from sphinx_repodoc.reports.sarif.uris import Uris
from sphinx_repodoc.reports.tree import Tree

KINDS = frozenset({"fail", "open", "review"})
"""Kinds of results that say that something is, or may be, amiss."""

WAYS = frozenset({"cppcheck"})
"""Tools whose locations are the steps of a way, the last of which is the place."""

EXTERNAL = frozenset({"artifacts", "driver", "extensions", "invocations", "results"})
"""What is read of a run, and may lie in files of its own."""

UNDECIDED = frozenset({"underReview", "rejected"})
"""What becomes of a suppression that does not hold (section 3.27.23 of the standard)."""


def read_sarif(report: ReportFile, content: bytes, tree: Tree) -> Outcome:
    """Say what a log finds in the published files.

    :raises ReportError: it is no log of version 2.1, or it is not certain which files are meant
    """
    outcome = Outcome(report.name)
    log = decode(content, Log)
    if not log.version.startswith("2.1"):
        raise ReportError(f"the report is in SARIF {log.version}: have the tool write 2.1.0")
    for run in log.runs or ():
        reading = _Reading(run, tree, outcome)
        results = list(reading.decode())
        reading.uris.base = tree.find_base(_gather(reading, results), report.location)
        reading.check_contents()
        for result in results:
            reading.take(result)
    return outcome


def _gather(reading: "_Reading", results: Iterable[Result]) -> set[str]:
    """Return the relative paths that results are about."""
    places = [each.physical_location for result in results for each in result.locations]
    return reading.uris.find_relative([each.artifact_location for each in places if each])


class _Reading:
    """One run that is being read."""

    def __init__(self, run: Run, tree: Tree, outcome: Outcome) -> None:
        self.run = run
        self.tree = tree
        self.outcome = outcome
        self.uris = Uris(run, tree)
        if not EXTERNAL.isdisjoint(run.external_property_file_references):
            outcome.faults.append("what is in external property files is not read")

    def decode(self) -> Iterator[Result]:
        """Yield the results that are to be shown; one that is not of the format is a fault."""
        for number, raw in enumerate(self.run.results or ()):
            try:
                result = msgspec.json.decode(raw, type=Result)
            except msgspec.ValidationError as error:
                self.outcome.faults.append(f"results[{number}]: {error}")
                continue
            if result.kind in KINDS and result.baseline_state != "absent":
                statuses = {each.status for each in result.suppressions}
                if not statuses or not statuses.isdisjoint(UNDECIDED):
                    yield self._straighten(result)

    def _straighten(self, result: Result) -> Result:
        """Return a result as the standard wants it: at its place alone, with the way to it."""
        *before, place = result.locations or [Location()]
        if not before or self.run.tool.driver.name.casefold() not in WAYS:
            return result
        steps = [ThreadFlowLocation(location=each) for each in result.locations]
        way = CodeFlow(thread_flows=[ThreadFlow(locations=steps)])
        return msgspec.structs.replace(result, locations=[place], code_flows=[way])

    def check_contents(self) -> None:
        """Note the files whose content is not what the tool looked at."""
        for artifact in self.run.artifacts:
            is_told = artifact.hashes or artifact.contents.text
            if not is_told or artifact.parent_index >= 0:
                continue
            path = self.uris.find(artifact.location)
            if path and not self._is_as_seen(path, artifact):
                self.outcome.stale.add(path)

    def take(self, result: Result) -> None:
        """Add a result to each published file that it is in."""
        component, rule = find_rule(self.run, result)
        if not result.locations:
            self.outcome.placeless += 1
        for location in result.locations:
            physical = location.physical_location or PhysicalLocation()
            path = self.uris.find(physical.artifact_location)
            self.outcome.note_name(path)
            if path is None:
                continue
            if span := self._find_span(path, physical):
                finding = self._make(result, component, rule, span)
                self.outcome.findings[path].append(finding)
            else:
                self.outcome.stale.add(path)

    def _make(self, result: Result, component: Component, rule: Descriptor, span: Span) -> Finding:
        name = result.rule_id or result.rule.id or rule.id
        driver = self.run.tool.driver
        weaknesses = find_weaknesses(self.run, result, rule)
        tags = find_tags(result, rule) | ({"security"} if weaknesses else set())
        title, reason = find_title(rule, name), resolve(result.message, component, rule)
        return Finding(
            rule=name,
            section=find_section(driver.name, name, tags),
            span=span,
            title=title,
            reason="" if reason.removesuffix(".") == title else reason,
            reference=rule.help_uri if rule.help_uri.startswith(("https://", "http://")) else "",
            severity=find_severity(self.run, result, rule),
            tool=f"{driver.name} {driver.semantic_version or driver.version}".strip(),
            report=self.outcome.report,
            weaknesses=weaknesses,
            related=tuple(self._find_related(result, component, rule, reason)),
            steps=tuple(step for step, _ in groupby(self._find_steps(result, component, rule))),
        )

    def _find_related(
        self, result: Result, component: Component, rule: Descriptor, reason: str
    ) -> Iterator[Remark]:
        """Yield what tells more than the message: CodeQL names places again, and foreign ones."""
        remarks = [self._remark(each, component, rule) for each in result.related_locations]
        named = {each.place for each in remarks if each.text}
        for each in dict.fromkeys(remarks):
            is_repeated = each.text in reason if each.place is None else each.place in named
            if not is_repeated or (each.text and each.place):
                yield each

    def _find_steps(
        self, result: Result, component: Component, rule: Descriptor
    ) -> Iterator[Remark]:
        """Yield the steps of the first way that leads to a result; some tools repeat them."""
        for flow in result.code_flows[:1]:
            for thread in flow.thread_flows:
                for step in thread.locations:
                    yield self._remark(self._find_step(step).location, component, rule)

    def _find_step(self, step: ThreadFlowLocation) -> ThreadFlowLocation:
        known = self.run.thread_flow_locations
        return known[step.index] if 0 <= step.index < len(known) else step

    def _remark(self, location: Location, component: Component, rule: Descriptor) -> Remark:
        physical = location.physical_location or PhysicalLocation()
        path = self.uris.find(physical.artifact_location)
        span = self._find_span(path, physical) if path else None
        place = Place(path, span) if path and span and path not in self.outcome.stale else None
        return Remark(resolve(location.message, component, rule), place)

    def _find_span(self, path: PurePosixPath, physical: PhysicalLocation) -> Span | None:
        is_utf16 = self.run.column_kind == "utf16CodeUnits"
        with suppress(ChangedError):
            return find_span(physical.region, self.tree.text(path), is_utf16=is_utf16)
        return None

    def _is_as_seen(self, path: PurePosixPath, artifact: Artifact) -> bool:
        with suppress(ChangedError):
            text = self.tree.text(path)
            return is_as_hashed(artifact.hashes, text) and is_as_shown(artifact.contents.text, text)
        return False
