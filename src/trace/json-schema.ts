/**
 * The trace as JSON Schema (draft 2020-12), for others who write or read traces. It says the shapes;
 * that ids are introduced before they are used and that time never goes back, only the validation
 * can say (`validate.ts`).
 */
import {
  type Field,
  type Fields,
  LATEST_NS,
  MOST_FILES,
  MOST_LINES,
  MOST_LISTED,
} from './fields.ts';
import {
  COMMON_FIELDS,
  EVENTS,
  LIMIT_NAMES,
  PRIMITIVE_STATES,
  TRACE_VERSION,
  WAIT_FIELDS,
} from './schema.ts';

type Schema = { readonly [keyword: string]: unknown };

/** @param id the address at which it is published. */
export function traceJsonSchema(id: string): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: `Trace of an asyncio program, version ${TRACE_VERSION}`,
    description:
      'What one run of a program left behind. Times are whole nanoseconds since it began.',
    ...objectOf(
      {
        version: { const: TRACE_VERSION },
        origin: { type: 'string', description: 'What made it.' },
        clock: { enum: ['virtual', 'real'], description: 'Whether time was simulated.' },
        program: objectOf({
          name: { type: 'string', description: 'The file that was run: file 0.' },
          source: { type: ['string', 'null'], description: 'Its text.' },
          seed: { type: ['integer', 'null'], description: 'What random was seeded with.' },
        }),
        events: { type: 'array', items: { oneOf: Object.entries(EVENTS).map(eventSchema) } },
        outcome: { oneOf: OUTCOMES },
        endedNs: { ...NS, description: 'When the run was over.' },
      },
      { schedule: SCHEDULE },
    ),
    $defs: {
      location: objectOf({
        file: { type: 'integer', minimum: 0, maximum: MOST_FILES },
        line: { type: 'integer', minimum: 1, maximum: MOST_LINES - 1 },
      }),
      wait: objectOf(propertiesOf(WAIT_FIELDS)),
      state: {
        oneOf: Object.entries(PRIMITIVE_STATES).map(([kind, fields]) =>
          objectOf({ kind: { const: kind }, ...propertiesOf(fields) }),
        ),
      },
    },
  };
}

const NS: Schema = { type: 'integer', minimum: 0, maximum: LATEST_NS };

const SCHEDULE: Schema = {
  description: 'Who decided what the run left open; without it, nothing was put off.',
  ...objectOf({
    seed: {
      type: ['integer', 'null'],
      description: 'What the choices came from; null where they were given one by one.',
    },
  }),
};

const OUTCOMES: readonly Schema[] = [
  objectOf({
    kind: { const: 'exited' },
    status: { type: 'integer' },
    error: {
      oneOf: [
        { type: 'null' },
        objectOf({
          type: { type: 'string' },
          message: { type: 'string' },
          location: nullable({ $ref: '#/$defs/location' }),
        }),
      ],
    },
  }),
  ...['deadlocked', 'serving', 'stopped', 'running'].map((kind) =>
    objectOf({ kind: { const: kind } }),
  ),
  objectOf({
    kind: { const: 'limited' },
    limit: { enum: LIMIT_NAMES },
    allowed: { type: 'integer', minimum: 0 },
  }),
  objectOf({ kind: { const: 'crashed' }, message: { type: 'string' } }),
];

function eventSchema([kind, { about, fields }]: [
  string,
  { about: string; fields: Fields },
]): Schema {
  const properties = {
    kind: { const: kind },
    ...propertiesOf(COMMON_FIELDS),
    ...propertiesOf(fields),
  };
  return { title: kind, description: about, ...objectOf(properties) };
}

function objectOf(
  properties: { readonly [name: string]: Schema },
  optional: { readonly [name: string]: Schema } = {},
): Schema {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
  };
}

function propertiesOf(fields: Fields): { [name: string]: Schema } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { ...fieldSchema(field), description: field.about },
    ]),
  );
}

function fieldSchema({ of, isNullable }: Field): Schema {
  const schema = typeSchema(of);
  return isNullable ? nullable(schema) : schema;
}

function nullable(schema: Schema): Schema {
  return { oneOf: [{ type: 'null' }, schema] };
}

function typeSchema(of: Field['of']): Schema {
  switch (of.type) {
    case 'id':
      return { type: 'integer', minimum: of.family === 'agent' || of.family === 'file' ? 0 : 1 };
    case 'ns':
      return NS;
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'status':
      return { type: 'integer' };
    case 'flag':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string', maxLength: of.longest };
    case 'choice':
      return { enum: of.choices };
    case 'location':
      return { $ref: '#/$defs/location' };
    case 'agents':
      return { type: 'array', items: { type: 'integer', minimum: 0 }, maxItems: MOST_LISTED };
    case 'wait':
      return { $ref: '#/$defs/wait' };
    case 'state':
      return { $ref: '#/$defs/state' };
  }
}
