import { log } from '@/lib/log'
import { pool } from './client'

/** Whether the database answers and has our tables. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await pool().query('select from project limit 1')
    return true
  } catch (error) {
    log('warn', 'The database does not answer', { error })
    return false
  }
}
