"""Whether a program that is stuck waits for nothing but clients: then it serves.

Nothing of it can run again, and no client can come. But it listens, and nobody in it waits for what
only the program itself could bring about, nor has anything to do and no loop to do it.
"""

from asyncio import locks, tasks

from . import agents, channels, child_processes, event_loop, places, servers, standstill, tags, waits
from .network import ports
from .network.readiness import IN, OUT
from .states import HOLDERS, IS_COUNTER


def is_serving() -> bool:
    return (
        _is_heard()
        and not _is_anything_due()
        and not _talks_to_itself()
        and not _is_anybody_lost()
    )


def _is_heard() -> bool:
    """Whether a client would be let in: a socket listens, and a thread or a loop sleeps at it."""
    return any(end.is_awaited(IN) for end in servers.listening)


def _is_anything_due() -> bool:
    """Whether a loop would have something to do, but does not know, or is held by a blocking call."""
    return any(
        not handle._cancelled
        for loop in event_loop.running
        for handle in (*loop._ready, *loop._scheduled)
    )


def _talks_to_itself() -> bool:
    """Whether a connection is open. Both of its ends are in the program: there is nobody else."""
    streams = any(end.can_write or end.can_read for end in servers.admitted if _has_peer(end))
    return streams or any(_has_receiver(end) for end in ports.udp if end not in servers.listening)


def _has_peer(end) -> bool:
    return not (end.is_released or end.incoming.writer.is_released)


def _has_receiver(end) -> bool:
    """Whether a socket has sent datagrams to another one of the program's."""
    destination = end.peer or end.last_destination
    return destination is not None and bool(ports.udp.find(end.family, *destination[:2]))


def _is_anybody_lost() -> bool:
    of_tasks = {task: waits.of_task(task) for task in agents.pending_tasks()}
    of_threads = [*standstill.waiting.values(), *child_processes.waits.values()]
    every = [*of_tasks.values(), *of_threads]
    return (
        any(map(_is_for_room, every))
        or any(map(_is_for_lock, of_threads))
        or _has_ring(of_tasks)
        or bool(of_tasks) and _is_in_vain(every)
    )


def _is_in_vain(every) -> bool:
    """Whether the program's own clients have come and gone, and nobody waits in order to serve.

    What it waits for, they should have brought about.
    """
    return servers.had_clients and all(wait.server is None for wait in every)


def _is_for_room(wait) -> bool:
    """Whether it waits to write to a pipe that is full."""
    return wait.channel is not None and not channels.of_number(wait.channel).writer.poll() & OUT


def _is_for_lock(wait) -> bool:
    """Whether a thread waits for a lock of ``threading``'s, and not for something made of one."""
    return wait.primitive is not None and wait.call in ("Lock.acquire", "RLock.acquire")


def _has_ring(of_tasks) -> bool:
    """Whether tasks wait for each other, or for a lock whose holder is gone.

    Who waits for something else may be helped by a client, and so may all that wait for it.
    """
    blockers = {agents.number_of(task): _blockers(task, wait) for task, wait in of_tasks.items()}
    hopeful = {task for task, others in blockers.items() if others is None}
    hopeful.add(agents.MAIN_AGENT)
    rest = blockers.keys() - hopeful
    while freed := {task for task in rest if not hopeful.isdisjoint(blockers[task])}:
        hopeful |= freed
        rest -= freed
    return bool(rest)


def _blockers(task, wait):
    """The tasks of which one must go on before this one can; None if it waits for no task."""
    if wait.task is not None:
        return [wait.task]
    for frame in places.awaited_frames(tasks.Task.get_coro(task)):
        if frame.f_code in (locks.Lock.acquire.__code__, locks.Semaphore.acquire.__code__):
            primitive = frame.f_locals["self"]
            return None if tags.get(primitive, IS_COUNTER) else tags.get(primitive, HOLDERS, [])
    return None
