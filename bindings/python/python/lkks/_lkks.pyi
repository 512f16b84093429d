import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from os import PathLike
from typing import Any, ClassVar, Literal, Protocol, TypeAlias, final, overload

from .types import (
    Activity,
    Case,
    Certainty,
    Comparison,
    Holder,
    Judgement,
    Membership,
    Organisation,
    Period,
    Problem,
    Receipt,
    Simulation,
    Summary,
    Term,
)

__all__ = [
    "AssessedStream",
    "AssessedTable",
    "Assessment",
    "Reading",
    "Register",
    "RegisterOn",
    "RuleBook",
    "Verdict",
    "Written",
    "assess",
    "assess_again",
    "is_debug_build",
    "read",
    "recompute_receipt",
    "simulate",
    "template",
    "verify_receipt",
    "version",
]

_Content: TypeAlias = str | bytes | bytearray

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]: ...

_ArrowTable: TypeAlias = _ArrowStream | _ArrowArray
_Day: TypeAlias = datetime.date | str
_Subject: TypeAlias = Literal["accreditation", "registration", "operating-permit"]
_Lang: TypeAlias = Literal["id", "en"]
_Form: TypeAlias = Literal[
    "json", "csv", "xlsx", "ical", "hsds", "popolo", "json-ld", "data-package"
]

@final
class Register:
    """Everything recorded about one coordinating body; read whole, checked whole, never changed."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    @classmethod
    def from_json(cls, json: _Content) -> Register:
        """A register from JSON: text, or UTF-8 in bytes."""
    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any]) -> Register:
        """A register from a mapping of the shape of its JSON."""
    @classmethod
    def from_csv(cls, csv: _Content, options: Mapping[str, Any] | None = None) -> Register:
        """A register from CSV; `options` says what the CSV does not say itself of its body."""
    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        body: Mapping[str, Any] | None = None,
        mapping: Mapping[str, Any] | None = None,
        joined: _Day | None = None,
    ) -> Register:
        """A register from a file in whichever form; refused with all that is wrong in it."""
    def to_json(self) -> str:
        """The register as canonical JSON, which reads back as the same register."""
    def to_dict(self) -> dict[str, Any]:
        """The register as plain objects of the shape of its JSON."""
    def write(
        self,
        form: _Form,
        *,
        on: _Day | None = None,
        rules: RuleBook | None = None,
        lang: _Lang = "id",
        reminders: Sequence[int] = (90, 30),
    ) -> Written:
        """The register in a form that others read, and what that form cannot hold."""
    @property
    def warnings(self) -> list[Problem]:
        """What is odd in it without being wrong."""
    def organisation(self, id: str) -> Organisation:
        """The organisation with this identifier."""
    def on(self, day: _Day) -> RegisterOn:
        """What held on a day."""
    def assess(
        self,
        rules: RuleBook | None = None,
        *,
        on: _Day,
        progress: Callable[[int, int], object] | None = None,
    ) -> Assessment:
        """Assesses every organisation, and the board, on a day by the rules in force that day."""
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> Register: ...
    def __deepcopy__(self, _memo: dict[int, Any]) -> Register: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Reading:
    """What came of reading a file or a table, and everything there is to tell of it."""

    @property
    def register(self) -> Register | None:
        """The register of what was understood; `None` where not even its body is known."""
    @property
    def problems(self) -> list[Problem]:
        """Everything there is to tell, in the order of the file."""
    @property
    def mapping(self) -> dict[str, Any]:
        """Which columns were read as what, to be kept and given again."""
    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong."""
    def into_register(self) -> Register:
        """The register, if nothing is wrong; otherwise an error with everything there is to tell."""
    def picture(self, number: int, lang: _Lang = "id", *, colour: bool = False) -> str:
        """The problem of this number drawn for a terminal: the cell in its row."""
    def to_json(self) -> str:
        """All of it as canonical JSON: `register`, `problems` and `mapping`."""
    def _repr_html_(self) -> str: ...

@final
class Written:
    """A register, or a template for one, in a form that others read."""

    @property
    def form(self) -> _Form:
        """In which form."""
    @property
    def content(self) -> bytes:
        """The bytes of a file."""
    @property
    def text(self) -> str | None:
        """The content as text; `None` for a form that is no text."""
    @property
    def media_type(self) -> str:
        """The media type under which it is sent."""
    @property
    def extension(self) -> str:
        """What the name of its file ends with, without the dot."""
    @property
    def lost(self) -> list[Problem]:
        """What the form cannot hold, each with its path in the register."""
    def save(self, path: str | PathLike[str]) -> None:
        """Writes the file, whole or not at all."""

