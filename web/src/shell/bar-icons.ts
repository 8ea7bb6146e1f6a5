// The drawings of the tool bar's buttons, as paths in a box of 20.

export const barIcons = {
  undo: "M7.5 4 3.5 8l4 4M4 8h7.5a4.5 4.5 0 0 1 0 9H8",
  redo: "m12.5 4 4 4-4 4M16 8H8.5a4.5 4.5 0 0 0 0 9H12",
  history: "M3.2 10a6.8 6.8 0 1 0 2.2-5L3.5 6.8M3.5 3v3.8h3.8M10 6.5V10l2.5 1.5",
  find: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13 13l4 4",
} as const;
