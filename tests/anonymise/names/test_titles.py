"""Names in small letters after a title, whatever word they are as well: "fru moen", "rektor berg", "dr. vik"."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

TITLED = [
    "fru {moen} ringte i dag om gutten",
    "jeg snakket med herr {lien} i går",
    "ring fastlegen dr. {vik} før fredag",
    "rektor {berg} har bestemt det",
    "lærer {solberg} sa at han var urolig",
    "vi har møte med rektor {haugen} klokka ti",
    "frk {lund} har hatt ham i to år",
    "hr. {dahl} kommer på tirsdag",
    "fr. {strand} følger opp videre",
    "sosionom {bakken} tar kontakt",
    "kontaktlærer {myhre} og mor er uenige",
    "helsesykepleier {holm} har sett det samme",
    "doktor {foss} skrev ut medisin",
    "spesialpedagog {ness} mener at det er for tidlig",
    "inspektør {brekke} ble med inn",
    "fru {berg} gråt i telefonen",
    "han er redd for herr {sand}",
    "spør rektor {strand} først",
    "psykolog {lie} på bup har saken",
    "fysioterapeut {eide} sier det samme",
    "lege {aas} vil ha ny time",
    "assistent {krogh} var alene med dem",
    "til fru {hagen}: vi må snakkes",
    "vikar {nes} visste ikke om avtalen",
    "mora, fru {lian}, vil ikke",
    "frøken {sletten} er snill, sier jenta",
    "lærar {bakke} fortel at ho græt",
    "ho fru {moan} ringt te oss",
    "e-post fra rektor {dalen} i dag",
    "saksbehandler {engen} er på ferie",
    "logoped {lunde}, som har fulgt ham, vil slutte",
    "styrer {fossen} var ikke informert",
    "tante {haug} hentet ham",
    "dr {by} vil se ham igjen",
    "dr. {rosa} har skrevet",
    "fastlege {skog} er orientert",
    "og så kom herr {kvist} inn",
    "avd.leder {gran} spurte",
    "rektor {hansen} og lærer {moe}",
    "prest {strand} har snakket med mor",
    "trener {foss} har kastet ham ut",
    "sykepleier {sol} ringte",
]
NOBODY = [
    "mora er fru og mor på heltid",
    "lærer norsk på kveldstid",
    "rektor skog- og friluftsdag er på fredag",
    "vi trenger en lærer og en vikar",
    "lærer bort alt til lillebror",
    "en lærer sa at han var urolig",
    "rektor sa nei",
    "ny lærer mangler fortsatt",
    "lege og psykolog var enige",
    "vikar søkes til onsdag",
    "han lærer sent og glemmer fort",
    "hun er assistent i skogen og på berg og dal",
    "frue til stede",
    "hva kan en lærer gjøre her",
    "rektor må bestemme",
    "lærer lek og ro i skogen",
    "han er trener og far",
    "lærere og rektor bør møtes",
    "rektor foss- og skogsdag",
    "assistent skal være med",
    "dr. grad i pedagogikk",
    "hun har bodd på gård med dyr",
    "en assistent dal ingen har sett",
    "fastlege bør kontaktes",
    "lege, psykolog og rektor",
    "lærer dans og sang på fritida",
    "læreren berget dagen",
    "rektor lyste av glede",
    "rektor lot det skure",
    "lærer strandet på samme spørsmål",
    "lærer hage og kjøkken",
    "rektor brant for saken",
    "lærer ball og lek",
    "lege skrev ut medisin",
    "prest og lege var der",
    "trener ball hver dag",
    "en sykepleier sol og varme kan ikke erstatte",
    "helsesykepleier tar vekt og høyde",
    "tante og onkel henter",
]


@each("marked", TITLED)
def test_a_name_in_small_letters_is_found_after_a_title(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("text", NOBODY)
def test_an_ordinary_word_after_a_role_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
