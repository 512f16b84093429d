"""One table in the hands of pandas, polars, DuckDB and pyarrow is one register.

The organisations are made up.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

import lkks

# Without their types: two of the four have none.
np: Any = pytest.importorskip("numpy")
pd: Any = pytest.importorskip("pandas")
pl: Any = pytest.importorskip("polars")
pa: Any = pytest.importorskip("pyarrow")
duckdb: Any = pytest.importorskip("duckdb")

BODY = {"name": "LKKS Kota Contoh", "level": "regency", "region": "33.75"}

TABLE: dict[str, list[Any]] = {
    "ID": ["LKS-001", "LKS-002", "LKS-003"],
    "Nama LKS": ["Yayasan Contoh", "Panti Asuhan Kedua", "LKSA Ketiga"],
    "Kec.": ["Pekalongan Utara", "Pekalongan Timur", "Pekalongan Timur"],
    "NPWP": [12_345_674_501_000, None, None],
    "Tgl. Berdiri": [dt.date(2010, 3, 3), dt.date(1999, 12, 31), None],
    "Akreditasi": ["B", "A", None],
    "Tgl. Akreditasi": [dt.datetime(2021, 4, 9), dt.datetime(2022, 6, 1), None],
    "Nilai Akreditasi": [84.9, 90.0, None],
    "Jumlah Klien": [35, None, 0],
}

AS_CSV = """\
ID,Nama LKS,Kec.,NPWP,Tgl. Berdiri,Akreditasi,Tgl. Akreditasi,Nilai Akreditasi,Jumlah Klien
LKS-001,Yayasan Contoh,Pekalongan Utara,12345674501000,2010-03-03,B,2021-04-09,"84,9",35
LKS-002,Panti Asuhan Kedua,Pekalongan Timur,,1999-12-31,A,2022-06-01,90,
LKS-003,LKSA Ketiga,Pekalongan Timur,,,,,,0
"""


def frame() -> Any:
    """The table in pandas' own types: what is missing makes whole numbers floats."""
    return pd.DataFrame(TABLE)


def objects() -> Any:
    """The table as pandas holds what it does not understand, with each of its words for nothing."""
    made = frame().astype(object)
    made.loc[1, "NPWP"], made.loc[2, "NPWP"] = None, float("nan")
    made.loc[2, "Akreditasi"], made.loc[2, "Tgl. Akreditasi"] = pd.NA, pd.NaT
    return made


def of_sql() -> Any:
    """The table as an answer of DuckDB's, with decimals and lists of choices."""
    table = pa.table(TABLE)
    return duckdb.connect().from_arrow(table).project(
        """
        * REPLACE (
            "Nilai Akreditasi"::DECIMAL(5, 2) AS "Nilai Akreditasi",
            "Akreditasi"::ENUM ('A', 'B', 'C') AS "Akreditasi",
            "NPWP"::HUGEINT AS "NPWP"
        )
        """
    )


def in_parts() -> Any:
    """The table row by row, from a generator that needs Python at each."""
    table = pa.table(TABLE)

    def parts() -> Iterator[Any]:
        for row in range(table.num_rows):
            yield from table.slice(row, 1).to_batches()

    return pa.RecordBatchReader.from_batches(table.schema, parts())


