//! Popolo: a register as organisations, people, posts and memberships.
//!
//! # The form
//! [Popolo](https://www.popoloproject.com) describes classes and leaves open how many of them make
//! a file. Written is one table of lists by class, as its users publish it: `organizations`,
//! `persons`, `memberships`, `posts`, `events`, `areas`. Each entry is valid by the schema of its
//! class. What stands in one list is referred to by its `id` in another.
//!
//! Popolo allows terms of one's own where it has none. Ours are `notice` beside the lists;
//! `legal_form` of an organisation; `valid_from` and `valid_until` of an identifier, which Popolo has
//! for contact details; `reason`, `cause` and `ended` of a membership; `seats` of a post; `oath` of an
//! event. They are for what its classes are about, and never for a list of another kind.
//!
//! # What stands where
//! | register | Popolo |
//! | --- | --- |
//! | `body` | first organisation: `name`, `classification` `lkks-LEVEL`, `area_id`, `founding_date` as far as it is known |
//! | `body.advisers` | persons with memberships of the `role` `adviser`; the position as `label` |
//! | `regions` | areas with the Kemendagri code as `id` and `identifier`, and the level as `classification` |
//! | `organisations` | the other organisations: `id`, `name` |
//! | `earlier_names` | `other_names` with an `end_date`, or the note `nama terdahulu` |
//! | `kind`, `legal_form`, `founded` | `classification`, `legal_form`, `founding_date` |
//! | `place` | `area_id` of the region or of the RT or RW within it; the address a contact detail |
//! | `deeds`, `approvals`, `certificates`, `documents` | identifiers of the schemes `akta`, `sk-kemenkumham`, `tanda-daftar`, `izin-operasional`, `dokumen:NAME`, with the days from and until |
//! | `source` | `sources`, where it is a link |
//! | `memberships` | memberships with the organisation as `member` |
//! | `terms` | events of the classification `term`; in them events `musda` and `induction`, who inducted the board as attendee |
//! | `offices` of a term | posts: the titles as `label` and `other_label`, the identifier as `role`, and the term's days |
//! | `appointments` | memberships of persons in posts |
//!
//! A person is a name, since a register knows no more of people: two of one name are one person
//! here.
//!
//! **Not held**: services, accreditations, applications, warnings, evidence, cases, activities;
//! the body's legal basis and published figures; sources that are no links; papers without a number,
//! withdrawn certificates, and documents that are absent or recorded on a day; who issued a
//! certificate.
//!
//! # Reading
//! What is written is read back equal. Of another's file are understood: organisations with `id`,
//! `name`, `founding_date`, other names that ended on a day, sources, regions by their codes, and what
//! is said in the words above. People and posts are read where they belong to a body of ours.
//! Everything else is told.

mod area;
mod board;
mod entries;
mod office;
mod organisation;
mod read;
mod shape;
mod words;
mod write;

pub use read::read_popolo;
pub use write::write_popolo;
