//! Each type of Arrow's, and the table around the columns.

use super::*;
use crate::workbook::{Cell, Sheet};
use arrow_array::builder::{
    FixedSizeBinaryBuilder, FixedSizeListBuilder, Int32Builder, LargeListBuilder, ListBuilder,
    ListViewBuilder, StringBuilder,
};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float16Type, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow_array::*;
use arrow_cast::cast;
use arrow_schema::{DataType, TimeUnit};
use proptest::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

fn read(batches: &[RecordBatch], limits: &Limits) -> Result<Workbook, Error> {
    let schema = batches[0].schema();
    workbook_of_batches(&schema, batches.iter().cloned().map(Ok), None, limits)
}

fn sheet(batch: RecordBatch) -> Sheet {
    read(&[batch], &Limits::default()).unwrap().sheets.remove(0)
}

fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => format!("'{text}'"),
        Cell::Number(number) => number.to_string(),
        Cell::Boolean(boolean) => boolean.to_string(),
        Cell::Date(day) => format!("on {day}"),
        Cell::Error(text) => format!("error {text}"),
    }
}

/// The cells of a column, one behind the other.
fn cells(array: impl Array + 'static) -> String {
    let rows = u32::try_from(array.len()).unwrap();
    let sheet = sheet(batch(vec![("x", Arc::new(array))]));
    (1..=rows).map(|row| shown(sheet.cell(row, 0))).collect::<Vec<_>>().join(" | ")
}

/// The same of these values as another type.
fn cells_as(array: &dyn Array, kind: &DataType) -> String {
    cells(cast(array, kind).unwrap())
}

fn texts() -> StringArray {
    StringArray::from(vec![Some("Panti"), None, Some(""), Some("LKS")])
}

#[test]
fn texts_of_all_kinds_are_texts() {
    let kinds = [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View];
    let binary = [DataType::Binary, DataType::LargeBinary, DataType::BinaryView];
    for kind in kinds.into_iter().chain(binary) {
        assert_eq!(cells_as(&texts(), &kind), "'Panti' |  |  | 'LKS'", "{kind}");
    }
    let mut fixed = FixedSizeBinaryBuilder::new(3);
    fixed.append_value("LKS").unwrap();
    fixed.append_null();
    assert_eq!(cells(fixed.finish()), "'LKS' | ");
}

#[test]
fn a_dictionary_is_its_values() {
    for kind in [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View] {
        for key in [DataType::Int8, DataType::UInt32, DataType::Int64] {
            let kind = DataType::Dictionary(Box::new(key), Box::new(kind.clone()));
            assert_eq!(cells_as(&texts(), &kind), "'Panti' |  |  | 'LKS'", "{kind}");
        }
    }
    let nothing = DictionaryArray::<Int8Type>::from_iter([None::<&str>, None]);
    assert_eq!(cells(nothing), " | ");
    let values = Arc::new(StringArray::from(vec![Some("a"), None]));
    let null = DictionaryArray::<Int8Type>::new(Int8Array::from(vec![1, 0]), values);
    assert_eq!(cells(null), " | 'a'");
    let days = Arc::new(Date32Array::from(vec![19_863]));
    let days = DictionaryArray::<Int16Type>::new(Int16Array::from(vec![Some(0), None]), days);
    assert_eq!(cells(days), "on 2024-05-20 | ");
}

#[test]
fn a_run_is_its_value_repeated() {
    let values = StringArray::from(vec![Some("a"), None, Some("b")]);
    let runs = RunArray::<Int32Type>::try_new(&Int32Array::from(vec![2, 3, 5]), &values).unwrap();
    assert_eq!(cells(runs.clone()), "'a' | 'a' |  | 'b' | 'b'");
    assert_eq!(cells(runs.slice(1, 3)), "'a' |  | 'b'");
}

#[test]
fn yes_and_no_stay_so() {
    assert_eq!(cells(BooleanArray::from(vec![Some(true), None, Some(false)])), "true |  | false");
}

#[test]
fn whole_numbers_are_numbers_as_long_as_no_digit_is_lost() {
    let few = Int32Array::from(vec![Some(7), None, Some(0)]);
    for kind in [
        DataType::Int8,
        DataType::Int16,
        DataType::Int32,
        DataType::Int64,
        DataType::UInt8,
        DataType::UInt16,
        DataType::UInt32,
        DataType::UInt64,
    ] {
        assert_eq!(cells_as(&few, &kind), "7 |  | 0", "{kind}");
    }
    let many = Int64Array::from(vec![1 << 53, -(1 << 53), (1 << 53) + 1, i64::MAX, i64::MIN]);
    assert_eq!(
        cells(many),
        "9007199254740992 | -9007199254740992 | '9007199254740993' | '9223372036854775807' | '-9223372036854775808'"
    );
    assert_eq!(cells(UInt64Array::from(vec![u64::MAX])), "'18446744073709551615'");
}

