//@ dep: some-query = "1"
//! Conditions that a query is given, and a filter in memory.

pub mod auth {
    use some_query::{Expr, Query};

    pub struct Session {
        pub session_key: String,
    }

    pub fn delete(session_key: &str) -> Query {
        Query::delete().from_table("sessions").and_where(Expr::col("session_key").eq(session_key)).to_owned()
    }

    pub fn is_known(kept: &[Session], session_key: &str) -> bool {
        kept.iter().any(|kept| kept.session_key.eq(session_key)) //~ variable-time-comparison
    }
}
