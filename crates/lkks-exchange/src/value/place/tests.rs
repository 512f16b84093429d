use super::*;
use crate::value::text::masked;
use lkks::problem::Severity;
use proptest::prelude::*;

fn part(parts: &[(PlacePart, &'static str)]) -> PlaceParts<'static> {
    let text = |wanted| parts.iter().find(|(part, _)| *part == wanted).map(|(_, text)| *text);
    PlaceParts {
        code: text(PlacePart::Code),
        province: text(PlacePart::Province),
        regency: text(PlacePart::Regency),
        district: text(PlacePart::District),
        village: text(PlacePart::Village),
        rt: text(PlacePart::Rt),
        rw: text(PlacePart::Rw),
        address: text(PlacePart::Address),
    }
}

/// The region, and the problems as `part code`.
fn said(context: &str, parts: &[(PlacePart, &'static str)]) -> (String, Vec<String>) {
    let said = Places::new(context.parse().ok()).resolve(part(parts));
    let problem = |(part, problem): &(PlacePart, Problem)| {
        format!("{part:?} {} {}", problem.severity, problem.code)
    };
    let problems = said.problems.iter().map(problem).collect();
    (said.region.map(|region| region.to_string()).unwrap_or_default(), problems)
}

#[test]
fn a_code_alone_says_where() {
    use PlacePart::*;
    assert_eq!(said("33.75", &[(Code, "3375011002")]), ("33.75.01.1002".into(), vec![]));
    let outside = said("33.75", &[(Code, "33.25.01")]);
    assert_eq!(outside, ("33.25.01".into(), vec!["Code warning place-outside".into()]));
    let none = said("33.75", &[(Code, "Medono")]);
    assert_eq!(none, ("33.75".into(), vec!["Code error invalid-region".into()]));
}

#[test]
fn nothing_said_is_no_place() {
    assert_eq!(said("33.75", &[]), (String::new(), vec![]));
    assert_eq!(said("33.75", &[(PlacePart::Village, " - ")]), (String::new(), vec![]));
    assert_eq!(said("33.75", &[(PlacePart::Address, "Jl. A 3")]), ("33.75".into(), vec![]));
    assert_eq!(said("", &[(PlacePart::Address, "Jl. A 3")]), (String::new(), vec![]));
}

#[cfg(not(feature = "regions"))]
#[test]
fn without_names_a_name_is_told_to_be_unknown() {
    let said = said("33.75", &[(PlacePart::Village, "Medono")]);
    assert_eq!(said, ("33.75".into(), vec!["Village warning unknown-place".into()]));
}

#[cfg(feature = "regions")]
mod with_names {
    use super::*;
    use PlacePart::*;

    #[test]
    fn names_in_context_are_read_without_doubt() {
        for (parts, region) in [
            (&[(Village, "Medono")][..], "33.75.01.1002"),
            (&[(Village, "KEL. MEDONO")], "33.75.01.1002"),
            (&[(Village, "Pasir Kraton Kramat")], "33.75.01.1008"),
            (&[(District, "Kec. Pekalongan Utara")], "33.75.03"),
            (&[(District, "Pklg. Utara")], "33.75.03"),
            (&[(District, "Pkl Utara"), (Village, "Krapyak")], "33.75.03.1002"),
            (&[(Regency, "Kota Pekalongan"), (Village, "Tirto")], "33.75.01.1009"),
            (&[(Regency, "Pekalongan")], "33.75"),
            (&[(Village, "Medono, Pekalongan Barat")], "33.75.01.1002"),
            (&[(Village, "Kel. Medono Kec. Pkl. Barat Kota Pekalongan")], "33.75.01.1002"),
            (&[(District, "Pekalongan Barat, Kota Pekalongan")], "33.75.01"),
            (&[(Province, "Jawa Tengah"), (District, "Pekalongan Timur")], "33.75.02"),
            (&[(Province, "Jateng"), (Regency, "Kodya Pekalongan")], "33.75"),
            (
                &[(Code, "33.75.01"), (District, "Pekalongan Barat"), (Village, "Medono")],
                "33.75.01.1002",
            ),
            (
                &[(Code, "33.75.01.1002"), (Village, "Medono"), (Regency, "Pekalongan")],
                "33.75.01.1002",
            ),
        ] {
            assert_eq!(said("33.75", parts), (region.to_owned(), vec![]), "{parts:?}");
        }
    }

    #[test]
    fn names_in_a_province_or_the_country_are_read_too() {
        for (context, parts, region) in [
            ("33", &[(Regency, "Kab. Pekalongan"), (District, "Tirto")][..], "33.26.15"),
            ("33", &[(Regency, "Kota Smg")], "33.74"),
            ("33", &[(Regency, "Pekalongan"), (District, "Karangdadap")], "33.26.18"),
            ("", &[(Province, "DKI Jakarta"), (Regency, "Jakarta Selatan")], "31.74"),
            (
                "",
                &[(Regency, "Kota Pekalongan"), (District, "Pkl. Barat"), (Village, "Medono")],
                "33.75.01.1002",
            ),
            ("", &[(District, "Pekalongan Barat")], "33.75.01"),
        ] {
            assert_eq!(said(context, parts), (region.to_owned(), vec![]), "{parts:?}");
        }
    }

    #[test]
    fn slips_and_parts_are_read_and_told() {
        for (parts, region) in [
            (&[(Village, "Medonno")][..], "33.75.01.1002"),
            (&[(Village, "Kel. Mednoo")], "33.75.01.1002"),
            (&[(District, "Kec. Pekalngan Utara")], "33.75.03"),
            (&[(Village, "Sapuro")], "33.75.01.1004"),
            (&[(Village, "Kebulen")], "33.75.01.1004"),
            (&[(Village, "Kergon")], "33.75.01.1006"),
            (&[(Village, "Noyontaan")], "33.75.02.1002"),
            (&[(Village, "Kel. Kertoharjo")], "33.75.04.1006"),
            (&[(District, "Utara")], "33.75.03"),
            (&[(Village, "Bendan")], "33.75.01.1006"),
            (&[(Village, "Buaran")], "33.75.04.1003"),
            (&[(Village, "Kradenan")], "33.75.04.1003"),
            (&[(Village, "Kraton")], "33.75.03.1006"),
            (&[(Village, "Medono (belakang pasar)")], "33.75.01.1002"),
            (&[(Village, "Medono RT 3 RW 2")], "33.75.01.1002"),
        ] {
            let (found, problems) = said("33.75", parts);
            assert_eq!(found, region, "{parts:?}");
            let part = parts[0].0;
            assert_eq!(problems, [format!("{part:?} warning doubtful-value")], "{parts:?}");
        }
        let said = Places::new("33.75".parse().ok()).resolve(part(&[(Village, "Sapuro")]));
        let problem = &said.problems[0].1;
        let read = "Sapuro Kebulen, Pekalongan Barat, Kota Pekalongan, Jawa Tengah (33.75.01.1004)";
        assert_eq!(problem.expected.as_deref(), Some(read));
    }

    #[test]
    fn what_could_be_several_is_asked() {
        for (context, parts) in [
            ("33.75", &[(Village, "Kuripan")][..]),
            ("33.75", &[(Village, "Panjang")]),
            ("33.75", &[(District, "Pekalongan")]),
            ("33", &[(Regency, "Pekalongan")]),
            ("33.26", &[(Village, "Karanggondang")]),
        ] {
            let problem = format!("{:?} error ambiguous-place", parts[0].0);
            assert_eq!(said(context, parts), (context.to_owned(), vec![problem]), "{parts:?}");
        }
        for parts in [
            &[(District, "Karanganyar"), (Village, "Karanggondang")][..],
            &[(Village, "Karanggondang"), (Address, "Jl. A 1, Kec. Karanganyar")],
        ] {
            assert_eq!(said("33.26", parts), ("33.26.07.2003".into(), vec![]), "{parts:?}");
        }
        let said = Places::new("33.75".parse().ok()).resolve(part(&[(Village, "Kuripan")]));
        let expected = "Kuripan Kertoharjo, Pekalongan Selatan, Kota Pekalongan, Jawa Tengah (33.75.04.1006); \
                        Kuripan Yosorejo, Pekalongan Selatan, Kota Pekalongan, Jawa Tengah (33.75.04.1008)";
        assert_eq!(said.problems[0].1.expected.as_deref(), Some(expected));
    }

    #[test]
    fn strangers_are_told_with_the_most_alike() {
        let said = Places::new("33.75".parse().ok()).resolve(part(&[(Village, "Kuripan Lor")]));
        let problem = &said.problems[0].1;
        assert_eq!(problem.code.key(), "unknown-place");
        assert_eq!(problem.expected.as_deref(), Some("Kota Pekalongan"));
        assert_eq!(problem.suggestion.as_deref(), Some("Kuripan Yosorejo"));
        assert_eq!(said.region, "33.75".parse().ok());
    }

    #[test]
    fn what_contradicts_itself_is_left_open() {
        for (parts, region, problem) in [
            (
                &[(District, "Pekalongan Utara"), (Village, "Tirto")][..],
                "33.75",
                "Village error place-outside",
            ),
            (
                &[(Code, "33.75.01.1002"), (Village, "Tirto")],
                "33.75.01",
                "Village error place-differs",
            ),
            (&[(Code, "33.75.01"), (Village, "Krapyak")], "33.75", "Village error place-outside"),
            (&[(Code, "33.75"), (Regency, "Kab. Batang")], "33", "Regency error place-differs"),
            (
                &[(Regency, "Kota Pekalongan"), (District, "Warungasem")],
                "33",
                "District error place-outside",
            ),
        ] {
            assert_eq!(
                said("33.75", parts),
                (region.to_owned(), vec![problem.to_owned()]),
                "{parts:?}"
            );
        }
    }

    #[test]
    fn what_lies_outside_of_the_context_is_told() {
        for (parts, region, problem) in [
            (
                &[(Regency, "Kab. Batang"), (District, "Warungasem")][..],
                "33.25.12",
                "Regency warning place-outside",
            ),
            (&[(District, "Warungasem")], "33.25.12", "District warning place-outside"),
            (&[(Province, "Jawa Barat")], "32", "Province warning place-outside"),
            (&[(Regency, "Kab. Atlantis")], "", "Regency error unknown-place"),
            (&[(Regency, "Bandung")], "", "Regency error ambiguous-place"),
        ] {
            assert_eq!(
                said("33.75", parts),
                (region.to_owned(), vec![problem.to_owned()]),
                "{parts:?}"
            );
        }
    }

    #[test]
    fn an_address_says_what_cells_do_not() {
        for (parts, region) in [
            (
                &[(Address, "Jl. Merdeka No. 5 RT 03/RW 02 Kel. Medono Kec. Pekalongan Barat")][..],
                "33.75.01.1002",
            ),
            (&[(Address, "Jl. Merdeka 5 Kel. Medono Pekalongan Barat")], "33.75.01.1002"),
            (
                &[(Address, "Jl. Merdeka 5 Kel. Medono Kec. Pkl. Barat Kota Pekalongan 51111")],
                "33.75.01.1002",
            ),
            (
                &[(District, "Pekalongan Barat"), (Address, "Jl. A 1 Kel. Medono Kec. Pkl Barat")],
                "33.75.01.1002",
            ),
            (
                &[(Village, "Medono"), (Address, "Jl. Kota Lama 4, Kota Pekalongan")],
                "33.75.01.1002",
            ),
            (&[(Address, "Jl. Bandung 3")], "33.75"),
        ] {
            assert_eq!(said("33.75", parts), (region.to_owned(), vec![]), "{parts:?}");
        }
        for (parts, region, problems) in [
            (
                &[(Address, "Jl. A 1, Medono, Pekalongan Barat")][..],
                "33.75.01.1002",
                vec!["note doubtful-value"; 2],
            ),
            (&[(Address, "Kel. Kuripan Lor")], "33.75", vec!["warning unknown-place"]),
            (&[(Address, "Kel. Kuripan")], "33.75", vec!["warning ambiguous-place"]),
            (&[(Address, "Kel. Medono Indah")], "33.75.01.1002", vec!["warning doubtful-value"]),
            (&[(Address, "Jl. A 1, Bandung")], "33.75", vec!["warning place-outside"]),
            (
                &[(Address, "Ds. Masin Kec. Warungasem Kab. Batang")],
                "33.25.12.2008",
                vec!["warning place-outside"],
            ),
            (
                &[(Village, "Medono"), (Address, "Jl. A 1 Kel. Tirto")],
                "33.75.01.1002",
                vec!["warning place-differs"],
            ),
            (
                &[(District, "Pekalongan Utara"), (Address, "Kel. Medono")],
                "33.75.03",
                vec!["warning place-outside"],
            ),
        ] {
            let problems: Vec<_> = problems.iter().map(|text| format!("Address {text}")).collect();
            assert_eq!(said("33.75", parts), (region.to_owned(), problems), "{parts:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// What somebody wrote is taken or told: a name is not passed over.
    #[test]
    fn any_cells_are_a_place_or_a_problem(
        texts in proptest::collection::vec(
            "Kel\\. Medono|Pkl\\. Utara|Kota Pekalongan|Tirto|Kuripan|33\\.75\\.01|-|3375014101900001|[A-Z][a-z]{0,9}|\\PC{0,12}",
            8,
        ),
        context in 0..4_usize,
    ) {
        let context = ["33.75", "33", "33.75.01", ""][context];
        let text = |at: usize| Some(texts[at].as_str());
        let parts = PlaceParts {
            code: text(0), province: text(1), regency: text(2), district: text(3),
            village: text(4), rt: text(5), rw: text(6), address: text(7),
        };
        let mut places = Places::new(context.parse().ok());
        let said = places.resolve(parts);
        prop_assert_eq!(&places.resolve(parts), &said);
        for (cell, part, level) in [
            (parts.province, PlacePart::Province, RegionLevel::Province),
            (parts.regency, PlacePart::Regency, RegionLevel::Regency),
            (parts.district, PlacePart::District, RegionLevel::District),
            (parts.village, PlacePart::Village, RegionLevel::Village),
        ] {
            let is_told = said.problems.iter().any(|(told, _)| *told == part);
            let is_taken = said.region.as_ref().is_some_and(|region| region.at(level).is_some());
            // A cell that agrees may be left open by a contradiction, which a problem tells.
            let is_open = said.problems.iter().any(|(_, problem)| problem.severity == Severity::Error);
            let is_blank = cell.is_none_or(|cell| is_nothing(&clean(cell)));
            prop_assert!(is_blank || is_told || is_taken || is_open, "{:?} {:?}", part, said);
        }
        for (part, problem) in &said.problems {
            prop_assert!(problem.value.is_some());
            let told = problem.value.as_deref().unwrap_or_default();
            prop_assert_eq!(masked(told), None);
            let is_error = problem.severity == Severity::Error;
            prop_assert!(!(is_error && *part == PlacePart::Address), "{:?}", problem);
        }
    }
}
