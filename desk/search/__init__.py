"""The search of every page: people, institutions, agreements, pages and help, each as far as one may see it."""