@final
class RegisterOn:
    """What held in a register on one day."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    @property
    def day(self) -> datetime.date:
        """The day."""
    def memberships(self) -> list[Membership]:
        """The memberships that held that day, in the order of the register."""
    def members(self) -> list[Organisation]:
        """The organisations that were members that day."""
    def is_member(self, id: str) -> bool:
        """Whether the organisation with this identifier was a member that day."""
    def term(self) -> Term | None:
        """The term of office that ran that day, if one did."""
    def holders(self) -> list[Holder]:
        """Who held which office that day."""
    def open_cases(self) -> list[Case]:
        """The cases that stood open that day."""
    def activities(self) -> list[Activity]:
        """The activities that had taken place by that day."""
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> RegisterOn: ...
    def __deepcopy__(self, _memo: dict[int, Any]) -> RegisterOn: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class RuleBook:
    """Packs of dated, cited rules that fit together; every change gives a new book."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    @classmethod
    def indonesia(cls) -> RuleBook:
        """Every pack that comes with the library; only law applies by itself."""
    @classmethod
    def empty(cls) -> RuleBook:
        """A book without packs."""
    @classmethod
    def from_json(cls, json: _Content) -> RuleBook:
        """The book in this JSON, as `to_json` writes it."""
    def to_json(self) -> str:
        """The whole book as canonical JSON, which reads back as the same book."""
    def with_toml(self, toml: _Content) -> RuleBook:
        """This book and the pack in this TOML."""
    def with_pack(self, pack: _Content | Mapping[str, Any]) -> RuleBook:
        """This book and this pack: JSON, or a mapping of that shape."""
    def using(self, id: str) -> RuleBook:
        """This book with a pack or series applied instead of the law on the same subject."""
    def assuming(self, id: str) -> RuleBook:
        """This book with a pack applied on any day: the law as it stood, or will stand."""
    def with_figure(
        self, pack: str, figure: str, value: bool | float | Decimal | datetime.date | str
    ) -> RuleBook:
        """This book with one figure of a pack set to another value, for a what-if."""
    @property
    def ids(self) -> list[str]:
        """The packs' identifiers, in order."""
    @property
    def chosen(self) -> list[str]:
        """What `using` has chosen."""
    @property
    def assumed(self) -> list[str]:
        """What `assuming` has assumed."""
    def pack(self, id: str) -> dict[str, Any]:
        """The pack of this id as it is written, as plain objects."""
    def in_force(self, series: str, on: _Day) -> str:
        """The id of the version of a series that is in force on a day."""
    def lint(self) -> list[Problem]:
        """What is doubtful in the packs."""
    def compare(self, a: str, b: str) -> Comparison:
        """What changed from pack `a` to pack `b`, each with those it extends."""
    def __len__(self) -> int: ...
    def __contains__(self, id: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __copy__(self) -> RuleBook: ...
    def __deepcopy__(self, _memo: dict[int, Any]) -> RuleBook: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Assessment:
    """The assessment of a register on a day: a verdict on each organisation, and a summary."""

    __hash__: ClassVar[None]  # type: ignore[assignment]

    @property
    def on(self) -> datetime.date:
        """The day."""
    @property
    def body(self) -> str:
        """The name of the coordinating body."""
    @property
    def notice(self) -> str | None:
        """What a reader of the register must know first."""
    @property
    def summary(self) -> Summary:
        """The register as a whole."""
    def verdict(self, id: str) -> Verdict:
        """The verdict on one organisation."""
    def explain(self, lang: _Lang = "id") -> str:
        """The whole as a text a secretary could read aloud, in Indonesian or English."""
    def to_json(self) -> str:
        """The assessment as canonical JSON: the same bytes in every language."""
    def to_dict(self) -> dict[str, Any]:
        """The assessment as plain objects of the shape of its JSON."""
    def __getitem__(self, id: str, /) -> Verdict: ...
    def __contains__(self, id: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Verdict]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def _repr_html_(self) -> str: ...
    def __copy__(self) -> Assessment: ...
    def __deepcopy__(self, _memo: dict[int, Any]) -> Assessment: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Verdict:
    """The verdict on one organisation on one day, with all its reasons."""

    @property
    def organisation(self) -> str:
        """The organisation's identifier."""
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def on(self) -> datetime.date:
        """The day."""
    @property
    def region(self) -> str | None:
        """The code of the region where its secretariat is."""
    @property
    def membership(self) -> Period | None:
        """Its membership of the LKKS that day."""
    @property
    def accreditation(self) -> Judgement:
        """Accreditation: its standing, whether it may apply, its score."""
    @property
    def registration(self) -> Judgement:
        """Registration (tanda daftar)."""
    @property
    def operating_permit(self) -> Judgement | None:
        """The operating permit, where the rules ask for one."""
    @property
    def problems(self) -> list[Problem]:
        """Records that could not be used, with paths in the register."""
    @property
    def certainty(self) -> Certainty:
        """The weakest certainty of any figure the verdict rests on."""
    @property
    def receipt(self) -> Receipt:
        """A hash over all of the above and the rules used."""
    def explain(self, lang: _Lang = "id") -> str:
        """The verdict as a text a secretary could read aloud, in Indonesian or English."""
    def to_json(self) -> str:
        """The verdict as canonical JSON: the same bytes in every language."""
    def to_dict(self) -> dict[str, Any]:
        """The verdict as plain objects of the shape of its JSON."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...
    def __copy__(self) -> Verdict: ...
    def __deepcopy__(self, _memo: dict[int, Any]) -> Verdict: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class AssessedTable:
    """What is said of each row of a table: a table itself, which exports Arrow without copying."""

    @property
    def column_names(self) -> list[str]:
        """The names of its columns."""

    @property
    def asked(self) -> list[str]:
        """The names of the columns of the table that were asked for."""

    def explain(self, row: int) -> Verdict:
        """The whole verdict on one row; a negative number counts from the end."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...

@final
class AssessedStream:
    """What is said of each row of a table, judged batch by batch as it is read, once."""

    @property
    def column_names(self) -> list[str]:
        """The names of its columns."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...
    def __repr__(self) -> str: ...

@overload
def assess(
    table: _ArrowTable,
    rules: RuleBook | None = None,
    *,
    on: _Day,
    subject: _Subject = "accreditation",
    columns: Mapping[str, str] | None = None,
    keep: Sequence[str] | None = None,
    receipts: bool = False,
    threads: int | None = None,
    stream: Literal[False] = False,
    progress: Callable[[int, int], object] | None = None,
) -> AssessedTable:
    """Judges every row of a table as an organisation."""
@overload
def assess(
    table: _ArrowTable,
    rules: RuleBook | None = None,
    *,
    on: _Day,
    subject: _Subject = "accreditation",
    columns: Mapping[str, str] | None = None,
    keep: Sequence[str] | None = None,
    receipts: bool = False,
    threads: int | None = None,
    stream: Literal[True],
    progress: Callable[[int, int], object] | None = None,
) -> AssessedStream:
    """Judges every row of a table as an organisation."""

def read(
    source: str | PathLike[str] | bytes | bytearray | _ArrowTable | list[dict[str, Any]],
    *,
    name: str | None = None,
    body: Mapping[str, Any] | None = None,
    mapping: Mapping[str, Any] | None = None,
    joined: _Day | None = None,
) -> Reading:
    """Reads a file, the bytes of one, a table of anything that exports Arrow, or rows."""

def simulate(register: Register, before: RuleBook, after: RuleBook, *, on: _Day) -> Simulation:
    """Assesses a register under two rule books and says whose verdict differs, and why."""

def template(
    *,
    body: Mapping[str, Any] | None = None,
    documents: Sequence[str] = (),
    rows: int = 500,
    lang: _Lang = "id",
) -> Written:
    """An empty workbook to fill in, which is read back without a remark."""

def verify_receipt(verdict: _Content | Mapping[str, Any] | Verdict) -> None:
    """Checks that a verdict bears the hash of what it says; raises an error where it does not."""

def recompute_receipt(verdict: _Content | Mapping[str, Any] | Verdict) -> str:
    """The hash that the receipt of a verdict should bear."""

def version() -> str:
    """The version of the library, the same in all its languages."""

def is_debug_build() -> bool:
    """Whether this build is one for debugging, which is many times slower."""

def assess_again(register: Register, rules: RuleBook, on: str) -> Assessment:
    """Makes an assessment anew, for unpickling."""
