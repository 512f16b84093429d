//! The words that Popolo leaves to its users: classes of things, schemes, and identifiers.

use lkks::organisation::CertificateKind;

/// What stands before the level in the classification of the body.
pub(super) const BODY: &str = "lkks-";
/// The role of an adviser.
pub(super) const ADVISER: &str = "adviser";
/// The note of a name that is no longer borne, where it is not known until when it was: without a
/// date Popolo's other names may be borne today.
pub(super) const FORMER: &str = "nama terdahulu";
/// What stands before the name of a document in its scheme.
pub(super) const DOCUMENT: &str = "dokumen:";
/// The schemes of papers that have a list of their own, and the list.
pub(super) const PAPERS: [(&str, &str); 2] = [("akta", "deeds"), ("sk-kemenkumham", "approvals")];

pub(super) const TERM: &str = "term";
pub(super) const MUSDA: &str = "musda";
pub(super) const INDUCTION: &str = "induction";

/// The scheme of a certificate's number.
pub(super) const fn scheme(kind: CertificateKind) -> &'static str {
    match kind {
        CertificateKind::Registration => "tanda-daftar",
        CertificateKind::OperatingPermit => "izin-operasional",
    }
}

/// The kind of certificate that this is the scheme of.
pub(super) fn certificate(key: &str) -> Option<CertificateKind> {
    CertificateKind::ALL.iter().copied().find(|kind| scheme(*kind) == key)
}

/// An identifier as a part of a longer one, in which `/` parts.
pub(super) fn part(id: &str) -> String {
    id.replace('%', "%25").replace('/', "%2F")
}

/// The identifier that was made such a part.
pub(super) fn whole(part: &str) -> String {
    part.replace("%2F", "/").replace("%25", "%")
}

/// Whether a text can stand where Popolo wants a URL.
pub(super) fn is_url(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_part_is_whole_again(id in "[a/%25F]{0,8}") {
            prop_assert!(!part(&id).contains('/'));
            prop_assert_eq!(whole(&part(&id)), id);
        }
    }
}
