// Keeps the page usable without a network. Written for one version of the page: the build fills in the names of its files.
// What the form needs is kept when this is installed, the rest when the page asks for it or uses it; a newer version waits
// until somebody agrees to it, and the files of two versions never mix.
const version = '__VERSION__';
const shell = __SHELL__; // path → its hash where the name carries none
const rest = __REST__;

const cacheName = `formcheck-${version}`;
const scope = self.registration.scope;
const whole = (path) => new URL(path, scope).href;
const known = new Set([...Object.keys(shell), ...rest].map(whole));

// The hash makes sure that a file without one in its name is the one of this version, whatever the server has by now.
const asked = ([path, integrity]) =>
  new Request(whole(path), { cache: integrity ? 'no-cache' : 'default', credentials: 'same-origin', ...(integrity && { integrity }) });

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.addAll(Object.entries(shell).map(asked))),
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
  const own = await caches.open(cacheName);
  const kept = (await own.match(href)) || (await caches.match(href));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && known.has(href)) await own.put(href, response.clone());
  return response;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const href = request.url.replace(/[?#].*$/, '');
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && href === scope) event.respondWith(answer(request, whole('index.html')));
  else if (known.has(href) || href.startsWith(whole('assets/'))) event.respondWith(answer(request, href));
});

async function keepRest(port) {
  const cache = await caches.open(cacheName);
  let done = 0;
  for (const path of rest) {
    if (!(await cache.match(whole(path)))) await cache.add(whole(path));
    port.postMessage({ done: ++done, all: rest.length });
  }
}

self.addEventListener('message', (event) => {
  const port = event.ports[0];
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
  if (event.data === 'keep the rest' && port)
    event.waitUntil(keepRest(port).catch((error) => port.postMessage({ failed: String(error) })));
});
