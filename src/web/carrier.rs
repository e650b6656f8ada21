//! By what a route is told who asks: by a cookie, which browsers send along with every request, or by something that only a
//! program or page of the application adds.
//!
//! A route rides on cookies if what guards it reads a cookie or a session, and neither the guards nor the handler read
//! anything that a page of another website cannot send: a header, the origin, a token against forged requests. Names say
//! what is read; a guard whose code is not there and that is no session says nothing.

use rustc_hash::FxHashSet;

use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprKind, Literal};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Callee, Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::router::{Layer, LayerKind, Target};
use crate::web::vocabulary as vocab;

/// Calls are looked into this deep.
const MAX_CALLS: usize = 3;

/// Types inside of types are looked into this deep.
const MAX_NESTING: usize = 8;

/// What is read of a request.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carrier {
    /// A cookie, or a session that is found by one.
    cookie: bool,
    /// A header, which other websites cannot make a browser send.
    header: bool,
    /// A token against forged requests, or the website that a request comes from.
    token: bool,
}

impl Carrier {
    fn and(self, more: Carrier) -> Carrier {
        Carrier {
            cookie: self.cookie || more.cookie,
            header: self.header || more.header,
            token: self.token || more.token,
        }
    }

    fn is_cookie_only(self) -> bool {
        self.cookie && !self.header && !self.token
    }
}

impl Judge<'_, '_> {
    /// Whether nothing but cookies tells a route who asks. Headers that the handler reads beside a guard are for something else.
    pub(super) fn rides_on_cookies(&self, handler: DefId, layers: &[Layer]) -> bool {
        let layered = layers.iter().map(|layer| self.read_by_layer(layer));
        let guards = layered.fold(self.read_by_params(handler), Carrier::and);
        if guards.header || guards.token {
            return false;
        }
        let own = self.read_by(handler, MAX_CALLS, &mut FxHashSet::default());
        Carrier { header: own.header && !guards.cookie, ..guards.and(own) }.is_cookie_only()
    }

    fn read_by_layer(&self, layer: &Layer) -> Carrier {
        let mut seen = FxHashSet::default();
        let read = match &layer.kind {
            LayerKind::Function(Target::Def(def)) | LayerKind::Validator(Target::Def(def), _) => {
                self.read_by(*def, MAX_CALLS, &mut seen).and(self.read_by_params(*def))
            }
            LayerKind::Extractor(ty) | LayerKind::Type(ty) | LayerKind::Interceptor(ty) => {
                self.read_by_type(ty, MAX_NESTING, &mut seen)
            }
            _ => Carrier::default(),
        };
        read.and(of_name(&layer.name))
    }

    fn read_by_params(&self, function: DefId) -> Carrier {
        let params = self.params(function);
        let read = params.iter().map(|(_, ty)| self.read_by_type(ty, MAX_NESTING, &mut FxHashSet::default()));
        read.fold(Carrier::default(), Carrier::and)
    }

    /// What an extractor reads: by the table, by its impls, by the fields of what it parses.
    fn read_by_type(&self, ty: &Ty, depth: usize, seen: &mut FxHashSet<DefId>) -> Carrier {
        let Ty::Adt(res, args) = ty.peel() else { return Carrier::default() };
        let Some(depth) = depth.checked_sub(1) else { return Carrier::default() };
        let inner = |out: Carrier, arg| out.and(self.read_by_type(arg, depth, seen));
        let mut out = args.iter().fold(Carrier::default(), inner);
        if let Res::Ext(ext) = res {
            let kind = self.world.rules.extractors.get(&ext.path);
            out.cookie |= matches!(kind, Some(ExtractorKind::Session | ExtractorKind::SignedJar));
            return out.and(of_name(ext.path.as_str()));
        }
        let Some(id) = local_adt(ty).filter(|&id| seen.insert(id)) else { return out };
        for (name, field) in self.world.cx.table.fields(id) {
            out = out.and(of_name(name.as_str()));
            out = out.and(self.read_by_type(field, depth, seen));
        }
        let impls = self.world.cx.map.impls_of.get(&Res::Def(id)).map_or(&[][..], Vec::as_slice);
        let extracting = impls.iter().filter(|&&id| self.is_extractor(id));
        let methods = extracting.flat_map(|&id| self.world.cx.map.impls[id].items.values());
        let services = self.methods_named(id, &["call", "new_transform", "validate", "authorize"]);
        let mut methods: Vec<DefId> = methods.copied().chain(services).collect();
        methods.sort();
        methods.iter().fold(out, |out, &method| out.and(self.read_by(method, MAX_CALLS, seen)))
    }

    fn read_by(&self, function: DefId, depth: usize, seen: &mut FxHashSet<DefId>) -> Carrier {
        let mut out = Carrier::default();
        if depth == 0 || !seen.insert(function) {
            return out;
        }
        let Some(info) = self.world.body(function) else { return out };
        let mut called = Vec::new();
        info.ir.for_each_expr(info.body.root, &mut |e| {
            match &info.ir.exprs[e].kind {
                ExprKind::Path(path) => {
                    out = path.segments.iter().fold(out, |out, s| out.and(of_name(s.name.sym.as_str())));
                }
                ExprKind::MethodCall { method: name, .. } | ExprKind::Field { name, .. } => {
                    out = out.and(of_name(name.sym.as_str()));
                }
                ExprKind::Literal(Literal::Str(text)) if text.len() < 40 => out = out.and(of_name(text)),
                _ => {}
            }
            if let Some(Callee::Def(def)) = self.world.callee(&info, e) {
                called.push(def);
            }
        });
        for def in called {
            if matches!(self.world.cx.map.def(def).kind, DefKind::Fn | DefKind::Method(_)) {
                out = out.and(self.read_by(def, depth - 1, seen));
            }
        }
        let attrs = &info.ir.items[self.world.cx.map.def(function).item].attrs;
        let said = attrs.iter().flat_map(|a| &a.args).filter_map(|a| a.name);
        said.fold(out, |out, name| out.and(of_name(name.as_str())))
    }
}

fn of_name(name: &str) -> Carrier {
    Carrier {
        cookie: vocab::is_cookie(name),
        header: vocab::is_header(name),
        token: vocab::is_forgery_token(name),
    }
}
