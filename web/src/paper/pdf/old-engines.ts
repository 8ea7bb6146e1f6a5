// What the library that writes PDF takes for granted and Chromium 83 lacks. Import it before the library.

if (!("replaceAll" in String.prototype)) {
  Object.defineProperty(String.prototype, "replaceAll", {
    configurable: true,
    writable: true,
    value(this: string, what: string | RegExp, by: string): string {
      return typeof what === "string" ? this.split(what).join(by) : this.replace(what, by);
    },
  });
}

export {};
