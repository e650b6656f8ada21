//! What is told about routes of small programs.

use std::collections::BTreeMap;
use std::path::PathBuf;

use semver::Version;

use crate::catalog::Catalog;
use crate::lower::lower_workspace;
use crate::resolve::resolve;
use crate::types::TypeWorld;
use crate::web::{Authentication, Route, Verdict, WebCx, collect_all};
use crate::workspace::cfg::CfgSet;
use crate::workspace::files::Memory;
use crate::workspace::{Dependency, DependencyKind, Package, Target, TargetKind, Workspace};

const GUARD: &str = "
    use axum::{Router, extract::{FromRequestParts, Request}, middleware::{Next, from_fn}, routing::{get, post}};
    use axum::http::{StatusCode, request::Parts, header::AUTHORIZATION};
    pub struct User(u64);
    impl<S: Send + Sync> FromRequestParts<S> for User {
        type Rejection = StatusCode;
        async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
            let token = parts.headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
            find(token).map(User).ok_or(StatusCode::UNAUTHORIZED)
        }
    }
    async fn asks(_: User) {}
    async fn open() {}
";

fn workspace() -> Workspace {
    let dependency = |name: &str, major| Dependency {
        extern_name: name.to_owned(),
        package: name.to_owned(),
        version: Some(Version::new(0, major, 0)),
        kind: DependencyKind::Normal,
        member: None,
        always: true,
    };
    let target = Target {
        kind: TargetKind::Lib,
        name: "x".to_owned(),
        crate_name: "x".to_owned(),
        src_path: PathBuf::from("/x/src/lib.rs"),
        edition: 2021,
        selected: true,
        json: String::new(),
    };
    Workspace {
        root: PathBuf::from("/x"),
        packages: vec![Package {
            name: "x".to_owned(),
            version: Version::new(0, 1, 0),
            id: String::new(),
            manifest_path: PathBuf::from("/x/Cargo.toml"),
            selected: true,
            targets: vec![target],
            dependencies: vec![dependency("axum", 8), dependency("tower", 5)],
            cfg: CfgSet::default(),
            metadata: String::new(),
        }],
        ..Workspace::default()
    }
}

fn routes_of(source: &str) -> Vec<Route> {
    let text = format!("{GUARD}{source}");
    let files = Memory(BTreeMap::from([(PathBuf::from("/x/src/lib.rs"), text.into_bytes())]));
    let workspace = workspace();
    let catalog = Catalog::embedded().unwrap();
    let program = lower_workspace(&workspace, &files);
    let map = resolve(&program, &workspace, &catalog);
    let world = TypeWorld::new(&program, &map, &catalog, &workspace);
    collect_all(&WebCx { types: world.cx(&program, &map), workspace: &workspace }).routes
}

fn authentication(source: &str, path: &str) -> Authentication {
    let routes = routes_of(source);
    let found = routes.iter().find(|r| r.path.as_deref() == Some(path));
    found.unwrap_or_else(|| panic!("{path} is not among {routes:?}")).authentication
}

#[test]
fn a_router_function_that_calls_itself_ends() {
    let source = "fn r() -> Router { Router::new().route(\"/a\", get(asks)).merge(r()) }";
    assert_eq!(routes_of(source).len(), 1);
}

#[test]
fn a_layer_added_under_a_condition_is_conditional() {
    let guard =
        "async fn check(_: User, request: Request, next: Next) -> Response { next.run(request).await }";
    let source = format!(
        "{guard} fn r(on: bool) -> Router {{
            let mut r = Router::new().route(\"/a\", post(open));
            if on {{ r = r.layer(from_fn(check)); }}
            r
        }}"
    );
    assert_eq!(authentication(&source, "/a"), Authentication::Conditional);
}

