"""The site as data for programs: the list of publications, citations, and what searchers are told; pure."""
