# On a fresh Debian machine with Swift two commands are enough: `make run` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run build test install bench soak fuzz documentation lint clean packages test-packages bundled-data

PREFIX ?= /usr/local
DESTDIR ?=
FORM ?= 绩效目标.yaml

# No PIE and no local rpath: 78,000 relocations and a dozen failed look-ups less before main; the figures are those
# of `make bench`.
# What the system has as archives is linked in, and nothing is exported: nine shared libraries and 2,200 look-ups of
# symbols less. The archives are those of the packages below, so they are asked for when these are installed.
RELEASE = -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -Xclang-linker -Xswiftc -no-pie \
  -Xlinker --gc-sections -Xlinker --strip-debug -Xlinker --no-export-dynamic $(shell .ci/link-archives .build/archives)
PACKAGES := libedit-dev libyaml-dev libxml2-dev libzip-dev libxlsxwriter-dev pkg-config
TEST_PACKAGES := $(PACKAGES) tmux poppler-utils

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

run: build ## Build, then fill in a form at the prompt (FORM=绩效目标.yaml)
	@exec "$$(swift build $(RELEASE) --show-bin-path)/jixiao" fill "$(FORM)"

build: packages bundled-data ## Build the program for use
	swift build $(RELEASE) --product jixiao

test: test-packages bundled-data ## Run every test
	swift build --build-tests
	swift test --skip-build

install: build ## Install the program under PREFIX (DESTDIR honoured)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$(swift build $(RELEASE) --show-bin-path)/jixiao" "$(DESTDIR)$(PREFIX)/bin/jixiao"

bench: packages bundled-data ## Measure start-up, memory and live checks (BENCH_FLAGS=--strict)
	swift build $(RELEASE)
	@"$$(swift build $(RELEASE) --show-bin-path)/jixiao-bench" $(BENCH_FLAGS)

soak: test-packages bundled-data ## Run every test with many more seeds and 1,000 kills
	swift build --build-tests
	JIXIAO_SOAK=1 swift test --skip-build

fuzz: packages bundled-data ## Feed every reader 2,000,000 inputs of libFuzzer (RUNS=, READERS=)
	JIXIAO_FUZZING=1 swift build -c release --scratch-path .build/fuzzing --sanitize=fuzzer --product form-fuzzer
	@Tests/Fuzzing/run

documentation: test-packages bundled-data ## Write the pages that are made from the program
	JIXIAO_UPDATE_DOCUMENTATION=1 swift test --filter GeneratedDocumentationTests

lint: ## Check the format of all Swift files
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

clean: ## Remove what was built
	swift package clean
	rm -rf .build

packages:
	@.ci/install-packages $(PACKAGES)

test-packages:
	@.ci/install-packages $(TEST_PACKAGES)

# Rules/ and Templates/ are part of the executable: the list follows the folders.
bundled-data:
	@if [ -x .ci/list-bundled-data ]; then .ci/list-bundled-data; fi
