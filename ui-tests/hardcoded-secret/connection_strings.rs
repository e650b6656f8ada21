//@ dep: tokio-postgres = "0.7"
//! A password among the pairs of a connection string.

use tokio_postgres::Config;

const REPORTS: &str = "Server=tcp:sql.corp.net,1433;User ID=reports;Password=Quai-7-Rotterdam;Encrypt=true;"; //~ hardcoded-secret

pub fn reports() -> &'static str {
    REPORTS
}

pub fn ledger() -> Config {
    "host=pg.corp.net user=ledger password=Quai-7-Rotterdam sslmode=require".parse().unwrap_or_default() //~ hardcoded-secret
}

pub fn without_password() -> Config {
    "host=pg.corp.net user=ledger sslmode=require".parse().unwrap_or_default()
}

pub fn put_together(password: &str) -> String {
    format!("host=pg.corp.net user=ledger password={password} sslmode=require")
}

pub fn explained() -> &'static str {
    "give it as host=pg.corp.net user=ledger password=Quai-7-Rotterdam"
}

pub fn of_whoever_develops() -> &'static str {
    "host=localhost user=postgres password=postgres"
}
