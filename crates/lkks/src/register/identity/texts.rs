//! Every text and number of a value, one after the other, as serde gives them.
//!
//! Writing JSON and reading it again would do the same, and take as long as all other checks of a
//! register together.

use crate::canonical::float_text;
use serde::ser::{self, Serialize};
use std::fmt::{self, Display, Write};

/// What looks at texts, and how.
pub(super) struct Texts<'f> {
    look: &'f mut dyn FnMut(&str),
    /// Where a text is put together.
    text: String,
}

impl<'f> Texts<'f> {
    /// Calls `look` with every text, key and number of a value but for those too short to matter.
    pub(super) fn of<T: Serialize>(value: &T, look: &'f mut dyn FnMut(&str)) {
        // Nothing that is looked at here can fail.
        let _ = value.serialize(&mut Self { look, text: String::new() });
    }

    fn look(&mut self, text: &str) -> Result<(), Never> {
        if text.len() >= super::DIGITS {
            (self.look)(text);
        }
        Ok(())
    }

    fn shown(&mut self, shown: impl Display) -> Result<(), Never> {
        self.text.clear();
        // Writing into a text fails only where the value's own code does.
        let _ = write!(self.text, "{shown}");
        if self.text.len() >= super::DIGITS {
            (self.look)(&self.text);
        }
        Ok(())
    }
}

/// An error that only a value's own code could make.
#[derive(Debug)]
pub(super) struct Never;

impl Display for Never {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value refused to be looked at")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

macro_rules! nothing {
    ($($method:ident($($type:ty),*)),*) => {$(
        fn $method(self $(, _: $type)*) -> Result<(), Never> {
            Ok(())
        }
    )*};
}

macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, number: $type) -> Result<(), Never> {
            self.shown(number)
        }
    )*};
}

macro_rules! itself {
    ($($method:ident($($type:ty),*)),*) => {$(
        fn $method(self $(, _: $type)*) -> Result<Self, Never> {
            Ok(self)
        }
    )*};
}

impl ser::Serializer for &mut Texts<'_> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    // Too short, or written here and by nobody else.
    nothing! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_char(char),
        serialize_bytes(&[u8]), serialize_none(), serialize_unit(),
        serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str)
    }

    numbers! { serialize_i64: i64, serialize_u64: u64 }

    fn serialize_f32(self, number: f32) -> Result<(), Never> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Never> {
        self.look(&float_text(number))
    }

    itself! {
        serialize_seq(Option<usize>), serialize_tuple(usize), serialize_map(Option<usize>),
        serialize_tuple_struct(&'static str, usize), serialize_struct(&'static str, usize),
        serialize_tuple_variant(&'static str, u32, &'static str, usize),
        serialize_struct_variant(&'static str, u32, &'static str, usize)
    }

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        self.look(text)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.shown(value)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }
}

macro_rules! parts {
    ($($kind:ident::$method:ident($($key:ty)?)),*) => {$(
        impl ser::$kind for &mut Texts<'_> {
            type Ok = ();
            type Error = Never;
            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $(_: $key,)?
                value: &T,
            ) -> Result<(), Never> {
                value.serialize(&mut **self)
            }
            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        }
    )*};
}

parts! {
    SerializeSeq::serialize_element(), SerializeTuple::serialize_element(),
    SerializeTupleStruct::serialize_field(), SerializeTupleVariant::serialize_field(),
    SerializeStruct::serialize_field(&'static str),
    SerializeStructVariant::serialize_field(&'static str)
}

impl ser::SerializeMap for &mut Texts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}
