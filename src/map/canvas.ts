import { badgeStrokes, iconStrokes, parseImageId, type Stroke } from './icons'
import type { MapTheme } from './contract'
import { iconPx, scaled } from './theme'

/** A picture for MapLibre: its pixels and how many of them make one CSS px. */
export interface Picture {
  image: ImageData
  pixelRatio: number
}

/** Draws the picture that a style asks for by `imageId`; undefined when the name is not ours. */
export function drawPicture(id: string, theme: MapTheme, pixelRatio: number): Picture | undefined {
  const wanted = parseImageId(id)
  if (!wanted) return undefined
  if (wanted.art === 'hatch') return drawHatch(theme, pixelRatio)
  if (wanted.art === 'badge')
    return drawStrokes(badgeStrokes(wanted.status, theme), iconPx(theme) * 0.6, pixelRatio)
  return drawStrokes(iconStrokes(wanted.art, wanted.status, theme), iconPx(theme), pixelRatio)
}

function drawStrokes(strokes: readonly Stroke[], px: number, pixelRatio: number): Picture | undefined {
  const size = Math.ceil(px * pixelRatio)
  return draw(size, pixelRatio, (context) => {
    // Outlines reach half their width past the box of 32.
    context.scale(size / 34, size / 34)
    context.translate(17, 17)
    context.lineJoin = 'round'
    context.lineCap = 'round'
    for (const stroke of strokes) drawStroke(context, stroke)
  })
}

function drawStroke(context: CanvasRenderingContext2D, stroke: Stroke) {
  const { path, fill, stroke: ink, width = 1, dash = [], scale = 1, down = 0 } = stroke
  const shape = new Path2D(path)
  context.save()
  context.translate(0, down)
  context.scale(scale, scale)
  if (fill) {
    context.fillStyle = fill
    context.fill(shape, 'evenodd')
  }
  if (ink) {
    context.strokeStyle = ink
    context.lineWidth = width
    context.setLineDash([...dash])
    context.stroke(shape)
  }
  context.restore()
}

/** An opaque tile of slanted lines: reads as "more than the plain tone" without colour, however often overlaid. */
function drawHatch(theme: MapTheme, pixelRatio: number): Picture | undefined {
  const size = Math.round(scaled(9, theme) * pixelRatio)
  return draw(size, pixelRatio, (context) => {
    context.fillStyle = theme.cover
    context.fillRect(0, 0, size, size)
    context.strokeStyle = theme.dataSoft
    context.lineWidth = size / 4.5
    context.beginPath()
    // Three lines, so that the corners of neighbouring tiles meet.
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - size, size * 2)
      context.lineTo(shift + size * 2, -size)
    }
    context.stroke()
  })
}

function draw(size: number, pixelRatio: number, paint: (context: CanvasRenderingContext2D) => void) {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  // Kept in main memory: reading pixels back from the graphics process costs a wait for each picture.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  paint(context)
  return { image: context.getImageData(0, 0, size, size), pixelRatio }
}
