//! What a coordinator of thousands of duos waits for: the caseload, a branch, the health of all.

use crate::{CaseloadArgs, client::Person, crowd::Crowd, table};
use anyhow::Context;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Starts the server and prints time and bytes of each question.
pub async fn run(args: &CaseloadArgs) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let data = args.data.as_deref().unwrap_or(folder.path());
    println!("{}", table::machine());
    let begun = Instant::now();
    let crowd = Crowd::start(&args.server, data, (args.duos, args.seed), &args.person)?;
    println!("the server is there after {:.1} s", begun.elapsed().as_secs_f64());
    let person = Person::enter(&crowd.origin, &crowd.token, 1).await?;
    let begun = Instant::now();
    let (caseload, _) = person.fetch("/api/v1/caseload").await?;
    let duos: u64 = caseload["counts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|count| count["duos"].as_u64())
        .sum();
    let first = begun.elapsed().as_secs_f64();
    println!("{duos} duos; the first look, with their facts, after {first:.1} s");
    let branches = person.branches().await?;
    let mut rows = vec![["", "p50 ms", "p95 ms", "KB", "KB packed"].map(str::to_owned).to_vec()];
    let mut questions = vec![
        ("caseload".to_owned(), "caseload".to_owned()),
        ("page 40".into(), "caseload?after=1950".into()),
        ("stalled".into(), "caseload?state=stalled".into()),
        ("a name".into(), "caseload?q=sam".into()),
        ("figures".into(), "indicators".into()),
        ("by branch".into(), "indicators/breakdown?by=branch".into()),
        ("evidence".into(), "evidence".into()),
    ];
    for (name, id) in &branches {
        questions.push((format!("branch {name}"), format!("branches/{id}/view")));
    }
    for (name, path) in questions {
        rows.push(measure(&person, args.times, name, &format!("/api/v1/{path}")).await?);
    }
    table::print(&rows);
    health(&person, &branches, args.times).await
}

async fn measure(
    person: &Person,
    times: u16,
    name: String,
    path: &str,
) -> anyhow::Result<Vec<String>> {
    let (mut taken, mut plain, mut packed) = (Vec::new(), 0, 0);
    for _ in 0..times {
        let begun = Instant::now();
        let (_, bytes) = person.fetch(path).await?;
        taken.push(begun.elapsed());
        plain = bytes;
        packed = person.packed_bytes(path).await?;
    }
    let millis = table::millis(&taken);
    let kb = |bytes: usize| format!("{:.1}", bytes as f64 / 1000.0);
    let cell = |share| format!("{:.1}", table::percentile(&millis, share));
    Ok(vec![name, cell(0.5), cell(0.95), kb(plain), kb(packed)])
}

/// The preview of thresholds reckons every running duo of a branch twice and answers with numbers
/// alone: what it takes is health and next to nothing else.
async fn health(person: &Person, branches: &[(String, String)], times: u16) -> anyhow::Result<()> {
    let (mut taken, mut duos) = (Duration::ZERO, 0);
    for _ in 0..times {
        for (_, id) in branches {
            let path = format!("/api/v1/branches/{id}/thresholds/preview");
            let begun = Instant::now();
            let preview = person.ask(&path, &json!({})).await?;
            taken += begun.elapsed();
            let states = preview["before"].as_array().context("no states")?;
            duos += states.iter().filter_map(|state: &Value| state["duos"].as_u64()).sum::<u64>();
        }
    }
    let seconds = taken.as_secs_f64();
    println!("health: {:.0} duos a second, requests included", 2.0 * duos as f64 / seconds);
    Ok(())
}
