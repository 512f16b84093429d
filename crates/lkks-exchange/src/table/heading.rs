//! What the headings of a column, from its group down to itself, say that it holds.
//!
//! A heading is taken apart into [words](words), and these are matched with fixed [phrases](phrases)
//! and with a small [grammar](grammar) of papers: which paper (tanda daftar, akta …) and what of it
//! (number, day, last day …). What could be two things is asked, never chosen.

mod grammar;
mod phrases;
mod words;

use super::field::Field;
use words::Words;

/// What a heading says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// This field.
    Certain(Field),
    /// This field, if slips of spelling in it are mended.
    Mended(Field),
    /// One of these fields.
    Choice(Vec<Field>),
    /// Nothing that is known.
    Unknown,
    /// Nothing, since the user says to pass over it.
    PassedOver,
}

/// What headings say as they stand, from the group above down to the column's own.
pub(crate) fn as_written(levels: &[&str]) -> Heading {
    if let [own] = levels
        && let Ok(field) = own.trim().parse()
    {
        return Heading::Certain(field);
    }
    plain(&words(levels))
}

/// What headings that say nothing as they stand may say if slips of spelling in them are mended.
pub(crate) fn with_slips(levels: &[&str]) -> Heading {
    mended(&words(levels))
}

/// What a heading counts that says no more than `L`, `P` or `Jumlah`.
pub(crate) fn sex_or_sum(text: &str) -> Option<Field> {
    grammar::sex_or_sum(&Words::of(text))
}

fn words(levels: &[&str]) -> Vec<Words> {
    levels.iter().map(|level| Words::of(level)).collect()
}

fn plain(levels: &[Words]) -> Heading {
    let Some((own, groups)) = levels.split_last() else { return Heading::Unknown };
    let all: Words = levels.iter().flat_map(|level| level.iter()).collect();
    let neutral = groups.iter().all(phrases::is_neutral);
    // The whole first: under `Ketua`, `Nama` is not the name of the organisation.
    let whole = phrases::fields(&all).or_else(|| grammar::field(&all));
    let own = || phrases::fields(own).or_else(|| grammar::field(own));
    match whole.or_else(|| own().filter(|_| neutral)) {
        Some(mut fields) if fields.len() == 1 => {
            fields.pop().map_or(Heading::Unknown, Heading::Certain)
        }
        Some(fields) => Heading::Choice(fields),
        None => Heading::Unknown,
    }
}

