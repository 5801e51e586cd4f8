# The commands people and CI use. `make run` and `make test` do all the set-up on a fresh Debian or macOS machine.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501
HOST ?= 127.0.0.1
JOBS ?= 2
# The PostgreSQL driver is fetched only by those who set DATABASE_URL to a PostgreSQL server.
POSTGRES := $(if $(findstring postgresql,$(DATABASE_URL)),-r requirements-postgres.txt)

.PHONY: run setup test test-slow lint browser messages clean

run: .venv/.run
	@echo "Answerable: http://$(HOST):$(PORT)"
	@$(BIN)/streamlit run app.py --server.address=$(HOST) --server.port=$(PORT)

setup: .venv/.dev

test: lint browser
	$(BIN)/python -m pytest -m "not slow" -n $(JOBS) --dist loadfile

test-slow: .venv/.dev browser
	$(BIN)/python -m pytest -m slow

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy app.py pages
	$(BIN)/lint-imports

# Debian's Chromium where there is one to be had, elsewhere Playwright's own.
browser: .venv/.dev
	@command -v chromium >/dev/null 2>&1 || \
	if command -v apt-get >/dev/null 2>&1; then \
		SUDO=$$( [ "$$(id -u)" = 0 ] || echo sudo ); \
		$$SUDO apt-get update -q && $$SUDO apt-get install -y -q chromium; \
	else \
		$(BIN)/playwright install chromium; \
	fi

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Answerable needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo "Python cannot make an environment. On Debian: sudo apt install python3-venv"; exit 1; }

.venv/.run: .venv/bin/pip requirements.txt $(if $(POSTGRES),requirements-postgres.txt) constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt $(POSTGRES)
	@touch $@

.venv/.dev: .venv/.run requirements-dev.txt requirements-evals.txt requirements-dask.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# New and changed texts into the catalogues; `make messages NEW=de` begins one.
BABEL := $(BIN)/python -m babel.messages.frontend -q
CATALOGUE := -D answerable -d locale -i var/answerable.pot
messages: .venv/.run
	@mkdir -p var
	$(BABEL) extract -F babel.cfg --ignore-dirs='.*' --no-wrap --add-location=file --sort-by-file -o var/answerable.pot .
	$(if $(NEW),$(BABEL) init $(CATALOGUE) -l $(NEW) --no-wrap)
	$(BABEL) update $(CATALOGUE) --no-wrap --ignore-obsolete --ignore-pot-creation-date

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
