# Every target creates the environment itself, from requirements.lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test check crash docs lock clean

help: ## Show the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY) ## Verify a bundled article against 249 real addresses; writes demo/
	@$(BIN)/quote-verifier demo

test: $(READY) ## Run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

crash: $(READY) ## Kill a harvest 200 times and see it end as if nothing had happened (about half an hour)
	HARVEST_KILLS=200 $(BIN)/python -m pytest tests/e2e/test_crash.py --timeout 7200

check: $(READY) ## Lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY) ## Write docs/sources.md from the presets
	$(BIN)/python -m verifier.sources.presets > docs/sources.md

# Universal for Python 3.11 to 3.13, with hashes; no index address may enter the file.
lock: ## Resolve requirements.lock anew
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --disable-pip-version-check uv
	$(VENV)-lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --extra dev --extra fr --output-file requirements.lock
	rm -r $(VENV)-lock

clean: ## Remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
