//! Texts of explanations: how a verdict is told to a person.

use super::catalogue;

catalogue! {
    /// A piece of an explanation.
    ///
    /// ```
    /// use lkks::message::{Lang, Text};
    /// assert_eq!(Text::Unknown.template(Lang::Id), "tidak diketahui");
    /// assert_eq!(Text::FindingNotMet.text(Lang::En, &[("label", "deed")]), "Not met: deed.");
    /// ```
    pub enum Text {
        Yes = "yes" { id: "ya", en: "yes" }
        No = "no" { id: "tidak", en: "no" }
        And = "and" { id: " dan ", en: " and " }
        Or = "or" { id: " atau ", en: " or " }
        Unknown = "unknown" { id: "tidak diketahui", en: "unknown" }
        // Problems
        Perhaps = "perhaps" { id: "; mungkin \"{name}\"", en: "; perhaps \"{name}\"" }
        KindText = "kind-text" { id: "teks", en: "text" }
        KindNumber = "kind-number" { id: "bilangan", en: "number" }
        KindInteger = "kind-integer" { id: "bilangan bulat", en: "integer" }
        KindDecimal = "kind-decimal" { id: "bilangan desimal", en: "decimal" }
        KindBoolean = "kind-boolean" { id: "ya/tidak (true/false)", en: "true/false" }
        KindDate = "kind-date" { id: "tanggal", en: "date" }
        KindChoice = "kind-choice" { id: "pilihan", en: "choice" }
        KindDocument = "kind-document" { id: "dokumen", en: "document" }
        KindList = "kind-list" { id: "daftar", en: "list" }
        KindTable = "kind-table" { id: "tabel", en: "table" }
        RuleBook = "rule-book" { id: "buku aturan", en: "rule book" }
        OrganisationList = "organisation-list" { id: "lembaga", en: "organisations" }
        // Days and numbers
        DayOfMonth = "day-of-month" { id: "{day} {month} {year}", en: "{day} {month} {year}" }
        MonthNames = "month-names" { id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember", en: "January February March April May June July August September October November December" }
        DecimalMark = "decimal-mark" { id: ",", en: "." }
        // Lengths of time
        OneYear = "one-year" { id: "{count} tahun", en: "{count} year" }
        Years = "years" { id: "{count} tahun", en: "{count} years" }
        OneMonth = "one-month" { id: "{count} bulan", en: "{count} month" }
        Months = "months" { id: "{count} bulan", en: "{count} months" }
        OneDay = "one-day" { id: "{count} hari", en: "{count} day" }
        Days = "days" { id: "{count} hari", en: "{count} days" }
        OneWorkingDay = "one-working-day" { id: "{count} hari kerja", en: "{count} working day" }
        WorkingDays = "working-days" { id: "{count} hari kerja", en: "{count} working days" }
        // What a condition requires
        RequireNot = "require-not" { id: "bukan: {condition}", en: "not: {condition}" }
        RequireValid = "require-valid" { id: "{fact}: ada dan masih berlaku", en: "{fact}: present and still valid" }
        RequirePresent = "require-present" { id: "{fact}: ada", en: "{fact}: present" }
        RequireEquals = "require-equals" { id: "{fact}: {value}", en: "{fact}: {value}" }
        RequireOneOf = "require-one-of" { id: "{fact}: salah satu dari {value}", en: "{fact}: one of {value}" }
        RequireAtLeast = "require-at-least" { id: "{fact}: paling sedikit {value}", en: "{fact}: at least {value}" }
        RequireAtMost = "require-at-most" { id: "{fact}: paling banyak {value}", en: "{fact}: at most {value}" }
        RequireMoreThan = "require-more-than" { id: "{fact}: lebih dari {value}", en: "{fact}: more than {value}" }
        RequireLessThan = "require-less-than" { id: "{fact}: kurang dari {value}", en: "{fact}: less than {value}" }
        RequireNotBefore = "require-not-before" { id: "{fact}: tidak sebelum {value}", en: "{fact}: not before {value}" }
        RequireNotAfter = "require-not-after" { id: "{fact}: tidak sesudah {value}", en: "{fact}: not after {value}" }
        RequireHeldFor = "require-held-for" { id: "{fact}: sudah {value} atau lebih", en: "{fact}: {value} ago or more" }
        RequireEveryComponent = "require-every-component" { id: "setiap komponen paling sedikit {value}", en: "every component at least {value}" }
        RequireMostComponents = "require-most-components" { id: "paling banyak {count} komponen di bawah {value}", en: "at most {count} components under {value}" }
        // Findings that follow from dates
        RulesApply = "rules-apply" { id: "Aturan ini berlaku bagi lembaga ini", en: "These rules apply to this organisation" }
        RenewalWindow = "renewal-window" { id: "Waktu pembaruan", en: "Time of renewal" }
        RenewalOpens = "renewal-opens" { id: "dapat diajukan mulai {value} setelah penetapan", en: "may be asked for from {value} after the decision" }
        RenewalInTime = "renewal-in-time" { id: "diajukan paling lambat {value} sebelum berakhir", en: "asked for at the latest {value} before it ends" }
        // Verdicts: heading and membership
        VerdictHeading = "verdict-heading" { id: "{name} ({id}), keadaan pada {on}", en: "{name} ({id}), as of {on}" }
        MemberSince = "member-since" { id: "Anggota LKKS sejak {since}.", en: "A member of the LKKS since {since}." }
        NotMember = "not-member" { id: "Bukan anggota LKKS pada tanggal ini.", en: "Not a member of the LKKS on this day." }
        ReceiptLine = "receipt-line" { id: "Kode tanda terima: {hash}", en: "Receipt code: {hash}" }
        RecordsWrong = "records-wrong" { id: "Catatan yang harus diperbaiki:", en: "Records to be mended:" }
        // Subjects
        SubjectRegistration = "subject-registration" { id: "Tanda daftar", en: "Registration" }
        SubjectOperatingPermit = "subject-operating-permit" { id: "Izin operasional", en: "Operating permit" }
        SubjectAccreditation = "subject-accreditation" { id: "Akreditasi", en: "Accreditation" }
        SubjectStatutes = "subject-statutes" { id: "Anggaran dasar dan anggaran rumah tangga", en: "Statutes" }
        RulesLine = "rules-line" { id: "Aturan: {title}.", en: "Rules: {title}." }
        NoRules = "no-rules-line" { id: "Tidak ada aturan yang berlaku pada tanggal ini.", en: "No rules are in force on this day." }
        // Standing
        StandingNever = "standing-never" { id: "Belum pernah dimiliki.", en: "Never held." }
        StandingCurrent = "standing-current" { id: "Berlaku sampai dengan {last} (sisa {days}).", en: "Valid to {last} inclusive ({days} left)." }
        StandingCurrentOpen = "standing-current-open" { id: "Berlaku, tanpa hari terakhir yang diketahui.", en: "Valid, with no known last day." }
        StandingRunsOn = "standing-runs-on" { id: "Hari terakhirnya {last}, tetapi tetap berlaku karena pembaruan diajukan tepat waktu dan belum diputuskan.", en: "Its last day was {last}, but it runs on because a renewal was asked for in time and is not yet decided." }
        StandingExpired = "standing-expired" { id: "Sudah berakhir pada {last} ({days} yang lalu).", en: "Ran out on {last} ({days} ago)." }
        StandingExpiredOpen = "standing-expired-open" { id: "Sudah berakhir.", en: "Ran out." }
        StandingRevoked = "standing-revoked" { id: "Sudah dicabut.", en: "Withdrawn." }
        StandingUndetermined = "standing-undetermined" { id: "Pernah diberikan pada {since}, tetapi tidak diketahui apakah masih berlaku.", en: "Given on {since}, but it is not known whether it still holds." }
        StandingGrade = "standing-grade" { id: "Peringkat {grade}.", en: "Grade {grade}." }
        StandingNumber = "standing-number" { id: "Nomor {number}, tanggal {since}.", en: "Number {number}, of {since}." }
        // Eligibility
        EligibleFirst = "eligible-first" { id: "Boleh mengajukan: semua syarat terpenuhi.", en: "May apply: every criterion is met." }
        EligibleRenewal = "eligible-renewal" { id: "Boleh mengajukan pembaruan: semua syarat terpenuhi.", en: "May apply for renewal: every criterion is met." }
        NotEligibleFirst = "not-eligible-first" { id: "Belum boleh mengajukan: {unmet} syarat belum terpenuhi dan {unknown} belum diketahui.", en: "May not apply yet: criteria not met {unmet}, not known {unknown}." }
        NotEligibleRenewal = "not-eligible-renewal" { id: "Belum boleh mengajukan pembaruan: {unmet} syarat belum terpenuhi dan {unknown} belum diketahui.", en: "May not apply for renewal yet: criteria not met {unmet}, not known {unknown}." }
        UndeterminedLine = "undetermined-line" { id: "Belum dapat ditentukan: {unknown} syarat belum diketahui.", en: "Cannot be determined: criteria not known {unknown}." }
        InvalidLine = "invalid-line" { id: "Tidak dapat diputuskan: ada catatan yang salah.", en: "Cannot be decided: a record is wrong." }
        RenewalFrom = "renewal-from" { id: "Pembaruan dapat diajukan mulai {day}.", en: "Renewal may be asked for from {day}." }
        RenewalBy = "renewal-by" { id: "Pembaruan diajukan paling lambat {day}.", en: "Renewal is to be asked for by {day}." }
        // Findings
        FindingNotMet = "finding-not-met" { id: "Belum terpenuhi: {label}.", en: "Not met: {label}." }
        FindingUnknown = "finding-unknown" { id: "Belum diketahui: {label}.", en: "Not known: {label}." }
        FindingsMet = "findings-met" { id: "Terpenuhi: {labels}.", en: "Met: {labels}." }
        FindingRequired = "finding-required" { id: "Yang diminta: {required}.", en: "Required: {required}." }
        FindingFound = "finding-found" { id: "Yang ditemukan: {found}.", en: "Found: {found}." }
        FindingBasis = "finding-basis" { id: "Dasar: {cited} ({certainty}).", en: "Basis: {cited} ({certainty})." }
        MarginDaysShort = "margin-days-short" { id: "Kurang {amount} hari.", en: "Short by {amount} days." }
        MarginPointsShort = "margin-points-short" { id: "Kurang {amount}.", en: "Short by {amount}." }
        FoundMissing = "found-missing" { id: "tidak tercatat", en: "not on record" }
        FoundContradictory = "found-contradictory" { id: "catatannya saling bertentangan", en: "the records contradict each other" }
        FoundInvalid = "found-invalid" { id: "catatannya salah", en: "the record is wrong" }
        FoundNotApplicable = "found-not-applicable" { id: "tidak berlaku", en: "not applicable" }
        DocumentAbsent = "document-absent" { id: "tidak ada", en: "absent" }
        DocumentPresent = "document-present" { id: "ada", en: "present" }
        DocumentValidTo = "document-valid-to" { id: "ada, berlaku sampai {last}", en: "present, valid to {last}" }
        DocumentUndated = "document-undated" { id: "ada, tanpa tanggal terbit", en: "present, without a day of issue" }
        CertaintyConfirmed = "certainty-confirmed" { id: "naskahnya dibaca", en: "the text was read" }
        CertaintyReported = "certainty-reported" { id: "menurut sumber kedua", en: "from a secondary source" }
        CertaintyAssumed = "certainty-assumed" { id: "pengandaian", en: "assumed" }
        // Scores
        ScoreLine = "score-line" { id: "Nilai {total}, peringkat menurut nilai {band}, peringkat yang diperoleh {grade}.", en: "Score {total}, grade by score {band}, grade earned {grade}." }
        ScoreUnknown = "score-unknown" { id: "Nilai belum diketahui; belum ada nilai untuk: {labels}.", en: "The score is not known; no score for: {labels}." }
        ScoreToNext = "score-to-next" { id: "Kurang {points} untuk peringkat {grade}.", en: "Short by {points} of grade {grade}." }
        GradeOpen = "grade-open" { id: "belum dapat ditentukan", en: "not yet determined" }
        NoGrade = "no-grade" { id: "tidak ada", en: "none" }
        // Advice
        AdviceEligibility = "advice-eligibility" { id: "Agar boleh mengajukan:", en: "To become eligible:" }
        AdviceBoard = "advice-board" { id: "Agar tertib:", en: "To be in order:" }
        AdviceGrade = "advice-grade" { id: "Agar naik ke peringkat {grade}:", en: "To reach grade {grade}:" }
        AdviceProvide = "advice-provide" { id: "lengkapi {label}", en: "provide {label}" }
        AdviceRenew = "advice-renew" { id: "perbarui {label}", en: "renew {label}" }
        AdviceRecord = "advice-record" { id: "pastikan dan catat {label}", en: "find out and record {label}" }
        AdviceRecordAs = "advice-record-as" { id: "buktikan {label}: {to}", en: "show that {label}: {to}" }
        AdviceAchieve = "advice-achieve" { id: "usahakan {label}: {to}", en: "bring about {label}: {to}" }
        AdviceRaise = "advice-raise" { id: "naikkan {label} sebanyak {by} menjadi {to}", en: "raise {label} by {by} to {to}" }
        AdviceLower = "advice-lower" { id: "turunkan {label} sebanyak {by} menjadi {to}", en: "lower {label} by {by} to {to}" }
        AdviceWait = "advice-wait" { id: "tunggu sampai {until} ({label})", en: "wait until {until} ({label})" }
        AdviceOutOfReach = "advice-out-of-reach" { id: "Tidak dapat dipenuhi dengan melengkapi berkas: {criteria}.", en: "Cannot be met by completing papers: {criteria}." }
        CaveatsLine = "caveats-line" { id: "Catatan:", en: "Note:" }
        // The register as a whole
        SummaryHeading = "summary-heading" { id: "{body}, keadaan pada {on}", en: "{body}, as of {on}" }
        SummaryMembers = "summary-members" { id: "Anggota: {members} dari {organisations} lembaga dalam daftar; terakreditasi {accredited}.", en: "Members: {members} of {organisations} organisations on record; accredited {accredited}." }
        SummaryStandings = "summary-standings" { id: "{subject} anggota: {counts}.", en: "{subject} of members: {counts}." }
        SummaryGrades = "summary-grades" { id: "Menurut peringkat: {counts}.", en: "By grade: {counts}." }
        SummaryDistrict = "summary-district" { id: "{district}: {members} anggota, {accredited} terakreditasi, {registered} terdaftar, {cases} kasus terbuka.", en: "{district}: members {members}, accredited {accredited}, registered {registered}, open cases {cases}." }
        SummaryUnplaced = "summary-unplaced" { id: "Tempat tidak tercatat", en: "Place not on record" }
        SummaryDistricts = "summary-districts" { id: "Menurut kecamatan", en: "By kecamatan" }
        SummaryAccredited = "summary-accredited" { id: "Anggota terakreditasi", en: "Accredited members" }
        SummaryAccreditedLine = "summary-accredited-line" { id: "{name} ({id}): {standing}", en: "{name} ({id}): {standing}" }
        SummaryEligible = "summary-eligible" { id: "Anggota yang boleh mengajukan akreditasi", en: "Members who may apply for accreditation" }
        SummaryCoaching = "summary-coaching" { id: "Urutan pembinaan menuju akreditasi", en: "Order of coaching towards accreditation" }
        SummaryCoachingLine = "summary-coaching-line" { id: "{name} ({id}): {changes}", en: "{name} ({id}): {changes}" }
        SummaryLacks = "summary-lacks" { id: "Yang kurang pada tiap anggota, dan dasarnya", en: "What each member lacks, and under which article" }
        SummaryLacksLine = "summary-lacks-line" { id: "{name} ({id}). {lacks}", en: "{name} ({id}). {lacks}" }
        LacksUnmet = "lacks-unmet" { id: "{subject}: belum terpenuhi {unmet}.", en: "{subject}: not met {unmet}." }
        LacksUnknown = "lacks-unknown" { id: "{subject}: belum diketahui {unknown}.", en: "{subject}: not known {unknown}." }
        LacksBoth = "lacks-both" { id: "{subject}: belum terpenuhi {unmet}; belum diketahui {unknown}.", en: "{subject}: not met {unmet}; not known {unknown}." }
        GrowthYear = "growth-year" { id: "{year}: {members}", en: "{year}: {members}" }
        GrowthYearPublished = "growth-year-published" { id: "{year}: {members} (terbitan {published})", en: "{year}: {members} (published {published})" }
        SummaryNone = "summary-none" { id: "Tidak ada.", en: "None." }
        SummaryMore = "summary-more" { id: "dan {count} lagi.", en: "and {count} more." }
        SummaryExpiring = "summary-expiring" { id: "Berakhir dalam setahun", en: "Running out within a year" }
        SummaryExpiringLine = "summary-expiring-line" { id: "{last}: {subject} {name} ({id}), sisa {days}.", en: "{last}: {subject} of {name} ({id}), {days} left." }
        SummaryBoard = "summary-board" { id: "Pengurus", en: "Board" }
        SummaryTerm = "summary-term" { id: "{name}, sampai dengan {last}. Jabatan terisi {filled} dari {seats}.", en: "{name}, to {last} inclusive. Seats filled {filled} of {seats}." }
        SummaryTermOpen = "summary-term-open" { id: "{name}. Jabatan terisi {filled} dari {seats}.", en: "{name}. Seats filled {filled} of {seats}." }
        SummaryNoTerm = "summary-no-term" { id: "Tidak ada masa bakti yang berjalan.", en: "No term of office is running." }
        SummaryBoardInOrder = "summary-board-in-order" { id: "Masa bakti tertib: tidak ada temuan.", en: "The term is in order: nothing was found." }
        SummaryCases = "summary-cases" { id: "Kasus terbuka", en: "Open cases" }
        SummaryCaseLine = "summary-case-line" { id: "{id}: {category}, {place}, {status}, {days}.", en: "{id}: {category}, {place}, {status}, {days}." }
        SummaryCoverage = "summary-coverage" { id: "Kebutuhan yang belum dilayani anggota", en: "Needs that no member serves" }
        SummaryCoverageLine = "summary-coverage-line" { id: "{category} di {district}: {cases} kasus terbuka.", en: "{category} in {district}: open cases {cases}." }
        SummaryGrowth = "summary-growth" { id: "Pertumbuhan anggota: {years}.", en: "Growth of membership: {years}." }
        SummaryDifferences = "summary-differences" { id: "Berbeda dari angka terbitan", en: "Differs from published figures" }
        SummaryRules = "summary-rules" { id: "Aturan yang dipakai dan kepastiannya", en: "Rules applied and how sure they are" }
        NoChange = "no-change" { id: "tidak ada yang kurang", en: "nothing is lacking" }
        OneChange = "one-change" { id: "{count} hal perlu dilengkapi", en: "{count} thing to complete" }
        Changes = "changes" { id: "{count} hal perlu dilengkapi", en: "{count} things to complete" }
        AlsoOutOfReach = "also-out-of-reach" { id: "{changes}; {count} syarat di luar jangkauan", en: "{changes}; criteria out of reach {count}" }
        Neighbourhood = "neighbourhood" { id: "{region} RT {rt}/RW {rw}", en: "{region} RT {rt}/RW {rw}" }
        // Words for counts
        StatusNever = "status-never" { id: "belum pernah {count}", en: "never {count}" }
        StatusCurrent = "status-current" { id: "berlaku {count}", en: "current {count}" }
        StatusExpired = "status-expired" { id: "berakhir {count}", en: "expired {count}" }
        StatusRevoked = "status-revoked" { id: "dicabut {count}", en: "revoked {count}" }
        StatusUndetermined = "status-undetermined" { id: "tidak diketahui {count}", en: "not known {count}" }
        CaseReceived = "case-received" { id: "ditampung", en: "received" }
        CaseHeard = "case-heard" { id: "didengar", en: "heard" }
        CaseReferred = "case-referred" { id: "dirujuk", en: "referred" }
        CaseResolved = "case-resolved" { id: "diselesaikan", en: "resolved" }
        CaseClosed = "case-closed" { id: "ditutup", en: "closed" }
        // Terms of office
        NoTerm = "no-term" { id: "tidak ada masa bakti yang berjalan", en: "no term of office runs" }
        TermEndedWithoutSuccessor = "term-ended-without-successor" { id: "masa bakti \"{term}\" sudah berakhir dan belum ada penggantinya sejak {from} (hari: {days})", en: "the term \"{term}\" has ended, with no successor since {from} (days: {days})" }
        TermEnding = "term-ending" { id: "masa bakti \"{term}\" berakhir pada {until} dan belum ada penggantinya (hari tersisa: {days})", en: "the term \"{term}\" ends on {until} and no successor is on record (days left: {days})" }
        OverlappingTerms = "overlapping-terms" { id: "masa bakti \"{term}\" bertumpuk dengan \"{other}\" sejak {from} (hari: {days})", en: "the term \"{term}\" overlaps \"{other}\" from {from} (days: {days})" }
        GapBetweenTerms = "gap-between-terms" { id: "tidak ada masa bakti dari {from} sampai {until}, antara \"{other}\" dan \"{term}\" (hari: {days})", en: "no term ran from {from} to {until}, between \"{other}\" and \"{term}\" (days: {days})" }
        NoMusda = "no-musda" { id: "Musda untuk masa bakti \"{term}\" tidak tercatat", en: "no Musda is on record for the term \"{term}\"" }
        NotInducted = "not-inducted" { id: "pelantikan pengurus masa bakti \"{term}\" tidak tercatat sejak {from} (hari: {days})", en: "no induction of the board of \"{term}\" is on record since {from} (days: {days})" }
        NoOath = "no-oath" { id: "pengurus masa bakti \"{term}\" dilantik, tetapi sumpahnya tidak tercatat", en: "the board of \"{term}\" was inducted, but no oath is on record" }
        NoOfficers = "no-officers" { id: "pengurus masa bakti \"{term}\" tidak tercatat", en: "who holds office in the term \"{term}\" is not on record" }
        TooManyHolders = "too-many-holders" { id: "{office} dijabat oleh lebih banyak orang daripada kursinya: {persons} (kelebihan: {seats})", en: "{office} is held by more people than it has seats: {persons} (too many: {seats})" }
        VacantSeats = "vacant-seats" { id: "{office}: kursi kosong {seats} sejak {from} (hari: {days})", en: "{office}: vacant seats {seats} since {from} (days: {days})" }
        SamePersonTwice = "same-person-twice" { id: "{persons} menempati lebih dari satu kursi sejak {from} (kursi: {seats})", en: "{persons} holds more than one seat since {from} (seats: {seats})" }
        HolderBeforeInduction = "holder-before-induction" { id: "{persons} menjabat {office} sebelum dilantik, dari {from} sampai {until} (hari: {days})", en: "{persons} held {office} before the induction, from {from} to {until} (days: {days})" }
        HolderOutsideTerm = "holder-outside-term" { id: "{persons} menjabat {office} di luar masa bakti \"{term}\" sejak {from} (hari: {days})", en: "{persons} held {office} outside the term \"{term}\" since {from} (days: {days})" }
        // A calendar of what runs out
        #[cfg(feature = "tables")]
        SeverityError = "severity-error" { id: "salah", en: "error" }
        #[cfg(feature = "tables")]
        SeverityWarning = "severity-warning" { id: "periksa", en: "warning" }
        #[cfg(feature = "tables")]
        SeverityNote = "severity-note" { id: "catatan", en: "note" }
        #[cfg(feature = "tables")]
        CalendarName = "calendar-name" { id: "Tenggat {body}", en: "Dates of {body}" }
        #[cfg(feature = "tables")]
        CalendarEnds = "calendar-ends" { id: "{subject} {name} berakhir", en: "{subject} of {name} ends" }
        #[cfg(feature = "tables")]
        CalendarApplyBy = "calendar-apply-by" { id: "{subject} {name}: hari terakhir mengajukan pembaruan", en: "{subject} of {name}: last day to ask for renewal" }
        #[cfg(feature = "tables")]
        CalendarLastDay = "calendar-last-day" { id: "Hari terakhir berlaku: {last}.", en: "Last day of validity: {last}." }
        #[cfg(feature = "tables")]
        CalendarStated = "calendar-stated" { id: "Hari terakhir tercantum pada suratnya sendiri.", en: "The last day is stated on the paper itself." }
        #[cfg(feature = "tables")]
        CalendarCounted = "calendar-counted" { id: "Dihitung menurut {title}: {length} sejak {since}.", en: "Counted under {title}: {length} from {since}." }
        #[cfg(feature = "tables")]
        CalendarEndedEarlier = "calendar-ended-earlier" { id: "Hari terakhir mengikuti dari peralihan aturan atau dari keputusan yang kemudian.", en: "The last day follows from a transition of the rules or from a later decision." }
        #[cfg(feature = "tables")]
        CalendarCertainty = "calendar-certainty" { id: "Kepastian seluruh penilaian: {certainty}.", en: "How sure the whole judgement is: {certainty}." }
        #[cfg(feature = "tables")]
        CalendarTermEnds = "calendar-term-ends" { id: "Masa bakti {term} berakhir ({body})", en: "The term {term} ends ({body})" }
        #[cfg(feature = "tables")]
        CalendarMusda = "calendar-musda" { id: "Musda masa bakti {term} ({body})", en: "Musda for the term {term} ({body})" }
        #[cfg(feature = "tables")]
        CalendarMusdaDue = "calendar-musda-due" { id: "Batas waktu Musda untuk pengganti masa bakti {term} ({body})", en: "Musda due for the successor of the term {term} ({body})" }
        #[cfg(feature = "tables")]
        CalendarMusdaDueBecause = "calendar-musda-due-because" { id: "Masa bakti {term} berakhir pada {last} dan penggantinya belum tercatat; agar tidak ada sela, Musda diadakan sebelum hari itu. Ini mengikuti dari akhir masa bakti, bukan dari suatu pasal.", en: "The term {term} ends on {last} and no successor is on record; for no gap to follow, the Musda is held before that day. This follows from the end of the term, not from an article." }
        #[cfg(feature = "tables")]
        CalendarInduction = "calendar-induction" { id: "Pelantikan pengurus masa bakti {term} ({body})", en: "Induction of the board of the term {term} ({body})" }
        #[cfg(feature = "tables")]
        CalendarInductedBy = "calendar-inducted-by" { id: "Dilantik oleh {by}.", en: "Inducted by {by}." }
        #[cfg(feature = "tables")]
        CalendarOath = "calendar-oath" { id: "Diambil sumpah.", en: "Sworn in." }
        #[cfg(feature = "tables")]
        CalendarNoOath = "calendar-no-oath" { id: "Tidak diambil sumpah.", en: "Not sworn in." }
        // Tables for others
        #[cfg(feature = "tables")]
        PackageDescription = "package-description" { id: "Daftar {body} sebagai tabel. Sel kosong: tidak tercatat. Teks yang akan dijalankan lembar kerja sebagai rumus didahului tanda petik tunggal.", en: "The register of {body} as tables. An empty cell: not on record. A text that a spreadsheet would run as a formula has an apostrophe before it." }
    }
}
