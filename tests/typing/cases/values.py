"""Values that everything else is built of: what a caller may write, and what not."""

from datetime import date
from fractions import Fraction

from congress_flow import Demand, InForce, Text, at_least, more_than_half

title = Text(vi="đại hội", en="congress")
title.vi = "hội nghị"  # expect-error: values are frozen
Text("đại hội")  # expect-error: both languages are needed
Text(vi="đại hội", en=None)  # expect-error: words are words
title.within("fr")  # expect-error: there are two languages

span = InForce(date(2019, 5, 30))
InForce("2019-05-30")  # expect-error: days are dates

passed: Demand = more_than_half(6, of=11)
quorum: Demand = at_least(8, of=12, share=Fraction(2, 3))
more_than_half(6.0, of=11)  # expect-error: counts are exact
at_least(8, of=12, share=0.67)  # expect-error: shares are exact
more_than_half(6)  # expect-error: half of what?
