//! The `#[serde(…)]` attributes that mean something here. Any other is an error: passing over one
//! would change what travels without a word.

use syn::{Attribute, LitStr, Path, meta::ParseNestedMeta};

/// What stands on a type.
#[derive(Default)]
pub struct TypeAttributes {
    /// The names of variants are written in snake case.
    pub snake_case: bool,
    /// Unknown fields are refused.
    pub strict: bool,
    /// Every field may be left out; its value is then that of `Default::default()` of the type.
    pub default: bool,
    /// The type travels as its only field.
    pub transparent: bool,
    /// The type travels as a text it is read from and turned into.
    pub through_text: bool,
}

impl TypeAttributes {
    pub fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut found = Self::default();
        let (mut from, mut into) = (false, false);
        each(attributes, |meta| {
            match name_of(&meta).as_str() {
                "rename_all" => found.snake_case = is(&meta, "snake_case")?,
                "deny_unknown_fields" => found.strict = true,
                "default" if !meta.input.peek(syn::Token![=]) => found.default = true,
                "transparent" => found.transparent = true,
                "try_from" => from = is(&meta, "String")?,
                "into" => into = is(&meta, "String")?,
                _ => return Err(meta.error("Wire does not know this attribute")),
            }
            Ok(())
        })?;
        if from != into {
            let message = "`try_from` and `into` go together";
            return Err(syn::Error::new_spanned(&attributes[0], message));
        }
        found.through_text = from;
        Ok(found)
    }
}

/// What stands on a field or a variant.
#[derive(Default)]
pub struct FieldAttributes {
    /// The name it has as it travels, when that is not its own.
    pub rename: Option<String>,
    /// Where its value comes from when it is left out.
    pub default: Option<Default>,
    /// When it is left out.
    pub skip_if: Option<Path>,
    /// The variant stands for whatever cannot be read: a newer word, or what came with one.
    pub other: bool,
}

/// Where the value of a field that was left out comes from.
pub enum Default {
    /// From `Default::default`.
    Usual,
    /// From this function.
    Of(Path),
}

impl FieldAttributes {
    pub fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut found = Self::default();
        each(attributes, |meta| {
            match name_of(&meta).as_str() {
                "rename" => found.rename = Some(meta.value()?.parse::<LitStr>()?.value()),
                "default" if meta.input.peek(syn::Token![=]) => {
                    found.default = Some(Default::Of(path(&meta)?));
                }
                "default" => found.default = Some(Default::Usual),
                "skip_serializing_if" => found.skip_if = Some(path(&meta)?),
                "other" => found.other = true,
                _ => return Err(meta.error("Wire does not know this attribute")),
            }
            Ok(())
        })?;
        Ok(found)
    }
}

fn each(
    attributes: &[Attribute],
    mut one: impl FnMut(ParseNestedMeta<'_>) -> syn::Result<()>,
) -> syn::Result<()> {
    let of_serde = attributes.iter().filter(|attribute| attribute.path().is_ident("serde"));
    of_serde.into_iter().try_for_each(|attribute| attribute.parse_nested_meta(&mut one))
}

fn name_of(meta: &ParseNestedMeta<'_>) -> String {
    meta.path.get_ident().map(ToString::to_string).unwrap_or_default()
}

fn path(meta: &ParseNestedMeta<'_>) -> syn::Result<Path> {
    meta.value()?.parse::<LitStr>()?.parse()
}

/// True when the attribute has this value, and an error when it has another one.
fn is(meta: &ParseNestedMeta<'_>, value: &str) -> syn::Result<bool> {
    let given: LitStr = meta.value()?.parse()?;
    if given.value() == value {
        return Ok(true);
    }
    Err(syn::Error::new_spanned(&given, format!("Wire knows only \"{value}\" here")))
}
