"""Names of persons, what they are, and which bodies they are of."""

from __future__ import annotations

import re
from typing import Final

import attrs

HONORIFIC: Final = (
    r"(?:M\.|MM\.|Mmes?\.?|Mlle\.?|Monsieur|Madame|Mesdames|Messieurs|Me|Maître|"
    r"Dr\.?|Docteure?|Pr\.?|Prof\.?"
    r"|Professor|Mr\.?|Mrs\.?|Ms\.?|Mx\.?|Sir|Dame|Lord|Lady|Rev\.?|Cllr\.?|Sr|Père|Mgr)(?=\s)"
)
_WORD: Final = (
    r"(?:[A-ZÀ-ÞŒ](?:[\w'’]|-(?=\w))*\.?|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*|d['’][A-ZÀ-Þ][\w-]*)"
)
_PARTICLE: Final = (
    r"(?:de la|de|du|des|le|la|van der|van den|van|von|der|den|el|al|ben|bin|da|"
    r"di|dos|y|ter)"
)
_WHOLE_WORD: Final = r"[A-ZÀ-ÞŒ][\w'’]+(?:-\w+)*"
_PLAIN: Final = (
    rf"(?:{_WHOLE_WORD}|(?:[A-ZÀ-Þ]\.-?)+)(?:\s+(?:{_PARTICLE}\s+)?(?:{_WHOLE_WORD}|"
    rf"d['’][A-ZÀ-Þ][\w-]*|(?:[A-ZÀ-Þ]\.-?)+)){{1,3}}"
)
PERSON: Final = re.compile(
    rf"(?:(?P<honorific>{HONORIFIC}(?:\s+(?:le|la)\s+(?:docteure?|professeure?|"
    rf"maire))?)\s+)?(?!{HONORIFIC})(?P<name>{_PLAIN})"
    rf"|(?P<honorific1>{HONORIFIC})\s+(?P<name1>{_WHOLE_WORD})"
)
_OTHER_WORDS: Final = """
accueil agence agglomération alliance animation amphi amphithéâtre appel assemblée assises
association atelier ateliers auditorium banque bilan bourse bureau café caisse cabinet
centre cercle chambre chaire clôture club cocktail coffee collectif collectivité collège
comité commission communauté commune compagnie conclusion conclusions confédération
conférence congrès conseil coopérative cour dates débat déjeuner département dîner direction
discours discussion district école église ensemble entreprise espace état fédération
festival fonds fondation forum foyer france grand grande groupe groupement hôpital hôtel
institut instance intervention journée journées jury la laboratoire le les ligue lunch lycée
mairie maison mesure métropole ministère mission mot mots mouvement musée mutuelle nations
nouveaux nouvelle nouvelles observatoire office open opening orchestre ordre ouverture
palais panel parc parti pause pays place plan plénière pôle pôles préfecture première
présentation projet projets quel quelle quels rapport région regards repas réseau
restitution retour retours réunion réunions rue salle séance section service société soirée
syndicat synthèse table tables théâtre thème travail travaux tribunal un une union unité
université vers ville visite vote votes welcome why how what when where registration coffee
tea keynote session the a an city council college company department school university
workshop introduction questions closing annual general meeting room main town united
national european community house institute network society trust foundation center centre
hall public local social digital data open web health climate new big art arts music film
our your my building making using getting lundi mardi mercredi jeudi vendredi samedi
dimanche monday tuesday wednesday thursday friday saturday sunday janvier février mars avril
mai juin juillet août septembre octobre novembre décembre saint sainte notre nos votre vos
mon ma mes son sa ses ce cette ces avec par pour sur dans
"""
_NO_FIRST_NAMES: Final = frozenset(_OTHER_WORDS.split())
_POSITIONS: Final = (
    r"(?:co-?|vice-?|sous-?|ex-?|ancien(?:ne)?s?\s+|premi(?:er|ère)\s+|1(?:er|"
    r"ère|re)\s+|deputy\s+|former\s+|assistant\s+|senior\s+|chief\s+)*"
    r"(?:maires?|adjointe?s?|présidente?s?|directeurs?|directrices?|secrétaires?|"
    r"trésori(?:er|ère)s?|délégué(?:e?s?)|députée?s?"
    r"|sénat(?:eur|rice)s?|ministres?|préf[eè]te?s?|recteur|rectrice|conseill(?:er|"
    r"ère)s?|chefs?|cheffes?|responsables?|chargée?s? (?:de|d['’])"
    r"|professeure?s?|enseignante?s?|maître(?:sse)? de conférences|chercheure?s?|"
    r"chercheuses?|docteure?s?|médecins?|avocate?s?"
    r"|ingénieure?s?|consultante?s?|formateurs?|formatrices?|animat(?:eur|rice)s?|"
    r"coordinat(?:eur|rice)s?|coordonnat(?:eur|rice)s?"
    r"|journalistes?|sociologues?|économistes?|historien(?:ne)?s?|philosophes?|"
    r"psychologues?|urbanistes?|architectes?|géographes?"
    r"|juristes?|auteure?s?|autrices?|écrivaine?s?|réalisat(?:eur|rice)s?|comédien(?:ne)?s?|"
    r"musicien(?:ne)?s?|metteuse?|fondat(?:eur|rice)s?"
    r"|membres?|élue?s?|représentante?s?|rapporteure?s?|expert(?:e?s?)|présentat(?:eur|"
    r"rice)|gérante?s?|infirmi(?:er|ère)s?|DGS|DGA|DRH|PDG|CEO|CTO|COO"
    r"|administrat(?:eur|rice)s?|doyen(?:ne)?s?|commissaires?|inspect(?:eur|rice)s?|"
    r"artistes?|militante?s?|permanente?s?|porte-parole"
    r"|mayor|chair(?:man|woman|person)?|president|director|secretary|treasurer|"
    r"head|manager|professor|lecturer|researcher|editor"
    r"|officer|councillor|minister|dean|founder|organi[sz]er|engineer|developer|"
    r"author|writer|journalist|teacher|trainer|lead|member|curator|convenor|coordinator|"
    r"adviser|advisor|consultant|lawyer|artist|poet|historian|economist)"
)
POSITION: Final = re.compile(
    rf"(?:(?:le|la|l['’]|les|the|our)\s*)?(?P<said>{_POSITIONS}\b.*)\Z", re.IGNORECASE
)
_AND_POSITION: Final = re.compile(
    rf",?\s+(?:et|and|&)\s+(?={_POSITIONS}\b)|,\s+(?={_POSITIONS}\b)", re.IGNORECASE
)
_OF: Final = re.compile(
    (
        r"(?:\b(?:de l|d|à l)['’]|\b(?:de la|du|des|de|à la|au|aux|à|chez|of the|of|"
        r"at the|at|for|from|with)\s+(?!l['’])|,\s+|\s[–—-]\s+|\()"
    ),
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r"(?:ville|commune|mairie|communauté|métropole|département|région|conseil|"
    r"université|école|lycée|collège|syndicat|association"
    r"|fédération|union|confédération|institut|centre|agence|société|caisse|chambre|"
    r"comité|maison|fondation|office|hôpital|ministère"
    r"|préfecture|réseau|coopérative|mutuelle|collectif|groupe|compagnie|théâtre|"
    r"musée|city|county|university|college|society|council|trust|department)\b",
    re.IGNORECASE,
)
_KINDS: Final = (
    (r"communauté d['’]agglomération", None),
    (r"communauté de communes", None),
    (r"communauté urbaine", None),
    (r"(?:ville|commune|mairie) de", "commune"),
    (
        (
            r"(?:syndicat|association|fédération|confédération|union|université|métropole|"
            r"fondation|mutuelle|coopérative|institut|agence)\b"
        ),
        None,
    ),
)


