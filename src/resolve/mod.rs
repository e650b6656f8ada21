//! Names to definitions: scopes, imports to a fixpoint, re-exports, renamed dependencies.
