//@ dep: sqlx = "0.8"
//! Numbers that tests store are made up.

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn stores() {
        let card_number = "4111111111111111".to_owned();
        let _ = sqlx::query("INSERT INTO cards (number) VALUES ($1)").bind(card_number);
    }
}

pub async fn count() {
    let _ = sqlx::query("SELECT count(*) FROM cards");
}
