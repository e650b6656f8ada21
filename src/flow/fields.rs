//! Fields that hold the same constant in every instance of a struct.
//!
//! One walk over all bodies notes every write of a field: struct expressions and assignments. If all of them are constants by
//! their form (literals, constants, conversions of these) and nothing else can write the field, then it is a constant
//! wherever it is read. Whatever might write it ends that: a borrow as `&mut`, a method that may change it, a pattern that
//! takes the struct apart, a field that other crates see, a derive or attribute that may make instances (`Deserialize`).
//! A buffer of zeros that somebody fills is never a constant. Test code neither writes nor spoils.
//! A random generator is predictable for ever if each write seeds it by a constant, whoever draws from it.
//!
//! Example: `Vault { key: *b"0123456789abcdef" }` is the only way to make a `Vault`, whose `key` is private: `self.key` in
//! `Vault::seal` is that literal.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::catalog::signature::Receiver;
use crate::flow::defaults::{derived_traits, derives};
use crate::flow::eval::{Eval, FlowCx};
use crate::flow::summary::Summaries;
use crate::flow::value::{Const, OriginKind, Value};
use crate::ir::{Block, ExprId, ExprKind, FileIr, ItemKind, MacroForm, PatId, PatKind, UnaryOp, Visibility};
use crate::resolve::{BodyRes, DefId, DefKind, DefMap, PathRes, Res, body_of};
use crate::types::{BodyTypes, Callee, Ty, local_adt};

/// Derives that make no instances with new content.
const HARMLESS_DERIVES: &[&str] = &[
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Default",
    "Serialize",
    "Zeroize",
    "ZeroizeOnDrop",
    "Error",
    "Display",
];
/// Attributes that make no instances.
const HARMLESS_ATTRIBUTES: &[&str] =
    &["derive", "allow", "expect", "warn", "deny", "must_use", "repr", "non_exhaustive", "serde", "zeroize"];
/// Methods without signatures that leave their receiver as it is.
const READS: &[&str] = &["len", "is_empty", "iter", "get", "first", "last", "contains", "eq", "ne", "cmp"];
/// Nesting of constants by form, and of places.
const MAX_DEPTH: usize = 12;

/// A field of a struct.
pub type FieldKey = (DefId, Symbol);

/// What bodies do to fields.
#[derive(Debug, Default)]
pub struct FieldWrites {
    writes: Vec<(FieldKey, ExprId)>,
    /// Fields that may be written in other ways, by struct if it is known.
    spoilt: Vec<(Option<DefId>, Symbol)>,
    /// Writes of random generators that are seeded by constants.
    seeded: Vec<(FieldKey, ExprId)>,
    /// Of the spoilt fields those that get another value as a whole.
    replaced: Vec<(Option<DefId>, Symbol)>,
}

/// A body with its names and types.
#[derive(Clone, Copy)]
pub struct Resolved<'b> {
    /// Whose it is.
    pub def: DefId,
    /// What its paths mean.
    pub names: &'b BodyRes,
    /// Its types.
    pub types: &'b BodyTypes,
}

/// Fields that may be constants, with the expressions that they are written from and the bodies of these.
pub type Candidates = BTreeMap<FieldKey, Vec<(DefId, ExprId)>>;

/// What a body does to fields of structs of the workspace.
pub fn writes_in(cx: FlowCx<'_>, body: Resolved<'_>) -> FieldWrites {
    let Some(found) = body_of(cx.types.program, cx.types.map, body.def) else {
        return FieldWrites::default();
    };
    let ir = cx.types.program.file(found.file);
    let mut walk =
        Walk { cx, ir, body, root: found.root, lets: OnceCell::new(), out: FieldWrites::default() };
    ir.for_each_expr(found.root, &mut |id| walk.expr(id));
    for &pat in body.names.pats.keys() {
        walk.pattern(pat);
    }
    walk.out
}

