package org.sipsleuth.app.workbench;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.CommandFigures.number;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.session.Selection;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The numbers that the pages of the window show are those that the commands print. Each text of
/// the window that is made with a number is compared here, or stands in `numbers-not-compared.txt`
/// with the reason.
@ExtendWith(ApplicationExtension.class)
class ShownNumbersTest {

    /// One without attack, one with a chain of stages, one with a flood, one with unknown dialogs.
    private static final List<String> SAMPLES =
            List.of("office-hour.pcap", "incident.pcap", "flood.pcap", "torture.pcap");

    /// Where a text is looked for.
    private enum Place {
        OVERVIEW("overview"),
        LIST("dialogs"),
        SELECTED("dialogs"),
        FILTERED("dialogs"),
        UNKNOWN("unknown"),
        TRUTH("unknown"),
        LABORATORY("unknown"),
        LEGEND("unknown"),
        FLOODS("floods"),
        STATISTICS("statistics"),
        BELIEFS("beliefs"),
        SOCIAL("social"),
        TRIAGE("triage"),
        EDGE("edge");

        private final String page;

        Place(String page) {
            this.page = page;
        }
    }

    /// A text that a page shows.
    ///
    /// @param first what its first argument is, where other texts have the same pattern
    /// @param figures what the command says: the numbers by their argument, one entry for each
    /// text of this pattern that may be shown; none where the text is not shown
    private record Compared(Place place, String key, Optional<String> first,
            Function<CommandFigures, List<Map<Integer, Double>>> figures) {}

    /// With fewer answered calls no window of INVITEs has a history to be judged by, which the
    /// page says in place of its headline.
    private static final int HISTORY = 10;

    private static final String FILTER = "sip.Method == \"INVITE\"";

    private static final List<Compared> COMPARED = compared();

