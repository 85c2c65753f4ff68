"""script/bench: what the system does under load, beside a floor view under the same server in the same run."""
