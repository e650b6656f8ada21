//@ dep: async-graphql = "7"
//! Fields of one type that change something: all but one ask for a role, in another type nobody does.

use async_graphql::{Context, EmptySubscription, ErrorExtensions, Guard, MergedObject, Object, Result, Schema};

#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Role {
    Guest,
    Keeper,
}

pub struct Viewer {
    id: u64,
    role: Role,
}

pub struct Known;

impl Guard for Known {
    async fn check(&self, ctx: &Context<'_>) -> Result<()> {
        match ctx.data_opt::<Viewer>() {
            Some(_) => Ok(()),
            None => Err(async_graphql::Error::new("unauthenticated").extend_with(|_, e| e.set("code", 401))),
        }
    }
}

pub struct AtLeast(pub Role);

impl Guard for AtLeast {
    async fn check(&self, ctx: &Context<'_>) -> Result<()> {
        match ctx.data_opt::<Viewer>() {
            Some(viewer) if viewer.role >= self.0 => Ok(()),
            Some(_) => Err(async_graphql::Error::new("forbidden").extend_with(|_, e| e.set("code", 403))),
            None => Err(async_graphql::Error::new("unauthenticated").extend_with(|_, e| e.set("code", 401))),
        }
    }
}

pub trait Garden: Send + Sync {
    fn plant(&self, by: u64, name: &str);
    fn set_price(&self, id: u64, price: u64);
    fn set_role(&self, id: u64, role: &str);
    fn dismiss(&self, id: u64);
}

type Beds = Box<dyn Garden>;

#[derive(Default)]
pub struct BedMutation;

#[Object]
impl BedMutation {
    #[graphql(guard = "Known")]
    async fn plant(&self, ctx: &Context<'_>, name: String) -> Result<bool> {
        let viewer = ctx.data::<Viewer>()?;
        ctx.data::<Beds>()?.plant(viewer.id, &name);
        Ok(true)
    }

    #[graphql(guard = "Known")]
    async fn plant_twice(&self, ctx: &Context<'_>, name: String) -> Result<bool> {
        let viewer = ctx.data::<Viewer>()?;
        ctx.data::<Beds>()?.plant(viewer.id, &name);
        Ok(true)
    }
}

#[derive(Default)]
pub struct OfficeMutation;

#[Object]
impl OfficeMutation {
    #[graphql(guard = "AtLeast(Role::Keeper)")]
    async fn set_price(&self, ctx: &Context<'_>, id: u64, price: u64) -> Result<bool> {
        ctx.data::<Beds>()?.set_price(id, price);
        Ok(true)
    }

    #[graphql(guard = "AtLeast(Role::Keeper)")]
    async fn dismiss(&self, ctx: &Context<'_>, id: u64) -> Result<bool> {
        ctx.data::<Beds>()?.dismiss(id);
        Ok(true)
    }

    #[graphql(guard = "Known")]
    async fn set_role(&self, ctx: &Context<'_>, id: u64, role: String) -> Result<bool> { //~ authorization-outlier
        ctx.data::<Beds>()?.set_role(id, &role);
        Ok(true)
    }
}

#[derive(MergedObject, Default)]
pub struct Mutation(BedMutation, OfficeMutation);

pub struct Query;

#[Object]
impl Query {
    async fn beds(&self) -> u64 {
        3
    }
}

pub fn schema() -> Schema<Query, Mutation, EmptySubscription> {
    Schema::build(Query, Mutation::default(), EmptySubscription).finish()
}
