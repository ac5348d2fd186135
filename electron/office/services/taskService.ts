import type { Services } from '../dispatch'
import type { ServiceContext } from './serviceContext'

export function createTaskService({ tasks }: ServiceContext): Pick<Services, 'task.cancel'> {
  return {
    'task.cancel': async ({ task }) => ({ running: tasks.cancel(task) }),
  }
}