#[test]
fn a_float_is_the_number_that_was_meant_and_nan_is_empty() {
    let wide = Float64Array::from(vec![Some(84.9), None, Some(f64::NAN), Some(-0.5)]);
    assert_eq!(cells(wide), "84.9 |  |  | -0.5");
    let narrow = Float32Array::from(vec![84.9, f32::NAN, 1.5]);
    assert_eq!(cells(narrow), "84.9 |  | 1.5");
    let half = Float32Array::from(vec![Some(84.5), None]);
    let half = cast(&half, &DataType::Float16).unwrap();
    assert_eq!(half.as_primitive::<Float16Type>().len(), 2);
    assert_eq!(cells(half), "84.5 | ");
    assert_eq!(cells(Float64Array::from(vec![f64::INFINITY])), "inf");
}

#[test]
fn a_decimal_keeps_all_its_digits() {
    let few = Decimal128Array::from(vec![Some(8490), None, Some(-5), Some(1_234_000)])
        .with_precision_and_scale(9, 3)
        .unwrap();
    for kind in [
        DataType::Decimal32(9, 3),
        DataType::Decimal64(18, 3),
        DataType::Decimal128(38, 3),
        DataType::Decimal256(76, 3),
    ] {
        assert_eq!(cells_as(&few, &kind), "8.49 |  | -0.005 | 1234", "{kind}");
    }
    let long = Decimal128Array::from(vec![12_345_678_901_234_567_890_123, 3_375_014_101_900_001]);
    let long = long.with_precision_and_scale(38, 0).unwrap();
    assert_eq!(cells(long), "'12345678901234567890123' | 3375014101900001");
    let long = Decimal128Array::from(vec![12_345_678_901_234_567_890_120]);
    let long = long.with_precision_and_scale(38, 3).unwrap();
    assert_eq!(cells(long), "'12345678901234567890.12'");
    let thousands = Decimal128Array::from(vec![12]).with_precision_and_scale(5, -3).unwrap();
    assert_eq!(cells(thousands), "12000");
}

#[test]
fn a_date_is_a_day() {
    let days = Date32Array::from(vec![Some(19_863), None, Some(-25_567), Some(i32::MAX)]);
    assert_eq!(cells(days), "on 2024-05-20 |  | on 1900-01-01 | '185542587100800'");
    let milliseconds = Date64Array::from(vec![1_716_163_200_000, 1_716_163_200_001, i64::MIN]);
    assert_eq!(
        cells(milliseconds),
        "on 2024-05-20 | '2024-05-20T00:00:00.001' | '-9223372036854775808'"
    );
}

#[test]
fn a_moment_is_a_day_at_midnight_of_its_zone_and_a_text_at_other_times() {
    // 20 May 2024, 0.00 and 8.30 in UTC; 20 May 2024, 0.00 in Jakarta.
    let seconds = vec![Some(1_716_163_200), None, Some(1_716_193_800), Some(1_716_138_000)];
    let seconds = TimestampSecondArray::from(seconds);
    let units =
        [TimeUnit::Second, TimeUnit::Millisecond, TimeUnit::Microsecond, TimeUnit::Nanosecond];
    for unit in units {
        let local = cast(&seconds, &DataType::Timestamp(unit, None)).unwrap();
        for (zone, expected) in [
            (None, "on 2024-05-20 |  | '2024-05-20T08:30:00' | '2024-05-19T17:00:00'"),
            (
                Some("UTC"),
                "on 2024-05-20 |  | '2024-05-20T08:30:00+00:00' | '2024-05-19T17:00:00+00:00'",
            ),
            (
                Some("Asia/Jakarta"),
                "'2024-05-20T07:00:00+07:00' |  | '2024-05-20T15:30:00+07:00' | on 2024-05-20",
            ),
            (
                Some("+07:00"),
                "'2024-05-20T07:00:00+07:00' |  | '2024-05-20T15:30:00+07:00' | on 2024-05-20",
            ),
            (
                Some("Atlantis"),
                "on 2024-05-20 |  | '2024-05-20T08:30:00+00:00' | '2024-05-19T17:00:00+00:00'",
            ),
        ] {
            let data = local.to_data().into_builder();
            let data = data.data_type(DataType::Timestamp(unit, zone.map(Into::into)));
            assert_eq!(cells(make_array(data.build().unwrap())), expected, "{unit:?} {zone:?}");
        }
    }
}

