<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AssertionsView</name>
    <message numerus="yes">
        <source>%n support</source>
        <translation>
            <numerusform>%n support</numerusform>
            <numerusform>%n support</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nuance</source>
        <translation>
            <numerusform>%n nuance</numerusform>
            <numerusform>%n nuance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradict</source>
        <translation>
            <numerusform>%n contradict</numerusform>
            <numerusform>%n contradict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) of the concept bear on it not yet</source>
        <translation>
            <numerusform>%n segment of the concept bear on it not yet</numerusform>
            <numerusform>%n segments of the concept bear on it not yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AutoCode</name>
    <message numerus="yes">
        <source>Code %n segment(s)</source>
        <translation>
            <numerusform>Code %n segment</numerusform>
            <numerusform>Code %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) coded automatically.</source>
        <translation>
            <numerusform>%n segment coded automatically.</numerusform>
            <numerusform>%n segments coded automatically.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message numerus="yes">
        <source>Make again: %n value(s) changed since</source>
        <translation>
            <numerusform>Make again: %n value changed since</numerusform>
            <numerusform>Make again: %n values changed since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellPreview</name>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n coded segment</numerusform>
            <numerusform>%n coded segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradicting</source>
        <translation>
            <numerusform>%n contradicting</numerusform>
            <numerusform>%n contradicting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n coded segment(s)</source>
        <translation>
            <numerusform>Show %n coded segment</numerusform>
            <numerusform>Show %n coded segments</numerusform>
        </translation>
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
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectedDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) differ.</source>
        <translation>
            <numerusform>%Ln place differ.</numerusform>
            <numerusform>%Ln places differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s), excerpt(s) and question(s) stay on their words.</source>
        <translation>
            <numerusform>%Ln coding, excerpt and question stay on their words.</numerusform>
            <numerusform>%Ln codings, excerpts and questions stay on their words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n coded segment</numerusform>
            <numerusform>%n coded segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contrary</source>
        <translation>
            <numerusform>%n contrary</numerusform>
            <numerusform>%n contrary</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contrary alone</source>
        <translation>
            <numerusform>%n contrary alone</numerusform>
            <numerusform>%n contrary alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message numerus="yes">
        <source>Take over %n fact(s) that the files tell</source>
        <translation>
            <numerusform>Take over %n fact that the files tell</numerusform>
            <numerusform>Take over %n facts that the files tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) described.</source>
        <translation>
            <numerusform>%n document described.</numerusform>
            <numerusform>%n documents described.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message numerus="yes">
        <source>No rule reaches %n value(s): {values}</source>
        <translation>
            <numerusform>No rule reaches %n value: {values}</numerusform>
            <numerusform>No rule reaches %n values: {values}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideTab</name>
    <message numerus="yes">
        <source>No interviewer is heard in %n document(s).</source>
        <translation>
            <numerusform>No interviewer is heard in %n document.</numerusform>
            <numerusform>No interviewer is heard in %n documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldingBack</name>
    <message numerus="yes">
        <source>%n code(s) held back: {codes}</source>
        <translation>
            <numerusform>%n code held back: {codes}</numerusform>
            <numerusform>%n codes held back: {codes}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n document(s) imported</source>
        <translation>
            <numerusform>%n document imported</numerusform>
            <numerusform>%n documents imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) left out</source>
        <translation>
            <numerusform>%n hidden file left out</numerusform>
            <numerusform>%n hidden files left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s) tied to the participant of the same name</source>
        <translation>
            <numerusform>%n speaker tied to the participant of the same name</numerusform>
            <numerusform>%n speakers tied to the participant of the same name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesTab</name>
    <message numerus="yes">
        <source>%n names to decide on</source>
        <translation>
            <numerusform>%n names to decide on</numerusform>
            <numerusform>%n names to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names are hidden</source>
        <translation>
            <numerusform>%n names are hidden</numerusform>
            <numerusform>%n names are hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message numerus="yes">
        <source>Every suggestion is decided upon; %n document(s) wait for your first pass.</source>
        <translation>
            <numerusform>Every suggestion is decided upon; %n document wait for your first pass.</numerusform>
            <numerusform>Every suggestion is decided upon; %n documents wait for your first pass.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message numerus="yes">
        <source>Definition match, unmeasured: what is written of both, and %n passage(s) read</source>
        <translation>
            <numerusform>Definition match, unmeasured: what is written of both, and %n passage read</numerusform>
            <numerusform>Definition match, unmeasured: what is written of both, and %n passages read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Organisations</name>
    <message numerus="yes">
        <source>{attribute}: %n new</source>
        <translation>
            <numerusform>{attribute}: %n new</numerusform>
            <numerusform>{attribute}: %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherHitsList</name>
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
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomesDialog</name>
    <message numerus="yes">
        <source>%n document(s) imported.</source>
        <translation>
            <numerusform>%n document imported.</numerusform>
            <numerusform>%n documents imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) left out.</source>
        <translation>
            <numerusform>%n hidden file left out.</numerusform>
            <numerusform>%n hidden files left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message numerus="yes">
        <source>Make a concept of %n code(s)</source>
        <translation>
            <numerusform>Make a concept of %n code</numerusform>
            <numerusform>Make a concept of %n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: a concept of %n code(s).</source>
        <translation>
            <numerusform>{name}: a concept of %n code.</numerusform>
            <numerusform>{name}: a concept of %n codes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>%n new code(s)</source>
        <translation>
            <numerusform>%n new code</numerusform>
            <numerusform>%n new codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n code(s)</source>
        <translation>
            <numerusform>Add %n code</numerusform>
            <numerusform>Add %n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>%n participant(s) removed; undo brings them back.</source>
        <translation>
            <numerusform>%n participant removed; undo brings them back.</numerusform>
            <numerusform>%n participants removed; undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
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
    <message numerus="yes">
        <source>&amp;Import %n document(s)</source>
        <translation>
            <numerusform>&amp;Import %n document</numerusform>
            <numerusform>&amp;Import %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) or excerpt(s) would be removed. It can be undone.</source>
        <translation>
            <numerusform>%n coding or excerpt would be removed. It can be undone.</numerusform>
            <numerusform>%n codings or excerpts would be removed. It can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewOpening</name>
    <message numerus="yes">
        <source>… and %Ln more character(s)</source>
        <translation>
            <numerusform>… and %Ln more character</numerusform>
            <numerusform>… and %Ln more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewVoices</name>
    <message numerus="yes">
        <source>The label stands in %n other file(s), too</source>
        <translation>
            <numerusform>The label stands in %n other file, too</numerusform>
            <numerusform>The label stands in %n other files, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityView</name>
    <message numerus="yes">
        <source>%n decision(s) or coding(s) since this was measured.</source>
        <translation>
            <numerusform>%n decision or coding since this was measured.</numerusform>
            <numerusform>%n decisions or codings since this was measured.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quotations</name>
    <message numerus="yes">
        <source>%n quotation(s) to look at</source>
        <translation>
            <numerusform>%n quotation to look at</numerusform>
            <numerusform>%n quotations to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeState</name>
    <message numerus="yes">
        <source>%n file(s) in {folder} are not as they would be made now.</source>
        <translation>
            <numerusform>%n file in {folder} are not as they would be made now.</numerusform>
            <numerusform>%n files in {folder} are not as they would be made now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What it made in {folder} may be stale: %n change(s) of the study since.</source>
        <translation>
            <numerusform>What it made in {folder} may be stale: %n change of the study since.</numerusform>
            <numerusform>What it made in {folder} may be stale: %n changes of the study since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportNotice</name>
    <message numerus="yes">
        <source>%n quotation(s) in print name somebody’s hidden firm, or nobody who took part.</source>
        <translation>
            <numerusform>%n quotation in print name somebody’s hidden firm, or nobody who took part.</numerusform>
            <numerusform>%n quotations in print name somebody’s hidden firm, or nobody who took part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confidential participant(s) can be told by what is printed of them.</source>
        <translation>
            <numerusform>%n confidential participant can be told by what is printed of them.</numerusform>
            <numerusform>%n confidential participants can be told by what is printed of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are printed whose words single somebody out.</source>
        <translation>
            <numerusform>%n place are printed whose words single somebody out.</numerusform>
            <numerusform>%n places are printed whose words single somebody out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RereadingDialog</name>
    <message numerus="yes">
        <source>You worked on %n document(s) before this code was made.</source>
        <translation>
            <numerusform>You worked on %n document before this code was made.</numerusform>
            <numerusform>You worked on %n documents before this code was made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionsDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message numerus="yes">
        <source>Code %n segment(s)</source>
        <translation>
            <numerusform>Code %n segment</numerusform>
            <numerusform>Code %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) coded.</source>
        <translation>
            <numerusform>%n segment coded.</numerusform>
            <numerusform>%n segments coded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recode %n coding(s) of {code} as</source>
        <translation>
            <numerusform>Recode %n coding of {code} as</numerusform>
            <numerusform>Recode %n codings of {code} as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) recoded as {code}.</source>
        <translation>
            <numerusform>%n coding recoded as {code}.</numerusform>
            <numerusform>%n codings recoded as {code}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recode %n segment(s)</source>
        <translation>
            <numerusform>Recode %n segment</numerusform>
            <numerusform>Recode %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %n coding(s) off from {code}</source>
        <translation>
            <numerusform>Split %n coding off from {code}</numerusform>
            <numerusform>Split %n codings off from {code}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do not keep %n coded segment(s) for {code}</source>
        <translation>
            <numerusform>Do not keep %n coded segment for {code}</numerusform>
            <numerusform>Do not keep %n coded segments for {code}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) written.</source>
        <translation>
            <numerusform>%n decision written.</numerusform>
            <numerusform>%n decisions written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide on %n segment(s)</source>
        <translation>
            <numerusform>Decide on %n segment</numerusform>
            <numerusform>Decide on %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Said of %n segment(s).</source>
        <translation>
            <numerusform>Said of %n segment.</numerusform>
            <numerusform>Said of %n segments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n excerpt(s)</source>
        <translation>
            <numerusform>Make %n excerpt</numerusform>
            <numerusform>Make %n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) chosen for {code}</source>
        <translation>
            <numerusform>%n excerpt chosen for {code}</numerusform>
            <numerusform>%n excerpts chosen for {code}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetCounts</name>
    <message numerus="yes">
        <source>%n of {total} documents</source>
        <translation>
            <numerusform>%n of {total} documents</numerusform>
            <numerusform>%n of {total} documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} participants</source>
        <translation>
            <numerusform>%n of {total} participants</numerusform>
            <numerusform>%n of {total} participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} codes</source>
        <translation>
            <numerusform>%n of {total} codes</numerusform>
            <numerusform>%n of {total} codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n document(s) into a set</source>
        <translation>
            <numerusform>Put %n document into a set</numerusform>
            <numerusform>Put %n documents into a set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n participant(s) into a set</source>
        <translation>
            <numerusform>Put %n participant into a set</numerusform>
            <numerusform>Put %n participants into a set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n code(s) into a set</source>
        <translation>
            <numerusform>Put %n code into a set</numerusform>
            <numerusform>Put %n codes into a set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SinglesOut</name>
    <message numerus="yes">
        <source>No name is in it, but %n confidential participant(s) can be told by what is written of them.</source>
        <translation>
            <numerusform>No name is in it, but %n confidential participant can be told by what is written of them.</numerusform>
            <numerusform>No name is in it, but %n confidential participants can be told by what is written of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are written whose words single somebody out.</source>
        <translation>
            <numerusform>%n place are written whose words single somebody out.</numerusform>
            <numerusform>%n places are written whose words single somebody out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message numerus="yes">
        <source>In all %n document(s) where this name occurs</source>
        <translation>
            <numerusform>In all %n document where this name occurs</numerusform>
            <numerusform>In all %n documents where this name occurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n thing due</numerusform>
            <numerusform>%n things due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n coded segment</numerusform>
            <numerusform>%n coded segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
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
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradicting</source>
        <translation>
            <numerusform>%n contradicting</numerusform>
            <numerusform>%n contradicting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not re-read</source>
        <translation>
            <numerusform>%n not re-read</numerusform>
            <numerusform>%n not re-read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message numerus="yes">
        <source>Learned from your codings, and measured on %n document(s) only</source>
        <translation>
            <numerusform>Learned from your codings, and measured on %n document only</numerusform>
            <numerusform>Learned from your codings, and measured on %n documents only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Supervisor</name>
    <message numerus="yes">
        <source>%n remark(s) read as memos</source>
        <translation>
            <numerusform>%n remark read as memos</numerusform>
            <numerusform>%n remarks read as memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read before</source>
        <translation>
            <numerusform>%n read before</numerusform>
            <numerusform>%n read before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on what is no longer in the study</source>
        <translation>
            <numerusform>%n on what is no longer in the study</numerusform>
            <numerusform>%n on what is no longer in the study</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableNotice</name>
    <message numerus="yes">
        <source>%n row(s) read from {name}.</source>
        <translation>
            <numerusform>%n row read from {name}.</numerusform>
            <numerusform>%n rows read from {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) new,</source>
        <translation>
            <numerusform>%n participant new,</numerusform>
            <numerusform>%n participants new,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date,</source>
        <translation>
            <numerusform>%n brought up to date,</numerusform>
            <numerusform>%n brought up to date,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tied to a document.</source>
        <translation>
            <numerusform>%n tied to a document.</numerusform>
            <numerusform>%n tied to a document.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ties</name>
    <message numerus="yes">
        <source>{speaker} · %n turn(s)</source>
        <translation>
            <numerusform>{speaker} · %n turn</numerusform>
            <numerusform>{speaker} · %n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToReview</name>
    <message numerus="yes">
        <source>%n coded segment(s)</source>
        <translation>
            <numerusform>%n coded segment</numerusform>
            <numerusform>%n coded segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the same words</source>
        <translation>
            <numerusform>%n on the same words</numerusform>
            <numerusform>%n on the same words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrailModel</name>
    <message numerus="yes">
        <source>{documents} · %n place(s)</source>
        <translation>
            <numerusform>{documents} · %n place</numerusform>
            <numerusform>{documents} · %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Untied</name>
    <message numerus="yes">
        <source>%n speaker(s) of documents with several participants tied to none of them; their words count under (none): {documents}</source>
        <translation>
            <numerusform>%n speaker of documents with several participants tied to none of them; their words count under (none): {documents}</numerusform>
            <numerusform>%n speakers of documents with several participants tied to none of them; their words count under (none): {documents}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation>
            <numerusform>Take over %n</numerusform>
            <numerusform>Take over %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message numerus="yes">
        <source>%n code(s) applied</source>
        <translation>
            <numerusform>%n code applied</numerusform>
            <numerusform>%n codes applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coding(s) taken away</source>
        <translation>
            <numerusform>%n coding taken away</numerusform>
            <numerusform>%n codings taken away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Instead of the codes of %n codings</source>
        <translation>
            <numerusform>Instead of the codes of %n codings</numerusform>
            <numerusform>Instead of the codes of %n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
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
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Whose</name>
    <message numerus="yes">
        <source>blind in %n document(s)</source>
        <translation>
            <numerusform>blind in %n document</numerusform>
            <numerusform>blind in %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Removal</name>
    <message numerus="yes">
        <source>%n coding(s)</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
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
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-code(s)</source>
        <translation>
            <numerusform>%n sub-code</numerusform>
            <numerusform>%n sub-codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set-aside(s)</source>
        <translation>
            <numerusform>%n set-aside</numerusform>
            <numerusform>%n set-asides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of the guide</source>
        <translation>
            <numerusform>%n question of the guide</numerusform>
            <numerusform>%n questions of the guide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stance(s) towards assertions</source>
        <translation>
            <numerusform>%n stance towards assertions</numerusform>
            <numerusform>%n stances towards assertions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memo(s)</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
</TS>
