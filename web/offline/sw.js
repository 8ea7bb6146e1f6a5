// Keeps the page usable without a network. Written for one version of the page: the build fills in the names of its files.
// What the form needs is kept when this is installed, the rest when the page asks for it or uses it; a newer version waits
// until somebody agrees to it, and the files of two versions never mix.
const version = '__VERSION__';
const shell = __SHELL__; // path → its hash
const rest = __REST__; // the same

const cacheName = `formcheck-${version}`;
const scope = self.registration.scope;
const whole = (path) => new URL(path, scope).href;
const index = whole('index.html');
const hashes = new Map(Object.entries({ ...shell, ...rest }).map(([path, hash]) => [whole(path), hash]));
const hasNameOfItsOwn = (href) => href.startsWith(whole('assets/'));

// The hash makes sure that what comes is this version's file, and not another version's or a page that some gateway put in its place.
const asked = (href) =>
  new Request(href, {
    cache: hasNameOfItsOwn(href) ? 'default' : 'no-cache',
    credentials: 'same-origin',
    integrity: hashes.get(href),
  });

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.addAll(Object.keys(shell).map((path) => asked(whole(path))))),
  );
});

// A page of the old version may still be open elsewhere and ask for its files: they stay until it is gone.
async function sweep() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length > 1) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => /^formcheck-/.test(name) && name !== cacheName).map((name) => caches.delete(name)));
}
self.addEventListener('activate', (event) => event.waitUntil(sweep()));

async function answer(request, href) {
  const own = await caches.open(cacheName).catch(() => undefined);
  if (!own) return fetch(request);
  const kept = await own.match(href);
  if (kept) return kept;
  if (hasNameOfItsOwn(href)) {
    const older = await caches.match(href);
    if (older) return older;
  } else if (!(await own.match(index))) {
    // Somebody has emptied the cache: the server may have another version by now, and then everything is of that one.
    return fetch(request);
  }
  if (!hashes.has(href)) return fetch(request);
  const response = await fetch(asked(href));
  // Where there is no room it is not kept, and works nevertheless.
  if (response.ok) await own.put(href, response.clone()).catch(() => {});
  return response;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const href = request.url.replace(/[?#].*$/, '');
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && href === scope) event.respondWith(answer(request, index));
  else if (hashes.has(href) || hasNameOfItsOwn(href)) event.respondWith(answer(request, href));
});

async function keepRest(port) {
  const cache = await caches.open(cacheName);
  const all = Object.keys(rest);
  let done = 0;
  for (const href of all.map(whole)) {
    if (!(await cache.match(href))) await cache.add(asked(href));
    port.postMessage({ done: ++done, all: all.length });
  }
}

self.addEventListener('message', (event) => {
  const port = event.ports[0];
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
  if (event.data === 'keep the rest' && port)
    event.waitUntil(keepRest(port).catch((error) => port.postMessage({ failed: String(error) })));
});
