import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** 400: the query or the body is not what F&O understands. No step of the set-up is to blame. */
export const finopsQueryRules = rulesOf(
  { step: null, who: 'developer', links: ['docs-odata'], sources: [sources.odata, sources.real] },
  [
    {
      id: 'query.field-unknown',
      match: { where: ['environment'], text: /Could not find a property named '/i },
      title: 'The entity has no field called {field}',
      cause:
        'The name in $select, $filter, $orderby or $expand is not one of its fields. Capital letters count.',
      fix: [
        'Fields here that are like it: {nearestField?}.',
        'Look the name up in the fields of {entity}.',
      ],
    },
    {
      id: 'query.enum-literal',
      match: {
        where: ['environment'],
        text: /incompatible types[^\n]*Microsoft\.Dynamics\.DataEntities\.|not a valid enumeration type constant/i,
      },
      title: 'An enum has to be written with its full type',
      cause: 'The filter compares an enum field with a plain text or a number.',
      fix: [
        "Write the type before the value: Gender eq Microsoft.Dynamics.DataEntities.NoYes'Yes'.",
        'Members of {enum}: {members?}.',
        'Only eq and ne work on enums.',
      ],
      sources: [sources.odata, sources.enumFilter],
      nudge: 6,
    },
    {
      id: 'query.enum-member',
      match: {
        where: ['environment'],
        text: /The string '[\w.]{1,200}'[^\n]{0,120}'' is not a valid enumeration type constant/i,
      },
      title: 'The enum {enum} has no member {member}',
      cause:
        'The value after the type is none of its members, or there is no enum of that name. Capital letters count.',
      fix: [
        'Members of it that are like it: {nearestMember?}.',
        'Members of {enum}: {members?}.',
        'Look the field up among the fields of {entity}: its type names the enum, and the enum its members.',
      ],
      sources: [sources.odata, sources.enumFilter],
      nudge: 8,
    },
    {
      id: 'query.types-differ',
      match: { where: ['environment'], text: /operator with incompatible types was detected/i },
      title: 'The filter compares things of different kinds',
      cause:
        'A text is compared with a number or a date, for example. Quotes make a text, and a number has none.',
      fix: [
        "Put quotes around texts and none around numbers: Name eq 'Ann', Amount gt 10.",
        'Write dates as 2026-11-25T00:00:00Z, without quotes.',
      ],
    },
    {
      id: 'query.date-literal',
      match: {
        where: ['environment'],
        text: /Unrecognized 'Edm\.(DateTimeOffset|Date|DateTime|TimeOfDay)|not recognized as a valid DateTime|'Edm\.DateTimeOffset'[^\n]*literal|valid DateTimeOffset/i,
      },
      title: 'A date is not written as OData wants it',
      cause: 'Dates stand in a filter without quotes and with their zone.',
      fix: [
        'Write 2026-11-25T00:00:00Z, without quotes and without the word datetime.',
        'An empty date is 1900-01-01T00:00:00Z.',
      ],
      nudge: 6,
    },
    {
      id: 'query.quotes',
      match: { where: ['environment'], text: /unterminated string literal|unterminated literal/i },
      title: 'A quote in the filter is not closed',
      cause:
        'A text begins with a quote and does not end with one, often because the text itself holds one.',
      fix: [
        "Double a quote inside a text: Name eq 'O''Brien'.",
        'Encode the whole query for the address.',
      ],
    },
    {
      id: 'query.function-unsupported',
      match: {
        where: ['environment'],
        text: /unknown function with name|function '[^'\n]{1,60}'[^\n]{0,60}not supported|function signature[^\n]*does(n['’]t| not) match/i,
      },
      title: 'Finance & Operations does not have the function {operation}',
      cause:
        'It understands fewer functions than OData has: contains, startswith and others are not among them.',
      fix: [
        "For contains write a wildcard: Name eq '*retail*'.",
        'Do the rest after reading, on your side.',
      ],
    },
    {
      id: 'query.operator-unsupported',
      match: {
        where: ['environment'],
        text: /operator (kind )?'?(In|Has)'?[^\n]{0,60}not supported|'(in|has)' (operator )?is not supported/i,
      },
      title: 'Finance & Operations does not have this operator',
      cause: 'in and has are not supported in $filter.',
      fix: ["Write the values one by one: dataAreaId eq 'usmf' or dataAreaId eq 'usrt'."],
      nudge: 4,
    },
    {
      id: 'query.syntax',
      match: {
        where: ['environment'],
        text: /Syntax error at position|Syntax error: character|Expression expected at position|Found an unbalanced bracket|'\)' or ',' expected|'\)' or operator expected/i,
      },
      title: 'The query is not written right',
      cause: 'Finance & Operations stopped reading at some place. It says: {message}',
      fix: [
        'Look at the position that it names; often a quote, a bracket or an "and" is missing.',
        'Encode the query for the address: + and & in a text break it otherwise.',
      ],
    },
    {
      id: 'query.expand-deep',
      match: {
        where: ['environment'],
        text: /\$?expand[^\n]{0,80}(depth|level|nested)|MaxExpansionDepth/i,
      },
      title: '$expand goes too deep',
      cause: 'Finance & Operations follows $expand only one level.',
      fix: ['Read the second level with a call of its own.'],
    },
    {
      id: 'query.option-unsupported',
      match: {
        where: ['environment'],
        text: /query (parameter|option) '\$?[a-z]{1,30}' (specified in the URI )?(is|cannot be|was)[^\n]{0,30}(not supported|not allowed|applied)|Query option '[^'\n]{1,40}' is not allowed/i,
      },
      title: 'Finance & Operations does not have this query option',
      cause: 'It knows $filter, $select, $orderby, $top, $skip, $count, $expand and cross-company.',
      fix: ['Leave the other options out, and check the spelling with its dollar sign.'],
    },
    {
      id: 'query.limit',
      match: {
        where: ['environment'],
        text: /limit of '[^'\n]{1,20}' for (Top|Skip) query has been exceeded/i,
      },
      title: 'More rows are asked for than one page may hold',
      cause: 'A page has at most 10,000 rows.',
      fix: ['Ask for fewer with $top, and follow @odata.nextLink to the next page.'],
    },
    {
      id: 'query.body-field-unknown',
      match: {
        where: ['environment'],
        text: /property '[^'\n]{1,120}' does not exist on type|does not exist on type '[^'\n]*DataEntities/i,
      },
      title: 'The body names a field that the entity does not have: {field}',
      cause: 'Names in the body have to be those of the entity, with their capital letters.',
      fix: [
        'Fields here that are like it: {nearestField?}.',
        'Compare the body with the fields of {entity}.',
      ],
    },
    {
      id: 'query.body-value',
      match: {
        where: ['environment'],
        text: /Cannot convert (a primitive value|the literal|a value)|An unexpected '\w+' node was found|expected type 'Edm\.|requested value '[^'\n]*' was not found/i,
      },
      title: 'A value in the body is of the wrong kind',
      cause:
        'A text stands where a number, a date or an enum belongs, or the other way round. It says: {message}',
      fix: [
        'Write numbers without quotes, dates as 2026-11-25T12:00:00Z, and enums as the text of their value.',
      ],
    },
    {
      id: 'query.batch',
      match: {
        where: ['environment'],
        status: [400],
        text: /\bbatch\b|boundary|multipart|changeset/i,
      },
      title: 'The batch is not written right',
      cause:
        'The parts of a $batch are separated by a boundary and blank lines, and one of them is off.',
      fix: [
        'Use CRLF at the end of each line, and a blank line before each body.',
        'Name in Content-Type the same boundary as in the body.',
      ],
      confidence: 'likely',
    },
    {
      id: 'query.address-invalid',
      match: {
        where: ['environment'],
        status: [400],
        text: /Bad Request - Invalid URL|potentially dangerous Request\.(Path|QueryString)|Invalid URL/i,
      },
      title: 'The address holds signs that are not allowed there',
      cause: 'The web server in front of OData refused it before anyone read the query.',
      fix: ['Encode the values in the address: % & + # : < > * in them need it.'],
    },
    {
      id: 'query.headers-too-large',
      match: {
        where: ['environment'],
        status: [400, 431],
        text: /Request (Header|Too Long)|header[^\n]{0,30}too (large|long|big)/i,
      },
      title: 'The headers of the request are too large',
      cause: 'Cookies or a very large token made them grow beyond what the web server reads.',
      fix: [
        'Send no cookies with calls to OData.',
        'Look whether the Authorization header is sent twice.',
      ],
    },
    {
      id: 'query.invalid',
      match: {
        where: ['environment'],
        status: [400],
        text: /query specified in the URI is not valid/i,
      },
      title: 'Finance & Operations does not understand the query',
      cause: 'It says: {message}',
      fix: [
        'Leave the options out one by one until it works: the last one is it.',
        'Compare names and values with the fields of {entity}.',
      ],
      nudge: -20,
    },
    {
      id: 'query.bad-request',
      match: { where: ['environment'], status: [400] },
      title: 'Finance & Operations does not accept the request',
      cause: 'It says: {message}',
      fix: [
        'Try the same entity with $top=1 alone, then add the rest again.',
        'For a write compare the body with the entity’s fields.',
      ],
      confidence: 'likely',
    },
  ],
)
