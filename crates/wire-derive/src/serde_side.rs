//! `serde::Serialize` and `serde::Deserialize` for the libraries of the server.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Member, Type};

/// By way of the tree.
pub fn through_wire(name: &Ident) -> TokenStream {
    impls(
        name,
        &quote!(::wire::serialize(self, serializer)),
        &quote!(::wire::deserialize(deserializer)),
    )
}

/// As the only field, which may be read from places that know texts alone, such as an address.
pub fn through_field(name: &Ident, kind: &Type, member: &Member) -> TokenStream {
    impls(
        name,
        &quote!(::wire::derived::serde::Serialize::serialize(&self.#member, serializer)),
        &quote! {
            <#kind as ::wire::derived::serde::Deserialize>::deserialize(deserializer)
                .map(|value| Self { #member: value })
        },
    )
}

/// As a text, which may be read from an address too.
pub fn through_text(name: &Ident) -> TokenStream {
    impls(
        name,
        &quote!(::wire::serialize(self, serializer)),
        &quote! {
            let text = <::std::string::String as ::wire::derived::serde::Deserialize>::deserialize(
                deserializer,
            )?;
            ::core::convert::TryFrom::try_from(text).map_err(::wire::derived::serde::de::Error::custom)
        },
    )
}

fn impls(name: &Ident, serialize: &TokenStream, deserialize: &TokenStream) -> TokenStream {
    quote! {
        impl ::wire::derived::serde::Serialize for #name {
            fn serialize<S: ::wire::derived::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                #serialize
            }
        }

        impl<'de> ::wire::derived::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::wire::derived::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                #deserialize
            }
        }
    }
}
