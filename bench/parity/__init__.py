"""What the parity rules are measured with: clean texts in both languages, and single faults planted in them.

Made before the rules and without them. `entries` gives the texts, `plant` the faults, `expected.yaml` what
must be said of each. Nothing here imports a check, and no check may import anything from here.
"""
