//! `#[derive(Wire)]`: the table of a type's names and the jumps to its fields.
//!
//! It honours these `#[serde(…)]` attributes, with serde's meaning, and refuses all others:
//! on a type `rename_all = "snake_case"` (of variants), `deny_unknown_fields`, `default` (of a
//! struct), `transparent`, `try_from = "String"` with `into = "String"`; on a field `default`, `default = "path"`,
//! `skip_serializing_if = "path"`, `rename = "name"`; on a variant `rename = "name"` and `other`,
//! which here also stands for a known word that came with something unreadable. So whatever else reads
//! those attributes, such as the schemas of the API document, says the same.

mod attributes;
mod choices;
mod clone_once;
mod fields;
mod records;
mod serde_side;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Error, Fields, parse_macro_input};

use attributes::TypeAttributes;

/// See the crate `wire`.
#[proc_macro_derive(Wire, attributes(serde))]
pub fn derive_wire(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// `Clone`, compiled once in the crate of the type: the standard derive marks it `#[inline]`, so every
/// crate that calls it compiles it again, with that of every type inside. The app pays by the byte.
#[proc_macro_derive(CloneOnce)]
pub fn derive_clone_once(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    clone_once::clone_once(&input).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> syn::Result<proc_macro2::TokenStream> {
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(&input.generics, "types that travel have no parameters"));
    }
    let attributes = TypeAttributes::of(&input.attrs)?;
    match &input.data {
        Data::Struct(data) if attributes.through_text => records::through_text(input, data),
        Data::Struct(data) if attributes.transparent => records::transparent(input, data),
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => records::record(input, &attributes, fields),
            _ => Err(Error::new_spanned(
                &input.ident,
                "fields without names travel only as `#[serde(transparent)]`",
            )),
        },
        Data::Enum(data) => choices::choice(input, &attributes, data),
        Data::Union(_) => Err(Error::new_spanned(&input.ident, "a union cannot travel")),
    }
}
