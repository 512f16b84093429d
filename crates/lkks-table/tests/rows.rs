//! Tables of any Arrow type, cut and gathered in any way, judged as the row evaluator judges rows.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

mod said;

use arrow_array::builder::{BooleanBuilder, Float64Builder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{DataType, TimeUnit};
use lkks::RuleBook;
use lkks::rules::Subject;
use lkks_table::{Assessor, On, Options, RulePlan};
use proptest::prelude::*;
use proptest::sample::select;
use said::Said;
use std::num::NonZeroUsize;
use std::sync::Arc;

const SCORES: [&str; 8] = [
    "content_score",
    "process_score",
    "graduates_score",
    "teachers_score",
    "facilities_score",
    "management_score",
    "finance_score",
    "assessment_score",
];

fn schools() -> RulePlan {
    let book = RuleBook::indonesia().using("ban-sm-sd").unwrap();
    RulePlan::of(&book, Subject::Accreditation).unwrap()
}

/// A row of a school: its day, its scores, when it was accredited and how.
type Row = (i32, [Option<f64>; 8], Option<i32>, Option<&'static str>);

fn row() -> impl Strategy<Value = Row> {
    let score = prop_oneof![
        1 => Just(None),
        12 => (4_000u32..10_000).prop_map(|n| Some(f64::from(n) / 100.0)),
        3 => (60u32..100).prop_map(|n| Some(f64::from(n))),
        1 => select(vec![Some(-1.0), Some(100.01), Some(f64::NAN), Some(1e12), Some(61.00001)]),
    ];
    let scores = prop::array::uniform8(score);
    let decided = prop::option::of(16_500i32..20_500);
    let grade = prop::option::of(select(vec!["A", "B", "C", "D", "TT", "X"]));
    (16_800i32..20_900, scores, decided, grade)
}

fn batch(rows: &[Row]) -> RecordBatch {
    let mut columns: Vec<(&str, ArrayRef)> =
        vec![("on", Arc::new(Date32Array::from_iter_values(rows.iter().map(|row| row.0))))];
    for (place, name) in SCORES.iter().enumerate() {
        let mut column = Float64Builder::new();
        rows.iter().for_each(|row| column.append_option(row.1[place]));
        columns.push((name, Arc::new(column.finish())));
    }
    let decided: Date32Array = rows.iter().map(|row| row.2).collect();
    let grade: StringArray = rows.iter().map(|row| row.2.and(row.3)).collect();
    columns.push(("accreditation_decided", Arc::new(decided)));
    columns.push(("accreditation_grade", Arc::new(grade)));
    RecordBatch::try_from_iter(columns).unwrap()
}

fn bound(plan: &RulePlan, batch: &RecordBatch, threads: Option<usize>) -> Assessor {
    let mut options = Options::on(On::Column("on".into()));
    options.threads = threads.and_then(NonZeroUsize::new);
    plan.bind(batch.schema_ref(), options).unwrap()
}

fn said(assessor: &Assessor, batch: &RecordBatch) -> Vec<Said> {
    assessor.assess(batch).unwrap().iter().flat_map(said::by_column).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_row_is_judged_as_it_is_explained(rows in prop::collection::vec(row(), 1..60), cut in 0usize..30) {
        let plan = schools();
        let whole = batch(&rows);
        let cut = cut.min(whole.num_rows() - 1);
        // A slice of a larger table, whose sets of nulls start in the middle of a byte.
        let some = whole.slice(cut, whole.num_rows() - cut);
        let assessor = bound(&plan, &some, None);
        for (row, said) in said(&assessor, &some).into_iter().enumerate() {
            let verdict = assessor.explain(&some, row).unwrap();
            prop_assert_eq!(said, said::by_row(Some(&verdict.accreditation)), "row {}", row);
        }
    }
}

/// Rows of every kind, more than two runs of them.
fn many() -> RecordBatch {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let some: Vec<Row> = (0..997).map(|_| row().new_tree(&mut runner).unwrap().current()).collect();
    batch(&(0..150_000).map(|place| some[place % some.len()]).collect::<Vec<_>>())
}

#[test]
fn the_answers_are_the_same_on_any_number_of_threads_and_in_any_batches() {
    let (plan, batch) = (schools(), many());
    let one = bound(&plan, &batch, Some(1)).assess(&batch).unwrap();
    assert_eq!(one.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), [65_536, 65_536, 18_928]);
    for threads in [Some(2), Some(5), None] {
        assert_eq!(bound(&plan, &batch, threads).assess(&batch).unwrap(), one);
    }
    let assessor = bound(&plan, &batch, None);
    let parts = [batch.slice(0, 70_001), batch.slice(70_001, 1), batch.slice(70_002, 79_998)];
    let parts = assessor.assess_all(&parts).unwrap();
    let said = |batches: &[RecordBatch]| -> Vec<Said> {
        batches.iter().flat_map(said::by_column).collect()
    };
    assert!(said(&parts) == said(&one));
}

#[test]
fn numbers_and_days_mean_the_same_in_every_type() {
    let plan = schools();
    let rows: Vec<Row> = (0..40)
        .map(|n: i32| {
            let score = (n % 7 != 0).then(|| f64::from(60 + n));
            (18_000 + n * 40, [score; 8], (n % 3 != 0).then_some(17_000 + n * 30), Some("B"))
        })
        .collect();
    let plain = batch(&rows);
    let expected = said(&bound(&plan, &plain, None), &plain);
    let numbers = [
        DataType::Int8,
        DataType::Int64,
        DataType::UInt16,
        DataType::UInt64,
        DataType::Float16,
        DataType::Float32,
        DataType::Decimal32(5, 2),
        DataType::Decimal64(9, 4),
        DataType::Decimal128(20, 7),
        DataType::Decimal256(40, 2),
        DataType::Utf8,
        DataType::LargeUtf8,
        DataType::Utf8View,
        DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Int32)),
    ];
    let days = [
        DataType::Date64,
        DataType::Timestamp(TimeUnit::Second, None),
        DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into())),
        DataType::Timestamp(TimeUnit::Microsecond, None),
        DataType::Timestamp(TimeUnit::Nanosecond, None),
        DataType::Utf8,
        DataType::LargeUtf8,
        DataType::Utf8View,
    ];
    let words = [
        DataType::LargeUtf8,
        DataType::Utf8View,
        DataType::Dictionary(Box::new(DataType::UInt8), Box::new(DataType::Utf8)),
        DataType::Dictionary(Box::new(DataType::Int64), Box::new(DataType::LargeUtf8)),
    ];
    let changed = |names: &[&str], kind: &DataType| {
        let schema = plain.schema();
        let columns = schema.fields().iter().zip(plain.columns()).map(|(field, column)| {
            let name = field.name().as_str();
            let column = if names.contains(&name) {
                // A text of a whole number, as people write it.
                let whole = if kind.is_string() && field.data_type() == &DataType::Float64 {
                    cast(column, &DataType::Int32).unwrap()
                } else {
                    Arc::clone(column)
                };
                cast(&whole, kind).unwrap()
            } else {
                Arc::clone(column)
            };
            (name.to_owned(), column)
        });
        RecordBatch::try_from_iter(columns.collect::<Vec<_>>()).unwrap()
    };
    let all = numbers.iter().map(|kind| (&SCORES[..], kind));
    let all = all.chain(days.iter().map(|kind| (&["on", "accreditation_decided"][..], kind)));
    for (names, kind) in all.chain(words.iter().map(|kind| (&["accreditation_grade"][..], kind))) {
        let other = changed(names, kind);
        assert_eq!(said(&bound(&plan, &other, None), &other), expected, "{kind}");
    }
}

