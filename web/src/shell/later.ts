// Parts of the page that come right after the form can be used, in one file of their own.
import { lazy } from "./lazy";

const load = () => import("./later-parts");

/** At the latest now, so that nobody waits for them. */
export async function loadLater(): Promise<void> {
  await load();
}

export const FindingFull = lazy(() => load().then(({ FindingFull }) => FindingFull));
export const FindingLink = lazy(() => load().then(({ FindingLink }) => FindingLink));
export const FindingsPanel = lazy(() => load().then(({ FindingsPanel }) => FindingsPanel));
export const BannerList = lazy(() => load().then(({ BannerList }) => BannerList));
export const PageCompanions = lazy(() => load().then(({ PageCompanions }) => PageCompanions));
export const LetterSection = lazy(() => load().then(({ LetterSection }) => LetterSection));
export const HandChecksSection = lazy(() => load().then(({ HandChecksSection }) => HandChecksSection));
export const AsideSection = lazy(() => load().then(({ AsideSection }) => AsideSection));
export const SaveStateText = lazy(() => load().then(({ SaveStateText }) => SaveStateText));
export const ViewPage = lazy(() => load().then(({ ViewPage }) => ViewPage));
