"""Changes to a YAML file such as hands, editors and bad luck make, and some that nobody would.

In: a text, a source of chance, and how many changes. Out: the changed text.
"""

import copy
import random

import yaml

WORDS = (
    *("", "~", "0", "-1", "99999999999", "1.10", "no", "true", "2024-02-30", "x" * 300, "a: b"),
    *(
        "csm",
        "admin",
        "go-live",
        "kickoff-call",
        "plan",
        "start",
        "internal",
        "meeting",
        "tutorial",
    ),
    *("1-3 after first-report", "5-2", "{{ product.nme }}", "{% if %}", "<b>", "[x](y)", "TODO"),
)
_KEYS = ("title", "x", "id", "use", "type", "steps", "days", "audience")
_SIGNS = "*&[]{}>|@%,#\"'`:-? \t\n\r!<~aé\u00a0\u200b\u202e\ufeff\x00\\"


def with_changed_signs(text: str, chance: random.Random, count: int) -> str:
    """Signs gone, and others in their places."""
    for _ in range(count):
        at, cut = chance.randrange(len(text) + 1), chance.randrange(4)
        put = "".join(chance.choices(_SIGNS, k=chance.randrange(4)))
        text = text[:at] + put + text[at + cut :]
    return text


def with_changed_lines(text: str, chance: random.Random, count: int) -> str:
    """Lines gone, twice, in other columns, with other values, or cut off."""
    lines = text.splitlines()
    for _ in range(count):
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 2:
                lines[at] = chance.choice(["  ", ""]) + lines[at].lstrip(chance.choice([" ", "-"]))
            case 3:
                lines[at] = lines[at].partition(":")[0] + f": {chance.choice(WORDS)}"
            case 4:
                lines[at] = lines[at].replace(": ", ": - ", 1)
            case _:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        lines = lines or [""]
    return "\n".join(lines) + "\n"


def with_changed_nodes(text: str, chance: random.Random, count: int) -> str:
    """YAML in which entries are gone, empty, or have what stands elsewhere in their places."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert root is not None
    for _ in range(count):
        nodes = [
            node for node in _nodes(root) if isinstance(node, yaml.CollectionNode) and node.value
        ]
        if not nodes:
            break
        _change(chance.choice(nodes), chance.choice(nodes), chance)
    return str(yaml.serialize(root, Dumper=yaml.dumper.BaseDumper))


def _change(node: yaml.CollectionNode, other: yaml.CollectionNode, chance: random.Random) -> None:
    """Change one entry of a node; `other` is where another entry comes from."""
    at = chance.randrange(len(node.value))
    spare = chance.choice(other.value)
    taken = copy.deepcopy(spare[1] if isinstance(spare, tuple) else spare)
    scalar = _scalar(chance.choice(WORDS))
    new = chance.choice([scalar, taken, yaml.SequenceNode("tag:yaml.org,2002:seq", [scalar])])
    is_list = isinstance(node, yaml.SequenceNode)
    match chance.randrange(4):
        case 0:
            del node.value[at]
        case 1:
            entry = new if is_list else (_scalar(chance.choice(_KEYS)), new)
            node.value.insert(at, entry)
        case 2:
            empty = yaml.MappingNode(
                "tag:yaml.org,2002:map",
                [(_scalar(key), _scalar("")) for key in chance.sample(_KEYS, 2)],
            )
            node.value[at] = empty if is_list else (node.value[at][0], empty)
        case _:
            node.value[at] = new if is_list else (node.value[at][0], new)


def _scalar(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _nodes(root: yaml.Node) -> list[yaml.Node]:
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return found


CHANGES = (with_changed_signs, with_changed_lines, with_changed_nodes)
"""Every way to change a text."""
