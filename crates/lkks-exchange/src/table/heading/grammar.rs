//! Headings of papers: which paper, and what of it.

use super::super::field::Field;
use super::words::Words;

/// A paper that a column may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paper {
    Registration,
    Permit,
    Accreditation,
    Deed,
    Approval,
}

/// What of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aspect {
    /// Its number and day, or whether there is one.
    Whole,
    Number,
    Issued,
    LastDay,
    Grade,
    Score,
}

/// Words that name a paper.
const PAPERS: &[(Paper, &[&str])] = &[
    (
        Paper::Accreditation,
        &["akreditasi", "accreditation", "accredited", "balks", "terakreditasi"],
    ),
    (Paper::Permit, &["izin", "operasional", "siop", "permit", "operating"]),
    (
        Paper::Registration,
        &["daftar", "pendaftaran", "stp", "stpu", "std", "registrasi", "registration", "tdlks"],
    ),
    (Paper::Approval, &["kemenkumham", "ahu", "pengesahan", "approval", "ministry", "law"]),
    (Paper::Deed, &["akta", "notaris", "deed"]),
];

/// Words that say what of it.
const ASPECTS: &[(Aspect, &[&str])] = &[
    (
        Aspect::LastDay,
        &[
            "sampai",
            "berlaku",
            "berakhir",
            "kadaluarsa",
            "kedaluwarsa",
            "tempo",
            "valid",
            "expired",
            "expiry",
            "habis",
        ],
    ),
    (Aspect::Score, &["nilai", "skor", "score"]),
    (Aspect::Grade, &["peringkat", "grade", "predikat"]),
    (Aspect::Number, &["nomor"]),
    (
        Aspect::Issued,
        &["tanggal", "tahun", "terbit", "penetapan", "issued", "decided", "diterbitkan", "on"],
    ),
];

/// Words that change nothing.
const FILLERS: &[&str] = &[
    "sk",
    "surat",
    "tanda",
    "sertifikat",
    "certificate",
    "lembaga",
    "masa",
    "status",
    "hasil",
    "jatuh",
    "dari",
    "pendirian",
    "hukum",
    "badan",
    "ham",
    "kemenkumham",
    "jenis",
    "terakhir",
    "bukti",
    "keterangan",
    "menteri",
];

/// Words for people who are served, and for which of them.
const CLIENTS: &[&str] =
    &["klien", "binaan", "warga", "asuh", "anak", "penghuni", "penerima", "manfaat", "clients"];
const MALE: &[&str] = &["l", "laki", "pria", "male", "putra"];
const FEMALE: &[&str] = &["p", "perempuan", "wanita", "female", "putri"];
const TOTAL: &[&str] = &["jumlah", "banyaknya", "l", "p"];

/// The fields that these words may name: one, several, or none that is known.
pub(super) fn field(words: &Words) -> Option<Vec<Field>> {
    clients(words).map(|field| vec![field]).or_else(|| paper(words))
}

/// What is counted under a single word for a sex, or for the sum of both.
pub(super) fn sex_or_sum(words: &Words) -> Option<Field> {
    let mut words = words.iter();
    let (Some(word), None) = (words.next(), words.next()) else { return None };
    match word {
        "jumlah" => Some(Field::Clients),
        _ if MALE.contains(&word) => Some(Field::ClientsMale),
        _ if FEMALE.contains(&word) => Some(Field::ClientsFemale),
        _ => None,
    }
}

fn clients(words: &Words) -> Option<Field> {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word));
    let only = |lists: &[&[&str]]| words.iter().all(|word| lists.iter().any(|l| l.contains(&word)));
    if !any(CLIENTS) || !only(&[CLIENTS, MALE, FEMALE, TOTAL]) {
        return None;
    }
    match (any(MALE), any(FEMALE)) {
        (true, false) => Some(Field::ClientsMale),
        (false, true) => Some(Field::ClientsFemale),
        _ => any(&["jumlah", "banyaknya", "clients"]).then_some(Field::Clients),
    }
}

