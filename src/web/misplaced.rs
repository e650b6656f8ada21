//! Layers that stand where they cover less than they were meant to.
//!
//! ```text
//! Router::new()
//!     .route("/whoami", get(whoami))
//!     .route_layer(from_fn(account))                 covers what stands above it: puts `Account` beside the request
//!     .route("/name", put(rename))                   takes `Extension<Account>`: fails, whoever asks
//!     .route("/media/{id}", delete(remove))          takes nothing: answers anybody
//! ```
//!
//! A handler that takes who asks from beside the request refuses where nothing puts it there: nobody gets in. Two of them in one
//! application say that the layer was meant to cover them, and what stands beside them and asks nobody is open by the same mistake.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Span;
use crate::resolve::DefId;
use crate::web::protection::Judged;
use crate::web::{Authentication, Route, Sibling};

/// So many handlers take what the layer would put.
const MIN_LEFT_OUT: usize = 2;

/// Marks handlers that lack what they take as guarded, and open ones beside them as left out of the layer.
pub(super) fn settle(judged: &mut [Judged]) {
    let mut left_out: FxHashMap<(usize, DefId), FxHashSet<Span>> = FxHashMap::default();
    // A handler that stands behind the layer elsewhere was meant to stand behind it here too.
    let guarded = |one: &&Judged| one.route.authentication == Authentication::Required;
    let covered: FxHashSet<Span> = judged.iter().filter(guarded).map(|j| j.route.handler_span).collect();
    let lacking =
        |one: &&mut Judged| !one.beside.lacks.is_empty() && !covered.contains(&one.route.handler_span);
    for one in judged.iter_mut().filter(lacking) {
        for (id, _) in one.beside.lacks.iter().filter(|_| !one.route.in_test) {
            left_out.entry((one.scope.0, *id)).or_default().insert(one.route.handler_span);
        }
        one.route.authentication = Authentication::Required;
        one.route.evidence.extend(one.beside.lacks.iter().map(|(_, taken)| taken.clone()));
    }
    left_out.retain(|_, handlers| handlers.len() >= MIN_LEFT_OUT);
    let mut layers: FxHashMap<usize, Sibling> = FxHashMap::default();
    for one in judged.iter().filter(|j| !j.route.in_test) {
        let put = one.beside.puts.iter().find(|(id, _)| left_out.contains_key(&(one.scope.0, *id)));
        if let Some((_, guard)) = put.filter(|_| one.route.authentication == Authentication::Required) {
            let Route { handler, route_span, handler_span, .. } = &one.route;
            layers.entry(one.scope.0).or_insert_with(|| Sibling {
                handler: handler.clone(),
                route_span: *route_span,
                handler_span: *handler_span,
                guard: guard.clone(),
            });
        }
    }
    for one in judged.iter_mut() {
        one.beside.outside = layers.get(&one.scope.0).cloned();
    }
}
