//@ dep: diesel = "2.3"
//@ dep: sea-orm = "1.1"
//! Items that macros define: an entity beside its model, a module of a table; what the code declares itself wins.

pub mod user {
    use sea_orm::entity::prelude::*;

    pub struct PrimaryKey;

    impl PrimaryKey {
        pub fn own(&self) -> bool {
            true
        }
    }

    #[derive(Clone, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        pub id: i32,
        pub name: String,
    }
}

mod schema {
    diesel::table! {
        accounts (id) {
            id -> Integer,
            name -> Text,
        }
    }
}

pub fn entity(name: &str) -> bool {
    let found = user::Entity::find().filter(user::Column::Name.eq(name)).limit(1);
    drop(found);
    user::PrimaryKey.own()
}

pub fn table(conn: &mut diesel::SqliteConnection, name: &str) -> Vec<String> {
    use diesel::prelude::*;
    use schema::accounts;
    let query = accounts::table.filter(accounts::name.eq(name).and(accounts::id.gt(3)));
    query.select(accounts::columns::name).load::<String>(conn).unwrap_or_default()
}

pub fn inside(name: &str) {
    use diesel::prelude::*;
    use schema::accounts::dsl::*;
    let query = table.order(id.desc());
    drop((query, name.len()));
}
