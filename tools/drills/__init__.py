"""script/drill: what the system does when its parts are killed under people who go on working."""