#[test]
fn a_moment_tells_what_is_less_than_a_second_and_survives_the_end_of_the_calendar() {
    let nanoseconds = TimestampNanosecondArray::from(vec![1_716_163_200_000_000_500, -1]);
    assert_eq!(
        cells(nanoseconds),
        "'2024-05-20T00:00:00.0000005' | '1969-12-31T23:59:59.999999999'"
    );
    for zone in [None, Some("Asia/Jakarta")] {
        let ends = TimestampSecondArray::from(vec![i64::MAX, i64::MIN, 253_402_300_800]);
        let ends = ends.with_timezone_opt(zone);
        assert_eq!(
            cells(ends),
            "'9223372036854775807' | '-9223372036854775808' | '253402300800'",
            "{zone:?}"
        );
    }
}

#[test]
fn a_time_without_a_day_is_a_text() {
    let seconds = Time32SecondArray::from(vec![Some(37_800), None]);
    assert_eq!(cells(seconds.clone()), "'10:30:00' | ");
    for kind in [DataType::Time32(TimeUnit::Millisecond), DataType::Time64(TimeUnit::Nanosecond)] {
        assert_eq!(cells_as(&seconds, &kind), "'10:30:00' | ", "{kind}");
    }
}

#[test]
fn nothing_is_empty() {
    assert_eq!(cells(NullArray::new(2)), " | ");
    assert_eq!(cells(new_null_array(&DataType::Int64, 2)), " | ");
}

#[test]
fn the_values_of_a_list_are_joined() {
    macro_rules! filled {
        ($builder:expr) => {{
            let mut builder = $builder;
            for value in ["balita terlantar", "", "lansia"] {
                builder.values().append_value(value);
            }
            builder.append(true);
            builder.values().append_nulls(3);
            builder.append(true);
            builder.values().append_nulls(3);
            builder.append(false);
            assert_eq!(cells(builder.finish()), "'balita terlantar; lansia' |  | ");
        }};
    }
    filled!(ListBuilder::new(StringBuilder::new()));
    filled!(LargeListBuilder::new(StringBuilder::new()));
    filled!(ListViewBuilder::new(StringBuilder::new()));
    filled!(FixedSizeListBuilder::new(StringBuilder::new(), 3));
    let mut nested = ListBuilder::new(ListBuilder::new(Int32Builder::new()));
    nested.append_value([Some([Some(1), Some(2)]), None, Some([None, Some(26)])]);
    assert_eq!(cells(nested.finish()), "'1; 2; 26'");
    let days = [Some([Some(19_863), Some(19_864)])];
    let days = ListArray::from_iter_primitive::<Date32Type, _, _>(days);
    assert_eq!(cells(days), "'2024-05-20; 2024-05-21'");
}

#[test]
fn what_else_there_is_is_shown() {
    let fields = vec![
        (
            Arc::new(Field::new("L", DataType::Int32, true)),
            Arc::new(Int32Array::from(vec![3])) as ArrayRef,
        ),
        (Arc::new(Field::new("P", DataType::Int32, true)), Arc::new(Int32Array::from(vec![4]))),
    ];
    assert_eq!(cells(StructArray::from(fields)), "'{L: 3, P: 4}'");
    let lasts = DurationSecondArray::from(vec![Some(86_400), None]);
    assert_eq!(cells(lasts), "'PT86400S' | ");
    assert_eq!(cells(IntervalYearMonthArray::from(vec![60])), "'5 years 0 mons'");
}

#[test]
fn an_identifier_is_written_as_one() {
    let bytes: Vec<u8> = (0..16).collect();
    let mut builder = FixedSizeBinaryBuilder::new(16);
    builder.append_value(&bytes).unwrap();
    let extension = HashMap::from([("ARROW:extension:name".into(), "arrow.uuid".into())]);
    let field = Field::new("id", DataType::FixedSizeBinary(16), true).with_metadata(extension);
    let schema = Arc::new(Schema::new(vec![field]));
    let batch = RecordBatch::try_new(schema, vec![Arc::new(builder.finish())]).unwrap();
    let cell = shown(sheet(batch).cell(1, 0));
    assert_eq!(cell, "'00010203-0405-0607-0809-0a0b0c0d0e0f'");
}

