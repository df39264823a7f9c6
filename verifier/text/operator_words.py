"""The words and phrases that are operators, by language: grammars' closed classes and the common hedges.

One line a class and group; a phrase of several words is joined by underscores. Words of one group may stand
for each other.
"""

from __future__ import annotations

OPERATOR_WORDS = {
    "en": """
negation    not      not no never none nobody nothing nowhere neither nor without hardly barely scarcely
negation    not      fail_to fails_to failed_to failing_to refuse_to refuses_to refused_to unable cannot
modality    may      may might could perhaps maybe possibly potentially conceivably
modality    can      can able_to
modality    must     must have_to has_to had_to having_to got_to have_got_to has_got_to need_to needs_to needed_to
modality    must     require_to requires_to required_to obliged_to
modality    should   should ought_to ought supposed_to
modality    will     will shall going_to
modality    would    would
modality    want     want wants wanted would_like
modality    intend   intend_to intends_to intended_to plan_to plans_to planned_to planning_to aim_to aims_to
modality    try      try_to tries_to tried_to trying_to seek_to seeks_to sought_to attempt_to attempted_to
modality    hope     hope_to hopes_to hoped_to hoping_to expect_to expects_to expected_to
modality    hope     projected_to predicted_to forecast_to estimated_to anticipated_to
modality    likely   likely probably presumably
modality    tend     tend_to tends_to tended_to tending_to
modality    said     allegedly reportedly apparently supposedly purportedly seemingly ostensibly
modality    seem     seem seems seemed it_appears it_appeared seeming_to appear_to appears_to appeared_to appearing_to
modality    known    as_far_as_i_know as_far_as_we_know to_my_knowledge to_our_knowledge to_the_best_of_my_knowledge
quantifier  all      all every everyone everybody everything always entire each
quantifier  any      any anyone anybody anything
quantifier  some     some several multiple various someone somebody something sometimes a_few
quantifier  one_of   one_of
quantifier  many     many much lots plenty numerous often a_lot_of lots_of
quantifier  most     most mostly majority usually largely mainly primarily predominantly generally typically broadly
quantifier  most     chiefly principally normally ordinarily in_general by_and_large for_the_most_part on_the_whole
quantifier  most     in_large_part
quantifier  partly   partly partially in_part to_some_extent to_some_degree to_a_certain_extent to_a_certain_degree
quantifier  principle in_principle
quantifier  few      few fewer less least rarely seldom
quantifier  more     more
quantifier  up_to    as_much_as as_many_as
quantifier  only     no_more_than not_more_than
quantifier  only     only merely solely
quantifier  also     not_only not_just not_merely not_simply
quantifier  nearly   nearly almost virtually practically
condition   if       if provided_that providing_that assuming as_long_as so_long_as on_condition in_case
condition   even_if  even_if
condition   unless   unless except
contrast    but      but however although though nevertheless nonetheless despite whereas even_though
grammatical_person 1s  i me my mine myself
grammatical_person 1p  we us our ours ourselves
grammatical_person 2   you your yours yourself yourselves
grammatical_person 3m  he him his himself
grammatical_person 3f  she her hers herself
grammatical_person 3p  they them their theirs themselves
""",
    "de": """
negation    not      nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines keins
negation    not      nirgends nirgendwo keinesfalls keineswegs kaum ohne weder nein mitnichten
modality    can      kann kannst können könnt konnte konnten konntest
modality    may      könnte könnten könntest vielleicht möglicherweise eventuell womöglich potenziell potentiell
modality    may      unter_umständen gegebenenfalls kann_sein mag_sein denkbarerweise
modality    allowed  darf darfst dürfen dürft durfte durften
modality    likely   dürfte dürften wahrscheinlich vermutlich voraussichtlich mutmaßlich
modality    must     muss musst müssen müsst musste mussten muß
modality    ought    müsste müssten
modality    shall    soll sollst sollen sollt
modality    should   sollte sollten solltest
modality    want     will willst wollen wollt wollte wollten möchte möchten möchtest möchtet
modality    will     wird wirst werde werdet werden
modality    would    würde würden würdest würdet
modality    said     angeblich offenbar anscheinend scheinbar vorgeblich
modality    seem     scheint scheinen schien schienen scheine
modality    known    soweit_ich_weiß soviel_ich_weiß meines_wissens unseres_wissens
quantifier  all      alle allen aller alles allem jeder jede jeden jedem jedes sämtliche sämtlichen immer stets
quantifier  some     einige einigen einiger mehrere mehreren mehrerer manche manchen mancher verschiedene manchmal
quantifier  one_of   einer_der eine_der eines_der einen_der einem_der einer_von eine_von eines_von
quantifier  many     viele vielen vieler viel vieles zahlreiche zahlreichen oft häufig
quantifier  most     meisten meist meistens mehrheitlich weitgehend größtenteils überwiegend hauptsächlich vorwiegend
quantifier  most     tendenziell üblicherweise normalerweise typischerweise gewöhnlich im_wesentlichen in_der_regel
quantifier  most     im_allgemeinen im_großen_und_ganzen in_weiten_teilen zum_großen_teil zu_großen_teilen
quantifier  partly   teilweise teils zum_teil in_teilen zu_teilen ein_stück_weit bis_zu_einem_gewissen_grad
quantifier  principle grundsätzlich prinzipiell
quantifier  few      wenige wenigen weniger wenig selten
quantifier  more     mehr
quantifier  only     nur lediglich ausschließlich ausschliesslich bloß bloss allein
quantifier  nearly   fast beinahe nahezu so_gut_wie
quantifier  also     nicht_nur nicht_bloß
condition   if       wenn falls sofern solange soweit vorausgesetzt
condition   even_if  selbst_wenn auch_wenn
condition   unless   außer ausser es_sei_denn
contrast    but      aber jedoch allerdings obwohl obgleich trotzdem dennoch sondern hingegen wenngleich
grammatical_person 1s  ich mich mir mein meine meinen meinem meiner meines
grammatical_person 1p  wir uns unser unsere unseren unserem unserer unseres
grammatical_person 2   du dich dir dein deine deinen deinem deiner ihr euch euer eure euren
grammatical_person 3m  er ihn ihm seine seinen seinem seiner seines
grammatical_person 3p  sie ihnen ihre ihren ihrem ihrer ihres
""",
    "fr": """
negation    not      pas jamais aucun aucune rien sans ni guère non nul nulle nullement
negation    not      refusé_de refuse_de refusent_de refusons_de refuser_d refusé_d refuse_d
modality    can      peut peux peuvent pouvons pouvez pouvoir pouvait
modality    may      pourrait pourraient pourrais pourrions probablement éventuellement peut_être
modality    may      potentiellement possiblement vraisemblablement sans_doute
modality    said     apparemment prétendument soi_disant
modality    seem     semble semblent semblait semblaient il_paraît
modality    told     serait seraient aurait auraient
modality    must     doit doivent dois devons devez devoir faut
modality    should   devrait devraient devrais devrions faudrait
modality    will     va vais vont allons allez
quantifier  all      tous toutes tout toute chaque toujours
quantifier  some     quelques certains certaines plusieurs parfois
quantifier  one_of   un_des une_des
quantifier  many     beaucoup nombreux nombreuses souvent
quantifier  most     plupart majorité généralement habituellement normalement principalement essentiellement
quantifier  most     majoritairement globalement en_général en_grande_partie pour_l_essentiel dans_l_ensemble
quantifier  partly   partiellement en_partie plutôt dans_une_certaine_mesure
quantifier  principle en_principe
quantifier  few      peu rarement moins
quantifier  only     seulement uniquement
quantifier  nearly   presque quasi quasiment
quantifier  also     pas_seulement non_seulement
condition   if       si pourvu tant_que à_condition
condition   unless   sauf à_moins
contrast    but      mais cependant toutefois pourtant quoique bien_que même_si
grammatical_person 1s  je j me m moi mon ma mes
grammatical_person 1p  nous notre nos
grammatical_person 2   tu te toi ton ta tes vous votre vos
grammatical_person 3m  il elle lui
grammatical_person 3p  ils elles eux leur leurs
""",
}
