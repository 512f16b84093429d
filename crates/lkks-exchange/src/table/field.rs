//! What a column of a table may hold, under the headings that lkks itself writes.
//!
//! The keys are those of the plain [CSV](crate::csv) and of a mapping, so that one
//! word names a thing everywhere. Other ways to write a heading are in `heading`.

use lkks::Lang;
use std::fmt;
use std::str::FromStr;

/// Declares the fields: key, heading in Indonesian, heading in English.
macro_rules! fields {
    ($($(#[$meta:meta])* $variant:ident = $key:literal, $id:literal, $en:literal;)*) => {
        /// What a column holds.
        ///
        /// ```
        /// use lkks::Lang;
        /// use lkks_exchange::Field;
        /// assert_eq!(Field::RegistrationLastDay.key(), "registration_last_day");
        /// assert_eq!(Field::Name.heading(Lang::Id), "Nama LKS");
        /// assert_eq!("document:npwp".parse(), Ok(Field::Document("npwp".into())));
        /// assert!("fonded".parse::<Field>().is_err());
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Field {
            $($(#[$meta])* #[doc = $en] $variant,)*
            /// Whether a paper is there, by the name that rule packs give it.
            Document(Box<str>),
            /// What is known of a fact that rule packs ask for.
            Fact(Box<str>),
        }

        impl Field {
            /// Every field but documents and facts, of which there are as many as rules ask for.
            ///
            /// ```
            /// # use lkks_exchange::Field;
            /// assert!(Field::ALL.contains(&Field::Name));
            /// ```
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its key, the same in every language; documents and facts have a name behind it.
            ///
            /// ```
            /// # use lkks_exchange::Field;
            /// assert_eq!(Field::Name.key(), "name");
            /// assert_eq!(Field::Document("npwp".into()).key(), "document:");
            /// ```
            pub const fn key(&self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                    Self::Document(_) => DOCUMENT,
                    Self::Fact(_) => FACT,
                }
            }

            /// The heading that lkks writes over it.
            ///
            /// ```
            /// # use lkks::Lang;
            /// # use lkks_exchange::Field;
            /// assert_eq!(Field::Village.heading(Lang::Id), "Kelurahan/Desa");
            /// assert_eq!(Field::Fact("staff".into()).heading(Lang::En), "fact:staff");
            /// ```
            pub fn heading(&self, lang: Lang) -> String {
                match (self, lang) {
                    $((Self::$variant, Lang::Id) => $id.to_owned(),
                      (Self::$variant, Lang::En) => $en.to_owned(),)*
                    (Self::Document(_) | Self::Fact(_), _) => self.to_string(),
                }
            }
        }
    };
}

/// What stands before the name of a document.
const DOCUMENT: &str = "document:";
/// What stands before the name of a fact.
const FACT: &str = "fact:";

fields! {
    Id = "id", "Pengenal", "Identifier";
    Name = "name", "Nama LKS", "Name";
    LegalForm = "legal_form", "Bentuk Badan", "Legal form";
    Kind = "kind", "Jenis LKS", "Kind of LKS";
    Founded = "founded", "Tanggal Berdiri", "Founded";
    Region = "region", "Kode Wilayah", "Region code";
    Province = "province", "Provinsi", "Province";
    Regency = "regency", "Kabupaten/Kota", "Regency or city";
    District = "district", "Kecamatan", "District";
    Village = "village", "Kelurahan/Desa", "Village";
    Rw = "rw", "RW", "RW";
    Rt = "rt", "RT", "RT";
    Address = "address", "Alamat", "Address";
    Categories = "categories", "Jenis PPKS", "Categories served";
    Setting = "setting", "Dalam/Luar Panti", "Inside or outside";
    Inside = "inside", "Dalam Panti", "Inside an institution";
    Outside = "outside", "Luar Panti", "Outside an institution";
    Capacity = "capacity", "Kapasitas", "Capacity";
    Clients = "clients", "Jumlah Klien", "Clients";
    ClientsMale = "clients_male", "Klien Laki-laki", "Male clients";
    ClientsFemale = "clients_female", "Klien Perempuan", "Female clients";
    Joined = "joined", "Anggota Sejak", "Member since";
    Left = "left", "Anggota Sampai", "Member until";
    Deed = "deed", "Akta Notaris", "Deed";
    DeedNumber = "deed_number", "No. Akta Notaris", "Deed number";
    DeedIssued = "deed_issued", "Tgl. Akta Notaris", "Deed issued";
    Approval = "approval", "SK Kemenkumham", "Ministry of law approval";
    ApprovalNumber = "approval_number", "No. SK Kemenkumham", "Approval number";
    ApprovalIssued = "approval_issued", "Tgl. SK Kemenkumham", "Approval issued";
    Registration = "registration", "Tanda Daftar", "Registration";
    RegistrationNumber = "registration_number", "No. Tanda Daftar", "Registration number";
    RegistrationIssued = "registration_issued", "Tgl. Tanda Daftar", "Registration issued";
    RegistrationLastDay = "registration_last_day", "Tanda Daftar Berlaku s/d", "Registration valid until";
    Permit = "permit", "Izin Operasional", "Operating permit";
    PermitNumber = "permit_number", "No. Izin Operasional", "Permit number";
    PermitIssued = "permit_issued", "Tgl. Izin Operasional", "Permit issued";
    PermitLastDay = "permit_last_day", "Izin Operasional Berlaku s/d", "Permit valid until";
    Accreditation = "accreditation", "Akreditasi", "Accreditation";
    AccreditationNumber = "accreditation_number", "No. Sertifikat Akreditasi", "Accreditation number";
    AccreditationGrade = "accreditation_grade", "Peringkat Akreditasi", "Accreditation grade";
    AccreditationScore = "accreditation_score", "Nilai Akreditasi", "Accreditation score";
    AccreditationDecided = "accreditation_decided", "Tgl. Akreditasi", "Accreditation decided";
    AccreditationLastDay = "accreditation_last_day", "Akreditasi Berlaku s/d", "Accreditation valid until";
    TaxNumber = "tax_number", "NPWP", "Tax number";
    /// The running number of a row, which says nothing of the organisation.
    RowNumber = "row_number", "No", "No";
    /// Known, and kept out of a register, which holds no more of people than it needs.
    Chair = "chair", "Ketua", "Chair";
    /// Known, and not held by a register.
    Phone = "phone", "No. Telp", "Telephone";
    /// Known, and not held by a register.
    Email = "email", "Surel", "E-mail";
    /// Known, and never held by a register.
    NationalIdentityNumber = "national_identity_number", "NIK", "National identity number";
    /// Known, and not held by a register.
    Note = "note", "Keterangan", "Note";
}

impl Field {
    /// What it is called to people, and how a mapping names it.
    ///
    /// ```
    /// # use lkks_exchange::Field;
    /// assert_eq!(Field::Approval.told(), "SK Kemenkumham (approval)");
    /// assert_eq!(Field::Document("profile".into()).told(), "document:profile");
    /// ```
    pub fn told(&self) -> String {
        let (heading, key) = (self.heading(Lang::Id), self.to_string());
        if heading == key { key } else { format!("{heading} ({key})") }
    }

    /// Whether a register has a place for it.
    ///
    /// ```
    /// # use lkks_exchange::Field;
    /// assert!(Field::Founded.is_held());
    /// assert!(!Field::Chair.is_held());
    /// ```
    pub const fn is_held(&self) -> bool {
        !matches!(
            self,
            Self::RowNumber
                | Self::Chair
                | Self::Phone
                | Self::Email
                | Self::NationalIdentityNumber
                | Self::Note
        )
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        match self {
            Self::Document(name) | Self::Fact(name) => f.write_str(name),
            _ => Ok(()),
        }
    }
}

/// A text that names no field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoField;

impl FromStr for Field {
    type Err = NoField;
    fn from_str(text: &str) -> Result<Self, NoField> {
        let named = |prefix| text.strip_prefix(prefix).filter(|name| !name.is_empty());
        if let Some(name) = named(DOCUMENT) {
            return Ok(Self::Document(name.into()));
        }
        if let Some(name) = named(FACT) {
            return Ok(Self::Fact(name.into()));
        }
        Self::ALL.iter().find(|field| field.key() == text).cloned().ok_or(NoField)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_and_headings_name_one_field_each_and_are_read_again() {
        let mut seen = BTreeSet::new();
        for field in Field::ALL {
            assert_eq!(field.key().parse(), Ok(field.clone()));
            for lang in [Lang::Id, Lang::En] {
                assert!(seen.insert((lang.to_string(), field.heading(lang))), "{field}");
            }
        }
        for text in ["document:npwp", "fact:staff"] {
            assert_eq!(text.parse::<Field>().map(|field| field.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("document:".parse::<Field>(), Err(NoField));
    }
}
