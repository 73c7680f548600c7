"""Departments, kindergartens, clubs, nicknames and initials as a quick hand writes them; pictures, games and shares are
nobody and nothing.
"""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

FOUND = [
    ("kan noen ta en tur innom marihøna i dag", "avdeling", "marihøna"),
    ("gutten på gaupe har slått to ganger", "avdeling", "gaupe"),
    ("han rømte fra skogstua i går", "avdeling", "skogstua"),
    ("jenta i tyttebæret har tre ord", "avdeling", "tyttebæret"),
    ("barnet går i avdeling tusenbein", "avdeling", "tusenbein"),
    ("vi er i myra barnehage", "barnehage", "myra barnehage"),
    ("han spiller på prøvebyen il og liker det", "forening", "prøvebyen il"),
    ("det skjedde 12/3 på vei hjem", "dato", "12/3"),
    ("alle kaller ham zarvan og han liker det ikke", "kallenavn", "zarvan"),
    ("jeg kaller han bobben i resten av brevet", "kallenavn", "bobben"),
    ("Alle i gruppa sier Kaptein Krok til ham, og han hater det.", "kallenavn", "Kaptein Krok"),
    ("Alle er snille, unntatt Kaptein Krok, som heter Storm.", "kallenavn", "Kaptein Krok"),
    ("De kaller ham Mikke Mus.", "kallenavn", "Mikke Mus"),
    ("mvh b. nilsen", "navn", "b. nilsen"),
    ("ola n har lånt telefonen til ola k", "navn", "ola n"),
    ("Bekymring: EMK, gutt", "initialer", "EMK"),
    ("Kopi: Hanne W., Jørn-Erik, AKL", "initialer", "AKL"),
    ("Emne: bekymring KT", "initialer", "KT"),
    ("han bor hos familien nordgard nå", "navn", "nordgard"),
    ("Han var alene på lekeplassen i Solsiden 3 etter kl. 21.", "adresse", "Solsiden 3"),
    ("hun trener i il prøve", "forening", "il prøve"),
    ("han kjørte hjem til prøvevågen", "sted", "prøvevågen"),
    ("mikkel på småtrollan biter fortsatt", "avdeling", "småtrollan"),
    ("gutten i elefantgruppa er sint", "avdeling", "elefantgruppa"),
    ("det er bråk på tigerrommet hver dag", "avdeling", "tigerrommet"),
    ("gruppe blå har ikke bemanning", "avdeling", "gruppe blå"),
    ("tusenbein barnehage har meldt fra", "barnehage", "tusenbein barnehage"),
    ("familien er med i frikirka", "forening", "frikirka"),
    ("de snakker bare dari hjemme", "opprinnelse", "dari"),
    ("Mor er alene med tre barn.", "sosken", "tre barn"),
    ("Det mellomste barnet sa ingenting.", "sosken", "Det mellomste barnet"),
    ("Det snakkes litauisk med mor og engelsk mellom foreldrene.", "opprinnelse", "engelsk"),
    ("Babyen, Isak, er seks uker og sover.", "alder", "seks uker"),
    ("Jeg følger opp en ung mor på 18 år, Jannicke.", "alder", "18 år"),
    ("Han går i 2STA og gruer seg.", "klasse", "2STA"),
    ("Bestemor er alene når dattera er på plattforma.", "arbeidsgiver", "plattforma"),
    ("She says that her father drives a taxi and that she is tired.", "yrke", "drives a taxi"),
    ("Han har fått leddgikt.", "diagnose", "leddgikt"),
    ("de kaller a feita og ho grin", "kallenavn", "feita"),
    ("Han går under navnet Shrek blant guttene.", "kallenavn", "Shrek"),
    ("han heter egentlig sebastian men alle sier basse", "kallenavn", "basse"),
    ("en fyr de kaller reven selger til dem", "kallenavn", "reven"),
    ("mehmet, memo blant venner, er trist", "kallenavn", "memo"),
    ("«Gullet» er mors navn på ham.", "kallenavn", "Gullet"),
    ("Mors yrke: ingeniør", "yrke", "ingeniør"),
    ("Tvillingene er 7.", "alder", "7"),
    ("De er sju i familien.", "sosken", "er sju i familien"),
    ("Han går i søndagsskolen og er glad der.", "forening", "søndagsskolen"),
    ("Far er på oljeplattform to uker.", "arbeidsgiver", "oljeplattform"),
    ("Far er sykmeldt fra Coop.", "arbeidsgiver", "Coop"),
    ("jeg heter ada og er ny i rosenhagen", "avdeling", "rosenhagen"),
    ("det gjelder f, gutt 9, og moren", "initialer", "f"),
    ("jente i femte, vegrer, far politi", "yrke", "politi"),
    ("gutten på sju bur hos mormor", "alder", "sju"),
    ("Dei har fem born, og ho er nest eldst.", "sosken", "fem born"),
    ("Hainn spælle i korpset.", "forening", "korpset"),
    ("tassen vår har begynt å bite igjen", "mulig_navn", "tassen"),
    ("Det gjeld ein gut på 3 år som ikkje et.", "alder", "3 år"),
    ("Mor spør om sønnen på 7 år kan vente.", "alder", "7 år"),
    ("Storesøsteren på 2 henger etter.", "alder", "2"),
    ("Lillebroren på 9 må stå utenfor.", "alder", "9"),
    ("Veslebror på 4 månader er hos oss.", "alder", "4 månader"),
    ("De er alene hjemme, eldste er ti.", "alder", "ti"),
    ("• far er ufør\n• fire barn, eldst er 13\n• gjeld", "sosken", "fire barn"),
    ("Kona har reist til utlandet med de tre minste.", "sosken", "de tre minste"),
    ("Utskrevet til hjemmet. Mor lektor, far organist i samme bygd.", "yrke", "lektor"),
    ("Far er bokbinder og sover lite.", "yrke", "bokbinder"),
    ("Han er flink, men den eneste som ikke har fått invitasjon.", "eneste", "den eneste"),
    ("Barnehage: Kløver på Hitra", "barnehage", "Kløver"),
    ("Barnehage: Eid barnehage", "barnehage", "Eid"),
    ("Ref: #88213", "saksnummer", "88213"),
    ("Se Referat møte Ola Nordmann 12.11.pdf", "filnavn", "Referat møte Ola Nordmann 12.11.pdf"),
]
LEFT_ALONE = [
    "Vi hoppet på maurtua og lo.",
    "Vi leste om gutten i barskogen.",
    "De ser på Kaptein Krok på film.",
    "de kaller ham stygge ting",
    "Den som finner en grå hettegenser med hauk på ryggen, kan henge den opp.",
    "Vi spiller Uno i pausen, og Ludo, Uno og kort er fine spill.",
    "Finn fem feil-oppgavene mestrer han best. Kims lek går også fint.",
    "Han klarte 3/5 av oppgavene.",
    "Mai har vært bedre enn april. Mai er den verste måneden.",
    "De har lest Poe i norsken, men ikke likt det.",
    "Sosiogram, elevsamtale og foreldremøte.",
    "Vi leser Sinna Mann, og de selger ting på Tise.",
    "Han er glad, men de sier ifra. De kaller ham inn til samtale, og en jente de kaller hjem.",
    "Mor er sykmeldt fra jobben, og eleven har permisjon fra skolen.",
    "Lykke er å få gå først i rekka, sier gutten.",
    "Ask, bjørk, rogn og hassel: han kan alle trærne.",
    "Tiltak: 1) Plan for uka 2) Fast plass 3) Pauser 4) Evaluering i januar",
    "Mai er travel, og mange barn er slitne.",
    "Jenta har lest Sofies verden og vil bare snakke om døden.",
    "Månedens sang er Bæ, bæ, lille lam, og han holder seg for ørene.",
    "We use the May calendar and a summer plan. Any ideas for the children?",
    "Vi snakket med mor, lege og tolk om jenta på fire mil skitur.",
    "Begge er født to måneder for tidlig.",
    "Hun kjørte hjem til nabobygda og så til skibakken.",
    "Forsiden 2 og baksiden 3 av arket mangler.",
    "Vi er på soverommet og i fuglerommet.",
    "tassen til katten er vond, og bamsen hans er borte",
    "Skolen: Elev løp ut av timen.",
    "Skolen: Stort fravær siden jul.",
    "Barnehagen: Mor forteller at han skriker.",
    "Mor er trygg, og de tre minste på avdelingen sover inne.",
    "Du kan ringe Alarmtelefonen eller Rustelefonen nå.",
    "Epikrise (utdrag) er sendt til fastlegen.",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


def test_a_word_for_naming_is_no_name(anonymiser: Anonymiser) -> None:
    text = "Barnet heter Tesfalem, men kalles Teo i barnehagen."
    assert [text[f.start : f.end] for f in anonymiser.find(text)] == ["Tesfalem", "Teo"]


def test_a_job_is_not_cut_before_its_place(anonymiser: Anonymiser) -> None:
    text = "Mor er sykmeldt, far organist i samme bygd."
    assert anonymiser.rewrite(text, anonymiser.find(text)).endswith("far i arbeid i samme bygd.")


@each("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not [text[f.start : f.end] for f in anonymiser.find(text)]
