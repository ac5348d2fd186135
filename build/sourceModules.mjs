import { registerHooks } from 'node:module'

/**
 * For tests whose code starts a process of its own: Node reads TypeScript, but asks for the endings of its files, which
 * our imports leave out.
 */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context)
    } catch (error) {
      const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
      if (!isOurs || !(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
      return next(`${specifier}.ts`, context)
    }
  },
})
