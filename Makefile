# Two commands do everything on a fresh machine: `make report` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: report test test-all windows macos lint bench check-corpus guide clean

# Every report that data/ holds; the first one is the sample of the README.
REPORTS := $(sort $(wildcard data/2*/*.yaml))

report: $(READY)
	@for data in $(REPORTS); do $(BIN)/baocao render $$data || exit 1; done

test: $(READY)
	$(BIN)/python -m pytest -m "not slow"

test-all: $(READY)
	$(BIN)/python -m pytest

# A Python for Windows, in ~/.cache, for the tests that run the program there (needs wine).
windows: $(READY)
	$(BIN)/python -m tests.windows.prepare

# The libraries that Macs would install, in ~/.cache, for the tests that look whether they can. What
# else these need is a Linux kernel that runs as a program: apt-get install user-mode-linux
macos: $(READY)
	$(BIN)/python -m tests.macos.prepare

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 generator
	$(BIN)/mypy --platform darwin generator

bench: $(READY)
	$(BIN)/python -m benchmarks

# Mistakes of five published reports that the rules find, and what they raise for nothing.
check-corpus: $(READY)
	$(BIN)/python -m tests.checks.corpus

# The pictures of templates/README.md, drawn from its example templates (needs LibreOffice).
guide: $(READY)
	$(BIN)/python -m tests.guide.draw

clean:
	rm -rf $(VENV) out build dist *.egg-info

$(READY): pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@
