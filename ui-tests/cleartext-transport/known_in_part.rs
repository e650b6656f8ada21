//@ dep: redis = "0.27"
//@ dep: reqwest = "0.12"
//@ dep: sqlx = "0.8"
//! Addresses of which a part is not known.

pub struct Api {
    host: String,
    token: String,
}

impl Api {
    fn address(&self, id: u32) -> String {
        format!("http://api.example.com/users/{id}")
    }

    pub async fn through_method(&self, id: u32) -> reqwest::Result<reqwest::Response> {
        reqwest::Client::new().get(self.address(id)).bearer_auth(&self.token).send().await //~ cleartext-transport
    }

    /// It may be this machine.
    pub async fn any_host(&self) -> reqwest::Result<reqwest::Response> {
        reqwest::Client::new().get(format!("http://{}/users", self.host)).bearer_auth(&self.token).send().await
    }

    pub async fn encrypted(&self, id: u32) -> reqwest::Result<reqwest::Response> {
        reqwest::Client::new().get(format!("https://api.example.com/{id}")).bearer_auth(&self.token).send().await
    }
}

pub async fn path(id: u32, token: &str) -> reqwest::Result<reqwest::Response> {
    let address = format!("http://api.example.com/users/{:04}", id);
    reqwest::Client::new().get(&address).bearer_auth(token).send().await //~ cleartext-transport
}

pub async fn added(id: &str, token: &str) -> reqwest::Result<reqwest::Response> {
    let address = "http://api.example.com/users/".to_owned() + id + "/keys";
    reqwest::Client::new().get(&address).bearer_auth(token).send().await //~ cleartext-transport
}

pub fn queue(password: &str) -> redis::RedisResult<redis::Client> {
    redis::Client::open(format!("redis://:{password}@queue.example.net:6379/0")) //~ cleartext-transport
}

pub fn queue_nearby(password: &str) -> redis::RedisResult<redis::Client> {
    redis::Client::open(format!("redis://:{password}@localhost:6379/0"))
}

pub async fn database(password: &str) -> sqlx::Result<sqlx::PgPool> {
    sqlx::PgPool::connect(&format!("postgres://app:{password}@db.example.net/app?sslmode=disable")).await //~ cleartext-transport
}

/// One of two beginnings, and a text that grows in a loop.
pub async fn several(secure: bool, ids: &[String], token: &str) -> reqwest::Result<reqwest::Response> {
    let base = if secure { "https://api.example.com/" } else { "http://localhost:8080/" };
    let mut list = String::from("https://api.example.com/?ids=");
    for id in ids {
        list = list + id + ",";
    }
    reqwest::Client::new().get(&list).bearer_auth(token).send().await?;
    reqwest::Client::new().get(base.to_owned() + "users").bearer_auth(token).send().await
}