MAKERS: dict[str, Callable[[], Any]] = {
    "pandas": frame,
    "pandas, objects": objects,
    "pandas, categories": lambda: frame().astype({"Kec.": "category", "Akreditasi": "category"}),
    "pandas, with nothing in whole numbers": lambda: frame().convert_dtypes(),
    "pandas, kept by pyarrow": lambda: frame().convert_dtypes(dtype_backend="pyarrow"),
    "pandas, with a zone": lambda: frame().assign(
        **{"Tgl. Akreditasi": frame()["Tgl. Akreditasi"].dt.tz_localize("Asia/Jakarta")}
    ),
    "pandas, filtered": lambda: pd.concat([frame()[2:], frame()]).iloc[1:],
    "pandas, with an index": lambda: frame().set_index("ID"),
    "polars": lambda: pl.DataFrame(TABLE),
    "polars, categories": lambda: pl.DataFrame(TABLE).with_columns(
        pl.col("Kec.").cast(pl.Categorical),
        pl.col("Akreditasi").cast(pl.Enum(["A", "B", "C"])),
        pl.col("Nilai Akreditasi").cast(pl.Decimal(5, 2)),
        pl.col("Jumlah Klien").cast(pl.UInt8),
    ),
    "polars, in chunks": lambda: pl.concat(
        [pl.DataFrame(TABLE)[:1], pl.DataFrame(TABLE)[1:]], rechunk=False
    ),
    "pyarrow": lambda: pa.table(TABLE),
    "pyarrow, a batch": lambda: pa.record_batch(TABLE),
    "pyarrow, an array of rows": lambda: pa.record_batch(TABLE).to_struct_array(),
    "pyarrow, dictionaries": lambda: pa.table(
        {name: pa.array(values).dictionary_encode() for name, values in TABLE.items()}
    ),
    "pyarrow, row by row": in_parts,
    "duckdb": lambda: duckdb.connect().from_arrow(pa.table(TABLE)),
    "duckdb, of its own types": of_sql,
    "duckdb, as Arrow": lambda: of_sql().to_arrow_table(),
    "duckdb, as pandas": lambda: of_sql().df(),
    "duckdb, as polars": lambda: of_sql().pl(),
}


def read(table: Any, **options: Any) -> lkks.Reading:
    """What is read of a table of the body."""
    return lkks.read(table, body=BODY, **options)


def register(table: Any) -> str:
    """The register that a table is, in full."""
    return read(table).into_register().to_json()


def codes(reading: lkks.Reading) -> list[str]:
    """What there is to tell."""
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS.keys())
def test_one_table_is_one_register_whoever_holds_it(maker: Callable[[], Any]) -> None:
    """Neither a value nor a doubt depends on the library."""
    expected = lkks.read(AS_CSV.encode(), body=BODY)
    reading = read(maker())
    assert reading.into_register().to_json() == expected.into_register().to_json()
    assert sorted(codes(reading)) == sorted(codes(expected))
    assert "Yayasan Contoh" in reading.to_json()


