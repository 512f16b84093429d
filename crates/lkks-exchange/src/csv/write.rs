//! Writing: what the form holds, and a list of what it does not.

use super::cell::neutralised;
use super::heading::{DOCUMENT, FACT, Field};
use super::row::scalar;
use lkks::body::Body;
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::organisation::{CertificateKind, DocumentRecord, Evidence, Organisation};
use lkks::register::RegisterData;
use lkks::{Period, Problem, Register};
use std::collections::{BTreeSet, HashMap};

/// The register as CSV, and what CSV cannot hold of it.
///
/// What is written is read back equal by [`read_csv`](crate::read_csv). The rest is in the list,
/// as warnings `not-held` with the path in the register. An entry that would say something else without
/// what cannot be held, such as a certificate without its withdrawal, is left out whole. Of several
/// certificates of a kind, accreditations or memberships the latest is kept.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::write_csv;
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "formed": "2018" },
///     "organisations": [{ "id": "LKS-001", "name": "=HYPERLINK(\"http://example.org\")" }]
/// }"#)?;
/// let (text, lost) = write_csv(&register);
/// assert!(text.contains("'=HYPERLINK"));
/// assert_eq!(lost[0].path, "body.formed");
/// # Ok::<(), lkks::Error>(())
/// ```
pub fn write_csv(register: &Register) -> (String, Vec<Problem>) {
    let data = register.data();
    let mut lost = Lost::default();
    lost.of_register(data);
    let rows = rows(data, &mut lost);
    let documents = names(&rows, |row| &row.documents);
    let facts = names(&rows, |row| &row.facts);
    let mut out = String::new();
    front(data, &mut out);
    let fixed = Field::ALL.iter().map(|field| field.text().to_owned());
    let documented = documents.iter().map(|name| format!("{DOCUMENT}{name}"));
    let told = facts.iter().map(|name| format!("{FACT}{name}"));
    line(fixed.chain(documented).chain(told), &mut out);
    for row in &rows {
        let of = |cells: &HashMap<&str, String>, name: &str| {
            cells.get(name).cloned().unwrap_or_default()
        };
        let fixed = row.fixed.iter().cloned();
        let documented = documents.iter().map(|name| of(&row.documents, name));
        let told = facts.iter().map(|name| of(&row.facts, name));
        let cells = fixed.chain(documented).chain(told);
        line(cells.map(|cell| neutralised(&cell).into_owned()), &mut out);
    }
    (out, lost.problems)
}

/// The cells of one organisation.
struct Row<'a> {
    fixed: Vec<String>,
    documents: HashMap<&'a str, String>,
    facts: HashMap<&'a str, String>,
}

fn names<'a>(
    rows: &[Row<'a>],
    cells: for<'r> fn(&'r Row<'a>) -> &'r HashMap<&'a str, String>,
) -> BTreeSet<&'a str> {
    rows.iter().flat_map(|row| cells(row).keys().copied().collect::<Vec<_>>()).collect()
}

fn rows<'a>(data: &'a RegisterData, lost: &mut Lost) -> Vec<Row<'a>> {
    let mut memberships: HashMap<&str, Period> = HashMap::new();
    for membership in &data.memberships {
        let period = membership.period;
        let latest = memberships.entry(&membership.organisation).or_insert(period);
        if latest.first() < period.first() {
            *latest = period;
        }
    }
    for (index, membership) in data.memberships.iter().enumerate() {
        let path = format!("memberships[{index}]");
        if memberships.get(membership.organisation.as_str()) != Some(&membership.period) {
            lost.at(&path, &membership.organisation);
        } else if let Some(reason) = &membership.reason {
            lost.at(format!("{path}.reason"), reason);
        }
    }
    let all = data.organisations.iter().enumerate();
    all.map(|(index, organisation)| {
        let path = format!("organisations[{index}]");
        let membership = memberships.get(organisation.id.as_str()).copied();
        lost.of_organisation(organisation, &path);
        Row {
            fixed: fixed(organisation, membership, &path, lost),
            documents: documents(organisation, &path, lost),
            facts: facts(organisation, &path, lost),
        }
    })
    .collect()
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn fixed(
    organisation: &Organisation,
    membership: Option<Period>,
    path: &str,
    lost: &mut Lost,
) -> Vec<String> {
    let place = organisation.place.as_ref();
    let mut categories = Vec::new();
    for (index, service) in organisation.services.iter().enumerate() {
        let path = format!("{path}.services[{index}]");
        lost.some(format!("{path}.setting"), service.setting);
        lost.some(format!("{path}.capacity"), service.capacity);
        match service.period {
            Some(_) => lost.at(&path, service.category),
            None => categories.push(service.category.slug()),
        }
    }
    let mut cells = vec![
        organisation.id.clone(),
        organisation.name.clone(),
        text(organisation.legal_form),
        text(organisation.kind),
        text(organisation.founded),
        text(place.map(|place| &place.region)),
        text(place.and_then(|place| place.rw).map(|rw| rw.get())),
        text(place.and_then(|place| place.rt).map(|rt| rt.get())),
        text(place.and_then(|place| place.address.as_ref())),
        categories.join(";"),
        text(membership.map(Period::first)),
        text(membership.and_then(Period::last)),
    ];
    for kind in [CertificateKind::Registration, CertificateKind::OperatingPermit] {
        cells.extend(certificate(organisation, kind, path, lost));
    }
    cells.extend(accreditation(organisation, path, lost));
    cells
}

