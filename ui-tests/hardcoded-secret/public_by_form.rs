//! Keys that a service gives out to name a project in programs of users, and a key.

pub const EVENTS_API_KEY: &str = "phc_7Qw2eRt5yUi8oPa1sDf4gHj6kLz9xCv3bNm0qWe2rTy";
pub const BILLING_API_KEY: &str = "9fA2kd83LmQz71XwPb04Ty65Rc"; //~ hardcoded-secret
