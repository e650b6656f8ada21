//! What the types of handler parameters say about who is asking.
//!
//! A library type is looked up in the tables. A type of the workspace is judged by its impls of extractor traits: it is a
//! guard if every way to success leads over a credential and the impl refuses (401, 403 or the like) somewhere;
//! optional if one way proves nothing; conditional if only a setting leads there. Guards inside guards are found by
//! recursion with a memo; a type that is reached again while it is judged says nothing.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Span, Symbol};
use crate::catalog::framework::ExtractorKind;
use crate::ir::{Attr, AttrArg, Block, ExprId, ExprKind, ItemKind, Literal, PatId, PatKind};
use crate::resolve::{DefId, DefKind, ImplId, Namespace, Res};
use crate::types::{Ty, local_adt};
use crate::web::credential::{Credential, Proof, Taint};
use crate::web::cycles::{Asked, Cycles};
use crate::web::defect::{DefectKind, Suspect, lets_pass};
use crate::web::gate::{Gate, Mode, Outcome};
use crate::web::identity::call_name;
use crate::web::vocabulary as vocab;
use crate::web::world::{BodyInfo, World};

/// Calls are looked into this deep.
const MAX_CALLS: usize = 6;

/// What a type says about who is asking.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub(super) kind: ExtractorKind,
    /// Only under a setting.
    pub(super) conditional: bool,
    /// Asks for a role.
    pub(super) role: bool,
}

impl Kind {
    pub(super) const OTHER: Kind = Kind { kind: ExtractorKind::Other, conditional: false, role: false };

    fn of(kind: ExtractorKind) -> Kind {
        Kind { kind, ..Kind::OTHER }
    }
}

/// What a call of a function that reads a credential proves.
#[derive(Clone, Copy, Debug)]
pub(super) struct CallProof {
    /// What is known if its value is there.
    pub(super) value: Proof,
    /// Whether it succeeds for strangers too, so that success alone proves nothing.
    pub(super) for_all: bool,
    /// Whether strangers get `None`.
    pub(super) optional: bool,
    /// Whether it is the other way round: strangers get the answer that is for them, who is known gets `None`.
    pub(super) inverse: bool,
}

/// Judges types and functions, each once.
pub(super) struct Judge<'w, 'a> {
    pub(super) world: &'w World<'a>,
    pub(super) types: RefCell<FxHashMap<DefId, Kind>>,
    pub(super) calls: RefCell<FxHashMap<DefId, Option<CallProof>>>,
    /// What functions ask that are handed a request and nothing that is known of who asks.
    pub(super) delegations: RefCell<FxHashMap<DefId, Option<Credential>>>,
    /// By function and depth of the look.
    pub(super) refusals: RefCell<FxHashMap<(DefId, usize), bool>>,
    /// The variants of types that are answered with a refusal.
    pub(super) statuses: RefCell<FxHashMap<DefId, Rc<FxHashSet<DefId>>>>,
    /// Types that look like guards and let strangers pass.
    pub(super) weak: RefCell<FxHashMap<DefId, Suspect>>,
    /// Identities that middlewares insert.
    pub(super) inserted: RefCell<Option<Rc<FxHashSet<DefId>>>>,
    /// Types of which handlers are given a value that says who asks, by what stands before them.
    pub(super) handed: RefCell<FxHashSet<DefId>>,
    /// Functions that read the address of a request.
    pub(super) addresses: RefCell<FxHashMap<DefId, bool>>,
    depth: RefCell<usize>,
    pub(super) cycles: RefCell<Cycles>,
}

impl<'w, 'a> Judge<'w, 'a> {
    pub(super) fn new(world: &'w World<'a>) -> Self {
        Judge {
            world,
            types: RefCell::default(),
            calls: RefCell::default(),
            delegations: RefCell::default(),
            refusals: RefCell::default(),
            statuses: RefCell::default(),
            weak: RefCell::default(),
            inserted: RefCell::default(),
            handed: RefCell::default(),
            addresses: RefCell::default(),
            depth: RefCell::new(0),
            cycles: RefCell::default(),
        }
    }

    /// Drops what is kept of types and calls.
    pub(super) fn forget(&self) {
        self.types.borrow_mut().clear();
        self.calls.borrow_mut().clear();
        self.delegations.borrow_mut().clear();
        self.weak.borrow_mut().clear();
    }

