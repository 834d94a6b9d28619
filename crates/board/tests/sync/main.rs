//! The invariants of the synchronisation (design.md §4), over random lives of a board with a
//! network that loses, doubles and reorders, apps that are closed and a server that dies. For
//! each invariant one deliberate bug shows that a break would be seen.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod device;
mod network;
mod script;
mod server;

use board::space::Side;
use network::Network;
use proptest::{
    prelude::*,
    test_runner::{Config, TestError, TestRunner},
};
use script::{Act, Place, Step, act, acts_in_places, steps, steps_with_restores, steps_with_undo};

/// A deliberate bug of the simulated server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Carries an operation out again when it comes again.
    RunTwice,
    /// Leaves revisions out.
    SkipRev,
    /// Says "done" when it was not.
    ForgetReason,
    /// Believes that everybody has read the newest text.
    LastWins,
    /// Leaves events out of what it tells.
    LoseEvent,
    /// Counts private events with the shared ones.
    OneCounter,
    /// Says that something is kept, and keeps the answer alone.
    ForgetWrite,
    /// Asks who may do what when a request comes in, and not when each operation is carried out.
    PermitEarly,
    /// Not of the server: devices keep nothing of what was taken.
    ForgetSent,
    /// Not of the server: what is put back goes over whatever stands there by now.
    UndoBlind,
}

/// What is broken after these steps.
fn broken(steps: &[Step], fault: Option<Fault>) -> Vec<String> {
    let mut network = Network::new(fault);
    network.run(steps);
    let rest = network.heal();
    network.check().into_iter().chain([rest]).filter_map(Result::err).collect()
}

/// What the mentor's laptop receives, byte for byte, while the mentee does all of `acts`, or all
/// but the private ones.
fn mentor_hears(acts: &[(Place, Act)], private_too: bool, fault: Option<Fault>) -> Vec<String> {
    const MENTOR: usize = 2;
    let mut network = Network::new(fault);
    let mut heard = Vec::new();
    network.pull(0);
    heard.push(network.pull(MENTOR));
    for (place, act) in acts {
        network.pass_time();
        let (device, side) = match place {
            Place::Private => (0, Side::Private),
            Place::Shared => (0, Side::Shared),
            Place::Mentor => (MENTOR, Side::Shared),
        };
        if *place != Place::Private || private_too {
            network.devices[device].only = Some(side);
            network.act(device, act);
            network.flush(device);
        }
        network.pull(0);
        heard.push(network.pull(MENTOR));
    }
    let mentor = &network.devices[MENTOR];
    let everything = network.server.feed(mentor.actor.person, mentor.id, None);
    heard.push(serde_json::to_string(&everything).unwrap());
    heard
}

/// Shows items without their times, which the server's clock decides.
fn without_times(network: &Network) -> serde_json::Value {
    fn blank(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, field) in fields {
                    match name.as_str() {
                        "at" | "changed" | "since" | "done" | "seen" | "sealed" => {
                            *field = "then".into()
                        }
                        _ => blank(field),
                    }
                }
            }
            serde_json::Value::Array(values) => values.iter_mut().for_each(blank),
            _ => {}
        }
    }
    let sides = [Side::Shared, Side::Private].map(|side| network.shown(0, side));
    let mut value = serde_json::to_value(&sides).unwrap();
    blank(&mut value);
    value
}

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(300))]

    /// I1, I2, I3, I4, I5, I6, I9.
    #[test]
    fn a_board_survives_its_network(steps in steps(120)) {
        prop_assert_eq!(broken(&steps, None), Vec::<String>::new());
    }

    /// I3 and I4: a server that goes back to a backup gets again what the devices did since.
    #[test]
    fn a_board_survives_a_restored_server(steps in steps_with_restores(120)) {
        prop_assert_eq!(broken(&steps, None), Vec::<String>::new());
    }

    /// I13: whoever puts back an earlier text takes out what they had read, and no word that came
    /// since.
    #[test]
    fn nothing_that_came_since_goes_with_an_undo(steps in steps_with_undo(120)) {
        prop_assert_eq!(broken(&steps, None), Vec::<String>::new());
    }

    /// I7: what a person alone sees at once is what the server makes of it.
    #[test]
    fn the_first_guess_is_right_when_alone(acts in prop::collection::vec(act(), 1..40)) {
        let mut network = Network::new(None);
        network.pull(0);
        acts.iter().for_each(|act| network.act(0, act));
        let guess = without_times(&network);
        prop_assert_eq!(network.heal(), Ok(()));
        prop_assert_eq!(guess, without_times(&network));
    }

    /// I10: what the mentee does in private changes no byte that the mentor receives.
    #[test]
    fn private_acts_change_nothing_for_the_mentor(acts in acts_in_places()) {
        prop_assert_eq!(mentor_hears(&acts, true, None), mentor_hears(&acts, false, None));
    }
}

