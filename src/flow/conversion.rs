//! Conversions of the standard library by name, for receivers whose type is not known.

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::catalog::{AccessPath, Catalog};

/// The library whose conversions are known by their names alone.
const LIBRARY: &str = "std";

/// What methods of these names pass on to their results.
#[derive(Debug, Default)]
pub struct Conversions {
    by_name: FxHashMap<Symbol, Vec<AccessPath>>,
}

impl Conversions {
    /// Reads them from the model of the standard library.
    pub fn new(catalog: &Catalog) -> Conversions {
        let mut by_name: FxHashMap<Symbol, Vec<AccessPath>> = FxHashMap::default();
        for api in catalog.models.get(LIBRARY).into_iter().flat_map(|model| &model.apis) {
            let into_return = api.flows.iter().filter(|(_, to)| *to == AccessPath::Return);
            let sources: Vec<AccessPath> = into_return.map(|(from, _)| from.clone()).collect();
            if sources.contains(&AccessPath::Receiver) {
                by_name.entry(api.name()).or_insert(sources);
            }
        }
        Conversions { by_name }
    }

    /// What a method with this name passes on, if it is a conversion.
    pub fn get(&self, name: Symbol) -> Option<&[AccessPath]> {
        self.by_name.get(&name).map(Vec::as_slice)
    }
}
