import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { courseChapters } from '../chapter/course-chapters.ts';
import { type ExampleTopic, exampleTitle } from './example.ts';

/** All programs under `content/snippets`, by topic: the chapters in their order, then the rest. */
export async function courseExamples(): Promise<readonly ExampleTopic[]> {
  const folder = resolve('content/snippets');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.py'.length))
    .sort();
  const titles = new Map(
    (await courseChapters()).map(({ href, title }) => [href.split('/').at(-2) ?? '', title]),
  );
  const topics = [...new Set([...titles.keys(), ...names.map(topicOf)])];
  return topics
    .map((topic) => ({
      title: titles.get(topic) ?? exampleTitle(topic),
      examples: names
        .filter((name) => topicOf(name) === topic)
        .map((name) => ({
          name,
          title: exampleTitle(name),
          source: readFileSync(resolve(folder, `${name}.py`), 'utf8'),
        })),
    }))
    .filter(({ examples }) => examples.length > 0);
}

function topicOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}
