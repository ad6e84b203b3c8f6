"""Books of provinces, term 2025: they tighten the national book and bind their own territory only.

No dossier tells its province, so the plugin puts none of them on the shelf by itself; who wants one
names it. Each holds only what was reported of that province.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from congress_flow import Rulebook
from congress_flow_vn_2025.provinces import ha_tinh, hai_duong, nghe_an, thai_nguyen

OPTIONAL_BOOKS: Final[Mapping[str, Rulebook[Any]]] = {
    each.book.id: each.book for each in (ha_tinh, hai_duong, nghe_an, thai_nguyen)
}
"""The books by their ids: `ha-tinh-2025`, `hai-duong-2025`, `nghe-an-2025`, `thai-nguyen-2025`."""
