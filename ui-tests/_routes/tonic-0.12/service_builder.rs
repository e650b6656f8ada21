//@ dep: tonic = "0.12"
//@ dep: tower = "0.5"
//! A service behind the layers of a builder of its own.

use tonic::service::interceptor;
use tonic::transport::Server;
use tonic::{Request, Response, Status};
use tower::ServiceBuilder;

pub mod pb {
    #[tonic::async_trait]
    pub trait Depot: Send + Sync + 'static {
        async fn assign(&self, request: tonic::Request<u64>) -> Result<tonic::Response<u64>, tonic::Status>;
    }

    pub const SERVICE_NAME: &str = "yard.Depot";
}

pub struct Yard;

#[tonic::async_trait]
impl pb::Depot for Yard {
    async fn assign(&self, request: Request<u64>) -> Result<Response<u64>, Status> {
        Ok(Response::new(request.into_inner()))
    }
}

fn with_key(request: Request<()>) -> Result<Request<()>, Status> {
    match request.metadata().get("x-api-key") {
        Some(sent) if sent == "key" => Ok(request),
        _ => Err(Status::unauthenticated("wrong key")),
    }
}

pub async fn serve() {
    let depot = ServiceBuilder::new().layer(interceptor(with_key)).service(DepotServer::new(Yard));
    Server::builder().add_service(depot).serve("[::1]:80".parse().unwrap()).await.unwrap();
}
