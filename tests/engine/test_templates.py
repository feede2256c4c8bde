from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from cyhoeddi.site.engine import build_site
from cyhoeddi.site.templates import CompiledTemplates, WholeTemplates
from tests.engine.hand_made import files, make_project, write


def compiled(file: Path, text: str = "{{ a }}", version: str = "1") -> tuple[int, str]:
    """Use the template *text* as a new process would; give how many were compiled, and what came of it."""
    number = 0

    class Counting(jinja2.Environment):
        def compile(self, *arguments: object, **more: object) -> object:
            nonlocal number
            number += 1
            return super().compile(*arguments, **more)  # type: ignore[call-overload]

    kept = CompiledTemplates()
    kept.read(file, version)
    env = Counting(loader=jinja2.DictLoader({"a.html": text}), bytecode_cache=kept, autoescape=True)
    said = env.get_template("a.html").render(a="a")
    kept.write(file, version)
    return number, said


def test_a_template_is_compiled_once_for_all_processes(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    assert [compiled(file) for _ in range(3)] == [(1, "a"), (0, "a"), (0, "a")]
    assert compiled(file, "b {{ a }}") == (1, "b a")
    assert compiled(file, "b {{ a }}", version="2") == (1, "b a")


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\n\x00", b"0" * 64 + b"\nI"])
def test_a_damaged_file_is_passed_over(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept"
    file.write_bytes(content)
    assert compiled(file) == (1, "a")
    file.write_bytes(file.read_bytes()[:-1])
    assert compiled(file) == (1, "a")


def test_a_build_keeps_its_templates_and_knows_when_they_have_changed(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / ".cyhoeddi").mkdir()
    build_site(project, docs_dir=project / "docs", into=project / "one")
    kept = {path.name: path.stat().st_mtime_ns for path in (project / ".cyhoeddi").iterdir()}
    assert kept.keys() == {"templates-en", "templates-cy"}
    build_site(project, docs_dir=project / "docs", into=project / "two")
    assert {path.name: path.stat().st_mtime_ns for path in (project / ".cyhoeddi").iterdir()} == kept
    assert files(project / "one") == files(project / "two")
    write(project / "theme/page.html", '<p>{% include "inner.html" %}</p>')
    write(project / "theme/inner.html", "first")
    build_site(project, docs_dir=project / "docs", into=project / "three")
    write(project / "theme/inner.html", "second")
    build_site(project, docs_dir=project / "docs", into=project / "four")
    said = [(project / name / "en/index.html").read_text(encoding="utf-8") for name in ("three", "four")]
    assert said == ["<p>first</p>", "<p>second</p>"]


@pytest.mark.parametrize(
    "outer",
    [
        '{# {% include "inner.html" %} #}o',
        '{# {%- include "gone.html" %}\n#}o{% include "inner.html" %}',
        '{% raw %}{% include "inner.html" %}{% endraw %}o',
        '{%- raw -%} {% include "gone.html" %} {%- endraw -%} {% include "inner.html" -%} o',
        'o{% if not deep %}{% set deep = true %}{% include "outer.html" %}{% endif %}',
        '{% for deep in [1, 2] %}{% include "around.html" %}{% endfor %}',
    ],
)
def test_what_is_put_in_its_place_is_what_jinja_would_include(outer: str) -> None:
    inner = jinja2.DictLoader(
        {
            "outer.html": outer,
            "inner.html": "{# a comment #}i {{ deep }}\n",
            "around.html": '{% if deep == 1 %}a{% endif %}{% include "inner.html" %}',
        }
    )
    plain, whole = (jinja2.Environment(loader=one) for one in (inner, WholeTemplates(inner)))  # noqa: S701
    assert whole.get_template("outer.html").render() == plain.get_template("outer.html").render()