    /// What a parameter of this type says.
    pub(super) fn kind_of(&self, ty: &Ty) -> Kind {
        match ty.peel() {
            Ty::Adt(Res::Ext(ext), args) => self.of_external(ext.path, args),
            Ty::Adt(Res::Def(id), _) => self.of_local(*id),
            Ty::Tuple(items) => self.strongest(items.iter().cloned()),
            _ => Kind::OTHER,
        }
    }

    fn of_external(&self, path: Symbol, args: &[Ty]) -> Kind {
        let inner = || args.first().map_or(Kind::OTHER, |ty| self.kind_of(ty));
        let may_lack = matches!(path.as_str(), "std::option::Option" | "std::result::Result");
        // A middleware put it there: `Extension<User>`, `Data<&User>`.
        let own = &self.world.own;
        let is_guard = |ty: &Ty| own.guards.has_type(ty) && !own.not_guards.has_type(ty);
        if !may_lack && args.iter().any(is_guard) {
            return Kind::of(ExtractorKind::Guard);
        }
        match path.as_str() {
            "std::option::Option" | "std::result::Result" => match inner().kind {
                ExtractorKind::Guard | ExtractorKind::Optional => Kind::of(ExtractorKind::Optional),
                _ => inner(),
            },
            "std::boxed::Box" | "std::sync::Arc" => inner(),
            _ => match self.world.rules.extractors.get(&path) {
                Some(ExtractorKind::Transparent) => inner(),
                // It has to be asked whether somebody is known, as a session has.
                Some(ExtractorKind::Inserted) if args.iter().any(|ty| self.is_inserted_identity(ty)) => {
                    Kind::of(ExtractorKind::Session)
                }
                Some(ExtractorKind::Inserted) => Kind::OTHER,
                Some(kind) => Kind::of(*kind),
                None => Kind::OTHER,
            },
        }
    }

    fn of_local(&self, id: DefId) -> Kind {
        if let Some(known) = self.types.borrow().get(&id) {
            self.cycles.borrow_mut().used(Asked::Type(id));
            return *known;
        }
        self.types.borrow_mut().insert(id, Kind::OTHER);
        let kind = self.answer(Asked::Type(id), || self.of_new_local(id));
        self.types.borrow_mut().insert(id, kind);
        kind
    }

    fn of_new_local(&self, id: DefId) -> Kind {
        let res = Res::Def(id);
        let impls = self.world.cx.map.impls_of.get(&res).map_or(&[][..], Vec::as_slice);
        let mut kind = None;
        for &impl_id in impls {
            if self.is_extractor(impl_id) {
                let found = self.of_impl(impl_id);
                kind = Some(kind.map_or(found, |k| weaker(k, found)));
            }
        }
        let kind = kind.or_else(|| self.of_scheme(id)).unwrap_or_else(|| self.of_fields(id));
        self.as_declared(id, kind)
    }

    /// What the project says of a type goes before what its code does.
    fn as_declared(&self, id: DefId, kind: Kind) -> Kind {
        let own = &self.world.own;
        if own.not_guards.defs.contains(&id) {
            Kind::OTHER
        } else if own.guards.defs.contains(&id) {
            Kind { kind: ExtractorKind::Guard, conditional: false, ..kind }
        } else {
            kind
        }
    }

    pub(super) fn is_extractor(&self, id: ImplId) -> bool {
        let Some(Res::Ext(ext)) = &self.world.cx.map.impls[id].trait_ else { return false };
        let path = self.world.cx.externals.canonical(ext).path;
        self.world.rules.extractor_traits.contains(&path)
    }

    /// A struct whose extractor is derived guards if one of its fields does.
    fn of_fields(&self, id: DefId) -> Kind {
        let def = self.world.cx.map.def(id);
        let item = &self.world.cx.program.file(def.file).items[def.item];
        let derives = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
        let derived = |name: &str| {
            let last = name.rsplit("::").next().unwrap_or(name);
            self.world.rules.extractor_traits.iter().any(|t| t.as_str().rsplit("::").next() == Some(last))
        };
        let name_of = |a: &AttrArg| a.name.map(Symbol::as_str);
        if !derives.filter_map(name_of).any(derived) || def.kind != DefKind::Struct {
            return Kind::OTHER;
        }
        self.strongest(self.world.cx.table.fields(id).iter().map(|(_, ty)| ty.clone()))
    }

