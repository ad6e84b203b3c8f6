"""The procedures in the box."""
