"""Help: the guide in parts, by role, by page, and by word (docs/guide.md and docs/guide.en.md)."""
