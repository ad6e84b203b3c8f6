"""Numbers of documents: reading, printing, registers, and who may issue and sign what.

A number does not identify a document, and its symbol does not tell who decided it; the registry
finds the instrument meant, and the text of it that is in force on a day. All functions are pure and
give their results as values: nothing that is written raises. See
docs/how-to/read-document-numbers.md.
"""

from congress_flow.numbering._authority import Authority as Authority
from congress_flow.numbering._authority import AuthorityLine as AuthorityLine
from congress_flow.numbering._authority import IssuingBody as IssuingBody
from congress_flow.numbering._authority import IssuingMatrix as IssuingMatrix
from congress_flow.numbering._authority import IssuingRow as IssuingRow
from congress_flow.numbering._authority import Signatory as Signatory
from congress_flow.numbering._authority import SigningBody as SigningBody
from congress_flow.numbering._authority import SigningRow as SigningRow
from congress_flow.numbering._authority import SigningTable as SigningTable
from congress_flow.numbering._authority import read_authority as read_authority
from congress_flow.numbering._cascade import CascadeFault as CascadeFault
from congress_flow.numbering._cascade import CascadeFinding as CascadeFinding
from congress_flow.numbering._cascade import check_cascade as check_cascade
from congress_flow.numbering._cascade import check_nested as check_nested
from congress_flow.numbering._citations import find_all as find_all
from congress_flow.numbering._citations import read_citation as read_citation
from congress_flow.numbering._number import Defect as Defect
from congress_flow.numbering._number import Notice as Notice
from congress_flow.numbering._number import Number as Number
from congress_flow.numbering._number import Reading as Reading
from congress_flow.numbering._number import Repair as Repair
from congress_flow.numbering._number import Status as Status
from congress_flow.numbering._reading import read as read
from congress_flow.numbering._registers import Entry as Entry
from congress_flow.numbering._registers import RegisterFault as RegisterFault
from congress_flow.numbering._registers import RegisterFinding as RegisterFinding
from congress_flow.numbering._registers import check_register as check_register
from congress_flow.numbering._registers import committee_term as committee_term
from congress_flow.numbering._registry import CitationCheck as CitationCheck
from congress_flow.numbering._registry import CitationFault as CitationFault
from congress_flow.numbering._registry import Registry as Registry
from congress_flow.numbering._registry import Relation as Relation
from congress_flow.numbering._registry import RelationKind as RelationKind
from congress_flow.numbering._registry import check_citation as check_citation
from congress_flow.numbering._spelling import newer_spelling as newer_spelling
from congress_flow.numbering._spelling import same_text as same_text
from congress_flow.numbering._symbols import TYPES as TYPES
from congress_flow.numbering._symbols import UNNUMBERED as UNNUMBERED
from congress_flow.numbering._symbols import DocumentType as DocumentType
