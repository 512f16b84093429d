//! `#[derive(Decode)]`: a struct read from a tree, with every problem of every field collected.
//!
//! Only for the core crate, whose `decode` module it writes calls to. A field is required unless it
//! says otherwise:
//!
//! - `#[decode(default)]`: absent means `Default::default()`;
//! - `#[decode(default = expression)]`: absent means this;
//! - `#[decode(rename = "name")]`: the name in the data, where Rust needs another.

use proc_macro::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Expr, Field, Fields, LitStr, Result, parse_macro_input};

/// Derives `crate::decode::Decode` for a struct with named fields.
#[proc_macro_derive(Decode, attributes(decode))]
pub fn derive_decode(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> Result<proc_macro2::TokenStream> {
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => &fields.named,
            _ => return Err(syn::Error::new(input.span(), "needs named fields")),
        },
        _ => return Err(syn::Error::new(input.span(), "needs a struct")),
    };
    let rules = fields.iter().map(Rule::of).collect::<Result<Vec<_>>>()?;
    let name = &input.ident;
    let keys = rules.iter().map(|rule| &rule.key);
    let idents: Vec<_> = fields.iter().map(|field| &field.ident).collect();
    let reads = fields.iter().zip(&rules).map(|(field, rule)| {
        let (ident, key) = (&field.ident, &rule.key);
        match &rule.default {
            None => quote!(let #ident = fields.required(#key);),
            Some(default) => quote!(let #ident = fields.or(#key, || #default);),
        }
    });
    Ok(quote! {
        impl crate::decode::Decode for #name {
            fn decode(
                value: serde_json::Value,
                at: &crate::decode::At<'_>,
                problems: &mut Vec<crate::problem::Problem>,
            ) -> Option<Self> {
                let mut fields = crate::decode::Fields::open(value, at, problems, &[#(#keys),*])?;
                #(#reads)*
                Some(Self { #(#idents: #idents?),* })
            }
        }
    })
}

/// How one field is read.
struct Rule {
    key: String,
    default: Option<Expr>,
}

impl Rule {
    fn of(field: &Field) -> Result<Self> {
        let key = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut rule = Self { key, default: None };
        for attribute in field.attrs.iter().filter(|a| a.path().is_ident("decode")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    rule.key = meta.value()?.parse::<LitStr>()?.value();
                } else if meta.path.is_ident("default") {
                    rule.default = Some(match meta.value() {
                        Ok(value) => value.parse()?,
                        Err(_) => syn::parse_quote!(Default::default()),
                    });
                } else {
                    return Err(meta.error("expected `default` or `rename`"));
                }
                Ok(())
            })?;
        }
        Ok(rule)
    }
}
