//! Operations on the accounts of a storage service, a type for each.

/// What is done to a service.
#[derive(Clone, Copy, PartialEq)]
pub enum AdminAction {
    /// Creates an account.
    CreateServiceAccountAdminAction,
    /// Changes one.
    UpdateServiceAccountAdminAction,
    /// Shows all.
    ListServiceAccountsAdminAction,
}

/// An action of any kind.
#[derive(Clone, Copy, PartialEq)]
pub enum Action {
    /// Of an administrator.
    Admin(AdminAction),
}

/// Who asks for what.
pub struct Question<'a> {
    /// The account.
    pub account: &'a str,
    /// What it wants to do.
    pub action: Action,
}

/// Who may do what.
pub struct Policy {
    granted: Vec<(String, Action)>,
}

impl Policy {
    fn is_allowed(&self, question: &Question<'_>) -> bool {
        self.granted.iter().any(|(account, action)| account == question.account && *action == question.action)
    }
}

/// Why an operation failed.
#[derive(Debug)]
pub enum Failure {
    /// Who asks may not.
    AccessDenied,
}

/// An operation.
pub trait Operation {
    /// Runs it for an account.
    fn call(&self, policy: &Policy, account: &str) -> Result<String, Failure>;
}

/// Changes an account.
pub struct UpdateServiceAccount;

impl Operation for UpdateServiceAccount {
    fn call(&self, policy: &Policy, account: &str) -> Result<String, Failure> {
        let action = Action::Admin(AdminAction::UpdateServiceAccountAdminAction);
        if !policy.is_allowed(&Question { account, action }) {
            return Err(Failure::AccessDenied);
        }
        Ok(format!("{account} changed"))
    }
}

/// Shows all accounts.
pub struct ListServiceAccount;

impl Operation for ListServiceAccount {
    fn call(&self, policy: &Policy, account: &str) -> Result<String, Failure> {
        if !policy.is_allowed(&Question {
            account,
            action: Action::Admin(AdminAction::ListServiceAccountsAdminAction),
        }) {
            return Err(Failure::AccessDenied);
        }
        Ok(policy.granted.iter().map(|(account, _)| account.as_str()).collect())
    }
}
