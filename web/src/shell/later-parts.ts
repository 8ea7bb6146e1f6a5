// What `later` loads.
import SaveStateText from "../drafts/save-state.vue";
import AsideSection from "../exchange/aside-section.vue";
import FindingFull from "../findings/finding-full.vue";
import FindingLink from "../findings/finding-link.vue";
import FindingsPanel from "../findings/findings-panel.vue";
import HandChecksSection from "../help/hand-checks-section.vue";
import LetterSection from "../help/letter-section.vue";
import BannerList from "./banner-list.vue";
import PageCompanions from "./page-companions.vue";
import ViewPage from "./view-page.vue";
import "../style/later.css";

export {
  AsideSection,
  BannerList,
  FindingFull,
  FindingLink,
  FindingsPanel,
  HandChecksSection,
  LetterSection,
  PageCompanions,
  SaveStateText,
  ViewPage,
};
