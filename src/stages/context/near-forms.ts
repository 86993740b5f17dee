const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The words one slip away: a letter left out, put in, taken for another, or two letters swapped. Remembered. */
export function createNearForms(
  isWord: (form: string) => boolean,
): (form: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (form) => {
    const made = known.get(form) ?? [...new Set(slipsOf(form))].filter((slip) => isWord(slip));
    if (known.size > 50_000) known.clear();
    known.set(form, made);
    return made;
  };
}

function* slipsOf(form: string): Iterable<string> {
  for (let at = 0; at <= form.length; at += 1) {
    const head = form.slice(0, at);
    const tail = form.slice(at);
    for (const letter of letters) yield head + letter + tail;
    if (tail === '') continue;
    yield head + tail.slice(1);
    for (const letter of letters) if (letter !== tail[0]) yield head + letter + tail.slice(1);
    if (tail.length > 1 && tail[0] !== tail[1]) yield `${head}${tail[1]}${tail[0]}${tail.slice(2)}`;
  }
}
