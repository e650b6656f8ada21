//! What every detector reads, and how a finding is begun.

use crate::base::Span;
use crate::catalog::{Catalog, Lint};
use crate::finding::{Finding, FlowStep, Label, StepKind};
use crate::flow::{Constants, FlowCx, Origin};
use crate::ir::{ItemKind, Program};
use crate::resolve::{DefId, DefMap};
use crate::types::{TypeCx, TypeWorld};
use crate::workspace::Workspace;

/// The analysed program.
pub struct Context<'a> {
    /// What was read.
    pub program: &'a Program,
    /// What it belongs to.
    pub workspace: &'a Workspace,
    /// What APIs mean.
    pub catalog: &'a Catalog,
    /// Its names.
    pub map: DefMap,
    /// Its declared types.
    pub world: TypeWorld<'a>,
    /// Its constants.
    pub constants: Constants,
}

impl<'a> Context<'a> {
    /// Names and types of the program.
    pub fn types(&self) -> TypeCx<'_> {
        self.world.cx(self.program, &self.map)
    }

    /// Everything flow needs.
    pub fn flow(&self) -> FlowCx<'_> {
        FlowCx { types: self.types(), constants: &self.constants, depth: 0 }
    }

    /// The name of the constant or static in whose definition a place lies.
    pub fn item_around(&self, span: Span) -> Option<&'static str> {
        let around = self.map.defs.iter().find(|(_, def)| {
            let item = &self.program.file(def.file).items[def.item];
            matches!(item.kind, ItemKind::Const(_) | ItemKind::Static(_)) && item.span.contains(span)
        });
        around.map(|(_, def)| def.name.as_str())
    }

    /// The text of a place, for messages: white space folded, at most 40 characters.
    pub fn snippet(&self, span: Span) -> String {
        let text = self.program.sources.slice(span);
        let folded: Vec<&str> = text.split_whitespace().collect();
        let folded = folded.join(" ");
        if folded.chars().count() <= 40 {
            return folded;
        }
        let cut: String = folded.chars().take(37).collect();
        format!("{cut}..")
    }

    /// A finding in a definition, with everything filled in that follows from where it is.
    pub fn finding(&self, lint: &Lint, def: DefId, span: Span, label: &str, message: String) -> Finding {
        let data = self.map.def(def);
        let mut finding =
            Finding::new(&lint.id, lint.severity, lint.confidence, message, Label::new(span, label));
        let krate = &self.map.crates[data.krate];
        finding.package.clone_from(&self.workspace.packages[krate.package].name);
        finding.item = self.map.path_of(def);
        finding.in_test = data.in_test;
        finding.cfg = data.cfg.as_deref().map(str::to_owned);
        finding
    }

    /// The way of a value from its origin to `sink` as steps of a finding.
    pub fn way(&self, origin: &Origin, begins: &str, sink: Span, arrives: &str) -> Vec<FlowStep> {
        let mut steps = vec![FlowStep { span: origin.span, text: begins.to_owned(), kind: StepKind::Source }];
        for step in origin.steps() {
            steps.push(FlowStep { span: step.span, text: step.text.clone(), kind: StepKind::Through });
        }
        steps.push(FlowStep { span: sink, text: arrives.to_owned(), kind: StepKind::Sink });
        steps.dedup_by(|b, a| a.span == b.span && b.kind == StepKind::Through);
        steps
    }
}
