//@ dep: salvo = "0.84"
//! A handler that stands before others keeps what is open; a list that is a constant, and one that comes from the settings.

use salvo::prelude::*;

const OPEN: &[&str] = &["/parts/sheet"]; //~ auth-skip-list-write

pub struct Key {
    skipped: Vec<String>,
}

impl Key {
    pub fn new(skipped: &[&str]) -> Self {
        Key { skipped: skipped.iter().map(|path| path.to_string()).collect() }
    }

    pub fn from_settings(skipped: Vec<String>) -> Self {
        Key { skipped }
    }
}

#[async_trait]
impl Handler for Key {
    async fn handle(&self, req: &mut Request, depot: &mut Depot, res: &mut Response, ctrl: &mut FlowCtrl) {
        let path = req.uri().path();
        if self.skipped.iter().any(|front| path.starts_with(front)) {
            return;
        }
        let key = req.header::<String>("x-partner-key").unwrap_or_default();
        match partner_of(&key) {
            Some(partner) => {
                depot.inject(partner);
            }
            None => {
                res.status_code(StatusCode::UNAUTHORIZED);
                ctrl.skip_rest();
            }
        }
    }
}

fn partner_of(key: &str) -> Option<u64> {
    std::fs::read_to_string(format!("keys/{key}")).ok()?.trim().parse().ok()
}

#[handler]
async fn sheet() -> &'static str {
    "sheet"
}

#[handler]
async fn print(req: &mut Request) -> String {
    let _ = std::fs::write("queue", req.payload().await.map(|b| b.to_vec()).unwrap_or_default());
    "queued".to_owned()
}

pub fn router() -> Router {
    let parts = Router::with_path("parts")
        .hoop(Key::new(OPEN))
        .push(Router::with_path("sheet").get(sheet))
        .push(Router::with_path("sheets").post(print))
        .push(Router::with_path("bills").post(print))
        .push(Router::with_path("orders").put(print));
    let settings = std::env::var("OPEN").unwrap_or_default().split(',').map(str::to_owned).collect();
    let goods = Router::with_path("goods").hoop(Key::from_settings(settings)).post(print);
    Router::new().push(parts).push(goods)
}
