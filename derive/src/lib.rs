//! `#[derive(Shape)]` and `#[derive(Written)]`: how a type of the document is read from JSON, and written as JSON.
//!
//! It obeys serde's own attributes, so that reading, writing and the JSON Schema follow one declaration: `rename`, `alias`,
//! `default`, `deny_unknown_fields`, `rename_all = "snake_case"` and `transparent`.
//!
//! serde's derive writes a state machine for each type, which was a third of the viewer. This one writes one call for each
//! field.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Attribute, Data, DataEnum, DeriveInput, Error, Fields, FieldsNamed, LitStr, Path, Result,
};

/// Derives `Shape`, and serde's `Deserialize` through it.
#[proc_macro_derive(Shape, attributes(serde))]
pub fn derive_shape(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

/// Derives `Written`: the bytes that serde's `Serialize` gives as JSON, again by one call for each field.
#[proc_macro_derive(Written, attributes(serde))]
pub fn derive_written(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    write(&input)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

fn write(input: &DeriveInput) -> Result<Tokens> {
    let name = &input.ident;
    let says = Says::of(&input.attrs)?;
    let body = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => write_fields(fields)?,
            _ if says.transparent => quote!(crate::shape::Written::write(&self.0, out)),
            other => {
                return Err(Error::new_spanned(
                    other,
                    "what is written has named fields",
                ));
            }
        },
        Data::Enum(data) if says.untagged => {
            let variants = data.variants.iter().map(|variant| &variant.ident);
            quote!(match self { #(Self::#variants(value) => crate::shape::Written::write(value, out)),* })
        }
        Data::Enum(data) => {
            let (names, variants) = choices(data, &says)?;
            quote!(crate::shape::Written::write(match self { #(Self::#variants => #names),* }, out))
        }
        Data::Union(_) => return Err(Error::new_spanned(name, "a union is not written")),
    };
    let (generics, of, bounds) = input.generics.split_for_impl();
    Ok(quote! {
        impl #generics crate::shape::Written for #name #of #bounds {
            fn write(&self, out: &mut String) {
                #body
            }
        }
    })
}

fn write_fields(fields: &FieldsNamed) -> Result<Tokens> {
    let mut writes = Vec::new();
    for field in &fields.named {
        let Some(ident) = &field.ident else { continue };
        let says = Says::of(&field.attrs)?;
        let name = says.rename.unwrap_or_else(|| ident.to_string());
        let write = quote!(object.field(#name, &self.#ident););
        writes.push(match says.skip_if {
            Some(absent) => quote!(if !#absent(&self.#ident) { #write }),
            None => write,
        });
    }
    Ok(quote! {
        let mut object = crate::shape::Object::begin(out);
        #(#writes)*
        object.end();
    })
}

fn expand(input: &DeriveInput) -> Result<Tokens> {
    let name = &input.ident;
    let says = Says::of(&input.attrs)?;
    let body = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => fields_of(fields, &says)?,
            _ if says.transparent => quote!(Self(crate::shape::Shape::read(value, fault))),
            other => return Err(Error::new_spanned(other, "a shape has named fields")),
        },
        Data::Enum(data) => choice_of(data, &says)?,
        Data::Union(_) => return Err(Error::new_spanned(name, "a union has no shape")),
    };
    Ok(quote! {
        impl crate::shape::Shape for #name {
            fn read(value: &mut crate::json::Value, fault: &mut crate::shape::Fault) -> Self {
                #body
            }
        }
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                crate::shape::through_value(from)
            }
        }
    })
}

/// One call for each field.
fn fields_of(fields: &FieldsNamed, says: &Says) -> Result<Tokens> {
    let mut known = Vec::new();
    let mut reads = Vec::new();
    for field in &fields.named {
        let Some(ident) = &field.ident else { continue };
        let says = Says::of(&field.attrs)?;
        let name = says.rename.unwrap_or_else(|| ident.to_string());
        let place = known.len();
        known.push(name);
        let read = match (says.alias, says.default) {
            (None, None) => quote!(fields.need(#place)),
            // Without an option's field there is none, which is its default.
            (None, Some(None)) if is_option(&field.ty) => quote!(fields.need(#place)),
            (None, Some(None)) => quote!(fields.get(#place)),
            (None, Some(Some(usual))) => quote!(fields.get_or(#place, #usual)),
            (Some(alias), Some(default)) => {
                let usual = default.map_or(quote!(Default::default), |usual| quote!(#usual));
                let other = known.len();
                known.push(alias);
                quote!({ let place = fields.either(#place, #other); fields.get_or(place, #usual) })
            }
            (Some(_), None) => {
                return Err(Error::new_spanned(ident, "an alias goes with a default"));
            }
        };
        reads.push(quote!(#ident: #read));
    }
    let open = match says.strict {
        true => quote!(strict),
        false => quote!(known),
    };
    let known = known.join(" ");
    Ok(quote! {
        let mut fields = crate::shape::Fields::#open(value, #known, fault);
        Self { #(#reads),* }
    })
}

fn is_option(of: &syn::Type) -> bool {
    let syn::Type::Path(path) = of else {
        return false;
    };
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "Option")
}

/// One of several names.
fn choice_of(data: &DataEnum, says: &Says) -> Result<Tokens> {
    let (names, variants) = choices(data, says)?;
    let places = 0..names.len();
    // What is no such name is 0, and a match has to cover every number.
    let first = variants.first();
    let names = names.join(" ");
    Ok(quote! {
        match crate::shape::chosen(value, #names, fault) {
            #(#places => Self::#variants,)*
            _ => Self::#first,
        }
    })
}

/// A name for each variant.
fn choices<'a>(data: &'a DataEnum, says: &Says) -> Result<(Vec<String>, Vec<&'a syn::Ident>)> {
    let mut names = Vec::new();
    let mut variants = Vec::new();
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(Error::new_spanned(
                variant,
                "a choice is a name without content",
            ));
        }
        let usual = variant.ident.to_string();
        let usual = if says.snake_case {
            snake_case(&usual)
        } else {
            usual
        };
        names.push(Says::of(&variant.attrs)?.rename.unwrap_or(usual));
        variants.push(&variant.ident);
    }
    Ok((names, variants))
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// What serde's attributes say that matters to reading.
#[derive(Default)]
struct Says {
    rename: Option<String>,
    alias: Option<String>,
    /// `Some(None)`: the type's own default; `Some(Some(path))`: what this function returns.
    default: Option<Option<Path>>,
    strict: bool,
    snake_case: bool,
    transparent: bool,
    untagged: bool,
    /// The function that says whether a field is left out.
    skip_if: Option<Path>,
}

impl Says {
    fn of(attributes: &[Attribute]) -> Result<Says> {
        let mut says = Says::default();
        for attribute in attributes {
            if !attribute.path().is_ident("serde") {
                continue;
            }
            attribute.parse_nested_meta(|meta| {
                let name = meta.path.get_ident().map(ToString::to_string);
                let given: Option<LitStr> = match meta.value() {
                    Ok(value) => Some(value.parse()?),
                    Err(_) => None,
                };
                let text = given.as_ref().map(LitStr::value);
                match name.as_deref() {
                    Some("rename") => says.rename = text,
                    Some("alias") => says.alias = text,
                    Some("default") => {
                        says.default = Some(given.map(|path| path.parse()).transpose()?);
                    }
                    Some("deny_unknown_fields") => says.strict = true,
                    Some("rename_all") if text.as_deref() == Some("snake_case") => {
                        says.snake_case = true;
                    }
                    Some("transparent") => says.transparent = true,
                    Some("untagged") => says.untagged = true,
                    Some("skip_serializing_if") => {
                        says.skip_if = given.map(|path| path.parse()).transpose()?;
                    }
                    _ => return Err(meta.error("a shape does not know this attribute")),
                }
                Ok(())
            })?;
        }
        Ok(says)
    }
}
