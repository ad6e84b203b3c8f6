"""Reports: reviews, trails, options and rules as text and JSON, procedures as Mermaid."""

from congress_flow.reports._deadlines import DeadlinesJson as DeadlinesJson
from congress_flow.reports._deadlines import deadlines_json as deadlines_json
from congress_flow.reports._deadlines import deadlines_lines as deadlines_lines
from congress_flow.reports._doctor import doctor_json as doctor_json
from congress_flow.reports._doctor import doctor_lines as doctor_lines
from congress_flow.reports._json import ReviewJson as ReviewJson
from congress_flow.reports._json import json_bytes as json_bytes
from congress_flow.reports._json import options_json as options_json
from congress_flow.reports._json import review_json as review_json
from congress_flow.reports._json import review_schema as review_schema
from congress_flow.reports._json import rules_json as rules_json
from congress_flow.reports._json import trail_json as trail_json
from congress_flow.reports._mermaid import mermaid as mermaid
from congress_flow.reports._review_text import review_lines as review_lines
from congress_flow.reports._rules_text import rules_lines as rules_lines
from congress_flow.reports._trail_text import options_lines as options_lines
from congress_flow.reports._trail_text import trail_lines as trail_lines
from congress_flow.reports._words import WIDTH as WIDTH
from congress_flow.reports._words import Line as Line
from congress_flow.reports._words import Tone as Tone
from congress_flow.reports._words import plain_text as plain_text
