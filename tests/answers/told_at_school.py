"""Threats to kill many, burns, a hunt for somebody, and other dangers in words that calm lines have; and these."""

AT_SCHOOL = [
    "barnet er dødt",
    "en elev er død",
    "jeg skal drepe alle på skolen",
    "han skal drepe alle på skolen",
    "ska dræp alle på skolen",
    "hun vil drepe alle jentene i klassen",
    "han vil skyte alle",
    "han skal sprenge skolen",
    "skolen skal brenne i morgen",
    "jeg skal drepe alle",
    "sitter i løa med børsa på jakt etter mor",
    "far er på jakt med børsa etter mora mi",
    "stefar rører ved henne når han trøster",
    "han har hengt seg opp på loftet",
    "barnet ble brent i ovnen",
    "han brente seg i ovnen",
    "armen er brent fra håndleddet til albuen",
    "barnet er brent av solsenga",
]
AT_SCHOOL_LEARNED = ["kuttet meg i fingeren på brødkniven med vilje", "viste meg bilde fra legevakta av blåmerkene"]
CALM_AT_SCHOOL = [
    "bestefar til eleven er død",
    "jeg skal ta livet av alle fiendene",
    "jeg skal drepe alle de andre i spillet",
    "vi skal drepe alle lusene med sjampo",
    "far sitter i løa med børsa på jakt",
    "læreren rører ved ham når hun trøster",
    "han har hengt seg opp i detaljer",
    "kaka ble brent i ovnen",
    "jeg er brent fra før",
    "hun er brent av sola",
    "kuttet meg i fingeren på brødkniven",
    "viste meg bilde fra legevakta",
]
