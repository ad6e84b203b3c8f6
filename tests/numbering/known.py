"""The registry of every instrument that the plugins of this checkout know."""

from __future__ import annotations

from typing import Final

from congress_flow.numbering import Registry
from congress_flow_thai_binh_2020 import instruments as thai_binh
from congress_flow_thai_binh_2020 import relations as thai_binh_relations
from congress_flow_vn_2020 import instruments as national_2020
from congress_flow_vn_2020 import local_instruments as local_2020
from congress_flow_vn_2020 import relations as relations_2020
from congress_flow_vn_2020 import state_law
from congress_flow_vn_2025 import instruments as national_2025
from congress_flow_vn_2025 import local_instruments as local_2025
from congress_flow_vn_2025 import relations as relations_2025

REGISTRY: Final = Registry(
    (
        *national_2020.INSTRUMENTS,
        *national_2025.INSTRUMENTS,
        *local_2020.INSTRUMENTS,
        *local_2025.INSTRUMENTS,
        *thai_binh.INSTRUMENTS,
        *state_law.INSTRUMENTS,
    ),
    (
        *relations_2020.RELATIONS,
        *relations_2025.RELATIONS,
        *thai_binh_relations.RELATIONS,
    ),
)
