//@ dep: actix-web = "4"
//@ dep: serde_json = "1"
//! A signature that is read into a variable that nobody reads.

use actix_web::{HttpRequest, HttpResponse, web};

pub fn configure(config: &mut web::ServiceConfig) {
    config.route("/api/billing/events", web::post().to(receive));
}

async fn receive(request: HttpRequest, event: web::Json<serde_json::Value>) -> HttpResponse {
    // Is verified in production.
    let _signature = request.headers().get("Paddle-Signature"); //~ unverified-webhook
    match event["event_type"].as_str() {
        Some("subscription.canceled") => close(event["data"]["custom_id"].as_str()),
        Some("transaction.paid") => renew(event["data"]["custom_id"].as_str()),
        _ => return HttpResponse::Ok().finish(),
    }
    HttpResponse::NoContent().finish()
}

fn close(account: Option<&str>) {
    let _ = account.map(std::fs::remove_file);
}

fn renew(account: Option<&str>) {
    let _ = account.map(|name| std::fs::write(name, "paid"));
}
