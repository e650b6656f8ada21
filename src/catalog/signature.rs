//! Signatures of library functions as text, for type inference.
//!
//! ```text
//! line    = function | "field." name ":" type
//! function = name [ "<" names ">" ] "(" [ "self" | "&self" | "&mut self" ] { "," type } ")" [ "->" type ]
//! type    = "&" [ "mut" ] type | "[" type [ ";" ... ] "]" | "(" types ")" | "fn" "(" types ")" [ "->" type ]
//!         | "Self" [ "::" name ] | "_" | "!" | path [ "<" types ">" ]
//! ```
//!
//! `map<U>(self, fn(T) -> U) -> Option<U>` under the owner `std::option::Option<T>` reads: a method of `Option`, whose
//! parameter is a closure from the owner's `T` to `U`. A name of one segment is a generic of the function or the owner,
//! else a name of the prelude (`Vec`, `u8`), else an item beside the owner. Lifetimes and bounds are left out; what cannot
//! be said is `_`. An `async fn` returns `Future<T>`.
//!
//! Absent on purpose: `where`, `impl Trait`, const generics, overloads by version.

use crate::base::Symbol;

/// How deep types may nest.
const MAX_DEPTH: usize = 16;

/// One function, method or associated function.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// Its name.
    pub name: Symbol,
    /// How it takes `self`, if it is a method.
    pub receiver: Option<Receiver>,
    /// Its own generic parameters, without those of the owner.
    pub generics: Vec<Symbol>,
    /// Types of the parameters, without the receiver.
    pub params: Vec<TypeExpr>,
    /// What it returns; the empty tuple if nothing is said.
    pub ret: TypeExpr,
    /// Its number among those of the catalog, below [`crate::catalog::Catalog::signatures`]; 0 before it is in one.
    pub number: usize,
}

/// How a method takes `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// `self`.
    Value,
    /// `&self`.
    Ref,
    /// `&mut self`.
    Mut,
}

/// A type as a signature writes it.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeExpr {
    /// A canonical path (or the name of a generic parameter, or `Self::Item`) with generic arguments.
    Path(Symbol, Vec<TypeExpr>),
    /// `&T`, `&mut T`.
    Ref(Box<TypeExpr>, bool),
    /// `[T]`.
    Slice(Box<TypeExpr>),
    /// `[T; _]`.
    Array(Box<TypeExpr>),
    /// `(A, B)`; the empty one is `()`.
    Tuple(Vec<TypeExpr>),
    /// A closure or function pointer.
    Fn(Vec<TypeExpr>, Box<TypeExpr>),
    /// The type that the method is called on.
    SelfType,
    /// `!`: control does not come back.
    Never,
    /// `_`: anything.
    Unknown,
}

/// What one line under an owner says.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A function.
    Function(Signature),
    /// A field with its type.
    Field(Symbol, TypeExpr),
}

/// The type, trait or module that lines stand under.
#[derive(Clone, Debug, PartialEq)]
pub struct Owner {
    /// Its canonical path; `slice` and `array` for `[T]` and `[T; N]`.
    pub path: Symbol,
    /// Its generic parameters.
    pub generics: Vec<Symbol>,
    /// Whether it is a module, so that its functions are free.
    pub is_module: bool,
    /// Where names of one segment are looked up: itself if it is a module, else the module around it.
    module: String,
}

/// Names that need no path, with what they mean.
const PRELUDE: &[(&str, &str)] = &[
    ("Option", "std::option::Option"),
    ("Result", "std::result::Result"),
    ("String", "std::string::String"),
    ("Vec", "std::vec::Vec"),
    ("Box", "std::boxed::Box"),
    ("Arc", "std::sync::Arc"),
    ("Rc", "std::rc::Rc"),
    ("Cow", "std::borrow::Cow"),
    ("Path", "std::path::Path"),
    ("PathBuf", "std::path::PathBuf"),
    ("OsStr", "std::ffi::OsStr"),
    ("OsString", "std::ffi::OsString"),
    ("Duration", "std::time::Duration"),
    ("HashMap", "std::collections::HashMap"),
    ("BTreeMap", "std::collections::BTreeMap"),
    ("Ordering", "std::cmp::Ordering"),
    ("Future", "std::future::Future"),
    ("Iter", "std::iter::Iter"),
];

const PRIMITIVES: &[&str] = &[
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
    "isize", "f32", "f64",
];

impl Owner {
    /// Reads `std::option::Option<T>`, `std::env`, `str`, `slice<T>`.
    ///
    /// # Errors
    /// Not a path with names as generics.
    pub fn parse(text: &str) -> Result<Owner, String> {
        let mut parser = Parser { text, pos: 0, generics: Vec::new(), module: "" };
        let path = parser.path()?;
        let generics = if parser.eat("<") { parser.names(">")? } else { Vec::new() };
        parser.end()?;
        let (module, last) = path.rsplit_once("::").unwrap_or(("", &path));
        let pseudo = PRIMITIVES.contains(&last) || ["slice", "array"].contains(&last);
        let is_module = last.starts_with(|c: char| c.is_ascii_lowercase()) && !(module.is_empty() && pseudo);
        let module = if is_module { path.clone() } else { module.to_owned() };
        Ok(Owner { path: Symbol::new(&path), generics, is_module, module })
    }

