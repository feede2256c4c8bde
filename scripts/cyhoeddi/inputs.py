"""All that an answer about a project follows from: this program, and the files of the project folder.

This module imports little: a command whose answer is known needs no more (`unchanged`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cyhoeddi.design import THEME, hook_files
from cyhoeddi.fingerprint import HOME, PACKAGE, code_digest, digest, tell_code
from cyhoeddi.hashes import hashes_in

_NOT_READ = {"site", "preview", "status", "review", "audit", "node_modules", "evidence.json"}
"""What a project folder itself holds that no build reads: what commands write, and what belongs to other
tools. A folder of the same name further down, such as briefings/files/status, is read like any other."""
_NOT_READ_EITHER = (".pdf", ".csv", ".xlf", ".tmx")
"""How the names of such files end: single PDFs, and what translators are sent."""
_GENERATED = ("/docs/en/generated", "/docs/cy/generated")


class Inputs:
    """What stands there at one moment."""

    def __init__(self, program: str, files: Mapping[str, str]) -> None:
        """Take the hash of the *program* and of all it is put together from, and of each of the *files*."""
        self.program = program
        self.files = files
        """By path in the project folder; of what is no file, just that it is there, with no hash."""

    @cached_property
    def digest(self) -> str:
        """The hash of all of it."""
        return self.without(())

    def without(self, names: Iterable[str]) -> str:
        """Give the hash of all but the files *names*."""
        left = self.files.keys() - set(names)
        return digest(self.program, *(f"{name}\0{self.files[name]}" for name in sorted(left)))

    def still_so(self, root: Path) -> bool:
        """Tell whether the project folder *root* has the same inputs now: else somebody saved a file."""
        now = read_inputs(root)
        return now is not None and now.digest == self.digest


def read_inputs(root: Path) -> Inputs | None:
    """Give the inputs of the project folder *root*; None if one cannot be read, which others tell of."""
    try:
        return _read(root)
    except OSError:
        return None


def _read(root: Path) -> Inputs:
    hashes = hashes_in(root)

    def told(top: str, is_read: Callable[[str], bool] = lambda _name: True) -> dict[str, str]:
        found = _found(top, is_read)
        return {path[len(top) + 1 :]: hashes.of(path)[0] if is_file else "" for path, is_file in found}

    code = told(str(PACKAGE))
    tell_code({path: found for path, found in code.items() if found})
    theme = told(str(HOME / THEME)) if (HOME / THEME).is_dir() else {}
    hooks = {str(file): hashes.of(str(file))[0] for file in hook_files(HOME)}
    files = told(str(root), _is_read)
    hashes.keep(only_asked=True)
    # Of the code, what this process runs counts, and not what may have been put in its place since.
    design = (f"{path}\0{said}" for path, said in sorted((theme | hooks).items()))
    return Inputs(digest(code_digest(), *design), files)


def _is_read(name: str) -> bool:
    """Tell whether a build reads what has this *name* in the project folder itself."""
    return not (name.startswith(".") or name in _NOT_READ or name.endswith(_NOT_READ_EITHER))


def _found(top: str, is_read: Callable[[str], bool]) -> Iterator[tuple[str, bool]]:
    """Yield what is in the folder *top*, however deep, and whether it is a file.

    What is neither file nor folder, or is a folder with a file's name, is a mistake that a command tells of.
    """
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if folder == top and not is_read(entry.name):
                    continue
                if not entry.is_dir():
                    yield entry.path, entry.is_file()
                elif entry.name != "__pycache__" and not entry.path.endswith(_GENERATED):
                    yield entry.path, False
                    waiting.append(entry.path)
