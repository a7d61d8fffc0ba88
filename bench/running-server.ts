import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

/** What was answered, and how long it took from the first byte sent to the last received. */
export interface TimedAnswer {
  ms: number
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: Buffer
}

/** The whole product, with a data folder of its own. */
export class RunningServer {
  readonly #agent = new Agent({ keepAlive: true })

  private constructor(
    readonly port: number,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(folder: string, port: number): Promise<RunningServer> {
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o711 })
    const env = { ...process.env, PORT: String(port), EQUISCOPE_DATA: data, LOG_LEVEL: 'warn', DATABASE_URL: '' }
    const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (words: Buffer) => words.includes('Equiscope runs') && resolve())
      child.once('exit', () => reject(new Error('the server did not start')))
    })
    return new RunningServer(port, async () => {
      child.kill('SIGTERM')
      await ended
    })
  }

  /** @param encoding what the asker can unpack; none, as programs ask, by default */
  ask(method: string, path: string, body?: Buffer | object, encoding = 'identity'): Promise<TimedAnswer> {
    const sent = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
    const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
    const headers = {
      'accept-encoding': encoding,
      ...(sent ? { 'content-type': type, 'content-length': sent.length } : {}),
    }
    const where = { host: '127.0.0.1', port: this.port, path: `/api/v1${path}`, method, headers, agent: this.#agent }
    return new Promise((resolve, reject) => {
      const begun = performance.now()
      const asked = request(where, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject)
        answer.on('end', () => {
          const { statusCode: status = 0, headers } = answer
          resolve({ ms: performance.now() - begun, status, headers, body: Buffer.concat(pieces) })
        })
      })
      asked.on('error', reject).end(sent)
    })
  }

  /** The answer as JSON; throws for a problem. */
  async json<T>(method: string, path: string, body?: Buffer | object): Promise<T> {
    const { status, body: answer } = await this.ask(method, path, body)
    if (status >= 400) throw new Error(`${method} ${path}: ${answer.toString()}`)
    return JSON.parse(answer.toString()) as T
  }
}
