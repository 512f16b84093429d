#![allow(missing_docs)]
use lkks_exchange::workbook::*;
use lkks_exchange::*;
fn main() {
    let rows = [
        vec!["Rekap"],
        vec![
            "Nama Lembaga",
            "Thn Berdiri",
            "Jml Klien",
            "Kec.",
            "Agama",
            "SK Kemenkumham",
            "Tgl. Tanda Daftar",
        ],
        vec!["Yayasan Contoh", "Yayasan Contoh", "35 orang"],
    ];
    for drop in [false, true] {
        let mut sheet = Sheet::new("Data");
        for (r, row) in rows.iter().enumerate() {
            for (c, t) in row.iter().enumerate() {
                if drop && r == 2 && c == 2 {
                    continue;
                }
                sheet.push(r as u32, c as u32, Cell::Text(t));
            }
        }
        let body = lkks::body::Body::from_json(
            r#"{ "name": "LKKS Kota Pekalongan", "level": "regency", "region": "33.75" }"#,
        )
        .unwrap();
        let reading = read_workbook(
            Workbook { sheets: vec![sheet], ..Default::default() },
            &ReadOptions {
                body: Some(body),
                joined: Some("2024-05-20".parse().unwrap()),
                ..Default::default()
            },
        )
        .unwrap();
        println!("{}", reading.to_json());
    }
}
