"""Records of the shapes that parliaments publish, with invented words."""

BUNDESTAG = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE dbtplenarprotokoll SYSTEM "dbtplenarprotokoll.dtd">
<dbtplenarprotokoll wahlperiode="20" sitzung-nr="214" sitzung-datum="05.03.2024" sitzung-ort="Berlin">
 <vorspann><kopfdaten><p klasse="J">Inhalt der Sitzung</p></kopfdaten></vorspann>
 <sitzungsverlauf>
 <sitzungsbeginn><name>Präsidentin Anna Muster:</name><p klasse="J">Die Sitzung ist eröffnet.</p></sitzungsbeginn>
 <tagesordnungspunkt top-id="1"><p klasse="T_fett">Der Hafen</p><rede id="R1">
  <p klasse="redner"><redner id="1"><name><titel>Dr.</titel><vorname>Johann</vorname><namenszusatz>von</namenszusatz>
   <nachname>Wald</nachname><fraktion>FDP</fraktion></name></redner>Dr.\u00a0Johann von\u00a0Wald (FDP):</p>
  <p klasse="J_1">Frau Präsidentin! Der Hafen
   bleibt offen.</p><kommentar>(Beifall bei der FDP)</kommentar><p klasse="O">Das ist gut.</p>
  <name>Präsidentin Anna Muster:</name><p klasse="J_1">Kommen Sie bitte zum Schluss.</p>
  <p klasse="redner"><redner id="1"><name><vorname>Johann</vorname><nachname>Wald</nachname></name></redner>Wald:</p>
  <p klasse="J">Danke.</p>
 </rede><rede id="R2">
  <p klasse="redner"><redner id="2"><name><vorname>Eva</vorname><nachname>See</nachname><rolle>
   <rolle_lang>Bundesministerin der Häfen</rolle_lang></rolle></name></redner>Eva See, Bundesministerin der Häfen:</p>
  <p klasse="Z">Er schließt nie.</p></rede></tagesordnungspunkt></sitzungsverlauf></dbtplenarprotokoll>"""

PARLPARSE = """<publicwhip scraperversion="a" latest="yes">
<major-heading id="uk.org.publicwhip/debate/2024-03-05a.11.0" time="11:30:00">Harbours</major-heading>
<speech id="uk.org.publicwhip/debate/2024-03-05a.11.1" speakername="Jane Roe" time="11:34:00"><p pid="a">The harbour
 stays <i>open</i>.</p><p pid="b">For ever.</p></speech>
<speech id="uk.org.publicwhip/debate/2024-03-05a.11.2" nospeaker="true" time="11:35:00"><p>Question put.</p></speech>
<speech id="uk.org.publicwhip/debate/2024-03-05a.11.3" speakername="Hon. Members"><p>Hear, hear.</p></speech>
</publicwhip>"""

EP = """<DEBATS><CHAPTER NUMBER="2"><TL-CHAP VL="EN">Harbours</TL-CHAP><NUMERO VOD-START="2024-03-05T17:02:11"/>
<INTERVENTION><ORATEUR PP="NULL" LG="EN" MEPID="0" LIB="President" SPEAKER_TYPE="NULL"><EMPHAS NAME="B">President.
</EMPHAS></ORATEUR><PARA> – The sitting is open.</PARA></INTERVENTION>
<INTERVENTION><ORATEUR PP="Verts/ALE" LG="EN" MEPID="1" LIB="Jana | Nová" SPEAKER_TYPE="NULL"><EMPHAS NAME="B">Jana Nová
 (Verts/ALE).</EMPHAS></ORATEUR><PARA> – Madam&#xa0;President, harbours stay open – always.</PARA>
