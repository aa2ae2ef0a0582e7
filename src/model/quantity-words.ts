/** How a language says how much. Words are compared in lower case. */
export interface QuantityWords {
  /** Numbers in words: what is added up, and what multiplies what stands before it (from a hundred on, and dozens). */
  readonly numbers: ReadonlyMap<string, number>;
  readonly factors: ReadonlyMap<string, number>;
  /** Collective words and the least each can mean ("dozens": at least two dozen). */
  readonly many: ReadonlyMap<string, number>;
  /** Words for about so many ("une vingtaine"). */
  readonly roughly: ReadonlyMap<string, number>;
  /** Before or after a number: what it says about it. */
  readonly more: readonly string[];
  readonly least: readonly string[];
  readonly less: readonly string[];
  readonly nearly: readonly string[];
  readonly most: readonly string[];
  readonly about: readonly string[];
  readonly to: readonly string[];
  /** What may stand before the first and between the two numbers of a range. */
  readonly between: readonly (readonly [before: string, and: string])[];
  /** What is counted, after a number; it says nothing about how many. */
  readonly counted: readonly string[];
  /** Character that groups thousands beside spaces. */
  readonly group: "," | "." | "";
}

const list = (text: string): readonly string[] => text.split("|");

/** "0 no|none, 1 one|a" as words and their numbers. */
const numbered = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text.split(", ").flatMap((entry) => {
      const at = entry.indexOf(" ");
      return list(entry.slice(at + 1)).map((word) => [word, Number(entry.slice(0, at))] as const);
    }),
  );

export const en: QuantityWords = {
  numbers: numbered(
    "0 no|none|zero, 1 one|a|an, 2 two|a couple, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen, 20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety",
  ),
  factors: numbered("12 dozen, 100 hundred, 1000 thousand|k, 1e6 million|m"),
  many: numbered(
    "3 a few|several|a handful, 2 some, 20 tens, 24 dozens|a few dozen|several dozen, 40 scores, 200 hundreds|a few hundred|several hundred, 2000 thousands|a few thousand|several thousand, 20000 tens of thousands, 200000 hundreds of thousands, 2e6 millions",
  ),
  roughly: numbered(""),
  more: list("more than|over|above|upwards of"),
  least: list("at least|no fewer than|no less than|minimum"),
  less: list("fewer than|less than|under|below"),
  nearly: list("nearly|almost|just under|close to"),
  most: list("up to|at most|as many as|no more than"),
  about: list("about|around|approximately|roughly|some|circa|c.|an estimated"),
  to: list("to"),
  between: [
    ["between", "and"],
    ["from", "to"],
  ],
  counted: list(
    "people|persons|protesters|demonstrators|participants|police officers|officers|soldiers|civilians|dead|deaths|killed|injured|wounded|arrested|arrests|detained|victims",
  ),
  group: ",",
};

export const fr: QuantityWords = {
  numbers: numbered(
    "0 aucun|zéro, 1 un|une, 2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix, 11 onze, 12 douze|une douzaine, 13 treize, 14 quatorze, 15 quinze, 16 seize, 20 vingt, 30 trente, 40 quarante, 50 cinquante, 60 soixante, 100 une centaine, 1000 un millier",
  ),
  factors: numbered("100 cent|cents, 1000 mille|milliers, 1e6 million|millions"),
  many: numbered(
    "3 quelques|plusieurs, 20 des dizaines|plusieurs dizaines, 200 des centaines|plusieurs centaines|quelques centaines, 2000 des milliers|plusieurs milliers, 20000 des dizaines de milliers, 200000 des centaines de milliers",
  ),
  roughly: numbered(
    "10 une dizaine, 15 une quinzaine, 20 une vingtaine, 30 une trentaine, 40 une quarantaine, 50 une cinquantaine, 60 une soixantaine",
  ),
  more: list("plus de|plus d'|plus d’"),
  least: list("au moins|au minimum"),
  less: list("moins de|moins d'|moins d’"),
  nearly: list("près de|presque"),
  most: list("jusqu'à|jusqu’à|au plus"),
  about: list("environ|quelque|autour de|à peu près"),
  to: list("à"),
  between: [
    ["entre", "et"],
    ["de", "à"],
  ],
  counted: list(
    "personnes|morts|tués|blessés|manifestants|participants|policiers|soldats|civils|arrestations|victimes",
  ),
  group: "",
};

