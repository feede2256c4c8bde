"""Every link of the site leads somewhere: page, file and place on the page, wherever the site is mounted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from cyhoeddi.audit.target import served
from tests.conftest import Copy, Run
from tests.site.built import Page, Site
from tests.site.conftest import Open, read_bases

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "srcset"}


def test_every_link_resolves(site: Site) -> None:
    findings = [line for page in site.pages for line in _broken(site, page)]
    assert not findings, "\n".join(findings)


def test_every_link_resolves_under_a_path_of_its_own(
    tmp_path: Path, copy_project: Copy, run_cyhoeddi: Run, open_window: Open
) -> None:
    project = copy_project(tmp_path / "host" / "some" / "where")
    settings = project / "mkdocs.yml"
    home = read_bases(project)["en"]
    text = settings.read_text(encoding="utf-8").replace(home, "https://example.org/some/where/site/")
    settings.write_text(text, encoding="utf-8")
    built = run_cyhoeddi(project, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    moved = Site(project, read_bases(project))
    findings = [line for page in moved.pages for line in _broken(moved, page)]
    assert not findings, "\n".join(findings)
    with served(tmp_path / "host") as address:
        window = open_window(1280)
        window.goto(f"{address}/some/where/site/en/")
        assert window.evaluate("document.styleSheets.length") > 0


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_redirect_arrives(site: Site, host: str, open_window: Open, language: str) -> None:
    window = open_window(1280)
    redirects = [page for page in site.pages if page.is_redirect and page.language == language]
    assert redirects
    for page in redirects:
        (refresh,) = [meta for meta in page.all("meta") if meta.attributes.get("http-equiv") == "refresh"]
        target = site.target(page, refresh.attributes["content"].partition("url=")[2])
        window.goto(page.address)
        window.wait_for_url(f"{host}{target}", timeout=5000)


def test_an_address_that_is_not_there_answers_in_both_languages(open_window: Open) -> None:
    window = open_window(1280)
    answer = window.goto("/cy/nid-yw-yma/")
    assert answer is not None
    assert answer.status == 404
    assert "Page not found" in window.inner_text("main")
    assert "Ni ddaethpwyd o hyd i'r dudalen" in window.inner_text("main").replace("’", "'")
    assert window.evaluate("document.styleSheets.length") > 0


def _broken(site: Site, page: Page) -> Iterator[str]:
    for element in page.elements:
        attribute = LINKS.get(element.tag, "href")
        link = element.attributes.get(attribute)
        if link is None or urlsplit(link).scheme in {"mailto", "tel"}:
            continue
        target = site.target(page, link)
        if target is None:
            if element.tag != "a" or urlsplit(link).scheme != "https":
                yield f"{page.address}: {element.tag} leads away: {link}"
        elif site.file(target) is None:
            yield f"{page.address}: nothing stands at {link}"
        elif fragment := urlsplit(target).fragment:
            there = site.by_address.get(urlsplit(target).path)
            if there is not None and fragment not in there.ids:
                yield f"{page.address}: {link} names a place that the page does not have"
