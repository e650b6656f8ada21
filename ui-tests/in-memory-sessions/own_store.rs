//! A type of the project of the same name.

#[derive(Default)]
pub struct MemoryStore;

pub fn store() -> MemoryStore {
    MemoryStore::default()
}
