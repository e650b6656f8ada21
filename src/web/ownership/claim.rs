//! Questions that compare what the client sent with itself, or with something else than what is changed.
//!
//! ```text
//! if body.user_id != path.user_id { return Err(Forbidden) }       both are what the client says
//! if note.user_id != body.user_id { return Err(Forbidden) }       who sends the right one passes
//! if user.id != body.user_id { return Err(Forbidden) }            right by itself,
//! comments.delete(body.comment_id)                                but the comment is anybody's
//! ```

use rustc_hash::FxHashSet;

use crate::ir::{BinaryOp, ExprId, ExprKind, PatId};
use crate::types::Ty;
use crate::web::guard::Judge;
use crate::web::identity::refuses_in;
use crate::web::ownership::meet::{Meeting, WHO};
use crate::web::ownership::{Lack, words};
use crate::web::world::BodyInfo;

/// The first such question of a handler.
pub(super) fn find<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    params: &[(PatId, Ty)],
    names: &[String],
    seen: &Meeting<'_, '_, 'a>,
) -> Option<Lack> {
    let mut found = None;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let ExprKind::If { cond, then, otherwise } = &info.ir.exprs[e].kind else { return };
        if found.is_some() {
            return;
        }
        let ends = refuses_in(judge, info, *then) || otherwise.is_some_and(|o| refuses_in(judge, info, o));
        // Another part of the condition may ask the right question.
        let ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } = info.ir.exprs[*cond].kind else {
            return;
        };
        if ends {
            let at = info.ir.exprs[*cond].span;
            let told =
                || Some(Lack::Told { at, field: told(seen, lhs, rhs).or_else(|| told(seen, rhs, lhs))? });
            found = compared(seen, lhs, rhs).then_some(Lack::Compared { at }).or_else(told).or_else(|| {
                let (place, field) = [(lhs, rhs), (rhs, lhs)]
                    .into_iter()
                    .find_map(|(who, sent)| (seen.of(who) == WHO).then(|| seen.sent_as(sent)).flatten())?;
                let claimed = FxHashSet::from_iter([place]);
                let facts = Meeting::claiming(judge, info, params, names, claimed).facts();
                let apart = !facts.unknown && facts.tie.is_none() && facts.writes.is_some();
                apart.then_some(Lack::Claimed { at, field })
            });
        }
    });
    found
}

/// The field of the request that is compared with the owner of what was found, if who asks never meets it: `note.owner_id` with
/// `form.owner_id`.
fn told(seen: &Meeting<'_, '_, '_>, sent: ExprId, found: ExprId) -> Option<String> {
    let (place, field) = seen.sent_as(sent)?;
    let ExprKind::Field { name, .. } = &seen.info.ir.exprs[found].kind else { return None };
    let same = name.sym == *field && words::is_owner(&field);
    let from_store = seen.sent_as(found).is_none() && (seen.of(found) | seen.of(sent)) & WHO == 0;
    // Something else ties the field to who asks: `ensure_member(&user, form.account_id)?`.
    let meets = |e: ExprId| {
        let (mut who, mut named) = (false, false);
        seen.info.ir.for_each_child(e, &mut |child| {
            who |= seen.of(child) & WHO != 0;
            seen.info.ir.for_each_expr(child, &mut |part| named |= seen.place(part).as_ref() == Some(&place));
        });
        who && named && !matches!(seen.info.ir.exprs[e].kind, ExprKind::Block(_) | ExprKind::Async(_))
    };
    (same && from_store && !seen.order.iter().any(|&e| meets(e))).then_some(field)
}

/// Whether both are what the client sent, and one is named for an owner.
fn compared(seen: &Meeting<'_, '_, '_>, lhs: ExprId, rhs: ExprId) -> bool {
    let (Some((a, first)), Some((b, second))) = (seen.sent_as(lhs), seen.sent_as(rhs)) else { return false };
    a != b && (seen.of(lhs) | seen.of(rhs)) & WHO == 0 && words::is_owner(&first) && words::is_owner(&second)
}