#[test]
fn layers_of_a_service_builder_are_seen() {
    let source = "
        async fn check(_: User, request: Request, next: Next) -> Response { next.run(request).await }
        fn r() -> Router {
            Router::new().route(\"/a\", post(open)).layer(tower::ServiceBuilder::new().layer(from_fn(check)))
        }";
    assert_eq!(authentication(source, "/a"), Authentication::Required);
}

#[test]
fn a_check_whose_failure_does_not_leave_is_none() {
    let in_body = |check: &str| {
        let source = format!(
            "async fn body(headers: HeaderMap) -> Result<(), StatusCode> {{ {check} Ok(()) }}
            fn r() -> Router {{ Router::new().route(\"/a\", post(body)) }}"
        );
        authentication(&source, "/a")
    };
    let leaves = "let t = headers.get(AUTHORIZATION).ok_or(StatusCode::UNAUTHORIZED)?;
        if !is_valid(t) { return Err(StatusCode::UNAUTHORIZED); }";
    assert_eq!(in_body(leaves), Authentication::Required);
    assert_eq!(in_body("let t = headers.get(AUTHORIZATION); let _ = verify_token(t);"), Authentication::None);
    assert_eq!(in_body("if other() { return Err(StatusCode::UNAUTHORIZED); }"), Authentication::None);
}

#[test]
fn a_guard_that_lets_pass_on_one_way_is_optional() {
    let source = "
        pub struct Known(Option<u64>);
        impl<S: Send + Sync> FromRequestParts<S> for Known {
            type Rejection = StatusCode;
            async fn from_request_parts(parts: &mut Parts, s: &S) -> Result<Self, StatusCode> {
                if let Ok(user) = User::from_request_parts(parts, s).await { return Ok(Known(Some(user.0))); }
                Ok(Known(None))
            }
        }
        async fn known(_: Known) {}
        fn r() -> Router { Router::new().route(\"/a\", post(known)) }";
    assert_eq!(authentication(source, "/a"), Authentication::Optional);
}

#[test]
fn an_application_without_guards_misses_none() {
    let source = "fn r() -> Router { Router::new().route(\"/a\", post(open)).route(\"/b\", post(open)) }";
    assert!(routes_of(source).iter().all(|r| r.verdict == Verdict::Unsure));
}

#[test]
fn a_handler_of_two_registrations_misses_the_guard_of_one() {
    let source = "
        async fn check(_: User, request: Request, next: Next) -> Response { next.run(request).await }
        fn r() -> Router {
            Router::new().route(\"/a\", post(open)).layer(from_fn(check)).route(\"/b\", post(open))
        }";
    let routes = routes_of(source);
    let missing: Vec<_> = routes.iter().filter(|r| r.verdict == Verdict::Missing).collect();
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].path.as_deref(), Some("/b"));
}

#[test]
fn thousands_of_routes_in_one_chain_are_followed() {
    let calls: String = (0..1_000).map(|i| format!(".route(\"/{i}\", get(asks))")).collect();
    let routes = routes_of(&format!("fn r() -> Router {{ Router::new(){calls} }}"));
    assert!(routes.len() >= 1_000, "{}", routes.len());
}

#[test]
fn router_functions_that_call_each_other_end() {
    let source = "
        fn a() -> Router { Router::new().route(\"/a\", get(asks)).nest(\"/b\", b()).nest(\"/c\", c()) }
        fn b() -> Router { Router::new().nest(\"/a\", a()).nest(\"/c\", c()) }
        fn c() -> Router { a().merge(b()).merge(c()) }";
    assert!(routes_of(source).iter().any(|r| r.authentication == Authentication::Required));
}

#[test]
fn router_functions_that_double_what_they_call_end_and_lose_nothing_else() {
    let twice = |i: usize| {
        format!(
            "fn r{i}() -> Router {{ Router::new().nest(\"/a\", r{n}()).nest(\"/b\", r{n}()) }}",
            n = i + 1
        )
    };
    let doubling: String = (0..30).map(twice).collect();
    let source = format!(
        "fn other() -> Router {{ Router::new().route(\"/other\", post(asks)) }}
        {doubling} fn r30() -> Router {{ Router::new().route(\"/x\", post(asks)) }}"
    );
    assert_eq!(authentication(&source, "/other"), Authentication::Required);
}
