//! The taxonomies that attributes speak in.

use super::entity;
use crate::standard::table;
use lkks::category::Category;
use lkks::message::Lang;
use lkks::region::RegionCode;
use serde_json::Value;

/// The taxonomy of what the register records and HSDS has no field for.
pub(super) const OURS: &str = "LKKS";
/// The taxonomy of the people who are served.
pub(super) const PPKS: &str = "PPKS";
/// The taxonomy of administrative regions.
pub(super) const REGIONS: &str = "Kemendagri";

/// A term of [`OURS`]: the code, which is the field's name in the register; the Indonesian name;
/// what it says.
struct Row(&'static str, &'static str, &'static str);

#[rustfmt::skip]
const TABLE: [Row; 32] = [
    Row("body", "Lembaga akreditasi", "The body that accredited"),
    Row("capacity", "Daya tampung", "How many people can be served"),
    Row("count", "Jumlah", "How many"),
    Row("decided", "Tanggal penetapan", "The day it was decided"),
    Row("earlier_names", "Nama terdahulu", "A name that is no longer borne"),
    Row("figures", "Angka yang diterbitkan", "What a published total counts"),
    Row("formed", "Waktu pembentukan", "When the body was formed, as far as it is known"),
    Row("founded", "Tanggal pendirian", "The day of foundation"),
    Row("grade", "Peringkat", "The grade of accreditation"),
    Row("issued", "Tanggal terbit", "The day it was issued"),
    Row("issuer", "Penerbit", "The office that issued it"),
    Row("kind", "Jenis LKS", "The kind of organisation, by whom it mainly serves"),
    Row("last_day", "Berlaku sampai dengan", "The last day it is valid, as it states itself"),
    Row("legal_basis", "Dasar hukum", "A provision that the body rests on"),
    Row("level", "Tingkat", "The level at which the body coordinates"),
    Row("memberships", "Keanggotaan", "A membership in the body, by the register's identifier of the member"),
    Row("notice", "Catatan", "What a reader must know first"),
    Row("on", "Tanggal", "The date it speaks of, as far as it is known"),
    Row("period.first", "Hari pertama", "The first day of the period"),
    Row("period.last", "Hari terakhir", "The last day of the period"),
    Row("present", "Ada", "Whether the document is there"),
    Row("reason", "Alasan", "Why"),
    Row("recorded", "Tanggal pencatatan", "The day from which this is known"),
    Row("region", "Wilayah", "The code of the region that the body coordinates"),
    Row("revoked.on", "Tanggal pencabutan", "The first day it no longer holds"),
    Row("revoked.reason", "Alasan pencabutan", "Why it was withdrawn"),
    Row("score", "Nilai", "The score that the grade rests on"),
    Row("setting", "Dalam atau luar panti", "Inside or outside an institution"),
    Row("source", "Sumber", "Where it was published"),
    Row("until", "Sampai dengan", "The last day"),
    Row("rt", "RT", "The number of the neighbourhood within it (rukun tetangga)"),
    Row("rw", "RW", "The number of the neighbourhood (rukun warga)"),
];

/// The term of [`OURS`] with this code.
pub(super) fn ours(code: &str) -> Value {
    let row = TABLE.iter().find(|Row(known, ..)| *known == code);
    let (name, description) = row.map_or((code, code), |Row(_, name, about)| (*name, *about));
    term(OURS, code, name, description, None)
}

/// A category of people.
pub(super) fn category(category: Category) -> Value {
    term(PPKS, category.slug(), category.name(Lang::Id), category.name(Lang::En), None)
}

/// A region; its code stands for a name that the register does not give.
pub(super) fn region(region: &RegionCode, name: Option<&String>) -> Value {
    let name = name.map_or(region.as_str(), String::as_str);
    let parent = region.parent();
    let parent = parent.map(|parent| entity::term(REGIONS, parent.as_str()));
    term(REGIONS, region.as_str(), name, region.level().key(), parent.map(|id| id.to_string()))
}

fn term(taxonomy: &str, code: &str, name: &str, about: &str, parent: Option<String>) -> Value {
    table([
        ("id", entity::term(taxonomy, code).to_string().into()),
        ("code", code.into()),
        ("name", name.into()),
        ("description", about.into()),
        ("parent_id", parent.into()),
        ("taxonomy", taxonomy.into()),
    ])
}
