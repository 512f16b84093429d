//! Texts of explanations: how a verdict is told to a person.

use super::catalogue;

catalogue! {
    /// A piece of an explanation.
    pub enum Text {
        Yes = "yes" { id: "ya", en: "yes" }
        No = "no" { id: "tidak", en: "no" }
        And = "and" { id: " dan ", en: " and " }
        Or = "or" { id: " atau ", en: " or " }
        Unknown = "unknown" { id: "tidak diketahui", en: "unknown" }
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
    }
}
