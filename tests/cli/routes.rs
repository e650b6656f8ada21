//! `routes` with its filters, and `routes --check` against the policy of a project.

use crate::project::{Project, Run};

/// A guard, an open handler and a guarded one for each method.
const SERVICE: &str = "use axum::{Router, extract::FromRequestParts, http::{StatusCode, request::Parts, header::AUTHORIZATION}};
use axum::routing::{get, post};
pub struct User(u64);
impl<S: Send + Sync> FromRequestParts<S> for User {
    type Rejection = StatusCode;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        find(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
    }
}
pub async fn health() {}
pub async fn list(_: User) {}
pub async fn create(_: User) {}
pub async fn login() {}
pub async fn purge(_: User) {}
pub fn router() -> Router {
    Router::new()
        .route(\"/health\", get(health))
        .route(\"/notes\", get(list).post(create))
        .route(\"/login\", post(login))
        .route(\"/admin/purge\", post(purge))
}
";

fn service(text: &str) -> Project {
    let project = Project::empty();
    project.file(
        "Cargo.toml",
        "[package]\nname = \"notes\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\naxum = \"0.8\"\n",
    );
    project.file("src/lib.rs", text);
    project
}

/// The service with this policy, checked.
fn checked(text: &str, policy: &str) -> Run {
    let project = service(text);
    project.file("secure-lint.toml", policy);
    project.lint(&["routes", "--check"])
}

const POLICY: &str = "[routes]\npublic = [\"GET /health\", \"POST /login\"]\n";

#[track_caller]
fn says(run: &Run, code: i32, parts: &[&str]) {
    run.ends(code, &[]);
    for part in parts {
        assert!(run.stdout.contains(part), "stdout lacks {part:?}\n{run}");
    }
}

#[test]
fn the_list_is_filtered() {
    let project = service(SERVICE);
    let paths = |args: &[&str]| {
        let run = project.lint(&[&["routes", "-q", "--format", "json"], args].concat());
        let json: serde_json::Value = serde_json::from_str(&run.ends(0, &[]).stdout).unwrap();
        let routes = json["routes"].as_array().unwrap().iter();
        routes.map(|r| format!("{} {}", r["method"], r["path"]).replace('"', "")).collect::<Vec<_>>()
    };
    assert_eq!(paths(&[]).len(), 5);
    assert_eq!(paths(&["--unprotected"]), ["GET /health", "POST /login"]);
    assert_eq!(paths(&["--unprotected", "--method", "post"]), ["POST /login"]);
    assert_eq!(paths(&["--path", "/admin"]), ["POST /admin/purge"]);
    assert_eq!(paths(&["--path", "/*", "--method", "GET,POST"]).len(), 4);
    project.lint(&["routes", "--method", "pst"]).ends(2, &["did you mean `POST`?"]);
    project.lint(&["routes", "--path", "admin"]).ends(2, &["the path of a route begins with `/`"]);
    project.lint(&["routes", "--format", "sarif"]).ends(2, &["add `--check`"]);
}

#[test]
fn the_matrix_is_a_table_of_markdown() {
    let text = SERVICE.replace("\"/health\"", "\"/a|b*_c\"");
    let run = service(&text).lint(&["routes", "--format", "markdown"]);
    let row = "| public: only reads, and nothing guards it | GET | `/a\\|b*_c` | `health` | - | - | `src/lib.rs:18` |";
    says(
        &run,
        0,
        &["## 5 routes (3 protected, ", "| protected | POST | `/notes` | `create` | `User` | yes |", row],
    );
}

#[test]
fn without_a_policy_every_route_has_to_authenticate() {
    let run = service(SERVICE).lint(&["routes", "--check"]);
    says(&run, 1, &["`GET /health` lets strangers in", "`POST /login` lets strangers in"]);
    run.ends(1, &["2 errors; 5 routes, 3 guarded, 0 public", "[routes]\npublic = [\n    \"GET /health\",\n"]);
}

#[test]
fn a_policy_that_holds_is_silent() {
    let run = checked(SERVICE, POLICY);
    run.ends(0, &["no findings; 5 routes, 3 guarded, 2 public"]);
    assert!(run.stdout.is_empty(), "{run}");
}

#[test]
fn a_route_that_loses_its_guard_is_drift() {
    let text = SERVICE.replace("create(_: User)", "create()");
    let run = checked(&text, POLICY);
    says(
        &run,
        1,
        &[
            "error[route-policy]: `POST /notes` lets strangers in and is not listed as public",
            "is guarded by this parameter",
        ],
    );
    assert_eq!(run.stdout.matches("error[").count(), 1, "{run}");
}

#[test]
fn lines_that_fit_no_route_or_a_guarded_one_are_drift() {
    let list = "[routes]\npublic = [\"GET /health\", \"POST /login\", \"GET /notes\", \"GET /helth\", \"/old/**\"]\n";
    let run = checked(SERVICE, list);
    says(&run, 0, &["`GET /notes` asks who is there, but is listed as public", "--> secure-lint.toml:2:41"]);
    says(&run, 0, &["`GET /helth` fits no route", "write `GET /health`", "`/old/**` fits no route"]);
    let without_method = "[routes]\npublic = [\"/health\", \"/login\"]\n";
    checked(SERVICE, without_method).ends(0, &["no findings"]);
    let strict = format!("[lints]\nroute-policy = \"deny\"\n{list}");
    checked(SERVICE, &strict).ends(1, &["3 errors"]);
}

#[test]
fn what_is_demanded_below_a_path_is_held() {
    let demand = |by: &str| format!("{POLICY}[[routes.require]]\npath = \"/admin/**\"\n{by}\n");
    checked(SERVICE, &demand("protected-by = [\"User\"]")).ends(0, &["no findings"]);
    let other = checked(SERVICE, &demand("protected-by = [\"Admin\"]"));
    says(
        &other,
        1,
        &[
            "`POST /admin/purge` is not protected by `Admin`",
            "demanded here",
            "no route is protected by `Admin`",
        ],
    );
    says(
        &checked(SERVICE, &demand("authorization = \"role\"")),
        1,
        &["`POST /admin/purge` asks for no role"],
    );
    let public = format!("{}[[routes.require]]\npath = \"/login\"\n", POLICY);
    says(&checked(SERVICE, &public), 1, &["`POST /login` lets strangers in, but has to ask who is there"]);
    says(
        &checked(SERVICE, &format!("{POLICY}[[routes.require]]\npath = \"/adm/**\"\n")),
        0,
        &["`/adm/**` fits no route"],
    );
}

#[test]
fn what_cannot_be_told_is_as_the_policy_says() {
    let layered = "use axum::middleware::from_fn;\nfn auth() -> impl Fn() { other::auth_layer() }\n";
    let text = format!("{layered}{SERVICE}").replace(
        ".route(\"/admin/purge\", post(purge))",
        ".route(\"/admin/purge\", post(login)).route_layer(from_fn(session_auth))",
    );
    let run = checked(&text, POLICY);
    says(&run, 1, &["who may call", "cannot be told", "under `layers` or `not-guards`"]);
    let allowed = POLICY.replace("[routes]", "[routes]\nunsure = \"allow\"");
    assert!(!checked(&text, &allowed).stdout.contains("cannot be told"));
}

#[test]
fn drift_comes_in_every_format_and_can_be_suppressed() {
    let project = service(&SERVICE.replace("create(_: User)", "create()"));
    project.file("secure-lint.toml", POLICY);
    for (format, part) in [
        ("short", "src/lib.rs:19:41: error[route-policy]: "),
        ("sarif", "\"ruleId\": \"route-policy\""),
        ("github", "::error file=src/lib.rs,line=19"),
        ("json", "\"lint\": \"route-policy\""),
        ("markdown", "| high | `route-policy` |"),
    ] {
        says(&project.lint(&["routes", "--check", "--format", format]), 1, &[part]);
    }
    project.lint(&["routes", "--check", "--no-fail"]).ends(0, &["1 error"]);
    project.lint(&["routes", "--check", "-q", "--report", "sarif:out.sarif"]).ends(1, &[]);
    assert!(project.path().join("out.sarif").exists());
    project.lint(&["-D", "route-policy"]).ends(1, &["error"]);
    let why =
        "        // secure-lint: allow(route-policy): moves behind the gateway\n        .route(\"/notes\"";
    let text = SERVICE.replace("create(_: User)", "create()").replace("        .route(\"/notes\"", why);
    checked(&text, POLICY).ends(0, &["1 suppressed"]);
}

#[test]
fn a_marker_makes_a_handler_public() {
    let marked = |marker: &str, function: &str| {
        let text = SERVICE
            .replace(&format!("pub async fn {function}("), &format!("{marker}\npub async fn {function}("));
        let project = service(&text);
        project.file("secure-lint.toml", "[routes]\npublic = [\"POST /login\"]\n");
        project
    };
    let marker = "// secure-lint: public(the load balancer asks without a token)";
    let good = marked(marker, "health");
    good.lint(&["routes", "--check"]).ends(0, &["no findings"]);
    good.lint(&[]).ends(0, &["no findings"]);
    says(
        &good.lint(&["routes", "--format", "json"]),
        0,
        &["\"reason\": \"the load balancer asks without a token\""],
    );
    let above = marked(&format!("{marker}\n/// Alive?\n#[tracing::instrument]"), "health");
    above.lint(&["routes", "--check"]).ends(0, &["no findings"]);
    let among = marked(&format!("#[tracing::instrument]\n{marker}"), "health");
    among.lint(&["routes", "--check"]).ends(0, &["no findings"]);

    let unexplained = marked("// secure-lint: public()", "health");
    unexplained.lint(&["routes", "--check"]).ends(1, &["1 error"]);
    says(&unexplained.lint(&[]), 0, &["warning[unused-suppression]", "`public` gives no reason"]);
    says(&marked(marker, "list").lint(&[]), 0, &["stands at a handler that asks who is there"]);
    let text = format!("{SERVICE}\n{marker}\npub fn other() {{}}\n\n{marker}\npub struct Other;\n");
    says(&service(&text).lint(&[]), 0, &["the handler of no known route", "stands at no function"]);
}

#[test]
fn routes_are_those_of_the_selected_packages() {
    let project = Project::empty();
    project.file("Cargo.toml", "[workspace]\nmembers = [\"api\", \"server\", \"other\"]\nresolver = \"2\"\n");
    let manifest = |name: &str, dependency: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\naxum = \"0.8\"\n{dependency}"
        )
    };
    project.file("api/Cargo.toml", manifest("api", ""));
    project.file("api/src/lib.rs", SERVICE);
    project.file("server/Cargo.toml", manifest("server", "api = { path = \"../api\" }\n"));
    project.file(
        "server/src/main.rs",
        "fn main() {\n    let app = axum::Router::new().nest(\"/api\", api::router());\n}\n",
    );
    project.file("other/Cargo.toml", manifest("other", ""));
    let ping = "use axum::{Router, routing::get};\nasync fn ping() {}\npub fn router() -> Router {\n    Router::new().route(\"/ping\", get(ping))\n}\n";
    project.file("other/src/lib.rs", ping);
    let paths = |package: &str| {
        let run = project.lint(&["routes", "-p", package, "--format", "json"]);
        assert_eq!(run.code, 0, "{run}");
        ["/api/health", "/ping"].map(|path| run.stdout.contains(path))
    };
    assert_eq!(paths("server"), [true, false]);
    assert_eq!(paths("other"), [false, true]);
}

#[test]
fn packages_of_examples_are_listed_where_they_alone_are_asked_for() {
    let project = Project::empty();
    let manifest = |name: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\naxum = \"0.8\"\n"
        )
    };
    project.file("Cargo.toml", "[workspace]\nmembers = [\"api\", \"examples/demo\"]\nresolver = \"2\"\n");
    project.file("api/Cargo.toml", manifest("api"));
    project.file("api/src/lib.rs", SERVICE);
    project.file("examples/demo/Cargo.toml", manifest("demo"));
    let ping = "use axum::{Router, routing::get};\nasync fn ping() {}\npub fn router() -> Router {\n    Router::new().route(\"/ping\", get(ping))\n}\n";
    project.file("examples/demo/src/lib.rs", ping);
    let lists = |args: &[&str]| {
        let run = project.lint(&[&["routes", "--format", "json"], args].concat());
        assert_eq!(run.code, 0, "{run}");
        ["/health", "/ping"].map(|path| run.stdout.contains(path))
    };
    assert_eq!(lists(&["--workspace"]), [true, false]);
    assert_eq!(lists(&["-p", "demo"]), [false, true]);
}
