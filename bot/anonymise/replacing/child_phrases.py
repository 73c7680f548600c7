"""What texts say of the child they are about, right after or right before its name: "Emma (8)", "Emma er redd",
"bekymret for Emma". Knows phrases, no names. All patterns read small letters.
"""

import re

from bot.anonymise.words.number_patterns import FIRST_TO_TENTH, TWO_TO_SEVENTEEN
from bot.anonymise.words.word_lists import words

ADVERBS = words(
    "ikke ikkje itj alltid aldri ofte bare berre også óg fortsatt framleis stadig nesten helst sjelden sjeldan jo "
    "nå no veldig så helt heilt mye mykje ganske litt egentlig visst plutselig igjen selv sjølv begge"
)
_ADVERB = rf"(?: (?:{'|'.join(sorted(ADVERBS))})\b)"
_NUMBER = rf"(?:1?\d|en|ett|{TWO_TO_SEVENTEEN})"
_AGE = (
    r" ?\(1?\d(?: ?(?:år|mnd))?\b|"
    rf",? \(?(?:(?:er|e|var|snart|på|nå|no|ca|blir) ){{0,2}}{_NUMBER} ?(?:og et halvt )?(?:år|åring|mnd|måned|månad)|"
    r",? (?:er|e) (?:1?\d|elleve|tolv|tretten|fjorten|femten)(?: og |[.,;!?)]|$)|"
    r"(?:,? \(?(?:f\.? ?|født )|, \(?| \()\d{1,2}\.\d{1,2}\.(?:20)?[012]\d\b"
)
_CLASS = (
    r",? \(?(?:som )?(?:(?:går|gjekk|gikk|begynte|starta|skal) )?(?:i|på|fra|frå) (?:\d{1,2}\.? ?(?:[a-h]\b|trinn|"
    r"klasse)|"
    rf"(?:{FIRST_TO_TENTH}|fyrste)\b|klassen|klasse |"
    r"førsteklassen|vg\d|"
    r"min gruppe|gruppa (?:mi|vår)|samme gruppe)|, ?\d{1,2}\.? ?(?:[a-h]\b|trinn|klasse)"
)
_IS = (
    r"(?:er|e|var|va|blir|ble|blei|vart|vert|virker|verkar|virka|virket|sitter|sitt|sat|satt|står|sto|ligger|lå|"
    r"(?:har|ha|hadde) (?:vært|vorre|vore))"
)
_WITH_NO_CHILD = (
    r"(?! (?:i lag |sammen )?med (?!(?:mor|far|mamma|pappa|mora|moren|faren|mammaen|pappaen|seg sj?[eø]lv)\b))"
)
"""Who is alone with somebody looks after them, unless that is a parent."""
_STATES = (
    r"(?:redd(?! for at (?:vi|dere|de|dei|det|barnet|han|hun|ho|familien|saken)\b)|lei se?g|trist|stille|"
    rf"(?:alene|aleine|åleine){_WITH_NO_CHILD}|utenfor|urolig|uroleg|innesluttet|innadvendt|utagerende|sulten|"
    r"svolten|mobb[ae]t?|plag[ae]t?|ertet|slått|bitt|henta|hentet|heint|levert|lugget|dyttet|dratt|kjørt|køyrd|skadet|"
    r"utreda|utredet|henvist|tilmeldt|meldt|innlagt|født|adoptert|enebarn|einebarn|yngst|eldst|tvilling\w*|søsken|"
    r"venner|"
    r"uvenner|bestevenner|flink(?! med)|umoden|skoleflink|nevnt|på (?:bup|hab)|i midten|mellombarnet|i kroken|"
    r"den eneste (?:jenta|gutten|eleven|barnet)|(?:under|bak) (?:bordet|pulten|senga|sengen|døra|sofaen|stolen|"
    r"gardina)|"
    r"(?:ei|en|et|eit) (?:\w+ )?(?:gutt|jente|barn|elev|unge))\b"
)
_AT_HOME = (
    r" (?:bor|bur|bodde|budde)(?: fast| mest| nå| no)? (?:hos|hjå|med|sammen med|i lag med) |"
    r" (?:er|e|blir|bor|bur|bodde|budde|sover|sov|søv)(?: fast| mest| nå| no)? (?:(?:hos|med|i lag med) (?:far|mor|"
    r"pappa|"
    r"mamma|faren|moren|mora|farmor|farfar|mormor|morfar|bestemor|bestefar|besteforeldr\w+|fosterhjem\w*)\b|"
    r"i fosterhjem|"
    r"på institusjon|alene hjemme|annenhver|annakvar)"
)
_NEEDS = r" (?:trenger|treng|trengte) (?!svar|råd|beskjed|å vite|å få vite|papir|vikar|info|avløs|en vikar|flere folk)"
_CHILDS_THINGS = (
    r"(?:(?!(?:som|på|for|til|av|om|med|sagt|at)\b)[\wæøå]+ ){0,3}?(?:vedtak\w*|diagnose\w*|fravær\w*|feber\w*|"
    r"allergi\w*|"
    r"støttetime\w*|spesped\w*|iop|adhd|autisme|blåmerke\w*|vondt|søsken|småsøsken|brødre|storebror|storesøster|"
    r"lillebror|lillesøster|venner|vener|venn|lekser|leksene|matpakke\w*|utslett|"
    r"epilepsi|cøliaki|diabetes|sår|plass|medisin\w*|inhalator|bleie\w*|lov til|lov|slippe|juling|grått|sovet|sove|"
    r"søve|"
    r"søvi|bitt|klort|spist|lekt|leika|skulka|skulket|rømt|kutta|kuttet|skåret|mareritt|epikrise|raserianfall|utbrudd|"
    r"panikk|høreapparat\w*|briller|brilla|teikning|tegning|bytt[ae]t? (?:gruppe|klasse|skole|skule|barnehage|"
    r"avdeling))\b"
)
_HAS = (
    rf" (?:har|ha|hadde|hadd|fikk|fekk|får|fær|mangler|manglar|bruker|brukar|(?:kom|kjem|kommer) med) {_CHILDS_THINGS}"
)
_PLACES = (
    r"(?:hjem|heim|inn|ut|spise|ete|eta|sove|leke|leika|dusje|bade|på skolen|på skulen|på do|"
    r"gå på|til far|til mor|til pappa|til mamma|på sfo|ha på|kle på)\b"
)
_REFUSES = (
    rf" (?:vil|ville|tør|turte|torde|nekter|nekta|nektet|nektar|orker|orka|klarer|klarte|klarar|greier){_ADVERB}{{0,2}}"
    rf"(?: å)? {_PLACES}"
)
_IS_TO = (
    r" (?:skal|skulle|må|måtte|kan|får|fikk|fekk|blir|ble|vart)(?: [\wæøå]+){0,2}? (?:hentes|hentast|leveres|følges|"
    r"utredes|"
    r"henvises|passes|skjermes|ha medisin|ta medisin|begynne på skolen|starte på skolen|"
    r"(?:til|på|hos) (?:bup|hab|tannlegen|logoped)(?![\w-]))"
)
_ON_OTHERS = (
    r" (?:slår|slo|sparker|sparka|sparket|dytter|dytta|dyttet|spytter|spytta|spyttet)(?: til| på)? "
    r"(?:andre|de|dei|dem|oss|seg|medelever)\b"
)
_TELLS_OF_PARENTS = (
    r" (?:sier|seier|sei|sa|fortalte|forteller|fortel|fortalde|(?:har|ha) (?:sagt|fortalt)) (?:at )?"
    r"(?:mamma|pappa)(?:en)?\b"
)
_MORE = r" ?[(,] ?(?:eleven?|barnet|gutt|gutten|jente|jenta|guten)\b| (?:på|i) fanget\b"
_ENGLISH = (
    r",? (?:is |aged )\d{1,2}\b|"
    r",? (?:is )?in (?:year|grade|class) |"
    r" (?:cries|cried|hides|hid|bites|bit|sleeps|slept|wets|wet|skips|ran off|runs off|struggles|refuses|won['’]t|"
    r"(?:did|does)(?: not|n['’]t) (?:sleep|eat|want|speak|talk|play|come to school))\b|"
    r" (?:is|was|has been|gets|got|seems|seemed) (?:often |very |so |always )?(?:crying|upset|sad|scared|afraid|"
    r"bullied|"
    r"picked up|withdrawn|hungry|alone|born)\b"
)
AFTER_CHILD = re.compile(
    rf"\.?(?:{_ADVERB}{{0,2}}(?:{_HAS}| {_IS}{_ADVERB}{{0,2}} {_STATES}|{_REFUSES}|{_IS_TO})|"
    rf"{_AGE}|{_CLASS}|{_ON_OTHERS}|{_AT_HOME}|{_NEEDS}|{_TELLS_OF_PARENTS}|{_MORE})"
)
OPENS_AFTER = words(
    "er e var va blir ble blei vart vert virker verkar virka virket sitter sitt sat satt står sto ligger lå har ha "
    "hadde hadd fikk fekk får fær mangler manglar bruker brukar kom kjem kommer vil ville tør turte torde nekter "
    "nekta nektet nektar orker orka klarer klarte klarar greier bor bur bodde budde sover sov søv trenger treng "
    "trengte skal skulle må måtte kan slår slo sparker sparka "
    "sparket dytter dytta dyttet spytter spytta spyttet sier seier sei sa fortalte forteller fortel fortalde i på "
    "fra frå som går gjekk gikk begynte starta født f snart nå no ca en ett to tre fire fem seks sju syv åtte ni ti "
    "elleve tolv tretten fjorten femten seksten sytten ( , ."
)
"""The first word behind the name, when it is no adverb and one of these phrases follows: a quick question."""
TOLD_LATER = re.compile(
    rf"[^.!?\n]{{0,90}}[.!?] (?:han|hun|ho|hu|hen) (?:er|e|blir|var) (?:bare |snart )?{_NUMBER}(?: år|[.,!?]|$)"
)
"""An age in the next sentence: "Emma virker sliten. Hun er 9 år"."""
THEY = (". han ", ". hun ", ". ho ", ". hu ", ". hen ")
AFTER_CHILD_ENGLISH = re.compile(_ENGLISH)
TURNED = re.compile(rf"{_ADVERB}? {_PLACES}")
"""What follows when the verb stands before: "i går ville Emma hjem"."""
TURNED_STATE = re.compile(rf"{_ADVERB}{{0,2}} {_STATES}")
"""The same behind "er" and "satt": "i dag satt Emma under bordet"."""
GOT = re.compile(rf"{_ADVERB}? {_CHILDS_THINGS}")
"""The same behind "har" and "fikk": "har Emma fått medisin"."""
LED_ALONG = re.compile(
    r" (?:ut|inn|hjem|heim|ned|opp|til (?:taxi|buss|skole|skule|lege|tannlege)\w*|fra sfo|på do|(?:på|i) (?:fanget|"
    r"barnehage\w*))\b"
)
"""What follows somebody who is fetched, led or carried: "følger Emma ut til taxien"."""
ENDS_BEFORE = words(
    "ang vedr gjelder gjeld gjel gjæld gjaldt angående angåande vedrørende vedrørande er e for med over rundt kring "
    "på til te av me m about regarding lille vesle lillegutt lillejenta han ho hun hu også altså bare berre 1 en : "
    "."
)
WORK_WITH = (
    *("oppfølg", "observasjon", "kartlegg", "utred", "utgrei", "testing", "henting", "bilde", "mobbing", "utesteng"),
)
"""How the word right before the name is or begins, when one of the next phrases leads to it."""
NOT_ALONE = re.compile(
    r" (?:etter|for å|innom|ut av møtet|over|opp planen|opp en plan|lunsj|(?:sammen )?med (?:barna|ungene|dem|gruppa|"
    r"ham|henne|han|hun))\b"
)
"""What follows when a grown-up does it: "løp etter ham", "leker med barna", "stakk innom"."""
HAS_AT_WORK = re.compile(r" (?:på (?:jobb|vakt|teamet|laget|møtet)|som (?!barn|elev)|til å )")
"""What follows when a colleague is had: "vi har Kari på vakt"."""
BEFORE_CHILD = re.compile(
    r"(?:(?<!\w)(?:(?:ang|vedr)\.?|(?:gjelder|gjeld|gjel|gjæld|gjaldt|angående|angåande|vedrørende|"
    r"vedrørande)(?: er)?:?|"
    r"(?:bekymr|uro|vedtak|tiltak|opplegg|søknad|hovedkontakt|primær|kontaktperson|iop|foreldreansvar|omsorg|"
    r"aleneomsorg|samvær)[a-zæøå]*(?: er| e)? "
    r"(?:for|med|over|rundt|kring|på|til|te)|(?:timer|timar|timane|plass|plan|planen|støtte) (?:for|til|te)|"
    r"(?:oppfølging|oppfølgjing|observasjon|kartlegging|utredning|utgreiing|testing|henting|bilde|bilder|mobbing|"
    r"utestenging)"
    r"[a-zæøå]*(?: av| med)?|(?:1:1|1-1|en til en)(?: med)?|lille|vesle|lillegutt|lillejenta|"
    r"(?:leke|leker|lekte|lekt|leikar|leika|krangle|krangler|krangla|sloss|slåss|bestevenn[a-z]*|venner|uvenner) "
    r"(?:sammen |i lag )?(?:med|me|m)|(?:barn|barnet|elev|eleven|elevens navn|barnets navn|saken|sak|emne|tema|om) ?:|"
    r"(?:worried|concerned) about|regarding))(?: (?:han|ho|hun|hu|lille|også|altså|bare|berre))? $"
)
COLLEAGUE_AFTER = re.compile(
    r",? (?:og|å|&|and) (?:jeg|eg|æ|meg|mæ|i|me)\b|"
    r",? (?:har|ha|hadde|fikk|tok) (?:\w+ )?(?:vakt|permisjon|inspeksjon|fri|ferie|kurs)\b|"
    r",? (?:tar|tek|tok) over\b|,? (?:er|e|var) (?:sykmeldt|sykemeldt|sjukmeld|på kurs|i permisjon|i møte)\b|, kan du\b"
)
COLLEAGUE_BEFORE = re.compile(r"(?<!\w)(?:(?:jeg|eg|æ|meg|mæ) (?:og|å|&)|vikar for|i stedet for|på vegne av) $")
