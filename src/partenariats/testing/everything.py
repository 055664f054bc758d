"""An event that uses every key, so that whatever a format loses is there to be lost."""

from __future__ import annotations

from typing import Final

EVERYTHING: Final = """
format = 1
[event]
id = "example"
title = "Assises"
series = "Assises du savoir"
edition = 3
motto = "Voir loin"
purpose = "Se réunir"
description = "Deux jours"
language = "en"
languages = ["fr", "en"]
timezone = "Europe/Paris"
city = "Niort"
country = "FR"
organizers = ["syndicat"]
partners = ["ville"]
audiences = [{ id = "elus", title = "Élus" }]
expected = 80
url = "https://example.org/"
contact = "assises@example.org"
revision = { number = 2, at = 2027-01-01T00:00:00Z }
[[organizations]]
id = "syndicat"
name = "Syndicat"
kind = "union"
url = "https://example.org/syndicat"
[[organizations]]
id = "ville"
name = "Ville de Niort"
acronym = "VDN"
[[people]]
id = "anne"
name = "Anne Martin"
honorific = "Mme"
positions = [{ title = "membre", organization = "ville" }]
biography = "Née à Niort"
url = "https://example.org/anne"
confirmed = true
[[venues]]
id = "centre"
name = "Centre"
address = "1 rue de l'Exemple"
city = "Niort"
url = "https://example.org/centre"
latitude = 46.3
longitude = -0.4
accessibility = ["mi"]
travel = [{ to = "annexe", minutes = 10 }]
[[venues]]
id = "annexe"
name = "Annexe"
[[rooms]]
id = "salle"
name = "Salle"
venue = "centre"
capacity = 60
shared = true
accessibility = ["mi"]
[[rooms]]
id = "reserve"
name = "Petite salle"
[[themes]]
id = "vide"
title = "Sans séance"
[[themes]]
id = "climat"
title = "Climat"
[[themes]]
id = "eau"
title = { fr = "Eau", en = "Water" }
description = "L'eau de pluie"
color = "#0000ff"
parent = "climat"
[[topics]]
id = "arbres"
title = "Arbres"
theme = "climat"
state = "approved"
proposed_by = "anne"
[[working_groups]]
id = "groupe"
theme = "eau"
title = "Groupe de l'eau"
state = "active"
formed_in = "plenum"
lead = "anne"
members = ["anne"]
capacity = 12
agreement = "Convention"
deliverables = ["Rapport"]
[[days]]
id = "vendredi"
date = 2027-06-04
title = "Premier jour"
start = "8:00"
end = "20:00"
[[blocks]]
id = "matin"
day = "vendredi"
label = "Matinée"
title = "Ensemble"
description = "Dans la grande salle"
start = "9:00"
end = "13:00"
venue = "centre"
themes = ["eau"]
points = ["Faire le point"]
[[sessions]]
id = "plenum"
block = "matin"
kind = "meal"
title = "Plenum"
start = "9:30"
end = "10:30"
description = "On écoute"
venue = "annexe"
room = "salle"
themes = ["eau"]
topics = ["arbres"]
credits = [{ person = "anne", role = "chair" }]
points = ["Bilan"]
language = "fr"
expected = 50
capacity = 55
minimum = 5
required_for = ["elus"]
tentative = true
url = "https://example.org/plenum"
[[sessions]]
id = "travail"
block = "matin"
kind = "group_work"
title = "Travail"
start = "11:00"
duration = "1 h"
[[workshops]]
id = "atelier"
title = "Atelier de l'eau"
number = 4
within = "travail"
venue = "annexe"
[[workshops]]
id = "autre-atelier"
number = 5
within = "travail"
themes = ["climat"]
[[sessions]]
id = "suite"
block = "matin"
title = { fr = "Suite", en = "Next" }
language = "en"
start = "12:30"
[[sessions]]
id = "diner"
day = "vendredi"
kind = "meal"
title = "Dîner"
start = "19:00"
venue = "annexe"
[[sessions]]
id = "bal"
day = "vendredi"
title = "Bal"
room = "reserve"
start = "25:00"
end = "26:00"
[[outputs]]
use = "json"
options = { since = 2022-01-01 }
[checks]
options = { TIM001 = { since = 2022-01-01 } }
[editions]
options = { since = 2022-01-01 }
[registration]
use = "memory"
codes = ["mot-de-passe"]
capacity = 70
options = { name = "x" }
[plugins.own]
when = 2022-01-01
date = "2022-01-01"
"""
