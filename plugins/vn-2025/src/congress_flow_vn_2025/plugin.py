"""What the loader asks this plugin for: its rules follow."""
