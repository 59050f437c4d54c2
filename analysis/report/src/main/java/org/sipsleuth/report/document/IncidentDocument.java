package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;
import static org.sipsleuth.report.document.DocumentTexts.counted;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;

/// What is shown of an incident, by reports, text, the incident's page and the inspector alike.
public final class IncidentDocument {

    private static final int MOST_MEASURES = 12;

    /// So many findings have their reasons.
    private static final int WITH_REASONS = 4;

    /// So many ranges of frames of each file.
    private static final int MOST_FRAMES = 30;

    private final SipIndex index;
    private final Incident incident;
    private final Places places;
    private final List<Section> sections = new ArrayList<>();

    private IncidentDocument(SipIndex index, Incident incident, Places places) {
        this.index = index;
        this.incident = incident;
        this.places = places;
    }

    /// The document of an incident.
    ///
    /// @param places where its messages are
    public static Document of(Incident incident, Places places) {
        return new IncidentDocument(places.index(), incident, places).document();
    }

    private Document document() {
        add(Topic.STORY, true, () -> List.of(new Block.Paragraph(incident.story())));
        add(Topic.STAGES, incident.stages().size() > 1, () -> List.of(stages()));
        add(Topic.KEYS, !incident.keys().isEmpty(), () -> List.of(keys()));
        add(Topic.LADDERS, !incident.keys().isEmpty(), () -> new KeyLadders(index, ProblemList.NONE).of(incident));
        add(Topic.MEASURES, !incident.findings().isEmpty(), this::measures);
        add(Topic.REASONS, !incident.findings().isEmpty(),
                () -> new Reasons(places).of(incident.findings(), WITH_REASONS));
        add(Topic.EVIDENCE, true, this::evidence);
        items(Topic.ALTERNATIVES, incident.alternatives());
        items(Topic.NOT_DETERMINED, incident.notDetermined());
        items(Topic.ADVICE, Action.sentences(incident.advice()));
        return new Document(incident.title(), facts(), sections);
    }

    private void add(Topic topic, boolean isThere, Supplier<List<Block>> content) {
        if (isThere) {
            sections.add(new Section(topic, content));
        }
    }

    private void items(Topic topic, List<Sentence> sentences) {
        add(topic, !sentences.isEmpty(), () -> List.of(new Block.Items(sentences)));
    }

    private List<Fact> facts() {
        Actors actors = incident.actors();
        return Stream
                .of(Fact.of(Fact.Name.KIND, incident.label()),
                        Fact.of(Fact.Name.SEVERITY, DocumentTexts.severity(incident.severity())),
                        Fact.of(Fact.Name.OUTCOME, DocumentTexts.outcome(incident.outcome())),
                        Fact.of(Fact.Name.CONFIDENCE, DocumentTexts.confidence(incident.confidence())),
                        Fact.of(Fact.Name.TIME, DocumentTexts.period(incident.fromNanos(), incident.toNanos())),
                        actors(actors),
                        Fact.of(Fact.Name.CARRIERS, actors.carriers().stream().map(places::host).toList()),
                        Fact.of(Fact.Name.FINGERPRINTS, actors.fingerprints().stream().map(Sentence::captured).toList(),
                                Punctuation.SEMICOLON, 0),
                        Fact.of(Fact.Name.VICTIMS, incident.victims().stream().map(places::host).toList()),
                        Fact.of(Fact.Name.ACCOUNTS, incident.accounts().stream().map(Sentence::user).toList()),
                        Fact.of(Fact.Name.ATTACK,
                                incident.techniques()
                                        .stream()
                                        .map(technique -> Sentence.term(technique.id() + " " + technique.name()))
                                        .toList()),
                        Fact.of(Fact.Name.ID, Sentence.term(incident.id())))
                .filter(fact -> !fact.values().isEmpty())
                .toList();
    }

    private Fact actors(Actors actors) {
        if (actors.areForged()) {
            return Fact.of(Fact.Name.ACTORS, TEXTS.sentence("actors.forged", counted(actors.sources(), "address")));
        }
        if (actors.names().isEmpty()) {
            return Fact.of(Fact.Name.ACTORS, actors.sources() == 0 ? TEXTS.sentence("unknown")
                    : TEXTS.sentence("actors.many", counted(actors.sources(), "address")));
        }
        List<Sentence> names = Stream
                .concat(actors.addresses().stream().map(places::host), actors.users().stream().map(Sentence::user))
                .toList();
        return Fact.of(Fact.Name.ACTORS, names, Punctuation.COMMA, actors.sources() - names.size());
    }

    private Block stages() {
        return new Block.Table(
                List.of(column("from", 24), column("duration", 13), column("stage", 27), column("result", 22),
                        column("outcome", 14)),
                incident.stages()
                        .stream()
                        .map(stage -> row(OptionalInt.empty(), Block.Cell.of(DocumentTexts.moment(stage.fromNanos())),
                                Block.Cell.of(DocumentTexts.duration(stage.toNanos() - stage.fromNanos())),
                                Block.Cell.of(stage.label()), Block.Cell.of(stage.what()),
                                Block.Cell.of(DocumentTexts.outcome(stage.outcome()))))
                        .toList());
    }

    private Block keys() {
        return new Block.Table(List.of(column("frame", 16), column("time", 24), column("shows", 60)),
                incident.keys().stream().map(this::row).toList());
    }

    private Block.Row row(KeyMessage key) {
        int message = key.message();
        return row(OptionalInt.of(message), Block.Cell.of(places.frame(message)),
                Block.Cell.of(DocumentTexts.moment(index.messages().capturedAtNanos(message))),
                Block.Cell.of(key.shows(), new Block.Note(places.ends(message), false),
                        new Block.Note(TEXTS.sentence("incident.sha", places.sha256(message)), true)));
    }

    private List<Block> measures() {
        List<Block> blocks = new ArrayList<>();
        List<Finding> findings = incident.findings();
        blocks.add(new Block.Table(
                List.of(column("finding", 38), column("measured", 24), column("value", 10), column("threshold", 12),
                        column("model", 16)),
                findings.stream().limit(MOST_MEASURES).map(IncidentDocument::row).toList()));
        if (findings.size() > MOST_MEASURES) {
            blocks.add(new Block.Remark(
                    TEXTS.sentence("incident.measures.left", counted(findings.size() - MOST_MEASURES, "finding"))));
        }
        return blocks;
    }

    private static Block.Row row(Finding finding) {
        Measurement decisive = finding.grounds().decisive();
        return row(OptionalInt.empty(),
                Block.Cell.of(finding.statement().title(), new Block.Note(Sentence.term(finding.id()), false)),
                Block.Cell.of(decisive.statistic()), Block.Cell.of(DocumentTexts.number(decisive.value())),
                Block.Cell.of(DocumentTexts.comparison(decisive)),
                Block.Cell.of(Sentence.name(finding.origin().detector() + ", " + finding.origin().model().name())));
    }

    private List<Block> evidence() {
        Sentence rests =
                TEXTS.sentence("incident.rests", counted(incident.evidence().messages(index).length, "message"),
                        counted(incident.evidence().dialogs(index).length, "dialog"));
        return List.of(Block.Paragraph.of(rests), new Block.Items(places.frames(incident.evidence(), MOST_FRAMES)));
    }

    private static Block.Column column(String key, int percent) {
        return new Block.Column(TEXTS.sentence("column." + key), percent);
    }

    private static Block.Row row(OptionalInt message, Block.Cell... cells) {
        return new Block.Row(List.of(cells), message);
    }
}
