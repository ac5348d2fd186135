import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Whether what is written on behalf of the present call hides its telephones. It goes with the call, like the gate's
 * transaction, so that no export has to hand it on, and none can forget to.
 */
export const phoneHiding = new AsyncLocalStorage<boolean>()
