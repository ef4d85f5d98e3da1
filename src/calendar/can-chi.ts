/** Can chi, the sixty-year cycle that names lunar years. The names are proper nouns, the same in every language. */

const CAN = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const;

/** Mão is the cat, where the Chinese cycle has the rabbit. */
const CHI = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'] as const;

/** Indexes into CAN (0–9) and CHI (0–11). */
export interface CanChi {
  readonly can: number;
  readonly chi: number;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** The lunar year's can and chi; the lunar year begins at Tết, not on 1 January. */
function canChiOf(lunarYear: number): CanChi {
  return { can: modulo(lunarYear + 6, 10), chi: modulo(lunarYear + 8, 12) };
}

/** `Đinh Mùi` for 2027. */
export function formatCanChi(lunarYear: number): string {
  const { can, chi } = canChiOf(lunarYear);
  return `${CAN[can]} ${CHI[chi]}`;
}