/// The fields whose writes are all constants by form.
pub fn candidates<'w>(cx: FlowCx<'_>, bodies: impl Iterator<Item = (DefId, &'w FieldWrites)>) -> Candidates {
    let (mut out, mut seeded) = (Candidates::new(), Candidates::new());
    let (mut spoilt, mut replaced) = (BTreeSet::new(), BTreeSet::new());
    for (def, writes) in bodies.filter(|(def, _)| !cx.types.map.def(*def).in_test) {
        writes.writes.iter().for_each(|&(key, value)| out.entry(key).or_default().push((def, value)));
        writes.seeded.iter().for_each(|&(key, value)| seeded.entry(key).or_default().push((def, value)));
        spoilt.extend(&writes.spoilt);
        replaced.extend(&writes.replaced);
    }
    let stays = |other: &BTreeSet<(Option<DefId>, Symbol)>, (owner, name): FieldKey| {
        !other.contains(&(Some(owner), name)) && !other.contains(&(None, name)) && is_closed(cx, owner, name)
    };
    out.retain(|&key, _| stays(&spoilt, key));
    seeded.retain(|&key, _| stays(&replaced, key));
    out.extend(seeded);
    out
}

/// Whether only code that is seen makes instances with other content in this field.
fn is_closed(cx: FlowCx<'_>, owner: DefId, name: Symbol) -> bool {
    let def = cx.types.map.def(owner);
    let item = &cx.types.program.file(def.file).items[def.item];
    let ItemKind::Struct(data) = &item.kind else { return false };
    let Some(field) = data.fields.list().iter().find(|f| f.name.sym == name) else { return false };
    let hidden = |vis: &Visibility| !matches!(vis, Visibility::Public);
    let is_scalar = cx.types.table.fields(owner).iter().any(|(n, ty)| *n == name && ty.is_scalar());
    (hidden(&item.vis) || field_is_private(cx, field.span))
        && derived_traits(item).all(|name| HARMLESS_DERIVES.contains(&name))
        && item.attrs.iter().all(|a| HARMLESS_ATTRIBUTES.contains(&a.name().as_str()))
        && !(is_scalar && derives(item, "Default"))
}

/// A field without `pub`; `pub(crate)` is as good as private.
fn field_is_private(cx: FlowCx<'_>, span: Span) -> bool {
    let text = cx.types.program.sources.slice(span);
    !text.split_whitespace().any(|word| word == "pub")
}

struct Walk<'a, 'b> {
    cx: FlowCx<'a>,
    ir: &'a FileIr,
    body: Resolved<'b>,
    root: ExprId,
    /// What variables that never change were made with.
    lets: OnceCell<FxHashMap<PatId, ExprId>>,
    out: FieldWrites,
}

