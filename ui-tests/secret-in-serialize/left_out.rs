//@ dep: serde = { version = "1", features = ["derive"] }

use serde::{Serialize, Serializer};

#[derive(Serialize)]
pub struct User {
    pub name: String,
    #[serde(skip)]
    pub password: String,
    #[serde(default, skip_serializing)]
    pub api_key: String,
    #[serde(serialize_with = "masked")]
    pub reset_token: String,
}

fn masked<S: Serializer>(_: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("***")
}

#[derive(Clone, Serialize)]
#[serde(into = "PublicMember")]
pub struct Member {
    pub name: String,
    pub password: String,
}

#[derive(Serialize)]
pub struct PublicMember {
    pub name: String,
}

impl From<Member> for PublicMember {
    fn from(member: Member) -> PublicMember {
        PublicMember { name: member.name }
    }
}
