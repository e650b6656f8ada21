//@ dep: rocket = "0.5"
//@ dep: sqlx = "0.8"
//! Tasks by rows of a table. Who changed a task last is written down, which does not say whose it is.

use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{FromRequest, Request};
use rocket::{State, delete, post, put, routes};
use sqlx::SqlitePool;

pub struct Member {
    id: i64,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> rocket::request::Outcome<Member, ()> {
        match request.cookies().get_private("member").and_then(|cookie| cookie.value().parse().ok()) {
            Some(id) => Outcome::Success(Member { id }),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

#[put("/tasks/<task>", data = "<title>")]
async fn rename(member: Member, pool: &State<SqlitePool>, task: i64, title: String) -> Status {
    let query = sqlx::query("UPDATE tasks SET title = ?, changed_by = ? WHERE id = ?");
    let _ = query.bind(title).bind(member.id).bind(task).execute(&**pool).await;
    Status::NoContent
}

#[delete("/tasks/<task>")]
async fn remove(_member: Member, pool: &State<SqlitePool>, task: i64) -> Status {
    let _ = sqlx::query("DELETE FROM tasks WHERE id = ?").bind(task).execute(&**pool).await;
    Status::NoContent
}

#[delete("/lists/<list>")]
async fn remove_list(member: Member, pool: &State<SqlitePool>, list: i64) -> Status {
    let query = sqlx::query("DELETE FROM lists WHERE id = ? AND owner = ?");
    let _ = query.bind(list).bind(member.id).execute(&**pool).await;
    Status::NoContent
}

#[post("/lists/<list>/clear")]
async fn clear(_member: Member, pool: &State<SqlitePool>, list: i64) -> Status {
    let query = sqlx::query("DELETE FROM tasks WHERE list = ?");
    let _ = query.bind(list).execute(&**pool).await; //~ authentication-without-authorization
    Status::NoContent
}

pub fn all() -> Vec<rocket::Route> {
    routes![rename, remove, remove_list, clear]
}
