//! Conditions on the content of a text that is constant, or written in part: `like redis://*:*@* unless local`, `lists RC4, NULL unless !RC4`.
//!
//! `like` compares the whole text with patterns in which `*` stands for anything. `lists` looks at the words of a list such as
//! `HIGH:!aNULL:RC4-SHA`: they are separated by `:`, `,` and white space, the parts of a word by `-`, `+` and `_`. A word matches by
//! itself or by a part of it; one that begins with `!` or `-` takes away and matches only what is written so. Case does not matter.
//! After `unless`, `local` stands for every address on the same machine or in the same private network.

/// A condition on a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextCondition {
    form: Form,
    any: Vec<String>,
    unless: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Like,
    Lists,
}

/// The word for addresses nearby.
const LOCAL: &str = "local";
/// Names of networks that nobody else reads.
const PRIVATE: &[&str] = &["127.", "10.", "192.168.", "172.16.", "169.254.", "0.0.0.0"];
/// Ends of names that are not in the public tree.
const INTERNAL: &[&str] =
    &[".local", ".localhost", ".internal", ".test", ".invalid", ".svc", ".lan", ".home"];

impl TextCondition {
    /// Parses `like A, B unless C` or `lists A, B unless C`.
    pub fn parse(op: &str, rest: &str) -> Option<TextCondition> {
        let form = match op {
            "like" => Form::Like,
            "lists" => Form::Lists,
            _ => return None,
        };
        let (any, unless) = rest.split_once(" unless ").unwrap_or((rest, ""));
        let list = |text: &str| -> Vec<String> {
            text.split(',').map(|s| s.trim().to_lowercase()).filter(|s| !s.is_empty()).collect()
        };
        let any = list(any);
        (!any.is_empty()).then(|| TextCondition { form, any, unless: list(unless) })
    }

    /// Whether a text of which some parts are not known, `{}`, fulfils it whatever they are. `*` alone says nothing of such a text, and
    /// an address is local if its host has an unknown part.
    pub fn holds_in_part(&self, text: &str) -> bool {
        let telling =
            TextCondition { any: self.any.iter().filter(|p| *p != "*").cloned().collect(), ..self.clone() };
        telling.form == Form::Like && telling.holds(text)
    }

    /// Whether a text fulfils it.
    pub fn holds(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let found = |pattern: &String| match self.form {
            _ if pattern == LOCAL => is_local(&text),
            Form::Like => is_like(&text, pattern),
            Form::Lists => is_listed(&text, pattern),
        };
        self.any.iter().any(found) && !self.unless.iter().any(found)
    }
}

/// Whether `pattern`, with `*` for anything, is the whole of `text`.
fn is_like(text: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

fn is_listed(text: &str, wanted: &str) -> bool {
    let words = text.split(|c: char| c == ':' || c == ',' || c.is_whitespace());
    words.filter(|w| !w.is_empty()).any(|word| {
        let taken_away = word.starts_with(['!', '-']);
        word == wanted || !taken_away && word.split(['-', '+', '_']).any(|part| part == wanted)
    })
}

/// Whether the host of a URL, of `host=..` or of `host:port` is this machine, a name without a dot as containers have, or in a
/// private network.
fn is_local(text: &str) -> bool {
    let authority = match (text.split_once("://"), text.split_once("host=")) {
        (Some((_, rest)), _) => rest.split(['/', '?']).next().unwrap_or_default(),
        (None, Some((_, rest))) => rest.split_whitespace().next().unwrap_or_default(),
        (None, None) => text,
    };
    let address = authority.rsplit('@').next().unwrap_or_default();
    if address.starts_with('[') || address.starts_with('/') {
        return address.starts_with("[::1]") || address.starts_with('/');
    }
    let host = address.split([':', ',']).next().unwrap_or_default();
    !host.contains('.')
        || host.contains("{}")
        || PRIVATE.iter().any(|p| host.starts_with(p))
        || INTERNAL.iter().any(|end| host.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::TextCondition;

    fn holds(condition: &str, text: &str) -> bool {
        let (op, rest) = condition.split_once(' ').expect("an operator");
        TextCondition::parse(op, rest).expect("a condition").holds(text)
    }

    #[test]
    fn addresses_nearby_are_local() {
        let condition = "like redis://*:*@* unless local";
        assert!(holds(condition, "redis://app:pw@cache.example.com:6379/0"));
        assert!(holds(condition, "REDIS://:pw@8.8.8.8"));
        for text in [
            "redis://:pw@localhost/",
            "redis://:pw@127.0.0.1:6379",
            "redis://:pw@cache:6379/1",
            "redis://[::1]",
        ] {
            assert!(!holds(condition, text), "{text}");
        }
        assert!(holds("like *sslmode=disable* unless local", "host=db.example.com sslmode=disable"));
        assert!(!holds("like *sslmode=disable* unless local", "host=db sslmode=disable"));
    }

    #[test]
    fn lists_are_read_word_by_word() {
        let condition = "lists RC4, NULL, ALL unless !aNULL";
        assert!(holds(condition, "HIGH:RC4-SHA"));
        assert!(holds(condition, "ALL"));
        for text in ["HIGH:!RC4", "ALL:!aNULL", "ECDHE-RSA-AES256-GCM-SHA384", "HIGH:-NULL", ""] {
            assert!(!holds(condition, text), "{text}");
        }
    }

    #[test]
    fn patterns_are_the_whole_text() {
        assert!(holds("like http://*", "http://api.example.com"));
        assert!(!holds("like http://*", "https://api.example.com?next=http://a"));
        assert!(holds("like *a*b", "xaxxb") && !holds("like *a*b", "xaxxbx"));
        assert!(holds("like abc", "abc") && !holds("like abc", "abcd"));
    }
}
