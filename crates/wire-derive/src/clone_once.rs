//! `Clone` as a function that is compiled once, in the crate of the type.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Fields};

/// What `#[derive(Clone)]` writes, but without its `#[inline]`.
pub fn clone_once(input: &DeriveInput) -> syn::Result<TokenStream> {
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(&input.generics, "a type with parameters has many copies"));
    }
    let name = &input.ident;
    let arms: Vec<TokenStream> = match &input.data {
        Data::Struct(data) => vec![arm(&quote!(Self), &data.fields)],
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants
                .map(|variant| {
                    let name = &variant.ident;
                    arm(&quote!(Self::#name), &variant.fields)
                })
                .collect()
        }
        Data::Union(_) => return Err(Error::new_spanned(name, "a union has no fields to clone")),
    };
    Ok(quote! {
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self {
                match self { #(#arms,)* }
            }
        }
    })
}

/// One shape and its copy.
fn arm(path: &TokenStream, fields: &Fields) -> TokenStream {
    let names: Vec<_> = fields
        .iter()
        .enumerate()
        .map(|(place, field)| field.ident.clone().unwrap_or_else(|| format_ident!("field{place}")))
        .collect();
    let copies = quote!(#(#names: ::core::clone::Clone::clone(#names)),*);
    match fields {
        Fields::Named(_) => quote!(#path { #(#names),* } => #path { #copies }),
        Fields::Unnamed(_) => {
            quote!(#path(#(#names),*) => #path(#(::core::clone::Clone::clone(#names)),*))
        }
        Fields::Unit => quote!(#path => #path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_is_copied_field_by_field_and_nothing_is_inlined() {
        let input: DeriveInput = syn::parse_quote! {
            enum Choice { Nothing, One(u8), Named { first: u8, second: String } }
        };
        let written = clone_once(&input).expect("three shapes").to_string();
        for part in
            ["Self :: Nothing => Self :: Nothing", "Self :: One (field0)", "second : :: core"]
        {
            assert!(written.contains(part), "{part} in {written}");
        }
        assert!(!written.contains("inline"));
    }

    #[test]
    fn a_type_with_parameters_is_refused() {
        let input: DeriveInput = syn::parse_quote! { struct Pair<T>(T, T); };
        assert!(clone_once(&input).is_err());
    }
}
