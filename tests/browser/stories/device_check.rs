//! The device check: it finds out what works, and says what to do about the rest.

use std::time::Duration;

use anyhow::{Result, ensure};
use limber_browser_tests::{Page, Site, Size, Visit, faults};

/// A device on which everything works, and which records what it was asked.
const ALL_WELL: &str = "
window.__asked = [];
const asked = (what, answer) => (...given) => { window.__asked.push(what); return answer(...given); };
Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => ({release: asked('released', async () => {})})}});
Object.defineProperty(Navigator.prototype, 'vibrate', {value: asked('vibrate', () => true)});
Object.defineProperty(navigator, 'storage', {value: {
  persisted: async () => true, persist: asked('persist', async () => true),
  estimate: async () => ({usage: 12400, quota: 2000000000}),
}});
Object.defineProperty(ServiceWorkerContainer.prototype, 'getRegistration', {value: async () => ({active: {}})});
Object.defineProperty(ServiceWorkerContainer.prototype, 'controller', {get: () => ({})});
window.DeviceOrientationEvent = class extends Event {};
setInterval(() => window.dispatchEvent(Object.assign(new Event('deviceorientation'), {beta: 12, gamma: 3})), 50);
window.Notification = class { static permission = 'granted'; static requestPermission = asked('notify', async () => 'granted'); };
";

/// Waits until a part has this status, and its card has these words.
async fn stands(page: &Page, part: &str, standing: &str, words: &str) -> Result<()> {
    let stands = format!(
        "return [...document.querySelectorAll('.part')].some((card) =>
           card.querySelector('h2').innerText === '{part}' && card.querySelector('.standing').innerText === '{standing}'
           && card.innerText.includes('{words}'))"
    );
    page.comes_true(&stands, Duration::from_secs(25)).await
}

/// Waits until nothing is being tried any more.
pub(crate) async fn is_over(page: &Page) -> Result<()> {
    let over = "return ![...document.querySelectorAll('.part .standing')].some((it) => /looking|trying|…/i.test(it.innerText))";
    page.comes_true(over, Duration::from_secs(25)).await
}