    /// A type whose derive takes a credential and asks a function about it; an enum takes any of those in its variants.
    fn of_scheme(&self, id: DefId) -> Option<Kind> {
        let def = self.world.cx.map.def(id);
        let ir = self.world.cx.program.file(def.file);
        let item = &ir.items[def.item];
        let derives = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
        let last = |name: Symbol| Symbol::new(name.as_str().rsplit("::").next().unwrap_or_default());
        let row = derives.filter_map(|a| a.name).find_map(|n| self.world.rules.schemes.get(&last(n)))?;
        fn args<'x>(attrs: &'x [Attr], name: &'x str) -> impl Iterator<Item = &'x AttrArg> {
            attrs.iter().filter(move |a| a.name() == *name).flat_map(|a| &a.args)
        }
        let is = |a: &AttrArg, name: &str| a.name.is_some_and(|n| n == *name);
        if let ItemKind::Enum(data) = &item.kind {
            let open =
                data.variants.iter().any(|v| args(&v.attrs, &row.attribute).any(|a| is(a, &row.fallback)));
            if open {
                return Some(Kind::of(ExtractorKind::Optional));
            }
            let ids = self.world.cx.map.trait_items.get(&id).into_iter().flat_map(|items| items.values());
            let fields =
                ids.flat_map(|&variant| self.world.cx.table.fields(variant)).map(|(_, ty)| self.kind_of(ty));
            return fields.reduce(weaker);
        }
        let named = args(&item.attrs, &row.attribute).find(|a| is(a, &row.checker));
        let Some(ExprKind::Literal(Literal::Str(name))) =
            named.and_then(|a| a.value).map(|v| &ir.exprs[v].kind)
        else {
            return Some(Kind::of(ExtractorKind::Credential));
        };
        Some(self.checker(id, name))
    }

