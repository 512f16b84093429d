//! What is said of a row, by column and by the row evaluator, in one shape to be compared.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int8Type, Int16Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use lkks::assess::{Judgement, Outcome};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) standing: Option<String>,
    pub(crate) last_day: Option<String>,
    pub(crate) eligibility: Option<String>,
    pub(crate) grade: Option<String>,
    pub(crate) score: Option<String>,
    pub(crate) next_grade: Option<String>,
    pub(crate) points: Option<String>,
    pub(crate) rules: Option<String>,
    pub(crate) unmet: Vec<String>,
    pub(crate) unknown: Vec<String>,
    pub(crate) citations: Vec<Option<String>>,
    pub(crate) certainty: Option<String>,
}

/// Every row of a batch of answers.
pub(crate) fn by_column(batch: &RecordBatch) -> Vec<Said> {
    (0..batch.num_rows())
        .map(|row| Said {
            standing: word(&batch["standing"], row),
            last_day: day(&batch["last_day"], row),
            eligibility: word(&batch["eligibility"], row),
            grade: name(&batch["grade"], row),
            score: decimal(&batch["score"], row),
            next_grade: name(&batch["next_grade"], row),
            points: decimal(&batch["points"], row),
            rules: name(&batch["rules"], row),
            unmet: list(&batch["unmet"], row).into_iter().flatten().collect(),
            unknown: list(&batch["unknown"], row).into_iter().flatten().collect(),
            citations: list(&batch["citations"], row),
            certainty: word(&batch["certainty"], row),
        })
        .collect()
}

/// What the row evaluator says; nothing where it does not judge the subject at all.
pub(crate) fn by_row(judged: Option<&Judgement>) -> Said {
    let Some(judged) = judged else {
        return Said {
            standing: Some("never".into()),
            eligibility: Some("no-rules".into()),
            certainty: Some("confirmed".into()),
            ..Said::default()
        };
    };
    let with = |outcome| judged.findings.iter().filter(move |f| f.outcome == outcome);
    let names = |outcome| with(outcome).map(|f| f.info.criterion.clone()).collect();
    let score = judged.score.as_ref();
    let next = score.and_then(|score| score.to_next.as_ref());
    Said {
        standing: Some(judged.standing.status.to_string()),
        last_day: judged.standing.last_day.map(|day| day.to_string()),
        eligibility: Some(judged.eligibility.status.to_string()),
        grade: score.and_then(|score| score.grade.clone()),
        score: score.and_then(|score| score.total).map(|total| total.to_string()),
        next_grade: next.map(|next| next.grade.clone()),
        points: next.map(|next| next.points.to_string()),
        rules: judged.rules.as_ref().map(|rules| rules.pack.clone()),
        unmet: names(Outcome::NotMet),
        unknown: names(Outcome::Unknown),
        citations: with(Outcome::NotMet)
            .chain(with(Outcome::Unknown))
            .map(|finding| finding.info.cited.clone())
            .collect(),
        certainty: Some(judged.certainty.to_string()),
    }
}

fn text(words: &ArrayRef, key: usize) -> String {
    words.as_string::<i32>().value(key).to_owned()
}

fn word(column: &ArrayRef, row: usize) -> Option<String> {
    let coded = column.as_dictionary::<Int8Type>();
    Some(text(coded.values(), coded.key(row)?))
}

fn name(column: &ArrayRef, row: usize) -> Option<String> {
    let coded = column.as_dictionary::<Int16Type>();
    Some(text(coded.values(), coded.key(row)?))
}

fn list(column: &ArrayRef, row: usize) -> Vec<Option<String>> {
    let items = column.as_list::<i32>().value(row);
    (0..items.len()).map(|item| name(&items, item)).collect()
}

fn day(column: &ArrayRef, row: usize) -> Option<String> {
    let days = column.as_primitive::<Date32Type>();
    let day = days.is_valid(row).then(|| lkks::columns::day(days.value(row)))??;
    Some(day.to_string())
}

fn decimal(column: &ArrayRef, row: usize) -> Option<String> {
    let decimals = column.as_primitive::<Decimal128Type>();
    let steps = decimals.is_valid(row).then(|| i64::try_from(decimals.value(row)))?.ok()?;
    Some(lkks::Decimal::from_steps(steps)?.to_string())
}
