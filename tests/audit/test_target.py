from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from cyhoeddi.audit.static import RULES
from cyhoeddi.audit.target import AuditError, open_site, served


def page(*inside: str, head: str = "") -> str:
    top = f'<!doctype html><html lang="en"><head><title>T</title>{head}</head>'
    return f"{top}<body>{''.join(inside)}</body></html>"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def answering(answers: dict[str, tuple[int, str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Serve *answers*, each a status, a media type or address to go to, and a body; tell what is asked."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, kind, body = answers.get(self.path, (404, "text/html", "nothing"))
            self.send_response(status)
            self.send_header("Location" if status in (301, 302) else "Content-Type", kind)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.pdf", "application/pdf"),
        ("a.strange-thing", "application/octet-stream"),
    ],
)
def test_a_folder_is_served_with_the_right_media_types(tmp_path: Path, name: str, kind: str) -> None:
    write(tmp_path, {name: "x"})
    with served(tmp_path) as host, urlopen(f"{host}/{name}") as answer:  # noqa: S310
        assert answer.headers["Content-Type"] == kind


def test_what_is_not_there_is_answered_with_the_sites_own_page(tmp_path: Path) -> None:
    write(tmp_path, {"404.html": "Nid yw yma", "folder/file.txt": "x"})
    with served(tmp_path) as host:
        for path in ("/nothing", "/folder/"):
            with pytest.raises(HTTPError) as caught:
                urlopen(host + path)  # noqa: S310
            assert (caught.value.code, caught.value.read().decode()) == (404, "Nid yw yma")


def test_a_folder_becomes_a_site_with_its_pages_and_files(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": page(), "cy/index.html": page(), "about.html": page(), "a.css": "p {}"})
    with open_site(str(tmp_path)) as site:
        assert [one.address for one in site.pages] == ["/", "/about.html", "/cy/"]
        assert list(site.files) == ["/a.css"]
        assert site.file("/cy") == site.file("/cy/") == site.folder / "cy" / "index.html"
        assert site.file("/../") is site.file("/nothing/") is None
        with urlopen(f"{site.host}/cy/") as answer:  # noqa: S310
            assert answer.read().decode() == page()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://example.org/", "not on this machine"),
        ("http://192.0.2.1:8000/", "not on this machine"),
        ("http://localhost.example.org/", "not on this machine"),
        ("http://127.0.0.1@example.org/", "not on this machine"),
        ("http://127.0.0.1:99999/", "not on this machine"),
        ("file:///etc/", "not on this machine"),
        ("nowhere/at/all", "no folder and no address"),
        ("http://127.0.0.1:1/", "does not answer"),
    ],
)
def test_what_cannot_be_audited_is_refused_in_plain_words(target: str, said: str) -> None:
    with pytest.raises(AuditError, match=said), open_site(target):
        pass


def test_a_folder_without_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="holds no HTML page"), open_site(str(tmp_path)):
        pass


def test_a_crawled_site_mirrors_everything_that_its_pages_name(tmp_path: Path) -> None:
    public = "https://example.org"
    home = page(
        '<a href="about/">A</a><a href="files/data%20one.csv">D</a>',
        '<img src="a.png" srcset="b.png 2x, c.png 3x" alt="">',
        head=f'<link rel="canonical" href="{public}/"><link rel="alternate" href="{public}/cy/">'
        '<link rel="stylesheet" href="style.css?1">',
    )
    files = {
        "index.html": home,
        "about/index.html": page(),
        "cy/index.html": page(),
        "only-in-the-sitemap/index.html": page(),
        "404.html": page("not here"),
        "style.css": "@import 'more.css'; body { background: url(\"d.png\") }",
        "more.css": "p {}",
        "files/data one.csv": "1",
        "sitemap.xml": f"<urlset><url><loc>{public}/only-in-the-sitemap/</loc></url></urlset>",
        **dict.fromkeys(("a.png", "b.png", "c.png", "d.png"), "picture"),
        "unnamed.txt": "x",
    }
    with served(write(tmp_path, files)) as host, open_site(host) as site:
        found = {
            file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()
        }
        assert found == files.keys() - {"unnamed.txt"}
        assert site.host == host
        assert site.bases == {f"{public}/"}
        assert site.left_out == {}
    assert not site.folder.exists()


