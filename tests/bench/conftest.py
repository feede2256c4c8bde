"""What the tests of the benchmark share: a small project of invented publications, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.command import TOOL, run
from bench.corpus import write_corpus
from bench.measure import BUILD
from tests.conftest import PROJECT


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of ten publications, accepted and built; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("invented") / "project"
    write_corpus(PROJECT, folder, 10)
    run((TOOL, "accept"), folder)
    run(BUILD, folder)
    return folder
