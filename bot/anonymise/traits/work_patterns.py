"""Sentences that say where someone in a family works, or what they live by. Patterns only: `family` decides."""

import re

UNIFORMED = re.compile(
    r"\b(?:har vært|er|var|jobber|tjenestegjør|tjenestegjorde|jobbet|ansatt) i ((?:sjø|luft)?forsvaret|hæren)\b",
    re.IGNORECASE,
)
AT_A_TILL = re.compile(
    r"\b(?:[Ss]itter|[Ss]it|[Ss]itt|satt|sat|sitte|står|stod|sto|stå|jobber|jobbar|jobbe) "
    r"(?:i kassa|i kassen|i luka|bak disken|i disken|bak kassa|i skranken) (?:på|i|hos|ved) "
    r"([A-ZÆØÅ][\wæøåÆØÅ\-]{2,30}|(?!rommet|skolen)[a-zæøå]{4,30}(?:en|et|a|n))(?![\wæøå])"
)
"""Who takes the money where: "sitter i kassa på bygdebutikken"."""
AWAY_AT_WORK = re.compile(
    r"\b(?:jobber|jobbar|jobbe|jobba|jobbet|arbeider|arbeidar|arbeide|pendler|pendlar|er|e) (?:[a-zæøå]{2,9} )?"
    r"(?:i |på |til )?(offshore|(?<=i )nordsjøen|(?<=til )(?:sjøs|havs)|"
    r"(?<=på )(?:olje|bore)?(?:rigg|plattform)(?:en|a)?|"
    r"(?<=på )(?:tråler|supplybåt|brønnbåt|fiskebåt|ringnotbåt|hurtigruta|hurtigruten)(?:en)?)(?![\wæøå])",
    re.IGNORECASE,
)
"""Work no child has, so whoever it is said of is grown up: "han jobber offshore"."""
ALSO_WORKS = re.compile(
    r"(?:,| og|, og) (?:mor|far|mamma|pappa|stefar|stemor|moren|faren) (?:på|i|hos|ved) ([A-ZÆØÅ][\wæøåÆØÅ\-]{2,30}|"
    r"[a-zæøå]{4,30}(?:en|et|a))(?=[.,;]| og| som|$)"
)
PURSUES = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|mamma|pappa|familien|foreldrene|slekta|begge)(?: [\wæøå]+){0,4}? "
    r"(?:driver|driv|dreiv|drev|held på|holder på|livnærer seg|lever av|lev av)(?: med| av)? "
    r"((?:[a-zæøå]{3,15} )?[a-zæøå]{0,20}(?:drift|oppdrett|bruk|fiske|handel|jordbruk|skogbruk|avl|hold|utleie|"
    r"dyrking|slakting|fangst|turisme|servering|foredling))(?!\w)"
)
OWNS = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|mamma|pappa|familien|foreldrene|foreldra|stefar|stemor|bestefar|bestemor|"
    r"de) (?:har|sitter i|"
    r"sit i|selger|leverer|leier|eier|driver|driv|eig|leiger|åpnet|opna) ((?:(?:en|et|ein|eit|ei) "
    r")?(?:[A-ZÆØÅ][a-zæøå]{1,15}-|(?:[a-zæøå]{3,20} )?[a-zæøå]{0,20})(?:gård|gården|gardsbruk|gårdsbruk|"
    r"restaurant|restauranten|gatekjøkken|gatekjøkkenet|bar|pub|puben|butikk|butikken|hotell|hotellet|kafé|kafeen|"
    r"kiosk|kiosken|camping|campingen|"
    r"campingplassen|firma|firmaet|bedrift|bedriften|verksted|verkstedet|sagbruk|sagbruket|kennel|kennelen|stall|"
    r"bakeri|bakeriet|salong|salongen|kommunestyret|formannskapet|stortinget|oppdrettsanlegg|fjøs)(?: (?:i|på|ved) "
    r"[\wæøåÆØÅ]+)?)(?!\w)"
)
SITS_IN = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|mamma|mammaen|pappa|pappaen|stefar|stemor|onkel|tante|søster|bror|bestefar|"
    r"bestemor) "
    r"(?:sitter|sit|er|står|e) (?:på|i|ved) ((?:rådhuset|kommunehuset|herredshuset|lensmannskontoret|legekontoret|"
    r"nav-kontoret|politistasjonen|brannstasjonen|posten|banken|biblioteket|sykehjemmet|sjukeheimen|sjukheimen|"
    r"meieriet|slakteriet|verkstedet|sagbruket|fabrikken|settefiskanlegget|kirkekontoret|prestegården)"
    r"(?: (?:i|på) [A-ZÆØÅ][\wæøå]+)?)(?!\w)"
)
OF_THE_FAMILY = re.compile(
    r"\b(?i:foreldrenes|foreldras|fars|farens|mors|morens|moras|pappas|mammas|familiens|onkels|onkelens|tantas|"
    r"bestefars|bestemors) "
    r"((?:[a-zæøå]{3,15} )?[a-zæøå]{0,20}(?:salong|butikk|restaurant|kafé|kafe|kiosk|gård|gard|hotell|firma|bedrift|"
    r"verksted|"
    r"bakeri|gatekjøkken|fjøs|fabrikk|kontor|praksis|byrå|bar|pub|rederi|sagbruk|båt|taxi|lastebil))(?!\w)"
)
KNOWN_BY = re.compile(
    r"\b(?:[Hh]an|[Hh]am|[Hh]un|[Hh]enne|[Hh]o|[Dd]e|[Dd]ei) med ([a-zæøå]{0,20}(?:sjappa|kiosken|butikken|salongen|"
    r"restauranten|kafeen|verkstedet|gatekjøkkenet|bakeriet|puben|fjøset|taxien|brøytebilen|campingen|hotellet))"
    r"(?=[.,;!?)»]| (?:i|på|ved)\b|$)"
)
"""Who somebody is by what they run: "han med pizzasjappa"."""
OWN_WORK = re.compile(
    r"\b(?i:jeg|æ|eg|e|i) (?:jobber|jobbe|jobba|jobbar|arbeider|arbeide) (?:på|i|hos|ved) "
    r"((?:coop|rema|kiwi|extra|spar|joker|bunnpris|obs|prix|meny|elkem|apotek|bensinstasjon)(?:['’]?(?:en|n|"
    r"et))?(?: [A-ZÆØÅ][\wæøå]+)?)(?!\w)",
    re.IGNORECASE,
)
STUDIES = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|mamma|pappa) (?:studerer|utdanner seg|tar utdanning|går på skole)(?: til| for "
    r"å bli| "
    r"som| på)? ([a-zæøå]{3,30})"
)
GOODS = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|farn|mamman?|pappan?|foreldr(?:ene|an?)|ste(?:far|faren|mor|mora|moren)|"
    r"bestefar|bestemor)(?: også| bare)? selge?r? "
    r"((?:brukt)?(?:biler|bilar|skrap|skrapjern|fisk|ved|hus|klær|egg|honning|kjøtt|is|pølser|blomster|bær|poteter|"
    r"grønnsaker|forsikring|forsikringer|strøm|støvsugere|smykker|sko|båter|møbler|brukthandel|kebab|mat|sild|reker))"
    r"(?=[.,;!]|$| (?:og|på|i|fra|for|hele|om)\b)"
)
SELLS = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|farn|mamman?|pappan?|foreldr(?:ene|an?)|ste(?:far|faren|mor|mora|moren)|"
    r"bestefar|bestemor) selge?r? "
    r"((?:[a-zæøå]{3,20} ){1,2}(?:på|i|fra|langs) (?:torget|torvet|markeder|marked|markedet|messer|gården|nett|butikk|"
    r"vegen|veien|bua|bod|bil))(?!\w)"
)
KEEPS_ANIMALS = re.compile(
    r"\b(?:driver|driv|dreiv|drev|held på|holder på) (?:også |òg )?(?:med|på med) "
    r"((?:geit|sau|ku|kyr|kyrne|melk|mjølk|gris|griser|høns|rein|bier|hest|hester|ammekyr|korn|potet|poteter|jordbær|"
    r"grønnsaker|kalkun|kylling|laks|skog|hund|hunder|pelsdyr|mink|rev|oppdrett|alpakka)(?: og [a-zæøå]+)?)(?!\w)"
)
_PARENT = (
    r"\b(?i:mor|mora|moren|mamma|mammaen|mamman|far|faren|farn|pappa|pappaen|pappan|stefar|stefaren|stemor|"
    r"stemora|onkel|"
    r"onkelen|bestefar|bestemor|morfar|farfar|foreldrene|foreldra|foreldran|begge)(?: (?:hans|hennes|hennar|hass|"
    r"også|òg|nå|no|som))?"
)
_HOUSES = (
    r"[a-zæøå]{0,20}(?:heimen|hjemmet|huset|skolen|skulen|hotellet|barnehagen|kontorene|kontorer|butikken|senteret)"
)
EARNS_BY = re.compile(
    rf"{_PARENT} ((?:er|e|var|va)(?: ute)?(?: mye)? "
    rf"(?:på (?:sjøen|havet|båt|supplybåt|langfart)(?! i (?:sommer|ferien|helga|helgen|helgene))|til sjøs|i "
    rf"(?:oljen|oljå|"
    rf"[Nn]ordsjøen)|i (?:politiet|forsvaret|militæret|marinen|hæren|luftforsvaret|heimevernet|brannvesenet|"
    rf"tollvesenet)|"
    rf"frivillig (?:i|på|hos|for) [\wæøåÆØÅ]+|i lære|sjef(?:en)? (?:på|for|i|ved) [\wæøåÆØÅ]+)"
    rf"|i (?:politiet|forsvaret|brannvesenet|oljen)(?=[.,;]|$)"
    rf"|(?:vasker|vaskar|vaske|vaska)(?= (?:på|i|for|hos) (?:[A-ZÆØÅ][\wæøå]+|{_HOUSES}|folk))"
    rf"|(?:vasker|vaskar|vaske|vaska) (?:hus|kontor(?:er)?|trapper)(?= |[.,;]|$)|(?:vasker|vaskar)(?=, (?:mor|"
    rf"far|mamma|pappa)\b)"
    rf"|(?:stelle?r?|stellar) (?:gamle|eldre|pasienter|på {_HOUSES}|på [A-ZÆØÅ][\wæøå]+)"
    rf"|(?:kjøre?r?|køyre?r?|kjøyrer|kjørte) (?:buss|skolebuss|skulebuss|taxi|drosje|lastebil|trailer|brøytebil|"
    rf"ambulanse)(?! til| "
    rf"hjem| heim)(?!\w)"
    rf"|(?:bygge?r?|byggjer|bygde) (?:hus|hytter|båter|bruer|veier)(?!\w)|(?:snekre?r?|snekrar|murer|"
    rf"sveiser)(?=[.,;]|$)"
    rf"|(?:fikser?|fiksar|mekker?|mekkar|reparerer|lakkerer) (?:biler|bilar|båter|sykler|motorer|traktorer)"
    rf"|gjeter? (?:rein|sau|kyr|geit)|(?:spiller|spelar) i [a-zæøå]{{0,12}}band|har (?:garn|teiner) ute|har "
    rf"(?:postn|posten|fjøset|"
    rf"grav[e]?maskin|lastebil|taxi|tråler|brøytebil)|slakte?r? (?:sau|rein|gris|kyr)|forske?r? på [\wæøå]+|"
    rf"forskar på [\wæøå]+|lærer bort [\wæøå]+"
    rf"|(?:kjører|kjør|kjøre) (?:[a-zæøå]{{0,15}}båten|ferga|skolebussen|skoleskyssen)|selge?r? (?:hytter|"
    rf"tepper|lodda(?! (?:til|for))|lodd(?! (?:til|for))|dekk|båter)"
    rf"|syr? (?:gardiner|klær|bunader|brudekjoler|for folk)|klipper? (?:folk|sauer|kunder)|går med (?:avisa|"
    rf"avisen|aviser|posten)"
    rf"|(?:melker?|mjølker?|mjelker)(?= (?:kyr|kuer|geiter|på|morgen)|[.,;]|$)|guider?(?= turister|[.,;]|$)"
    rf"|underviser? (?:på|i|ved) [\wæøåÆØÅ]+|(?:leder|leier|styrer|forpakter) (?:barnehagen|skolen|korpset|"
    rf"koret|firmaet|"
    rf"[a-zæøå]{{0,15}}(?:butikken|hotellet|kafeen|kiosken|campingen|gården|laget|klubben))"
    rf"|trener [a-zæøå]{{0,20}}laget|(?:spiller|spelar) (?:orgel|i (?:band|orkester|symfoniorkesteret|korpset))|"
    rf"preker?(?= i|[.,;]|$)"
    rf"|driver for seg (?:selv|sjøl)|sitter på (?:[Ss]tortinget|[Ss]ametinget|[Ff]ylkestinget)|tar fagbrev"
    rf"|(?:jobbe?r?|jobbar|arbeide?r?) med (?:fisk|laks|regnskap|IT|it|data|økonomi|salg|eiendom|sau|hester|olje|strøm|"
    rf"forsikring|eldre|ungdom|mat|bygg|anlegg|tømmer|skog|biler|båter|logistikk|bank|film|media)(?!\w)"
    rf"|(?:pakker|skjærer|fileterer|filéterer|slakter) (?:laks|fisk|kjøtt|egg|varer|gris)|graver (?:grøfter|brønner)"
    rf"|hogge?r? (?:tømmer|skog)|flyr? (?:helikopter|småfly|for [A-ZÆØÅ][\wæøå]+)|seiler (?:utenriks|for "
    rf"[A-ZÆØÅ][\wæøå]+))(?![\wæøå])(?! som [a-zæøå])"
)
"""What a close adult does for a living, told by what is done: "far er på sjøen", "mora vaska på skolen"."""
_BUSINESS = (
    r"[a-zæøå]{0,18}(?:firma|verksted|verkstad|butikk|salong|kafé|kafe|kiosk|bedrift|byrå|camping|forretning|selskap|"
    r"hotell|gartneri|restaurant|kro|pub|bakeri|gatekjøkken|hundepensjonat|stall)(?:en|et|a)?"
)
GROWN_DEEDS = re.compile(
    r"\b(?i:mor|mora|moren|mamma(?:en|n)?|far|faren|farn|pappa(?:en|n)?|bestefar(?:en|n)?|bestemor(?:a|en)?|"
    r"onkel(?:en)?|"
    r"tante|tanta|stefar(?:en)?|stemora?|foreldrene|han|hun|ho|hu|hainn|hain|de|dei|dæm|og)"
    r"(?: (?:hans|hennes|hennar|hass|min|også|òg|nå|no|selv|sjøl))? ("
    r"(?:leverer|leverar|levere|deler ut|delar ut|bærer ut|kjører ut|kjøre ut|køyrer ut) (?:posten|post|avisa|"
    r"avisen|aviser|"
    r"pakker|mat|pizza|varer)(?! (?:til|hjem|heim|på rommet))|"
    r"(?:brøyter|brøyta|brøyte|strør) (?:vei|veg|snø)[a-zæøå]{0,4}(?! (?:hjem|heim))|"
    r"(?:melker|mjølker|mjølkar|mjølke) for [a-zæøå]{2,8} [a-zæøå]{3,12}|"
    rf"(?:driver|driv|drive|dreiv|drev) (?:et |eit |en |ein |ei |eget |egen |sin egen |sitt eget )(?!elev){_BUSINESS}|"
    r"(?:leder|leiar|leie|styrer|sitter i|sit i|sett i) (?!elev|klasse|foreldre|barne|ungdom)[a-zæøå]{3,16}"
    r"(?:utvalget|utvalet|styret|rådet)|"
    r"(?:klipper|klippe|måker|måke|vasker|vaske) (?:plenen|plenane|graset|gravene|kirken|kirka|kyrkja)"
    r"(?: (?:på|i) [a-zæøå]{4,15})?|"
    r"(?:kjører|kjøre|kjør|køyrer) (?:sk[ou]le?bussen|taxien|drosja|drosjen|brøytebilen|søppelbilen|ambulansen|"
    r"melkebilen|mjølkebilen|ferga|hurtigbåten)(?: (?:i|på) [a-zæøå]{3,15})?|"
    r"(?:selger|selge|sel) [a-zæøå]{3,20}(?: [a-zæøå]{3,15})? på nett|"
    r"(?:har|hi) (?:sau|kyr|rein|pelsdyr|geiter)(?=,|\.| og (?:kyr|sau|gris|høns|geiter))"
    r")(?! i leken)(?!\w)"
)
"""What no child does, whoever it is said of: "han kjører taxien i bygda", "de har sau"."""
