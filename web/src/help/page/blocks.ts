// What a help topic is made of. Pictures are named, not drawn: live-picture.vue shows the page's own components.

export type PictureName = "field" | "finding" | "table" | "narrative" | "progress" | "copy";

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "steps"; readonly items: readonly string[] }
  | {
      readonly kind: "pairs";
      readonly head: readonly [string, string];
      readonly rows: readonly (readonly [string, string])[];
    }
  | { readonly kind: "picture"; readonly name: PictureName; readonly caption: string };

export interface Topic {
  /** As in the address: #help/counting. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const say = (text: string): Block => ({ kind: "text", text });
export const list = (...items: string[]): Block => ({ kind: "list", items });
export const steps = (...items: string[]): Block => ({ kind: "steps", items });
export const show = (name: PictureName, caption: string): Block => ({ kind: "picture", name, caption });
