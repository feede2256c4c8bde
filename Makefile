# Everything that is typed here. `make site` needs git, make, and Python 3.11 to 3.13 with venv, and no more.

.DEFAULT_GOAL := site
.PHONY: site check serve test audit audit-bench bench parity-bench search-bench lock clean help setup setup-test

CYHOEDDI := .venv/bin/cyhoeddi
export NO_MKDOCS_2_WARNING := 1
export PYTHON

site: setup  ## The whole site, in site/
	$(CYHOEDDI) build

check: setup  ## Every problem in the briefings and pages, with its line
	$(CYHOEDDI) check

serve: setup  ## A preview that follows every save, drafts included
	$(CYHOEDDI) serve

test: setup-test  ## Style, types, every test, and the built site in a browser
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/pytest -n 2 --dist worksteal --quiet --ignore tests/audit/test_corpus.py

audit-bench: setup-test  ## Whether the audit finds every fault that is planted on three pages each; takes its time
	.venv/bin/pytest --quiet tests/audit/test_corpus.py

audit: setup-test  ## The built site as its readers meet it: every page in a browser, every PDF; make audit ARGS="--report audit"
	$(CYHOEDDI) build
	$(CYHOEDDI) audit --all $(ARGS)

bench: setup-test  ## Times beside other generators; make bench N="100" for less, ARGS="--peers Hugo" for some
	.venv/bin/python -m bench $(N) $(ARGS)
	.venv/bin/cyhoeddi build
	.venv/bin/python -m bench.pdf

parity-bench: setup-test  ## What the parity rules find of planted faults; make parity-bench ARGS="--seeds 7"
	.venv/bin/python -m bench.parity $(ARGS)

search-bench: setup-test  ## What the search finds of Welsh words, and what it costs, beside others; make search-bench N="100" for less
	.venv/bin/python -m bench.search_words
	.venv/bin/python -m bench.search $(or $(N),1000)

lock: setup  ## Choose the newest versions that fit, and write them down with their hashes
	.venv/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra test --constraint requirements.txt --output-file requirements-test.txt pyproject.toml
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

COMPILE := CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/pip-compile --quiet --upgrade --generate-hashes \
	--allow-unsafe --all-build-deps --strip-extras --no-emit-index-url --no-emit-find-links

clean:  ## Remove what was built and the cache; .venv and node_modules stay
	rm -rf site preview status review audit evidence.json .cyhoeddi docs/en/generated docs/cy/generated
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis

help:  ## This list
	@sed -n 's/^\([a-z-]*\):[^#]*  ## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST)

setup:
	@scripts/setup-python requirements.txt

setup-test:
	@scripts/setup-python requirements-test.txt
	@scripts/setup-browser
