//! Writes one PDF of each kind into a folder, to be looked at, and says how long each took:
//! `cargo run --package typeset --example samples -- FOLDER`.

#[path = "../tests/pdf/samples.rs"]
mod samples;

use std::path::Path;
use std::time::Instant;

use typeset::{TypesetError, cv_pdf, cv_text, sheet_pdf, table_pdf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let write = |name: &str, make: &dyn Fn() -> Result<Vec<u8>, TypesetError>| {
        // The first of all also opens the fonts; the second shows the usual time.
        for _ in 0..2 {
            let start = Instant::now();
            let bytes = make()?;
            println!("{name}: {} bytes in {:.1?}", bytes.len(), start.elapsed());
            std::fs::write(Path::new(&folder).join(name), bytes)?;
        }
        Ok::<(), Box<dyn std::error::Error>>(())
    };
    let mut hard = samples::cv();
    hard.sections[0].entries[0].text = "y".repeat(10_000);
    hard.sections[1].entries = (1..=40)
        .map(|at| samples::entry(&format!("Métier {at}"), "Liège", "2024", "Une ligne."))
        .collect();
    write("cv.pdf", &|| cv_pdf(&samples::cv()))?;
    write("cv-ar.pdf", &|| cv_pdf(&samples::arabic_cv()))?;
    write("cv-hard.pdf", &|| cv_pdf(&hard))?;
    write("table.pdf", &|| table_pdf(&samples::table()))?;
    write("sheet.pdf", &|| sheet_pdf(&samples::sheet()))?;
    println!("\n{}", cv_text(&samples::cv()));
    Ok(())
}
