//! Receipts: a hash that anyone can recompute, over the rules, the facts, the day and the outcome.

use crate::canonical::canonical_json;
use crate::decode::{self, Decode};
use crate::message::Code;
use crate::problem::{Error, Problem};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The name of the way a receipt is made; another way will have another name.
pub const RECEIPT_FORMAT: &str = "lkks-receipt-1";

/// A SHA-256 over the canonical JSON (RFC 8785) of a verdict without its receipt.
///
/// A verdict names the rules it applied with their own SHA-256, every fact it found and the day, so
/// the hash covers them all. To recompute it: take the verdict's JSON, remove `receipt`, write it
/// canonically, hash it.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let receipt = verdict.receipt();
/// assert_eq!(receipt.format, lkks::assess::RECEIPT_FORMAT);
/// assert_eq!(receipt.sha256.len(), 64);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// How it was made.
    pub format: String,
    /// The hash, in hexadecimal.
    pub sha256: String,
}

impl Receipt {
    /// The receipt of what `verdict` says.
    pub(crate) fn over<T: Serialize>(verdict: &T) -> Self {
        Self { format: RECEIPT_FORMAT.to_owned(), sha256: sha256_of(verdict) }
    }
}

/// The SHA-256 of the canonical JSON of `value`, in hexadecimal.
pub(crate) fn sha256_of<T: Serialize>(value: &T) -> String {
    let digest = Sha256::digest(canonical_json(value).as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in digest {
        hex.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        hex.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    hex
}

/// The hash that the receipt of the verdict in this JSON text should bear.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let expected = lkks::recompute_receipt(&verdict.to_json())?;
/// assert_eq!(expected, verdict.receipt().sha256);
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `invalid-json`, or `missing-field` when there is no receipt in it.
pub fn recompute_receipt(verdict_json: &str) -> Result<String, Error> {
    let mut tree = decode::tree(verdict_json)?;
    let removed = tree.as_object_mut().and_then(|verdict| verdict.remove("receipt"));
    if removed.is_none() {
        return Err(Problem::error(Code::MissingField).expected("receipt").into());
    }
    Ok(sha256_of(&tree))
}

/// Checks that the verdict in this JSON text bears the hash of what it says.
///
/// ```
/// # use lkks::{Register, RuleBook, verify_receipt};
/// # use lkks::calendar::date;
/// # let register = Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }] }"#)?;
/// let assessment = register.assess(&RuleBook::indonesia(), date(2024, 5, 20)?)?;
/// let json = assessment.verdict("LKS-001")?.to_json();
/// verify_receipt(&json)?;
/// assert!(verify_receipt(&json.replace("Contoh", "Lain")).is_err());
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `receipt-mismatch` where it does not; `invalid-json`, or what is wrong with the form of the receipt.
pub fn verify_receipt(verdict_json: &str) -> Result<(), Error> {
    let expected = recompute_receipt(verdict_json)?;
    let tree = decode::tree(verdict_json)?;
    let receipt = tree.get("receipt").cloned().unwrap_or_default();
    let Receipt { format, sha256: stated } =
        decode::from_tree(receipt).map_err(|error| error.under("receipt"))?;
    if format != RECEIPT_FORMAT {
        let problem = Problem::error(Code::UnsupportedFormat).value(format);
        return Err(problem.expected(RECEIPT_FORMAT).at("receipt.format").into());
    }
    if stated != expected {
        let problem = Problem::error(Code::ReceiptMismatch).value(stated).expected(expected);
        return Err(problem.at("receipt.sha256").into());
    }
    Ok(())
}
