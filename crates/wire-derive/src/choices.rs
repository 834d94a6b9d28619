//! Enums.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{DataEnum, DeriveInput, Error, Fields, Ident};

use crate::{
    attributes::{FieldAttributes, TypeAttributes},
    fields::NamedFields,
    serde_side,
};

/// What the code needs of one variant.
struct Arms {
    /// Its entry in the list.
    listed: TokenStream,
    /// Makes it, still to be filled.
    blank: TokenStream,
    /// Recognises it.
    pattern: TokenStream,
    /// Fills one of its fields.
    take: TokenStream,
    /// Writes one of its fields.
    write: TokenStream,
}

/// An enum that travels as its variant's word, with what the variant holds beside it.
pub fn choice(
    input: &DeriveInput,
    attributes: &TypeAttributes,
    data: &DataEnum,
) -> syn::Result<TokenStream> {
    let name = &input.ident;
    if attributes.default {
        return Err(Error::new_spanned(name, "Wire knows `default` on structs and fields"));
    }
    let variants = data.variants.iter();
    let arms = variants.map(|it| arms(it, attributes)).collect::<syn::Result<Vec<Arms>>>()?;
    let Some(Arms { blank: first, .. }) = arms.first() else {
        return Err(Error::new_spanned(name, "nothing to choose from"));
    };
    let listed = arms.iter().map(|arms| &arms.listed);
    let places = 0..arms.len();
    let blanks = arms.iter().map(|arms| &arms.blank);
    let patterns = arms.iter().map(|arms| &arms.pattern);
    let pattern_places = 0..arms.len();
    let takes = arms.iter().map(|arms| &arms.take);
    let writes = arms.iter().map(|arms| &arms.write);
    let serde = serde_side::through_wire(name);
    Ok(quote! {
        const _: () = {
            const VARIANTS: &[::wire::choice::Variant] = &[#(#listed),*];

            impl ::wire::Wire for #name {
                fn blank() -> Self {
                    #first
                }

                fn take(
                    &mut self,
                    tree: ::wire::Tree<'_>,
                ) -> ::core::result::Result<(), ::wire::WireError> {
                    ::wire::choice::take(self, VARIANTS, tree)
                }

                fn write(&self) -> ::wire::Tree<'_> {
                    ::wire::choice::write(self, VARIANTS)
                }
            }

            impl ::wire::choice::Choice for #name {
                fn become_blank(&mut self, place: usize) {
                    *self = match place {
                        #(#places => #blanks,)*
                        _ => return,
                    };
                }

                fn place(&self) -> usize {
                    match self {
                        #(#patterns => #pattern_places,)*
                    }
                }
            }

            impl ::wire::record::Record for #name {
                fn take_field(
                    &mut self,
                    place: usize,
                    tree: ::wire::Tree<'_>,
                ) -> ::core::result::Result<(), ::wire::WireError> {
                    match self {
                        #(#takes)*
                    }
                }

                fn write_field(&self, place: usize) -> ::core::option::Option<::wire::Tree<'_>> {
                    match self {
                        #(#writes)*
                    }
                }
            }

            #serde
        };
    })
}

fn arms(variant: &syn::Variant, attributes: &TypeAttributes) -> syn::Result<Arms> {
    let ident = &variant.ident;
    let own = FieldAttributes::of(&variant.attrs)?;
    if own.default.is_some() || own.skip_if.is_some() {
        let message = "Wire knows only `rename` and `other` on a variant";
        return Err(Error::new_spanned(variant, message));
    }
    if own.other && !matches!(variant.fields, Fields::Unit) {
        return Err(Error::new_spanned(variant, "`other` has no room for what it stands for"));
    }
    let name = own.rename.unwrap_or_else(|| {
        if attributes.snake_case { snake_case(&ident.to_string()) } else { ident.to_string() }
    });
    let listed =
        |holds: TokenStream| quote!(::wire::choice::Variant { name: #name, holds: #holds });
    match &variant.fields {
        Fields::Unit => Ok(Arms {
            listed: listed(if own.other {
                quote!(::wire::choice::Holds::Rest)
            } else {
                quote!(::wire::choice::Holds::Nothing)
            }),
            blank: quote!(Self::#ident),
            pattern: quote!(Self::#ident),
            take: quote!(Self::#ident => ::core::result::Result::Ok(()),),
            write: quote!(Self::#ident => ::core::option::Option::None,),
        }),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Ok(Arms {
            listed: listed(quote!(::wire::choice::Holds::One)),
            blank: quote!(Self::#ident(::wire::Wire::blank())),
            pattern: quote!(Self::#ident(_)),
            take: quote!(Self::#ident(value) => ::wire::Wire::take(value, tree),),
            write: quote! {
                Self::#ident(value) => ::core::option::Option::Some(::wire::Wire::write(value)),
            },
        }),
        Fields::Unnamed(_) => Err(Error::new_spanned(variant, "more than one value: name them")),
        Fields::Named(fields) => {
            let fields = NamedFields::of(fields)?;
            let list = fields.list(attributes);
            let blank = fields.blank(attributes);
            // Under names of their own: a field may be called `place` or `tree`.
            let bound = |field: &Ident| format_ident!("its_{field}");
            let bindings = fields.idents().map(|field| (field, bound(field)));
            let bindings = bindings.map(|(field, bound)| quote!(#field: #bound));
            let bindings = quote!(#(#bindings),*);
            let reach = |field: &Ident| bound(field).into_token_stream();
            let (take, write) = (fields.take(reach), fields.write(reach));
            Ok(Arms {
                listed: listed(quote!(::wire::choice::Holds::Fields(#list))),
                blank: quote!(Self::#ident { #blank }),
                pattern: quote!(Self::#ident { .. }),
                take: quote! {
                    Self::#ident { #bindings } => match place {
                        #take
                        _ => ::core::result::Result::Ok(()),
                    },
                },
                write: quote! {
                    Self::#ident { #bindings } => match place {
                        #write
                        _ => ::core::option::Option::None,
                    },
                },
            })
        }
    }
}

/// `AddStep` as `add_step`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_named_as_serde_names_them() {
        assert_eq!(snake_case("AddStep"), "add_step");
        assert_eq!(snake_case("Op"), "op");
    }
}
