"""The search of a built site: an index in shards for each language, and the families of its Welsh words."""
