//! Two calls are two values.

pub fn matches_pairwise(mut numbers: impl Iterator<Item = u32>) -> bool {
    numbers.next() == numbers.next()
}

pub fn compare_draws(mut draw: impl FnMut() -> u32) -> bool {
    draw() == draw()
}
