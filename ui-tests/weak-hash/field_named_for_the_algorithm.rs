//@ dep: md5 = "0.7"
//! A field that has the algorithm in its name: whoever defined it chose.

pub struct Part {
    pub body_md5: Option<String>,
    pub digest: Option<String>,
}

pub fn describe(part: &mut Part, body: &[u8]) {
    part.body_md5 = Some(format!("{:x}", md5::compute(body)));
    part.digest = Some(format!("{:x}", md5::compute(body))); //~ weak-hash
}

pub fn parts(body: &[u8]) -> Part {
    let approved_md5 = format!("{:x}", md5::compute(body)); //~ weak-hash
    Part { body_md5: Some(format!("{:x}", md5::compute(body))), digest: Some(approved_md5) }
}
