//! Methods, or branches of dispatchers, that act for somebody without the question that those beside them ask.
//!
//! They are found in [`web`](crate::web); here each becomes a finding with the method that asks beside it.

use crate::catalog::Lint;
use crate::detectors::Context;
use crate::finding::{Finding, Label};
use crate::web::Outlier;

/// One finding for each method.
pub fn detect(cx: &Context<'_>, lint: &Lint, outliers: &[Outlier]) -> Vec<Finding> {
    outliers.iter().map(|outlier| finding(cx, lint, outlier)).collect()
}

fn finding(cx: &Context<'_>, lint: &Lint, outlier: &Outlier) -> Finding {
    let Outlier { method, name, within, span, question, sibling, asks_at } = outlier;
    let message = match within {
        Some(function) => {
            format!("`{name}` in `{function}` does not ask `{question}`, as the commands beside it do")
        }
        None => format!("`{name}` does not ask `{question}`, as the methods beside it do"),
    };
    let mut finding = cx.finding(lint, *method, *span, "done for anybody", message);
    finding.context.push(Label::new(*asks_at, format!("`{sibling}` asks here first")));
    finding.help.push(format!("call `{question}` in `{name}` before this, and leave if the answer is no"));
    finding
}
