//@ dep: md5 = "0.7"
//! The package `md5` has the library name of the package `md-5`, and other functions.

pub fn approve(plugin: &[u8]) -> [u8; 16] {
    md5::compute(plugin).0 //~ weak-hash
}

pub fn approve_in_pieces(plugin: &[&[u8]]) -> md5::Digest {
    let mut context = md5::Context::new(); //~ weak-hash
    for piece in plugin {
        context.consume(piece);
    }
    context.compute()
}