#[test]
fn midnight_in_the_zone_of_a_column_is_a_day_and_another_moment_is_none() {
    let plan = schools();
    let hours = |hours: i64| -> ArrayRef {
        let moments = arrow_array::TimestampMillisecondArray::from(vec![hours * 3_600_000]);
        Arc::new(moments.with_timezone("Asia/Jakarta"))
    };
    let on = |hour: i64| {
        let batch = RecordBatch::try_from_iter([("on", hours(hour))]).unwrap();
        let answers = bound(&plan, &batch, None).assess(&batch).unwrap().remove(0);
        said::by_column(&answers).remove(0).eligibility
    };
    // Midnight in Jakarta is five in the afternoon of the day before elsewhere.
    assert_eq!(on(18_000 * 24 - 7).as_deref(), Some("eligible"));
    assert_eq!(on(18_000 * 24).as_deref(), Some("invalid"));
}

#[test]
fn every_cell_that_is_wrong_is_told_by_row_and_column() {
    let book = RuleBook::indonesia();
    let plan = RulePlan::of(&book, Subject::Registration).unwrap();
    let mut flags = StringBuilder::new();
    flags.append_value("Ada");
    flags.append_null();
    flags.append_null();
    let mut right = BooleanBuilder::new();
    right.append_values(&[true, true, false], &[true, true, false]).unwrap();
    let days = |days: [Option<&str>; 3]| -> ArrayRef { Arc::new(StringArray::from(days.to_vec())) };
    let batch = RecordBatch::try_from_iter([
        ("NPWP", Arc::new(flags.finish()) as ArrayRef),
        ("statutes_ad_art", Arc::new(right.finish())),
        ("region", days([Some("33.75"), Some("Pekalongan"), None])),
        ("registration_issued", days([None, Some("2024-02-30"), Some("2024-03-01")])),
        ("registration_last_day", days([Some("2029-01-01"), None, Some("2023-01-01")])),
    ])
    .unwrap();
    let on = On::Day("2024-04-08".parse().unwrap());
    let options = Options::on(on).column("npwp", "NPWP").keep(["NPWP"]);
    let assessor = plan.bind(batch.schema_ref(), options).unwrap();
    let answers = assessor.assess(&batch).unwrap().remove(0);
    assert_eq!(answers.schema().field(0).name(), "NPWP");
    let shown = arrow_cast::display::array_value_to_string;
    let told: Vec<String> = (0..3).map(|row| shown(&answers["problems"], row).unwrap()).collect();
    let codes = |row: usize| -> Vec<String> {
        let parts = told[row].split("column: ").skip(1);
        parts
            .map(|part| {
                let mut words = part.split(", code: ");
                let column = words.next().unwrap_or_default();
                let code = words.next().unwrap_or_default().split(',').next().unwrap_or_default();
                format!("{column} {code}")
            })
            .collect()
    };
    assert_eq!(codes(0), ["registration_last_day missing-field", "NPWP fact-type"]);
    assert_eq!(codes(1), ["region invalid-region", "registration_issued fact-type"]);
    assert_eq!(codes(2), ["registration_last_day period-reversed"]);
    for (row, said) in said::by_column(&answers).into_iter().enumerate() {
        let refused = Said { eligibility: Some("invalid".into()), ..Said::default() };
        assert_eq!(said, refused, "row {row}");
        assert!(assessor.explain(&batch, row).is_err(), "row {row}");
    }
}

