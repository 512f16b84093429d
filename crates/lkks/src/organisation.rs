//! An LKS (lembaga kesejahteraan sosial): a foundation, orphanage or association, with the papers
//! it holds and what is known about it, each dated.
//!
//! The types hold what was recorded, not what follows from it: whether a certificate is valid on a
//! day is asked of [`crate::assess`], which knows the rules.

use crate::Decimal;
use crate::calendar::{Date, Period};
use crate::category::Category;
use crate::decode::{Decode, deserialize_by_decode, text_enum};
use crate::facts::Scalar;
use crate::known_date::KnownDate;
use crate::region::Place;
use serde::Serialize;

text_enum! {
    /// The legal form of an organisation.
    ///
    /// ```
    /// use lkks::organisation::LegalForm;
    /// assert_eq!("perkumpulan".parse::<LegalForm>()?, LegalForm::Perkumpulan);
    /// let problem = "yayasn".parse::<LegalForm>().unwrap_err();
    /// assert_eq!(problem.suggestion.as_deref(), Some("yayasan"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum LegalForm {
        /// Yayasan (UU 16/2001 as amended by UU 28/2004): incorporated.
        Yayasan = "yayasan",
        /// Perkumpulan with legal personality: incorporated.
        Perkumpulan = "perkumpulan",
        /// Without legal personality.
        Unincorporated = "unincorporated",
        /// Run by the government or a local government.
        Government = "government",
    }
}

impl LegalForm {
    /// Whether it has legal personality of its own; unknown for an institution of the government.
    ///
    /// ```
    /// use lkks::organisation::LegalForm;
    /// assert_eq!(LegalForm::Yayasan.is_incorporated(), Some(true));
    /// assert_eq!(LegalForm::Unincorporated.is_incorporated(), Some(false));
    /// assert_eq!(LegalForm::Government.is_incorporated(), None);
    /// ```
    pub const fn is_incorporated(self) -> Option<bool> {
        match self {
            Self::Yayasan | Self::Perkumpulan => Some(true),
            Self::Unincorporated => Some(false),
            Self::Government => None,
        }
    }
}

text_enum! {
    /// The kind of LKS, by whom it mainly serves.
    ///
    /// ```
    /// use lkks::organisation::Kind;
    /// assert_eq!("lksa".parse::<Kind>()?, Kind::Lksa);
    /// assert_eq!(Kind::LksLu.key(), "lks-lu");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Kind {
        /// LKSA: children.
        Lksa = "lksa",
        /// LKS-LU: the elderly.
        LksLu = "lks-lu",
        /// LKS for persons with disability.
        LksDisability = "lks-disability",
        /// Any other.
        Other = "other",
    }
}

text_enum! {
    /// Where people are served.
    ///
    /// ```
    /// use lkks::organisation::Setting;
    /// assert_eq!("inside".parse::<Setting>()?, Setting::Inside);
    /// assert_eq!(Setting::ALL, [Setting::Inside, Setting::Outside]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Setting {
        /// Inside an institution (dalam panti).
        Inside = "inside",
        /// Outside it, at home (luar panti).
        Outside = "outside",
    }
}

text_enum! {
    /// What a certificate says its holder is.
    ///
    /// ```
    /// use lkks::organisation::CertificateKind;
    /// assert_eq!("operating-permit".parse::<CertificateKind>()?, CertificateKind::OperatingPermit);
    /// assert_eq!(CertificateKind::Registration.to_string(), "registration");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum CertificateKind {
        /// Tanda daftar (STP, STPU): registered as an LKS.
        Registration = "registration",
        /// Izin operasional (SIOP): permitted to run an institution.
        OperatingPermit = "operating-permit",
    }
}

text_enum! {
    /// What may be applied for.
    ///
    /// ```
    /// use lkks::organisation::ApplicationKind;
    /// assert_eq!("accreditation".parse::<ApplicationKind>()?, ApplicationKind::Accreditation);
    /// assert_eq!(ApplicationKind::ALL.len(), 3);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum ApplicationKind {
        /// A registration certificate.
        Registration = "registration",
        /// An operating permit.
        OperatingPermit = "operating-permit",
        /// Accreditation.
        Accreditation = "accreditation",
    }
}

