import type { Slip } from '@/lib/catalog/why-empty/alternatives'
import { listed, quotedClause } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'
import { nearestNames } from '@/lib/diagnosis/nearest'

/** What is said of one clause. */
export type Words = Pick<EmptyVerdict, 'reason' | 'confidence' | 'title' | 'sentence' | 'whatToDo'>

type Members = Readonly<{ members: readonly string[]; rows: number; all: boolean }>

/** The sentences for a clause that lets no row pass, by what is known of it. */
export const clauseWords = {
  clause(text: string, count: number): Words {
    const rest = count === 1 ? 'Without the filter' : 'Without it, and with all the others,'
    return {
      reason: 'clause',
      confidence: 'certain',
      title: 'One clause lets no row pass',
      sentence: `${rest} there are rows; none of them meets ${quotedClause({ text })}.`,
      whatToDo: [
        'Check the value in the marked clause against a row that you expect.',
        'Leave the clause out to see which values there are.',
      ],
    }
  },

  slip(reason: Slip, field: string, text: string): Words {
    const { title, sentence, whatToDo } = slips[reason](field)
    return {
      reason,
      confidence: 'certain',
      title,
      sentence: `${sentence} Written as ${quotedClause({ text })} it brings rows.`,
      whatToDo,
    }
  },

  enumValue(
    field: string,
    { enumType, value }: Readonly<{ enumType: string; value: string }>,
    { members, rows, all }: Members,
  ): Words {
    const seen = all ? `the ${rows} rows without this clause` : `the first ${rows} rows without it`
    const [near] = nearestNames(value, members, 1)
    return {
      reason: 'enum_value',
      confidence: 'certain',
      title: `No row has ${field} = ${value}`,
      sentence: `The other clauses bring rows, and none of them has this value. In ${seen}, ${field} is ${listed(members, 'or')}.`,
      whatToDo: [
        `Write one of these values: ${field} eq ${enumType}'${near ?? members[0] ?? ''}'.`,
        'Enums have to be written as in the metadata; capital letters count.',
      ],
    }
  },

  textDiffers(field: string, value: string, same: string): Words {
    return {
      reason: 'text_differs',
      confidence: 'certain',
      title: `${field} is written differently in the data`,
      sentence: `Rows have ‘${same}’ where the filter says ‘${value}’. Leading zeros and blanks count: an id is a text, not a number.`,
      whatToDo: [
        `Write the value as it is stored: '${same}'.`,
        'Do not let a spreadsheet or a number type take the zeros away on its way here.',
      ],
    }
  },

  textPart(field: string, value: string, texts: readonly string[]): Words {
    return {
      reason: 'text_part',
      confidence: 'likely',
      title: `${field} holds more than the filter says`,
      sentence: `No row has exactly ‘${value}’ in ${field}, but some hold it as a part: ${listed(texts.slice(0, 3).map((text) => `‘${text}’`))}.`,
      whatToDo: [
        'Write the whole value, or put * around the part: that is how F&O writes “contains”.',
      ],
    }
  },
} as const

type Explanation = Readonly<{ title: string; sentence: string; whatToDo: string[] }>

const slips: Readonly<Record<Slip, (field: string) => Explanation>> = {
  date_with_time: (field: string): Explanation => ({
    title: 'The date is stored with a time',
    sentence: `${field} holds a time as well, often 12:00 UTC, so eq with another time of that day finds nothing.`,
    whatToDo: [
      `Ask for a range that ends before the next day: ${field} ge … and ${field} lt ….`,
      'Times are UTC. A day of another zone begins on the day before or ends on the day after.',
    ],
  }),
  date_null: (field: string): Explanation => ({
    title: 'An empty date is 1900-01-01',
    sentence: `F&O has no null: where ${field} is not filled in, it says 1900-01-01.`,
    whatToDo: [`Compare ${field} with 1900-01-01, not with null.`],
  }),
  enum_as_text: (field: string): Explanation => ({
    title: `${field} is of another type than the value`,
    sentence: `A text and an enum are different things, also where they look alike in the rows.`,
    whatToDo: ['Write enums with their full type, and texts in plain quotes.'],
  }),
  percent_wildcard: (field: string): Explanation => ({
    title: 'The wildcard of F&O is *, not %',
    sentence: `The filter looks for a % sign in ${field}.`,
    whatToDo: ["Write Name eq '*part*'."],
  }),
}
