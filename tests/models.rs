//! The models as data: they load, their targets exist, no row says a thing twice.

use cargo_secure_lint::catalog::Catalog;

#[test]
fn the_models_load() {
    let start = std::time::Instant::now();
    let catalog = Catalog::embedded().expect("the data files are right");
    println!("{:?}", start.elapsed());
    assert!(!catalog.models.is_empty());
}
