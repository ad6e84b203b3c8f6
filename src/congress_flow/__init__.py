"""How a Party organisation in Vietnam prepares its congress.

Procedures are drawings of stages and steps; each step is guarded by dated rules that cite the
instrument they come from; every verdict explains itself.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from congress_flow._calendar import WEEKENDS as WEEKENDS
from congress_flow._calendar import Calendar as Calendar
from congress_flow._calendar import CountAnchor as CountAnchor
from congress_flow._calendar import add_months as add_months
from congress_flow._case import Beside as Beside
from congress_flow._case import Case as Case
from congress_flow._case import Passage as Passage
from congress_flow._demand import HALF as HALF
from congress_flow._demand import TWO_THIRDS as TWO_THIRDS
from congress_flow._demand import Breach as Breach
from congress_flow._demand import Caution as Caution
from congress_flow._demand import Demand as Demand
from congress_flow._demand import Gap as Gap
from congress_flow._demand import Op as Op
from congress_flow._demand import after as after
from congress_flow._demand import at_least as at_least
from congress_flow._demand import at_most as at_most
from congress_flow._demand import before as before
from congress_flow._demand import differs as differs
from congress_flow._demand import equals as equals
from congress_flow._demand import fails as fails
from congress_flow._demand import given as given
from congress_flow._demand import holds as holds
from congress_flow._demand import less_than as less_than
from congress_flow._demand import more_than as more_than
from congress_flow._demand import more_than_half as more_than_half
from congress_flow._demand import none_of as none_of
from congress_flow._demand import on_or_after as on_or_after
from congress_flow._demand import on_or_before as on_or_before
from congress_flow._demand import one_of as one_of
from congress_flow._duties import Duty as Duty
from congress_flow._duties import Outlook as Outlook
from congress_flow._duties import Surroundings as Surroundings
from congress_flow._engine import Engine as Engine
from congress_flow._engine import EngineDisagrees as EngineDisagrees
from congress_flow._engine import Option as Option
from congress_flow._figures import percent as percent
from congress_flow._figures import shown as shown
from congress_flow._parameters import Parameter as Parameter
from congress_flow._parameters import Row as Row
from congress_flow._procedure import Drawing as Drawing
from congress_flow._procedure import Event as Event
from congress_flow._procedure import Procedure as Procedure
from congress_flow._procedure import Stage as Stage
from congress_flow._procedure import Step as Step
from congress_flow._procedure import event as event
from congress_flow._procedure import kind_of as kind_of
from congress_flow._procedure import term_of as term_of
from congress_flow._readings import Choice as Choice
from congress_flow._readings import choices as choices
from congress_flow._readings import reading as reading
from congress_flow._rulebook import Answer as Answer
from congress_flow._rulebook import Context as Context
from congress_flow._rulebook import Repeal as Repeal
from congress_flow._rulebook import Rule as Rule
from congress_flow._rulebook import Rulebook as Rulebook
from congress_flow._rulebook import Severity as Severity
from congress_flow._shelf import Shelf as Shelf
from congress_flow._sources import ALWAYS as ALWAYS
from congress_flow._sources import Citation as Citation
from congress_flow._sources import Citations as Citations
from congress_flow._sources import Cited as Cited
from congress_flow._sources import Confidence as Confidence
from congress_flow._sources import InForce as InForce
from congress_flow._sources import Instrument as Instrument
from congress_flow._sources import Level as Level
from congress_flow._text import Lang as Lang
from congress_flow._text import Text as Text
from congress_flow._text import Worded as Worded
from congress_flow._verdict import Fault as Fault
from congress_flow._verdict import Finding as Finding
from congress_flow._verdict import FindingKind as FindingKind
from congress_flow._verdict import Outcome as Outcome
from congress_flow._verdict import StepRefused as StepRefused
from congress_flow._verdict import Verdict as Verdict

# What keeps records, loads plugins or compares laws is imported when it is first asked for: who
# judges a case does not wait for what writes it down.
if TYPE_CHECKING:
    from congress_flow._changes import Aspect as Aspect
    from congress_flow._changes import ChangeKind as ChangeKind
    from congress_flow._changes import RuleChange as RuleChange
    from congress_flow._changes import rules_between as rules_between
    from congress_flow._clerk import Clerk as Clerk
    from congress_flow._clerk import Difference as Difference
    from congress_flow._clerk import audit as audit
    from congress_flow._plugins import Loaded as Loaded
    from congress_flow._plugins import PluginReport as PluginReport
    from congress_flow._plugins import PluginState as PluginState
    from congress_flow._plugins import hookimpl as hookimpl
    from congress_flow._plugins import load as load
else:
    _LATER = {
        "_changes": ("Aspect", "ChangeKind", "RuleChange", "rules_between"),
        "_clerk": ("Clerk", "Difference", "audit"),
        "_plugins": ("Loaded", "PluginReport", "PluginState", "hookimpl", "load"),
    }
    _HOMES = {name: home for home, names in _LATER.items() for name in names}

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *_HOMES})
