//! Interned names. Equal texts give equal symbols, so comparing and hashing a name costs one pointer.
//!
//! Texts live until the process ends: their number is bounded by the distinct names of the scanned code.
//! The order of symbols (`Ord`) is the order of their texts, never that of their creation, so that
//! results do not depend on the thread count.

use std::cell::RefCell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};

/// An interned text.
#[derive(Clone, Copy)]
pub struct Symbol(&'static str);

const SHARDS: usize = 32;
static TABLE: LazyLock<[RwLock<FxHashSet<&'static str>>; SHARDS]> =
    LazyLock::new(|| std::array::from_fn(|_| RwLock::new(FxHashSet::default())));

thread_local! {
    /// What [`Symbol::child`] and [`Symbol::split`] have found; paths are put together and taken apart for every call.
    static CHILDREN: RefCell<FxHashMap<(Symbol, Symbol), Symbol>> = RefCell::default();
    static PARTS: RefCell<FxHashMap<Symbol, Option<(Symbol, Symbol)>>> = RefCell::default();
    /// What [`Symbol::known`] has found, by address and length of the text.
    static KNOWN: RefCell<FxHashMap<(usize, usize), Symbol>> = RefCell::default();
}

impl Symbol {
    /// The symbol of `text`. One hash look-up under a sharded read lock; a write lock for a new text.
    pub fn new(text: &str) -> Symbol {
        let shard = &TABLE[shard_of(text)];
        if let Some(found) = shard.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(text) {
            return Symbol(found);
        }
        let mut set = shard.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = set.get(text) {
            return Symbol(found);
        }
        let leaked: &'static str = Box::leak(text.to_owned().into_boxed_str());
        set.insert(leaked);
        Symbol(leaked)
    }

    /// The symbol of a text of the program itself, several times as fast as [`Self::new`]: such a text is known by its address.
    pub fn known(text: &'static str) -> Symbol {
        let address = (text.as_ptr() as usize, text.len());
        KNOWN.with_borrow_mut(|found| *found.entry(address).or_insert_with(|| Symbol::new(text)))
    }

    /// The path `self::name`. One hash look-up when this thread has made it before.
    pub fn child(self, name: Symbol) -> Symbol {
        let make = || Symbol::new(&format!("{self}::{name}"));
        CHILDREN.with_borrow_mut(|made| *made.entry((self, name)).or_insert_with(make))
    }

    /// A path without its last segment, and that segment; none if it has only one. As cheap as [`Self::child`].
    pub fn split(self) -> Option<(Symbol, Symbol)> {
        let find = || self.0.rsplit_once("::").map(|(owner, name)| (Symbol::new(owner), Symbol::new(name)));
        PARTS.with_borrow_mut(|found| *found.entry(self).or_insert_with(find))
    }

    /// The text.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

fn shard_of(text: &str) -> usize {
    let bytes = text.as_bytes();
    let last = bytes.last().copied().unwrap_or(0) as usize;
    let first = bytes.first().copied().unwrap_or(0) as usize;
    (first.wrapping_mul(31) ^ last.wrapping_mul(7) ^ bytes.len()) % SHARDS
}

impl PartialEq for Symbol {
    fn eq(&self, other: &Symbol) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
impl Eq for Symbol {}
impl PartialEq<str> for Symbol {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}
impl PartialEq<&str> for Symbol {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}
impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Symbol) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Symbol {
    fn cmp(&self, other: &Symbol) -> std::cmp::Ordering {
        self.0.cmp(other.0)
    }
}
impl Hash for Symbol {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.as_ptr() as usize).hash(state);
    }
}
impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl From<&str> for Symbol {
    fn from(text: &str) -> Symbol {
        Symbol::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Symbol;

    #[test]
    fn equal_texts_give_equal_symbols_across_threads() {
        let here = Symbol::new("verify_slice");
        let there = std::thread::spawn(|| Symbol::new("verify_slice")).join().unwrap();
        assert_eq!(here, there);
        assert_ne!(here, Symbol::new("verify"));
        assert!(Symbol::new("a") < Symbol::new("b"));
    }

    #[test]
    fn paths_are_put_together_and_taken_apart() {
        let (owner, name) = (Symbol::new("aead::Aead"), Symbol::new("encrypt"));
        assert_eq!(owner.child(name), Symbol::new("aead::Aead::encrypt"));
        assert_eq!(owner.child(name).split(), Some((owner, name)));
        assert_eq!(name.split(), None);
        assert_eq!(Symbol::known("encrypt"), name);
    }
}