fn certificate(
    organisation: &Organisation,
    kind: CertificateKind,
    path: &str,
    lost: &mut Lost,
) -> [String; 3] {
    let all = organisation.certificates.iter().enumerate().filter(|(_, c)| c.kind == kind);
    let latest = all.clone().max_by_key(|(_, c)| c.issued.latest()).map(|(index, _)| index);
    let mut cells = <[String; 3]>::default();
    for (index, certificate) in all {
        let path = format!("{path}.certificates[{index}]");
        if Some(index) != latest || certificate.revoked.is_some() {
            lost.at(&path, certificate.number.as_deref().unwrap_or(kind.key()));
            continue;
        }
        lost.some(format!("{path}.issuer"), certificate.issuer.as_ref());
        lost.empty(format!("{path}.number"), certificate.number.as_ref());
        cells = [
            text(certificate.number.as_ref()),
            certificate.issued.to_string(),
            text(certificate.last_day),
        ];
    }
    cells
}

fn accreditation(organisation: &Organisation, path: &str, lost: &mut Lost) -> [String; 5] {
    let all = organisation.accreditations.iter().enumerate();
    let latest = all.clone().max_by_key(|(_, a)| a.decided.latest()).map(|(index, _)| index);
    let mut cells = <[String; 5]>::default();
    for (index, accreditation) in all {
        let path = format!("{path}.accreditations[{index}]");
        if Some(index) != latest || accreditation.revoked.is_some() {
            lost.at(&path, accreditation.decided);
            continue;
        }
        lost.some(format!("{path}.body"), accreditation.body.as_ref());
        lost.some(format!("{path}.source"), accreditation.source.as_ref());
        lost.empty(format!("{path}.number"), accreditation.number.as_ref());
        lost.empty(format!("{path}.grade"), accreditation.grade.as_ref());
        cells = [
            text(accreditation.number.as_ref()),
            text(accreditation.grade.as_ref()),
            text(accreditation.score),
            accreditation.decided.to_string(),
            text(accreditation.last_day),
        ];
    }
    cells
}

/// Of the records of a document the one that counts; one that ends, or of which it is not known from
/// when, would say more without its days and is left out.
fn documents<'a>(
    organisation: &'a Organisation,
    path: &str,
    lost: &mut Lost,
) -> HashMap<&'a str, String> {
    let day = |record: &DocumentRecord| record.issued.or(record.recorded);
    let all = organisation.documents.iter().enumerate();
    let mut cells = HashMap::new();
    for (index, record) in all.clone() {
        let path = format!("{path}.documents[{index}]");
        let of_same = |(_, other): &(usize, &DocumentRecord)| other.document == record.document;
        let latest = all.clone().filter(of_same).max_by_key(|(_, other)| day(other));
        let tied = all.clone().filter(of_same).filter(|(_, other)| day(other) == day(record));
        let is_latest = latest.is_some_and(|(latest, _)| latest == index) && tied.count() == 1;
        if !is_latest || record.last_day.is_some() || record.document.is_empty() {
            lost.at(&path, &record.document);
            continue;
        }
        lost.some(format!("{path}.number"), record.number.as_ref());
        lost.some(format!("{path}.issued"), record.issued);
        lost.some(format!("{path}.recorded"), record.recorded);
        cells.insert(record.document.as_str(), yes_or_no(record.present).to_owned());
    }
    cells
}

