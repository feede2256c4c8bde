"""The built site checked as its readers meet it; nothing here knows how it was made."""
