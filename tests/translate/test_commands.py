from __future__ import annotations

from pathlib import Path

from cyhoeddi.language import Language
from tests.conftest import Run
from tests.project_folder import write
from tests.translate.exchange import STORY, project_with, story, tree


def test_texts_go_out_and_their_answers_come_in(run_cyhoeddi: Run, tmp_path: Path) -> None:
    root = project_with(tmp_path, story("The board met.", "")).root
    done = run_cyhoeddi(root, "translate", "export")
    assert (done.returncode, done.stderr) == (0, "Written: translations-cy.csv\n")
    table = (root / "translations-cy.csv").read_text(encoding="utf-8-sig")
    write(root, "back.csv", table.replace('"The board met.",""', '"The board met.","Cyfarfu\'r bwrdd."'))
    before = tree(root)
    dry = run_cyhoeddi(root, "translate", "import", "--dry-run", "back.csv")
    assert dry.returncode == 0
    assert f"Would be changed: {STORY}" in dry.stderr
    assert tree(root) == before
    done = run_cyhoeddi(root, "translate", "import", "back.csv")
    assert (done.returncode, done.stdout) == (0, "No problems found\n")
    assert done.stderr == f"Changed: {STORY}\nUnits taken: 1 of 1.\n"
    assert (root / STORY).read_text(encoding="utf-8") == story("The board met.", "Cyfarfu'r bwrdd.")
    assert run_cyhoeddi(root, "translate", "export").stderr == "Nothing waits for a translator.\n"


def test_what_is_refused_is_listed_with_its_line(run_cyhoeddi: Run, tmp_path: Path) -> None:
    root = project_with(tmp_path, story("The board met.", "")).root
    run_cyhoeddi(root, "translate", "export", "--format", "xliff21", "-o", "out.xlf")
    done = run_cyhoeddi(root, "translate", "import", "out.xlf")
    assert done.returncode == 1
    assert done.stdout.startswith("out.xlf:4:1: error: this unit is not translated yet: publication/story")
    (root / "out.xlf").write_text("<!DOCTYPE x><x/>", encoding="utf-8")
    done = run_cyhoeddi(root, "translate", "import", "out.xlf")
    assert done.returncode == 1
    assert "the file has a DOCTYPE" in done.stdout


def test_two_directions_do_not_fit_into_one_xliff_file(run_cyhoeddi: Run, tmp_path: Path) -> None:
    text = story("", "Cyfarfu'r bwrdd.", first=Language.CY).replace(
        "en: A story, cy: Stori", "en: A story, cy: ''"
    )
    root = project_with(tmp_path, text).root
    assert run_cyhoeddi(root, "translate", "export", "--format", "xliff12", "-o", "a.xlf").returncode == 2
    done = run_cyhoeddi(root, "translate", "export", "--format", "xliff12", "-o", "a.xlf", "--to", "en")
    assert done.returncode == 0
    done = run_cyhoeddi(root, "translate", "export", "--format", "xliff12")
    assert done.stderr == "Written: translations-cy.xlf\nWritten: translations-en.xlf\n"


def test_the_memory_and_the_review_page_are_made(run_cyhoeddi: Run, tmp_path: Path) -> None:
    root = project_with(tmp_path, story("The board met.", "Cyfarfu'r bwrdd.")).root
    run_cyhoeddi(root, "accept", "briefings")
    assert run_cyhoeddi(root, "translate", "export", "--format", "tmx").returncode == 0
    assert "The year in figures." in (root / "translations.tmx").read_text(encoding="utf-8")
    done = run_cyhoeddi(root, "translate", "review", STORY)
    assert (done.returncode, done.stdout) == (0, "review/story.html\n")


def test_a_path_that_names_nothing_and_broken_markdown_are_told(run_cyhoeddi: Run, tmp_path: Path) -> None:
    root = project_with(tmp_path, story("The <b>board</b> met.", "")).root
    assert run_cyhoeddi(root, "translate", "export", "briefings/none.yaml").returncode == 2
    done = run_cyhoeddi(root, "translate", "export")
    assert "this text is not exported: its Markdown has to be mended first" in done.stdout