#[test]
fn bytes_that_are_no_text_are_left_out_and_told() {
    let bytes = BinaryArray::from(vec![&b"LKS"[..], b"Caf\xe9", b"a\0b"]);
    let names = StringArray::from(vec!["a", "b", "c"]);
    let batch = batch(vec![("Nama", Arc::new(names)), ("Alamat", Arc::new(bytes))]);
    let workbook = read(&[batch.clone(), batch], &Limits::default()).unwrap();
    assert_eq!(workbook.sheets[0].cell(1, 1), Cell::Text("LKS"));
    assert_eq!(workbook.sheets[0].cell(2, 1), Cell::Empty);
    let [note] = &workbook.notes[..] else { panic!("{:?}", workbook.notes) };
    assert_eq!(
        note.line_text(lkks::message::Lang::En),
        "table!B3: the column \"Alamat\" holds bytes that are no text in UTF-8; 4 of its cells were not read [not-text]"
    );
}

#[test]
fn the_names_of_the_columns_are_the_first_row() {
    let column = || Arc::new(Int32Array::from(vec![7]));
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("Nama", column()),
        ("__index_level_0__", column()),
        ("Unnamed: 1", column()),
        ("Unnamed: 2_level_1", column()),
        ("__UNNAMED__3", column()),
        ("Unnamed: x", column()),
        ("__index_level_1__", Arc::new(StringArray::from(vec!["LKS-1"]))),
        ("Nama", column()),
    ];
    let sheet = sheet(batch(columns));
    let row = |row| (0..sheet.columns()).map(|column| shown(sheet.cell(row, column))).collect();
    let (headings, values): (Vec<_>, Vec<_>) = (row(0), row(1));
    assert_eq!(headings, ["'Nama'", "", "", "", "'Unnamed: x'", "'__index_level_1__'", "'Nama'"]);
    assert_eq!(values, ["7", "7", "7", "7", "7", "'LKS-1'", "7"]);
}

#[test]
fn batches_follow_each_other() {
    let one = batch(vec![("x", Arc::new(StringArray::from(vec!["a", "b"])))]);
    let none = one.slice(0, 0);
    let nothing = batch(vec![("x", new_null_array(&DataType::Utf8, 2))]);
    let parts = [one.slice(0, 1), none, nothing, one.slice(1, 1)];
    let workbook = read(&parts, &Limits::default()).unwrap();
    let rows: Vec<_> = workbook.sheets[0].filled_rows().collect();
    assert_eq!(rows, [0, 1, 4]);
    assert_eq!(workbook.sheets[0].cell(4, 0), Cell::Text("b"));
}

#[test]
fn a_table_is_named_as_it_was_asked() {
    let schema = Schema::empty();
    for (name, expected) in [(None, "table"), (Some("lks"), "lks"), (Some("data/lks.csv"), "lks")] {
        let workbook = workbook_of_batches(&schema, [], name, &Limits::default()).unwrap();
        assert_eq!(workbook.sheets[0].name, expected);
    }
}

#[test]
fn a_table_is_refused_beyond_the_limits() {
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["a", "b", "c"]));
    let table = [batch(vec![("x", texts)])];
    let code = |limits| read(&table, &limits).map_err(|error| error.code()).err();
    assert_eq!(code(Limits { cells: 4, ..Limits::default() }), None);
    assert_eq!(code(Limits { cells: 3, ..Limits::default() }), Some(Code::TooManyCells));
    assert_eq!(code(Limits { text: 3, ..Limits::default() }), Some(Code::TooLarge));
    assert_eq!(code(Limits { sheets: 0, ..Limits::default() }), Some(Code::TooManySheets));
}

#[test]
fn a_cell_is_written_no_further_than_the_limit() {
    let long = Arc::new(StringArray::from(vec!["x".repeat(1000)])) as ArrayRef;
    let keys = Int8Array::from(vec![0; 1000]);
    let values = Arc::new(DictionaryArray::<Int8Type>::new(keys, long));
    let field = Arc::new(Field::new("item", values.data_type().clone(), true));
    let whole = ListArray::from_iter_primitive::<Int32Type, _, _>([Some(vec![Some(0); 1000])]);
    let list = ListArray::new(field, whole.offsets().clone(), values, None);
    let limits = Limits { text: 5000, ..Limits::default() };
    let column = Column::of(&list, None, limits.text).unwrap();
    let mut scratch = String::new();
    assert!(column.cell(0, &mut scratch).is_ok());
    assert!((5000..7000).contains(&scratch.len()), "{}", scratch.len());

    let field = Arc::new(Field::new("a", list.data_type().clone(), true));
    let inside = StructArray::from(vec![(field, Arc::new(list.clone()) as ArrayRef)]);
    let column = Column::of(&inside, None, limits.text).unwrap();
    assert!(column.cell(0, &mut scratch).is_ok());
    assert!((5000..7000).contains(&scratch.len()), "{}", scratch.len());
    let error = read(&[batch(vec![("x", Arc::new(inside.clone()))])], &limits).unwrap_err();
    assert_eq!(error.code(), Code::TooLarge);
}

