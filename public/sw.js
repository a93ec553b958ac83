// Stores the page on the device, so that it opens without a network.
//
// A version is one cache. It holds only files that the build made, each checked against the hash of its content. What
// every visit needs is there as a whole or not at all, and a page is never served a mixture of two versions.
// Who only looks at the page need not load what hardly anyone opens: that is fetched as soon as something is kept on
// the device, or when the page is opened again.
// `cargo xtask` writes the version and the lists (xtask/src/worker.rs); the path "./" is the document itself.
"use strict";

const VERSION = "";
const FILES = {};
const ON_DEMAND = {};

const SCOPE = self.registration.scope;
const OURS = `limber ${SCOPE} `;
const CACHE = OURS + VERSION;
const DOCUMENT = SCOPE;
const TAKE_IN = new URL("take-in", SCOPE).href;
const hashes = (files) => Object.entries(files).map(([path, hash]) => [new URL(path, SCOPE).href, hash]);
const NEEDED = new Map(hashes(FILES));
const HASHES = new Map([...NEEDED, ...hashes(ON_DEMAND)]);

const held = (cache, url) => cache.match(url, { ignoreVary: true });

// A copy already on its way will do if it is the right one; otherwise the host is asked.
const bring = async (cache, url) => {
  const integrity = HASHES.get(url);
  const ask = (how) => fetch(url, { integrity, cache: how, credentials: "same-origin" });
  const response = await ask("default").catch(() => ask("reload"));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // A page may not be answered with a redirected response.
  await cache.put(url, response.redirected ? new Response(response.body, response) : response);
};

// Fetches which of these files are missing, because they never came or the browser discarded them.
const complete = async (cache, files) => {
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = [...files.keys()].filter((url) => !there.has(url));
  await Promise.all(missing.map((url) => bring(cache, url)));
};

// Fetches everything, for someone who uses the page, and once at a time, however many ask. What does not come is tried
// again when the page is next opened.
let completing = null;
const completeAll = () => {
  const all = async () => complete(await caches.open(CACHE), HASHES);
  completing ??= all().catch(() => {}).finally(() => { completing = null; });
  return completing;
};

// A device with an older version has been used: it gets a newer one whole.
const install = async () => {
  const used = (await caches.keys()).some((name) => name.startsWith(OURS) && name !== CACHE);
  await complete(await caches.open(CACHE), used ? HASHES : NEEDED);
};

// The document, if everything it needs is there. If not, and it can't be fetched, the host may have a newer version by
// now, whose own document leads to its own files.
const page = async (request) => {
  const cache = await caches.open(CACHE);
  const whole = await complete(cache, NEEDED).then(() => true, () => false);
  const fetched = whole ? null : await fetch(request).catch(() => null);
  if (fetched) self.registration.update().catch(() => {});
  return fetched ?? (await held(cache, DOCUMENT)) ?? Response.error();
};

// A file of this version, or one with which a page of another version was started: a name with a fingerprint never
// stands for two contents.
const file = async (request, url) => {
  const cache = await caches.open(CACHE);
  const known = (await held(cache, url)) ?? (await caches.match(url, { ignoreVary: true }));
  if (known) return known;
  if (HASHES.has(url)) {
    await bring(cache, url).catch(() => {});
    const brought = await held(cache, url);
    if (brought) return brought;
    // The host may have a newer version only.
    self.registration.update().catch(() => {});
  }
  return fetch(request);
};

// Older versions are deleted when no page is open that could still need them.
const tidy = async () => {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 0 || self.registration.waiting || self.registration.installing) return;
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
};

// A newer version takes over only when the user wants it, and never during a session: a tab that plays one holds a lock
// named after it.
const takeOver = async (asker) => {
  const locks = (await navigator.locks?.query().catch(() => null))?.held ?? [];
  if (locks.some(({ name }) => name.startsWith("limber/playing/"))) asker.postMessage("a session is under way");
  else await self.skipWaiting();
};

// A newer version may fix a page that broke.
const renew = async () => {
  await self.registration.update();
  const next = self.registration.waiting ?? self.registration.installing;
  if (next?.state === "installing") await new Promise((done) => next.addEventListener("statechange", done, { once: true }));
  next?.postMessage("take over");
};

self.addEventListener("install", (event) => event.waitUntil(install()));

// The page that is open on the first visit must work without a network as well.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data === "keep everything") event.waitUntil(completeAll());
  if (event.data === "take over") event.waitUntil(takeOver(event.source));
  if (event.data === "the page broke") event.waitUntil(renew());
});

// A routine shared by another app (see the manifest) becomes an address that holds it after the "#", where no host
// sees it.
const takeIn = async (request) => {
  const form = await request.formData();
  const said = async (name) => {
    const parts = await Promise.all(form.getAll(name).map((part) => part.text?.() ?? part));
    return parts.join("\n").trim();
  };
  const [file, text, url, title] = await Promise.all(["routine", "text", "url", "title"].map(said));
  // Some apps put a link beside the words, and some within them.
  const words = text.includes(url) ? text : `${text}\n${url}`;
  // Don't end with half of a surrogate pair.
  const taken = (file || words || title).slice(0, 20000).replace(/[\uD800-\uDBFF]$/, "");
  return Response.redirect(`${SCOPE}#/take-in/${encodeURIComponent(taken)}`, 303);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, href } = new URL(request.url);
  if (request.method === "POST" && href === TAKE_IN) event.respondWith(takeIn(request));
  if (request.method !== "GET" || !href.startsWith(SCOPE)) return;
  const url = origin + pathname;
  if (request.mode === "navigate" && (url === DOCUMENT || !HASHES.has(url))) {
    const answer = page(request);
    event.respondWith(answer);
    // Nobody waits for the rest, and what the page itself needs goes before it.
    event.waitUntil(answer.then(completeAll));
    event.waitUntil(tidy());
  } else {
    event.respondWith(file(request, url));
  }
});
