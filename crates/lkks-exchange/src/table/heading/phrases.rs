//! Headings that are known as they stand, once abbreviations are written out.

use super::super::field::Field;
use super::words::Words;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column under one of these phrases holds; the words may stand in any order.
const PHRASES: &[(Field, &[&str])] = &[
    (Field::RowNumber, &["nomor", "nomor urut", "urut"]),
    (
        Field::Id,
        &[
            "pengenal",
            "id",
            "kode lembaga",
            "id lembaga",
            "identifier",
            "nomor anggota",
            "nomor induk lembaga",
        ],
    ),
    (
        Field::Name,
        &[
            "nama lembaga",
            "nama",
            "lembaga",
            "nama lembaga panti",
            "nama panti",
            "nama lembaga sosial",
            "nama panti asuhan",
            "nama lembaga kesejahteraan sosial",
            "name",
            "organisation",
            "organization",
            "nama lembaga anggota",
            "nama anggota",
            "nama lengkap lembaga",
            "lembaga kesejahteraan sosial",
            "nama panti sosial",
            "nama lembaga pengelola",
            "nama lembaga panti asuhan",
            "organization name",
            "organisation name",
            "institution name",
        ],
    ),
    (
        Field::LegalForm,
        &[
            "bentuk badan",
            "legal form",
            "bentuk badan hukum",
            "bentuk lembaga",
            "badan hukum",
            "status badan hukum",
            "bentuk hukum",
            "legal status",
        ],
    ),
    (
        Field::Kind,
        &[
            "jenis lembaga",
            "kind lembaga",
            "kind",
            "tipe lembaga",
            "jenis panti",
            "klasifikasi lembaga",
        ],
    ),
    (
        Field::Founded,
        &[
            "tanggal berdiri",
            "founded",
            "tahun berdiri",
            "berdiri",
            "tanggal pendirian",
            "tahun pendirian",
            "berdiri sejak",
            "didirikan",
            "tanggal tahun berdiri",
        ],
    ),
    (
        Field::Region,
        &[
            "kode wilayah",
            "region code",
            "region",
            "kode desa",
            "kode kelurahan",
            "kode kemendagri",
            "wilayah",
        ],
    ),
    (Field::Province, &["provinsi", "province"]),
    (Field::Regency, &["kabupaten kota", "regency or city", "kabupaten", "kota", "regency"]),
    (Field::District, &["kecamatan", "district", "nama kecamatan", "wilayah kecamatan"]),
    (
        Field::Village,
        &[
            "kelurahan desa",
            "village",
            "kelurahan",
            "desa",
            "nama desa kelurahan",
            "nama kelurahan",
        ],
    ),
    (Field::Rw, &["rw"]),
    // One column for both: a cell says `02/05`.
    (Field::Rt, &["rt", "rt rw"]),
    (
        Field::Address,
        &[
            "alamat",
            "address",
            "alamat sekretariat",
            "alamat lengkap",
            "alamat lembaga",
            "sekretariat",
            "alamat panti",
            "alamat jalan",
            "jalan",
            "alamat kantor",
            "alamat domisili",
            "alamat lembaga panti",
        ],
    ),
    (
        Field::Categories,
        &[
            "jenis ppks",
            "categories served",
            "categories",
            "category",
            "jenis layanan",
            "jenis pmks",
            "jenis pelayanan",
            "kategori ppks",
            "bidang layanan",
            "jenis ppks dilayani",
            "jenis layanan ppks",
            "jenis klien",
            "jenis klien dilayani",
            "jenis penerima manfaat",
            "jenis sasaran",
            "bidang pelayanan",
        ],
    ),
    (
        Field::Setting,
        &["dalam luar panti", "inside or outside", "setting", "sistem layanan", "sistem pelayanan"],
    ),
    (
        Field::Inside,
        &[
            "dalam panti",
            "inside institution",
            "inside",
            "klien dalam panti",
            "jumlah klien dalam panti",
        ],
    ),
    (
        Field::Outside,
        &[
            "luar panti",
            "outside institution",
            "outside",
            "klien luar panti",
            "jumlah klien luar panti",
        ],
    ),
    (
        Field::Capacity,
        &["kapasitas", "capacity", "daya tampung", "kapasitas panti", "kapasitas tampung"],
    ),
    (
        Field::Clients,
        &[
            "jumlah klien",
            "clients",
            "nomor clients",
            "jumlah klien dilayani",
            "jumlah ppks",
            "jumlah ppks dilayani",
        ],
    ),
    (Field::ClientsMale, &["klien laki", "male clients"]),
    (Field::ClientsFemale, &["klien perempuan", "female clients"]),
    (
        Field::Joined,
        &[
            "anggota sejak",
            "member since",
            "joined",
            "tanggal masuk",
            "tanggal bergabung",
            "tahun bergabung",
            "menjadi anggota sejak",
            "tanggal menjadi anggota",
            "masuk anggota",
            "tahun masuk",
        ],
    ),
    (
        Field::Left,
        &["anggota sampai", "member sampai", "left", "tanggal keluar", "keluar", "tahun keluar"],
    ),
    (
        Field::TaxNumber,
        &["npwp", "tax nomor", "nomor npwp", "npwp lembaga", "nomor pokok wajib pajak"],
    ),
    (
        Field::Chair,
        &[
            "ketua",
            "chair",
            "pimpinan",
            "nama ketua",
            "nama pimpinan",
            "pengurus",
            "penanggung jawab",
            "ketua pimpinan",
            "nama ketua pimpinan",
            "nama pengurus",
            "ketua lembaga",
            "pimpinan lembaga",
            "nama penanggung jawab",
            "kepala panti",
            "sekretaris",
            "bendahara",
            "pengasuh",
            "contact person",
            "cp",
            "narahubung",
            "pembina",
            "nama ketua lembaga",
            "nama pimpinan lembaga",
            "notaris nama",
        ],
    ),
    (
        Field::Phone,
        &[
            "telepon",
            "nomor telepon",
            "telephone",
            "phone",
            "kontak",
            "nomor kontak",
            "nomor telepon ketua",
            "nomor telepon pengurus",
            "kontak person",
            "ketua telepon",
            "nomor telepon lembaga",
            "fax",
            "telepon fax",
        ],
    ),
    (Field::Email, &["surel", "e mail", "email", "alamat email", "alamat e mail", "pos el"]),
    (
        Field::NationalIdentityNumber,
        &[
            "nik",
            "nik ketua",
            "nomor nik",
            "nomor ktp",
            "national identity nomor",
            "nik pengurus",
            "nomor ktp ketua",
            "nik pimpinan",
        ],
    ),
    (
        Field::Note,
        &["keterangan", "note", "notes", "catatan", "lain", "remarks", "keterangan lain"],
    ),
];

