//@ dep: cookie = "0.18"
//! Types that only one of several readings gives: impls for one external type, pointers, guesses that a call refutes.

use std::net::IpAddr;
use std::str::FromStr;
use std::sync::{Arc, LazyLock, RwLock, RwLockReadGuard, RwLockWriteGuard};

pub struct Counter;
pub struct Cache;

impl Cache {
    pub fn find(&self, name: &str) -> usize {
        name.len()
    }
}

pub trait Store {
    fn find(&self, name: &str) -> bool;
}

impl Store for Arc<Counter> {
    fn find(&self, name: &str) -> bool {
        name.is_empty()
    }
}

pub fn of_the_pointee(cache: Arc<Cache>, counter: Arc<Counter>) -> bool {
    let at = cache.find("a");
    at == 0 && counter.find("b")
}

pub trait Healed {
    type Inner;
    fn healed(self) -> Self::Inner;
}

impl<'a, T> Healed for Result<RwLockReadGuard<'a, T>, std::sync::PoisonError<RwLockReadGuard<'a, T>>> {
    type Inner = RwLockReadGuard<'a, T>;
    fn healed(self) -> Self::Inner {
        self.unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl<'a, T> Healed for Result<RwLockWriteGuard<'a, T>, std::sync::PoisonError<RwLockWriteGuard<'a, T>>> {
    type Inner = RwLockWriteGuard<'a, T>;
    fn healed(self) -> Self::Inner {
        self.unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

pub fn writes(names: &RwLock<Vec<String>>) {
    names.write().healed().push(String::new());
}

generated! { Settings }

pub static SETTINGS: LazyLock<Settings> = LazyLock::new(Settings::load);

pub fn behind_a_pointer() -> bool {
    SETTINGS.is_strict()
}

pub fn refuted(text: &str) -> Option<cookie::Expiration> {
    let at = IpAddr::from_str(text).unwrap();
    let until = cookie::Expiration::from_all(at.to_string()).ok()?;
    until.is_session().then_some(until)
}

pub fn query(since: i64) -> bool {
    let narrowed = events::dsl::created.ge(since).and(events::dsl::gone.eq(false));
    narrowed.matches()
}
