// A time in a list: of today only the clock, of this year without the year.
import { clock, day } from "../time";

export function shownTime(time: string, now: Date = new Date()): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  if (day(at) === day(now)) return `今天 ${clock(at)}`;
  const date = `${at.getMonth() + 1}月${at.getDate()}日`;
  return `${at.getFullYear() === now.getFullYear() ? "" : `${at.getFullYear()}年`}${date} ${clock(at)}`;
}
