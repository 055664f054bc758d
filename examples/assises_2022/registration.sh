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

# L'événement, où chaque atelier reçoit 40 places, et la table [registration]
sed '/^number = [123]$/a\
capacity = 40
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
echo '# Les cent vingt personnes de la feuille ; leurs autres vœux ne sont pas lus'
inscrire import event.toml attendees.csv --map 'Atelier=sessions' --map 'Autres vœux=-' --by exemple
inscrire status event.toml

echo
echo "# Il reste deux places à l'atelier 1 : la troisième personne attend"
inscrire register event.toml --name 'Anselme Dernierpré' --email anselme@example.org \
    --audience collegues --session atelier-1 --answer repas=complet --key exemple-1 --by exemple
inscrire register event.toml --name 'Bertille Dernierpré' --email bertille@example.org \
    --audience collegues --session atelier-1 --answer repas=vegetarien --key exemple-2 --by exemple
inscrire register event.toml --name 'Colin Dernierpré' --email colin@example.org \
    --audience partenaires --session atelier-1 --answer diner=oui --answer nuit=non \
    --key exemple-3 --by exemple
inscrire register event.toml --name 'Delphine Dernierpré' --email delphine@example.org \
    --audience partenaires --session atelier-1 --key exemple-4 --by exemple

echo
echo '# La même demande, envoyée deux fois, inscrit une fois'
inscrire register event.toml --name 'Delphine Dernierpré' --email delphine@example.org \
    --audience partenaires --session atelier-1 --key exemple-4 --by exemple

echo
echo '# Une personne annule : sa place est proposée à la première qui attend, qui la prend'
inscrire cancel event.toml anselme@example.org --by exemple --why 'empêchement'
inscrire confirm event.toml colin@example.org --by exemple

echo
echo "# Une autre change d'avis ; sa place est proposée à la suivante, qui a 48 heures pour répondre"
inscrire change event.toml bertille@example.org --drop atelier-1 --add atelier-3 --by exemple
inscrire list event.toml --session atelier-1 --state offered

echo
echo "# Aucune offre n'a expiré"
inscrire promote event.toml --by exemple

echo
echo '# Exporter, clore, et vérifier que rien ne manque'
inscrire export event.toml -o inscrits.csv
inscrire close event.toml --by exemple
inscrire status event.toml
inscrire log event.toml --attendee colin@example.org
inscrire log event.toml --verify