async fn open(faults: &[&str]) -> Result<(Site, Page)> {
    let site = Site::of_built_page().await?;
    let visit = Visit::to(&site).at("#/device-check");
    let visit = faults
        .iter()
        .fold(visit, |visit, fault| visit.before_load(*fault));
    let page = visit.open().await?;
    page.see_heading("Device check").await?;
    Ok((site, page))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_on_which_all_is_well_says_so_once_the_person_has_listened() -> Result<()> {
    let (_site, page) = open(&[&faults::recorded_speech(), ALL_WELL]).await?;
    page.see("Three things work. Three need you to test them.")
        .await?;
    stands(&page, "Screen stays on", "Works", "").await?;
    stands(&page, "Your data", "Works", "has promised").await?;
    stands(&page, "Your data", "Works", "Room left: 1.9\u{a0}GB").await?;
    stands(&page, "Offline", "Works", "").await?;
    stands(&page, "Motion sensors", "Works", "").await?;
    stands(&page, "Notifications", "Works", "").await?;
    let asked = page.run("return window.__asked.join(' ')").await?;
    ensure!(asked == "released", "before any tap it asked for {asked}");
    ensure!(page.run("return window.__spoken.length").await? == 0);

    page.press("Test the voice").await?;
    page.see("Did you hear the voice?").await?;
    stands(&page, "Voice", "Not known", "Only you know").await?;
    page.choose("Did you hear the voice?", "Yes").await?;
    stands(&page, "Voice", "Works", "you heard it").await?;
    page.press("Test the tones").await?;
    page.choose("Did you hear the tones?", "Yes").await?;
    stands(&page, "Tones", "Works", "you heard them").await?;
    page.press("Test the vibration").await?;
    page.choose("Did you feel it?", "Yes").await?;
    page.see("Six things work.").await?;
    let said = page
        .run("return document.querySelector('[role=status].unseen').innerText")
        .await?;
    ensure!(said == "Vibration: Works. You felt it.", "{said}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_heard_does_not_work_and_may_be_changed_to_heard() -> Result<()> {
    let (_site, page) = open(&[&faults::recorded_speech(), ALL_WELL]).await?;
    page.press("Test the voice").await?;
    page.choose("Did you hear the voice?", "No").await?;
    stands(&page, "Voice", "Does not work", "Turn the volume up").await?;
    stands(&page, "Voice", "Does not work", "Limber leads you by tones").await?;
    page.choose("Did you hear the voice?", "Yes").await?;
    stands(&page, "Voice", "Works", "").await?;
    page.press("Test the vibration").await?;
    page.choose("Did you feel it?", "No").await?;
    stands(&page, "Vibration", "Does not work", "nothing was felt").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_stays_on_what_was_pressed() -> Result<()> {
    let (_site, page) = open(&[&faults::recorded_speech(), ALL_WELL]).await?;
    for (press, then) in [
        ("Test the voice", "Did you hear the voice?"),
        ("Test the vibration", "Did you feel it?"),
        ("Test the tones", "Did you hear the tones?"),
    ] {
        page.press(press).await?;
        page.see(then).await?;
        let focused = page.run("return document.activeElement.innerText").await?;
        ensure!(focused == press, "the focus went to {focused}");
        page.choose(then, "No").await?;
        let focused = page.run("return document.activeElement.innerText").await?;
        ensure!(focused == "No", "the focus went to {focused}");
    }
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_can_do_nothing_is_told_what_there_is_instead() -> Result<()> {
    let nothing = "
        delete Navigator.prototype.vibrate; delete Navigator.prototype.wakeLock;
        delete Navigator.prototype.clipboard;
        delete window.DeviceOrientationEvent; delete window.Notification;";
    let faults = [
        faults::no_speech(),
        faults::no_audio(),
        faults::storage_forbidden(),
        faults::no_worker(),
        nothing,
    ];
    let (_site, page) = open(&faults).await?;
    page.press("Got it").await?;
    page.see("Six do not.").await?;
    stands(&page, "Voice", "Does not work", "cannot speak").await?;
    stands(&page, "Voice", "Does not work", "Limber leads you by tones").await?;
    stands(&page, "Tones", "Does not work", "cannot make tones").await?;
    stands(&page, "Vibration", "Does not work", "mark the same moments").await?;
    stands(
        &page,
        "Screen stays on",
        "Does not work",
        "the session waits",
    )
    .await?;
    stands(&page, "Your data", "Does not work", "private window").await?;
    stands(&page, "Offline", "Does not work", "another browser").await?;
    stands(&page, "Motion sensors", "Does not work", "").await?;
    stands(&page, "Notifications", "Does not work", "").await?;
    ensure!(!page.offers("Test the voice").await?);
    ensure!(!page.offers("Test the tones").await?);
    ensure!(!page.offers("Test the vibration").await?);
    page.press("Copy the report").await?;
    page.see("copy it by hand").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_that_never_ends_and_one_that_never_begins_are_told_apart() -> Result<()> {
    for (fault, words) in [
        (faults::speech_never_ends(), "never said that it was done"),
        (faults::speech_silent(), "did not begin"),
    ] {
        let (_site, page) = open(&[&fault, ALL_WELL]).await?;
        page.press("Test the voice").await?;
        stands(&page, "Voice", "Looking …", "").await?;
        stands(&page, "Voice", "Does not work", words).await?;
        ensure!(!page.offers("Got it").await?, "it is told twice");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_denied_is_said_to_be_denied() -> Result<()> {
    let denied = "
        Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => { throw new DOMException('low battery', 'NotAllowedError'); }}});
        Object.defineProperty(Navigator.prototype, 'vibrate', {value: () => false});
        Object.defineProperty(navigator, 'storage', {value: {persisted: async () => false, persist: async () => false, estimate: async () => { throw new TypeError(); }}});
        window.DeviceOrientationEvent = class extends Event { static requestPermission = async () => 'denied'; };
        window.Notification = class { static permission = 'denied'; };";
    let faults = [&faults::recorded_speech(), faults::worker_refused(), denied];
    let (_site, page) = open(&faults).await?;
    stands(
        &page,
        "Screen stays on",
        "Does not work",
        "Switch battery saver off",
    )
    .await?;
    stands(
        &page,
        "Offline",
        "Does not work",
        "does not let this page be stored",
    )
    .await?;
    stands(&page, "Notifications", "Does not work", "not allowed").await?;
    stands(
        &page,
        "Motion sensors",
        "Not tried yet",
        "wants to be asked",
    )
    .await?;
    page.press("Test the sensors").await?;
    stands(&page, "Motion sensors", "Does not work", "said no").await?;
    page.press("Test the vibration").await?;
    stands(&page, "Vibration", "Does not work", "said no").await?;
    stands(&page, "Your data", "Works in part", "no promise").await?;
    page.press("Ask the browser to keep it").await?;
    stands(
        &page,
        "Your data",
        "Works in part",
        "was asked to promise it, and did not",
    )
    .await?;
    page.press("Test the screen").await?;
    stands(&page, "Screen stays on", "Does not work", "just now").await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn this_very_browser_is_looked_at_without_a_complaint() -> Result<()> {
    let (_site, page) = open(&[]).await?;
    page.see("need").await?;
    stands(&page, "Your data", "Works in part", "Room left").await?;
    page.press("Test the tones").await?;
    page.choose("Did you hear the tones?", "Yes").await?;
    stands(&page, "Tones", "Works", "").await?;
    page.press("Look at all of it again").await?;
    stands(&page, "Tones", "Not tried yet", "").await?;
    stands(&page, "Offline", "Works", "is stored").await?;
    let kept = page.storage().await?;
    ensure!(
        !kept.keys().any(|key| key.contains("trial")),
        "the trial left something behind: {kept:?}"
    );
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the browser complains: {errors:?}");
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_can_be_copied_and_holds_nothing_of_the_person() -> Result<()> {
    let (_site, page) = open(&[&faults::recorded_speech(), ALL_WELL, faults::clipboard()]).await?;
    page.see("Three things work.").await?;
    page.press("Copy the report").await?;
    page.see("Copied.").await?;
    let report = page.run("return window.__copied").await?;
    let report = report.as_str().unwrap_or_default();
    for words in [
        "Voice: Not tried yet.",
        "Screen stays on: Works.",
        "Mozilla/5.0",
        "Screen: 360 × 740",
        "Opened: in a tab",
        "- Test (en-GB, on the device)",
    ] {
        ensure!(report.contains(words), "“{words}” is not in {report}");
    }
    ensure!(!report.contains("sore"), "it tells of the person: {report}");
    page.press("Read the report").await?;
    let shown = page
        .run("return document.querySelector('pre.report').textContent")
        .await?;
    ensure!(
        shown == report,
        "what can be read is not what is copied: {shown}"
    );
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_clipboard_is_refused_the_report_is_selected_to_be_copied_by_hand() -> Result<()>
{
    let (_site, page) = open(&[&faults::recorded_speech(), faults::clipboard_denied()]).await?;
    page.see("need").await?;
    // What is found later changes the report, and with it what is selected.
    is_over(&page).await?;
    page.press("Copy the report").await?;
    page.see("copy it by hand").await?;
    let selected = "const area = document.activeElement;
        return area.matches('textarea[readonly]') && area.value.startsWith('Limber')
          && area.selectionStart === 0 && area.selectionEnd === area.value.length";
    page.comes_true(selected, Duration::from_secs(5)).await?;
    page.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_about_the_voice_leads_there_and_the_way_back_to_the_session() -> Result<()> {
    let site = Site::of_built_page().await?;
    let page = Visit::to(&site)
        .size(Size::Narrow)
        .before_load(faults::no_speech())
        .open()
        .await?;
    page.press("In spasm").await?;
    page.press("Start").await?;
    page.see("voice does not answer").await?;
    page.press("Device check").await?;
    page.see_heading("Device check").await?;
    page.press("Got it").await?;
    page.press("Your session").await?;
    page.see("Paused").await?;
    page.press("Get help").await?;
    page.press("Device check").await?;
    page.see_heading("Device check").await?;
    page.close().await
}
