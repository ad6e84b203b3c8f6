"""Dossiers: everything about one congress in one file, read and judged from end to end."""

from congress_flow.dossier._deadlines import Deadlines as Deadlines
from congress_flow.dossier._deadlines import deadlines as deadlines
from congress_flow.dossier._dossier import Dossier as Dossier
from congress_flow.dossier._dossier import Opening as Opening
from congress_flow.dossier._dossier import Recorded as Recorded
from congress_flow.dossier._dossier import Tables as Tables
from congress_flow.dossier._history import History as History
from congress_flow.dossier._history import Judged as Judged
from congress_flow.dossier._history import case_of as case_of
from congress_flow.dossier._history import history as history
from congress_flow.dossier._history import options as options
from congress_flow.dossier._reading import MAX_BYTES as MAX_BYTES
from congress_flow.dossier._reading import parse as parse
from congress_flow.dossier._reading import read as read
from congress_flow.dossier._review import Evidence as Evidence
from congress_flow.dossier._review import Gate as Gate
from congress_flow.dossier._review import GateOutcome as GateOutcome
from congress_flow.dossier._review import Remark as Remark
from congress_flow.dossier._review import Review as Review
from congress_flow.dossier._review import default_day as default_day
from congress_flow.dossier._review import review as review
from congress_flow.dossier._schema import dossier_schema as dossier_schema
