# Two commands matter: `make site` and `make test`. `make` alone lists them all.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.NOTPARALLEL:
.DEFAULT_GOAL := help

MALLISTO := .build/release/mallisto
# Swift's runtime is linked into the program: a tenth less time, and it runs where there is no Swift. The library of the
# preview's HTTP names Foundation's networking, which then asks for libcurl. lld is the linker that says nothing of libraries'
# own old calls. tcmalloc hands out memory in the C library's place, for a twentieth less time; nothing needs it to be there.
RELEASE := -c release --static-swift-stdlib -Xlinker -lcurl -Xswiftc -use-ld=lld -Xlinker -ltcmalloc_minimal
PYTEST := .venv/bin/python -m pytest -c Tests/pytest.ini
say = @printf '\n==> %s\n' $(1)

.PHONY: help site serve test fuzz sanitize sbom short-fuzz lint swift-tests script-tests search-eval site-tests bench bench-doc bench-queries bench-browser bench-steps mallisto site-needs test-needs public format

help: ## list these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

site: public ## build Mallisto, and with it the site into public/
	@printf '\nThe site is in public/: it opens in a browser from public/index.html.\n'
	@printf 'To look at it while you write, with searching and filters: make serve\n'

serve: mallisto ## show the site on this machine, and again after every change of a file
	$(MALLISTO) serve

test: lint swift-tests short-fuzz script-tests site-tests ## run every check there is
	$(call say,'Everything passed.')

lint: site-needs ## the form of the Swift code
	$(call say,'Checking the form of the Swift code')
	swift format lint --strict --recursive Sources Tests Package.swift

swift-tests: site-needs ## the tests of the Swift code
	$(call say,'Running the Swift tests')
	swift test --disable-xctest

short-fuzz: site-needs ## fuzz every target for some seconds
	$(call say,'Fuzzing every target for eight seconds')
	FUZZ_TIMEOUT=10 Tests/Fuzzing/run 42

fuzz: site-needs ## fuzz for long: make fuzz DURATION=SECONDS (an hour)
	Tests/Fuzzing/run $(or $(DURATION),3600)

sanitize: site-needs ## the Swift tests, and a build, with the address and the thread sanitizer
	@# Leaks are not looked for: the sanitizer takes pointers that Swift keeps with a mark in them for lost ones.
	@for tool in address thread; do \
	  echo "==> Running the Swift tests with the $$tool sanitizer"; \
	  export ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=halt_on_error=1:suppressions=Tests/thread-sanitizer.supp; \
	  swift test --disable-xctest --sanitize $$tool --scratch-path .build/$$tool || exit 1; \
	  echo "==> Building the site with the $$tool sanitizer"; \
	  swift build --product mallisto --sanitize $$tool --scratch-path .build/$$tool || exit 1; \
	  rm -rf .build/$$tool/site; \
	  .build/$$tool/debug/mallisto build --no-cache --output .build/$$tool/site || exit 1; \
	done

sbom: mallisto ## write the software bill of materials, mallisto.cdx.json, into .build/
	.ci/sbom > .build/mallisto.cdx.json
	@echo 'It is in .build/mallisto.cdx.json.'

script-tests: test-needs public ## the tests of the scripts, and the search's judged queries
	$(call say,'Running the tests of the scripts')
	swift build --product search-evaluation
	node --test $(wildcard Tests/Search/*.test.mjs Tests/Theme/*.test.mjs)
	node Tests/Search/evaluate.mjs public Tests/Search/queries.json

search-eval: ## score the search on other documents: make search-eval DATA=FOLDER (docs.json, queries.json)
	@test -n "$(DATA)" || { echo 'Say where the documents and queries are: make search-eval DATA=FOLDER'; exit 2; }
	swift build $(RELEASE) --product search-evaluation
	rm -rf .build/search-eval && mkdir -p .build/search-eval/assets
	for script in search.js corrections.js; do \
	  cat themes/mallisto/assets/$$script/*.js | grep -v '^import .* from "./1-' > .build/search-eval/assets/$$script; \
	done
	.build/release/search-evaluation $(DATA)/docs.json .build/search-eval/search
	node Tests/Search/evaluate.mjs .build/search-eval $(DATA)/queries.json

site-tests: test-needs public .venv/installed ## the checks of the built site: files, feeds, links, and a browser
	$(call say,'Checking the built site')
	$(PYTEST) Tests/Site Tests/Browser

bench: mallisto ## measure against Hugo, zorto and Pagefind: make bench SIZES="100 1000" RUNS=3
	$(call say,'Measuring (10000 practices take a while)')
	python3 Benchmarks/bench --sizes $(or $(SIZES),100 1000 10000) --runs $(or $(RUNS),3) $(if $(filter undefined,$(origin PEERS)),,--peers $(PEERS))

bench-doc: ## write what was measured last into docs/benchmarks.md
	python3 Benchmarks/bench --write

bench-queries: mallisto ## tell what first queries of twelve kinds fetch: make bench-queries SIZES="200 10000"
	python3 Benchmarks/bench --queries $(or $(SIZES),200 10000)

bench-browser: mallisto .venv/installed ## tell what queries and filters take in Chromium: make bench-browser SIZES="1000 10000"
	.venv/bin/python Benchmarks/bench --browser $(or $(SIZES),1000 10000) --runs $(or $(RUNS),3)

bench-steps: site-needs ## measure each step of the pipeline alone
	rm -rf .build/bench/steps && mkdir -p .build/bench/steps
	cp -r content themes .build/bench/steps
	rm -rf .build/bench/steps/content/practices
	python3 Benchmarks/bench/corpus.py --count 1000 --out .build/bench/steps/content/practices
	swift run --package-path Benchmarks -c release HotSteps .build/bench/steps

format: ## put the Swift code into its form
	swift format --in-place --recursive Sources Tests Package.swift

# What the commands above are made of.

site-needs:
	@.ci/prepare site

test-needs:
	@.ci/prepare test

mallisto: site-needs
	$(call say,'Building Mallisto (the first time takes some minutes)')
	swift build $(RELEASE) --product mallisto

public: mallisto
	$(call say,'Building the site into public/')
	$(MALLISTO) build

.venv/installed: Tests/requirements.txt
	@.ci/prepare test
	$(call say,'Installing the Python packages of the checks into .venv')
	test -x .venv/bin/python || python3 -m venv --clear .venv
	.venv/bin/python -m pip --quiet --disable-pip-version-check install --requirement Tests/requirements.txt
	@touch $@