<PARA>Thank you.</PARA></INTERVENTION>
<INTERVENTION><ORATEUR PP="S&amp;D" LG="ES" MEPID="2" LIB="José | Mar" SPEAKER_TYPE="NULL"/><PARA>– Señora, sí.</PARA>
</INTERVENTION>
<INTERVENTION><ORATEUR PP="PPE" LG="EN" MEPID="3" LIB="Al | Dock" SPEAKER_TYPE="ecrit"/><PARA>I voted for it.</PARA>
</INTERVENTION>
<INTERVENTION><ORATEUR PP="PPE" LG="PT" MEPID="4" LIB="Rui | Cais" SPEAKER_TYPE="NULL"/>
<PARA>(<EMPHAS NAME="I">por escrito</EMPHAS>) Votei a favor.</PARA></INTERVENTION></CHAPTER></DEBATS>"""

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ParlaMint-GB_2024-03-05-commons" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title type="main" xml:lang="en">Sitting of 5 March</title></titleStmt></fileDesc>
<profileDesc><settingDesc><setting><name type="city">London</name><date when="2024-03-05">5.3.</date></setting>
</settingDesc></profileDesc></teiHeader><text><body><div type="debateSection"><head>Harbours</head>
<note type="speaker">Jane Roe</note>
<u xml:id="u1" who="#JaneRoe" ana="#chair"><seg xml:id="s1">The harbour <vocal><desc>laughs</desc></vocal> stays
 open.</seg>
<kinesic><desc>Applause</desc></kinesic><seg>For<gap/> ever.</seg></u>
<u who="list.xml#JoPoe"><seg>Why is it so?</seg></u><u><seg>Nobody is named here.</seg></u></div></body></text></TEI>"""

AKOMA = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="hansard"><meta>
<identification><FRBRWork><FRBRdate date="2024-03-05" name="sitting"/><FRBRalias value="Debate on harbours"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification><references>
<TLCPerson eId="roe" showAs="Jane Roe"/></references></meta><debateBody><debateSection><heading>Harbours</heading>
<speech by="#roe" startTime="2024-03-05T10:00:00"><from>Mrs Roe:</from><p>The harbour stays open.</p><p>For ever.</p>
</speech><scene>[Interruption]</scene><speech by="#poe"><from>Mr. Jo Poe (Docks)</from><p>Why is it so?</p></speech>
</debateSection></debateBody></debate></akomaNtoso>"""

CREC = """<html><body><pre>
[Congressional Record Volume 170, Number 40 (Tuesday, March 5, 2024)]
[Senate]
[Pages S1233-S1234]
From the Congressional Record Online through the Government Publishing Office [www.gpo.gov]

                               HARBOURS

  Mr. SCHUMER. Mr. President, the harbour stays open for every ship that
comes, and it is a well-
known one, and the people

[[Page S1234]]

who live there know it.
  I thank the mayor.
       An article that was printed and never read aloud.
  (Mr. KAINE assumed the Chair.)
  The PRESIDING OFFICER (Mr. Welch). Without objection, it is so ordered.
  Mrs. McMORRIS RODGERS of Washington. I yield &amp; wait.
{time} 1400
  <bullet> Mr. KAINE. This was handed in.

                          ____________________
</pre></body></html>"""

CANADA = """\ufeff<Hansard><ExtractedInformation><ExtractedItem Name="MetaCreationTime">2024/03/05 10:00:00
</ExtractedItem></ExtractedInformation><HansardBody><Timestamp Hr="10" Mn="05">(1005)</Timestamp>
<FloorLanguage language="EN">[English]</FloorLanguage><Intervention Type="Debate" id="1"><PersonSpeaking>
<Affiliation DbId="2" Type="2">Mr. Mark Gale (Harbour and the Islands, Lib.)</Affiliation>: </PersonSpeaking><Content>
<ParaText id="3">The harbour stays open.</ParaText><FloorLanguage language="FR">[Translation]</FloorLanguage>
<ParaText id="4">It never closes.</ParaText></Content></Intervention>
<Intervention Type="Interjection"><PersonSpeaking><Affiliation>Some hon. members</Affiliation>: </PersonSpeaking>
<Content><FloorLanguage language="EN">[English]</FloorLanguage><ParaText>Hear, hear.</ParaText></Content></Intervention>
</HansardBody></Hansard>"""
