# The commands everyone uses, and the benchmarks. They set up what they need: Python 3.11 or newer, pip and make are enough.
VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?= $(shell for one in python3.13 python3.12 python3.11 python3 python; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$one; break; }; done)
PYTEST_WORKERS ?= 2
# Without bytecode each of the many processes the tests start would compile the whole bot anew.
unexport PYTHONDONTWRITEBYTECODE
AUDIT := .venv-audit

.PHONY: run chat test test-long check check-types check-rest bench bench-answers bench-anonymise bench-kill bench-promises audit help

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | sort

run: $(VENV)/runs  ## Start the bot on this machine, with the Agents Playground where Node is present
	@$(PY) -m bot run

chat: $(VENV)/runs  ## Talk to the whole bot in the terminal
	@$(PY) -m bot chat

test: $(VENV)/develops  ## Run all tests, PostgreSQL and (where Node and Chromium are present) the real client included
	$(PY) -m pytest -n $(PYTEST_WORKERS) --dist loadgroup

test-long: $(VENV)/develops  ## The tests of loss, abuse and random play four times as long: before each deployed tag
	VEILEDEREN_TEST_TIMES=4 $(PY) -m pytest -n $(PYTEST_WORKERS) --dist loadgroup tests/delivery/test_kill.py \
		tests/delivery/test_two_replicas_at_once.py \
		tests/delivery/test_any_order.py tests/whole_bot/test_many_steps.py tests/teams/test_fuzz.py tests/turns/test_any_press.py

check: $(VENV)/develops  ## Format, lint, types, import rules, knowledge files
	@$(MAKE) --no-print-directory --jobs=2 check-types check-rest

check-types: $(VENV)/develops
	$(VENV)/bin/mypy

check-rest: $(VENV)/develops
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports
	$(PY) -m bot check

bench: $(VENV)/develops  ## Measure a turn beside botbuilder, the Agents SDK and bare aiohttp
	$(PY) -m bench.turn.run

bench-answers: $(VENV)/develops  ## Measure search and acute detection on held-back questions
	$(PY) -m bench.answers.run

bench-anonymise: $(VENV)/develops  ## Measure anonymising on held-back texts
	$(PY) -m bench.anonymise.run

bench-kill: $(VENV)/develops  ## 1 000 submissions, kill -9 every second, a faulty connector: nothing lost, nothing twice
	$(PY) -m bench.kill.run

bench-promises: $(VENV)/develops  ## 100 000 changed activities, and 50 messages a second with Teams slow, at the real process
	$(PY) -m bench.promises.run fuzz
	$(PY) -m bench.promises.run ack

audit: $(AUDIT)/ready  ## What the bot is built from, as build/sbom.json (CycloneDX), and what is known to be wrong with it (asks pypi.org)
	@mkdir -p build
	$(AUDIT)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o build/sbom.json
	$(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.lock

$(AUDIT)/ready: requirements-audit.lock | $(VENV)/bin/python
	$(PY) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	@touch $@

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/runs: requirements.lock | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/develops: requirements-dev.lock | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/runs
