"""Encrypted backups that restore to the same rows, and the rehearsal that proves it (docs/operations.md, "Backup")."""
