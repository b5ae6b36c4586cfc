"""Loops in a graph: things that wait for each other.

In: for each node the nodes it leads to. Out: each knot once, with a loop as short as it can be told. No recursion:
a chain may be as long as a playbook.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def knots(graph: Mapping[N, Sequence[N]]) -> Iterator[Sequence[N]]:
    """The parts of the graph in which every node leads to every other (Tarjan's algorithm)."""
    number: dict[N, int] = {}
    lowest: dict[N, int] = {}
    stack: list[N] = []
    waiting: set[N] = set()
    for root in graph:
        if root in number:
            continue
        work = [(root, iter(graph.get(root, ())))]
        number[root] = lowest[root] = len(number)
        stack.append(root)
        waiting.add(root)
        while work:
            node, leads_to = work[-1]
            for other in leads_to:
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    stack.append(other)
                    waiting.add(other)
                    work.append((other, iter(graph.get(other, ()))))
                    break
                if other in waiting:
                    lowest[node] = min(lowest[node], number[other])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    knot = _unstack(stack, waiting, node)
                    if len(knot) > 1 or node in graph.get(node, ()):
                        yield sorted(knot, key=number.__getitem__)


def _unstack(stack: list[N], waiting: set[N], down_to: N) -> list[N]:
    knot: list[N] = []
    while True:
        node = stack.pop()
        waiting.discard(node)
        knot.append(node)
        if node == down_to:
            return knot


def loop_in(knot: Sequence[N], graph: Mapping[N, Sequence[N]]) -> Sequence[N]:
    """The shortest way from a knot's first node back to it, which is not repeated at the end."""
    start, inside = knot[0], set(knot)
    came_from: dict[N, N] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in graph.get(node, ()):
            if other == start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if other in inside and other not in came_from:
                came_from[other] = node
                queue.append(other)
    return [start]