@attrs.frozen(kw_only=True)
class SaidBody:
    """Hold an organization as it is named, and what sort it is where its name says so."""

    name: str
    kind: str | None = None


@attrs.frozen(kw_only=True)
class SaidPosition:
    """Hold what a person is, and of which body."""

    title: str
    body: SaidBody | None = None


@attrs.frozen(kw_only=True)
class SaidPerson:
    """Hold a person as the programme names them."""

    name: str
    honorific: str | None = None
    positions: tuple[SaidPosition, ...] = ()


def is_name(found: re.Match[str]) -> bool:
    """Tell whether what looks like a name is not the beginning of a title or of a body."""
    if found["honorific"] or found["honorific1"]:
        return True
    words = re.findall(r"[\w'’-]+", found["name"].lower())
    return (
        words[0] not in _NO_FIRST_NAMES
        and not any(w.isdigit() for w in words)
        and (words[-1] not in _NO_FIRST_NAMES)
        and not found["name"].replace(" ", "").isupper()
    )


def read_body(text: str) -> SaidBody:
    """Return the body that a text names, its first letter a capital."""
    name = text.strip(" .,;:")
    kind = None
    for pattern, known in _KINDS:
        if found := re.match(pattern, name, re.IGNORECASE):
            kind = known or found[0].lower()
            break
    return SaidBody(name=name[:1].upper() + name[1:], kind=kind)


def read_positions(text: str) -> tuple[SaidPosition, ...]:
    """Return the positions that a text names: `maire de Niort et président du SNDGCT`."""
    text = text.strip(" .,;:–—-")
    parts = [part.strip() for part in _AND_POSITION.split(text) if part and part.strip()]
    return tuple(_position(part) for part in parts)


def _position(text: str) -> SaidPosition:
    found = POSITION.match(text)
    if found is None:
        if text[:1].isupper():
            body = read_body(text)
            return SaidPosition(title=text, body=body)
        return SaidPosition(title=text, body=_body_in(text))
    said = found["said"]
    title = said if _is_acronym(said.split()[0]) else said[:1].lower() + said[1:]
    return SaidPosition(title=title, body=_body_in(said))


def _body_in(said: str) -> SaidBody | None:
    """Return the body after the first `de`, `à`, `of` or comma that is followed by one."""
    for found in _OF.finditer(said):
        rest = said[found.end() :].strip(" ).")
        if not re.search(r"[A-ZÀ-Þ]", rest):
            return None
        if (
            _BODY.match(rest)
            or _is_acronym(rest.split()[0])
            or found[0].strip() in {",", "(", "chez"}
        ):
            return read_body(rest)
        if rest[0].isupper() and not _is_town(said):
            return read_body(rest)
    return None


def _is_town(said: str) -> bool:
    """Tell whether what follows is a town rather than a body: `maire de Niort`."""
    return (
        re.match(
            r"(?:\S+\s+)?(?:maire|adjoint|mayor|minist|préf|député|sénat)", said, re.IGNORECASE
        )
        is not None
    )


def _is_acronym(word: str) -> bool:
    bare = re.sub(r"\W", "", word)
    return len(bare) > 1 and bare.isupper()
