"""Tasks that begin to run inside of ``create_task``, before the loop or anybody else has seen them.

Their first step has no handle that could tell of it. It is told of when the task is first seen to do
something, or else when ``create_task`` returns it.
"""

from asyncio import base_events

from . import agents, monitoring, places, step_log, tracing

_CREATE = base_events.BaseEventLoop.create_task.__code__

_begun = []
"""The numbers of those whose first step is under way, one inside of another."""


def _origin(frame):
    """Who made the task that runs at ``frame``, and where: its frames are on top of its creator's."""
    made = _outwards(frame, _CREATE)
    if _begun:
        creator = _begun[-1]
    else:
        step = _outwards(made, tracing.STEP)
        creator = agents.current_thread() if step is None else step.f_locals["number"]
    return creator, places.location_of(made)


def _outwards(frame, code):
    while frame is not None and frame.f_code is not code:
        frame = frame.f_back
    return frame


def _begins(number) -> None:
    _watch_creations()
    _begun.append(number)
    step_log.began(number)


_is_watching = False


def _watch_creations() -> None:
    """To look at each task that is created costs too much where none can begin by itself."""
    global _is_watching
    if not _is_watching:
        _is_watching = True
        monitoring.on_start(_CREATE, _creates)
        monitoring.on_return(_CREATE, _returned)


def _factory_set(frame):
    _watch_creations()


def _creates(frame):
    agents.remember_arguments(frame.f_locals["coro"])


def _returned(frame, task):
    """``create_task`` returns: the loop knows of the task, unless it began by itself."""
    coroutine = frame.f_locals["coro"]
    if agents.is_task(task):
        number = agents.known_number(task)
        if number is None:
            # Of a task that is done, the coroutine can't be had any more.
            number = agents.introduce(task, coroutine, frame)
            _begins(number)
        if number in _begun:
            _begun.remove(number)
            tracing.step_ended(task, number, ())
    agents.forget_arguments(coroutine)


def install() -> None:
    agents.origin_of_eager, agents.eager_begins = _origin, _begins
    monitoring.on_start(base_events.BaseEventLoop.set_task_factory, _factory_set)
