//@ dep: salvo = "0.84"
//! Who asks lies in the depot, and the error for strangers is a refusal by its status alone.

use salvo::http::StatusCode;
use salvo::prelude::*;

#[derive(Clone)]
pub struct Baker {
    pub id: u64,
}

#[derive(Clone)]
pub struct Oven {
    pub degrees: u64,
}

pub enum Trouble {
    ComeIn,
    Cold,
}

impl Scribe for Trouble {
    fn render(self, res: &mut Response) {
        res.status_code(match self {
            Trouble::ComeIn => StatusCode::UNAUTHORIZED,
            Trouble::Cold => StatusCode::CONFLICT,
        });
    }
}

fn baker(depot: &Depot) -> Result<Baker, Trouble> {
    depot.obtain::<Baker>().cloned().map_err(|_| Trouble::ComeIn)
}

fn oven(depot: &Depot) -> Result<Oven, Trouble> {
    depot.obtain::<Oven>().cloned().map_err(|_| Trouble::Cold)
}

#[handler]
async fn known(req: &mut Request, depot: &mut Depot) {
    if let Some(token) = req.header::<String>("authorization")
        && let Ok(id) = std::fs::read_to_string(token).unwrap_or_default().parse()
    {
        depot.inject(Baker { id });
    }
}

#[handler]
async fn bake(req: &mut Request, depot: &mut Depot) -> Result<String, Trouble> {
    let me = baker(depot)?;
    std::fs::write(me.id.to_string(), req.uri().path()).map_err(|_| Trouble::Cold)?;
    Ok("done".to_owned())
}

// The oven says nothing of who asks.
#[handler]
async fn heat(req: &mut Request, depot: &mut Depot) -> Result<String, Trouble> {
    let oven = oven(depot)?;
    std::fs::write(oven.degrees.to_string(), req.uri().path()).map_err(|_| Trouble::Cold)?;
    Ok("hot".to_owned())
}

pub fn router() -> Router {
    Router::new()
        .hoop(affix_state::inject(Oven { degrees: 200 }))
        .hoop(known)
        .push(Router::with_path("bread").post(bake).put(bake))
        .push(Router::with_path("oven").post(heat))
}