    /// What an expression that is written in an attribute refuses: its types by their method `judges`; `None` if one of
    /// them is not known.
    pub(super) fn guard_expression(&self, at: DefId, text: &str, judges: &str) -> Option<Kind> {
        let module = self.world.cx.map.def(at).module;
        let text = text.split_once('=').map_or(text, |(_, value)| value);
        let (mut kinds, mut unknown) = (Vec::new(), false);
        for path in text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
            let mut names: Vec<Symbol> =
                path.split("::").filter(|n| !n.is_empty()).map(Symbol::new).collect();
            // `Role::at_least(..)`: a constructor of the type.
            names.pop_if(|last| last.as_str().starts_with(char::is_lowercase));
            if !names.last().is_some_and(|n| n.as_str().starts_with(char::is_uppercase)) {
                continue;
            }
            let found = self.world.cx.map.resolve_names(module, None, false, &names, Namespace::Type);
            match found.map(|f| f.res) {
                // Arguments of a guard, such as the role that it asks for, judge nothing.
                Some(Res::Def(def)) => {
                    kinds.extend(
                        self.methods_named(def, &[judges]).into_iter().map(|m| self.refusing(def, m)),
                    );
                }
                _ => unknown = true,
            }
        }
        match text.contains(".or(") {
            true if unknown => None,
            true => kinds.into_iter().reduce(weaker),
            false => stronger(kinds),
        }
    }

    /// What a function makes of a credential: it refuses, unless all it says is yes.
    fn checker(&self, of: DefId, name: &str) -> Kind {
        let module = self.world.cx.map.def(of).module;
        let names: Vec<Symbol> = name.split("::").map(Symbol::new).collect();
        let found = self.world.cx.map.resolve_names(module, None, false, &names, Namespace::Value);
        let Some(Res::Def(def)) = found.map(|f| f.res) else { return Kind::of(ExtractorKind::Guard) };
        // Who knows the form of a token does not know a token.
        if self.only_parses(def) { Kind::of(ExtractorKind::Credential) } else { self.refusing(of, def) }
    }

    /// Whether all that a function does is to turn texts into values: `Token::from_str(&bearer.token).ok()`.
    fn only_parses(&self, def: DefId) -> bool {
        const PARSES: &[&str] = &["from_str", "parse", "parse_str", "try_from", "try_into"];
        const HANDS_ON: &[&str] = &["ok", "as_str", "Some", "Ok", "map", "into"];
        let Some(info) = self.world.body(def) else { return false };
        let (mut parses, mut other) = (false, false);
        info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::Call { .. } | ExprKind::MethodCall { .. } => {
                let name = call_name(&info, e).unwrap_or_default();
                let turns = PARSES.contains(&name.as_str());
                parses |= turns;
                other |= !turns && !HANDS_ON.contains(&name.as_str());
            }
            ExprKind::Binary { .. } | ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Await(_) => {
                other = true;
            }
            ExprKind::Macro(_) | ExprKind::Closure { .. } => other = true,
            _ => {}
        });
        parses && !other
    }

    /// What a function that is asked about each request by this type does: it refuses, unless all it says is yes.
    fn refusing(&self, of: DefId, def: DefId) -> Kind {
        let Some(info) = self.world.body(def) else { return Kind::of(ExtractorKind::Guard) };
        let mut refuses = !self.always_succeeds(&info, info.body.root);
        info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::Try(tried) => refuses |= !self.takes_state(&info, *tried),
            ExprKind::Path(path) => {
                refuses |= path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "None" | "Err"));
            }
            _ => {}
        });
        let kind = if refuses { ExtractorKind::Guard } else { ExtractorKind::Credential };
        if !refuses {
            self.suspect(of, def, self.world.cx.map.def(of).name.as_str(), None);
        }
        Kind { kind, conditional: false, role: self.asks_role(&info) }
    }

    /// Whether what is tried is only what the application keeps: `Data::<&Store>::from_request(req).await.ok()?`.
    fn takes_state(&self, info: &BodyInfo<'a>, tried: ExprId) -> bool {
        let mut at = tried;
        loop {
            at = match &info.ir.exprs[at].kind {
                ExprKind::Await(inner) => *inner,
                ExprKind::MethodCall { receiver, method, .. }
                    if matches!(method.sym.as_str(), "ok" | "map_err") =>
                {
                    *receiver
                }
                ExprKind::Call { callee, .. } => {
                    let owner = self.world.types(info).owners.get(callee);
                    let kind =
                        owner.and_then(|ty| self.world.rules.extractors.get(&self.world.ext_type(ty)?));
                    return kind == Some(&ExtractorKind::Other);
                }
                _ => return false,
            };
        }
    }

    /// Whether the value of a body is `Some(..)` or `Ok(..)`, whatever happened before.
    fn always_succeeds(&self, info: &BodyInfo<'a>, root: ExprId) -> bool {
        let mut at = root;
        while let ExprKind::Block(Block { tail: Some(tail), .. })
        | ExprKind::Async(Block { tail: Some(tail), .. }) = &info.ir.exprs[at].kind
        {
            at = *tail;
        }
        let ExprKind::Call { callee, .. } = &info.ir.exprs[at].kind else { return false };
        let ExprKind::Path(path) = &info.ir.exprs[*callee].kind else { return false };
        path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "Some" | "Ok"))
    }

    fn strongest(&self, types: impl Iterator<Item = Ty>) -> Kind {
        stronger(types.map(|ty| self.kind_of(&ty)).collect()).unwrap_or(Kind::OTHER)
    }

    fn of_impl(&self, id: ImplId) -> Kind {
        let data = &self.world.cx.map.impls[id];
        let mut methods: Vec<DefId> = data.items.values().copied().collect();
        methods.sort();
        methods.retain(|&m| matches!(self.world.cx.map.def(m).kind, DefKind::Method(_)));
        let mut kind = Kind::OTHER;
        for method in methods {
            let Some(info) = self.world.body(method) else { continue };
            if self.ignores_request(&info) {
                continue;
            }
            let outcome = Gate::new(self, &info, Mode::Extractor).run(&self.params(method), info.body.root);
            let verified = outcome.weakest() == Some(Proof::Verified);
            let refuses = self.def_refuses(method, 2)
                || self.failure_refuses(id)
                || self.takes_identity(&info)
                || verified && self.holds_identity(id);
            let found = judge_extractor(&outcome, refuses);
            self.suspect_impl(id, method, &outcome, refuses);
            if found.kind != ExtractorKind::Other {
                let role = self.asks_role(&info) || self.forbids_known(method, false);
                kind = Kind { role, ..found };
            }
        }
        kind
    }

    /// What does not look at the request asks nobody, whatever it refuses for.
    fn ignores_request(&self, info: &BodyInfo<'a>) -> bool {
        let first = info.body.func.and_then(|f| f.params.first());
        first.is_some_and(|param| match &info.ir.pats[param.pat].kind {
            PatKind::Wild => true,
            PatKind::Bind { name, .. } => name.sym.as_str().starts_with('_'),
            _ => false,
        })
    }

    /// An extractor that gives an identity to strangers, although its name or its code says that it would refuse them.
    fn suspect_impl(&self, id: ImplId, method: DefId, outcome: &Outcome, refuses: bool) {
        let Some(Res::Def(owner)) = self.world.cx.map.impls[id].self_ty else { return };
        let name = self.world.cx.map.def(owner).name;
        let Some(place) = lets_pass(outcome) else { return };
        if (refuses || vocab::is_somebody(name.as_str())) && !self.may_be_nobody(owner, 0) {
            self.suspect(owner, method, name.as_str(), place);
        }
    }

    fn suspect(&self, owner: DefId, function: DefId, name: &str, place: Option<Span>) {
        let kind = DefectKind::Guard;
        let span = place.unwrap_or_else(|| self.head(function));
        let name = name.to_owned();
        let suspect = Suspect { kind, owner: function, span, name, place, by_siblings: false };
        self.weak.borrow_mut().insert(owner, suspect);
    }

    /// What is suspected of a type that a handler takes.
    pub(super) fn suspect_of(&self, ty: &Ty) -> Option<Suspect> {
        self.kind_of(ty);
        match ty.peel() {
            Ty::Adt(Res::Def(id), _) => self.weak.borrow().get(id).cloned(),
            _ => None,
        }
    }

    /// Whether a parameter of this type holds what a client sent.
    pub(super) fn is_sent(&self, ty: &Ty) -> bool {
        let path = self.world.ext_type(ty);
        let model = path.and_then(|path| self.world.cx.catalog().type_model(path, None));
        let derived = |id| self.world.rules.sent.iter().any(|name| self.derives(id, name));
        model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == "request/data"))
            || local_adt(ty).is_some_and(derived)
    }

    /// The parameters of a function with their types.
    pub(super) fn params(&self, id: DefId) -> Vec<(PatId, Ty)> {
        let Some(info) = self.world.body(id) else { return Vec::new() };
        let Some(func) = info.body.func else { return Vec::new() };
        let Some(sig) = self.world.cx.table.sig(id) else { return Vec::new() };
        func.params.iter().map(|p| p.pat).zip(sig.params.iter().cloned()).collect()
    }

    /// The same with `self` before them, as a call by the name of a method has it.
    pub(super) fn params_with_self(&self, info: &BodyInfo<'a>, id: DefId) -> Vec<(PatId, Ty)> {
        let this = info.body.func.and_then(|func| func.self_param.as_ref()).map(|this| this.pat);
        let ty = |pat: &PatId| self.world.types(info).locals.get(pat).cloned().unwrap_or(Ty::Unknown);
        this.map(|pat| (pat, ty(&pat))).into_iter().chain(self.params(id)).collect()
    }

    /// What a successful call of a function of the workspace proves by itself; `None` if it reads no credential.
    pub(super) fn call_proof(&self, id: DefId) -> Option<CallProof> {
        if let Some(known) = self.calls.borrow().get(&id) {
            self.cycles.borrow_mut().used(Asked::Call(id));
            return *known;
        }
        if *self.depth.borrow() >= MAX_CALLS {
            return None;
        }
        let info = self.world.body(id)?;
        self.calls.borrow_mut().insert(id, None);
        let proof = self.answer(Asked::Call(id), || self.new_call_proof(id, &info));
        self.calls.borrow_mut().insert(id, proof);
        proof
    }

    fn new_call_proof(&self, id: DefId, info: &BodyInfo<'a>) -> Option<CallProof> {
        *self.depth.borrow_mut() += 1;
        let outcome = Gate::new(self, info, Mode::Extractor).run(&self.params(id), info.body.root);
        *self.depth.borrow_mut() -= 1;
        outcome.credential.is_some().then(|| {
            let all = outcome.weakest().unwrap_or_default();
            let some = outcome.weakest_value().unwrap_or(all);
            // A function that says no to strangers proves; one that only reads gives the credential.
            let optional = outcome.weakest_value().is_some() || outcome.carries();
            let some = if outcome.carries() { Proof::Verified } else { some.max(Proof::Presence) };
            CallProof { value: some, for_all: all == Proof::None, optional, inverse: outcome.inverse() }
        })
    }

    /// The credential that a function checks which a handler leaves everything to; `taints` are what is known of its arguments.
    pub(super) fn delegated(&self, id: DefId, taints: &[Option<Taint>]) -> Option<Credential> {
        let plain = taints.iter().all(Option::is_none);
        if plain && let Some(known) = self.delegations.borrow().get(&id) {
            self.cycles.borrow_mut().used(Asked::Delegated(id));
            return known.clone();
        }
        // What reads no credential, and is given nothing that was sent, leaves it to the caller.
        let sent = || self.params(id).iter().any(|(_, ty)| self.is_sent(ty));
        if *self.depth.borrow() >= MAX_CALLS || plain && !sent() && self.call_proof(id).is_none() {
            return None;
        }
        let found = self.answer(Asked::Delegated(id), || self.delegated_body(id, taints));
        if plain {
            self.delegations.borrow_mut().insert(id, found.clone());
        }
        found
    }

    fn delegated_body(&self, id: DefId, taints: &[Option<Taint>]) -> Option<Credential> {
        let info = self.world.body(id)?;
        self.delegations.borrow_mut().insert(id, None);
        *self.depth.borrow_mut() += 1;
        let params = self.params(id);
        let outcome =
            Gate::new(self, &info, Mode::Handler).tainted(&params, taints).run(&params, info.body.root);
        *self.depth.borrow_mut() -= 1;
        self.delegations.borrow_mut().remove(&id);
        let verified = outcome.weakest() == Some(Proof::Verified);
        outcome.credential.filter(|_| verified).map(|c| Credential { proof: Proof::Verified, ..c })
    }

    fn asks_role(&self, info: &BodyInfo<'a>) -> bool {
        let (mut found, mut stores) = (false, FxHashSet::default());
        info.ir.for_each_expr(info.body.root, &mut |e| {
            // Where accounts are kept says nothing of who asks: `state.staff.by_session(token).await`.
            if let ExprKind::Await(call) = info.ir.exprs[e].kind
                && let ExprKind::MethodCall { receiver, .. } = info.ir.exprs[call].kind
            {
                stores.insert(receiver);
            }
            found |= !stores.contains(&e) && self.name_of_part(info, e).is_some_and(vocab::is_role);
        });
        found
    }

    /// The last name of a method call, field or path, its parts aside.
    pub(super) fn name_of_part(&self, info: &BodyInfo<'a>, e: ExprId) -> Option<&'static str> {
        match &info.ir.exprs[e].kind {
            ExprKind::MethodCall { method, .. } => Some(method.sym.as_str()),
            ExprKind::Field { name, .. } => Some(name.sym.as_str()),
            ExprKind::Path(path) => path.last().map(|s| s.name.sym.as_str()),
            _ => None,
        }
    }
}

