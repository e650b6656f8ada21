//@ dep: salvo = "0.84"
//! A hoop that leaves ending the request to a function.

use salvo::prelude::*;

#[handler]
async fn known(req: &mut Request, res: &mut Response, ctrl: &mut FlowCtrl, depot: &mut Depot) {
    match req.header::<String>("authorization") {
        None => refuse(res, ctrl, "no token"),
        Some(token) => {
            let account = match account_of(&token) {
                Ok(account) => account,
                Err(why) => return refuse(res, ctrl, &why),
            };
            depot.insert("account", account);
        }
    }
}

fn refuse(res: &mut Response, ctrl: &mut FlowCtrl, why: &str) {
    ctrl.skip_rest();
    res.render(why.to_owned());
}

fn account_of(token: &str) -> Result<u64, String> {
    token.parse().map_err(|_| "not a token".to_owned())
}

#[handler]
async fn add(req: &mut Request) -> String {
    format!("{:?}", req.uri())
}

pub fn router() -> Router {
    Router::new()
        .push(Router::with_path("enter").post(add))
        .push(Router::new().hoop(known).push(Router::with_path("notes").post(add)))
}
