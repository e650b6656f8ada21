//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//! Roles of the members of a team, as methods of an API.

use poem::{Request, Route};
use poem_openapi::auth::Bearer;
use poem_openapi::param::Path;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService, SecurityScheme};

/// What somebody may do.
#[derive(Clone)]
pub struct Permissions(Vec<String>);

async fn permissions(req: &Request, _bearer: Bearer) -> Option<Permissions> {
    req.data::<Permissions>().cloned()
}

/// Somebody who is signed in.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", checker = "permissions")]
pub struct Member(Permissions);

impl Member {
    fn require(&self, permission: &str) -> poem::Result<()> {
        let may = self.0.0.iter().any(|p| p == permission);
        if may { Ok(()) } else { Err(poem::Error::from_status(poem::http::StatusCode::FORBIDDEN)) }
    }
}

/// The methods.
pub struct Api;

#[OpenApi]
impl Api {
    #[oai(path = "/members/:id/role", method = "post")]
    async fn give(&self, member: Member, id: Path<u64>) -> poem::Result<PlainText<String>> {
        member.require("roles")?;
        Ok(PlainText(format!("{} has the role", id.0)))
    }

    #[oai(path = "/members/:id/role", method = "delete")]
    async fn take(&self, member: Member, id: Path<u64>) -> poem::Result<PlainText<String>> {
        member.require("roles")?;
        Ok(PlainText(format!("{} has it no more", id.0)))
    }

    #[oai(path = "/members/:id/role", method = "put")]
    async fn extend(&self, _member: Member, id: Path<u64>) -> poem::Result<PlainText<String>> { //~ authorization-outlier
        Ok(PlainText(format!("{} has it for another year", id.0)))
    }
}

/// The routes of the application.
pub fn app() -> Route {
    Route::new().nest("/api", OpenApiService::new(Api, "members", "1.0"))
}
