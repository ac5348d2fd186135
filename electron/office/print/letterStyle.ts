import { typefaces } from './typefaces'

/** GB/T 9704-2012, 5: A4, margins 37, 26, 35 and 28 mm, 22 lines of 28 characters, 3号 on lines of 28 points. */
export const letterMargins = '37mm 26mm 35mm 28mm'
const [size2, size3] = ['22pt', '16pt']

/** How letters look; pages are named in letterDocument. */
export const letterStyle = `
* { box-sizing: border-box; margin: 0; padding: 0 }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { font: ${size3}/28pt ${typefaces.fangSong}; color: #000; text-align: justify; overflow-wrap: anywhere }
.letter + .letter { break-before: page }
.number { text-align: center; margin-bottom: 28pt }
h1 { font: bold ${size2}/34pt ${typefaces.title}; text-align: center; white-space: pre-line; text-wrap: balance; margin-bottom: 28pt; break-after: avoid }
p { text-indent: 2em; orphans: 2; widows: 2 }
.addressee { text-indent: 0 }
h2 { font: ${size3}/28pt ${typefaces.hei}; text-indent: 2em; break-after: avoid }
h3 { font: ${size3}/28pt ${typefaces.kai}; text-indent: 2em; break-after: avoid }
.attachments { margin-top: 28pt; text-indent: 0; padding-left: 2em; display: flex; break-inside: avoid }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font: 12pt/18pt ${typefaces.song}; margin: 8pt 0 }
caption { font: bold 14pt/24pt ${typefaces.song}; text-align: center; break-after: avoid }
th, td { border: 0.75pt solid #000; padding: 2pt 3pt; vertical-align: middle; text-indent: 0; text-align: center }
th { font-family: ${typefaces.hei}; font-weight: normal }
tr { break-inside: avoid }
.sum td { font-weight: bold }
.left { text-align: left } .right { text-align: right }
.signature { display: flex; justify-content: flex-end; margin-top: 56pt; padding-right: 4em; break-inside: avoid; break-before: avoid; text-align: center }
.sealed { padding-top: 28pt; padding-bottom: 28pt }
.stamp { display: block; color: #595959; font-size: 12pt }
.note { break-before: avoid }
`
