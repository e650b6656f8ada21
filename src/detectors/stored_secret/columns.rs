//! A secret beside the name of its column, in builders of statements and in documents.
//!
//! Three shapes: an assignment by a method (`users::password.eq(password)` in `.values(..)` or `.set(..)`), a field of a record that
//! wraps what is set (`password: Set(password)`, `user.password = Set(password)`), and a field of a document that is inserted
//! (`insert_one(doc! { "email": email, "password": password })`).
//!
//! That the table is one of people is told by the path of the column or record, or by the other fields of a document.

use crate::catalog::parameters::StoredSecret;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, FieldInit, Literal, Path};

/// The secret that an expression writes to a column.
pub(super) fn written(body: &BodyCx<'_>, wanted: &StoredSecret, id: ExprId) -> Option<ExprId> {
    let value = match body.kind(id) {
        ExprKind::MethodCall { receiver, method, args, .. } if has(&wanted.assigns, method.sym.as_str()) => {
            assigned(body, wanted, id, *receiver).then(|| args.first().copied())?
        }
        ExprKind::Struct { path, fields, .. }
            if names_people(wanted, path) || fields_of_person(wanted, fields) =>
        {
            let column = |name: &str| wanted.is_column(&Words::of(name));
            fields.iter().find(|f| column(f.name.sym.as_str())).and_then(|f| wrapped(body, wanted, f.value))
        }
        ExprKind::Assign { target, value, op: None } => {
            set(body, wanted, *target).then(|| wrapped(body, wanted, *value))?
        }
        ExprKind::MethodCall { method, args, .. } if has(&wanted.inserts, method.sym.as_str()) => {
            args.first().and_then(|&arg| in_document(body, wanted, arg))
        }
        ExprKind::MethodCall { method, args, .. } if has(&wanted.changes, method.sym.as_str()) => {
            args.get(1).and_then(|&arg| in_document(body, wanted, arg))
        }
        _ => None,
    };
    value.filter(|&value| wanted.is_typed(body, value))
}

/// Whether the other fields of a record are those of a person.
fn fields_of_person(wanted: &StoredSecret, fields: &[FieldInit]) -> bool {
    let names: Vec<Words> = fields.iter().map(|f| Words::of(f.name.sym.as_str())).collect();
    !wanted.persons.is_empty() && wanted.describes_person(names.iter())
}

fn has(list: &[String], name: &str) -> bool {
    list.iter().any(|one| one == name)
}

/// Whether a path leads through a table of people: `users::password`, `schema::users::dsl::password`.
fn names_people(wanted: &StoredSecret, path: &Path) -> bool {
    path.segments.iter().any(|segment| wanted.of_people(&Words::of(segment.name.sym.as_str())))
}

/// Whether an assignment by a method is to the column of a secret, in what a statement writes.
fn assigned(body: &BodyCx<'_>, wanted: &StoredSecret, id: ExprId, column: ExprId) -> bool {
    let ExprKind::Path(path) = body.kind(column) else { return false };
    let named =
        path.segments.len() > 1 && wanted.is_column(&body.words(column)) && names_people(wanted, path);
    let mut at = id;
    while let Some(parent) = body.parent(at).filter(|_| named) {
        match body.kind(parent) {
            ExprKind::Tuple(_) | ExprKind::Array(_) | ExprKind::Ref { .. } => at = parent,
            ExprKind::MethodCall { method, args, .. } => {
                return args.contains(&at) && has(&wanted.writers, method.sym.as_str());
            }
            _ => return false,
        }
    }
    false
}

/// Whether a field is the column of a secret in such a record.
fn set(body: &BodyCx<'_>, wanted: &StoredSecret, target: ExprId) -> bool {
    let ExprKind::Field { base, name } = body.kind(target) else { return false };
    let mut owner = body.words(*base);
    let params = body.body.func.map_or(&[][..], |func| &func.params);
    if let Some(param) = body.local(*base).and_then(|pat| params.iter().find(|p| p.pat == pat)) {
        owner.extend(Words::of(body.cx.program.sources.slice(body.ir.types[param.ty].span)));
    }
    wanted.is_column(&Words::of(name.sym.as_str())) && wanted.of_people(&owner)
}

/// What is inside of `Set(..)`.
fn wrapped(body: &BodyCx<'_>, wanted: &StoredSecret, value: ExprId) -> Option<ExprId> {
    let ExprKind::Call { callee, args } = body.kind(value) else { return None };
    let ExprKind::Path(path) = body.kind(*callee) else { return None };
    has(&wanted.wrappers, path.last()?.name.sym.as_str()).then(|| args.first().copied())?
}

/// The value of the secret in a document, or in a part of it: `{ "$set": { .. } }`.
fn in_document(body: &BodyCx<'_>, wanted: &StoredSecret, document: ExprId) -> Option<ExprId> {
    let ExprKind::Map(pairs) = body.kind(body.peel(document)) else { return None };
    let keys: Vec<(Words, ExprId)> = pairs.iter().filter_map(|&(k, v)| Some((key(body, k)?, v))).collect();
    let inner = || keys.iter().find_map(|(_, value)| in_document(body, wanted, *value));
    let column = keys.iter().find(|(name, _)| wanted.is_column(name)).map(|(_, value)| *value);
    column.filter(|_| wanted.describes_person(keys.iter().map(|(name, _)| name))).or_else(inner)
}

impl StoredSecret {
    /// Whether names of columns are those of a person, and not of a machine.
    fn describes_person<'n>(&self, names: impl Iterator<Item = &'n Words> + Clone) -> bool {
        let any = |list: &[String]| names.clone().any(|name| list.iter().any(|word| name.has(word)));
        (self.persons.is_empty() || any(&self.persons)) && !any(&self.machines)
    }
}

fn key(body: &BodyCx<'_>, id: ExprId) -> Option<Words> {
    match body.kind(body.peel(id)) {
        ExprKind::Literal(Literal::Str(text)) => Some(Words::of(text)),
        _ => None,
    }
}
