"""The procedures in the box: one module each, drawn from the handbook's tables.

What their events share stands here; import a procedure's module for its stages, steps and events.
"""

from congress_flow.procedures._acts import Act as Act
from congress_flow.procedures._acts import Body as Body
from congress_flow.procedures._acts import Explanation as Explanation
from congress_flow.procedures._people import AgeCategory as AgeCategory
from congress_flow.procedures._people import Meeting as Meeting
from congress_flow.procedures._people import Nominee as Nominee
from congress_flow.procedures._people import Sex as Sex
from congress_flow.procedures._people import TrackKind as TrackKind
