"""How much files and symbols count."""

import random
from pathlib import PurePosixPath

import networkx as nx
import pytest

from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.rank import find_ranks, rank
from sphinx_repodoc.relate.uses import find_uses
from tests.relate.conftest import Analyse


@pytest.mark.parametrize(
    ("edges", "order"),
    [
        ("", ""),
        ("ab cb ad", "b d ac"),
        ("ab cb db ef", "b f acde"),
        ("ab cb bx dy ey", "x by acde"),
        ("ab ba", "ab"),
        ("aa ab ab", "b a"),
        ("ab ac db", "b c ad"),
    ],
)
def test_what_is_used_by_more_and_by_what_counts_more_ranks_higher(edges: str, order: str) -> None:
    ranks = rank((edge[0], edge[1]) for edge in edges.split())
    levels = sorted(set(ranks.values()), reverse=True)
    assert [{n for n in ranks if ranks[n] == level} for level in levels] == [
        set(names) for names in order.split()
    ]


def test_ranks_are_those_of_networkx_and_edges_may_come_in_any_order() -> None:
    drawn = random.Random(3)
    ends = [(drawn.randrange(60), drawn.randrange(12)) for _ in range(200)]
    edges = sorted({(a, b) for a, b in ends if a != b})
    shares = nx.DiGraph()
    for a, b in edges:
        shares.add_edge(a, b, share=1 / sum(user == a for user, _ in edges))
    peer = nx.katz_centrality(shares, 0.85, normalized=False, tol=1e-9, weight="share")
    ranks = rank(edges)
    assert ranks == pytest.approx(peer, rel=1e-3)
    assert rank(reversed(edges)) == ranks


def test_a_use_counts_as_much_as_what_it_stands_in(analyse: Analyse) -> None:
    repository = analyse(
        {
            "a.py": "class One: ...\nclass Two: ...\n",
            "b.py": "from a import One\ndef often(): One()\n",
            "c.py": "from a import Two\ndef never(): Two()\n",
            "d.py": "from b import often\n",
            "e.py": "from b import often\n",
        }
    )
    dependencies = resolve(repository)
    ranks = find_ranks(repository, dependencies, find_uses(repository, dependencies))
    a, b, c = (PurePosixPath(f"{name}.py") for name in "abc")
    assert ranks.files[a] > ranks.files[b] > ranks.files[c]
    assert ranks.symbols[a, "One"] > ranks.symbols[b, "often"] > ranks.symbols[a, "Two"]
    assert (c, "never") not in ranks.symbols
