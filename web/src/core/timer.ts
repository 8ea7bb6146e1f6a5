/** What waits: the page's clock, or a test's. */
export interface Timer {
  set(run: () => void, ms: number): number;
  clear(id: number): void;
}

export const windowTimer: Timer = {
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (id) => window.clearTimeout(id),
};
