//! Slows guessing of ten-digit codes down without locking honest people out.
//!
//! Only wrong codes count. A whole shelter can sit behind one address (pitfall 48), so an address
//! never waits longer than a minute; and when many addresses guess together, everyone's tries are
//! spaced out by a second, which bounds the guesses of the whole world at one a second.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Wrong codes are forgotten after this time.
const MEMORY: Duration = Duration::from_secs(600);
/// Wrong codes of one address without any wait.
const FREE: u32 = 5;
/// Waits after the sixth, seventh … wrong code.
const WAITS: [u64; 5] = [5, 10, 20, 40, 60];
/// Wrong codes of the whole world, within [`MEMORY`], before tries are spaced out.
const WORLD_FREE: u32 = 100;
/// The space between two tries then.
const WORLD_SPACE: Duration = Duration::from_secs(1);
/// The longest queue of spaced tries; whoever comes later is told to come back.
const WORLD_QUEUE: Duration = Duration::from_secs(5);

/// Wrong codes of one address, or of all.
#[derive(Clone, Copy)]
struct Wrong {
    count: u32,
    last: Instant,
    /// No try before this moment.
    until: Instant,
}

/// The memory of wrong codes. It is lost at a restart, which costs an attacker more than it gives.
#[derive(Default)]
pub struct Tries {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    peers: HashMap<IpAddr, Wrong>,
    world: Option<Wrong>,
}

impl Tries {
    /// Asks to try a code now. The try counts as wrong until [`Self::forgive`]: of a thousand
    /// tries sent at once, all but the first few wait.
    ///
    /// # Errors
    /// The seconds to wait.
    pub fn ask(&self, peer: IpAddr) -> Result<(), u64> {
        self.ask_at(peer, Instant::now())
    }

    /// The code of the last try existed.
    pub fn forgive(&self, peer: IpAddr) {
        self.forgive_at(peer, Instant::now());
    }

    /// Somebody came in: whoever sits behind this address is honest enough.
    pub fn forget(&self, peer: IpAddr) {
        self.lock().peers.remove(&network(peer));
    }

    fn ask_at(&self, peer: IpAddr, now: Instant) -> Result<(), u64> {
        let mut state = self.lock();
        state.peers.retain(|_, wrong| wrong.is_fresh(now));
        let known = state.peers.get(&network(peer));
        if let Some(wrong) = known.filter(|wrong| wrong.until > now) {
            return Err(seconds(wrong.until - now));
        }
        let mut world =
            state.world.filter(|wrong| wrong.is_fresh(now)).unwrap_or_else(|| Wrong::none(now));
        if world.count >= WORLD_FREE {
            let next = world.until.max(now);
            // Nobody is held back on a thread: the try is let through or sent away.
            if next > now + WORLD_QUEUE {
                return Err(seconds(next - now));
            }
            world.until = next + WORLD_SPACE;
        }
        world.add(now);
        state.world = Some(world);
        let wrong = state.peers.entry(network(peer)).or_insert_with(|| Wrong::none(now));
        wrong.add(now);
        if let Some(over) = wrong.count.checked_sub(FREE) {
            let step = (over as usize).min(WAITS.len() - 1);
            wrong.until = now + Duration::from_secs(WAITS[step]);
        }
        Ok(())
    }

    fn forgive_at(&self, peer: IpAddr, now: Instant) {
        let mut state = self.lock();
        if let Some(wrong) = state.peers.get_mut(&network(peer)) {
            wrong.count = wrong.count.saturating_sub(1);
            wrong.until = now;
        }
        if let Some(world) = &mut state.world {
            world.count = world.count.saturating_sub(1);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A count cannot be half-written.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wrong {
    fn none(now: Instant) -> Self {
        Self { count: 0, last: now, until: now }
    }

    fn add(&mut self, now: Instant) {
        self.count = self.count.saturating_add(1);
        self.last = now;
    }

    fn is_fresh(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.last) < MEMORY
    }
}

/// One household has one IPv4 address or one IPv6 /64.
fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

/// Whole seconds, rounded up, so that whoever waits them is let in.
fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn waits_grow_and_never_pass_a_minute() {
        let (tries, mut now) = (Tries::default(), Instant::now());
        let mut waits = Vec::new();
        for _ in 0..12 {
            if let Err(wait) = tries.ask_at(peer(1), now) {
                waits.push(wait);
                now += Duration::from_secs(wait);
                assert_eq!(tries.ask_at(peer(1), now), Ok(()), "after the wait, a try");
            }
        }
        assert_eq!(waits, [5, 10, 20, 40, 60, 60, 60]);
        assert_eq!(tries.ask_at(peer(2), now), Ok(()), "nobody else waits");
        assert_eq!(tries.ask_at(peer(1), now + MEMORY), Ok(()), "and it is forgotten");
    }

    #[test]
    fn codes_that_exist_cost_nothing() {
        let (tries, now) = (Tries::default(), Instant::now());
        for _ in 0..500 {
            assert_eq!(tries.ask_at(peer(1), now), Ok(()));
            tries.forgive_at(peer(1), now);
        }
    }

    #[test]
    fn many_addresses_together_are_spaced_out() {
        let (tries, now) = (Tries::default(), Instant::now());
        for number in 0..100_u8 {
            assert_eq!(tries.ask_at(peer(number), now), Ok(()));
        }
        let let_in = (100..150).filter(|number| tries.ask_at(peer(*number), now).is_ok()).count();
        assert_eq!(let_in, 6, "one a second, and a short queue");
        assert_eq!(tries.ask_at(peer(201), now + Duration::from_secs(10)), Ok(()));
    }

    #[test]
    fn one_household_is_one_address() {
        let a: IpAddr = "2001:db8:1:2:3::4".parse().unwrap();
        let b: IpAddr = "2001:db8:1:2::5".parse().unwrap();
        assert_eq!(network(a), network(b));
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), peer(1));
    }
}
