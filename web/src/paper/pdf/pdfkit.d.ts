// The part of pdfkit that the writer uses. Its own build for browsers brings every library it needs and no types.
declare module "pdfkit/js/pdfkit.standalone.js" {
  export interface OutlineItem {
    addItem(title: string, options?: { expanded?: boolean }): OutlineItem;
  }
  export interface FileOptions {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly relationship: string;
    readonly creationDate: Date;
    readonly modifiedDate: Date;
  }
  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly outline: OutlineItem;
    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    registerFont(name: string, source: Uint8Array): this;
    addPage(options: Readonly<Record<string, unknown>>): this;
    font(name: string): this;
    fontSize(size: number): this;
    lineWidth(width: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x: number, y: number, options: Readonly<Record<string, unknown>>): this;
    image(source: string, x: number, y: number, options: Readonly<Record<string, unknown>>): this;
    file(source: ArrayBuffer, options: FileOptions): unknown;
    end(): void;
  }
}
