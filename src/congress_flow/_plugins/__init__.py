"""Plugins: what they may give, and how they are loaded."""

from congress_flow._plugins._given import Hooks as Hooks
from congress_flow._plugins._given import Loaded as Loaded
from congress_flow._plugins._given import PluginReport as PluginReport
from congress_flow._plugins._given import PluginState as PluginState
from congress_flow._plugins._loading import hookimpl as hookimpl
from congress_flow._plugins._loading import load as load
