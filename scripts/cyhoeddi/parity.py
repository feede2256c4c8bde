"""What the rules of parity know beyond the text before them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cyhoeddi.language import Language
from cyhoeddi.settings import Settings
from cyhoeddi.terms import NO_TERMS, Terms

_TWINS = (
    ("gov.wales", "llyw.cymru"),
    ("senedd.wales", "senedd.cymru"),
    ("nhs.wales", "gig.cymru"),
    ("careinspectorate.wales", "arolygiaethgofal.cymru"),
    ("childcomwales.org.uk", "complantcymru.org.uk"),
    ("socialcare.wales", "gofalcymdeithasol.cymru"),
    ("audit.wales", "archwilio.cymru"),
    ("ombudsman.wales", "ombwdsmon.cymru"),
    ("naturalresources.wales", "cyfoethnaturiol.cymru"),
    ("naturalresourceswales.gov.uk", "cyfoethnaturiolcymru.gov.uk"),
    ("futuregenerations.wales", "cenedlaethaurdyfodol.cymru"),
    ("welshlanguagecommissioner.wales", "comisiynyddygymraeg.cymru"),
    ("wlga.wales", "wlga.cymru"),
    ("sport.wales", "chwaraeon.cymru"),
    ("museum.wales", "amgueddfa.cymru"),
    ("library.wales", "llyfrgell.cymru"),
    ("qualifications.wales", "cymwysterau.cymru"),
    ("visitwales.com", "croeso.cymru"),
)
"""Domains of public bodies in Wales that show one site in two languages: English, Welsh."""


@dataclass(frozen=True)
class ParityContext:
    """What a project adds to the rules; read once, before any rule runs."""

    twin_domains: tuple[tuple[str, str], ...] = ()
    """More pairs of domains, English and Welsh, that show one site in the two languages."""
    terms: Terms = NO_TERMS
    """The agreed terms, the project's own words and house style."""

    @cached_property
    def _known(self) -> dict[str, tuple[Language, str]]:
        pairs = (*_TWINS, *((en.lower(), cy.lower()) for en, cy in self.twin_domains))
        return {
            domain: (language, pair[0])
            for pair in pairs
            for language, domain in zip(Language, pair, strict=True)
        }

    def site(self, domain: str) -> tuple[str, Language | None]:
        """Give the English name of the site that *domain* belongs to, and the language in which it shows it.

        A domain below one of a pair belongs to it: "busnescymru.llyw.cymru" to "llyw.cymru". A domain of no
        pair is a site of its own, of no language.
        """
        domain = domain.lower().removeprefix("www.")
        labels = domain.split(".")[-_MOST_LABELS:]
        for start in range(len(labels) - 1):
            known = self._known.get(".".join(labels[start:]))
            if known:
                return known[1], known[0]
        return domain, None


def context_of(settings: Settings | None, terms: Terms) -> ParityContext:
    """Give what a project with these *settings*, if they can be read, and *terms* adds."""
    domains = settings.extra.twin_domains if settings else ()
    return ParityContext(tuple((pair.en, pair.cy) for pair in domains), terms)


_MOST_LABELS = 8
PLAIN = ParityContext()
"""What holds where a project adds nothing."""