/// What they say with slips of spelling mended.
fn mended(levels: &[Words]) -> Heading {
    let mended: Vec<Words> = levels.iter().map(words::mended).collect();
    if mended == levels {
        return Heading::Unknown;
    }
    match plain(&mended) {
        Heading::Certain(field) => Heading::Mended(field),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(levels: &[&str]) -> Heading {
        match as_written(levels) {
            Heading::Unknown => with_slips(levels),
            known => known,
        }
    }

    fn one(text: &str) -> Heading {
        heading(&[text])
    }

    #[test]
    fn every_heading_of_ours_is_known_in_both_languages() {
        for field in Field::ALL {
            for lang in [lkks::Lang::Id, lkks::Lang::En] {
                let text = field.heading(lang);
                assert_eq!(one(&text), Heading::Certain(field.clone()), "{text}");
                assert_eq!(one(&text.to_uppercase()), Heading::Certain(field.clone()), "{text}");
            }
            assert_eq!(one(field.key()), Heading::Certain(field.clone()));
        }
    }

    #[test]
    fn headings_in_the_wild_are_known() {
        use Field::*;
        for (text, field) in [
            ("No.", RowNumber),
            ("NO", RowNumber),
            ("No. Urut", RowNumber),
            ("NAMA LEMBAGA", Name),
            ("Nama Yayasan/Panti", Name),
            ("Nama LKS/ORSOS", Name),
            ("Nama  Organisasi\nSosial", Name),
            ("Alamat Sekretariat", Address),
            ("Alamat Lengkap", Address),
            ("Kec.", District),
            ("Kel.", Village),
            ("Kelurahan / Desa", Village),
            ("Desa/Kel", Village),
            ("Pimpinan", Chair),
            ("Nama Ketua", Chair),
            ("No. Telp/HP", Phone),
            ("Akta Notaris (No/Tgl)", Deed),
            ("Akte Notaris", Deed),
            ("No. Akta", DeedNumber),
            ("Tgl Akta", DeedIssued),
            ("SK Kemenkumham", Approval),
            ("SK. Menkumham", Approval),
            ("No. dan Tgl. SK Kemenkumham", Approval),
            ("No. Tanda Daftar", RegistrationNumber),
            ("STP", Registration),
            ("STPU", Registration),
            ("SIOP", Permit),
            ("Ijin Operasional", Permit),
            ("Tanda Daftar Berlaku s/d", RegistrationLastDay),
            ("Masa Berlaku Ijin Operasional", PermitLastDay),
            ("Akreditasi", Accreditation),
            ("Status Akreditasi", Accreditation),
            ("Peringkat", AccreditationGrade),
            ("Nilai", Accreditation),
            ("Th. Akreditasi", AccreditationDecided),
            ("Tahun Akreditasi", AccreditationDecided),
            ("Jenis Layanan", Categories),
            ("Jenis PPKS", Categories),
            ("Jml Klien", Clients),
            ("Jumlah klien yang dilayani", Clients),
            ("Jumlah Penerima Manfaat", Clients),
            ("Jumlah PPKS", Clients),
            ("Jenis PMKS yang ditangani", Categories),
            ("Number of Clients", Clients),
            ("Category", Categories),
            ("Legal Status", LegalForm),
            ("Accredited On", AccreditationDecided),
            ("Jenis Penerima Manfaat", Categories),
            ("Nama Lembaga/Panti/Yayasan", Name),
            ("Nama Panti / LKS / Yayasan", Name),
            ("Jumlah Warga Binaan", Clients),
            ("Dalam Panti", Inside),
            ("Luar Panti", Outside),
            ("Ket.", Note),
            ("Thn Berdiri", Founded),
            ("Domisili", Document("domicile_letter".into())),
            ("AD/ART", Document("statutes_ad_art".into())),
            ("Rekening Bank", Document("bank_account".into())),
            ("Rek. Bank", Document("bank_account".into())),
            ("Prog. Kerja", Document("work_programme".into())),
            ("Email", Email),
            ("NIK Ketua", NationalIdentityNumber),
        ] {
            assert_eq!(one(text), Heading::Certain(field), "{text}");
        }
    }

    #[test]
    fn a_group_above_completes_a_heading() {
        use Field::*;
        for (group, own, field) in [
            ("Jumlah Klien", "L", ClientsMale),
            ("Jumlah Warga Binaan", "P", ClientsFemale),
            ("Jml Anak Asuh", "Jml", Clients),
            ("Tanda Daftar", "Nomor", RegistrationNumber),
            ("Tanda Daftar", "Tanggal", RegistrationIssued),
            ("Tanda Daftar", "Masa Berlaku s/d", RegistrationLastDay),
            ("Akreditasi", "Peringkat", AccreditationGrade),
            ("Akreditasi", "Tahun", AccreditationDecided),
            ("Akreditasi", "Nilai", AccreditationScore),
            ("Alamat", "Kelurahan", Village),
            ("Alamat", "Jalan", Address),
            ("Ketua", "Nama", Chair),
            ("Legalitas", "NPWP", TaxNumber),
            ("Data Lembaga", "Nama", Name),
            ("Akta Notaris", "No", DeedNumber),
            ("Sistem Layanan", "Dalam Panti", Inside),
            ("Jenis Pelayanan", "Luar Panti", Outside),
        ] {
            assert_eq!(heading(&[group, own]), Heading::Certain(field), "{group} > {own}");
        }
    }

    #[test]
    fn what_could_be_two_things_is_asked() {
        use Field::*;
        let papers = [Approval, Registration, Permit, Accreditation];
        assert_eq!(one("No. Tgl. SK"), Heading::Choice(papers.to_vec()));
        let ends = [RegistrationLastDay, PermitLastDay, AccreditationLastDay];
        for text in ["Masa Berlaku s/d", "Berlaku sampai dengan", "Masa Berlaku", "s.d."] {
            assert_eq!(one(text), Heading::Choice(ends.to_vec()), "{text}");
        }
        assert!(matches!(one("Tanggal"), Heading::Choice(_)));
        for text in ["Penerima Manfaat", "PPKS", "PMKS", "Klien", "Sasaran", "PPKS yang dilayani"] {
            assert_eq!(one(text), Heading::Choice(vec![Clients, Categories]), "{text}");
        }
        for text in ["Sub-district", "Subdistrict"] {
            assert_eq!(one(text), Heading::Choice(vec![District, Village]), "{text}");
        }
        for text in ["Kel/Kec", "Kel./Kec.", "Desa/Kecamatan"] {
            assert_eq!(one(text), Heading::Choice(vec![Address, District, Village]), "{text}");
        }
    }

    #[test]
    fn slips_are_mended_and_strangers_are_not() {
        use Field::*;
        for (text, field) in [
            ("Akreditsai", Accreditation),
            ("Kecamtan", District),
            ("Nama Lembga", Name),
            ("Keluarhan/Desa", Village),
            ("Alamt Sekretariat", Address),
        ] {
            assert_eq!(one(text), Heading::Mended(field), "{text}");
        }
        for text in ["Warna Cat", "Luas Tanah", "", "  ", "???", "Agama", "Tgl. Penyerahan"] {
            assert_eq!(one(text), Heading::Unknown, "{text}");
        }
        for text in ["LU", "ODK", "L", "P", "Jumlah"] {
            assert_eq!(one(text), Heading::Unknown, "{text}");
        }
        assert_eq!(heading(&["Jumlah Anak", "Dalam Panti", "L"]), Heading::Unknown);
        assert_eq!(heading(&["Notaris", "Kota"]), Heading::Unknown);
        assert_eq!(heading(&[]), Heading::Unknown);
    }
}
