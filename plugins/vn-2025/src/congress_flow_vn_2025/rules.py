"""The whole book: importing this module writes every rule into it."""

from __future__ import annotations

from congress_flow_vn_2025._book import book as book
