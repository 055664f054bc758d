#!/bin/sh
# S'inscrire aux Assises, du premier jour à la clôture. Rien de ceci n'est d'origine : les personnes,
# les capacités et les dates sont inventées pour l'exemple.
#
#     sh registration.sh DOSSIER
#
# Le dossier reçoit l'événement avec ses inscriptions, la base de données et la feuille exportée.

set -eu
ici=$(cd "$(dirname "$0")" && pwd)
dossier=${1:?"usage : sh registration.sh DOSSIER"}
mkdir -p "$dossier"

# L'événement, où chaque atelier reçoit 37 places et chaque groupe de travail 45, et la table
# [registration]
sed '/^number = [123]$/a\
capacity = 37
/^formed_in = /a\
capacity = 45
' "$ici/event.toml" | cat - "$ici/registration.toml" > "$dossier/event.toml"
cp "$ici/attendees.csv" "$dossier"
cd "$dossier"

# Montrer une commande, et ce qu'elle répond
inscrire() {
    printf '\n$ partenariats registration'
    for mot; do
        case $mot in
        *[!A-Za-z0-9@=._-]*) printf " '%s'" "$mot" ;;
        *) printf ' %s' "$mot" ;;
        esac
    done
    echo
    partenariats registration "$@" --language fr 2>&1
}

echo '# Préparer, et ouvrir sans attendre la date'
inscrire init event.toml --by exemple
inscrire open event.toml --by exemple --why 'pour cet exemple'

echo
echo '# Les cent vingt personnes de la feuille, avec leurs vœux : un atelier, les autres, des thèmes'
inscrire import event.toml attendees.csv --map 'Atelier=wishes' --map 'Autres vœux=wishes' \
    --map 'Thèmes=wishes' --by exemple

echo
echo "# Répartir d'après les vœux : les groupes de travail du matin, les ateliers de l'après-midi"
inscrire allocate event.toml --dry-run --round ateliers
inscrire allocate event.toml --by exemple
inscrire status event.toml

echo
echo '# Répartir encore ne change rien'
inscrire allocate event.toml --round ateliers --by exemple

echo
echo "# Il reste une place à l'atelier 2 : la deuxième personne attend"
inscrire register event.toml --name 'Anselme Dernierpré' --email anselme@example.org \
    --audience collegues --session atelier-2 --answer repas=complet --key exemple-1 --by exemple
inscrire register event.toml --name 'Bertille Dernierpré' --email bertille@example.org \
    --audience partenaires --session atelier-2 --answer diner=oui --answer nuit=non \
    --key exemple-2 --by exemple
inscrire register event.toml --name 'Colin Dernierpré' --email colin@example.org \
    --audience partenaires --session atelier-2 --key exemple-3 --by exemple

echo
echo '# La même demande, envoyée deux fois, inscrit une fois'
inscrire register event.toml --name 'Colin Dernierpré' --email colin@example.org \
    --audience partenaires --session atelier-2 --key exemple-3 --by exemple

echo
echo '# Une personne annule : sa place est proposée à la première qui attend, qui la prend'
inscrire cancel event.toml anselme@example.org --by exemple --why 'empêchement'
inscrire confirm event.toml bertille@example.org --by exemple

echo
echo "# Puis elle change d'avis ; sa place est proposée à la suivante, qui a 48 heures pour répondre"
inscrire change event.toml bertille@example.org --drop atelier-2 --add atelier-3 --by exemple
inscrire list event.toml --session atelier-2 --state offered

echo
echo "# Aucune offre n'a expiré"
inscrire promote event.toml --by exemple

echo
echo "# Deux personnes ne veulent que l'atelier 1, qui est complet ; quelqu'un y renonce"
inscrire register event.toml --name 'Delphine Dernierpré' --email delphine@example.org \
    --audience collegues --wish atelier-1 --key exemple-4 --by exemple
inscrire register event.toml --name 'Émile Dernierpré' --email emile@example.org \
    --audience collegues --wish atelier-1 --wish transition-ecologique --key exemple-5 --by exemple
inscrire cancel event.toml gabin.beaucerisier@example.net --by exemple --why 'empêchement'

echo
echo "# Répartir de nouveau déplace le moins de monde possible : une personne, pour l'une des deux"
inscrire allocate event.toml --by exemple
inscrire show event.toml emile@example.org

echo
echo '# Exporter, clore, et vérifier que rien ne manque'
inscrire export event.toml -o inscrits.csv
inscrire close event.toml --by exemple
inscrire status event.toml
inscrire log event.toml --attendee bertille@example.org
inscrire log event.toml --verify
