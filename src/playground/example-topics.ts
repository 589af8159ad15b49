import { z } from 'astro/zod';
import { parse } from 'yaml';

/** A heading of the examples menu, and the programs under it: `folder/name`, in order. */
export interface TopicPrograms {
  readonly title: string;
  readonly names: readonly string[];
}

/** Where the programs stand that are written for the playground and shown by no chapter. */
const OWN_FOLDER = 'examples';

const topicFields = z.strictObject({
  topic: z.string().min(1),
  programs: z.array(z.string()).min(1),
});

/**
 * The topics of `content/examples.yaml`, whose text this takes.
 *
 * @param snippets The names of all programs under `content/snippets`.
 * @throws Error naming a program that does not exist, or one of the playground's own that stands
 *   under no topic or under two.
 */
export function exampleTopics(yaml: string, snippets: readonly string[]): TopicPrograms[] {
  const topics = z.array(topicFields).parse(parse(yaml));
  const listed = topics.flatMap(({ programs }) => programs);
  const unknown = listed.filter((name) => !snippets.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `content/examples.yaml: expected programs of content/snippets, found ${unknown.join(', ')}.`,
    );
  }
  const own = snippets.filter((name) => name.startsWith(`${OWN_FOLDER}/`));
  const misplaced = own.filter((name) => listed.filter((other) => other === name).length !== 1);
  if (misplaced.length > 0) {
    throw new Error(
      `content/examples.yaml: expected each program of content/snippets/${OWN_FOLDER} under one topic; put ${misplaced.join(', ')} there once.`,
    );
  }
  return topics.map(({ topic, programs }) => ({ title: topic, names: programs }));
}
