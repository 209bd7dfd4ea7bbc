# `make run` and `make test` do everything from a fresh clone: virtual environment, pinned packages, Qt's system libraries.

BIN := .venv/bin
# pip tells how far it is when somebody is watching.
QUIET := $(shell test -t 2 || echo --quiet)

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test coverage check bench bench-search bench-suggest fuzz screenshots build lock translations clean

# Open the sample study; where there is no display, do the same job without a window.
run: .venv/.stamp
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(BIN)/verbatim demo --no-window --out build/demo; \
	else \
		$(BIN)/verbatim demo; \
	fi

# The whole test suite, in two processes where there are two cores; `make test ARGS="tests/corpus -x"` runs a part of it.
test: .venv/.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --maxprocesses 2 $(ARGS)

# The suite again, noting every branch it takes in whichever process; fails where a package is below its floor.
coverage: .venv/.stamp
	@rm -rf build/coverage && mkdir -p build/coverage
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest -n auto --maxprocesses 2 $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/python -m tests.floors

# Style, formatting, types, the direction of imports, and that all is said in French too.
check: .venv/.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m resources.setup.translations --check

# Measure what the README promises.
bench: .venv/.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

# Measure search on eight million words, beside other ways to search them; takes some minutes.
bench-search: .venv/.stamp
	$(BIN)/python -m tests.bench.bench_search

# Measure suggestions on labelled texts beside simple ways to make them; takes some minutes.
bench-suggest: .venv/.stamp
	$(BIN)/python tests/bench/bench_suggest.py --slow

# Break 100,000 small files of every format at random and read them; takes most of an hour, fewer with ARGS="5000".
fuzz: .venv/.stamp
	$(BIN)/python -m tests.fuzzing $(ARGS)

# Draw every page, light and dark, French and English, into build/screenshots.
screenshots: .venv/.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots build/screenshots

# Freeze the program into dist/verbatim, then see that it starts and does its job.
build: .venv/.stamp
	@sh resources/setup/system_libraries.sh freeze
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN build.spec
	dist/verbatim/verbatim demo --no-window --out build/frozen-demo

# Pin every package again, for all systems and Pythons at once, with hashes and without any index address.
lock:
	@command -v uv >/dev/null || test -x build/uv/bin/uv || { \
		python=$$(sh resources/setup/python.sh) && "$$python" -m venv build/uv && build/uv/bin/pip install --quiet uv; }
	PATH="$$PATH:build/uv/bin" uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet -o requirements.lock

# Collect all that is said to a person into resources/translations/*.ts, and compile what is translated.
translations: .venv/.stamp
	$(BIN)/python -m resources.setup.translations

# Remove what the other targets made, except the virtual environment.
clean:
	rm -rf build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find app coding corpus resources tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.sys: resources/setup/system_libraries.sh
	@sh resources/setup/system_libraries.sh
	@mkdir -p .venv && touch $@

.venv/.stamp: requirements.lock pyproject.toml .venv/.sys
	@rm -f $@
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		python=$$(sh resources/setup/python.sh) && "$$python" -m venv --clear .venv; }
	@echo "Installing Python packages into .venv (1.3 GB, about a minute the first time)"
	@$(BIN)/python -m pip install $(QUIET) --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install $(QUIET) --no-deps --no-build-isolation --editable .
	@touch .venv/.sys $@
