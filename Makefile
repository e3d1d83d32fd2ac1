# make demo    from made-up minutes to answers, a picture and linked data
# make test    all tests
# make check   what CI runs: lint, types, import rules, the wheel in an empty environment, all tests
# make notebooks  opens them in Jupyter, with what they need; JUPYTER='--no-browser --port 8890' gives options to it
# make readme  write what the README's commands print now, and docs/queries.md

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
DEMO := build/demo
AKTORSGRAF := $(BIN)/aktorsgraf
IN_DEMO := --workspace $(DEMO)/workspace

.PHONY: demo test check lint types imports wheel notebooks readme clean

demo: $(VENV)/installed
	@mkdir -p $(DEMO)
	$(AKTORSGRAF) build examples $(IN_DEMO)
	@printf '\nWho sits on which working group:\n'
	$(AKTORSGRAF) query group-members $(IN_DEMO)
	@printf '\nWhich bodies share people:\n'
	$(AKTORSGRAF) query body-links --param min_shared=3 $(IN_DEMO)
	@echo
	$(AKTORSGRAF) visualise bodies --output $(DEMO)/bodies.html $(IN_DEMO)
	$(AKTORSGRAF) export --format turtle --output $(DEMO)/graph.ttl $(IN_DEMO)
	@printf '\nOpen %s in a browser. Then try, for example:\n' $(DEMO)/bodies.html
	@printf '  %s query %s\n' $(AKTORSGRAF) '$(IN_DEMO)'
	@printf '  %s query person-roles --param person="Karin Ståhl" %s\n' $(AKTORSGRAF) '$(IN_DEMO)'
	@printf '  %s build FOLDER_WITH_YOUR_MINUTES\n' $(AKTORSGRAF)

test: $(VENV)/installed-for-tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup

check: lint types imports wheel test

lint: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-for-tests
	$(BIN)/mypy

imports: $(VENV)/installed-for-tests
	$(BIN)/lint-imports

wheel: $(VENV)/installed-for-tests
	$(BIN)/python -m pytest -m wheel

notebooks: $(VENV)/installed-for-notebooks
	$(BIN)/python -m jupyter lab $(JUPYTER) notebooks

readme: $(VENV)/installed-for-tests
	$(BIN)/python tests/readme_console.py
	$(BIN)/python tests/query_pages.py

clean:
	rm -rf build dist $(VENV)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo 'aktorsgraf needs Python 3.11 or newer with venv; none was found' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	@echo 'Installing aktorsgraf and what it needs in $(VENV): about a minute, once, in which pip says nothing.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-for-tests: pyproject.toml | $(VENV)/bin/python
	@echo 'Installing aktorsgraf and what its tests need in $(VENV): some minutes, once, in which pip says nothing.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed

$(VENV)/installed-for-notebooks: pyproject.toml | $(VENV)/bin/python
	@echo 'Installing aktorsgraf and what its notebooks need in $(VENV): some minutes, once, in which pip says nothing.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[notebooks]'
	@touch $@ $(VENV)/installed
