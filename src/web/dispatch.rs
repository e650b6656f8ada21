//! Commands of a dispatcher that are carried out without the question that the commands beside them ask.
//!
//! ```text
//! match command {
//!     Command::Put { tenant, text } => { self.check_permission(tenant)?; self.store.put(tenant, text) }
//!     Command::Drop { tenant }      => { self.check_permission(tenant)?; self.store.drop(tenant) }
//!     Command::Scan { tenant }      => { self.check_permission(tenant)?; self.store.scan(tenant) }
//!     Command::Show { tenant }      => self.store.show(tenant),               the outlier
//! }
//! ```
//!
//! This is how servers look whose protocol is their own: the branches of one `match`, or of one chain of `if`, are what a router
//! is elsewhere. A question is a function of the workspace that is named for asking, refuses, and is given a variable that the
//! branch itself has bound. Where most branches ask one about a variable of one name, a branch that binds a variable of this name
//! and gives it to a function without asking anything is told of.
//!
//! Absent on purpose: what is asked before or around the branches, for it is asked for all of them; branches named for everybody
//! (`Ping`, `Login`); branches that read, where none that asks does.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Span, Symbol};
use crate::ir::{Arm, Block, ExprId, ExprKind, Literal, PatId, PatKind};
use crate::resolve::{DefId, DefKind, Res, body_of};
use crate::types::Callee;
use crate::web::guard::Judge;
use crate::web::identity::{call_name, mentions};
use crate::web::outlier::asks_through;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Outlier, WebCx};

/// So many branches ask,
const MIN_ASKING: usize = 3;
/// and this share, in percent, of those that ask or should.
const MIN_SHARE: usize = 60;
/// Names of names are followed this far.
const MAX_CHAIN: usize = 8;
/// A question may be asked by what a branch calls, and by what that calls.
const MAX_CALLS: usize = 2;

/// What is done for one command.
struct Branch {
    /// Its name: the variant, or the text that is compared.
    label: String,
    /// What binds its variables beside the body.
    heads: Vec<ExprId>,
    pattern: Option<PatId>,
    body: ExprId,
}

/// A question in a branch: the function, its place, what it is asked about.
struct Question {
    asked: DefId,
    span: Span,
    about: Vec<About>,
    /// The other variables in it: who asks.
    askers: Vec<PatId>,
}

/// What a question is about: a variable by its name, or a field of it.
type About = (Symbol, Option<Symbol>);

/// The functions with so many calls of one name that asks. One walk over all bodies.
pub(super) fn candidates(cx: &WebCx<'_>) -> Vec<DefId> {
    let (map, program) = (cx.types.map, cx.types.program);
    let many = |id: DefId| {
        let Some(body) = body_of(program, map, id) else { return false };
        let ir = program.file(body.file);
        let mut counts: FxHashMap<Symbol, usize> = FxHashMap::default();
        ir.for_each_expr(body.root, &mut |e| {
            let name = match &ir.exprs[e].kind {
                ExprKind::MethodCall { method, .. } => Some(method.sym),
                ExprKind::Path(path) => path.last().map(|s| s.name.sym),
                _ => None,
            };
            if let Some(name) = name.filter(|name| vocab::is_asking(name.as_str())) {
                *counts.entry(name).or_default() += 1;
            }
        });
        counts.values().any(|&count| count >= MIN_ASKING)
    };
    let defs = map.defs.iter();
    let functions = defs.filter(|(_, d)| matches!(d.kind, DefKind::Fn | DefKind::Method(_)) && !d.in_test);
    functions.map(|(id, _)| id).filter(|&id| many(id)).collect()
}

/// The branches of these functions that do not ask.
pub(super) fn find(judge: &Judge<'_, '_>, functions: &[DefId]) -> Vec<Outlier> {
    functions.iter().flat_map(|&id| in_function(judge, id)).collect()
}

fn in_function(judge: &Judge<'_, '_>, id: DefId) -> Vec<Outlier> {
    let Some(info) = judge.world.body(id) else { return Vec::new() };
    let mut further: FxHashSet<ExprId> = FxHashSet::default();
    let mut out = Vec::new();
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let branches = match &info.ir.exprs[e].kind {
            ExprKind::Match { arms, .. } => arms.iter().map(|arm| of_arm(&info, arm)).collect(),
            ExprKind::If { .. } if !further.contains(&e) => chain(&info, e, &mut further),
            _ => Vec::new(),
        };
        if branches.len() > MIN_ASKING {
            out.extend(among(judge, &info, &branches));
        }
    });
    out
}

fn of_arm(info: &BodyInfo<'_>, arm: &Arm) -> Branch {
    let mut label = String::new();
    info.ir.for_each_pat(arm.pat, &mut |p| match &info.ir.pats[p].kind {
        PatKind::Path(path) | PatKind::TupleStruct(path, _) | PatKind::Struct(path, _)
            if label.is_empty() =>
        {
            label = path.last().map_or_else(String::new, |s| s.name.sym.to_string());
        }
        PatKind::Literal(e) if label.is_empty() => label = text_in(info, *e),
        _ => {}
    });
    Branch { label, heads: arm.guard.into_iter().collect(), pattern: Some(arm.pat), body: arm.body }
}

