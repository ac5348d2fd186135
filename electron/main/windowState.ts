import type { Rectangle } from 'electron'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** How the window was left. `bounds` are those it has when not maximised, in device-independent pixels. */
export interface WindowState {
  bounds: Rectangle | undefined
  maximised: boolean
  /** Zoom factor, one of `zoomFactors`. */
  zoom: number
}

export const zoomFactors = [1, 1.25, 1.5] as const

/** Small enough for 1366×768 under 125 % display scaling. */
export const minimumSize = { width: 960, height: 560 }
const preferredSize = { width: 1360, height: 860 }

/** Never fails: an absent, broken or foreign file is a first start. */
export function readWindowState(file: string): WindowState {
  const saved = parse(file)
  const { bounds, maximised, zoom } = saved as { [K in keyof WindowState]?: unknown }
  return {
    bounds: isRectangle(bounds) ? bounds : undefined,
    maximised: maximised === true,
    zoom: zoomFactors.find((factor) => factor === zoom) ?? 1,
  }
}

/** Written beside the old one and swapped in, so that a power cut leaves either the old or the new. */
export function writeWindowState(file: string, state: WindowState): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, JSON.stringify(state))
  renameSync(fresh, file)
}

/** Bounds that lie wholly on a screen with this work area, as near to the saved ones as it allows. */
export function fitBounds(saved: Rectangle | undefined, workArea: Rectangle): Rectangle {
  const width = Math.min(saved?.width ?? preferredSize.width, workArea.width)
  const height = Math.min(saved?.height ?? preferredSize.height, workArea.height)
  const { x, y } = saved ?? {
    x: workArea.x + Math.floor((workArea.width - width) / 2),
    y: workArea.y + Math.floor((workArea.height - height) / 2),
  }
  return {
    x: clamp(x, workArea.x, workArea.x + workArea.width - width),
    y: clamp(y, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  }
}

function parse(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as { [K in keyof Rectangle]?: unknown }
  const whole = [x, y, width, height].every((side) => Number.isInteger(side))
  return whole && Number(width) >= minimumSize.width && Number(height) >= minimumSize.height
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
