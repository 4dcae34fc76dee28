# Two commands matter: `make site` and `make test`. `make` alone lists them all.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.NOTPARALLEL:
.DEFAULT_GOAL := help

MALLISTO := .build/release/mallisto
say = @printf '\n==> %s\n' $(1)

.PHONY: help test mallisto lint swift-test format

help: ## list these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

test: lint swift-test ## run every check there is

mallisto:
	@.ci/prepare site
	$(call say,'Building Mallisto (the first time takes some minutes)')
	swift build -c release --product mallisto

lint:
	@.ci/prepare site
	$(call say,'Checking the form of the Swift code')
	swift format lint --strict --recursive Sources Tests Package.swift

swift-test:
	@.ci/prepare site
	$(call say,'Running the Swift tests')
	swift test --disable-xctest

format: ## put the Swift code into its form
	swift format --in-place --recursive Sources Tests Package.swift
