//! The permission has a name first.

#[derive(Clone, Copy, PartialEq)]
pub enum Scope {
    ReadProject,
    DeleteProject,
}

pub struct Denied;

pub struct Caller {
    scopes: Vec<Scope>,
}

impl Caller {
    fn require_scope(&self, scope: Scope) -> Result<(), Denied> {
        self.scopes.contains(&scope).then_some(()).ok_or(Denied)
    }
}

pub struct DeleteProjectHandler {
    names: Vec<String>,
}

impl DeleteProjectHandler {
    pub fn handle(&mut self, caller: &Caller, name: &str) -> Result<(), Denied> {
        let scope = Scope::ReadProject; //~ wrong-action-checked
        caller.require_scope(scope)?;
        self.names.retain(|n| n != name);
        Ok(())
    }
}
