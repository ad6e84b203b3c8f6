"""The record: one sealed entry for each submission, refusals included, chained case by case.

A `Ledger` is any store that keeps its promises; here are one in memory and one as a file of JSON
lines. `verify` tells whether a record is unbroken, `history` reads a case back from it: it is
`begun` by its first entry and `continued` by each further one.
"""

from congress_flow.ledger._canonical import Book as Book
from congress_flow.ledger._canonical import Chosen as Chosen
from congress_flow.ledger._canonical import Consulted as Consulted
from congress_flow.ledger._canonical import taken as taken
from congress_flow.ledger._entry import OPENING as OPENING
from congress_flow.ledger._entry import Entry as Entry
from congress_flow.ledger._history import begun as begun
from congress_flow.ledger._history import continued as continued
from congress_flow.ledger._history import history as history
from congress_flow.ledger._json_lines import JsonLinesLedger as JsonLinesLedger
from congress_flow.ledger._ledger import Conflict as Conflict
from congress_flow.ledger._ledger import Ledger as Ledger
from congress_flow.ledger._ledger import MemoryLedger as MemoryLedger
from congress_flow.ledger._legible import legible as legible
from congress_flow.ledger._sealing import Basis as Basis
from congress_flow.ledger._sealing import named as named
from congress_flow.ledger._sealing import opening as opening
from congress_flow.ledger._sealing import submission as submission
from congress_flow.ledger._verify import heads as heads
from congress_flow.ledger._verify import verify as verify
