//! Codes of problems: what can be wrong with an input, and how it is said.

use super::catalogue;

catalogue! {
    /// What is wrong, as a stable code; its texts use `{value}`, `{expected}` and `{suggestion}`.
    ///
    /// ```
    /// use lkks::message::{Code, Lang};
    /// assert_eq!(Code::InvalidDate.key(), "invalid-date");
    /// assert!(Code::InvalidDate.text(Lang::En, &[("value", "31 Februari")]).contains("31 Februari"));
    /// ```
    pub enum Code {
        // Form of the input
        InvalidJson = "invalid-json" { id: "bukan JSON yang sah: {value}", en: "not valid JSON: {value}" }
        InvalidToml = "invalid-toml" { id: "bukan TOML yang sah: {value}", en: "not valid TOML: {value}" }
        #[cfg(feature = "tables")]
        InvalidCsv = "invalid-csv" { id: "bukan CSV yang sah: {value}", en: "not valid CSV: {value}" }
        TooDeep = "too-deep" { id: "bersarang terlalu dalam; paling banyak {expected} tingkat", en: "nested too deeply; at most {expected} levels" }
        TooLarge = "too-large" { id: "terlalu besar: {value}; paling banyak {expected}", en: "too large: {value}; at most {expected}" }
        UnreadableFile = "unreadable-file" { id: "berkas tidak dapat dibaca: {value}", en: "the file cannot be read: {value}" }
        UnsupportedFormat = "unsupported-format" { id: "bentuk {value} tidak dikenal; diharapkan {expected}", en: "format {value} is not known; expected {expected}" }
        #[cfg(feature = "tables")]
        UnknownHeading = "unknown-heading" { id: "judul kolom \"{value}\" tidak dikenal{suggestion}", en: "the heading \"{value}\" is not known{suggestion}" }
        #[cfg(feature = "tables")]
        DuplicateHeading = "duplicate-heading" { id: "judul kolom \"{value}\" dipakai dua kali; pertama di {expected}", en: "the heading \"{value}\" is used twice; first at {expected}" }
        #[cfg(feature = "tables")]
        RowLength = "row-length" { id: "banyaknya sel {value}, seharusnya {expected} seperti judul kolom", en: "the row has {value} cells; expected {expected}, as there are headings" }
        #[cfg(feature = "tables")]
        NotHeld = "not-held" { id: "tidak dapat disimpan dalam bentuk {expected}: {value}", en: "cannot be held in the format {expected}: {value}" }
        // Form of a value
        WrongType = "wrong-type" { id: "{value} salah jenis; diharapkan {expected}", en: "{value} has the wrong type; expected {expected}" }
        MissingField = "missing-field" { id: "isian \"{expected}\" tidak ada", en: "the field \"{expected}\" is missing" }
        UnknownField = "unknown-field" { id: "isian \"{value}\" tidak dikenal; yang dikenal: {expected}{suggestion}", en: "the field \"{value}\" is not known; known are: {expected}{suggestion}" }
        UnknownValue = "unknown-value" { id: "\"{value}\" tidak dikenal; diharapkan salah satu dari {expected}{suggestion}", en: "\"{value}\" is not known; expected one of {expected}{suggestion}" }
        InvalidDate = "invalid-date" { id: "\"{value}\" bukan tanggal; diharapkan hari yang ada, seperti 2025-02-28{suggestion}", en: "\"{value}\" is not a date; expected a day that exists, such as 2025-02-28{suggestion}" }
        InvalidDecimal = "invalid-decimal" { id: "\"{value}\" bukan angka desimal; diharapkan seperti 84.5, paling banyak empat tempat desimal", en: "\"{value}\" is not a decimal; expected one such as 84.5, with at most four places" }
        InvalidNumber = "invalid-number" { id: "{value} bukan bilangan", en: "{value} is not a number" }
        InvalidRegion = "invalid-region" { id: "\"{value}\" bukan kode wilayah; diharapkan seperti 33.75.01.1001", en: "\"{value}\" is not a region code; expected one such as 33.75.01.1001" }
        InvalidId = "invalid-id" { id: "\"{value}\" bukan pengenal; diharapkan 1 sampai 200 huruf tanpa spasi di tepi", en: "\"{value}\" is not an identifier; expected 1 to 200 characters without spaces at the ends" }
        OutOfRange = "out-of-range" { id: "{value} di luar batas; diharapkan {expected}", en: "{value} is out of range; expected {expected}" }
        NationalIdentityNumber = "national-identity-number" { id: "{value} tampak seperti NIK; nomor induk kependudukan tidak boleh disimpan", en: "{value} looks like a national identity number; such numbers must not be stored" }
        PeriodReversed = "period-reversed" { id: "masa {value} berakhir sebelum dimulai", en: "the period {value} ends before it starts" }
        DateOverflow = "date-overflow" { id: "tanggal {value} keluar dari kalender", en: "the date {value} leaves the calendar" }
        // Tables in the wild
        #[cfg(feature = "tables")]
        EncryptedFile = "encrypted-file" { id: "berkas terkunci kata sandi; simpan dahulu tanpa kata sandi", en: "the file is locked with a password; save it without one first" }
        #[cfg(feature = "tables")]
        DamagedFile = "damaged-file" { id: "berkas rusak atau terpotong: {value}", en: "the file is damaged or cut off: {value}" }
        #[cfg(feature = "tables")]
        TooManySheets = "too-many-sheets" { id: "terlalu banyak lembar; paling banyak {expected}", en: "too many sheets; at most {expected}" }
        #[cfg(feature = "tables")]
        TooManyCells = "too-many-cells" { id: "terlalu banyak sel berisi; paling banyak {expected}", en: "too many cells that hold anything; at most {expected}" }
        #[cfg(feature = "tables")]
        GuessedEncoding = "guessed-encoding" { id: "bukan UTF-8; huruf dibaca sebagai {value}", en: "not UTF-8; the letters were read as {value}" }
        #[cfg(feature = "tables")]
        UnknownEncoding = "unknown-encoding" { id: "huruf {value} tidak dapat dibaca; simpan sebagai UTF-8", en: "the letters {value} cannot be read; save the text as UTF-8" }
        #[cfg(feature = "tables")]
        Contradiction = "contradiction" { id: "\"{value}\" bertentangan dengan {expected}", en: "\"{value}\" contradicts {expected}" }
        #[cfg(feature = "tables")]
        UnwritableFile = "unwritable-file" { id: "berkas tidak dapat ditulis: {value}", en: "the file cannot be written: {value}" }
        #[cfg(feature = "tables")]
        UnreadableTable = "unreadable-table" { id: "tabel tidak dapat dibaca: {value}", en: "the table cannot be read: {value}" }
        #[cfg(feature = "tables")]
        NotText = "not-text" { id: "kolom \"{value}\" berisi bita yang bukan huruf UTF-8; {expected} sel tidak dibaca", en: "the column \"{value}\" holds bytes that are no text in UTF-8; {expected} of its cells were not read" }
        #[cfg(feature = "tables")]
        NoTable = "no-table" { id: "tidak ada tabel lembaga di sini; diharapkan judul kolom seperti {expected}", en: "no table of organisations here; expected headings such as {expected}" }
        #[cfg(feature = "tables")]
        AmbiguousHeading = "ambiguous-heading" { id: "judul kolom \"{value}\" dapat berarti {expected}; pilih dengan pemetaan", en: "the heading \"{value}\" could mean {expected}; choose with a mapping" }
        #[cfg(feature = "tables")]
        GuessedHeading = "guessed-heading" { id: "judul kolom \"{value}\" dibaca sebagai {expected}", en: "the heading \"{value}\" was read as {expected}" }
        #[cfg(feature = "tables")]
        UnusedColumn = "unused-column" { id: "kolom \"{value}\" tidak dibaca ({expected} sel berisi)", en: "the column \"{value}\" was not read ({expected} filled cells)" }
        #[cfg(feature = "tables")]
        UnusedSheet = "unused-sheet" { id: "lembar \"{value}\" tidak dibaca", en: "the sheet \"{value}\" was not read" }
        #[cfg(feature = "tables")]
        UnusedText = "unused-text" { id: "teks di luar tabel tidak dibaca: \"{value}\"", en: "text outside the table was not read: \"{value}\"" }
        #[cfg(feature = "tables")]
        TotalsRow = "totals-row" { id: "baris jumlah tidak dibaca: \"{value}\"", en: "a row of totals was not read: \"{value}\"" }
        #[cfg(feature = "tables")]
        HiddenRead = "hidden-read" { id: "tersembunyi di lembar ini, tetapi dibaca: {value}", en: "hidden in this sheet, but read: {value}" }
        #[cfg(feature = "tables")]
        FormulaError = "formula-error" { id: "rumus di sel ini gagal: {value}", en: "the formula in this cell failed: {value}" }
        #[cfg(feature = "tables")]
        FormulaWithoutValue = "formula-without-value" { id: "rumus di sel ini belum pernah dihitung: {value}; buka dan simpan berkas di Excel atau LibreOffice", en: "the formula in this cell was never computed: {value}; open and save the file in Excel or LibreOffice" }
        #[cfg(feature = "tables")]
        MadeIdentifiers = "made-identifiers" { id: "tidak ada kolom pengenal; dibuat {value}", en: "there is no column of identifiers; made {value}" }
        #[cfg(feature = "tables")]
        MadeBody = "made-body" { id: "badan dibaca dari judul tabel: {value}", en: "the body was read from the title of the table: {value}" }
        #[cfg(feature = "tables")]
        UnknownBody = "unknown-body" { id: "tidak diketahui lembaga koordinasi mana yang punya tabel ini; diharapkan {expected}", en: "which coordinating body this table belongs to is not known; expected {expected}" }
        #[cfg(feature = "tables")]
        IncompleteDate = "incomplete-date" { id: "\"{value}\" belum sampai harinya; diharapkan {expected}", en: "\"{value}\" is not known to the day; expected {expected}" }
        #[cfg(feature = "tables")]
        DoubtfulDate = "doubtful-date" { id: "\"{value}\" dibaca sebagai {expected}{suggestion}", en: "\"{value}\" was read as {expected}{suggestion}" }
        #[cfg(feature = "tables")]
        DoubtfulValue = "doubtful-value" { id: "\"{value}\" dibaca sebagai {expected}", en: "\"{value}\" was read as {expected}" }
        #[cfg(feature = "tables")]
        InProgress = "in-progress" { id: "\"{value}\": masih dalam proses, dicatat sebagai belum diketahui", en: "\"{value}\": in progress, recorded as not known" }
        #[cfg(feature = "tables")]
        NotUnderstood = "not-understood" { id: "\"{value}\" tidak dimengerti; diharapkan misalnya {expected}{suggestion}", en: "\"{value}\" is not understood; expected for example {expected}{suggestion}" }
        #[cfg(feature = "tables")]
        AmbiguousValue = "ambiguous-value" { id: "\"{value}\" dapat berarti {expected}", en: "\"{value}\" could mean {expected}" }
        #[cfg(feature = "tables")]
        UnknownPlace = "unknown-place" { id: "tempat \"{value}\" tidak dikenal di {expected}{suggestion}", en: "the place \"{value}\" is not known in {expected}{suggestion}" }
        #[cfg(feature = "tables")]
        AmbiguousPlace = "ambiguous-place" { id: "tempat \"{value}\" dapat berarti {expected}", en: "the place \"{value}\" could mean {expected}" }
        #[cfg(feature = "tables")]
        PlaceOutside = "place-outside" { id: "{value} tidak terletak di {expected}", en: "{value} does not lie in {expected}" }
        #[cfg(feature = "tables")]
        PlaceDiffers = "place-differs" { id: "tempat \"{value}\" berbeda dari {expected}", en: "the place \"{value}\" differs from {expected}" }
        #[cfg(feature = "tables")]
        InvalidTaxNumber = "invalid-tax-number" { id: "\"{value}\" bukan NPWP; diharapkan misalnya {expected}", en: "\"{value}\" is not a tax number (NPWP); expected for example {expected}" }
        #[cfg(feature = "tables")]
        TaxNumberCheckDigit = "tax-number-check-digit" { id: "angka pemeriksa NPWP \"{value}\" tidak cocok; menurut angka lainnya {expected}", en: "the check digit of the tax number (NPWP) \"{value}\" does not fit; by its other digits it is {expected}" }
        #[cfg(feature = "tables")]
        PossibleDuplicate = "possible-duplicate" { id: "\"{value}\" mungkin lembaga yang sama dengan {expected}", en: "\"{value}\" is perhaps the same organisation as {expected}" }
        #[cfg(feature = "tables")]
        PaperNotKept = "paper-not-kept" { id: "surat ini tidak disimpan: {value}; {expected} tidak diketahui", en: "this paper was not kept: {value}; {expected} is not known" }
        #[cfg(feature = "tables")]
        SumDiffers = "sum-differs" { id: "jumlah {value} berbeda dari {expected}", en: "the total {value} differs from {expected}" }
        // Register
        DuplicateId = "duplicate-id" { id: "pengenal \"{value}\" dipakai dua kali; pertama di {expected}", en: "the identifier \"{value}\" is used twice; first at {expected}" }
        UnknownReference = "unknown-reference" { id: "\"{value}\" tidak ada dalam daftar {expected}{suggestion}", en: "\"{value}\" is not among the {expected}{suggestion}" }
        IllegalStep = "illegal-step" { id: "langkah \"{value}\" tidak boleh di sini; yang boleh: {expected}", en: "the step \"{value}\" is not allowed here; allowed are: {expected}" }
        StepBackInTime = "step-back-in-time" { id: "langkah tanggal {value} mendahului langkah sebelumnya ({expected})", en: "the step of {value} is earlier than the one before it ({expected})" }
        DuplicateMembership = "duplicate-membership" { id: "keanggotaan \"{value}\" bertumpuk dengan {expected}", en: "the membership of \"{value}\" overlaps {expected}" }
        RegisteredTwice = "registered-twice" { id: "nomor tanda daftar \"{value}\" dipakai juga oleh {expected}", en: "the registration number \"{value}\" is also held by {expected}" }
        SameNameTwice = "same-name-twice" { id: "nama \"{value}\" dipakai juga oleh {expected}; mungkin lembaga yang sama", en: "the name \"{value}\" is also held by {expected}; perhaps the same organisation" }
        OverlappingCertificates = "overlapping-certificates" { id: "sertifikat {value} bertumpuk dengan {expected}; yang diputuskan terakhir yang berlaku", en: "the certificate {value} overlaps {expected}; the one decided last applies" }
        ContradictoryEvidence = "contradictory-evidence" { id: "bukti tentang \"{value}\" saling bertentangan pada tanggal ini; dianggap tidak diketahui", en: "evidence on \"{value}\" contradicts itself on this date; taken as unknown" }
        PublishedFigureDiffers = "published-figure-differs" { id: "angka terbitan ({expected}) berbeda dari isi daftar ({value})", en: "the published figure ({expected}) differs from the register ({value})" }
        UnknownOrganisation = "unknown-organisation" { id: "tidak ada lembaga \"{value}\" dalam daftar{suggestion}", en: "there is no organisation \"{value}\" in the register{suggestion}" }
        RegionLevelDiffers = "region-level-differs" { id: "wilayah {value} bukan wilayah tingkat {expected}", en: "the region {value} is not one of the level {expected}" }
        // Facts
        UnknownFact = "unknown-fact" { id: "fakta \"{value}\" tidak dikenal{suggestion}", en: "the fact \"{value}\" is not known{suggestion}" }
        FactType = "fact-type" { id: "{value} bukan nilai untuk fakta ini; diharapkan {expected}", en: "{value} is not a value for this fact; expected {expected}" }
        // Rule packs
        UnknownPack = "unknown-pack" { id: "paket aturan \"{value}\" tidak ada{suggestion}", en: "there is no rule pack \"{value}\"{suggestion}" }
        ExtendsCycle = "extends-cycle" { id: "paket \"{value}\" pada akhirnya memperluas dirinya sendiri", en: "the pack \"{value}\" extends itself in the end" }
        NoVersionInForce = "no-version-in-force" { id: "tidak ada versi \"{value}\" yang berlaku pada {expected}", en: "no version of \"{value}\" is in force on {expected}" }
        VersionOverlap = "version-overlap" { id: "versi {value} bertumpuk dalam waktu dengan {expected}", en: "the version {value} overlaps {expected} in time" }
        VersionGap = "version-gap" { id: "ada sela waktu antara {value} dan {expected}", en: "there is a gap in time between {value} and {expected}" }
        WeightsDoNotAddUp = "weights-do-not-add-up" { id: "jumlah bobot {value}, seharusnya {expected}", en: "the weights add up to {value}, not {expected}" }
        BandGap = "band-gap" { id: "tidak ada peringkat untuk nilai {value}", en: "no band holds the scores {value}" }
        BandOverlap = "band-overlap" { id: "lebih dari satu peringkat untuk nilai {value}", en: "more than one band holds the scores {value}" }
        NeverMet = "never-met" { id: "syarat \"{value}\" tidak pernah dapat dipenuhi", en: "the criterion \"{value}\" can never be met" }
        NeverFails = "never-fails" { id: "syarat \"{value}\" tidak pernah dapat gagal", en: "the criterion \"{value}\" can never fail" }
        NotJudged = "not-judged" { id: "tidak diperiksa apakah syarat \"{value}\" dapat dipenuhi dan dapat gagal: terlalu banyak kemungkinan", en: "whether the criterion \"{value}\" can be met and can fail was not judged: there are too many cases" }
        CitesRepealed = "cites-repealed" { id: "mengutip {value}, yang dicabut oleh {expected}", en: "cites {value}, which {expected} repealed" }
        UnknownGrade = "unknown-grade" { id: "peringkat \"{value}\" tidak ditetapkan; yang ada: {expected}", en: "the grade \"{value}\" is not defined; defined are: {expected}" }
        InvalidCondition = "invalid-condition" { id: "syarat tidak dapat dibaca: {value}; diharapkan {expected}", en: "the condition cannot be read: {value}; expected {expected}" }
        InvalidCitation = "invalid-citation" { id: "kutipan tidak lengkap: {value}; diharapkan {expected}", en: "the citation is incomplete: {value}; expected {expected}" }
        InvalidFigure = "invalid-figure" { id: "tidak ada angka \"{value}\" dalam paket {expected}", en: "there is no figure \"{value}\" in the pack {expected}" }
        OpenFigure = "open-figure" { id: "angka ini belum diketahui dari sumber: {value}", en: "this figure is not known from any source: {value}" }
        UncertainEdge = "uncertain-edge" { id: "tanggal ini dekat dengan batas berlaku {value} yang hanya diketahui sebagai {expected}", en: "this date is near the edge of {value}, known only as {expected}" }
        AssumedFigure = "assumed-figure" { id: "bertumpu pada angka yang diandaikan dalam {value}", en: "rests on an assumed figure of {value}" }
        ReportedFigure = "reported-figure" { id: "bertumpu pada angka dari sumber kedua dalam {value}", en: "rests on a figure of {value} known from a secondary source" }
        IllustrationOnly = "illustration-only" { id: "{value} adalah contoh, bukan hukum yang berlaku", en: "{value} is an illustration, not law in force" }
        // Receipts
        ReceiptMismatch = "receipt-mismatch" { id: "tanda terima tidak cocok: {value}, seharusnya {expected}", en: "the receipt does not match: {value}, expected {expected}" }
    }
}
