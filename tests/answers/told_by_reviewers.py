"""What tired reviewers told in their own words and nobody heard, with calm messages in nearly the same words."""

UNHEARD = [
    "jeg tror hun blir solgt",
    "han tilbyr henne til andre menn",
    "bestefar rører henne",
    "ka gjør æ viss en unge fortæll at bæssfar rør ho",
    "gutten har hengt seg",
    "noen har hengt seg i gymsalen",
    "han henger etter halsen i gymsalen",
    "to år gammel gutt går alene langs E6",
    "assistenten er ruset på jobb i barnehagen",
    "sjåføren var full på skoleturen",
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
    "han henger etter i matte",
    "bestemor rører i gryta",
    "bestefar rørte henne til tårer",
    "rektor var full på julebordet",
    "læreren drakk kaffe på jobb",
]
