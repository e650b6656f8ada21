//! What the attributes of a handler ask.

use crate::catalog::framework::ExtractorKind;
use crate::ir::Attr;
use crate::resolve::DefId;
use crate::web::attribute;
use crate::web::protection::{OfHandler, Protections};
use crate::web::{Authentication, Evidence, EvidenceKind};

impl Protections<'_, '_> {
    /// What the attributes ask.
    pub(super) fn attributes(&self, def: DefId, out: &mut OfHandler) {
        let data = self.world.cx.map.def(def);
        let item = &self.world.cx.program.file(data.file).items[data.item];
        for attr in &item.attrs {
            let path = self.world.ext_of_path(def, &attr.path).map(|e| e.path);
            if path.is_some_and(|p| self.world.rules.guard_attributes.contains(&p))
                || self.world.names_one_of(def, &attr.path, &self.world.own.guards)
            {
                let name = format!("#[{}]", attr.path.text());
                let evidence = Evidence { kind: EvidenceKind::Attribute, name, span: attr.span };
                out.role_by.get_or_insert_with(|| evidence.clone());
                out.evidence.push(evidence);
                out.authentication = Some(Authentication::Required);
                out.role = true;
            }
            self.field_guard(def, attr, out);
        }
    }

    /// The guard that an attribute of a schema's field names.
    fn field_guard(&self, def: DefId, attr: &Attr, out: &mut OfHandler) {
        let Some(row) = self.world.rules.fields.iter().find(|r| attr.name() == r.attribute.as_str()) else {
            return;
        };
        let Some(arg) = row.guard.as_deref().and_then(|n| attribute::named(&attr.args, n).next()) else {
            return;
        };
        let text = self.world.cx.program.sources.slice(arg.span);
        let kind = self.judge.guard_expression(def, text, &row.judges);
        let name = format!("#[{}]", crate::web::ops::short(text));
        let found = match kind.map(|k| k.kind) {
            Some(ExtractorKind::Guard) => Authentication::Required,
            Some(_) => return,
            None => Authentication::Unknown,
        };
        let evidence = Evidence { kind: EvidenceKind::Attribute, name, span: arg.span };
        if kind.is_some_and(|k| k.role) {
            out.role = true;
            out.role_by.get_or_insert_with(|| evidence.clone());
        }
        out.evidence.push(evidence);
        out.authentication = out.authentication.max(Some(found));
    }
}