def test_pandas_needs_no_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it pandas exports nothing; its values are read one by one."""
    expected = register(pa.table(TABLE))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for made in [frame(), objects(), frame().astype({"Kec.": "category"})]:
        with pytest.raises(ImportError):
            made.__arrow_c_stream__()
        assert register(made) == expected


def test_a_column_of_pandas_may_hold_texts_numbers_and_dates() -> None:
    """As columns do that come from a spreadsheet; Arrow refuses them."""
    founded = ["2019", 2020, dt.date(2021, 3, 4), pd.Timestamp(2022, 5, 6), Decimal(2023), None]
    founded += [np.int64(2024), float("nan"), pd.NaT, np.datetime64("2024-05-20")]
    names = [f"Yayasan {number}" for number in range(len(founded))]
    made = pd.DataFrame({"Nama LKS": names, "Berdiri": pd.Series(founded, dtype=object)})
    with pytest.raises(pa.ArrowException):
        made.__arrow_c_stream__()
    organisations = read(made).into_register().to_dict()["organisations"]
    assert [organisation.get("founded") for organisation in organisations] == [
        "2019",
        "2020",
        "2021-03-04",
        "2022-05-06",
        "2023",
        None,
        "2024",
        None,
        None,
        "2024-05-20",
    ]


def test_headings_of_two_rows_are_read_from_pandas() -> None:
    """As `pandas.read_excel(header=[0, 1])` gives them."""
    columns = [
        ("No", "Unnamed: 0_level_1"),
        ("Nama LKS", "Unnamed: 1_level_1"),
        ("Jumlah Klien", "L"),
        ("Jumlah Klien", "P"),
    ]
    made = pd.DataFrame(
        [[1, "Yayasan Contoh", 3, 4]], columns=pd.MultiIndex.from_tuples(columns)
    )
    (organisation,) = read(made).into_register().to_dict()["organisations"]
    assert {told["fact"]: told["value"] for told in organisation["evidence"]} == {
        "clients_male": 3,
        "clients_female": 4,
    }


def test_a_title_above_the_headings_is_read_from_what_pandas_and_polars_make_of_it() -> None:
    """Both take the first row of a file for headings, and make up names for what is empty there."""
    rows = [["No", "Nama LKS", "Kec."], ["1", "Yayasan Contoh", "Pekalongan Utara"]]
    title = "DATA LKS KOTA PEKALONGAN TAHUN 2024"
    for library, unnamed in [(pd, "Unnamed: {}"), (pl, "__UNNAMED__{}")]:
        headings = [title, unnamed.format(1), unnamed.format(2)]
        made = library.DataFrame(dict(zip(headings, zip(*rows, strict=True), strict=True)))
        reading = lkks.read(made)
        assert reading.into_register().to_dict()["body"]["name"] == "LKKS Kota Pekalongan"
        assert "named" not in reading.to_json().lower().replace(title.lower(), "")


def test_lists_are_read_value_by_value() -> None:
    """A list of categories is as good as a text with several."""
    categories = [["anak telantar", "lanjut usia telantar"], ["pengemis"], None]
    lists = {"Nama LKS": TABLE["Nama LKS"], "Jenis PPKS": categories}
    texts = {**lists, "Jenis PPKS": [told and "; ".join(told) for told in categories]}
    expected = register(pa.table(texts))
    for made in [pa.table(lists), pl.DataFrame(lists), pd.DataFrame(lists)]:
        assert register(made) == expected
    assert "lanjut-usia-telantar" in expected


def test_no_digit_of_a_long_number_is_lost() -> None:
    """Sixteen digits in 64 bits are more than a float holds."""
    number = 9_876_543_210_987_654
    made = {"Nama LKS": ["Yayasan Contoh"], "NPWP": [number]}
    for table in [pa.table(made), pl.DataFrame(made), pd.DataFrame(made)]:
        told = [problem.value or "" for problem in read(table).problems]
        found = read(table).to_json() + "".join(told)
        assert str(number) in found.replace(".", "").replace("-", "")


def test_the_name_of_a_table_is_the_name_of_its_sheet() -> None:
    """So that a problem says where it is."""
    made = pl.DataFrame({"Nama LKS": ["Yayasan Contoh"], "Tgl. Berdiri": ["31 Februari 2010"]})
    for name, sheet in [(None, "table"), ("lks 2024", "lks 2024"), ("lks.parquet", "lks")]:
        (problem,) = [p for p in read(made, name=name).problems if p.code == "invalid-date"]
        assert (problem.sheet, problem.line, problem.column) == (sheet, 2, 2)


def test_bytes_that_are_no_text_are_told() -> None:
    """They are not read, and neither are they shown as something else."""
    made = pa.table({"Nama LKS": ["Yayasan A", "Yayasan B"], "Alamat": [b"Jl. A", b"Jl. \xff"]})
    reading = read(made)
    (problem,) = [problem for problem in reading.problems if problem.code == "not-text"]
    assert (problem.line, problem.column, problem.expected) == (3, 2, "1")
    assert "Jl. A" in reading.to_json()


@pytest.mark.parametrize(
    "column",
    [
        lambda: pd.Series(["Yayasan Contoh"], name="Nama LKS"),
        lambda: pl.Series("Nama LKS", ["Yayasan Contoh"]),
        lambda: pa.array(["Yayasan Contoh"]),
        lambda: pa.chunked_array([["Yayasan Contoh"]]),
    ],
)
def test_a_column_is_no_table(column: Callable[[], Any]) -> None:
    """It exports Arrow too, and has no headings."""
    with pytest.raises(lkks.InputError) as caught:
        read(column())
    assert caught.value.code == "wrong-type"
    assert caught.value.problems[0].expected == "table"


class Exports:
    """Something that exports Arrow, and does this when it is asked."""

    def __init__(self, answer: Callable[[], Any]) -> None:
        self.answer = answer

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.answer()


def raises(error: BaseException) -> Callable[[], Any]:
    """What raises this when it is called."""

    def answer() -> Any:
        raise error

    return answer


@pytest.mark.parametrize(
    "answer",
    [raises(ValueError("boom")), raises(MemoryError()), lambda: 3, lambda: None],
)
def test_a_library_that_fails_is_an_input_error(answer: Callable[[], Any]) -> None:
    """Whatever it does instead of exporting."""
    with pytest.raises(lkks.InputError) as caught:
        read(Exports(answer))
    assert caught.value.code == "unreadable-table"


def test_what_asks_the_program_to_stop_is_passed_on() -> None:
    """It is no failure of the table."""
    for error in [KeyboardInterrupt(), SystemExit()]:
        with pytest.raises(type(error)):
            read(Exports(raises(error)))


def test_a_failure_half_way_is_told_without_identity_numbers() -> None:
    """Of a generator behind pyarrow, and of a query in DuckDB."""
    schema = pa.schema([("Nama LKS", pa.string())])

    def parts() -> Iterator[Any]:
        yield pa.record_batch({"Nama LKS": ["Yayasan Contoh"]}, schema=schema)
        # Made up: no such serial exists.
        raise ValueError("3375014101900001 is no text")

    query = """
        SELECT CASE WHEN range > 5000 THEN error('3375014101900001 is no text')::VARCHAR END AS x
        FROM range(10000)
    """
    for made in [pa.RecordBatchReader.from_batches(schema, parts()), duckdb.connect().sql(query)]:
        with pytest.raises(lkks.InputError) as caught:
            read(made)
        assert caught.value.code == "unreadable-table"
        value = caught.value.problems[0].value or ""
        assert "3375•••••••••••• is no text" in value
        assert "Traceback" not in value


def test_an_object_that_fails_at_every_question_is_no_table() -> None:
    """It is refused as anything else is that is neither a table nor a file."""

    class Fails:
        def __getattr__(self, name: str) -> object:
            raise RuntimeError(name)

    made: Any = Fails()
    with pytest.raises(lkks.InputError) as caught:
        read(made)
    assert caught.value.code == "wrong-type"


def test_tables_are_read_in_several_threads() -> None:
    """The lock is let go while they are read."""
    made = [maker() for maker in MAKERS.values()]
    expected = register(pa.table(TABLE))
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(register, made)) == {expected}


def test_a_large_table_is_read_whole() -> None:
    """One hundred thousand rows, in one batch and in several."""
    count = 100_000
    names = [f"Yayasan Contoh {number}" for number in range(count)]
    made = {"Nama LKS": names, "Jumlah Klien": list(range(count))}
    for table in [pa.table(made), pa.Table.from_batches(pa.table(made).to_batches(1000))]:
        found = read(table).register
        assert found is not None
        assert len(found) == count


def test_rows_in_a_list_are_a_table() -> None:
    rows: list[dict[str, Any]] = [
        {"Nama LKS": "Yayasan Contoh", "Kec.": "Pklg. Utara", "PPKS": ["Pengemis"]},
        {"Nama LKS": "PA Contoh Dua", "Akreditasi": "B", "Tgl Akreditasi": dt.date(2021, 4, 9)},
    ]
    body = {"name": "LKKS Contoh", "level": "regency", "region": "33.75"}
    first, second = lkks.read(rows, body=body).into_register().to_dict()["organisations"]
    assert first["place"] == {"region": "33.75.03"}
    assert second["accreditations"] == [{"decided": "2021-04-09", "grade": "B"}]
    with pytest.raises(lkks.InputError) as refused:
        lkks.read([{"a": float("nan")}])
    assert refused.value.path == "[0].a"
