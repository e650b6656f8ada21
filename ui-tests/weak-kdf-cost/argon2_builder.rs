//@ dep: argon2 = "0.5"
//! A builder is judged where it is finished, with the defaults of what nobody set.
use argon2::{Error, Params, ParamsBuilder};

pub fn quick() -> Result<Params, Error> {
    ParamsBuilder::new().m_cost(512).build() //~ weak-kdf-cost
}

pub fn slower() -> Result<Params, Error> {
    ParamsBuilder::new().t_cost(4).build()
}

pub fn traded() -> Result<Params, Error> {
    ParamsBuilder::new().m_cost(9 * 1024).t_cost(4).p_cost(1).build()
}
