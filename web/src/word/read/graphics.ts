// What a drawing holds: pictures, text boxes, the words of a diagram. Charts and the like cannot be read; that is told.
import type { Picture } from "./blocks";
import type { Context } from "./context";
import { attribute, childOf, childrenOf, everyIn, findIn } from "./xml";

export interface Graphics {
  readonly pictures: Picture[];
  readonly boxes: Element[];
  readonly diagrams: string[];
}

export function findGraphics(root: Element, context: Context): Graphics {
  const found: Graphics = { pictures: [], boxes: [], diagrams: [] };
  const named = findIn(root, "docPr");
  const alt = attribute(named, "descr") ?? attribute(named, "title");

  const picture = (id: string | undefined): void => {
    context.countPicture();
    found.pictures.push(context.part.picture(id, alt));
  };
  const look = (element: Element): void => {
    switch (element.localName) {
      case "txbxContent":
        found.boxes.push(element);
        return;
      case "blip":
        picture(attribute(element, "embed"));
        return;
      case "imagedata":
        picture(attribute(element, "id"));
        return;
      case "relIds":
        found.diagrams.push(...diagramTexts(context, attribute(element, "dm")));
        context.tell("unreadableDrawing");
        return;
      case "chart":
        context.tell("unreadableDrawing");
        return;
      case "OLEObject":
        context.tell("embeddedDocument");
        return;
      case "AlternateContent": {
        const choice = childOf(element, "Choice") ?? childOf(element, "Fallback");
        if (choice) every(choice);
        return;
      }
      default:
        every(element);
    }
  };
  const every = (parent: Element): void => {
    for (const element of childrenOf(parent)) context.deeper(() => look(element));
  };
  every(root);
  return found;
}

/** A diagram's words stand in a part of their own, a paragraph for each shape. */
function diagramTexts(context: Context, id: string | undefined): string[] {
  const path = id === undefined ? undefined : context.part.relationPath(id);
  const root = path === undefined ? undefined : context.part.sibling(path).root();
  if (!root) return [];
  const texts: string[] = [];
  for (const paragraph of everyIn(root, "p")) {
    const text = [...everyIn(paragraph, "t")].map((node) => node.textContent ?? "").join("");
    if (text.trim() !== "") texts.push(text);
  }
  return texts;
}
