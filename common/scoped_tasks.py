"""Background work says in whose name it asks the database; a task that does not is refused."""

from typing import Any

from celery import Task

from common.scope import MACHINERY, Scope, acting


class ScopedTask(Task):
    """`@shared_task(scope=…)`: MACHINERY for work without a row about a person, which opens what it needs itself."""

    abstract = True
    scope: Scope | None = None

    def __call__(self, *args: Any, **options: Any) -> Any:
        if self.scope is None:
            raise TypeError(f"{self.name} declares no scope")
        if self.scope is MACHINERY:
            return super().__call__(*args, **options)
        with acting(self.scope):
            return super().__call__(*args, **options)
