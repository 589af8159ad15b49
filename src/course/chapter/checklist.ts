const KEY = 'loopscope:checklist:';

/** The texts of the ticked items, as stored; nothing where that is missing or spoilt. */
export function ticksFrom(stored: string | null): Set<string> {
  try {
    const texts: unknown = JSON.parse(stored ?? '[]');
    return new Set(Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : []);
  } catch {
    return new Set();
  }
}

/** "3 of 8"; and where the browser could not keep the ticks, that it does not. */
export function progressText(ticked: number, all: number, kept = true): string {
  const count = ticked === all ? `all ${all}` : `${ticked} of ${all}`;
  return kept ? count : `${count}, for this visit only`;
}

/** Puts a box to tick before each item of the list, and keeps the ticks under the list's id. */
export function startChecklist(
  root: HTMLElement,
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
): void {
  const key = `${KEY}${root.dataset['checklist']}`;
  const ticked = ticksFrom(storage?.getItem(key) ?? null);
  const boxes = [...root.querySelectorAll('li')].map((item) => {
    const text = item.textContent.trim();
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = ticked.has(text);
    label.append(box, ...item.childNodes);
    item.append(label);
    return { box, text };
  });

  const progress = root.querySelector<HTMLElement>('.progress');
  const tell = (kept = true) => {
    const done = boxes.filter(({ box }) => box.checked).length;
    if (progress) progress.textContent = progressText(done, boxes.length, kept);
  };
  const keep = (texts: readonly string[]): boolean => {
    try {
      storage?.setItem(key, JSON.stringify(texts));
      return storage !== null;
    } catch {
      return false;
    }
  };
  root.addEventListener('change', () => {
    const texts = boxes.filter(({ box }) => box.checked).map(({ text }) => text);
    tell(keep(texts));
  });
  tell();
  if (progress) progress.hidden = false;
}
