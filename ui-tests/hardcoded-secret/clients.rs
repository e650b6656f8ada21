//@ dep: lettre = "0.11"
//@ dep: mongodb = "3"
//@ dep: rumqttc = "0.25"
//@ dep: ssh2 = "0.9"
//@ dep: octocrab = "0.54"
//@ dep: serenity = "0.12"
//@ dep: google-authenticator = "0.4"
//! Constants given to clients of services.

use rumqttc::MqttOptions;
use serenity::model::gateway::GatewayIntents;

const PIN_SECRET: &str = "H7RK2MZQ4TXW5YPB"; //~ hardcoded-secret

pub fn broker(mut options: MqttOptions, name: &str) -> MqttOptions {
    options.set_credentials(name, "vK3!tulip-Harbour"); //~ hardcoded-secret
    options
}

pub fn shell(session: &ssh2::Session) -> Result<(), ssh2::Error> {
    session.userauth_password("deploy", "vK3!tulip-Harbour") //~ hardcoded-secret
}

pub fn code_host() -> octocrab::Result<octocrab::Octocrab> {
    octocrab::OctocrabBuilder::new().personal_token("9f2c71ab04de5588c1").build() //~ hardcoded-secret
}

pub async fn chat() -> serenity::Result<serenity::Client> {
    let intents = GatewayIntents::GUILD_MESSAGES;
    serenity::Client::builder("Njk4Mzk2.Xq2p.zW0c", intents).await //~ hardcoded-secret
}

pub fn second_factor(code: &str) -> bool {
    let authenticator = google_authenticator::GoogleAuthenticator::new();
    authenticator.verify_code(PIN_SECRET, code, 1, 0)
}

pub fn from_environment(session: &ssh2::Session) -> Option<()> {
    session.userauth_password("deploy", &std::env::var("DEPLOY_PASSWORD").ok()?).ok()
}

const BOUNCES: (&str, &str) = ("bounces", "Quai-7-Rotterdam"); //~ hardcoded-secret

pub fn bounces() -> lettre::transport::smtp::authentication::Credentials {
    let (user, word) = BOUNCES;
    lettre::transport::smtp::authentication::Credentials::from((user, word))
}

pub fn archive() -> mongodb::options::Credential {
    mongodb::options::Credential::builder()
        .username("archive".to_string())
        .password("Quai-7-Rotterdam".to_string()) //~ hardcoded-secret
        .build()
}

pub fn archive_of(word: String) -> mongodb::options::Credential {
    mongodb::options::Credential::builder().username("archive".to_string()).password(word).build()
}
