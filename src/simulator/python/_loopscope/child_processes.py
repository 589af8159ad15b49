"""What a child process is seen to do: it starts, stands still, ends.

Its tasks and its lines are not watched; where it stands while it waits is.
"""

import sys

from . import agents, kernel, places, program_files, step_log, values, wait_reasons
from .observing import observed_everywhere

waits = {}
"""What each child process that stands still waits for, by its agent's number."""


@observed_everywhere
def started(process, command):
    """The running process has made a child."""
    parent, location = agents.current(), location_of(sys._getframe())
    process.agent = agents.new_number()
    number = process.agent
    kernel.recorder.process_started(number, values.text(command), process.pid, parent, location)


@observed_everywhere
def ended(process):
    waits.pop(process.agent, None)
    agents.process_ended(process.agent)
    number = process.status & 0x7F
    kernel.recorder.process_ended(process.agent, -number if number else process.status >> 8)


@observed_everywhere
def parking(due_ns):
    """The running thread is about to stand still."""
    process = kernel.process
    if process.agent == agents.MAIN_AGENT or kernel.current_thread != process.main_thread:
        return
    own, library = None, []
    # From the caller on: a frame that is in a list of its own stays alive, and all before it.
    for frame in places.parked_frames(sys._getframe(1)):
        if _is_own(frame):
            own, library = frame, []
        else:
            library.append(frame)
    call = None if own is None else places.call_of(library)
    reasons = wait_reasons.of(library, process.agent)
    wait = step_log.Wait(location_of(own), call, until_ns=due_ns, **reasons)
    waits[process.agent] = wait
    step_log.parked(process.agent, wait)


@observed_everywhere
def parked():
    """It runs again."""
    agent = kernel.process.agent
    if agent in waits and kernel.current_thread == kernel.process.main_thread:
        del waits[agent]
        kernel.recorder.resumed(agent)


def location_of(frame):
    """The place of the innermost frame of what the running process executes; None if it has none."""
    if kernel.process.agent == agents.MAIN_AGENT:
        return places.location_of(frame)
    while frame is not None and not _is_own(frame):
        frame = frame.f_back
    if frame is None:
        return None
    if places.is_program(frame.f_code):
        return places.at(frame.f_code, frame.f_lineno)
    file = program_files.number_of(*kernel.process.program)
    return program_files.location(file, frame.f_lineno)


def _is_own(frame) -> bool:
    """Whether a frame runs the file that the running process was started with, or the program's.

    What ``multiprocessing`` starts imports the program.
    """
    program = kernel.process.program
    is_started = program is not None and frame.f_code.co_filename == program[0]
    return is_started or places.is_program(frame.f_code)
