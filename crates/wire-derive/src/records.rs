//! Structs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataStruct, DeriveInput, Error, FieldsNamed, Index, Member};

use crate::{attributes::TypeAttributes, fields::NamedFields, serde_side};

/// A struct that travels as its named fields.
pub fn record(
    input: &DeriveInput,
    attributes: &TypeAttributes,
    fields: &FieldsNamed,
) -> syn::Result<TokenStream> {
    let name = &input.ident;
    let fields = NamedFields::of(fields)?;
    let list = fields.list(attributes);
    let blank = fields.blank(attributes);
    let take = fields.take(|field| quote!(&mut self.#field));
    let write = fields.write(|field| quote!(&self.#field));
    let serde = serde_side::through_wire(name);
    Ok(quote! {
        const _: () = {
            const FIELDS: ::wire::record::Fields = #list;

            impl ::wire::Wire for #name {
                fn blank() -> Self {
                    Self { #blank }
                }

                fn take(
                    &mut self,
                    tree: ::wire::Tree<'_>,
                ) -> ::core::result::Result<(), ::wire::WireError> {
                    ::wire::record::take(self, &FIELDS, tree)
                }

                fn write(&self) -> ::wire::Tree<'_> {
                    ::wire::record::write(self, &FIELDS)
                }
            }

            impl ::wire::record::Record for #name {
                fn take_field(
                    &mut self,
                    place: usize,
                    tree: ::wire::Tree<'_>,
                ) -> ::core::result::Result<(), ::wire::WireError> {
                    match place {
                        #take
                        _ => ::core::result::Result::Ok(()),
                    }
                }

                fn write_field(&self, place: usize) -> ::core::option::Option<::wire::Tree<'_>> {
                    match place {
                        #write
                        _ => ::core::option::Option::None,
                    }
                }
            }

            #serde
        };
    })
}

/// A struct that travels as its only field.
pub fn transparent(input: &DeriveInput, data: &DataStruct) -> syn::Result<TokenStream> {
    let name = &input.ident;
    let mut fields = data.fields.iter();
    let (Some(field), None) = (fields.next(), fields.next()) else {
        return Err(Error::new_spanned(name, "`transparent` is for one field"));
    };
    let kind = &field.ty;
    let member = field.ident.clone().map_or(Member::Unnamed(Index::from(0)), Member::Named);
    let serde = serde_side::through_field(name, kind, &member);
    Ok(quote! {
        const _: () = {
            impl ::wire::Wire for #name {
                const MAY_BE_MISSING: bool = <#kind as ::wire::Wire>::MAY_BE_MISSING;

                fn blank() -> Self {
                    Self { #member: ::wire::Wire::blank() }
                }

                fn take(
                    &mut self,
                    tree: ::wire::Tree<'_>,
                ) -> ::core::result::Result<(), ::wire::WireError> {
                    ::wire::Wire::take(&mut self.#member, tree)
                }

                fn write(&self) -> ::wire::Tree<'_> {
                    ::wire::Wire::write(&self.#member)
                }
            }

            #serde
        };
    })
}

/// A struct that travels as a text.
pub fn through_text(input: &DeriveInput, data: &DataStruct) -> syn::Result<TokenStream> {
    let name = &input.ident;
    let blank = data.fields.members().map(|member| quote!(#member: ::wire::Wire::blank()));
    let serde = serde_side::through_text(name);
    Ok(quote! {
        const _: () = {
            impl ::wire::Wire for #name {
                fn blank() -> Self {
                    Self { #(#blank),* }
                }

                fn take(
                    &mut self,
                    tree: ::wire::Tree<'_>,
                ) -> ::core::result::Result<(), ::wire::WireError> {
                    let text: ::std::string::String = ::wire::read(tree)?;
                    match ::core::convert::TryFrom::try_from(text) {
                        ::core::result::Result::Ok(value) => {
                            *self = value;
                            ::core::result::Result::Ok(())
                        }
                        ::core::result::Result::Err(_) => ::core::result::Result::Err(
                            ::wire::WireError::new(::wire::What::Unusable),
                        ),
                    }
                }

                fn write(&self) -> ::wire::Tree<'_> {
                    let text: ::std::string::String =
                        ::core::convert::From::from(::core::clone::Clone::clone(self));
                    ::wire::Tree::Text(::std::borrow::Cow::Owned(text))
                }
            }

            #serde
        };
    })
}
