"""The second, independent executor: the same drawing run by a `transitions` machine.

`transitions` by default lets any state jump to any other, accepts states and guards nobody drew,
and fires callbacks after the state has moved. Here it has none of that: one machine a procedure,
no automatic transitions, no callbacks, one guard that answers a real bool, and a throw-away token
as the model, which is never added to the machine (`add_model` is quadratic).
"""

from __future__ import annotations

from typing import Any

from transitions import Machine, MachineError

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
    """One machine for one procedure. `move` says where an event leads, or None: nowhere."""

    __slots__ = ("_events",)

    def __init__(self, procedure: Procedure[Any]) -> None:
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

    def move(self, stage: str, event_type: type[Any], *, allowed: bool) -> str | None:
        """Return the stage reached from *stage*, or None where the machine does not move."""
        trigger = self._events.get(kind_of(event_type))
        if trigger is None:
            return None
        token = _Token(stage, allowed)
        try:
            moved = trigger.trigger(token)
        except MachineError:  # drawn, but not from here
            return None
        return token.state if moved is True else None