    @TempDir private Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.staysOnOverview();
        window.show(stage);
    }

    private static List<Compared> compared() {
        List<Compared> all = new ArrayList<>();
        overview(all);
        quality(all);
        dialogs(all);
        unknown(all);
        beliefs(all);
        others(all);
        return List.copyOf(all);
    }

    private static void overview(List<Compared> all) {
        Place on = Place.OVERVIEW;
        add(all, on, "workbench.status.counts", figures -> one(messages(figures), dialogs(figures)));
        add(all, on, "workbench.status.no.message",
                figures -> frames(figures) == messages(figures) ? List.of() : one(frames(figures) - messages(figures)));
        add(all, on, "workbench.status.not.read.tip", figures -> frames(figures) == messages(figures) ? List.of()
                : one(0, frames(figures) - messages(figures)));
        add(all, on, "incident.headline",
                figures -> incidents(figures) > 0 && incidents(figures) == gravest(figures) ? one(incidents(figures))
                        : List.of());
        add(all, on, "incident.headline.several", figures -> incidents(figures) == gravest(figures) ? List.of()
                : one(incidents(figures), gravest(figures)));
        add(all, on, "incident.story.others",
                figures -> incidents(figures) < 2 ? List.of() : one(incidents(figures) - 1));
        add(all, on, "incident.calls.problems", ShownNumbersTest::problems);
        add(all, on, "incident.harmless.looked",
                figures -> harmless(figures, one(messages(figures), dialogs(figures))));
        add(all, on, "incident.harmless.calls", figures -> harmless(figures, one(calls(figures))));
        add(all, on, "incident.harmless.calls.answered", figures -> harmless(figures, one(answered(figures))));
        add(all, on, "incident.harmless.calls.unanswered",
                figures -> harmless(figures, one(figures.calls("unanswered"))));
        add(all, on, "incident.harmless.calls.cancelled",
                figures -> harmless(figures, one(figures.calls("cancelled"))));
        add(all, on, "incident.scope.calls", figures -> harmless(figures, one(calls(figures))));
        add(all, on, "incident.scope.sources", figures -> harmless(figures, one(senders(figures))));
        add(all, on, "incident.scope.messages", figures -> harmless(figures, one(messages(figures))));
        add(all, on, "incident.scope.dialogs", figures -> harmless(figures, one(dialogs(figures))));
        add(all, on, "incident.scope.requests",
                figures -> harmless(figures, one(figures.statistic("total", "requests"))));
    }

    /// Where none had a problem and some were refused, those that were answered are stated instead.
    private static List<Map<Integer, Double>> problems(CommandFigures figures) {
        double problems = figures.calls("troubled") + figures.calls("failed");
        double attackers = figures.calls("attacker");
        double unanswered = figures.calls("unanswered") + figures.calls("cancelled") + figures.calls("redirected");
        if (problems + attackers == 0 && unanswered > 0) {
            return List.of();
        }
        return attackers == 0 ? one(calls(figures), problems) : one(calls(figures) - attackers, problems, attackers);
    }

    private static void quality(List<Compared> all) {
        Place on = Place.OVERVIEW;
        add(all, on, "incident.quality.decoded.all", figures -> one(frames(figures)));
        add(all, on, "incident.quality.repeated", figures -> one(figures.statistic("total", "retransmissions")));
        add(all, on, "incident.quality.sample.enough",
                figures -> harmless(figures, one(dialogs(figures), calls(figures), senders(figures))));
        add(all, on, "incident.quality.fit.good", figures -> List.of(fit(figures)));
    }

    private static void dialogs(List<Compared> all) {
        add(all, Place.LIST, "dialogs.count", figures -> one(figures.rows("dialogs").size()));
        add(all, Place.SELECTED, "dialogs.totals", figures -> List.of(Map.of(0, dialogs(figures), 3, calls(figures), 4,
                answered(figures), 6, failed(figures), 7, figures.sum("failed_calls"))));
        add(all, Place.SELECTED, "dialogs.totals.messages", figures -> one(messages(figures)));
        add(all, Place.FILTERED, "dialogs.count.of", figures -> one(filtered(figures), dialogs(figures)));
        add(all, Place.FILTERED, "workbench.filter.chip", figures -> one(filtered(figures), dialogs(figures)));
    }

    private static void unknown(List<Compared> all) {
        Place on = Place.UNKNOWN;
        add(all, on, "sequence.summary.hops", figures -> List.of(Map.of(0, figures.marked("unknown"), 1,
                dialogs(figures), 2, (double) figures.findings("sequence").size())));
        add(all, on, "sequence.listed.hops", figures -> one(figures.findings("sequence").size()));
        add(all, on, "sequence.fits", figures -> List.of(fitted(figures)));
        add(all, on, "sequence.legend",
                figures -> List.of(Map.of(1, figures.marked("known")), Map.of(1, figures.marked("unknown"))));
        add(all, Place.LABORATORY, "sequence.summary.network",
                figures -> one(network(figures, "outside"), dialogs(figures), network(figures, "between")));
        add(all, Place.TRUTH, "sequence.confusion.of", ShownNumbersTest::confusion);
        all.add(new Compared(Place.LEGEND, "sequence.density.series", Optional.of("normal"),
                figures -> List.of(Map.of(1, of(figures, "normal")))));
        add(all, Place.LABORATORY, "sequence.laboratory", figures -> one(figures.marked("unknown")));
    }

    private static void beliefs(List<Compared> all) {
        Place on = Place.BELIEFS;
        add(all, on, "belief.summary", figures -> one(figures.attacking(), figures.judged()));
        add(all, on, "belief.sources.count", figures -> one(figures.periods().size(), figures.periods().size()));
        add(all, on, "belief.source.counts", ShownNumbersTest::sources);
    }

    private static void others(List<Compared> all) {
        add(all, Place.FLOODS, "flood.headline",
                figures -> answered(figures) < HISTORY ? List.of() : one(figures.findings("flood").size()));
        add(all, Place.FLOODS, "flood.target.item",
                figures -> List.of(Map.of(1, calls(figures), 2, (double) figures.findings("flood").size())));
        add(all, Place.STATISTICS, "statistics.method.tip", ShownNumbersTest::methods);
        add(all, Place.STATISTICS, "statistics.undecided",
                figures -> figures.statistic("total", "undecided calls") == 0 ? List.of()
                        : one(figures.statistic("total", "undecided calls")));
        add(all, Place.SOCIAL, "social.headline", figures -> one(figures.users().size(), figures.calls().size()));
        add(all, Place.SOCIAL, "social.drawn.CALLS", figures -> one(figures.users().size(), figures.pairs()));
        add(all, Place.SOCIAL, "social.legend.flagged",
                figures -> figures.findings("social").isEmpty() ? List.of() : one(figures.findings("social").size()));
        add(all, Place.SOCIAL, "social.legend.incident",
                figures -> figures.involved() == 0 ? List.of() : one(figures.involved()));
        add(all, Place.SOCIAL, "social.incidents",
                figures -> figures.involved() == 0 ? List.of() : one(figures.involved(), figures.involving()));
        add(all, Place.EDGE, "edge.attack.incidents",
                figures -> incidents(figures) == 0 ? List.of() : one(incidents(figures)));
        add(all, Place.EDGE, "edge.summary", figures -> incidents(figures) == 0 ? List.of()
                : List.of(Map.of(1, figures.replayed("legitimate_messages") + figures.replayed("attack_messages"))));
    }

    private static void add(List<Compared> all, Place place, String key,
            Function<CommandFigures, List<Map<Integer, Double>>> figures) {
        all.add(new Compared(place, key, Optional.empty(), figures));
    }

    private static List<Map<Integer, Double>> one(double... figures) {
        Map<Integer, Double> one = new HashMap<>();
        IntStream.range(0, figures.length).forEach(i -> one.put(i, figures[i]));
        return List.of(one);
    }

    private static double messages(CommandFigures figures) {
        return figures.statistic("total", "messages");
    }

    private static double dialogs(CommandFigures figures) {
        return figures.statistic("total", "dialogs");
    }

    private static double calls(CommandFigures figures) {
        return figures.statistic("total", "calls");
    }

    private static double answered(CommandFigures figures) {
        return figures.statistic("total", "answered calls");
    }

    private static double frames(CommandFigures figures) {
        return number(figures.info().get("packets"));
    }

    private static double filtered(CommandFigures figures) {
        return figures.rows("dialogs", "--filter", FILTER).size();
    }

    private static double network(CommandFigures figures, String mark) {
        String filter = "network.mark == \"" + mark + "\"";
        return figures.rows("dialogs", "--model", "shipped", "--filter", filter).size();
    }

    /// How many dialogs are of a class of the ground truth.
    private static double of(CommandFigures figures, String traffic) {
        return figures.rows("dialogs")
                .stream()
                .filter(row -> figures.truth(row.get("call_id")).equals(traffic))
                .count();
    }

    /// By class of the ground truth: how many dialogs are unknown, and how many there are.
    private static List<Map<Integer, Double>> confusion(CommandFigures figures) {
        Set<Object> unknown = new HashSet<>();
        figures.rows("dialogs", "--model", "shipped", "--filter", "dialog.unknown == 1")
                .forEach(row -> unknown.add(row.get("call_id")));
        Map<String, double[]> lines = new TreeMap<>();
        for (Map<String, Object> row : figures.rows("dialogs")) {
            double[] line = lines.computeIfAbsent(figures.truth(row.get("call_id")), _ -> new double[2]);
            line[0] += unknown.contains(row.get("call_id")) ? 1 : 0;
            line[1]++;
        }
        return lines.values().stream().map(line -> Map.of(0, line[0], 1, line[1])).toList();
    }

    /// Calls or not.
    private static double failed(CommandFigures figures) {
        return figures.rows("dialogs")
                .stream()
                .filter(row -> Set.of("dropped", "failed", "refused").contains(String.valueOf(row.get("outcome"))))
                .count();
    }

    /// The addresses that sent a message.
    private static double senders(CommandFigures figures) {
        return figures.rows("messages").stream().map(row -> row.get("src_ip")).distinct().count();
    }

    private static double incidents(CommandFigures figures) {
        return figures.incidents().size();
    }

    /// How many incidents are as grave as the first.
    private static double gravest(CommandFigures figures) {
        return figures.incidents()
                .stream()
                .filter(each -> each.get("severity").equals(figures.incidents().getFirst().get("severity")))
                .count();
    }

    private static List<Map<Integer, Double>> harmless(CommandFigures figures, List<Map<Integer, Double>> numbers) {
        return incidents(figures) == 0 ? numbers : List.of();
    }

    private static Map<Integer, Double> fitted(CommandFigures figures) {
        double dialogs = number(figures.fit().get("dialogs"));
        double expected = dialogs * number(figures.fit().get("expected"));
        return Map.of(0, number(figures.fit().get("unknown")), 1, dialogs, 2, (double) Math.round(expected));
    }

    private static Map<Integer, Double> fit(CommandFigures figures) {
        Map<Integer, Double> fit = new HashMap<>(fitted(figures));
        if (dialogs(figures) > fit.get(1)) {
            fit.put(4, dialogs(figures));
            fit.put(5, figures.marked("unknown"));
        }
        return fit;
    }

    private static List<Map<Integer, Double>> methods(CommandFigures figures) {
        return figures.statistics("method")
                .stream()
                .map(name -> Map.ofEntries(
                        entry(0, figures.statistic("final_response", name)
                                + figures.statistic("without_final_response", name)),
                        entry(1, figures.statistic("without_final_response", name))))
                .toList();
    }

    private static List<Map<Integer, Double>> sources(CommandFigures figures) {
        List<Map<Integer, Double>> sources = new ArrayList<>();
        Map<Integer, Double> all = new HashMap<>();
        figures.periods().values().forEach(periods -> {
            double messages = periods.stream().mapToDouble(row -> number(row.get("messages"))).sum();
            sources.add(Map.of(0, messages, 1, (double) periods.size()));
        });
        figures.rows("beliefs", "--together").forEach(row -> all.merge(1, 1.0, Double::sum));
        figures.rows("beliefs", "--together").forEach(row -> all.merge(0, number(row.get("messages")), Double::sum));
        sources.add(all);
        return sources;
    }

    private static Map<String, ShownPattern> patterns() throws IOException {
        Map<String, ShownPattern> patterns = new TreeMap<>();
        WindowTexts.all().forEach((key, text) -> patterns.put(key, new ShownPattern(text)));
        return patterns;
    }

    /// The keys that are not compared, with the reason of each.
    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> exceptions = new LinkedHashMap<>();
        String text;
        try (InputStream in = ShownNumbersTest.class.getResourceAsStream("numbers-not-compared.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String reason = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("# ")) {
                reason = line.substring(2);
            } else if (!line.isBlank()) {
                assertEquals(null, exceptions.put(line, reason), line + " is listed twice");
            }
        }
        return exceptions;
    }

    @Test
    void everyTextWithANumberIsComparedOrHasAReasonNotToBe() throws IOException {
        Map<String, ShownPattern> patterns = patterns();
        Set<String> numbered = new TreeSet<>(patterns.keySet());
        numbered.removeIf(key -> patterns.get(key).numbers().isEmpty());
        Set<String> compared = new TreeSet<>();
        COMPARED.forEach(each -> compared.add(each.key()));
        Set<String> listed = new TreeSet<>(exceptions().keySet());
        assertTrue(exceptions().values().stream().noneMatch(String::isBlank), "a reason for each");
        Set<String> both = new TreeSet<>(compared);
        both.retainAll(listed);
        Set<String> neither = new TreeSet<>(numbered);
        neither.removeAll(compared);
        neither.removeAll(listed);
        Set<String> gone = new TreeSet<>(listed);
        gone.addAll(compared);
        gone.removeAll(patterns.keySet());
        assertAll(() -> assertEquals(Set.of(), both, "compared, and listed as not compared"),
                () -> assertEquals(Set.of(), neither, "neither compared nor listed"),
                () -> assertEquals(Set.of(), gone, "no such text any more"),
                () -> assertEquals(COUNT_COMPARED, compared.size(), "compared"),
                () -> assertEquals(COUNT_LISTED, listed.size(), "not compared"));
    }

    /// So many keys, lest a text leaves the comparison unnoticed.
    private static final int COUNT_COMPARED = 48;
    private static final int COUNT_LISTED = 410;

    @Test
    void pagesShowTheNumbersOfTheCommands() throws IOException {
        Map<String, ShownPattern> patterns = patterns();
        Set<String> never = new TreeSet<>();
        COMPARED.forEach(each -> never.add(each.key()));
        List<Executable> differences = new ArrayList<>();
        for (String sample : SAMPLES) {
            Path file = window.sample(sample);
            CommandFigures command = new CommandFigures(file);
            window.open(file);
            waitUntil(() -> state().runs().size() == Methods.standard().all().size() && !state().isRunning());
            for (Place place : Place.values()) {
                Map<Compared, List<Map<Integer, Double>>> right = new LinkedHashMap<>();
                for (Compared each : COMPARED) {
                    List<Map<Integer, Double>> numbers =
                            each.place() == place ? each.figures().apply(command) : List.of();
                    if (!numbers.isEmpty()) {
                        right.put(each, numbers);
                        never.remove(each.key());
                    }
                }
                go(place);
                Map<Compared, Set<Map<Integer, Double>>> seen = settled(patterns, right);
                for (Compared each : right.keySet()) {
                    String where = sample + ", " + place + ", " + each.key();
                    differences.add(() -> compare(where, right.get(each), seen.get(each)));
                }
            }
        }
        differences.add(() -> assertEquals(Set.of(), never, "shown in none of the samples"));
        assertAll(differences);
    }

    /// What is shown, once the page has been computed.
    private Map<Compared, Set<Map<Integer, Double>>> settled(Map<String, ShownPattern> patterns,
            Map<Compared, List<Map<Integer, Double>>> right) {
        Map<Compared, Set<Map<Integer, Double>>> seen = new HashMap<>();
        for (int i = 0; i < PATIENCE; i++) {
            window.pause();
            ShownTexts texts = texts();
            right.forEach(
                    (each, expected) -> seen.put(each, read(texts, pattern(each, patterns), expected.getFirst())));
            if (right.keySet()
                    .stream()
                    .allMatch(compared -> !seen.get(compared).isEmpty()
                            && agree(right.get(compared), seen.get(compared)))) {
                break;
            }
        }
        return seen;
    }

    private static ShownPattern pattern(Compared compared, Map<String, ShownPattern> patterns) {
        ShownPattern pattern = patterns.get(compared.key());
        return compared.first().map(pattern::startingWith).orElse(pattern);
    }

    private static final int PATIENCE = 40;

    private ShownTexts texts() {
        try {
            return WaitForAsyncUtils.asyncFx(() -> ShownTexts.of(window.stage().getScene().getRoot())).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /// Parts of texts are read only where no whole text has the pattern.
    private static Set<Map<Integer, Double>> read(ShownTexts texts, ShownPattern pattern, Map<Integer, Double> like) {
        Set<Map<Integer, Double>> whole = read(texts.whole(), pattern, like);
        return whole.isEmpty() ? read(texts.parts(), pattern, like) : whole;
    }

    private static Set<Map<Integer, Double>> read(List<String> texts, ShownPattern pattern, Map<Integer, Double> like) {
        Set<Map<Integer, Double>> seen = new LinkedHashSet<>();
        for (String text : texts) {
            Map<Integer, Double> numbers = new TreeMap<>(pattern.read(text).orElse(Map.of()));
            numbers.keySet().retainAll(like.keySet());
            if (!numbers.isEmpty()) {
                seen.add(numbers);
            }
        }
        return seen;
    }

    /// An argument that the words leave out, as the number of groups without groups, is not
    /// compared.
    private static boolean agree(List<Map<Integer, Double>> right, Set<Map<Integer, Double>> seen) {
        return seen.stream()
                .allMatch(numbers -> right.stream().anyMatch(r -> r.entrySet().containsAll(numbers.entrySet())));
    }

    private static void compare(String where, List<Map<Integer, Double>> right, Set<Map<Integer, Double>> seen) {
        assertTrue(!seen.isEmpty(), where + " is not shown; the command says " + right);
        assertTrue(agree(right, seen), where + ": shown " + seen + ", the command " + right);
    }

    private void go(Place place) {
        window.run(() -> {
            window.workbench().filter().drop();
            window.workbench().selection().set(Selection.NONE);
            window.workbench().openPage(place.page);
            ToggleButton truth = (ToggleButton) window.stage().getScene().lookup("#truth");
            if (truth.isSelected()) {
                truth.fire();
            }
        });
        switch (place) {
            case SELECTED -> {
                int dialogs = state().index().orElseThrow().dialogs().size();
                List<Integer> all = IntStream.range(0, dialogs).boxed().toList();
                window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(all)));
            }
            case FILTERED -> window.run(() -> {
                Scene scene = window.stage().getScene();
                ((TextField) scene.lookup("#filter-field")).setText(FILTER);
                ((ButtonBase) scene.lookup("#filter-apply")).fire();
            });
            case LABORATORY -> press("#networkPart");
            case LEGEND -> {
                press("#networkPart");
                press("#truth");
            }
            case UNKNOWN -> press("#dialogsPart");
            case TRUTH -> {
                press("#dialogsPart");
                press("#truth");
            }
            case OVERVIEW, LIST, FLOODS, STATISTICS, BELIEFS, SOCIAL, TRIAGE, EDGE -> {
            }
        }
    }

    private void press(String id) {
        waitUntil(() -> window.stage().getScene().lookup(id) != null);
        window.run(() -> {
            ToggleButton button = (ToggleButton) window.stage().getScene().lookup(id);
            if (!button.isSelected()) {
                button.fire();
            }
        });
    }

    private SessionState state() {
        return window.workbench().session().stateProperty().get();
    }
}
