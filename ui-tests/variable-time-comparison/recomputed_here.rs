// A tag is compared with one that a function makes with the key, wherever the tag was taken out of.
//@ dep: base64 = "0.22"

pub struct Settings {
    pub link_secret: String,
}

fn split(link: &str) -> Option<(&str, &str)> {
    link.split_once('.')
}

fn sign_link(_path: &str, _secret: &str) -> String {
    unknown()
}

pub fn resolve(settings: &Settings, link: &str) -> Result<String, String> {
    let (path, signature) = split(link).ok_or("malformed")?;
    let expected = sign_link(path, &settings.link_secret);
    if signature != expected { //~ variable-time-comparison
        return Err("forged".to_owned());
    }
    Ok(path.to_owned())
}

#[derive(Clone, PartialEq)]
pub struct MembershipTag(Vec<u8>);

impl MembershipTag {
    fn make(_key: &[u8], _message: &[u8]) -> MembershipTag {
        unknown()
    }
}

pub fn accept(membership_key: &[u8], message: &[u8], tag: &MembershipTag) -> Result<(), String> {
    let own_tag = MembershipTag::make(membership_key, message);
    if &own_tag != tag { //~ variable-time-comparison
        return Err("of nobody in the group".to_owned());
    }
    Ok(())
}

/// Both are made here, to see whether the key has changed.
pub fn has_changed(settings: &Settings, before: &Settings, path: &str) -> bool {
    let signature = sign_link(path, &settings.link_secret);
    let earlier = sign_link(path, &before.link_secret);
    signature != earlier
}

/// Says which key it is.
fn key_tag(_key: &[u8]) -> [u8; 4] {
    unknown()
}

pub fn is_for(private_key: &[u8], tag: &[u8; 4]) -> Result<(), String> {
    let own_tag = key_tag(private_key);
    if &own_tag != tag {
        return Err("for another key".to_owned());
    }
    Ok(())
}

/// Of a function no key is known.
fn signature_of(_function: &str) -> String {
    unknown()
}

pub fn same_shape(function: &str, other: &str) -> Result<(), String> {
    let (_, signature) = split(function).ok_or("malformed")?;
    let expected_shape = signature_of(other);
    if signature != expected_shape {
        return Err("takes something else".to_owned());
    }
    Ok(())
}

fn unknown<T>() -> T {
    loop {}
}
