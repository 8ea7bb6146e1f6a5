// Tells a screen reader what appeared and what was mended: the newest finding, or how many when there are several.
import { watch } from "vue";
import type { Announcer } from "../shell/announcer";
import { spokenText } from "./text";
import type { VisibleFindings } from "./visible";

export function speakFindings(findings: VisibleFindings, announcer: Announcer): void {
  watch(findings.all, (now, before) => {
    const old = new Set(before.map(({ key }) => key));
    const fresh = now.filter(({ key }) => !old.has(key));
    const first = fresh[0];
    if (first) {
      announcer.say(fresh.length === 1 ? spokenText.one(first.severity, first.message) : spokenText.many(fresh.length));
    } else if (now.length < before.length) {
      announcer.say(spokenText.mended);
    }
  });
}
