//@ dep: actix-web = { version = "4", features = ["cookies"] }
//@ dep: actix-session = { version = "0.10", features = ["cookie-session"] }
//@ dep: sqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }
//! A note is deleted by a link.

use actix_session::Session;
use actix_web::error::{ErrorInternalServerError, ErrorUnauthorized};
use actix_web::{web, HttpResponse, Result};
use sqlx::PgPool;

async fn delete_note(session: Session, note: web::Path<i64>, pool: web::Data<PgPool>) -> Result<HttpResponse> {
    let author: Option<i64> = session.get("author").map_err(ErrorInternalServerError)?;
    let author = author.ok_or_else(|| ErrorUnauthorized("sign in first"))?;
    sqlx::query("DELETE FROM notes WHERE id = $1 AND author = $2")
        .bind(*note)
        .bind(author)
        .execute(&**pool)
        .await
        .map_err(ErrorInternalServerError)?;
    Ok(HttpResponse::Ok().finish())
}

/// The routes of notes.
pub fn configure(config: &mut web::ServiceConfig) {
    config.route("/notes/{id}/delete", web::get().to(delete_note)); //~ state-changing-get
}
