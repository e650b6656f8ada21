//@ dep: tonic = "0.12"
//@ dep: tower = "0.5"
//! One interceptor around all services of a server, made by a function; generated code that is there to be read.

use std::sync::Arc;

use tonic::service::interceptor;
use tonic::transport::Server;
use tonic::{Request, Response, Status};

pub mod orders_server {
    #[tonic::async_trait]
    pub trait Orders: Send + Sync + 'static {
        async fn place(&self, request: tonic::Request<u64>) -> Result<tonic::Response<u64>, tonic::Status>;
        async fn find(&self, request: tonic::Request<u64>) -> Result<tonic::Response<u64>, tonic::Status>;
    }

    pub struct OrdersServer<T> {
        inner: std::sync::Arc<T>,
    }

    impl<T> OrdersServer<T> {
        pub fn new(inner: T) -> Self {
            Self::from_arc(std::sync::Arc::new(inner))
        }

        pub fn from_arc(inner: std::sync::Arc<T>) -> Self {
            Self { inner }
        }
    }

    pub const SERVICE_NAME: &str = "shop.Orders";
}

use orders_server::{Orders, OrdersServer};

pub struct Shop;

#[tonic::async_trait]
impl Orders for Shop {
    async fn place(&self, request: Request<u64>) -> Result<Response<u64>, Status> {
        Ok(Response::new(request.into_inner()))
    }

    async fn find(&self, request: Request<u64>) -> Result<Response<u64>, Status> {
        Ok(Response::new(request.into_inner()))
    }
}

fn with_key(key: String) -> impl FnMut(Request<()>) -> Result<Request<()>, Status> + Clone {
    move |request: Request<()>| match request.metadata().get("x-api-key") {
        Some(sent) if *sent == *key => Ok(request),
        _ => Err(Status::unauthenticated("wrong key")),
    }
}

pub async fn serve(key: String) {
    let shop = Arc::new(Shop);
    let layer = tower::ServiceBuilder::new().layer(interceptor(with_key(key))).into_inner();
    Server::builder().layer(layer).add_service(OrdersServer::from_arc(shop)).serve(addr()).await;
}
