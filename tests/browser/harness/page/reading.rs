//! The page as a screen reader presents it.

use std::collections::HashMap;
use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::Page;

/// The properties shown of a node where they are set, besides its role and name.
const STATES: [(&str, &str); 11] = [
    ("level", "level"),
    ("checked", "checked"),
    ("pressed", "pressed"),
    ("expanded", "expanded"),
    ("disabled", "disabled"),
    ("required", "required"),
    ("invalid", "invalid"),
    ("live", "live"),
    ("atomic", "atomic"),
    ("valuetext", "says"),
    ("roledescription", "is"),
];

impl Page {
    /// The page as a screen reader has it: an indented line for each node, with role, name and state. Text already in a
    /// name is left out, and so is the focus, which moves a moment later than what it moves to.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn read_out(&self) -> Result<String> {
        let tree = self
            .ask_chromium("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = tree["nodes"].as_array().context("no tree")?;
        let by_id = nodes
            .iter()
            .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
            .collect();
        let root = nodes
            .iter()
            .find(|node| node["parentId"].is_null())
            .context("the tree has no root")?;
        let mut reader = Reader {
            by_id,
            told: String::new(),
        };
        reader.read(root, Place::default());
        Ok(reader.told)
    }
}

/// A node's place in the tree.
#[derive(Clone, Default)]
struct Place {
    depth: usize,
    /// What was read of the nodes around it.
    said: String,
    /// Whether it is within a live region.
    live: bool,
}

struct Reader<'a> {
    by_id: HashMap<&'a str, &'a Value>,
    told: String,
}

impl<'a> Reader<'a> {
    fn read(&mut self, node: &'a Value, mut place: Place) {
        let (role, name) = (role(node), text(&node["name"]));
        if role == "InlineTextBox" || role == "ListMarker" {
            return;
        }
        let is_silent = match role {
            "StaticText" => name.trim().is_empty() || place.said.contains(name.trim()),
            "none" | "generic" | "LabelText" => name.is_empty() || place.said.contains(&name),
            _ => false,
        };
        if role == "LabelText" {
            place.said.push_str(&self.names_within(node));
        }
        if node["ignored"] != true && !is_silent {
            let states = states(node, place.live);
            let _ = writeln!(
                self.told,
                "{}{role}{}{states}",
                "  ".repeat(place.depth),
                if name.is_empty() {
                    String::new()
                } else {
                    format!(" “{name}”")
                },
            );
            place.depth += 1;
            place.live |= states.contains("live=");
            // A group's name does not read out its content.
            if !matches!(role, "group" | "RootWebArea") {
                place.said.push('\n');
                place.said.push_str(&name);
                place.said.push_str(&text(&node["value"]));
            }
        }
        for child in self.children(node) {
            self.read(child, place.clone());
        }
    }

    fn children(&self, node: &Value) -> Vec<&'a Value> {
        let ids = node["childIds"].as_array().into_iter().flatten();
        ids.filter_map(|id| self.by_id.get(id.as_str()?).copied())
            .collect()
    }

    /// The names of all controls within a node.
    fn names_within(&self, node: &'a Value) -> String {
        self.children(node)
            .into_iter()
            .map(|child| match role(child) {
                "StaticText" => String::new(),
                _ => format!("{}\n{}", text(&child["name"]), self.names_within(child)),
            })
            .collect()
    }
}

fn role(node: &Value) -> &str {
    node["role"]["value"].as_str().unwrap_or("none")
}

/// A value as text, on one line.
fn text(value: &Value) -> String {
    match &value["value"] {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Bool(is) => is.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

fn states(node: &Value, in_live: bool) -> String {
    let properties = node["properties"].as_array();
    let find = |name: &str| {
        let found = properties?.iter().find(|it| it["name"] == name)?;
        Some(text(&found["value"])).filter(|is| !is.is_empty())
    };
    let mut told = String::new();
    for (name, shown) in STATES {
        match find(name).as_deref() {
            None => {}
            Some("false") if !matches!(name, "checked" | "pressed" | "expanded") => {}
            Some(_) if in_live && matches!(name, "live" | "atomic") => {}
            Some("true") => told = format!("{told} {shown}"),
            Some(is) => told = format!("{told} {shown}={is}"),
        }
    }
    for (what, shown) in [("description", "described as"), ("value", "value")] {
        let is = text(&node[what]);
        if !is.is_empty() {
            told = format!("{told} {shown} “{is}”");
        }
    }
    told
}
