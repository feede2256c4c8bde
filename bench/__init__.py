"""How long a site takes to build, next to what others need for the same pages: make bench."""
