//@ dep: some-compiler = "1"
//! Signatures of functions, and one of a message.

pub struct Source {
    name: String,
}

impl Source {
    pub fn signature(&self) -> String {
        self.name.clone()
    }
}

pub fn check_inherited(source: &Source, item: &some_compiler::Item) -> Option<String> {
    for child in item.children() {
        if source.signature() == child.source.signature() {
            let key = format!("{}.{}", source.name, source.signature());
            return Some(key);
        }
    }
    None
}

pub fn check_message(key: &[u8], given: &str) -> bool {
    let signature = sign(key);
    signature == given //~ variable-time-comparison
}

fn sign(key: &[u8]) -> String {
    format!("{key:?}")
}