fn paper(words: &Words) -> Option<Vec<Field>> {
    let holds = |list: &[&str]| words.iter().any(|word| list.contains(&word));
    let known = |word: &str| {
        FILLERS.contains(&word)
            || PAPERS.iter().any(|(_, list)| list.contains(&word))
            || ASPECTS.iter().any(|(_, list)| list.contains(&word))
    };
    if words.is_empty() || !words.iter().all(known) {
        return None;
    }
    let papers: Vec<Paper> =
        PAPERS.iter().filter(|(_, list)| holds(list)).map(|(paper, _)| *paper).collect();
    let aspects: Vec<Aspect> =
        ASPECTS.iter().filter(|(_, list)| holds(list)).map(|(aspect, _)| *aspect).collect();
    let aspect = match aspects.as_slice() {
        [] | [Aspect::Number, Aspect::Issued] => Aspect::Whole,
        [Aspect::LastDay, ..] => Aspect::LastDay,
        [first, ..] => *first,
    };
    match (papers.as_slice(), aspect) {
        ([paper], _) => of(*paper, aspect).map(|field| vec![field]),
        // `SK Kemenkumham Pengesahan Akta` and such: two papers in one heading.
        ([_, _, ..], _) => several(&papers, aspect),
        ([], Aspect::Grade) => Some(vec![Field::AccreditationGrade]),
        ([], Aspect::Score) => Some(vec![Field::Accreditation]),
        ([], Aspect::Whole | Aspect::Number | Aspect::Issued) => {
            let named = words.has("sk") || words.has("sertifikat") || aspect == Aspect::Issued;
            let all = [Paper::Approval, Paper::Registration, Paper::Permit, Paper::Accreditation];
            if named { several(&all, aspect) } else { None }
        }
        ([], Aspect::LastDay) => {
            several(&[Paper::Registration, Paper::Permit, Paper::Accreditation], aspect)
        }
    }
}

fn several(papers: &[Paper], aspect: Aspect) -> Option<Vec<Field>> {
    let fields: Vec<Field> = papers.iter().filter_map(|paper| of(*paper, aspect)).collect();
    (!fields.is_empty()).then_some(fields)
}

fn of(paper: Paper, aspect: Aspect) -> Option<Field> {
    Some(match (paper, aspect) {
        (Paper::Registration, Aspect::Whole) => Field::Registration,
        (Paper::Registration, Aspect::Number) => Field::RegistrationNumber,
        (Paper::Registration, Aspect::Issued) => Field::RegistrationIssued,
        (Paper::Registration, Aspect::LastDay) => Field::RegistrationLastDay,
        (Paper::Permit, Aspect::Whole) => Field::Permit,
        (Paper::Permit, Aspect::Number) => Field::PermitNumber,
        (Paper::Permit, Aspect::Issued) => Field::PermitIssued,
        (Paper::Permit, Aspect::LastDay) => Field::PermitLastDay,
        (Paper::Accreditation, Aspect::Whole) => Field::Accreditation,
        (Paper::Accreditation, Aspect::Number) => Field::AccreditationNumber,
        (Paper::Accreditation, Aspect::Issued) => Field::AccreditationDecided,
        (Paper::Accreditation, Aspect::LastDay) => Field::AccreditationLastDay,
        (Paper::Accreditation, Aspect::Grade) => Field::AccreditationGrade,
        (Paper::Accreditation, Aspect::Score) => Field::AccreditationScore,
        (Paper::Deed, Aspect::Whole) => Field::Deed,
        (Paper::Deed, Aspect::Number) => Field::DeedNumber,
        (Paper::Deed, Aspect::Issued) => Field::DeedIssued,
        (Paper::Approval, Aspect::Whole) => Field::Approval,
        (Paper::Approval, Aspect::Number) => Field::ApprovalNumber,
        (Paper::Approval, Aspect::Issued) => Field::ApprovalIssued,
        (Paper::Registration | Paper::Permit, Aspect::Grade | Aspect::Score)
        | (Paper::Deed | Paper::Approval, _) => return None,
    })
}

/// Every word that the grammar knows.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let papers = PAPERS.iter().flat_map(|(_, words)| *words);
    let aspects = ASPECTS.iter().flat_map(|(_, words)| *words);
    let people = [CLIENTS, MALE, FEMALE, TOTAL, FILLERS].into_iter().flatten();
    papers.chain(aspects).chain(people).copied()
}
