# Recipes for working on cchc: `just` lists them.

_default:
    @just --list

# All tests.
test:
    cargo test

# Everything that has to hold before a change is taken in.
ci:
    bash .ci/run

# Form, lints and documentation alone.
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

# Write the golden files anew; read what has changed before you commit.
bless:
    CCHC_BLESS=1 cargo test --test it
    git diff --stat -- tests

# A small, fast program for handing out.
dist:
    cargo build --profile dist
