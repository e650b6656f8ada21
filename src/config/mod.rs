//! Settings: lint levels, profile and filters, from the command line (and later a file).
