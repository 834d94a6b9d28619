//! Which page stands at which address: a table, so that the router's code travels once and not
//! once for every shape of an address.

use std::borrow::Cow;

use leptos::{children::ToChildren, prelude::*};
use leptos_router::{
    ChooseView, GeneratedRouteData, MatchInterface, MatchNestedRoutes, MatchParams, RouteMatchId,
    components::{FlatRoutes, FlatRoutesProps},
};

/// Makes a page.
pub type Page = fn() -> AnyView;

/// Addresses with their pages; the first that fits counts. `:id` stands for one part of an address,
/// `*` at the end for any rest of it.
pub type Addresses = &'static [(&'static str, Page)];

/// Shows the page of the present address, and `fallback` where there is none.
pub fn routes(addresses: Addresses, fallback: Page) -> AnyView {
    let ids = addresses.iter().map(|_| RouteMatchId::new_from_route_id()).collect();
    let table = Table { addresses, ids };
    let children = ToChildren::to_children(move || table);
    FlatRoutes(FlatRoutesProps::builder().fallback(fallback).children(children).build()).into_any()
}

#[derive(Clone)]
struct Table {
    addresses: Addresses,
    /// One for each: two pages are the same when these are.
    ids: Vec<RouteMatchId>,
}

/// The page of an address.
struct Found {
    id: RouteMatchId,
    page: Page,
    path: String,
    params: Params,
}

type Params = Vec<(Cow<'static, str>, String)>;

impl MatchNestedRoutes for Table {
    type Data = ();
    type Match = Found;

    fn match_nested<'a>(&'a self, path: &'a str) -> (Option<(RouteMatchId, Found)>, &'a str) {
        let mut places = self.addresses.iter().zip(&self.ids);
        let found = places.find_map(|((address, page), id)| {
            let params = fit(address, path)?;
            Some((*id, Found { id: *id, page: *page, path: path.to_owned(), params }))
        });
        (found, "")
    }

    fn generate_routes(&self) -> impl IntoIterator<Item = GeneratedRouteData> + '_ {
        // Only a server that renders pages asks for the list.
        None
    }

    fn optional(&self) -> bool {
        false
    }
}

impl MatchParams for Found {
    fn to_params(&self) -> Params {
        self.params.clone()
    }
}

impl MatchInterface for Found {
    type Child = Self;

    fn as_id(&self) -> RouteMatchId {
        self.id
    }

    fn as_matched(&self) -> &str {
        &self.path
    }

    fn into_view_and_child(self) -> (impl ChooseView, Option<Self>) {
        (self.page, None)
    }
}

/// The named parts of `path`, when it fits the address.
fn fit(address: &'static str, path: &str) -> Option<Params> {
    let mut given = path.split('/').filter(|part| !part.is_empty());
    let mut params = Params::new();
    for wanted in address.split('/').filter(|part| !part.is_empty()) {
        if wanted == "*" {
            return Some(params);
        }
        let part = given.next()?;
        match wanted.strip_prefix(':') {
            Some(name) => params.push((Cow::Borrowed(name), part.to_owned())),
            None if wanted == part => {}
            None => return None,
        }
    }
    given.next().is_none().then_some(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_fits_part_by_part() {
        let fits = |address, path| fit(address, path).is_some();
        assert!(fits("/", "/") && fits("/", "") && !fits("/", "/week"));
        assert!(fits("/week", "/week") && fits("/week", "/week/") && !fits("/week", "/weeks"));
        assert!(!fits("/week", "/week/1") && !fits("/plan/new", "/plan") && !fits("/week", "/"));
        assert!(fits("/duos/*", "/duos") && fits("/duos/*", "/duos/a/b") && !fits("/duos/*", "/d"));
    }

    #[test]
    fn named_parts_are_told() {
        let params = fit("/plan/:id", "/plan/7").expect("it fits");
        assert_eq!(params, [(Cow::Borrowed("id"), "7".to_owned())]);
        assert_eq!(fit("/plan/:id", "/plan"), None);
    }
}
