"""What the calls of the library wait for: how to find out, for each function that can wait.

Functions are told apart by their code, never by name: the program may have a class of the same name.
"""

_explanations = {}
"""By the identity of the code: to hash a code object costs more than the rest."""

_kept = []


def on(function, explain) -> None:
    """Have ``explain(frame, agent)`` asked where a wait goes through ``function``.

    It answers with fields of ``step_log.Wait``, as a dictionary; ``agent`` is who waits.
    """
    code = function.__code__
    _kept.append(code)
    _explanations[id(code)] = explain


def of(frames, agent) -> dict:
    """All that is known of a wait in these frames, the outermost first."""
    reasons = {}
    for frame in frames:
        explain = _explanations.get(id(frame.f_code))
        if explain is not None:
            reasons.update(explain(frame, agent))
    return reasons
