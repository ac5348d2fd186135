import type { z } from 'zod'
import { assessmentCalls } from './assessment'
import { backupCalls, recoveryCalls } from './backup'
import { deliveryCalls } from './delivery'
import { diagnosisCalls } from './diagnosis'
import { editCalls } from './edit'
import { enterpriseCalls } from './enterprise'
import { findingCalls } from './finding'
import { figureCalls } from './figure'
import { followUpCalls } from './followUp'
import { formCalls } from './form'
import { fundCalls } from './fund'
import { goalCalls } from './goal'
import { importCalls } from './import'
import { liaisonCalls } from './liaison'
import { logCalls } from './log'
import { mappingCalls } from './mapping'
import { officeCalls } from './office'
import { partyOrgCalls } from './partyOrg'
import { passwordCalls } from './password'
import { periodCalls } from './period'
import { planCalls } from './plan'
import { printCalls } from './print'
import { privacyCalls } from './privacy'
import { qualityCalls } from './quality'
import { recordCalls } from './record'
import { reportCalls } from './report'
import { returnsCalls } from './returns'
import { runCalls } from './run'
import { settingCalls } from './setting'
import { statisticsCalls } from './statistics'
import { synonymCalls } from './synonym'
import { targetCalls } from './target'
import { taskCalls } from './task'
import { templateCalls } from './template'
import { unitCalls } from './unit'
import { viewCalls } from './view'
import { visitCalls } from './visit'
import { workCalls } from './work'

/** Every call there is. Types, validation, dispatcher and client all derive from this table. */
export const contract = {
  ...officeCalls,
  ...unitCalls,
  ...enterpriseCalls,
  ...partyOrgCalls,
  ...liaisonCalls,
  ...deliveryCalls,
  ...goalCalls,
  ...recordCalls,
  ...editCalls,
  ...qualityCalls,
  ...importCalls,
  ...mappingCalls,
  ...findingCalls,
  ...synonymCalls,
  ...runCalls,
  ...returnsCalls,
  ...reportCalls,
  ...statisticsCalls,
  ...settingCalls,
  ...fundCalls,
  ...periodCalls,
  ...assessmentCalls,
  ...targetCalls,
  ...templateCalls,
  ...figureCalls,
  ...viewCalls,
  ...visitCalls,
  ...workCalls,
  ...planCalls,
  ...followUpCalls,
  ...formCalls,
  ...printCalls,
  ...taskCalls,
  ...backupCalls,
  ...recoveryCalls,
  ...diagnosisCalls,
  ...logCalls,
  ...privacyCalls,
  ...passwordCalls,
}

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller passes: fields with a default may be left out. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a service receives after validation. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = z.output<Contract[N]['output']>
