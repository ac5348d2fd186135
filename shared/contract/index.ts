import type { z } from 'zod'
import { deliveryCalls } from './delivery'
import { enterpriseCalls } from './enterprise'
import { importCalls } from './import'
import { liaisonCalls } from './liaison'
import { officeCalls } from './office'
import { partyOrgCalls } from './partyOrg'
import { statisticsCalls } from './statistics'
import { unitCalls } from './unit'
import { viewCalls } from './view'

/** Every call there is. Types, validation, dispatcher and client all derive from this table. */
export const contract = {
  ...officeCalls,
  ...unitCalls,
  ...enterpriseCalls,
  ...partyOrgCalls,
  ...liaisonCalls,
  ...deliveryCalls,
  ...importCalls,
  ...statisticsCalls,
  ...viewCalls,
}

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller passes: fields with a default may be left out. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a service receives after validation. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = z.output<Contract[N]['output']>
