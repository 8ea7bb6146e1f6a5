// Times for files and for people. Local time, because that is what is on the wall.

const two = (n: number): string => String(n).padStart(2, "0");

/** 2025-10-08T09:30:00+08:00 */
export function rfc3339(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${day(date)}T${clock(date)}:${two(date.getSeconds())}${zone}`;
}

/** 2025-10-08 */
export function day(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** 14:03 */
export function clock(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
