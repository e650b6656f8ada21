//! The framework that all services of the company use, under a name of their own.

pub mod framework {
    pub use actix_web::*;
}
