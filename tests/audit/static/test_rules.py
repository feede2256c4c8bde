from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import RULES
from tests.audit.static.small import clean, page, site

FOREIGN = Path(__file__).parents[1] / "foreign"

CRITERION = re.compile(r"(?:[1-4]\.\d\.\d{1,2})?")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_named_after_its_file_and_has_a_test_of_that_name(rule: str) -> None:
    module = inspect.getmodule(RULES[rule])
    assert module is not None
    name = rule.replace("-", "_")
    assert module.__name__.rpartition(".")[2] == name
    assert Path(__file__).with_name(f"test_{name}.py").is_file()
    assert CRITERION.fullmatch(module.CRITERION)
    assert "pass:" in (module.__doc__ or "")
    assert "fail:" in (module.__doc__ or "")


@pytest.mark.parametrize("rule", RULES)
def test_a_site_without_faults_has_no_findings(rule: str, tmp_path: Path) -> None:
    assert list(RULES[rule](site(tmp_path, clean()))) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_foreign_site_has_no_findings(rule: str) -> None:
    foreign = Site(folder=FOREIGN, host="http://127.0.0.1:1")
    assert len(foreign.pages) > 10
    assert list(RULES[rule](foreign)) == []


def test_every_finding_tells_what_to_do_in_a_sentence_and_ends_its_message_without_a_stop(
    tmp_path: Path,
) -> None:
    faulty = page(
        "/",
        lang='lang="welsh"',
        title="",
        head='<link rel="alternate" hreflang="cy" href="/x/"><link rel="stylesheet" href="https://cdn.example/a.css">',
        policy=None,
        switch='<a href="/" lang="en" hreflang="en">Cymraeg</a><a href="gone.pdf"></a><img src="a.png">',
        main='<h2></h2><table><tr><td>1</td></tr></table><input id="a"><p id="a"></p><a href="#a">here</a>',
    )
    findings = [one for check in RULES.values() for one in check(site(tmp_path, {**clean(), "/": faulty}))]
    assert len({one.rule for one in findings}) >= 13
    for one in findings:
        assert one.hint.endswith("."), one
        assert one.message[0].isupper() or one.message[0] in '"/h', one
        assert not one.message.endswith("."), one
        assert CRITERION.fullmatch(one.criterion), one


def test_a_page_that_is_hardly_html_breaks_no_rule(tmp_path: Path) -> None:
    odd = {
        "/odd.html": '<a href="http://[">x</a><img srcset=", ,"><a href><table><tr><th lang></table><p lang>',
        "/empty.html": "",
        "/frames.html": "<frameset><frame src=a.html></frameset>",
    }
    for check in RULES.values():
        assert isinstance(list(check(site(tmp_path, {**clean(), **odd}))), list)
