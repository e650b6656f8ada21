//! Patterns of routes, as people write them: `GET /health`, `/static/**`, `POST /users/{id}`.
//!
//! The method may be left out, which means any. Of the segments of a path `*` stands for one that is not empty, `**` for
//! any number of them, none included; a parameter (`{id}`, `:id`, `<id>`) for a parameter of whatever name. Everything
//! else is meant literally, a slash at the end included: `/users` and `/users/` are different routes.

use std::fmt;

use crate::catalog::nearest;

/// The methods of HTTP, and the one that stands for all of them.
const METHODS: &[&str] =
    &["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "QUERY", "ANY"];
/// Segments beyond which a path is no path that anybody writes.
const MAX_SEGMENTS: usize = 64;

/// A pattern of routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutePattern {
    method: Option<String>,
    segments: Vec<Segment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Text(String),
    Parameter,
    One,
    Rest,
}

/// A text that is no pattern of routes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongPattern {
    /// The first word is no method.
    #[error("`{word}` is no HTTP method{}", .meant.map_or_else(String::new, |m| format!(", did you mean `{m}`?")))]
    Method {
        /// As written.
        word: String,
        /// What is probably meant.
        meant: Option<&'static str>,
    },
    /// There is no path, or it is not written from the root.
    #[error("the path of a route begins with `/`")]
    Path,
    /// Too many segments.
    #[error("the path has more than {MAX_SEGMENTS} segments")]
    Long,
}

impl RoutePattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// A word that is no method, a path that does not begin with a slash.
    pub fn parse(text: &str) -> Result<RoutePattern, WrongPattern> {
        let (method, path) = match text.trim().split_once(char::is_whitespace) {
            Some((word, path)) => (Some(method(word)?), path.trim()),
            None => (None, text.trim()),
        };
        let path = path.strip_prefix('/').ok_or(WrongPattern::Path)?;
        let segments: Vec<Segment> = path.split('/').map(segment).collect();
        if segments.len() > MAX_SEGMENTS {
            return Err(WrongPattern::Long);
        }
        Ok(RoutePattern { method, segments })
    }

    /// The pattern of everything at a path or below it, unless stars in it say something else.
    ///
    /// # Errors
    /// As [`RoutePattern::parse`].
    pub fn below(text: &str) -> Result<RoutePattern, WrongPattern> {
        let mut pattern = RoutePattern::parse(text)?;
        if pattern.is_exact() {
            if pattern.segments.last() == Some(&Segment::Text(String::new())) {
                pattern.segments.pop();
            }
            pattern.segments.push(Segment::Rest);
        }
        Ok(pattern)
    }

    /// Whether it has no stars.
    pub fn is_exact(&self) -> bool {
        !self.segments.iter().any(|s| matches!(s, Segment::One | Segment::Rest))
    }

    /// Whether it is meant for one method.
    pub fn has_method(&self) -> bool {
        self.method.is_some()
    }

    /// Whether a route with this method, in capitals, and this path is meant.
    pub fn matches(&self, method: &str, path: &str) -> bool {
        self.method.as_deref().is_none_or(|own| own == method) && self.matches_path(path)
    }

    fn matches_path(&self, path: &str) -> bool {
        let path: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
        // Which prefixes of the path the segments so far can stand for.
        let mut ends = vec![false; path.len() + 1];
        ends[0] = true;
        for segment in &self.segments {
            let mut next = vec![false; path.len() + 1];
            for at in 0..=path.len() {
                next[at] = match segment {
                    Segment::Rest => ends[at] || (at > 0 && next[at - 1]),
                    one => at > 0 && ends[at - 1] && one.is(path[at - 1]),
                };
            }
            ends = next;
        }
        ends[path.len()]
    }
}

impl fmt::Display for RoutePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = &self.method {
            write!(f, "{method} ")?;
        }
        self.segments.iter().try_for_each(|segment| match segment {
            Segment::Text(text) => write!(f, "/{text}"),
            Segment::Parameter => f.write_str("/{}"),
            Segment::One => f.write_str("/*"),
            Segment::Rest => f.write_str("/**"),
        })
    }
}

impl Segment {
    fn is(&self, segment: &str) -> bool {
        match self {
            Segment::Text(text) => text == segment,
            Segment::Parameter => is_parameter(segment),
            Segment::One => !segment.is_empty(),
            Segment::Rest => false,
        }
    }
}

fn segment(text: &str) -> Segment {
    match text {
        "**" => Segment::Rest,
        "*" => Segment::One,
        text if is_parameter(text) => Segment::Parameter,
        text => Segment::Text(text.to_owned()),
    }
}

/// `{id}`, `:id`, `<id>`, `*rest`, as the frameworks write them.
fn is_parameter(segment: &str) -> bool {
    let inside = |open, close| segment.starts_with(open) && segment.ends_with(close);
    inside('{', '}') || inside('<', '>') || (segment.len() > 1 && segment.starts_with([':', '*']))
}

/// The method that a word means, in capitals.
///
/// # Errors
/// It means none.
pub fn method(word: &str) -> Result<String, WrongPattern> {
    let upper = word.to_ascii_uppercase();
    if METHODS.contains(&upper.as_str()) {
        return Ok(upper);
    }
    let meant = nearest(&upper, METHODS.iter().copied());
    let meant = METHODS.iter().copied().find(|m| Some(*m) == meant);
    Err(WrongPattern::Method { word: word.to_owned(), meant })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, route: &str) -> bool {
        let (method, path) = route.split_once(' ').unwrap();
        RoutePattern::parse(pattern).unwrap().matches(method, path)
    }

    #[test]
    fn stars_stand_for_segments() {
        for route in ["GET /static", "GET /static/a", "GET /static/a/{*path}"] {
            assert!(matches("/static/**", route), "{route}");
        }
        assert!(!matches("/static/**", "GET /statics/a"));
        assert!(matches("/a/*/c", "GET /a/{id}/c") && !matches("/a/*/c", "GET /a/b/b/c"));
        assert!(!matches("/a/*", "GET /a/"));
        assert!(matches("/**/login", "POST /v1/api/login") && matches("/**/login", "POST /login"));
        assert!(matches("/**", "GET /") && matches("/", "GET /") && !matches("/", "GET /a"));
    }

    #[test]
    fn a_parameter_stands_for_one_of_any_name() {
        for route in ["GET /users/:id", "GET /users/{user}", "GET /users/<n>"] {
            assert!(matches("/users/{id}", route), "{route}");
        }
        assert!(!matches("/users/{id}", "GET /users/me"));
    }

    #[test]
    fn a_method_is_asked_for_if_it_is_there() {
        assert!(matches("get /a", "GET /a") && !matches("GET /a", "POST /a") && !matches("GET /a", "ANY /a"));
        assert!(matches("/a", "POST /a") && !matches("/a", "POST /a/"));
    }

    #[test]
    fn below_a_path_is_the_path_too() {
        let below = |text: &str, path: &str| RoutePattern::below(text).unwrap().matches("GET", path);
        assert!(below("/admin", "/admin") && below("/admin", "/admin/users") && below("/admin/", "/admin/a"));
        assert!(!below("/admin", "/administrators") && below("/", "/a/b") && !below("/a/*", "/a/b/c"));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        let error = |text: &str| RoutePattern::parse(text).unwrap_err().to_string();
        assert_eq!(error("GTE /a"), "`GTE` is no HTTP method, did you mean `GET`?");
        assert_eq!(error("health"), "the path of a route begins with `/`");
        assert!(error(&"/a".repeat(65)).contains("64 segments"));
    }
}
