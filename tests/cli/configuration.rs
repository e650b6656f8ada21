//! `secure-lint.toml`: where it is found, what is said about mistakes in it, and what it changes.

use crate::project::{BAD, BAD_LINT, Project};

fn with(text: &str) -> Project {
    let project = Project::with_lib(BAD);
    project.file("secure-lint.toml", text);
    project
}

#[test]
fn mistakes_are_shown_with_their_place() {
    let project = with("profile = \"strict\"\n\n[lints]\nweak-hsh = \"deny\"\n");
    let run = project.lint(&[]);
    run.ends(
        2,
        &[
            "error: unknown lint `weak-hsh`",
            "--> secure-lint.toml:4:1",
            "^^^^^^^^",
            "did you mean `weak-hash`?",
        ],
    );
    assert!(run.stdout.is_empty(), "{run}");
    with("[routse]\n").lint(&["routes"]).ends(2, &["unknown key `routse`", "did you mean `routes`?"]);
    with("[routes]\npublic = [\"GTE /a\"]\n")
        .lint(&["routes", "--check"])
        .ends(2, &["`GTE` is no HTTP method"]);
    with("profile = \n").lint(&[]).ends(2, &["--> secure-lint.toml:1:"]);
    with("# \u{e9}\u{202e}\na = 1").lint(&[]).ends(2, &["unknown key `a`"]);
    with("a = \"\u{1b}[2J\"").lint(&[]).ends(2, &["␛[2J"]);
}

#[test]
fn levels_and_profile_are_below_the_flags() {
    let allowed = with(&format!("[lints]\n{BAD_LINT} = \"allow\"\n"));
    allowed.lint(&[]).ends(0, &["no findings"]).finds_bad(0);
    allowed.lint(&["-D", BAD_LINT]).ends(1, &[]).finds_bad(1);
    allowed.lint(&["--no-config"]).ends(1, &[]).finds_bad(1);
    with("[lints]\nall = \"allow\"\ncwe-295 = \"warn\"\n").lint(&[]).ends(0, &["1 warning"]).finds_bad(1);
    let text = format!("{BAD}pub fn b() {{ md5::Md5::digest(b\"\"); }} // secure-lint: allow(weak-hash)\n");
    let strict = Project::with_lib(&text);
    strict.file("secure-lint.toml", "profile = \"strict\"\n");
    assert!(strict.lint(&[]).stdout.contains("unexplained-suppression"));
    assert!(!strict.lint(&["--profile", "default"]).stdout.contains("unexplained-suppression"));
    with("password-policy = \"nist\"\n").lint(&[]).ends(1, &[]);
    with("password-policy = \"nits\"\n").lint(&[]).ends(2, &["no policy `nits`", "did you mean `nist`?"]);
}

#[test]
fn another_file_can_be_named() {
    let project = with("[lints]\nall = \"allow\"\n");
    project.file("ci/strict.toml", "[lints]\nall = \"warn\"\n");
    project.lint(&["--config-file", "ci/strict.toml"]).ends(0, &["1 warning"]);
    project.lint(&["--config-file", "ci/other.toml"]).ends(2, &["`ci/other.toml` cannot be read"]);
    project.lint(&["--config-file", "a.toml", "--no-config"]).ends(2, &[]);
    project.lint(&["--file", "src/lib.rs"]).ends(1, &[]);
}

