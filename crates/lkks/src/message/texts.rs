//! Texts of explanations: how a verdict is told to a person.

use super::catalogue;

catalogue! {
    /// A piece of an explanation.
    pub enum Text {
        Yes = "yes" { id: "ya", en: "yes" }
        No = "no" { id: "tidak", en: "no" }
        Unknown = "unknown" { id: "tidak diketahui", en: "unknown" }
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
