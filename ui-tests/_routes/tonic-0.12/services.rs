//@ dep: tonic = "0.12"
//@ dep: tower = "0.5"
//! Services behind interceptors, one open beside them, checks in the body, and one that nothing is seen to serve.

use tonic::transport::Server;
use tonic::{Request, Response, Status};

pub mod notes {
    tonic::include_proto!("acme.notes.v1");
}

pub mod admin {
    tonic::include_proto!("acme.admin.v1");
}

pub mod health {
    tonic::include_proto!("acme.health.v1");
}

use admin::admin_server::{Admin, AdminServer};
use health::health_server::{Health, HealthServer};
use notes::notes_server::{Notes, NotesServer};
use notes::{Note, NoteList};

#[derive(Default)]
pub struct MyNotes;

#[tonic::async_trait]
impl Notes for MyNotes {
    async fn list_notes(&self, _: Request<()>) -> Result<Response<NoteList>, Status> {
        Ok(Response::new(NoteList::default()))
    }

    async fn create_note(&self, request: Request<Note>) -> Result<Response<Note>, Status> {
        let user = request.extensions().get::<Caller>().cloned();
        self.store.insert(user, request.into_inner());
        Ok(Response::new(Note::default()))
    }

    async fn delete_note(&self, request: Request<Note>) -> Result<Response<()>, Status> {
        self.store.delete(request.into_inner().id);
        Ok(Response::new(()))
    }
}

#[derive(Clone)]
pub struct Caller(String);

fn authenticate(mut request: Request<()>) -> Result<Request<()>, Status> {
    let token = request
        .metadata()
        .get("authorization")
        .ok_or_else(|| Status::unauthenticated("no token"))?;
    let caller = caller_of(token).ok_or_else(|| Status::unauthenticated("bad token"))?;
    request.extensions_mut().insert(Caller(caller));
    Ok(request)
}

#[derive(Default)]
pub struct MyAdmin {
    key: String,
}

#[tonic::async_trait]
impl Admin for MyAdmin {
    async fn stop(&self, request: Request<()>) -> Result<Response<()>, Status> {
        let key = request.metadata().get("x-api-key").ok_or_else(|| Status::unauthenticated("no key"))?;
        if !self.allows(key) {
            return Err(Status::permission_denied("wrong key"));
        }
        Ok(Response::new(()))
    }

    async fn purge(&self, _: Request<()>) -> Result<Response<()>, Status> {
        Ok(Response::new(()))
    }
}

#[derive(Default)]
pub struct MyHealth;

#[tonic::async_trait]
impl Health for MyHealth {
    async fn ping(&self, _: Request<()>) -> Result<Response<()>, Status> {
        Ok(Response::new(()))
    }
}

pub mod audit {
    use tonic::{Request, Response, Status};

    tonic::include_proto!("generated/acme.audit");

    pub struct Recorder;

    #[tonic::async_trait]
    impl audit_server::Audit for Recorder {
        async fn record(&self, _: Request<()>) -> Result<Response<()>, Status> {
            Ok(Response::new(()))
        }
    }
}

#[derive(Clone)]
pub struct Counting;

impl tonic::service::Interceptor for Counting {
    fn call(&mut self, request: Request<()>) -> Result<Request<()>, Status> {
        count(&request);
        Ok(request)
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let notes = MyNotes::default();
    Server::builder()
        .timeout(std::time::Duration::from_secs(30))
        .add_service(NotesServer::with_interceptor(notes, authenticate))
        .add_service(AdminServer::new(MyAdmin::default()).max_decoding_message_size(1024))
        .add_optional_service(Some(HealthServer::with_interceptor(MyHealth, Counting)))
        .serve("[::1]:50051".parse()?)
        .await?;
    Ok(())
}
