// "截止到申请日，有效专利数共{patents.total}个" with its values filled in, underlined; a blank leaves room to write.
import { sentenceParts } from "../../form/sentence-parts";
import type { Run } from "../model";
import { type Context, type Labelled, labelled } from "./context";
import { printed } from "./runs";

const room = "　　";

export function sentenceRuns(
  context: Context,
  sentence: string,
  valueRuns: (at: Labelled) => readonly Run[],
): readonly Run[] {
  return sentenceParts(sentence).flatMap((part) => {
    if ("text" in part) return [printed(part.text)];
    const field = context.field(part.field);
    const runs = field ? valueRuns(labelled(context, field)) : [];
    return runs.length > 0 ? runs : [printed(room, "fill")];
  });
}
