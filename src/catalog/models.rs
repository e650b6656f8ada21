//! All models, by package name and by number.

use rustc_hash::FxHashMap;

use crate::catalog::Model;

/// Models in the order of their package names. Rows are looked up many times a body, so they refer to models by number.
#[derive(Debug, Default)]
pub struct Models {
    list: Vec<Model>,
    by_name: FxHashMap<String, usize>,
}

impl Models {
    /// Sorts the models by package name; of two of one name the last one counts.
    pub fn new(models: Vec<Model>) -> Models {
        let by_name: std::collections::BTreeMap<String, Model> =
            models.into_iter().map(|model| (model.package.clone(), model)).collect();
        let list: Vec<Model> = by_name.into_values().collect();
        let by_name = list.iter().enumerate().map(|(i, model)| (model.package.clone(), i)).collect();
        Models { list, by_name }
    }

    /// The model of a package.
    pub fn get(&self, package: &str) -> Option<&Model> {
        self.by_name.get(package).map(|&i| &self.list[i])
    }

    /// All models.
    pub fn values(&self) -> impl Iterator<Item = &Model> {
        self.list.iter()
    }

    /// The names of all packages.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.list.iter().map(|model| &model.package)
    }

    /// The models with their numbers.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, &Model)> {
        self.list.iter().enumerate()
    }

    /// The model with this number.
    pub(super) fn at(&self, number: usize) -> &Model {
        &self.list[number]
    }
}