/// The first guard, else the first that says something.
fn stronger(kinds: Vec<Kind>) -> Option<Kind> {
    let guard = kinds.iter().find(|k| k.kind == ExtractorKind::Guard);
    guard.or(kinds.iter().find(|k| k.kind != ExtractorKind::Other)).or(kinds.first()).copied()
}

fn weaker(a: Kind, b: Kind) -> Kind {
    let rank = |k: &Kind| match (k.kind, k.conditional) {
        (ExtractorKind::Guard, false) => 4,
        (ExtractorKind::Guard, true) => 3,
        (ExtractorKind::Optional, _) => 2,
        (ExtractorKind::Other, _) => 0,
        _ => 1,
    };
    if rank(&a) <= rank(&b) { a } else { b }
}

/// What an extractor is whose body gave this outcome.
fn judge_extractor(outcome: &Outcome, refuses: bool) -> Kind {
    let Some(credential) = &outcome.credential else { return Kind::OTHER };
    let weakest = outcome.weakest().unwrap_or_default();
    let kind = match (weakest, outcome.strongest()) {
        // Refusing who sends nothing is meant as a guard, even if what is sent is verified elsewhere or not at all.
        (Proof::Verified | Proof::Presence, _) if refuses => ExtractorKind::Guard,
        (Proof::Verified | Proof::Presence, _) => ExtractorKind::Credential,
        (Proof::None, Proof::None) if credential.proof < Proof::Verified => ExtractorKind::Session,
        (Proof::None, Proof::None) => ExtractorKind::Optional,
        (Proof::None, _) => ExtractorKind::Optional,
    };
    let conditional = outcome.conditional() && refuses && credential.proof == Proof::Verified;
    if conditional && weakest == Proof::None {
        return Kind { kind: ExtractorKind::Guard, conditional: true, role: false };
    }
    Kind { kind, conditional: false, role: false }
}
