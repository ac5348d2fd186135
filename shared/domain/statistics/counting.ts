import { rounded } from './derivation'
import type { Counted, ListedKind, StatColumn } from './statTable'
import type { DutyFact, EnterpriseFact, FundFact, OrgFact, PostFact } from './tableFacts'

/** How the columns of the tables count; each says with its figure which records are behind it. */

type Shape = Pick<StatColumn, 'key' | 'header'> & Partial<Omit<StatColumn, 'count' | 'opens' | 'kind'>>

const widths = { count: 8, change: 7, rate: 9, points: 9, money: 12, decimal: 9, text: 10 } as const

/** A column of whichever kind, with the usual width. */
export function column(kind: StatColumn['kind'], shape: Shape & Pick<Partial<StatColumn>, 'count' | 'opens'>): StatColumn {
  return { group: '', width: widths[kind], kind, ...shape }
}

/** Enterprises for which something holds. */
export function enterprises(shape: Shape, holds: (enterprise: EnterpriseFact) => boolean): StatColumn {
  return column('count', {
    ...shape,
    opens: 'enterprise',
    count: (facts) => counted(facts.enterprises.filter(holds).map(({ id }) => id)),
  })
}

/** A sum over enterprises for which something holds; the list holds those that add to it. */
export function enterpriseSum(
  shape: Shape,
  holds: (enterprise: EnterpriseFact) => boolean,
  amount: (enterprise: EnterpriseFact) => number | null,
): StatColumn {
  return column('count', {
    ...shape,
    opens: 'enterprise',
    count: ({ enterprises: all }) => {
      const adding = all.filter((enterprise) => holds(enterprise) && (amount(enterprise) ?? 0) !== 0)
      return { value: adding.reduce((sum, enterprise) => sum + (amount(enterprise) ?? 0), 0), ids: adding.map(({ id }) => id) }
    },
  })
}

export function orgs(shape: Shape, holds: (org: OrgFact) => boolean): StatColumn {
  return column('count', { ...shape, opens: 'partyOrg', count: (facts) => counted(facts.orgs.filter(holds).map(({ id }) => id)) })
}

/** Secretaries in office; the list behind them is that of their organisations. */
export function posts(shape: Shape, holds: (post: PostFact) => boolean): StatColumn {
  return column('count', {
    ...shape,
    opens: 'partyOrg',
    count: (facts) => counted(facts.posts.filter(holds).map(({ partyOrgId }) => partyOrgId)),
  })
}

export function duties(shape: Shape, holds: (duty: DutyFact) => boolean): StatColumn {
  return column('count', { ...shape, opens: 'assignment', count: (facts) => counted(facts.duties.filter(holds).map(({ id }) => id)) })
}

/** A sum over assignments. */
export function dutySum(shape: Shape, amount: (duty: DutyFact) => number): StatColumn {
  return column('count', {
    ...shape,
    opens: 'assignment',
    count: (facts) => {
      const adding = facts.duties.filter((duty) => amount(duty) !== 0)
      return { value: adding.reduce((sum, duty) => sum + amount(duty), 0), ids: adding.map(({ id }) => id) }
    },
  })
}

/** Distinct persons or enterprises among assignments. */
export function distinctDuties(
  shape: Shape,
  opens: ListedKind,
  { holds, id }: { holds: (duty: DutyFact) => boolean; id: (duty: DutyFact) => number },
): StatColumn {
  return column('count', { ...shape, opens, count: (facts) => counted([...new Set(facts.duties.filter(holds).map(id))]) })
}

/** 元 of funds for which something holds. */
export function funds(shape: Shape, holds: (fund: FundFact) => boolean, sign: (fund: FundFact) => number = () => 1): StatColumn {
  return column('money', {
    ...shape,
    opens: 'fundEntry',
    count: (facts) => {
      const own = facts.funds.filter(holds)
      return { value: rounded(own.reduce((sum, fund) => sum + sign(fund) * fund.amount, 0) / 100), ids: own.map(({ id }) => id) }
    },
  })
}

export function counted(ids: readonly number[]): Counted {
  return { value: ids.length, ids }
}

