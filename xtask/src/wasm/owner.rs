//! Attributes a function to a crate and a module by its name.

use std::fmt::Display;

/// Stands for the crate of functions whose names have none: those from C or the linker.
const NOBODY: &str = "(no crate)";

/// The first path in a demangled name: that of a method's type, or else the function's own.
///
/// `<limber::app::Model as core::fmt::Debug>::fmt` is Limber's, since without that type the function would not exist.
/// `<T as core::any::Any>::type_id` is the standard library's: `T` is no path.
pub(super) fn path(name: &impl Display) -> Vec<String> {
    // The alternate form omits the hash.
    let name = format!("{name:#}");
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let paths = name.split(|c: char| !is_part(c));
    let mut paths = paths.map(|path| path.trim_matches(':'));
    let first = paths.find(|path| path.contains("::"));
    let parts = first.unwrap_or_default().split("::");
    parts.map(str::to_owned).collect()
}

/// The crate of a path.
pub(super) fn crate_of(path: &[String]) -> String {
    match path.first() {
        Some(name) if !name.is_empty() => name.clone(),
        _ => NOBODY.to_owned(),
    }
}

/// The module of Limber in a path, at most two levels deep.
pub(super) fn module_of(path: &[String]) -> Option<String> {
    // The last part is the function or the type itself; types begin with a capital letter.
    let (_, modules) = path.split_last()?;
    let is_module = |part: &&String| part.starts_with(char::is_lowercase);
    let modules: Vec<_> = modules.iter().take_while(is_module).take(3).collect();
    if *modules.first()? != "limber" {
        return None;
    }
    let modules: Vec<&str> = modules.into_iter().map(String::as_str).collect();
    Some(modules.join("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_first_crate_that_it_names() {
        let table = [
            (
                "limber::app::update::keeping::opened",
                "limber",
                Some("limber::app::update"),
            ),
            (
                "<limber::app::Model as core::fmt::Debug>::fmt",
                "limber",
                Some("limber::app"),
            ),
            ("core::ptr::drop_in_place<limber::app::Model>", "core", None),
            ("<T as core::any::Any>::type_id", "core", None),
            (
                "<&mut serde_json::Deserializer<R> as serde::Deserializer>::deserialize_any",
                "serde_json",
                None,
            ),
            ("limber::main::{{closure}}", "limber", Some("limber")),
            ("memcpy", NOBODY, None),
            ("", NOBODY, None),
        ];
        for (name, of_crate, of_module) in table {
            let path = path(&name);
            assert_eq!(crate_of(&path), of_crate, "{name}");
            assert_eq!(module_of(&path).as_deref(), of_module, "{name}");
        }
    }
}
