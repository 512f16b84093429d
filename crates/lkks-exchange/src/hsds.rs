//! Open Referral HSDS 3: a register as the directory of human services that others read.
//!
//! # The form
//! [HSDS](https://docs.openreferral.org) publishes its organisations one by one
//! (`organization_full`), in pages (`organization_list`) and in tables. Written is one **page that
//! holds every organisation in full**, with its services nested in it: the answer that its interface
//! gives when asked for everything, and a text that can be kept as one file. The body is the first
//! organisation. An entry is valid by the definition `organization` of the standard's compiled
//! schema, and its services by the schema itself.
//!
//! Every entry has a UUID that follows from the body's region and the register's identifier, so that
//! the same entry keeps it from one writing to the next. An organisation whose identifier is a UUID
//! keeps that.
//!
//! # What stands where
//! `attribute x` is an entry of `attributes` with the term `x` of the taxonomy `LKKS`; its name is
//! Indonesian, its description English.
//!
//! | register | HSDS |
//! | --- | --- |
//! | `notice` | `description` and attribute `notice` of the body |
//! | `body` | first organisation: `name`, attributes `level`, `region`, `formed`, `legal_basis`, `figures` |
//! | `body.advisers` | its `contacts`: `name`, `title`, attributes `period.first`, `period.last` |
//! | `regions` | its attributes with terms of the taxonomy `Kemendagri`: code, name, wider region |
//! | `memberships` | its attributes `memberships`, and of these the period and reason; `parent_organization_id` of a member without a last day |
//! | `organisations` | the other organisations: `name`; identifier of the scheme `lkks-id` |
//! | `earlier_names` | attributes `earlier_names`, the last also as `alternate_name` |
//! | `legal_form` | `legal_status` |
//! | `kind`, `founded`, `source` | attributes of these names; the year also as `year_incorporated` |
//! | `place` | `locations` with one address; the region a term of `Kemendagri`, `rw` and `rt` attributes |
//! | `services` | `services`: the category a term of the taxonomy `PPKS`, `setting` and `capacity` attributes, the period a schedule; `inactive` where a last day is given |
//! | `deeds`, `approvals`, `certificates`, `accreditations` | `organization_identifiers` of the schemes `lkks-akta`, `lkks-sk-kemenkumham`, `lkks-tanda-daftar`, `lkks-izin-operasional`, `lkks-akreditasi`: the number, everything else attributes of it; accreditations also in words as `accreditations` of the services |
//! | `documents` with a number, such as an NPWP | `organization_identifiers` of the scheme `lkks-dokumen:NAME` |
//!
//! HSDS wants some texts that a register may lack. `description` is then whom the organisation
//! serves, or its name; the number of a paper, the street and the postal code are empty. Names of
//! regions that the register does not give are their codes. Service areas are not written: the
//! register knows where a secretariat is and not whom it reaches.
//!
//! **Not held**: terms of office, cases, activities; applications, warnings, evidence, documents
//! without a number. A directory that everybody reads is no place for what is known of people in
//! need or of findings. Empty texts that stand for a number or an address are not held either.
//!
//! # Reading
//! What is written is read back equal. Of another's file are understood: `id`, `name`, `legal_status`
//! where it is one of our words, and whatever is said in the taxonomies and schemes above. Everything
//! else is told.

mod attribute;
mod entity;
mod found;
mod organisation;
mod read;
mod scheme;
mod service;
mod term;
mod write;

pub use read::read_hsds;
pub use write::write_hsds;
