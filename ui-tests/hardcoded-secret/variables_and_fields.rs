//! Variables, fields and the usual conversions.

pub struct Account {
    pub name: String,
    pub password: String,
    pub client_secret: Option<Vec<u8>>,
}

pub fn account() -> Account {
    let api_key = "b1946ac92492d2347c6235b4d2611184".to_string(); //~ hardcoded-secret
    println!("{}", api_key.len());
    Account {
        name: "root".into(),
        password: "Quai-7-Rotterdam".into(), //~ hardcoded-secret
        client_secret: Some(b"Quai-8-Rotterdam".to_vec()), //~ hardcoded-secret
    }
}

pub fn change(account: &mut Account) {
    account.password = String::from("Quai-9-Rotterdam"); //~ hardcoded-secret
}
