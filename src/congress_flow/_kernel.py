"""The second, independent executor: the same drawing run by a `transitions` machine.

`transitions` by default lets any state jump to any other, accepts states and guards nobody drew,
and fires callbacks after the state has moved. Here it has none of that: one machine a procedure,
no automatic transitions, no callbacks, one guard that answers a real bool, and a throw-away token
as the model, which is never added to the machine (`add_model` is quadratic).
"""

from __future__ import annotations

from typing import Any

from congress_flow._procedure import Procedure, kind_of


class _Token:
    """What the machine moves: a stage name, and whether the verdict allows the step."""

    __slots__ = ("allowed", "state")

    def __init__(self, state: str, allowed: bool) -> None:  # noqa: FBT001
        self.state = state
        self.allowed = allowed


def _allowed(event_data: Any) -> bool:  # noqa: ANN401 - transitions is untyped here
    return event_data.model.allowed is True


class Kernel:
    """One machine for one procedure. `move` says where an event leads, or None: nowhere.

    The machine keeps nothing from one token to the next, so what it once did it would do again:
    each of its finitely many moves is made by the machine when it is first asked for, and kept.
    """

    __slots__ = ("_events", "_moved", "_nowhere")

    def __init__(self, procedure: Procedure[Any]) -> None:
        # Imported here, so that who only judges, or only asks for a name, does not wait for it.
        from transitions import Machine, MachineError  # noqa: PLC0415

        machine = Machine(
            model=None,
            states=[stage.name for stage in procedure.stages],
            initial=procedure.initial.name,
            transitions=[
                {
                    "trigger": step.kind,
                    "source": source.name,
                    "dest": step.target_from(source).name,
                    "conditions": [_allowed],
                }
                for step in procedure.steps
                for source in step.sources
            ],
            auto_transitions=False,
            send_event=True,
        )
        self._events = machine.events
        self._nowhere = MachineError
        self._moved: dict[tuple[str, type[Any], bool], str | None] = {}

    def move(self, stage: str, event_type: type[Any], *, allowed: bool) -> str | None:
        """Return the stage reached from *stage*, or None where the machine does not move."""
        asked = (stage, event_type, allowed)
        if asked not in self._moved:
            self._moved[asked] = self._run(stage, event_type, allowed)
        return self._moved[asked]

    def _run(self, stage: str, event_type: type[Any], allowed: bool) -> str | None:  # noqa: FBT001
        trigger = self._events.get(kind_of(event_type))
        if trigger is None:
            return None
        token = _Token(stage, allowed)
        try:
            moved = trigger.trigger(token)
        except self._nowhere:  # drawn, but not from here
            return None
        return token.state if moved is True else None
