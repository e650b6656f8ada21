//! Layers as values: what an argument of `layer`, `wrap` or an interceptor stands for, and which routes it covers.
//!
//! A function of the workspace that makes a layer or a closure is followed for it, although it has nothing to do with
//! routes. What a layer does is asked later, see [`crate::web::middleware`].

use crate::base::{Span, Symbol};
use crate::catalog::framework::{Covers, LayerMeaning};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::DefId;
use crate::types::{Callee, Ty, local_adt};
use crate::web::eval::{Evaluator, is_function};
use crate::web::given;
use crate::web::middleware::head;
use crate::web::ops::short;
use crate::web::router::{Layer, LayerKind, NodeId, Target, Val};
use crate::web::world::BodyInfo;

impl Evaluator<'_, '_> {
    /// A handler or routes behind the function that makes the guard around them.
    pub(super) fn covered(&mut self, by: DefId, value: Val) -> Val {
        let def = self.world.cx.map.def(by);
        let span = self.world.cx.program.file(def.file).items[def.item].head;
        let layer = Layer::new(LayerKind::Guard, def.name.to_string(), span);
        match value {
            Val::Handler(mut handler) => {
                handler.layers.push(layer);
                Val::Handler(handler)
            }
            Val::Node(node) => {
                self.cover(node, vec![layer], Covers::Present);
                Val::Node(node)
            }
            other => other,
        }
    }

    pub(super) fn cover(&mut self, node: NodeId, mut layers: Vec<Layer>, covers: Covers) {
        let conditional = self.conditions > self.heap[node].depth;
        layers.iter_mut().for_each(|l| l.conditional |= conditional);
        let data = &mut self.heap[node];
        match covers {
            Covers::All => data.wraps.extend(layers),
            Covers::Present => data.entries.iter_mut().for_each(|e| e.layers.extend(layers.iter().cloned())),
        }
    }

    /// The layers that an argument stands for.
    pub(super) fn layers(&mut self, arg: ExprId) -> Vec<Layer> {
        let value = self.eval_or_made(arg);
        let info = self.frame().info.clone();
        let span = info.ir.exprs[arg].span;
        let name = short(self.world.cx.program.sources.slice(span));
        for (items, kind) in
            [(&self.world.own.not_guards, LayerKind::Other), (&self.world.own.layers, LayerKind::Guard)]
        {
            if self.world.calls_one_of(&info, arg, items) {
                return vec![Layer::new(kind, name, span)];
            }
        }
        let mut layers = self.layers_of(value, &name, span, &|| self.world.types(&info).of(arg).clone());
        // A closure that another function makes is known by that function.
        let closure = |layer: &Layer| matches!(layer.kind, LayerKind::Function(Target::Closure(..)));
        for layer in layers.iter_mut().filter(|layer| closure(layer) && !span.contains(layer.span)) {
            (layer.name, layer.span) = (head(&name).to_owned(), span);
        }
        for layer in layers.iter_mut().filter(|layer| matches!(layer.kind, LayerKind::Type(_))) {
            layer.given = given::texts(self.world, &info, arg);
        }
        layers
    }

    /// Whether a function returns a layer of a library, of which more may be known than its type.
    pub(super) fn makes_layer(&self, def: DefId) -> bool {
        let path = self.world.cx.table.sig(def).and_then(|sig| self.world.ext_type(&sig.ret));
        path.is_some_and(|path| self.world.rules.layers.contains_key(&path))
    }

    /// The value of an argument; also what a function of the workspace makes that has nothing to do with routes.
    fn eval_or_made(&mut self, arg: ExprId) -> Val {
        let value = self.eval(arg);
        if !matches!(value, Val::Unknown) {
            return value;
        }
        let info = self.frame().info.clone();
        let ExprKind::Call { callee, .. } = info.ir.exprs[arg].kind else { return Val::Unknown };
        match self.world.callee(&info, callee) {
            Some(Callee::Def(def)) if is_function(self.world.cx.map.def(def).kind) => {
                self.call(def, None, Vec::new())
            }
            _ => Val::Unknown,
        }
    }

    fn layers_of(&self, value: Val, name: &str, span: Span, ty: &dyn Fn() -> Ty) -> Vec<Layer> {
        let one = |kind| vec![Layer::new(kind, name.to_owned(), span)];
        match value {
            Val::Layers(layers) => layers,
            // What a constructor is given is not what it makes.
            Val::List(items) if !items.iter().all(|item| matches!(item, Val::Text(_))) => {
                let unknown = || Ty::Unknown;
                items.into_iter().flat_map(|item| self.layers_of(item, name, span, &unknown)).collect()
            }
            Val::Handler(handler) => one(LayerKind::Function(handler.target)),
            _ => match ty() {
                Ty::Unknown => one(LayerKind::Unknown),
                known => one(LayerKind::Type(known)),
            },
        }
    }

    /// A library function or constant that makes a layer.
    pub(super) fn layer_value(
        &mut self,
        info: &BodyInfo<'_>,
        callee: ExprId,
        path: Symbol,
        args: &[ExprId],
    ) -> Option<Val> {
        let meaning = self.world.rules.layer(path)?;
        let target = |this: &mut Self, n: &usize| match args.get(*n).map(|&a| this.eval_or_made(a)) {
            Some(Val::Handler(handler)) => handler.target,
            _ => Target::Unknown,
        };
        let name_of = |span| short(self.world.cx.program.sources.slice(span));
        let span = info.ir.exprs[callee].span;
        let mut name = name_of(span);
        let kind = match meaning {
            LayerMeaning::Guard => LayerKind::Guard,
            LayerMeaning::Other => LayerKind::Other,
            LayerMeaning::Function { function } | LayerMeaning::Validator { function } => {
                if let Some(&arg) = args.get(*function) {
                    name = name_of(info.ir.exprs[arg].span);
                }
                let target = target(self, function);
                match meaning {
                    LayerMeaning::Function { .. } => LayerKind::Function(target),
                    _ => self.validator(target, args.get(*function)),
                }
            }
            LayerMeaning::Extractor => LayerKind::Extractor(self.generic_argument(info, callee)),
            LayerMeaning::Conditional => {
                let mut layers = args.last().map_or_else(Vec::new, |&a| self.layers(a));
                layers.iter_mut().for_each(|l| l.conditional = true);
                return Some(Val::Layers(layers));
            }
        };
        Some(Val::Layers(vec![Layer::new(kind, name, span)]))
    }

    /// A function that answers `Ok` or `Err`, or a value of a type whose method does.
    fn validator(&self, target: Target, arg: Option<&ExprId>) -> LayerKind {
        let ty = arg.map(|&arg| self.world.types(&self.frame().info).of(arg).clone());
        match (target, ty) {
            (Target::Unknown, Some(ty)) if local_adt(&ty).is_some() => LayerKind::Interceptor(ty),
            _ => LayerKind::Validator(target, Vec::new()),
        }
    }

    pub(super) fn generic_argument(&self, info: &BodyInfo<'_>, callee: ExprId) -> Ty {
        let ExprKind::Path(path) = &info.ir.exprs[callee].kind else { return Ty::Unknown };
        let scope = self.world.cx.scope_of(info.id);
        let args = path.last().map_or_else(Vec::new, |s| self.world.cx.generic_args(&scope, &s.args, 0));
        args.into_iter().next().unwrap_or_default()
    }
}
