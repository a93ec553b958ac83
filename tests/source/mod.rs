//! A minimal reader for Rust source: just enough to see what a file uses, and which words are in it.

use std::fs;
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::str::Chars;

/// A source file.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path from the project's root, with forward slashes.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Every Rust file below a folder, sorted by path.
pub(crate) fn files_below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join(folder)];
    while let Some(folder) = open.pop() {
        let entries =
            fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        for path in paths {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = fs::read_to_string(&path)
                    .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let inner = path.strip_prefix(root).unwrap_or(&path);
                let name = inner.display().to_string().replace('\\', "/");
                found.push(Source { name, text });
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

/// An invented source file, for testing the rules themselves.
pub(crate) fn made_up(name: &str, text: &str) -> Source {
    let (name, text) = (name.to_owned(), text.to_owned());
    Source { name, text }
}

impl Source {
    /// The part compiled into the product: everything before the tests.
    pub(crate) fn product(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    /// The file's module path from the crate's root: `app`, `today` for `src/app/today/mod.rs`.
    pub(crate) fn module(&self) -> Vec<&str> {
        let inner = self.name.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Vec<&str> = inner.split('/').collect();
        module.pop_if(|last| matches!(*last, "mod" | "lib" | "main"));
        module
    }
}

/// A token of Rust source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name or a number.
    Word(String),
    /// The content of a string literal, as written.
    Literal(String),
    /// `::`
    Colons,
    /// Any other character.
    Sign(char),
}

/// The tokens of a piece of source with their lines, without comments and whitespace.
pub(crate) fn tokens(text: &str) -> Vec<(usize, Token)> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let begun = line;
        let token = match sign {
            '\n' => {
                line += 1;
                continue;
            }
            '/' if rest.peek() == Some(&'/') => {
                while rest.next_if(|it| *it != '\n').is_some() {}
                continue;
            }
            '"' => Token::Literal(literal(&mut rest, &mut line)),
            'r' if raw(&rest).is_some() => {
                let hashes = raw(&rest).unwrap_or_default();
                (0..=hashes).for_each(|_| {
                    rest.next();
                });
                Token::Literal(raw_literal(&mut rest, hashes, &mut line))
            }
            '\'' => {
                letter(&mut rest);
                continue;
            }
            ':' if rest.next_if_eq(&':').is_some() => Token::Colons,
            sign if sign.is_alphanumeric() || sign == '_' => {
                let mut word = String::from(sign);
                while let Some(more) = rest.next_if(|it| it.is_alphanumeric() || *it == '_') {
                    word.push(more);
                }
                Token::Word(word)
            }
            sign if sign.is_whitespace() => continue,
            sign => Token::Sign(sign),
        };
        found.push((begun, token));
    }
    found
}

/// The number of hashes of the raw literal whose `r` was just read; `None` if it isn't a raw literal.
fn raw(rest: &Peekable<Chars<'_>>) -> Option<usize> {
    let mut rest = rest.clone();
    let mut hashes = 0;
    while rest.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    (rest.next() == Some('"')).then_some(hashes)
}

/// The rest of a string literal, after its opening quote.
fn literal(rest: &mut Peekable<Chars<'_>>, line: &mut usize) -> String {
    let mut text = String::new();
    while let Some(sign) = rest.next() {
        match sign {
            '"' => break,
            '\\' => {
                let escaped = rest.next().unwrap_or_default();
                text.push(if escaped == '"' { '"' } else { ' ' });
                *line += usize::from(escaped == '\n');
            }
            sign => {
                *line += usize::from(sign == '\n');
                text.push(sign);
            }
        }
    }
    text
}

/// The rest of a raw literal, after its opening quote.
fn raw_literal(rest: &mut Peekable<Chars<'_>>, hashes: usize, line: &mut usize) -> String {
    let end = format!("\"{}", "#".repeat(hashes));
    let mut text = String::new();
    for sign in rest.by_ref() {
        *line += usize::from(sign == '\n');
        text.push(sign);
        if text.ends_with(&end) {
            text.truncate(text.len() - end.len());
            break;
        }
    }
    text
}

/// Skips a character in single quotes; for a lifetime, nothing: its name is read as a word.
fn letter(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    let escaped = ahead.next() == Some('\\');
    if escaped {
        rest.next();
    }
    if escaped || ahead.next() == Some('\'') {
        rest.next();
        while rest.next_if(|it| *it != '\'').is_some() {}
        rest.next();
    }
}
