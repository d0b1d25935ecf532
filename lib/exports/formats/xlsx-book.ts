/** The parts of a workbook that do not depend on its rows. @see ECMA-376, SpreadsheetML */

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Where the sheet of a number lies inside of the file. */
export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`

/** Everything but the sheets: a path and its content. */
export function bookParts(sheets: number): readonly (readonly [path: string, content: string])[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1)
  return [
    ['[Content_Types].xml', contentTypes(numbers)],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(numbers)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...numbers.map(
          (number) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const,
        ),
        ['rIdStyles', 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styleSheet],
  ]
}

/** What stands before the rows of a sheet; its first row stays in view. */
export function sheetHead(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols}<sheetData>`
}

export const sheetTail = '</sheetData></worksheet>'

function contentTypes(numbers: readonly number[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${sheetMl}.${type}+xml"/>`
  const sheets = numbers.map((number) => override(sheetPath(number), 'worksheet'))
  return `${xml}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${sheets.join('')}${override('xl/styles.xml', 'styles')}</Types>`
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="${packaging}/relationships">${items.join('')}</Relationships>`
}

function workbook(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) =>
      `<sheet name="${number === 1 ? 'Rows' : `Rows ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** In the order of `styles`: plain, header, day, moment. */
const styleSheet = `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
