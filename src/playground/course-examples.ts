import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { snippetNames } from '../course/snippet/snippet-names.ts';
import { courseChapters } from '../course/units/course-chapters.ts';
import { type ExampleTopic, exampleTitle } from './example.ts';
import { exampleTopics, type TopicPrograms } from './example-topics.ts';

/**
 * All programs under `content/snippets`, by topic: the playground's own first, then the chapters in
 * their order, then the rest.
 */
export async function courseExamples(): Promise<readonly ExampleTopic[]> {
  const names = snippetNames();
  const own = exampleTopics(readFileSync(resolve('content/examples.yaml'), 'utf8'), names);
  const listed = new Set(own.flatMap((topic) => topic.names));
  const rest = names.filter((name) => !listed.has(name));
  return [...own, ...(await chapterTopics(rest))].map((topic) => ({
    title: topic.title,
    examples: topic.names.map((name) => ({
      name,
      title: exampleTitle(name),
      source: readFileSync(resolve(`content/snippets/${name}.py`), 'utf8'),
    })),
  }));
}

async function chapterTopics(names: readonly string[]): Promise<TopicPrograms[]> {
  const titles = new Map((await courseChapters()).map(({ slug, title }) => [slug, title]));
  return [...new Set([...titles.keys(), ...names.map(folderOf)])]
    .map((folder) => ({
      title: titles.get(folder) ?? exampleTitle(folder),
      names: names.filter((name) => folderOf(name) === folder),
    }))
    .filter((topic) => topic.names.length > 0);
}

function folderOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}
