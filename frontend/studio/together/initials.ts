/** At most two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = letter(words[0] ?? '');
  return words.length < 2 ? first : first + letter(words[words.length - 1]!);
}

function letter(word: string): string {
  return (String.fromCodePoint(word.codePointAt(0) ?? 0x3f)).toUpperCase();
}
