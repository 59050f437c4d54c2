package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.call.ledger.LedgerRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.social.detection.SocialComparison;
import org.sipsleuth.social.traffic.HourTraffic;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.social.GraphLegend;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphNode;
import org.sipsleuth.view.social.graph.GraphPane;
import org.sipsleuth.view.social.graph.Relation;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page of social behaviour.
@ExtendWith(ApplicationExtension.class)
class SocialPageTest {

    private static final Color INCIDENT = Color.web("#d55e00");
    private static final int NEAR = 24; // pixels

    @TempDir Path directory;
    private TestWindow window;

    private static final Map<String, String> SOCIETY = Map.of("calls", "12000", "members", "150", "days", "20");

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    /// Opens a capture, and the page once it shows all of its calls: parts may have been shown before.
    private void open(Path file, FxRobot robot) throws Exception {
        window.run(() -> window.workbench().captures().open(List.of(file)));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        window.run(() -> window.workbench().openPage("social"));
        waitUntil(() -> isOfTheWhole("#social-headline", robot) || isOfTheWhole("#social-page-title", robot));
        waitUntil(() -> window.workbench().isAtRest());
    }

    /// Whether a line that is in sight states what is known, and not of a part only.
    private static boolean isOfTheWhole(String id, FxRobot robot) {
        return robot.lookup(id).<Labeled>tryQuery().filter(SocialPageTest::isVisible).filter(line -> {
            String words = line.getText();
            return !words.isEmpty() && !words.endsWith(" so far")
                    && !List.of("Reading calls", "No capture").contains(words);
        }).isPresent();
    }

    private static boolean isVisible(Node node) {
        Node parent = node.getParent();
        return node.isVisible() && (parent == null || isVisible(parent));
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static GraphPane graph(FxRobot robot) {
        return robot.lookup("#social-graph").queryAs(GraphPane.class);
    }

    private static TableView<?> users(FxRobot robot) {
        return robot.lookup("#social-users").queryTableView();
    }

    @Test
    void aUserIsFoundFocusedAndFollowedToItsCalls(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        waitUntil(() -> !graph(robot).isSettling());
        int all = graph(robot).data().nodes().size();
        assertEquals(all, users(robot).getItems().size());
        window.checkLegible("social");
        String name = graph(robot).data().nodes().getLast().name();
        robot.clickOn("#social-find").write(name).type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals(name));
        window.checkLegible("social-user");
        robot.clickOn("#social-neighbours");
        waitUntil(() -> graph(robot).data().nodes().size() < all);
        assertTrue(graph(robot).data().nodes().stream().anyMatch(node -> node.name().equals(name)));
        robot.clickOn("#social-neighbours");
        waitUntil(() -> graph(robot).data().nodes().size() == all);
        robot.clickOn("#social-open");
        waitUntil(() -> !window.workbench().selection().get().dialogs().isEmpty());
    }

    @Test
    void anotherNumberOfClustersIsShown(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        ComboBox<Integer> clusters = robot.lookup("#social-clusters").queryComboBox();
        if (clusters.isDisabled()) {
            assertTrue(words(robot, "#social-summary").contains("No clusters"));
            return;
        }
        robot.interact(() -> clusters.setValue(3));
        waitUntil(() -> words(robot, "#social-summary").contains("3 clusters"));
    }

