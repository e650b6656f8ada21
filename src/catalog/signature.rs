//! Signatures of library functions as text, for type inference.
