"""Numbers of documents: reading, printing, registers, and who may issue and sign what."""

from congress_flow.numbering._citations import find_all as find_all
from congress_flow.numbering._citations import read_citation as read_citation
from congress_flow.numbering._number import Defect as Defect
from congress_flow.numbering._number import Notice as Notice
from congress_flow.numbering._number import Number as Number
from congress_flow.numbering._number import Reading as Reading
from congress_flow.numbering._number import Repair as Repair
from congress_flow.numbering._number import Status as Status
from congress_flow.numbering._reading import read as read
from congress_flow.numbering._spelling import newer_spelling as newer_spelling
from congress_flow.numbering._spelling import same_text as same_text
from congress_flow.numbering._symbols import TYPES as TYPES
from congress_flow.numbering._symbols import DocumentType as DocumentType
