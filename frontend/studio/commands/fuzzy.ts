/**
 * How well a text answers what was typed, 0 for not at all: the letters in their order, words' beginnings and runs of letters
 * counting most, so that "dup" finds "Duplicate" before "Add an upbeat" and "sp" finds "Split at the playhead".
 */
export function match(sought: string, text: string): number {
  const wanted = sought.toLowerCase().replace(/\s+/g, '');
  const letters = text.toLowerCase();
  if (wanted === '') {
    return 1;
  }
  const whole = letters.indexOf(sought.trim().toLowerCase());
  if (whole >= 0) {
    return 1000 - whole - (whole === 0 || !isLetter(letters[whole - 1]) ? 0 : 400) - text.length / 100;
  }
  let score = 0;
  let run = 0;
  let at = 0;
  for (const letter of wanted) {
    const found = letters.indexOf(letter, at);
    if (found < 0) {
      return 0;
    }
    run = found === at && at > 0 ? run + 1 : 0;
    score += 1 + 2 * run + (found === 0 || !isLetter(letters[found - 1]) ? 6 : 0) - Math.min(3, (found - at) / 8);
    at = found + 1;
  }
  return Math.max(0, score / wanted.length >= 2 ? score : 0);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
