// The pair of characters for a box that is ticked and one that is not: what the export writes and every kind of box is read as.
export const ticked = "☑";
export const unticked = "☐";
