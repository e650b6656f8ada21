//@ dep: actix-web = "4"
//! An inventory: `wrap` with a middleware type and a function, a `FromRequest` guard, scopes, checks in bodies.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::dev::{Payload, Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::error::{ErrorForbidden, ErrorUnauthorized};
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, FromRequest, HttpRequest, HttpResponse, HttpServer, web};

pub struct Account {
    pub id: u64,
    pub manager: bool,
}

fn account_of(token: &str) -> Option<Account> {
    let line = std::fs::read_to_string(format!("sessions/{token}")).ok()?;
    let id = line.trim().parse().ok()?;
    Some(Account { id, manager: line.ends_with('!') })
}

fn token_of(request: &HttpRequest) -> Option<&str> {
    request.headers().get("authorization")?.to_str().ok()
}

impl FromRequest for Account {
    type Error = Error;
    type Future = Ready<Result<Account, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(token) = token_of(request) else {
            return ready(Err(ErrorUnauthorized("no token")));
        };
        match account_of(token) {
            Some(account) => ready(Ok(account)),
            None => ready(Err(ErrorUnauthorized("unknown token"))),
        }
    }
}

/// Refuses who has no session.
async fn require_session(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    let Some(token) = token else {
        return Err(ErrorUnauthorized("no token"));
    };
    if account_of(token).is_none() {
        return Err(ErrorUnauthorized("unknown token"));
    }
    next.call(request).await
}

pub struct ManagersOnly;

impl<S, B> Transform<S, ServiceRequest> for ManagersOnly
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = ManagersOnlyService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(ManagersOnlyService { service: Rc::new(service) }))
    }
}

pub struct ManagersOnlyService<S> {
    service: Rc<S>,
}

impl<S, B> Service<ServiceRequest> for ManagersOnlyService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ServiceResponse<B>, Error>>>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let service = Rc::clone(&self.service);
        Box::pin(async move {
            if request.path() == "/office/status" {
                return service.call(request).await;
            }
            let token = token_of(request.request()).ok_or_else(|| ErrorUnauthorized("no token"))?;
            let account = account_of(token).ok_or_else(|| ErrorUnauthorized("unknown token"))?;
            if !account.manager {
                return Err(ErrorForbidden("managers only"));
            }
            service.call(request).await
        })
    }
}

pub mod items {
    use super::*;

    pub fn routes(config: &mut web::ServiceConfig) {
        config
            .route("/items", web::get().to(list))
            .route("/items", web::post().to(create))
            .route("/items/{id}", web::put().to(change))
            .route("/items/{id}", web::delete().to(remove));
    }

    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    async fn create(account: Account, text: String) -> HttpResponse {
        let _ = std::fs::write(format!("items/{}", account.id), text);
        HttpResponse::Created().finish()
    }

    async fn change(account: Account, id: web::Path<u64>, text: String) -> Result<HttpResponse, Error> {
        check_owner(&account, *id)?;
        let _ = std::fs::write(format!("items/{id}"), text);
        Ok(HttpResponse::Ok().finish())
    }

    async fn remove(account: Account, id: web::Path<u64>) -> Result<HttpResponse, Error> {
        check_owner(&account, *id)?;
        let _ = std::fs::remove_file(format!("items/{id}"));
        Ok(HttpResponse::NoContent().finish())
    }

    fn check_owner(account: &Account, id: u64) -> Result<(), Error> {
        if account.manager || id / 1000 == account.id {
            return Ok(());
        }
        Err(ErrorForbidden("not yours"))
    }
}

pub mod orders {
    use super::*;

    pub fn scope() -> actix_web::Scope<
        impl actix_web::dev::ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<impl MessageBody>,
            Error = Error,
            InitError = (),
        >,
    > {
        web::scope("/orders")
            .route("/place", web::post().to(place))
            .route("/cancel", web::post().to(cancel))
            .route("/{id}", web::delete().to(forget))
            .wrap(from_fn(require_session))
    }

    async fn place(text: String) -> HttpResponse {
        let _ = std::fs::write("orders/new", text);
        HttpResponse::Created().finish()
    }

    async fn cancel(text: String) -> HttpResponse {
        let _ = std::fs::remove_file(format!("orders/{text}"));
        HttpResponse::Ok().finish()
    }

    async fn forget(id: web::Path<u64>) -> HttpResponse {
        let _ = std::fs::remove_file(format!("orders/{id}"));
        HttpResponse::Ok().finish()
    }
}

pub mod office {
    use super::*;

    pub fn routes(config: &mut web::ServiceConfig) {
        config.service(
            web::scope("/office")
                .wrap(ManagersOnly)
                .route("/status", web::get().to(status))
                .route("/prices", web::put().to(prices))
                .route("/prices/{id}", web::delete().to(withdraw))
                .route("/staff", web::post().to(hire)),
        );
    }

    async fn status() -> &'static str {
        "open"
    }

    async fn prices(text: String) -> HttpResponse {
        let _ = std::fs::write("prices", text);
        HttpResponse::Ok().finish()
    }

    async fn withdraw(id: web::Path<u64>) -> HttpResponse {
        let _ = std::fs::remove_file(format!("prices/{id}"));
        HttpResponse::Ok().finish()
    }

    async fn hire(text: String) -> HttpResponse {
        let _ = std::fs::write("staff", text);
        HttpResponse::Ok().finish()
    }
}

pub mod reports {
    use super::*;

    pub fn routes(config: &mut web::ServiceConfig) {
        config
            .route("/reports", web::post().to(publish))
            .route("/reports/{id}", web::put().to(correct))
            .route("/reports/{id}", web::delete().to(retract));
    }

    fn authorize(request: &HttpRequest) -> Result<Account, Error> {
        let token = token_of(request).ok_or_else(|| ErrorUnauthorized("no token"))?;
        account_of(token).ok_or_else(|| ErrorUnauthorized("unknown token"))
    }

    async fn publish(request: HttpRequest, text: String) -> Result<HttpResponse, Error> {
        let account = authorize(&request)?;
        let _ = std::fs::write(format!("reports/{}", account.id), text);
        Ok(HttpResponse::Created().finish())
    }

    async fn correct(request: HttpRequest, text: String) -> Result<HttpResponse, Error> {
        authorize(&request)?;
        let _ = std::fs::write("reports/latest", text);
        Ok(HttpResponse::Ok().finish())
    }

    async fn retract(request: HttpRequest, id: web::Path<u64>) -> Result<HttpResponse, Error> {
        authorize(&request)?;
        let _ = std::fs::remove_file(format!("reports/{id}"));
        Ok(HttpResponse::Ok().finish())
    }
}

pub async fn serve() -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new()
            .configure(items::routes)
            .configure(reports::routes)
            .configure(office::routes)
            .service(orders::scope())
    })
    .bind("127.0.0.1:8080")?
    .run()
    .await
}
