//! A part of a package, looked at piece by piece while it is unpacked.

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Read;

/// How many bytes are held; what is longer than this is no cell of anybody's.
const HELD: usize = 256 * 1024;

/// What was made of the bytes at hand.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Took {
    /// These were used, and there is more to come.
    Bytes(usize),
    /// These were used, and nothing more is wanted.
    Last(usize),
    /// They do not suffice.
    More,
    /// They are written in a way that is not understood here.
    Other,
}

/// The bytes of a part.
pub(super) struct Chunks<'p> {
    part: &'p mut dyn Read,
    buffer: Vec<u8>,
    /// Which bytes are at hand.
    start: usize,
    end: usize,
}

impl<'p> Chunks<'p> {
    pub(super) fn new(part: &'p mut dyn Read) -> Self {
        Self { part, buffer: vec![0; HELD], start: 0, end: 0 }
    }

    /// Goes on to this tag, which must come soon; before it nothing is of interest but that the part
    /// is plain XML in UTF-8.
    pub(super) fn skip_to(&mut self, tag: &[u8]) -> Option<()> {
        loop {
            let seen = self.buffer.get(self.start..self.end)?;
            if let Some(found) = memmem::find(seen, tag) {
                let before = seen.get(..found)?;
                self.start += found;
                return is_plain(before).then_some(());
            }
            self.more()?;
        }
    }

    /// Lets `take` use what there is, again and again until it says that it has the last.
    pub(super) fn each(&mut self, mut take: impl FnMut(&[u8]) -> Took) -> Option<()> {
        loop {
            let seen = self.buffer.get(self.start..self.end)?;
            let blanks = seen.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let seen = seen.get(blanks..)?;
            match if seen.is_empty() { Took::More } else { take(seen) } {
                Took::Bytes(count) => self.start += blanks + count,
                Took::Last(count) => {
                    self.start += blanks + count;
                    return Some(());
                }
                Took::More => self.more()?,
                Took::Other => return None,
            }
        }
    }

    /// Unpacks more behind what is at hand; nothing at the end, or where no room is left.
    fn more(&mut self) -> Option<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        let space = self.buffer.get_mut(self.end..).filter(|space| !space.is_empty())?;
        let read = self.part.read(space).ok().filter(|read| *read > 0)?;
        self.end += read;
        Some(())
    }
}

/// Whether the beginning of a part is well formed, and declares no more than XML in UTF-8.
fn is_plain(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut reader = Reader::from_str(text);
    // As calamine has it: what is open here is closed behind.
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Decl(declared)) => {
                let encoding = declared.encoding().and_then(Result::ok);
                if encoding.is_some_and(|name| !name.as_ref().eq_ignore_ascii_case("utf-8")) {
                    return false;
                }
            }
            Ok(Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::Text(_)) => {}
            Ok(Event::Eof) => return true,
            _ => return false,
        }
    }
}
