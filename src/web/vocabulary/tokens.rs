//! Tokens that are no credentials.

use super::{CREDENTIAL, any};

/// Tokens that are traded, or counted in a text: `sell_token`, `max_tokens`, `token_balances`.
pub(super) fn is_other(words: &[String]) -> bool {
    const OTHER: &[&str] = &[
        "address",
        "amount",
        "amounts",
        "balance",
        "balances",
        "budget",
        "buy",
        "completion",
        "continuation",
        "count",
        "counts",
        "decimals",
        "erc20",
        "fee",
        "fees",
        "max",
        "native",
        "page",
        "pagination",
        "price",
        "prices",
        "prompt",
        "sell",
        "shutdown",
        "swap",
        "trade",
        "usage",
        "wrapped",
    ];
    let token = |w: &&String| matches!(w.as_str(), "token" | "tokens");
    let other = |w: &&String| CREDENTIAL.contains(&w.as_str());
    words.iter().any(|w| token(&w)) && any(words, OTHER) && !words.iter().any(|w| !token(&w) && other(&w))
}
