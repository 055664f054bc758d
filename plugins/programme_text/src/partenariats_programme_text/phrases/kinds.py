"""Which kind of session a title means."""

from __future__ import annotations

import re
from typing import Final

from partenariats.model.sessions import SessionKind

_WORDS: Final = (
    (
        SessionKind.MEAL,
        (
            r"pause[- ](?:déjeuner|méridienne|repas)|déjeuner|d[iî]ner|petit[- ]déj\w*|"
            r"repas|buffet|banquet|pique[- ]nique|souper|farewell (?:lunch|dinner)|lunch|"
            r"dinner|breakfast|brunch|meal|supper|soirée gala"
        ),
    ),
    (
        SessionKind.WELCOME,
        (
            r"accueil(?! de | du | des )|accueil des (?:participant|congressiste|stagiaire|"
            r"délégué|public|adhérent)\w*|café d['’]accueil|émargement|enregistrement|"
            r"arrivée|welcome coffee|registration|check-in|arrivals?|ouverture des portes|"
            r"doors open|remise des dossiers"
        ),
    ),
    (
        SessionKind.BREAK,
        r"pauses?|café|coffee|tea|break|récréation|temps libre|free time|interruption",
    ),
    (
        SessionKind.RECEPTION,
        (
            r"réception|cocktail|apéritif\w*|apéro\w*|vin d['’]honneur|pot|verre de l['’]amitié|"
            r"reception|drinks|vernissage"
        ),
    ),
    (
        SessionKind.OPENING,
        (
            r"ouverture|mots? d['’]accueil|mots? de bienvenue|bienvenue|"
            r"allocutions? (?:d['’]ouverture|de bienvenue)|inauguration|discours d['’]ouverture|"
            r"introduction|opening|"
            r"welcome|accueil (?:du|de|des|par)"
        ),
    ),
    (
        SessionKind.CLOSING,
        (
            r"clôture|conclusions?|propos conclusifs|fin (?:de la|des|du)|mot de la fin|"
            r"closing|wrap[- ]up|close|farewell|conclude|end of|conclusive"
        ),
    ),
    (
        SessionKind.REPORT_BACK,
        (
            r"restitutions?|mise en commun|synthèse|compte[- ]rendu des|report[- ]backs?|"
            r"reports? from|feedback from"
        ),
    ),
    (
        SessionKind.DECISION,
        (
            r"votes?|élections?|adoption|scrutin|délibérations?|quitus|assemblée générale|"
            r"approbation|validation|motions?|elections?|ballot|annual general meeting|"
            r"agm|resolutions?"
        ),
    ),
    (
        SessionKind.GROUP_WORK,
        (
            r"ateliers?|travail en (?:groupes?|ateliers?|commissions?)|travaux (?:de|en) "
            r"(?:groupes?|ateliers?|commissions?)|commissions?|groupes? de travail|sous[- "
            r"]groupes?|workshops?|breakout\w*|group work|small groups|petits groupes|"
            r"travail sur|working groups?|hands[- ]on|travaux pratiques"
        ),
    ),
    (
        SessionKind.DISCUSSION,
        (
            r"tables? rondes?|débats?|échanges?|discussions?|observations?|questions?(?:[- "
            r"]réponses?)?|panels?|round ?tables?|q ?& ?a|forum|dialogue|controverse|debate"
        ),
    ),
    (SessionKind.PLENARY, r"(?:séance )?plénière|plenary"),
    (
        SessionKind.PRESENTATION,
        (
            r"présentations?|conférences?|exposés?|interventions?|communications?|rapports?|"
            r"retours? sur|retour d['’]expérience|témoignages?|keynote|talks?|presentations?|"
            r"lectures?|rappel|bilan|panorama|demo|démonstration|introduction to|case "
            r"stud(?:y|ies)"
        ),
    ),
)
_COMPILED: Final = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w])", re.IGNORECASE)) for kind, words in _WORDS
)


def kind_of(title: str) -> SessionKind:
    """Return the kind that the first telling word of a title means; other where none tells."""
    best, at = SessionKind.OTHER, len(title) + 1
    for kind, pattern in _COMPILED:
        found = pattern.search(title)
        if found and found.start() < at:
            best, at = kind, found.start()
    return best
