//@ dep: md5 = "0.7"
//! A comparison that saves work where nothing changed is no check; one that refuses is.

pub struct Sent {
    digest: md5::Digest,
}

pub enum Outcome {
    Same,
    Sent,
}

pub fn send(bytes: &[u8], earlier: Option<&Sent>) -> Result<Outcome, std::io::Error> {
    let digest = md5::compute(bytes);
    if Some(&digest) == earlier.map(|e| &e.digest) {
        return Ok(Outcome::Same);
    }
    std::fs::write("report", bytes)?;
    Ok(Outcome::Sent)
}

pub fn extract(content: &[u8], recorded: &str, place: &std::path::Path) {
    let there = std::fs::read(place).unwrap_or_default();
    let digest = format!("{:x}", md5::compute(&there));
    if digest == recorded {
        println!("as it is");
        return;
    } else {
        println!("writing {}", place.display());
    }
    let _ = std::fs::write(place, content);
}

pub fn refresh(page: &str, known: &mut Sent) {
    let digest = md5::compute(page);
    if digest != known.digest {
        known.digest = digest;
    }
}

pub fn install(program: &[u8], published: &str) -> Result<(), String> {
    let digest = format!("{:x}", md5::compute(program)); //~ weak-hash
    if digest != published {
        return Err("not what was published".to_owned());
    }
    std::fs::write("program", program).map_err(|e| e.to_string())
}

pub fn is_genuine(program: &[u8], published: &str) -> bool {
    let digest = format!("{:x}", md5::compute(program)); //~ weak-hash
    if digest == published {
        return true;
    }
    println!("another program");
    false
}

pub fn start(program: &[u8], published: &str) {
    let digest = format!("{:x}", md5::compute(program)); //~ weak-hash
    if digest != published {
        return;
    }
    println!("starting {published}");
}
