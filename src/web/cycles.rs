//! What may be kept of answers that were found while other questions were open.
//!
//! A type is judged by its impls, a function by what it calls, and both may lead back to what is being judged: a token that
//! carries an account, whose extractor asks for the token. A question that is met again while it is open gets a provisional
//! answer. What was found by one is right only for whoever asked first, so it is forgotten when the open question is
//! answered, and found anew, with the final answer, when somebody asks again.

use rustc_hash::FxHashMap;

use crate::resolve::DefId;
use crate::web::guard::Judge;

/// A question that is answered once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Asked {
    /// What a type says about who is asking.
    Type(DefId),
    /// What a call of a function proves.
    Call(DefId),
    /// What a function checks that a handler leaves everything to.
    Delegated(DefId),
}

/// The questions that are open.
#[derive(Debug, Default)]
pub(super) struct Cycles {
    open: Vec<Asked>,
    /// Answers that rest on a provisional one, with the place of the outermost open question that gave one.
    tentative: FxHashMap<Asked, usize>,
    /// The outermost question whose provisional answer was used since the innermost was opened.
    lowest: Option<usize>,
}

impl Cycles {
    /// A question is asked; what it returns is handed to [`Cycles::close`].
    pub(super) fn open(&mut self, asked: Asked) -> Option<usize> {
        self.open.push(asked);
        self.lowest.take()
    }

    /// A kept answer is used, which may be a provisional one.
    pub(super) fn used(&mut self, asked: Asked) {
        let open = self.open.iter().position(|a| *a == asked);
        self.lower(open.or_else(|| self.tentative.get(&asked).copied()));
    }

    /// The innermost question is answered. Gives the answers that have to be forgotten.
    pub(super) fn close(&mut self, before: Option<usize>) -> Vec<Asked> {
        let Some(asked) = self.open.pop() else { return Vec::new() };
        let place = self.open.len();
        let lowest = std::mem::replace(&mut self.lowest, before);
        if let Some(lowest) = lowest.filter(|lowest| *lowest < place) {
            self.tentative.insert(asked, lowest);
            self.lower(Some(lowest));
            return Vec::new();
        }
        let mut over: Vec<Asked> = Vec::new();
        self.tentative.retain(|asked, lowest| {
            if *lowest >= place {
                over.push(*asked);
            }
            *lowest < place
        });
        over
    }

    fn lower(&mut self, to: Option<usize>) {
        self.lowest = match (self.lowest, to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
}

impl Judge<'_, '_> {
    /// Answers one question; what rests on its provisional answer is forgotten.
    pub(super) fn answer<T>(&self, asked: Asked, find: impl FnOnce() -> T) -> T {
        let before = self.cycles.borrow_mut().open(asked);
        let found = find();
        for over in self.cycles.borrow_mut().close(before) {
            match over {
                Asked::Type(id) => {
                    self.types.borrow_mut().remove(&id);
                    self.weak.borrow_mut().remove(&id);
                }
                Asked::Call(id) => drop(self.calls.borrow_mut().remove(&id)),
                Asked::Delegated(id) => drop(self.delegations.borrow_mut().remove(&id)),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn def(n: u32) -> DefId {
        DefId::from_raw(n)
    }

    #[test]
    fn what_rests_on_an_open_question_is_forgotten_with_its_answer() {
        let mut cycles = Cycles::default();
        let (a, b) = (Asked::Type(def(0)), Asked::Call(def(1)));
        let outer = cycles.open(a);
        let inner = cycles.open(b);
        cycles.used(a);
        assert!(cycles.close(inner).is_empty());
        assert_eq!(cycles.close(outer), [b]);
    }

    #[test]
    fn what_rests_on_nothing_open_is_kept() {
        let mut cycles = Cycles::default();
        let (a, b) = (Asked::Type(def(0)), Asked::Call(def(1)));
        let outer = cycles.open(a);
        let inner = cycles.open(b);
        assert!(cycles.close(inner).is_empty());
        cycles.used(b);
        assert!(cycles.close(outer).is_empty());
    }
}
