"""Which kind of session a title means."""

from __future__ import annotations

import re
from typing import Final

from partenariats.model.sessions import SessionKind

_WORDS: Final = (
    (SessionKind.MEAL, r"pause[- ](?:déjeuner|méridienne|repas)|déjeuner|d[iî]ner|petit[- ]déj\w*|repas|buffet|banquet|pique[- ]nique|souper|farewell (?:lunch|dinner)|lunch|dinner|breakfast|brunch|meal|supper|soirée gala"),
    (SessionKind.WELCOME, r"accueil(?! de | du | des )|accueil des (?:participant|congressiste|stagiaire|délégué|public|adhérent)\w*|café d['’]accueil|émargement|enregistrement|arrivée|welcome coffee|registration|check-in|arrivals?|ouverture des portes|doors open|remise des dossiers"),
    (SessionKind.BREAK, r"pauses?|café|coffee|tea|break|récréation|temps libre|free time|interruption"),
    (SessionKind.RECEPTION, r"réception|cocktail|apéritif\w*|apéro\w*|vin d['’]honneur|pot|verre de l['’]amitié|reception|drinks|vernissage"),
    (SessionKind.OPENING, r"ouverture|mots? d['’]accueil|mots? de bienvenue|bienvenue|allocutions? (?:d['’]ouverture|de bienvenue)|inauguration|discours d['’]ouverture|introduction|opening|welcome|accueil (?:du|de|des|par)"),
    (SessionKind.CLOSING, r"clôture|conclusions?|propos conclusifs|fin (?:de la|des|du)|mot de la fin|closing|wrap[- ]up|close|farewell|conclude|end of|conclusive"),
    (SessionKind.REPORT_BACK, r"restitutions?|mise en commun|synthèse|compte[- ]rendu des|report[- ]backs?|reports? from|feedback from"),
    (SessionKind.DECISION, r"votes?|élections?|adoption|scrutin|délibérations?|quitus|assemblée générale|approbation|validation|motions?|elections?|ballot|annual general meeting|agm|resolutions?"),
    (SessionKind.GROUP_WORK, r"ateliers?|travail en (?:groupes?|ateliers?|commissions?)|travaux (?:de|en) (?:groupes?|ateliers?|commissions?)|commissions?|groupes? de travail|sous[- ]groupes?|workshops?|breakout\w*|group work|small groups|petits groupes|travail sur|working groups?|hands[- ]on|travaux pratiques"),
    (SessionKind.DISCUSSION, r"tables? rondes?|débats?|échanges?|discussions?|observations?|questions?(?:[- ]réponses?)?|panels?|round ?tables?|q ?& ?a|forum|dialogue|controverse|debate"),
    (SessionKind.PLENARY, r"(?:séance )?plénière|plenary"),
    (SessionKind.PRESENTATION, r"présentations?|conférences?|exposés?|interventions?|communications?|rapports?|retours? sur|retour d['’]expérience|témoignages?|keynote|talks?|presentations?|lectures?|rappel|bilan|panorama|demo|démonstration|introduction to|case stud(?:y|ies)"),
)  # fmt: skip
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
