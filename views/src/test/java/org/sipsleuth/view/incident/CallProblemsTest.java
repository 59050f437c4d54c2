package org.sipsleuth.view.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.UserWords;
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

/// The overview of captures in which calls failed, without any incident.
@ExtendWith(ApplicationExtension.class)
class CallProblemsTest {

    /// What a link has led to.
    private record Led(Selection selection, String filter) {}

    @TempDir Path directory;
    private final List<Led> led = new CopyOnWriteArrayList<>();
    private final SimpleObjectProperty<Optional<Investigation>> found = new SimpleObjectProperty<>(Optional.empty());
    private final SelectionModel selection = new SelectionModel();
    private final SimpleObjectProperty<Boolean> growing = new SimpleObjectProperty<>(false);
    private SessionModel session;
    private OverviewPage page;
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage window) {
        session = new SessionModel(Methods.standard(), ForkJoinPool.commonPool(), ForkJoinPool.commonPool());
        page = new OverviewPage(
                TestWorkplace.of(selection, session, ForkJoinPool.commonPool(),
                        (chosen, filter) -> led.add(new Led(chosen, filter))),
                found, session.joiningProperty(), growing);
        stage = window;
        scene = FxStage.show(stage, (Parent) page.root(), 1208, 640);
    }

    /// With the only method that looks for problems, until it has looked.
    private Investigation show(FxRobot robot, String sample) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.index(directory, sample);
        ProblemMethod method = new ProblemMethod();
        robot.interact(() -> {
            session.foundProperty().subscribe(found::set);
            page.show(index);
        });
        var detector = method.detector(method.shipped());
        robot.interact(() -> {
            session.use(ProblemMethod.NAME, Optional.of(detector));
            session.show(index);
        });
        waitUntil(() -> headline(robot).startsWith("No incident found"));
        waitUntil(() -> robot.lookup(".share-bar").tryQuery().isPresent());
        return found.get().orElseThrow();
    }

    private static void waitUntil(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String headline(FxRobot robot) {
        return robot.lookup("#overview-headline").queryLabeled().getText();
    }

    private static String texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup((Predicate<Node>) Labeled.class::isInstance)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private static boolean hasTick(FxRobot robot) {
        return robot.lookup(".overview-head .quality-icon.good").tryQuery().isPresent();
    }

    private void checkLegible(String name) {
        Legibility.checkInBothThemes(scene, name, () -> FxStage.setDark(scene, true),
                () -> FxStage.setDark(scene, false));
    }

    /// The dialogs that a filter leaves.
    private static List<Integer> filtered(SipIndex index, String filter) throws FilterSyntaxException {
        var left = Filter.of(filter, KnownFields.catalog()).run(index, RunMonitor.NONE);
        return IntStream.range(0, index.messages().size())
                .filter(left::contains)
                .map(index.messages()::dialog)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    @Test
    void theHeadlineCountsTheCallsAndTheCardNamesTheCause(FxRobot robot)
            throws IOException, TimeoutException, FilterSyntaxException {
        Investigation all = show(robot, "dropped.pcap");
        Problem problem = all.problems().failures().getFirst();
        assertEquals("No incident found · 1 of 6 calls had a problem, 1 refused or not answered", headline(robot));
        assertFalse(hasTick(robot), "a tick beside a problem");
        String card = texts(robot, "#problem-card");
        for (String words : List.of("Call problems", "1 cause", problem.title().text(), problem.explanation().text(),
                problem.advice().text(), "What to do", "show call")) {
            assertTrue(card.contains(words), words + " is missing in " + card);
        }
        Node row = robot.lookup(".problem-row").query();
        robot.interact(row::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> !led.isEmpty());
        assertEquals(problem.dialogs(), led.getFirst().selection().dialogs());
        assertEquals(problem.dialogs(), filtered(all.index(), led.getFirst().filter()));
        assertEquals(List.of(all.index().messages().dialog(led.getFirst().selection().messages().getFirst())),
                problem.dialogs());
        assertTrue(problem.evidence().cites(led.getFirst().selection().messages().getFirst(), all.index()));
        checkLegible("problems-dropped");
    }

    @Test
    void theStoryAndTheBarCountEveryCallOnce(FxRobot robot)
            throws IOException, TimeoutException, FilterSyntaxException {
        Investigation all = show(robot, "office-hour.pcap");
        assertEquals("No incident found · 8 of 40 calls refused or not answered", headline(robot));
        assertTrue(hasTick(robot), "no tick where nothing is wrong");
        assertTrue(robot.lookup("#problem-card").tryQuery().isEmpty(), "a card without problems");
        var calls = all.problems().calls();
        long counted = CaptureFacts.of(all.index(), RunMonitor.NONE).calls().calls();
        assertEquals(counted, calls.all());
        String story = story(robot);
        assertTrue(story.contains("Of " + counted + " calls"), story);
        List<Hyperlink> links =
                robot.lookup("#overview-story .story-link-first").queryAllAs(Hyperlink.class).stream().toList();
        assertEquals(dialogs(all, CallClass.values()),
                links.getFirst().getUserData() instanceof Evidence evidence
                        ? Arrays.stream(evidence.dialogs(all.index())).boxed().toList()
                        : List.of());
        for (CallClass each : CallClass.values()) {
            Optional<Hyperlink> link = robot.lookup("#calls-" + each.word()).tryQueryAs(Hyperlink.class);
            assertEquals(calls.count(each), link.map(its -> Long.parseLong(its.getText())).orElse(0L), each.word());
            if (link.isPresent()) {
                led.clear();
                robot.interact(link.get()::fire);
                waitUntil(() -> !led.isEmpty());
                assertEquals(calls.dialogs(each), led.getFirst().selection().dialogs(), each.word());
            }
        }
        List<String> unanswered = texts(robot, "#unanswered-calls").lines().toList();
        for (Problem each : all.problems().unanswered()) {
            assertEquals(1, unanswered.stream().filter(each.title().text()::equals).count(), unanswered.toString());
            String why = each.explanation().text().substring(0, 40);
            assertEquals(1, unanswered.stream().filter(line -> line.startsWith(why)).count(), unanswered.toString());
        }
        assertEquals(8, all.problems().unanswered().stream().mapToInt(Problem::calls).sum());
        assertFalse(texts(robot, "#no-problems").contains("not found"), texts(robot, "#no-problems"));
        Problem first = all.problems().unanswered().getFirst();
        led.clear();
        robot.interact(() -> robot.lookup("#unanswered-calls .hyperlink").queryAs(Hyperlink.class).fire());
        waitUntil(() -> !led.isEmpty());
        assertEquals(first.dialogs(), filtered(all.index(), led.getFirst().filter()));
        assertTrue(first.evidence().cites(led.getFirst().selection().messages().getFirst(), all.index()));
        checkLegible("problems-none");
    }

    private static List<Integer> dialogs(Investigation all, CallClass... classes) {
        return Arrays.stream(classes)
                .flatMap(each -> all.problems().calls().dialogs(each).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void problemsWithoutCallAreNamedToo(FxRobot robot) throws IOException, TimeoutException {
        show(robot, "register.pcap");
        assertEquals("No incident found · 1 registration problem", headline(robot));
        String card = texts(robot, "#problem-card");
        assertTrue(card.contains("no call") && card.contains("show dialog"), card);
    }

    @Test
    void aCauseWithoutDialogsIsShownWithoutALink(FxRobot robot) throws IOException, TimeoutException {
        Investigation one = show(robot, "dropped.pcap");
        Problem problem = one.problems().failures().getFirst();
        Problem lost = new Problem("lost_fragment", "lost_fragment 100 200", problem.severity(), problem.title(),
                problem.explanation(), problem.explanations(), problem.advice(), "", List.of(), 0, true,
                List.of("100", "200"), problem.fromNanos(), problem.toNanos(), problem.evidence(), List.of());
        robot.interact(() -> found.set(Optional.of(with(one, List.of(lost)))));
        assertEquals(1, robot.lookup(".problem-row").queryAll().size());
        assertEquals(0, robot.lookup("#problem-card .hyperlink").queryAll().size());
        robot.interact(() -> robot.lookup(".problem-row").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertTrue(texts(robot, "#problem-card").contains("100"), texts(robot, "#problem-card"));
    }

    @Test
    void aProblemOfSeveralCallsLeadsToTheFirstOfThem(FxRobot robot)
            throws IOException, TimeoutException, FilterSyntaxException {
        Investigation one = show(robot, "dropped.pcap");
        Problem problem = one.problems().failures().getFirst();
        int dropped = problem.dialogs().getFirst();
        List<Integer> both = List.of(dropped, dropped == 0 ? 1 : 0);
        Problem of = new Problem(problem.kind(), problem.key(), problem.severity(), problem.title(),
                problem.explanation(), problem.explanations(), problem.advice(), "", both, 2, true, problem.users(),
                problem.fromNanos(), problem.toNanos(), problem.evidence(), List.of());
        robot.interact(() -> found.set(Optional.of(with(one, List.of(of)))));
        robot.interact(() -> robot.lookup("#problem-card .hyperlink").queryAs(Hyperlink.class).fire());
        waitUntil(() -> !led.isEmpty());
        assertEquals(List.of(dropped), led.getFirst().selection().dialogs());
        assertEquals(both.stream().sorted().toList(), filtered(one.index(), led.getFirst().filter()));
        int message = of.firstMessage(one.index(), dropped).orElseThrow();
        assertEquals(List.of(message), led.getFirst().selection().messages());
    }

    @Test
    void eightCausesAreShownAndTheRestUnfolds(FxRobot robot) throws IOException, TimeoutException {
        Investigation one = show(robot, "dropped.pcap");
        Problem problem = one.problems().failures().getFirst();
        List<Problem> many = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            many.add(new Problem(problem.kind(), "key " + i, problem.severity(),
                    Sentence.captured("\u202eCause " + i + " " + "averylongword".repeat(i)), problem.explanation(),
                    problem.explanations(), problem.advice(), problem.source(), problem.dialogs(), problem.calls(),
                    true, List.of("a", "b", "c", "sip:" + "d".repeat(300)), problem.fromNanos(), problem.toNanos(),
                    problem.evidence(), List.of()));
        }
        robot.interact(() -> found.set(Optional.of(with(one, many))));
        assertEquals(8, robot.lookup(".problem-row").queryAll().size());
        assertEquals("3 more causes", robot.lookup("#more-problems").queryButton().getText());
        assertFalse(texts(robot, "#problem-card").contains("\u202e"), "what a capture holds is visible");
        List<Node> rows = List.copyOf(robot.lookup(".problem-row").queryAll());
        robot.interact(rows.getFirst()::requestFocus);
        robot.push(KeyCode.DOWN);
        assertEquals(rows.get(1), scene.getFocusOwner());
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertEquals(rows.getFirst(), scene.getFocusOwner());
        for (int i = 0; i < 8; i++) {
            robot.push(KeyCode.DOWN);
        }
        assertEquals("more-problems", scene.getFocusOwner().getId());
        robot.push(KeyCode.ENTER);
        assertEquals(11, robot.lookup(".problem-row").queryAll().size());
        checkLegible("problems-many");
        Node card = robot.lookup("#problem-card").query();
        robot.interact(() -> found.set(Optional.of(with(one, many))));
        assertEquals(card, robot.lookup("#problem-card").query(), "the same problems keep their rows");
    }

    @Test
    void anEndThatWasNotCapturedIsNotCalledCompleted(FxRobot robot) throws IOException, TimeoutException {
        Investigation one = show(robot, "dropped.pcap");
        CallOutcomes calls = CallOutcomes.of(List.of(new CallOutcomes.Call(0, 0, CallClass.COMPLETED, true),
                new CallOutcomes.Call(1, 0, CallClass.ESTABLISHED, true)));
        ProblemList list = new ProblemList(List.of(), calls, Map.of(), Map.of(), List.of());
        robot.interact(() -> found.set(Optional.of(with(one, list))));
        assertEquals("1", robot.lookup("#calls-established").queryAs(Hyperlink.class).getText());
        String side = texts(robot, "#overview-side");
        assertTrue(side.contains("Established, end not captured"), side);
        assertTrue(robot.lookup(".calls-segment.call-established").tryQuery().isPresent(), "no segment of its own");
        checkLegible("problems-established");
    }

    private static Investigation with(Investigation one, ProblemList list) {
        return new Investigation(one.index(), one.origins(), one.findings(), one.incidents(), one.fits(), one.judging(),
                one.verdicts(), list, one.notJudged(), one.faults());
    }

    private static Investigation with(Investigation one, List<Problem> many) {
        return with(one,
                new ProblemList(many, one.problems().calls(), one.problems().ofDialogs(), Map.of(), List.of()));
    }

    @Test
    void beforeProblemsAreLookedForNothingIsSaidOfThem(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = SampleIncidents.index(directory, "dropped.pcap");
        robot.interact(() -> page.show(index));
        waitUntil(() -> robot.lookup(".share-bar").tryQuery().isPresent());
        assertEquals("Analysing… · problems of calls are still being looked for", headline(robot));
        assertTrue(robot.lookup(".calls-segment").tryQuery().isEmpty(), "a bar of calls that nobody has judged");
        String side = texts(robot, "#overview-side");
        assertTrue(side.contains("6 calls, 5 answered"), side);
        robot.interact(() -> found.set(Optional.of(SampleIncidents.onlyProblems(index))));
        assertEquals("Analysing… · 1 of 6 calls had a problem, 1 refused or not answered", headline(robot));
        assertTrue(robot.lookup(".calls-segment.call-troubled").tryQuery().isPresent());
    }

    @Test
    void noneWithAProblemIsSaidOnlyOnceAllWereLookedFor(FxRobot robot) throws IOException, TimeoutException {
        Investigation all = show(robot, "office-hour.pcap");
        String whole = texts(robot, "#overview-side");
        assertTrue(whole.contains("40 calls, 32 answered") && !whole.contains("looking"), whole);
        robot.interact(() -> growing.set(true));
        String side = texts(robot, "#overview-side");
        assertTrue(side.contains("still looking for problems"), side);
        assertFalse(side.contains("40 calls, 32 answered"), side);
        robot.interact(() -> {
            growing.set(false);
            found.set(Optional.of(all));
        });
        assertEquals(whole, texts(robot, "#overview-side"));
    }

    @Test
    void problemsComeBeforeAttacks(FxRobot robot) throws IOException, TimeoutException {
        show(robot, "dropped.pcap");
        String story = story(robot);
        assertTrue(story.startsWith("Of 6 calls"), story);
        assertTrue(story.indexOf("No attack was found") > story.indexOf("Of 6 calls"), story);
        assertFalse(headline(robot).contains("judged"), headline(robot));
        assertTrue(top(robot, "#problem-card") < top(robot, "#unanswered-calls"), "problems come before refused calls");
        assertTrue(top(robot, "#unanswered-calls") < top(robot, "#checks"), "checks for attacks are last");
    }

    private static double top(FxRobot robot, String node) {
        Node shown = robot.lookup(node).query();
        return shown.localToScene(shown.getBoundsInLocal()).getMinY();
    }

    private static String story(FxRobot robot) {
        return robot.from(robot.lookup("#overview-story"))
                .lookup((Predicate<Node>) Text.class::isInstance)
                .queryAllAs(Text.class)
                .stream()
                .map(Text::getText)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }

    @Test
    void nothingOfASentenceIsLostInWhatIsNoProblem(FxRobot robot) throws IOException, TimeoutException {
        Investigation one = show(robot, "dropped.pcap");
        Problem problem = one.problems().failures().getFirst();
        Sentence longOne = Sentence.captured("a word and another ".repeat(30) + "end");
        Problem noticed = new Problem(problem.kind(), "noticed", problem.severity(), longOne, longOne,
                problem.explanations(), problem.advice(), problem.source(), problem.dialogs(), problem.calls(), false,
                List.of("a"), problem.fromNanos(), problem.toNanos(), problem.evidence(), List.of());
        robot.interact(() -> found.set(Optional.of(with(one, List.of(problem, noticed)))));
        String none = texts(robot, "#no-problems");
        assertEquals(2, none.split(longOne.text(), -1).length - 1, none);
        checkLegible("problems-long-none");
    }

    @Test
    void theBarCountsTheRangeThatIsChosenAndTheHeadlineAll(FxRobot robot) throws IOException, TimeoutException {
        SipIndex index = show(robot, "dropped.pcap").index();
        long from = index.dialogs().startNanos(0);
        TimeRange range = new TimeRange(from, index.dialogs().startNanos(3));
        long calls = CaptureFacts.of(index, Optional.of(range), RunMonitor.NONE).calls().calls();
        assertTrue(calls > 0 && calls < 6, "calls in the range: " + calls);
        robot.interact(() -> selection.set(Selection.NONE.withTime(Optional.of(range))));
        waitUntil(() -> robot.lookup("#overview-range-side").tryQuery().isPresent());
        String side = texts(robot, "#overview-side");
        assertTrue(side.contains(calls + " calls, 1 with a problem"), side);
        assertEquals("No incident found · 1 of 6 calls had a problem, 1 refused or not answered", headline(robot));
        assertTrue(robot.lookup("#overview-range").queryLabeled().getText().startsWith("Incidents and problems of the"),
                "the range is said to concern figures only");
    }

    @Test
    void usersHaveNoRoomForHosts() {
        assertEquals("1004", UserWords.of("sip:1004@example.org;user=phone"));
        assertEquals("–", UserWords.of(""));
        assertEquals("1004, 1011", UserWords.of(List.of("sip:1004@a.example", "", "sip:1011@b.example"), 3));
        assertEquals("–", UserWords.of(List.of("", ""), 3));
    }
}