/// Headings that could be one of several things, which the cells below them or the columns beside
/// them may tell apart.
pub(super) const OPEN: &[(&[Field], &[&str])] = &[
    (
        &[Field::Clients, Field::Categories],
        &[
            "penerima manfaat",
            "ppks",
            "pmks",
            "klien",
            "sasaran",
            "sasaran layanan",
            "sasaran pelayanan",
            "sasaran ppks",
            "ppks dilayani",
            "klien dilayani",
            "beneficiaries",
        ],
    ),
    (&[Field::District, Field::Village], &["sub district", "subdistrict"]),
    (
        &[Field::Address, Field::District, Field::Village],
        &["kelurahan kecamatan", "desa kecamatan", "kelurahan desa kecamatan"],
    ),
];

/// Headings of papers that rule packs know, by the names they give them.
pub(super) const DOCUMENTS: &[(&str, &[&str])] = &[
    (
        "domicile_letter",
        &[
            "domisili",
            "surat domisili",
            "surat keterangan domisili",
            "keterangan domisili",
            "sk domisili",
        ],
    ),
    ("statutes_ad_art", &["ad art", "anggaran dasar", "anggaran dasar anggaran rumah tangga"]),
    ("structure", &["struktur lembaga", "struktur", "bagan lembaga"]),
    (
        "officers_list",
        &["susunan pengurus", "daftar pengurus", "sk pengurus", "susunan kepengurusan"],
    ),
    (
        "officers_identity_cards",
        &["ktp pengurus", "ktp ketua sekretaris bendahara", "fotokopi ktp pengurus"],
    ),
    (
        "bank_account",
        &["rekening", "rekening bank", "buku rekening", "nomor rekening", "rekening lembaga"],
    ),
    ("work_programme", &["program kerja", "rencana kerja", "program"]),
    ("profile", &["profil", "profil lembaga", "company profile"]),
    ("activity_reports", &["laporan kegiatan", "laporan", "laporan tahunan"]),
    (
        "social_office_recommendation",
        &["rekomendasi dinas sosial", "rekomendasi dinsos", "rekom dinsos"],
    ),
    ("lkks_recommendation", &["rekomendasi lkks", "rekom lkks", "surat rekomendasi lkks"]),
    ("client_list", &["daftar klien", "daftar penerima manfaat", "daftar anak asuh"]),
    ("photographs", &["foto", "pas foto", "foto kegiatan"]),
    ("inventory", &["inventaris", "daftar inventaris"]),
    ("sworn_statement", &["surat pernyataan", "pernyataan bermeterai", "pernyataan bermaterai"]),
    ("founding_letter", &["surat pendirian", "nota pendirian", "surat nota pendirian"]),
    ("application_letter", &["surat permohonan", "permohonan"]),
    ("building_permit", &["imb", "izin mendirikan bangunan", "pbg"]),
];

