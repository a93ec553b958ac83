//! How long the page takes to start, on slower devices and networks, on a first visit and again.

use std::time::Duration;

use anyhow::{Context as _, Result};
use limber_browser_tests::{Page, Profile, Site, Visit, faults};
use serde_json::{Value, json};

use crate::print;

/// A file of the page that starts nothing: a place to wait while the browser is slowed down.
const ANTEROOM: &str = "manifest.webmanifest";

const PAINTED: &str = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

/// The page's program is on the device, and the worker answers for the page.
const KEPT: &str = r#"
return (async () => {
  if (!navigator.serviceWorker.controller) return false;
  const held = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return held.flat().some(({url}) => new URL(url).pathname.endsWith(".wasm"));
})()
"#;

/// How often each way of starting is measured.
const STARTS: usize = 3;

/// A network, as the browser's developer tools emulate it.
struct Network {
    name: &'static str,
    /// The delay added to each answer, in milliseconds.
    latency: f64,
    /// Bytes a second to the device, and from it; -1 for no limit.
    down: f64,
    up: f64,
}

const NETWORKS: [Network; 3] = [
    Network {
        name: "the network of this machine",
        latency: 0.0,
        down: -1.0,
        up: -1.0,
    },
    Network {
        name: "Fast 4G",
        latency: 165.0,
        down: 1_012_500.0,
        up: 168_750.0,
    },
    // Formerly called Fast 3G.
    Network {
        name: "Slow 4G",
        latency: 562.5,
        down: 180_000.0,
        up: 84_375.0,
    },
];

/// First paint and takeover by the program, in milliseconds since the visit began.
struct Start {
    painted: f64,
    taken_over: f64,
}

/// Measures and prints first and return visits.
pub(crate) async fn measure(site: &Site) -> Result<()> {
    for network in &NETWORKS {
        for slower in [4, 6] {
            let how = format!("{}, the processor {slower} times slower", network.name);
            let (mut first, mut again) = (Vec::new(), Vec::new());
            for _ in 0..STARTS {
                let profile = Profile::new()?;
                first.push(start(site, &profile, network, slower).await?);
                settle(site, &profile).await?;
                again.push(start(site, &profile, network, slower).await?);
            }
            for (visit, starts) in [("first visit", first), ("return visit", again)] {
                let painted: Vec<_> = starts.iter().map(|start| start.painted).collect();
                let taken: Vec<_> = starts.iter().map(|start| start.taken_over).collect();
                print(&format!("{visit}, {how}: first paint"), "none", &painted);
                print(
                    &format!("{visit}, {how}: program took over"),
                    "none",
                    &taken,
                );
            }
        }
    }
    Ok(())
}

async fn start(site: &Site, profile: &Profile, network: &Network, slower: u32) -> Result<Start> {
    let page = Visit::to(site)
        .newcomer()
        .profile(profile)
        .before_load(faults::recorded_takeover())
        .at(ANTEROOM)
        .open()
        .await?;
    slow_down(&page, network, slower).await?;
    page.go_to("").await?;
    let taken_over = taken_over(&page).await?;
    let painted = page.run(PAINTED).await?;
    page.close().await?;
    let painted = painted.as_f64().context("nothing was painted")?;
    Ok(Start {
        painted,
        taken_over,
    })
}

/// Milliseconds from the beginning of the visit until the program took over.
pub(crate) async fn taken_over(page: &Page) -> Result<f64> {
    let patience = Duration::from_secs(60);
    page.comes_true("return window.__taken !== null", patience)
        .await?;
    let taken = page.run("return window.__taken.at").await?;
    taken.as_f64().context("the program did not take over")
}

/// An undisturbed visit, which ends with the whole page on the device.
async fn settle(site: &Site, profile: &Profile) -> Result<()> {
    let page = Visit::to(site).newcomer().profile(profile).open().await?;
    page.comes_true(KEPT, Duration::from_secs(60)).await?;
    page.close().await
}

async fn slow_down(page: &Page, network: &Network, slower: u32) -> Result<()> {
    let rate = json!({"rate": slower});
    page.ask_chromium("Emulation.setCPUThrottlingRate", rate)
        .await?;
    page.ask_chromium("Network.enable", Value::Object(serde_json::Map::new()))
        .await?;
    let conditions = json!({
        "offline": false,
        "latency": network.latency,
        "downloadThroughput": network.down,
        "uploadThroughput": network.up,
    });
    page.ask_chromium("Network.emulateNetworkConditions", conditions)
        .await?;
    Ok(())
}
