// Which conversions a paste may need: another unit of money, fractions where percentages are asked for. They are only offered;
// nothing is converted unless somebody says so.
import type { Block } from "../clipboard/block";
import type { Placed, Plan } from "./align";
import { type AmountUnit, amountUnit, digitsOf, looksLikeFraction, magnitude, shifted } from "./convert";
import { unitIn } from "./names";
import type { Target } from "./target";

/** As the block says itself, or a power of ten: 元 is 0. */
export type AmountChoice = "said" | number | undefined;

export interface Conversion {
  readonly amount?: AmountChoice;
  readonly percent?: boolean;
}

export interface Offer {
  readonly column: number;
  /** Cells in units of money. */
  readonly amounts: number;
  /** How many of them the block gives in another unit than the table asks for. */
  readonly saidOther: number;
  /** The unit all these cells want, for the wording; undefined when they differ. */
  readonly unit: string | undefined;
  /** Numbers from 0 to 1 where percentages are asked for. */
  readonly fractions: number;
  readonly suggested: Conversion;
}

/** Above this many digits before the point most amounts in 万元 were meant in 元. */
const manyDigits = 8;

export class Units {
  private readonly titleUnit: string | undefined;
  private readonly headUnits: readonly (string | undefined)[];
  private readonly unitColumn: number | undefined;

  constructor(
    private readonly block: Block,
    private readonly target: Target,
    private readonly plan: Plan,
  ) {
    const [from, to] = plan.heads;
    const texts = (rows: Block["rows"]): string[] => rows.flatMap((row) => row.map(({ text }) => text));
    const around = [...texts(block.rows.slice(0, from)), ...block.outside];
    this.titleUnit = around
      .filter((text) => /单位/.test(text))
      .map(unitIn)
      .find((unit) => amountUnit(unit));
    const width = block.rows[0]?.length ?? 0;
    this.headUnits = Array.from({ length: width }, (_, c) =>
      block.rows
        .slice(from, to)
        .map((row) => unitIn(row[c]?.text ?? ""))
        .find((unit) => amountUnit(unit)),
    );
    const at = target.columns.findIndex(({ units }) => units);
    this.unitColumn = plan.columns[at];
  }

  /** What the table wants in this cell. */
  wanted({ row, cell }: Placed): string {
    if (cell.field.unit) return cell.field.unit;
    if (cell.field.type === "percent") return "%";
    // The unit of the row is that of its measurements; a rank or a number of pieces has none of it.
    if (cell.field.type !== "decimal") return "";
    const at = this.target.columns.findIndex(({ units }) => units);
    const own = this.plan.rows[row]?.cells[at]?.text;
    return own || this.saidFor(row, at);
  }

  /** A row that is only to come has the unit the block gives it. */
  private saidFor(row: number, column: number): string {
    return this.plan.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? "";
  }

  /** What the block says this cell is in. */
  said({ from: [r, c], cell }: Placed): AmountUnit | undefined {
    if (cell.field.type !== "decimal" && cell.field.type !== "integer") return undefined;
    const row = this.block.rows[r] ?? [];
    const own = this.unitColumn === undefined ? undefined : amountUnit(row[this.unitColumn]?.text);
    if (own) return own;
    const heads = this.plan.columns.flatMap((b, t) => (b !== undefined && this.target.columns[t]?.heading ? [b] : []));
    const named = heads.map((b) => amountUnit(unitIn(row[b]?.text ?? ""))).find((unit) => unit);
    return named ?? amountUnit(this.headUnits[c]) ?? amountUnit(this.titleUnit);
  }
}

/** Same thing, other power of ten: 元/人 and 万元/人. */
const comparable = (a: AmountUnit | undefined, b: AmountUnit | undefined): boolean =>
  a !== undefined && b !== undefined && (a.per === b.per || a.per === "" || b.per === "");

export function offersOf(plan: Plan, units: Units, target: Target): Offer[] {
  return target.columns.flatMap((_, column): Offer[] => {
    const cells = plan.cells.filter((cell) => cell.column === column && digitsOf(cell.text));
    const amounts = cells.filter((cell) => amountUnit(units.wanted(cell)));
    const other = amounts.filter((cell) => {
      const [said, wanted] = [units.said(cell), amountUnit(units.wanted(cell))];
      return comparable(said, wanted) && said?.power !== wanted?.power;
    });
    const shares = cells.filter((cell) => units.wanted(cell) === "%");
    const fractions = shares.filter(({ text }) => looksLikeFraction(text)).length;
    if (amounts.length === 0 && fractions === 0) return [];
    const wanted = new Set(amounts.map((cell) => units.wanted(cell).replace(/\/.*/, "")));
    const sizes = amounts.flatMap(({ text }) => magnitude(text) ?? []).sort((a, b) => a - b);
    const huge = (sizes[sizes.length >> 1] ?? 0) >= manyDigits && wanted.has("万元");
    const amount: AmountChoice = other.length > 0 ? "said" : huge ? 0 : undefined;
    const suggested = {
      ...(amount === undefined ? {} : { amount }),
      ...(fractions > 0 && fractions === shares.length ? { percent: true } : {}),
    };
    const unit = wanted.size === 1 ? [...wanted][0] : undefined;
    return [{ column, amounts: amounts.length, saidOther: other.length, unit, fractions, suggested }];
  });
}

/** What is written into a cell under the conversions that were agreed to. */
export function converted(cell: Placed, units: Units, choice: Conversion | undefined): string {
  if (!choice) return cell.text;
  const wanted = units.wanted(cell);
  if (choice.percent && wanted === "%" && looksLikeFraction(cell.text)) return shifted(cell.text, 2);
  const to = amountUnit(wanted);
  if (!to || choice.amount === undefined) return cell.text;
  const said = units.said(cell);
  const from = choice.amount === "said" ? (comparable(said, to) ? said?.power : undefined) : choice.amount;
  return from === undefined ? cell.text : shifted(cell.text, from - to.power);
}
