// What a picture without a narrative has in the place of a slot.

/** In the place of a narrative's slot: a picture is kept, and can be placed later. */
export const noNarrative = 0xffffffff;
