//! Light type inference; an unknown type is a value, not an error.