#[test]
fn endless_nothing_ends() {
    let endless = RunArray::<Int64Type>::try_new(
        &Int64Array::from(vec![1, i64::from(u32::MAX) - 1]),
        &StringArray::from(vec![Some("a"), None]),
    );
    let table = [batch(vec![("x", Arc::new(endless.unwrap()))])];
    let error = read(&table, &Limits::default()).unwrap_err();
    assert_eq!(error.code(), Code::TooManyCells);
    // Where nothing has to be looked at, nothing has to end, until there are no more rows.
    let nothing = batch(vec![("x", Arc::new(NullArray::new(u32::MAX as usize - 1)))]);
    assert!(read(std::slice::from_ref(&nothing), &Limits::default()).is_ok());
    let error = read(&[nothing.clone(), nothing], &Limits::default()).unwrap_err();
    assert_eq!(error.code(), Code::TooManyCells);
}

#[test]
fn a_failure_of_the_other_program_is_told_without_identity_numbers() {
    // Made up: no such serial exists.
    let told = "could not convert 3375014101900001. Detail: Python exception: Traceback".to_owned();
    let failure = [Err(ArrowError::CDataInterface(told))];
    let error = workbook_of_batches(&Schema::empty(), failure, None, &Limits::default());
    let error = error.unwrap_err();
    assert_eq!(error.code(), Code::UnreadableTable);
    let value = error.problems()[0].value.as_deref();
    assert_eq!(value, Some("could not convert 3375••••••••••••."));
}

#[test]
fn a_batch_of_another_table_is_refused() {
    let table = |name| batch(vec![(name, Arc::new(Int32Array::from(vec![1])) as ArrayRef)]);
    let error = read(&[table("x"), table("y")], &Limits::default()).unwrap_err();
    assert_eq!(error.code(), Code::UnreadableTable);
}

#[derive(Clone, Debug)]
struct Row(Option<String>, Option<i64>, Option<bool>);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let text = prop::option::of("\\PC{0,12}");
    let number = prop::option::of(prop_oneof![any::<i64>(), -9i64..99_999]);
    let row = (text, number, prop::option::of(any::<bool>()));
    prop::collection::vec(row.prop_map(|(text, number, yes)| Row(text, number, yes)), 1..40)
}

proptest! {
    #[test]
    fn texts_numbers_and_yes_and_no_are_read_as_the_same_cells(
        rows in rows(), cut in 0usize..40, kind in 0usize..4
    ) {
        let texts: StringArray = rows.iter().map(|row| row.0.as_deref()).collect();
        let numbers: Int64Array = rows.iter().map(|row| row.1).collect();
        let yes: BooleanArray = rows.iter().map(|row| row.2).collect();
        let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        let kind = [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View, dictionary][kind].clone();
        let texts = cast(&texts, &kind).unwrap();
        let whole = batch(vec![("a", texts), ("b", Arc::new(numbers)), ("c", Arc::new(yes))]);
        let cut = cut.min(rows.len());
        let parts = [whole.slice(0, cut), whole.slice(cut, rows.len() - cut)];
        let sheet = read(&parts, &Limits::default()).unwrap().sheets.remove(0);
        for (number, Row(text, whole, yes)) in (1u32..).zip(&rows) {
            let text = text.as_deref().filter(|text| !text.is_empty());
            prop_assert_eq!(sheet.cell(number, 0), text.map_or(Cell::Empty, Cell::Text));
            match (sheet.cell(number, 1), whole) {
                (Cell::Empty, None) => {}
                (Cell::Number(found), Some(whole)) => prop_assert_eq!(found.to_string(), whole.to_string()),
                (Cell::Text(found), Some(whole)) => prop_assert_eq!(found, whole.to_string()),
                (found, whole) => prop_assert!(false, "{found:?} {whole:?}"),
            }
            prop_assert_eq!(sheet.cell(number, 2), yes.map_or(Cell::Empty, Cell::Boolean));
        }
    }
}
