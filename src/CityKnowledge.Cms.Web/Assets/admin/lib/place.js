const NUMBER = '([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*°?\\s*([NSEW])?';
const PAIR = new RegExp(`^\\s*\\(?\\s*${NUMBER}\\s*[,;\\s]\\s*${NUMBER}\\s*\\)?\\s*$`, 'i');

/** Reads "37.57, 126.98", "37.57N 126.98E" and the like; null when it is no pair of degrees. */
export function readPlace(text) {
  const found = PAIR.exec(text);
  // "37,57" is one number to half the world.
  if (!found || (!/[\s;]/.test(text.trim()) && !text.includes('.'))) return null;
  let [first, second] = [degrees(found[1], found[2]), degrees(found[3], found[4])];
  if (/[EW]/i.test(found[2] ?? '') || /[NS]/i.test(found[4] ?? '')) [first, second] = [second, first];
  return Math.abs(first) <= 90 && Math.abs(second) <= 180 ? { latitude: first, longitude: second } : null;
}

const degrees = (number, side) => (/[SW]/i.test(side ?? '') ? -1 : 1) * Number(number);
