//! Closed lists that stay readable when a newer version adds a value.

/// Declares an enum that is a short word on the wire and keeps unknown words as they came,
/// so that an older app shows a newer board without losing anything.
macro_rules! wire_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// A value from a newer version, kept as it came.
            Other(Box<str>),
        }

        impl $name {
            /// Every value this version knows, in the order people meet them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for this value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }

            /// Reads a word; a word this version does not know is kept.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    other => Self::Other(other.chars().take(40).collect()),
                }
            }

            /// Whether this version knows the value. Writes of unknown values are refused.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl wire::Wire for $name {
            fn blank() -> Self {
                Self::Other(Box::default())
            }

            fn take(&mut self, tree: wire::Tree<'_>) -> Result<(), wire::WireError> {
                let wire::Tree::Text(word) = tree else {
                    return Err(wire::WireError::new(wire::What::Unusable));
                };
                *self = Self::from_word(&word);
                Ok(())
            }

            fn write(&self) -> wire::Tree<'_> {
                wire::Tree::Text(std::borrow::Cow::Borrowed(self.as_str()))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                wire::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire::deserialize(deserializer)
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some([$($word),+]))
                    .into()
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {}
    };
}

pub(crate) use wire_enum;