/// An organisation and everything recorded about it.
///
/// ```
/// use lkks::organisation::{LegalForm, Organisation};
/// let organisation: Organisation = serde_json::from_str(
///     r#"{ "id": "LKS-001", "name": "Yayasan Contoh", "legal_form": "yayasan" }"#,
/// )?;
/// assert_eq!(organisation.legal_form, Some(LegalForm::Yayasan));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organisation {
    /// Its identifier in this register, unique.
    pub id: String,
    /// Its name today.
    pub name: String,
    /// Names it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub earlier_names: Vec<EarlierName>,
    /// Its legal form, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub legal_form: Option<LegalForm>,
    /// Its kind, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub kind: Option<Kind>,
    /// When it was founded, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub founded: Option<KnownDate>,
    /// Where its secretariat is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub place: Option<Place>,
    /// Whom it serves, and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub services: Vec<Service>,
    /// Notarial deeds (akta).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub deeds: Vec<Paper>,
    /// Approvals of the ministry of law (SK Kemenkumham).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub approvals: Vec<Paper>,
    /// Registration certificates and operating permits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub certificates: Vec<Certificate>,
    /// Accreditations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub accreditations: Vec<Accreditation>,
    /// Applications that were lodged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub applications: Vec<Application>,
    /// Warnings it was given by the office that permits it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub warnings: Vec<Warning>,
    /// Documents that were seen, or seen to be absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub documents: Vec<DocumentRecord>,
    /// Anything else the rules may ask: scores, counts, yes or no.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub evidence: Vec<Evidence>,
    /// Where this entry was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

/// A name an organisation no longer bears.
///
/// ```
/// use lkks::organisation::EarlierName;
/// let earlier: EarlierName =
///     serde_json::from_str(r#"{ "name": "Panti Asuhan Contoh", "until": "2016-02-29" }"#)?;
/// assert_eq!(earlier.until.map(|day| day.to_string()).as_deref(), Some("2016-02-29"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EarlierName {
    /// The name.
    pub name: String,
    /// The last day it was borne, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub until: Option<Date>,
}

/// A service: one category of people, inside or outside an institution.
///
/// ```
/// use lkks::organisation::{Service, Setting};
/// let service: Service = serde_json::from_str(
///     r#"{ "category": "anak-telantar", "setting": "inside", "capacity": 40 }"#,
/// )?;
/// assert_eq!(service.category.number(), 2);
/// assert_eq!((service.setting, service.capacity), (Some(Setting::Inside), Some(40)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Service {
    /// Whom it serves (PPKS).
    pub category: Category,
    /// Inside or outside an institution, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub setting: Option<Setting>,
    /// How many people it can serve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub capacity: Option<u32>,
    /// When it was offered; always, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub period: Option<Period>,
}

/// A deed or an approval: its number and day.
///
/// ```
/// use lkks::organisation::Paper;
/// let deed: Paper = serde_json::from_str(r#"{ "number": "12" }"#)?;
/// assert_eq!(deed.number.as_deref(), Some("12"));
/// assert_eq!(deed.issued, None); // its day is not known
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paper {
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub number: Option<String>,
    /// The day it was issued, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub issued: Option<Date>,
}

/// A registration certificate or an operating permit.
///
/// ```
/// use lkks::organisation::{Certificate, CertificateKind};
/// let certificate: Certificate = serde_json::from_str(
///     r#"{ "kind": "registration", "number": "460/12", "issued": "2022-03-01" }"#,
/// )?;
/// assert_eq!(certificate.kind, CertificateKind::Registration);
/// assert_eq!(certificate.last_day, None); // the rules of 1 March 2022 say
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Certificate {
    /// What it says its holder is.
    pub kind: CertificateKind,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub number: Option<String>,
    /// The office that issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub issuer: Option<String>,
    /// When it was issued, as far as it is known: an answer that the missing part would decide is
    /// undetermined.
    pub issued: KnownDate,
    /// The last day it is valid as the certificate itself states it. Where it states none, the
    /// rules in force on the day it was issued say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub last_day: Option<KnownDate>,
    /// When and why it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub revoked: Option<Revocation>,
}

