//! Answers as a record batch.

use arrow_array::builder::{ListBuilder, StringBuilder, StructBuilder};
use arrow_array::types::{Date32Type, Decimal128Type, Int8Type, Int16Type};
use arrow_array::{
    ArrayRef, ArrowPrimitiveType, DictionaryArray, ListArray, PrimitiveArray, StringArray,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, Fields};
use lkks::assess::{EligibilityStatus, StandingStatus};
use lkks::columns::{Answers, ColumnPlan, Lists};
use lkks::rules::Certainty;
use std::sync::Arc;

/// The names of the answers, in their order.
pub(crate) const ANSWERS: [&str; 14] = [
    "standing",
    "last_day",
    "eligibility",
    "grade",
    "score",
    "next_grade",
    "points",
    "rules",
    "unmet",
    "unknown",
    "citations",
    "certainty",
    "problems",
    "receipt",
];

/// Digits of a score and how many of them are decimals: all that the core's decimals have.
const SCORE: (u8, i8) = (14, 4);

/// The words that codes stand for.
#[derive(Debug)]
pub(crate) struct Dictionaries {
    standing: ArrayRef,
    eligibility: ArrayRef,
    certainty: ArrayRef,
    rules: ArrayRef,
    grades: ArrayRef,
    criteria: ArrayRef,
    citations: ArrayRef,
}

impl Dictionaries {
    pub(crate) fn of(plan: &ColumnPlan) -> Self {
        fn words<'a>(words: impl Iterator<Item = &'a str>) -> ArrayRef {
            Arc::new(StringArray::from_iter_values(words))
        }
        let texts = |texts: &[String]| words(texts.iter().map(String::as_str));
        Self {
            standing: words(StandingStatus::ALL.iter().map(|status| status.key())),
            eligibility: words(EligibilityStatus::ALL.iter().map(|status| status.key())),
            certainty: words(Certainty::ALL.iter().map(|certainty| certainty.key())),
            rules: texts(plan.rule_ids()),
            grades: texts(plan.grades()),
            criteria: texts(plan.criteria()),
            citations: texts(plan.citations()),
        }
    }
}

fn coded(keys: DataType) -> DataType {
    DataType::Dictionary(Box::new(keys), Box::new(DataType::Utf8))
}

fn item(nullable: bool) -> Arc<Field> {
    Arc::new(Field::new("item", coded(DataType::Int16), nullable))
}

fn problem_fields() -> Fields {
    let text = |name: &str, nullable| Field::new(name, DataType::Utf8, nullable);
    Fields::from(vec![
        text("column", false),
        text("code", false),
        text("value", true),
        text("expected", true),
        text("suggestion", true),
    ])
}

/// The fields of the answers.
pub(crate) fn fields(receipts: bool) -> Vec<Field> {
    let (word, name) = (coded(DataType::Int8), coded(DataType::Int16));
    let score = DataType::Decimal128(SCORE.0, SCORE.1);
    let problem = Field::new("item", DataType::Struct(problem_fields()), false);
    let types = [
        (word.clone(), true),
        (DataType::Date32, true),
        (word.clone(), false),
        (name.clone(), true),
        (score.clone(), true),
        (name.clone(), true),
        (score, true),
        (name, true),
        (DataType::List(item(false)), false),
        (DataType::List(item(false)), false),
        (DataType::List(item(true)), false),
        (word, true),
        (DataType::List(Arc::new(problem)), false),
        (DataType::Utf8, true),
    ];
    let all = ANSWERS.iter().zip(types);
    let mut fields: Vec<Field> =
        all.map(|(name, (kind, nullable))| Field::new(*name, kind, nullable)).collect();
    if !receipts {
        fields.pop();
    }
    fields
}

/// What is told of one cell.
pub(crate) struct Told {
    pub(crate) row: usize,
    pub(crate) column: String,
    pub(crate) problem: lkks::Problem,
}