    /// A capture of a scenario with its usual settings.
    private Path simulated(String name, long seed) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), Map.of());
        Path file = window.path(name + ".pcap");
        Simulation.run(scenario, seed, settings, file, RunMonitor.NONE);
        return file;
    }

    @Test
    void aFlaggedUserIsFollowedFromItsReasonsToItsCalls(FxRobot robot) throws Exception {
        open(simulated("spit", 911), robot);
        waitUntil(() -> !graph(robot).data().nodes().isEmpty());
        waitUntil(() -> words(robot, "#social-summary").startsWith("1 user is flagged."));
        String flagged = graph(robot).data()
                .nodes()
                .stream()
                .filter(GraphNode::isFlagged)
                .map(GraphNode::name)
                .findFirst()
                .orElseThrow();
        waitUntil(() -> !graph(robot).isSettling());
        robot.clickOn("#social-find").write(flagged).type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals(flagged));
        String reasons = robot.lookup("#social-why .label")
                .queryAll()
                .stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
        assertTrue(reasons.startsWith(flagged + " makes unusually many calls\n"), reasons);
        assertTrue(reasons.contains("Calls made a day: "), reasons);
        window.checkLegible("social-flag");
        String button = words(robot, "#social-open-flagged");
        robot.clickOn("#social-open-flagged");
        waitUntil(() -> !window.workbench().selection().get().dialogs().isEmpty());
        int opened = window.workbench().selection().get().dialogs().size();
        assertEquals("Open " + opened + " flagged calls", button);
    }

    private Path society(String name, long seed, String injections) throws IOException, SettingException {
        Scenario scenario = Scenarios.named("social").orElseThrow();
        Path file = window.path(name + ".pcap");
        Map<String, String> given = new HashMap<>(SOCIETY);
        given.put("injections", injections);
        Simulation.run(scenario, seed, Settings.of(Simulation.settings(scenario), given), file, RunMonitor.NONE);
        return file;
    }

    private void choose(String menu, String item, FxRobot robot) {
        window.run(() -> robot.lookup(menu).queryAs(MenuButton.class).show()); // what is read meanwhile may move it
        waitUntil(() -> robot.lookup(item).tryQuery().isPresent());
        robot.clickOn(item);
    }

    @Test
    void whoIsFlaggedByAModelOfTheNetworkHasAPValue(FxRobot robot) throws Exception {
        Path usual = society("usual", 31, "no");
        Path attacked = society("attacked", 32, "yes");
        open(usual, robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        robot.clickOn("#social-tab-flags");
        waitUntil(() -> words(robot, "#social-flags-why").contains("only a model of your own network can say"));
        choose("#model-menu-social", "Learn the normal traffic of this capture", robot);
        waitUntil(() -> words(robot, "#model-note").contains("days of"));
        waitUntil(() -> words(robot, "#social-summary").contains("learned from this capture"));
        assertTrue(words(robot, "#social-flags-why").contains("learned from this capture"));
        window.checkLegible("social-learned");
        Path saved = window.path("own.model");
        window.desktop().willChoose(saved);
        choose("#model-menu-social", "Save model\u2026", robot);
        waitUntil(() -> words(robot, "#model-note").equals("own.model saved."));
        choose("#model-menu-social", "Use the bundled model", robot);
        refusesOthers(robot);
        open(attacked, robot);
        window.desktop().willChoose(saved);
        choose("#model-menu-social", "Open model\u2026", robot);
        waitUntil(() -> words(robot, "#social-flags-why").contains("at most 1 flag in 20 is false"));
        TableView<SocialComparison.User> compared = robot.lookup("#social-flags").queryTableView();
        SocialComparison.User first = compared.getItems().getFirst();
        assertTrue(first.p().value() < 0.001, first.toString());
        assertEquals(0, first.p().asFar());
        long flagged = compared.getItems().stream().filter(user -> isFlagged(user, robot)).count();
        SocialComparison.User next = compared.getItems().get((int) flagged);
        assertTrue(words(robot, "#social-flags-why").contains(" Nearest miss: " + next.name() + ", p = "));
        assertTrue(legend(robot).stream().anyMatch(words -> words.startsWith("nearest miss, not flagged (")));
        window.checkLegible("social-flags");
        robot.interact(() -> compared.getSelectionModel().select(0));
        waitUntil(() -> words(robot, "#social-name").equals(first.name()));
        assertTrue(robot.lookup("#social-why .label")
                .queryAll()
                .stream()
                .anyMatch(label -> ((Labeled) label).getText()
                        .startsWith("Usual users who are as unlike others (p-value): 0.0001")));
        window.checkLegible("social-flags-user");
        judgesTables(saved, robot);
    }

    private static boolean isFlagged(SocialComparison.User user, FxRobot robot) {
        return graph(robot).data()
                .nodes()
                .stream()
                .anyMatch(node -> node.isFlagged() && node.name().equals(user.name()));
    }

    /// Neither other files nor models of other methods are taken.
    private void refusesOthers(FxRobot robot) throws Exception {
        window.desktop().willChoose(Files.writeString(window.path("notes.model"), "no model"));
        choose("#model-menu-social", "Open model\u2026", robot);
        waitUntil(() -> words(robot, "#model-note").startsWith("notes.model cannot be used: "));
        Path belief = window.path("belief.model");
        new BeliefMethod().shipped().writeTo(OutputFile.at(belief, OutputRules.CONFIRMED));
        window.desktop().willChoose(belief);
        choose("#model-menu-social", "Open model\u2026", robot);
        waitUntil(() -> words(robot, "#model-note")
                .equals("belief.model cannot be used: is a belief model, not a social model"));
        assertTrue(words(robot, "#social-flags-why").contains("only a model of your own network can say"));
    }

    /// The model in use judges tables too, and another one again.
    private void judgesTables(Path model, FxRobot robot) throws Exception {
        Path table = window.path("attacked.csv");
        Scenario scenario = Scenarios.named("social").orElseThrow();
        Simulation.run(scenario, 32, Settings.of(Simulation.settings(scenario), SOCIETY), table, RunMonitor.NONE);
        window.desktop().willChoose(table);
        robot.clickOn("#social-table-open");
        waitUntil(() -> robot.lookup("#social-table-preview").tryQuery().isPresent());
        robot.clickOn("#social-table-read");
        waitUntil(() -> robot.lookup("#social-table-close").query().isVisible());
        waitUntil(() -> words(robot, "#social-flags-why").contains("at most 1 flag in 20 is false"));
        choose("#model-menu-social", "Use the bundled model", robot);
        waitUntil(() -> words(robot, "#social-flags-why").contains("only a model of your own network can say"));
        window.desktop().willChoose(model);
        choose("#model-menu-social", "Open model\u2026", robot);
        waitUntil(() -> words(robot, "#social-flags-why").contains("at most 1 flag in 20 is false"));
        choose("#model-menu-social", "Learn what is usual in this table", robot);
        waitUntil(() -> words(robot, "#model-note").contains("Incidents are not looked for in tables"));
        waitUntil(() -> words(robot, "#social-flags-why").contains("learned from this table"));
        window.checkLegible("social-table-learned");
        robot.clickOn("#social-table-close");
    }

    @Test
    void ratesGiveCosts(FxRobot robot) throws Exception {
        Path rates = window.path("rates.csv");
        StringBuilder every = new StringBuilder("prefix,price\n");
        for (int digit = 1; digit <= 9; digit++) {
            every.append('+').append(digit).append(",1.50\n");
        }
        Files.writeString(rates, every);
        open(simulated("toll-fraud", 911), robot);
        robot.clickOn("#social-tab-ledger");
        TableView<LedgerRow> ledger = robot.lookup("#social-ledger").queryTableView();
        waitUntil(() -> !ledger.getItems().isEmpty());
        window.checkLegible("social-ledger");
        assertTrue(words(robot, "#social-ledger-summary").endsWith("Load rates to see costs."));
        window.desktop().willChoose(rates);
        robot.clickOn("#social-ledger-rates");
        waitUntil(() -> words(robot, "#social-ledger-summary").contains("cost "));
        LedgerRow dearest = ledger.getItems().getFirst();
        assertEquals(1.5 * dearest.sums().minutes(), dearest.sums().cost().orElseThrow(), 1e-9);
        robot.interact(() -> ledger.getSelectionModel().select(0));
        waitUntil(() -> words(robot, "#social-name").equals(dearest.name()));
        window.checkLegible("social-ledger-costs");
        robot.clickOn("#social-ledger-open");
        waitUntil(() -> window.workbench().selection().get().dialogs().size() == dearest.sums().calls());
    }

    @Test
    void callRecordsOfATableAreShown(FxRobot robot) throws Exception {
        Scenario scenario = Scenarios.named("social").orElseThrow();
        Path file = window.path("calls.csv");
        Simulation.run(scenario, 7,
                Settings.of(Simulation.settings(scenario), Map.of("calls", "6000", "members", "120", "days", "28")),
                file, RunMonitor.NONE);
        window.run(() -> window.workbench().openPage("social"));
        window.desktop().willChoose(file);
        robot.clickOn("#social-table-open");
        waitUntil(() -> robot.lookup("#social-table-preview").tryQuery().isPresent());
        TableView<?> preview = robot.lookup("#social-table-preview").queryTableView();
        waitUntil(() -> preview.getItems().size() == 8);
        window.checkLegible("social-table");
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-headline").endsWith(" calls"));
        assertTrue(users(robot).getItems().size() > 120);
        window.checkLegible("social-table-read");
        robot.clickOn("#social-tab-ledger");
        TableView<?> ledger = robot.lookup("#social-ledger").queryTableView();
        waitUntil(() -> !ledger.getItems().isEmpty());
        assertFalse(robot.lookup("#social-ledger-open").query().isVisible());
        robot.clickOn("#social-table-close");
        waitUntil(() -> words(robot, "#social-page-title").equals("No capture"));
    }

    @Test
    void pseudonymsReplaceTheNamesOfATable(FxRobot robot) throws Exception {
        StringBuilder rows = new StringBuilder("from,to,time,duration\n");
        for (int call = 0; call < 60; call++) {
            rows.append("alice%d,%s,%d,60\n".formatted(call % 6, call % 2 == 0 ? "+37255500" + call : "bob" + call % 4,
                    1_700_000_000 + 60 * call));
        }
        Path file = Files.writeString(window.path("calls.csv"), rows);
        window.run(() -> window.workbench().openPage("social"));
        window.desktop().willChoose(file);
        robot.clickOn("#social-table-open");
        waitUntil(() -> robot.lookup("#social-table-preview").tryQuery().isPresent());
        waitUntil(() -> !robot.lookup("#social-table-read").query().isDisabled());
        robot.clickOn("#social-table-pseudonyms");
        window.checkLegible("social-table-pseudonyms");
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-headline").endsWith(" calls"));
        waitUntil(() -> !users(robot).getItems().isEmpty());
        String shown = users(robot).getItems().toString();
        assertFalse(shown.matches("(?s).*(alice|bob|37255500).*"), shown);
        robot.clickOn("#social-tab-ledger");
        TableView<LedgerRow> ledger = robot.lookup("#social-ledger").queryTableView();
        waitUntil(() -> !ledger.getItems().isEmpty());
        assertEquals(Set.of("", "+372"), // where the real numbers lead
                ledger.getItems().stream().map(row -> row.range().prefix()).collect(Collectors.toSet()));
        assertTrue(ledger.getItems().stream().noneMatch(row -> row.name().startsWith("alice")),
                ledger.getItems().toString());
        window.checkLegible("social-pseudonyms");
    }

    /// Rows that cannot be read are shown before the others are.
    @Test
    void theImportAsksAndCounts(FxRobot robot) throws Exception {
        StringBuilder rows = new StringBuilder("from,to,time,src,duration\n");
        rows.append("M\u00fcller,2,yesterday,5,60\nM\u00fcller,2,1700000000,5,-60\n");
        rows.append("1,\"2,1700000000,5,60\n");
        for (int call = 0; call < 20; call++) {
            rows.append("M\u00fcller,Jos\u00e9,%d,%d,60\n".formatted(1_700_000_000 + call, call));
        }
        Path file = window.path("calls.csv");
        Files.write(file, rows.toString().getBytes("windows-1252"));
        window.run(() -> window.workbench().openPage("social"));
        window.desktop().willChoose(file);
        robot.clickOn("#social-table-open");
        waitUntil(() -> robot.lookup("#social-table-preview").tryQuery().isPresent());
        waitUntil(() -> words(robot, "#social-table-notes").contains("2 columns could be"));
        assertEquals("The table is read as windows-1252, as line 2 is not UTF-8; if names look wrong,"
                + " choose its character set. 2 columns could be the caller: \"from\""
                + " (column 1) and \"src\" (column 4): choose one.", words(robot, "#social-table-notes"));
        assertTrue(robot.lookup("#social-table-read").query().isDisabled());
        window.checkLegible("social-table-question");
        ComboBox<Integer> caller = robot.lookup("#social-table-caller").queryComboBox();
        robot.interact(() -> caller.setValue(0));
        waitUntil(() -> !robot.lookup("#social-table-read").query().isDisabled());
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-table-read").equals("Show 20 calls"));
        assertEquals(
                "3 of 23 rows could not be read. Line 2: start \"yesterday\" cannot be read as a"
                        + " time. Line 3: duration \"-60\" is negative. Line 4: a quotation mark is not closed.",
                words(robot, "#social-table-notes"));
        window.checkLegible("social-table-counts");
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-headline").endsWith(" calls"));
        waitUntil(() -> !users(robot).getItems().isEmpty());
        assertTrue(users(robot).getItems().toString().contains("M\u00fcller"));
    }

    @Test
    void theCharacterSetOfATableIsChosen(FxRobot robot) throws Exception {
        Path file = window.path("calls.csv");
        Files.write(file, "from,to,time\nM\u00fcller,2,1700000000\n".getBytes("IBM850"));
        window.run(() -> window.workbench().openPage("social"));
        window.desktop().willChoose(file);
        robot.clickOn("#social-table-open");
        waitUntil(() -> words(robot, "#social-table-notes").contains("Choose its character set"));
        assertTrue(robot.lookup("#social-table-read").query().isDisabled());
        window.checkLegible("social-table-charset");
        ComboBox<String> charset = robot.lookup("#social-table-charset").queryComboBox();
        robot.interact(() -> charset.setValue("IBM850"));
        TableView<?> preview = robot.lookup("#social-table-preview").queryTableView();
        waitUntil(() -> preview.getItems().toString().contains("M\u00fcller"));
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-table-read").equals("Show 1 call"));
        assertEquals("No call is answered and no talk time is counted in 1 row: check which columns"
                + " state the duration and the answer.", words(robot, "#social-table-notes"));
        window.checkLegible("social-table-unanswered");
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-headline").endsWith(" call"));
    }

    @Test
    void theOrderOfDatesIsAsked(FxRobot robot) throws Exception {
        Path file = window.path("calls.csv");
        Files.writeString(file, "from,to,time,talk\n1,2,03/04/2024 10:00,5\n");
        window.run(() -> window.workbench().openPage("social"));
        window.desktop().willChoose(file);
        robot.clickOn("#social-table-open");
        waitUntil(() -> !robot.lookup("#social-table-read").query().isDisabled());
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-table-message").contains("03/04/2024"));
        window.checkLegible("social-table-dates");
        ComboBox<String> dates = robot.lookup("#social-table-dates").queryComboBox();
        robot.interact(() -> dates.setValue("day first"));
        robot.clickOn("#social-table-read");
        waitUntil(() -> words(robot, "#social-headline").endsWith(" call"));
    }

    @Test
    void theGraphFollowsTheChosenTime(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        int all = users(robot).getItems().size();
        SipIndex index = window.state().index().orElseThrow();
        long from = index.messages().capturedAtNanos(0);
        long to = index.messages().capturedAtNanos(index.messages().size() - 1);
        TimeRange quarter = new TimeRange(from, from + (to - from) / 4);
        SelectionModel selection = window.workbench().selection();
        window.run(() -> selection.set(selection.get().withTime(Optional.of(quarter))));
        waitUntil(() -> users(robot).getItems().size() < all);
        assertTrue(words(robot, "#social-summary").startsWith("From "));
        window.run(() -> selection.set(Selection.NONE));
        waitUntil(() -> users(robot).getItems().size() == all);
    }

    @Test
    void aPathAndTheLegendLimitTheGraph(FxRobot robot) throws Exception {
        open(simulated("spit", 911), robot);
        waitUntil(() -> words(robot, "#social-summary").contains("5 clusters"));
        waitUntil(() -> !graph(robot).isSettling());
        int all = graph(robot).data().nodes().size();
        CheckBox few = robot.lookup("#social-legend .check-box")
                .queryAll()
                .stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().startsWith("no cluster"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(few);
        waitUntil(() -> graph(robot).data().nodes().size() < all);
        assertTrue(graph(robot).data().nodes().stream().allMatch(node -> node.cluster() >= 0));
        robot.clickOn(few);
        waitUntil(() -> graph(robot).data().nodes().size() == all);
        robot.clickOn("#social-find").write("2012").type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals("2012"));
        robot.clickOn("#social-path-to").write("2024").type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-drawn").startsWith("Path: 2012"));
        assertTrue(words(robot, "#social-drawn").endsWith("2024"));
        window.checkLegible("social-path");
        robot.clickOn("#social-path-leave");
        waitUntil(() -> graph(robot).data().nodes().size() == all);
    }

    @Test
    void trafficIsShownByHourAndCluster(FxRobot robot) throws Exception {
        open(simulated("spit", 911), robot);
        waitUntil(() -> words(robot, "#social-summary").contains("5 clusters"));
        robot.clickOn("#social-tab-traffic");
        TableView<HourTraffic> hours = robot.lookup("#social-hours").queryTableView();
        int calls = hours.getItems().stream().mapToInt(HourTraffic::calls).sum();
        assertEquals("72 users, " + calls + " calls", words(robot, "#social-headline"));
        assertEquals(6, robot.lookup("#social-flows").queryTableView().getItems().size());
        window.checkLegible("social-traffic");
    }

    @Test
    void numbersOfClustersAreCompared(FxRobot robot) throws Exception {
        open(simulated("spit", 911), robot);
        waitUntil(() -> words(robot, "#social-summary").contains("5 clusters"));
        robot.clickOn("#social-tab-behaviour");
        window.checkLegible("social-behaviour");
        robot.clickOn("#social-compare");
        waitUntil(() -> !robot.lookup("#social-compare").queryButton().isDisabled());
        String words = robot.lookup("#social-curves").query().getAccessibleText();
        assertTrue(words.matches("WSS \\d+, Silhouette \\d+, Gap .*"), words);
        window.checkLegible("social-behaviour-compared");
    }

    @Test
    void theGraphIsSaved(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !graph(robot).data().nodes().isEmpty() && !graph(robot).isSettling());
        GraphData data = graph(robot).data();
        Path file = window.path("calls.graphml");
        window.desktop().willChoose(file);
        robot.clickOn("#social-copy").clickOn("#social-file-graphml");
        waitUntil(() -> words(robot, "#social-summary").equals("Saved: calls.graphml"));
        String graph = Files.readString(file);
        assertEquals(data.nodes().size(), graph.split("<node ", -1).length - 1);
        assertEquals(data.edges().size(), graph.split("<edge ", -1).length - 1);
        Path picture = window.path("calls.svg");
        window.desktop().willChoose(picture);
        robot.clickOn("#social-copy").clickOn("#social-file-svg");
        waitUntil(() -> words(robot, "#social-summary").equals("Saved: calls.svg"));
        String svg = Files.readString(picture);
        assertEquals(data.nodes().size(), svg.split("class=\"user\"", -1).length - 1);
    }

    @Test
    void sharedContactsAreShownInTheSamePlaces(FxRobot robot) throws Exception {
        open(simulated("spit", 911), robot);
        waitUntil(() -> words(robot, "#social-summary").contains("5 clusters"));
        waitUntil(() -> !graph(robot).isSettling());
        GraphData calls = graph(robot).data();
        robot.clickOn("#social-find").write("2012").type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals("2012"));
        waitUntil(() -> window.workbench().isAtRest() && !graph(robot).isSettling());
        List<List<Object>> nodes = graph(robot).table().rows();
        robot.clickOn("#social-contacts");
        waitUntil(() -> graph(robot).data().relation() == Relation.SHARED_CONTACTS);
        GraphData contacts = graph(robot).data();
        assertEquals(calls.nodes(), contacts.nodes());
        assertFalse(graph(robot).isSettling());
        assertEquals(nodes, graph(robot).table().rows()); // with their places
        assertEquals("2012", words(robot, "#social-name"));
        assertTrue(contacts.edges().size() > calls.edges().size());
        assertTrue(contacts.edges().stream().allMatch(edge -> edge.weight() <= 2));
        assertTrue(words(robot, "#social-drawn").contains("called the same users or each other"));
        window.checkLegible("social-contacts");
        robot.clickOn("#social-contacts");
        assertEquals(Relation.SHARED_CONTACTS, graph(robot).data().relation());
        robot.clickOn("#social-neighbours");
        waitUntil(() -> graph(robot).data().nodes().size() < calls.nodes().size());
        window.checkLegible("social-contacts-neighbours");
        robot.clickOn("#social-neighbours");
        Path file = window.path("shared.graphml");
        window.desktop().willChoose(file);
        robot.clickOn("#social-copy").clickOn("#social-file-graphml");
        waitUntil(() -> words(robot, "#social-summary").equals("Saved: shared.graphml"));
        String graph = Files.readString(file);
        assertEquals(contacts.edges().size(), graph.split("<edge ", -1).length - 1);
        assertTrue(graph.contains("<graph id=\"shared-contacts\""));
        robot.clickOn("#social-calls");
        waitUntil(() -> graph(robot).data().edges().equals(calls.edges()));
    }

    @Test
    void sharedContactsFollowTheChosenTimeAndHavePaths(FxRobot robot) throws Exception {
        open(simulated("spit", 911), robot);
        waitUntil(() -> words(robot, "#social-summary").contains("5 clusters"));
        robot.clickOn("#social-contacts");
        waitUntil(() -> graph(robot).data().relation() == Relation.SHARED_CONTACTS);
        int all = graph(robot).data().edges().size();
        SipIndex index = window.state().index().orElseThrow();
        long from = index.messages().capturedAtNanos(0);
        long to = index.messages().capturedAtNanos(index.messages().size() - 1);
        TimeRange quarter = new TimeRange(from, from + (to - from) / 4);
        SelectionModel selection = window.workbench().selection();
        window.run(() -> selection.set(selection.get().withTime(Optional.of(quarter))));
        waitUntil(() -> graph(robot).data().edges().size() < all);
        assertEquals(Relation.SHARED_CONTACTS, graph(robot).data().relation());
        window.run(() -> selection.set(Selection.NONE));
        waitUntil(() -> graph(robot).data().edges().size() == all);
        robot.clickOn("#social-find").write("2012").type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals("2012"));
        robot.clickOn("#social-path-to").write("2024").type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-drawn").startsWith("Path: 2012"));
        robot.clickOn("#social-calls");
        waitUntil(() -> words(robot, "#social-drawn").contains("who called each other"));
    }

    @Test
    void nobodyBecameSomebodyElse(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        robot.clickOn("#social-tab-identity");
        TableView<?> pairs = robot.lookup("#social-identity").queryTableView();
        waitUntil(() -> pairs.getPlaceholder() instanceof Labeled label
                && label.getText().startsWith("No number falls silent"));
        window.checkLegible("social-identity");
    }

    /// The account of the toll fraud is not flagged by its calls.
    @Test
    void aUserOfAnIncidentIsColouredAndLinked(FxRobot robot) throws Exception {
        String title = "Incident 1: Toll fraud through account 1007";
        open(window.sample("incident.pcap"), robot);
        waitUntil(() -> !graph(robot).data().nodes().isEmpty());
        waitUntil(() -> words(robot, "#social-summary").contains("incident"));
        assertTrue(words(robot, "#social-summary")
                .startsWith("Nobody is flagged. Flags judge only who calls whom, how often and"
                        + " how long. An incident names 1 user. "),
                words(robot, "#social-summary"));
        assertEquals(Map.of("1007", title),
                graph(robot).data()
                        .nodes()
                        .stream()
                        .filter(GraphNode::isOfIncident)
                        .collect(Collectors.toMap(GraphNode::name, GraphNode::incident)));
        assertTrue(graph(robot).getAccessibleText().endsWith(". 1007: " + title), graph(robot).getAccessibleText());
        assertTrue(legend(robot).contains("in an incident (1)"), legend(robot).toString());
        waitUntil(() -> !graph(robot).isSettling());
        assertFramed(robot, "1007");
        assertEquals(List.of(title), links(robot, "#social-users"));
        window.checkLegible("social-incident");
        robot.clickOn("#social-find").write("1007").type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals("1007"));
        assertEquals(List.of(title), links(robot, "#social-incidents"));
        window.checkLegible("social-incident-user");
        window.run(() -> {
            robot.from(robot.lookup("#social-users")).lookup(".incident-link").queryAs(Hyperlink.class).fire();
        });
        waitUntil(() -> robot.lookup("#show-evidence").tryQuery().isPresent());
    }

    @Test
    void withoutIncidentsNoUserIsMarked(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !graph(robot).data().nodes().isEmpty());
        waitUntil(() -> words(robot, "#social-summary").contains("flagged."));
        assertFalse(words(robot, "#social-summary").contains("incident"));
        assertTrue(graph(robot).data().nodes().stream().noneMatch(GraphNode::isOfIncident));
        assertEquals("Call graph: who called whom", graph(robot).getAccessibleText());
        assertTrue(legend(robot).stream().noneMatch(words -> words.contains("incident")));
        assertEquals(List.of(), links(robot, "#social-users"));
        assertTrue(
                users(robot).getVisibleLeafColumns().stream().noneMatch(column -> column.getText().equals("Incident")));
        String name = graph(robot).data().nodes().getFirst().name();
        robot.clickOn("#social-find").write(name).type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals(name));
        assertFalse(robot.lookup("#social-incidents").query().isVisible());
    }

    private static List<String> legend(FxRobot robot) {
        return robot.lookup("#social-legend")
                .<GraphLegend>query()
                .getChildren()
                .stream()
                .map(entry -> ((Labeled) entry).getText())
                .toList();
    }

    private static List<String> links(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup(".incident-link")
                .queryAll()
                .stream()
                .map(link -> ((Hyperlink) link).getText())
                .toList();
    }

    /// The colour of incidents is around this user, and nowhere else in the graph.
    private static void assertFramed(FxRobot robot, String name) {
        List<Point2D> painted = new ArrayList<>();
        robot.interact(() -> {
            WritableImage shown = graph(robot).snapshot(null, null);
            PixelReader pixels = shown.getPixelReader();
            for (int x = 0; x < (int) shown.getWidth(); x++) {
                for (int y = 0; y < (int) shown.getHeight(); y++) {
                    if (pixels.getColor(x, y).equals(INCIDENT)) {
                        painted.add(new Point2D(x, y));
                    }
                }
            }
        });
        Point2D place = graph(robot).placeOf(name);
        assertFalse(painted.isEmpty(), name + " has no frame");
        for (Point2D each : painted) {
            assertTrue(Math.abs(each.getX() - place.getX()) <= NEAR && Math.abs(each.getY() - place.getY()) <= NEAR,
                    "the colour of incidents at " + each + " is not around " + name + " at " + place);
        }
    }

    @Test
    void aCaptureWithoutCallsSaysSo(FxRobot robot) throws Exception {
        open(window.sample("register.pcap"), robot);
        waitUntil(() -> words(robot, "#social-page-title").equals("No calls between users"));
        window.checkLegible("social-none");
    }
}
