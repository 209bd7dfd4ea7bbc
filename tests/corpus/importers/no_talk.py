"""Texts in which nobody is marked as speaking, however many colons, dashes, brackets and times stand in them."""

from __future__ import annotations

import re

_TEXTS = """
=== records
Nom : Dupont
Âge : 42
Ville : Lyon

Nom : Martin
Âge : 35
Ville : Brest

Nom : Ba
Âge : 51
Ville : Nice
=== records of two fields
Produit : vélo
Prix : 300 euros

Produit : casque
Prix : 40 euros

Produit : gants
Prix : 15 euros
=== for and against
Le télétravail

Avantages : on dort plus et on court moins.

Inconvénients : on ne voit personne.

Le bureau

Avantages : on se parle au café.

Inconvénients : le train est souvent en retard.

La pépinière

Avantages : les voisins aident.

Inconvénients : il y a du bruit.
=== English for and against
Cash

Pros: it is quick and private.

Cons: you have to carry it around.

Cards

Pros: nothing to carry but plastic.

Cons: somebody always knows what you bought.
=== glossary
Parcours : suite des contacts d'un client avec une enseigne.

Canal : moyen par lequel un contact a lieu.

Irritant : ce qui gêne le client sans le faire partir.

Persona : portrait d'un client inventé.
=== glossary with dashes
Panier – ce qu'un client achète en une fois.
Ticket – la preuve de son achat.
Rayon – une suite d'étagères.
Tête de gondole – le bout du rayon, que tous voient.
Réassort – ce qui remplit le rayon le matin.
=== mail
From: Anna Lind
To: Team
Subject: Friday

Dear all,
the meeting is moved to 10:30.

Anna

From: Paul Roe
To: Anna Lind
Subject: Re: Friday

Fine with me.

Paul
=== agenda
9:00 Accueil des participants
9:30 Conférence d'ouverture
11:00 Pause
11:15 Ateliers
12:30 Déjeuner
14:00 Reprise
=== agenda with labels
Accueil 9:00
Conférence 9:30
Pause 11:00
Ateliers 11:15
Pause 15:00
Fin 17:00
=== opening hours
Lundi : fermé
Mardi : 9:00 - 12:00
Mercredi : 9:00 - 18:00
Jeudi : 9:00 - 12:00
Vendredi : 9:00 - 18:00
=== diary
Lundi

Matin : je range la réserve et je prépare les commandes.

Soir : je ferme la caisse vers dix-huit heures.

Mardi

Matin : je passe chez le fournisseur, puis je pose les étiquettes du matin au soir.

Soir : je rentre tôt, car le soir est calme.
=== recipe
Ingrédients : farine, eau, sel.

Préparation : mélanger le tout.

Cuisson : une heure à four chaud.

Astuce : laisser reposer la pâte une nuit.
=== bibliography
Becker, H. S. (1963). Outsiders: Studies in the Sociology of Deviance. New York: Free Press.
Becker, H. S. (1982). Art Worlds. Berkeley: University of California Press.
Glaser, B., & Strauss, A. (1967). The Discovery of Grounded Theory. Chicago: Aldine.
Strauss, A. (1987). Qualitative Analysis for Social Scientists. Cambridge: University Press.
=== headers
Entretien : n° 4
Date : 12 mars
Lieu : Lyon, café de la gare
Durée : 1 h 10
Participants : Anne, Bruno

Un texte libre suit ici.
=== figures
Figure 1 : les ventes

Un paragraphe.

Figure 2 : les achats

Un autre.

Figure 3 : les stocks

Un dernier.
=== chapters
Chapitre 1 : le départ

Il partit à l'aube.

Chapitre 2 : la route

Il marcha.

Chapitre 3 : le retour

Il revint.
=== articles of law
Article 1 – Objet
Le présent contrat porte sur un bail.

Article 2 – Durée
Il court trois ans.

Article 3 – Prix
Le loyer est payé le premier du mois.
=== numbered list
1. Ouvrir la boîte.
2. Sortir les pièces.
3. Visser les pieds.
4. Poser le plateau.
5. Ranger les outils.
=== lettered list
A. Ouvrir la boîte.
B. Sortir les pièces.
C. Visser les pieds.

A. Ranger les outils.
B. Balayer.
C. Fermer.
=== survey
1. Combien de fois venez-vous ?
( ) Chaque jour
( ) Chaque semaine
( ) Rarement

2. Recommanderiez-vous le magasin ?
( ) Oui
( ) Non

3. Pourquoi ?
=== answers counted
Oui : 45 %
Non : 50 %
Sans avis : 5 %

Oui : 60 %
Non : 30 %
Sans avis : 10 %
=== results
Lyon - Brest 2:1
Nice - Lille 0:0
Metz - Nantes 3:2
Lens - Reims 1:1
=== results that recur
Lyon : 3
Brest : 2

Lyon : 1
Brest : 4

Lyon : 0
Brest : 0
=== log
2026-01-05 10:00:01 INFO service started
2026-01-05 10:00:04 WARN disk nearly full
2026-01-05 10:02:10 INFO cleaned
2026-01-05 10:09:00 WARN disk nearly full
=== code
if a > b:
    return a
else:
    return b

for x in y:
    print(x)

if c > d:
    return c
else:
    return d
=== settings
name: verbatim
version: 2
name: other
version: 3
name: third
version: 4
=== terms in bold
- **Accueil** : le sourire compte avant tout.
- **Attente** : dix minutes au plus.
- **Caisse** : deux ouvertes le samedi.
- **Retour** : sans justification.
=== people and functions
Marie Dupont – directrice
Paul Martin – vendeur
Awa Ba – caissière
Jean Roux – vendeur
=== telephone list
Marie Dupont : 06 12 34 56 78
Paul Martin : 06 98 76 54 32
Awa Ba : 07 11 22 33 44
=== prose with colons
Il y a deux raisons : le prix et la place.

Ensuite vient la question du temps : elle est réglée.

Une chose encore : le prix monte.

On le voit : tout change.

Et pourtant : rien ne bouge.
=== field notes
Observation : deux clientes attendent devant la porte fermée.

Interprétation : l'horaire n'est pas affiché.

Observation : un vendeur range seul le rayon du fond.

Interprétation : l'équipe est réduite le lundi. Mon interprétation reste à vérifier, comme l'observation du matin.
=== quotations
« Tout est là », dit-elle en montrant la cour.

« Rien n'a bougé », répond le gardien.

« Tout est là », répète-t-elle.

« Rien n'a bougé », dit-il encore.
=== asides
(rires) On en a vu d'autres.

(silence) Et puis voilà.

(rires) On recommence.

(silence) Non.
=== left out names
[Entreprise] ferme le lundi.

On le savait.

[Entreprise] ouvre le mardi.

[Entreprise] recrute.
=== links
[Accueil](https://a.example) mène au début.

[Aide](https://b.example) explique.

[Accueil](https://a.example) encore.
=== sections that recur
Site de Lyon

Contexte
Le magasin ouvre en mars.

Résultats
Les ventes montent.

Site de Brest

Contexte
Le magasin est ancien.

Résultats
Les ventes stagnent.

Site de Nice

Contexte
Le magasin a brûlé.

Résultats
Rien encore.
=== pages from the web
Skip to content
Menu
Accueil
Contact

Bienvenue sur notre site.

Menu
Accueil
Contact

Mentions légales
=== poem
Ô temps,
suspends ton vol :
ô lac,
rochers muets,
grottes,
forêt obscure :
vous que le temps épargne,
ôte ton voile.
=== prices
Café : 2 €
Thé : 2,50 €
Chocolat : 3 €
Eau : 1 €
Sirop : 1,50 €
=== minutes of a meeting
Décision : le stand ouvre en mai.
Action : Marie commande les tables.
Échéance : fin avril.

Décision : le prix reste le même.
Action : Paul imprime les affiches.
Échéance : mi-avril.
=== verses
Luc 3:16 Il viendra un plus grand.
Luc 4:2 Il eut faim.
Jean 1:1 Au commencement.
Jean 3:16 Car il a tant aimé.
=== changes
Added: search by word.
Fixed: the window closes.
Added: print.
Fixed: undo after print.
Changed: the icon.
=== a table with bars
| nom | âge |
| --- | --- |
| Anne | 42 |
| Bruno | 35 |
| Anne | 12 |
| Bruno | 8 |
=== German notes
Ort: Köln
Datum: 3. Mai
Hinweis: Das Gerät war aus.
Beispiel: ein Rad.
Hinweis: Es regnete.
Beispiel: ein Schirm.
=== Spanish lists
Ventajas: es barato y rápido.
Desventajas: se rompe pronto.
Ventajas: dura mucho.
Desventajas: pesa bastante.
=== Chinese notes
例如：今天的天气很好。

注意：商店九点开门。

总之：一切顺利。
=== a story with dashes
Il entra – sans frapper – et s'assit.

Elle parlait – toujours – de la mer.

Personne – ou presque – n'écoutait.

Il sortit – sans un mot.
=== questions of a web page
Comment annuler ma commande ?
Écrivez-nous avant dix-huit heures.

Quand serai-je livré ?
Sous trois jours.

Qui paie le retour ?
Nous, pendant un mois.
=== capital words
HAL est une archive.

HAL reçoit des articles.

CNRS et INRIA y déposent.

HAL et CNRS travaillent ensemble.

CNRS finance.
"""

NO_TALK = dict(re.findall(r"^=== (.+)\n((?:(?!=== ).*\n)+)", _TEXTS, re.MULTILINE))

# Somebody says I in it, and the same two words open the paragraphs in turn: the person is asked to look.
LOOK_LIKE_TALK = {"diary"}
