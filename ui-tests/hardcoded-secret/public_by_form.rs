//! Keys that a service gives out to name a project in programs of users, settings that say that they are insecure, and a key.

pub const EVENTS_API_KEY: &str = "phc_7Qw2eRt5yUi8oPa1sDf4gHj6kLz9xCv3bNm0qWe2rTy";
pub const INSECURE_CLIENT_TOKEN: &str = "dist_insecure_token_of_everybody";
pub const BILLING_API_KEY: &str = "9fA2kd83LmQz71XwPb04Ty65Rc"; //~ hardcoded-secret
