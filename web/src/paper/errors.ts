// What can keep an export from succeeding.

/** A part of the page or a font could not be fetched. */
export class NotLoaded extends Error {}

/** The page was built without fonts. */
export class NoFonts extends Error {}

/** A picture that is neither JPEG nor PNG, or broken. */
export class BadPicture extends Error {
  constructor(readonly caption: string) {
    super(caption);
  }
}

/** The person closed the dialog. */
export class Cancelled extends Error {}
