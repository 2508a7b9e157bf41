/** Made-up news on ten events: what each article tells, and which event it belongs to. */
export type Told = { id: string; event: string; day: string; title: string; text: string };

const people = 'Prime Minister Ola Varberg';

export const cases: Told[] = [
  {
    id: 'ferry-1',
    event: 'ferry',
    day: '2031-05-02',
    title: 'Ferry with 80 aboard runs aground off Skarholm',
    text: `The car ferry Linnea ran aground on a reef off Skarholm in dense fog on Friday with 80 passengers aboard. Lifeboats from three harbours took everyone off before the hull cracked. ${people} thanked the lifeboat crews. Divers will look at the torn bow of the Linnea once the swell goes down.`,
  },
  {
    id: 'ferry-2',
    event: 'ferry',
    day: '2031-05-02',
    title: 'All passengers rescued from stricken Linnea',
    text: 'Rescuers brought every passenger of the stricken ferry Linnea to safety after it struck a reef near Skarholm. Fog had hidden the reef from the bridge, the coast guard said. Lifeboats circled the ferry until nightfall while divers waited for the swell to fall.',
  },
  {
    id: 'ferry-3',
    event: 'ferry',
    day: '2031-05-05',
    title: 'Captain of grounded ferry questioned',
    text: 'Investigators questioned the captain of the ferry Linnea, which ran aground on the Skarholm reef on Friday. The radar had been switched off in the fog, the coast guard said. Divers found the bow torn open over ten metres.',
  },
  {
    id: 'budget-1',
    event: 'budget',
    day: '2031-05-03',
    title: 'Varberg presents budget with higher tobacco duty',
    text: `${people} presented next year's budget on Saturday, with a higher duty on tobacco and lower income tax for families. The opposition called the deficit reckless. Parliament debates the tobacco duty and the tax tables in June.`,
  },
  {
    id: 'budget-2',
    event: 'budget',
    day: '2031-05-04',
    title: 'Shopkeepers protest against tobacco duty',
    text: `Shopkeepers protested in front of parliament against the tobacco duty in the budget that ${people} presented on Saturday. The income tax for families goes down while the tobacco duty pays for it. The opposition speaks of a reckless deficit.`,
  },
  {
    id: 'visit',
    event: 'visit',
    day: '2031-05-04',
    title: 'Varberg opens embassy in Lundavia',
    text: `${people} opened a new embassy in Lundavia on Sunday and laid a wreath at the memorial of the border war. A school choir sang. She tasted honey from the palace hives and flew home in the evening.`,
  },
  {
    id: 'quake-1',
    event: 'quake',
    day: '2031-05-03',
    title: 'Earthquake shakes Teruvia, hundreds homeless',
    text: 'An earthquake of magnitude 6.1 shook the Teruvia valley before dawn, flattening mud-brick houses in Aldora and Pesh. Hundreds are homeless. Rescue dogs searched the rubble of a school in Aldora, and the road to Pesh is blocked by boulders.',
  },
  {
    id: 'quake-2',
    event: 'quake',
    day: '2031-05-06',
    title: 'Girl found alive in Aldora rubble',
    text: 'Rescue dogs found a girl alive under the rubble of a school in Aldora, three days after the earthquake that shook the Teruvia valley. The boulders on the road to Pesh have been cleared, and tents reach the homeless.',
  },
  {
    id: 'other-quake',
    event: 'other quake',
    day: '2031-05-05',
    title: 'Tremor felt in Norrby, no damage',
    text: 'A tremor of magnitude 3.4 rattled cups in Norrby on Monday, the geological survey said. Nobody was hurt and nothing broke. It was the first in the county since a mine was closed, and a professor from the institute spoke of settling granite.',
  },
  {
    id: 'match-1',
    event: 'match',
    day: '2031-05-04',
    title: 'Harriers beat Rovers in cup final',
    text: 'The Harriers won the cup final against the Rovers by two goals to one, both headed in by Mika Lund. The Rovers hit the crossbar twice. Goalkeeper Jon Astor saved a penalty in the last minute.',
  },
  {
    id: 'match-2',
    event: 'match',
    day: '2031-05-05',
    title: 'Thousands cheer Harriers after cup win',
    text: 'Thousands cheered the Harriers as they carried the cup through the town a day after beating the Rovers in the final. Mika Lund, who headed both goals, rode on an open bus. Goalkeeper Jon Astor showed the glove that saved the penalty.',
  },
  {
    id: 'transfer',
    event: 'transfer',
    day: '2031-05-06',
    title: 'Mika Lund signs contract with Belmar',
    text: 'Striker Mika Lund has signed a contract for four years with Belmar, whose owner paid a record fee. His wife is from Belmar. A medical was passed in the morning, and the shirt with his name sold out online within an hour.',
  },
  {
    id: 'strike-1',
    event: 'strike',
    day: '2031-05-05',
    title: 'Train drivers walk out over night shifts',
    text: 'Train drivers walked out on Monday over night shifts and left commuters stranded at Ostertor station. Their union, led by Gerda Holm, demands two drivers in each cab by night. The railway called the walkout unlawful and went to the labour court.',
  },
  {
    id: 'strike-2',
    event: 'strike',
    day: '2031-05-07',
    title: 'Court allows walkout of train drivers',
    text: 'The labour court allowed the walkout of the train drivers over night shifts, union leader Gerda Holm said. The railway had called it unlawful. Commuters at Ostertor station queued for buses again, and two drivers in each cab by night are now under talks.',
  },
  {
    id: 'ferry-old',
    event: 'ferry of the winter',
    day: '2031-01-10',
    title: 'Ferry runs aground off Skarholm in storm',
    text: 'A ferry ran aground off Skarholm in a winter storm, the coast guard said. Lifeboats took its passengers off. Ice had covered the deck, and a helicopter brought a sick child to hospital.',
  },
];
