import * as z from 'zod'
import packageJson from '@/package.json'
import { answered, type Operation, operations, sent } from './operations'

const Problem = z.object({
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('what to do, in plain English'),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  reference: z.string().optional().describe('of a fault of ours, to be quoted'),
})

/** The description of the interface in OpenAPI 3.1, made from the very schemas that check what passes. */
export function openApi() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] ??= {}
    paths[operation.path][operation.method] = described(operation)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Equiscope', version: packageJson.version, license: { name: 'see the repository' } },
    paths,
    components: { schemas: { ...schemas(sent, 'input'), ...schemas({ ...answered, Problem }, 'output') } },
  }
}

function schemas(named: Record<string, z.ZodType>, io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const uri = (id: string) => `#/components/schemas/${id}`
  const made = z.toJSONSchema(registry, { io, uri, unrepresentable: 'any' }).schemas
  return Object.fromEntries(Object.entries(made).map(([id, { $schema, $id, ...schema }]) => [id, schema]))
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function described({ path, summary, query, body, status, answer }: Operation) {
  const problem = { content: { 'application/problem+json': { schema: reference('Problem') } } }
  return {
    summary,
    parameters: [...pathParameters(path), ...(query ? queryParameters(query) : [])],
    requestBody: body && { required: true, content: bodyContent(body) },
    responses: {
      [status]: { description: 'done', content: answer && answerContent(answer) },
      '4XX': { description: 'what a person can mend: `errors` says where, and what to do', ...problem },
      '5XX': { description: 'a fault of ours, with a reference', ...problem },
    },
  }
}

function bodyContent(body: NonNullable<Operation['body']>) {
  return body === 'file' ? { 'application/octet-stream': {} } : { 'application/json': { schema: reference(body) } }
}

function answerContent(answer: NonNullable<Operation['answer']>) {
  if (answer === 'csv') return { 'text/csv': { schema: { type: 'string' } } }
  if (answer === 'file') return { 'application/octet-stream': {} }
  return { 'application/json': { schema: answer === 'openapi' ? { type: 'object' } : reference(answer) } }
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema:
      name === 'number'
        ? { type: 'integer', minimum: 0 }
        : name === 'sha256'
          ? { type: 'string', pattern: '^[0-9a-f]{64}$' }
          : { type: 'integer', minimum: 1 },
  }))
}

function queryParameters(query: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(query, { io: 'output', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => {
    const required = !query.shape[name].safeParse(undefined).success
    const { description } = query.shape[name].meta() ?? {}
    return { name, in: 'query', required, description, schema }
  })
}
