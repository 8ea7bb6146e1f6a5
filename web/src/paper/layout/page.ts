// A page as drawing operations in points from its top left corner. What a writer turns into PDF, and what tests look at.
import type { Points } from "../../document/model";
import type { FontName } from "./faces";

export type Op =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly font: FontName;
      readonly size: Points;
      readonly x: Points;
      /** Of the base line. */
      readonly y: Points;
      readonly width: Points;
      readonly spacing: Points;
    }
  | { readonly kind: "line"; readonly x1: Points; readonly y1: Points; readonly x2: Points; readonly y2: Points }
  | {
      readonly kind: "image";
      /** A data: address of JPEG or PNG. */
      readonly source: string;
      readonly caption: string;
      readonly x: Points;
      readonly y: Points;
      readonly width: Points;
      readonly height: Points;
    };

export interface Bookmark {
  readonly title: string;
  readonly level: number;
  readonly y: Points;
}

export interface Page {
  readonly ops: readonly Op[];
  readonly bookmarks: readonly Bookmark[];
}

/** Draws into a page that is being filled. */
export interface Pen {
  op(op: Op): void;
  bookmark(title: string, level: number, y: Points): void;
}
