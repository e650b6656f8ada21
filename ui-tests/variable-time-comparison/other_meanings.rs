//! Words that mean something else elsewhere.

pub struct Piece {
    pub key: String,
    pub code: u16,
    pub mac_address: [u8; 6],
    pub digest: String,
}

pub fn same_place(one: &Piece, other: &Piece, status_code: u16) -> bool {
    one.key == other.key
        && one.code == status_code
        && one.mac_address == other.mac_address
        && one.digest == other.digest
}

pub fn is_hotkey(pressed_key: char, key_code: u32) -> bool {
    pressed_key == 'q' || key_code == 27
}
