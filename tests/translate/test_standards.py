"""The files follow the rules of their standards, and another program reads the same in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from cyhoeddi.language import Language
from cyhoeddi.project import Project
from cyhoeddi.translate.answers import Answer
from cyhoeddi.translate.content import plain
from cyhoeddi.translate.tmx import accepted_pairs, write_tmx
from tests.conftest import Copy
from tests.project_folder import project_of
from tests.remembered import accept
from tests.translate.exchange import STORY, answers_of, project_with, send, story, take, with_words

X12 = "{urn:oasis:names:tc:xliff:document:1.2}"
X21 = "{urn:oasis:names:tc:xliff:document:2.0}"
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

ORDER_12 = ["source", "target", "note"]
STATES_12 = {"new", "needs-translation", "translated", "final", "signed-off"}
CTYPES = re.compile(r"bold|italic|underlined|link|image|pb|lb|x-.+")
ORDER_21 = ["metadata", "notes", "originalData", "segment"]
CODE_TYPES = {"fmt", "ui", "quote", "link", "image", "other"}


@pytest.fixture(scope="module")
def sample(copy_project: Copy, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project_of(copy_project(tmp_path_factory.mktemp("sample")), "2027-01-01T12:00")


def exported(sample: Project, form: str) -> list[tuple[Language, bytes]]:
    return list(send(sample, form, everything=True).items())


def test_xliff_12_follows_its_standard(sample: Project) -> None:
    for side, data in exported(sample, "xliff12"):
        root = ET.fromstring(data)  # noqa: S314
        assert (root.tag, root.get("version")) == (f"{X12}xliff", "1.2")
        for file in root:
            assert {"original", "source-language", "target-language", "datatype"} <= set(file.keys())
            assert (file.get("source-language"), file.get("target-language")) == (side.other, side)
            assert [child.tag for child in file] == [f"{X12}header", f"{X12}body"]
            ids = [unit.get("id") for unit in file.iter(f"{X12}trans-unit")]
            assert len(ids) == len(set(ids)) > 0
            for unit in file.iter(f"{X12}trans-unit"):
                names = [child.tag.removeprefix(X12) for child in unit]
                assert names == [name for name in ORDER_12 if name in names]
                assert names[0] == "source"
                assert unit.get(f"{XML}space") == "preserve"
                assert unit.get("approved") in {"yes", "no"}
                _judge_codes_12(unit, side)


def _judge_codes_12(unit: ET.Element, side: Language) -> None:
    source, target = unit.find(f"{X12}source"), unit.find(f"{X12}target")
    assert source is not None
    assert source.get(f"{XML}lang") == side.other
    for part in (source, target):
        if part is None:
            continue
        ids = [code.get("id") for code in part.iter() if code is not part]
        assert len(ids) == len(set(ids))
        for code in part.iter():
            if code is not part:
                assert code.tag in {f"{X12}g", f"{X12}x"}
                assert CTYPES.fullmatch(code.get("ctype", ""))
    if target is not None:
        assert target.get(f"{XML}lang") == side
        assert target.get("state") in STATES_12


def test_xliff_21_follows_its_standard(sample: Project) -> None:
    for side, data in exported(sample, "xliff21"):
        root = ET.fromstring(data)  # noqa: S314
        assert (root.tag, root.get("version")) == (f"{X21}xliff", "2.1")
        assert (root.get("srcLang"), root.get("trgLang")) == (side.other, side)
        files = [file.get("id") for file in root]
        assert len(files) == len(set(files)) > 0
        for file in root:
            ids = [unit.get("id", "") for unit in file]
            assert len(ids) == len(set(ids)) > 0
            assert all(re.fullmatch(r"[\w.:-]+", one) for one in ids)
            for unit in file:
                _judge_unit_21(unit)


def _judge_unit_21(unit: ET.Element) -> None:
    names = [re.sub(r"\{.*\}", "", child.tag) for child in unit]
    assert names == [name for name in ORDER_21 if name in names]
    data = {one.get("id") for one in unit.iter(f"{X21}data")}
    used = set()
    (segment,) = unit.findall(f"{X21}segment")
    assert [child.tag for child in segment] in ([f"{X21}source"], [f"{X21}source", f"{X21}target"])
    assert segment.get("state", "initial") in {"initial", "translated", "reviewed", "final"}
    assert segment.get("state") is None or segment.find(f"{X21}target") is not None
    for part in segment:
        codes = [code for code in part.iter() if code is not part]
        ids = [code.get("id") for code in codes]
        assert len(ids) == len(set(ids))
        for code in codes:
            assert code.get("type") in CODE_TYPES
            assert code.get("subType") in {None, "xlf:b", "xlf:i"}
            assert code.get("subType") is None or code.get("type") == "fmt"
            refs = {"dataRef"} if code.tag == f"{X21}ph" else {"dataRefStart", "dataRefEnd"}
            assert refs <= set(code.keys())
            used |= {code.get(ref) for ref in refs}
    assert used == data
    _judge_what_stays_21(segment)


def _judge_what_stays_21(segment: ET.Element) -> None:
    """A final translation has every code that may not be deleted."""
    if segment.get("state") == "final":
        target = segment.find(f"{X21}target")
        there = {code.get("id") for code in target.iter()} if target is not None else set()
        source = [code for code in segment[0].iter() if code.get("canDelete") == "no"]
        assert {code.get("id") for code in source} <= there


def test_an_accepted_translation_may_do_without_a_mark(tmp_path: Path) -> None:
    text = story("A **bold** word and *another*.", "Gair *arall*.").replace("status: draft\n", "")
    root = project_with(tmp_path, text).root
    accept(root)
    project = project_of(root)
    data = send(project, "xliff21", STORY, everything=True)[Language.CY]
    units = list(ET.fromstring(data).iter(f"{X21}unit"))  # noqa: S314
    for unit in units:
        _judge_unit_21(unit)
    assert [code.get("canDelete") for code in units[-1].iter(f"{X21}pc")] == ["yes", "no", "no"]
    answer = with_words(answers_of(data, "xliff21")[-1], Language.CY, lambda words: f"Un {words}")
    assert take(project, answer).problems == ()


def test_a_foreign_program_reads_the_same_units(sample: Project) -> None:
    for _, data in exported(sample, "xliff12"):
        units = xlifffile.parsestring(data).units
        there = {(unit.xmlelement.get("resname"), unit.source, unit.target or "") for unit in units}
        assert there == {(one.key, one.words, _said(one)) for one in answers_of(data, "xliff12")}
    for _, data in exported(sample, "xliff21"):
        pairs = [(unit.source, unit.target or "") for unit in Xliff2File.parsestring(data).units]
        assert pairs == [(one.words, _said(one)) for one in answers_of(data, "xliff21")]


def _said(answer: Answer) -> str:
    return "".join(piece for piece in answer.target if isinstance(piece, str))


def test_what_a_foreign_program_translates_is_taken(sample: Project, tmp_path: Path) -> None:
    (_, data), *_ = exported(sample, "xliff12")
    store = xlifffile.parsestring(data)
    units = [unit for unit in store.units if unit.source == "Background"]
    assert units
    for unit in units:
        unit.target = "Y cefndir"
    (tmp_path / "back.xlf").write_bytes(bytes(store))
    answers = answers_of((tmp_path / "back.xlf").read_bytes(), "xliff12")
    changed = [one.target for one in answers if one.words == "Background"]
    assert changed == [("Y cefndir",)] * len(units)


def test_tmx_holds_every_accepted_pair(sample: Project) -> None:
    pairs = list(accepted_pairs(sample.memory.records))
    assert len(pairs) > 300
    data = write_tmx(sample.memory.records)
    root = ET.fromstring(data)  # noqa: S314
    header = root.find("header")
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    assert header is not None
    assert set(header.keys()) == {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    keys = [unit.get("tuid") for unit in root.iter("tu")]
    assert len(keys) == len(set(keys)) == len(pairs)
    for seg in root.iter("seg"):
        opened = [code.get("i") for code in seg.iter("bpt")]
        assert opened == sorted(set(opened), key=opened.index)
        assert sorted(map(str, opened)) == sorted(str(code.get("i")) for code in seg.iter("ept"))
    there = [(unit.source, unit.target) for unit in tmxfile.parsestring(data).units]
    assert len(there) == len(pairs)
    simple = [
        (number, plain(english), plain(welsh))
        for number, (_, english, welsh) in enumerate(pairs)
        if all(isinstance(piece, str) for piece in (*english, *welsh))
    ]
    assert [(there[number][0], there[number][1]) for number, _, _ in simple] == [pair[1:] for pair in simple]
