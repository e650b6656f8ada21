//@ dep: async-trait = "0.1"
//! A driver of a protocol: the trait is another's, the question is a function, answers are matched and mapped.
use std::sync::Arc;

use async_trait::async_trait;

#[async_trait]
pub trait Backend {
    async fn stat(&self, user: &FtpUser, path: &str) -> Result<u64, Failure>;
    async fn get(&self, user: &FtpUser, path: &str) -> Result<Vec<u8>, Failure>;
    async fn put(&self, user: &FtpUser, path: &str, data: Vec<u8>) -> Result<(), Failure>;
    async fn del(&self, user: &FtpUser, path: &str) -> Result<(), Failure>;
    async fn list(&self, user: &FtpUser, path: &str) -> Result<Vec<String>, Failure>;
}

pub enum Failure {
    NotThere,
    NotAllowed,
}

pub enum Denial {
    AccessDenied,
}

pub struct Context {
    key: String,
    admin: bool,
}

pub struct FtpUser {
    context: Context,
}

async fn authorize_operation(context: &Context, action: &str, bucket: &str) -> Result<(), Denial> {
    if context.admin || (action == "list" && bucket == "public") { Ok(()) } else { Err(Denial::AccessDenied) }
}

#[async_trait]
pub trait Objects: Send + Sync {
    async fn head(&self, path: &str, key: &str) -> Result<u64, Failure>;
    async fn read(&self, path: &str, key: &str) -> Result<Vec<u8>, Failure>;
    async fn write(&self, path: &str, data: Vec<u8>, key: &str) -> Result<(), Failure>;
    async fn remove(&self, path: &str, key: &str) -> Result<(), Failure>;
    async fn names(&self, path: &str, key: &str) -> Result<Vec<String>, Failure>;
}

pub struct Driver {
    objects: Arc<dyn Objects>,
}

#[async_trait]
impl Backend for Driver {
    async fn stat(&self, user: &FtpUser, path: &str) -> Result<u64, Failure> {
        self.objects.head(path, &user.context.key).await //~ missing-permission-check
    }

    async fn get(&self, user: &FtpUser, path: &str) -> Result<Vec<u8>, Failure> {
        let context = &user.context;
        match self //~ missing-permission-check
            .objects
            .read(path, &context.key)
            .await
        {
            Ok(data) => Ok(data),
            Err(_) => Err(Failure::NotThere),
        }
    }

    async fn put(&self, user: &FtpUser, path: &str, data: Vec<u8>) -> Result<(), Failure> {
        let context = &user.context;
        authorize_operation(context, "put", path).await.map_err(|_| Failure::NotAllowed)?;
        self.objects.write(path, data, &context.key).await
    }

    async fn del(&self, user: &FtpUser, path: &str) -> Result<(), Failure> {
        let context = &user.context;
        authorize_operation(context, "delete", path).await.map_err(|_| Failure::NotAllowed)?;
        self.objects.remove(path, &context.key).await
    }

    async fn list(&self, user: &FtpUser, path: &str) -> Result<Vec<String>, Failure> {
        match authorize_operation(&user.context, "list", path).await {
            Ok(()) => self.objects.names(path, &user.context.key).await,
            Err(_) => Err(Failure::NotAllowed),
        }
    }
}
