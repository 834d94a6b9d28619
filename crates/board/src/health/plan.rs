//! What counts as a change of the plan (rule R11): that somebody worked on it, never what they
//! wrote.

use crate::{apply::targets, event::Change, item::Body, op::Op, world::World};

/// Whether a change of the shared space is one of the plan. What two people say, where they meet
/// and what they promise each other is not.
///
/// `world` tells what an item is; one that is gone counts as none of the plan.
#[must_use]
pub fn changes_plan(change: &Change, world: &World) -> bool {
    match change {
        Change::Op(op) => is_plan_op(op, world),
        Change::Arrive(items) => items.iter().any(|item| is_plan(&item.body)),
        Change::Depart(_) => false,
    }
}

fn is_plan_op(op: &Op, world: &World) -> bool {
    match op {
        Op::AddObjective(_) | Op::AddStep(_) | Op::AddApplication(_) => true,
        Op::Add(add) => is_plan(&add.body),
        Op::AddComment(_) => false,
        op => targets(op)
            .iter()
            .any(|id| world.find(*id).is_some_and(|(_, item)| is_plan(&item.body))),
    }
}

/// Objectives and what leads to them.
fn is_plan(body: &Body) -> bool {
    matches!(
        body,
        Body::Objective(_)
            | Body::Step(_)
            | Body::Application(_)
            | Body::CvVersion(_)
            | Body::CvEntry(_)
            | Body::Referral(_)
            | Body::Contact(_)
            | Body::KeyDate(_)
            | Body::Project(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{item::Item, space::Space};
    use serde_json::{Value, json};

    const OBJECTIVE: &str = "018f0000-0000-7000-8000-00000000000a";
    const COMMENT: &str = "018f0000-0000-7000-8000-00000000000b";
    const OTHER: &str = "018f0000-0000-7000-8000-00000000000c";

    fn item(id: &str, body: Value) -> Item {
        let by = "018f0000-0000-7000-8000-000000000001";
        let item = json!({ "id": id, "by": by, "at": 0, "changed": 0, "body": body });
        serde_json::from_value(item).unwrap()
    }

    fn world() -> World {
        let objective = json!({ "objective": { "title": "Canari", "horizon": "short",
            "state": "active", "since": 0 } });
        let comment = json!({ "comment": { "on": OBJECTIVE, "text": "Canari" } });
        let items = vec![item(OBJECTIVE, objective), item(COMMENT, comment)];
        World { shared: Space::new(2, items), private: Space::default() }
    }

    fn counts(op: Value) -> bool {
        let op: Op = serde_json::from_value(op).unwrap();
        changes_plan(&Change::Op(op), &world())
    }

    #[test]
    fn working_on_the_plan_counts_and_talking_does_not() {
        assert!(counts(json!({ "add_objective": { "id": OTHER, "title": "x",
            "horizon": "short" } })));
        assert!(counts(json!({ "set_horizon": { "item": OBJECTIVE, "horizon": "long" } })));
        assert!(counts(json!({ "remove": { "item": OBJECTIVE } })));
        let text = |item, field| {
            json!({ "edit_text": { "item": item, "field": field,
            "base": "", "text": "y" } })
        };
        assert!(counts(text(OBJECTIVE, "notes")));
        assert!(!counts(text(COMMENT, "body")));
        assert!(!counts(text(OTHER, "notes")), "an item that is gone");
        assert!(!counts(json!({ "add_comment": { "id": OTHER, "on": OBJECTIVE,
            "text": "x" } })));
        assert!(!counts(json!({ "see_comments": { "items": [COMMENT] } })));
        let pause = json!({ "pause": { "from": "2026-01-01", "until": "2026-01-08" } });
        assert!(!counts(json!({ "add": { "id": OTHER, "body": pause } })));
    }

    #[test]
    fn what_is_shared_counts_and_what_is_taken_back_does_not() {
        let world = world();
        let shared = world.shared.items.values().next().unwrap().clone();
        assert!(changes_plan(&Change::Arrive(vec![shared.clone()]), &world));
        assert!(!changes_plan(&Change::Depart(vec![shared.id]), &world));
    }
}
