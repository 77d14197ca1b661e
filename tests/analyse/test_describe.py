"""What documentation comments describe, as plain text."""

import pytest

from sphinx_repodoc.analyse.syntax.describe import before_tags, describe_tags
from sphinx_repodoc.analyse.syntax.html import describe_html, describe_xml

TAGS = [
    ("Adds.\n@param x the x\n@return y", "Adds."),
    ("@brief Adds\nall.\n\nMore.", "Adds\nall.\n\nMore."),
    ("\\param x the x\n\nMore.", "More."),
    ("See @c foo and {@link A#b}.", "See `foo` and `A.b`."),
]

HTML = [
    ("a < b && c", "a < b && c"),
    ("one <b>two</b> &amp; <em>three</em>", "one two & three"),
    ("One.\n<p>\nTwo.</p>Three.", "One.\n\nTwo.\n\nThree."),
    ("One.\n   Still one.\n\n   Two.", "One.\nStill one.\n\nTwo."),
    ("one<br/>two", "one\ntwo"),
    ("<code>a &lt;\n b</code>", "`a < b`"),
    ("<code>a`b</code>", "``a`b``"),
    ("<code></code>", ""),
    ("<code>never ended", "never ended"),
    ("<code>ended <p> too late</code>", "ended\n\ntoo late"),
    ("x<ul><li>one</li>\n <li><p>two</ul>y", "x\n\n- one\n- two\n\ny"),
    ("<dl><dt>A<dd>b</dl>", "A\n  b"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</table>", "| a | b\n| c"),
    ("x<pre>\n  if (a) {\n    b\n  }\n</pre>y", "x\n\n    if (a) {\n      b\n    }\n\ny"),
    ("<pre>never ended", "    never ended"),
    ("<pre><code>a</code></pre>", "    a"),
    ("a List<String> of <init>", "a List<String> of <init>"),
    ("<!-- no -->yes", "yes"),
]

XML = [
    ("<summary>One.</summary>\n<param name='x'>No.</param>\n<returns>No.</returns>", "One."),
    ("<summary>\nOne.\n</summary>\n<remarks><para>Two.</para></remarks>", "One.\n\nTwo."),
    ("<see cref='T:A.B{C}'/>, <see langword='null' />", "`A.B<C>`, `null`"),
    ("<see cref='A'>the a</see> <paramref name='b'/>", "the a `b`"),
    ("<see href='https://e.org'/> <c>x</c>", "https://e.org `x`"),
    ("<code><![CDATA[\nif (a < b)\n  c();\n]]></code>", "    if (a < b)\n      c();"),
    (
        "<list type='bullet'><item><description>a</description></item><item>b</item></list>",
        "- a\n- b",
    ),
    ("<inheritdoc/>", ""),
    ("not XML", "not XML"),
]


@pytest.mark.parametrize(("text", "description"), TAGS)
def test_block_tags_of_doxygen_describe_or_are_left_out(text: str, description: str) -> None:
    assert describe_tags(text) == description


@pytest.mark.parametrize(("text", "description"), HTML)
def test_html_becomes_plain_text(text: str, description: str) -> None:
    assert describe_html(text) == description


@pytest.mark.parametrize(("text", "description"), XML)
def test_xml_is_summary_and_remarks(text: str, description: str) -> None:
    assert describe_xml(text) == description


def test_tags_in_examples_between_fences_are_none() -> None:
    assert before_tags("a\n```\n@Test\n```\nb\n@param c") == "a\n```\n@Test\n```\nb"
