import { loadKnowledge } from '../../../src/ingest/workers/knowledge-files.ts';
import type { Reading } from '../../../src/reading/model/reading.ts';
import { read } from '../../../src/reading/read.ts';

/**
 * A month of made-up news as feeds bring it: each event is reported by several outlets in their own words, with the
 * same quotes in some of them, and returned to later.
 */
type Event = {
  day: string;
  weekday: string;
  /** How later articles recall it. */
  recalled: string;
  /** What an outlet's headline and first sentence say. */
  reports: [title: string, lead: string][];
  /** Sentences with quotes; each outlet has two of them. */
  quotes: string[];
};

const outlets = ['Vale Courier', 'The Sentinel', 'Harbour Post', 'Evening Star'];

export const events: Event[] = [
  {
    day: '2031-03-04',
    weekday: 'Tuesday',
    recalled: 'the earthquake of March 4',
    reports: [
      [
        'Quake kills 41 in Arden Valley',
        'An earthquake killed 41 people in the Arden Valley on Tuesday, rescuers said.',
      ],
      [
        'Rescuers dig through Arden Valley rubble',
        'Rescuers searched for survivors in the Arden Valley after an earthquake on Tuesday that killed 41 people.',
      ],
      [
        'Arden Valley counts its dead after quake',
        'The Arden Valley buried its first dead after Tuesday’s earthquake, in which 41 people lost their lives.',
      ],
    ],
    quotes: [
      '“We heard the hills groan before the houses fell,” said farmer Tilda Brennock.',
      '“The ceasefire in the north lets us send soldiers to dig,” said Defence Minister Corwin Hale.',
    ],
  },
  {
    day: '2031-03-09',
    weekday: 'Sunday',
    recalled: 'the election of March 9',
    reports: [
      [
        'Selma Orrin wins presidency of Tarvia',
        'Selma Orrin won the presidential election in Tarvia on Sunday with 57 percent of the votes.',
      ],
      [
        'Tarvia elects Orrin as president',
        'Voters in Tarvia elected Selma Orrin as president on Sunday after a bitter campaign.',
      ],
      [
        'Orrin takes 57 percent in Tarvia election',
        'Selma Orrin took 57 percent in Sunday’s presidential election in Tarvia, the commission said.',
      ],
      [
        'Defeated Vass concedes Tarvia election to Orrin',
        'Lorenz Vass conceded on Sunday that Selma Orrin had won the presidential election in Tarvia.',
      ],
    ],
    quotes: [
      '“I will be president of those who did not vote for me, too,” said Selma Orrin.',
      '“She must turn the ceasefire into a lasting peace,” said Lorenz Vass.',
    ],
  },
  {
    day: '2031-03-14',
    weekday: 'Friday',
    recalled: 'the sinking of the Aurora on March 14',
    reports: [
      [
        'Ferry Aurora sinks off Port Lisle',
        'The ferry Aurora sank off Port Lisle on Friday with 220 people on board; all but nine were rescued.',
      ],
      [
        'Nine missing after Aurora goes down',
        'Nine people were missing after the ferry Aurora sank off Port Lisle on Friday.',
      ],
      [
        'Captain of sunken Aurora questioned',
        'The captain of the ferry Aurora, which sank off Port Lisle on Friday, was questioned by police.',
      ],
    ],
    quotes: [
      '“The water came in faster than we could hand out the vests,” said steward Imre Falk.',
      '“Every ferry of this type stays in port until we know why,” said Transport Minister Odile Carran.',
    ],
  },
  {
    day: '2031-03-20',
    weekday: 'Thursday',
    recalled: 'the truce of March 20',
    reports: [
      [
        'Tarvia and Norwen sign truce at Lake Ims',
        'Tarvia and Norwen signed a truce at Lake Ims on Thursday that ends two years of war.',
      ],
      [
        'War ends as Tarvia and Norwen sign',
        'The war between Tarvia and Norwen ended on Thursday when both signed a truce at Lake Ims.',
      ],
      [
        'Lake Ims truce: what Tarvia and Norwen agreed',
        'Under the truce that Tarvia and Norwen signed at Lake Ims on Thursday, 3,000 prisoners go home.',
      ],
      [
        'Envoys hail Lake Ims truce',
        'Envoys praised the truce that Tarvia and Norwen signed at Lake Ims on Thursday.',
      ],
    ],
    quotes: [
      '“This ceasefire was paid for with twelve thousand lives,” said mediator Anneke Struyf.',
      '“Norwen will keep the ceasefire as long as Tarvia does,” said Norwen’s Prime Minister Rolf Adeyemi.',
      '“A ceasefire is not yet peace,” said Bishop Teodor Lunn.',
    ],
  },
  {
    day: '2031-03-27',
    weekday: 'Thursday',
    recalled: 'the resignation of March 27',
    reports: [
      [
        'Finance minister Brandt resigns over loans',
        'Finance Minister Ilona Brandt resigned on Thursday over secret loans to a shipyard.',
      ],
      [
        'Brandt quits as finance minister of Tarvia',
        'Ilona Brandt quit as finance minister of Tarvia on Thursday after reports about secret loans.',
      ],
      [
        'Orrin loses her finance minister',
        'President Selma Orrin lost her finance minister on Thursday when Ilona Brandt resigned over secret loans.',
      ],
    ],
    quotes: [
      '“I have made a mistake, and I take responsibility for it,” said Ilona Brandt.',
      '“Her resignation comes three weeks too late,” said Lorenz Vass.',
    ],
  },
];

/** The month's articles, read; the first outlet's first. */
export function monthOfNews(): Reading[] {
  const knowledge = loadKnowledge(new URL('../../../data/knowledge', import.meta.url).pathname);
  return events.flatMap(({ day, weekday, reports, quotes }, event) =>
    reports.map(([title, lead], at) => {
      const own = [quotes[at % quotes.length]!, quotes[(at + 1) % quotes.length]!];
      const earlier = events[event - 1];
      const background =
        earlier === undefined
          ? 'Roads were closed until the evening.'
          : `It was the second time this month that shops closed early, after ${earlier.recalled}.`;
      const text = [
        lead,
        own[0],
        `Crowds gathered in the streets late on ${weekday} and stayed for hours.`,
        own[1],
        background,
      ].join('\n\n');
      return {
        ...read(
          { id: `e${event}-${at}`, title, text, publishedAt: day, source: outlets[at % outlets.length]! },
          knowledge,
        ),
        input: text,
      };
    }),
  );
}