/// An accreditation: a grade from the day it was decided.
///
/// ```
/// use lkks::organisation::Accreditation;
/// let accreditation: Accreditation =
///     serde_json::from_str(r#"{ "decided": "2021-04-09", "grade": "B", "score": "84.5" }"#)?;
/// assert_eq!(accreditation.grade.as_deref(), Some("B"));
/// assert_eq!(accreditation.score.map(|score| score.to_string()).as_deref(), Some("84.5"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accreditation {
    /// The number of its certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub number: Option<String>,
    /// The body that accredited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub body: Option<String>,
    /// The grade, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub grade: Option<String>,
    /// The score it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub score: Option<Decimal>,
    /// When it was decided, as far as it is known: an answer that the missing part would decide is
    /// undetermined.
    pub decided: KnownDate,
    /// The last day it is valid as the certificate itself states it. Where it states none, the
    /// rules under which it was decided say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub last_day: Option<KnownDate>,
    /// When and why it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub revoked: Option<Revocation>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

/// The withdrawal of a certificate or an accreditation.
///
/// ```
/// use lkks::organisation::Certificate;
/// let certificate: Certificate = serde_json::from_str(
///     r#"{ "kind": "operating-permit", "issued": "2022-03-01",
///          "revoked": { "on": "2023-01-15", "reason": "moved away" } }"#,
/// )?;
/// assert_eq!(certificate.revoked.unwrap().on.to_string(), "2023-01-15");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revocation {
    /// The first day it no longer holds.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub reason: Option<String>,
}

/// An application that was lodged.
///
/// ```
/// use lkks::organisation::{Application, ApplicationKind};
/// let application: Application =
///     serde_json::from_str(r#"{ "kind": "accreditation", "lodged": "2024-01-08" }"#)?;
/// assert_eq!(application.kind, ApplicationKind::Accreditation);
/// assert!(application.decided.is_none()); // still pending
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Application {
    /// What was applied for.
    pub kind: ApplicationKind,
    /// The day it was lodged.
    pub lodged: Date,
    /// The day it was decided; absent while it is pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub decided: Option<Date>,
}

/// A written warning.
///
/// ```
/// use lkks::organisation::Warning;
/// let warning: Warning =
///     serde_json::from_str(r#"{ "on": "2023-06-01", "reason": "no annual report" }"#)?;
/// assert_eq!(warning.on.year(), 2023);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "WrittenWarning"))]
pub struct Warning {
    /// The day it was given.
    pub on: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub reason: Option<String>,
}

/// A document that was seen, or seen to be absent.
///
/// Of several records of one document, that with the latest day (issued, else recorded) by the day
/// asked about counts; two of the same day that disagree make the document unknown.
///
/// ```
/// use lkks::organisation::DocumentRecord;
/// let seen: DocumentRecord =
///     serde_json::from_str(r#"{ "document": "domicile_letter", "issued": "2024-01-02" }"#)?;
/// let absent: DocumentRecord =
///     serde_json::from_str(r#"{ "document": "domicile_letter", "present": false }"#)?;
/// assert!(seen.present && !absent.present);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentRecord {
    /// The name of the fact in the rule packs, such as `domicile_letter`.
    pub document: String,
    /// Whether it is there; `false` says that it was looked for and is absent.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    #[decode(default = true)]
    pub present: bool,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub number: Option<String>,
    /// The day it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub issued: Option<Date>,
    /// The last day it is valid, as it states itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub last_day: Option<Date>,
    /// The day from which this is known, where it was not issued then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub recorded: Option<Date>,
}

#[cfg(feature = "schema")]
const fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_yes(present: &bool) -> bool {
    *present
}

/// The value of one fact during a period.
///
/// Of several that hold on a day, that which started last counts; two that started together and
/// disagree make the fact unknown.
///
/// ```
/// use lkks::facts::Scalar;
/// use lkks::organisation::Evidence;
/// let evidence: Evidence = serde_json::from_str(
///     r#"{ "fact": "annual_report", "value": true, "from": "2024-01-31" }"#,
/// )?;
/// assert_eq!(evidence.value, Some(Scalar::Boolean(true)));
/// assert_eq!(evidence.until, None); // it holds until newer evidence
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The name of the fact in the rule packs.
    pub fact: String,
    /// Its value; absent where the fact does not apply to this organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub value: Option<Scalar>,
    /// The first day it holds; always, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub from: Option<Date>,
    /// The last day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub until: Option<Date>,
    /// Who found it, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

deserialize_by_decode!(
    Organisation,
    EarlierName,
    Service,
    Paper,
    Certificate,
    Accreditation,
    Revocation,
    Application,
    Warning,
    DocumentRecord,
    Evidence,
);
