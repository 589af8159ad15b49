import { describe, expect, it } from 'vitest';
import { createEditStore, type KeyValueStore } from './edits.ts';

const SOURCE = 'print("original")\n';
const REWRITTEN = 'print("rewritten")\n';
const NONE = { current: null, older: null, others: [] };

function mapStore(): KeyValueStore & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const fullStore: KeyValueStore = {
  getItem: () => null,
  setItem: () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  },
  removeItem: () => {},
};

describe('the edit store', () => {
  it('gives back after a reload what was saved before it', () => {
    const store = mapStore();
    const edits = { current: 'edited', older: null, others: [] };
    expect(createEditStore(store).save('a/b', SOURCE, edits)).toBe(true);
    expect(createEditStore(store).load('a/b', SOURCE)).toEqual(edits);
  });

  it('sets an edit aside when the snippet has changed since', () => {
    const store = mapStore();
    createEditStore(store).save('a/b', SOURCE, { current: 'edited', older: null, others: [] });
    expect(createEditStore(store).load('a/b', REWRITTEN)).toEqual({
      current: null,
      older: 'edited',
      others: [],
    });
  });

  it('keeps an older edit aside while the reader makes a new one', () => {
    const store = mapStore();
    createEditStore(store).save('a/b', SOURCE, { current: 'first', older: null, others: [] });
    createEditStore(store).save('a/b', REWRITTEN, {
      current: 'second',
      older: 'first',
      others: [],
    });
    expect(createEditStore(store).load('a/b', REWRITTEN)).toEqual({
      current: 'second',
      older: 'first',
      others: [],
    });
  });

  it('keeps the edits of different snippets apart, and leaves nothing of what is forgotten', () => {
    const store = mapStore();
    const edits = createEditStore(store);
    edits.save('a/b', SOURCE, { current: 'one', older: null, others: [] });
    edits.save('a/c', SOURCE, { current: 'two', older: null, others: [] });
    edits.save('a/b', SOURCE, NONE);
    expect(edits.load('a/b', SOURCE)).toEqual(NONE);
    expect(edits.load('a/c', SOURCE).current).toBe('two');
    expect([...store.map.keys()]).toEqual(['loopscope:edit:a/c']);
  });

  it('keeps an edit in memory, and says so, where storage is full or forbidden', () => {
    for (const store of [fullStore, null]) {
      const edits = createEditStore(store);
      expect(edits.save('a/b', SOURCE, { current: 'edited', older: null, others: [] })).toBe(false);
      expect(edits.load('a/b', SOURCE).current).toBe('edited');
    }
  });

  it('does not mistake foreign values for edits', () => {
    const store = mapStore();
    for (const value of ['not json', '42', '{"source":"","current":1,"older":null}', 'null']) {
      store.map.set('loopscope:edit:a/b', value);
      expect(createEditStore(store).load('a/b', SOURCE)).toEqual(NONE);
    }
  });
});
