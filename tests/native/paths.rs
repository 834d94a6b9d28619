//! Addresses are typed once; here they are seen as people share them.

use passerelle::paths::Path;
use uuid::Uuid;

#[test]
fn no_two_pages_share_an_address() {
    let id = Uuid::from_u128(1);
    let all = [
        Path::Week,
        Path::Plan,
        Path::NewObjective,
        Path::Objective(id),
        Path::Applications,
        Path::NewApplication,
        Path::Application(id),
        Path::Cvs,
        Path::NewCv,
        Path::Cv(id),
        Path::CompareCv(id),
        Path::History,
        Path::Proof,
        Path::MyData,
        Path::WhoSees,
        Path::Notes,
        Path::Hours,
        Path::Letter,
        Path::Boards,
        Path::More,
        Path::Removed,
        Path::NotSent,
        Path::Devices,
        Path::Duos,
        Path::NewDuo,
        Path::Duo(id),
        Path::Gallery,
    ];
    let mut addresses: Vec<String> = all.map(Path::href).to_vec();
    assert!(addresses.iter().all(|address| address.starts_with('/') && !address.ends_with('/')));
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), all.len());
}
