//! A time of the day as people type it: "14 h 30", "14:30", "9h", "2 pm".

use board::meeting::DayTime;

/// It is not a time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATime;

/// Reads a time; nothing typed is no time.
///
/// # Errors
/// [`NotATime`] when it cannot be read.
pub fn parse_time(typed: &str) -> Result<Option<DayTime>, NotATime> {
    let lower = typed.trim().to_lowercase();
    if lower.is_empty() {
        return Ok(None);
    }
    let afternoon = lower.ends_with("pm") || lower.ends_with("p.m.");
    let numbers = lower
        .split(|sign: char| !sign.is_numeric())
        .filter(|part| !part.is_empty())
        .map(number)
        .collect::<Option<Vec<u16>>>()
        .ok_or(NotATime)?;
    let (hour, minute) = match numbers[..] {
        [hour] => (hour, 0),
        [hour, minute] => (hour, minute),
        _ => return Err(NotATime),
    };
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    if hour > 23 || minute > 59 {
        return Err(NotATime);
    }
    Ok(Some(DayTime(hour * 60 + minute)))
}

/// Digits of any script that a phone's keyboard may write.
fn number(digits: &str) -> Option<u16> {
    let value = |sign: char| match sign {
        '0'..='9' => Some(sign as u32 - '0' as u32),
        '٠'..='٩' => Some(sign as u32 - '٠' as u32),
        '۰'..='۹' => Some(sign as u32 - '۰' as u32),
        _ => None,
    };
    if digits.chars().count() > 2 {
        return None;
    }
    let sum = digits.chars().try_fold(0, |sum, sign| Some(sum * 10 + value(sign)?))?;
    u16::try_from(sum).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, minutes) in [
            ("14 h 30", 870),
            ("14h30", 870),
            ("14:30", 870),
            ("14.30 uur", 870),
            ("9h", 540),
            (" 9 ", 540),
            ("2 pm", 840),
            ("12 pm", 720),
            ("٩:١٥", 555),
        ] {
            assert_eq!(parse_time(typed), Ok(Some(DayTime(minutes))), "{typed}");
        }
        assert_eq!(parse_time("  "), Ok(None));
    }

    #[test]
    fn nonsense_is_no_time() {
        for typed in ["midi", "25 h", "14:75", "1:2:3", "1430", "½"] {
            assert_eq!(parse_time(typed), Err(NotATime), "{typed}");
        }
    }
}
