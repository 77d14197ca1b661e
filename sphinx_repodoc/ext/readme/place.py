"""A README put into the document that shows its folder."""

from collections.abc import Mapping, Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.errors import RepodocError
from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.headings import claim_id
from sphinx_repodoc.ext.readme.fit import fit, put
from sphinx_repodoc.ext.readme.parse import Fault, parse
from sphinx_repodoc.ext.readme.targets import Targets
from sphinx_repodoc.ext.warnings import report, warn
from sphinx_repodoc.model.files import Problem, ProblemKind
from sphinx_repodoc.model.readme import Readme
from sphinx_repodoc.model.secrets import withhold
from sphinx_repodoc.pages.readme import slug
from sphinx_repodoc.scan.files import read_text


def readme_nodes(
    env: BuildEnvironment, document: nodes.document, readme: Readme | None, prefix: str
) -> list[nodes.Node]:
    """Return what shows a README; its faults are one warning.

    :param prefix: put before each anchor
    """
    if readme is None or readme.omission or not readme.lines:
        return []
    survey = repo_domain(env).survey
    try:
        text = withhold(read_text(survey.root, survey.files[readme.path]), readme.withheld)
    except RepodocError as error:
        warn(ProblemKind.CHANGED, f"{error}; build again", (env.docname, None))
        return []
    try:
        tree, faults = parse(text, readme.language)
        fit(tree)
        links = {link.target: link for link in readme.links}
        anchors = _claim_ids(tree, document, f"{prefix}readme-")
        faults += _lead(tree, Targets(readme, env, survey.root, links, anchors))
        content = tree.children
    except Exception as error:  # noqa: BLE001 # the border where a file's failure becomes a problem
        content, faults = [], [Fault(f"{type(error).__name__}: {error}", 0)]
    if faults:
        report(_problem(readme, faults), survey.root)
    if not content:
        return []
    return [nodes.container("", *content, classes=["repodoc-readme", "repodoc-part"])]


def _problem(readme: Readme, faults: Sequence[Fault]) -> Problem:
    first, more = faults[0], len(faults) - 1
    message = f"the README cannot be shown as it is meant: {first.message.rstrip('.')}"
    message += f"; and {more} more fault{'s' if more > 1 else ''}" if more else ""
    return Problem(ProblemKind.README, message, readme.path, first.line)


def _claim_ids(tree: nodes.Element, document: nodes.document, prefix: str) -> dict[str, str]:
    """Give each id of the README a place among the document's; return what names lead to them."""
    claimed: dict[str, str] = {}
    for element in list(tree.findall(nodes.Element)):
        names = [*element["ids"], *_slugs(element, claimed)]
        fresh = [name for name in dict.fromkeys(names) if name not in claimed]
        for name in fresh:
            (claimed[name],) = claim_id(document, prefix + "-".join(name.split()))
        element["ids"] = [claimed[name] for name in fresh]
        element["names"] = []
    for element in tree.findall(nodes.Element):
        if "refid" in element:
            element["refid"] = claimed.get(element["refid"], element["refid"])
        if element.get("backrefs"):
            element["backrefs"] = [claimed[name] for name in element["backrefs"] if name in claimed]
    return claimed


def _slugs(element: nodes.Element, taken: Mapping[str, str]) -> list[str]:
    """Return the fragment by which forges link to a heading; of an equal one, with a number."""
    if not isinstance(element, nodes.rubric):
        return []
    name = slug(element.astext())
    number = 0
    numbered = name
    while numbered in taken:
        number += 1
        numbered = f"{name}-{number}"
    return [numbered] if name else []


def _lead(tree: nodes.Element, targets: Targets) -> list[Fault]:
    """Let links and pictures lead where they may; return what is wrong with the pictures."""
    images = list(tree.findall(nodes.image))
    faults = [
        Fault(f"the picture {known.target} is not in the repository", image.line or 0)
        for image in images
        if (known := targets.links.get(image["uri"])) and known.is_missing
    ]
    for image in images:
        put(image, targets.picture(image))
    for reference in [node for node in tree.findall(nodes.reference) if "refid" not in node]:
        _replace_link(reference, targets.link(reference))
    return faults


def _replace_link(reference: nodes.Element, link: nodes.Node | None) -> None:
    """Put a link in the place of another, apart from one that it follows at once."""
    if link is None:
        put(reference, *reference.children)
        return
    parent = reference.parent
    position = parent.index(reference)
    is_next = position > 0 and isinstance(parent[position - 1], (nodes.reference, pending_xref))
    put(reference, *([nodes.Text(" "), link] if is_next else [link]))
