//@ dep: fastrand = "2"
//! In a closure; the variable says what it is for.

pub fn invitations(count: usize) -> Vec<u64> {
    (0..count)
        .map(|_| {
            let invite_token = fastrand::u64(..); //~ weak-rng
            invite_token
        })
        .collect()
}
