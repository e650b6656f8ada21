//@ dep: tonic = "0.12"
//! A server that is given the service as whatever implements it, with an interceptor or without one.

use tonic::transport::Server;
use tonic::{Request, Response, Status};

pub mod orders_server {
    #[tonic::async_trait]
    pub trait Orders: Send + Sync + 'static {
        async fn place(&self, request: tonic::Request<u64>) -> Result<tonic::Response<u64>, tonic::Status>;
    }

    #[tonic::async_trait]
    pub trait Stock: Send + Sync + 'static {
        async fn refill(&self, request: tonic::Request<u64>) -> Result<tonic::Response<u64>, tonic::Status>;
    }

    pub const SERVICE_NAME: &str = "shop.Orders";
}

use orders_server::{Orders, Stock};

pub struct Shop;

#[tonic::async_trait]
impl Orders for Shop {
    async fn place(&self, request: Request<u64>) -> Result<Response<u64>, Status> {
        Ok(Response::new(request.into_inner()))
    }
}

pub struct Shelf;

#[tonic::async_trait]
impl Stock for Shelf {
    async fn refill(&self, request: Request<u64>) -> Result<Response<u64>, Status> {
        Ok(Response::new(request.into_inner()))
    }
}

fn with_key(request: Request<()>) -> Result<Request<()>, Status> {
    match request.metadata().get("x-api-key") {
        Some(sent) if sent == "key" => Ok(request),
        _ => Err(Status::unauthenticated("wrong key")),
    }
}

pub async fn serve<O: Orders>(orders: O, stock: impl Stock) {
    Server::builder()
        .add_service(OrdersServer::with_interceptor(orders, with_key))
        .add_service(StockServer::new(stock))
        .serve(addr())
        .await;
}

pub async fn main() {
    serve(Shop, Shelf).await;
}
