//! Figures for people: percentiles, columns, and what else the machine was doing.

use std::{fs, thread, time::Duration};

/// The value that this share of the values does not exceed.
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = (last as f64 * share).round();
    sorted[place as usize]
}

/// Milliseconds; sorted, for [`percentile`].
pub fn millis(times: &[Duration]) -> Vec<f64> {
    let mut millis: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
    millis.sort_by(f64::total_cmp);
    millis
}

/// Prints columns as wide as they need to be.
pub fn print(rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:>width$}"));
        println!("{}", cells.collect::<Vec<_>>().join("  "));
    }
}

/// What else the machine was doing.
pub fn machine() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores, load average {load}")
}
