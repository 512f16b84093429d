use lkks::Problem;

/// Whether a problem speaks of this cell: itself, its row, its column, or the whole sheet.
pub(crate) fn speaks_of(problem: &Problem, row: u32, column: u32) -> bool {
    let (line, place) = (problem.line == Some(row), problem.column == Some(column));
    match problem.code.key() {
        "unused-text" | "totals-row" => line,
        "unused-column" | "ambiguous-heading" | "duplicate-heading" => place,
        "unused-sheet" | "no-table" => true,
        _ => line && place,
    }
}