/// The answers to `rows` rows as columns, in the order of [`fields`]. What is told is in the order
/// of the rows.
pub(crate) fn columns(
    answers: Answers,
    words: &Dictionaries,
    told: Vec<Told>,
    receipts: Option<StringArray>,
) -> Vec<ArrayRef> {
    let rows = answers.rows;
    let score = |steps: Vec<i128>, set: Vec<u64>| -> ArrayRef {
        let numbers = primitive::<Decimal128Type>(steps, set, rows);
        let typed = numbers.clone().with_precision_and_scale(SCORE.0, SCORE.1);
        Arc::new(typed.unwrap_or(numbers))
    };
    let day = primitive::<Date32Type>(answers.last_day, answers.has_last_day, rows);
    let mut columns: Vec<ArrayRef> = vec![
        byte(answers.standing, &words.standing),
        Arc::new(day),
        byte(answers.eligibility, &words.eligibility),
        name(answers.grade, &words.grades),
        score(answers.score, answers.has_score),
        name(answers.next_grade, &words.grades),
        score(answers.points, answers.has_points),
        name(answers.rules, &words.rules),
        list(answers.unmet, &words.criteria, false),
        list(answers.unknown, &words.criteria, false),
        list(answers.citations, &words.citations, true),
        byte(answers.certainty, &words.certainty),
        problems(rows, told),
    ];
    if let Some(receipts) = receipts {
        columns.push(Arc::new(receipts));
    }
    columns
}

fn primitive<T: ArrowPrimitiveType>(
    values: Vec<T::Native>,
    set: Vec<u64>,
    rows: usize,
) -> PrimitiveArray<T> {
    let set = BooleanBuffer::new(Buffer::from_vec(set), 0, rows);
    let nulls = NullBuffer::new(set);
    PrimitiveArray::new(ScalarBuffer::from(values), (nulls.null_count() > 0).then_some(nulls))
}

fn byte(codes: Vec<u8>, words: &ArrayRef) -> ArrayRef {
    let nulls = present(&codes, Answers::NONE_U8);
    let keys: Vec<i8> = codes
        .into_iter()
        .map(|code| if code == Answers::NONE_U8 { 0 } else { code.cast_signed() })
        .collect();
    dictionary::<Int8Type>(keys.into(), nulls, words)
}

fn name(codes: Vec<u16>, words: &ArrayRef) -> ArrayRef {
    let nulls = present(&codes, Answers::NONE);
    dictionary::<Int16Type>(keys(codes), nulls, words)
}

fn keys(codes: Vec<u16>) -> ScalarBuffer<i16> {
    let keys =
        codes.into_iter().map(|code| if code == Answers::NONE { 0 } else { code.cast_signed() });
    keys.collect::<Vec<i16>>().into()
}

fn present<T: Copy + PartialEq>(codes: &[T], none: T) -> Option<NullBuffer> {
    let set = BooleanBuffer::collect_bool(codes.len(), |row| codes[row] != none);
    let nulls = NullBuffer::new(set);
    (nulls.null_count() > 0).then_some(nulls)
}

fn dictionary<K: arrow_array::types::ArrowDictionaryKeyType>(
    keys: ScalarBuffer<K::Native>,
    nulls: Option<NullBuffer>,
    words: &ArrayRef,
) -> ArrayRef {
    let keys = PrimitiveArray::<K>::new(keys, nulls);
    Arc::new(DictionaryArray::new(keys, Arc::clone(words)))
}

fn list(lists: Lists, words: &ArrayRef, nullable: bool) -> ArrayRef {
    let nulls = if nullable { present(&lists.codes, Answers::NONE) } else { None };
    let items = dictionary::<Int16Type>(keys(lists.codes), nulls, words);
    let mut offsets = Vec::with_capacity(lists.ends.len() + 1);
    offsets.push(0);
    offsets.extend(lists.ends);
    Arc::new(ListArray::new(item(nullable), OffsetBuffer::new(offsets.into()), items, None))
}

fn problems(rows: usize, told: Vec<Told>) -> ArrayRef {
    let strings = || Box::new(StringBuilder::new()) as Box<dyn arrow_array::builder::ArrayBuilder>;
    let fields = problem_fields();
    let builders = fields.iter().map(|_| strings()).collect();
    let item = Field::new("item", DataType::Struct(fields.clone()), false);
    let mut list = ListBuilder::new(StructBuilder::new(fields, builders)).with_field(item);
    let mut told = told.into_iter().peekable();
    for row in 0..rows {
        while let Some(Told { column, problem, .. }) = told.next_if(|told| told.row == row) {
            let texts = [
                Some(column),
                Some(problem.code.key().to_owned()),
                problem.value,
                problem.expected,
                problem.suggestion,
            ];
            for (place, text) in texts.into_iter().enumerate() {
                if let Some(builder) = list.values().field_builder::<StringBuilder>(place) {
                    builder.append_option(text);
                }
            }
            list.values().append(true);
        }
        list.append(true);
    }
    Arc::new(list.finish())
}
