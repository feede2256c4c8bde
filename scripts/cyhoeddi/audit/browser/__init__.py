"""The pages of a site in a real Chromium: what axe-core and Equal Access find, and what only use shows."""
