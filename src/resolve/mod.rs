//! Names to definitions.
//!
//! A [`DefMap`] holds the modules and definitions of all crates of the workspace. It is built in three steps:
//! every item becomes a [`Def`] in its module ([`collect`]); imports are resolved until nothing changes ([`imports`]);
//! impls are filed under the type and the trait they are for ([`impls`]). Afterwards [`DefMap::resolve`] answers any path.
//!
//! Other crates are not loaded: a path into one becomes an [`Ext`], the path as text with package and version, which the
//! catalog knows or not. Absent on purpose: visibility (code that does not compile is analysed all the same), hygiene.

pub mod body;
pub mod collect;
pub mod def;
mod defined;
pub mod impls;
pub mod imports;
pub mod path;
mod test_packages;

pub use body::{Body, BodyRes, body_of, resolve_body};
pub use def::{CrateId, Def, DefId, DefKind, DefMap, Ext, ExtCrate, ImplData, ImplId, ModId, Module};
pub use path::{Namespace, PathRes, Res};

use crate::catalog::Catalog;
use crate::ir::Program;
use crate::workspace::Workspace;

/// Resolves all names of a program. Near-linear in the number of items; imports are tried again while any changes.
pub fn resolve(program: &Program, workspace: &Workspace, catalog: &Catalog) -> DefMap {
    let mut map = DefMap::default();
    collect::collect(&mut map, program, workspace, catalog);
    imports::resolve_imports(&mut map, catalog);
    impls::file_impls(&mut map, program);
    map
}
