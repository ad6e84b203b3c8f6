"""Rules for congress_flow."""
