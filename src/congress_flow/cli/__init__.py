"""The command line, `congress-flow`: review, options, trail, rules, draw, doctor, schema.

Every answer goes to the standard output, every problem to the standard error, in the language
asked for and with the path to the spot. The exit status of `review` is 0 for READY and
BASICALLY_READY (with `--strict` only READY), 1 for NOT_READY; bad input is 2 everywhere.
"""

from congress_flow.cli._app import main as main