    /// Reads one line under this owner.
    ///
    /// # Errors
    /// The line does not follow the grammar; the message shows where.
    pub fn line(&self, text: &str) -> Result<Line, String> {
        let mut parser = Parser { text, pos: 0, generics: self.generics.clone(), module: &self.module };
        let line = if parser.eat("field.") { parser.field() } else { parser.function().map(Line::Function) };
        let line = line?;
        parser.end()?;
        Ok(line)
    }
}

impl TypeExpr {
    /// Reads a type whose names of one segment stand in `module`.
    ///
    /// # Errors
    /// The text does not follow the grammar.
    pub fn parse(text: &str, module: &str) -> Result<TypeExpr, String> {
        let mut parser = Parser { text, pos: 0, generics: Vec::new(), module };
        let ty = parser.ty(0)?;
        parser.end()?;
        Ok(ty)
    }

    /// `()`.
    pub fn unit() -> TypeExpr {
        TypeExpr::Tuple(Vec::new())
    }
}

struct Parser<'a> {
    text: &'a str,
    pos: usize,
    generics: Vec<Symbol>,
    module: &'a str,
}

impl Parser<'_> {
    fn rest(&mut self) -> &str {
        let trimmed = self.text[self.pos..].trim_start();
        self.pos = self.text.len() - trimmed.len();
        trimmed
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.pos += token.len();
        }
        found
    }

    /// Like [`Self::eat`], for a word that must not be the beginning of a longer one.
    fn eat_word(&mut self, word: &str) -> bool {
        let found = self.rest().strip_prefix(word).is_some_and(|r| !r.starts_with(is_name_char));
        found && self.eat(word)
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.eat(token) { Ok(()) } else { Err(self.error(&format!("`{token}`"))) }
    }

    fn error(&mut self, wanted: &str) -> String {
        let rest = self.rest().to_owned();
        let found = if rest.is_empty() { "the end".to_owned() } else { format!("`{rest}`") };
        format!("signature `{}`: expected {wanted}, found {found}", self.text)
    }

    fn end(&mut self) -> Result<(), String> {
        if self.rest().is_empty() { Ok(()) } else { Err(self.error("the end")) }
    }

    fn name(&mut self) -> Result<String, String> {
        let rest = self.rest();
        let end = rest.find(|c| !is_name_char(c)).unwrap_or(rest.len());
        if end == 0 {
            return Err(self.error("a name"));
        }
        let name = rest[..end].to_owned();
        self.pos += end;
        Ok(name)
    }

    fn path(&mut self) -> Result<String, String> {
        let mut path = self.name()?;
        while self.eat("::") {
            path = format!("{path}::{}", self.name()?);
        }
        Ok(path)
    }

    fn names(&mut self, close: &str) -> Result<Vec<Symbol>, String> {
        let mut names = vec![Symbol::new(&self.name()?)];
        while self.eat(",") {
            names.push(Symbol::new(&self.name()?));
        }
        self.expect(close)?;
        Ok(names)
    }

    fn field(&mut self) -> Result<Line, String> {
        let name = Symbol::new(&self.name()?);
        self.expect(":")?;
        Ok(Line::Field(name, self.ty(0)?))
    }

    fn function(&mut self) -> Result<Signature, String> {
        let name = Symbol::new(&self.name()?);
        let generics = if self.eat("<") { self.names(">")? } else { Vec::new() };
        self.generics.extend(&generics);
        self.expect("(")?;
        let receiver = self.receiver();
        if receiver.is_some() && !self.eat(",") {
            self.expect(")")?;
            return Ok(Signature {
                name,
                receiver,
                generics,
                params: Vec::new(),
                ret: self.ret(0)?,
                number: 0,
            });
        }
        let params = self.types(")", 0)?;
        Ok(Signature { name, receiver, generics, params, ret: self.ret(0)?, number: 0 })
    }

    fn receiver(&mut self) -> Option<Receiver> {
        let start = self.pos;
        let receiver = match (self.eat("&"), self.eat_word("mut")) {
            (true, true) => Receiver::Mut,
            (true, false) => Receiver::Ref,
            _ => Receiver::Value,
        };
        if self.eat_word("self") {
            return Some(receiver);
        }
        self.pos = start;
        None
    }

    fn ret(&mut self, depth: usize) -> Result<TypeExpr, String> {
        if self.eat("->") { self.ty(depth) } else { Ok(TypeExpr::unit()) }
    }

    fn types(&mut self, close: &str, depth: usize) -> Result<Vec<TypeExpr>, String> {
        let mut types = Vec::new();
        while !self.eat(close) {
            if !types.is_empty() {
                self.expect(",")?;
            }
            types.push(self.ty(depth)?);
        }
        Ok(types)
    }

    fn ty(&mut self, depth: usize) -> Result<TypeExpr, String> {
        if depth > MAX_DEPTH {
            return Err(format!("signature `{}`: types nest deeper than {MAX_DEPTH}", self.text));
        }
        let depth = depth + 1;
        if self.eat("&") {
            let mutable = self.eat_word("mut");
            return Ok(TypeExpr::Ref(Box::new(self.ty(depth)?), mutable));
        }
        if self.eat("[") {
            return self.slice(depth);
        }
        if self.eat("(") {
            return Ok(TypeExpr::Tuple(self.types(")", depth)?));
        }
        if self.eat_word("fn") {
            self.expect("(")?;
            let params = self.types(")", depth)?;
            return Ok(TypeExpr::Fn(params, Box::new(self.ret(depth)?)));
        }
        if self.eat("!") {
            return Ok(TypeExpr::Never);
        }
        if self.eat_word("_") {
            return Ok(TypeExpr::Unknown);
        }
        let path = self.path()?;
        let args = if self.eat("<") { self.types(">", depth)? } else { Vec::new() };
        Ok(self.named(&path, args))
    }

    fn slice(&mut self, depth: usize) -> Result<TypeExpr, String> {
        let element = Box::new(self.ty(depth)?);
        if self.eat(";") {
            self.name()?;
            self.expect("]")?;
            return Ok(TypeExpr::Array(element));
        }
        self.expect("]")?;
        Ok(TypeExpr::Slice(element))
    }

    fn named(&self, path: &str, args: Vec<TypeExpr>) -> TypeExpr {
        if path == "Self" {
            return TypeExpr::SelfType;
        }
        let bare = path.contains("::")
            || self.generics.contains(&Symbol::new(path))
            || PRIMITIVES.contains(&path)
            || self.module.is_empty();
        let full = match PRELUDE.iter().find(|p| p.0 == path) {
            Some(&(_, full)) if !self.generics.contains(&Symbol::new(path)) => full.to_owned(),
            _ if bare => path.to_owned(),
            _ => format!("{}::{path}", self.module),
        };
        TypeExpr::Path(Symbol::new(&full), args)
    }
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(owner: &str, line: &str) -> Signature {
        match Owner::parse(owner).unwrap().line(line).unwrap() {
            Line::Function(signature) => signature,
            Line::Field(..) => panic!("{line} is a field"),
        }
    }

    fn path(path: &str, args: Vec<TypeExpr>) -> TypeExpr {
        TypeExpr::Path(Symbol::new(path), args)
    }

    #[test]
    fn a_closure_parameter_is_typed_by_the_generics_of_owner_and_function() {
        let map = function("std::option::Option<T>", "map<U>(self, fn(T) -> U) -> Option<U>");
        assert_eq!(map.receiver, Some(Receiver::Value));
        assert_eq!(map.params, [TypeExpr::Fn(vec![path("T", vec![])], Box::new(path("U", vec![])))]);
        assert_eq!(map.ret, path("std::option::Option", vec![path("U", vec![])]));
    }

    #[test]
    fn a_bare_name_stands_beside_its_owner() {
        let var = function("std::env", "var(&str) -> Result<String, VarError>");
        let string = path("std::string::String", vec![]);
        assert_eq!(var.ret, path("std::result::Result", vec![string, path("std::env::VarError", vec![])]));
        assert_eq!(var.receiver, None);
        let headers = function("http::HeaderMap<T>", "iter(&self) -> Entries<T>");
        assert_eq!(headers.ret, path("http::Entries", vec![path("T", vec![])]));
    }

    #[test]
    fn fields_arrays_and_self_are_read() {
        let owner = Owner::parse("axum::Json<T>").unwrap();
        assert_eq!(owner.line("field.0: T").unwrap(), Line::Field(Symbol::new("0"), path("T", vec![])));
        let new = function("ring::aead::Nonce", "assume_unique_for_key([u8; 12]) -> Self");
        assert_eq!(new.params, [TypeExpr::Array(Box::new(path("u8", vec![])))]);
        assert_eq!(new.ret, TypeExpr::SelfType);
    }

    #[test]
    fn a_slip_is_shown_with_its_place() {
        let error = Owner::parse("std::env").unwrap().line("var(&str -> String").unwrap_err();
        assert_eq!(error, "signature `var(&str -> String`: expected `,`, found `-> String`");
        let deep = format!("f({})", "&".repeat(40));
        assert!(Owner::parse("a").unwrap().line(&deep).unwrap_err().contains("deeper"));
    }
}
