//! Light type inference: enough to name the receiver of most method calls and the target of most calls.
//!
//! [`TypeTable`] holds declared types of the workspace (signatures, fields, constants) as [`Ty`]; [`infer::infer`] walks one
//! body forward, once, and gives every expression a type and every call its [`Callee`]. Declared types win over inferred
//! ones; what cannot be known is [`Ty::Unknown`]. Absent on purpose: trait solving, unification across statements, lifetimes.

pub mod external;
pub mod infer;
pub mod lower_type;
pub mod method;
pub mod projection;
pub mod table;
pub mod ty;

pub use external::{Declared, Externals, self_name};
pub use infer::{BodyTypes, Callee, infer};
pub use table::{FnSig, TypeTable, TypeWorld, local_adt};
pub use ty::{Subst, TraitTy, Ty, same_item};

use crate::catalog::Catalog;
use crate::ir::Program;
use crate::resolve::DefMap;

/// What inference reads.
#[derive(Clone, Copy)]
pub struct TypeCx<'a> {
    /// The code.
    pub program: &'a Program,
    /// Its names.
    pub map: &'a DefMap,
    /// Items of other crates.
    pub externals: &'a Externals<'a>,
    /// Declared types.
    pub table: &'a TypeTable,
}

impl<'a> TypeCx<'a> {
    /// The catalog.
    pub fn catalog(&self) -> &'a Catalog {
        self.externals.catalog
    }
}