/// The deliberate bug must be seen, under the name of the invariant it breaks.
#[track_caller]
fn caught(fault: Fault, invariant: &str) {
    caught_in(&steps(120), fault, invariant);
}

/// The same in lives of another kind.
#[track_caller]
fn caught_in(lives: &impl Strategy<Value = Vec<Step>>, fault: Fault, invariant: &str) {
    // How small a life shows it matters to nobody here, and takes long to find out.
    let config = Config { max_shrink_iters: 0, ..config(2000) };
    let seen = TestRunner::new(config).run(lives, |steps| {
        let broken = broken(&steps, Some(fault));
        prop_assert!(!broken.iter().any(|line| line.starts_with(invariant)));
        Ok(())
    });
    assert!(matches!(seen, Err(TestError::Fail(..))), "nobody saw {fault:?}");
}

#[test]
fn deliberate_bugs_are_seen() {
    caught(Fault::RunTwice, "I2");
    caught(Fault::SkipRev, "I5");
    caught(Fault::ForgetReason, "I4");
    caught(Fault::LastWins, "I4");
    caught(Fault::LoseEvent, "I1");
    caught(Fault::ForgetWrite, "I3");
    caught(Fault::PermitEarly, "I9");
}

#[test]
fn an_undo_that_looks_at_nothing_is_seen() {
    caught_in(&steps_with_undo(120), Fault::UndoBlind, "I4");
}

#[test]
fn devices_that_keep_nothing_of_what_was_taken_are_seen() {
    caught_in(&steps_with_restores(120), Fault::ForgetSent, "I4");
}

/// A folder that was put back as a whole keeps its name: a device that only reads finds out too.
#[test]
fn a_folder_put_back_whole_is_noticed() {
    let mut network = Network::new(None);
    for device in 0..3 {
        network.pull(device);
    }
    let objective = Act::Objective { only_me: false };
    network.act(0, &objective);
    assert_eq!(network.heal(), Ok(()));
    network.run(&[Step::Backup]);
    network.act(0, &Act::Application);
    network.act(0, &Act::Edit { which: 0, front: true });
    assert_eq!(network.heal(), Ok(()));
    let before = network.shown(0, Side::Shared).len();
    network.restore(false);
    assert_eq!(network.heal(), Ok(()));
    assert_eq!(network.check().into_iter().find_map(Result::err), None);
    assert_eq!(network.shown(2, Side::Shared).len(), before);
}

#[test]
fn a_counter_shared_with_private_events_is_seen() {
    let seen = TestRunner::new(config(500)).run(&acts_in_places(), |acts| {
        let fault = Some(Fault::OneCounter);
        prop_assert_eq!(mentor_hears(&acts, true, fault), mentor_hears(&acts, false, fault));
        Ok(())
    });
    assert!(matches!(seen, Err(TestError::Fail(..))), "I10: nobody saw it");
}