#[test]
fn names_that_are_not_there_are_all_told() {
    let plan = schools();
    let batch = batch(&[(18_000, [None; 8], None, None)]);
    let options = Options::on(On::Column("onn".into()))
        .column("content_score", "content")
        .column("contents_score", "content_score")
        .keep(["accreditation_grad"]);
    let error = plan.bind(batch.schema_ref(), options).unwrap_err();
    let told: Vec<(&str, &str, Option<&str>)> = error
        .problems()
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code.key(), problem.suggestion.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("on", "unknown-reference", Some("on")),
            ("columns.content_score", "unknown-reference", Some("content_score")),
            ("keep", "unknown-reference", Some("accreditation_grade")),
            ("columns.contents_score", "unknown-fact", Some("content_score")),
        ]
    );
}

#[test]
fn a_column_of_nothing_is_unknown_and_one_of_another_type_is_wrong() {
    let plan = schools();
    let nothing: ArrayRef = Arc::new(arrow_array::NullArray::new(2));
    let yes: ArrayRef = Arc::new(BooleanArray::from(vec![Some(true), None]));
    let days: ArrayRef = Arc::new(Date32Array::from(vec![18_000, 18_000]));
    let of = |score: ArrayRef| {
        let columns = [("on", Arc::clone(&days)), ("content_score", score)];
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let answers = bound(&plan, &batch, None).assess(&batch).unwrap().remove(0);
        let said = said::by_column(&answers).into_iter();
        said.map(|said| said.eligibility.unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(of(nothing), ["eligible", "eligible"]);
    assert_eq!(of(yes), ["invalid", "eligible"]);
}
