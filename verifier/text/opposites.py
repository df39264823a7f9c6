"""Words that say the opposite of each other, by language: each word left of "=" of each word right of it.

One form of a word is enough where its endings tell the others; irregular and separable forms are listed.
"""

from __future__ import annotations

OPPOSITES = {
    "en": """for=against before=after above=below up=down in=out inside=outside increase=decrease increase=reduce
        rise=fall rising=falling raise=cut raise=lower raised=lowered increased=decreased higher=lower high=low
        more=less more=fewer better=worse best=worst first=last support=oppose supports=opposes agree=oppose win=lose
        won=lost buy=sell open=close accept=reject accepted=rejected allow=ban allowed=banned allow=prevent good=bad
        right=wrong strong=weak stronger=weaker friend=enemy friends=enemies success=failure succeed=fail
        succeeded=failed start=stop started=stopped include=exclude safe=dangerous easy=hard pass=fail passed=failed
        begin=end began=ended love=hate gain=loss gains=losses war=peace late=early majority=minority maximum=minimum
        most=least internal=external import=export
        increase,rise,grow,climb,expand,soar=decrease,fall,decline,drop,shrink,sink,reduce,cut,plunge
        raise,boost=cut,lower,reduce support,back,praise,commend,welcome=oppose,condemn,criticize,criticise
        hope=fear,doubt believe=doubt praise=blame keep,retain=remove,abandon,drop big,large,huge=small,tiny
        new,young=old rich=poor peaceful=military,violent attack=defend allow,permit=forbid,prohibit
        protect=endanger,threaten strengthen=weaken create=destroy build=destroy approve=reject confirm=deny
        trust=distrust encourage=discourage legal=illegal cheap=expensive cheaper=dearer easy=difficult always=never
        true=untrue long=short longer=shorter fast=slow faster=slower near=far innocent=guilty able=unable
        public=private before,until,till=after,since beginning,start=end double=halve already=soon with=without
        future=past extend=shorten gain=lose,lost earliest=latest now=later hire=fire,dismiss
        prevent,stop,hinder=help,enable similar=different partly,partially=completely,fully,entirely
        improve=worsen,deteriorate civilian=military lend=borrow arrive=leave remember=forget join=leave admit=deny
        down,downward,downwards=rising,rises,rose,upward,upwards up=falling,fell
        reject,refuse,spurn,rebuff=embrace,accept,welcome,endorse,adopt
        overturn,overrule,quash,repeal,revoke,rescind,scrap,abolish=uphold,sustain,affirm,reaffirm,preserve,enact
        introduce,establish=abolish,scrap,abandon enact,pass=repeal,block
        condemn,denounce,decry,criticize,criticise,slam,deplore=condone,endorse,defend,applaud,hail,laud,praise,welcome
        supportive,favourable,favorable=opposed,hostile,critical,skeptical,sceptical favor,favour=oppose,reject
        proponent,supporter,backer,advocate=opponent,critic allies,allied=adversary,foe,enemy
        increase,raise,boost,hike,swell,bolster=slash,trim,curb,decrease,lower,reduce
        surge,jump,leap,skyrocket,swell=plummet,tumble,slump,fall,drop,decline,plunge,dwindle
        accelerate,quicken,hasten=slow,decelerate,delay expedite=delay advance=retreat,withdraw hawkish=dovish
        hawk=dove expand,broaden,widen=contract,narrow,limit,restrict,curtail gain,gained=lose,lost,forfeit
        profit=loss profitable=unprofitable impose,reimpose,tighten=lift,ease,loosen,relax tight=loose
        deploy,send,dispatch=withdraw,recall escalate,intensify,inflame=de-escalate,defuse,ease,calm,abate
        include,including=exclude,excluding,omit comply,obey,abide=violate,defy,breach,flout
        honor,honour,respect,observe,fulfill,fulfil=breach,break,broke,broken,violate,ignore
        optimistic,hopeful,upbeat,bullish=pessimistic,gloomy,bearish,downbeat optimism=pessimism
        likely,probable,plausible=unlikely,improbable,implausible acquit,exonerate=convict,indict,implicate
        acquittal=conviction guilt=innocence voluntary,optional=mandatory,compulsory,obligatory voluntarily=forcibly
        temporary,provisional,interim=permanent,lasting temporarily=permanently domestic=foreign surplus=deficit
        credible,substantiated=baseless,unfounded,unsubstantiated
        necessary,essential,vital,crucial=unnecessary,needless,superfluous responsible=irresponsible direct=indirect
        legitimate=illegitimate regular=irregular relevant=irrelevant lawful=unlawful constitutional=unconstitutional
        fair=unfair stable=unstable certain=uncertain acceptable=unacceptable popular=unpopular
        successful=unsuccessful lead,led=trail ahead=behind superior=inferior exceed,surpass=undershoot,trail
        maximize,maximise=minimize,minimise exaggerate,overstate=understate,downplay overestimate=underestimate
        positive=negative positively=negatively active=passive visible,overt=invisible,covert
        advantage,benefit,asset=disadvantage,drawback,liability benefit,help=harm,hurt,damage
        beneficial,helpful,harmless=harmful,detrimental,damaging healthy=unhealthy,sick
        victory,win,triumph=defeat,loss victorious=defeated winner=loser
        simple,simplify=complex,complicate,complicated calm=panic brave,courageous=cowardly hero=coward,villain
        careful,cautious,prudent=careless,reckless guarded=reckless unite,unify=divide,split united=divided
        unity=division together=apart,separately consensus=disagreement
        ordinary,normal,usual=extraordinary,abnormal,unusual major=minor
        substantial,significant,considerable=insignificant,negligible,marginal,minimal urban=rural
        global,worldwide=local national=international modern=outdated,obsolete progressive=conservative
        liberal=conservative wealthy,affluent,prosperous=impoverished,poor wealth,prosperity=poverty
        abundant,plentiful,ample,abundance=scarce,scarcity,shortage sufficient,adequate=insufficient,inadequate
        full=empty hot,warm=cold,cool thick=thin deep=shallow wide,broad=narrow
        sharp,sharply,steep,steeply=slight,slightly,gradual,gradually,modest,modestly
        suddenly,abruptly,immediately=gradually,eventually quick,quickly,rapid,rapidly,swift,swiftly=slow,slowly
        safe,secure=unsafe,insecure,dangerous safety=danger calm,quiet=loud,turbulent
        honest,truthful,sincere=dishonest,deceitful,insincere truth=lie,falsehood true=false genuine,authentic=fake
        fact=fiction,myth real=imaginary,fake accurate,correct=inaccurate,incorrect,mistaken
        democracy=dictatorship,autocracy freedom,liberty=oppression,slavery free=imprison,enslaved
        release,freed=detain,jail arrest,imprison,detain=release,free captured,seized=liberated,freed liberate=occupy
        reward=punish punish=pardon,forgive attract=repel,deter gather=scatter,disperse friendly=hostile,unfriendly
        welcome,welcoming=hostile,unwelcome love,adore=hate,despise,loathe admire,respect=despise,disdain
        respect=contempt proud=ashamed happy,glad,pleased,delighted=unhappy,sad,angry,disappointed,dismayed
        satisfied=dissatisfied satisfied,content=disappointed,frustrated pride=shame joy=sorrow,grief
        confident=doubtful,anxious confidence=doubt,distrust,mistrust trust=mistrust,suspicion hope=despair
        fearless=fearful reassured,reassuring=alarmed,alarming,worrying,worried encouraging=discouraging,disheartening
        appoint=dismiss,sack,fire hired,recruited=fired,sacked,dismissed employment=unemployment employed=unemployed
        promote=demote stay,remain=leave,depart enter,join=exit,leave arrival=departure
        resume,continue,proceed=halt,suspend,stop,pause,cease,discontinue launch,initiate=halt,end,terminate,scrap
        permanent,continuous=sporadic,intermittent complete,completed,finished=incomplete,unfinished,unstarted
        remember,recall=forget,forgot,forgotten notice=overlook,ignore reveal,disclose,expose=conceal,hide,hid
        publish,disclose=withhold,suppress transparent=opaque transparency=secrecy known=unknown
        acknowledge,concede,admit,recognize,recognise=deny,dispute,refute
        confirmed,corroborated=refuted,denied,contradicted prove=disprove verify=falsify agree=disagree,refuse
        agreement=disagreement approval=disapproval,rejection
        approve,authorize,authorise,ratify,greenlight=veto,block,disapprove,deny,reject grant=deny,refuse,revoke
        permission=prohibition permissible=impermissible allow,enable,facilitate=block,hamper,impede,obstruct,thwart
        encourage,urge=deter,dissuade,discourage persuade=dissuade incentive=disincentive
        save,rescue=squander,waste,kill save=spend,spent spending=saving,savings
        income,revenue,revenues=expenditure,expense,expenses credit=debit creditor=debtor lender=borrower buyer=seller
        inflation=deflation inflow=outflow growth=contraction,recession,decline boom=bust,slump,recession
        recovery=collapse,slump prosper,thrive,flourish=struggle,languish,suffer subsidize,subsidise=tax
        overpaid=underpaid expensive=affordable,inexpensive,cheap centralize,centralise=decentralize,decentralise
        nationalize,nationalise=privatize,privatise regulate,regulation=deregulate,deregulation
        legalize,legalise=outlaw,criminalize,criminalise,ban attacker,aggressor=defender perpetrator=victim
        offensive=defensive provoke=appease armed=unarmed,disarmed ceasefire,truce,peace=offensive,war,warfare
        mobilize,mobilise=demobilize,demobilise combatant=noncombatant survive=die,died,perish alive=dead birth=death
        living=dead born=died life=death youth=elderly older=younger senior=junior north=south northern=southern
        east=west eastern=western upper=lower top=bottom forward,forwards=backward,backwards onward=back
        ascend=descend vertical=horizontal sunrise=sunset earlier=later prior=subsequent
        previous,preceding=following,next,subsequent ancient=modern predecessor=successor former=current
        total,complete=partial unanimous=divided,split unanimously=narrowly overwhelmingly=narrowly
        overwhelming=narrow,slim unilateral=multilateral,bilateral,joint unilaterally=jointly joint=separate
        collective=individual willing,eager,keen,ready=unwilling,reluctant,hesitant readily=reluctantly
        qualify=disqualify obey=disobey connect=disconnect appear=disappear,vanish emerge=vanish lock=unlock
        load=unload freeze,froze,frozen=thaw,unfreeze,unfrozen bind=release binding=nonbinding,voluntary
        insult=compliment,praise offend=please sustainable=unsustainable reliable=unreliable justified=unjustified
        warranted=unwarranted precedented=unprecedented conditional=unconditional limited=unlimited,limitless
        proportionate=disproportionate equal=unequal,different equality=inequality tolerant=intolerant
        solvent=insolvent,bankrupt viable=unviable feasible=unfeasible,infeasible wise=unwise,foolish
        competent,capable=incompetent,incapable effective=ineffective efficient=inefficient useful=useless
        meaningful=meaningless valuable=worthless powerful=powerless important=unimportant,trivial wisdom=folly
        luck,fortunate,lucky=misfortune,unfortunate,unlucky
        fortunately,thankfully,luckily=unfortunately,regrettably,sadly progress=setback,regression upgrade=downgrade
        upturn=downturn upside=downside income=outgoings uphill=downhill upstream=downstream overpriced=underpriced
        overfunded=underfunded oversupply=shortage,undersupply""",
    "de": """lehnen,lehnt,lehnten=stimmen,stimmt,stimmten,befürworten,begrüßen,begrüßten für=gegen vor=nach über=unter
        erhöhen=senken erhöht=gesenkt steigen=sinken steigt=sinkt gestiegen=gesunken mehr=weniger besser=schlechter
        gut=schlecht stark=schwach richtig=falsch hoch=niedrig höher=niedriger zustimmen=ablehnen erlauben=verbieten
        erlaubt=verboten gewinnen=verlieren gewonnen=verloren freund=feind freunde=feinde erfolg=misserfolg
        krieg=frieden anfang=ende mindestens=höchstens erste=letzte ersten=letzten minimum=maximum mehrheit=minderheit
        einschließen=ausschließen zunehmen,wachsen,steigen,klettern=abnehmen,schrumpfen,sinken,fallen
        steigern,erhöhen,anheben=senken,kürzen
        unterstützen,fördern,begrüßen=bekämpfen,ablehnen,kritisieren,verurteilen groß,große=klein,kleine
        alt,alte=neu,neue,jung,junge stärken=schwächen,schwaechen hoffen=fürchten,bezweifeln,bezweifle,befürchten
        glauben=bezweifeln,bezweifle erfreulich=bedauerlich,unerfreulich teuer,teurer=billig,billiger
        leicht,einfach,einfacher=schwer,kompliziert,komplizierter reich=arm lang=kurz länger=kürzer schnell=langsam
        friedlich=militärisch,gewaltsam angreifen=verteidigen schützen=gefährden,bedrohen bauen=zerstören
        bestätigen=bestreiten,leugnen loben=tadeln,kritisieren gewinn=verlust gewinne=verluste einnahmen=ausgaben
        öffentlich=privat früh=spät früher=später öffnen=schließen annehmen=ablehnen bis=ab zukunft=vergangenheit
        verlängern,verlängerung=verkürzen,verkürzung mit=ohne frühestens=spätestens jetzt=später eingestellt=entlassen
        zugesagt=abgesagt teilweise,teil=komplett,vollständig,ganz,ganze verhindern=ermöglichen ähnlich=verschieden
        beginn,anfang=ende,schluss zivil=militärisch verbessern=verschlechtern verdoppeln=halbieren
        unterstützen=lehnen zugestimmt=abgelehnt begonnen=beendet kaufen=verkaufen erinnern=vergessen oben=unten
        aufstocken,aufgestockt,aufstockung,ausgebaut=kürzen,gekürzt,kürzung,reduzieren,abgebaut,abbauen
        erhöhen,erhöht,erhöhte,hoch,hohe,hohen,hohem,hoher,hohes=gering,geringere,niedrig,niedrigere,niedrige,verringert
        erhöhung,steigerung,anstieg,zunahme,zuwachs=senkung,rückgang,abnahme,verringerung,kürzung,minderung
        stieg,stiegen,gestiegen,wuchs,wuchsen,gewachsen,zugenommen,gesteigert=sank,sanken,gesunken,fiel,fielen,gefallen,abgenommen,geschrumpft
        wachstum,aufschwung=rezession,abschwung,schrumpfung aufwärts=abwärts anheben,angehoben=absenken,abgesenkt
        vergrößern,verstärken,ausbauen=verkleinern,verringern,vermindern,reduzieren,abbauen,abschwächen
        ausbau=abbau,rückbau
        einschränken,eingeschränkt,einschränkung,beschränken=ausweiten,ausgeweitet,ausweitung,erweitern,erweiterung
        verschärfen,verschärfung=lockern,lockerung,entschärfen,entschärfung,mildern,abmildern
        befürworten,befürworter=ablehnen,abgelehnt,gegner,kritiker anhänger=gegner ablehnung=zustimmung,befürwortung
        unterstützung=ablehnung,bekämpfung zustimmung=widerspruch,ablehnung
        vorübergehend,vorläufig,befristet,zeitweise,zeitweilig=dauerhaft,endgültig,unbefristet,dauernd,ständig
        freiwillig=verpflichtend,obligatorisch,zwangsweise freiwilligkeit=pflicht,zwang
        gelingen,gelungen,geglückt,gelingt=scheitern,scheiterte,gescheitert,misslungen,misslang
        erfolgreich=erfolglos,gescheitert
        aufnehmen,aufgenommen,aufnahme=abschieben,abgeschoben,abschiebung,abweisen,abgewiesen
        geöffnet,offen,öffnung=geschlossen,schließung,gesperrt entlasten,entlastung=belasten,belastung
        überschuss,überschüsse=defizit,defizite,fehlbetrag schwäche=stärke
        annehmen,angenommen,annahme=ablehnen,abgelehnt,ablehnung,verworfen,zurückgewiesen
        begrüßen,begrüßt,loben,würdigen=verurteilen,verurteilt,bedauern,missbilligen,kritisieren
        einführen,eingeführt,einführung=abschaffen,abgeschafft,abschaffung
        beibehalten,behalten,erhalten=abschaffen,aufgeben,aufgegeben,abgeschafft
        aufheben,aufgehoben,aufhebung=verhängen,verhängt,verhängung entsenden,entsandt=abziehen,abgezogen,zurückziehen
        einhalten,eingehalten,einhaltung,befolgen=verletzen,verletzt,verletzung,brechen,gebrochen,missachten
        erfüllen,erfüllt=verletzen,missachten,verfehlen,verfehlt,unerfüllt halten,gehalten=brechen,gebrochen
        schuldig=unschuldig schuld=unschuld verurteilt,verurteilung=freigesprochen,freispruch freisprechen=verurteilen
        optimistisch,zuversichtlich,hoffnungsvoll=pessimistisch,hoffnungslos,skeptisch
        optimismus,zuversicht=pessimismus,skepsis hoffnung=furcht,befürchtung,verzweiflung vertrauen=misstrauen
        mutig=feige,ängstlich wahrscheinlich=unwahrscheinlich inländisch,heimisch=ausländisch,fremd inland=ausland
        einheimisch=ausländisch innerhalb=außerhalb
        einfuhr,import,importe,importieren=ausfuhr,export,exporte,exportieren
        glaubwürdig,glaubhaft=unglaubwürdig,unglaubhaft begründet=unbegründet,haltlos
        notwendig,nötig,erforderlich=unnötig,überflüssig,entbehrlich
        verantwortungsvoll=verantwortungslos,unverantwortlich direkt,unmittelbar=indirekt,mittelbar
        rechtmäßig,legal,zulässig=rechtswidrig,illegal,unzulässig,unrechtmäßig verfassungsgemäß=verfassungswidrig
        gerecht,fair=ungerecht,unfair gerechtigkeit=ungerechtigkeit gleich=ungleich,verschieden,unterschiedlich
        zuerst=zuletzt vorher,zuvor=danach vorne=hinten vorwärts=rückwärts vorteil,vorteile=nachteil,nachteile
        nutzen,nützen=schaden,schaden nützlich,hilfreich=schädlich,nutzlos
        stark,kräftig,deutlich,erheblich,drastisch=schwach,geringfügig,unerheblich,unwesentlich
        wichtig,bedeutend,wesentlich=unwichtig,unbedeutend,nebensächlich,unwesentlich
        schnell,rasch,zügig=langsam,schleppend,zögerlich
        beschleunigen,beschleunigt=verlangsamen,verzögern,bremsen,gebremst
        plötzlich,schlagartig=allmählich,schrittweise sofort=später,irgendwann,schrittweise
        ganz,gänzlich,völlig,komplett,vollständig,restlos=teilweise,teils
        einig,geschlossen,geeint=uneinig,zerstritten,gespalten einigkeit,einheit=uneinigkeit,spaltung
        gemeinsam=getrennt einigen,geeinigt=zerstritten,gestritten vereinen=spalten verbinden=trennen
        zusammen=getrennt verbündete,verbündeter,partner=gegner,feind,rivale freundlich=feindlich,unfreundlich
        befreundet=verfeindet sieg=niederlage sieger=verlierer siegen=unterliegen angriff=verteidigung,rückzug
        angreifer=verteidiger,opfer vormarsch,vorrücken=rückzug,zurückweichen
        befreien,befreit,befreiung=besetzen,besetzt,besetzung
        freilassen,freigelassen,freilassung=festnehmen,festgenommen,inhaftieren,inhaftiert,verhaftet,festnahme
        freiheit=unfreiheit,unterdrückung,zwang demokratie=diktatur demokratisch=diktatorisch,undemokratisch
        waffenruhe,waffenstillstand=krieg,offensive aufrüsten,aufrüstung=abrüsten,abrüstung bewaffnet=unbewaffnet
        eskalieren,eskalation=deeskalieren,deeskalation,entspannen,entspannung zuspitzen=entspannen
        spannung=entspannung belohnen,belohnt=bestrafen,bestraft lob=tadel,kritik lobte=kritisierte,tadelte
        zugeben,zugegeben,eingeräumt,einräumen=bestreiten,bestritten,leugnen,abstreiten,dementieren
        bestätigt,bestätigung=dementiert,dementi,widerlegt,bestritten bejahen=verneinen beweisen,belegen=widerlegen
        wahrheit=unwahrheit,lüge echt=unecht,gefälscht ehrlich,aufrichtig=unehrlich,verlogen korrekt=inkorrekt,falsch
        offenlegen,veröffentlichen,offengelegt=verschweigen,verheimlichen,geheimhalten,verschwiegen
        offen=verdeckt,heimlich öffentlich=geheim transparent=intransparent bekannt=unbekannt sichtbar=unsichtbar
        einstellen,anstellen=entlassen,kündigen,feuern einstellung,einstellungen=entlassung,entlassungen
        ernennen,ernannt=entlassen,abberufen,abgesetzt beschäftigung=arbeitslosigkeit beschäftigt=arbeitslos
        fortsetzen,fortgesetzt,fortsetzung,weiterführen=abbrechen,abgebrochen,abbruch,beenden,beendet,unterbrechen,stoppen
        beginnen,starten,anfangen,angefangen=enden,beenden,aufhören,aufgehört,stoppen,gestoppt
        gestartet=gestoppt,beendet ankommen,ankunft=abfahren,abreisen,abfahrt,abreise
        eintreten,eintritt,beitritt,beitreten=austreten,austritt einreisen,einreise=ausreisen,ausreise
        einwanderung=auswanderung zuzug=wegzug einsteigen,einstieg=aussteigen,ausstieg zusagen,zusage=absagen,absage
        zusätzlich=abzüglich genehmigen,genehmigt,genehmigung=untersagen,untersagt,verbieten,verweigern,verweigert
        erlaubnis=verbot zulassen,zugelassen=verbieten,untersagen,untersagt,verboten,ausgeschlossen
        ermutigen,ermutigend=entmutigen,entmutigend beruhigen,beruhigend=beunruhigen,beunruhigend,alarmierend
        glücklich,froh,zufrieden,erfreut=unglücklich,traurig,unzufrieden,enttäuscht,verärgert stolz=beschämt
        bewundern,achten=verachten respekt,achtung=verachtung sparen,einsparen=ausgeben,verschwenden
        sparsam=verschwenderisch einnehmen,eingenommen=ausgeben,ausgegeben günstig,preiswert=teuer,ungünstig
        verbilligen=verteuern gläubiger=schuldner käufer=verkäufer arbeitgeber=arbeitnehmer reichtum,wohlstand=armut
        wohlhabend=arm,bedürftig ausreichend,genug,hinreichend=unzureichend,ungenügend überfluss=mangel,knappheit
        positiv=negativ aktiv=passiv bewusst=unbewusst,versehentlich
        absichtlich,vorsätzlich=unabsichtlich,versehentlich,fahrlässig fortschritt=rückschritt,rückschlag
        besserung,verbesserung=verschlechterung,verschlimmerung modern=veraltet,rückständig
        konservativ=progressiv,liberal städtisch=ländlich vorgänger=nachfolger norden=süden osten=westen
        nördlich=südlich östlich=westlich leben,lebendig=tod,tot überleben,überlebt=sterben,gestorben geburt=tod
        ältere=jüngere gesund=krank,ungesund sauber=schmutzig warm=kalt,kühl hell=dunkel voll=leer breit=schmal,eng
        nah,nahe=fern ruhig=laut,unruhig stabil=instabil,labil beständig=unbeständig zuverlässig=unzuverlässig
        vernünftig=unvernünftig klug=dumm,unklug vorsichtig=leichtsinnig,rücksichtslos sorgfältig=nachlässig,schlampig
        bereit,willens=unwillig abgeneigt=geneigt fähig=unfähig wirksam,effektiv=wirkungslos,unwirksam,ineffektiv
        sinnvoll=sinnlos,unsinnig wertvoll=wertlos privatisieren=verstaatlichen regulieren=deregulieren
        zentral=dezentral staatlich=privat einstimmig=umstritten unumstritten=umstritten
        einseitig=beidseitig,gemeinsam vorziehen,vorgezogen=verschieben,verschoben,aufschieben,aufgeschoben
        überschätzen,überschätzt=unterschätzen,unterschätzt
        übertreiben,übertrieben=untertreiben,untertrieben,verharmlosen
        überschreiten,überschritten,übertreffen=unterschreiten,unterschritten,verfehlen""",
    "fr": """pour=contre avant=après plus=moins augmenter=baisser augmenter=réduire hausse=baisse mieux=pire
        bon=mauvais fort=faible accepter=refuser gagner=perdre ami=ennemi guerre=paix premier=dernier
        majorité=minorité permettre=interdire soutenir,saluer=combattre,condamner,critiquer grand=petit
        nouveau,jeune=vieux riche=pauvre augmenter,croître,monter=diminuer,baisser,réduire,reculer renforcer=affaiblir
        construire=détruire ouvrir=fermer confirmer=démentir espérer=craindre avec=sans facile=difficile
        acheter=vendre augmentation,hausse=baisse,diminution,réduction,recul élevé,haut=bas,faible,modeste
        accepter,approuver,adopter,accepté,approuvé=rejeter,refuser,rejeté,refusé,désapprouver
        autoriser,autorisé,permis=interdire,interdit soutien,appui=opposition partisan=opposant,adversaire
        soutenir,appuyer,défendre=attaquer,rejeter,dénoncer attaque,attaquer=défense,défendre victoire=défaite
        vainqueur=vaincu succès,réussite=échec réussir,réussi=échouer,échoué gain,profit,bénéfice=perte gagné=perdu
        excédent=déficit recettes=dépenses importer,importation=exporter,exportation meilleur=pire
        améliorer,amélioration=aggraver,détériorer,dégrader,aggravation,dégradation accélérer=ralentir
        rapide,rapidement=lent,lentement élargir,étendre=restreindre,limiter durcir=assouplir,alléger alourdir=alléger
        imposer=lever déployer,envoyer=retirer respecter=violer,enfreindre,bafouer légal=illégal légitime=illégitime
        juste=injuste coupable=innocent condamner,condamné=acquitter,acquitté,gracier
        volontaire,facultatif=obligatoire temporaire,provisoire=permanent,définitif
        temporairement,provisoirement=définitivement optimiste=pessimiste probable=improbable certain=incertain
        possible=impossible nécessaire,indispensable=inutile,superflu utile=inutile,nuisible direct=indirect
        responsable=irresponsable avantage=inconvénient positif=négatif fini,fin=début,commencement
        commencer,débuter,commencé=finir,terminer,cesser,terminé
        continuer,poursuivre,reprendre=arrêter,cesser,interrompre,suspendre entrer,entrée=sortir,sortie
        arriver,arrivée=partir,départ rester=partir,quitter
        libérer,libération,libéré=arrêter,emprisonner,détenir,arrestation liberté=oppression vrai=faux vérité=mensonge
        confirmer,avouer,admettre,reconnaître=nier,contester embaucher,recruter=licencier embauche=licenciement
        emploi=chômage nommer=révoquer,limoger totalement,entièrement,complètement=partiellement
        heureux,content,satisfait=malheureux,triste,mécontent,déçu amour=haine aimer=détester,haïr fier=honteux
        confiance=méfiance,défiance espoir=crainte,désespoir rassurant=inquiétant cher,coûteux=abordable
        richesse=pauvreté long=court large=étroit vie,vivant=mort naître=mourir public=privé étranger=national
        dessus=dessous intérieur=extérieur chaud=froid plein=vide lourd=léger allié=ennemi,adversaire uni=divisé
        union,unité=division ensemble=séparément maximum=minimum davantage=moins supérieur=inférieur tôt=tard
        soutenu,défendu,appuyé=combattu,attaqué,rejeté,critiqué,condamné confirmé=démenti,nié,contesté vendu=acheté
        augmenté,accru,monté=réduit,diminué,baissé,reculé élargi,étendu=restreint,limité,réduit durci=assoupli,allégé
        construit=détruit ouvert=fermé renforcé=affaibli respecté=violé,enfreint,bafoué accéléré=ralenti entré=sorti
        arrivé,resté=parti embauché=licencié imposé=levé autorisé,permis,autorise=interdit,interdite""",
}
