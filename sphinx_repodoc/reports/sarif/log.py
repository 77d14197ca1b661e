"""The form of a SARIF log: those of its properties that tell something of the files.

Names and defaults are those of the standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from typing import Any

import msgspec

PropertyBag = dict[str, Any]
"""What a tool says in words of its own."""


class Object(msgspec.Struct, rename="camel", frozen=True):
    """Any object of a log; properties that it does not declare are passed over."""


class Message(Object, frozen=True):
    """A text, or the name of one that the rule or the tool declares."""

    text: str = ""
    markdown: str = ""
    id: str = ""
    arguments: list[str] = []


class ArtifactLocation(Object, frozen=True):
    """Where a file is, relative to some base, or which of the artifacts of the run it is."""

    uri: str = ""
    uri_base_id: str = ""
    index: int = -1


class Content(Object, frozen=True):
    """What stands in a region, or in a file."""

    text: str = ""


class Region(Object, frozen=True):
    """A part of a file, by lines, characters or bytes."""

    start_line: int = 0
    end_line: int = 0
    end_column: int = 0
    char_offset: int = -1
    char_length: int = 0
    byte_offset: int = -1
    byte_length: int = 0
    snippet: Content = Content()


class PhysicalLocation(Object, frozen=True):
    """A file and a region of it."""

    artifact_location: ArtifactLocation = ArtifactLocation()
    region: Region | None = None


class Location(Object, frozen=True):
    """A place, and what is said of it."""

    physical_location: PhysicalLocation | None = None
    message: Message = Message()


class ComponentReference(Object, frozen=True):
    """Which part of a tool is meant."""

    name: str = ""
    index: int = -1
    guid: str = ""


class DescriptorReference(Object, frozen=True):
    """Which rule or taxon is meant."""

    id: str = ""
    index: int = -1
    guid: str = ""
    tool_component: ComponentReference | None = None


class Configuration(Object, frozen=True):
    """How serious a rule is; empty and negative where nothing is said."""

    level: str = ""
    rank: float = -1


class Relationship(Object, frozen=True):
    """What a rule has to do with."""

    target: DescriptorReference = DescriptorReference()


class Descriptor(Object, frozen=True):
    """A rule."""

    id: str = ""
    name: str = ""
    guid: str = ""
    short_description: Message = Message()
    message_strings: dict[str, Message] = {}
    default_configuration: Configuration = Configuration()
    help_uri: str = ""
    relationships: list[Relationship] = []
    properties: PropertyBag = {}


class Component(Object, frozen=True):
    """A tool, an extension of it, or a taxonomy."""

    name: str = ""
    version: str = ""
    semantic_version: str = ""
    guid: str = ""
    rules: list[Descriptor] = []
    global_message_strings: dict[str, Message] = {}


class Tool(Object, frozen=True):
    """A tool and what extends it."""

    driver: Component = Component()
    extensions: list[Component] = []


class Artifact(Object, frozen=True):
    """A file that the tool looked at."""

    location: ArtifactLocation = ArtifactLocation()
    parent_index: int = -1
    hashes: dict[str, str] = {}
    contents: Content = Content()


class Suppression(Object, frozen=True):
    """Somebody's decision that a result is none."""

    status: str = "accepted"


class ThreadFlowLocation(Object, frozen=True):
    """A step on a way, or which of the steps of the run it is."""

    index: int = -1
    location: Location = Location()


class ThreadFlow(Object, frozen=True):
    """The steps of one thread."""

    locations: list[ThreadFlowLocation] = []


class CodeFlow(Object, frozen=True):
    """A way through the code."""

    thread_flows: list[ThreadFlow] = []


class Override(Object, frozen=True):
    """How serious a rule is for those who ran the tool."""

    descriptor: DescriptorReference = DescriptorReference()
    configuration: Configuration = Configuration()


class Invocation(Object, frozen=True):
    """One start of the tool."""

    rule_configuration_overrides: list[Override] = []


class Provenance(Object, frozen=True):
    """Which start of the tool a result is from."""

    invocation_index: int = -1


class Result(Object, frozen=True):
    """What the tool found."""

    rule_id: str = ""
    rule_index: int = -1
    rule: DescriptorReference = DescriptorReference()
    kind: str = "fail"
    level: str = ""
    rank: float = -1
    message: Message = Message()
    locations: list[Location] = []
    related_locations: list[Location] = []
    code_flows: list[CodeFlow] = []
    suppressions: list[Suppression] = []
    baseline_state: str = ""
    provenance: Provenance = Provenance()
    taxa: list[DescriptorReference] = []
    properties: PropertyBag = {}


class VersionControl(Object, frozen=True):
    """Where a repository lay when the tool looked at it."""

    mapped_to: ArtifactLocation = ArtifactLocation()


class Run(Object, frozen=True):
    """What one tool found; each result is decoded by itself, since one may be wrong."""

    tool: Tool
    results: list[msgspec.Raw] | None = None
    artifacts: list[Artifact] = []
    original_uri_base_ids: dict[str, ArtifactLocation] = {}
    thread_flow_locations: list[ThreadFlowLocation] = []
    invocations: list[Invocation] = []
    version_control_provenance: list[VersionControl] = []
    taxonomies: list[Component] = []
    column_kind: str = ""
    external_property_file_references: dict[str, Any] = {}


class Log(Object, frozen=True):
    """What several tools found."""

    runs: list[Run] | None
    version: str = ""
