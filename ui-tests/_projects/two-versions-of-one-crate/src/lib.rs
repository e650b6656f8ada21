//! The same names of two versions: what an item means is that of its own version.

/// Only the older version has the constructor.
pub fn padding_before() -> rsa_before::PaddingScheme {
    rsa_before::PaddingScheme::new_pkcs1v15_encrypt() //~ broken-rsa-padding
}

/// Of the newer one it would be another program's item, and no row holds for it.
pub fn padding() -> rsa::PaddingScheme {
    rsa::PaddingScheme::new_pkcs1v15_encrypt()
}

pub mod costs {
    //! The default of 0.4 is 4096 KiB, that of 0.5 is what is recommended.

    pub fn before() -> argon2_before::Params {
        argon2_before::Params::default()
    }

    pub fn now() -> argon2::Params {
        argon2::Params::default()
    }
}
