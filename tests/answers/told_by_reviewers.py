"""What tired reviewers told in their own words and nobody heard, with calm messages in nearly the same words."""

UNHEARD = [
    "jeg tror hun blir solgt",
    "han tilbyr henne til andre menn",
    "bestefar rører henne",
    "ka gjør æ viss en unge fortæll at bæssfar rør ho",
    "gutten har hengt seg",
    "noen har hengt seg i gymsalen",
    "han henger etter halsen i gymsalen",
    "jenta henger med venner, og har hengt seg i garderoben",
    "jenta er med venner og har hengt seg",
    "to år gammel gutt går alene langs E6",
    "assistenten er ruset på jobb i barnehagen",
    "sjåføren var full på skoleturen",
    "bussjåføren slo en gutt på bussen",
    "æ har ikke løst te å lev lenger",
]
THREATS = [
    "han truer med å ta livet av hele familien",
    "han skriver at alle på skolen skal dø fredag",
    "hun sier hun skal drepe læreren, og han skriver at han skal skyte alle",
]
CALM_BESIDE = [
    "huset blir solgt og de flytter",
    "hun selger kaker til venner",
    "han henger med kompisene",
    "gutten har hengt seg opp i dinosaurer",
    "han har hengt seg på gruppa",
    "noen har hengt seg fast i husken",
    "barna henger i tauet på lekeplassen",
    "gutten er solgt på fotball",
    "læreren drikker på jobben kaffe hver dag",
    "hun jobber alene på e6",
    "han planlegger å drepe alle fiendene i spillet",
    "han henger etter i matte",
    "bestemor rører i gryta",
    "bestefar rørte henne til tårer",
    "rektor var full på julebordet",
    "læreren slo eleven i sjakk",
    "læreren drakk kaffe på jobb",
]
STILL_HEARD = [
    "barnet henger med kompiser som truer ham",
    "gutten henger med kamerater, funnet hengende i tau",
    "han henger med gjengen og henger i et tau",
    "hun henger med noen eldre menn",
    "hun henger med noen eldre gutter på nett",
]
"""What a phrase taken for calm must not silence."""
