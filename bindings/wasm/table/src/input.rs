//! Tables across: Arrow IPC as it is, and columns of JavaScript's values.

use crate::failure::{Answer, OrThrow};
use crate::unreadable;
use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, DictionaryArray, Float64Array, PrimitiveArray, RecordBatch,
    RecordBatchOptions, StringArray,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use std::io::Cursor;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// A table while its columns come in, or with all its batches.
#[wasm_bindgen]
pub struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

/// How a file of Arrow IPC starts; a stream does not.
const FILE: &[u8] = b"ARROW1";

#[wasm_bindgen]
impl Table {
    /// The table in these bytes of Arrow IPC, a stream or a file.
    #[wasm_bindgen(js_name = fromIpc)]
    pub fn from_ipc(bytes: Vec<u8>) -> Answer<Self> {
        let read = || -> Result<Self, ArrowError> {
            if bytes.starts_with(FILE) {
                let reader = FileReader::try_new(Cursor::new(bytes), None)?;
                let schema = reader.schema();
                return Ok(Self { schema, batches: reader.collect::<Result<_, _>>()? });
            }
            let reader = StreamReader::try_new(Cursor::new(bytes), None)?;
            let schema = reader.schema();
            Ok(Self { schema, batches: reader.collect::<Result<_, _>>()? })
        };
        read().map_err(|error| unreadable(&error)).or_throw()
    }
}

impl Table {
    pub(crate) const fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    pub(crate) fn into_batches(self) -> Vec<RecordBatch> {
        self.batches
    }
}

/// Columns that are put together to a table. Of each `known` has 1 for the rows that say something.
#[wasm_bindgen]
pub struct Columns {
    rows: usize,
    fields: Vec<Field>,
    columns: Vec<ArrayRef>,
}

#[wasm_bindgen]
impl Columns {
    /// A table of so many rows, without columns yet.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: usize) -> Self {
        Self { rows, fields: Vec::new(), columns: Vec::new() }
    }

    /// A column of numbers.
    pub fn numbers(&mut self, name: &str, values: Vec<f64>, known: &[u8]) {
        self.add(name, Arc::new(Float64Array::new(values.into(), nulls(known))));
    }

    /// A column of yes and no.
    pub fn flags(&mut self, name: &str, values: &[u8], known: &[u8]) {
        self.add(name, Arc::new(BooleanArray::new(bits(values), nulls(known))));
    }

    /// A column of texts: for each row the place of its text among `texts`.
    pub fn texts(
        &mut self,
        name: &str,
        places: Vec<i32>,
        known: &[u8],
        texts: Vec<String>,
    ) -> Answer<()> {
        let keys = PrimitiveArray::<Int32Type>::new(places.into(), nulls(known));
        let texts = Arc::new(StringArray::from_iter_values(texts));
        let column = DictionaryArray::try_new(keys, texts);
        self.add(name, Arc::new(column.map_err(|error| unreadable(&error)).or_throw()?));
        Ok(())
    }

    /// The table of these columns.
    pub fn finish(self) -> Answer<Table> {
        let schema: SchemaRef = Arc::new(Schema::new(self.fields));
        let rows = RecordBatchOptions::new().with_row_count(Some(self.rows));
        let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), self.columns, &rows);
        let batch = batch.map_err(|error| unreadable(&error)).or_throw()?;
        Ok(Table { schema, batches: vec![batch] })
    }
}

impl Columns {
    fn add(&mut self, name: &str, column: ArrayRef) {
        self.fields.push(Field::new(name, column.data_type().clone(), true));
        self.columns.push(column);
    }
}

fn bits(bytes: &[u8]) -> BooleanBuffer {
    BooleanBuffer::collect_bool(bytes.len(), |row| bytes[row] == 1)
}

fn nulls(known: &[u8]) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(bits(known));
    (nulls.null_count() > 0).then_some(nulls)
}
