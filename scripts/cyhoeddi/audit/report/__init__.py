"""What an audit came to, told: as problems, so that every format of `report` tells it, and as pages."""

from __future__ import annotations

from cyhoeddi.audit.report.as_problems import as_problems
from cyhoeddi.audit.report.pages import render_pages, write_pages

__all__ = ["as_problems", "render_pages", "write_pages"]
