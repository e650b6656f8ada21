//! Schemas that handlers execute: whoever reaches a field came through one of those routes.
//!
//! A schema that is served as it is gets its path and layers from the router. Where a handler executes it (`schema.execute(request)`)
//! nothing in the router connects the two, but the type of the schema does: its arguments are the roots. What guards all routes
//! that execute a root guards the fields of that root.
//!
//! ```text
//! .route("/admin/graphql", post(admin)).route_layer(from_fn(signed_in))     required
//! async fn admin(State(app): State<App>, req: GraphQLRequest) -> GraphQLResponse { app.admin.execute(req.into_inner()).await.into() }
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Ty, local_adt};
use crate::web::protection::{Judged, is_field};
use crate::web::service;
use crate::web::world::World;
use crate::web::{Authentication, Evidence};

/// Types are looked into this deep: `Data<Arc<Schema<Query, Mutation, EmptySubscription>>>`.
const MAX_NESTING: usize = 4;

/// What guards the routes that execute a root.
struct Executed {
    authentication: Authentication,
    evidence: Vec<Evidence>,
}

/// Hands on to fields what guards the routes that execute their roots.
pub(super) fn inherit(world: &World<'_>, judged: &mut [Judged]) {
    let schemas: FxHashSet<&str> = world.rules.fields.iter().map(|row| row.schema.as_str()).collect();
    if schemas.is_empty() {
        return;
    }
    let mut roots: FxHashMap<DefId, Executed> = FxHashMap::default();
    for one in judged.iter_mut().filter(|one| !is_field(&one.route.method) && !one.route.in_test) {
        for root in one.route.handler_def.into_iter().flat_map(|def| executed_by(world, def, &schemas)) {
            one.executes = true;
            let (authentication, evidence) = (one.route.authentication, one.route.evidence.clone());
            let known =
                roots.entry(root).or_insert_with(|| Executed { authentication, evidence: evidence.clone() });
            if authentication < known.authentication {
                *known = Executed { authentication, evidence };
            }
        }
    }
    for one in judged.iter_mut().filter(|one| is_field(&one.route.method)) {
        let owner = one.route.handler_def.and_then(|def| match world.cx.map.def(def).kind {
            DefKind::Method(owner) => local_adt(&world.cx.self_type(owner, 0)),
            _ => None,
        });
        if let Some(known) = owner.and_then(|owner| roots.get(&owner))
            && known.authentication > one.route.authentication
        {
            one.route.authentication = known.authentication;
            one.route.unfollowed |= known.authentication == Authentication::Unknown;
            one.route.evidence.extend(known.evidence.iter().cloned());
        }
    }
}

/// The roots of the schemas that a function works with, and their parts.
fn executed_by(world: &World<'_>, def: DefId, schemas: &FxHashSet<&str>) -> Vec<DefId> {
    let Some(info) = world.body(def) else { return Vec::new() };
    let mut out = Vec::new();
    info.ir.for_each_expr(info.body.root, &mut |e| {
        for root in roots_in(world, world.types(&info).of(e), schemas) {
            add_parts(world, root, &mut out);
        }
    });
    out
}

/// The types of the workspace in the arguments of the schema in a type.
fn roots_in(world: &World<'_>, ty: &Ty, schemas: &FxHashSet<&str>) -> Vec<DefId> {
    let mut at = ty.peel().clone();
    for _ in 0..MAX_NESTING {
        let Ty::Adt(Res::Ext(_), args) = &at else { return Vec::new() };
        if world.ext_type(&at).is_some_and(|path| schemas.contains(path.as_str())) {
            return args.iter().filter_map(local_adt).collect();
        }
        at = at.arg(0).peel().clone();
    }
    Vec::new()
}

fn add_parts(world: &World<'_>, root: DefId, out: &mut Vec<DefId>) {
    if out.contains(&root) {
        return;
    }
    out.push(root);
    if service::merges(world, root) {
        let fields = world.cx.table.fields(root);
        let parts: Vec<DefId> = fields.iter().filter_map(|(_, part)| local_adt(part)).collect();
        parts.into_iter().for_each(|part| add_parts(world, part, out));
    }
}
