//! The records of one sheet.

use super::globals::Globals;
use super::record::{BOF, Data, EOF, Records};
use super::strings::{Length, text};
use crate::source::damaged;
use crate::source::fill::Filling;
use crate::workbook::{Cell, Merge};
use lkks::Error;

const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const ROW: u16 = 0x0208;
const RK: u16 = 0x027E;
const FORMULA: u16 = 0x0006;
const COL_INFO: u16 = 0x007D;
const MUL_RK: u16 = 0x00BD;
const RICH_LABEL: u16 = 0x00D6;
const MERGED: u16 = 0x00E5;
const LABEL_SST: u16 = 0x00FD;

/// Puts the cells of a sheet, whose records these are, into the filling, and answers how many bytes
/// it has.
pub(super) fn read(
    stream: &[u8],
    globals: &Globals,
    filling: &mut Filling<'_>,
) -> Result<usize, Error> {
    let mut records = Records::of(stream);
    if records.next()?.kind != BOF {
        return Err(damaged(&filling.sheet().name));
    }
    // Charts in a sheet have records of their own within its records.
    let mut depth = 0;
    // Where the text belongs that a formula gave, which comes in a record of its own.
    let mut formula = None;
    loop {
        let record = records.next()?;
        let data = Data(record.data);
        match record.kind {
            BOF => depth += 1,
            EOF if depth == 0 => return Ok(stream.len() - records.left()),
            EOF => depth -= 1,
            _ if depth > 0 => {}
            ROW if data.u8(12)? & 0x20 != 0 => {
                filling.sheet().hidden_rows.push(u32::from(data.u16(0)?));
            }
            COL_INFO if data.u8(8)? & 1 != 0 => {
                let columns = u32::from(data.u16(0)?)..=u32::from(data.u16(2)?.min(255));
                let hidden = &mut filling.sheet().hidden_columns;
                for column in columns {
                    if !hidden.contains(&column) {
                        hidden.push(column);
                    }
                }
            }
            MERGED => merged(data, filling)?,
            STRING => {
                if let Some((row, column)) = formula.take() {
                    let text =
                        text(record.data, &records.continued()?, Length::Word, globals.biff)?;
                    filling.put(row, column, Cell::Text(&text))?;
                }
            }
            FORMULA => formula = value_of_formula(data, globals, filling)?,
            LABEL | RICH_LABEL => {
                let (row, column) = place(data)?;
                let more = records.continued()?;
                let text = text(data.from(6)?, &more, Length::Word, globals.biff)?;
                filling.put(row, column, Cell::Text(&text))?;
            }
            LABEL_SST => {
                let (row, column) = place(data)?;
                let text = globals.strings.get(data.u32(6)? as usize);
                let text = text.ok_or_else(|| damaged(&filling.sheet().name))?;
                filling.put(row, column, Cell::Text(text))?;
            }
            NUMBER => number(data, data.f64(6)?, globals, filling)?,
            RK => number(data, packed(data.u32(6)?), globals, filling)?,
            MUL_RK => numbers(data, globals, filling)?,
            BOOL_ERR => {
                let (row, column) = place(data)?;
                filling.put(row, column, truth_or_error(data.u8(6)?, data.u8(7)? != 0))?;
            }
            _ => {}
        }
    }
}

fn place(data: Data<'_>) -> Result<(u32, u32), Error> {
    Ok((u32::from(data.u16(0)?), u32::from(data.u16(2)?)))
}

fn number(
    data: Data<'_>,
    value: f64,
    globals: &Globals,
    filling: &mut Filling<'_>,
) -> Result<(), Error> {
    let (row, column) = place(data)?;
    put_number((row, column), data.u16(4)?, value, globals, filling)
}

fn put_number(
    (row, column): (u32, u32),
    look: u16,
    value: f64,
    globals: &Globals,
    filling: &mut Filling<'_>,
) -> Result<(), Error> {
    match globals.is_day(look) {
        true => filling.put_day(row, column, value),
        false => filling.put(row, column, Cell::Number(value)),
    }
}

/// Numbers in one row side by side, each with its look.
fn numbers(data: Data<'_>, globals: &Globals, filling: &mut Filling<'_>) -> Result<(), Error> {
    let (row, first) = place(data)?;
    let cells = data.0.len().saturating_sub(6) / 6;
    for (column, cell) in (first..).zip(0..cells) {
        let at = 4 + cell * 6;
        let value = packed(data.u32(at + 2)?);
        put_number((row, column), data.u16(at)?, value, globals, filling)?;
    }
    Ok(())
}

/// A number in 30 bits: a whole one, or the upper bits of a float; perhaps a hundredth of it.
fn packed(bits: u32) -> f64 {
    let value = match bits & 2 != 0 {
        true => f64::from(bits.cast_signed() >> 2),
        false => f64::from_bits(u64::from(bits & !3) << 32),
    };
    if bits & 1 != 0 { value / 100.0 } else { value }
}

/// Puts the value that a formula gave, or answers where to put the text that comes next.
fn value_of_formula(
    data: Data<'_>,
    globals: &Globals,
    filling: &mut Filling<'_>,
) -> Result<Option<(u32, u32)>, Error> {
    let (row, column) = place(data)?;
    if data.u16(12)? != 0xFFFF {
        number(data, data.f64(6)?, globals, filling)?;
        return Ok(None);
    }
    match data.u8(6)? {
        0 => return Ok(Some((row, column))),
        1 => filling.put(row, column, truth_or_error(data.u8(8)?, false))?,
        2 => filling.put(row, column, truth_or_error(data.u8(8)?, true))?,
        // An empty text.
        _ => {}
    }
    Ok(None)
}

fn truth_or_error(value: u8, is_error: bool) -> Cell<'static> {
    if !is_error {
        return Cell::Boolean(value != 0);
    }
    Cell::Error(match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERROR",
    })
}

fn merged(data: Data<'_>, filling: &mut Filling<'_>) -> Result<(), Error> {
    for range in 0..usize::from(data.u16(0)?) {
        let number = |at: usize| data.u16(2 + range * 8 + at * 2).map(u32::from);
        let (first, last) = ((number(0)?, number(2)?), (number(1)?, number(3)?));
        if first.0 > last.0 || first.1 > last.1 || last.1 > 255 {
            return Err(damaged(&filling.sheet().name));
        }
        filling.sheet().merges.push(Merge { first, last });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "exact numbers")]
    fn numbers_in_30_bits_are_read() {
        let whole = |number: i32| (number << 2).cast_unsigned();
        assert_eq!(packed(whole(5) | 2), 5.0);
        assert_eq!(packed(whole(-5) | 2), -5.0);
        assert_eq!(packed(whole(1234) | 3), 12.34);
        assert_eq!(packed(0x3FF8_0000), 1.5);
        assert_eq!(packed(0x3FF8_0001), 0.015);
    }
}