/// The branches of `if .. {} else if .. {}`; the last `else` is for what is not known.
fn chain(info: &BodyInfo<'_>, first: ExprId, further: &mut FxHashSet<ExprId>) -> Vec<Branch> {
    let mut out = Vec::new();
    let mut at = Some(first);
    while let Some(e) = at
        && let ExprKind::If { cond, then, otherwise } = info.ir.exprs[e].kind
    {
        further.insert(e);
        out.push(Branch { label: text_in(info, cond), heads: vec![cond], pattern: None, body: then });
        at = otherwise;
    }
    out
}

/// The first text below an expression, or the name of the constant that holds it.
fn text_in(info: &BodyInfo<'_>, e: ExprId) -> String {
    let mut found = None;
    info.ir.for_each_expr(e, &mut |part| {
        let text = match &info.ir.exprs[part].kind {
            ExprKind::Literal(Literal::Str(text)) => Some(text.trim().to_owned()),
            // A constant holds the text.
            ExprKind::Path(path) => path
                .last()
                .map(|s| s.name.sym.as_str())
                .and_then(|name| (!name.contains(|c: char| c.is_lowercase())).then(|| name.to_lowercase())),
            _ => None,
        };
        found = found.take().or(text);
    });
    found.unwrap_or_default()
}

fn among<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, branches: &[Branch]) -> Vec<Outlier> {
    let locals: Vec<FxHashMap<PatId, Symbol>> = branches.iter().map(|b| bound_in(info, b)).collect();
    let of = branches.iter().zip(&locals);
    let questions: Vec<Option<Question>> = of.map(|(b, locals)| question(judge, info, b, locals)).collect();
    let mut tally: FxHashMap<(DefId, About), Vec<usize>> = FxHashMap::default();
    for (i, question) in questions.iter().enumerate() {
        let Some(Question { asked, about, .. }) = question else { continue };
        about.iter().for_each(|&name| tally.entry((*asked, name)).or_default().push(i));
    }
    let most = tally.into_iter().max_by_key(|(key, asking)| (asking.len(), std::cmp::Reverse(*key)));
    let Some(((asked, about), asking)) = most.filter(|(_, asking)| asking.len() >= MIN_ASKING) else {
        return Vec::new();
    };
    if asks_for_all(judge, info, branches, asked) {
        return Vec::new();
    }
    let askers: Vec<PatId> =
        asking.iter().flat_map(|&i| &questions[i]).flat_map(|q| &q.askers).copied().collect();
    let reading = asking.iter().any(|&i| vocab::is_reading(&branches[i].label));
    let silent: Vec<(usize, Span)> = (0..branches.len())
        .filter(|i| !asking.contains(i) && is_silent(judge, info, &branches[*i], asked))
        .filter(|&i| reading || !vocab::is_reading(&branches[i].label))
        .filter_map(|i| Some((i, used(judge, info, branches[i].body, &locals[i], (about, &askers))?)))
        .collect();
    if asking.len() * 100 < (asking.len() + silent.len()) * MIN_SHARE {
        return Vec::new();
    }
    let name = |id: DefId| judge.world.cx.map.def(id).name.to_string();
    let outlier = |(i, span): (usize, Span)| {
        let &nearest = asking.iter().min_by_key(|a| a.abs_diff(i))?;
        Some(Outlier {
            method: info.id,
            name: branches[i].label.clone(),
            within: Some(name(info.id)),
            span,
            question: name(asked),
            sibling: branches[nearest].label.clone(),
            asks_at: questions[nearest].as_ref()?.span,
        })
    };
    silent.into_iter().filter_map(outlier).collect()
}

/// The variables that a branch binds itself, with their names.
fn bound_in(info: &BodyInfo<'_>, branch: &Branch) -> FxHashMap<PatId, Symbol> {
    let mut out = FxHashMap::default();
    let mut add = |pat: PatId| {
        info.ir.for_each_pat(pat, &mut |p| {
            if let PatKind::Bind { name, .. } = &info.ir.pats[p].kind {
                out.insert(p, name.sym);
            }
        });
    };
    branch.pattern.into_iter().for_each(&mut add);
    for &root in branch.heads.iter().chain([&branch.body]) {
        info.ir.for_each_expr(root, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::Let { pat, .. } => add(*pat),
            ExprKind::Block(block) | ExprKind::Async(block) => {
                block.stmts.iter().for_each(|stmt| {
                    if let crate::ir::Stmt::Let { pat, .. } = stmt {
                        add(*pat);
                    }
                });
            }
            _ => {}
        });
    }
    out
}

