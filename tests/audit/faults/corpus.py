"""Every fault of the corpus."""

from __future__ import annotations

from tests.audit.faults.documents import DOCUMENTS
from tests.audit.faults.downloads import DOWNLOADS
from tests.audit.faults.heads import HEADS
from tests.audit.faults.keys import KEYS
from tests.audit.faults.languages import LANGUAGES
from tests.audit.faults.looks import LOOKS
from tests.audit.faults.markup import MARKUP
from tests.audit.faults.texts import TEXTS

FAULTS = (*LANGUAGES, *HEADS, *TEXTS, *MARKUP, *DOWNLOADS, *KEYS, *LOOKS, *DOCUMENTS)
