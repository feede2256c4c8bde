"""A document as an accessible PDF in each language: plain data, a template, and a shelf of what was made."""
