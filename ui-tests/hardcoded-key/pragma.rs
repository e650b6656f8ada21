//@ dep: rusqlite = "0.31"
//! The key of an encrypted database, and settings that are none.

pub fn open(db: &rusqlite::Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "key", "blue-suede-shoes")?; //~ hardcoded-key
    db.pragma_update(None, "journal_mode", "WAL")
}

pub fn open_with(db: &rusqlite::Connection, key: &str) -> rusqlite::Result<()> {
    db.pragma_update(None, "key", key)
}
