//@ dep: actix-web = "4"
//@ dep: actix-identity = "0.4"
//! Before 0.5 an identity is there for everybody; who is signed in is asked of it.

use actix_identity::{CookieIdentityPolicy, Identity, IdentityService};
use actix_web::{App, HttpResponse, HttpServer, web};

async fn login(id: Identity) -> HttpResponse {
    id.remember("ann".to_owned());
    HttpResponse::Ok().finish()
}

async fn save(id: Identity, body: String) -> HttpResponse {
    let Some(user) = id.identity() else {
        return HttpResponse::Unauthorized().finish();
    };
    std::fs::write(format!("{user}.txt"), body).expect("it can be written");
    HttpResponse::Ok().finish()
}

async fn publish(_id: Identity, body: String) -> HttpResponse {
    std::fs::write("all.txt", body).expect("it can be written");
    HttpResponse::Ok().finish()
}

pub async fn serve(key: [u8; 32]) -> std::io::Result<()> {
    HttpServer::new(move || {
        App::new()
            .wrap(IdentityService::new(CookieIdentityPolicy::new(&key).name("id").secure(true)))
            .route("/login", web::post().to(login))
            .route("/notes", web::put().to(save))
            .route("/all", web::put().to(publish))
    })
    .bind("127.0.0.1:3000")?
    .run()
    .await
}
