import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

describe('time-zone', () => {
  test('a local time that is not the UTC time there', () => {
    check(`
- Next meeting is 2026-03-18 @ 17:00 UTC in the room "Quay" on Jitsi (19:00 Europe/Oslo)
                                                                      ^^^^^ time-zone: 17:00 UTC on 2026-03-18 is 18:00 in Europe/Oslo, but 19:00 is written here.
`)
  })

  // 17:00 UTC on a day in winter.
  test.each([
    '18:00 Europe/Oslo',
    '18:00 CET',
    '6 pm CET',
    '6pm CET',
    '6:00 p.m. CET',
    '18:00 Paris',
    '18:00 in Oslo',
    '18:00 (CET)',
    '9am PST',
    '9 am Pacific',
    '09:00 PT',
    '12pm Eastern',
    '12:00 EST',
    '12 PM ET',
    '11:00 CST',
    '1:00 CST',
    '22:30 IST',
    '19:00 IST',
    '17:00 London',
    '02:00 JST',
    '04:00 AEDT',
    '03:00 AEST',
    '6:00 NZDT',
    '14:00 America/Argentina/Buenos_Aires',
    '22:45 Asia/Kathmandu',
  ])('each spelling of a zone: %s', (local) => {
    for (const utc of ['17:00 UTC', '17:00UTC', '1700 UTC', '5 pm UTC', '17:00 GMT', '17:00Z', '17.00 UTC']) {
      check(`# Minutes\n\n- see 2026-01-14 ${utc} (${local})\n- 2026-01-14 ${utc} / ${local}\n`)
    }
    const [subject] = subjectsOf([{ path: PATH, text: `- see 2026-01-14 16:10 UTC, ${local}\n` }])
    expect(findingsOf(subject!).map(({ rule }) => rule)).toEqual(['time-zone'])
  })

  // 16:00 UTC on a day in summer.
  test.each([
    '18:00 Central European Summer Time',
    '18:00 Central European Time',
    '18:00 Central European',
    '19:00 Eastern European Summer Time',
    '17:00 Western European Summer Time',
    '17:00 British Summer Time',
    '21:30 Indian Standard Time',
    '21:30 India Standard Time',
    '02:00 Australian Eastern Standard Time',
    '01:30 Australian Central Standard Time',
    '01:00 Japan Standard Time',
    '00:00 China Standard Time',
    '24:00 China Standard Time',
    '12:00 Eastern Daylight Time',
    '09:00 Pacific',
    '09:00 Pacific Wednesday',
  ])('each name of a zone: %s', (local) => {
    check(`- see 2026-07-15 16:00 UTC (${local})\n`)
    const [subject] = subjectsOf([{ path: PATH, text: `- see 2026-07-15 16:10 UTC (${local})\n` }])
    expect(findingsOf(subject!).map(({ rule }) => rule)).toEqual(['time-zone'])
  })

  test('names that are no zones we know, though they begin like one', () => {
    check('- see 2026-07-15 16:00 UTC (18:00 Central Africa Time, 19:00 Eastern Africa Time)\n')
    check('- see 2026-07-15 16:00 UTC (18:00 Central Library, 10:00 Central American Time)\n')
  })

  test('the season in a name may be a habit', () => {
    check(`
- see 2026-07-15 16:00 UTC (08:00 Pacific Standard Time)
                            ^^^^^ time-zone (hint): 16:00 UTC on 2026-07-15 is 09:00
`)
  })

  test('midnight is the end of a day and the beginning of the next', () => {
    check('- see 2026-03-18 24:00 JST (15:00 UTC)\n- see 2026-03-18 15:00 UTC / 24:00 JST\n')
  })

  test('ranges with the dash of East Asia', () => {
    check(`
- see 2026-03-18 09:00〜10:00 UTC (18:00 JST)
- see 2026-03-18 18:00 ～ 19:00 JST (09:00～10:00 UTC)
- see 2026-03-18 09:00~10:00 UTC (18:00~19:00 JST)
- see 2026-03-18 09:00〜10:00 UTC (19:00〜20:00 JST)
                                        ^^^^^ time-zone: 10:00 UTC on 2026-03-18 is 19:00 in Asia/Tokyo
`)
  })

  test('schedules and choices', () => {
    check(`
- 2026-03-18: 09:00 UTC, 18:30 JST, 10:00 UTC, 20:00 JST
- 2026-03-18: 10:00 or 14:00 UTC (19:00 JST or 23:00 JST)
- 2026-03-18: noon UTC (1 pm CET), 5 pm UTC (6 pm CET)
- 2026-03-18 16:00 CET; then 2026-04-01 16:00 CEST (14:00 UTC)
- 2026-03-18: 18:00 CET / 13:00 EDT (17:00 UTC), 16:00 CET / 13:00 EDT (17:00 UTC)
                                                 ^^^^^ time-zone: 17:00 UTC on 2026-03-18 is 18:00
- 2026-03-18: either 10:00 or 14:00 UTC (11:00 CET)
- 2026-03-18: 14:00 UTC (15:00 or 16:00 CET)
- 2026-03-18: 10:00 UTC or 14:00 CET or 09:00 ET
- 2026-03-18: 09:00 UTC, 12:00 UTC, 16:00 CET
- 2026-03-18: 09:00 UTC (10:00 CET), 12:00 UTC (14:00 CET)
                                                ^^^^^ time-zone: 12:00 UTC on 2026-03-18 is 13:00
- 2026-03-18: 09:00 UTC / 11:00 CET, 12:00 UTC / 13:00 CET
                          ^^^^^ time-zone: 09:00 UTC on 2026-03-18 is 10:00
- 2026-03-18: 09:00 or 12:00 UTC (14:00 CET)
                                  ^^^^^ time-zone: 12:00 UTC on 2026-03-18 is 13:00
`)
  })

  test('summer time begins and ends elsewhere on other days', () => {
    check(`
- see 2026-03-25 17:00 UTC (18:00 CET, 13:00 Eastern, 17:00 London)
- 2026-04-01 17:00 UTC (19:00 Europe/Oslo / 13:00 America/New_York / 18:00 Europe/London)
- 2026-03-18 17:00 UTC (12:00 America/New_York)
                        ^^^^^ time-zone: 17:00 UTC on 2026-03-18 is 13:00 in America/New_York
- 2026-03-28 17:00 UTC (19:00 Europe/Oslo)
                        ^^^^^ time-zone: 17:00 UTC on 2026-03-28 is 18:00 in Europe/Oslo
- 2026-10-25 00:30 UTC (02:30 Europe/Oslo), 2026-10-25 01:30 UTC (02:30 Europe/Oslo)
`)
  })

  test('without a date a time may be that of summer or of winter', () => {
    check(`
- Every second Wednesday, 17:00 UTC (18:00 Europe/Oslo)
- Every second Wednesday, 17:00 UTC (19:00 Europe/Oslo)
- Every second Wednesday, 17:00 UTC (20:00 Europe/Oslo)
                                     ^^^^^ time-zone
`)
  })

  test('an abbreviation means the wall clock; what is right to the letter is a hint', () => {
    check(`
- see 2026-07-15 16:00 UTC (9:00 PST), 2026-07-15 16:00 UTC (18:00 CET), 2026-01-14 17:00 UTC (9:00 PDT)
- 2026-07-15 16:00 UTC (8:00 PST)
                        ^^^^ time-zone (hint): 16:00 UTC on 2026-07-15 is 09:00 in America/Los_Angeles
- 2026-01-14 16:00 UTC (18:00 CEST)
                        ^^^^^ time-zone (hint)
- 2026-07-15 16:00 UTC (17:00 CEST)
                        ^^^^^ time-zone
`)
  })

  test('the other day', () => {
    check(`
- see 2026-03-18 23:30 UTC (Thursday 2026-03-19 00:30 CET, Thursday 2026-03-19 10:30 AEDT)
- 2026-03-19 01:00 UTC (Wednesday 18 March, 6pm Pacific)
`)
  })

  test('ranges', () => {
    check(`
- see 2026-03-18 16:00-17:00 UTC (17:00-18:00 CET)
- 2026-03-18 16:00–17:00 UTC, 17:00 CET
- 2026-03-18 17:00 UTC (18:00 to 19:00 CET), 17:00 UTC (6-7pm CET)
- 2026-03-18 16:00–17:00 UTC (17:00–19:00 CET)
                                    ^^^^^ time-zone
- 2026-03-18 17:00 UTC (17:00 to 18:00 CET)
                        ^^^^^ time-zone: 17:00 UTC on 2026-03-18 is 18:00 in Europe/Paris, but 17:00 is written here.
`)
  })

  test('times that are not said to be the same', () => {
    check(`
- The build broke at 03:00 UTC, Joe saw it at 9:00 EST
- We move from 17:00 UTC to 17:00 CET
- 17:00 UTC
  - 17:00 CET
- 16:00 UTC+2 (16:00 CEST), 16:00 UTC -3 (16:00 CET), 16:00 GMT+1
- 17:00 UTC (17:00 Aperture/Laboratories), 17:00 UTC (17:00 XYZ)

17:00 UTC
17:00 CET
`)
  })

  test('half-typed', () => {
    check(
      '- 17:00 UTC (1\n- 17:00 UTC (18:\n- 17:00 UTC (18:0 Europe/Os\n- 17:00 UTC (18:00 Europe/\n- 17:00 U (17:00 CET\n',
    )
  })

  test('the local time is changed, in its own spelling; or the UTC time', () => {
    checkFix('- see 2026-03-18 17:00 UTC (19:00 Europe/Oslo)\n', '- see 2026-03-18 17:00 UTC (18:00 Europe/Oslo)\n')
    checkFix('- see 2026-03-18 17:00 UTC (7pm CET)\n', '- see 2026-03-18 17:00 UTC (6pm CET)\n')
    checkFix('- see 2026-03-18 17:30 UTC / 9 AM Pacific\n', '- see 2026-03-18 17:30 UTC / 10:30 AM Pacific\n')
    checkFix(
      '- see 2026-03-18 1700 UTC (19:00 Europe/Oslo)\n',
      '- see 2026-03-18 1800 UTC (19:00 Europe/Oslo)\n',
      'Change the UTC time to 18:00',
    )
  })

  test('both ends of a range move', () => {
    checkFix(
      '- see 2026-03-18 16:00-17:00 UTC (18:00-19:00 CET)\n',
      '- see 2026-03-18 16:00-17:00 UTC (17:00-18:00 CET)\n',
    )
    checkFix(
      '- see 2026-03-18 16:00-17:00 UTC (18:00-19:00 CET)\n',
      '- see 2026-03-18 17:00-18:00 UTC (18:00-19:00 CET)\n',
      'Change the UTC time to 17:00–18:00',
    )
    checkFix('- see 2026-03-18 17:00 UTC (17:00 to 18:00 CET)\n', '- see 2026-03-18 17:00 UTC (18:00 to 19:00 CET)\n')
    checkFix('- see 2026-03-18 17:00 UTC (5pm – 6pm CET)\n', '- see 2026-03-18 17:00 UTC (6pm – 7pm CET)\n')
    checkFix(
      '- see 2026-03-18 16:00 UTC to 17:00 UTC (16:00 CET to 17:00 CET)\n',
      '- see 2026-03-18 16:00 UTC to 17:00 UTC (17:00 CET to 18:00 CET)\n',
    )
  })

  test('of a range only the end that is wrong moves; one that is no time by itself is left alone', () => {
    checkFix(
      '- see 2026-03-18 16:00–17:00 UTC (17:00–19:00 CET)\n',
      '- see 2026-03-18 16:00–17:00 UTC (17:00–18:00 CET)\n',
    )
    const [subject] = subjectsOf([{ path: PATH, text: '- see 2026-03-18 17:00 UTC (7pm CET – 8)\n' }])
    expect(findingsOf(subject!).flatMap(({ fixes }) => fixes!.map(({ title }) => title))).toEqual([
      'Change the UTC time to 18:00',
    ])
  })

  test('cities under their old and new names', () => {
    check(`
- see 2026-03-18 17:00 UTC (19:00 in Kyiv, 22:30 in Kolkata, 22:45 Kathmandu, 23:30 Yangon)
- 2026-03-18 17:00 UTC (19:00 in Kiev, 22:30 in Calcutta, 22:45 Katmandu, 23:30 Rangoon, 22:30 Asia/Kolkata)
- 2026-03-18 17:00 UTC (20:00 in Kyiv)
                        ^^^^^ time-zone: 17:00 UTC on 2026-03-18 is 19:00 in Europe/Kyiv, but 20:00 is written here.
`)
  })
})
