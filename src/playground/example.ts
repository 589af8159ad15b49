/** A program of the course, as the playground offers it. */
export interface Example {
  /** `chapter/name`. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

export interface ExampleTopic {
  readonly title: string;
  readonly examples: readonly Example[];
}

/** `"coroutines/first-await"` gives `"First await"`. */
export function exampleTitle(name: string): string {
  const words = name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