def test_a_site_may_stand_under_a_path(tmp_path: Path) -> None:
    write(tmp_path, {"sub/index.html": page('<a href="/sub/a/">A</a>'), "sub/a/index.html": page()})
    with served(tmp_path) as host, open_site(f"{host}/sub/") as site:
        assert [one.address for one in site.pages] == ["/sub/", "/sub/a/"]
        assert all(site.file(one.address) for one in site.pages)


def test_pages_without_a_suffix_and_addresses_that_lead_on_keep_the_servers_names() -> None:
    home = page('<a href="/about">A</a> <a href="/old">O</a> <a href="/list?page=2">2</a>')
    answers = {
        "/": (200, "text/html; charset=utf-8", home),
        "/about": (200, "text/html", page()),
        "/old": (301, "/new/", ""),
        "/new/": (200, "text/html", page()),
        "/list": (200, "text/html", page()),
    }
    with answering(answers) as (host, _), open_site(host) as site:
        assert [one.address for one in site.pages] == ["/", "/about", "/list", "/new/"]
        assert site.file("/about") is not None
        assert site.file("/old") == site.file("/new/")
        assert site.left_out == {"queries": 1}


def test_nothing_but_the_server_itself_is_ever_asked() -> None:
    with answering({"/stolen": (200, "text/html", "x")}) as (other, asked):
        home = page(f'<a href="{other}/stolen">A</a><a href="/gone">G</a><img src="//{other[7:]}/a.png">')
        answers = {"/": (200, "text/html", home), "/gone": (302, f"{other}/stolen", "")}
        with answering(answers) as (host, _), open_site(host) as site:
            assert [one.address for one in site.pages] == ["/"]
        assert asked == []


def test_no_address_leads_out_of_the_mirror() -> None:
    links = ("/%2e%2e/%2e%2e/escaped.html", "/a%00b", f"/{'x' * 300}", "mailto:a@example.org", "http://[")
    home = page(*(f'<a href="{link}">A</a>' for link in links))
    every = dict.fromkeys(["/%2e%2e/%2e%2e/escaped.html", "/../../escaped.html", links[1], links[2]])
    answers = {"/": (200, "text/html", home), **dict.fromkeys(every, (200, "text/html", page()))}
    with answering(answers) as (host, _), open_site(host) as site:
        assert [one.address for one in site.pages] == ["/"]
        assert not (site.folder.parent / "escaped.html").exists()
        assert site.left_out == {"unfit": 3}


@pytest.mark.parametrize("link", ["/a%00b", "/" + "a" * 400, "/round", "http://["])
def test_a_link_that_no_file_can_have_is_dead_and_no_more(tmp_path: Path, link: str) -> None:
    (tmp_path / "index.html").write_text(f'<html lang="en"><a href="{link}">x</a></html>', encoding="utf-8")
    (tmp_path / "round").symlink_to("round")
    with open_site(str(tmp_path)) as site:
        assert len(list(RULES["links"](site))) == 1


def test_a_folder_whose_only_pages_lie_outside_it_holds_none(tmp_path: Path) -> None:
    (tmp_path / "outside.html").write_text("<p>x", encoding="utf-8")
    (tmp_path / "site" / "folder.html").mkdir(parents=True)
    (tmp_path / "site" / "page.html").symlink_to(tmp_path / "outside.html")
    with pytest.raises(AuditError, match="no HTML page"), open_site(str(tmp_path / "site")):
        pass


def test_a_page_nested_deeper_than_functions_is_read(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<div>" * 3000 + "Words.", encoding="utf-8")
    with open_site(str(tmp_path)) as site:
        assert list(RULES["part-language"](site)) == []