impl Walk<'_, '_> {
    fn expr(&mut self, id: ExprId) {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::Struct { fields, .. } => {
                let Some(owner) = local_adt(self.body.types.of(id)) else { return };
                fields.iter().for_each(|init| self.write((owner, init.name.sym), init.value));
            }
            ExprKind::Assign { target, op, value } => self.assign(*target, op.is_none().then_some(*value)),
            ExprKind::Ref { mutable: true, operand } => self.spoil(*operand),
            ExprKind::MethodCall { receiver, method, .. } if self.may_write(id, method.sym) => {
                self.spoil(*receiver);
            }
            ExprKind::Macro(call) => match &call.form {
                MacroForm::Exprs(list) => list.iter().for_each(|&e| self.spoil(e)),
                MacroForm::Format(format) => format.leading.iter().for_each(|&e| self.spoil(e)),
                _ => {}
            },
            _ => {}
        }
    }

    fn assign(&mut self, target: ExprId, value: Option<ExprId>) {
        match (&self.ir.exprs[target].kind, value) {
            (ExprKind::Field { base, name }, Some(value)) => {
                match self.owner(*base) {
                    Some(owner) => self.write((owner, name.sym), value),
                    None => {
                        self.out.spoilt.push((None, name.sym));
                        self.out.replaced.push((None, name.sym));
                    }
                }
                self.spoil(*base);
            }
            _ => self.spoil(target),
        }
    }

    fn write(&mut self, key: FieldKey, value: ExprId) {
        let value = self.initial(value);
        let place = (Some(key.0), key.1);
        if let Some(generator) = self.seeded_generator(value) {
            self.out.seeded.push((key, generator));
            self.out.spoilt.push(place);
        } else if constant_by_form(self.cx, self.ir, self.body, value, 0) {
            self.out.writes.push((key, value));
        } else {
            self.out.spoilt.push(place);
            self.out.replaced.push(place);
        }
    }

    /// The call that seeds a random generator by a constant, through what is wrapped around it: `Mutex::new(StdRng::seed_from_u64(7))`.
    fn seeded_generator(&self, value: ExprId) -> Option<ExprId> {
        let mut at = self.initial(value);
        for _ in 0..MAX_DEPTH {
            let ExprKind::Call { callee, args } = &self.ir.exprs[at].kind else { return None };
            let rows = match self.body.types.callees.get(callee) {
                Some(Callee::Ext(ext)) => self.cx.types.externals.rows(ext),
                _ => Vec::new(),
            };
            let mut roles = rows.iter().flat_map(|api| &api.roles);
            let constant = |&e: &ExprId| constant_by_form(self.cx, self.ir, self.body, e, 0);
            match args[..] {
                _ if roles.any(|r| r.role.as_str() == "rng/seed") => {
                    return args.iter().all(constant).then_some(at);
                }
                [only] => at = self.initial(only),
                _ => return None,
            }
        }
        None
    }

    /// What a variable that never changes was made with: `let key = Key::from_slice(KEY)?; Vault { key }`.
    fn initial(&self, value: ExprId) -> ExprId {
        let mut at = value;
        for _ in 0..MAX_DEPTH {
            if let ExprKind::Block(Block { tail: Some(tail), .. }) = &self.ir.exprs[at].kind {
                at = *tail;
                continue;
            }
            let Some(PathRes { res: Res::Local(local), rest: 0 }) = self.body.names.exprs.get(&at) else {
                break;
            };
            let lets = || self.ir.written_once(self.root).into_iter().collect();
            let Some(&made) = self.lets.get_or_init(lets).get(local) else { break };
            at = made;
        }
        at
    }

    fn owner(&self, base: ExprId) -> Option<DefId> {
        local_adt(self.body.types.of(base))
    }

    /// Every field on the way to a place that may be written.
    fn spoil(&mut self, place: ExprId) {
        let mut at = place;
        for _ in 0..MAX_DEPTH {
            at = match &self.ir.exprs[at].kind {
                ExprKind::Field { base, name } => {
                    let is_place =
                        matches!(self.body.types.of(*base).peel(), Ty::Adt(Res::Ext(_), _) | Ty::Tuple(_));
                    if !is_place {
                        self.out.spoilt.push((self.owner(*base), name.sym));
                    }
                    *base
                }
                ExprKind::Index { base, .. } => *base,
                ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
                ExprKind::MethodCall { receiver, .. } => *receiver,
                ExprKind::Try(inner) | ExprKind::Await(inner) => *inner,
                _ => return,
            };
        }
    }

    fn may_write(&self, call: ExprId, name: Symbol) -> bool {
        let by_name = || {
            let converts = self.cx.conversions.get(name).is_some() && !name.as_str().contains("mut");
            !converts && !READS.contains(&name.as_str())
        };
        match self.body.types.callees.get(&call) {
            Some(Callee::Def(def)) => self.cx.method_borrows(*def),
            Some(Callee::Ext(ext)) => {
                let signature = self.cx.types.externals.function(ext.path);
                signature.map_or_else(by_name, |(sig, _)| sig.receiver == Some(Receiver::Mut))
            }
            None => by_name(),
        }
    }

    /// `Vault { key, .. }` may bind by `&mut`.
    fn pattern(&mut self, pat: PatId) {
        let PatKind::Struct(_, fields) = &self.ir.pats[pat].kind else { return };
        for (name, inner) in fields {
            if !matches!(self.ir.pats[*inner].kind, PatKind::Wild | PatKind::Literal(_)) {
                self.out.spoilt.push((None, name.sym));
            }
        }
    }
}

