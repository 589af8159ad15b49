import { expect, it } from 'vitest';
import { embedHtml } from './embed-html.ts';

it('gives the frame an address, a theme and a height of its own', () => {
  const options = {
    url: 'https://x.org/embed/#p1.AA',
    name: 'a.py',
    theme: 'dark',
    lines: 5,
  } as const;
  expect(embedHtml(options)).toBe(
    '<iframe src="https://x.org/embed/?theme=dark#p1.AA" title="a.py in Loopscope" width="100%" height="420" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>',
  );
  expect(embedHtml({ ...options, theme: 'auto' })).toContain('src="https://x.org/embed/#p1.AA"');
  expect(embedHtml({ ...options, lines: 40 })).toContain('height="760"');
});

it('lets no name break out of its attribute', () => {
  const html = embedHtml({ url: 'https://x.org/#', name: '"><b>.py', theme: 'auto', lines: 9000 });
  expect(html).toContain('title="&#34;&#62;&#60;b&#62;.py in Loopscope"');
  expect(html).toContain('height="900"');
});
