// Says at the top of the page what has gone wrong with saving, and offers the way out.
import { onMounted, watch } from "vue";
import { useStore } from "../core/store";
import { download } from "../exchange/download";
import { draftFileName } from "../exchange/file-name";
import { useFindings } from "../findings/visible";
import { useBanners } from "../shell/banners";
import { text } from "../text/zh-cn";
import type { Autosave } from "./autosave";
import type { DraftStorage } from "./draft-storage";
import { rfc3339 } from "./time";

const topic = "saving";

export function useSaveBanners(autosave: Autosave, storage: DraftStorage): void {
  const store = useStore();
  const findings = useFindings();
  const banners = useBanners();

  const takeAway = {
    label: text.download,
    act: () => download(draftFileName(store, new Date()), store.draft(rfc3339(new Date()))),
  };
  function takeOther(): void {
    const other = storage.read();
    if (other === null || !store.open(other).ok) return;
    findings.touchAll();
    autosave.settled();
  }

  function show(): void {
    const state = autosave.state.value;
    if (state.kind === "failed") {
      const says = state.why === "full" ? text.saveFull : text.saveDenied;
      banners.show({ topic, tone: "bad", text: says, actions: [takeAway], sticky: true });
    } else if (state.kind === "conflict") {
      const actions = [
        { label: text.takeOther, act: takeOther },
        { label: text.keepMine, act: () => autosave.overwrite() },
        takeAway,
      ];
      banners.show({ topic, tone: "bad", text: text.saveConflict, actions, sticky: true });
    } else {
      banners.close(topic);
    }
  }
  onMounted(show);
  watch(autosave.state, show);
}