/// Whether an expression is a constant by its form, whatever the constants that it names hold.
fn constant_by_form(cx: FlowCx<'_>, ir: &FileIr, body: Resolved<'_>, id: ExprId, depth: usize) -> bool {
    let next = |&e: &ExprId| depth < MAX_DEPTH && constant_by_form(cx, ir, body, e, depth + 1);
    match &ir.exprs[id].kind {
        ExprKind::Literal(_) => true,
        // A variable of a block around counts as what it turns out to be when the whole is evaluated.
        ExprKind::Path(_) => {
            let local = |found: &PathRes| matches!(found, PathRes { res: Res::Local(_), rest: 0 });
            is_constant_path(cx.types.map, body.names, id)
                || depth > 0 && body.names.exprs.get(&id).is_some_and(local)
        }
        ExprKind::Block(block) => block.tail.as_ref().is_some_and(next),
        ExprKind::Array(items) => !items.is_empty() && items.iter().all(next),
        ExprKind::Repeat { value, .. } => next(value),
        ExprKind::Ref { mutable: false, operand } | ExprKind::Cast { operand, .. } => next(operand),
        ExprKind::Unary { operand, .. } | ExprKind::Try(operand) => next(operand),
        ExprKind::MethodCall { receiver, method, args, .. } => {
            cx.conversions.get(method.sym).is_some() && next(receiver) && args.iter().all(next)
        }
        ExprKind::Call { callee, args } => {
            let library = matches!(body.types.callees.get(callee), Some(Callee::Ext(_)));
            library && !args.is_empty() && args.iter().all(next)
        }
        ExprKind::Macro(call) => matches!(&call.form, MacroForm::Expr(inner) if next(inner)),
        _ => false,
    }
}

fn is_constant_path(map: &DefMap, names: &BodyRes, id: ExprId) -> bool {
    match names.exprs.get(&id) {
        Some(PathRes { res: Res::Def(def), rest: 0 }) => map.def(*def).kind == DefKind::Const,
        // `Self::KEY`; what it is called with a capital is a constant or a variant.
        Some(PathRes { res: Res::Def(_) | Res::Impl(_), rest: 1 }) => true,
        // So it is in other crates: `Padding::PKCS1`.
        Some(PathRes { res: Res::Ext(ext), rest: 0 }) => ext.name().starts_with(char::is_uppercase),
        _ => false,
    }
}

/// What a field that is only written from these expressions holds; `None` if one of them turns out not to be constant, nor a
/// generator that is seeded by one.
pub fn value_of<'a>(
    cx: FlowCx<'a>,
    summaries: &Summaries<'a>,
    writes: &[(Resolved<'_>, ExprId)],
) -> Option<Value> {
    let mut out = Value::nothing();
    for (body, value) in writes {
        let found = body_of(cx.types.program, cx.types.map, body.def)?;
        let mut eval = Eval::new(cx, summaries, body.def, body.names, body.types, found.file);
        out = out.join(&eval.expr(*value));
    }
    let seeded = out.only(|o| matches!(&o.kind, OriginKind::Role(r) if r.as_str() == "rng/seeded"));
    if seeded.origins().is_empty() { out.is_constant().then_some(out) } else { Some(seeded) }
}

impl Eval<'_, '_> {
    /// `base.name`: as far as it was followed, else what the field always holds.
    pub(super) fn field_read(&mut self, base: ExprId, name: Symbol, span: Span) -> Value {
        let value = self.expr(base).field(name, span);
        let vague = |kind: &OriginKind| {
            matches!(kind, OriginKind::Param(_, Some(_)) | OriginKind::Derived(..) | OriginKind::Unknown)
        };
        if !value.origins().iter().all(|o| vague(&o.kind)) || value.fields().next().is_some() {
            return value;
        }
        let always = local_adt(self.types.of(base)).and_then(|owner| self.summaries.field(owner, name));
        // A switch that is on in one value and off in another is what the caller passes.
        let passed = value.only_param().is_some();
        let differs =
            |v: &Value| v.origins().len() > 1 && v.constants().all(|(c, _)| matches!(c, Const::Bool(_)));
        match always.filter(|always| !(passed && differs(always))) {
            Some(always) => always.step(span, &format!("`{name}` always holds it")),
            None => value,
        }
    }
}
