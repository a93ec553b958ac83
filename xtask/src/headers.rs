//! The HTTP headers with which the page should be served, as a `_headers` file for hosts such as Netlify and Cloudflare
//! Pages.

use std::fmt;

use crate::base::Base;

/// The name of the headers file.
pub(crate) const FILE: &str = "_headers";

/// For files named by their content: different content has a different name.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For all other files: they may be cached, but must be revalidated each time.
const ASK_EACH_TIME: &str = "no-cache";

/// What the page may use of the device. Everything else of note is switched off, for the page and anything injected
/// into it. A feature unknown to Chromium, such as `web-share`, would log an error at every visit.
const PERMISSIONS: &str = "accelerometer=(self), autoplay=(self), camera=(), \
    display-capture=(), geolocation=(), gyroscope=(self), magnetometer=(self), microphone=(), \
    payment=(), publickey-credentials-get=(), screen-wake-lock=(self), usb=()";

type Header = (&'static str, String);

/// The headers of a page: some for all its files, and a `Cache-Control` for each.
///
/// `Cache-Control` is set by each file's own path and never by a wildcard, because hosts join several values of a
/// header into one that nobody meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headers {
    base: Base,
    for_all: Vec<Header>,
    /// Each path below the base with its `Cache-Control`. The empty path is the base itself.
    keeping: Vec<(String, &'static str)>,
}

impl Headers {
    /// The headers for these files, of which those in `named_by_content` may be cached for ever.
    pub(crate) fn new(
        base: &Base,
        policy: &str,
        files: &[String],
        named_by_content: &[String],
    ) -> Self {
        let keeping = |file: &String| {
            let long = named_by_content.contains(file);
            (file.clone(), if long { FOR_EVER } else { ASK_EACH_TIME })
        };
        let front = (String::new(), ASK_EACH_TIME);
        Self {
            base: base.clone(),
            for_all: vec![
                ("Content-Security-Policy", policy.to_owned()),
                ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
                ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
                ("Permissions-Policy", PERMISSIONS.to_owned()),
                ("Referrer-Policy", "no-referrer".to_owned()),
                ("X-Content-Type-Options", "nosniff".to_owned()),
            ],
            keeping: std::iter::once(front)
                .chain(files.iter().map(keeping))
                .collect(),
        }
    }
}

impl fmt::Display for Headers {
    /// Writes the text of the `_headers` file.
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(text, "# This file belongs at the root of the host.")?;
        writeln!(text, "{}*", self.base)?;
        for (name, value) in &self.for_all {
            writeln!(text, "  {name}: {value}")?;
        }
        for (path, value) in &self.keeping {
            writeln!(text, "{}{path}\n  Cache-Control: {value}", self.base)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> Headers {
        let files = ["index.html", "limber-1.js"].map(str::to_owned);
        let base = Base::parse("/limber/").unwrap();
        Headers::new(&base, "default-src 'none'", &files, &files[1..])
    }

    #[test]
    fn the_file_names_every_path_once_for_its_keeping() {
        let text = headers().to_string();
        let rules: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with('/') || line.contains("Cache-Control"))
            .collect();
        assert_eq!(
            rules,
            [
                "/limber/*",
                "/limber/",
                "  Cache-Control: no-cache",
                "/limber/index.html",
                "  Cache-Control: no-cache",
                "/limber/limber-1.js",
                "  Cache-Control: public, max-age=31536000, immutable",
            ]
        );
    }

    #[test]
    fn every_file_gets_the_protective_headers() {
        let text = headers().to_string();
        for header in [
            "  Content-Security-Policy: default-src 'none'\n",
            "  Referrer-Policy: no-referrer\n",
            "  X-Content-Type-Options: nosniff\n",
            "  Permissions-Policy: accelerometer=(self), ",
        ] {
            assert!(text.contains(header), "{header}");
        }
        // A header is one line, and Cloudflare reads lines of up to 2,000 characters.
        assert!(text.lines().all(|line| line.len() < 2000));
    }
}