/// Of the values of a fact the one that started last; one that ends, or that a cell would show as
/// another value, is left out.
fn facts<'a>(
    organisation: &'a Organisation,
    path: &str,
    lost: &mut Lost,
) -> HashMap<&'a str, String> {
    let all = organisation.evidence.iter().enumerate();
    let mut cells = HashMap::new();
    for (index, evidence) in all.clone() {
        let path = format!("{path}.evidence[{index}]");
        let of_same = |(_, other): &(usize, &Evidence)| other.fact == evidence.fact;
        let latest = all.clone().filter(of_same).max_by_key(|(_, other)| other.from);
        let tied = all.clone().filter(of_same).filter(|(_, other)| other.from == evidence.from);
        let is_latest = latest.is_some_and(|(latest, _)| latest == index) && tied.count() == 1;
        let cell = evidence.value.as_ref().and_then(cell_of);
        match cell {
            Some(cell) if is_latest && evidence.until.is_none() && !evidence.fact.is_empty() => {
                lost.some(format!("{path}.from"), evidence.from);
                lost.some(format!("{path}.source"), evidence.source.as_ref());
                cells.insert(evidence.fact.as_str(), cell);
            }
            _ => lost.at(&path, &evidence.fact),
        }
    }
    cells
}

/// The cell that is read as this value, if there is one.
fn cell_of(value: &Scalar) -> Option<String> {
    let cell = match value {
        Scalar::Boolean(yes) => yes_or_no(*yes).to_owned(),
        Scalar::Number(number) => number.to_string(),
        Scalar::Text(text) => text.clone(),
    };
    (!cell.is_empty() && scalar(&cell) == *value).then_some(cell)
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn front(data: &RegisterData, out: &mut String) {
    let Body { name, level, region, .. } = &data.body;
    let said = [
        ("# notice", data.notice.clone()),
        ("# name", Some(name.clone())),
        ("# level", Some(level.to_string())),
        ("# region", region.as_ref().map(ToString::to_string)),
    ];
    for (about, value) in said.into_iter().filter_map(|(about, value)| Some((about, value?))) {
        line([about.to_owned(), neutralised(&value).into_owned()], out);
    }
}

/// Writes one record; a cell is quoted where it must be.
fn line(cells: impl IntoIterator<Item = String>, out: &mut String) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push('\n');
}

/// What could not be written.
#[derive(Default)]
struct Lost {
    problems: Vec<Problem>,
}

impl Lost {
    fn at(&mut self, path: impl Into<String>, value: impl std::fmt::Display) {
        let problem = Problem::warning(Code::NotHeld).value(value).expected("CSV");
        self.problems.push(problem.at(path));
    }

    fn some(&mut self, path: impl Into<String>, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.at(path, value);
        }
    }

    /// An empty text is not an absent one, but their cells are the same.
    fn empty(&mut self, path: impl Into<String>, value: Option<&String>) {
        self.some(path, value.filter(|value| value.is_empty()));
    }

    fn list<T>(&mut self, path: impl Into<String>, list: &[T]) {
        if !list.is_empty() {
            self.at(path, list.len());
        }
    }

    fn of_register(&mut self, data: &RegisterData) {
        let body = &data.body;
        self.empty("notice", data.notice.as_ref());
        self.empty("body.name", Some(&body.name));
        self.list("body.legal_basis", &body.legal_basis);
        self.some("body.formed", body.formed);
        self.list("body.advisers", &body.advisers);
        self.list("body.figures", &body.figures);
        if !data.regions.is_empty() {
            self.at("regions", data.regions.len());
        }
        self.list("terms", data.terms.as_slice());
        self.list("cases", &data.cases);
        self.list("activities", &data.activities);
    }

    fn of_organisation(&mut self, organisation: &Organisation, path: &str) {
        self.empty(format!("{path}.name"), Some(&organisation.name));
        self.list(format!("{path}.earlier_names"), &organisation.earlier_names);
        let address = organisation.place.as_ref().and_then(|place| place.address.as_ref());
        self.empty(format!("{path}.place.address"), address);
        self.list(format!("{path}.deeds"), &organisation.deeds);
        self.list(format!("{path}.approvals"), &organisation.approvals);
        self.list(format!("{path}.applications"), &organisation.applications);
        self.list(format!("{path}.warnings"), &organisation.warnings);
        self.some(format!("{path}.source"), organisation.source.as_ref());
    }
}
