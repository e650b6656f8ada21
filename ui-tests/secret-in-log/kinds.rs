//@ dep: tracing = "0.1"
//@ dep: kafka-protocol = "0.10"
//! The key of an interface that is the kind of a request, and one that opens it.

use kafka_protocol::messages::ApiKey;
use tracing::debug;

pub fn read(number: i16) -> bool {
    let Ok(api_key) = ApiKey::try_from(number) else { return false };
    debug!("request of the kind {:?}", api_key);
    api_key == ApiKey::MetadataKey
}

pub fn call(api_key: &str) -> bool {
    debug!("calling with {:?}", api_key); //~ secret-in-log
    api_key == "none"
}
