//! The right side of a rule with its variables filled in.
//!
//! Every token and every round of a repetition is paid for, so that repetitions in repetitions end.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

use crate::lower::macros::matcher::{Binding, Bindings, count, variables};
use crate::lower::macros::pattern::{Part, Repeat};

/// Fills in a body. Its own tokens get the place of the call. `None` if a variable does not fit or too much is made.
pub(super) fn transcribe(
    body: &[Part],
    bindings: &Bindings,
    place: Span,
    left: &mut usize,
) -> Option<TokenStream> {
    let mut out = Vec::new();
    parts(body, bindings, place, left, &mut out)?;
    Some(out.into_iter().collect())
}

fn parts(
    body: &[Part],
    bindings: &Bindings,
    place: Span,
    left: &mut usize,
    out: &mut Vec<TokenTree>,
) -> Option<()> {
    for part in body {
        pay(left, 1)?;
        match part {
            Part::Token(tree) => out.push(placed(tree.clone(), place)),
            Part::Group(delimiter, inner) => {
                let mut group = Group::new(*delimiter, transcribe(inner, bindings, place, left)?);
                group.set_span(place);
                out.push(group.into());
            }
            Part::Var { word, .. } => variable(word, bindings, place, left, out)?,
            Part::Repeat(repeat) => repetition(repeat, bindings, place, left, out)?,
        }
    }
    Some(())
}

/// Takes from what is left; nothing is left if it is not enough.
fn pay(left: &mut usize, tokens: usize) -> Option<()> {
    let rest = left.checked_sub(tokens);
    *left = rest.unwrap_or(0);
    rest.map(drop)
}

fn placed(mut tree: TokenTree, place: Span) -> TokenTree {
    tree.set_span(place);
    tree
}

fn variable(
    name: &Ident,
    bindings: &Bindings,
    place: Span,
    left: &mut usize,
    out: &mut Vec<TokenTree>,
) -> Option<()> {
    match bindings.get(&name.to_string()) {
        Some(Binding::One(tokens)) => {
            pay(left, count(tokens))?;
            out.extend(tokens.clone());
            Some(())
        }
        Some(Binding::Many(_)) => None,
        // Of a macro that this body defines.
        None => {
            let mut dollar = proc_macro2::Punct::new('$', proc_macro2::Spacing::Alone);
            dollar.set_span(place);
            out.push(dollar.into());
            out.push(placed(name.clone().into(), place));
            Some(())
        }
    }
}

fn repetition(
    repeat: &Repeat,
    bindings: &Bindings,
    place: Span,
    left: &mut usize,
    out: &mut Vec<TokenTree>,
) -> Option<()> {
    let mut names = Vec::new();
    variables(&repeat.parts, &mut names);
    let mut round: Bindings = Bindings::default();
    let mut repeated = Vec::new();
    for name in names {
        match bindings.get(name) {
            Some(Binding::Many(each)) => repeated.push((name, each)),
            Some(one) => {
                round.insert(name.to_owned(), one.clone());
            }
            None => {}
        }
    }
    let (_, first) = repeated.first()?;
    let rounds = first.len();
    if repeated.iter().any(|(_, each)| each.len() != rounds) {
        return None;
    }
    for at in 0..rounds {
        pay(left, 1 + repeated.len())?;
        for (name, each) in &repeated {
            round.insert((*name).to_owned(), each[at].clone());
        }
        if at > 0 {
            out.extend(repeat.separator.iter().map(|tree| placed(tree.clone(), place)));
        }
        parts(&repeat.parts, &round, place, left, out)?;
    }
    Some(())
}
