//! A CV version of the structured kind, as it is printed: what the person wrote, under headings in
//! the language of the CV.

use crate::sniff;
use board::{
    cv::{CvEntry, CvKind, CvSection, CvVersion, FileKind},
    id::ItemId,
    world::World,
};

/// A CV that this reader may read, to be printed, and what to call the file; `None` when there is
/// none, or it is a file.
#[must_use]
pub fn cv(world: &World, id: ItemId) -> Option<(String, typeset::Cv)> {
    let (_, item) = world.find(id).filter(|(_, item)| item.removed.is_none())?;
    let version = item.as_cv_version().filter(|version| version.file.is_none())?;
    let entries: Vec<&CvEntry> =
        world.cv_entries(id).into_iter().filter_map(|(_, item)| item.as_cv_entry()).collect();
    let section = |section: &CvSection| typeset::CvSection {
        title: section.heading(&version.lang).to_owned(),
        entries: entries.iter().filter(|it| it.section == *section).map(|it| entry(it)).collect(),
    };
    let contact = version.contact.text.split(['|', '•']);
    let contact = contact.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty());
    let printed = typeset::Cv {
        lang: version.lang.as_str().to_owned(),
        name: version.name.text.clone(),
        contact: contact.collect(),
        profile: version.notes.text.clone(),
        sections: CvSection::ALL.iter().map(section).collect(),
    };
    Some((file_name(version), printed))
}

/// What an employer sees first: whose it is, or what the mentee calls it.
fn file_name(version: &CvVersion) -> String {
    let name = Some(version.name.text.trim()).filter(|name| !name.is_empty());
    let name = name.unwrap_or(&version.title.text);
    let whose =
        if version.kind == CvKind::Cv { format!("CV {name}.pdf") } else { format!("{name}.pdf") };
    sniff::name_for(&whose, &FileKind::Pdf)
}

fn entry(entry: &CvEntry) -> typeset::CvEntry {
    typeset::CvEntry {
        title: entry.title.text.clone(),
        place: entry.place.text.clone(),
        period: entry.period.text.clone(),
        text: entry.notes.text.clone(),
    }
}
