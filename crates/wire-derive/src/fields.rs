//! Named fields, of a struct or of a variant.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, FieldsNamed, Ident, Type};

use crate::attributes::{Default, FieldAttributes, TypeAttributes};

/// More would not fit into the set of fields already seen.
const MOST: usize = 64;

/// One field.
pub struct NamedField {
    ident: Ident,
    kind: Type,
    attributes: FieldAttributes,
}

/// All fields of a struct or a variant.
pub struct NamedFields(Vec<NamedField>);

impl NamedFields {
    pub fn of(fields: &FieldsNamed) -> syn::Result<Self> {
        if fields.named.len() > MOST {
            return Err(Error::new_spanned(fields, format!("more than {MOST} fields")));
        }
        let all = fields.named.iter().map(|field| {
            let ident = field.ident.clone();
            let attributes = FieldAttributes::of(&field.attrs)?;
            if attributes.other {
                return Err(Error::new_spanned(field, "`other` stands on a variant"));
            }
            Ok(NamedField {
                ident: ident.ok_or_else(|| Error::new_spanned(field, "a field without a name"))?,
                kind: field.ty.clone(),
                attributes,
            })
        });
        all.collect::<syn::Result<_>>().map(Self)
    }

    pub fn idents(&self) -> impl Iterator<Item = &Ident> {
        self.0.iter().map(|field| &field.ident)
    }

    /// The constant that lists them.
    pub fn list(&self, attributes: &TypeAttributes) -> TokenStream {
        let (strict, all_default) = (attributes.strict, attributes.default);
        let all = self.0.iter().map(|NamedField { ident, kind, attributes }| {
            let own = ident.to_string();
            let name = attributes.rename.as_deref().unwrap_or(own.trim_start_matches("r#"));
            let default = all_default || attributes.default.is_some();
            quote!(::wire::record::Field::new::<#kind>(#name, #default))
        });
        quote!(::wire::record::Fields { list: &[#(#all),*], strict: #strict })
    }

    /// `name: value, …` of a blank one.
    pub fn blank(&self, of: &TypeAttributes) -> TokenStream {
        let all = self.0.iter().filter_map(|NamedField { ident, attributes, .. }| {
            let value = match &attributes.default {
                None if of.default => return None,
                None => quote!(::wire::Wire::blank()),
                Some(Default::Usual) => quote!(::core::default::Default::default()),
                Some(Default::Of(path)) => quote!(#path()),
            };
            Some(quote!(#ident: #value,))
        });
        let rest = of.default.then(|| quote!(..::core::default::Default::default()));
        quote!(#(#all)* #rest)
    }

    /// Arms that fill the field at `place`; `reach` makes a `&mut` to it out of its name.
    pub fn take(&self, reach: impl Fn(&Ident) -> TokenStream) -> TokenStream {
        let all = self.0.iter().enumerate().map(|(place, field)| {
            let field = reach(&field.ident);
            quote!(#place => ::wire::Wire::take(#field, tree),)
        });
        quote!(#(#all)*)
    }

    /// Arms that write the field at `place`; `reach` makes a `&` to it out of its name.
    pub fn write(&self, reach: impl Fn(&Ident) -> TokenStream) -> TokenStream {
        let all = self.0.iter().enumerate().map(|(place, field)| {
            let reached = reach(&field.ident);
            let left_out = field.attributes.skip_if.as_ref().map(
                |skip_if| quote!(#place if #skip_if(#reached) => ::core::option::Option::None,),
            );
            quote! {
                #left_out
                #place => ::core::option::Option::Some(::wire::Wire::write(#reached)),
            }
        });
        quote!(#(#all)*)
    }
}