/// The first question that a branch asks about a variable of its own.
fn question<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    branch: &Branch,
    locals: &FxHashMap<PatId, Symbol>,
) -> Option<Question> {
    let mut found = None;
    info.ir.for_each_expr(branch.body, &mut |e| {
        let Some(name) = call_name(info, e).filter(|name| vocab::is_asking(name)) else { return };
        let Some(Callee::Def(asked)) = judge.world.callee(info, e) else { return };
        if found.is_some() || vocab::is_validating(&name) || !judge.def_refuses(asked, MAX_CALLS) {
            return;
        }
        let (mut about, mut askers) = (Vec::new(), Vec::new());
        let mut bases = FxHashSet::default();
        info.ir.for_each_expr(e, &mut |part| {
            match &info.ir.exprs[part].kind {
                ExprKind::Field { base, .. } => drop(bases.insert(*base)),
                ExprKind::Path(_) if !bases.contains(&part) => {}
                _ => return,
            }
            match part_of(info, written(info, part), locals) {
                Some(found) => about.push(found),
                None => askers.extend(local(info, written(info, part))),
            }
        });
        about.sort();
        about.dedup();
        found = (!about.is_empty()).then(|| Question { asked, span: info.ir.exprs[e].span, about, askers });
    });
    found
}

/// Whether a branch asks nothing, itself or through what it calls, and is not meant for everybody.
fn is_silent<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, branch: &Branch, asked: DefId) -> bool {
    let mut silent = !branch.label.is_empty() && !vocab::is_public(&branch.label, None);
    for &root in branch.heads.iter().chain([&branch.body]) {
        info.ir.for_each_expr(root, &mut |e| {
            let Some(name) = call_name(info, e).filter(|_| silent) else { return };
            let named = vocab::is_asking(&name) || vocab::is_permission(&name) || vocab::is_role(&name);
            let through = || match judge.world.callee(info, e) {
                Some(Callee::Def(def)) => asks_through(judge, def, asked, MAX_CALLS),
                _ => false,
            };
            silent = !named && !through();
        });
    }
    silent
}

/// Whether the question is asked before the branches, for all of them.
fn asks_for_all<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, branches: &[Branch], asked: DefId) -> bool {
    let first = branches.iter().map(|b| info.ir.exprs[b.body].span.lo).min();
    let mut found = false;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let callee = || judge.world.callee(info, e);
        let is_call = matches!(info.ir.exprs[e].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. });
        let before = Some(info.ir.exprs[e].span.lo) < first;
        found |= is_call && before && matches!(callee(), Some(Callee::Def(def)) if def == asked);
    });
    found
}

/// What an expression stands for: behind references, blocks, methods without arguments, and variables that hold one of these.
fn written(info: &BodyInfo<'_>, e: ExprId) -> ExprId {
    let mut at = e;
    for _ in 0..MAX_CHAIN {
        at = match &info.ir.exprs[at].kind {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => *operand,
            ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
            ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => *receiver,
            ExprKind::Path(_) => match info.initial(at).filter(|&value| is_name(info, value)) {
                Some(value) => value,
                None => return at,
            },
            _ => return at,
        };
    }
    at
}

/// Whether a value is another name of something: `&tenant`, `get.account`.
fn is_name(info: &BodyInfo<'_>, value: ExprId) -> bool {
    match &info.ir.exprs[value].kind {
        ExprKind::Path(_) => local(info, value).is_some(),
        ExprKind::Ref { operand, .. } | ExprKind::Field { base: operand, .. } => is_name(info, *operand),
        ExprKind::Block(Block { stmts, tail: Some(tail) }) => stmts.is_empty() && is_name(info, *tail),
        _ => false,
    }
}

/// The variable that an expression is.
fn local(info: &BodyInfo<'_>, e: ExprId) -> Option<PatId> {
    match info.names.exprs.get(&e)?.res {
        Res::Local(pat) => Some(pat),
        _ => None,
    }
}

/// A variable of the branch, or a field of one.
fn part_of(info: &BodyInfo<'_>, e: ExprId, locals: &FxHashMap<PatId, Symbol>) -> Option<About> {
    match &info.ir.exprs[e].kind {
        ExprKind::Path(_) => Some((*locals.get(&local(info, e)?)?, None)),
        ExprKind::Field { base, name } => Some((*locals.get(&local(info, *base)?)?, Some(name.sym))),
        _ => None,
    }
}

/// The first call of a function of the workspace that is given what the others ask about, and not who asks, about whom it may ask
/// itself.
fn used<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    body: ExprId,
    locals: &FxHashMap<PatId, Symbol>,
    (about, askers): (About, &[PatId]),
) -> Option<Span> {
    let is_it = |e: ExprId| part_of(info, written(info, e), locals) == Some(about);
    let mut found: Option<Span> = None;
    info.ir.for_each_expr(body, &mut |e| {
        let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = &info.ir.exprs[e].kind else {
            return;
        };
        let of_workspace =
            || matches!(judge.world.callee(info, e), Some(Callee::Def(def)) if judge.has_body(def));
        let tells_who = || args.iter().any(|&arg| mentions(info, written(info, arg), askers));
        if found.is_none() && args.iter().any(|&arg| is_it(arg)) && of_workspace() && !tells_who() {
            found = Some(info.ir.exprs[e].span);
        }
    });
    found
}
