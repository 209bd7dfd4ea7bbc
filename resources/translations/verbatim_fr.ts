<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>AddFramework</name>
    <message>
        <source>Add a framework</source>
        <translation>Ajouter un cadre théorique</translation>
    </message>
    <message>
        <source>Language of names and definitions</source>
        <translation>Langue des noms et des définitions</translation>
    </message>
    <message>
        <source>Frameworks that come with the program</source>
        <translation>Cadres théoriques fournis avec le programme</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>A framework of your own, written as a .toml file</source>
        <translation>Un cadre théorique à soi, écrit dans un fichier .toml</translation>
    </message>
    <message>
        <source>{title} (in the project)</source>
        <translation>{title} (dans le projet)</translation>
    </message>
    <message>
        <source>{title} · codes: {count}</source>
        <translation>{title} · codes : {count}</translation>
    </message>
    <message>
        <source>Frameworks (*.toml)</source>
        <translation>Cadres théoriques (*.toml)</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Answer the remark</source>
        <translation>Répondre à la remarque</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La réponse</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Réponse</translation>
    </message>
    <message>
        <source>Answered by the &amp;code</source>
        <translation>Réponse dans le &amp;code</translation>
    </message>
    <message>
        <source>by the &amp;document</source>
        <translation>dans le &amp;document</translation>
    </message>
    <message>
        <source>by the &amp;memo</source>
        <translation>dans le &amp;mémo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <source>Answers to the guide</source>
        <translation>Réponses au guide</translation>
    </message>
</context>
<context>
    <name>ArrangeButton</name>
    <message>
        <source>Arrange</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Arrange: percents, order, totals, and a line for each cell</source>
        <translation>Disposition : pourcentages, ordre, totaux, et une ligne par case</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Percents of the row</source>
        <translation>Pourcentages de la ligne</translation>
    </message>
    <message>
        <source>Percents of the column</source>
        <translation>Pourcentages de la colonne</translation>
    </message>
    <message>
        <source>Percents of all</source>
        <translation>Pourcentages de l’ensemble</translation>
    </message>
    <message>
        <source>In the order of the project</source>
        <translation>Dans l’ordre du projet</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By what they add up to</source>
        <translation>Par leur total</translation>
    </message>
    <message>
        <source>Alike ones beside each other</source>
        <translation>Les semblables côte à côte</translation>
    </message>
    <message>
        <source>By case: organisation, then name</source>
        <translation>Par cas : organisation, puis nom</translation>
    </message>
    <message>
        <source>By role: the function of who speaks</source>
        <translation>Par rôle : fonction de qui parle</translation>
    </message>
    <message>
        <source>By time: the date of the interview</source>
        <translation>Par date d’entretien</translation>
    </message>
    <message>
        <source>Totals, each unit once</source>
        <translation>Totaux, chaque unité une fois</translation>
    </message>
    <message>
        <source>A line for each cell</source>
        <translation>Une ligne par case</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>Codebook</source>
        <translation>Grille de codage</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
</context>
<context>
    <name>AskingTable</name>
    <message>
        <source>Interviews and what each asks</source>
        <translation>Entretiens et questions posées dans chacun</translation>
    </message>
</context>
<context>
    <name>Askings</name>
    <message>
        <source>found, not confirmed</source>
        <translation>repérée, non confirmée</translation>
    </message>
</context>
<context>
    <name>AssertionsView</name>
    <message>
        <source>Assertions</source>
        <translation>Assertions</translation>
    </message>
    <message>
        <source>What you claim</source>
        <translation>Ce que vous affirmez</translation>
    </message>
    <message>
        <source>A sentence of your results</source>
        <translation>Une phrase de vos résultats</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Portée</translation>
    </message>
    <message>
        <source>Of whom, when and where it is claimed</source>
        <translation>De qui, quand et où vous l’affirmez</translation>
    </message>
    <message>
        <source>Rival explanations</source>
        <translation>Explications rivales</translation>
    </message>
    <message>
        <source>What else could explain it</source>
        <translation>Ce qui pourrait l’expliquer autrement</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Drag segments onto an assertion, or press S on them; on the Verbatims page, press Shift+S on those that are selected.</source>
        <translation>Faites glisser des segments sur une assertion, ou appuyez sur S ; sur la page Verbatims, appuyez sur Maj+S sur ceux qui sont sélectionnés.</translation>
    </message>
    <message>
        <source>New assertion</source>
        <translation>Nouvelle assertion</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Assertion</source>
        <translation>Assertion</translation>
    </message>
    <message>
        <source>(of no concept)</source>
        <translation>(d’aucun concept)</translation>
    </message>
    <message>
        <source>To be worded: {concept}</source>
        <translation>À formuler : {concept}</translation>
    </message>
    <message numerus="yes">
        <source>%n support</source>
        <translation>
            <numerusform>%n appuie</numerusform>
            <numerusform>%n appuient</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nuance</source>
        <translation>
            <numerusform>%n nuance</numerusform>
            <numerusform>%n nuancent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradict</source>
        <translation>
            <numerusform>%n contredit</numerusform>
            <numerusform>%n contredisent</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {asked} participants</source>
        <translation>{n} participant·e·s sur {asked}</translation>
    </message>
    <message>
        <source>still to be worded</source>
        <translation>à formuler</translation>
    </message>
    <message>
        <source>nothing supports it yet</source>
        <translation>rien ne l’appuie encore</translation>
    </message>
    <message>
        <source>rests on one person alone</source>
        <translation>ne repose que sur une personne</translation>
    </message>
    <message>
        <source>rests on one document alone</source>
        <translation>ne repose que sur un document</translation>
    </message>
    <message>
        <source>more often contradicted than supported</source>
        <translation>plus souvent contredite qu’appuyée</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) of the concept bear on it not yet</source>
        <translation>
            <numerusform>%n segment du concept ne s’y rapporte pas encore</numerusform>
            <numerusform>%n segments du concept ne s’y rapportent pas encore</numerusform>
        </translation>
    </message>
    <message>
        <source>Counter-cases: {people}</source>
        <translation>Cas contraires : {people}</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>appuie</translation>
    </message>
    <message>
        <source>nuances</source>
        <translation>nuance</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>contredit</translation>
    </message>
</context>
<context>
    <name>AutoCode</name>
    <message>
        <source>Auto-code</source>
        <translation>Codage auto</translation>
    </message>
    <message>
        <source>Code many places at once, after a look at them</source>
        <translation>Coder beaucoup de passages à la fois, après les avoir relus</translation>
    </message>
    <message>
        <source>All that is listed…</source>
        <translation>Tout ce qui est listé…</translation>
    </message>
    <message>
        <source>By speaker…</source>
        <translation>Par locuteur…</translation>
    </message>
    <message>
        <source>By heading…</source>
        <translation>Par titre…</translation>
    </message>
    <message>
        <source>Code what is listed</source>
        <translation>Coder ce qui est listé</translation>
    </message>
    <message>
        <source>Code by speaker</source>
        <translation>Coder par locuteur</translation>
    </message>
    <message>
        <source>Code by heading</source>
        <translation>Coder par titre</translation>
    </message>
    <message>
        <source>There is nothing to code in this way.</source>
        <translation>Il n’y a rien à coder de cette façon.</translation>
    </message>
    <message>
        <source>With which code</source>
        <translation>Avec quel code</translation>
    </message>
    <message>
        <source>With one code</source>
        <translation>Avec un seul code</translation>
    </message>
    <message>
        <source>With a code for each, named like it</source>
        <translation>Avec un code pour chacun, à son nom</translation>
    </message>
    <message numerus="yes">
        <source>Code %n segment(s)</source>
        <translation>
            <numerusform>Coder %n segment</numerusform>
            <numerusform>Coder %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) coded automatically.</source>
        <translation>
            <numerusform>%n segment codé automatiquement.</numerusform>
            <numerusform>%n segments codés automatiquement.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beyond</name>
    <message>
        <source>Not agreed to</source>
        <translation>Sans accord</translation>
    </message>
    <message>
        <source>Why it leaves all the same</source>
        <translation>Pourquoi cela sort malgré tout</translation>
    </message>
    <message>
        <source>This is written down, and no undo takes it back</source>
        <translation>C’est consigné, et annuler ne l’efface pas</translation>
    </message>
    <message>
        <source>Let it leave</source>
        <translation>Laisser sortir malgré tout</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Exporter sans ces personnes</translation>
    </message>
    <message>
        <source>Why all the same</source>
        <translation>Pourquoi malgré tout</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Consentement retiré</translation>
    </message>
    <message>
        <source>This shows what these participants did not agree to:</source>
        <translation>Ceci montre ce que ces personnes n’ont pas accepté :</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>What the memo can link to</source>
        <translation>Ce que le mémo peut lier</translation>
    </message>
</context>
<context>
    <name>BorneTable</name>
    <message>
        <source>What bears on the assertion</source>
        <translation>Ce qui porte sur l’assertion</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>CapabilitiesModel</name>
    <message>
        <source>direct {direct} · linked {linked}</source>
        <translation>directs {direct} · liés {linked}</translation>
    </message>
    <message>
        <source> · not re-read {unread}</source>
        <translation> · non relus {unread}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>un par un</translation>
    </message>
    <message>
        <source>{mode}, from above</source>
        <translation>{mode}, du parent</translation>
    </message>
    <message>
        <source>suggested: {words}</source>
        <translation>suggéré : {words}</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} sur {total}</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom :</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Masquer cette colonne</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Rename the attribute</source>
        <translation>Renommer l’attribut</translation>
    </message>
    <message>
        <source>Names and choices…</source>
        <translation>Noms et choix…</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Make groups…</source>
        <translation>Faire des groupes…</translation>
    </message>
    <message numerus="yes">
        <source>Make again: %n value(s) changed since</source>
        <translation>
            <numerusform>Refaire : %n valeur changée depuis</numerusform>
            <numerusform>Refaire : %n valeurs changées depuis</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the attribute</source>
        <translation>Retirer l’attribut</translation>
    </message>
</context>
<context>
    <name>CellPreview</name>
    <message>
        <source>Quotations of the cell</source>
        <translation>Verbatims de la cellule</translation>
    </message>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n segment codé</numerusform>
            <numerusform>%n segments codés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradicting</source>
        <translation>
            <numerusform>%n contredit</numerusform>
            <numerusform>%n contredisent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n coded segment(s)</source>
        <translation>
            <numerusform>Montrer %n segment codé</numerusform>
            <numerusform>Montrer les %n segments codés</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what contradicts</source>
        <translation>Montrer ce qui contredit</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} of the row's words</source>
        <translation>{share} des mots de la ligne</translation>
    </message>
    <message>
        <source>{share} of those who were asked</source>
        <translation>{share} des personnes à qui la question a été posée</translation>
    </message>
    <message>
        <source>Go to a cell with the arrow keys: its words show here.</source>
        <translation>Allez à une cellule avec les flèches : ses mots s’affichent ici.</translation>
    </message>
    <message>
        <source>Nothing stands behind this cell.</source>
        <translation>Rien ne se trouve derrière cette cellule.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>contradicts, not counted</source>
        <translation>contredit, non compté</translation>
    </message>
</context>
<context>
    <name>CodeEntry</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Inclure</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Typical example</source>
        <translation>Exemple typique</translation>
    </message>
    <message>
        <source>Atypical example</source>
        <translation>Exemple atypique</translation>
    </message>
    <message>
        <source>Cues, one a line</source>
        <translation>Indices, un par ligne</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Autres noms, un par ligne</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Back to the codebook</source>
        <translation>Revenir à la grille de codage</translation>
    </message>
    <message>
        <source>Back to the codebook (Escape)</source>
        <translation>Revenir à la grille de codage (Échap)</translation>
    </message>
    <message>
        <source>Kept as you type</source>
        <translation>Enregistré au fil de la frappe</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>Who wrote what is said of this code, when, and instead of what</source>
        <translation>Qui a écrit ce qui est dit de ce code, quand, et à la place de quoi</translation>
    </message>
    <message>
        <source>In the sets: {names}</source>
        <translation>Dans les ensembles : {names}</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>Edit the code</source>
        <translation>Modifier le code</translation>
    </message>
    <message>
        <source>Add a code to the framework</source>
        <translation>Ajouter un code au cadre théorique</translation>
    </message>
    <message>
        <source>such as C8; may be left empty</source>
        <translation>par exemple C8 ; peut rester vide</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>tout en haut</translation>
    </message>
    <message>
        <source>From this study</source>
        <translation>Issu de cette étude</translation>
    </message>
    <message>
        <source>From the literature</source>
        <translation>Issu de la littérature</translation>
    </message>
    <message>
        <source>one rule a line</source>
        <translation>une règle par ligne</translation>
    </message>
    <message>
        <source>kept as a theoretical memo on the code</source>
        <translation>gardée en mémo théorique sur le code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>In &amp;short</source>
        <translation>En &amp;bref</translation>
    </message>
    <message>
        <source>&amp;Under</source>
        <translation>&amp;Sous</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>&amp;Définition</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>&amp;Inclure</translation>
    </message>
    <message>
        <source>E&amp;xclude</source>
        <translation>&amp;Exclure</translation>
    </message>
    <message>
        <source>Typi&amp;cal</source>
        <translation>Typi&amp;que</translation>
    </message>
    <message>
        <source>&amp;Provenance</source>
        <translation>&amp;Provenance</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Raison</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>CodeHistoryDialog</name>
    <message>
        <source>History of {code}</source>
        <translation>Historique de {code}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Inclure</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Typical example</source>
        <translation>Exemple typique</translation>
    </message>
    <message>
        <source>Atypical example</source>
        <translation>Exemple atypique</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>{title}, codes: {count}</source>
        <translation>{title}, codes : {count}</translation>
    </message>
    <message>
        <source>also called {name}</source>
        <translation>appelé aussi {name}</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>This project has no interviews yet.</source>
        <translation>Ce projet n’a pas encore d’entretiens.</translation>
    </message>
    <message>
        <source>Import interviews…</source>
        <translation>Importer des entretiens…</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere in this window.</source>
        <translation>Ou déposez des fichiers et des dossiers n’importe où dans la fenêtre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message>
        <source>left out of the analysis</source>
        <translation>hors de l’analyse</translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>Name of a code</source>
        <translation>Nom d’un code</translation>
    </message>
    <message>
        <source>Codes found</source>
        <translation>Codes trouvés</translation>
    </message>
    <message>
        <source>Definition of the code, and examples at hand</source>
        <translation>Définition du code et rappel d’exemples</translation>
    </message>
    <message>
        <source>Find or create a code: parent/child</source>
        <translation>Trouver ou créer un code : parent/enfant</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>Trouver un code</translation>
    </message>
    <message>
        <source>Create “{name}”</source>
        <translation>Créer « {name} »</translation>
    </message>
    <message>
        <source>Create the code and apply it (Ctrl+Enter)</source>
        <translation>Créer le code et l’appliquer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Type a name, or ↓ to choose</source>
        <translation>Saisissez un nom, ou ↓ pour choisir</translation>
    </message>
    <message>
        <source>near names below the line: ↓</source>
        <translation>noms proches sous le trait : ↓</translation>
    </message>
    <message>
        <source>No code is called like this; Ctrl+Enter creates it</source>
        <translation>Aucun code ne s’appelle ainsi ; Ctrl+Entrée le crée</translation>
    </message>
    <message>
        <source>No code is called like this.</source>
        <translation>Aucun code ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>Enter chooses</source>
        <translation>Entrée choisit</translation>
    </message>
    <message>
        <source>Enter applies · Shift+Enter stays open</source>
        <translation>Entrée applique · Maj+Entrée reste ouvert</translation>
    </message>
    <message>
        <source>No definition yet.</source>
        <translation>Pas encore de définition.</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Typique</translation>
    </message>
    <message>
        <source>Most unlike</source>
        <translation>Le plus différent</translation>
    </message>
    <message>
        <source>Examples at hand</source>
        <translation>Rappel d’exemples</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>Pas encore utilisé.</translation>
    </message>
</context>
<context>
    <name>CodeQuestions</name>
    <message>
        <source>What did I miss?</source>
        <translation>Qu’ai-je manqué ?</translation>
    </message>
    <message>
        <source>Passages like those of the code, and not coded so</source>
        <translation>Passages proches de ceux du code, et non codés ainsi</translation>
    </message>
    <message>
        <source>Passages alike</source>
        <translation>Passages proches</translation>
    </message>
    <message>
        <source>Passages like those of the code, coded so or not</source>
        <translation>Passages proches de ceux du code, codés ainsi ou non</translation>
    </message>
    <message>
        <source>Verbatims unlike the others</source>
        <translation>Verbatims à l’écart des autres</translation>
    </message>
    <message>
        <source>The code's own verbatims, the least like the others first</source>
        <translation>Les verbatims du code, les moins proches des autres d’abord</translation>
    </message>
    <message>
        <source>Codes used alike</source>
        <translation>Codes employés de même</translation>
    </message>
    <message>
        <source>Pairs of codes that are given to like words</source>
        <translation>Paires de codes donnés à des propos proches</translation>
    </message>
    <message>
        <source>Like {code}, and not coded so</source>
        <translation>Proches de {code}, et non codés ainsi</translation>
    </message>
    <message>
        <source>Like {code}</source>
        <translation>Proches de {code}</translation>
    </message>
    <message>
        <source>{code}: the least like the others first</source>
        <translation>{code} : les moins proches des autres d’abord</translation>
    </message>
    <message>
        <source>No verbatim of {code} is within these choices.</source>
        <translation>Aucun verbatim de {code} ne répond à ces choix.</translation>
    </message>
    <message>
        <source>Nothing else here is like what {code} was given to.</source>
        <translation>Rien d’autre ici n’est proche de ce que {code} désigne.</translation>
    </message>
</context>
<context>
    <name>CodeTree</name>
    <message>
        <source>Codebook</source>
        <translation>Grille de codage</translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message>
        <source>Type to find or create</source>
        <translation>Taper pour trouver ou créer</translation>
    </message>
    <message>
        <source>Find or create a code</source>
        <translation>Trouver ou créer un code</translation>
    </message>
    <message>
        <source>Enter applies the code named below, Ctrl+Enter creates one; parent/child works</source>
        <translation>Entrée applique le code indiqué dessous, Ctrl+Entrée en crée un ; parent/enfant est compris</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Codes that are never used, rest on one person or lie under another ({key})</source>
        <translation>Codes jamais employés, qui reposent sur une seule personne ou recouverts par un autre ({key})</translation>
    </message>
    <message>
        <source>No code is called like this; Ctrl+Enter creates it</source>
        <translation>Aucun code ne s’appelle ainsi ; Ctrl+Entrée le crée</translation>
    </message>
    <message>
        <source>Enter applies {code}</source>
        <translation>Entrée applique {code}</translation>
    </message>
    <message>
        <source>Name of the code under {parent}</source>
        <translation>Nom du code sous {parent}</translation>
    </message>
    <message>
        <source>Name of the code</source>
        <translation>Nom du code</translation>
    </message>
    <message>
        <source>Add code</source>
        <translation>Ajouter un code</translation>
    </message>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>Merge {codes} into</source>
        <translation>Fusionner {codes} avec</translation>
    </message>
    <message>
        <source>Remove the code “{code}”?</source>
        <translation>Retirer le code « {code} » ?</translation>
    </message>
    <message>
        <source>Add code…</source>
        <translation>Ajouter un code…</translation>
    </message>
    <message>
        <source>Paste codes…</source>
        <translation>Coller des codes…</translation>
    </message>
    <message>
        <source>Apply to the selection</source>
        <translation>Appliquer à la sélection</translation>
    </message>
    <message>
        <source>Show coded segments</source>
        <translation>Montrer les segments codés</translation>
    </message>
    <message>
        <source>By meaning</source>
        <translation>Par le sens</translation>
    </message>
    <message>
        <source>Edit entry…</source>
        <translation>Modifier la fiche…</translation>
    </message>
    <message>
        <source>History of the definition…</source>
        <translation>Historique de la définition…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Add code under it…</source>
        <translation>Ajouter un code dessous…</translation>
    </message>
    <message>
        <source>Paste codes under it…</source>
        <translation>Coller des codes dessous…</translation>
    </message>
    <message>
        <source>Merge {count} codes into…</source>
        <translation>Fusionner {count} codes avec…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Fusionner avec…</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Détacher…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Add framework</source>
        <translation>Ajouter un cadre théorique</translation>
    </message>
</context>
<context>
    <name>CodesModel</name>
    <message>
        <source>To link</source>
        <translation>À lier</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liés</translation>
    </message>
    <message>
        <source>Outside the framework: to theorise</source>
        <translation>Hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>{name}, coded segments: {count}</source>
        <translation>{name}, segments codés : {count}</translation>
    </message>
    <message>
        <source>{name}, codes: {count}</source>
        <translation>{name}, codes : {count}</translation>
    </message>
</context>
<context>
    <name>CodingTab</name>
    <message>
        <source>Codings at the caret</source>
        <translation>Codages au curseur</translation>
    </message>
    <message>
        <source>Words coded</source>
        <translation>Mots codés</translation>
    </message>
    <message>
        <source>Change code…</source>
        <translation>Changer de code…</translation>
    </message>
    <message>
        <source>Uncode</source>
        <translation>Décoder</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Mémo</translation>
    </message>
    <message>
        <source>{coder}, {moment}, {origin}</source>
        <translation>{coder}, {moment}, {origin}</translation>
    </message>
    <message>
        <source>{facts} · on the whole document</source>
        <translation>{facts} · sur le document entier</translation>
    </message>
    <message>
        <source>Type the first letters of a code to apply it to the words selected.</source>
        <translation>Tapez les premières lettres d’un code pour l’appliquer aux mots sélectionnés.</translation>
    </message>
    <message>
        <source>Ctrl+K or a digit codes the sentence outlined. Or select words and type the name of a code.</source>
        <translation>Ctrl+K ou un chiffre code la phrase encadrée. Ou sélectionnez des mots et saisissez le nom d’un code.</translation>
    </message>
    <message>
        <source>over {count} speakers: {speakers}</source>
        <translation>sur {count} locuteurs : {speakers}</translation>
    </message>
    <message>
        <source>Decision on {code}</source>
        <translation>Décision pour {code}</translation>
    </message>
    <message>
        <source>Stance towards {code}</source>
        <translation>Position envers {code}</translation>
    </message>
    <message>
        <source>{coder}: {verdict}</source>
        <translation>{coder} : {verdict}</translation>
    </message>
    <message>
        <source>no decision</source>
        <translation>sans décision</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>non retenu</translation>
    </message>
    <message>
        <source>to discuss</source>
        <translation>à discuter</translation>
    </message>
    <message>
        <source>no stance</source>
        <translation>aucune position</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>appuie</translation>
    </message>
    <message>
        <source>nuances</source>
        <translation>nuance</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>contredit</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Colour {number}</source>
        <translation>Couleur {number}</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Companion</source>
        <translation>Second volet</translation>
    </message>
    <message>
        <source>Quotations of the current code</source>
        <translation>Verbatims du code courant</translation>
    </message>
    <message>
        <source>Memos of the project</source>
        <translation>Mémos du projet</translation>
    </message>
    <message>
        <source>Second document</source>
        <translation>Second document</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Mémos</translation>
    </message>
    <message>
        <source>Select a code to see what is coded with it here.</source>
        <translation>Sélectionnez un code pour voir ici ses segments codés.</translation>
    </message>
    <message>
        <source>Choose a document</source>
        <translation>Choisir un document</translation>
    </message>
    <message>
        <source>of whole documents: {count}</source>
        <translation>de documents entiers : {count}</translation>
    </message>
</context>
<context>
    <name>ComparisonChoice</name>
    <message>
        <source>Without suggestions</source>
        <translation>Sans suggestions</translation>
    </message>
    <message>
        <source>Leave out codings that come from accepted suggestions</source>
        <translation>Laisser de côté les codages venus de suggestions acceptées</translation>
    </message>
    <message>
        <source>By passage</source>
        <translation>Par passage</translation>
    </message>
    <message>
        <source>By character</source>
        <translation>Par caractère</translation>
    </message>
    <message>
        <source>All text</source>
        <translation>Tout le texte</translation>
    </message>
    <message>
        <source>Coded text only</source>
        <translation>Texte codé seulement</translation>
    </message>
    <message>
        <source>First coder</source>
        <translation>Premier codeur</translation>
    </message>
    <message>
        <source>Second coder</source>
        <translation>Second codeur</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Text compared</source>
        <translation>Texte comparé</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Tous les codeurs</translation>
    </message>
</context>
<context>
    <name>ConceptDetail</name>
    <message>
        <source>Definition and link</source>
        <translation>Définition et lien</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Inclure</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Typique</translation>
    </message>
    <message>
        <source>From the literature</source>
        <translation>Issu de la littérature</translation>
    </message>
    <message>
        <source>From this study</source>
        <translation>Issu de cette étude</translation>
    </message>
</context>
<context>
    <name>ConditionLine</name>
    <message>
        <source>What the condition is about</source>
        <translation>Sur quoi porte la condition</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Comment comparer</translation>
    </message>
    <message>
        <source>With what</source>
        <translation>Avec quoi</translation>
    </message>
    <message>
        <source>And with what</source>
        <translation>Et avec quoi</translation>
    </message>
    <message>
        <source>Take the condition away</source>
        <translation>Ôter la condition</translation>
    </message>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>Confidential</name>
    <message>
        <source>Of confidential participants</source>
        <translation>Pour les personnes confidentielles</translation>
    </message>
    <message>
        <source>As usual: functions and employers hidden</source>
        <translation>Comme d’habitude : fonctions et employeurs masqués</translation>
    </message>
    <message>
        <source>Shown as it is</source>
        <translation>Affiché tel quel</translation>
    </message>
    <message>
        <source>In a coarser word…</source>
        <translation>Par un mot plus général…</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>{attribute} of confidential participants</source>
        <translation>{attribute} des personnes confidentielles</translation>
    </message>
    <message>
        <source>Coarser word (empty: the groups made of it):</source>
        <translation>Mot plus général (vide : les groupes qui en sont faits) :</translation>
    </message>
</context>
<context>
    <name>ConsentTab</name>
    <message>
        <source>Consents</source>
        <translation>Consentements</translation>
    </message>
    <message>
        <source>Nothing was sent to approve yet; choose a participant, then “Send to approve…”.</source>
        <translation>Rien n’a encore été envoyé pour approbation ; choisissez une personne, puis « Envoyer pour approbation… ».</translation>
    </message>
    <message>
        <source>Sent to approve</source>
        <translation>Envoyé pour approbation</translation>
    </message>
    <message>
        <source>Nothing is due within a month: no answer is awaited, and no day that was agreed on comes.</source>
        <translation>Aucune échéance d’ici un mois : aucune réponse n’est attendue, aucune date convenue n’arrive.</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Nothing left the program against what was agreed to.</source>
        <translation>Rien n’est sorti du logiciel contre ce qui a été convenu.</translation>
    </message>
    <message>
        <source>Let out all the same</source>
        <translation>Sorti malgré tout</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant·e</translation>
    </message>
    <message>
        <source>Record a consent</source>
        <translation>Consigner un consentement</translation>
    </message>
    <message>
        <source>unsaid</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Kept and listed; no way out of the program lets out recordings or pictures of people.</source>
        <translation>Gardé et listé ; aucune sortie du programme ne laisse partir d’enregistrements ni d’images des personnes.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Signé le</translation>
    </message>
    <message>
        <source>Withdraw until</source>
        <translation>Retrait jusqu’au</translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation>Conserver jusqu’au</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>Retiré le</translation>
    </message>
    <message>
        <source>Signed last</source>
        <translation>Signé en dernier</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approuvé</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>avec modifications</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Envoyé le</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Réponse attendue le</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>Réponse reçue le</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>corrected since</source>
        <translation>corrigé depuis</translation>
    </message>
    <message>
        <source>withdrew and is in the study still</source>
        <translation>s’est retiré·e et figure encore dans l’étude</translation>
    </message>
    <message>
        <source>data were to be kept until then</source>
        <translation>données à conserver jusque-là</translation>
    </message>
    <message>
        <source>may withdraw until then</source>
        <translation>peut se retirer jusque-là</translation>
    </message>
    <message>
        <source>has not answered what was sent to approve</source>
        <translation>n’a pas répondu à ce qui lui a été envoyé</translation>
    </message>
    <message>
        <source>was asked and has not answered</source>
        <translation>a été sollicité·e et n’a pas répondu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Usages</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Send to approve…</source>
        <translation>Envoyer pour approbation…</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>Lire un tableau…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>No consent is recorded yet: exports are not held to any.</source>
        <translation>Aucun consentement n’est encore consigné : les exports ne sont donc pas limités.</translation>
    </message>
    <message>
        <source>Add participants first; then record here what each agreed to.</source>
        <translation>Ajoutez d’abord des participant·es ; consignez ensuite ici ce que chacun·e a accepté.</translation>
    </message>
    <message>
        <source>Read a table of consents</source>
        <translation>Lire un tableau de consentements</translation>
    </message>
    <message>
        <source>Transcript: {name}</source>
        <translation>Transcription : {name}</translation>
    </message>
    <message>
        <source>Send to approve</source>
        <translation>Envoyer pour approbation</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>Corpora</name>
    <message>
        <source>Interviews (*.txt)</source>
        <translation>Entretiens (*.txt)</translation>
    </message>
    <message>
        <source>Coded segments under their codes (*.txt)</source>
        <translation>Segments codés sous leurs codes (*.txt)</translation>
    </message>
    <message>
        <source>Corpus for IRaMuTeQ</source>
        <translation>Corpus pour IRaMuTeQ</translation>
    </message>
    <message>
        <source>Writing the corpus</source>
        <translation>Écriture du corpus</translation>
    </message>
    <message>
        <source>Written: {path}. Confidential participants are masked in it.</source>
        <translation>Écrit : {path}. Les participant·es confidentiel·les y sont masqué·es.</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct the text</source>
        <translation>Corriger le texte</translation>
    </message>
    <message>
        <source>How the words are to read</source>
        <translation>Ce que les mots doivent être</translation>
    </message>
    <message>
        <source>Why, for the list of revisions (optional)</source>
        <translation>Pourquoi, pour l’historique des corrections (facultatif)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Codings, excerpts and memos stay on their words. Undo brings the old text back.</source>
        <translation>Codages, extraits et mémos restent sur leurs mots. Annuler rétablit l’ancien texte.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>The words of passage {number}, said by {speaker}, go on as those of {then}.</source>
        <translation>Les mots du passage {number}, dits par {speaker}, deviennent la suite de ceux de {then}.</translation>
    </message>
    <message>
        <source>Passage {number} is still said by {speaker}: the menu of the text gives it to another.</source>
        <translation>Le passage {number} reste dit par {speaker} : le menu du texte l’attribue à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>The line of {then} stays in passage {number}, said by {speaker}, until the turn is split.</source>
        <translation>La ligne de {then} reste dans le passage {number}, dit par {speaker}, tant que le tour de parole n’est pas scindé.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
</context>
<context>
    <name>CorrectedDialog</name>
    <message>
        <source>A corrected version of {name}</source>
        <translation>Une version corrigée de {name}</translation>
    </message>
    <message>
        <source>They share only {share} of their words in the same order: this may be another interview.</source>
        <translation>Ils n’ont en commun que {share} de leurs mots dans le même ordre : c’est peut-être un autre entretien.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Put it in its place</source>
        <translation>Remplacer le texte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) differ.</source>
        <translation>
            <numerusform>%Ln endroit diffère.</numerusform>
            <numerusform>%Ln endroits diffèrent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s), excerpt(s) and question(s) stay on their words.</source>
        <translation>
            <numerusform>%Ln codage, extrait ou question reste sur ses mots.</numerusform>
            <numerusform>%Ln codages, extraits et questions restent sur leurs mots.</numerusform>
        </translation>
    </message>
    <message>
        <source>These lose their words, or most of them are others:</source>
        <translation>Ces codages et extraits perdent leurs mots, ou la plupart de leurs mots ont changé :</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>Ce qui est à revoir</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Words now</source>
        <translation>Mots actuels</translation>
    </message>
    <message>
        <source>Words then</source>
        <translation>Mots après correction</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>CountChoice</name>
    <message>
        <source>What is counted: {how}</source>
        <translation>Ce qui est compté : {how}</translation>
    </message>
    <message>
        <source>Segments with sub-codes</source>
        <translation>Segments, sous-codes compris</translation>
    </message>
    <message>
        <source>Segments without sub-codes</source>
        <translation>Segments, sans les sous-codes</translation>
    </message>
    <message>
        <source>Segments by {coder}</source>
        <translation>Segments de {coder}</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>Coverage of the framework by participant</source>
        <translation>Couverture du cadre par participant·e</translation>
    </message>
    <message>
        <source>What you write of this participant and concept</source>
        <translation>Ce que vous écrivez de cette personne et de ce concept</translation>
    </message>
    <message>
        <source>Sum up in a few words</source>
        <translation>Résumez en quelques mots</translation>
    </message>
    <message>
        <source>Coded segments of the cell</source>
        <translation>Segments codés de la cellule</translation>
    </message>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n segment codé</numerusform>
            <numerusform>%n segments codés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contrary</source>
        <translation>
            <numerusform>%n contraire</numerusform>
            <numerusform>%n contraires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contrary alone</source>
        <translation>
            <numerusform>%n contraire seulement</numerusform>
            <numerusform>%n contraires seulement</numerusform>
        </translation>
    </message>
    <message>
        <source>asked, nothing coded</source>
        <translation>demandé, rien n’est codé</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>non demandé</translation>
    </message>
    <message>
        <source>— not asked   · asked, nothing coded   −2 contrary alone   7 coded segments</source>
        <translation>— non demandé   · demandé, rien n’est codé   −2 contraires seulement   7 segments codés</translation>
    </message>
    <message>
        <source>There are no participants yet: add them on the Participants page.</source>
        <translation>Il n’y a pas encore de participant·e : ajoutez-les à la page Participants.</translation>
    </message>
    <message>
        <source>A question asks for a concept where answers to it are evidence for that concept.</source>
        <translation>Une question demande un concept dès que des réponses à cette question en relèvent.</translation>
    </message>
    <message>
        <source>Without an interview guide, whoever speaks counts as asked.</source>
        <translation>Sans guide d’entretien, toute personne qui parle compte comme interrogée.</translation>
    </message>
</context>
<context>
    <name>Covering</name>
    <message>
        <source>Hiding names</source>
        <translation>Masquage des noms</translation>
    </message>
</context>
<context>
    <name>Crosswalks</name>
    <message>
        <source>Crosswalks</source>
        <translation>Correspondances</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Fondement</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Crosswalks of the framework</source>
        <translation>Correspondances du cadre théorique</translation>
    </message>
    <message>
        <source>Reason of the crosswalk</source>
        <translation>Raison de la correspondance</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>From this code</source>
        <translation>De ce code</translation>
    </message>
    <message>
        <source>To this code</source>
        <translation>Vers ce code</translation>
    </message>
    <message>
        <source>Why they meet</source>
        <translation>Pourquoi ils se rejoignent</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>A crosswalk says that codes of two frameworks meet; it carries no evidence.</source>
        <translation>Une correspondance dit que des codes de deux cadres théoriques se rejoignent ; elle n’apporte aucune donnée à l’appui.</translation>
    </message>
    <message>
        <source>by definition</source>
        <translation>par la définition</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>par le nom</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>en partie</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>affirmée</translation>
    </message>
    <message>
        <source>There are no crosswalks yet between these frameworks.</source>
        <translation>Il n’y a pas encore de correspondances entre ces cadres théoriques.</translation>
    </message>
</context>
<context>
    <name>DisagreementQueue</name>
    <message>
        <source>Disagreements</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>Hide whose reading is whose</source>
        <translation>Cacher de qui est chaque lecture</translation>
    </message>
    <message>
        <source>Settled ones, too</source>
        <translation>Aussi ce qui est arrêté</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Tous les codes</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Why it is settled so</source>
        <translation>Pourquoi c’est arrêté ainsi</translation>
    </message>
    <message>
        <source>Reading {side}</source>
        <translation>Lecture {side}</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Ouvrir la source</translation>
    </message>
    <message>
        <source>Reading A</source>
        <translation>Lecture A</translation>
    </message>
    <message>
        <source>Reading B</source>
        <translation>Lecture B</translation>
    </message>
    <message>
        <source>Both readings</source>
        <translation>Les deux lectures</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Redefine the code</source>
        <translation>Redéfinir le code</translation>
    </message>
    <message>
        <source>There is nothing to settle here.</source>
        <translation>Il n’y a rien à arrêter ici.</translation>
    </message>
    <message>
        <source>not coded</source>
        <translation>non codé</translation>
    </message>
    <message>
        <source>Settled:</source>
        <translation>Arrêté :</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>{name}
{words} words, {passages} passages, {codings} codings · {language} · imported {moment}</source>
        <translation>{name}
mots : {words}, passages : {passages}, codages : {codings} · {language} · importé le {moment}</translation>
    </message>
    <message>
        <source>passages: {passages}, words: {words}</source>
        <translation>passages : {passages}, mots : {words}</translation>
    </message>
    <message>
        <source>Role of {speaker}</source>
        <translation>Rôle de {speaker}</translation>
    </message>
    <message>
        <source>Participant who is {speaker}</source>
        <translation>Participant·e qui est {speaker}</translation>
    </message>
    <message>
        <source>Rename, or join with another…</source>
        <translation>Renommer, ou réunir avec un autre…</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Filtrer les documents</translation>
    </message>
    <message>
        <source>Facts of interviews</source>
        <translation>Données des entretiens</translation>
    </message>
    <message>
        <source>Columns for date, place, mode, duration, interviewer, author, audience, rights</source>
        <translation>Colonnes pour la date, le lieu, le mode, la durée, l’intervieweur·euse, l’auteur·e, les destinataires, les droits</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>Lire un tableau…</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n fact(s) that the files tell</source>
        <translation>
            <numerusform>Reprendre %n donnée lue dans les fichiers</numerusform>
            <numerusform>Reprendre %n données lues dans les fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Read a table of documents</source>
        <translation>Lire un tableau de documents</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) described.</source>
        <translation>
            <numerusform>%n document décrit.</numerusform>
            <numerusform>%n documents décrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is called: {names}.</source>
        <translation>Aucun document ne s’appelle : {names}.</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>Codes and capabilities</source>
        <translation>Codes et capacités</translation>
    </message>
</context>
<context>
    <name>DotsModel</name>
    <message>
        <source>Coded directly</source>
        <translation>Codé directement</translation>
    </message>
    <message>
        <source>linked: all count</source>
        <translation>lié : tous comptent</translation>
    </message>
    <message>
        <source>linked one by one</source>
        <translation>lié, un par un</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>non lié</translation>
    </message>
    <message>
        <source>{mode}, from above</source>
        <translation>{mode}, du parent</translation>
    </message>
    <message>
        <source>coded segments that count: {count}</source>
        <translation>segments codés qui comptent : {count}</translation>
    </message>
    <message>
        <source>to review: {count}</source>
        <translation>à réexaminer : {count}</translation>
    </message>
    <message>
        <source>contradicting: {count}</source>
        <translation>contredisent : {count}</translation>
    </message>
    <message>
        <source>outside the framework: to theorise</source>
        <translation>hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>several links</source>
        <translation>plusieurs liens</translation>
    </message>
    <message>
        <source>rests on one participant</source>
        <translation>repose sur un·e seul·e participant·e</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>contredit</translation>
    </message>
    <message>
        <source>What asks for a second look</source>
        <translation>Ce qui mérite un second regard</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Search memos</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Kind of memo</source>
        <translation>Type de mémo</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>What the memos are about</source>
        <translation>Objet des mémos</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Tous les codeurs</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Nouveau mémo</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Mémos</translation>
    </message>
    <message>
        <source>Memos keep what you think while you code: on the study, on a code, on somebody's words.</source>
        <translation>Les mémos gardent ce qu’on pense en codant : sur l’étude, sur un code, sur les mots de quelqu’un.</translation>
    </message>
    <message>
        <source>Write the first memo</source>
        <translation>Écrire le premier mémo</translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n mémo</numerusform>
            <numerusform>%n mémos</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {every} memos</source>
        <translation>{shown} mémos sur {every}</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Document Word (*.docx)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Table for Excel (*.xlsx)</source>
        <translation>Tableau Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export memos</source>
        <translation>Exporter les mémos</translation>
    </message>
    <message>
        <source>Written: {name}. Confidential participants are masked in it.</source>
        <translation>Fichier écrit : {name}. Les participant·es confidentiel·les y sont masqué·es.</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Curve of descriptive codes found</source>
        <translation>Courbe des codes descriptifs trouvés</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase the words, keep codings</source>
        <translation>Effacer les paroles, garder les codages</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer définitivement</translation>
    </message>
    <message>
        <source>The name of who is erased, typed to agree</source>
        <translation>Le nom de la personne à effacer, saisi pour confirmer</translation>
    </message>
    <message>
        <source>Type “{name}”</source>
        <translation>Saisissez « {name} »</translation>
    </message>
</context>
<context>
    <name>ErasedDialog</name>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save what was erased</source>
        <translation>Enregistrer ce qui a été effacé</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
</context>
<context>
    <name>ExcerptEditor</name>
    <message>
        <source>Words of the excerpt</source>
        <translation>Mots de l’extrait</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Leave the selected words out; (…) is printed</source>
        <translation>Omettre les mots sélectionnés ; (…) est imprimé</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Take a cut back: the one at the cursor, or what is selected of it</source>
        <translation>Rétablir une coupe : celle au curseur, ou ce qui en est sélectionné</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Show the words in the reader</source>
        <translation>Montrer les mots dans l’entretien</translation>
    </message>
    <message>
        <source>[words to put in at the cursor]</source>
        <translation>[mots à insérer au curseur]</translation>
    </message>
    <message>
        <source>Words to put in at the cursor</source>
        <translation>Mots à insérer au curseur</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Words put in; Delete takes one out</source>
        <translation>Mots insérés ; Suppr en retire un</translation>
    </message>
    <message>
        <source>Delete takes one out</source>
        <translation>Suppr en retire un</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>What the quotation is for</source>
        <translation>À quoi sert le verbatim</translation>
    </message>
    <message>
        <source>For the body or the table</source>
        <translation>Pour le corps du texte ou le tableau</translation>
    </message>
    <message>
        <source>For the body of the article</source>
        <translation>Pour le corps de l’article</translation>
    </message>
    <message>
        <source>For its table</source>
        <translation>Pour son tableau</translation>
    </message>
</context>
<context>
    <name>Excerpts</name>
    <message>
        <source>Excerpts chosen for print</source>
        <translation>Extraits choisis pour l’impression</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Plus haut (Alt+Haut)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Plus bas (Alt+Bas)</translation>
    </message>
    <message>
        <source>No longer an excerpt</source>
        <translation>N’est plus un extrait</translation>
    </message>
    <message>
        <source>Excerpts by code</source>
        <translation>Extraits par code</translation>
    </message>
    <message>
        <source>No excerpt is chosen, so each code shows all its evidence. Choose some with * on the Verbatims page.</source>
        <translation>Aucun extrait n’est choisi : chaque code montre donc toutes ses données à l’appui. Pour en choisir, appuyer sur * dans la page Verbatims.</translation>
    </message>
    <message>
        <source>Choose among coded segments</source>
        <translation>Choisir parmi les segments codés</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Concordance, a line for each match (*.csv)</source>
        <translation>Concordance, une ligne par occurrence (*.csv)</translation>
    </message>
    <message>
        <source>Table for Excel (*.xlsx)</source>
        <translation>Tableau Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Document Word (*.docx)</translation>
    </message>
    <message>
        <source>Export documents</source>
        <translation>Exporter les documents</translation>
    </message>
    <message>
        <source>Export memos</source>
        <translation>Exporter les mémos</translation>
    </message>
    <message>
        <source>Export definitions</source>
        <translation>Exporter les définitions</translation>
    </message>
    <message>
        <source>Export quotations</source>
        <translation>Exporter les verbatims</translation>
    </message>
    <message>
        <source>Written: {name}. Confidential participants are masked in it.</source>
        <translation>Fichier écrit : {name}. Les participant·es confidentiel·les y sont masqué·es.</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Attributes to choose by</source>
        <translation>Attributs de choix</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant·e</translation>
    </message>
    <message>
        <source>Codes and notes</source>
        <translation>Codes et notes</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Sets of codes</source>
        <translation>Ensembles de codes</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Ensembles</translation>
    </message>
    <message>
        <source>Kind of memo</source>
        <translation>Type de mémo</translation>
    </message>
    <message>
        <source>Interviewer</source>
        <translation>Intervieweur</translation>
    </message>
    <message>
        <source>Interviewee</source>
        <translation>Interviewé·e</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>In vivo</source>
        <translation>In vivo</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Auto-coded</source>
        <translation>Codé automatiquement</translation>
    </message>
    <message>
        <source>Illustrates a capability</source>
        <translation>Relève d’une capacité</translation>
    </message>
    <message>
        <source>Coded</source>
        <translation>Codé</translation>
    </message>
    <message>
        <source>Not coded</source>
        <translation>Non codé</translation>
    </message>
    <message>
        <source>With a memo</source>
        <translation>Avec un mémo</translation>
    </message>
    <message>
        <source>With an excerpt</source>
        <translation>Avec un extrait</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucun)</translation>
    </message>
    <message>
        <source>By what one chooses among what is found</source>
        <translation>Ce qui fait choisir parmi ce qui est trouvé</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>memos</source>
        <translation>mémos</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>coded segments</source>
        <translation>segments codés</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>passages</translation>
    </message>
    <message>
        <source>Right click: which attributes stand here</source>
        <translation>Clic droit : quels attributs figurent ici</translation>
    </message>
</context>
<context>
    <name>Fewest</name>
    <message>
        <source>Warn where fewer share what is told</source>
        <translation>Avertir si moins de personnes partagent ce qui est dit</translation>
    </message>
</context>
<context>
    <name>FigureCanvas</name>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard as a picture</source>
        <translation>Mettre la figure dans le presse-papiers, en image</translation>
    </message>
    <message>
        <source>As on the page before</source>
        <translation>Comme à la page d’avant</translation>
    </message>
    <message>
        <source>Drawn of what the page before shows; press to draw all that this page shows</source>
        <translation>Dessinée d’après ce que montre la page d’avant ; appuyez pour dessiner tout ce que montre cette page</translation>
    </message>
    <message>
        <source>Codes drawn</source>
        <translation>Codes dessinés</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>En colonnes</translation>
    </message>
    <message>
        <source>By attribute</source>
        <translation>Par attribut</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Two columns, {mm} mm</source>
        <translation>Deux colonnes, {mm} mm</translation>
    </message>
    <message>
        <source>One and a half, {mm} mm</source>
        <translation>Une et demie, {mm} mm</translation>
    </message>
    <message>
        <source>One column, {mm} mm</source>
        <translation>Une colonne, {mm} mm</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>A click on a mark, or Enter, opens the words behind it.</source>
        <translation>Un clic sur une marque, ou Entrée, ouvre les verbatims qu’elle compte.</translation>
    </message>
    <message>
        <source>Drawing the figure</source>
        <translation>Dessin de la figure</translation>
    </message>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Undivided</source>
        <translation>Sans division</translation>
    </message>
    <message>
        <source>Nothing stands behind this mark.</source>
        <translation>Il n’y a rien derrière cette marque.</translation>
    </message>
    <message>
        <source>Gathering coded segments</source>
        <translation>Réunion des segments codés</translation>
    </message>
    <message>
        <source>Copy all the same</source>
        <translation>Copier malgré tout</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Agreement by code</source>
        <translation>Accord par code</translation>
    </message>
    <message>
        <source>Codes compared</source>
        <translation>Codes comparés</translation>
    </message>
    <message>
        <source>Codes that exclude each other are compared together, by unitizing α</source>
        <translation>Des codes qui s’excluent sont comparés ensemble, par l’α d’unitisation</translation>
    </message>
    <message>
        <source>Resamplings</source>
        <translation>Rééchantillonnages</translation>
    </message>
    <message>
        <source>How often documents are drawn anew for the intervals in brackets</source>
        <translation>Combien de fois les documents sont tirés à nouveau pour les intervalles entre crochets</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed draws the same intervals</source>
        <translation>La même graine donne les mêmes intervalles</translation>
    </message>
    <message>
        <source>Each code by itself</source>
        <translation>Chaque code à part</translation>
    </message>
    <message>
        <source>Exclusive: under {code}</source>
        <translation>Codes qui s’excluent : sous {code}</translation>
    </message>
    <message>
        <source>Enter on a code opens where its coders disagree.</source>
        <translation>Entrée sur un code ouvre les désaccords sur ce code.</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Read anew in the place of {document}</source>
        <translation>Relu à la place de {document}</translation>
    </message>
    <message>
        <source>Already in the project, as {document}.</source>
        <translation>Déjà dans le projet, sous le nom {document}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n locuteur</numerusform>
            <numerusform>%n locuteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>à regarder</translation>
    </message>
    <message>
        <source>can't be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>déjà là</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>Chercher dans ce texte</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Occurrence précédente (Maj+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Occurrence suivante (F3)</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Not in this text</source>
        <translation>Pas dans ce texte</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>FirmCases</name>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Filter organisations</source>
        <translation>Filtrer les organisations</translation>
    </message>
</context>
<context>
    <name>Firms</name>
    <message>
        <source>Part of</source>
        <translation>Fait partie de</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>The organisation that it is a part of</source>
        <translation>L’organisation dont elle fait partie</translation>
    </message>
    <message>
        <source>Participants who are said to be of it</source>
        <translation>Participant·es qui lui sont rattaché·es</translation>
    </message>
    <message>
        <source>Documents that are said to be of it, or in which its participants speak</source>
        <translation>Documents qui lui sont rattachés, ou dans lesquels parlent ses participant·es</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Measuring with fewer examples</source>
        <translation>Mesure avec moins d’exemples</translation>
    </message>
</context>
<context>
    <name>ForkFramework</name>
    <message>
        <source>Fork the framework</source>
        <translation>Dériver le cadre théorique</translation>
    </message>
    <message>
        <source>The copy takes over the codes and their definitions, marked as from the literature. In it you can rename, sharpen, add and split codes. Direct codings stay with “{title}”.</source>
        <translation>La copie reprend les codes et leurs définitions, marqués comme issus de la littérature. On peut y renommer, préciser, ajouter et scinder des codes. Les codages directs restent à « {title} ».</translation>
    </message>
    <message>
        <source>{title}, grown in this study</source>
        <translation>{title}, développé dans cette étude</translation>
    </message>
    <message>
        <source>made from {key} when left empty</source>
        <translation>formée sur {key} si elle reste vide</translation>
    </message>
    <message>
        <source>Take links and decisions &amp;along</source>
        <translation>Emporter liens et &amp;décisions</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Dériver</translation>
    </message>
</context>
<context>
    <name>GiveAway</name>
    <message>
        <source>A copy to give away</source>
        <translation>Une copie à remettre</translation>
    </message>
    <message>
        <source>Names are replaced for good: those of confidential participants and organisations, and all of the tab Names. The copy is pseudonymised, not anonymous. It has no history and no original files; a statement of what was done is written beside it.</source>
        <translation>Les noms sont remplacés définitivement : ceux des participant·es et des organisations confidentielles, et tous ceux de l’onglet Noms. La copie est pseudonymisée, et non anonyme. Elle n’a ni historique ni fichiers d’origine ; une note disant ce qui a été fait est écrite à côté.</translation>
    </message>
    <message>
        <source>A project, with its codings</source>
        <translation>Un projet, avec ses codages</translation>
    </message>
    <message>
        <source>Documents, for Word</source>
        <translation>Les documents, pour Word</translation>
    </message>
    <message>
        <source>Documents, plain text</source>
        <translation>Les documents, en texte brut</translation>
    </message>
    <message>
        <source>What is given away</source>
        <translation>Ce qui est remis</translation>
    </message>
    <message>
        <source>{name} - to give away</source>
        <translation>{name} - à remettre</translation>
    </message>
    <message>
        <source>{name} - key.csv</source>
        <translation>{name} - clé.csv</translation>
    </message>
    <message>
        <source>Why it can’t be written so</source>
        <translation>Pourquoi cela ne peut être écrit ainsi</translation>
    </message>
    <message>
        <source>Write the copy</source>
        <translation>Écrire la copie</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sous forme de</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Where the copy is written</source>
        <translation>Où la copie est écrite</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Where the key is written, for you alone</source>
        <translation>Où la clé est écrite, pour vous seul·e</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>The copy is written; keep the key apart from it.</source>
        <translation>La copie est écrite ; gardez la clé à part.</translation>
    </message>
    <message>
        <source>Replacing names</source>
        <translation>Remplacement des noms</translation>
    </message>
    <message>
        <source>Keep apart from it: {path}</source>
        <translation>À garder à part : {path}</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <source>Number of the passage</source>
        <translation>Numéro du passage</translation>
    </message>
    <message>
        <source>Go to passage</source>
        <translation>Aller au passage</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>sur {total}</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Make groups of {attribute}</source>
        <translation>Faire des groupes de {attribute}</translation>
    </message>
    <message>
        <source>{attribute} (groups)</source>
        <translation>{attribute} (groupes)</translation>
    </message>
    <message>
        <source>Of every date its year</source>
        <translation>Ramener chaque date à son année</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sans valeur</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom :</translation>
    </message>
    <message>
        <source>A rule a line: 18..29 = young, 60.. = older, or a list: GSA, GSB = retail.</source>
        <translation>Une règle par ligne : 18..29 = jeunes, 60.. = plus âgés, ou une liste : GSA, GSB = commerce.</translation>
    </message>
    <message>
        <source>What no rule reaches:</source>
        <translation>Ce qu’aucune règle n’atteint :</translation>
    </message>
    <message numerus="yes">
        <source>No rule reaches %n value(s): {values}</source>
        <translation>
            <numerusform>Aucune règle n’atteint %n valeur : {values}</numerusform>
            <numerusform>Aucune règle n’atteint %n valeurs : {values}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideTab</name>
    <message>
        <source>Find the questions</source>
        <translation>Repérer les questions</translation>
    </message>
    <message>
        <source>The rest was not asked</source>
        <translation>Marquer le reste comme non posé</translation>
    </message>
    <message>
        <source>What is found nowhere in an interview is said to be not asked, to be confirmed</source>
        <translation>Ce qui n’est repéré nulle part dans un entretien est dit non posé, à confirmer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Paste your interview guide, read it from a file, or let a draft be made of what recurs in the interviews. Then the questions are found in the interviews, and the answers stand side by side.</source>
        <translation>Collez votre guide d’entretien, lisez-le dans un fichier, ou faites ébaucher un guide à partir de ce qui revient dans les entretiens. Les questions sont alors repérées dans les entretiens, et les réponses se lisent côte à côte.</translation>
    </message>
    <message>
        <source>Paste or read your guide…</source>
        <translation>Coller ou lire votre guide…</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Entretiens</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>( ) found, not confirmed</source>
        <translation>( ) repérée, non confirmée</translation>
    </message>
    <message>
        <source>Finding questions</source>
        <translation>Repérage des questions</translation>
    </message>
    <message>
        <source>{asked} asked, {otherwise} in other words, {not_asked} not asked: have a look at them.</source>
        <translation>Questions posées : {asked}, posées autrement : {otherwise}, non posées : {not_asked}. À vérifier.</translation>
    </message>
    <message numerus="yes">
        <source>No interviewer is heard in %n document(s).</source>
        <translation>
            <numerusform>On n’entend personne poser de questions dans %n document.</numerusform>
            <numerusform>On n’entend personne poser de questions dans %n documents.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was found is confirmed.</source>
        <translation>Tout ce qui a été repéré est confirmé.</translation>
    </message>
    <message>
        <source>Table for Excel (*.xlsx)</source>
        <translation>Tableau Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Document Word (*.docx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Export the answers</source>
        <translation>Exporter les réponses</translation>
    </message>
    <message>
        <source>Written: {name}. Confidential participants are masked in it.</source>
        <translation>Fichier écrit : {name}. Les participant·es confidentiel·les y sont masqué·es.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>What the study knows</source>
        <translation>Ce que sait l’étude</translation>
    </message>
    <message>
        <source>Codes with codes</source>
        <translation>Des codes entre eux</translation>
    </message>
    <message>
        <source>Case and accents make no difference. Operators and fields have names in French and in English, and both are understood.</source>
        <translation>Casse et accents ne comptent pas. Opérateurs et champs ont un nom en français et en anglais, compris tous les deux.</translation>
    </message>
    <message>
        <source>both words, anywhere in the turn</source>
        <translation>les deux mots, où que ce soit dans le tour</translation>
    </message>
    <message>
        <source>journey client</source>
        <translation>parcours client</translation>
    </message>
    <message>
        <source>"client journey"</source>
        <translation>"parcours client"</translation>
    </message>
    <message>
        <source>side by side, small words included</source>
        <translation>côte à côte, petits mots compris</translation>
    </message>
    <message>
        <source>* any letters, ? one letter</source>
        <translation>* : des lettres quelconques, ? : une seule</translation>
    </message>
    <message>
        <source>~innovate</source>
        <translation>~innover</translation>
    </message>
    <message>
        <source>=Client</source>
        <translation>=Client</translation>
    </message>
    <message>
        <source>as it is written</source>
        <translation>tel qu’il est écrit</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>une expression régulière</translation>
    </message>
    <message>
        <source>client OR user</source>
        <translation>client OU usager</translation>
    </message>
    <message>
        <source>one or the other; also |</source>
        <translation>l’un ou l’autre ; aussi |</translation>
    </message>
    <message>
        <source>client NOT shop</source>
        <translation>client SAUF magasin</translation>
    </message>
    <message>
        <source>the first without the second; also -shop</source>
        <translation>le premier sans le second ; aussi -magasin</translation>
    </message>
    <message>
        <source>(client | user) &amp; waiting</source>
        <translation>(client | usager) &amp; attente</translation>
    </message>
    <message>
        <source>client NEAR/5 shop</source>
        <translation>client PRÈS/5 magasin</translation>
    </message>
    <message>
        <source>five words apart at most, either order</source>
        <translation>à cinq mots au plus, ordre libre</translation>
    </message>
    <message>
        <source>client THEN/5 shop</source>
        <translation>client PUIS/5 magasin</translation>
    </message>
    <message>
        <source>in this order</source>
        <translation>dans cet ordre</translation>
    </message>
    <message>
        <source>capability:{one} client</source>
        <translation>capacité:{one} client</translation>
    </message>
    <message>
        <source>code:{code} -coder:{coder}</source>
        <translation>code:{code} -codeur:{coder}</translation>
    </message>
    <message>
        <source>a code and those below it, but not by one coder</source>
        <translation>un code et ceux du dessous, mais pas d’un codeur</translation>
    </message>
    <message>
        <source>speaker:{speaker} role:interviewee</source>
        <translation>locuteur:{speaker} rôle:interviewé</translation>
    </message>
    <message>
        <source>participant.{attribute}:{value}</source>
        <translation>participant.{attribute}:{value}</translation>
    </message>
    <message>
        <source>capability:{one} OVERLAPS capability:{two}</source>
        <translation>capacité:{one} CHEVAUCHE capacité:{two}</translation>
    </message>
    <message>
        <source>capability:{one} NEAR/2 capability:{two}</source>
        <translation>capacité:{one} PRÈS/2 capacité:{two}</translation>
    </message>
    <message>
        <source>capability:{one} THEN capability:{two}</source>
        <translation>capacité:{one} PUIS capacité:{two}</translation>
    </message>
    <message>
        <source>a word in what illustrates a capability</source>
        <translation>un mot dans ce qui relève d’une capacité</translation>
    </message>
    <message>
        <source>all its forms, irregular ones too</source>
        <translation>toutes ses formes, irrégulières comprises</translation>
    </message>
    <message>
        <source>coding:descriptive origin:suggestion</source>
        <translation>codage:descriptif origine:suggestion</translation>
    </message>
    <message>
        <source>descriptive codes that were suggested</source>
        <translation>des codes descriptifs qui ont été suggérés</translation>
    </message>
    <message>
        <source>who says it</source>
        <translation>qui le dit</translation>
    </message>
    <message>
        <source>an attribute of the participant</source>
        <translation>un attribut du ou de la participant·e</translation>
    </message>
    <message>
        <source>the document's name</source>
        <translation>le nom du document</translation>
    </message>
    <message>
        <source>document:{document}</source>
        <translation>document:{document}</translation>
    </message>
    <message>
        <source>memo:check has:excerpt</source>
        <translation>mémo:vérifier avec:extrait</translation>
    </message>
    <message>
        <source>words in a memo there; an excerpt</source>
        <translation>des mots d’un mémo, là ; un extrait</translation>
    </message>
    <message>
        <source>uncoded client</source>
        <translation>noncode client</translation>
    </message>
    <message>
        <source>nobody has coded it yet</source>
        <translation>personne ne l’a encore codé</translation>
    </message>
    <message>
        <source>codings that share words</source>
        <translation>des codages qui ont des mots en commun</translation>
    </message>
    <message>
        <source>two turns apart at most</source>
        <translation>à deux tours au plus</translation>
    </message>
    <message>
        <source>the second in the next turn</source>
        <translation>la seconde au tour suivant</translation>
    </message>
    <message>
        <source>parentheses, as in a sum</source>
        <translation>des parenthèses, comme en calcul</translation>
    </message>
    <message>
        <source>every turn</source>
        <translation>tous les tours</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Premiers pas</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of changes</source>
        <translation>Historique des modifications</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Rien n’a encore été fait ici.</translation>
    </message>
    <message>
        <source>Undone: {label}</source>
        <translation>Annulé : {label}</translation>
    </message>
    <message>
        <source>Redone: {label}</source>
        <translation>Rétabli : {label}</translation>
    </message>
</context>
<context>
    <name>HoldingBack</name>
    <message>
        <source>How often a code has to agree with your coding</source>
        <translation>Combien de fois un code doit être conforme à votre codage</translation>
    </message>
    <message>
        <source>Codes that agreed less often on documents left out are not suggested.</source>
        <translation>Les codes moins souvent conformes, sur les documents laissés de côté, ne sont pas suggérés.</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Tous les codes</translation>
    </message>
    <message>
        <source>{times} in {of} or more</source>
        <translation>{times} sur {of} ou plus</translation>
    </message>
    <message>
        <source>Suggest what agrees</source>
        <translation>Suggérer ce qui est conforme</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) held back: {codes}</source>
        <translation>
            <numerusform>%n code mis de côté : {codes}</numerusform>
            <numerusform>%n codes mis de côté : {codes}</numerusform>
        </translation>
    </message>
    <message>
        <source>No code is held back.</source>
        <translation>Aucun code n’est mis de côté.</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <source>Waiting for the running job; your change follows.</source>
        <translation>La tâche en cours se termine ; votre modification suit.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Transcripts and documents ({kinds})</source>
        <translation>Transcriptions et documents ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Importer des fichiers</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>Framework {key} added</source>
        <translation>Cadre théorique {key} ajouté</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import en cours</translation>
    </message>
    <message>
        <source>There is no document to import there</source>
        <translation>Il n’y a là aucun document à importer</translation>
    </message>
    <message>
        <source>What was left out…</source>
        <translation>Ce qui a été laissé…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) imported</source>
        <translation>
            <numerusform>%n document importé</numerusform>
            <numerusform>%n documents importés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) left out</source>
        <translation>
            <numerusform>%n fichier caché laissé de côté</numerusform>
            <numerusform>%n fichiers cachés laissés de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>Import stopped; nothing was added</source>
        <translation>Import arrêté ; rien n’a été ajouté</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s) tied to the participant of the same name</source>
        <translation>
            <numerusform>%n locuteur rattaché au participant du même nom</numerusform>
            <numerusform>%n locuteurs rattachés au participant du même nom</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codage</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Mémo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>Chercher une action ou une touche</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme avant</translation>
    </message>
    <message>
        <source>Give this action its first keys back</source>
        <translation>Rendre à cette action ses touches d’origine</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Nouvelle touche :</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code picker</source>
        <translation>Choix d’un code</translation>
    </message>
    <message>
        <source>Preview of an import</source>
        <translation>Aperçu d’un import</translation>
    </message>
    <message>
        <source>Theory</source>
        <translation>Théorie</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Verbatims</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Interview guide</source>
        <translation>Guide d’entretien</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Mémos</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Choisissez une action pour lui donner une autre touche.</translation>
    </message>
    <message>
        <source>These keys belong together and can't be changed.</source>
        <translation>Ces touches vont ensemble et ne peuvent pas être changées.</translation>
    </message>
    <message>
        <source>{key} already stands for {actions}; if you set it here, it is taken away there.</source>
        <translation>{key} sert déjà à {actions} ; si vous l’attribuez ici, elle y est retirée.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Learning from your codings</source>
        <translation>Apprentissage d’après vos codages</translation>
    </message>
    <message>
        <source>What sentences mean is left out: the sentence model can't be loaded.</source>
        <translation>Le sens des phrases n’est pas pris en compte : le modèle de phrases ne peut pas être chargé.</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>All count</source>
        <translation>Tous comptent</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Un par un</translation>
    </message>
    <message>
        <source>All coded segments of the code count, less those not kept</source>
        <translation>Tous les segments codés du code comptent, moins ceux qui ne sont pas retenus</translation>
    </message>
    <message>
        <source>A coded segment counts only once it is kept</source>
        <translation>Un segment codé ne compte qu’une fois retenu</translation>
    </message>
    <message>
        <source>Why? ({key} to write, Enter keeps, Esc skips)</source>
        <translation>Pourquoi ? ({key} pour écrire, Entrée garde, Échap passe)</translation>
    </message>
    <message>
        <source>Reason of the link, optional</source>
        <translation>Raison du lien, facultative</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take this away (Delete); decisions stay, should it come back</source>
        <translation>Retirer (Suppr) ; les décisions restent, au cas où il reviendrait</translation>
    </message>
    <message>
        <source>Linked from “{code}”</source>
        <translation>Lié depuis « {code} »</translation>
    </message>
    <message>
        <source>“{code}” is outside the framework: to theorise</source>
        <translation>« {code} » est hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>The link of “{code}” with “{target}” is refused</source>
        <translation>Le lien de « {code} » avec « {target} » est refusé</translation>
    </message>
    <message>
        <source>{coder}, {moment}</source>
        <translation>{coder}, {moment}</translation>
    </message>
</context>
<context>
    <name>LinkLegend</name>
    <message>
        <source>● all count</source>
        <translation>● tous comptent</translation>
    </message>
    <message>
        <source>○ one by one</source>
        <translation>○ un par un</translation>
    </message>
    <message>
        <source>■ coded directly</source>
        <translation>■ codé directement</translation>
    </message>
    <message>
        <source>faint: by way of another code</source>
        <translation>pâle : par un autre code</translation>
    </message>
    <message>
        <source>+2? to review</source>
        <translation>+2? à réexaminer</translation>
    </message>
    <message>
        <source>−1 contradict</source>
        <translation>−1 contredit</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>Quotations</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>through a crosswalk</source>
        <translation>par une correspondance</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>appuie</translation>
    </message>
    <message>
        <source>not re-read</source>
        <translation>non relu</translation>
    </message>
    <message>
        <source>nuances</source>
        <translation>nuance</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>contredit</translation>
    </message>
    <message>
        <source>excerpt</source>
        <translation>extrait</translation>
    </message>
    <message>
        <source>likeness</source>
        <translation>ressemblance</translation>
    </message>
</context>
<context>
    <name>LooseList</name>
    <message>
        <source>Segments of the concept that bear on the assertion not yet</source>
        <translation>Segments du concept qui ne se rapportent pas encore à l’assertion</translation>
    </message>
</context>
<context>
    <name>LotDialog</name>
    <message>
        <source>Draw what is coded twice</source>
        <translation>Tirer au sort ce qui est codé deux fois</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Others’ work in these documents stays out of their sight until their first pass</source>
        <translation>Le travail des autres dans ces documents leur reste caché jusqu’à leur premier passage</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Tirer au sort</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Ce qui est tiré</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Given blind to</source>
        <translation>Donné en aveugle à</translation>
    </message>
    <message>
        <source>Drawn before</source>
        <translation>Tirages précédents</translation>
    </message>
    <message>
        <source>Of {among}. The same seed draws the same again.</source>
        <translation>Sur {among}. La même graine tire de nouveau la même chose.</translation>
    </message>
    <message>
        <source>{number} of {among}, seed {seed}: {names}</source>
        <translation>{number} sur {among}, graine {seed} : {names}</translation>
    </message>
</context>
<context>
    <name>MarginFilter</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Cycle</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Cadre théorique</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Descriptive coding</source>
        <translation>Codage descriptif</translation>
    </message>
    <message>
        <source>Theoretical coding</source>
        <translation>Codage théorique</translation>
    </message>
    <message>
        <source>Of no framework</source>
        <translation>Hors de tout cadre théorique</translation>
    </message>
    <message>
        <source>Show all codings</source>
        <translation>Afficher tous les codages</translation>
    </message>
    <message>
        <source>Only the codes selected in the codebook</source>
        <translation>Seulement les codes sélectionnés dans la grille de codage</translation>
    </message>
    <message>
        <source>The margin shows: {codings}</source>
        <translation>La marge affiche : {codings}</translation>
    </message>
    <message>
        <source>Filter the codings in the margin</source>
        <translation>Filtrer les codages de la marge</translation>
    </message>
</context>
<context>
    <name>MatrixControls</name>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Compter</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Données à l’appui</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Seulement où</translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation>Valeur de l’attribut</translation>
    </message>
    <message>
        <source>Exchange rows and columns</source>
        <translation>Échanger lignes et colonnes</translation>
    </message>
    <message>
        <source>Interviewer’s words</source>
        <translation>Mots de l’intervieweur</translation>
    </message>
    <message>
        <source>Count the words of interviewers too</source>
        <translation>Compter aussi les mots des intervieweurs</translation>
    </message>
    <message>
        <source>Mask confidential names</source>
        <translation>Masquer les noms confidentiels</translation>
    </message>
    <message>
        <source>Numbers stand for those who may not be named, also in exports</source>
        <translation>Des numéros remplacent ceux qu’on ne peut pas nommer, aussi dans les exports</translation>
    </message>
    <message>
        <source>Human only</source>
        <translation>Codage humain seul</translation>
    </message>
    <message>
        <source>Leave out codings that came from suggestions</source>
        <translation>Laisser de côté les codages venus de suggestions</translation>
    </message>
    <message>
        <source>Re-read only</source>
        <translation>Relu seulement</translation>
    </message>
    <message>
        <source>Leave out what was proposed and never read again</source>
        <translation>Laisser de côté ce qui a été proposé et jamais relu</translation>
    </message>
    <message>
        <source>One coder's codings and decisions alone; over all, the latest decision counts</source>
        <translation>Les codages et les décisions d’un seul codeur ; pour l’ensemble, la dernière décision compte</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Directes</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liées</translation>
    </message>
    <message>
        <source>Both, and through crosswalks</source>
        <translation>Les deux, et par les correspondances</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>no condition</source>
        <translation>sans condition</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Draw as a figure</source>
        <translation>Dessiner en figure</translation>
    </message>
    <message>
        <source>Draw as a figure: the heat map of what is shown, for print</source>
        <translation>Dessiner en figure : la carte de chaleur de ce qui est montré, pour l’impression</translation>
    </message>
    <message>
        <source>What is to be known of the numbers</source>
        <translation>Ce qu’il faut savoir des nombres</translation>
    </message>
    <message>
        <source>A matrix compares interviews. Bring in the first ones.</source>
        <translation>Une matrice compare des entretiens. Importez les premiers.</translation>
    </message>
    <message>
        <source>Go to Code</source>
        <translation>Aller au codage</translation>
    </message>
    <message>
        <source>Numbers appear here once text is coded.</source>
        <translation>Les nombres paraîtront ici une fois du texte codé.</translation>
    </message>
    <message>
        <source>There is nothing to put in rows or columns.</source>
        <translation>Il n’y a rien à mettre en lignes ou en colonnes.</translation>
    </message>
    <message>
        <source>Choose anew</source>
        <translation>Choisir de nouveau</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Compter de nouveau</translation>
    </message>
    <message>
        <source>The numbers come as soon as they are counted.</source>
        <translation>Les nombres s’affichent dès qu’ils sont comptés.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>The count was stopped.</source>
        <translation>Le comptage a été arrêté.</translation>
    </message>
    <message>
        <source>Gathering coded segments</source>
        <translation>Réunion des segments codés</translation>
    </message>
    <message>
        <source>Nothing stands behind this cell.</source>
        <translation>Rien ne se trouve derrière cette cellule.</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>Exporter la matrice</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Documents are of the organisations of those who speak, unless others are ticked here.</source>
        <translation>Les documents sont rattachés aux organisations de celles et ceux qui y parlent, sauf si d’autres sont cochées ici.</translation>
    </message>
    <message>
        <source>Participants and documents of the organisation</source>
        <translation>Participant·es et documents de l’organisation</translation>
    </message>
    <message>
        <source>Choose an organisation</source>
        <translation>Choisissez une organisation</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>MemoDock</name>
    <message>
        <source>Memo</source>
        <translation>Mémo</translation>
    </message>
    <message>
        <source>Memos, the latest first</source>
        <translation>Mémos, les derniers d’abord</translation>
    </message>
    <message>
        <source>Choose a memo</source>
        <translation>Choisir un mémo</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Nouveau mémo</translation>
    </message>
    <message>
        <source>All memos</source>
        <translation>Tous les mémos</translation>
    </message>
</context>
<context>
    <name>MemoDocking</name>
    <message>
        <source>What you were writing when the program ended is kept.</source>
        <translation>Ce que vous écriviez quand le programme s’est arrêté est gardé.</translation>
    </message>
    <message>
        <source>Show the memo</source>
        <translation>Voir le mémo</translation>
    </message>
</context>
<context>
    <name>MemoEditor</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Title of the memo</source>
        <translation>Titre du mémo</translation>
    </message>
    <message>
        <source>Kind of memo</source>
        <translation>Type de mémo</translation>
    </message>
    <message>
        <source>Read the memo as it is laid out</source>
        <translation>Lire le mémo mis en page</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the memo</source>
        <translation>Supprimer le mémo</translation>
    </message>
    <message>
        <source>These links lead nowhere: {names}</source>
        <translation>Ces liens ne mènent nulle part : {names}</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>lien rompu</translation>
    </message>
    <message>
        <source>This link leads nowhere.</source>
        <translation>Ce lien ne mène nulle part.</translation>
    </message>
    <message>
        <source>Text of the memo</source>
        <translation>Texte du mémo</translation>
    </message>
    <message>
        <source>Write … [[ makes a link.</source>
        <translation>Écrire… [[ fait un lien.</translation>
    </message>
    <message>
        <source>[[ links to a code, a document, a participant, a memo.</source>
        <translation>[[ lie un code, un document, un·e participant·e, un mémo.</translation>
    </message>
    <message>
        <source>The memo as it reads</source>
        <translation>Le mémo mis en page</translation>
    </message>
    <message>
        <source>What the memo is about</source>
        <translation>Ce sur quoi porte le mémo</translation>
    </message>
    <message>
        <source>{coder}, {moment}</source>
        <translation>{coder}, {moment}</translation>
    </message>
    <message>
        <source>edited {moment}</source>
        <translation>modifié le {moment}</translation>
    </message>
    <message>
        <source>On: {targets}</source>
        <translation>Sur : {targets}</translation>
    </message>
</context>
<context>
    <name>MemoTab</name>
    <message>
        <source>Memos</source>
        <translation>Mémos</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Nouveau mémo</translation>
    </message>
    <message>
        <source>On the coding “{code}”</source>
        <translation>Sur le codage « {code} »</translation>
    </message>
    <message>
        <source>On the words “{words}”</source>
        <translation>Sur les mots « {words} »</translation>
    </message>
    <message>
        <source>On the document {name}</source>
        <translation>Sur le document {name}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projet</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucun pour l’instant</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>{verb} “{label}”</source>
        <translation>{verb} « {label} »</translation>
    </message>
</context>
<context>
    <name>NamesButton</name>
    <message>
        <source>Names hidden</source>
        <translation>Noms masqués</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>Noms montrés</translation>
    </message>
    <message>
        <source>On every page, for reading only; {key} shows them</source>
        <translation>Sur toutes les pages, en lecture seule ; {key} les montre</translation>
    </message>
    <message>
        <source>{key} hides them on every page, for who shares their screen</source>
        <translation>{key} les masque sur toutes les pages, pour qui partage son écran</translation>
    </message>
</context>
<context>
    <name>NamesTab</name>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Autre nom</translation>
    </message>
    <message>
        <source>No name awaits a decision.</source>
        <translation>Aucun nom n’attend de décision.</translation>
    </message>
    <message>
        <source>Names to decide on</source>
        <translation>Noms à trancher</translation>
    </message>
    <message>
        <source>Hidden names</source>
        <translation>Noms masqués</translation>
    </message>
    <message>
        <source>No name is hidden yet.</source>
        <translation>Aucun nom n’est encore masqué.</translation>
    </message>
    <message>
        <source>Which names do the texts hold?</source>
        <translation>Quels noms les textes contiennent-ils ?</translation>
    </message>
    <message>
        <source>Look for names</source>
        <translation>Chercher les noms</translation>
    </message>
    <message>
        <source>People, firms, places and addresses are listed with the words around them. A key hides one in all that leaves the project, behind a number drawn by lot; here all stays readable.</source>
        <translation>Personnes, entreprises, lieux et adresses sont listés avec les mots qui les entourent. Une touche en masque un dans tout ce qui sort du projet, derrière un numéro tiré au sort ; ici, tout reste lisible.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Seems to be</source>
        <translation>Semble être</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Stands for it</source>
        <translation>Remplacé par</translation>
    </message>
    <message>
        <source>Read a list…</source>
        <translation>Lire une liste…</translation>
    </message>
    <message numerus="yes">
        <source>%n names to decide on</source>
        <translation>
            <numerusform>%n nom à trancher</numerusform>
            <numerusform>%n noms à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names are hidden</source>
        <translation>
            <numerusform>%n nom est masqué</numerusform>
            <numerusform>%n noms sont masqués</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>pas un nom</translation>
    </message>
    <message>
        <source>of texts without capitals, the words that no dictionary has are listed</source>
        <translation>des textes sans majuscules, les mots absents des dictionnaires sont listés</translation>
    </message>
    <message>
        <source>Looking for names</source>
        <translation>Recherche des noms</translation>
    </message>
    <message>
        <source>Looked for without a language model; with {model} a few more may be found.</source>
        <translation>Recherche menée sans modèle de langue ; avec {model}, quelques noms de plus pourraient être trouvés.</translation>
    </message>
    <message>
        <source>No more names were found.</source>
        <translation>Aucun autre nom trouvé.</translation>
    </message>
    <message>
        <source>Hide as: {kind}</source>
        <translation>Masquer comme : {kind}</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Pas un nom</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Ouvrir la source</translation>
    </message>
    <message>
        <source>Read a list of names</source>
        <translation>Lire une liste de noms</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>such as: Customer journeys 2026</source>
        <translation>par exemple : Parcours client 2026</translation>
    </message>
    <message>
        <source>File of the project</source>
        <translation>Fichier du projet</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Frameworks to begin with</source>
        <translation>Cadres théoriques de départ</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Name of the study</source>
        <translation>&amp;Nom de l’étude</translation>
    </message>
    <message>
        <source>&amp;Language of the interviews</source>
        <translation>&amp;Langue des entretiens</translation>
    </message>
    <message>
        <source>F&amp;rameworks</source>
        <translation>Cadres &amp;théoriques</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Nouvelle étude</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>There is already a file of this name; choose another.</source>
        <translation>Un fichier porte déjà ce nom ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There can be no file of this name: {why}.</source>
        <translation>Aucun fichier ne peut porter ce nom : {why}.</translation>
    </message>
    <message>
        <source>Projects (*{suffix})</source>
        <translation>Projets (*{suffix})</translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation>Où garder le projet</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>A note on these words; Enter keeps it</source>
        <translation>Une note sur ces mots ; Entrée la garde</translation>
    </message>
    <message>
        <source>Note on the words</source>
        <translation>Note sur les mots</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Select some words first.</source>
        <translation>Sélectionnez d’abord des mots.</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>Learning from your codings, and measuring on interviews left out …</source>
        <translation>Apprentissage d’après vos codages, et mesure sur des entretiens mis de côté…</translation>
    </message>
    <message>
        <source>Nothing was learned.</source>
        <translation>Rien n’a été appris.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Mesurer de nouveau</translation>
    </message>
    <message>
        <source>Go to Code</source>
        <translation>Aller au codage</translation>
    </message>
    <message>
        <source>There are no interviews to suggest codes for yet.</source>
        <translation>Il n’y a pas encore d’entretiens pour lesquels suggérer des codes.</translation>
    </message>
    <message>
        <source>There is no code to suggest yet: code some passages first.</source>
        <translation>Il n’y a pas encore de code à suggérer : codez d’abord des passages.</translation>
    </message>
    <message>
        <source>Suggestions for this document wait until you say that your first pass is done.</source>
        <translation>Les suggestions pour ce document attendent que vous déclariez faite votre première lecture.</translation>
    </message>
    <message>
        <source>Suggestions wait until you say that your first pass is done.</source>
        <translation>Les suggestions attendent que vous déclariez faite votre première lecture.</translation>
    </message>
    <message>
        <source>Every suggestion is decided upon, but for those you skipped.</source>
        <translation>Toutes les suggestions ont leur décision, sauf celles que vous avez passées.</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Les montrer de nouveau</translation>
    </message>
    <message>
        <source>No definition matches anything more here.</source>
        <translation>Aucune définition ne correspond plus à rien ici.</translation>
    </message>
    <message>
        <source>Nothing weaker is suggested here.</source>
        <translation>Rien de plus faible n’est suggéré ici.</translation>
    </message>
    <message>
        <source>Those from your codings</source>
        <translation>Celles d’après vos codages</translation>
    </message>
    <message>
        <source>Every passage is coded alike, so nothing tells codes apart yet: code some otherwise.</source>
        <translation>Tous les passages sont codés de même, rien ne distingue donc encore les codes : codez-en autrement.</translation>
    </message>
    <message>
        <source>Not enough is coded yet: a code is suggested from ten examples on.</source>
        <translation>Pas encore assez de codages : un code est suggéré à partir de dix exemples.</translation>
    </message>
    <message>
        <source>Every code agreed too rarely with your coding on interviews left out, and is held back.</source>
        <translation>Aucun code n’est assez souvent conforme à votre codage pour être suggéré : tous sont mis de côté.</translation>
    </message>
    <message>
        <source>Suggest all codes</source>
        <translation>Suggérer tous les codes</translation>
    </message>
    <message numerus="yes">
        <source>Every suggestion is decided upon; %n document(s) wait for your first pass.</source>
        <translation>
            <numerusform>Toutes les suggestions sont décidées ; %n document attend votre premier passage.</numerusform>
            <numerusform>Toutes les suggestions sont décidées ; %n documents attendent votre premier passage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is suggested in this document.</source>
        <translation>Rien n’est suggéré dans ce document.</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>Every suggestion is decided upon. New codings bring new ones.</source>
        <translation>Toutes les suggestions ont leur décision. De nouveaux codages en amèneront d’autres.</translation>
    </message>
    <message>
        <source>So nothing steers how you read and code it yourself.</source>
        <translation>Ainsi, rien n’oriente votre propre lecture ni votre codage.</translation>
    </message>
    <message>
        <source>My first pass over “{document}” is done</source>
        <translation>Ma première lecture de « {document} » est faite</translation>
    </message>
</context>
<context>
    <name>OfCode</name>
    <message>
        <source>Of a code</source>
        <translation>D’un code</translation>
    </message>
    <message>
        <source>Ask by meaning what a code missed, and which of its verbatims are unlike the others</source>
        <translation>Demander par le sens ce qu’un code a manqué, et lesquels de ses verbatims sont à l’écart des autres</translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message>
        <source>Why this link is suggested</source>
        <translation>Pourquoi ce lien est suggéré</translation>
    </message>
    <message>
        <source>Make the link, with these words as its reason</source>
        <translation>Faire le lien, avec ces mots pour raison</translation>
    </message>
    <message>
        <source>It does not illustrate it: this link is suggested no more</source>
        <translation>Il n’en relève pas : ce lien ne sera plus proposé</translation>
    </message>
    <message>
        <source>Suggested for “{code}”</source>
        <translation>Suggéré pour « {code} »</translation>
    </message>
    <message numerus="yes">
        <source>Definition match, unmeasured: what is written of both, and %n passage(s) read</source>
        <translation>
            <numerusform>D’après la définition, non mesuré : ce qui est écrit des deux, et %n passage lu</numerusform>
            <numerusform>D’après la définition, non mesuré : ce qui est écrit des deux, et %n passages lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Because of {words}</source>
        <translation>À cause de : {words}</translation>
    </message>
    <message>
        <source>Link  {keys}</source>
        <translation>Lier  {keys}</translation>
    </message>
    <message>
        <source>Not this  {key}</source>
        <translation>Pas celui-ci  {key}</translation>
    </message>
</context>
<context>
    <name>Offered</name>
    <message>
        <source>A newer version of this framework comes with the program. Nothing changes by itself.</source>
        <translation>Une version plus récente de ce cadre est livrée avec le programme. Rien ne change sans vous.</translation>
    </message>
    <message>
        <source>See what changed…</source>
        <translation>Voir ce qui a changé…</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Matching codes with the framework</source>
        <translation>Rapprochement des codes et du cadre théorique</translation>
    </message>
    <message>
        <source>Definition match: {words}</source>
        <translation>D’après la définition : {words}</translation>
    </message>
</context>
<context>
    <name>Organisations</name>
    <message>
        <source>From an attribute</source>
        <translation>D’un attribut</translation>
    </message>
    <message>
        <source>Make an organisation of each employer that participants have</source>
        <translation>Faire une organisation de chaque employeur des participant·es</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir le cas</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>An organisation is a case: a firm with its participants and documents, part of a group or not.</source>
        <translation>Une organisation est un cas : une entreprise avec ses participant·es et ses documents, qu’elle fasse ou non partie d’un groupe.</translation>
    </message>
    <message>
        <source>Or make them of an attribute of participants, such as their employer.</source>
        <translation>Ou faites-les d’un attribut des participant·es, comme leur employeur.</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>Nouvelle organisation</translation>
    </message>
    <message numerus="yes">
        <source>{attribute}: %n new</source>
        <translation>
            <numerusform>{attribute} : %n nouvelle</numerusform>
            <numerusform>{attribute} : %n nouvelles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OriginBox</name>
    <message>
        <source>What was suggested</source>
        <translation>Ce qui a été suggéré</translation>
    </message>
    <message>
        <source>The suggestion itself is not in this project.</source>
        <translation>La suggestion elle-même n’est pas dans ce projet.</translation>
    </message>
    <message>
        <source>Suggested: {code}</source>
        <translation>Suggéré : {code}</translation>
    </message>
    <message>
        <source>Suggested: {code}; coded {chosen} instead</source>
        <translation>Suggéré : {code} ; codé {chosen} à la place</translation>
    </message>
    <message>
        <source>definition match, unmeasured</source>
        <translation>d’après la définition, non mesuré</translation>
    </message>
    <message>
        <source>learned from codings</source>
        <translation>appris des codages</translation>
    </message>
    <message>
        <source>definition match, unmeasured, score {score}</source>
        <translation>d’après la définition, non mesuré, score {score}</translation>
    </message>
    <message>
        <source>learned from codings, score {score}</source>
        <translation>appris des codages, score {score}</translation>
    </message>
    <message>
        <source>learned from codings, {chance}</source>
        <translation>appris des codages, {chance}</translation>
    </message>
    <message>
        <source>For these words: {words}</source>
        <translation>Pour ces mots : {words}</translation>
    </message>
    <message>
        <source>Because of {words}</source>
        <translation>À cause de : {words}</translation>
    </message>
    <message>
        <source>Accepted with a change by {coder}, {moment}</source>
        <translation>Accepté avec un changement par {coder}, {moment}</translation>
    </message>
    <message>
        <source>Accepted by {coder}, {moment}</source>
        <translation>Accepté par {coder}, {moment}</translation>
    </message>
    <message>
        <source>model {model}</source>
        <translation>modèle {model}</translation>
    </message>
</context>
<context>
    <name>OtherHitsList</name>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Inclure</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Typique</translation>
    </message>
    <message>
        <source>Atypical</source>
        <translation>Atypique</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Autre nom</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Mémo</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n mémo</numerusform>
            <numerusform>%n mémos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches this query and these choices.</source>
        <translation>Rien ne correspond à cette requête et à ces choix.</translation>
    </message>
    <message>
        <source>There is nothing to read yet: import interviews first.</source>
        <translation>Il n’y a encore rien à lire : importez d’abord des entretiens.</translation>
    </message>
    <message>
        <source>No document matches; its turns together must have all the words.</source>
        <translation>Aucun document ne correspond ; tous les mots doivent se trouver dans ses tours de parole, pris ensemble.</translation>
    </message>
    <message>
        <source>There is no memo yet; Ctrl+M writes one on what you read.</source>
        <translation>Il n’y a pas encore de mémo ; Ctrl+M en écrit un sur ce qu’on lit.</translation>
    </message>
    <message>
        <source>No memo's title or text matches.</source>
        <translation>Ni le titre ni le texte d’aucun mémo ne correspond.</translation>
    </message>
    <message>
        <source>There is no code yet: make one on the Code page.</source>
        <translation>Il n’y a pas encore de code : créez-en un sur la page Coder.</translation>
    </message>
    <message>
        <source>No code's name, definition, examples or memos match.</source>
        <translation>Ni nom, ni définition, ni exemple, ni mémo d’aucun code ne correspond.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n tour de parole</numerusform>
            <numerusform>%n tours de parole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomesDialog</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) imported.</source>
        <translation>
            <numerusform>%n document importé.</numerusform>
            <numerusform>%n documents importés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Already in the project, as {document}.</source>
        <translation>Déjà dans le projet, sous le nom {document}.</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) left out.</source>
        <translation>
            <numerusform>%n fichier caché laissé de côté.</numerusform>
            <numerusform>%n fichiers cachés laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>A link to a folder; import that folder by itself.</source>
        <translation>Un lien vers un dossier ; importez ce dossier lui-même.</translation>
    </message>
    <message>
        <source>{mark} has the name of the participant {name}, and is tied to them.</source>
        <translation>{mark} porte le nom du participant {name} et y est rattaché.</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Outside the framework: to theorise</source>
        <translation>Hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>Descriptive code</source>
        <translation>Code descriptif</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Coded segments</source>
        <translation>Segments codés</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Set aside by</source>
        <translation>Mis de côté par</translation>
    </message>
    <message>
        <source>Name of the new concept</source>
        <translation>Nom du nouveau concept</translation>
    </message>
    <message>
        <source>Why these codes are one concept</source>
        <translation>Pourquoi ces codes forment un concept</translation>
    </message>
    <message>
        <source>Link after all…</source>
        <translation>Lier finalement…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The code waits for a link again</source>
        <translation>Le code attend de nouveau un lien</translation>
    </message>
    <message>
        <source>No code is outside this framework. In triage, 0 puts a code here that fits no concept of it.</source>
        <translation>Aucun code n’est hors de ce cadre. Dans le tri, 0 place ici un code qui ne relève d’aucun de ses concepts.</translation>
    </message>
    <message>
        <source>These codes fit no concept of the framework: make a new one of those that belong together.</source>
        <translation>Ces codes ne relèvent d’aucun concept du cadre : faites-en un nouveau de ceux qui vont ensemble.</translation>
    </message>
    <message numerus="yes">
        <source>Make a concept of %n code(s)</source>
        <translation>
            <numerusform>Faire un concept de %n code</numerusform>
            <numerusform>Faire un concept de %n codes</numerusform>
        </translation>
    </message>
    <message>
        <source>Fork the framework first…</source>
        <translation>Dériver d’abord le cadre…</translation>
    </message>
    <message>
        <source>This framework stays as it was published; fork it, then change the copy.</source>
        <translation>Ce cadre théorique reste tel qu’il a été publié ; le dériver, puis modifier la copie.</translation>
    </message>
    <message numerus="yes">
        <source>{name}: a concept of %n code(s).</source>
        <translation>
            <numerusform>{name} : un concept fait de %n code.</numerusform>
            <numerusform>{name} : un concept fait de %n codes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Those who speak in it</source>
        <translation>Celles et ceux qui y parlent</translation>
    </message>
    <message>
        <source>All words of its text</source>
        <translation>Tous les mots de son texte</translation>
    </message>
</context>
<context>
    <name>ParticipantsPage</name>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>Recruitment</source>
        <translation>Recrutement</translation>
    </message>
    <message>
        <source>Interview guide</source>
        <translation>Guide d’entretien</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Read a table of participants</source>
        <translation>Lire un tableau de participant·es</translation>
    </message>
</context>
<context>
    <name>PassagePane</name>
    <message>
        <source>My first pass is done</source>
        <translation>Ma première lecture est faite</translation>
    </message>
    <message>
        <source>Say that you have read and coded this document once yourself.</source>
        <translation>Dire que vous avez lu et codé une fois ce document vous-même.</translation>
    </message>
    <message>
        <source>This project is open for reading only: suggestions can be read, not decided on.</source>
        <translation>Ce projet est ouvert en lecture seule : les suggestions peuvent être lues, mais aucune décision ne peut être prise.</translation>
    </message>
    <message>
        <source>The words you selected will be coded. Esc goes back to those suggested.</source>
        <translation>Les mots sélectionnés seront codés. Échap revient à ceux qui sont suggérés.</translation>
    </message>
    <message>
        <source>The boxed words will be coded; select others to code those instead.</source>
        <translation>Les mots encadrés seront codés ; en sélectionner d’autres pour coder ceux-là.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste codes</source>
        <translation>Coller des codes</translation>
    </message>
    <message>
        <source>A name a line, under {where}: what is indented goes under what is above it, and a/b under a.</source>
        <translation>Un nom par ligne, sous {where} : ce qui est en retrait va sous ce qui précède, et a/b sous a.</translation>
    </message>
    <message>
        <source>List of codes</source>
        <translation>Liste de codes</translation>
    </message>
    <message>
        <source>Reception
    waiting
    first contact
Price/discounts</source>
        <translation>Accueil
    attente
    premier contact
Prix/remises</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Ce que cela donne</translation>
    </message>
    <message numerus="yes">
        <source>%n new code(s)</source>
        <translation>
            <numerusform>%n nouveau code</numerusform>
            <numerusform>%n nouveaux codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n déjà là</numerusform>
            <numerusform>%n déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n code(s)</source>
        <translation>
            <numerusform>Ajouter %n code</numerusform>
            <numerusform>Ajouter %n codes</numerusform>
        </translation>
    </message>
    <message>
        <source>{code} (there already)</source>
        <translation>{code} (déjà là)</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Filter participants</source>
        <translation>Filtrer les participant·es</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>Lire un tableau…</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Mémo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir le cas</translation>
    </message>
    <message>
        <source>Say who was interviewed: function, company, sector, and whether they may be named.</source>
        <translation>Dites qui a été interrogé : fonction, entreprise, secteur, et si on peut les nommer.</translation>
    </message>
    <message>
        <source>A CSV or Excel file with a line for each person; or drop it here, or add people one by one.</source>
        <translation>Un fichier CSV ou Excel avec une ligne par personne ; ou déposez-le ici, ou ajoutez les personnes une par une.</translation>
    </message>
    <message>
        <source>Counting words</source>
        <translation>Comptage des mots</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>Nouveau·elle participant·e</translation>
    </message>
    <message>
        <source>{name} is left out of analysis: of counts, lists and tables.</source>
        <translation>{name} est exclu·e de l’analyse : des décomptes, des listes et des tableaux.</translation>
    </message>
    <message>
        <source>{name} is counted again.</source>
        <translation>{name} est compté·e à nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) removed; undo brings them back.</source>
        <translation>
            <numerusform>%n participant·e retiré·e ; annuler rétablit.</numerusform>
            <numerusform>%n participant·es retiré·es ; annuler rétablit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>Your name as a coder</source>
        <translation>Votre nom de codeur·euse</translation>
    </message>
    <message>
        <source>A memo stands beside each page</source>
        <translation>Un mémo se tient à côté de chaque page</translation>
    </message>
    <message>
        <source>Hide suggestions on a document until its first pass is declared</source>
        <translation>Cacher les suggestions d’un document jusqu’à la fin de sa première lecture</translation>
    </message>
    <message>
        <source>All keys…</source>
        <translation>Toutes les touches…</translation>
    </message>
    <message>
        <source>Show the tour again</source>
        <translation>Revoir la visite guidée</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language of new projects</source>
        <translation>Langue des nouveaux projets</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Modèle Word</translation>
    </message>
    <message>
        <source>Warn where fewer share what is told</source>
        <translation>Avertir si moins de personnes partagent ce qui est dit</translation>
    </message>
    <message>
        <source>Each choice holds at once.</source>
        <translation>Chaque choix s’applique aussitôt.</translation>
    </message>
</context>
<context>
    <name>PreviewChoices</name>
    <message>
        <source>Keep…</source>
        <translation>Garder…</translation>
    </message>
    <message>
        <source>How speakers are told</source>
        <translation>Comment les locuteurs sont reconnus</translation>
    </message>
    <message>
        <source>Expression for the label of a speaker</source>
        <translation>Expression pour l’étiquette d’un locuteur</translation>
    </message>
    <message>
        <source>Expression, such as (?P&lt;speaker&gt;\w+) &gt;</source>
        <translation>Expression, telle que (?P&lt;speaker&gt;\w+) &gt;</translation>
    </message>
    <message>
        <source>A regular expression for what stands before a turn: its group speaker is the label, its group time, if there is one, the time. Enter reads the file again.</source>
        <translation>Une expression régulière pour ce qui précède un tour de parole : son groupe speaker est l’étiquette, son groupe time, s’il y en a un, l’heure. Entrée fait relire le fichier.</translation>
    </message>
    <message>
        <source>Keep this expression by a name, for the next files</source>
        <translation>Garder cette expression sous un nom, pour les prochains fichiers</translation>
    </message>
    <message>
        <source>Forget this kept expression</source>
        <translation>Oublier cette expression gardée</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Password, then Enter</source>
        <translation>Mot de passe, puis Entrée</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Columns of answers, parted by semicolons</source>
        <translation>Colonnes de réponses, séparées par des points-virgules</translation>
    </message>
    <message>
        <source>The columns of the survey that are text; the others are what is known of who answers.</source>
        <translation>Les colonnes de l’enquête qui sont du texte ; les autres sont ce que l’on sait de qui répond.</translation>
    </message>
    <message>
        <source>Columns of answers</source>
        <translation>Colonnes de réponses</translation>
    </message>
    <message>
        <source>Read all files so</source>
        <translation>Lire tous ainsi</translation>
    </message>
    <message>
        <source>Read all files of this import with the choices made here</source>
        <translation>Lire tous les fichiers de cet import avec les choix faits ici</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Comme au début</translation>
    </message>
    <message>
        <source>Take back all that was chosen and said for this file</source>
        <translation>Reprendre tout ce qui a été choisi et dit pour ce fichier</translation>
    </message>
    <message>
        <source>by turn</source>
        <translation>par tour de parole</translation>
    </message>
    <message>
        <source>by paragraph</source>
        <translation>par paragraphe</translation>
    </message>
    <message>
        <source>at blank lines</source>
        <translation>aux lignes vides</translation>
    </message>
    <message>
        <source>by line</source>
        <translation>par ligne</translation>
    </message>
    <message>
        <source>Where the text is cut; nobody speaks where it is not by turn</source>
        <translation>Où le texte est découpé ; personne ne parle s’il ne l’est pas par tour de parole</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Told from the text</source>
        <translation>Reconnus au texte</translation>
    </message>
    <message>
        <source>By this expression</source>
        <translation>Selon cette expression</translation>
    </message>
    <message>
        <source>{encoding} (a guess)</source>
        <translation>{encoding} (supposé)</translation>
    </message>
    <message>
        <source>{encoding} (found)</source>
        <translation>{encoding} (reconnu)</translation>
    </message>
    <message>
        <source>Told from the bytes</source>
        <translation>Reconnu aux octets</translation>
    </message>
    <message>
        <source>Western Europe</source>
        <translation>Europe occidentale</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>Europe centrale</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Cyrillique</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Grec</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turc</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hébreu</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabe</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinois</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japonais</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Coréen</translation>
    </message>
    <message>
        <source>as the study</source>
        <translation>celle de l’étude</translation>
    </message>
    <message>
        <source>Keep the expression</source>
        <translation>Garder l’expression</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Import: what will come in</source>
        <translation>Import : ce qui va entrer</translation>
    </message>
    <message>
        <source>The file is being read again</source>
        <translation>Le fichier est relu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>à regarder : {count}</translation>
    </message>
    <message>
        <source>{count} can't be read</source>
        <translation>illisibles : {count}</translation>
    </message>
    <message>
        <source>{count} there already</source>
        <translation>déjà là : {count}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n document(s)</source>
        <translation>
            <numerusform>&amp;Importer %n document</numerusform>
            <numerusform>&amp;Importer %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Read anew, and let go of what the new words have no place for?</source>
        <translation>Relire, et laisser partir ce qui n’a plus ses mots ?</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) or excerpt(s) would be removed. It can be undone.</source>
        <translation>
            <numerusform>%n codage ou extrait serait supprimé. Cela peut être annulé.</numerusform>
            <numerusform>%n codages ou extraits seraient supprimés. Cela peut être annulé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close without importing?</source>
        <translation>Fermer sans importer ?</translation>
    </message>
    <message>
        <source>What was chosen and said here is lost.</source>
        <translation>Ce qui a été choisi et dit ici est perdu.</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Ne pas importer</translation>
    </message>
</context>
<context>
    <name>PreviewNotes</name>
    <message>
        <source>Doubts and notes</source>
        <translation>Doutes et remarques</translation>
    </message>
    <message>
        <source>Already in the project, as {document}: it is not written again.</source>
        <translation>Déjà dans le projet, sous le nom {document} : il n’est pas écrit de nouveau.</translation>
    </message>
    <message>
        <source>Already in the project, as {document}. Tick it to have it read anew in its place: codings whose words agree stay.</source>
        <translation>Déjà dans le projet, sous le nom {document}. Cochez-le pour le relire à sa place : les codages dont les mots concordent restent.</translation>
    </message>
    <message>
        <source>Compare… ({key})</source>
        <translation>Comparer… ({key})</translation>
    </message>
    <message>
        <source>One speaker ({key})</source>
        <translation>Un seul locuteur ({key})</translation>
    </message>
    <message>
        <source>Two speakers ({key})</source>
        <translation>Deux locuteurs ({key})</translation>
    </message>
</context>
<context>
    <name>PreviewOpening</name>
    <message>
        <source>Beginning of the text</source>
        <translation>Début du texte</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Montrer plus</translation>
    </message>
    <message>
        <source>It is a speaker’s label ({key})</source>
        <translation>C’est l’étiquette d’un locuteur ({key})</translation>
    </message>
    <message>
        <source>All that is written like the selection is a speaker’s label</source>
        <translation>Tout ce qui est écrit comme la sélection est l’étiquette d’un locuteur</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more character(s)</source>
        <translation>
            <numerusform>… et encore %Ln caractère</numerusform>
            <numerusform>… et encore %Ln caractères</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewVoices</name>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Tours</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>Premiers mots</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Select one speaker’s label in the text, and say that it is a label.</source>
        <translation>Sélectionnez dans le texte l’étiquette d’un locuteur, et dites que c’en est une.</translation>
    </message>
    <message>
        <source>Nobody is marked as speaking.</source>
        <translation>Aucun locuteur n’est marqué.</translation>
    </message>
    <message>
        <source>in all files</source>
        <translation>dans tous les fichiers</translation>
    </message>
    <message>
        <source>Interviewer</source>
        <translation>Intervieweur</translation>
    </message>
    <message>
        <source>Interviewee</source>
        <translation>Interviewé·e</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Give the speaker this role; with Shift, in all files where the label stands</source>
        <translation>Donner ce rôle au locuteur ; avec Maj, dans tous les fichiers où est l’étiquette</translation>
    </message>
    <message numerus="yes">
        <source>The label stands in %n other file(s), too</source>
        <translation>
            <numerusform>L’étiquette est aussi dans %n autre fichier</numerusform>
            <numerusform>L’étiquette est aussi dans %n autres fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print {name}</source>
        <translation>Imprimer {name}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>Taille de la page</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>Mise en page…</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save the coded transcript as PDF</source>
        <translation>Enregistrer la transcription codée en PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{name} can’t be written: {why}</source>
        <translation>{name} ne peut pas être écrit : {why}</translation>
    </message>
    <message>
        <source>Written: {name}. Confidential participants are masked in it.</source>
        <translation>Fichier écrit : {name}. Les participant·es confidentiel·les y sont masqué·es.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Écriture de {name}…</translation>
    </message>
    <message>
        <source>Print all the same</source>
        <translation>Imprimer malgré tout</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Projects (*{suffix})</source>
        <translation>Projets (*{suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>The project was brought up to date; a copy as it was is kept as {name}.</source>
        <translation>Le projet a été mis à niveau ; une copie de l’ancien est gardée sous le nom {name}.</translation>
    </message>
    <message>
        <source>Sample study{suffix}</source>
        <translation>Étude d’exemple{suffix}</translation>
    </message>
    <message>
        <source>Making the sample study</source>
        <translation>Préparation de l’étude d’exemple</translation>
    </message>
    <message>
        <source>Name of the coder</source>
        <translation>Nom du codeur</translation>
    </message>
    <message>
        <source>Every coding, link and memo carries the name of who made it. Yours is:</source>
        <translation>Chaque codage, lien et mémo porte le nom de son auteur. Le vôtre est :</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>not enough yet: {have} of {need} examples</source>
        <translation>pas encore assez : {have} exemples sur {need}</translation>
    </message>
    <message>
        <source>its examples tell nothing apart yet</source>
        <translation>ses exemples ne distinguent encore rien</translation>
    </message>
    <message>
        <source>There is too little to say what more examples would bring.</source>
        <translation>Il y a trop peu pour dire ce que plus d’exemples apporteraient.</translation>
    </message>
    <message>
        <source>Ten more examples a code would bring next to nothing.</source>
        <translation>Dix exemples de plus par code n’apporteraient presque rien.</translation>
    </message>
    <message>
        <source>Ten more examples a code would bring about +{points} points (one of the first three agrees with your coding).</source>
        <translation>Dix exemples de plus par code apporteraient environ +{points} points (l’un des trois premiers codes proposés est conforme à votre codage).</translation>
    </message>
</context>
<context>
    <name>QualityPage</name>
    <message>
        <source>Reflexive approach</source>
        <translation>Approche réflexive</translation>
    </message>
    <message>
        <source>The study does without agreement of coders: it is not shown</source>
        <translation>L’étude se passe d’accord entre codeurs : il n’est pas montré</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>Draw by lot…</source>
        <translation>Tirage au sort…</translation>
    </message>
    <message>
        <source>Draw documents or passages that are to be coded twice, by a seed that is kept</source>
        <translation>Tirer au sort des documents ou des passages à coder deux fois, par une graine qui est conservée</translation>
    </message>
    <message>
        <source>Comparing coders</source>
        <translation>Comparaison des codeurs</translation>
    </message>
    <message>
        <source>There is one coder here. What others code in this file, under their own name, is compared.</source>
        <translation>Une seule personne code ici. Ce que d’autres codent dans ce fichier, sous leur propre nom, est alors comparé.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
</context>
<context>
    <name>QualityStrip</name>
    <message>
        <source>Measured quality</source>
        <translation>Qualité mesurée</translation>
    </message>
    <message>
        <source>Measured quality of the code suggested</source>
        <translation>Qualité mesurée du code suggéré</translation>
    </message>
    <message>
        <source>Every code, the simple ways beside, and how far the chances can be trusted</source>
        <translation>Chaque code, les méthodes simples à côté, et jusqu’où on peut se fier aux chances</translation>
    </message>
    <message>
        <source>Measured on {documents} interviews, each left out whole: what comes first agrees with your coding for {first} of {passages} passages, one of three for {three}; the best simple way: {simple_first} and {simple_three}.</source>
        <translation>Mesuré sur {documents} entretiens, chacun mis de côté en entier : le premier code proposé est conforme à votre codage pour {first} de {passages} passages, l’un des trois premiers pour {three} ; la meilleure méthode simple : {simple_first} et {simple_three}.</translation>
    </message>
    <message>
        <source>Nothing is measured yet: that takes coded passages in two documents at least.</source>
        <translation>Rien n’est encore mesuré : il faut des passages codés dans deux documents au moins.</translation>
    </message>
    <message>
        <source>All figures  {key}</source>
        <translation>Tous les chiffres  {key}</translation>
    </message>
    <message>
        <source>{code}: definition match, unmeasured</source>
        <translation>{code} : d’après la définition, non mesuré</translation>
    </message>
    <message>
        <source>{code}: not measured yet</source>
        <translation>{code} : pas encore mesuré</translation>
    </message>
    <message>
        <source>{code}: {precision} of what is suggested agrees with your coding (precision), {recall} of your coding is found (recall); {examples} examples</source>
        <translation>{code} : {precision} de ce qui est suggéré est conforme à votre codage (précision), {recall} de votre codage est retrouvé (rappel) ; {examples} exemples</translation>
    </message>
</context>
<context>
    <name>QualityView</name>
    <message>
        <source>Measure again</source>
        <translation>Mesurer de nouveau</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) or coding(s) since this was measured.</source>
        <translation>
            <numerusform>%n décision ou codage depuis cette mesure.</numerusform>
            <numerusform>%n décisions ou codages depuis cette mesure.</numerusform>
        </translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>The code whose passages are most alike on the whole</source>
        <translation>Le code dont les passages se ressemblent le plus dans l’ensemble</translation>
    </message>
    <message>
        <source>The code of the most similar passage</source>
        <translation>Le code du passage le plus semblable</translation>
    </message>
    <message>
        <source>Always the most frequent codes</source>
        <translation>Toujours les codes les plus fréquents</translation>
    </message>
    <message>
        <source>These suggestions</source>
        <translation>Ces suggestions</translation>
    </message>
    <message>
        <source>Agrees with your coding</source>
        <translation>Conforme à votre codage</translation>
    </message>
    <message>
        <source>first</source>
        <translation>en tête</translation>
    </message>
    <message>
        <source>among three</source>
        <translation>parmi trois</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>précision moyenne</translation>
    </message>
    <message>
        <source>Beside the simple ways</source>
        <translation>À côté des méthodes simples</translation>
    </message>
    <message>
        <source>Would more examples help?</source>
        <translation>Plus d’exemples aideraient-ils ?</translation>
    </message>
    <message>
        <source>Being measured with fewer examples …</source>
        <translation>Mesure en cours avec moins d’exemples…</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>Non mesuré.</translation>
    </message>
    <message>
        <source>Passages where one of three codes agrees with your coding, by examples a code; dashed, what ten more would bring</source>
        <translation>Passages où l’un de trois codes est conforme à votre codage, selon les exemples par code ; en tirets, ce que dix de plus apporteraient</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>promis</translation>
    </message>
    <message>
        <source>came true</source>
        <translation>réalisé</translation>
    </message>
    <message>
        <source>times</source>
        <translation>fois</translation>
    </message>
    <message>
        <source>What came true, by the chance promised; on the line, promises are kept</source>
        <translation>Ce qui s’est réalisé, selon la chance promise ; sur la ligne, les promesses sont tenues</translation>
    </message>
    <message>
        <source>Can the chances be trusted?</source>
        <translation>Peut-on se fier aux chances ?</translation>
    </message>
    <message>
        <source>Of two passages, one coded and one not, the coded one is told in {share} of cases.</source>
        <translation>De deux passages, l’un codé et l’autre non, celui qui est codé est reconnu dans {share} des cas.</translation>
    </message>
    <message>
        <source>Measured quality of each code</source>
        <translation>Qualité mesurée de chaque code</translation>
    </message>
</context>
<context>
    <name>QueryBar</name>
    <message>
        <source>Words or "a phrase"; nothing, for all that is coded</source>
        <translation>Mots ou "une expression" ; rien, pour tout ce qui est codé</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>What is searched</source>
        <translation>Ce qui est fouillé</translation>
    </message>
    <message>
        <source>How to ask</source>
        <translation>Comment demander</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Turns that match</source>
        <translation>Les tours de parole qui correspondent</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Codages</translation>
    </message>
    <message>
        <source>Words within codings, code:… capability:…; nothing, for all codings</source>
        <translation>Mots dans les codages, code:… capacité:… ; rien, pour tous les codages</translation>
    </message>
    <message>
        <source>Codings whose own words match, each with its own code and coder</source>
        <translation>Les codages dont les mots mêmes correspondent, chacun avec son code et son codeur</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Words anywhere in an interview; nothing, for all documents</source>
        <translation>Mots n’importe où dans un entretien ; rien, pour tous les documents</translation>
    </message>
    <message>
        <source>Documents whose text as a whole, or name, matches</source>
        <translation>Les documents dont tout le texte, ou le nom, correspond</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Mémos</translation>
    </message>
    <message>
        <source>Words of memos, document:… code:…; nothing, for all memos</source>
        <translation>Mots des mémos, document:… code:… ; rien, pour tous les mémos</translation>
    </message>
    <message>
        <source>Memos whose title or text matches</source>
        <translation>Les mémos dont le titre ou le texte correspond</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Définitions</translation>
    </message>
    <message>
        <source>Words of the codebook; nothing, for all codes</source>
        <translation>Mots de la grille de codage ; rien, pour tous les codes</translation>
    </message>
    <message>
        <source>Codes whose name, definition, examples or memos match</source>
        <translation>Les codes dont le nom, la définition, les exemples ou les mémos correspondent</translation>
    </message>
    <message>
        <source>By meaning</source>
        <translation>Par le sens</translation>
    </message>
    <message>
        <source>A sentence: passages that say something like it</source>
        <translation>Une phrase : les passages qui disent quelque chose d’approchant</translation>
    </message>
    <message>
        <source>Turns that say something alike, in whatever words, the most alike first</source>
        <translation>Les tours de parole qui disent quelque chose d’approchant, quels qu’en soient les mots, les plus proches d’abord</translation>
    </message>
</context>
<context>
    <name>QuestionDetail</name>
    <message>
        <source>The question and its answers</source>
        <translation>La question et ses réponses</translation>
    </message>
    <message>
        <source>Version that the interview used</source>
        <translation>Version utilisée dans l’entretien</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Posée</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>Posée autrement</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Non posée</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>Enlever la marque</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>marked by {name}</source>
        <translation>marquée par {name}</translation>
    </message>
    <message>
        <source>found by likeness, {score}</source>
        <translation>repérée par ressemblance, {score}</translation>
    </message>
    <message>
        <source>words: {words}</source>
        <translation>mots : {words}</translation>
    </message>
    <message>
        <source>The version that this interview used does not have this question.</source>
        <translation>La version utilisée dans cet entretien n’a pas cette question.</translation>
    </message>
    <message>
        <source>It was not asked here.</source>
        <translation>Elle n’a pas été posée ici.</translation>
    </message>
    <message>
        <source>Nothing is marked: find the questions, or select the words in the reader and mark them there.</source>
        <translation>Rien n’est marqué : repérez les questions, ou sélectionnez les mots dans le lecteur et marquez-les là.</translation>
    </message>
    <message>
        <source>by its date</source>
        <translation>d’après sa date</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>la plus récente</translation>
    </message>
    <message>
        <source>Leave it to the date</source>
        <translation>Laisser la date en décider</translation>
    </message>
    <message>
        <source>Version: {name} ({reason})</source>
        <translation>Version : {name} ({reason})</translation>
    </message>
    <message>
        <source>Version: {name}</source>
        <translation>Version : {name}</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Questions of the guide</source>
        <translation>Questions du guide</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Quotations</name>
    <message>
        <source>Check an article…</source>
        <translation>Contrôler un article…</translation>
    </message>
    <message>
        <source>Seek the quotations of a Word, OpenDocument, LaTeX or Markdown file in the sources</source>
        <translation>Chercher dans les sources les verbatims cités par un fichier Word, OpenDocument, LaTeX ou Markdown</translation>
    </message>
    <message>
        <source>Put the article away</source>
        <translation>Fermer l’article</translation>
    </message>
    <message>
        <source>Quotations of the article</source>
        <translation>Verbatims de l’article</translation>
    </message>
    <message>
        <source>Double-click or Enter: the words in their source</source>
        <translation>Double-clic ou Entrée : les mots dans leur source</translation>
    </message>
    <message>
        <source>Articles ({kinds})</source>
        <translation>Articles ({kinds})</translation>
    </message>
    <message>
        <source>Check an article</source>
        <translation>Contrôler un article</translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) to look at</source>
        <translation>
            <numerusform>%n verbatim à revoir</numerusform>
            <numerusform>%n verbatims à revoir</numerusform>
        </translation>
    </message>
    <message>
        <source>{article}: {said}, of {read}.</source>
        <translation>{article} : {said}, sur {read}.</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Paragraphe</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Verbatim</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>About the coding</source>
        <translation>À propos du codage</translation>
    </message>
    <message>
        <source>{count} codings selected</source>
        <translation>{count} codages sélectionnés</translation>
    </message>
    <message>
        <source>Coded: {codes}.</source>
        <translation>Codé : {codes}.</translation>
    </message>
    <message>
        <source>Not coded.</source>
        <translation>Non codé.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Find in this text ({key})</source>
        <translation>Chercher dans ce texte ({key})</translation>
    </message>
    <message>
        <source>{code}, on the whole document, by {coder}</source>
        <translation>{code}, sur le document entier, par {coder}</translation>
    </message>
</context>
<context>
    <name>RecentStrip</name>
    <message>
        <source>Recent codes</source>
        <translation>Codes récents</translation>
    </message>
    <message>
        <source>Apply {code} (key {digit})</source>
        <translation>Appliquer {code} (touche {digit})</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Mask confidential names</source>
        <translation>Masquer les noms confidentiels</translation>
    </message>
    <message>
        <source>Without what came from suggestions</source>
        <translation>Sans ce qui vient de suggestions</translation>
    </message>
    <message>
        <source>Without what nobody read again</source>
        <translation>Sans ce que personne n’a relu</translation>
    </message>
    <message>
        <source>Without those who did not agree</source>
        <translation>Sans les personnes qui n’ont pas consenti</translation>
    </message>
    <message>
        <source>Parts of the recipe, in their order</source>
        <translation>Parties de la recette, dans l’ordre</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Ajouter une partie</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Title in French</source>
        <translation>Titre en français</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Titre en anglais</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>All parts in one</source>
        <translation>Tout en un</translation>
    </message>
    <message>
        <source>Tables as</source>
        <translation>Tableaux en</translation>
    </message>
    <message>
        <source>Figures as</source>
        <translation>Figures en</translation>
    </message>
    <message>
        <source>Without a language, the study’s</source>
        <translation>Sans langue, celle de l’étude</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
</context>
<context>
    <name>RecipeState</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Make it anew aside, and say which files would be otherwise now</source>
        <translation>Refaire à part, et dire quels fichiers seraient différents maintenant</translation>
    </message>
    <message>
        <source>What is in {folder} is of another study, or of a state that this one no longer has.</source>
        <translation>Le contenu de {folder} vient d’une autre étude, ou d’un état que celle-ci n’a plus.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in {folder} are not as they would be made now.</source>
        <translation>
            <numerusform>%n fichier de {folder} serait différent maintenant.</numerusform>
            <numerusform>%n fichiers de {folder} seraient différents maintenant.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it made in {folder} is of the study as it is now.</source>
        <translation>Ce qui a été produit dans {folder} correspond à l’étude d’aujourd’hui.</translation>
    </message>
    <message>
        <source>The study has changed since, but nothing in {folder} would be otherwise.</source>
        <translation>L’étude a changé depuis, mais rien dans {folder} ne serait différent.</translation>
    </message>
    <message numerus="yes">
        <source>What it made in {folder} may be stale: %n change(s) of the study since.</source>
        <translation>
            <numerusform>Le contenu de {folder} n’est peut-être plus à jour : %n changement de l’étude depuis.</numerusform>
            <numerusform>Le contenu de {folder} n’est peut-être plus à jour : %n changements de l’étude depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with what was made</source>
        <translation>Comparaison avec ce qui a été produit</translation>
    </message>
</context>
<context>
    <name>RecipeText</name>
    <message>
        <source>The recipe as text</source>
        <translation>La recette en texte</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>Recipe</source>
        <translation>Recette</translation>
    </message>
    <message>
        <source>New recipe…</source>
        <translation>Nouvelle recette…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Remove this recipe</source>
        <translation>Retirer cette recette</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep what was changed in the project; it can be undone</source>
        <translation>Conserver dans le projet ce qui a changé ; annulable</translation>
    </message>
    <message>
        <source>Make…</source>
        <translation>Produire…</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Ce qui sera produit</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>{name} (ships with Verbatim)</source>
        <translation>{name} (fournie avec Verbatim)</translation>
    </message>
    <message>
        <source>Looking at what the recipe makes</source>
        <translation>Examen de ce que produit la recette</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien encore</translation>
    </message>
    <message>
        <source>Make the recipe in this folder</source>
        <translation>Produire dans ce dossier</translation>
    </message>
    <message>
        <source>Making the recipe</source>
        <translation>Production de la recette</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation>Nouvelle recette</translation>
    </message>
    <message>
        <source>Rename the recipe</source>
        <translation>Renommer la recette</translation>
    </message>
    <message>
        <source>{name} is no longer kept</source>
        <translation>{name} n’est plus gardée</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom :</translation>
    </message>
</context>
<context>
    <name>RecruitmentTab</name>
    <message>
        <source>No answer yet</source>
        <translation>Pas encore de réponse</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>A accepté</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>A refusé</translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation>N’a pas répondu</translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation>S’est retiré·e</translation>
    </message>
    <message>
        <source>Recruitment log</source>
        <translation>Journal de recrutement</translation>
    </message>
    <message>
        <source>Nobody is in the recruitment log yet.</source>
        <translation>Le journal de recrutement est encore vide.</translation>
    </message>
    <message>
        <source>Add someone who was asked</source>
        <translation>Ajouter une personne sollicitée</translation>
    </message>
    <message>
        <source>A name or a number, why they were chosen, and what they answered: the sample table and a report for COREQ are counted from it.</source>
        <translation>Un nom ou un numéro, pourquoi cette personne, et sa réponse : le tableau de l’échantillon et un rapport selon COREQ en sont tirés.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Sollicité·e le</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>Réponse reçue le</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant·e</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>Lire un tableau…</translation>
    </message>
    <message>
        <source>Write a table…</source>
        <translation>Écrire un tableau…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>People asked</source>
        <translation>Personnes sollicitées</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Personne {number}</translation>
    </message>
    <message>
        <source>Read a recruitment log</source>
        <translation>Lire un journal de recrutement</translation>
    </message>
    <message>
        <source>Table without names that may not be read (*.csv)</source>
        <translation>Tableau sans les noms qui ne doivent pas être lus (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook without these names (*.xlsx)</source>
        <translation>Classeur Excel sans ces noms (*.xlsx)</translation>
    </message>
    <message>
        <source>Table with all names, to be read in again (*.csv)</source>
        <translation>Tableau avec tous les noms, à relire dans Verbatim (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook with all names, to be read in again (*.xlsx)</source>
        <translation>Classeur Excel avec tous les noms, à relire dans Verbatim (*.xlsx)</translation>
    </message>
    <message>
        <source>Write the recruitment log</source>
        <translation>Écrire le journal de recrutement</translation>
    </message>
    <message>
        <source>Written: {path}. It names all who were asked.</source>
        <translation>Fichier écrit : {path}. Toutes les personnes sollicitées y sont nommées.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>RemarkForm</name>
    <message>
        <source>Write down a remark</source>
        <translation>Noter une remarque</translation>
    </message>
    <message>
        <source>The remark</source>
        <translation>La remarque</translation>
    </message>
    <message>
        <source>such as Reviewer 2</source>
        <translation>par exemple Évaluateur·rice 2</translation>
    </message>
    <message>
        <source>By &amp;whom</source>
        <translation>&amp;De qui</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Remarque</translation>
    </message>
</context>
<context>
    <name>ReportNotice</name>
    <message>
        <source>Notice</source>
        <translation>Avertissement</translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) in print name somebody’s hidden firm, or nobody who took part.</source>
        <translation>
            <numerusform>%n verbatim imprimé nomme l’entreprise d’une personne confidentielle, ou n’est d’aucun·e participant·e.</numerusform>
            <numerusform>%n verbatims imprimés nomment l’entreprise d’une personne confidentielle, ou ne sont d’aucun·e participant·e.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confidential participant(s) can be told by what is printed of them.</source>
        <translation>
            <numerusform>%n personne confidentielle se reconnaît à ce qui est imprimé d’elle.</numerusform>
            <numerusform>%n personnes confidentielles se reconnaissent à ce qui est imprimé d’elles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are printed whose words single somebody out.</source>
        <translation>
            <numerusform>%n passage imprimé contient des mots qui permettent d’identifier quelqu’un.</numerusform>
            <numerusform>%n passages imprimés contiennent des mots qui permettent d’identifier quelqu’un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Les voir</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Parts of the report</source>
        <translation>Parties du rapport</translation>
    </message>
    <message>
        <source>Quotations of</source>
        <translation>Verbatims de</translation>
    </message>
    <message>
        <source>Mask confidential names</source>
        <translation>Masquer les noms confidentiels</translation>
    </message>
    <message>
        <source>Numbers stand for those who may not be named, with function and employer</source>
        <translation>Des numéros remplacent ceux qu’on ne peut pas nommer, avec fonction et employeur</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <source>What is to be made of the study, kept so that it can be made again</source>
        <translation>Ce qui est à produire de l’étude, conservé pour être refait à l’identique</translation>
    </message>
    <message>
        <source>The report shows as soon as it is put together.</source>
        <translation>Le rapport s’affiche dès qu’il est composé.</translation>
    </message>
    <message>
        <source>The part as it is printed</source>
        <translation>La partie telle qu’elle s’imprime</translation>
    </message>
    <message>
        <source>A click on a number, or Right and Enter, opens the words behind it</source>
        <translation>Un clic sur un nombre, ou la flèche droite puis Entrée, ouvre les mots qu’il compte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Reading the audit trail</source>
        <translation>Lecture de la piste d’audit</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Checking the article</source>
        <translation>Contrôle de l’article</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Gathering coded segments</source>
        <translation>Rassemblement des segments codés</translation>
    </message>
    <message>
        <source>The report was stopped.</source>
        <translation>Le rapport a été arrêté.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
</context>
<context>
    <name>RereadingDialog</name>
    <message>
        <source>To re-read for {code}</source>
        <translation>À relire pour {code}</translation>
    </message>
    <message>
        <source>Documents to re-read</source>
        <translation>Documents à relire</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Read for this code</source>
        <translation>Relu pour ce code</translation>
    </message>
    <message numerus="yes">
        <source>You worked on %n document(s) before this code was made.</source>
        <translation>
            <numerusform>Vous avez travaillé sur %n document avant la création de ce code.</numerusform>
            <numerusform>Vous avez travaillé sur %n documents avant la création de ce code.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to re-read for {code}.</source>
        <translation>Il ne reste rien à relire pour {code}.</translation>
    </message>
</context>
<context>
    <name>Respondents</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Documents they speak in: interviews they gave, and groups they were part of</source>
        <translation>Documents où cette personne parle : ses entretiens, et les groupes auxquels elle a participé</translation>
    </message>
    <message>
        <source>{name} ({type}); the right button changes it</source>
        <translation>{name} ({type}) ; clic droit pour le modifier</translation>
    </message>
    <message>
        <source>{name} (left out)</source>
        <translation>{name} (exclu·e)</translation>
    </message>
    <message>
        <source>“{value}” does not fit {attribute}, which holds: {type}. Its column's menu changes that.</source>
        <translation>« {value} » ne convient pas à {attribute}, qui contient : {type}. Le menu de sa colonne le change.</translation>
    </message>
    <message>
        <source>Coded segments</source>
        <translation>Segments codés</translation>
    </message>
    <message>
        <source>Words they say; an interviewer's are not counted</source>
        <translation>Mots prononcés ; ceux de l’intervieweur ne sont pas comptés</translation>
    </message>
    <message>
        <source>Stretches coded in what they say, each once; one in which two are heard counts for both</source>
        <translation>Passages codés de leurs propos, chacun une fois ; celui où deux personnes parlent compte pour les deux</translation>
    </message>
</context>
<context>
    <name>ReviewControls</name>
    <message>
        <source>Within sets</source>
        <translation>Dans des ensembles</translation>
    </message>
    <message>
        <source>Codes to suggest</source>
        <translation>Codes à suggérer</translation>
    </message>
    <message>
        <source>Documents to review</source>
        <translation>Documents à réexaminer</translation>
    </message>
    <message>
        <source>What the suggestions rest on</source>
        <translation>Sur quoi reposent les suggestions</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Par document</translation>
    </message>
    <message>
        <source>By code, like with like</source>
        <translation>Par code, les semblables ensemble</translation>
    </message>
    <message>
        <source>Only after my first pass</source>
        <translation>Après ma première lecture</translation>
    </message>
    <message>
        <source>Hide suggestions for a document until your first pass over it is done.</source>
        <translation>Cacher les suggestions d’un document jusqu’à ce que votre première lecture en soit faite.</translation>
    </message>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>From your codings ({count})</source>
        <translation>D’après vos codages ({count})</translation>
    </message>
    <message>
        <source>By definition, unmeasured ({count})</source>
        <translation>D’après la définition, non mesuré ({count})</translation>
    </message>
    <message>
        <source>Weaker, look twice ({count})</source>
        <translation>Plus faibles, à vérifier ({count})</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>{at} of {left}</source>
        <translation>{at} sur {left}</translation>
    </message>
    <message>
        <source>Another code for these words</source>
        <translation>Un autre code pour ces mots</translation>
    </message>
    <message>
        <source>The last change was no verdict; Ctrl+Z undoes it.</source>
        <translation>La dernière modification n’était pas une décision ; Ctrl+Z l’annule.</translation>
    </message>
</context>
<context>
    <name>RevisionsDialog</name>
    <message>
        <source>Corrections</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a été changé</translation>
    </message>
    <message>
        <source>The whole text, as it was before</source>
        <translation>Le texte entier, tel qu’il était avant</translation>
    </message>
    <message>
        <source>Against the text as it is now</source>
        <translation>Par rapport au texte d’aujourd’hui</translation>
    </message>
    <message>
        <source>The text is as it was imported.</source>
        <translation>Le texte est tel qu’il a été importé.</translation>
    </message>
    <message>
        <source>Go back to this text</source>
        <translation>Revenir à ce texte</translation>
    </message>
    <message>
        <source>Revisions of {name}</source>
        <translation>Historique des corrections de {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n endroit</numerusform>
            <numerusform>%n endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>Go back to this text, and let the words put in since go?</source>
        <translation>Revenir à ce texte et perdre les mots ajoutés depuis ?</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message numerus="yes">
        <source>Code %n segment(s)</source>
        <translation>
            <numerusform>Coder %n segment</numerusform>
            <numerusform>Coder %n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>Code with {code}</source>
        <translation>Coder avec {code}</translation>
    </message>
    <message>
        <source>This code is on these words already.</source>
        <translation>Ce code est déjà sur ces mots.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) coded.</source>
        <translation>
            <numerusform>%n segment codé.</numerusform>
            <numerusform>%n segments codés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recode %n coding(s) of {code} as</source>
        <translation>
            <numerusform>Recoder %n codage de {code} en</numerusform>
            <numerusform>Recoder %n codages de {code} en</numerusform>
        </translation>
    </message>
    <message>
        <source>Recode which?</source>
        <translation>Recoder lequel ?</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) recoded as {code}.</source>
        <translation>
            <numerusform>%n codage recodé en {code}.</numerusform>
            <numerusform>%n codages recodés en {code}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recode as {code}</source>
        <translation>Recoder en {code}</translation>
    </message>
    <message numerus="yes">
        <source>Recode %n segment(s)</source>
        <translation>
            <numerusform>Recoder %n segment</numerusform>
            <numerusform>Recoder %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %n coding(s) off from {code}</source>
        <translation>
            <numerusform>Détacher %n codage de {code}</numerusform>
            <numerusform>Détacher %n codages de {code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the new code</source>
        <translation>Nom du nouveau code</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Split off from which?</source>
        <translation>Détacher duquel ?</translation>
    </message>
    <message>
        <source>There is no coding here to change; Ctrl+K codes.</source>
        <translation>Il n’y a pas ici de codage à changer ; Ctrl+K code.</translation>
    </message>
    <message>
        <source>These words are coded with {code} directly; uncode them instead.</source>
        <translation>Ces mots sont codés directement par {code} ; décodez-les plutôt.</translation>
    </message>
    <message numerus="yes">
        <source>Do not keep %n coded segment(s) for {code}</source>
        <translation>
            <numerusform>Ne pas retenir %n segment codé pour {code}</numerusform>
            <numerusform>Ne pas retenir %n segments codés pour {code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Why? (may stay empty)</source>
        <translation>Pourquoi ? (facultatif)</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Ne pas retenir</translation>
    </message>
    <message>
        <source>No capability is linked to these codes; link one on the Theory page first.</source>
        <translation>Aucune capacité n’est liée à ces codes ; liez-en d’abord une dans la page Théorie.</translation>
    </message>
    <message>
        <source>With regard to which?</source>
        <translation>Au regard de quel code ?</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) written.</source>
        <translation>
            <numerusform>%n décision écrite.</numerusform>
            <numerusform>%n décisions écrites.</numerusform>
        </translation>
    </message>
    <message>
        <source>With regard to {code}</source>
        <translation>Au regard de {code}</translation>
    </message>
    <message numerus="yes">
        <source>Decide on %n segment(s)</source>
        <translation>
            <numerusform>Décider de %n segment</numerusform>
            <numerusform>Décider de %n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>no stance</source>
        <translation>aucune position</translation>
    </message>
    <message>
        <source>Bears on which assertion?</source>
        <translation>Porte sur quelle assertion ?</translation>
    </message>
    <message>
        <source>To be worded: {concept}</source>
        <translation>À formuler : {concept}</translation>
    </message>
    <message>
        <source>New assertion…</source>
        <translation>Nouvelle assertion…</translation>
    </message>
    <message numerus="yes">
        <source>Said of %n segment(s).</source>
        <translation>
            <numerusform>Dit de %n segment.</numerusform>
            <numerusform>Dit de %n segments.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>What do these segments support?</source>
        <translation>Qu’appuient ces segments ?</translation>
    </message>
    <message>
        <source>A sentence of your results</source>
        <translation>Une phrase de vos résultats</translation>
    </message>
    <message>
        <source>Code these words first; an excerpt illustrates a code.</source>
        <translation>Codez d’abord ces mots ; un extrait illustre un code.</translation>
    </message>
    <message>
        <source>An excerpt of which code?</source>
        <translation>Un extrait de quel code ?</translation>
    </message>
    <message>
        <source>Excerpts of {code}</source>
        <translation>Extraits de {code}</translation>
    </message>
    <message numerus="yes">
        <source>Make %n excerpt(s)</source>
        <translation>
            <numerusform>Faire %n extrait</numerusform>
            <numerusform>Faire %n extraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) chosen for {code}</source>
        <translation>
            <numerusform>%n extrait choisi pour {code}</numerusform>
            <numerusform>%n extraits choisis pour {code}</numerusform>
        </translation>
    </message>
    <message>
        <source>These words are an excerpt of {code} already.</source>
        <translation>Ces mots sont déjà un extrait de {code}.</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>Comment les conditions se combinent</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>Toutes ces conditions</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>Au moins une de ces conditions</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Ajouter une condition</translation>
    </message>
</context>
<context>
    <name>SaturationCurve</name>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Threshold (%)</source>
        <translation>Seuil (%)</translation>
    </message>
    <message>
        <source>By attribute or concept</source>
        <translation>Par attribut ou par concept</translation>
    </message>
    <message>
        <source>Series that is shown</source>
        <translation>Série montrée</translation>
    </message>
    <message>
        <source>As a figure</source>
        <translation>En figure</translation>
    </message>
    <message>
        <source>New codes by document</source>
        <translation>Nouveaux codes par document</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Tous les codes</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Searches</source>
        <translation>Recherches</translation>
    </message>
    <message>
        <source>Searches kept by name</source>
        <translation>Recherches gardées par leur nom</translation>
    </message>
    <message>
        <source>No search is kept yet</source>
        <translation>Aucune recherche n’est encore gardée</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Type a query or choose a facet first.</source>
        <translation>Tapez d’abord une requête ou choisissez une facette.</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Garder cette recherche</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Renommer {name}</translation>
    </message>
</context>
<context>
    <name>SavedButton</name>
    <message>
        <source>Matrices</source>
        <translation>Matrices</translation>
    </message>
    <message>
        <source>Keep this matrix, or come back to one</source>
        <translation>Garder cette matrice, ou revenir à une autre</translation>
    </message>
    <message>
        <source>Kept matrices</source>
        <translation>Matrices gardées</translation>
    </message>
    <message>
        <source>Keep this matrix…</source>
        <translation>Garder cette matrice…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep this matrix</source>
        <translation>Garder cette matrice</translation>
    </message>
    <message>
        <source>Kept as {name}</source>
        <translation>Gardée sous le nom {name}</translation>
    </message>
    <message>
        <source>Rename the matrix</source>
        <translation>Renommer la matrice</translation>
    </message>
    <message>
        <source>{name} is no longer kept</source>
        <translation>{name} n’est plus gardée</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom :</translation>
    </message>
</context>
<context>
    <name>SecondDocument</name>
    <message>
        <source>Two documents stand side by side from 1,400 pixels on; widen the window.</source>
        <translation>Deux documents tiennent côte à côte à partir de 1 400 pixels ; élargissez la fenêtre.</translation>
    </message>
    <message>
        <source>Select some words first.</source>
        <translation>Sélectionnez d’abord des mots.</translation>
    </message>
    <message>
        <source>No further coding here.</source>
        <translation>Plus d’autre codage ici.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>What can be done with the selected segments</source>
        <translation>Ce qu’on peut faire des segments choisis</translation>
    </message>
    <message>
        <source>Code…</source>
        <translation>Coder…</translation>
    </message>
    <message>
        <source>Recode…</source>
        <translation>Recoder…</translation>
    </message>
    <message>
        <source>Bears on…</source>
        <translation>Porte sur…</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Check before writing</source>
        <translation>Relire avant d’écrire</translation>
    </message>
    <message>
        <source>Show what is about to be done to several, so that some can be left out</source>
        <translation>Montrer ce qui va être fait à plusieurs segments, pour pouvoir en laisser</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>À discuter</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Ne pas retenir</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n choisi</numerusform>
            <numerusform>%n choisis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendForm</name>
    <message>
        <source>Keep what is sent</source>
        <translation>Garder ce qui est envoyé</translation>
    </message>
    <message>
        <source>such as the journal and the round</source>
        <translation>par exemple la revue et le tour</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Article</translation>
    </message>
    <message>
        <source>The article that is sent</source>
        <translation>L’article envoyé</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>SetCounts</name>
    <message numerus="yes">
        <source>%n of {total} documents</source>
        <translation>
            <numerusform>%n document sur {total}</numerusform>
            <numerusform>%n documents sur {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} participants</source>
        <translation>
            <numerusform>%n participant·e sur {total}</numerusform>
            <numerusform>%n participant·es sur {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} codes</source>
        <translation>
            <numerusform>%n code sur {total}</numerusform>
            <numerusform>%n codes sur {total}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n document(s) into a set</source>
        <translation>
            <numerusform>Mettre %n document dans un ensemble</numerusform>
            <numerusform>Mettre %n documents dans un ensemble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n participant(s) into a set</source>
        <translation>
            <numerusform>Mettre %n participant·e dans un ensemble</numerusform>
            <numerusform>Mettre %n participant·es dans un ensemble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n code(s) into a set</source>
        <translation>
            <numerusform>Mettre %n code dans un ensemble</numerusform>
            <numerusform>Mettre %n codes dans un ensemble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetFilter</name>
    <message>
        <source>Within sets</source>
        <translation>Dans des ensembles</translation>
    </message>
    <message>
        <source>Sets…</source>
        <translation>Ensembles…</translation>
    </message>
</context>
<context>
    <name>SetsDialog</name>
    <message>
        <source>Sets</source>
        <translation>Ensembles</translation>
    </message>
    <message>
        <source>New set</source>
        <translation>Nouvel ensemble</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Nom de l’ensemble</translation>
    </message>
    <message>
        <source>What the set is for</source>
        <translation>À quoi sert l’ensemble</translation>
    </message>
    <message>
        <source>Filled by a rule, now and later</source>
        <translation>Rempli par une règle, maintenant et plus tard</translation>
    </message>
    <message>
        <source>Keep this rule</source>
        <translation>Garder cette règle</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Who stands in the set</source>
        <translation>Ce qui est dans l’ensemble</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>par règle</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>A set keeps documents, participants or codes together: make the first.</source>
        <translation>Un ensemble réunit des documents, des participant·es ou des codes : créez le premier.</translation>
    </message>
</context>
<context>
    <name>SinglesOut</name>
    <message>
        <source>What tells who it is</source>
        <translation>Ce qui permet d’identifier quelqu’un</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Exporter malgré tout</translation>
    </message>
    <message>
        <source>Warn where fewer share what is told</source>
        <translation>Avertir si moins de personnes partagent ce qui est dit</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participant·e</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Ce qui est dit</translation>
    </message>
    <message>
        <source>How many have it</source>
        <translation>Nombre de personnes</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Whom what leaves singles out</source>
        <translation>Personnes que cet export permet d’identifier</translation>
    </message>
    <message numerus="yes">
        <source>No name is in it, but %n confidential participant(s) can be told by what is written of them.</source>
        <translation>
            <numerusform>Aucun nom n’y figure, mais %n participant·e confidentiel·le est reconnaissable à ce qui en est dit.</numerusform>
            <numerusform>Aucun nom n’y figure, mais %n participant·es confidentiel·les sont reconnaissables à ce qui en est dit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are written whose words single somebody out.</source>
        <translation>
            <numerusform>%n passage contient des mots qui permettent d’identifier quelqu’un.</numerusform>
            <numerusform>%n passages contiennent des mots qui permettent d’identifier quelqu’un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it tells who anybody is.</source>
        <translation>Rien n’y permet d’identifier quelqu’un.</translation>
    </message>
</context>
<context>
    <name>Slices</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Filter the sources</source>
        <translation>Filtrer les sources</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Entretiens</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n locuteur</numerusform>
            <numerusform>%n locuteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>left out of the analysis</source>
        <translation>hors de l’analyse</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Roles of the speakers…</source>
        <translation>Rôles des locuteurs…</translation>
    </message>
    <message>
        <source>Revisions…</source>
        <translation>Historique des corrections…</translation>
    </message>
    <message>
        <source>Put a corrected file in its place…</source>
        <translation>Remplacer par un fichier corrigé…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Code blind to others’ work</source>
        <translation>Coder sans voir le travail des autres</translation>
    </message>
    <message>
        <source>My first pass is done</source>
        <translation>Mon premier passage est terminé</translation>
    </message>
    <message>
        <source>Theoretical coding is done</source>
        <translation>Le codage théorique est terminé</translation>
    </message>
    <message>
        <source>Rename document</source>
        <translation>Renommer le document</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Remove the document “{name}”?</source>
        <translation>Retirer le document « {name} » ?</translation>
    </message>
    <message>
        <source>coded segments: {count}</source>
        <translation>segments codés : {count}</translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message>
        <source>Name of the speaker</source>
        <translation>Nom du locuteur</translation>
    </message>
    <message numerus="yes">
        <source>In all %n document(s) where this name occurs</source>
        <translation>
            <numerusform>Dans %n document où ce nom apparaît</numerusform>
            <numerusform>Dans les %n documents où ce nom apparaît</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split off from {code}</source>
        <translation>Détacher de {code}</translation>
    </message>
    <message>
        <source>Name of the new code</source>
        <translation>Nom du nouveau code</translation>
    </message>
    <message>
        <source>Codings of the code</source>
        <translation>Codages du code</translation>
    </message>
    <message>
        <source>Tick the codings that belong to the new code; it takes over the links as well.</source>
        <translation>Cochez les codages qui reviennent au nouveau code ; il reprend aussi les liens.</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Détacher</translation>
    </message>
</context>
<context>
    <name>SplitForm</name>
    <message>
        <source>Split {code}</source>
        <translation>Scinder {code}</translation>
    </message>
    <message>
        <source>such as C8; may be left empty</source>
        <translation>par exemple C8 ; peut rester vide</translation>
    </message>
    <message>
        <source>kept as a theoretical memo, with the words you tick</source>
        <translation>gardée en mémo théorique, avec les mots cochés</translation>
    </message>
    <message>
        <source>under {code}</source>
        <translation>sous {code}</translation>
    </message>
    <message>
        <source>beside it</source>
        <translation>à côté</translation>
    </message>
    <message>
        <source>Words that force the split</source>
        <translation>Mots qui imposent la scission</translation>
    </message>
    <message>
        <source>&amp;Name of the new code</source>
        <translation>&amp;Nom du nouveau code</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>&amp;Définition</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Raison</translation>
    </message>
    <message>
        <source>Words that force the split; they leave {code}.</source>
        <translation>Mots qui imposent la scission ; ils quittent {code}.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Scinder</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>ticked: {ticked} of {all}</source>
        <translation>cochés : {ticked} sur {all}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Progress of the running job</source>
        <translation>Avancement de la tâche en cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop the running job; nothing of it remains</source>
        <translation>Arrêter la tâche en cours ; il n’en reste rien</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>Arrêter la tâche en cours</translation>
    </message>
    <message>
        <source>Deadlines, data to be kept no longer, and answers awaited: shows them</source>
        <translation>Échéances, données à ne plus conserver et réponses attendues : cliquer pour les voir</translation>
    </message>
    <message>
        <source>{study} (reading only)</source>
        <translation>{study} (lecture seule)</translation>
    </message>
    <message>
        <source>Language of the interviews</source>
        <translation>Langue des entretiens</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n échéance</numerusform>
            <numerusform>%n échéances</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: {change}</source>
        <translation>Fait : {change}</translation>
    </message>
    <message>
        <source>Undone: {label}</source>
        <translation>Annulé : {label}</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>enregistré à {time}</translation>
    </message>
    <message>
        <source>Every change is saved at once</source>
        <translation>Chaque modification est enregistrée aussitôt</translation>
    </message>
    <message>
        <source>index …</source>
        <translation>index…</translation>
    </message>
    <message>
        <source>index ready</source>
        <translation>index prêt</translation>
    </message>
    <message>
        <source>no index</source>
        <translation>pas d’index</translation>
    </message>
    <message>
        <source>Whether search knows of the latest changes</source>
        <translation>Si la recherche connaît les dernières modifications</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Arrêt en cours…</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>By which way coded segments came in</source>
        <translation>Par quelle voie les segments codés sont venus</translation>
    </message>
    <message>
        <source>Direct and linked</source>
        <translation>Directs et liés</translation>
    </message>
    <message>
        <source>Direct only</source>
        <translation>Directs seulement</translation>
    </message>
    <message>
        <source>Linked only</source>
        <translation>Liés seulement</translation>
    </message>
    <message>
        <source>And through crosswalks</source>
        <translation>Et par les correspondances</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Take query and facets away</source>
        <translation>Retirer la requête et les facettes</translation>
    </message>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n segment codé</numerusform>
            <numerusform>%n segments codés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n tour de parole</numerusform>
            <numerusform>%n tours de parole</numerusform>
        </translation>
    </message>
    <message>
        <source>{counted} in {documents}</source>
        <translation>{counted} dans {documents}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>{matches} in {rest}</source>
        <translation>{matches}, {rest}</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradicting</source>
        <translation>
            <numerusform>%n contredit</numerusform>
            <numerusform>%n contredisent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not re-read</source>
        <translation>
            <numerusform>%n non relu</numerusform>
            <numerusform>%n non relus</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>All that is coded</source>
        <translation>Tout ce qui est codé</translation>
    </message>
    <message>
        <source>{form} ({count}) may belong to the word {words}, too: {query} leaves it out</source>
        <translation>{form} ({count}) peut aussi relever du mot {words} : {query} l’exclut</translation>
    </message>
    <message>
        <source>{forms} may belong to other words, too: {query} leaves them out</source>
        <translation>{forms} peuvent aussi relever d’autres mots : {query} les exclut</translation>
    </message>
    <message>
        <source>There is nothing to read yet: import interviews first.</source>
        <translation>Il n’y a encore rien à lire : importez d’abord des entretiens.</translation>
    </message>
    <message>
        <source>Nothing here says something like it.</source>
        <translation>Rien ici ne dit quelque chose d’approchant.</translation>
    </message>
    <message>
        <source>Type what somebody may say.</source>
        <translation>Écrivez ce que quelqu’un pourrait dire.</translation>
    </message>
    <message>
        <source>Nothing is coded yet. Type a query to search all interviews, or code on the Code page.</source>
        <translation>Rien n’est encore codé. Tapez une requête pour chercher dans tous les entretiens, ou codez dans la page Codage.</translation>
    </message>
    <message>
        <source>No coding's own words match this query and these choices.</source>
        <translation>Les mots d’aucun codage ne correspondent à cette requête et à ces choix.</translation>
    </message>
    <message>
        <source>No turn matches this query and these choices.</source>
        <translation>Aucun tour de parole ne répond à cette requête et à ces choix.</translation>
    </message>
    <message>
        <source>No coded segment has all that is chosen.</source>
        <translation>Aucun segment codé ne réunit tout ce qui est choisi.</translation>
    </message>
</context>
<context>
    <name>SubmissionsDialog</name>
    <message>
        <source>Submissions and remarks</source>
        <translation>Soumissions et remarques</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Keep what is sent…</source>
        <translation>Garder ce qui est envoyé…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Article as it was sent…</source>
        <translation>Article tel qu’envoyé…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>À l’envoi</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>Ce qui a changé depuis</translation>
    </message>
    <message>
        <source>Double-click or Enter: the segments of the code</source>
        <translation>Double-clic ou Entrée : les segments du code</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Double-click or Enter: answer the remark</source>
        <translation>Double-clic ou Entrée : répondre à la remarque</translation>
    </message>
    <message>
        <source>Write down a remark…</source>
        <translation>Noter une remarque…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remarks on no submission</source>
        <translation>Remarques hors soumission</translation>
    </message>
    <message>
        <source>Nothing was sent yet: keep what is sent, and this says later what changed since.</source>
        <translation>Rien n’a encore été envoyé : gardez ce qui est envoyé, et vous lirez plus tard ici ce qui a changé depuis.</translation>
    </message>
    <message>
        <source>Looking for what changed since…</source>
        <translation>Recherche de ce qui a changé depuis…</translation>
    </message>
    <message>
        <source>Comparing with what was sent</source>
        <translation>Comparaison avec ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Keeping what is sent</source>
        <translation>Mise de côté de ce qui est envoyé</translation>
    </message>
    <message>
        <source>Article as it was sent</source>
        <translation>Article tel qu’envoyé</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>Suggested codes</source>
        <translation>Codes suggérés</translation>
    </message>
    <message>
        <source>Why this code is suggested</source>
        <translation>Pourquoi ce code est suggéré</translation>
    </message>
    <message>
        <source>Weaker: it rests on little. Look twice.</source>
        <translation>Plus faible : peu d’indices vont dans ce sens. À vérifier.</translation>
    </message>
    <message>
        <source>Definition match, unmeasured: it rests on what is written of the code, not on your codings.</source>
        <translation>D’après la définition, non mesuré : repose sur ce qui est écrit du code, non sur vos codages.</translation>
    </message>
    <message>
        <source>Learned from your codings</source>
        <translation>Appris de vos codages</translation>
    </message>
    <message numerus="yes">
        <source>Learned from your codings, and measured on %n document(s) only</source>
        <translation>
            <numerusform>Appris de vos codages, et mesuré sur %n document seulement</numerusform>
            <numerusform>Appris de vos codages, et mesuré sur %n documents seulement</numerusform>
        </translation>
    </message>
    <message>
        <source>unmeasured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>{share} in 100</source>
        <translation>{share} fois sur 100</translation>
    </message>
    <message>
        <source>What is written of it that fits</source>
        <translation>Ce qui est écrit du code et qui correspond</translation>
    </message>
    <message>
        <source>Nobody has coded so yet.</source>
        <translation>Personne n’a encore codé ainsi.</translation>
    </message>
    <message>
        <source>What speaks against</source>
        <translation>Ce qui plaide contre</translation>
    </message>
    <message>
        <source>Show the figures</source>
        <translation>Afficher les chiffres</translation>
    </message>
    <message>
        <source>Because of these words</source>
        <translation>À cause de ces mots</translation>
    </message>
    <message>
        <source>No single word tells</source>
        <translation>Aucun mot n’est parlant à lui seul</translation>
    </message>
    <message>
        <source>Taken together, it is like what stands below.</source>
        <translation>Pris dans son ensemble, il ressemble à ce qui suit.</translation>
    </message>
    <message>
        <source>Hide the figures</source>
        <translation>Masquer les chiffres</translation>
    </message>
    <message>
        <source>said here: {words}</source>
        <translation>dit ici : {words}</translation>
    </message>
    <message>
        <source>Where it was not this code, most often {code} was: {times} of {of} times.</source>
        <translation>Quand ce n’était pas ce code, c’était le plus souvent {code} : {times} fois sur {of}.</translation>
    </message>
    <message>
        <source>both say: {words}</source>
        <translation>en commun : {words}</translation>
    </message>
    <message>
        <source>no word in common, alike in meaning alone</source>
        <translation>aucun mot en commun, proche par le sens seul</translation>
    </message>
    <message>
        <source>little in common</source>
        <translation>peu en commun</translation>
    </message>
    <message>
        <source>Coded so by people</source>
        <translation>Codé ainsi par des personnes</translation>
    </message>
</context>
<context>
    <name>Supervisor</name>
    <message>
        <source>Copy for a supervisor</source>
        <translation>Copie pour un·e encadrant·e</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Writing the copy</source>
        <translation>Écriture de la copie</translation>
    </message>
    <message>
        <source>Written: {path}. Confidential participants are masked in it.</source>
        <translation>Écrit : {path}. Les participant·es confidentiel·les y sont masqué·es.</translation>
    </message>
    <message>
        <source>Remarks of a supervisor</source>
        <translation>Remarques d’un·e encadrant·e</translation>
    </message>
    <message>
        <source>Remarks (*.json)</source>
        <translation>Remarques (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) read as memos</source>
        <translation>
            <numerusform>%n remarque lue comme mémo</numerusform>
            <numerusform>%n remarques lues comme mémos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read before</source>
        <translation>
            <numerusform>%n déjà lue</numerusform>
            <numerusform>%n déjà lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on what is no longer in the study</source>
        <translation>
            <numerusform>%n sur ce qui n’est plus dans l’étude</numerusform>
            <numerusform>%n sur ce qui n’est plus dans l’étude</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportModel</name>
    <message>
        <source>Coded directly</source>
        <translation>Codé directement</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>un par un</translation>
    </message>
    <message>
        <source>through a crosswalk: {code} ({framework})</source>
        <translation>par une correspondance : {code} ({framework})</translation>
    </message>
    <message>
        <source>Code of the framework</source>
        <translation>Code du cadre théorique</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Directs</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liés</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Contradict</source>
        <translation>Contredisent</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À réexaminer</translation>
    </message>
    <message>
        <source>Not re-read</source>
        <translation>Non relus</translation>
    </message>
    <message>
        <source>By crosswalk</source>
        <translation>Par correspondance</translation>
    </message>
    <message>
        <source>Of these, brought by a link and opened by nobody since</source>
        <translation>Parmi eux, ceux qu’un lien apporte et que personne n’a ouverts depuis</translation>
    </message>
    <message>
        <source>Coded segments of one-by-one links on which nobody has decided, each once</source>
        <translation>Segments codés de liens un par un sur lesquels rien n’est décidé, chacun une fois</translation>
    </message>
    <message>
        <source>Evidence for codes of other frameworks that meet it, beside its own; counted nowhere else</source>
        <translation>Données à l’appui de codes d’autres cadres qui y correspondent, en plus des siennes ; comptées nulle part ailleurs</translation>
    </message>
    <message>
        <source>People who are heard in them</source>
        <translation>Personnes qu’on y entend</translation>
    </message>
    <message>
        <source>Shown, and counted nowhere</source>
        <translation>Montrés, et comptés nulle part</translation>
    </message>
    <message>
        <source>Coded segments that count, coded with it or a code under it</source>
        <translation>Segments codés qui comptent, codés avec lui ou un sous-code</translation>
    </message>
    <message>
        <source>Coded segments that count, brought by links</source>
        <translation>Segments codés qui comptent, apportés par des liens</translation>
    </message>
    <message>
        <source>Coded segments that count, each once, whatever the ways by which it comes</source>
        <translation>Segments codés qui comptent, chacun une fois, par quelque voie qu’il vienne</translation>
    </message>
</context>
<context>
    <name>SupportTable</name>
    <message>
        <source>Evidence of each code of the framework</source>
        <translation>Données à l’appui de chaque code du cadre théorique</translation>
    </message>
</context>
<context>
    <name>TableNotice</name>
    <message>
        <source>Column that names the documents</source>
        <translation>Colonne qui nomme les documents</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Fermer l’avis</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read from {name}.</source>
        <translation>
            <numerusform>%n ligne lue dans {name}.</numerusform>
            <numerusform>%n lignes lues dans {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) new,</source>
        <translation>
            <numerusform>%n participant·e ajouté·e,</numerusform>
            <numerusform>%n participant·es ajouté·es,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date,</source>
        <translation>
            <numerusform>%n mis à jour,</numerusform>
            <numerusform>%n mis à jour,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tied to a document.</source>
        <translation>
            <numerusform>%n rattaché à un document.</numerusform>
            <numerusform>%n rattachés à un document.</numerusform>
        </translation>
    </message>
    <message>
        <source>No document is called: {names}.</source>
        <translation>Aucun document ne s’appelle : {names}.</translation>
    </message>
    <message>
        <source>Documents by another column …</source>
        <translation>Documents d’après une autre colonne…</translation>
    </message>
</context>
<context>
    <name>TemplateChoice</name>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>Word documents have the styles of the program</source>
        <translation>Les documents Word ont les styles du logiciel</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Modèle Word</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Document Word (*.docx)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>A .docx whose styles, margins, head and foot exports take</source>
        <translation>Un .docx dont les exports prennent les styles, les marges, l’en-tête et le pied de page</translation>
    </message>
</context>
<context>
    <name>TheoryPage</name>
    <message>
        <source>No framework is in this project yet. Add one to link your codes to its capabilities.</source>
        <translation>Ce projet n’a pas encore de cadre théorique. Ajoutez-en un pour lier vos codes à ses capacités.</translation>
    </message>
    <message>
        <source>Add a framework</source>
        <translation>Ajouter un cadre théorique</translation>
    </message>
    <message>
        <source>There are no descriptive codes yet. Code some interviews first; then link the codes here.</source>
        <translation>Il n’y a pas encore de codes descriptifs. Codez d’abord des entretiens ; liez ensuite les codes ici.</translation>
    </message>
    <message>
        <source>Go to Code</source>
        <translation>Aller au codage</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Cadre théorique</translation>
    </message>
    <message>
        <source>Through crosswalks</source>
        <translation>Par les correspondances</translation>
    </message>
    <message>
        <source>Show evidence for codes of other frameworks that meet these, labelled so</source>
        <translation>Montrer, signalées comme telles, les données à l’appui de codes d’autres cadres qui correspondent à ceux-ci</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Tri</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Données à l’appui</translation>
    </message>
    <message>
        <source>To theorise</source>
        <translation>À théoriser</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Assertions</source>
        <translation>Assertions</translation>
    </message>
    <message>
        <source>{cell}: nothing is kept yet.</source>
        <translation>{cell} : rien n’est encore retenu.</translation>
    </message>
    <message>
        <source>{cell}: not linked.</source>
        <translation>{cell} : non lié.</translation>
    </message>
    <message>
        <source>{title}: no coded segments yet.</source>
        <translation>{title} : pas encore de segments codés.</translation>
    </message>
</context>
<context>
    <name>ThinningDialog</name>
    <message>
        <source>Untick what is not meant; Space does so for all that are selected.</source>
        <translation>Décochez ce qui n’en est pas ; la barre d’espace vaut pour toute la sélection.</translation>
    </message>
</context>
<context>
    <name>Ties</name>
    <message>
        <source>Tick where they speak, and which speaker they are.</source>
        <translation>Cochez où la personne parle, et quel locuteur elle est.</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Filtrer les documents</translation>
    </message>
    <message>
        <source>Not tied yet</source>
        <translation>Pas encore rattachés</translation>
    </message>
    <message>
        <source>Documents that no participant is tied to yet, and this participant's own</source>
        <translation>Documents encore sans participant·e, et ceux de la personne choisie</translation>
    </message>
    <message>
        <source>Documents and speakers</source>
        <translation>Documents et locuteurs</translation>
    </message>
    <message>
        <source>Choose a participant</source>
        <translation>Choisir un·e participant·e</translation>
    </message>
    <message>
        <source>{document}; with {others}</source>
        <translation>{document} ; avec {others}</translation>
    </message>
    <message numerus="yes">
        <source>{speaker} · %n turn(s)</source>
        <translation>
            <numerusform>{speaker} · %n tour</numerusform>
            <numerusform>{speaker} · %n tours</numerusform>
        </translation>
    </message>
    <message>
        <source>interviewer</source>
        <translation>intervieweur</translation>
    </message>
    <message>
        <source>Rename, or join with another…</source>
        <translation>Renommer, ou réunir avec un autre…</translation>
    </message>
</context>
<context>
    <name>ToReview</name>
    <message>
        <source>Back to the codebook</source>
        <translation>Revenir à la grille de codage</translation>
    </message>
    <message>
        <source>Back to the codebook (Escape)</source>
        <translation>Revenir à la grille de codage (Échap)</translation>
    </message>
    <message>
        <source>Codes to review</source>
        <translation>Codes à revoir</translation>
    </message>
    <message>
        <source>Looking for codes to review</source>
        <translation>Recherche des codes à revoir</translation>
    </message>
    <message>
        <source>Comparing codes</source>
        <translation>Comparaison des codes</translation>
    </message>
    <message>
        <source>No two codes are given to like words.</source>
        <translation>Aucune paire de codes n’est donnée à des propos proches.</translation>
    </message>
    <message>
        <source>Like words, likeness ({count})</source>
        <translation>Propos proches, ressemblance ({count})</translation>
    </message>
    <message>
        <source>{code}: {verbatims}</source>
        <translation>{code} : {verbatims}</translation>
    </message>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n segment codé</numerusform>
            <numerusform>%n segments codés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the same words</source>
        <translation>
            <numerusform>%n sur les mêmes mots</numerusform>
            <numerusform>%n sur les mêmes mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Words shared: {words}</source>
        <translation>Mots communs : {words}</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Jamais employés</translation>
    </message>
    <message>
        <source>Resting on one person</source>
        <translation>Reposent sur une seule personne</translation>
    </message>
    <message>
        <source>{share} under {code}</source>
        <translation>{share} sous {code}</translation>
    </message>
    <message>
        <source>Overlapping</source>
        <translation>Se recouvrent</translation>
    </message>
    <message>
        <source>Enter opens a code's entry, or what two are given to; what else can be done stands in the menu.</source>
        <translation>Entrée ouvre la fiche d’un code, ou les passages de deux codes ; le menu offre le reste.</translation>
    </message>
    <message>
        <source>No code needs another look.</source>
        <translation>Aucun code n’est à revoir.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close the notice</source>
        <translation>Fermer l’avis</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Framework</source>
        <translation>Cadre théorique</translation>
    </message>
    <message>
        <source>Framework tools</source>
        <translation>Outils du cadre théorique</translation>
    </message>
    <message>
        <source>Add a framework…</source>
        <translation>Ajouter un cadre théorique…</translation>
    </message>
    <message>
        <source>Crosswalks…</source>
        <translation>Correspondances…</translation>
    </message>
    <message>
        <source>What changed since it was added…</source>
        <translation>Ce qui a changé depuis son ajout…</translation>
    </message>
    <message>
        <source>Take the framework out…</source>
        <translation>Retirer le cadre théorique…</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>le code</translation>
    </message>
    <message>
        <source>Edit {code}…</source>
        <translation>Modifier {code}…</translation>
    </message>
    <message>
        <source>Split {code}…</source>
        <translation>Scinder {code}…</translation>
    </message>
    <message>
        <source>Take {code} away…</source>
        <translation>Retirer {code}…</translation>
    </message>
    <message>
        <source>This framework stays as it was published; fork it, then change the copy.</source>
        <translation>Ce cadre théorique reste tel qu’il a été publié ; le dériver, puis modifier la copie.</translation>
    </message>
    <message>
        <source>Take “{code}” away?</source>
        <translation>Retirer « {code} » ?</translation>
    </message>
    <message>
        <source>Take “{title}” out of the project?</source>
        <translation>Retirer « {title} » du projet ?</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Quitter la visite</translation>
    </message>
    <message>
        <source>Read and select</source>
        <translation>Lire et sélectionner</translation>
    </message>
    <message>
        <source>Select some words and type the first letters of a code; Enter applies it.</source>
        <translation>Sélectionnez des mots et tapez les premières lettres d’un code ; Entrée l’applique.</translation>
    </message>
    <message>
        <source>The codebook</source>
        <translation>La grille de codage</translation>
    </message>
    <message>
        <source>All codes, with how many segments each has; {key} finds or creates one.</source>
        <translation>Tous les codes, avec le nombre de segments codés ; {key} en trouve ou en crée un.</translation>
    </message>
    <message>
        <source>From codes to theory</source>
        <translation>Des codes à la théorie</translation>
    </message>
    <message>
        <source>A digit links a descriptive code to a concept of the framework; 0 says that it is outside.</source>
        <translation>Un chiffre relie un code descriptif à un concept du cadre ; 0 dit qu’il est hors cadre.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Learned from your own coding: {accept} accepts, {reject} rejects, one passage at a time.</source>
        <translation>Apprises de votre propre codage : {accept} accepte, {reject} refuse, un passage à la fois.</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Retrouver</translation>
    </message>
    <message>
        <source>Search all interviews by words, codes and people; each row opens its source.</source>
        <translation>Cherchez dans tous les entretiens par mots, codes et personnes ; chaque ligne ouvre sa source.</translation>
    </message>
    <message>
        <source>Cross and count</source>
        <translation>Croiser et compter</translation>
    </message>
    <message>
        <source>Every number opens down to the words that support it.</source>
        <translation>Chaque nombre s’ouvre jusqu’aux mots qui le portent.</translation>
    </message>
    <message>
        <source>Think in writing</source>
        <translation>Penser en écrivant</translation>
    </message>
    <message>
        <source>Memos link to codes and passages; {key} opens one beside any page.</source>
        <translation>Les mémos lient codes et passages ; {key} en ouvre un à côté de n’importe quelle page.</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>À vous</translation>
    </message>
    <message>
        <source>{help} helps on each page, {keys} shows all keys, {undo} undoes. Nothing here can be broken.</source>
        <translation>{help} aide sur chaque page, {keys} montre toutes les touches, {undo} annule. Rien ici ne peut se casser.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Act, code, document or reason</source>
        <translation>Acte, code, document ou raison</translation>
    </message>
    <message>
        <source>Filter acts</source>
        <translation>Filtrer les actes</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Of all time</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Show all acts</source>
        <translation>Afficher tous les actes</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Piste d’audit</translation>
    </message>
    <message>
        <source>A click on its document, or Enter: the words it is about</source>
        <translation>Un clic sur son document, ou Entrée : les mots dont il s’agit</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Tous les codeurs</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n acte</numerusform>
            <numerusform>%n actes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrailModel</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message numerus="yes">
        <source>{documents} · %n place(s)</source>
        <translation>
            <numerusform>{documents} · %n endroit</numerusform>
            <numerusform>{documents} · %n endroits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>Word tree</source>
        <translation>Arbre des mots</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>Coded segments of the code</source>
        <translation>Segments codés du code</translation>
    </message>
    <message>
        <source>Codes of the framework</source>
        <translation>Codes du cadre théorique</translation>
    </message>
    <message>
        <source>coded segments: {count}</source>
        <translation>segments codés : {count}</translation>
    </message>
    <message>
        <source>to review: {count}</source>
        <translation>à réexaminer : {count}</translation>
    </message>
    <message>
        <source>No link is suggested here.</source>
        <translation>Aucun lien n’est suggéré ici.</translation>
    </message>
    <message>
        <source>No code has the number {digit}.</source>
        <translation>Aucun code n’a le numéro {digit}.</translation>
    </message>
    <message>
        <source>{code} is linked to {target} already; Delete takes the link away.</source>
        <translation>{code} est déjà lié à {target} ; Suppr retire le lien.</translation>
    </message>
    <message>
        <source>{code} → {target}: all its coded segments count.</source>
        <translation>{code} → {target} : tous ses segments codés comptent.</translation>
    </message>
    <message>
        <source>{code} → {target}, one by one, as it has another link here: decide which coded segments to keep.</source>
        <translation>{code} → {target}, un par un, car il a un autre lien ici : décidez quels segments codés retenir.</translation>
    </message>
    <message>
        <source>{code} → {target}, one by one: decide which of its coded segments to keep.</source>
        <translation>{code} → {target}, un par un : décidez lesquels de ses segments codés retenir.</translation>
    </message>
    <message>
        <source>{code} is linked; take its links away first.</source>
        <translation>{code} est lié ; retirez d’abord ses liens.</translation>
    </message>
    <message>
        <source>1–9 links · Shift+1–9 one by one · 0 outside the framework · {next} next</source>
        <translation>1–9 lie · Maj+1–9 un par un · 0 hors cadre · {next} suivant</translation>
    </message>
    <message>
        <source>outside the framework: to theorise</source>
        <translation>hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>{code} → {target} is suggested no more; Delete there takes that back.</source>
        <translation>{code} → {target} ne sera plus proposé ; Suppr à cet endroit revient là-dessus.</translation>
    </message>
    <message>
        <source>{code} is outside the framework: to theorise; Delete takes that back.</source>
        <translation>{code} est hors cadre : à théoriser ; Suppr revient là-dessus.</translation>
    </message>
    <message>
        <source>{code} is outside the framework: to theorise.</source>
        <translation>{code} est hors cadre : à théoriser.</translation>
    </message>
    <message>
        <source>No other code waits for a link.</source>
        <translation>Aucun autre code n’attend de lien.</translation>
    </message>
    <message>
        <source>There is no link here to take away.</source>
        <translation>Il n’y a pas ici de lien à retirer.</translation>
    </message>
    <message>
        <source>Link the code first, then give the reason.</source>
        <translation>Liez d’abord le code, puis donnez la raison.</translation>
    </message>
    <message>
        <source>Link the code first; then you can decide on its coded segments.</source>
        <translation>Liez d’abord le code ; vous pourrez alors décider de ses segments codés.</translation>
    </message>
    <message>
        <source>no stance</source>
        <translation>aucune position</translation>
    </message>
</context>
<context>
    <name>Turns</name>
    <message>
        <source>Who speaks</source>
        <translation>Qui parle</translation>
    </message>
    <message>
        <source>Split the turn here</source>
        <translation>Scinder le tour de parole ici</translation>
    </message>
    <message>
        <source>Join with the turn before</source>
        <translation>Réunir avec le tour de parole précédent</translation>
    </message>
    <message>
        <source>Join with the turn after</source>
        <translation>Réunir avec le tour de parole suivant</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Aucun locuteur</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Quelqu’un d’autre…</translation>
    </message>
    <message>
        <source>Rename {speaker}, or join with another…</source>
        <translation>Renommer {speaker}, ou réunir avec un autre…</translation>
    </message>
    <message>
        <source>Who says these turns?</source>
        <translation>Qui dit ces tours de parole ?</translation>
    </message>
    <message>
        <source>Join the turns, and let the mark between them go?</source>
        <translation>Réunir les tours de parole et supprimer l’étiquette qui les sépare ?</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo “{label}”?</source>
        <translation>Annuler « {label} » ?</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo “{label}”?</source>
        <translation>Rétablir « {label} » ?</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undone: {label}</source>
        <translation>Annulé : {label}</translation>
    </message>
    <message>
        <source>Redone: {label}</source>
        <translation>Rétabli : {label}</translation>
    </message>
    <message>
        <source>{coder} made this change on {moment}, in another sitting.</source>
        <translation>{coder} a fait cette modification le {moment}, lors d’une autre séance.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser tel quel</translation>
    </message>
</context>
<context>
    <name>Untied</name>
    <message>
        <source>Speakers to be tied</source>
        <translation>Locuteurs à rattacher</translation>
    </message>
    <message>
        <source>Participants…</source>
        <translation>Participants…</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s) of documents with several participants tied to none of them; their words count under (none): {documents}</source>
        <translation>
            <numerusform>%n locuteur de documents à plusieurs participants n’est rattaché à aucun ; ses mots comptent sous (aucun) : {documents}</numerusform>
            <numerusform>%n locuteurs de documents à plusieurs participants ne sont rattachés à aucun ; leurs mots comptent sous (aucun) : {documents}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>What changed in {title}</source>
        <translation>Ce qui a changé dans {title}</translation>
    </message>
    <message>
        <source>What changed in the framework</source>
        <translation>Ce qui a changé dans le cadre</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>Dans le projet</translation>
    </message>
    <message>
        <source>As it ships now</source>
        <translation>Tel que livré aujourd’hui</translation>
    </message>
    <message>
        <source>Codings, links and decisions stay as they are. Ctrl+Z takes all of it back at once.</source>
        <translation>Codages, liens et décisions restent tels quels. Ctrl+Z annule le tout en une fois.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Inclure</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Exclure</translation>
    </message>
    <message>
        <source>Typical example</source>
        <translation>Exemple typique</translation>
    </message>
    <message>
        <source>Atypical example</source>
        <translation>Exemple atypique</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Crosswalk</source>
        <translation>Correspondances</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>de vous</translation>
    </message>
    <message>
        <source>The project says what ships.</source>
        <translation>Le projet dit ce qui est livré.</translation>
    </message>
    <message>
        <source>The framework no longer has this code, but you work with it: it stays.</source>
        <translation>Le cadre n’a plus ce code, mais vous travaillez avec : il reste.</translation>
    </message>
    <message>
        <source>You took this away: it comes back only if you tick it.</source>
        <translation>Vous l’aviez retiré : il ne revient que si vous le cochez.</translation>
    </message>
    <message>
        <source>You wrote this yourself: it stays unless you tick it.</source>
        <translation>C’est vous qui l’avez écrit : votre texte reste, sauf si vous cochez.</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation>
            <numerusform>Reprendre %n changement</numerusform>
            <numerusform>Reprendre %n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep everything as it is</source>
        <translation>Tout garder tel quel</translation>
    </message>
</context>
<context>
    <name>VerbatimsPage</name>
    <message>
        <source>Ask for everything</source>
        <translation>Tout demander</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Go to Code</source>
        <translation>Aller au codage</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>There are no words here to code.</source>
        <translation>Il n’y a pas de mots à coder ici.</translation>
    </message>
    <message>
        <source>{code} applied</source>
        <translation>{code} appliqué</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) applied</source>
        <translation>
            <numerusform>%n code appliqué</numerusform>
            <numerusform>%n codes appliqués</numerusform>
        </translation>
    </message>
    <message>
        <source>No code was used yet.</source>
        <translation>Aucun code n’a encore servi.</translation>
    </message>
    <message>
        <source>{done}, over {count} speakers: {speakers}</source>
        <translation>{done}, sur {count} locuteurs : {speakers}</translation>
    </message>
    <message>
        <source>No code has the key {digit} yet.</source>
        <translation>Aucun code n’a encore la touche {digit}.</translation>
    </message>
    <message>
        <source>{code} created and applied</source>
        <translation>{code} créé et appliqué</translation>
    </message>
    <message>
        <source>{code} created</source>
        <translation>{code} créé</translation>
    </message>
    <message>
        <source>Code for the whole of {name}</source>
        <translation>Code pour {name} en entier</translation>
    </message>
    <message>
        <source>{code} applied · {key} gives another name</source>
        <translation>{code} appliqué · {key} change le nom</translation>
    </message>
    <message>
        <source>Click the stripe of a coding first.</source>
        <translation>Cliquez d’abord sur la bande d’un codage.</translation>
    </message>
    <message>
        <source>{before} is called {code} now</source>
        <translation>{before} s’appelle maintenant {code}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Name of the code</source>
        <translation>Nom du code</translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) taken away</source>
        <translation>
            <numerusform>%n codage retiré</numerusform>
            <numerusform>%n codages retirés</numerusform>
        </translation>
    </message>
    <message>
        <source>{code} taken off these words</source>
        <translation>{code} retiré de ces mots</translation>
    </message>
    <message>
        <source>{code} in the place of {count} codings</source>
        <translation>{code} à la place de {count} codages</translation>
    </message>
    <message>
        <source>{code} in the place of {before}</source>
        <translation>{code} à la place de {before}</translation>
    </message>
    <message numerus="yes">
        <source>Instead of the codes of %n codings</source>
        <translation>
            <numerusform>À la place du code de %n codage</numerusform>
            <numerusform>À la place des codes de %n codages</numerusform>
        </translation>
    </message>
    <message>
        <source>Instead of {code}</source>
        <translation>À la place de {code}</translation>
    </message>
    <message>
        <source>{code} is on other words now</source>
        <translation>{code} porte maintenant sur d’autres mots</translation>
    </message>
    <message>
        <source>Chosen as an excerpt.</source>
        <translation>Choisi comme extrait.</translation>
    </message>
    <message>
        <source>No further coding here.</source>
        <translation>Plus d’autre codage ici.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Copié avec sa source.</translation>
    </message>
    <message>
        <source>To re-read for {code}…</source>
        <translation>À relire pour {code}…</translation>
    </message>
    <message>
        <source>Search these words in all documents</source>
        <translation>Chercher ces mots dans tous les documents</translation>
    </message>
    <message>
        <source>Passages that say something like it</source>
        <translation>Passages qui disent quelque chose d’approchant</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message>
        <source>Version of the guide</source>
        <translation>Version du guide</translation>
    </message>
    <message>
        <source>New version of the guide</source>
        <translation>Nouvelle version du guide</translation>
    </message>
    <message>
        <source>for example 2025-03-01; empty if not known</source>
        <translation>par exemple 2025-03-01 ; vide si elle est inconnue</translation>
    </message>
    <message>
        <source>Topics and questions</source>
        <translation>Thèmes et questions</translation>
    </message>
    <message>
        <source>Paste your guide here, a question a line.
Lines that begin with # or end with : are topics.</source>
        <translation>Collez votre guide ici, une question par ligne.
Les lignes qui commencent par # ou finissent par : sont des thèmes.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Used from</source>
        <translation>Utilisée à partir du</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>Lire un fichier…</translation>
    </message>
    <message>
        <source>Draft it from the interviews</source>
        <translation>L’ébaucher à partir des entretiens</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>{value} is no date: write it as 2025-01-31.</source>
        <translation>{value} n’est pas une date : écrivez-la comme 2025-01-31.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n thème</numerusform>
            <numerusform>%n thèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>Guides ({endings})</source>
        <translation>Guides ({endings})</translation>
    </message>
    <message>
        <source>Read a guide</source>
        <translation>Lire un guide</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>Drafting a guide</source>
        <translation>Ébauche d’un guide</translation>
    </message>
    <message>
        <source>No question is heard in half of the interviews.</source>
        <translation>Aucune question ne revient dans la moitié des entretiens.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Version of the guide</source>
        <translation>Version du guide</translation>
    </message>
    <message>
        <source>Words of the question</source>
        <translation>Mots de la question</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nouvelle version</translation>
    </message>
    <message>
        <source>Name and date of the version…</source>
        <translation>Nom et date de la version…</translation>
    </message>
    <message>
        <source>Remove the version</source>
        <translation>Supprimer la version</translation>
    </message>
    <message>
        <source>Add a question below</source>
        <translation>Ajouter une question en dessous</translation>
    </message>
    <message>
        <source>Move the question up</source>
        <translation>Monter la question</translation>
    </message>
    <message>
        <source>Move the question down</source>
        <translation>Descendre la question</translation>
    </message>
    <message>
        <source>Remove the question</source>
        <translation>Supprimer la question</translation>
    </message>
    <message>
        <source>Paste, read or draft a guide…</source>
        <translation>Coller, lire ou ébaucher un guide…</translation>
    </message>
    <message>
        <source>Copy this version, to be changed</source>
        <translation>Copier cette version pour la modifier</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>{name} · from {date}</source>
        <translation>{name} · à partir du {date}</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Nouvelle question</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Ways of looking</source>
        <translation>Façons de regarder</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>The quotations themselves</source>
        <translation>Les extraits eux-mêmes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Keyword in context: one line for each match</source>
        <translation>Mots en contexte : une ligne par occurrence</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Where in each document they are</source>
        <translation>Où ils se trouvent dans chaque document</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>How often words are said here, and how much more than elsewhere</source>
        <translation>Combien de fois chaque mot est dit ici, et combien plus qu’ailleurs</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Autour</translation>
    </message>
    <message>
        <source>The words that stand near what is sought</source>
        <translation>Les mots qui entourent ce qui est cherché</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Arbre</translation>
    </message>
    <message>
        <source>What leads up to what is sought, and how it goes on</source>
        <translation>Ce qui amène ce qui est cherché, et ce qui le suit</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>Dans l’ordre du texte</translation>
    </message>
    <message>
        <source>By relevance</source>
        <translation>Par pertinence</translation>
    </message>
    <message>
        <source>By what is left</source>
        <translation>Par ce qui est à gauche</translation>
    </message>
    <message>
        <source>By what is right</source>
        <translation>Par ce qui est à droite</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>By participant</source>
        <translation>Par participant·e</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Par code</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Ailleurs</translation>
    </message>
    <message>
        <source>More or less</source>
        <translation>Plus ou moins</translation>
    </message>
    <message>
        <source>{here} words here, {rest} elsewhere; the interviewer's are not counted</source>
        <translation>{here} mots ici, {rest} ailleurs ; ceux de l’intervieweur ne sont pas comptés</translation>
    </message>
    <message>
        <source>{here} words within codings, {rest} elsewhere; the interviewer's are not counted</source>
        <translation>{here} mots dans les codages, {rest} ailleurs ; ceux de l’intervieweur ne comptent pas</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>À droite</translation>
    </message>
    <message>
        <source>Attraction</source>
        <translation>Attraction</translation>
    </message>
    <message>
        <source>At most five words away, in the same turn</source>
        <translation>À cinq mots au plus, dans le même tour de parole</translation>
    </message>
    <message>
        <source>At most five words away, in the same turn and within codings</source>
        <translation>À cinq mots au plus, dans le même tour et dans les codages</translation>
    </message>
    <message>
        <source>Words that this project's lists leave out</source>
        <translation>Mots que les listes de ce projet laissent de côté</translation>
    </message>
    <message>
        <source>Words, with spaces between them</source>
        <translation>Mots, séparés par des espaces</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Read interviews, code what people say, then set it against a theory.</source>
        <translation>Lisez des entretiens, codez ce que disent les gens, puis confrontez-le à une théorie.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nouveau projet…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Ouvrir un projet…</translation>
    </message>
    <message>
        <source>Sample study</source>
        <translation>Étude d’exemple</translation>
    </message>
    <message>
        <source>Twelve invented interviews, coded, to try everything on</source>
        <translation>Douze entretiens inventés et codés, pour tout essayer</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>Or drop interviews anywhere in this window: Word, OpenDocument, PDF, web pages, plain text, subtitles.</source>
        <translation>Ou déposez des entretiens n’importe où dans la fenêtre : Word, OpenDocument, PDF, pages web, texte, sous-titres.</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>When the memos were made or changed</source>
        <translation>Quand les mémos ont été écrits ou modifiés</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>Ces 7 derniers jours</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Ces 30 derniers jours</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>From a day to another…</source>
        <translation>D’un jour à un autre…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>Where in each document</source>
        <translation>Où dans chaque document</translation>
    </message>
</context>
<context>
    <name>Whose</name>
    <message>
        <source>Coder, and whose work is shown: {said}</source>
        <translation>Codeur, et travail affiché : {said}</translation>
    </message>
    <message>
        <source>Whose name your codings carry, and whose work every page shows</source>
        <translation>Le nom que portent vos codages, et le travail que montrent toutes les pages</translation>
    </message>
    <message>
        <source>my work alone</source>
        <translation>mon travail seul</translation>
    </message>
    <message>
        <source>work of {coders}</source>
        <translation>travail de {coders}</translation>
    </message>
    <message>
        <source>re-read only</source>
        <translation>relus seulement</translation>
    </message>
    <message>
        <source>without suggestions</source>
        <translation>sans suggestions</translation>
    </message>
    <message numerus="yes">
        <source>blind in %n document(s)</source>
        <translation>
            <numerusform>en aveugle dans %n document</numerusform>
            <numerusform>en aveugle dans %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Your name: {name}…</source>
        <translation>Votre nom : {name}…</translation>
    </message>
    <message>
        <source>Shown on every page</source>
        <translation>Affiché sur toutes les pages</translation>
    </message>
    <message>
        <source>Everybody’s work</source>
        <translation>Le travail de tous</translation>
    </message>
    <message>
        <source>My work alone</source>
        <translation>Mon travail seul</translation>
    </message>
    <message>
        <source>Work of {coder}</source>
        <translation>Travail de {coder}</translation>
    </message>
    <message>
        <source>Leave out what was proposed and never re-read</source>
        <translation>Laisser de côté ce qui est proposé et n’a pas été relu</translation>
    </message>
    <message>
        <source>Leave out what came from suggestions</source>
        <translation>Laisser de côté ce qui vient de suggestions</translation>
    </message>
    <message>
        <source>Code blind until your first pass is declared</source>
        <translation>Coder en aveugle jusqu’à la déclaration du premier passage</translation>
    </message>
    <message>
        <source>Others’ work in a document stays out of sight until then: pages, counts and exports</source>
        <translation>Jusque-là, le travail des autres dans un document reste caché : pages, décomptes et exports</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Opening {name} …</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>A part of the program that this page needs can't be loaded.</source>
        <translation>Une partie du programme dont cette page a besoin ne peut pas être chargée.</translation>
    </message>
    <message>
        <source>About Verbatim</source>
        <translation>À propos de Verbatim</translation>
    </message>
    <message>
        <source>A workbench for coding qualitative interviews. Free software under the MIT licence; uses Qt (LGPL).</source>
        <translation>Un atelier pour coder des entretiens qualitatifs. Logiciel libre sous licence MIT ; utilise Qt (LGPL).</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Ouvrir en lecture</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Something went wrong that should not have. All you did before is saved.</source>
        <translation>Une erreur imprévue est survenue. Tout ce que vous avez fait avant est enregistré.</translation>
    </message>
    <message>
        <source>What happened is noted, without a word of your interviews, in {path}.</source>
        <translation>Ce qui s’est passé est noté, sans un mot de vos entretiens, dans {path}.</translation>
    </message>
    <message>
        <source>Stop “{job}” and quit?</source>
        <translation>Arrêter « {job} » et quitter ?</translation>
    </message>
    <message>
        <source>The job is not done; nothing of it will remain.</source>
        <translation>La tâche n’est pas finie ; il n’en restera rien.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Arrêter et quitter</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Names and choices of {attribute}</source>
        <translation>Noms et choix de {attribute}</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>A choice a line, in their order; behind | what it is called in French, then in English.</source>
        <translation>Un choix par ligne, dans leur ordre ; derrière | son nom en français, puis en anglais.</translation>
    </message>
</context>
<context>
    <name>WordsModel</name>
    <message>
        <source>whole document</source>
        <translation>document entier</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>non retenu</translation>
    </message>
    <message>
        <source>to discuss</source>
        <translation>à discuter</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à réexaminer</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>appuie</translation>
    </message>
    <message>
        <source>nuances</source>
        <translation>nuance</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>contredit</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>position</translation>
    </message>
</context>
<context>
    <name>WordsRows</name>
    <message>
        <source>Kept</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>À discuter</translation>
    </message>
    <message>
        <source>… goes on; Enter opens it in its place</source>
        <translation>… suite ; Entrée l’ouvre à sa place</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Small words, too</source>
        <translation>Petits mots aussi</translation>
    </message>
    <message>
        <source>List articles, pronouns and other function words</source>
        <translation>Lister aussi articles, pronoms et autres mots grammaticaux</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Put the words selected on this project's list of stop words</source>
        <translation>Mettre les mots sélectionnés dans la liste des mots vides de ce projet</translation>
    </message>
    <message>
        <source>Stop words…</source>
        <translation>Mots vides…</translation>
    </message>
</context>
<context>
    <name>_CodeRows</name>
    <message>
        <source>to review: {count}</source>
        <translation>à réexaminer : {count}</translation>
    </message>
</context>
<context>
    <name>_Matches</name>
    <message>
        <source>also called {name}</source>
        <translation>appelé aussi {name}</translation>
    </message>
    <message>
        <source>near {place}</source>
        <translation>proche {place}</translation>
    </message>
</context>
<context>
    <name>_Removal</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n codage</numerusform>
            <numerusform>%n codages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-code(s)</source>
        <translation>
            <numerusform>%n sous-code</numerusform>
            <numerusform>%n sous-codes</numerusform>
        </translation>
    </message>
    <message>
        <source>{codings} in {documents}</source>
        <translation>{codings} dans {documents}</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n lien</numerusform>
            <numerusform>%n liens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set-aside(s)</source>
        <translation>
            <numerusform>%n mise à l’écart</numerusform>
            <numerusform>%n mises à l’écart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n décision</numerusform>
            <numerusform>%n décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n extrait</numerusform>
            <numerusform>%n extraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of the guide</source>
        <translation>
            <numerusform>%n question du guide</numerusform>
            <numerusform>%n questions du guide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stance(s) towards assertions</source>
        <translation>
            <numerusform>%n position envers des assertions</numerusform>
            <numerusform>%n positions envers des assertions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n mémo</numerusform>
            <numerusform>%n mémos</numerusform>
        </translation>
    </message>
    <message>
        <source>This also removes {list}.</source>
        <translation>Cela retire aussi {list}.</translation>
    </message>
    <message>
        <source>Nothing else is removed with it.</source>
        <translation>Rien d’autre n’est retiré avec.</translation>
    </message>
    <message>
        <source>What others did out of your sight goes too.</source>
        <translation>Ce que d’autres ont fait hors de votre vue part aussi.</translation>
    </message>
    <message>
        <source>It can be undone.</source>
        <translation>On peut l’annuler.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About Verbatim</source>
        <translation>À propos de Verbatim</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept the link suggested</source>
        <translation>Accepter le lien suggéré</translation>
    </message>
    <message>
        <source>Accept with another code</source>
        <translation>Accepter avec un autre code</translation>
    </message>
    <message>
        <source>Add a code to the framework</source>
        <translation>Ajouter un code au cadre théorique</translation>
    </message>
    <message>
        <source>Add a participant</source>
        <translation>Ajouter un·e participant·e</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>All figures, or the suggestion</source>
        <translation>Tous les chiffres, ou la suggestion</translation>
    </message>
    <message>
        <source>All keys…</source>
        <translation>Toutes les touches…</translation>
    </message>
    <message>
        <source>Apply a recent code</source>
        <translation>Appliquer un code récent</translation>
    </message>
    <message>
        <source>Apply and stay open</source>
        <translation>Appliquer et rester ouvert</translation>
    </message>
    <message>
        <source>Apply the code</source>
        <translation>Appliquer le code</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Revenir à la liste</translation>
    </message>
    <message>
        <source>Begin the coding a word earlier</source>
        <translation>Commencer le codage un mot plus tôt</translation>
    </message>
    <message>
        <source>Begin the coding a word later</source>
        <translation>Commencer le codage un mot plus tard</translation>
    </message>
    <message>
        <source>By document or by code</source>
        <translation>Par document ou par code</translation>
    </message>
    <message>
        <source>Choose among the suggestions</source>
        <translation>Choisir parmi les suggestions</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Fermer le projet</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code in vivo: the words are the code</source>
        <translation>Coder in vivo : les mots font le code</translation>
    </message>
    <message>
        <source>Code the whole document</source>
        <translation>Coder le document entier</translation>
    </message>
    <message>
        <source>Code what is selected</source>
        <translation>Coder la sélection</translation>
    </message>
    <message>
        <source>Create the code and apply it</source>
        <translation>Créer le code et l’appliquer</translation>
    </message>
    <message>
        <source>End the coding a word earlier</source>
        <translation>Finir le codage un mot plus tôt</translation>
    </message>
    <message>
        <source>End the coding a word later</source>
        <translation>Finir le codage un mot plus tard</translation>
    </message>
    <message>
        <source>Exchange rows and columns</source>
        <translation>Échanger lignes et colonnes</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Filter the codebook</source>
        <translation>Filtrer la grille de codage</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Chercher dans le texte</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Find or create a code and apply it</source>
        <translation>Trouver ou créer un code et l’appliquer</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Fork the framework</source>
        <translation>Dériver le cadre théorique</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Give the reason of a link</source>
        <translation>Donner la raison d’un lien</translation>
    </message>
    <message>
        <source>Go by sentence; Shift extends</source>
        <translation>Aller de phrase en phrase ; Maj étend</translation>
    </message>
    <message>
        <source>History of changes…</source>
        <translation>Historique des modifications…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importer un dossier…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importer des fichiers…</translation>
    </message>
    <message>
        <source>Keep the segment</source>
        <translation>Retenir le segment</translation>
    </message>
    <message>
        <source>Do not keep the segment</source>
        <translation>Ne pas retenir le segment</translation>
    </message>
    <message>
        <source>Keep this matrix</source>
        <translation>Garder cette matrice</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Garder cette recherche</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Leave to discuss</source>
        <translation>Laisser à discuter</translation>
    </message>
    <message>
        <source>Link one by one</source>
        <translation>Lier un par un</translation>
    </message>
    <message>
        <source>Link to the code of that number</source>
        <translation>Lier au code de ce numéro</translation>
    </message>
    <message>
        <source>Make an excerpt</source>
        <translation>En faire un extrait</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <source>Move the code down</source>
        <translation>Descendre le code</translation>
    </message>
    <message>
        <source>Move the code up</source>
        <translation>Monter le code</translation>
    </message>
    <message>
        <source>Name of the coder…</source>
        <translation>Nom du codeur…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nouveau projet…</translation>
    </message>
    <message>
        <source>Next coding</source>
        <translation>Codage suivant</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Document suivant</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Partie suivante</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Passage suivant</translation>
    </message>
    <message>
        <source>Next unlinked code</source>
        <translation>Code non lié suivant</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>Segment suivant</translation>
    </message>
    <message>
        <source>A copy to give away…</source>
        <translation>Une copie à remettre…</translation>
    </message>
    <message>
        <source>Annotate the words</source>
        <translation>Annoter les mots</translation>
    </message>
    <message>
        <source>Arrange the numbers</source>
        <translation>Disposer les nombres</translation>
    </message>
    <message>
        <source>Bears on an assertion</source>
        <translation>Porte sur une assertion</translation>
    </message>
    <message>
        <source>Both readings</source>
        <translation>Les deux lectures</translation>
    </message>
    <message>
        <source>Code again with the last code</source>
        <translation>Coder encore avec le dernier code</translation>
    </message>
    <message>
        <source>Codes to review</source>
        <translation>Codes à revoir</translation>
    </message>
    <message>
        <source>Compare with the document that it corrects</source>
        <translation>Comparer avec le document qu’il corrige</translation>
    </message>
    <message>
        <source>Copy for a supervisor…</source>
        <translation>Copie pour un·e encadrant·e…</translation>
    </message>
    <message>
        <source>Copy with the source</source>
        <translation>Copier avec la source</translation>
    </message>
    <message>
        <source>Corpus for IRaMuTeQ…</source>
        <translation>Corpus pour IRaMuTeQ…</translation>
    </message>
    <message>
        <source>Correct the words</source>
        <translation>Corriger les mots</translation>
    </message>
    <message>
        <source>Draw as a figure</source>
        <translation>Dessiner en figure</translation>
    </message>
    <message>
        <source>Draw the saturation curve as a figure</source>
        <translation>Dessiner la courbe de saturation en figure</translation>
    </message>
    <message>
        <source>Draw what is coded twice…</source>
        <translation>Tirer au sort ce qui est codé deux fois…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Effacer définitivement…</translation>
    </message>
    <message>
        <source>Erase the words, keep codings…</source>
        <translation>Effacer les paroles, garder les codages…</translation>
    </message>
    <message>
        <source>Export the answers…</source>
        <translation>Exporter les réponses…</translation>
    </message>
    <message>
        <source>Find the questions</source>
        <translation>Repérer les questions</translation>
    </message>
    <message>
        <source>Go to a passage by its number</source>
        <translation>Aller à un passage par son numéro</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>Aide de cette page</translation>
    </message>
    <message>
        <source>Hide as a brand</source>
        <translation>Masquer comme marque</translation>
    </message>
    <message>
        <source>Hide as a firm</source>
        <translation>Masquer comme entreprise</translation>
    </message>
    <message>
        <source>Hide as a function</source>
        <translation>Masquer comme fonction</translation>
    </message>
    <message>
        <source>Hide as a person</source>
        <translation>Masquer comme personne</translation>
    </message>
    <message>
        <source>Hide as a place</source>
        <translation>Masquer comme lieu</translation>
    </message>
    <message>
        <source>Hide as an address</source>
        <translation>Masquer comme coordonnées</translation>
    </message>
    <message>
        <source>Hide as another name</source>
        <translation>Masquer comme autre nom</translation>
    </message>
    <message>
        <source>Hide names, or show them</source>
        <translation>Masquer les noms, ou les montrer</translation>
    </message>
    <message>
        <source>Import a folder with preview…</source>
        <translation>Importer un dossier avec aperçu…</translation>
    </message>
    <message>
        <source>Import files with preview…</source>
        <translation>Importer des fichiers avec aperçu…</translation>
    </message>
    <message>
        <source>Interviews or answers</source>
        <translation>Entretiens ou réponses</translation>
    </message>
    <message>
        <source>Leave out of analysis, or count again</source>
        <translation>Exclure de l’analyse, ou compter à nouveau</translation>
    </message>
    <message>
        <source>Memo beside the page</source>
        <translation>Mémo à côté de la page</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Mémos</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Nouveau mémo</translation>
    </message>
    <message>
        <source>Next question to confirm</source>
        <translation>Question suivante à confirmer</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Pas un nom</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Ouvrir un projet…</translation>
    </message>
    <message>
        <source>Open the place in the reader</source>
        <translation>Ouvrir le passage dans le lecteur</translation>
    </message>
    <message>
        <source>Open the sample study</source>
        <translation>Ouvrir l’étude d’exemple</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Ouvrir la source</translation>
    </message>
    <message>
        <source>Outside the framework: to theorise</source>
        <translation>Hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Previous code</source>
        <translation>Code précédent</translation>
    </message>
    <message>
        <source>Previous coding</source>
        <translation>Codage précédent</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Document précédent</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Partie précédente</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>Passage précédent</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>Segment précédent</translation>
    </message>
    <message>
        <source>Print the coded transcript…</source>
        <translation>Imprimer la transcription codée…</translation>
    </message>
    <message>
        <source>Put into a set</source>
        <translation>Mettre dans un ensemble</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Read a supervisor’s remarks…</source>
        <translation>Lire les remarques d’un·e encadrant·e…</translation>
    </message>
    <message>
        <source>Read a table of participants…</source>
        <translation>Lire un tableau de participant·es…</translation>
    </message>
    <message>
        <source>Read or write the memo</source>
        <translation>Lire ou écrire le mémo</translation>
    </message>
    <message>
        <source>Reading A</source>
        <translation>Lecture A</translation>
    </message>
    <message>
        <source>Reading B</source>
        <translation>Lecture B</translation>
    </message>
    <message>
        <source>Recode</source>
        <translation>Recoder</translation>
    </message>
    <message>
        <source>Redefine the code</source>
        <translation>Redéfinir le code</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Refuse the link suggested</source>
        <translation>Refuser le lien suggéré</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Save the coded transcript as PDF…</source>
        <translation>Enregistrer la transcription codée en PDF…</translation>
    </message>
    <message>
        <source>Say nothing of the question</source>
        <translation>Enlever la marque de la question</translation>
    </message>
    <message>
        <source>Search all interviews</source>
        <translation>Chercher dans tous les entretiens</translation>
    </message>
    <message>
        <source>Second document beside the first</source>
        <translation>Second document à côté du premier</translation>
    </message>
    <message>
        <source>Sets of documents, participants, codes…</source>
        <translation>Ensembles de documents, de participant·es, de codes…</translation>
    </message>
    <message>
        <source>Show the code's segments</source>
        <translation>Montrer les segments du code</translation>
    </message>
    <message>
        <source>Show the segments behind the cell</source>
        <translation>Montrer les segments derrière la cellule</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Split off into a new code</source>
        <translation>Détacher en un nouveau code</translation>
    </message>
    <message>
        <source>Standard text size</source>
        <translation>Taille de texte normale</translation>
    </message>
    <message>
        <source>Submissions and remarks…</source>
        <translation>Soumissions et remarques…</translation>
    </message>
    <message>
        <source>Supports, nuances or contradicts</source>
        <translation>Appuie, nuance ou contredit</translation>
    </message>
    <message>
        <source>Take a link away</source>
        <translation>Retirer un lien</translation>
    </message>
    <message>
        <source>Take the last verdict back</source>
        <translation>Reprendre la dernière décision</translation>
    </message>
    <message>
        <source>The question is asked here</source>
        <translation>La question est posée ici</translation>
    </message>
    <message>
        <source>The question is asked in other words</source>
        <translation>La question est posée autrement</translation>
    </message>
    <message>
        <source>The question is not asked</source>
        <translation>La question n’est pas posée</translation>
    </message>
    <message>
        <source>The selection is a speaker’s label</source>
        <translation>La sélection est l’étiquette d’un locuteur</translation>
    </message>
    <message>
        <source>The speaker asks</source>
        <translation>Le locuteur interroge</translation>
    </message>
    <message>
        <source>The speaker asks, in all files</source>
        <translation>Le locuteur interroge, dans tous les fichiers</translation>
    </message>
    <message>
        <source>The speaker is interviewed</source>
        <translation>Le locuteur est interviewé</translation>
    </message>
    <message>
        <source>The speaker is interviewed, in all files</source>
        <translation>Le locuteur est interviewé, dans tous les fichiers</translation>
    </message>
    <message>
        <source>The speaker’s role is unknown</source>
        <translation>Le rôle du locuteur est inconnu</translation>
    </message>
    <message>
        <source>The speaker’s role is unknown, in all files</source>
        <translation>Le rôle du locuteur est inconnu, dans tous les fichiers</translation>
    </message>
    <message>
        <source>Theory</source>
        <translation>Théorie</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Triage or table</source>
        <translation>Tri ou tableau</translation>
    </message>
    <message>
        <source>Two labels are one speaker’s</source>
        <translation>Deux étiquettes sont d’un seul locuteur</translation>
    </message>
    <message>
        <source>Two labels are two speakers’</source>
        <translation>Deux étiquettes sont de deux locuteurs</translation>
    </message>
    <message>
        <source>Type with a selection: pick a code</source>
        <translation>Taper sur une sélection : choisir un code</translation>
    </message>
    <message>
        <source>Uncode</source>
        <translation>Décoder</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unfold a turn before and after</source>
        <translation>Déplier un tour avant et après</translation>
    </message>
    <message>
        <source>Verbatims</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>Write a memo</source>
        <translation>Écrire un mémo</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>Documents measured: {count}, too few to rely on.</source>
        <translation>Documents mesurés : {count}, trop peu pour s’y fier.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
    <message>
        <source>both</source>
        <translation>les deux</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>concordance</translation>
    </message>
    <message>
        <source>you and {coder}</source>
        <translation>vous et {coder}</translation>
    </message>
    <message>
        <source>Agreement with your coding</source>
        <translation>Concordance avec votre codage</translation>
    </message>
    <message>
        <source>Documents measured, each left out in turn: {count}.</source>
        <translation>Documents mesurés, chacun laissé de côté à son tour : {count}.</translation>
    </message>
    <message>
        <source>Of the passages that you coded before suggestions were shown, twice those with the code from both in all with it from one or the other. This is no agreement between coders.</source>
        <translation>Parmi les passages que vous avez codés avant de voir des suggestions : deux fois ceux où les deux ont mis le code, rapportés à la somme de ceux où l’un et où l’autre l’ont mis. Ce n’est pas un accord entre codeurs.</translation>
    </message>
    <message>
        <source>Documents that {coder} coded too, counted alike: {count}.</source>
        <translation>Documents que {coder} a codés aussi, comptés de même : {count}.</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>Accept suggestion</source>
        <translation>Accepter une suggestion</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Add code</source>
        <translation>Ajouter un code</translation>
    </message>
    <message>
        <source>Add codes</source>
        <translation>Ajouter des codes</translation>
    </message>
    <message>
        <source>Add framework</source>
        <translation>Ajouter un cadre théorique</translation>
    </message>
    <message>
        <source>Add memo</source>
        <translation>Ajouter un mémo</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Ajouter un·e participant·e</translation>
    </message>
    <message>
        <source>Add participants</source>
        <translation>Ajouter des participant·es</translation>
    </message>
    <message>
        <source>Apply code</source>
        <translation>Appliquer un code</translation>
    </message>
    <message>
        <source>Apply codes</source>
        <translation>Appliquer des codes</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Modifier un lien</translation>
    </message>
    <message>
        <source>Choose excerpt</source>
        <translation>Choisir un extrait</translation>
    </message>
    <message>
        <source>Choose excerpts</source>
        <translation>Choisir des extraits</translation>
    </message>
    <message>
        <source>Code in vivo</source>
        <translation>Coder in vivo</translation>
    </message>
    <message>
        <source>Create and apply code</source>
        <translation>Créer et appliquer un code</translation>
    </message>
    <message>
        <source>Decide on suggestion</source>
        <translation>Décider d’une suggestion</translation>
    </message>
    <message>
        <source>Declare first pass done</source>
        <translation>Déclarer la première lecture faite</translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation>Modifier un code</translation>
    </message>
    <message>
        <source>Edit excerpt</source>
        <translation>Modifier un extrait</translation>
    </message>
    <message>
        <source>Edit memo</source>
        <translation>Modifier un mémo</translation>
    </message>
    <message>
        <source>Edit participant</source>
        <translation>Modifier un·e participant·e</translation>
    </message>
    <message>
        <source>Fork framework</source>
        <translation>Dériver un cadre théorique</translation>
    </message>
    <message>
        <source>Import codebook</source>
        <translation>Importer une grille de codage</translation>
    </message>
    <message>
        <source>Import codings</source>
        <translation>Importer des codages</translation>
    </message>
    <message>
        <source>Import document</source>
        <translation>Importer un document</translation>
    </message>
    <message>
        <source>Import documents</source>
        <translation>Importer des documents</translation>
    </message>
    <message>
        <source>Import participants</source>
        <translation>Importer des participant·es</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Decide on codings</source>
        <translation>Décider des codages</translation>
    </message>
    <message>
        <source>Keep matrix</source>
        <translation>Garder une matrice</translation>
    </message>
    <message>
        <source>Keep search</source>
        <translation>Garder une recherche</translation>
    </message>
    <message>
        <source>Link code</source>
        <translation>Lier un code</translation>
    </message>
    <message>
        <source>Link codes</source>
        <translation>Lier des codes</translation>
    </message>
    <message>
        <source>Merge codes</source>
        <translation>Fusionner des codes</translation>
    </message>
    <message>
        <source>Merge speakers</source>
        <translation>Fusionner des locuteurs</translation>
    </message>
    <message>
        <source>Move code</source>
        <translation>Déplacer un code</translation>
    </message>
    <message>
        <source>Move codes</source>
        <translation>Déplacer des codes</translation>
    </message>
    <message>
        <source>Accept link</source>
        <translation>Accepter le lien</translation>
    </message>
    <message>
        <source>A copy to give away</source>
        <translation>Une copie à remettre</translation>
    </message>
    <message>
        <source>A participant withdrew</source>
        <translation>Une personne s’est retirée</translation>
    </message>
    <message>
        <source>Add facts of interviews</source>
        <translation>Ajouter les données des entretiens</translation>
    </message>
    <message>
        <source>Add organisation</source>
        <translation>Ajouter une organisation</translation>
    </message>
    <message>
        <source>Add question</source>
        <translation>Ajouter une question</translation>
    </message>
    <message>
        <source>Add to the recruitment log</source>
        <translation>Ajouter au journal de recrutement</translation>
    </message>
    <message>
        <source>Annotate words</source>
        <translation>Annoter des mots</translation>
    </message>
    <message>
        <source>Answer remark</source>
        <translation>Répondre à une remarque</translation>
    </message>
    <message>
        <source>Assign documents</source>
        <translation>Confier des documents</translation>
    </message>
    <message>
        <source>Auto-code</source>
        <translation>Codage auto</translation>
    </message>
    <message>
        <source>Change reason</source>
        <translation>Modifier la raison</translation>
    </message>
    <message>
        <source>Change who speaks</source>
        <translation>Changer qui parle</translation>
    </message>
    <message>
        <source>Choose how often suggestions have to agree</source>
        <translation>Choisir combien de fois les suggestions doivent être conformes</translation>
    </message>
    <message>
        <source>Confirm question</source>
        <translation>Confirmer une question</translation>
    </message>
    <message>
        <source>Confirm questions</source>
        <translation>Confirmer des questions</translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation>Corriger le texte</translation>
    </message>
    <message>
        <source>Declare first passes done</source>
        <translation>Déclarer faites les premières lectures</translation>
    </message>
    <message>
        <source>Declare reading</source>
        <translation>Déclarer une lecture</translation>
    </message>
    <message>
        <source>Declare the approach</source>
        <translation>Déclarer l’approche</translation>
    </message>
    <message>
        <source>Describe document</source>
        <translation>Décrire un document</translation>
    </message>
    <message>
        <source>Describe documents</source>
        <translation>Décrire des documents</translation>
    </message>
    <message>
        <source>Describe set</source>
        <translation>Décrire un ensemble</translation>
    </message>
    <message>
        <source>Draw what is coded twice</source>
        <translation>Tirer au sort le double codage</translation>
    </message>
    <message>
        <source>Edit approval</source>
        <translation>Modifier une demande d’approbation</translation>
    </message>
    <message>
        <source>Edit assertion</source>
        <translation>Modifier une assertion</translation>
    </message>
    <message>
        <source>Edit attribute</source>
        <translation>Modifier un attribut</translation>
    </message>
    <message>
        <source>Edit consent</source>
        <translation>Modifier un consentement</translation>
    </message>
    <message>
        <source>Edit document</source>
        <translation>Modifier un document</translation>
    </message>
    <message>
        <source>Edit organisation</source>
        <translation>Modifier une organisation</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>Modifier une question</translation>
    </message>
    <message>
        <source>Edit set</source>
        <translation>Modifier un ensemble</translation>
    </message>
    <message>
        <source>Edit the recruitment log</source>
        <translation>Modifier le journal de recrutement</translation>
    </message>
    <message>
        <source>Edit the version of the guide</source>
        <translation>Modifier une version du guide</translation>
    </message>
    <message>
        <source>Find questions</source>
        <translation>Repérer les questions</translation>
    </message>
    <message>
        <source>Flag words that single out</source>
        <translation>Signaler des mots qui désignent quelqu’un</translation>
    </message>
    <message>
        <source>Forget what was sent</source>
        <translation>Oublier ce qui a été envoyé</translation>
    </message>
    <message>
        <source>Give set a rule</source>
        <translation>Donner une règle à un ensemble</translation>
    </message>
    <message>
        <source>Go back to an earlier text</source>
        <translation>Revenir à un texte antérieur</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>Masquer des noms</translation>
    </message>
    <message>
        <source>Import consents</source>
        <translation>Importer des consentements</translation>
    </message>
    <message>
        <source>Import the recruitment log</source>
        <translation>Importer le journal de recrutement</translation>
    </message>
    <message>
        <source>Join speakers</source>
        <translation>Réunir des locuteurs</translation>
    </message>
    <message>
        <source>Join turns</source>
        <translation>Réunir des tours de parole</translation>
    </message>
    <message>
        <source>Keep recipe</source>
        <translation>Conserver la recette</translation>
    </message>
    <message>
        <source>Keep what was being written</source>
        <translation>Garder ce qui était en cours d’écriture</translation>
    </message>
    <message>
        <source>Keep what was sent</source>
        <translation>Conserver ce qui est envoyé</translation>
    </message>
    <message>
        <source>Label attribute</source>
        <translation>Nommer un attribut</translation>
    </message>
    <message>
        <source>Leave out of analysis</source>
        <translation>Exclure de l’analyse</translation>
    </message>
    <message>
        <source>Make a concept</source>
        <translation>Faire un concept</translation>
    </message>
    <message>
        <source>Make a version of the guide</source>
        <translation>Créer une version du guide</translation>
    </message>
    <message>
        <source>Make organisations of an attribute</source>
        <translation>Faire des organisations d’un attribut</translation>
    </message>
    <message>
        <source>Make set</source>
        <translation>Créer un ensemble</translation>
    </message>
    <message>
        <source>Mark question as asked</source>
        <translation>Marquer une question comme posée</translation>
    </message>
    <message>
        <source>Mark question as asked otherwise</source>
        <translation>Marquer une question comme posée autrement</translation>
    </message>
    <message>
        <source>Mark question as not asked</source>
        <translation>Marquer une question comme non posée</translation>
    </message>
    <message>
        <source>Move assertion</source>
        <translation>Déplacer une assertion</translation>
    </message>
    <message>
        <source>Move excerpt</source>
        <translation>Déplacer un extrait</translation>
    </message>
    <message>
        <source>Move organisation</source>
        <translation>Déplacer une organisation</translation>
    </message>
    <message>
        <source>Move question</source>
        <translation>Déplacer une question</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Note the answer</source>
        <translation>Noter la réponse</translation>
    </message>
    <message>
        <source>Outside the framework: to theorise</source>
        <translation>Hors cadre : à théoriser</translation>
    </message>
    <message>
        <source>Paste codes</source>
        <translation>Coller des codes</translation>
    </message>
    <message>
        <source>Put into set</source>
        <translation>Ajouter à un ensemble</translation>
    </message>
    <message>
        <source>Read remarks</source>
        <translation>Lire des remarques</translation>
    </message>
    <message>
        <source>Recode</source>
        <translation>Recoder</translation>
    </message>
    <message>
        <source>Recode again</source>
        <translation>Refaire les groupes d’un attribut</translation>
    </message>
    <message>
        <source>Recode attribute</source>
        <translation>Regrouper les valeurs d’un attribut</translation>
    </message>
    <message>
        <source>Record consent</source>
        <translation>Consigner un consentement</translation>
    </message>
    <message>
        <source>Refuse link</source>
        <translation>Refuser le lien</translation>
    </message>
    <message>
        <source>Reject suggestion</source>
        <translation>Rejeter une suggestion</translation>
    </message>
    <message>
        <source>Remove approval</source>
        <translation>Supprimer une demande d’approbation</translation>
    </message>
    <message>
        <source>Remove assertion</source>
        <translation>Supprimer une assertion</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Retirer un attribut</translation>
    </message>
    <message>
        <source>Remove code</source>
        <translation>Retirer un code</translation>
    </message>
    <message>
        <source>Remove consent</source>
        <translation>Supprimer un consentement</translation>
    </message>
    <message>
        <source>Remove document</source>
        <translation>Retirer un document</translation>
    </message>
    <message>
        <source>Remove documents</source>
        <translation>Retirer des documents</translation>
    </message>
    <message>
        <source>Remove draw</source>
        <translation>Retirer un tirage</translation>
    </message>
    <message>
        <source>Remove excerpt</source>
        <translation>Retirer un extrait</translation>
    </message>
    <message>
        <source>Remove framework</source>
        <translation>Retirer un cadre théorique</translation>
    </message>
    <message>
        <source>Remove from the recruitment log</source>
        <translation>Retirer du journal de recrutement</translation>
    </message>
    <message>
        <source>Remove matrix</source>
        <translation>Retirer une matrice</translation>
    </message>
    <message>
        <source>Remove memo</source>
        <translation>Retirer un mémo</translation>
    </message>
    <message>
        <source>Remove organisation</source>
        <translation>Supprimer une organisation</translation>
    </message>
    <message>
        <source>Remove organisations</source>
        <translation>Supprimer des organisations</translation>
    </message>
    <message>
        <source>Remove participant</source>
        <translation>Retirer un·e participant·e</translation>
    </message>
    <message>
        <source>Remove participants</source>
        <translation>Retirer des participant·es</translation>
    </message>
    <message>
        <source>Remove question</source>
        <translation>Supprimer une question</translation>
    </message>
    <message>
        <source>Remove questions</source>
        <translation>Supprimer des questions</translation>
    </message>
    <message>
        <source>Remove recipe</source>
        <translation>Retirer la recette</translation>
    </message>
    <message>
        <source>Remove remark</source>
        <translation>Retirer une remarque</translation>
    </message>
    <message>
        <source>Remove search</source>
        <translation>Retirer une recherche</translation>
    </message>
    <message>
        <source>Remove set</source>
        <translation>Supprimer un ensemble</translation>
    </message>
    <message>
        <source>Remove sets</source>
        <translation>Supprimer des ensembles</translation>
    </message>
    <message>
        <source>Remove the version of the guide</source>
        <translation>Supprimer une version du guide</translation>
    </message>
    <message>
        <source>Rename attribute</source>
        <translation>Renommer un attribut</translation>
    </message>
    <message>
        <source>Rename choice</source>
        <translation>Renommer un choix</translation>
    </message>
    <message>
        <source>Rename document</source>
        <translation>Renommer un document</translation>
    </message>
    <message>
        <source>Rename matrix</source>
        <translation>Renommer une matrice</translation>
    </message>
    <message>
        <source>Rename recipe</source>
        <translation>Renommer la recette</translation>
    </message>
    <message>
        <source>Rename search</source>
        <translation>Renommer une recherche</translation>
    </message>
    <message>
        <source>Rename set</source>
        <translation>Renommer un ensemble</translation>
    </message>
    <message>
        <source>Rename speaker</source>
        <translation>Renommer un locuteur</translation>
    </message>
    <message>
        <source>Replace by a corrected file</source>
        <translation>Remplacer par un fichier corrigé</translation>
    </message>
    <message>
        <source>Resize coding</source>
        <translation>Ajuster un codage</translation>
    </message>
    <message>
        <source>Say that words are no name</source>
        <translation>Dire que des mots ne sont pas un nom</translation>
    </message>
    <message>
        <source>Say what confidential means</source>
        <translation>Dire ce que confidentiel veut dire</translation>
    </message>
    <message>
        <source>Say which guide was used</source>
        <translation>Dire quel guide a servi</translation>
    </message>
    <message>
        <source>Say which question this carries on</source>
        <translation>Dire quelle question celle-ci prolonge</translation>
    </message>
    <message>
        <source>Say who is not of an organisation</source>
        <translation>Détacher d’une organisation</translation>
    </message>
    <message>
        <source>Say who is of an organisation</source>
        <translation>Rattacher à une organisation</translation>
    </message>
    <message>
        <source>See suggestions before the first pass</source>
        <translation>Voir les suggestions avant la première lecture</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Envoyer pour approbation</translation>
    </message>
    <message>
        <source>Set the attribute's choices</source>
        <translation>Fixer les choix d’un attribut</translation>
    </message>
    <message>
        <source>Set the attribute's type</source>
        <translation>Fixer le type d’un attribut</translation>
    </message>
    <message>
        <source>Set the speaker's role</source>
        <translation>Fixer le rôle d’un locuteur</translation>
    </message>
    <message>
        <source>Set the speakers' role</source>
        <translation>Fixer le rôle de plusieurs locuteurs</translation>
    </message>
    <message>
        <source>Settle disagreement</source>
        <translation>Arrêter un désaccord</translation>
    </message>
    <message>
        <source>Show suggestions</source>
        <translation>Montrer des suggestions</translation>
    </message>
    <message>
        <source>Skip suggestion</source>
        <translation>Passer une suggestion</translation>
    </message>
    <message>
        <source>Split code</source>
        <translation>Scinder un code</translation>
    </message>
    <message>
        <source>Split off code</source>
        <translation>Détacher un code</translation>
    </message>
    <message>
        <source>Split turn</source>
        <translation>Scinder un tour de parole</translation>
    </message>
    <message>
        <source>Take a stance towards an assertion</source>
        <translation>Prendre position envers une assertion</translation>
    </message>
    <message>
        <source>Take back a stance</source>
        <translation>Retirer une position</translation>
    </message>
    <message>
        <source>Take back assignment</source>
        <translation>Reprendre un document confié</translation>
    </message>
    <message>
        <source>Take back first pass</source>
        <translation>Reprendre la première lecture</translation>
    </message>
    <message>
        <source>Take back reading</source>
        <translation>Reprendre une lecture déclarée</translation>
    </message>
    <message>
        <source>Take back settlement</source>
        <translation>Rouvrir un désaccord</translation>
    </message>
    <message>
        <source>Take back what was set aside</source>
        <translation>Revenir sur une mise à l’écart</translation>
    </message>
    <message>
        <source>Take flags off words</source>
        <translation>Ne plus signaler des mots</translation>
    </message>
    <message>
        <source>Take into analysis again</source>
        <translation>Réintégrer dans l’analyse</translation>
    </message>
    <message>
        <source>Take names out of the vault</source>
        <translation>Ne plus masquer des noms</translation>
    </message>
    <message>
        <source>Take out of set</source>
        <translation>Retirer d’un ensemble</translation>
    </message>
    <message>
        <source>Take over what agrees</source>
        <translation>Reprendre ce qui concorde</translation>
    </message>
    <message>
        <source>Take the rule off the set</source>
        <translation>Ôter la règle d’un ensemble</translation>
    </message>
    <message>
        <source>Tie participant to document</source>
        <translation>Rattacher un·e participant·e à un document</translation>
    </message>
    <message>
        <source>Tie speaker to participant</source>
        <translation>Rattacher un locuteur à un·e participant·e</translation>
    </message>
    <message>
        <source>Tie speakers to participant</source>
        <translation>Rattacher des locuteurs à un·e participant·e</translation>
    </message>
    <message>
        <source>Uncode</source>
        <translation>Décoder</translation>
    </message>
    <message>
        <source>Unlink code</source>
        <translation>Délier un code</translation>
    </message>
    <message>
        <source>Unmark question</source>
        <translation>Enlever la marque d’une question</translation>
    </message>
    <message>
        <source>Unmark questions</source>
        <translation>Enlever la marque de plusieurs questions</translation>
    </message>
    <message>
        <source>Untie participant from document</source>
        <translation>Détacher un·e participant·e d’un document</translation>
    </message>
    <message>
        <source>Update framework</source>
        <translation>Mettre à jour le cadre théorique</translation>
    </message>
    <message>
        <source>Wait with suggestions</source>
        <translation>Attendre la première lecture pour les suggestions</translation>
    </message>
    <message>
        <source>Withdraw decision</source>
        <translation>Retirer une décision</translation>
    </message>
    <message>
        <source>Write assertion</source>
        <translation>Écrire une assertion</translation>
    </message>
    <message>
        <source>Write assertions</source>
        <translation>Écrire des assertions</translation>
    </message>
    <message>
        <source>Write down remarks</source>
        <translation>Noter des remarques</translation>
    </message>
    <message>
        <source>Write memos</source>
        <translation>Écrire des mémos</translation>
    </message>
    <message>
        <source>Write summary</source>
        <translation>Écrire un résumé</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>{code}, coded segments: {count}</source>
        <translation>{code}, segments codés : {count}</translation>
    </message>
    <message>
        <source>Coded segments: {total}, without sub-codes {own}; documents: {documents}</source>
        <translation>Segments codés : {total}, sans les sous-codes {own} ; documents : {documents}</translation>
    </message>
</context>
<context>
    <name>consents</name>
    <message>
        <source>Quotation</source>
        <translation>Verbatim</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>Nom de l’entreprise</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivage</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>Noms montrés</translation>
    </message>
    <message>
        <source>Participants of whom it is not known whether they agreed: {number}.</source>
        <translation>Participants dont on ne sait pas s’ils ont donné leur accord : {number}.</translation>
    </message>
    <message>
        <source>Copied; names that may not be read are masked.</source>
        <translation>Copié ; les noms confidentiels sont masqués.</translation>
    </message>
    <message>
        <source>Copy all the same</source>
        <translation>Copier malgré tout</translation>
    </message>
</context>
<context>
    <name>corrected</name>
    <message>
        <source>The corrected file</source>
        <translation>Le fichier corrigé</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
</context>
<context>
    <name>erasing</name>
    <message>
        <source>Working out what would go</source>
        <translation>Recherche de ce qui disparaîtrait</translation>
    </message>
    <message>
        <source>One participant is erased; nothing brings them back.</source>
        <translation>Une personne est effacée ; rien ne permet de revenir en arrière.</translation>
    </message>
    <message>
        <source>Cancelled; nobody is erased.</source>
        <translation>Annulé ; personne n’est effacé.</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>Effacement</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong that should not have; what was saved is safe.</source>
        <translation>Une erreur imprévue est survenue ; ce qui était enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>A code needs a name.</source>
        <translation>Un code a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A code of this search is no longer in the project.</source>
        <translation>Un code de cette recherche n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>A coding stays in its document.</source>
        <translation>Un codage reste dans son document.</translation>
    </message>
    <message>
        <source>A crosswalk leads from one framework to another.</source>
        <translation>Une correspondance va d’un cadre théorique à un autre.</translation>
    </message>
    <message>
        <source>A document needs a name.</source>
        <translation>Un document a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A file can't be called {name}: that is too long, or no name.</source>
        <translation>Un fichier ne peut pas s’appeler {name} : c’est trop long, ou ce n’est pas un nom.</translation>
    </message>
    <message>
        <source>A decision is one of {verdicts}, not {verdict}.</source>
        <translation>Une décision est l’une de {verdicts}, pas {verdict}.</translation>
    </message>
    <message>
        <source>A choice needs a name.</source>
        <translation>Un choix a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A key may hold letters A-Z, digits, . _ and -, not {key}.</source>
        <translation>Une clé se compose de lettres A-Z, de chiffres, de . _ et -, ce que {key} n’est pas.</translation>
    </message>
    <message>
        <source>A link counts {modes}, not {mode}.</source>
        <translation>Un lien compte {modes}, pas {mode}.</translation>
    </message>
    <message>
        <source>A link is one of {kinds}, not {kind}.</source>
        <translation>Un lien est l’un de {kinds}, pas {kind}.</translation>
    </message>
    <message>
        <source>A matrix needs a name.</source>
        <translation>Une matrice a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A memo can't be about a {kind}.</source>
        <translation>Un mémo ne peut pas porter sur {kind}.</translation>
    </message>
    <message>
        <source>A memo is one of {kinds}, not {kind}.</source>
        <translation>Un mémo est l’un de {kinds}, pas {kind}.</translation>
    </message>
    <message>
        <source>A memo needs a title or a text.</source>
        <translation>Un mémo a besoin d’un titre ou d’un texte.</translation>
    </message>
    <message>
        <source>A participant needs a name.</source>
        <translation>Un·e participant·e doit avoir un nom.</translation>
    </message>
    <message>
        <source>A place is words, or a box, or a stretch of time, or a box during a stretch.</source>
        <translation>Un endroit est fait de mots, ou d’un cadre, ou d’un moment, ou d’un cadre pendant un moment.</translation>
    </message>
    <message>
        <source>A question carries on one of another version.</source>
        <translation>Une question ne peut prolonger qu’une question d’une autre version.</translation>
    </message>
    <message>
        <source>A question is asked in words.</source>
        <translation>Une question se pose avec des mots.</translation>
    </message>
    <message>
        <source>A question needs words.</source>
        <translation>Une question a besoin de mots.</translation>
    </message>
    <message>
        <source>A question that is not asked has no place: say the document alone.</source>
        <translation>Une question non posée n’a pas de place : indiquez le document seul.</translation>
    </message>
    <message>
        <source>A reading is {states} in one of {cycles}.</source>
        <translation>Une lecture est {states}, dans un cycle parmi {cycles}.</translation>
    </message>
    <message>
        <source>A rule can have {most} conditions; make a set of some of them.</source>
        <translation>Une règle peut avoir {most} conditions ; faites un ensemble de certaines d’entre elles.</translation>
    </message>
    <message>
        <source>A rule is one line of at most {most} characters.</source>
        <translation>Une règle tient en une ligne de {most} caractères au plus.</translation>
    </message>
    <message>
        <source>A rule needs a condition.</source>
        <translation>Il faut au moins une condition à une règle.</translation>
    </message>
    <message>
        <source>A rule needs the name of its group.</source>
        <translation>Une règle a besoin du nom de son groupe.</translation>
    </message>
    <message>
        <source>A search can't be kept with the attribute {name}.</source>
        <translation>Une recherche ne peut pas être gardée avec l’attribut {name}.</translation>
    </message>
    <message>
        <source>A search is kept with descriptive codes or with codes of one framework.</source>
        <translation>Une recherche se garde avec des codes descriptifs ou avec les codes d’un seul cadre théorique.</translation>
    </message>
    <message>
        <source>A search needs a name.</source>
        <translation>Une recherche a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A set is of documents, participants or codes, not of {kind}.</source>
        <translation>Un ensemble réunit des documents, des participant·es ou des codes, et non {kind}.</translation>
    </message>
    <message>
        <source>A set needs a name.</source>
        <translation>Il faut un nom à un ensemble.</translation>
    </message>
    <message>
        <source>A set of {kind} can't be told by {name}, which holds {others}.</source>
        <translation>Un ensemble de {kind} ne peut pas dépendre de {name}, qui réunit des {others}.</translation>
    </message>
    <message>
        <source>A set of {kind} has no condition on {about}.</source>
        <translation>Un ensemble de {kind} n’a pas de condition sur {about}.</translation>
    </message>
    <message>
        <source>A set that is asked for is no longer in the project.</source>
        <translation>Un ensemble demandé n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Un locuteur doit avoir un nom.</translation>
    </message>
    <message>
        <source>A stance is one of {stances}, not {stance}.</source>
        <translation>Une position est l’une de {stances}, pas {stance}.</translation>
    </message>
    <message>
        <source>A stretch of time needs a start and an end.</source>
        <translation>Un moment a besoin d’un début et d’une fin.</translation>
    </message>
    <message>
        <source>A text of this project is missing ({sha}).</source>
        <translation>Un texte de ce projet manque ({sha}).</translation>
    </message>
    <message>
        <source>A text of this project was altered outside it ({sha}).</source>
        <translation>Un texte de ce projet a été modifié en dehors du programme ({sha}).</translation>
    </message>
    <message>
        <source>A version of the guide needs a name.</source>
        <translation>Une version du guide a besoin d’un nom.</translation>
    </message>
    <message>
        <source>An attribute needs a name.</source>
        <translation>Un attribut a besoin d’un nom.</translation>
    </message>
    <message>
        <source>An excerpt is chosen from words.</source>
        <translation>Un extrait se choisit parmi des mots.</translation>
    </message>
    <message>
        <source>An excerpt stays in its document.</source>
        <translation>Un extrait reste dans son document.</translation>
    </message>
    <message>
        <source>An insertion needs words.</source>
        <translation>Un ajout a besoin de mots.</translation>
    </message>
    <message>
        <source>An organisation needs a name.</source>
        <translation>Une organisation a besoin d’un nom.</translation>
    </message>
    <message>
        <source>Another attribute is called {name}.</source>
        <translation>Un autre attribut s’appelle {name}.</translation>
    </message>
    <message>
        <source>Another code of this framework has the key {key}.</source>
        <translation>Un autre code de ce cadre théorique a la clé {key}.</translation>
    </message>
    <message>
        <source>Another document is called {name}.</source>
        <translation>Un autre document s’appelle {name}.</translation>
    </message>
    <message>
        <source>Another matrix is called {name}.</source>
        <translation>Une autre matrice s’appelle {name}.</translation>
    </message>
    <message>
        <source>Another organisation is called {name}.</source>
        <translation>Une autre organisation s’appelle {name}.</translation>
    </message>
    <message>
        <source>Another participant is called {name}.</source>
        <translation>Un·e autre participant·e s’appelle {name}.</translation>
    </message>
    <message>
        <source>Another process is updating the search index of this project; try again later.</source>
        <translation>Un autre processus met à jour l’index de recherche de ce projet ; réessayez plus tard.</translation>
    </message>
    <message>
        <source>Another set is called {name}.</source>
        <translation>Un autre ensemble s’appelle {name}.</translation>
    </message>
    <message>
        <source>Another version of the guide is called {name}.</source>
        <translation>Une autre version du guide s’appelle {name}.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Characters of deleted text that were left out: {count}.</source>
        <translation>Caractères de texte supprimé qui ont été laissés de côté : {count}.</translation>
    </message>
    <message>
        <source>Characters of hidden text that were left out: {count}.</source>
        <translation>Caractères de texte masqué qui ont été laissés de côté : {count}.</translation>
    </message>
    <message>
        <source>Choose other codes to merge into {code}.</source>
        <translation>Choisissez d’autres codes à fusionner avec {code}.</translation>
    </message>
    <message>
        <source>Choose the codes that the new concept is made of.</source>
        <translation>Choisissez les codes dont le nouveau concept est fait.</translation>
    </message>
    <message>
        <source>Choose the codings to split off from {code}.</source>
        <translation>Choisissez les codages à détacher de {code}.</translation>
    </message>
    <message>
        <source>Column {number} of {name} has no name in the first row.</source>
        <translation>La colonne {number} de {name} n’a pas de nom dans la première ligne.</translation>
    </message>
    <message>
        <source>Columns read as text: {columns}; the others are what is known of the participant.</source>
        <translation>Colonnes lues comme du texte : {columns} ; les autres sont ce que l’on sait du participant.</translation>
    </message>
    <message>
        <source>Corrections of one text must not touch each other.</source>
        <translation>Les corrections d’un même texte ne doivent pas se toucher.</translation>
    </message>
    <message>
        <source>Expressions between slashes can be asked only of an open project.</source>
        <translation>Les expressions entre barres obliques ne se demandent qu’à un projet ouvert.</translation>
    </message>
    <message>
        <source>Fields such as code:… can be asked only of an open project.</source>
        <translation>Les champs tels que code:… ne se demandent qu’à un projet ouvert.</translation>
    </message>
    <message>
        <source>Frameworks speak {languages}, not {language}.</source>
        <translation>Les cadres théoriques parlent {languages}, pas {language}.</translation>
    </message>
    <message>
        <source>In {file}, the field key is {code} in two codes.</source>
        <translation>Dans {file}, deux codes ont {code} dans le champ key.</translation>
    </message>
    <message>
        <source>In {place}, the field parent leads round in a circle.</source>
        <translation>Dans {place}, le champ parent tourne en rond.</translation>
    </message>
    <message>
        <source>In {place}, the field parent names {value}, which is no code of this file.</source>
        <translation>Dans {place}, le champ parent nomme {value}, qui n’est pas un code de ce fichier.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} is empty.</source>
        <translation>Dans {place}, le champ {field} est vide.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} is missing.</source>
        <translation>Dans {place}, le champ {field} manque.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} is unknown; known here are: {value}.</source>
        <translation>Dans {place}, le champ {field} est inconnu ; sont connus ici : {value}.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} may hold letters A-Z, digits, . _ and -, not {value}.</source>
        <translation>Dans {place}, le champ {field} se compose de lettres A-Z, de chiffres, de . _ et -, ce que {value} n’est pas.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} must be a list of texts.</source>
        <translation>Dans {place}, le champ {field} doit être une liste de textes.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} must be a table.</source>
        <translation>Dans {place}, le champ {field} doit être une table.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} must be one of: {value}.</source>
        <translation>Dans {place}, le champ {field} doit être l’un de : {value}.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} must be text.</source>
        <translation>Dans {place}, le champ {field} doit être du texte.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} must be written as [[{field}]], once or more.</source>
        <translation>Dans {place}, le champ {field} doit s’écrire [[{field}]], une fois ou plus.</translation>
    </message>
    <message>
        <source>In {place}, the field {field} must be written like #0072b2, not {value}.</source>
        <translation>Dans {place}, le champ {field} doit s’écrire comme #0072b2, pas {value}.</translation>
    </message>
    <message>
        <source>In {place}, the fields fr and en are both missing; a code needs one of them.</source>
        <translation>Dans {place}, les champs fr et en manquent tous deux ; un code a besoin de l’un d’eux.</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>Ligne {line} : {why}</translation>
    </message>
    <message>
        <source>No attribute is called {name}; there are: {known}.</source>
        <translation>Aucun attribut ne s’appelle {name} ; il y a : {known}.</translation>
    </message>
    <message>
        <source>No attribute type is called {type}.</source>
        <translation>Aucun type d’attribut ne s’appelle {type}.</translation>
    </message>
    <message>
        <source>No code fits {value} (character {at}).</source>
        <translation>Aucun code ne correspond à {value} (caractère {at}).</translation>
    </message>
    <message>
        <source>No code is called {code}.</source>
        <translation>Aucun code ne s’appelle {code}.</translation>
    </message>
    <message>
        <source>No code is called {name}.</source>
        <translation>Aucun code ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>No code is called {name}; is {near} meant?</source>
        <translation>Aucun code ne s’appelle {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No coder here is called {name}.</source>
        <translation>Aucun codeur ne s’appelle {name} ici.</translation>
    </message>
    <message>
        <source>No document is an interview: nobody asks in any.</source>
        <translation>Aucun document n’est un entretien : personne n’y pose de questions.</translation>
    </message>
    <message>
        <source>No document is called {name}.</source>
        <translation>Aucun document ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>No document is called {name}; is {near} meant?</source>
        <translation>Aucun document ne s’appelle {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No framework is called {key}; there are: {keys}.</source>
        <translation>Aucun cadre théorique ne s’appelle {key} ; il y a : {keys}.</translation>
    </message>
    <message>
        <source>No framework is in this project; add one with the verb framework.</source>
        <translation>Aucun cadre théorique n’est dans ce projet ; ajoutez-en un par le verbe framework.</translation>
    </message>
    <message>
        <source>No participant is called {name}.</source>
        <translation>Aucun·e participant·e ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>No role is called {role}.</source>
        <translation>Aucun rôle ne s’appelle {role}.</translation>
    </message>
    <message>
        <source>No row names a document; where a column does, say it with --key.</source>
        <translation>Aucune ligne ne nomme un document ; si une colonne le fait, indiquez-la avec --key.</translation>
    </message>
    <message>
        <source>No text encoding is called {encoding}.</source>
        <translation>Aucun encodage de texte ne s’appelle {encoding}.</translation>
    </message>
    <message>
        <source>Nobody is called {speaker} there.</source>
        <translation>Personne ne s’appelle {speaker} à cet endroit.</translation>
    </message>
    <message>
        <source>Only codes of a framework have a key.</source>
        <translation>Seuls les codes d’un cadre théorique ont une clé.</translation>
    </message>
    <message>
        <source>Descriptive codes and codes of a framework can't be merged, nor codes of two frameworks.</source>
        <translation>On ne peut fusionner ni des codes descriptifs avec ceux d’un cadre théorique, ni des codes de deux cadres théoriques.</translation>
    </message>
    <message>
        <source>Row {row} of {stored} belongs to a row of {target} that is missing.</source>
        <translation>La ligne {row} de {stored} dépend d’une ligne de {target} qui manque.</translation>
    </message>
    <message>
        <source>SQLite finds: {why}.</source>
        <translation>SQLite constate : {why}.</translation>
    </message>
    <message>
        <source>Stopped; nothing was done.</source>
        <translation>Arrêté ; rien n’a été fait.</translation>
    </message>
    <message>
        <source>The box is empty.</source>
        <translation>Le cadre est vide.</translation>
    </message>
    <message>
        <source>The box of {stored} {key} is not within a page of {name}.</source>
        <translation>Le cadre de {stored} {key} n’est pas dans une page de {name}.</translation>
    </message>
    <message>
        <source>The box reaches outside its page: its sides are parts of the page, from 0 to 1.</source>
        <translation>Le cadre sort de sa page : ses côtés sont des fractions de la page, de 0 à 1.</translation>
    </message>
    <message>
        <source>The change was undone because a part of it failed.</source>
        <translation>La modification a été annulée parce qu’une de ses parties a échoué.</translation>
    </message>
    <message>
        <source>The code is not on the words {start}–{end}.</source>
        <translation>Le code n’est pas sur les mots {start}–{end}.</translation>
    </message>
    <message>
        <source>The code is on no words there.</source>
        <translation>Le code n’est sur aucun mot à cet endroit.</translation>
    </message>
    <message>
        <source>The cut {start}–{end} does not lie in the excerpt.</source>
        <translation>La coupe {start}–{end} n’est pas dans l’extrait.</translation>
    </message>
    <message>
        <source>The cuts leave nothing of the excerpt.</source>
        <translation>Les coupes ne laissent rien de l’extrait.</translation>
    </message>
    <message>
        <source>The encoding of {name} can't be told: name it.</source>
        <translation>L’encodage de {name} ne se laisse pas deviner : nommez-le.</translation>
    </message>
    <message>
        <source>The expression at character {at} is longer than {most} characters.</source>
        <translation>L’expression au caractère {at} dépasse {most} caractères.</translation>
    </message>
    <message>
        <source>The expression can't be read at character {at} ({why}); try {nearest}.</source>
        <translation>L’expression ne peut pas être lue au caractère {at} ({why}) ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>The expression {source} takes too long; ask for a word beside it, so that fewer passages are read.</source>
        <translation>L’expression {source} prend trop de temps ; demandez un mot à côté, pour que moins de passages soient lus.</translation>
    </message>
    <message>
        <source>The first row of {name} has to name the columns.</source>
        <translation>La première ligne de {name} doit nommer les colonnes.</translation>
    </message>
    <message>
        <source>The framework {framework} is in this project already.</source>
        <translation>Le cadre théorique {framework} est déjà dans ce projet.</translation>
    </message>
    <message>
        <source>The framework {framework} is not in this project.</source>
        <translation>Le cadre théorique {framework} n’est pas dans ce projet.</translation>
    </message>
    <message>
        <source>The framework {framework} is not in this project; add it first.</source>
        <translation>Le cadre théorique {framework} n’est pas dans ce projet ; ajoutez-le d’abord.</translation>
    </message>
    <message>
        <source>The framework {framework} is not in this project; there are: {keys}.</source>
        <translation>Le cadre théorique {framework} n’est pas dans ce projet ; il y a : {keys}.</translation>
    </message>
    <message>
        <source>The insertion at {offset} does not lie in what is kept of the excerpt.</source>
        <translation>L’ajout à la position {offset} n’est pas dans ce qui est gardé de l’extrait.</translation>
    </message>
    <message>
        <source>The keys of this framework are fixed; fork it to change them.</source>
        <translation>Les clés de ce cadre théorique sont fixes ; dérivez-le pour les changer.</translation>
    </message>
    <message>
        <source>The parentheses at character {at} are more than {deepest} deep.</source>
        <translation>Les parenthèses au caractère {at} ont plus de {deepest} niveaux.</translation>
    </message>
    <message>
        <source>The password does not open {name}.</source>
        <translation>Le mot de passe n’ouvre pas {name}.</translation>
    </message>
    <message>
        <source>The phrase at character {at} is longer than {most} words.</source>
        <translation>L’expression au caractère {at} dépasse {most} mots.</translation>
    </message>
    <message>
        <source>The project has no framework {key}; it has: {known}.</source>
        <translation>Le projet n’a pas de cadre théorique {key} ; il a : {known}.</translation>
    </message>
    <message>
        <source>The query has no word to look for.</source>
        <translation>La requête n’a aucun mot à chercher.</translation>
    </message>
    <message>
        <source>The query has {length} characters; {longest} are the most that can be read.</source>
        <translation>La requête a {length} caractères ; {longest} au plus peuvent être lus.</translation>
    </message>
    <message>
        <source>The sample study quotes words that {name} does not hold once.</source>
        <translation>L’étude d’exemple cite des mots que {name} ne contient pas une seule fois.</translation>
    </message>
    <message>
        <source>The saved suggestion model can't be read; it will be made again.</source>
        <translation>Le modèle de suggestion enregistré est illisible ; il sera refait.</translation>
    </message>
    <message>
        <source>The search index is kept in memory only, because {folder} can't be written: {why}.</source>
        <translation>L’index de recherche reste en mémoire seulement, car on ne peut pas écrire dans {folder} : {why}.</translation>
    </message>
    <message>
        <source>The span {start}–{end} is empty.</source>
        <translation>L’empan {start}–{end} est vide.</translation>
    </message>
    <message>
        <source>The span {start}–{end} of {stored} {key} is not within {name}.</source>
        <translation>L’empan {start}–{end} de {stored} {key} n’est pas dans {name}.</translation>
    </message>
    <message>
        <source>The span {start}–{end} reaches outside the text, which has {characters} characters.</source>
        <translation>L’empan {start}–{end} sort du texte, qui a {characters} caractères.</translation>
    </message>
    <message>
        <source>The stretch of time {start}–{end} ms is empty.</source>
        <translation>Le moment {start}–{end} ms est vide.</translation>
    </message>
    <message>
        <source>The stretch of time {start}–{end} ms reaches outside the recording.</source>
        <translation>Le moment {start}–{end} ms sort de l’enregistrement.</translation>
    </message>
    <message>
        <source>The text of this row is not what stands at {start}–{end} of {name}.</source>
        <translation>Le texte de cette ligne n’est pas celui qui se trouve à {start}–{end} de {name}.</translation>
    </message>
    <message>
        <source>The time {start}–{end} ms, or its box, of {stored} {key} is not within {name}.</source>
        <translation>Le moment {start}–{end} ms de {stored} {key}, ou son cadre, n’est pas dans {name}.</translation>
    </message>
    <message>
        <source>The words or characters of {name} are miscounted.</source>
        <translation>Les mots ou les caractères de {name} sont mal comptés.</translation>
    </message>
    <message>
        <source>There are no words here to name a code.</source>
        <translation>Il n’y a pas ici de mots pour nommer un code.</translation>
    </message>
    <message>
        <source>There is a code called {code} here already.</source>
        <translation>Il y a déjà ici un code appelé {code}.</translation>
    </message>
    <message>
        <source>There is a search called {name} already.</source>
        <translation>Il y a déjà une recherche appelée {name}.</translation>
    </message>
    <message>
        <source>There is no document to import here; --recursive looks into folders within folders.</source>
        <translation>Il n’y a pas de document à importer ici ; --recursive cherche aussi dans les sous-dossiers.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Il n’y a pas de fichier {name}.</translation>
    </message>
    <message>
        <source>There is no folder {folder} to put the project in.</source>
        <translation>Il n’y a pas de dossier {folder} où mettre le projet.</translation>
    </message>
    <message>
        <source>There is no decision of yours to withdraw.</source>
        <translation>Il n’y a pas de décision de vous à retirer.</translation>
    </message>
    <message>
        <source>A name to hide has at least one letter or digit.</source>
        <translation>Un nom à masquer contient au moins une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>No document is named in the column {column}.</source>
        <translation>Aucun document n’est nommé dans la colonne {column}.</translation>
    </message>
    <message>
        <source>No field is called {name} (character {at}); try {nearest}, or one of: capability, code, cycle, speaker, role, participant, organisation, document, coder, origin, memo, set, question, has, without.</source>
        <translation>Aucun champ ne s’appelle {name} (caractère {at}) ; essayez {nearest}, ou l’un de ceux-ci : capacité, code, codage, locuteur, rôle, participant, organisation, document, codeur, origine, mémo, ensemble, question, avec, sans.</translation>
    </message>
    <message>
        <source>No matrix is kept as {name}; is {near} meant?</source>
        <translation>Aucune matrice n’est gardée sous le nom {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No organisation is called {name}.</source>
        <translation>Aucune organisation ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>No organisation is called {name}; is {near} meant?</source>
        <translation>Aucune organisation ne s’appelle {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No participant is called {name}; is {near} meant?</source>
        <translation>Aucun·e participant·e ne s’appelle {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No passage follows this one.</source>
        <translation>Aucun passage ne suit celui-ci.</translation>
    </message>
    <message>
        <source>No question is heard in half of the interviews.</source>
        <translation>Aucune question ne revient dans la moitié des entretiens.</translation>
    </message>
    <message>
        <source>No question of {guide} is {question}.</source>
        <translation>Aucune question de {guide} n’est {question}.</translation>
    </message>
    <message>
        <source>No search is kept as {name}; is {near} meant?</source>
        <translation>Aucune recherche n’est gardée sous le nom {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No set is called {name}.</source>
        <translation>Aucun ensemble ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>No set is called {name}; is {near} meant?</source>
        <translation>Aucun ensemble ne s’appelle {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No version of the guide is called {name}; there are: {known}.</source>
        <translation>Aucune version du guide ne s’appelle {name} ; il y a : {known}.</translation>
    </message>
    <message>
        <source>No words of {name} are chosen for print yet.</source>
        <translation>Aucun extrait de {name} n’est encore choisi pour l’impression.</translation>
    </message>
    <message>
        <source>Nobody answers within the sets.</source>
        <translation>Personne ne répond dans ces ensembles.</translation>
    </message>
    <message>
        <source>Nobody has a value of this attribute.</source>
        <translation>Personne n’a de valeur pour cet attribut.</translation>
    </message>
    <message>
        <source>Nobody in the recruitment log is called {name}.</source>
        <translation>Personne ne s’appelle {name} dans le journal de recrutement.</translation>
    </message>
    <message>
        <source>Nothing of that kind was sent to this participant.</source>
        <translation>Rien de tel n’a été envoyé à cette personne.</translation>
    </message>
    <message>
        <source>Only participants, organisations and documents have attributes, {name} (character {at}) has none; try {nearest}.</source>
        <translation>Seuls les participants, les organisations et les documents ont des attributs ; {name} (caractère {at}) n’en a pas. Essayez {nearest}.</translation>
    </message>
    <message>
        <source>There is no such link.</source>
        <translation>Ce lien n’existe pas.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is too little to say what more examples would bring.</source>
        <translation>Il y a trop peu pour dire ce que plus d’exemples apporteraient.</translation>
    </message>
    <message>
        <source>These are not all codings of {code}.</source>
        <translation>Ce ne sont pas tous des codages de {code}.</translation>
    </message>
    <message>
        <source>These words are an excerpt of this code already.</source>
        <translation>Ces mots sont déjà un extrait de ce code.</translation>
    </message>
    <message>
        <source>These words are coded with {code} directly; uncode them instead.</source>
        <translation>Ces mots sont codés directement par {code} ; décodez-les plutôt.</translation>
    </message>
    <message>
        <source>These words are no excerpt of this code.</source>
        <translation>Ces mots ne sont pas un extrait de ce code.</translation>
    </message>
    <message>
        <source>These words do not illustrate {code}.</source>
        <translation>Ces mots ne relèvent pas de {code}.</translation>
    </message>
    <message>
        <source>This attribute is no longer in the project.</source>
        <translation>Cet attribut n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This code is no longer in the project.</source>
        <translation>Ce code n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This code is not on these words.</source>
        <translation>Ce code n’est pas sur ces mots.</translation>
    </message>
    <message>
        <source>This coding did not come from a suggestion that is in this project.</source>
        <translation>Ce codage ne vient pas d’une suggestion qui est dans ce projet.</translation>
    </message>
    <message>
        <source>This coding is no longer in the project.</source>
        <translation>Ce codage n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This document is no longer in the project.</source>
        <translation>Ce document n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This excerpt is no longer in the project.</source>
        <translation>Cet extrait n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This is not set aside.</source>
        <translation>Cela n’est pas mis à l’écart.</translation>
    </message>
    <message>
        <source>This is set aside no longer.</source>
        <translation>Cela n’est plus mis à l’écart.</translation>
    </message>
    <message>
        <source>This looks like a corrected version of {document}: it can be put in its place.</source>
        <translation>Cela ressemble à une version corrigée de {document} : elle peut prendre sa place.</translation>
    </message>
    <message>
        <source>This matrix is no longer kept.</source>
        <translation>Cette matrice n’est plus gardée.</translation>
    </message>
    <message>
        <source>This memo is no longer in the project.</source>
        <translation>Ce mémo n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This participant is no longer in the project.</source>
        <translation>Ce·tte participant·e n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This participant is not tied to this document.</source>
        <translation>Ce·tte participant·e n’est pas rattaché·e à ce document.</translation>
    </message>
    <message>
        <source>This row names no code.</source>
        <translation>Cette ligne ne nomme aucun code.</translation>
    </message>
    <message>
        <source>This search is no longer in the project.</source>
        <translation>Cette recherche n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This speaker is no longer in the project.</source>
        <translation>Ce locuteur n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>Tick the words for which {code} is to be split.</source>
        <translation>Cochez les mots pour lesquels {code} doit être scindé.</translation>
    </message>
    <message>
        <source>Two columns of {name} are called {column}; give each a name of its own.</source>
        <translation>Deux colonnes de {name} s’appellent {column} ; donnez à chacune son nom.</translation>
    </message>
    <message>
        <source>Two speakers of one document are needed.</source>
        <translation>Il faut deux locuteurs d’un même document.</translation>
    </message>
    <message>
        <source>Undo and redo have to wait until the change that is under way is done.</source>
        <translation>Annuler et rétablir doivent attendre la fin de la modification en cours.</translation>
    </message>
    <message>
        <source>What this memo is about is no longer in the project.</source>
        <translation>Ce sur quoi porte ce mémo n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>{attribute} holds {value}, which is no {type}.</source>
        <translation>{attribute} contient {value}, qui n’est pas du type {type}.</translation>
    </message>
    <message>
        <source>{cell} is no cell; say one of {cells}.</source>
        <translation>{cell} n’est pas une cellule ; dites l’un de {cells}.</translation>
    </message>
    <message>
        <source>{code} can't go under itself.</source>
        <translation>{code} ne peut pas aller sous lui-même.</translation>
    </message>
    <message>
        <source>{code} can't go under {parent}: a code stays among the descriptive codes, or in its framework.</source>
        <translation>{code} ne peut pas aller sous {parent} : un code reste parmi les codes descriptifs, ou dans son cadre théorique.</translation>
    </message>
    <message>
        <source>{code} is a framework's code; evidence leads from descriptive codes.</source>
        <translation>{code} est un code de cadre théorique ; les données à l’appui partent des codes descriptifs.</translation>
    </message>
    <message>
        <source>{code} is linked to {target} already.</source>
        <translation>{code} est déjà lié à {target}.</translation>
    </message>
    <message>
        <source>{code} is not linked to {target}; link it first.</source>
        <translation>{code} n’est pas lié à {target} ; liez-le d’abord.</translation>
    </message>
    <message>
        <source>{code} is not of the framework {framework}.</source>
        <translation>{code} n’est pas du cadre théorique {framework}.</translation>
    </message>
    <message>
        <source>{code} is not suggested there.</source>
        <translation>{code} n’est pas suggéré là.</translation>
    </message>
    <message>
        <source>{code} is of no framework; decisions weigh codings against theory.</source>
        <translation>{code} n’est d’aucun cadre théorique ; les décisions confrontent les codages à la théorie.</translation>
    </message>
    <message>
        <source>{code} is on these words already.</source>
        <translation>{code} est déjà sur ces mots.</translation>
    </message>
    <message>
        <source>{code} → {target} is not suggested.</source>
        <translation>{code} → {target} n’est pas suggéré.</translation>
    </message>
    <message>
        <source>{colour} is no colour; write it like #0072b2.</source>
        <translation>{colour} n’est pas une couleur ; écrivez-la comme #0072b2.</translation>
    </message>
    <message>
        <source>{file} can't be read: {reason}.</source>
        <translation>{file} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text; save it again as UTF-8.</source>
        <translation>{file} n’est pas du texte UTF-8 ; enregistrez-le de nouveau en UTF-8.</translation>
    </message>
    <message>
        <source>{file} is not valid TOML: {reason}.</source>
        <translation>{file} n’est pas du TOML valable : {reason}.</translation>
    </message>
    <message>
        <source>{key} is no report; say one of {keys}.</source>
        <translation>{key} n’est pas un rapport ; dites l’un de {keys}.</translation>
    </message>
    <message>
        <source>{moment} is no date; write it as 2024-05-31T14:00:00Z.</source>
        <translation>{moment} n’est pas une date ; écrivez-la comme 2024-05-31T14:00:00Z.</translation>
    </message>
    <message>
        <source>{name} is damaged; open a copy of it instead, from your backup of the folder {folder}.</source>
        <translation>{name} est endommagé ; ouvrez-en plutôt une copie, prise dans votre sauvegarde du dossier {folder}.</translation>
    </message>
    <message>
        <source>{name} is damaged; open its copy beside it instead: {copy}.</source>
        <translation>{name} est endommagé ; ouvrez plutôt sa copie, à côté : {copy}.</translation>
    </message>
    <message>
        <source>{name} is no corrected version of {document}: it is another interview.</source>
        <translation>{name} n’est pas une version corrigée de {document} : c’est un autre entretien.</translation>
    </message>
    <message>
        <source>{name} is no way to divide a study; say documents, participants, organisations, speakers, codes, framework:KEY, attribute:NAME, coders, sets, sets:codes, questions or topics.</source>
        <translation>{name} n’est pas une manière de diviser une étude ; choisissez parmi documents, participants, organisations, speakers, codes, framework:KEY, attribute:NAME, coders, sets, sets:codes, questions ou topics.</translation>
    </message>
    <message>
        <source>{name} needs a column “name” and one such as “status”.</source>
        <translation>{name} doit avoir une colonne « nom » et une autre, comme « statut ».</translation>
    </message>
    <message>
        <source>{name} needs a column “participant” and one for a use, such as “quotation”, or “uses”.</source>
        <translation>{name} doit avoir une colonne « participant » et une par usage, comme « citation », ou une colonne « usages ».</translation>
    </message>
    <message>
        <source>{name} would be told by itself, by way of {other}; sets can't go round in a circle.</source>
        <translation>{name} dépendrait de lui-même, par {other} ; les ensembles ne peuvent pas tourner en rond.</translation>
    </message>
    <message>
        <source>{name}: files of type {suffix} can't be read: save it as .xlsx.</source>
        <translation>{name} : les fichiers de type {suffix} ne peuvent pas être lus : enregistrez-le en .xlsx.</translation>
    </message>
    <message>
        <source>{rule} must be written VALUES=GROUP, such as 18..29=young.</source>
        <translation>{rule} doit s’écrire VALEURS=GROUPE, par exemple 18..29=jeunes.</translation>
    </message>
    <message>
        <source>{speaker} does not say passage {number}.</source>
        <translation>{speaker} ne dit pas le passage {number}.</translation>
    </message>
    <message>
        <source>{state} is no state of a question; say one of {states}.</source>
        <translation>{state} n’est pas l’état d’une question ; choisissez parmi {states}.</translation>
    </message>
    <message>
        <source>{text} is no answer; say one of {known}.</source>
        <translation>{text} n’est pas une réponse ; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>{text} is no answer; say yes, no or unsaid.</source>
        <translation>{text} n’est pas une réponse ; écrivez oui, non ou « non dit ».</translation>
    </message>
    <message>
        <source>{text} is no day; write one like 2024-05-31.</source>
        <translation>{text} n’est pas un jour ; écrivez-le comme 2024-05-31.</translation>
    </message>
    <message>
        <source>{text} is no list of uses; say some of {uses}.</source>
        <translation>{text} n’est pas une liste d’usages ; choisissez parmi {uses}.</translation>
    </message>
    <message>
        <source>{text} is no status; say one of {known}.</source>
        <translation>{text} n’est pas un statut ; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>{title} stays as it was published; fork it, then change the copy.</source>
        <translation>{title} reste tel que publié ; dérivez-le, puis modifiez la copie.</translation>
    </message>
    <message>
        <source>{value} can't go from the choices, as it is held {count} times.</source>
        <translation>{value} ne peut pas quitter les choix, car cette valeur est utilisée {count} fois.</translation>
    </message>
    <message>
        <source>{value} is no bound of a range for {group}.</source>
        <translation>{value} n’est pas une borne d’intervalle pour {group}.</translation>
    </message>
    <message>
        <source>{value} is no choice of {attribute}.</source>
        <translation>{value} n’est pas un choix de {attribute}.</translation>
    </message>
    <message>
        <source>{value} is no date: write it as 2025-01-31.</source>
        <translation>{value} n’est pas une date : écrivez-la comme 2025-01-31.</translation>
    </message>
    <message>
        <source>{value} is no {sort}.</source>
        <translation>{value} n’est pas du type {sort}.</translation>
    </message>
    <message>
        <source>{value} is no {type}, as {attribute} has them.</source>
        <translation>{value} n’est pas du type {type}, comme l’est {attribute}.</translation>
    </message>
    <message>
        <source>{value} is none of the choices.</source>
        <translation>{value} n’est pas dans la liste des choix.</translation>
    </message>
    <message>
        <source>{value} is there twice.</source>
        <translation>{value} y est deux fois.</translation>
    </message>
    <message>
        <source>{within}, les {base} premiers documents ont donné {codes} codes descriptifs ; après le {reached}ᵉ, une série de {run} documents consécutifs en a ajouté {new} ({ratio}, pour un seuil de {threshold}) : saturation des codes à {written} (Guest, Namey et Chen, 2020). Ce constat porte sur l’apparition de nouveaux codes dans ce corpus et dans cet ordre ; il ne dit rien de la richesse de leur sens, ni de ce que d’autres entretiens apporteraient.</source>
        <translation>{within}, les {base} premiers documents ont donné {codes} codes descriptifs ; après le {reached}ᵉ, une série de {run} documents consécutifs en a ajouté {new} ({ratio}, pour un seuil de {threshold}) : saturation des codes à {written} (Guest, Namey et Chen, 2020). Ce constat porte sur l’apparition de nouveaux codes dans ce corpus et dans cet ordre ; il ne dit rien de la richesse de leur sens, ni de ce que d’autres entretiens apporteraient.</translation>
    </message>
    <message>
        <source>{within}, the first {base} documents gave {codes} descriptive codes; after document {reached}, a run of {run} consecutive documents added {new} ({ratio}, with a threshold of {threshold}): code saturation at {written} (Guest, Namey and Chen 2020). This is about new codes appearing in this corpus and in this order; it says nothing of the richness of their meaning, nor of what further interviews would bring.</source>
        <translation>{within}, les {base} premiers documents ont donné {codes} codes descriptifs ; après le {reached}ᵉ, une série de {run} documents consécutifs en a ajouté {new} ({ratio}, pour un seuil de {threshold}) : saturation des codes à {written} (Guest, Namey et Chen, 2020). Ce constat porte sur l’apparition de nouveaux codes dans ce corpus et dans cet ordre ; il ne dit rien de la richesse de leur sens, ni de ce que d’autres entretiens apporteraient.</translation>
    </message>
    <message>
        <source>“{change}” can't be taken back: what the project's log says of it is damaged.</source>
        <translation>« {change} » ne peut pas être annulé : ce qu’en dit le journal du projet est endommagé.</translation>
    </message>
    <message>
        <source>“{change}” is redone already.</source>
        <translation>« {change} » est déjà rétabli.</translation>
    </message>
    <message>
        <source>“{change}” is undone already.</source>
        <translation>« {change} » est déjà annulé.</translation>
    </message>
    <message>
        <source>“{change}” was not redone: “{later}” by {coder} came in between.</source>
        <translation>« {change} » n’a pas été rétabli : « {later} » de {coder} est survenu entre-temps.</translation>
    </message>
    <message>
        <source>“{change}” was not undone: “{later}” by {coder} came in between.</source>
        <translation>« {change} » n’a pas été annulé : « {later} » de {coder} est survenu entre-temps.</translation>
    </message>
    <message>
        <source>A number from 1 to {most} must follow {mark} at character {at}; try {nearest}.</source>
        <translation>Un nombre de 1 à {most} doit suivre {mark} au caractère {at} ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>A box needs a corner, a width and a height, and on a page the number of that page.</source>
        <translation>Un cadre a besoin d’un coin, d’une largeur et d’une hauteur, et sur une page du numéro de celle-ci.</translation>
    </message>
    <message>
        <source>A correspondence analysis takes two rows and two columns that hold something.</source>
        <translation>Une analyse des correspondances demande deux lignes et deux colonnes non vides.</translation>
    </message>
    <message>
        <source>A figure has one line or more.</source>
        <translation>Une figure a au moins une ligne.</translation>
    </message>
    <message>
        <source>A figure is {least} to {most} mm wide.</source>
        <translation>Une figure fait de {least} à {most} mm de large.</translation>
    </message>
    <message>
        <source>A name is of a {kinds}, not of a {kind}.</source>
        <translation>Un nom est celui de : {kinds}, et non de : {kind}.</translation>
    </message>
    <message>
        <source>A quotation is for {purposes}, not {purpose}.</source>
        <translation>Un verbatim est pour {purposes}, non {purpose}.</translation>
    </message>
    <message>
        <source>A recipe needs a name.</source>
        <translation>Une recette a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A recipe of more than {most} characters is none.</source>
        <translation>Une recette de plus de {most} caractères n’en est pas une.</translation>
    </message>
    <message>
        <source>A remark needs words.</source>
        <translation>Une remarque doit contenir des mots.</translation>
    </message>
    <message>
        <source>A share is a number from 0 to 1, not {share}.</source>
        <translation>Une part est un nombre de 0 à 1, pas {share}.</translation>
    </message>
    <message>
        <source>A text without capitals has no names to go by: of it, words that no dictionary has are listed.</source>
        <translation>Un texte sans majuscules ne laisse pas repérer les noms : les mots absents des dictionnaires en sont listés.</translation>
    </message>
    <message>
        <source>A value must follow {name} at character {at}; quotation marks go round one of several words.</source>
        <translation>Une valeur doit suivre {name} au caractère {at} ; des guillemets entourent celle de plusieurs mots.</translation>
    </message>
    <message>
        <source>Agreement is of two coders or more; say which.</source>
        <translation>L’accord se calcule entre deux codeurs ou plus ; dites lesquels.</translation>
    </message>
    <message>
        <source>Agreement: of the passages that both gave a code, or one of them, twice those by both in all of theirs. It is no agreement between coders.</source>
        <translation>Accord : des passages auxquels les deux, ou l’un des deux, ont donné un code, deux fois ceux des deux sur le total des leurs. Ce n’est pas un accord intercodeurs.</translation>
    </message>
    <message>
        <source>All rows have the same profile: there is nothing to set apart.</source>
        <translation>Toutes les lignes ont le même profil : rien ne les distingue.</translation>
    </message>
    <message>
        <source>An assertion is a sentence: write what you claim.</source>
        <translation>Une assertion est une phrase : écrivez ce que vous affirmez.</translation>
    </message>
    <message>
        <source>An outcome is one of {outcomes}, not {outcome}.</source>
        <translation>Une décision est l’une de {outcomes}, pas {outcome}.</translation>
    </message>
    <message>
        <source>Another recipe is called {name}.</source>
        <translation>Une autre recette s’appelle {name}.</translation>
    </message>
    <message>
        <source>At most {most} coders are compared at once.</source>
        <translation>On compare au plus {most} codeurs à la fois.</translation>
    </message>
    <message>
        <source>Base and run are one document or more, and the threshold lies from 0 to under 100 %.</source>
        <translation>La base et la série comptent un document ou plus, et le seuil va de 0 à moins de 100 %.</translation>
    </message>
    <message>
        <source>Co-occurrence is of codes: let rows and columns be codes.</source>
        <translation>Les cooccurrences sont celles de codes : mettez des codes en lignes et en colonnes.</translation>
    </message>
    <message>
        <source>Damaged characters replaced by �: {count}.</source>
        <translation>Caractères endommagés remplacés par � : {count}.</translation>
    </message>
    <message>
        <source>Declare your first pass there: what is coded blind is not settled yet.</source>
        <translation>Déclarez-y votre première lecture : ce qui est codé en aveugle n’est pas encore à arrêter.</translation>
    </message>
    <message>
        <source>Disagreements are settled between two coders; say which.</source>
        <translation>Les désaccords se règlent entre deux codeurs ; dites lesquels.</translation>
    </message>
    <message>
        <source>Give --replace to have a document read anew.</source>
        <translation>Ajoutez --replace pour qu’un document soit relu.</translation>
    </message>
    <message>
        <source>Give --yes to let them go.</source>
        <translation>Ajoutez --yes pour les laisser partir.</translation>
    </message>
    <message>
        <source>It is not known which words of {document} are {name}'s: say first which speaker they are.</source>
        <translation>On ne sait pas quelles paroles de {document} sont celles de {name} : dites d’abord de quel locuteur il s’agit.</translation>
    </message>
    <message>
        <source>It was made of another study, or of a state that this one no longer has.</source>
        <translation>Il a été produit à partir d’une autre étude, ou d’un état que celle-ci n’a plus.</translation>
    </message>
    <message>
        <source>It was made with a template of your own; make it anew to compare.</source>
        <translation>Un modèle à vous a servi ; refaites-la pour comparer.</translation>
    </message>
    <message>
        <source>Keys above the text that were left out: {keys}.</source>
        <translation>Clés au-dessus du texte laissées de côté : {keys}.</translation>
    </message>
    <message>
        <source>Letters that are no UTF-8 were read as {encoding}: {count}, in line {lines}.</source>
        <translation>Lettres qui ne sont pas de l’UTF-8, lues en {encoding} : {count}, ligne {lines}.</translation>
    </message>
    <message>
        <source>Line {line}: a part is one of table = …, matrix = …, figure = …, and rows = … with columns = …</source>
        <translation>Ligne {line} : une partie est table = …, matrix = …, figure = …, ou rows = … avec columns = …</translation>
    </message>
    <message>
        <source>Line {line}: a recipe needs a part: [[part]], and below it table = …</source>
        <translation>Ligne {line} : une recette a besoin d’une partie : [[part]], et dessous table = …</translation>
    </message>
    <message>
        <source>Line {line}: nothing is called {key} here; known are {known}.</source>
        <translation>Ligne {line} : rien ne s’appelle {key} ici ; on connaît {known}.</translation>
    </message>
    <message>
        <source>Line {line}: parts are written [[part]].</source>
        <translation>Ligne {line} : les parties s’écrivent [[part]].</translation>
    </message>
    <message>
        <source>Line {line}: the figure {figure} takes no {key}; it takes {known}.</source>
        <translation>Ligne {line} : la figure {figure} n’a pas de {key} ; elle a {known}.</translation>
    </message>
    <message>
        <source>Line {line}: this is no TOML: {reason}.</source>
        <translation>Ligne {line} : ce n’est pas du TOML : {reason}.</translation>
    </message>
    <message>
        <source>Line {line}: {key} goes with {fitting}.</source>
        <translation>Ligne {line} : {key} va avec {fitting}.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be a list of texts, or one for each language: {{ fr = […], en = […] }}.</source>
        <translation>Ligne {line} : {key} doit être une liste de textes, ou une par langue : {{ fr = […], en = […] }}.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be a list of texts.</source>
        <translation>Ligne {line} : {key} doit être une liste de textes.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be a number.</source>
        <translation>Ligne {line} : {key} doit être un nombre.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be a text in quotation marks.</source>
        <translation>Ligne {line} : {key} doit être un texte entre guillemets droits.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be a text, or one for each language: {{ fr = …, en = … }}.</source>
        <translation>Ligne {line} : {key} doit être un texte, ou un par langue : {{ fr = …, en = … }}.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be attributes with a text each.</source>
        <translation>Ligne {line} : {key} doit donner un texte à chaque attribut.</translation>
    </message>
    <message>
        <source>Line {line}: {key} must be true or false.</source>
        <translation>Ligne {line} : {key} doit être true ou false.</translation>
    </message>
    <message>
        <source>Line {line}: {value} is not known as {key}; say one of {choices}.</source>
        <translation>Ligne {line} : {value} n’est pas connu pour {key} ; écrivez l’un de {choices}.</translation>
    </message>
    <message>
        <source>Lines that may open a turn, and were not taken to: {count}, such as {lines}.</source>
        <translation>Lignes qui ouvrent peut-être un tour de parole et n’ont pas été prises pour telles : {count}, dont {lines}.</translation>
    </message>
    <message>
        <source>Lines that the program wrote itself, and that are no passages: {count}.</source>
        <translation>Lignes écrites par le logiciel lui-même, et qui ne sont pas des passages : {count}.</translation>
    </message>
    <message>
        <source>Messages that stand for a picture, a recording or a file, and are no passages: {count}.</source>
        <translation>Messages qui tiennent lieu d’une image, d’un enregistrement ou d’un fichier, et ne sont pas des passages : {count}.</translation>
    </message>
    <message>
        <source>Names are masked, so that codes come back otherwise; --confidential show writes them.</source>
        <translation>Les noms sont masqués, si bien que les codes reviendraient autrement ; --confidential show les écrit.</translation>
    </message>
    <message>
        <source>Names are masked, so that this can't be imported again; --confidential show writes them.</source>
        <translation>Les noms sont masqués, si bien que ceci ne peut pas être réimporté ; --confidential show les écrit.</translation>
    </message>
    <message>
        <source>Names that may not be read are masked; --confidential show prints them.</source>
        <translation>Les noms qui ne doivent pas être lus sont masqués ; --confidential show les affiche.</translation>
    </message>
    <message>
        <source>No article was kept with {name}.</source>
        <translation>Aucun article n’a été conservé avec {name}.</translation>
    </message>
    <message>
        <source>No assertion is {named}; the numbers stand in the list of assertions.</source>
        <translation>Aucune assertion n’est {named} ; les numéros figurent dans la liste des assertions.</translation>
    </message>
    <message>
        <source>No attribute is called {name}.</source>
        <translation>Aucun attribut ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>No column is called so; known are {known}.</source>
        <translation>Aucune colonne ne s’appelle ainsi ; il y a : {known}.</translation>
    </message>
    <message>
        <source>No framework of the study is called {key}.</source>
        <translation>Aucun cadre théorique de l’étude ne s’appelle {key}.</translation>
    </message>
    <message>
        <source>No matrix is kept as {name}.</source>
        <translation>Aucune matrice n’est gardée sous le nom {name}.</translation>
    </message>
    <message>
        <source>No memo is called {name}; memos lists them.</source>
        <translation>Aucun mémo ne s’appelle {name} ; memos en donne la liste.</translation>
    </message>
    <message>
        <source>No recipe is kept as {name}.</source>
        <translation>Aucune recette n’est conservée sous le nom {name}.</translation>
    </message>
    <message>
        <source>No recipe is kept as {name}; is {near} meant?</source>
        <translation>Aucune recette n’est conservée sous le nom {name} ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>No remark has this number.</source>
        <translation>Aucune remarque n’a ce numéro.</translation>
    </message>
    <message>
        <source>No rule reaches any value of {attribute}, so nothing was made; its values are {values}.</source>
        <translation>Aucune règle n’atteint une valeur de {attribute} ; rien n’a donc été créé. Ses valeurs sont {values}.</translation>
    </message>
    <message>
        <source>No search is kept as {name}.</source>
        <translation>Aucune recherche n’est gardée sous le nom {name}.</translation>
    </message>
    <message>
        <source>No text was found on page {pages}.</source>
        <translation>Aucun texte n’a été trouvé en page {pages}.</translation>
    </message>
    <message>
        <source>Nothing is called {name} there.</source>
        <translation>Rien ne s’appelle {name} à cet endroit.</translation>
    </message>
    <message>
        <source>Nothing is cut between {start} and {end}.</source>
        <translation>Rien n’est coupé entre {start} et {end}.</translation>
    </message>
    <message>
        <source>Nothing is put in at {offset}.</source>
        <translation>Rien n’est inséré à la position {offset}.</translation>
    </message>
    <message>
        <source>Nothing is said of these words and this assertion any more.</source>
        <translation>Plus rien n’est dit de ces mots et de cette assertion.</translation>
    </message>
    <message>
        <source>Nothing of this was sent.</source>
        <translation>Rien de tel n’a été envoyé.</translation>
    </message>
    <message>
        <source>Nothing that a recipe made is in {folder}.</source>
        <translation>Rien de ce qu’une recette a produit ne se trouve dans {folder}.</translation>
    </message>
    <message>
        <source>Nothing that has changed is called {name}.</source>
        <translation>Rien de ce qui a changé ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Nothing was drawn under this number.</source>
        <translation>Rien n’a été tiré au sort sous ce numéro.</translation>
    </message>
    <message>
        <source>Nothing was sent under the name {name}.</source>
        <translation>Rien n’a été envoyé sous le nom {name}.</translation>
    </message>
    <message>
        <source>Nothing would be left of {name}: remove the document instead.</source>
        <translation>Il ne resterait rien de {name} : retirez plutôt le document.</translation>
    </message>
    <message>
        <source>Of {among} one can draw from 1 to {among}, not {number}.</source>
        <translation>Sur {among}, on peut en tirer de 1 à {among}, pas {number}.</translation>
    </message>
    <message>
        <source>One draws documents or passages, not {unit}.</source>
        <translation>On tire au sort des documents ou des passages, pas {unit}.</translation>
    </message>
    <message>
        <source>Only {labels} is marked; what stands between is said by somebody without a name.</source>
        <translation>Seule la marque {labels} est écrite ; ce qui se trouve entre deux est dit par quelqu’un sans nom.</translation>
    </message>
    <message>
        <source>Page numbers that were left out: {count}.</source>
        <translation>Numéros de page laissés de côté : {count}.</translation>
    </message>
    <message>
        <source>Pages that are pictures, to be put through text recognition (OCR): {pages}.</source>
        <translation>Pages qui sont des images, à passer par la reconnaissance de texte (OCR) : {pages}.</translation>
    </message>
    <message>
        <source>Pages whose letters make no words, as their fonts do not say which they are: {pages}.</source>
        <translation>Pages dont les lettres ne forment pas de mots, car leurs polices ne disent pas lesquelles elles sont : {pages}.</translation>
    </message>
    <message>
        <source>Pages whose line numbers were left out: {pages}.</source>
        <translation>Pages dont les numéros de ligne ont été laissés de côté : {pages}.</translation>
    </message>
    <message>
        <source>Remarks between the captions left out: {count}.</source>
        <translation>Remarques entre les sous-titres laissées de côté : {count}.</translation>
    </message>
    <message>
        <source>Running heads and feet were left out: “{heads}”.</source>
        <translation>Les en-têtes et pieds de page ont été laissés de côté : « {heads} ».</translation>
    </message>
    <message>
        <source>Say it in a sentence, or in words that say something by themselves.</source>
        <translation>Dites-le en une phrase, ou avec des mots qui disent quelque chose par eux-mêmes.</translation>
    </message>
    <message>
        <source>Say what values become: there is no rule.</source>
        <translation>Dites ce que deviennent les valeurs : il n’y a aucune règle.</translation>
    </message>
    <message>
        <source>Say where the copy is written, and where its key.</source>
        <translation>Dites où la copie est écrite, et où sa clé.</translation>
    </message>
    <message>
        <source>Say which {about} is meant.</source>
        <translation>Dites de quel élément il s’agit ({about}).</translation>
    </message>
    <message>
        <source>Select one speaker's label, within a line.</source>
        <translation>Sélectionnez la marque d’un locuteur, sur une seule ligne.</translation>
    </message>
    <message>
        <source>Several are called {name}; say which by its number, of {numbers}.</source>
        <translation>Plusieurs personnes s’appellent {name} ; précisez laquelle par son numéro, parmi {numbers}.</translation>
    </message>
    <message>
        <source>Several assertions begin or go like {named}; give a number.</source>
        <translation>Plusieurs assertions commencent ou se lisent comme {named} ; donnez un numéro.</translation>
    </message>
    <message>
        <source>Several codes under it are on the same words of {document}: they exclude nothing.</source>
        <translation>Plusieurs de ses sous-codes portent sur les mêmes mots de {document} : ils ne s’excluent pas.</translation>
    </message>
    <message>
        <source>Several memos are called {name}; say its number, which memos lists.</source>
        <translation>Plusieurs mémos s’appellent {name} ; donnez le numéro que memos indique.</translation>
    </message>
    <message>
        <source>Several questions of {guide} begin so: say the number.</source>
        <translation>Plusieurs questions de {guide} commencent ainsi : donnez le numéro.</translation>
    </message>
    <message>
        <source>Somebody in {document} is called {label} already: join the two instead.</source>
        <translation>Dans {document}, quelqu’un s’appelle déjà {label} : réunissez plutôt les deux.</translation>
    </message>
    <message>
        <source>Someone in the recruitment log needs a name; a number will do.</source>
        <translation>Il faut un nom dans le journal de recrutement ; un numéro suffit.</translation>
    </message>
    <message>
        <source>That is not of {name}.</source>
        <translation>Ceci n’est pas rattaché à {name}.</translation>
    </message>
    <message>
        <source>That names were shown could not be written down: the project file can't be written.</source>
        <translation>Il n’a pas pu être noté que des noms ont été montrés : le fichier du projet n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>The captions show each line again above the next: it came in once.</source>
        <translation>Les sous-titres répètent chaque ligne au-dessus de la suivante : elle n’a été reprise qu’une fois.</translation>
    </message>
    <message>
        <source>The conditions of a rule hold all or any, not {join}.</source>
        <translation>Les conditions d’une règle se combinent par « all » ou « any », et non par {join}.</translation>
    </message>
    <message>
        <source>The encoding {encoding} is a guess.</source>
        <translation>L’encodage {encoding} est une supposition.</translation>
    </message>
    <message>
        <source>The expression at character {at} is never closed by /; try {nearest}.</source>
        <translation>L’expression au caractère {at} n’est jamais fermée par / ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>The expression at character {at} repeats too often what is repeated already; repeat less.</source>
        <translation>L’expression au caractère {at} répète trop souvent ce qui est déjà répété ; répétez moins.</translation>
    </message>
    <message>
        <source>The folder {name} is not empty; choose a new one.</source>
        <translation>Le dossier {name} n’est pas vide ; choisissez-en un nouveau.</translation>
    </message>
    <message>
        <source>The head and foot of a template may name its authors; make a blind copy without one.</source>
        <translation>L’en-tête et le pied de page d’un modèle peuvent nommer ses auteur·rice·s ; faites la copie en double aveugle sans modèle.</translation>
    </message>
    <message>
        <source>The key would go with what is given away; choose another place for it.</source>
        <translation>La clé partirait avec ce qui est remis ; choisissez-lui un autre endroit.</translation>
    </message>
    <message>
        <source>The lines stood speaker after speaker: they were put into the order of their times.</source>
        <translation>Les lignes étaient rangées locuteur par locuteur : elles ont été remises dans l’ordre de leurs temps.</translation>
    </message>
    <message>
        <source>The list is no text in UTF-8; save it as one.</source>
        <translation>La liste n’est pas un texte en UTF-8 ; enregistrez-la ainsi.</translation>
    </message>
    <message>
        <source>The parenthesis at character {at} is never closed; try {nearest}.</source>
        <translation>La parenthèse au caractère {at} n’est jamais fermée ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>The parenthesis closed at character {at} was never opened; try {nearest}.</source>
        <translation>La parenthèse fermée au caractère {at} n’a jamais été ouverte ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>The part {part} of the text can't be read: open {name} in Word, save it and import it again.</source>
        <translation>La partie {part} du texte ne peut pas être lue : ouvrez {name} dans Word, enregistrez-le et importez-le à nouveau.</translation>
    </message>
    <message>
        <source>The quotation mark at character {at} is never closed; try {nearest}.</source>
        <translation>Le guillemet au caractère {at} n’est jamais fermé ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>The range {low}–{high} of {group} ends before it begins.</source>
        <translation>L’intervalle {low}–{high} de {group} finit avant de commencer.</translation>
    </message>
    <message>
        <source>The recipe {name} has changed since.</source>
        <translation>La recette {name} a changé depuis.</translation>
    </message>
    <message>
        <source>The remarks in {name} are on another study.</source>
        <translation>Les remarques de {name} portent sur une autre étude.</translation>
    </message>
    <message>
        <source>The rule for {group} says no values.</source>
        <translation>La règle de {group} n’indique aucune valeur.</translation>
    </message>
    <message>
        <source>The rule of {name} can't be read here.</source>
        <translation>La règle de {name} ne peut pas être lue ici.</translation>
    </message>
    <message>
        <source>The rule of {name} goes round in a circle.</source>
        <translation>La règle de {name} tourne en rond.</translation>
    </message>
    <message>
        <source>The rule speaks of a code that is gone.</source>
        <translation>La règle parle d’un code qui n’est plus là.</translation>
    </message>
    <message>
        <source>The rule speaks of a set that is gone.</source>
        <translation>La règle parle d’un ensemble qui n’est plus là.</translation>
    </message>
    <message>
        <source>The rule speaks of an attribute that is gone.</source>
        <translation>La règle parle d’un attribut qui n’est plus là.</translation>
    </message>
    <message>
        <source>The rule speaks of an organisation that is gone.</source>
        <translation>La règle parle d’une organisation qui n’est plus là.</translation>
    </message>
    <message>
        <source>The rule speaks of {name}, of which nobody can tell who stands in it.</source>
        <translation>La règle parle de {name}, dont le contenu ne peut pas être établi.</translation>
    </message>
    <message>
        <source>The rule {rule} can't be read: {why}.</source>
        <translation>La règle {rule} est illisible : {why}.</translation>
    </message>
    <message>
        <source>The rule {rule} does not say where the speaker's name stands: put it into (?P&lt;speaker&gt;…).</source>
        <translation>La règle {rule} ne dit pas où se trouve le nom du locuteur : mettez-le dans (?P&lt;speaker&gt;…).</translation>
    </message>
    <message>
        <source>The rule {rule} takes too long on this text: make it simpler.</source>
        <translation>La règle {rule} prend trop de temps sur ce texte : simplifiez-la.</translation>
    </message>
    <message>
        <source>The sentence model that comes with the program is missing, so nothing can be sought by meaning; all else works.</source>
        <translation>Le modèle de phrases livré avec le logiciel manque : rien ne peut être cherché par le sens ; tout le reste fonctionne.</translation>
    </message>
    <message>
        <source>The span {start}–{end} ends before it begins.</source>
        <translation>L’étendue {start}–{end} finit avant de commencer.</translation>
    </message>
    <message>
        <source>The study has no interview guide yet.</source>
        <translation>L’étude n’a pas encore de guide d’entretien.</translation>
    </message>
    <message>
        <source>The study has no interview guide yet; make one with: verbatim guide-import.</source>
        <translation>L’étude n’a pas encore de guide d’entretien ; créez-en un avec : verbatim guide-import.</translation>
    </message>
    <message>
        <source>The text of {name} was changed meanwhile: correct it as it is now.</source>
        <translation>Le texte de {name} a été modifié entre-temps : corrigez-le tel qu’il est maintenant.</translation>
    </message>
    <message>
        <source>There are no codes of a framework yet.</source>
        <translation>Il n’y a pas encore de codes d’un cadre théorique.</translation>
    </message>
    <message>
        <source>There is no disagreement about this code on the words {start}–{end}.</source>
        <translation>Il n’y a pas de désaccord sur ce code pour les mots {start}–{end}.</translation>
    </message>
    <message>
        <source>There is no name in this list.</source>
        <translation>Il n’y a aucun nom dans cette liste.</translation>
    </message>
    <message>
        <source>There is no such form of this participant.</source>
        <translation>Cette personne n’a pas ce formulaire.</translation>
    </message>
    <message>
        <source>There is no word between the quotation marks at character {at}; try {nearest}.</source>
        <translation>Il n’y a pas de mot entre les guillemets au caractère {at} ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>There is nothing between the parentheses at character {at}; try {nearest}.</source>
        <translation>Il n’y a rien entre les parenthèses au caractère {at} ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>There is nothing called {name} to ask {kind} for; there are: {known}.</source>
        <translation>Rien ne s’appelle {name} pour des {kind} ; il y a : {known}.</translation>
    </message>
    <message>
        <source>There is nothing to compare by: no attribute has two values or more, and few.</source>
        <translation>Il n’y a rien à comparer : aucun attribut n’a plusieurs valeurs, en petit nombre.</translation>
    </message>
    <message>
        <source>There is nothing to draw: codes have to stand in two documents, or with two kinds of people.</source>
        <translation>Il n’y a rien à dessiner : il faut des codes dans deux documents, ou chez deux sortes de personnes.</translation>
    </message>
    <message>
        <source>There is nothing to draw: no code of the study's own is in a theme.</source>
        <translation>Il n’y a rien à dessiner : aucun code propre à l’étude n’est dans un thème.</translation>
    </message>
    <message>
        <source>There is nothing to draw: no link brings a segment to a concept.</source>
        <translation>Il n’y a rien à dessiner : aucun lien n’amène de segment à un concept.</translation>
    </message>
    <message>
        <source>There is nothing to draw: no two codes meet in a passage.</source>
        <translation>Il n’y a rien à dessiner : aucun passage ne réunit deux codes.</translation>
    </message>
    <message>
        <source>There is nothing to draw: nothing is coded here.</source>
        <translation>Il n’y a rien à dessiner : rien n’est codé ici.</translation>
    </message>
    <message>
        <source>There is nothing to draw: the document is not among those asked for.</source>
        <translation>Il n’y a rien à dessiner : le document n’est pas parmi ceux demandés.</translation>
    </message>
    <message>
        <source>There is nothing to part here: the place has to be between words of one passage.</source>
        <translation>Il n’y a rien à séparer ici : l’endroit doit se trouver entre les mots d’un même passage.</translation>
    </message>
    <message>
        <source>There is nothing yet that this recipe could make.</source>
        <translation>Cette recette n’a encore rien à produire.</translation>
    </message>
    <message>
        <source>There is too little room on the disk to write {name} anew; nothing was done.</source>
        <translation>Il n’y a pas assez de place sur le disque pour réécrire {name} ; rien n’a été fait.</translation>
    </message>
    <message>
        <source>These coders share no document: give the same one to two of them.</source>
        <translation>Ces codeurs n’ont aucun document en commun : confiez le même à deux d’entre eux.</translation>
    </message>
    <message>
        <source>These words are no longer flagged.</source>
        <translation>Ces mots ne sont plus signalés.</translation>
    </message>
    <message>
        <source>This assertion is no longer in the project.</source>
        <translation>Cette assertion n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This document has no revision {number}.</source>
        <translation>L’historique de ce document n’a pas de correction {number}.</translation>
    </message>
    <message>
        <source>This file names all who were asked, also those who refused.</source>
        <translation>Ce fichier nomme toutes les personnes sollicitées, y compris celles qui ont refusé.</translation>
    </message>
    <message>
        <source>This form is no longer in the project.</source>
        <translation>Ce formulaire n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This goes beyond what was agreed to: {who}.</source>
        <translation>Ceci va au-delà de ce qui a été accepté : {who}.</translation>
    </message>
    <message>
        <source>This is no longer in the project.</source>
        <translation>Ceci n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This is what stands there already.</source>
        <translation>C’est déjà ce qui s’y trouve.</translation>
    </message>
    <message>
        <source>This line is no longer in the recruitment log.</source>
        <translation>Cette ligne n’est plus dans le journal de recrutement.</translation>
    </message>
    <message>
        <source>This organisation is no longer in the project.</source>
        <translation>Cette organisation n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This participant has several forms: say which, of {forms}.</source>
        <translation>Cette personne a plusieurs formulaires : dites lequel, parmi {forms}.</translation>
    </message>
    <message>
        <source>This passage is no longer in the project.</source>
        <translation>Ce passage n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This project has no study to say it of.</source>
        <translation>Ce projet n’a pas d’étude dont le dire.</translation>
    </message>
    <message>
        <source>This question carries on that one already, in a circle.</source>
        <translation>Cette question prolonge déjà celle-là : cela tournerait en rond.</translation>
    </message>
    <message>
        <source>This question is marked there no longer.</source>
        <translation>Cette question n’y est plus marquée.</translation>
    </message>
    <message>
        <source>This question is no longer in the guide.</source>
        <translation>Cette question n’est plus dans le guide.</translation>
    </message>
    <message>
        <source>This recipe is no longer kept.</source>
        <translation>Cette recette n’est plus conservée.</translation>
    </message>
    <message>
        <source>This set is no longer in the project.</source>
        <translation>Cet ensemble n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This study declares a reflexive approach, which does without agreement of coders; --anyway computes it, and the verb approach takes the declaration back.</source>
        <translation>Cette étude déclare une approche réflexive, qui se passe d’accord intercodeurs ; --anyway le calcule, et la commande approach retire la déclaration.</translation>
    </message>
    <message>
        <source>This version of the guide is no longer in the project.</source>
        <translation>Cette version du guide n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>This was not settled, or is no longer.</source>
        <translation>Ce désaccord n’a pas été arrêté, ou ne l’est plus.</translation>
    </message>
    <message>
        <source>Tiers that annotate others were left out: {tiers}.</source>
        <translation>Pistes laissées de côté, qui en annotent d’autres : {tiers}.</translation>
    </message>
    <message>
        <source>To generalise {attribute}, give a coarser word, or make groups of it first.</source>
        <translation>Pour généraliser {attribute}, donnez un mot plus général, ou faites-en d’abord des groupes.</translation>
    </message>
    <message>
        <source>To single nobody out, {number} or more have to share what is told.</source>
        <translation>Pour ne désigner personne, il faut que {number} personnes ou plus aient en commun ce qui est dit.</translation>
    </message>
    <message>
        <source>What is coded can't be divided within another division; let it be columns.</source>
        <translation>Ce qui est codé ne peut pas être divisé dans une autre division ; mettez-le en colonnes.</translation>
    </message>
    <message>
        <source>What is to answer the remark is not in the project.</source>
        <translation>Ce qui doit répondre à la remarque n’est pas dans le projet.</translation>
    </message>
    <message>
        <source>What is to be put into {name} is no longer in the project.</source>
        <translation>Ce qui devait entrer dans {name} n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>What stands for a name has at least one character.</source>
        <translation>Ce qui remplace un nom a au moins un caractère.</translation>
    </message>
    <message>
        <source>What the rule speaks of is no longer in the project.</source>
        <translation>Ce dont parle la règle n’est plus dans le projet.</translation>
    </message>
    <message>
        <source>What was read is known by code: let rows or columns be codes.</source>
        <translation>Ce qui a été relu se sait par code : mettez des codes en lignes ou en colonnes.</translation>
    </message>
    <message>
        <source>What was sent is damaged in this file: it can't be read.</source>
        <translation>Ce qui a été envoyé est endommagé dans ce fichier : impossible de le lire.</translation>
    </message>
    <message>
        <source>What was sent needs a name.</source>
        <translation>Ce qui est envoyé doit avoir un nom.</translation>
    </message>
    <message>
        <source>Who asks and who answers is not clear: all roles are unknown.</source>
        <translation>Qui interroge et qui répond n’est pas clair : tous les rôles sont inconnus.</translation>
    </message>
    <message>
        <source>Who stands in {name} is said by its rule; take that off to fill it by hand.</source>
        <translation>La règle de {name} dit qui en fait partie ; ôtez-la pour le remplir à la main.</translation>
    </message>
    <message>
        <source>Who was asked is known by question: let rows or columns be questions or topics.</source>
        <translation>On sait question par question à qui elle a été posée : mettez les questions ou les thèmes en lignes ou en colonnes.</translation>
    </message>
    <message>
        <source>Words are flagged, not a whole document or a region.</source>
        <translation>On signale des mots, non un document entier ou une zone.</translation>
    </message>
    <message>
        <source>Words single out by a {kinds}, not by a {kind}.</source>
        <translation>Des mots désignent quelqu’un par : {kinds} ; non par : {kind}.</translation>
    </message>
    <message>
        <source>{about} can't be compared by {op}.</source>
        <translation>{about} ne se compare pas par {op}.</translation>
    </message>
    <message>
        <source>{about} is yes or no, not {value}.</source>
        <translation>{about} vaut oui ou non, et non {value}.</translation>
    </message>
    <message>
        <source>{attribute} is no attribute of choices.</source>
        <translation>{attribute} n’est pas un attribut à choix.</translation>
    </message>
    <message>
        <source>{attribute} was not made of another attribute, or that is gone.</source>
        <translation>{attribute} n’a pas été fait d’un autre attribut, ou celui-ci n’est plus là.</translation>
    </message>
    <message>
        <source>{coder} was not given this document.</source>
        <translation>Ce document n’a pas été confié à {coder}.</translation>
    </message>
    <message>
        <source>{code} has no codes under it.</source>
        <translation>{code} n’a pas de sous-codes.</translation>
    </message>
    <message>
        <source>{code} has several assertions; say on which of them these words bear.</source>
        <translation>{code} a plusieurs assertions ; dites sur laquelle portent ces mots.</translation>
    </message>
    <message>
        <source>{code} has too few verbatims to say which is unlike the others: {count} of {least}.</source>
        <translation>{code} a trop peu de verbatims pour dire lequel diffère des autres : {count} sur {least}.</translation>
    </message>
    <message>
        <source>{code} is no longer in the framework, but you work with it: it stays.</source>
        <translation>{code} n’est plus dans le cadre, mais vous travaillez avec : il reste.</translation>
    </message>
    <message>
        <source>{document} has no passage {number}.</source>
        <translation>{document} n’a pas de passage {number}.</translation>
    </message>
    <message>
        <source>{file} has no column of names; call one {column}.</source>
        <translation>{file} n’a pas de colonne de noms ; appelez-en une {column}.</translation>
    </message>
    <message>
        <source>{framework} does not come with the program; its text is yours.</source>
        <translation>{framework} n’est pas livré avec le programme ; son texte est le vôtre.</translation>
    </message>
    <message>
        <source>{key} is no figure; say one of {keys}.</source>
        <translation>{key} n’est pas une figure ; dites l’une de {keys}.</translation>
    </message>
    <message>
        <source>{line} is no condition; write one such as: sector = GSA, words &gt;= 500, date between 2026-01 and 2026-03, sector has a value.</source>
        <translation>{line} n’est pas une condition ; écrivez par exemple : secteur = GSA, words &gt;= 500, date between 2026-01 and 2026-03, secteur has a value.</translation>
    </message>
    <message>
        <source>{line} must say between what and what: between 2 and 5.</source>
        <translation>{line} doit dire entre quoi et quoi : between 2 and 5.</translation>
    </message>
    <message>
        <source>{mark} ({turns}) may be {other}, misspelt.</source>
        <translation>{mark} ({turns}) est peut-être {other}, mal écrit.</translation>
    </message>
    <message>
        <source>{name} at character {at} joins only fields such as code:…; words are joined by NEAR or AND.</source>
        <translation>{name} au caractère {at} ne joint que des champs tels que code:… ; les mots se joignent par NEAR ou AND.</translation>
    </message>
    <message>
        <source>{name} at character {at} joins words, phrases and choices of them (a OR b), or fields with fields.</source>
        <translation>{name} au caractère {at} joint des mots, des expressions et des choix entre eux (a OR b), ou des champs avec des champs.</translation>
    </message>
    <message>
        <source>{name} at character {at} needs a word after it, and the word itself is sought in lower case; try {nearest}.</source>
        <translation>{name} au caractère {at} demande un mot après lui, et le mot même se cherche en minuscules ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>{name} at character {at} needs a word before it, and the word itself is sought in lower case; try {nearest}.</source>
        <translation>{name} au caractère {at} demande un mot avant lui, et le mot même se cherche en minuscules ; essayez {nearest}.</translation>
    </message>
    <message>
        <source>{name} can't be checked: save the article as .docx, .odt, .tex or .md.</source>
        <translation>{name} ne peut pas être contrôlé : enregistrez l’article en .docx, .odt, .tex ou .md.</translation>
    </message>
    <message>
        <source>{name} can't be opened: {why}.</source>
        <translation>{name} ne peut pas être ouvert : {why}.</translation>
    </message>
    <message>
        <source>{name} can't be part of {parent}, which is {name} itself or a part of it.</source>
        <translation>{name} ne peut pas faire partie de {parent}, qui est {name} ou en fait partie.</translation>
    </message>
    <message>
        <source>{name} can't be read as a Word document (.docx).</source>
        <translation>{name} ne peut être lu comme un document Word (.docx).</translation>
    </message>
    <message>
        <source>{name} can't be read as a spreadsheet: save it anew as .xlsx.</source>
        <translation>{name} ne peut pas être lu comme tableur : enregistrez-le de nouveau en .xlsx.</translation>
    </message>
    <message>
        <source>{name} can't be read from line {line} on: a cell holds more text than a table may.</source>
        <translation>{name} ne peut pas être lu à partir de la ligne {line} : une cellule contient plus de texte qu’un tableau ne le permet.</translation>
    </message>
    <message>
        <source>{name} can't be read from line {line} on: a quotation mark is out of place.</source>
        <translation>{name} ne peut pas être lu à partir de la ligne {line} : un guillemet n’est pas à sa place.</translation>
    </message>
    <message>
        <source>{name} can't be read: it is damaged, or holds what nobody expected.</source>
        <translation>{name} ne peut pas être lu : le fichier est abîmé, ou contient ce à quoi personne ne s’attendait.</translation>
    </message>
    <message>
        <source>{name} can't be read: {why}.</source>
        <translation>{name} ne peut pas être lu : {why}.</translation>
    </message>
    <message>
        <source>{name} can't be written: its folder does not allow it.</source>
        <translation>{name} ne peut pas être écrit : son dossier ne le permet pas.</translation>
    </message>
    <message>
        <source>{name} can't be written: {why}.</source>
        <translation>{name} ne peut pas être écrit : {why}.</translation>
    </message>
    <message>
        <source>{name} could not be brought up to date and is as it was: {why}.</source>
        <translation>{name} n’a pas pu être mis à niveau et reste tel quel : {why}.</translation>
    </message>
    <message>
        <source>{name} could not be written, nothing was changed: {why}.</source>
        <translation>{name} n’a pas pu être écrit, rien n’a changé : {why}.</translation>
    </message>
    <message>
        <source>{name} does not say which letters it holds: run text recognition (OCR) on it first.</source>
        <translation>{name} ne dit pas quelles lettres il contient : passez-le d’abord par la reconnaissance de texte (OCR).</translation>
    </message>
    <message>
        <source>{name} does not speak in this document.</source>
        <translation>{name} ne parle pas dans ce document.</translation>
    </message>
    <message>
        <source>{name} exists already; choose another name.</source>
        <translation>{name} existe déjà ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{name} has no [[code]] tables.</source>
        <translation>{name} n’a pas de tables [[code]].</translation>
    </message>
    <message>
        <source>{name} has no column called {column}; it has {known}.</source>
        <translation>{name} n’a pas de colonne {column} ; il a {known}.</translation>
    </message>
    <message>
        <source>{name} has no ending: name it .txt if it is plain text.</source>
        <translation>{name} n’a pas d’extension : nommez-le .txt si c’est du texte brut.</translation>
    </message>
    <message>
        <source>{name} has no pages.</source>
        <translation>{name} n’a pas de pages.</translation>
    </message>
    <message>
        <source>{name} has no rows below its header.</source>
        <translation>{name} n’a aucune ligne sous son en-tête.</translation>
    </message>
    <message>
        <source>{name} has no rule.</source>
        <translation>{name} n’a pas de règle.</translation>
    </message>
    <message>
        <source>{name} has {count} pages, more than a document can have: split it.</source>
        <translation>{name} a {count} pages, plus qu’un document ne peut en avoir : divisez-le.</translation>
    </message>
    <message>
        <source>{name} holds a part that would be written outside its folder.</source>
        <translation>{name} contient une partie qui s’écrirait hors de son dossier.</translation>
    </message>
    <message>
        <source>{name} holds binary data and is no text.</source>
        <translation>{name} contient des données binaires et n’est pas du texte.</translation>
    </message>
    <message>
        <source>{name} holds more than {most} files: split it.</source>
        <translation>{name} contient plus de {most} fichiers : partagez-le.</translation>
    </message>
    <message>
        <source>{name} holds no file to import.</source>
        <translation>{name} ne contient aucun fichier à importer.</translation>
    </message>
    <message>
        <source>{name} holds no question.</source>
        <translation>{name} ne contient aucune question.</translation>
    </message>
    <message>
        <source>{name} holds no remarks of a supervisor’s copy.</source>
        <translation>{name} ne contient pas de remarques d’une copie pour encadrant·e.</translation>
    </message>
    <message>
        <source>{name} holds no subtitles with times.</source>
        <translation>{name} ne contient pas de sous-titres avec des temps.</translation>
    </message>
    <message>
        <source>{name} holds no table.</source>
        <translation>{name} ne contient pas de tableau.</translation>
    </message>
    <message>
        <source>{name} holds no text.</source>
        <translation>{name} ne contient pas de texte.</translation>
    </message>
    <message>
        <source>{name} holds no transcript: nothing in it has words and times.</source>
        <translation>{name} ne contient pas de transcription : rien n’y porte à la fois des mots et des temps.</translation>
    </message>
    <message>
        <source>{name} holds pictures of pages and no text: run text recognition (OCR) on it first.</source>
        <translation>{name} contient des images de pages et pas de texte : passez-le d’abord à la reconnaissance de texte (OCR).</translation>
    </message>
    <message>
        <source>{name} holds too much text for one document: split it.</source>
        <translation>{name} contient trop de texte pour un seul document : scindez-le.</translation>
    </message>
    <message>
        <source>{name} is a copy from before, with all that was erased, and can't be removed: {why}.</source>
        <translation>{name} est une copie antérieure, avec tout ce qui a été effacé, et ne peut pas être supprimée : {why}.</translation>
    </message>
    <message>
        <source>{name} is a folder and not a Verbatim project.</source>
        <translation>{name} est un dossier et non un projet Verbatim.</translation>
    </message>
    <message>
        <source>{name} is a folder: name the files in it.</source>
        <translation>{name} est un dossier : nommez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>{name} is a table: participants are imported on their own page.</source>
        <translation>{name} est un tableau : les participant·es s’importent sur leur propre page.</translation>
    </message>
    <message>
        <source>{name} is an archive within an archive: unpack it and import what is in it.</source>
        <translation>{name} est une archive dans une archive : décompressez-la et importez ce qu’elle contient.</translation>
    </message>
    <message>
        <source>{name} is an archive: unpack it and import the files in it.</source>
        <translation>{name} est une archive : décompressez-la et importez les fichiers qu’elle contient.</translation>
    </message>
    <message>
        <source>{name} is an old Excel file (.xls): save it as .xlsx or CSV.</source>
        <translation>{name} est un ancien fichier Excel (.xls) : enregistrez-le en .xlsx ou en CSV.</translation>
    </message>
    <message>
        <source>{name} is an old Word file (.doc) that LibreOffice can't read: open it in Word and save it as .docx.</source>
        <translation>{name} est un ancien fichier Word (.doc) que LibreOffice ne peut pas lire : ouvrez-le dans Word et enregistrez-le en .docx.</translation>
    </message>
    <message>
        <source>{name} is an old Word file (.doc): open it in Word and save it as .docx.</source>
        <translation>{name} est un ancien fichier Word (.doc) : ouvrez-le dans Word et enregistrez-le en .docx.</translation>
    </message>
    <message>
        <source>{name} is an old Word file (.doc): open it in Word or LibreOffice and save it as .docx.</source>
        <translation>{name} est un ancien fichier Word (.doc) : ouvrez-le dans Word ou LibreOffice et enregistrez-le en .docx.</translation>
    </message>
    <message>
        <source>{name} is being written by another process; close it there first.</source>
        <translation>{name} est en cours d’écriture par un autre processus ; fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>{name} is being written by {coder} (process {pid} on {host}, since {at}); close it there first.</source>
        <translation>{name} est en cours d’écriture par {coder} (processus {pid} sur {host}, depuis le {at}) ; fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut short.</source>
        <translation>{name} est endommagé ou tronqué.</translation>
    </message>
    <message>
        <source>{name} is damaged: its text can't be read.</source>
        <translation>{name} est endommagé : son texte est illisible.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} est vide.</translation>
    </message>
    <message>
        <source>{name} is in the project already, as {other}: it does not take the place of {document} as well.</source>
        <translation>{name} est déjà dans le projet, sous le nom {other} : il ne prend pas aussi la place de {document}.</translation>
    </message>
    <message>
        <source>{name} is in the project as {document}, read otherwise: replace it to have it read like this.</source>
        <translation>{name} est déjà dans le projet sous le nom {document}, lu autrement : remplacez-le pour qu’il soit lu ainsi.</translation>
    </message>
    <message>
        <source>{name} is named {suffix} but holds no text.</source>
        <translation>{name} porte l’extension {suffix} mais ne contient pas de texte.</translation>
    </message>
    <message>
        <source>{name} is named {suffix} but holds {kind}: rename it to .{kind}.</source>
        <translation>{name} porte l’extension {suffix} mais contient {kind} : renommez-le en .{kind}.</translation>
    </message>
    <message>
        <source>{name} is named {suffix} but is no such document, or is damaged.</source>
        <translation>{name} porte l’extension {suffix} mais n’est pas un tel document, ou est endommagé.</translation>
    </message>
    <message>
        <source>{name} is no folder that can be written in.</source>
        <translation>{name} n’est pas un dossier où l’on puisse écrire.</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text; save it again as UTF-8.</source>
        <translation>{name} n’est pas du texte UTF-8 ; enregistrez-le de nouveau en UTF-8.</translation>
    </message>
    <message>
        <source>{name} is not a Verbatim project.</source>
        <translation>{name} n’est pas un projet Verbatim.</translation>
    </message>
    <message>
        <source>{name} is not a regular file.</source>
        <translation>{name} n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>{name} is not in the vault.</source>
        <translation>{name} n’est pas parmi les noms masqués.</translation>
    </message>
    <message>
        <source>{name} is not valid TOML: {why}.</source>
        <translation>{name} n’est pas du TOML valable : {why}.</translation>
    </message>
    <message>
        <source>{name} is not written in {encoding}.</source>
        <translation>{name} n’est pas écrit en {encoding}.</translation>
    </message>
    <message>
        <source>{name} is of an earlier format and can't be copied before it is brought up to date: {why}.</source>
        <translation>{name} est d’un format antérieur et ne peut pas être copié avant sa mise à niveau : {why}.</translation>
    </message>
    <message>
        <source>{name} is of an earlier format; open it for writing once.</source>
        <translation>{name} est d’un format antérieur ; ouvrez-le une fois en écriture.</translation>
    </message>
    <message>
        <source>{name} is of format {version}, which is too old to open.</source>
        <translation>{name} est du format {version}, trop ancien pour être ouvert.</translation>
    </message>
    <message>
        <source>{name} is open for reading only.</source>
        <translation>{name} est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>{name} is protected by a password: give it to open it.</source>
        <translation>{name} est protégé par un mot de passe : donnez-le pour l’ouvrir.</translation>
    </message>
    <message>
        <source>{name} is protected by a password: open it in Word and save a copy without.</source>
        <translation>{name} est protégé par un mot de passe : ouvrez-le dans Word et enregistrez une copie sans.</translation>
    </message>
    <message>
        <source>{name} is protected by a password: save a copy without.</source>
        <translation>{name} est protégé par un mot de passe : enregistrez une copie sans.</translation>
    </message>
    <message>
        <source>{name} is too big to be a transcript ({size} MB): split it.</source>
        <translation>{name} est trop gros pour une transcription ({size} Mo) : scindez-le.</translation>
    </message>
    <message>
        <source>{name} is too large: a table has at most {rows} rows and {columns} columns.</source>
        <translation>{name} est trop grand : un tableau a au plus {rows} lignes et {columns} colonnes.</translation>
    </message>
    <message>
        <source>{name} is torn, or holds no remarks: save them again from the copy.</source>
        <translation>{name} est abîmé ou ne contient pas de remarques : enregistrez-les de nouveau depuis la copie.</translation>
    </message>
    <message>
        <source>{name} looks like a framework's code misspelt; is {near} meant?</source>
        <translation>{name} ressemble à un code de cadre théorique mal écrit ; est-ce {near} ?</translation>
    </message>
    <message>
        <source>{name} may mean several codes; write one of: {ways}.</source>
        <translation>{name} peut désigner plusieurs codes ; écrivez l’un de : {ways}.</translation>
    </message>
    <message>
        <source>{name} may mean several: {names}. Write the name as it stands, or give one another name.</source>
        <translation>{name} peut en désigner plusieurs : {names}. Écrivez le nom tel quel, ou donnez-en un autre à l’un d’eux.</translation>
    </message>
    <message>
        <source>{name} may still hold what was taken out, as another program is reading it: open it again later.</source>
        <translation>{name} contient peut-être encore ce qui a été retiré, car un autre programme le lit : rouvrez-le plus tard.</translation>
    </message>
    <message>
        <source>{name} may still hold what was taken out: {why}. Make room, and open it again.</source>
        <translation>{name} contient peut-être encore ce qui a été retiré : {why}. Faites de la place, puis rouvrez-le.</translation>
    </message>
    <message>
        <source>{name} must end in {endings}.</source>
        <translation>{name} doit se terminer par {endings}.</translation>
    </message>
    <message>
        <source>{name} ships with the program; keep a copy of it to change it.</source>
        <translation>{name} est fournie avec le programme ; conservez-en une copie pour la changer.</translation>
    </message>
    <message>
        <source>{name} takes too long to read: it is damaged, or has to be split.</source>
        <translation>La lecture de {name} dure trop longtemps : le fichier est abîmé, ou à diviser.</translation>
    </message>
    <message>
        <source>{name} takes too much memory: it is damaged, or has to be split.</source>
        <translation>{name} demande trop de mémoire : le fichier est abîmé, ou à diviser.</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than a document holds: it is not opened.</source>
        <translation>{name} se décompresse en bien plus qu’un document : il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{name} was made by a later version of Verbatim; update the program.</source>
        <translation>{name} vient d’une version plus récente de Verbatim ; mettez le programme à jour.</translation>
    </message>
    <message>
        <source>{name} was not put in the place of {document}. Codings, excerpts and questions to look at first: {count}.</source>
        <translation>{name} n’a pas remplacé {document}. Codages, extraits et questions à revoir d’abord : {count}.</translation>
    </message>
    <message>
        <source>{name} was not read anew. Codings, excerpts and questions of {document} on words it has not: {count}.</source>
        <translation>{name} n’a pas été relu. Codages, extraits et questions de {document} sur des mots qu’il n’a pas : {count}.</translation>
    </message>
    <message>
        <source>{name} was sent already; give this one another name.</source>
        <translation>{name} a déjà été envoyé ; donnez un autre nom à cet envoi.</translation>
    </message>
    <message>
        <source>{name}: a codebook is read from .csv, .xlsx or .toml; save it as one of these.</source>
        <translation>{name} : une grille de codage se lit en .csv, .xlsx ou .toml ; enregistrez-la sous l’un de ces formats.</translation>
    </message>
    <message>
        <source>{name}: files of type {suffix} can't be read: save it as .docx, .pdf or .txt.</source>
        <translation>{name} : les fichiers de type {suffix} ne peuvent pas être lus : enregistrez-le en .docx, .pdf ou .txt.</translation>
    </message>
    <message>
        <source>{name}: files of type {suffix} can't be read: save it as .docx.</source>
        <translation>{name} : les fichiers de type {suffix} ne peuvent pas être lus : enregistrez-le en .docx.</translation>
    </message>
    <message>
        <source>{name}: files of type {suffix} can't be read: save it as .odt.</source>
        <translation>{name} : les fichiers de type {suffix} ne peuvent pas être lus : enregistrez-le en .odt.</translation>
    </message>
    <message>
        <source>{name}: has no {value} (character {at}); it has: {known}.</source>
        <translation>{name} : n’a pas {value} (caractère {at}) ; il a : {known}.</translation>
    </message>
    <message>
        <source>{start}–{end} is no span: whole numbers are needed.</source>
        <translation>{start}–{end} n’est pas un empan : il faut des nombres entiers.</translation>
    </message>
    <message>
        <source>{target} is of no framework; a link leads to a framework's code.</source>
        <translation>{target} n’est d’aucun cadre théorique ; un lien mène à un code de cadre théorique.</translation>
    </message>
</context>
<context>
    <name>flagging</name>
    <message>
        <source>These words single nobody out</source>
        <translation>Ces mots ne désignent personne</translation>
    </message>
    <message>
        <source>These words single out whoever says them</source>
        <translation>Ces mots désignent qui les dit</translation>
    </message>
    <message>
        <source>By a turn of phrase</source>
        <translation>Par une tournure</translation>
    </message>
    <message>
        <source>By a date</source>
        <translation>Par une date</translation>
    </message>
    <message>
        <source>By a figure</source>
        <translation>Par un chiffre</translation>
    </message>
    <message>
        <source>Flagged: whatever prints these words warns of it.</source>
        <translation>Signalé : tout ce qui imprime ces mots en avertira.</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message>
        <source>This is the question</source>
        <translation>C’est la question</translation>
    </message>
    <message>
        <source>This is, in other words, the question</source>
        <translation>C’est la question, posée autrement</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>posée</translation>
    </message>
    <message>
        <source>asked in other words</source>
        <translation>posée autrement</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>non posée</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non renseignée</translation>
    </message>
    <message>
        <source>not in the version used</source>
        <translation>absente de la version utilisée</translation>
    </message>
    <message>
        <source>asked in {asked} of {of}</source>
        <translation>posée dans {asked} sur {of}</translation>
    </message>
    <message>
        <source>otherwise {count}</source>
        <translation>posée autrement {count}</translation>
    </message>
    <message>
        <source>not asked {count}</source>
        <translation>non posée {count}</translation>
    </message>
    <message>
        <source>not known {count}</source>
        <translation>non renseignée {count}</translation>
    </message>
</context>
<context>
    <name>i18n</name>
    <message>
        <source>“{words}”</source>
        <translation>« {words} »</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name} : {said}</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>matrix</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Descriptive codes</source>
        <translation>Codes descriptifs</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Codeurs</translation>
    </message>
    <message>
        <source>Sets of documents and participants</source>
        <translation>Ensembles de documents et de participant·es</translation>
    </message>
    <message>
        <source>Sets of codes</source>
        <translation>Ensembles de codes</translation>
    </message>
    <message>
        <source>Questions of the guide</source>
        <translation>Questions du guide</translation>
    </message>
    <message>
        <source>Topics of the guide</source>
        <translation>Thèmes du guide</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Share of the row's words</source>
        <translation>Part des mots de la ligne</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Oui ou non</translation>
    </message>
    <message>
        <source>Of those asked</source>
        <translation>Part des personnes à qui on l’a demandé</translation>
    </message>
    <message>
        <source>Not re-read</source>
        <translation>Non relus</translation>
    </message>
    <message>
        <source>Together: same words</source>
        <translation>Ensemble : mêmes mots</translation>
    </message>
    <message>
        <source>Together: within two turns</source>
        <translation>Ensemble : à deux tours de parole au plus</translation>
    </message>
    <message>
        <source>Together: c (Jaccard)</source>
        <translation>Ensemble : c (Jaccard)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucun)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Coded segments</source>
        <translation>Segments codés</translation>
    </message>
    <message>
        <source>Percents of all that the row holds, each unit once.</source>
        <translation>Pourcentages de tout ce que contient la ligne, chaque unité une fois.</translation>
    </message>
    <message>
        <source>Percents of all that the column holds, each unit once.</source>
        <translation>Pourcentages de tout ce que contient la colonne, chaque unité une fois.</translation>
    </message>
    <message>
        <source>Percents of all that the matrix holds, each unit once.</source>
        <translation>Pourcentages de tout ce que contient la matrice, chaque unité une fois.</translation>
    </message>
    <message>
        <source>They can add up to more than 100, as some are in several rows or columns.</source>
        <translation>Leur somme peut dépasser 100, car certaines unités sont dans plusieurs lignes ou colonnes.</translation>
    </message>
    <message>
        <source>c: n12 / (n1 + n2 − n12), of passages; distorted where one code is over five times as frequent.</source>
        <translation>c : n12 / (n1 + n2 − n12), en passages ; faussé là où un code est plus de cinq fois plus fréquent que l’autre.</translation>
    </message>
    <message>
        <source>A total counts each unit once; it is less than the sum, as some are in several rows or columns.</source>
        <translation>Un total compte chaque unité une fois ; il est inférieur à la somme, car certaines sont dans plusieurs lignes ou colonnes.</translation>
    </message>
    <message>
        <source>Sums that would count a unit twice are left out; Arrange has totals, each unit once.</source>
        <translation>Les sommes qui compteraient une unité deux fois sont omises ; Disposition propose des totaux, chaque unité une fois.</translation>
    </message>
    <message>
        <source>Table for other programs (*.csv)</source>
        <translation>Table pour d’autres logiciels (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Document Word (*.docx)</translation>
    </message>
    <message>
        <source>A line for each cell, for R (*.csv)</source>
        <translation>Une ligne par case, pour R (*.csv)</translation>
    </message>
    <message>
        <source>0 and 1, for R (*.csv)</source>
        <translation>0 et 1, pour R (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Picture for print (*.svg)</source>
        <translation>Image pour l’impression (*.svg)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
</context>
<context>
    <name>memos</name>
    <message>
        <source>Theoretical</source>
        <translation>Théorique</translation>
    </message>
    <message>
        <source>Methodological</source>
        <translation>Méthodologique</translation>
    </message>
    <message>
        <source>Reflexive</source>
        <translation>Réflexif</translation>
    </message>
    <message>
        <source>Contact summary</source>
        <translation>Fiche d’entretien</translation>
    </message>
    <message>
        <source>Field note</source>
        <translation>Note de terrain</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Simple</translation>
    </message>
    <message>
        <source>On anything</source>
        <translation>Sur tout objet</translation>
    </message>
    <message>
        <source>On the study</source>
        <translation>Sur l’étude</translation>
    </message>
    <message>
        <source>On documents</source>
        <translation>Sur des documents</translation>
    </message>
    <message>
        <source>On words</source>
        <translation>Sur des mots</translation>
    </message>
    <message>
        <source>On codings</source>
        <translation>Sur des codages</translation>
    </message>
    <message>
        <source>On codes</source>
        <translation>Sur des codes</translation>
    </message>
    <message>
        <source>On participants</source>
        <translation>Sur des participant·es</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Derniers modifiés d’abord</translation>
    </message>
    <message>
        <source>Last made first</source>
        <translation>Derniers créés d’abord</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Par titre</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>participant</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>mémo</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>passage</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>L’étude</translation>
    </message>
    <message>
        <source>Words in {document}</source>
        <translation>Mots dans {document}</translation>
    </message>
    <message>
        <source>A coding of {code}</source>
        <translation>Codage « {code} »</translation>
    </message>
    <message>
        <source>The document {name}, removed since</source>
        <translation>Le document {name}, retiré depuis</translation>
    </message>
    <message>
        <source>The code {name}, removed since</source>
        <translation>Le code {name}, retiré depuis</translation>
    </message>
    <message>
        <source>The participant {name}, removed since</source>
        <translation>Le·la participant·e {name}, retiré·e depuis</translation>
    </message>
    <message>
        <source>Something removed since</source>
        <translation>Quelque chose qui a été retiré depuis</translation>
    </message>
    <message>
        <source>Without title</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>origins</name>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>in vivo</source>
        <translation>in vivo</translation>
    </message>
    <message>
        <source>from a suggestion</source>
        <translation>d’après une suggestion</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>auto-coded</source>
        <translation>codé automatiquement</translation>
    </message>
</context>
<context>
    <name>participants</name>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>choice in an order</source>
        <translation>choix ordonné</translation>
    </message>
    <message>
        <source>Tied to the participant of the same name: {names}.</source>
        <translation>Rattachés au participant du même nom : {names}.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Often coded so: {words}</source>
        <translation>Souvent codé ainsi : {words}</translation>
    </message>
    <message>
        <source>Sometimes coded so: {words}</source>
        <translation>Parfois codé ainsi : {words}</translation>
    </message>
    <message>
        <source>Written of the code: {words}</source>
        <translation>Dans ce qui est écrit du code : {words}</translation>
    </message>
    <message>
        <source>Like words that you coded so: {words}</source>
        <translation>Proches de mots que vous avez codés ainsi : {words}</translation>
    </message>
    <message>
        <source>Like words written of it: {words}</source>
        <translation>Proches de mots écrits à son sujet : {words}</translation>
    </message>
    <message>
        <source>In the question before: {words}</source>
        <translation>Dans la question posée juste avant : {words}</translation>
    </message>
    <message>
        <source>All other words, the meaning and the document</source>
        <translation>Tous les autres mots, le sens et le document</translation>
    </message>
    <message>
        <source>Any passage, before a word of it is read</source>
        <translation>N’importe quel passage, avant d’en lire un mot</translation>
    </message>
    <message>
        <source>Together: the score</source>
        <translation>En tout : le score</translation>
    </message>
    <message>
        <source>coded so in {times} of {of} passages with it</source>
        <translation>codé ainsi dans {times} passages sur {of} qui le contiennent</translation>
    </message>
    <message>
        <source>agrees with your coding {share} times in 100</source>
        <translation>conforme à votre codage {share} fois sur 100</translation>
    </message>
</context>
<context>
    <name>removing</name>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Balance of quotations</source>
        <translation>Équilibre des verbatims</translation>
    </message>
    <message>
        <source>Bars by attribute</source>
        <translation>Barres par attribut</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Check of attributions</source>
        <translation>Contrôle des attributions</translation>
    </message>
    <message>
        <source>Chronology of codes</source>
        <translation>Chronologie des codes</translation>
    </message>
    <message>
        <source>Co-occurrence</source>
        <translation>Cooccurrence</translation>
    </message>
    <message>
        <source>Co-occurrence network</source>
        <translation>Réseau de cooccurrences</translation>
    </message>
    <message>
        <source>Code line of a document</source>
        <translation>Ligne de codes d’un document</translation>
    </message>
    <message>
        <source>Code saturation</source>
        <translation>Saturation des codes</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Grille de codage</translation>
    </message>
    <message>
        <source>Codes have to stand in two documents, or with two kinds of people.</source>
        <translation>Il faut des codes dans deux documents, ou chez deux sortes de personnes.</translation>
    </message>
    <message>
        <source>Codes to review</source>
        <translation>Codes à revoir</translation>
    </message>
    <message>
        <source>Coding tree</source>
        <translation>Arbre de codes</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>Correspondence analysis</source>
        <translation>Analyse des correspondances</translation>
    </message>
    <message>
        <source>Counter-cases</source>
        <translation>Cas contraires</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Crosswalk</source>
        <translation>Correspondances</translation>
    </message>
    <message>
        <source>Data structure</source>
        <translation>Structure des données</translation>
    </message>
    <message>
        <source>Every quotation in print is of a participant, and names no firm of someone confidential.</source>
        <translation>Chaque verbatim imprimé est d’un·e participant·e, et aucun ne nomme l’entreprise d’une personne confidentielle.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Données à l’appui</translation>
    </message>
    <message>
        <source>Flow of codes</source>
        <translation>Codes au fil du codage</translation>
    </message>
    <message>
        <source>Framework matrix</source>
        <translation>Matrice des participant·e·s et des concepts</translation>
    </message>
    <message>
        <source>Frequencies of codes</source>
        <translation>Fréquence des codes</translation>
    </message>
    <message>
        <source>From descriptive codes to concepts</source>
        <translation>Des codes descriptifs aux concepts</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Interview guide</source>
        <translation>Guide d’entretien</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>Entretiens</translation>
    </message>
    <message>
        <source>Interviews are compared with other documents where the study has both, and codes on words of both.</source>
        <translation>Les entretiens sont comparés aux autres documents quand l’étude a les deux, et que leurs mots sont codés.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>No code needs another look.</source>
        <translation>Aucun code n’est à revoir.</translation>
    </message>
    <message>
        <source>No codes of two frameworks meet yet.</source>
        <translation>Aucun code de deux cadres théoriques ne se correspond encore.</translation>
    </message>
    <message>
        <source>No two descriptive codes meet yet.</source>
        <translation>Aucun couple de codes descriptifs ne se rencontre encore.</translation>
    </message>
    <message>
        <source>No words contradict a concept yet.</source>
        <translation>Rien ne contredit encore un concept.</translation>
    </message>
    <message>
        <source>No words illustrate these codes yet; link codes.</source>
        <translation>Aucun mot ne relève encore de ces codes ; liez des codes.</translation>
    </message>
    <message>
        <source>Nobody is in the recruitment log yet.</source>
        <translation>Le journal de recrutement est encore vide.</translation>
    </message>
    <message>
        <source>Nobody is quoted yet.</source>
        <translation>Personne n’est encore cité.</translation>
    </message>
    <message>
        <source>Nothing is claimed yet; write an assertion on the Theory page.</source>
        <translation>Rien n’est encore affirmé : écrivez une assertion à la page Théorie.</translation>
    </message>
    <message>
        <source>Nothing is coded yet.</source>
        <translation>Rien n’est encore codé.</translation>
    </message>
    <message>
        <source>Nothing that is told of somebody confidential singles them out, and no words are flagged.</source>
        <translation>Rien de ce qui est dit des personnes confidentielles ne les désigne, et aucun mot n’est signalé.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>Nothing was sent yet, and nobody remarked anything.</source>
        <translation>Rien n’a encore été envoyé, et personne n’a fait de remarque.</translation>
    </message>
    <message>
        <source>Recruitment</source>
        <translation>Recrutement</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Saturation curve</source>
        <translation>Courbe de saturation</translation>
    </message>
    <message>
        <source>Sources compared</source>
        <translation>Sources comparées</translation>
    </message>
    <message>
        <source>Specificities of words</source>
        <translation>Spécificités lexicales</translation>
    </message>
    <message>
        <source>Stories of concepts</source>
        <translation>Histoire des concepts</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Soumissions</translation>
    </message>
    <message>
        <source>The framework as it grew</source>
        <translation>Évolution du cadre théorique</translation>
    </message>
    <message>
        <source>The study has no interview guide yet.</source>
        <translation>L’étude n’a pas encore de guide d’entretien.</translation>
    </message>
    <message>
        <source>There are no codes of a framework yet.</source>
        <translation>Il n’y a pas encore de codes d’un cadre théorique.</translation>
    </message>
    <message>
        <source>There are no codes yet.</source>
        <translation>Il n’y a pas encore de codes.</translation>
    </message>
    <message>
        <source>There are no descriptive codes yet.</source>
        <translation>Il n’y a pas encore de code descriptif.</translation>
    </message>
    <message>
        <source>There are no documents yet.</source>
        <translation>Il n’y a pas encore de documents.</translation>
    </message>
    <message>
        <source>There are no interviews yet.</source>
        <translation>Il n’y a pas encore d’entretiens.</translation>
    </message>
    <message>
        <source>There are no participants yet.</source>
        <translation>Il n’y a pas encore de participant·es.</translation>
    </message>
    <message>
        <source>There is nothing to report of methods yet.</source>
        <translation>Rien à dire de la méthode pour l’instant.</translation>
    </message>
    <message>
        <source>What print reveals</source>
        <translation>Ce que révèlent les documents imprimés</translation>
    </message>
    <message>
        <source>What re-identifies</source>
        <translation>Ce qui réidentifie</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Verbatims</translation>
    </message>
    <message>
        <source>Agreement of coders</source>
        <translation>Accord entre codeurs</translation>
    </message>
    <message>
        <source>Agreement takes two coders who share a document.</source>
        <translation>L’accord demande deux codeurs qui partagent un document.</translation>
    </message>
    <message>
        <source>Assertions</source>
        <translation>Assertions</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Piste d’audit</translation>
    </message>
    <message>
        <source>Go to Participants</source>
        <translation>Aller aux participant·es</translation>
    </message>
    <message>
        <source>Go to Theory</source>
        <translation>Aller à la théorie</translation>
    </message>
    <message>
        <source>Go to Code</source>
        <translation>Aller au codage</translation>
    </message>
    <message>
        <source>All theoretical codes</source>
        <translation>Tous les codes théoriques</translation>
    </message>
    <message>
        <source>All descriptive codes</source>
        <translation>Tous les codes descriptifs</translation>
    </message>
    <message>
        <source>Shown here are the first {rows} rows; an export has all {total}.</source>
        <translation>Voici les {rows} premières lignes ; un export les a toutes ({total}).</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>interviewer</source>
        <translation>intervieweur</translation>
    </message>
    <message>
        <source>interviewee</source>
        <translation>interviewé·e</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Document Word (*.docx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Table for other programs (*.csv)</source>
        <translation>Table pour d’autres logiciels (*.csv)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dessin (*.svg)</translation>
    </message>
    <message>
        <source>Drawing for print (*.pdf)</source>
        <translation>Dessin pour l’impression (*.pdf)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
</context>
<context>
    <name>sets</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participant·e·s</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>All participants</source>
        <translation>Toutes et tous</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Tous les codes</translation>
    </message>
    <message>
        <source>The set {name} is empty, so nothing is shown.</source>
        <translation>L’ensemble {name} est vide : rien ne s’affiche.</translation>
    </message>
    <message>
        <source>Nothing here is within {sets}.</source>
        <translation>Rien ici ne relève de {sets}.</translation>
    </message>
    <message>
        <source>Take the sets off</source>
        <translation>Retirer les ensembles</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Coded with</source>
        <translation>Codé avec</translation>
    </message>
    <message>
        <source>Coded segments</source>
        <translation>Segments codés</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Imported on</source>
        <translation>Importé le</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Number of documents</source>
        <translation>Nombre de documents</translation>
    </message>
    <message>
        <source>Number of participants</source>
        <translation>Nombre de participant·es</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Cadre théorique</translation>
    </message>
    <message>
        <source>Code or under it</source>
        <translation>Code ou sous-code de</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>In vivo</source>
        <translation>In vivo</translation>
    </message>
    <message>
        <source>between</source>
        <translation>entre</translation>
    </message>
    <message>
        <source>has a value</source>
        <translation>a une valeur</translation>
    </message>
    <message>
        <source>has none</source>
        <translation>n’a pas de valeur</translation>
    </message>
    <message>
        <source>New set…</source>
        <translation>Nouvel ensemble…</translation>
    </message>
    <message>
        <source>Put into a set</source>
        <translation>Mettre dans un ensemble</translation>
    </message>
    <message>
        <source>Put into {name}.</source>
        <translation>Mis dans {name}.</translation>
    </message>
    <message>
        <source>New set</source>
        <translation>Nouvel ensemble</translation>
    </message>
    <message>
        <source>Name of the set:</source>
        <translation>Nom de l’ensemble :</translation>
    </message>
    <message>
        <source>The set {name} is made.</source>
        <translation>L’ensemble {name} est créé.</translation>
    </message>
</context>
<context>
    <name>speakers</name>
    <message>
        <source>Another name; where a speaker has it already, the two become one.</source>
        <translation>Un autre nom ; si un locuteur le porte déjà, les deux n’en font plus qu’un.</translation>
    </message>
    <message>
        <source>Rename or join {speaker}</source>
        <translation>Renommer ou réunir {speaker}</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Tables (*.csv *.tsv *.xlsx)</source>
        <translation>Tableaux (*.csv *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>{made} added, {updated} brought up to date.</source>
        <translation>Ajouts : {made} ; mises à jour : {updated}.</translation>
    </message>
    <message>
        <source>Not in the project: {names}.</source>
        <translation>Absents du projet : {names}.</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>Undone: {label}</source>
        <translation>Annulé : {label}</translation>
    </message>
    <message>
        <source>Redone: {label}</source>
        <translation>Rétabli : {label}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>documents</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>participants</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>codes</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>participant</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>coding</source>
        <translation>codage</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>passage</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projet</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>set</source>
        <translation>ensemble</translation>
    </message>
    <message>
        <source>coded segments</source>
        <translation>segments codés</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>theoretical</source>
        <translation>théorique</translation>
    </message>
    <message>
        <source>methodological</source>
        <translation>méthodologique</translation>
    </message>
    <message>
        <source>reflexive</source>
        <translation>réflexif</translation>
    </message>
    <message>
        <source>contact summary</source>
        <translation>fiche de contact</translation>
    </message>
    <message>
        <source>field note</source>
        <translation>note de terrain</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>annotation</translation>
    </message>
    <message>
        <source>descriptive</source>
        <translation>descriptif</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>commencée</translation>
    </message>
    <message>
        <source>done</source>
        <translation>faite</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>ordered choice</source>
        <translation>choix ordonné</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>attribut</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>day of import</source>
        <translation>jour d’import</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>confidentiel</translation>
    </message>
    <message>
        <source>framework</source>
        <translation>cadre théorique</translation>
    </message>
    <message>
        <source>code and what is under it</source>
        <translation>code et ce qu’il contient</translation>
    </message>
    <message>
        <source>day it was made</source>
        <translation>jour de création</translation>
    </message>
    <message>
        <source>in vivo</source>
        <translation>in vivo</translation>
    </message>
    <message>
        <source>between</source>
        <translation>entre</translation>
    </message>
    <message>
        <source>has a value</source>
        <translation>a une valeur</translation>
    </message>
    <message>
        <source>has none</source>
        <translation>n’en a pas</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>illustration</translation>
    </message>
    <message>
        <source>crosswalk</source>
        <translation>correspondance</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>un par un</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>non retenu</translation>
    </message>
    <message>
        <source>to discuss</source>
        <translation>à discuter</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>appuie</translation>
    </message>
    <message>
        <source>nuances</source>
        <translation>nuance</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>contredit</translation>
    </message>
    <message>
        <source>the body of the article</source>
        <translation>le corps de l’article</translation>
    </message>
    <message>
        <source>its table</source>
        <translation>son tableau</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>posée</translation>
    </message>
    <message>
        <source>asked otherwise</source>
        <translation>posée autrement</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>non demandé</translation>
    </message>
    <message>
        <source>approached</source>
        <translation>sollicité</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>citation</translation>
    </message>
    <message>
        <source>name of the firm</source>
        <translation>nom de l’entreprise</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archive</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>images</source>
        <translation>images</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approuvé</translation>
    </message>
    <message>
        <source>changes asked for</source>
        <translation>modifications demandées</translation>
    </message>
</context>
</TS>
