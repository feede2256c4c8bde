"""A publication as reference software reads it: BibTeX and RIS."""

from __future__ import annotations

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication

FORMS = {"bib": "cite_bibtex", "ris": "cite_ris"}
"""The forms of a citation, by the ending of its address: the key of its name."""

_LANGUAGES = {Language.EN: "english", Language.CY: "welsh"}
"""As the LaTeX packages babel and biblatex name them."""

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)


def render_citation(edition: Edition, publication: Publication, form: str) -> bytes:
    """Give what reference software reads of *publication* in a *form* that `FORMS` names.

    The publication has a day of first publication.
    """
    return (_bibtex if form == "bib" else _ris)(edition, publication).encode()


def _bibtex(edition: Edition, publication: Publication) -> str:
    """Give an entry of a kind that all styles know; second braces keep the capitals of titles and names."""
    organisation, day = _latex(plain_phrases(edition.organisation)), publication.published_on
    fields = {
        "author": f"{{{organisation}}}",
        "title": f"{{{_latex(edition.plain(publication.title))}}}",
        "type": _latex(edition.type_of(publication).name(edition.language)),
        "institution": organisation,
        "date": day.isoformat(),
        "year": f"{day.year}",
        "month": f"{day.month}",
        "url": _address(edition, publication),
        "langid": _LANGUAGES[edition.language],
        "abstract": _latex(edition.plain(publication.summary)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@techreport{{{publication.id}-{edition.language},", *lines, "}\n"])


def _ris(edition: Edition, publication: Publication) -> str:
    organisation, day = plain_phrases(edition.organisation), publication.published_on
    fields = [
        ("TY", "RPRT"),
        ("AU", organisation),
        ("TI", edition.plain(publication.title)),
        ("M3", edition.type_of(publication).name(edition.language)),
        ("PB", organisation),
        ("PY", f"{day.year}"),
        ("DA", f"{day:%Y/%m/%d}/"),
        ("LA", edition.language.value),
        ("AB", edition.plain(publication.summary)),
        ("UR", _address(edition, publication)),
        ("ID", f"{publication.id}-{edition.language}"),
    ]
    lines = [f"{tag}  - {value}" for tag, value in fields]
    return "\r\n".join([*lines, "ER  - ", ""])


def _address(edition: Edition, publication: Publication) -> str:
    return edition.absolute(edition.addresses.publication(publication, edition.language))


def _latex(text: str) -> str:
    return text.translate(_SPECIAL)
