"""gunicorn, the same on a newcomer's machine and in production; the environment says where and how wide."""

import ctypes
import os


bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 8
# Imported once and shared by the workers: half the memory and half the start.
preload_app = True
# A worker that has grown is replaced; the jitter keeps them from leaving together.
max_requests = 5000
max_requests_jitter = 500
# Nobody here steers it from outside; signals are enough.
control_socket_disable = True
timeout = 30
graceful_timeout = 5

# Each thread would have a heap of its own; with two for all of them a worker stays some megabytes smaller.
M_ARENA_MAX = -8
ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)
