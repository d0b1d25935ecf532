import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** X++ itself refused, and says so in its infolog; and what else comes with 405 to 415 and 500. */
export const finopsWriteRules = rulesOf(
  { step: null, who: 'developer', links: [], sources: [sources.odata, sources.real] },
  [
    {
      id: 'write.exists-already',
      match: { where: ['environment'], text: /Infolog:[^"]*record already exists/i },
      title: 'The row exists already',
      cause: 'Finance & Operations has a row with this key: {infolog}',
      fix: ['Change the existing row with PATCH, or use another key.'],
      nudge: 8,
    },
    {
      id: 'write.related-missing',
      match: { where: ['environment'], text: /Infolog:[^"]*not found in the related table/i },
      title: 'A value points to something that does not exist',
      cause: 'Finance & Operations checks such values against another table: {infolog}',
      fix: [
        'Use a value that exists in that table, in the same company.',
        'Or make the missing entry first.',
      ],
      nudge: 8,
    },
    {
      id: 'write.field-empty',
      match: {
        where: ['environment'],
        text: /Infolog:[^"]*must be (filled in|specified|entered)/i,
      },
      title: 'A field that must be filled in is empty',
      cause: 'Finance & Operations says: {infolog}',
      fix: ['Send a value for the field that is named.'],
      nudge: 8,
    },
    {
      id: 'write.changed-meanwhile',
      match: {
        where: ['environment'],
        text: /Infolog:[^"]*(update conflict|another user (has )?(deleted|changed)|record has been (changed|updated))|UpdateConflict/i,
      },
      title: 'Somebody else changed the row in the meantime',
      cause: 'Two changes met: {infolog}',
      fix: ['Read the row again and repeat the change.'],
      mayHealByWaiting: true,
      nudge: 8,
    },
    {
      id: 'write.period-closed',
      match: {
        where: ['environment'],
        text: /Infolog:[^"]*\bperiod\b[^"]*(closed|on hold|not open|not exist)/i,
      },
      title: 'The ledger period is not open',
      cause: 'The date falls into a period that does not take postings: {infolog}',
      fix: ['Use a date in an open period, or ask for the period to be opened.'],
      who: 'finops-admin',
      nudge: 8,
    },
    {
      id: 'write.refused-by-logic',
      match: {
        where: ['environment'],
        text: /AxODataWriteException|Write failed for table row|Infolog:/i,
      },
      title: 'Finance & Operations refused to save the row',
      cause: 'Its own rules for the data said no: {infolog}',
      fix: [
        'Mend what the message names, and send the row again.',
        'Try the same entry by hand in the form: it gives the same message, with more around it.',
      ],
    },
    {
      id: 'write.action-failed',
      match: { where: ['environment'], text: /Exception occurred while executing action/i },
      title: 'The action ran and was refused by its own rules',
      cause: 'Finance & Operations says: {infolog}',
      fix: ['Mend what the message names, and call the action again.'],
    },
    {
      id: 'write.deadlock',
      match: { where: ['environment'], text: /deadlock/i },
      title: 'Two changes stood in each other’s way',
      cause: 'The database gave one of them up (a deadlock). That passes by itself.',
      fix: [
        'Send the request again after some seconds.',
        'If it happens often, send fewer changes at once.',
      ],
      mayHealByWaiting: true,
      nudge: 9,
    },
    {
      id: 'write.query-timed-out',
      match: {
        where: ['environment'],
        status: [[500, 504]],
        text: /Execution Timeout Expired|timeout period elapsed|SqlException[^\n]*time ?out|query[^\n]{0,20}timed out/i,
      },
      title: 'The query took too long in the database',
      cause: 'It reads more, or in a less suitable order, than the database can answer in time.',
      fix: [
        'Read fewer rows with $filter and $top, and fewer fields with $select.',
        'Filter by indexed fields, dataAreaId first.',
        'For large amounts use a data package (DMF).',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'write.method-not-allowed',
      match: { where: ['environment'], status: [405] },
      title: 'This cannot be done with {method} here',
      cause:
        'The entity is read-only, or the request goes to the set where it should go to a row, or the other way round.',
      fix: [
        'POST goes to the set; PATCH, PUT and DELETE go to one row with its whole key.',
        'What the address allows: {allow?}.',
      ],
      links: ['docs-odata'],
    },
    {
      id: 'write.not-acceptable',
      match: { where: ['environment'], status: [406, 415] },
      title: 'The format is not one that Finance & Operations speaks',
      cause: 'Accept or Content-Type names something else than JSON.',
      fix: ['Send Accept: application/json and Content-Type: application/json.'],
    },
    {
      id: 'write.conflict',
      match: { where: ['environment'], status: [409] },
      title: 'The change is in conflict with another one',
      cause: 'The row was changed or made by somebody else at the same time.',
      fix: ['Read the row again and repeat the change.'],
      mayHealByWaiting: true,
      confidence: 'likely',
    },
    {
      id: 'write.etag',
      match: { where: ['environment'], status: [412, 428] },
      title: 'The row has changed since it was read',
      cause: 'If-Match carries an ETag that is no longer the row’s.',
      fix: [
        'Read the row again, take its @odata.etag, and send that in If-Match.',
        'Send If-Match: * only if others’ changes may be overwritten.',
      ],
    },
    {
      id: 'write.too-large',
      match: { where: ['environment'], status: [413] },
      title: 'The body is too large',
      cause: 'The request holds more than the web server takes at once.',
      fix: ['Send smaller batches.', 'For large amounts use a data package (DMF).'],
    },
    {
      id: 'write.address-too-long',
      match: {
        where: ['environment'],
        status: [414],
      },
      title: 'The address is too long',
      cause: 'The query holds too many conditions or fields for one address.',
      fix: ['Split the filter over several calls, or send the query inside a $batch.'],
    },
    {
      id: 'write.query-string-too-long',
      match: {
        where: ['environment'],
        status: [404],
        text: /query string is too long|404\.15|request filtering module/i,
      },
      title: 'The query in the address is too long',
      cause: 'The web server answers 404 to such addresses, though the name in them is right.',
      fix: ['Split the filter over several calls, or send the query inside a $batch.'],
      nudge: 20,
    },
    {
      id: 'finops.server-error',
      match: { where: ['environment'], status: [500] },
      title: 'Finance & Operations failed while it worked on the call',
      cause: 'The call arrived and was accepted; then something broke inside. It says: {message}',
      fix: [
        'Try the same call once more.',
        'Try the entity with $top=1 and few fields: one computed field is often the culprit.',
        'For Microsoft’s support copy the ids and the time from the raw evidence.',
      ],
      who: 'finops-admin',
      confidence: 'possible',
      mayHealByWaiting: true,
    },
  ],
)
