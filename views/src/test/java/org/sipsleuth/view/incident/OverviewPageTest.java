package org.sipsleuth.view.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.document.Document;
import org.sipsleuth.report.document.Fact;
import org.sipsleuth.report.document.IncidentDocument;
import org.sipsleuth.report.document.Places;
import org.sipsleuth.report.document.Topic;
import org.sipsleuth.report.exchange.IncidentStory;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.TestWorkplace;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The overview in every state, in the room that a window of the named size leaves it.
@ExtendWith(ApplicationExtension.class)
class OverviewPageTest {

    /// What a link has led to.
    private record Led(Selection selection, String filter) {}

    @TempDir Path directory;
    private final List<Led> led = new CopyOnWriteArrayList<>();
    private final SimpleObjectProperty<Optional<Investigation>> found = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Boolean> joining = new SimpleObjectProperty<>(false);
    private final SimpleObjectProperty<Boolean> growing = new SimpleObjectProperty<>(false);
    private final SelectionModel selection = new SelectionModel();
    private SessionModel session;
    private OverviewPage page;
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage window) {
        session = new SessionModel(Methods.standard(), ForkJoinPool.commonPool(), ForkJoinPool.commonPool());
        page = new OverviewPage(TestWorkplace.of(selection, session, ForkJoinPool.commonPool(),
                (chosen, filter) -> led.add(new Led(chosen, filter))), found, joining, growing);
        stage = window;
        scene = FxStage.show(stage, (Parent) page.root(), 1368, 700);
    }

    private void show(FxRobot robot, Investigation investigation) throws TimeoutException {
        robot.interact(() -> {
            page.show(investigation.index());
            found.set(Optional.of(investigation));
        });
        waitUntil(() -> robot.lookup(".calls-segment").tryQuery().isPresent());
    }

    private static void waitUntil(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// In both themes; in the long run of the tests in three sizes, of which the largest one is
    /// looked at where the layout differs.
    private void pictures(FxRobot robot, String name) {
        if (!Legibility.looksAtAll()) {
            size(robot, 1208, 520);
            Legibility.checkInBothThemes(scene, name, () -> FxStage.setDark(scene, true),
                    () -> FxStage.setDark(scene, false));
            checkShown(robot, name);
            return;
        }
        for (boolean isDark : new boolean[]{false, true}) {
            String theme = isDark ? "-dark" : "-light";
            picture(robot, name + theme + "-1280", isDark, 1208, 520);
            picture(robot, name + theme + "-1440", isDark, 1368, 700);
            if (name.equals("overview") || name.equals("incident")) {
                picture(robot, name + theme + "-3840", isDark, 3768, 1960);
            }
        }
        robot.interact(() -> FxStage.setDark(scene, false));
    }

    private void picture(FxRobot robot, String name, boolean isDark, double width, double height) {
        robot.interact(() -> FxStage.setDark(scene, isDark));
        size(robot, width, height);
        Legibility.check(scene, name);
        checkShown(robot, name);
    }

    private void size(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Fails if addresses, or words that say what happened, are cut off.
    private void checkShown(FxRobot robot, String name) {
        assertEquals(List.of(), cut(robot, ".address"), name);
        if (!name.contains("hostile")) {
            for (String node : List.of(".stage-did", ".stage-result", ".card-title", ".lane-name")) {
                assertEquals(List.of(), cut(robot, node), name);
            }
        }
    }

    /// Texts that are shown shortened, without those that no address is as long as.
    private static List<String> cut(FxRobot robot, String query) {
        return robot.lookup(query)
                .queryAllAs(Labeled.class)
                .stream()
                .filter(label -> label.getText().length() <= 45)
                .filter(label -> label.lookup(".text") instanceof Text shown
                        && !shown.getText().equals(label.getText()))
                .map(Labeled::getText)
                .toList();
    }

    /// All texts within a node.
    private static String texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup((Predicate<Node>) Labeled.class::isInstance)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyClauseOfTheStoryLeadsToItsFrames(FxRobot robot)
            throws IOException, TimeoutException, FilterSyntaxException {
        SampleIncidents sample = SampleIncidents.in(directory);
        Investigation investigation = sample.investigation();
        show(robot, investigation);
        List<Evidence> clauses = investigation.incidents()
                .getFirst()
                .story()
                .stream()
                .flatMap(sentence -> sentence.clauses().stream())
                .map(Clause::evidence)
                .flatMap(Optional::stream)
                .toList();
        List<Hyperlink> links =
                List.copyOf(robot.lookup("#overview-story .story-link-first").queryAllAs(Hyperlink.class));
        assertEquals(8, clauses.size());
        assertEquals(clauses.size(), links.size());
        for (int i = 0; i < links.size(); i++) {
            Hyperlink link = links.get(i);
            led.clear();
            robot.interact(link::fire);
            waitUntil(() -> !led.isEmpty());
            int[] messages = clauses.get(i).messages(sample.index());
            List<Integer> selected = led.getFirst().selection().messages();
            assertEquals(boxed(messages), selected.stream().sorted().toList(), link.getText());
            if (messages.length > 2) {
                assertEquals(messages[0], selected.getLast(), "the first is the current one");
            }
            assertEquals(boxed(messages), filtered(sample.index(), led.getFirst().filter()),
                    "filter " + led.getFirst().filter());
        }
    }

    private static List<Integer> filtered(SipIndex index, String filter) throws FilterSyntaxException {
        var left = Filter.of(filter, KnownFields.catalog()).run(index, RunMonitor.NONE);
        return IntStream.range(0, index.messages().size()).filter(left::contains).boxed().toList();
    }

    private static List<Integer> boxed(int[] messages) {
        return Arrays.stream(messages).boxed().toList();
    }

    @Test
    void theIncidentIsSeenAtOnce(FxRobot robot) throws IOException, TimeoutException {
        show(robot, SampleIncidents.in(directory).investigation());
        assertEquals("1 incident of critical severity: account 1007 was taken over and used",
                robot.lookup("#overview-headline").queryAs(Label.class).getText());
        assertEquals("1", page.badge().get());
        String card = texts(robot, "#incident-card-1");
        for (String words : List.of("Critical severity", "Succeeded", "Confidence 97 %", "Scan", "Enumerate", "Guess",
                "Use", "9 answered", "SIPVicious")) {
            assertTrue(card.contains(words), words + " is missing in " + card);
        }
        String side = texts(robot, "#overview-side");
        assertTrue(side.contains("47 calls, none with a problem; 6 of attackers"), side);
        assertTrue(side.contains("203.0.113.66"), side);
        pictures(robot, "overview");
    }

    @Test
    void anIncidentThatFailsCostsItsCard(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        Incident its = sample.tollFraud(1, Severity.CRITICAL);
        Sentence.Open faulty = _ -> {
            throw new IllegalStateException("a seeded fault");
        };
        Incident bad = new Incident("incident-bad", 1, its.kind(), its.stages(), its.actors(), its.victims(),
                its.accounts(), its.fromNanos(), its.toNanos(), its.outcome(), its.severity(), its.confidence(), faulty,
                its.story(), its.advice(), its.techniques(), its.keys(), its.notDetermined(), its.alternatives(),
                its.evidence(), its.findings());
        Incident good = sample.tollFraud(2, Severity.LOW);
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> faults.add(fault)));
        try {
            show(robot, sample.investigation(List.of(bad, good)));
        } finally {
            robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(before));
        }
        assertTrue(texts(robot, "#incident-card-2").contains("Scan"), texts(robot, "#overview"));
        assertEquals(1,
                robot.lookup(".incident-card .card-title")
                        .queryAllAs(Label.class)
                        .stream()
                        .filter(title -> title.getText().equals("(failed)"))
                        .count(),
                "cards that state that they failed");
        assertTrue(texts(robot, "#overview-side").contains("47 calls"), texts(robot, "#overview-side"));
        assertTrue(faults.stream().allMatch(IllegalStateException.class::isInstance) && !faults.isEmpty(),
                faults::toString);
    }

    @Test
    void theKeyboardWalksFromLinkToLink(FxRobot robot) throws IOException, TimeoutException {
        show(robot, SampleIncidents.in(directory).investigation());
        List<Hyperlink> links =
                List.copyOf(robot.lookup("#overview-story .story-link-first").queryAllAs(Hyperlink.class));
        robot.interact(links.getFirst()::requestFocus);
        for (Hyperlink link : links) {
            assertEquals(link, scene.getFocusOwner());
            led.clear();
            robot.push(KeyCode.ENTER);
            waitUntil(() -> !led.isEmpty());
            robot.push(KeyCode.TAB);
        }
        Node focused = scene.getFocusOwner();
        assertEquals("incident-card-1", focused.getId());
        pictures(robot, "overview-focus");
    }

    @Test
    void aLinkKeepsTheFocusForTheReturn(FxRobot robot) throws IOException, TimeoutException {
        show(robot, SampleIncidents.in(directory).investigation());
        Hyperlink link = robot.lookup("#overview-story .story-link-first").queryAs(Hyperlink.class);
        robot.interact(link::requestFocus);
        robot.interact(() -> robot.lookup("#overview-headline").query().requestFocus());
        robot.interact(() -> page.goTo(page.place()));
        assertFalse(page.place().contains("incident"));
    }

    @Test
    void theIncidentPageShowsAllOfAnIncident(FxRobot robot) throws Exception {
        SampleIncidents sample = SampleIncidents.in(directory);
        List<Incident> two = List.of(sample.tollFraud(1, Severity.CRITICAL), sample.tollFraud(2, Severity.HIGH));
        show(robot, sample.investigation(two));
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        assertEquals(two.getFirst().id(), page.place());
        String all = texts(robot, "#incident");
        for (String words : List.of("Incident 1 of 2", "Scan, 12.75 s", "Hosts probed", "> 5",
                "MITRE ATT&CK: T1595.001 Scanning IP Blocks", "Password of 1007 accepted")) {
            assertTrue(all.contains(words), words + " is missing in " + all);
        }
        statesTheDocument(all, IncidentDocument.of(two.getFirst(), Places.named(sample.index())));
        pictures(robot, "incident");
        TableView<?> keys = robot.lookup("#incident-keys").queryTableView();
        robot.interact(() -> {
            keys.requestFocus();
            keys.getSelectionModel().select(4);
        });
        led.clear();
        robot.push(KeyCode.ENTER);
        waitUntil(() -> !led.isEmpty());
        int message = two.getFirst().keys().get(4).message();
        assertEquals(List.of(message), led.getFirst().selection().messages());
        robot.interact(() -> robot.lookup("#incident-copy").queryButton().fire());
        String copied = WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
        assertEquals(IncidentStory.textOf(sample.index(), two.getFirst()), copied);
        robot.interact(() -> robot.lookup("#incident-next").queryButton().fire());
        assertEquals(two.getLast().id(), page.place());
        assertTrue(robot.lookup("#incident-next").query().isDisabled());
        robot.interact(() -> robot.lookup("#incident-back").queryButton().fire());
        assertEquals("", page.place());
    }

    /// The page has no words of its own for what reports and text state, too.
    private static void statesTheDocument(String page, Document document) {
        for (Fact.Name name : List.of(Fact.Name.SEVERITY, Fact.Name.OUTCOME, Fact.Name.CONFIDENCE, Fact.Name.ATTACK)) {
            String words = document.fact(name).orElseThrow().words(Integer.MAX_VALUE).text();
            assertTrue(page.toLowerCase(Locale.ENGLISH).contains(words.toLowerCase(Locale.ENGLISH)),
                    () -> "expected " + name + ": " + words + " in " + page);
        }
        for (Topic topic : List.of(Topic.ADVICE, Topic.ALTERNATIVES, Topic.NOT_DETERMINED)) {
            assertTrue(page.contains(topic.heading().text()), () -> "expected the heading of " + topic + " in " + page);
        }
    }

    @Test
    void anIncidentPageWithHostileTextsCanBeRead(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        String text = "\u001b[31m\u202e<b>' OR 1=1 --\u0000 " + "averylongnamewithoutanyblank".repeat(12);
        show(robot,
                sample.investigation(List.of(SampleIncidents.hostile(sample.tollFraud(1, Severity.CRITICAL), text))));
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        pictures(robot, "incident-hostile");
        Region column = robot.lookup(".incident-side").queryAs(Region.class);
        Node viewport = robot.from(robot.lookup("#incident-side")).lookup(".viewport").query();
        assertTrue(column.getWidth() <= viewport.getLayoutBounds().getWidth(),
                () -> column.getWidth() + " > " + viewport.getLayoutBounds().getWidth());
    }

    @Test
    void manyIncidentsAreListedBySeverity(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        List<Incident> incidents = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> sample.tollFraud(number,
                        number <= 2 ? Severity.CRITICAL : number <= 12 ? Severity.MEDIUM : Severity.LOW,
                        List.of("198.51.100." + number)))
                .toList();
        show(robot, sample.investigation(incidents));
        assertEquals("20", page.badge().get());
        assertTrue(robot.lookup("#overview-headline")
                .queryAs(Label.class)
                .getText()
                .startsWith("20 incidents, 2 of them of critical severity"));
        assertEquals(20, robot.lookup(".incident-card").queryAll().size());
        pictures(robot, "overview-many");
    }

    @Test
    void incidentsOfOneSourceAreFoldedWithTheirNumber(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        List<Incident> incidents = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> sample.tollFraud(number, number == 13 ? Severity.LOW : Severity.HIGH,
                        List.of(number == 14 ? "198.51.100.14" : "198.51.100.1")))
                .toList();
        show(robot, sample.investigation(incidents));
        assertEquals("14", page.badge().get());
        assertEquals(3, robot.lookup(".incident-card").queryAll().size());
        assertEquals("×12", robot.lookup(".fold-toggle").queryAs(Labeled.class).getText());
        robot.interact(() -> robot.lookup("#incident-card-1").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertEquals(14, visibleCards(robot));
        robot.push(KeyCode.LEFT);
        assertEquals(3, visibleCards(robot));
        pictures(robot, "overview-folded");
    }

    private static long visibleCards(FxRobot robot) {
        return robot.lookup(".incident-card").queryAll().stream().filter(card -> card.getParent().isVisible()).count();
    }

    @Test
    void aThousandIncidentsAreShownInParts(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        List<Incident> incidents = IntStream.rangeClosed(1, 1000)
                .mapToObj(number -> sample.tollFraud(number, Severity.HIGH,
                        List.of("10.0." + number / 250 + "." + number % 250)))
                .toList();
        show(robot, sample.investigation(incidents));
        assertEquals("1,000", page.badge().get());
        assertEquals(25, robot.lookup(".incident-card").queryAll().size());
        robot.interact(() -> robot.lookup("#more-incidents").queryButton().fire());
        assertEquals(50, robot.lookup(".incident-card").queryAll().size());
    }

    @Test
    void hostileTextsAreShownAsTheyAre(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        String text = "\u001b[31m\u202e<b>' OR 1=1 --\u0000 " + "averylongnamewithoutanyblank".repeat(12);
        show(robot,
                sample.investigation(List.of(SampleIncidents.hostile(sample.tollFraud(1, Severity.CRITICAL), text))));
        String all = texts(robot, "#overview");
        assertFalse(all.contains("\u202e") || all.contains("\u001b") || all.contains("\u0000"));
        assertTrue(all.contains("\\u202e"), all);
        pictures(robot, "overview-hostile");
    }

    @Test
    void passwordsOfUrisAreMasked(FxRobot robot) throws IOException, TimeoutException {
        SampleIncidents sample = SampleIncidents.in(directory);
        String text = "sip:alice:hunter2@pbx.example SIPS:bob:geheim;x@192.0.2.1:5061";
        show(robot, sample.investigation(
                List.of(SampleIncidents.hostile(sample.tollFraud(1, Severity.CRITICAL), "192.0.2.66", text))));
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        String all = texts(robot, "#overview") + shownText(robot);
        assertFalse(all.contains("hunter2") || all.contains("geheim"), all);
        assertTrue(all.contains("sip:alice:***@pbx.example"), all);
        assertTrue(all.contains("SIPS:bob:***@192.0.2.1:5061"), all);
    }

    /// What is drawn, with the words of stories.
    private static String shownText(FxRobot robot) {
        return robot.lookup((Predicate<Node>) Text.class::isInstance)
                .queryAllAs(Text.class)
                .stream()
                .map(Text::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void nothingFoundSaysWhatWasLookedForAndHowFarItHolds(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.index(directory, "office-hour.pcap");
        robot.interact(() -> page.show(index));
        assertEquals("Analysing… · problems of calls are still being looked for",
                robot.lookup("#overview-headline").queryLabeled().getText());
        pictures(robot, "overview-analysing");
        assertEquals("", page.badge().get());
    }

    /// Runs until it is cancelled.
    private static final class Endless implements Detector {
        @Override
        public String name() {
            return "rules";
        }

        @Override
        public ModelIdentity model() {
            return new ModelIdentity("Session rules", "rules", "0", "", 0, 1);
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            while (true) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Reading transactions", 420, 619));
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Test
    void aDetectorThatRunsCanBeCancelledAndRunAgain(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.index(directory, "office-hour.pcap");
        robot.interact(() -> {
            page.show(index);
            session.use("rules", Optional.of(new Endless()));
            session.show(index);
        });
        waitUntil(() -> texts(robot, "#overview-runs").contains("420 of 619"));
        assertTrue(texts(robot, "#overview-runs").contains("Session rules"));
        pictures(robot, "overview-running");
        robot.interact(() -> robot.lookup("#cancel-rules").queryButton().fire());
        waitUntil(() -> robot.lookup("#overview-headline")
                .queryLabeled()
                .getText()
                .equals("No incident found, but the analysis is incomplete"));
        pictures(robot, "overview-incomplete");
        robot.interact(() -> robot.lookup("#again-rules").queryButton().fire());
        waitUntil(() -> robot.lookup("#cancel-rules").tryQuery().isPresent());
        robot.interact(() -> session.showNothing());
    }

    /// What it finds cannot be joined.
    private record Unjoinable(String name) implements Detector {
        @Override
        public ModelIdentity model() {
            return new ModelIdentity("x", "x", "0".repeat(64), "nothing", 0, 0);
        }

        @Override
        public Detection detect(SipIndex of, RunMonitor monitor) {
            return new Detection() {
                @Override
                public SipIndex index() {
                    return of;
                }

                @Override
                public Origin origin() {
                    return new Origin(name, model());
                }

                @Override
                public List<Finding> findings() {
                    return List.of();
                }

                @Override
                public List<Unjudged> notJudged() {
                    return List.of();
                }

                @Override
                public Optional<Familiarity> familiarity() {
                    throw new IllegalStateException("in joining");
                }
            };
        }
    }

    private void look(FxRobot robot, SipIndex index) throws IOException {
        Method rules = Methods.standard().named("rules").orElseThrow();
        Detector detector = rules.detector(rules.shipped());
        robot.interact(() -> {
            session.foundProperty().subscribe(found::set);
            session.joiningProperty().subscribe(joining::set);
            page.show(index);
            session.use("rules", Optional.of(detector));
            session.show(index);
        });
    }

    private static String again(FxRobot robot) {
        return robot.lookup("#overview-again").queryLabeled().getText();
    }

    @Test
    void incidentsStayWhenALaterJoinFails(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.in(directory).index();
        look(robot, index);
        waitUntil(() -> robot.lookup(".incident-card").tryQuery().isPresent());
        robot.interact(() -> session.use("flood", Optional.of(new Unjoinable("flood"))));
        waitUntil(() -> again(robot).matches("As of [^,]*\\d\\d:\\d\\d:[^,]*, could not be renewed: .*StateException"));
        assertTrue(robot.lookup("#overview-again").query().isVisible());
        assertTrue(robot.lookup(".incident-card").tryQuery().isPresent());
        assertTrue(texts(robot, "#overview-runs").contains("Please report this line"));
        pictures(robot, "overview-not-renewed");
        robot.interact(() -> page.goTo(found.get().orElseThrow().incidents().getFirst().id()));
        assertTrue(robot.lookup("#incident-stale").query().isVisible());
        assertEquals(again(robot), robot.lookup("#incident-stale").queryLabeled().getText());
        robot.interact(() -> session.use("flood", Optional.empty()));
        waitUntil(() -> again(robot).isEmpty());
    }

    @Test
    void noAnswerOfBeforeIsNoAnswerOnceAJoinHasFailed(FxRobot robot) throws IOException, TimeoutException {
        look(robot, SampleIncidents.index(directory, "office-hour.pcap"));
        waitUntil(() -> headline(robot).startsWith("No incident found"));
        robot.interact(() -> session.use("flood", Optional.of(new Unjoinable("flood"))));
        waitUntil(() -> headline(robot).startsWith("Incidents could not be determined"));
        assertFalse(texts(robot, "#overview").contains("No incident"), texts(robot, "#overview"));
        assertFalse(texts(robot, "#overview").contains("none found"), "checks were of before");
        assertTrue(again(robot).startsWith("As of "));
        pictures(robot, "overview-not-joined");
    }

    @Test
    void aFirstJoinThatFailsSaysNothingOfIncidents(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.index(directory, "office-hour.pcap");
        robot.interact(() -> {
            session.foundProperty().subscribe(found::set);
            session.joiningProperty().subscribe(joining::set);
            page.show(index);
            session.use("rules", Optional.of(new Unjoinable("rules")));
            session.show(index);
        });
        waitUntil(() -> headline(robot).equals("Incidents could not be determined"));
        assertFalse(texts(robot, "#overview").contains("No incident"), texts(robot, "#overview"));
        assertTrue(texts(robot, "#overview-runs").contains("Please report this line"));
    }

    private static String headline(FxRobot robot) {
        return robot.lookup("#overview-headline").queryLabeled().getText();
    }

    @Test
    void whatWasFoundStaysWhileItsMethodRunsAgain(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.in(directory).index();
        look(robot, index);
        waitUntil(() -> robot.lookup(".incident-card").tryQuery().isPresent());
        waitUntil(() -> robot.lookup(".share-bar").tryQuery().isPresent());
        assertFalse(robot.lookup("#overview-again").query().isVisible());
        String side = texts(robot, "#overview-side");
        robot.interact(() -> session.use("rules", Optional.of(new Endless())));
        waitUntil(() -> texts(robot, "#overview-runs").contains("420 of 619"));
        assertTrue(robot.lookup("#overview-again")
                .queryLabeled()
                .getText()
                .startsWith("Running again: Session rules. Until this has finished"));
        assertTrue(robot.lookup(".incident-card").tryQuery().isPresent());
        assertEquals(side, texts(robot, "#overview-side"), "roles stay, too");
        pictures(robot, "overview-again");
        robot.interact(() -> session.cancel("rules"));
        waitUntil(() -> robot.lookup(".incident-card").tryQuery().isEmpty());
        assertFalse(robot.lookup("#overview-again").query().isVisible());
        robot.interact(() -> session.showNothing());
    }

    @Test
    void withoutCapture(FxRobot robot) {
        assertEquals("No capture is open.", robot.lookup("#overview-headline").queryLabeled().getText());
        pictures(robot, "overview-empty");
    }

    private static TimeRange firstHalf(SipIndex index) {
        MessageTable messages = index.messages();
        long from = messages.capturedAtNanos(0);
        long to = messages.capturedAtNanos(messages.size() - 1);
        return new TimeRange(from, from + (to - from) / 2);
    }

    private static String words(FxRobot robot, String id) {
        Labeled label = robot.lookup(id).queryLabeled();
        return label.isVisible() ? label.getText() : "";
    }

    @Test
    void figuresCountTheRangeThatIsChosenAndSaySo(FxRobot robot) throws IOException, TimeoutException {
        Investigation investigation = SampleIncidents.in(directory).investigation();
        show(robot, investigation);
        SipIndex index = investigation.index();
        String whole = texts(robot, "#overview-side");
        assertEquals("", words(robot, "#overview-range"));
        TimeRange range = firstHalf(index);
        CaptureFacts right = CaptureFacts.of(index, Optional.of(range), RunMonitor.NONE);
        assertTrue(right.calls().calls() > 0);
        assertTrue(right.calls().calls() < CaptureFacts.of(index, RunMonitor.NONE).calls().calls());
        robot.interact(() -> selection.set(Selection.NONE.withTime(Optional.of(range))));
        waitUntil(() -> robot.lookup("#overview-range-side").tryQuery().isPresent());
        String span = IncidentTexts.span(index, range);
        assertEquals("In the range " + span, words(robot, "#overview-range-side"));
        assertTrue(words(robot, "#overview-range").endsWith("only " + span + "."));
        assertTrue(
                texts(robot, "#overview-side").contains(
                        IncidentTexts.text("calls.answered", right.calls().calls(), right.calls().answered())),
                texts(robot, "#overview-side"));
        long sent = right.talkers().getFirst().messages();
        assertTrue(texts(robot, "#overview-side").contains(String.format(Locale.ENGLISH, "%,d", sent)));
        pictures(robot, "overview-range");
        String address = right.talkers().getFirst().address();
        Hyperlink talker = robot.from(robot.lookup("#overview-side"))
                .lookup((Hyperlink link) -> address.equals(link.getText()))
                .queryAs(Hyperlink.class);
        robot.interact(talker::fire);
        assertEquals(Optional.of(range), led.getLast().selection().time());
        robot.interact(() -> selection.set(Selection.NONE));
        waitUntil(() -> robot.lookup("#overview-range-side").tryQuery().isEmpty());
        assertEquals("", words(robot, "#overview-range"));
        assertEquals(whole, texts(robot, "#overview-side"));
    }
}
