import type { PlacedEnterprise } from '../../shared/contract/placed'

/** Where an enterprise is, as one line: the building or village, then the address; '' when nothing is stated. */
export function placedText({ placeName, community, businessAddress }: PlacedEnterprise): string {
  const parts = [placeName, community, businessAddress].filter((part): part is string => part !== null && part.trim() !== '')
  return [...new Set(parts)].join('，')
}
