"""What the owner of a site sets in mkdocs.yml: addresses, organisation, contact, logo, length of lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from cyhoeddi.design import THEME
from cyhoeddi.language import Language
from cyhoeddi.load import RULE, load_part
from cyhoeddi.misplaced import misplaced
from cyhoeddi.model import Bilingual, Contact
from cyhoeddi.problems import Problem
from cyhoeddi.source import read_source
from cyhoeddi.values import Number

FILE = "mkdocs.yml"


def _ends_with_slash(value: object) -> object:
    if isinstance(value, str):
        try:
            parts = urlsplit(value)
        except ValueError:
            raise ValueError("address") from None
        if parts.scheme not in {"https", "http"} or not parts.netloc or parts.query or parts.fragment:
            raise ValueError("address")
        if re.search(r"[\s<>\"\\^`{|}]", value):
            raise ValueError("address")
        return value.rstrip("/") + "/"
    return value


Address = Annotated[str, BeforeValidator(_ends_with_slash)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BothLanguages(Bilingual):
    """A text that stands on every page: neither side may be empty."""

    en: Words
    cy: Words


class SiteContact(Contact):
    """Whom readers can ask, unless a publication says otherwise."""

    name: BothLanguages


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bases(_Settings):
    """One base address a language, where the two have domains of their own."""

    en: Address
    cy: Address


class TwinDomains(_Settings):
    """Two domains that show one site, each in its language."""

    en: Words
    cy: Words


class Extra(_Settings):
    """The part of mkdocs.yml under `extra`."""

    organisation: BothLanguages
    contact: SiteContact
    addresses: Bases | None = None
    twin_domains: tuple[TwinDomains, ...] = ()
    logo: str | None = None
    items_per_page: Number = 20


class Theme(BaseModel):
    """The part of mkdocs.yml under `theme`, as far as Cyhoeddi reads it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    custom_dir: str = THEME


class Settings(BaseModel):
    """The parts of mkdocs.yml that Cyhoeddi reads; the rest is MkDocs' own."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    site_name: Words
    """MkDocs' own name for the site; readers see the organisation's."""
    site_url: Address
    extra: Extra
    theme: Theme = Theme()
    hooks: tuple[str, ...] = ()

    def base(self, language: Language) -> str:
        """Give the address of the site's root for readers of *language*, with a slash at the end."""
        bases = self.extra.addresses
        if bases is None:
            return self.site_url
        return bases.en if language is Language.EN else bases.cy

    @property
    def organisation(self) -> Bilingual:
        """The name of the body that publishes."""
        return self.extra.organisation


def read_settings(root: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read mkdocs.yml of the project folder *root*."""
    source, problems = read_source(root / FILE, FILE)
    if source is None:
        return None, problems
    settings, mistakes = load_part(source, Settings)
    logo = settings.extra.logo if settings else None
    if logo is not None and not _is_picture(root, logo):
        message = f'"{logo}" is not a picture of this site'
        hint = (
            "Put a PNG or SVG file into the folder theme/assets/ and write its name here as /assets/logo.svg."
        )
        mistakes = (*mistakes, Problem(source.position(("extra", "logo")), RULE, message, hint))
    return settings, (*problems, *mistakes, *misplaced(source, root))


def _is_picture(root: Path, logo: str) -> bool:
    found = re.fullmatch(r"/assets/([A-Za-z0-9._-]+\.(?:png|svg))", logo)
    return found is not None and (root / THEME / "assets" / found[1]).is_file()