/// A service whose guards nothing recognises: their code is in macros and libraries.
const SERVICE: &str = "use axum::{Router, middleware::from_fn, routing::{get, post}};
pub mod session {
    pub struct User(u64);
    impl<S: Sync> axum::extract::FromRequestParts<S> for User { opaque::extract!(User); }
    pub async fn ask(_: &str) -> Result<(), std::io::Error> { Ok(()) }
    pub async fn wall(request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response { opaque::run(request, next).await }
}
async fn a(_: session::User) {}
async fn b() -> Result<(), std::io::Error> { session::ask(\"b\").await?; Ok(()) }
async fn c() {}
#[gate_macros::signed_in]
async fn d() {}
async fn e(_: gate::Member) {}
async fn f(_: axum::Extension<session::User>) {}
async fn g(_: Option<session::User>) {}
fn behind<H>(handler: H) -> H { handler }
pub fn router() -> Router {
    Router::new()
        .route(\"/c\", get(c).layer(from_fn(session::wall)))
        .route(\"/a\", post(a))
        .route(\"/b\", get(b))
        .route(\"/d\", get(d))
        .route(\"/e\", get(e))
        .route(\"/f\", get(f))
        .route(\"/g\", get(g))
        .route(\"/h\", get(behind(c)))
        .merge(all![c])
}
";

fn service(config: &str) -> Project {
    let project = Project::empty();
    project.file(
        "Cargo.toml",
        "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n\
         [dependencies]\naxum = \"0.8\"\ngate = \"1\"\ngate-macros = \"1\"\n",
    );
    project.file("src/lib.rs", SERVICE);
    project.file("secure-lint.toml", config);
    project
}

/// What protects each path.
fn guards(config: &str) -> Vec<String> {
    let run = service(config).lint(&["routes", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.ends(0, &[]).stdout).unwrap();
    let one = |r: &serde_json::Value| {
        let names = r["evidence"].as_array().unwrap().iter().filter_map(|e| e["name"].as_str());
        format!(
            "{} {} {}",
            r["path"].as_str().unwrap(),
            r["authentication"].as_str().unwrap(),
            names.collect::<Vec<_>>().join(" ")
        )
    };
    json["routes"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn the_project_says_what_its_items_mean() {
    let none = guards("");
    assert!(none.iter().all(|line| !line.contains("required")), "{none:?}");
    let config = "[web]\nguards = [\"crate::session::User\", \"gate_macros::signed_in\", \"gate::Member\"]\n\
                  checks = [\"shop::session::ask\"]\nlayers = [\"crate::session::wall\", \"crate::behind\"]\n";
    assert_eq!(
        guards(config),
        [
            "/a required User",
            "/b required ask",
            "/c required session::wall",
            "/d required #[gate_macros::signed_in]",
            "/e required Member",
            "/f required Extension<User>",
            "/g optional Option<User>",
            "/h required behind",
        ]
    );
    let twice = format!(
        "{config}not-guards = [\"crate::session::User\", \"gate::Member\", \"crate::session::wall\"]\n"
    );
    let left = guards(&twice);
    assert_eq!(left.iter().filter(|line| line.contains("required")).count(), 3, "{left:?}");
}

#[test]
fn an_entry_that_names_nothing_is_told() {
    let config = "[web]\nguards = [\"crate::sesion::User\", \"nowhere::User\"]\nchecks = [\"crate::session::aks\"]\nmacros = [\"routes_of\"]\n";
    for args in [&["routes"][..], &["routes", "--check"], &[]] {
        service(config).lint(args).ends(
            i32::from(args.len() == 2),
            &[
                "warning: secure-lint.toml:2:11: `crate::sesion::User` names nothing in the project",
                "secure-lint.toml:2:34: `nowhere::User` names nothing: `nowhere` is neither",
                "secure-lint.toml:3:11: `crate::session::aks` names nothing",
                "secure-lint.toml:4:11: no macro `routes_of` is called",
            ],
        );
    }
}

#[test]
fn a_macro_of_the_project_lists_handlers() {
    let project = Project::empty();
    project.file(
        "Cargo.toml",
        "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\nrocket = \"0.5\"\n",
    );
    project.file(
        "src/main.rs",
        "#[rocket::get(\"/a\")]\nfn a() {}\n\
         fn main() {\n    rocket::build().mount(\"/v1\", macros::api_routes![a]);\n}\n",
    );
    assert!(!project.lint(&["routes"]).ends(0, &[]).stdout.contains("/v1/a"));
    project.file("secure-lint.toml", "[web]\nmacros = [\"api_routes\"]\n");
    assert!(project.lint(&["routes"]).ends(0, &[]).stdout.contains("/v1/a"));
}
