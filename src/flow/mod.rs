//! Where values come from: def-use, the lattice of origins, conversions.
