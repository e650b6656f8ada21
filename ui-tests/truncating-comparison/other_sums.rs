//! Two byte strings side by side for other reasons.

pub fn mask(data: &mut [u8], key: &[u8]) {
    for (byte, k) in data.iter_mut().zip(key.iter().cycle()) {
        *byte ^= k;
    }
}

pub fn distance(left: &[u8], right: &[u8]) -> u32 {
    left.iter().zip(right).map(|(a, b)| (a ^ b).count_ones()).sum()
}

pub fn common_beginning(left: &str, right: &str) -> usize {
    left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count()
}

pub fn union(left: &mut [u8], right: &[u8]) {
    for (a, b) in left.iter_mut().zip(right) {
        *a |= b;
    }
}
