//! What of a register stands in JSON-LD, and what is listed.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::Register;
use lkks_exchange::write_json_ld;
use serde_json::{Value, json};

fn written(register: &Value) -> (Value, Vec<String>) {
    let register = Register::from_json(&register.to_string()).unwrap();
    let (text, lost) = write_json_ld(&register);
    let paths = lost.into_iter().map(|problem| problem.path).collect();
    (serde_json::from_str(&text).unwrap(), paths)
}

#[test]
fn what_has_a_term_stands_and_what_has_none_is_listed() {
    let (document, lost) = written(&json!({
        "notice": "rekaan",
        "body": { "name": "LKKS", "level": "regency", "region": "33.75", "formed": "2018",
                  "figures": [{ "on": "2018", "what": "members", "count": 1, "source": "s" }] },
        "regions": { "33": "Jawa Tengah", "33.75": "Kota", "33.75.01": "Barat", "33.76": "Lain" },
        "organisations": [{
            "id": "a", "name": "A", "legal_form": "yayasan", "founded": "2010",
            "earlier_names": [{ "name": "Lama", "until": "2015-01-01" }],
            "place": { "region": "33.75.01", "rt": 2, "address": "Jl. Contoh 1" },
            "services": [{ "category": "pengemis", "capacity": 5, "setting": "inside",
                           "period": { "first": "2020-01-01" } }],
            "certificates": [{ "kind": "registration", "issued": "2020-01-01",
                               "revoked": { "on": "2021-01-01" } }],
            "accreditations": [{ "decided": "2021", "grade": "B", "score": "84.5" }],
            "documents": [{ "document": "npwp", "number": "1" },
                          { "document": "profile", "present": false }],
            "evidence": [{ "fact": "staff", "value": 3 }],
            "warnings": [{ "on": "2020-01-01" }]
        }],
        "memberships": [{ "organisation": "a", "period": { "first": "2018-01-01" } }],
        "terms": [{ "id": "t", "name": "T", "period": { "first": "2018-01-01" },
            "offices": [{ "id": "k", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
                        { "id": "w", "title": { "id": "Wakil", "en": "Vice" }, "seats": 1 }],
            "appointments": [{ "person": "X (rekaan)", "office": "k", "cause": "elected",
                               "period": { "first": "2018-01-01" } }] }],
        "cases": [{ "id": "c", "place": { "region": "33.75" }, "category": "pengemis",
                    "steps": [{ "kind": "received", "on": "2020-01-01" }] }]
    }));
    let [body, member] = document["@graph"].as_array().unwrap().as_slice() else { panic!() };
    assert_eq!(body["subOrganization"][0]["member"][0]["roleName"][1]["@value"], "Chair");
    assert_eq!(member["address"]["streetAddress"], "Jl. Contoh 1, RT 002");
    assert_eq!(member["address"]["addressLocality"], "Barat, Kota");
    let held = &member["hasCertification"];
    assert_eq!(held[0]["certificationStatus"], "https://schema.org/CertificationInactive");
    assert_eq!(held[1]["hasMeasurement"]["value"], 84.5);
    assert_eq!(member["memberOf"][0]["memberOf"]["@id"], body["@id"]);
    assert_eq!(
        lost,
        [
            "terms[0].offices[0].seats",
            "terms[0].offices[1]",
            "terms[0].appointments[0].cause",
            "regions.33.76",
            "body.figures",
            "organisations[0].certificates[0].revoked",
            "organisations[0].documents[1]",
            "organisations[0].earlier_names[0].until",
            "organisations[0].evidence",
            "organisations[0].warnings",
            "cases",
        ]
    );
}

#[test]
fn identifiers_are_the_same_whenever_it_is_written_and_differ_between_bodies() {
    let of = |region: &str| {
        let register = json!({ "body": { "name": "LKKS", "level": "regency", "region": region },
                               "organisations": [{ "id": "a", "name": "A" }] });
        written(&register).0["@graph"][1]["@id"].clone()
    };
    assert_eq!(of("33.75"), of("33.75"));
    assert_ne!(of("33.75"), of("33.76"));
}
