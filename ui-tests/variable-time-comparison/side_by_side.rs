//@ dep: hmac-sha256 = "1"
//@ dep: hex = "0.4"
//! Byte strings that are gone through side by side in the function that made one of them.

pub struct Mac {
    key: Vec<u8>,
}

impl Mac {
    fn tag(&self, body: &[u8]) -> [u8; 32] {
        hmac_sha256::HMAC::mac(body, &self.key)
    }

    pub fn is_genuine(&self, body: &[u8], given: &[u8]) -> bool {
        let ours = self.tag(body);
        for (a, b) in ours.iter().zip(given) {
            //~^ variable-time-comparison
            if a != b {
                return false;
            }
        }
        true
    }

    pub fn is_genuine_too(&self, body: &[u8], given: &[u8]) -> bool {
        self.tag(body).iter().zip(given.iter()).all(|(a, b)| a == b) //~ variable-time-comparison
    }

    pub fn is_genuine_text(&self, body: &[u8], given: &str) -> bool {
        hex::encode(self.tag(body)).eq_ignore_ascii_case(given) //~ variable-time-comparison
    }

    pub fn goes_to_the_end(&self, body: &[u8], given: &[u8]) -> bool {
        let ours = self.tag(body);
        let mut difference = 0;
        for (a, b) in ours.iter().zip(given) {
            difference |= a ^ b;
        }
        ours.len() == given.len() && difference == 0
    }
}

pub fn starts_alike(left: &str, right: &str) -> usize {
    left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count()
}

pub fn same_pixels(left: &[u8], right: &[u8]) -> bool {
    left.iter().zip(right).all(|(a, b)| a == b)
}

pub fn header_is(name: &str) -> bool {
    name.eq_ignore_ascii_case("x-request-id")
}
