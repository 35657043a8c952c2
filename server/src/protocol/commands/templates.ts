import { TEMPLATES } from '../../drafting/templates/index.ts'
import type { MinutesTemplate } from '../messages.ts'

export const templates = (): MinutesTemplate[] =>
  TEMPLATES.map(({ id, label, description }) => ({ id, label, description }))
