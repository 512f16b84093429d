//! What the standards promise: what was read can be written, and what is not told to be lost by that
//! is read back equal.

use lkks::{Error, Problem, Register};
use lkks_exchange::StandardOptions;

type Read = fn(&str, &StandardOptions) -> Result<(Register, Vec<Problem>), Error>;
type Write = fn(&Register) -> (String, Vec<Problem>);

/// Reads a text as a standard, with and without a body of its own, and holds both to the promise.
pub fn standard(text: &str, read: Read, write: Write) {
    let given = StandardOptions { body: crate::options("").body };
    for options in [StandardOptions::default(), given] {
        match read(text, &options) {
            Err(error) => crate::told(&error),
            Ok((register, unread)) => {
                crate::problems(&unread);
                let (written, lost) = write(&register);
                crate::problems(&lost);
                let again = read(&written, &StandardOptions::default());
                let (again, unread) = again.expect("what is written is read");
                assert_eq!(unread, [], "{written}");
                // A paper of another hand may lack what a standard needs to hold it.
                assert!(!lost.is_empty() || again == register, "{written}");
            }
        }
    }
}
