//! The columns of the template, what is said of each, and an example.

use crate::table::field::Field;
use crate::value::{kind, legal_form, setting};
use lkks::Lang;
use lkks::category::Category;
use lkks::message::Text;
use lkks::organisation::{Kind, LegalForm, Setting};

/// A column that is asked for.
pub(super) struct Asked {
    pub(super) field: Field,
    pub(super) about: Text,
    pub(super) example: String,
}

impl Asked {
    /// What is said of it, in both languages.
    pub(super) fn note(&self) -> String {
        let mut note = both(self.about);
        if let Field::Document(name) | Field::Fact(name) = &self.field {
            note = format!("{name}\n{note}");
        }
        note
    }
}

/// A text in both languages.
pub(super) fn both(text: Text) -> String {
    format!("{}\n\n{}", text.template(Lang::Id), text.template(Lang::En))
}

/// The columns of a template that asks for these papers too.
pub(super) fn asked(documents: &[String]) -> Vec<Asked> {
    let category = Category::all().nth(1).map_or("", |category| category.name(Lang::Id));
    let columns: [(Field, Text, &str); 33] = [
        (Field::Id, Text::NoteId, "LKS-001"),
        (Field::Name, Text::NoteName, "Yayasan Contoh"),
        (Field::Kind, Text::NoteKind, kind::word(Kind::Lksa)),
        (Field::LegalForm, Text::NoteLegalForm, legal_form::word(LegalForm::Yayasan)),
        (Field::Founded, Text::NoteFounded, "3 Maret 2010"),
        (Field::District, Text::NoteDistrict, "Pekalongan Utara"),
        (Field::Village, Text::NoteVillage, "Krapyak"),
        (Field::Rw, Text::NoteNeighbourhood, "4"),
        (Field::Rt, Text::NoteNeighbourhood, "2"),
        (Field::Address, Text::NoteAddress, "Jl. Contoh No. 1"),
        (Field::Categories, Text::NoteCategories, category),
        (Field::Setting, Text::NoteSetting, setting::word(Setting::Inside)),
        (Field::Capacity, Text::NoteCapacity, "40"),
        (Field::ClientsMale, Text::NoteClients, "18"),
        (Field::ClientsFemale, Text::NoteClients, "14"),
        (Field::Joined, Text::NoteJoined, "1 Maret 2018"),
        (Field::Left, Text::NoteLeft, ""),
        (Field::DeedNumber, Text::NotePaperNumber, "12"),
        (Field::DeedIssued, Text::NotePaperIssued, "3 Maret 2010"),
        (Field::ApprovalNumber, Text::NotePaperNumber, "AHU-0012345.AH.01.04.Tahun 2016"),
        (Field::ApprovalIssued, Text::NotePaperIssued, "1 Juni 2016"),
        (Field::TaxNumber, Text::NoteTaxNumber, "01.234.567.4-501.000"),
        (Field::RegistrationNumber, Text::NotePaperNumber, "460/012/2023"),
        (Field::RegistrationIssued, Text::NoteCertificateIssued, "7 Maret 2023"),
        (Field::RegistrationLastDay, Text::NoteCertificateLastDay, "6 Maret 2026"),
        (Field::PermitNumber, Text::NotePaperNumber, "503/007/2022"),
        (Field::PermitIssued, Text::NoteCertificateIssued, "17 Agustus 2022"),
        (Field::PermitLastDay, Text::NoteCertificateLastDay, ""),
        (Field::AccreditationNumber, Text::NotePaperNumber, "001/BALKS/2024"),
        (Field::AccreditationGrade, Text::NoteGrade, "B"),
        (Field::AccreditationScore, Text::NoteScore, "84,5"),
        (Field::AccreditationDecided, Text::NoteCertificateIssued, "9 April 2024"),
        (Field::AccreditationLastDay, Text::NoteCertificateLastDay, ""),
    ];
    let columns = columns.into_iter();
    let columns =
        columns.map(|(field, about, example)| Asked { field, about, example: example.to_owned() });
    let documents = documents.iter().filter(|name| !name.is_empty()).map(|name| Asked {
        field: Field::Document(name.as_str().into()),
        about: Text::NoteDocument,
        example: crate::value::presence::Presence::Yes.word().to_owned(),
    });
    columns.chain(documents).collect()
}
