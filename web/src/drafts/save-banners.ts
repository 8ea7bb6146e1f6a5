// Says at the top of the page what has gone wrong with saving, and offers the way out. Call once, when it first has.
import { watch } from "vue";
import type { App } from "../shell/app";
import type { Banner } from "../shell/banners";
import type { SaveState } from "./autosave";
import { bannerText } from "./banner-text";
import { shownName } from "./describe";
import { text } from "./text";

const topic = "saving";

export function showSaveBanners({ drafts, blobs, banners, desk }: App): void {
  const { autosave } = drafts;
  const takeAway = { label: bannerText.download, act: () => desk.save() };
  const tryAgain = { label: bannerText.tryAgain, act: () => void blobs.save().then(() => autosave.flush()) };

  async function takeOther(): Promise<void> {
    await drafts.keepMine();
    if ((await drafts.openDraft(drafts.id)).ok) {
      banners.show({ topic: "exchange", tone: "good", text: bannerText.otherTaken });
    }
  }
  function saving(state: SaveState): Banner | undefined {
    if (state.kind === "failed") {
      const actions = [
        takeAway,
        state.why === "newer" ? { label: text.reload, act: () => location.reload() } : tryAgain,
      ];
      return { topic, tone: "bad", text: bannerText.failed(state.why), actions, sticky: true };
    }
    if (state.kind === "conflict") {
      const name = bannerText.branchName(shownName(drafts.info.value));
      const actions = [
        { label: bannerText.keepBoth, act: () => void drafts.branch(name) },
        { label: bannerText.takeOther, act: () => void takeOther() },
        takeAway,
      ];
      return { topic, tone: "bad", text: bannerText.conflictBanner, actions, sticky: true };
    }
    if (state.kind === "saved" && state.limited) {
      return { topic, tone: "bad", text: bannerText.limited(state.limited), actions: [takeAway, tryAgain] };
    }
    if (state.kind === "saved" && blobs.trouble.value) {
      return {
        topic,
        tone: "bad",
        text: bannerText.picturesUnsaved(blobs.trouble.value),
        actions: [takeAway, tryAgain],
      };
    }
    return undefined;
  }
  async function takeOver(): Promise<void> {
    const done = await drafts.takeOver();
    if (done) banners.show({ topic: "access", tone: "good", text: bannerText.tookOver });
    else banners.show({ topic: "access", tone: "bad", text: bannerText.takeOverFailed });
  }

  /** What is told and closed by hand is not told again with every save. */
  let told: string | undefined;
  function show(): void {
    const { value } = autosave.state;
    if (value.kind === "saving") return;
    const banner = saving(value);
    if (banner?.text === told) return;
    told = banner?.text;
    if (banner) banners.show(banner);
    else banners.close(topic);
  }
  function showAccess(): void {
    const { value } = drafts.access;
    if (value === "write") {
      banners.close("access");
      return;
    }
    const actions = [{ label: bannerText.takeOver, act: () => void takeOver() }];
    banners.show({ topic: "access", tone: "plain", text: bannerText[value], actions, sticky: true });
  }
  show();
  showAccess();
  watch([autosave.state, blobs.trouble], show);
  watch(drafts.access, showAccess);
}
