//! Macros that the other files use.

/// Leaves the function with what went wrong.
macro_rules! unwrap_or_leave {
    ($value:expr) => {
        match $value {
            Ok(value) => value,
            Err(other) => return other,
        }
    };
}

/// A handler, and another one for what lies a level deeper.
macro_rules! two_levels {
    ($name:ident($guard:ty)) => {
        paste::item! {
            #[rocket::delete("/shelves/<shelf>/<book>")]
            pub fn [<$name _below>](_who: $guard, shelf: &str, book: &str) -> String {
                $name(shelf);
                crate::save(book)
            }
        }
    };
}

pub(crate) use two_levels;
pub(crate) use unwrap_or_leave;

#[cfg(debug_assertions)]
macro_rules! shown {
    ($value:expr) => {{ $value }};
}

#[cfg(not(debug_assertions))]
macro_rules! shown {
    ($value:expr) => {{
        let _ = &$value;
        "_"
    }};
}

macro_rules! plain {
    ($value:expr) => {{ $value }};
}

pub(crate) use {plain, shown};
