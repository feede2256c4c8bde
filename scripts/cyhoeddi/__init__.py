"""Cyhoeddi (Welsh: to publish): bilingual briefings in YAML become an accessible English and Welsh site."""
