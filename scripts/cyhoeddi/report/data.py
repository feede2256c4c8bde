"""Problems for programs: JSON of our own, and SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import blake2b
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Problem

if TYPE_CHECKING:
    from cyhoeddi.rules import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_json(problems: Iterable[Problem]) -> str:
    """Give one object: `problems`, each with `file`, `line` and `column`, and `counts` by level."""
    ordered = sorted(problems)
    listed = [asdict(problem.position) | _without_position(problem) for problem in ordered]
    counts = Counter(problem.level for problem in ordered)
    whole = {"problems": listed, "counts": {level.value: counts[level] for level in Level}}
    return json.dumps(whole, indent=2) + "\n"


def render_sarif(problems: Iterable[Problem]) -> str:
    """Give a SARIF log of one run: every rule with its help, and a result for each problem."""
    # The rules know every check, and only this format tells of them.
    from cyhoeddi.rules import all_rules

    rules = all_rules()
    places = {name: index for index, name in enumerate(rules)}
    driver = {
        "name": "cyhoeddi",
        "semanticVersion": version("cyhoeddi"),
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places) for problem in sorted(problems)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _without_position(problem: Problem) -> dict[str, str]:
    return {name: value for name, value in asdict(problem).items() if name != "position"}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.wants[Language.EN]},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": rule.levels[0].value},
    }


def _result(problem: Problem, places: dict[str, int]) -> dict[str, Any]:
    at = problem.position
    # Without the line: a problem that only moved is the same problem.
    same = "\0".join((at.file, problem.rule, problem.message)).encode(errors="surrogateescape")
    location = {
        "artifactLocation": {"uri": quote(at.file, errors="surrogateescape")},
        "region": {"startLine": at.line, "startColumn": at.column},
    }
    index = {"ruleIndex": places[problem.rule]} if problem.rule in places else {}
    return {
        "ruleId": problem.rule,
        **index,
        "level": problem.level.value,
        "message": {"text": f"{problem.message}. {problem.hint}"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"problem/v1": blake2b(same, digest_size=16).hexdigest()},
    }
