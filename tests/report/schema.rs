//! SARIF is measured against the official schema. The schema is JSON Schema draft 4 and uses a dozen keywords; those are
//! implemented here, and any other stops the test.

use regex_lite::Regex;
use serde_json::Value;

use crate::fixture::full;
use cargo_secure_lint::report::Format;

fn schema() -> Value {
    serde_json::from_str(include_str!("../data/sarif-schema-2.1.0.json")).expect("the schema is JSON")
}

/// What of `value` does not fit `schema`, each with its place.
fn errors(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        let fits = match keyword.as_str() {
            "description" | "title" | "default" | "definitions" | "$schema" | "id" => true,
            "$ref" => {
                let pointer = rule.as_str().expect("a reference").trim_start_matches('#');
                found.extend(errors(root, root.pointer(pointer).expect("a definition"), value, at));
                true
            }
            "anyOf" => matching(root, rule, value) > 0,
            "oneOf" => matching(root, rule, value) == 1,
            "properties" | "additionalProperties" => {
                found.extend(member_errors(root, schema, keyword, value, at));
                true
            }
            "items" => {
                let items = value.as_array().map_or(&[][..], Vec::as_slice).iter().enumerate();
                found.extend(items.flat_map(|(i, item)| errors(root, rule, item, &format!("{at}/{i}"))));
                true
            }
            simple => holds(simple, rule, value),
        };
        if !fits {
            found.push(format!("{at}: {keyword} {rule}"));
        }
    }
    found
}

fn matching(root: &Value, options: &Value, value: &Value) -> usize {
    let options = options.as_array().expect("a list of schemas");
    options.iter().filter(|option| errors(root, option, value, "").is_empty()).count()
}

fn member_errors(root: &Value, schema: &Value, keyword: &str, value: &Value, at: &str) -> Vec<String> {
    let Some(members) = value.as_object() else { return Vec::new() };
    let known = |name: &str| schema["properties"].get(name);
    let check = |(name, member): (&String, &Value)| {
        let at = format!("{at}/{name}");
        match (keyword, known(name), &schema["additionalProperties"]) {
            ("properties", Some(rule), _) => errors(root, rule, member, &at),
            ("additionalProperties", None, Value::Bool(false)) => vec![format!("{at}: unknown")],
            ("additionalProperties", None, rule @ Value::Object(_)) => errors(root, rule, member, &at),
            _ => Vec::new(),
        }
    };
    members.iter().flat_map(check).collect()
}

fn holds(keyword: &str, rule: &Value, value: &Value) -> bool {
    let list = value.as_array();
    let limit = rule.as_f64().unwrap_or_default();
    match keyword {
        "type" => match rule {
            Value::Array(types) => types.iter().any(|t| is_type(t, value)),
            one => is_type(one, value),
        },
        "enum" => rule.as_array().expect("a list").contains(value),
        "required" => value.as_object().is_none_or(|members| {
            rule.as_array()
                .expect("a list")
                .iter()
                .all(|name| members.contains_key(name.as_str().expect("a name")))
        }),
        "minimum" => value.as_f64().is_none_or(|n| n >= limit),
        "maximum" => value.as_f64().is_none_or(|n| n <= limit),
        "minItems" => list.is_none_or(|l| l.len() as f64 >= limit),
        "uniqueItems" => list.is_none_or(|l| l.iter().enumerate().all(|(i, item)| !l[..i].contains(item))),
        "pattern" => {
            let pattern = Regex::new(rule.as_str().expect("a pattern")).expect("a pattern");
            value.as_str().is_none_or(|text| pattern.is_match(text))
        }
        "format" => value.as_str().is_none_or(|text| text.chars().all(|c| c.is_ascii_graphic())),
        other => panic!("the schema uses `{other}`, which is not implemented"),
    }
}

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("the name of a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("unknown type `{other}`"),
    }
}

#[test]
fn sarif_fits_the_official_schema() {
    let schema = schema();
    let mut fx = full();
    fx.suppressed = true;
    fx.file("src/ü x.rs", "");
    let log: Value = serde_json::from_str(&fx.render(Format::Sarif)).expect("JSON");
    assert_eq!(errors(&schema, &schema, &log, ""), [""; 0]);
    let empty: Value =
        serde_json::from_str(&crate::fixture::Fixture::new().render(Format::Sarif)).expect("JSON");
    assert_eq!(errors(&schema, &schema, &empty, ""), [""; 0]);
}

#[test]
fn a_broken_log_does_not_fit() {
    let schema = schema();
    let mut log: Value = serde_json::from_str(&full().render(Format::Sarif)).expect("JSON");
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
    log["runs"][0]["columnKinds"] = "x".into();
    log["runs"][0]["tool"]["driver"].as_object_mut().expect("an object").remove("name");
    let found = errors(&schema, &schema, &log, "");
    assert_eq!(found.len(), 4, "{found:#?}");
}
