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
        add(all, on, "workbench.status.counts", its -> one(messages(its), dialogs(its)));
        add(all, on, "workbench.status.no.message",
                its -> frames(its) == messages(its) ? List.of() : one(frames(its) - messages(its)));
        add(all, on, "workbench.status.not.read.tip",
                its -> frames(its) == messages(its) ? List.of() : one(0, frames(its) - messages(its)));
        add(all, on, "incident.headline",
                its -> incidents(its) > 0 && incidents(its) == gravest(its) ? one(incidents(its)) : List.of());
        add(all, on, "incident.headline.several",
                its -> incidents(its) == gravest(its) ? List.of() : one(incidents(its), gravest(its)));
        add(all, on, "incident.story.others", its -> incidents(its) < 2 ? List.of() : one(incidents(its) - 1));
        add(all, on, "incident.calls.answered", its -> one(calls(its), answered(its)));
        add(all, on, "incident.harmless.looked", its -> harmless(its, one(messages(its), dialogs(its))));
        add(all, on, "incident.harmless.calls", its -> harmless(its, one(calls(its), answered(its))));
        add(all, on, "incident.scope.calls", its -> harmless(its, one(calls(its))));
        add(all, on, "incident.scope.sources", its -> harmless(its, one(senders(its))));
        add(all, on, "incident.scope.messages", its -> harmless(its, one(messages(its))));
        add(all, on, "incident.scope.dialogs", its -> harmless(its, one(dialogs(its))));
        add(all, on, "incident.scope.requests", its -> harmless(its, one(its.statistic("total", "requests"))));
    }

    private static void quality(List<Compared> all) {
        Place on = Place.OVERVIEW;
        add(all, on, "incident.quality.decoded.all", its -> one(frames(its)));
        add(all, on, "incident.quality.repeated", its -> one(its.statistic("total", "retransmissions")));
        add(all, on, "incident.quality.sample.enough",
                its -> harmless(its, one(dialogs(its), calls(its), senders(its))));
        add(all, on, "incident.quality.fit.good", its -> List.of(fit(its)));
    }

    private static void dialogs(List<Compared> all) {
        add(all, Place.LIST, "dialogs.count", its -> one(its.rows("dialogs").size()));
        add(all, Place.SELECTED, "dialogs.totals", its -> List.of(
                Map.of(0, dialogs(its), 3, calls(its), 4, answered(its), 6, failed(its), 7, its.sum("failed_calls"))));
        add(all, Place.SELECTED, "dialogs.totals.messages", its -> one(messages(its)));
        add(all, Place.FILTERED, "dialogs.count.of", its -> one(filtered(its), dialogs(its)));
        add(all, Place.FILTERED, "workbench.filter.chip", its -> one(filtered(its), dialogs(its)));
    }

    private static void unknown(List<Compared> all) {
        Place on = Place.UNKNOWN;
        add(all, on, "sequence.summary.hops", its -> List
                .of(Map.of(0, its.marked("unknown"), 1, dialogs(its), 2, (double) its.findings("sequence").size())));
        add(all, on, "sequence.listed.hops", its -> one(its.findings("sequence").size()));
        add(all, on, "sequence.fits", its -> List.of(fitted(its)));
        add(all, on, "sequence.legend",
                its -> List.of(Map.of(1, its.marked("known")), Map.of(1, its.marked("unknown"))));
        add(all, Place.LABORATORY, "sequence.summary.network",
                its -> one(network(its, "outside"), dialogs(its), network(its, "between")));
        add(all, Place.TRUTH, "sequence.confusion.of", ShownNumbersTest::confusion);
        all.add(new Compared(Place.LEGEND, "sequence.density.series", Optional.of("normal"),
                its -> List.of(Map.of(1, of(its, "normal")))));
        add(all, Place.LABORATORY, "sequence.laboratory", its -> one(its.marked("unknown")));
        add(all, Place.TRIAGE, "triage.summary",
                its -> its.marked("unknown") == 0 ? List.of() : one(its.marked("unknown"), dialogs(its)));
    }

    private static void beliefs(List<Compared> all) {
        Place on = Place.BELIEFS;
        add(all, on, "belief.summary", its -> one(its.attacking(), its.judged()));
        add(all, on, "belief.sources.count", its -> one(its.periods().size(), its.periods().size()));
        add(all, on, "belief.source.counts", ShownNumbersTest::sources);
        add(all, on, "belief.headline.first", ShownNumbersTest::headlines);
    }

    private static void others(List<Compared> all) {
        add(all, Place.FLOODS, "flood.headline",
                its -> answered(its) < HISTORY ? List.of() : one(its.findings("flood").size()));
        add(all, Place.FLOODS, "flood.target.item",
                its -> List.of(Map.of(1, calls(its), 2, (double) its.findings("flood").size())));
        add(all, Place.STATISTICS, "statistics.method.tip", ShownNumbersTest::methods);
        add(all, Place.STATISTICS, "statistics.undecided",
                its -> its.statistic("total", "undecided calls") == 0 ? List.of()
                        : one(its.statistic("total", "undecided calls")));
        add(all, Place.SOCIAL, "social.headline", its -> one(its.users().size(), its.calls().size()));
        add(all, Place.SOCIAL, "social.drawn.CALLS", its -> one(its.users().size(), its.pairs()));
        add(all, Place.SOCIAL, "social.legend.flagged",
                its -> its.findings("social").isEmpty() ? List.of() : one(its.findings("social").size()));
        add(all, Place.SOCIAL, "social.legend.incident", its -> its.involved() == 0 ? List.of() : one(its.involved()));
        add(all, Place.SOCIAL, "social.incidents",
                its -> its.involved() == 0 ? List.of() : one(its.involved(), its.involving()));
        add(all, Place.EDGE, "edge.attack.incidents", its -> incidents(its) == 0 ? List.of() : one(incidents(its)));
        add(all, Place.EDGE, "edge.summary", its -> incidents(its) == 0 ? List.of()
                : List.of(Map.of(1, its.replayed("legitimate_messages") + its.replayed("attack_messages"))));
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

    private static double messages(CommandFigures its) {
        return its.statistic("total", "messages");
    }

    private static double dialogs(CommandFigures its) {
        return its.statistic("total", "dialogs");
    }

    private static double calls(CommandFigures its) {
        return its.statistic("total", "calls");
    }

    private static double answered(CommandFigures its) {
        return its.statistic("total", "answered calls");
    }

    private static double frames(CommandFigures its) {
        return number(its.info().get("packets"));
    }

    private static double filtered(CommandFigures its) {
        return its.rows("dialogs", "--filter", FILTER).size();
    }

    private static double network(CommandFigures its, String mark) {
        String filter = "network.mark == \"" + mark + "\"";
        return its.rows("dialogs", "--model", "shipped", "--filter", filter).size();
    }

    /// How many dialogs are of a class of the ground truth.
    private static double of(CommandFigures its, String traffic) {
        return its.rows("dialogs").stream().filter(row -> its.truth(row.get("call_id")).equals(traffic)).count();
    }

    /// By class of the ground truth: how many dialogs are unknown, and how many there are.
    private static List<Map<Integer, Double>> confusion(CommandFigures its) {
        Set<Object> unknown = new HashSet<>();
        its.rows("dialogs", "--model", "shipped", "--filter", "dialog.unknown == 1")
                .forEach(row -> unknown.add(row.get("call_id")));
        Map<String, double[]> lines = new TreeMap<>();
        for (Map<String, Object> row : its.rows("dialogs")) {
            double[] line = lines.computeIfAbsent(its.truth(row.get("call_id")), _ -> new double[2]);
            line[0] += unknown.contains(row.get("call_id")) ? 1 : 0;
            line[1]++;
        }
        return lines.values().stream().map(line -> Map.of(0, line[0], 1, line[1])).toList();
    }

    /// Calls or not.
    private static double failed(CommandFigures its) {
        return its.rows("dialogs")
                .stream()
                .filter(row -> Set.of("dropped", "failed", "refused").contains(String.valueOf(row.get("outcome"))))
                .count();
    }

    /// The addresses that sent a message.
    private static double senders(CommandFigures its) {
        return its.rows("messages").stream().map(row -> row.get("src_ip")).distinct().count();
    }

    private static double incidents(CommandFigures its) {
        return its.incidents().size();
    }

    /// How many incidents are as grave as the first.
    private static double gravest(CommandFigures its) {
        return its.incidents()
                .stream()
                .filter(each -> each.get("severity").equals(its.incidents().getFirst().get("severity")))
                .count();
    }

    private static List<Map<Integer, Double>> harmless(CommandFigures its, List<Map<Integer, Double>> figures) {
        return incidents(its) == 0 ? figures : List.of();
    }

    private static Map<Integer, Double> fitted(CommandFigures its) {
        double dialogs = number(its.fit().get("dialogs"));
        double expected = dialogs * number(its.fit().get("expected"));
        return Map.of(0, number(its.fit().get("unknown")), 1, dialogs, 2, (double) Math.round(expected));
    }

    private static Map<Integer, Double> fit(CommandFigures its) {
        Map<Integer, Double> fit = new HashMap<>(fitted(its));
        if (dialogs(its) > fit.get(1)) {
            fit.put(4, dialogs(its));
            fit.put(5, its.marked("unknown"));
        }
        return fit;
    }

    private static List<Map<Integer, Double>> methods(CommandFigures its) {
        return its.statistics("method")
                .stream()
                .map(name -> Map.ofEntries(
                        entry(0, its.statistic("final_response", name) + its.statistic("without_final_response", name)),
                        entry(1, its.statistic("without_final_response", name))))
                .toList();
    }

    private static List<Map<Integer, Double>> sources(CommandFigures its) {
        List<Map<Integer, Double>> sources = new ArrayList<>();
        Map<Integer, Double> all = new HashMap<>();
        its.periods().values().forEach(periods -> {
            double messages = periods.stream().mapToDouble(row -> number(row.get("messages"))).sum();
            sources.add(Map.of(0, messages, 1, (double) periods.size()));
        });
        its.rows("beliefs", "--together").forEach(row -> all.merge(1, 1.0, Double::sum));
        its.rows("beliefs", "--together").forEach(row -> all.merge(0, number(row.get("messages")), Double::sum));
        sources.add(all);
        return sources;
    }

    /// In how many of its periods a source looks like a class.
    private static List<Map<Integer, Double>> headlines(CommandFigures its) {
        List<Map<Integer, Double>> headlines = new ArrayList<>();
        List<List<Map<String, Object>>> sources = new ArrayList<>(its.periods().values());
        sources.add(its.rows("beliefs", "--together"));
        for (List<Map<String, Object>> periods : sources) {
            Map<Object, Double> counts = new TreeMap<>();
            for (Map<String, Object> period : periods) {
                if (period.get("standing").equals("believed")) {
                    counts.merge(period.get("classes").toString(), 1.0, Double::sum);
                }
            }
            counts.values().forEach(count -> headlines.add(Map.of(1, count, 2, (double) periods.size())));
        }
        return headlines;
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
    private static final int COUNT_COMPARED = 47;
    private static final int COUNT_LISTED = 283;

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
                    List<Map<Integer, Double>> its = each.place() == place ? each.figures().apply(command) : List.of();
                    if (!its.isEmpty()) {
                        right.put(each, its);
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
            right.forEach((each, its) -> seen.put(each, read(texts, pattern(each, patterns), its.getFirst())));
            if (right.keySet()
                    .stream()
                    .allMatch(its -> !seen.get(its).isEmpty() && agree(right.get(its), seen.get(its)))) {
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
            Map<Integer, Double> its = new TreeMap<>(pattern.read(text).orElse(Map.of()));
            its.keySet().retainAll(like.keySet());
            if (!its.isEmpty()) {
                seen.add(its);
            }
        }
        return seen;
    }

    /// An argument that the words leave out, as the number of groups where there is none, is not
    /// compared.
    private static boolean agree(List<Map<Integer, Double>> right, Set<Map<Integer, Double>> seen) {
        return seen.stream().allMatch(its -> right.stream().anyMatch(r -> r.entrySet().containsAll(its.entrySet())));
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
