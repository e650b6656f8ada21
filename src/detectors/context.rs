//! What every detector reads, and how a finding is begun.

use rustc_hash::FxHashMap;

use crate::base::{FileId, Span};
use crate::catalog::{Catalog, Lint};
use crate::finding::{Finding, FlowStep, Label, StepKind};
use crate::flow::{Conversions, FlowCx, Origin, Value};
use crate::ir::{ItemKind, Program};
use crate::resolve::{DefId, DefMap, resolve};
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
    /// What is passed on by name.
    pub conversions: Conversions,
    /// What functions without parameters return; filled when all bodies were analysed.
    pub results: FxHashMap<DefId, Value>,
}

impl<'a> Context<'a> {
    /// Resolves the program's names and lowers its declared types.
    pub fn new(program: &'a Program, workspace: &'a Workspace, catalog: &'a Catalog) -> Context<'a> {
        let map = resolve(program, workspace, catalog);
        let world = TypeWorld::new(program, &map, catalog, workspace);
        let conversions = Conversions::new(catalog);
        Context { program, workspace, catalog, map, world, conversions, results: FxHashMap::default() }
    }

    /// Names and types of the program.
    pub fn types(&self) -> TypeCx<'_> {
        self.world.cx(self.program, &self.map)
    }

    /// Everything flow needs.
    pub fn flow(&self) -> FlowCx<'_> {
        FlowCx { types: self.types(), conversions: &self.conversions }
    }

    /// The first text that is written between quotes in a place.
    pub fn first_text(&self, place: Span) -> Option<&'a str> {
        self.program.sources.slice(place).split('"').nth(1)
    }

    /// The name of the constant or static in whose definition a place lies.
    pub fn item_around(&self, span: Span) -> Option<&'static str> {
        let around = self.map.defs.iter().find(|(_, def)| {
            let item = &self.program.file(def.file).items[def.item];
            matches!(item.kind, ItemKind::Const(_) | ItemKind::Static(_)) && item.span.contains(span)
        });
        around.map(|(_, def)| def.name.as_str())
    }

    /// The name of a file without its folder and ending.
    pub fn file_stem(&self, file: FileId) -> &'a str {
        let name = &self.program.sources.file(file).name;
        name.rsplit('/').next().unwrap_or(name).trim_end_matches(".rs")
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

    /// The way of a value from its origin to `arg`, and through the functions that hand it on, as steps of a finding.
    pub fn way(
        &self,
        origin: &Origin,
        begins: &str,
        arg: Span,
        via: &[Span],
        arrives: &str,
    ) -> Vec<FlowStep> {
        let step = |span, text: &str, kind| FlowStep { span, text: text.to_owned(), kind };
        let mut steps = vec![step(origin.span, begins, StepKind::Source)];
        steps.extend(origin.steps().iter().map(|s| step(s.span, &s.text, StepKind::Through)));
        let places: Vec<Span> = std::iter::once(arg).chain(via.iter().copied()).collect();
        for (i, &place) in places.iter().enumerate() {
            let last = i + 1 == places.len();
            let (text, kind) =
                if last { (arrives, StepKind::Sink) } else { ("handed on here", StepKind::Through) };
            steps.push(step(place, text, kind));
        }
        steps.dedup_by(|b, a| a.span == b.span && b.kind == StepKind::Through);
        steps
    }
}