export const de: QuantityWords = {
  numbers: numbered(
    "0 kein|keine|null, 1 ein|eine, 2 zwei, 3 drei, 4 vier, 5 fünf, 6 sechs, 7 sieben, 8 acht, 9 neun, 10 zehn, 11 elf, 12 zwölf, 13 dreizehn, 14 vierzehn, 15 fünfzehn, 16 sechzehn, 17 siebzehn, 18 achtzehn, 19 neunzehn, 20 zwanzig, 30 dreißig, 40 vierzig, 50 fünfzig, 60 sechzig, 70 siebzig, 80 achtzig, 90 neunzig",
  ),
  factors: numbered("12 dutzend, 100 hundert, 1000 tausend, 1e6 million|millionen"),
  many: numbered(
    "3 einige|mehrere, 24 dutzende|mehrere dutzend|einige dutzend, 200 hunderte|mehrere hundert|einige hundert, 2000 tausende|mehrere tausend|einige tausend, 20000 zehntausende, 200000 hunderttausende",
  ),
  roughly: numbered(""),
  more: list("mehr als|über"),
  least: list("mindestens|wenigstens"),
  less: list("weniger als|unter"),
  nearly: list("fast|beinahe|knapp"),
  most: list("bis zu|höchstens"),
  about: list("etwa|rund|ungefähr|circa|ca."),
  to: list("bis"),
  between: [
    ["zwischen", "und"],
    ["von", "bis"],
  ],
  counted: list("menschen|personen|tote|verletzte|festnahmen|demonstranten|teilnehmer|polizisten|soldaten|opfer"),
  group: ".",
};

export const ru: QuantityWords = {
  numbers: numbered(
    "0 ноль, 1 один|одна|одного|одной, 2 два|две|двух, 3 три|трёх|трех, 4 четыре|четырёх|четырех, 5 пять|пяти, 6 шесть|шести, 7 семь|семи, 8 восемь|восьми, 9 девять|девяти, 10 десять|десяти|десяток|десятка, 11 одиннадцать, 12 двенадцать|двенадцати|дюжина|дюжины, 13 тринадцать, 14 четырнадцать, 15 пятнадцать, 16 шестнадцать, 17 семнадцать, 18 восемнадцать, 19 девятнадцать, 20 двадцать|двадцати, 30 тридцать|тридцати, 40 сорок|сорока, 50 пятьдесят|пятидесяти, 60 шестьдесят|шестидесяти, 70 семьдесят, 80 восемьдесят, 90 девяносто, 100 сто|ста|сотня|сотни, 200 двести|двухсот, 300 триста|трёхсот|трехсот, 400 четыреста, 500 пятьсот|пятисот, 1500 полторы тысячи|полутора тысяч",
  ),
  factors: numbered(
    "10 десятка|десятков, 100 сотен|сотни, 1000 тысяча|тысячи|тысяч|тыс.|тыс, 1e6 миллион|миллиона|миллионов|млн",
  ),
  many: numbered(
    "3 несколько, 20 десятки|несколько десятков, 200 сотни|несколько сотен, 2000 тысячи|несколько тысяч, 20000 десятки тысяч, 200000 сотни тысяч",
  ),
  roughly: numbered(""),
  more: list("более|больше|свыше"),
  least: list("не менее|по меньшей мере|как минимум|минимум"),
  less: list("менее|меньше"),
  nearly: list("почти|без малого"),
  most: list("до|не более"),
  about: list("около|примерно|приблизительно|порядка"),
  to: list("до|—"),
  between: [["от", "до"]],
  counted: list("человек|человека|людей|погибших|убитых|раненых|пострадавших|задержанных|протестующих|участников"),
  group: "",
};

export const kk: QuantityWords = {
  numbers: numbered(
    "1 бір, 2 екі, 3 үш, 4 төрт, 5 бес, 6 алты, 7 жеті, 8 сегіз, 9 тоғыз, 10 он, 20 жиырма, 30 отыз, 40 қырық, 50 елу, 60 алпыс, 70 жетпіс, 80 сексен, 90 тоқсан",
  ),
  factors: numbered("100 жүз|жүзден|жүзге, 1000 мың|мыңнан|мыңға, 1e6 миллион|миллионнан|миллионға|млн"),
  many: numbered(
    "3 бірнеше, 20 ондаған|бірнеше ондаған, 200 жүздеген|бірнеше жүз, 2000 мыңдаған|бірнеше мың, 20000 ондаған мың, 200000 жүздеген мың",
  ),
  roughly: numbered(""),
  more: list("астам|көп"),
  least: list("кемінде|кем дегенде"),
  less: list("аз|кем"),
  nearly: list("дерлік|жуық"),
  most: list("дейін"),
  about: list("шамамен|шамалы|шақты"),
  to: list("-|пен"),
  between: [],
  counted: list("адам|адамды|кісі|қаза|жарақат"),
  group: "",
};
