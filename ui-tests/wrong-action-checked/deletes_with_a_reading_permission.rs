//! What is deleted has no permission of its own; the one that is asked for only lets read.

pub enum Action {
    GetBucketPolicy,
    PutBucketPolicy,
    GetBucketTags,
    ReadIssue,
    UpdateIssue,
    ReadLog,
    ManageBuckets,
}

/// A set of actions among others.
pub enum Permission {
    Store(Action),
}

pub struct Caller;

impl Caller {
    fn authorize(&self, _action: Action) -> Result<(), String> {
        Ok(())
    }
}

pub fn delete_bucket_site(caller: &Caller) -> Result<(), String> {
    caller.authorize(Action::GetBucketPolicy) //~ wrong-action-checked
}

pub fn put_bucket_site(caller: &Caller) -> Result<(), String> {
    caller.authorize(Action::PutBucketPolicy)
}

impl Caller {
    fn check(&self, _permission: Permission) -> Result<(), String> {
        Ok(())
    }
}

pub fn delete_bucket_banner(caller: &Caller) -> Result<(), String> {
    caller.check(Permission::Store(Action::GetBucketPolicy)) //~ wrong-action-checked
}

pub fn delete_bucket_icon(caller: &Caller) -> Result<(), String> {
    caller.check(Permission::Store(Action::GetBucketPolicy))?;
    caller.check(Permission::Store(Action::ManageBuckets))
}

// Who may change the policy may delete the page.
pub fn delete_bucket_page(caller: &Caller) -> Result<(), String> {
    caller.authorize(Action::GetBucketPolicy)?;
    caller.authorize(Action::PutBucketPolicy)
}

// A part of something else: whose it is may decide.
pub fn delete_comment(caller: &Caller) -> Result<(), String> {
    caller.authorize(Action::ReadIssue)
}

// There is no other permission for it.
pub fn delete_log_mark(caller: &Caller) -> Result<(), String> {
    caller.authorize(Action::ReadLog)
}

// Reading is what is asked.
pub fn get_bucket_site(caller: &Caller) -> Result<(), String> {
    caller.authorize(Action::GetBucketTags)
}
