//! What stories can rely on in every engine.

use std::time::Duration;

use anyhow::Result;
use limber_browser_tests::{Engine, Profile, Scheme, Visit, faults, in_every_engine};
use serde_json::json;

use crate::site;

in_every_engine!(
    a_person_presses_types_and_sees,
    scripts_run_before_the_page_on_every_load,
    requests_and_complaints_are_noticed_across_loads,
    axe_finds_a_planted_fault,
    colours_are_those_that_were_asked_for,
    nothing_is_left_of_it,
);

const PAGE: &str = r#"
<h1>Before</h1>
<button onclick="document.querySelector('h1').textContent = 'After'">Start</button>
<label>Your note <input value="old" oninput="note.textContent = 'noted: ' + this.value"></label><p id="note"></p>
<label>Rate <select onchange="rate.textContent = 'rate: ' + this.value"><option>slow</option><option>fast</option></select></label><p id="rate"></p>
<p id="key"></p>
<script>addEventListener('keydown', (event) => { key.textContent = 'key: ' + event.key; });</script>"#;

async fn a_person_presses_types_and_sees(engine: Engine) -> Result<()> {
    let site = site(PAGE);
    let page = Visit::to(&site).engine(engine).open().await?;
    page.see_heading("Before").await?;
    page.press("Start").await?;
    page.see_heading("After").await?;
    page.fill("Your note", "stiff, ünd").await?;
    page.see("noted: stiff, ünd").await?;
    page.choose("Rate", "fast").await?;
    page.see("rate: fast").await?;
    page.press_key("ArrowRight").await?;
    page.see("key: ArrowRight").await?;
    page.close().await
}

async fn scripts_run_before_the_page_on_every_load(engine: Engine) -> Result<()> {
    let site = site(
        "<p id='found'></p><script>found.textContent = typeof speechSynthesis + planted</script>",
    );
    let page = Visit::to(&site)
        .engine(engine)
        .before_load(faults::no_speech())
        .before_load("const own = 1; window.planted = ', planted'")
        .before_load("const own = 2;")
        .open()
        .await?;
    page.see("undefined, planted").await?;
    page.reload().await?;
    page.see("undefined, planted").await?;
    page.close().await
}

async fn requests_and_complaints_are_noticed_across_loads(engine: Engine) -> Result<()> {
    let site = site(
        "<button onclick=\"fetch('http://127.0.0.1:9/elsewhere').catch(() => { said.textContent = 'refused'; })\">Ask</button><p id='said'></p>
         <button onclick=\"console.error('a planted complaint')\">Complain</button>",
    );
    let page = Visit::to(&site).engine(engine).open().await?;
    assert_eq!(page.foreign_requests().await?, [""; 0]);
    assert!(page.requests().await?.contains(&site.address));
    page.press("Ask").await?;
    page.see("refused").await?;
    page.press("Complain").await?;
    page.reload().await?;
    assert_eq!(
        page.foreign_requests().await?,
        ["http://127.0.0.1:9/elsewhere"]
    );
    let errors = page.console_errors().await?.join("\n");
    assert!(errors.contains("a planted complaint"), "{errors}");
    page.close().await
}

async fn axe_finds_a_planted_fault(engine: Engine) -> Result<()> {
    let faulty = site("<h1>A page</h1><img src='data:,'>");
    let page = Visit::to(&faulty).engine(engine).open().await?;
    let found = page.axe().await?.join("\n");
    assert!(found.contains("image-alt: "), "{found}");
    page.close().await?;
    let sound = site("<h1>A page</h1><p>All is well.</p>");
    let page = Visit::to(&sound).engine(engine).open().await?;
    assert_eq!(page.axe().await?, [""; 0]);
    page.close().await
}

async fn colours_are_those_that_were_asked_for(engine: Engine) -> Result<()> {
    let site = site("<p>Here</p>");
    let measure = "return [matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion: reduce)').matches]";
    let visit = Visit::to(&site).engine(engine).scheme(Scheme::Dark);
    let page = visit.reduced_motion().open().await?;
    assert_eq!(page.run(measure).await?, json!([true, true]));
    page.close().await?;
    let page = Visit::to(&site).engine(engine).open().await?;
    assert_eq!(page.run(measure).await?, json!([false, false]));
    page.close().await
}

async fn nothing_is_left_of_it(engine: Engine) -> Result<()> {
    let site = site("<p>Here</p>");
    let profile = Profile::new()?;
    let folder = profile.path().to_owned();
    let visit = Visit::to(&site).engine(engine).profile(&profile);
    drop(profile);
    let page = visit.open().await?;
    page.see_within("Here", Duration::from_secs(5)).await?;
    page.close().await?;
    assert!(!folder.exists(), "the profile is removed");
    Ok(())
}
