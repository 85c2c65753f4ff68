"""What keeps the installation alive and says when it is not: backups, nightly checks, alarms, the page of operators."""
