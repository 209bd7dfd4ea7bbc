"""Words of French and of English, folded, that say how something is said rather than what: they are no reason."""

from __future__ import annotations

from corpus.search.analysis import SMALL

_FRENCH = """
ah aient assez attendu aujourd auquel auriez aurions auxquelles auxquels ayez ayons bah beaucoup ben bon cent
cependant certain certaine certaines certains chacun chacune debout dedans deja dela desquelles desquels dessous
dessus devers devra dire dis disons dit dois doivent duquel durant elle elles enfin etc ete eue eues euh eus excepte
fais faisaient faisait fallait faudrait faut furent fus genre guere ha hein hem hop hui hum juste laquelle lequel
lesquelles lesquels maintenant merci met mienne mieux neanmoins notamment notres nul o oh ok ouais oui parfois peuvent
peux plusieurs plutot pourrait pouvait pouvoir presque pu q quant quasi quelconque quelque quelques quiconque sais
sait sauf serai seraient serais seras serez seriez serions serons seront seulement sienne sinon soient sois souvent
soyez soyons suit suivant surtout tandis tellement telles tels toujours toutefois trop uns veut veux via voir voit
votres vraiment abord
ait allait allaient aller allez allons appelle arrive arriver bout chose choses coup coups disait disaient dirais
donne donner entendu esprit exemple facon fallu gens gros grosse maniere mets mettait mettent mettre mise moment
necessairement pareil parler part passe peux pouvaient prend prendre prends prenait premier premiere pris quelqu'un
rapport reste savait savoir sens sort sorte sorti suivi sur tas trouve trouver truc trucs veulent venait venir venu
viennent viens vient voila voulait vouloir voulu voyez
pouvez voulez pensez diriez parlez dites pourriez savez aviez allez comprends comprend
accord absolument bonne bonnes bons clairement complique crois derniere dernieres dernier derniers deuxieme different
differente differentes differents effectivement enormement ensuite evidemment exactement forcement generalement imagine
impression interessant interessante legerement marrant normalement particulier particuliere particulierement pense petit
petite petites petits possible quasiment simplement souvent suffisamment totalement train vite
rien grand grande grands grandes seul seule seuls seules propre propres voie voient voies voyait voyaient voyais vu vus
vue vues verra verrez verrait cherche cherchent
chercher cherchait cherche sert servent servi servait servir monde
zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
quarante cinquante soixante cents mille dizaine quinzaine vingtaine trentaine centaine centaines
"""
_ENGLISH = """
against almost already also although always among another anyone anything aren around back became because cannot
couldn didn doesn don done either else enough even every everyone everything get gets getting go goes going gonna got
hadn hasn haven herself himself however indeed isn just kind know let like ll made make many maybe mean might mine
much must myself neither never nobody none nothing now often oh ok okay others ours ourselves per perhaps quite rather
re really right said say says see seem seemed seems several shall shouldn since somehow someone something sometimes
somewhere sort still theirs themselves therefore thing things think though thus together toward towards two uh um up
upon us used ve via wasn way well weren whatever whether whoever whole whose within without won wouldn yeah yes yet
yours yourself yourselves
"""
GRAMMAR = SMALL | frozenset(f"{_FRENCH} {_ENGLISH}".split())
