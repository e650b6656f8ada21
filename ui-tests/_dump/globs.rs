//@ dep: sea-orm-migration = "1.1"
//! Of two libraries' globs the one that is known to have a name gives it; a name that none is known to have stays open.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub fn schema(name: &str) -> String {
    let mut table = Table::create();
    table.if_not_exists().col(ColumnDef::new(Alias::new("id")).integer().not_null().primary_key());
    Unheard::new(name).close();
    table.to_string(SqliteQueryBuilder)
}
