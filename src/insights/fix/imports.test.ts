import { describe, expect, it } from 'vitest';
import { withImport, withoutImport } from './imports.ts';

describe('withImport', () => {
  it('stands before the first import, after what must come first', () => {
    expect(withImport('import time\nx()\n', 'asyncio')).toBe('import asyncio\nimport time\nx()\n');
    expect(withImport('x()\n', 'asyncio')).toBe('import asyncio\n\nx()\n');
    expect(withImport('#!/usr/bin/env python\nx()\n', 'asyncio')).toBe(
      '#!/usr/bin/env python\nimport asyncio\n\nx()\n',
    );
    expect(withImport('"""It."""\nfrom __future__ import annotations\nx()\n', 'time')).toBe(
      '"""It."""\nfrom __future__ import annotations\nimport time\n\nx()\n',
    );
  });

  it('changes nothing where it is there, under its own name', () => {
    expect(withImport('import time, asyncio\n', 'asyncio')).toBe('import time, asyncio\n');
    expect(withImport('import asyncio as a\n', 'asyncio')).toBe(
      'import asyncio\nimport asyncio as a\n',
    );
  });
});

describe('withoutImport', () => {
  it('removes what nothing uses', () => {
    expect(withoutImport('import asyncio\nimport httpx\nasyncio.run(f())\n', 2)).toBe(
      'import asyncio\nasyncio.run(f())\n',
    );
    expect(withoutImport('from rich.pretty import (\n    install,\n    a as b,\n)\nf()\n', 1)).toBe(
      'f()\n',
    );
  });

  it('removes nothing that is used, that a text speaks of, or that is one of several', () => {
    expect(withoutImport('import uvloop\nuvloop.install()\n', 1)).toBeNull();
    expect(withoutImport('import numpy as np\nx = f"{np}"\n', 1)).toBeNull();
    expect(withoutImport('import numpy, rich\nf()\n', 1)).toBeNull();
    expect(withoutImport('from rich import *\nf()\n', 1)).toBeNull();
    expect(withoutImport('try:\n    import rich\nexcept ImportError:\n    pass\n', 2)).toBeNull();
  });
});
