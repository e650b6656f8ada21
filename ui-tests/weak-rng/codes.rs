//@ dep: fastrand = "2"
//! Codes that are drawn to be typed by somebody, several at once too.

pub fn recovery_codes() -> Vec<String> {
    let mut rng = fastrand::Rng::new(); //~ weak-rng
    (0..8).map(|_| format!("{:05}", rng.u32(0..100_000))).collect()
}

pub fn one_time_code() -> String {
    format!("{:06}", fastrand::u32(0..1_000_000)) //~ weak-rng
}

pub fn new_pin() -> String {
    format!("{:04}", fastrand::u32(0..10_000)) //~ weak-rng
}

pub fn color_codes() -> Vec<String> {
    (0..8).map(|_| format!("#{:06x}", fastrand::u32(0..0x100_0000))).collect()
}

pub fn pinned_page() -> u32 {
    fastrand::u32(1..9)
}
