//@ dep: hmac-sha256 = "1"
//! Loops that are written by hand.

fn leaves_early(a: &[u8], b: &[u8]) -> bool {
    for (x, y) in a.iter().zip(b) {
        if x != y {
            return false;
        }
    }
    true
}

fn goes_to_the_end(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut difference = 0;
    for (x, y) in a.iter().zip(b) {
        difference |= x ^ y;
    }
    difference == 0
}

pub fn verify(key: &[u8], body: &[u8], tag: &[u8]) -> bool {
    let made = hmac_sha256::HMAC::mac(body, key);
    leaves_early(&made, tag) //~ variable-time-comparison
}

pub fn verify_carefully(key: &[u8], body: &[u8], tag: &[u8]) -> bool {
    let made = hmac_sha256::HMAC::mac(body, key);
    goes_to_the_end(&made, tag)
}

pub fn same_picture(left: &[u8], right: &[u8]) -> bool {
    leaves_early(left, right)
}
