# Everything happens in .venv of this checkout. A stamp file there says that the set-up is done for
# the present pyproject files and pins; nothing is installed twice.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PLUGINS := $(sort $(dir $(wildcard plugins/*/pyproject.toml)))
PINS := constraints.txt pyproject.toml $(PLUGINS:%=%pyproject.toml)
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet
CHECKED := src plugins tests

# pyright asks the network whether there is a newer pyright, unless told not to.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.PHONY: help install demo test bench deep format clean \
	lint lint-style lint-layout lint-mypy lint-pyright lint-imports

help:
	@echo "make demo     review the dossier of the origin, in a fresh .venv"
	@echo "make test     the whole test suite, with branch coverage"
	@echo "make lint     ruff, mypy, pyright, import contracts"
	@echo "make format   let ruff lay out the code"
	@echo "make bench    the measurements of tests/bench"
	@echo "make deep     the property tests, with many more examples"
	@echo "make install  the set-up for working on the code"
	@echo "make clean    remove .venv and everything generated"

# For users: the library, its extras and the plugins.
$(VENV)/.stamp-install: $(PINS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable ".[cli,testing]"
	$(PIP) $(PLUGINS:%/=--editable ./%)
	touch $@

# For developers: the checkers and the test tools besides.
$(VENV)/.stamp-dev: $(VENV)/.stamp-install
	$(PIP) --editable ".[dev]"
	touch $@

install: $(VENV)/.stamp-dev

demo: $(VENV)/.stamp-install
	$(BIN)/congress-flow review docs/examples/thai-binh-2020.toml

test: $(VENV)/.stamp-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term $(PYTEST_ARGS)

# One target a checker, so that `make --keep-going lint` hears all of them.
lint: lint-style lint-layout lint-mypy lint-pyright lint-imports

lint-style: $(VENV)/.stamp-dev
	$(BIN)/ruff check $(CHECKED)

lint-layout: $(VENV)/.stamp-dev
	$(BIN)/ruff format --check $(CHECKED)

lint-mypy: $(VENV)/.stamp-dev
	$(BIN)/mypy $(CHECKED)

lint-pyright: $(VENV)/.stamp-dev
	$(BIN)/pyright --warnings

lint-imports: $(VENV)/.stamp-dev
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.stamp-dev
	$(BIN)/ruff check --fix $(CHECKED)
	$(BIN)/ruff format $(CHECKED)

bench: $(VENV)/.stamp-dev
	@for bench in $(sort $(basename $(notdir $(wildcard tests/bench/bench_*.py)))); do \
		$(BIN)/python -m tests.bench.$$bench || exit 1; \
	done

deep: $(VENV)/.stamp-dev
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST_ARGS)

clean:
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .hypothesis \
		.mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src plugins tests -name __pycache__ -prune -exec rm -rf {} +