/// Words that a group heading may consist of without changing what its columns hold.
const NEUTRAL: &[&str] = &[
    "identitas",
    "data",
    "lembaga",
    "alamat",
    "profil",
    "umum",
    "dokumen",
    "legalitas",
    "kelengkapan",
    "tempat",
    "lokasi",
    "kedudukan",
    "status",
    "panti",
    "perizinan",
    "administrasi",
    "berkas",
    "sekretariat",
    "kesejahteraan",
    "sosial",
    "informasi",
    "legal",
    "hukum",
    "badan",
    "wilayah",
    "nama",
    "keterangan",
    "sistem",
    "jenis",
    "layanan",
    "pelayanan",
];

/// The fields of the phrases, by their words in order.
static BY_WORDS: LazyLock<HashMap<String, Vec<Field>>> = LazyLock::new(|| {
    let fields = PHRASES.iter().flat_map(|(field, phrases)| {
        phrases.iter().map(move |phrase| (in_order(phrase.split(' ')), vec![field.clone()]))
    });
    let documents = DOCUMENTS.iter().flat_map(|(name, phrases)| {
        let fields = vec![Field::Document((*name).into())];
        phrases.iter().map(move |phrase| (in_order(phrase.split(' ')), fields.clone()))
    });
    let open = OPEN.iter().flat_map(|(fields, phrases)| {
        phrases.iter().map(move |phrase| (in_order(phrase.split(' ')), fields.to_vec()))
    });
    documents.chain(fields).chain(open).collect()
});

fn in_order<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    // `Nama LKS/Panti/Yayasan`: twice the same.
    words.dedup();
    words.join(" ")
}

/// The fields that a whole phrase may name, whatever the order of its words.
pub(super) fn fields(words: &Words) -> Option<Vec<Field>> {
    BY_WORDS.get(&in_order(words.iter())).cloned()
}

/// Whether a group heading says nothing of its own.
pub(super) fn is_neutral(words: &Words) -> bool {
    words.iter().all(|word| NEUTRAL.contains(&word))
}

/// Every word of a phrase.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let fields = PHRASES.iter().flat_map(|(_, phrases)| *phrases);
    let documents = DOCUMENTS.iter().flat_map(|(_, phrases)| *phrases);
    let open = OPEN.iter().flat_map(|(_, phrases)| *phrases);
    fields
        .chain(documents)
        .chain(open)
        .flat_map(|phrase| phrase.split(' '))
        .chain(NEUTRAL.iter().copied())
}

#[cfg(test)]
#[path = "../../../tests/golden/mod.rs"]
mod golden;

#[cfg(test)]
mod tests {
    use super::*;
    use lkks::RuleBook;
    use std::collections::BTreeSet;

    #[test]
    fn a_phrase_names_one_field() {
        let mut seen = BTreeSet::new();
        let phrases = PHRASES.iter().flat_map(|(_, phrases)| *phrases);
        let open = OPEN.iter().flat_map(|(_, phrases)| *phrases);
        let documents = DOCUMENTS.iter().flat_map(|(_, phrases)| *phrases);
        for phrase in phrases.chain(documents).chain(open) {
            let mut words: Vec<&str> = phrase.split(' ').collect();
            words.sort_unstable();
            assert!(seen.insert(words.join(" ")), "{phrase} stands twice");
            let folded = Words::of(phrase);
            assert!(fields(&folded).is_some(), "{phrase} is never met: {folded:?}");
        }
    }

    #[test]
    fn every_document_is_one_that_a_rule_pack_knows() {
        let rules = RuleBook::indonesia().to_json();
        for (name, _) in DOCUMENTS {
            assert!(rules.contains(&format!("\"{name}\"")), "{name}");
        }
    }

    /// The table of READING.md: what a column holds, its heading in both languages, and what else
    /// it is called.
    #[test]
    fn the_page_lists_every_heading() {
        use lkks::Lang;
        use std::fmt::Write;
        let mut table = "| field | heading | also |\n| --- | --- | --- |\n".to_owned();
        for (field, phrases) in PHRASES {
            let (id, en) = (field.heading(Lang::Id), field.heading(Lang::En));
            writeln!(table, "| `{field}` | {id}; {en} | {} |", phrases.join(", ")).unwrap();
        }
        for (name, phrases) in DOCUMENTS {
            writeln!(table, "| `document:{name}` | | {} |", phrases.join(", ")).unwrap();
        }
        for (fields, phrases) in OPEN {
            let fields: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
            writeln!(table, "| {}? | | {} |", fields.join(" or "), phrases.join(", ")).unwrap();
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../READING.md");
        let page = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        let (before, rest) = page.split_once("<!-- headings").unwrap();
        let (mark, rest) = rest.split_once("-->\n").unwrap();
        let (_, after) = rest.split_once("<!-- end -->").unwrap();
        let now = format!("{before}<!-- headings{mark}-->\n{table}<!-- end -->{after}");
        golden::stands(path.as_ref(), now);
    }
}
