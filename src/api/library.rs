//! The library: what is the same for everybody and belongs to no board.

use crate::api::{
    escaped::escaped,
    http::{self, ApiError},
};
use board::{
    protocol::library::{
        CatalogueStep, NewService, OccupationInfo, Region, RetireService, SectorInfo, ServiceInfo,
    },
    slug::Slug,
    text::LINE_MAX,
};

/// The catalogue of steps, in one language.
///
/// # Errors
/// Any [`ApiError`].
pub async fn steps(lang: &str) -> Result<Vec<CatalogueStep>, ApiError> {
    http::get(&format!("/library/steps?lang={lang}")).await
}

/// The sectors, in one language.
///
/// # Errors
/// Any [`ApiError`].
pub async fn sectors(lang: &str) -> Result<Vec<SectorInfo>, ApiError> {
    http::get(&format!("/library/sectors?lang={lang}")).await
}

/// The occupations that fit what somebody typed, best first; all of them when that is empty.
///
/// # Errors
/// Any [`ApiError`].
pub async fn occupations(lang: &str, typed: &str) -> Result<Vec<OccupationInfo>, ApiError> {
    http::get(&format!("/library/occupations?lang={lang}{}", searched(typed))).await
}

/// The services of a region, or of all, that fit what somebody typed; all when that is empty.
///
/// # Errors
/// Any [`ApiError`].
pub async fn services(
    lang: &str,
    region: Option<&Region>,
    typed: &str,
) -> Result<Vec<ServiceInfo>, ApiError> {
    let region = region.map(|region| format!("&region={}", region.as_str())).unwrap_or_default();
    http::get(&format!("/services?lang={lang}{region}{}", searched(typed))).await
}

/// One service.
///
/// # Errors
/// Any [`ApiError`].
pub async fn service(lang: &str, id: &Slug) -> Result<ServiceInfo, ApiError> {
    http::get(&format!("/services/{id}?lang={lang}")).await
}

/// Like [`services`], with those that were taken out; for coordinators.
///
/// # Errors
/// Any [`ApiError`].
pub async fn whole_directory(
    lang: &str,
    region: Option<&Region>,
    typed: &str,
) -> Result<Vec<ServiceInfo>, ApiError> {
    let region = region.map(|region| format!("&region={}", region.as_str())).unwrap_or_default();
    http::get(&format!("/services?retired=true&lang={lang}{region}{}", searched(typed))).await
}

/// Adds a service to the directory.
///
/// # Errors
/// Any [`ApiError`].
pub async fn add_service(service: &NewService) -> Result<ServiceInfo, ApiError> {
    http::post("/services", service).await
}

/// Writes a service again, in one language.
///
/// # Errors
/// Any [`ApiError`].
pub async fn change_service(
    id: &Slug,
    version: u64,
    service: &NewService,
) -> Result<ServiceInfo, ApiError> {
    http::patch_version(&format!("/services/{id}"), version, service).await
}

/// Notes that all of a service is true today.
///
/// # Errors
/// Any [`ApiError`].
pub async fn verify_service(lang: &str, id: &Slug, version: u64) -> Result<ServiceInfo, ApiError> {
    http::post_version(&format!("/services/{id}/verified?lang={lang}"), version, &()).await
}

/// Takes a service out of the directory, or puts it back.
///
/// # Errors
/// Any [`ApiError`].
pub async fn retire_service(
    lang: &str,
    id: &Slug,
    version: u64,
    retired: bool,
) -> Result<ServiceInfo, ApiError> {
    let change = RetireService { retired };
    http::post_version(&format!("/services/{id}/retired?lang={lang}"), version, &change).await
}

/// What somebody typed, as a part of an address.
pub fn searched(typed: &str) -> String {
    let typed: String = typed.trim().chars().take(LINE_MAX).collect();
    if typed.is_empty() {
        return typed;
    }
    format!("&q={}", escaped(&typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_cannot_change_the_address() {
        assert_eq!(searched("  "), "");
        assert_eq!(searched(" aide &x=é"), "&q=aide%20%26x%3D%C3%A9");
        assert_eq!(searched(&"a".repeat(900)).len(), 203);
    }
}
