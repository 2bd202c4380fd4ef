# Everything starts here: `make help`. Needs only Python 3.11 or newer; each target sets up what it uses in .venv.

PYTHON ?= python3
BIN := .venv/bin
SETUP = @$(PYTHON) deploy/bootstrap.py
COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--custom-compile-command "make lock" $(LOCKFLAGS) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help demo run test check proof picture pages bench chaos lock clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

demo: ## Play a family's case from start to end, with years passing in seconds
	$(SETUP) requirements.lock
	$(BIN)/scheidslijn play --demo

run: ## Start everything for this checkout and keep it running; its data stays
	$(SETUP) requirements.lock
	$(BIN)/scheidslijn run

test: ## Run every test, on real servers that it starts itself
	$(SETUP) requirements-dev.lock
	$(BIN)/python -m pytest

check: ## Format, lint, types, layers, spelling, migrations, generated pages, the proof, deploy files
	$(SETUP) requirements-dev.lock
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/deptry .
	$(BIN)/scheidslijn db check --fresh
	$(BIN)/scheidslijn states diagram --check
	$(BIN)/scheidslijn law check
	$(BIN)/scheidslijn law pages --check
	$(BIN)/hadolint deploy/Dockerfile
	$(BIN)/yamllint --strict --config-file deploy/.yamllint deploy publiccode.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec deploy/compose.yaml
	@for script in deploy/temporal/*.sh; do sh -n "$$script" || exit 1; done
	@echo "Not checked, for want of a container engine: that the images build, and that the containers"
	@echo "start and become healthy (deploy/README.md)."

proof: ## Prove the law, change every rule once, and write down that it holds (casetool/proved.json)
	$(SETUP) requirements-dev.lock
	$(BIN)/scheidslijn law check --mutants --write

picture: ## Put the picture of the states into the README again
	$(SETUP) requirements-dev.lock
	$(BIN)/scheidslijn states diagram --write

pages: ## Write the pages of the law (docs/recht) again
	$(SETUP) requirements-dev.lock
	$(BIN)/scheidslijn law pages

bench: ## Measure speed, next to a rival on the same PostgreSQL
	$(SETUP) requirements-bench.lock
	$(BIN)/python -m tests.bench

chaos: ## Run the long failure tests: servers, workers and owners killed at random
	$(SETUP) requirements-dev.lock
	$(BIN)/python -m pytest tests/chaos --chaos-full

lock: ## Compile the lock files again; newest versions with LOCKFLAGS=--upgrade
	$(SETUP) requirements-dev.lock
	$(COMPILE) --extra embedded --group build --output-file requirements.lock
	$(COMPILE) --extra embedded --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE) --extra embedded --group dev --group bench --constraint requirements-dev.lock \
		--output-file requirements-bench.lock
	$(COMPILE) --group build --constraint requirements.lock --output-file deploy/requirements.lock

clean: ## Remove .venv and caches; the data of `make run` stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
