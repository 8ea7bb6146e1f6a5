// Pictures for Word files.

export const png = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="),
  (c) => c.charCodeAt(0),
);

export const redPng = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAAEUlEQVR4nGM4ISdHEDGMKgIAojBhgcEzWZQAAAAASUVORK5CYII="),
  (c) => c.charCodeAt(0),
);

// The beginning of a metafile, which no browser shows.
export const emf = new Uint8Array(88);
emf.set([1, 0, 0, 0]);
emf.set([0x20, 0x45, 0x4d, 0x46], 40);
