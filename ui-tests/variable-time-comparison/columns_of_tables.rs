//@ dep: diesel = "2"
//! The database compares, by a column that a macro made.

macro_rules! run {
    ($conn:ident: $body:block) => {
        $body
    };
}

pub struct Device;

impl Device {
    pub fn find_by_refresh_token(refresh_token: &str, conn: &mut diesel::PgConnection) -> bool {
        run! { conn: {
            devices::table.filter(devices::refresh_token.eq(refresh_token)).exists(conn)
        }}
    }

    pub fn verify_refresh_token(kept: &str, refresh_token: &str) -> bool {
        kept.eq(refresh_token) //~ variable-time-comparison
    }
}
