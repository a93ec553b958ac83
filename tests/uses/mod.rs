//! Finds what a source file uses from its own crate, however it is written: one by one, in nested braces, by `super`.

use crate::source::{Source, Token, tokens};

/// Every path that a file uses from its crate, from the crate's root, with its line.
pub(crate) fn uses(source: &Source) -> Vec<(usize, Vec<String>)> {
    let (product, tests) = source.text.split_at(source.product().len());
    let mut found = uses_in(&source.module(), product);
    let before = product.lines().count();
    let mut inside = source.module();
    inside.push("tests");
    found.extend(
        uses_in(&inside, tests)
            .into_iter()
            .map(|(line, path)| (line + before, path)),
    );
    found
}

/// Every path that a piece of source in this module uses from its crate, from the crate's root.
fn uses_in(module: &[&str], text: &str) -> Vec<(usize, Vec<String>)> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((line, token)) = tokens.get(at) {
        let within = at > 0 && tokens[at - 1].1 == Token::Colons;
        let start = match token {
            Token::Word(word) if word == "crate" && !within => Some(Vec::new()),
            Token::Word(word) if word == "super" && !within => {
                let above = module.len().saturating_sub(1);
                Some(module[..above].iter().map(|it| (*it).to_owned()).collect())
            }
            Token::Word(_) | Token::Literal(_) | Token::Colons | Token::Sign(_) => None,
        };
        at += 1;
        if let Some(start) = start {
            let line = *line;
            at = follow(&tokens, at, start, &mut |path| found.push((line, path)));
        }
    }
    found
}

/// Follows a path onwards from after its last name, through all of its branches, and returns where it ends.
fn follow(
    tokens: &[(usize, Token)],
    mut at: usize,
    mut path: Vec<String>,
    found: &mut impl FnMut(Vec<String>),
) -> usize {
    let sign = |at: usize| tokens.get(at).map(|(_, token)| token);
    while sign(at) == Some(&Token::Colons) {
        match sign(at + 1) {
            Some(Token::Word(word)) => {
                match word.as_str() {
                    "super" => drop(path.pop()),
                    name => path.push(name.to_owned()),
                }
                at += 2;
            }
            Some(Token::Sign('{')) => {
                at += 2;
                while sign(at).is_some_and(|it| *it != Token::Sign('}')) {
                    at = branch(tokens, at, &path, found);
                }
                return at + 1;
            }
            _ => break,
        }
    }
    found(path);
    at
}

/// Follows one branch within braces, and returns the place after its comma.
fn branch(
    tokens: &[(usize, Token)],
    mut at: usize,
    path: &[String],
    found: &mut impl FnMut(Vec<String>),
) -> usize {
    let mut path = path.to_vec();
    if let Token::Word(name) = &tokens[at].1 {
        if name != "self" {
            path.push(name.clone());
        }
        at = follow(tokens, at + 1, path, found);
    }
    while let Some((_, token)) = tokens.get(at) {
        match token {
            Token::Sign(',') => return at + 1,
            Token::Sign('}') => return at,
            Token::Word(_) | Token::Literal(_) | Token::Colons | Token::Sign(_) => at += 1,
        }
    }
    at
}
