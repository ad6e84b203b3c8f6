"""Comparisons that explain themselves, and the objections a rule may raise.

A `Demand` is what a rule asks: a value against a limit. It knows its figures and whether it is met;
`None` anywhere means *not known*, and then it is neither met nor breached. All arithmetic is exact:
integers, fractions and days, never floats, never rounded percentages.
"""

from congress_flow._demand._asking import HALF as HALF
from congress_flow._demand._asking import TWO_THIRDS as TWO_THIRDS
from congress_flow._demand._asking import after as after
from congress_flow._demand._asking import at_least as at_least
from congress_flow._demand._asking import at_most as at_most
from congress_flow._demand._asking import before as before
from congress_flow._demand._asking import differs as differs
from congress_flow._demand._asking import equals as equals
from congress_flow._demand._asking import fails as fails
from congress_flow._demand._asking import given as given
from congress_flow._demand._asking import holds as holds
from congress_flow._demand._asking import less_than as less_than
from congress_flow._demand._asking import more_than as more_than
from congress_flow._demand._asking import more_than_half as more_than_half
from congress_flow._demand._asking import none_of as none_of
from congress_flow._demand._asking import on_or_after as on_or_after
from congress_flow._demand._asking import on_or_before as on_or_before
from congress_flow._demand._asking import one_of as one_of
from congress_flow._demand._comparison import Demand as Demand
from congress_flow._demand._objections import Breach as Breach
from congress_flow._demand._objections import Caution as Caution
from congress_flow._demand._objections import Gap as Gap
from congress_flow._demand._objections import Objection as Objection
from congress_flow._demand._ops import Op as Op
