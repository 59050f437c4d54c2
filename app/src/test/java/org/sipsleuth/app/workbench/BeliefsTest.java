package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.belief.state.SourceRow;
import org.sipsleuth.view.belief.state.TableChoice;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;

/// The page of beliefs in the window.
class BeliefsTest {

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow();

    @TempDir private Path folder;

    private final TestWindow window = SHARED.window();

    private void open(FxRobot robot, String sample) throws IOException {
        window.openOnce(sample);
        showPage(robot);
    }

    /// Shows the page as it is at first, whatever a test before this one has changed on it.
    private void showPage(FxRobot robot) {
        window.run(() -> robot.lookup("#rail-beliefs").queryAs(ToggleButton.class).fire());
        window.run(() -> {
            ToggleButton tables = robot.lookup("#beliefs-tables-button").queryAs(ToggleButton.class);
            if (tables.isSelected()) {
                tables.fire();
            }
            robot.lookup("#beliefs-search").queryAs(TextField.class).clear();
            tables(robot).setValue(TableChoice.LEARNED);
        });
        waitUntil(() -> sources(robot).getItems().size() > 1);
    }

    @SuppressWarnings("unchecked") // it lists these
    private static ComboBox<TableChoice> tables(FxRobot robot) {
        return robot.lookup("#beliefs-tables").queryAs(ComboBox.class);
    }

    @SuppressWarnings("unchecked") // it lists these
    private static ListView<SourceRow> sources(FxRobot robot) {
        return robot.lookup("#beliefs-sources").queryAs(ListView.class);
    }

    /// Chooses a source by keyboard; the one that the page has opened on, too.
    private void choose(FxRobot robot, int place) {
        window.run(() -> sources(robot).getSelectionModel().select(place));
        window.run(() -> sources(robot)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void theSummaryHasALineOrTwoInTheSmallWindow(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        Label summary = robot.lookup("#beliefs-summary").queryAs(Label.class);
        waitUntil(() -> !summary.getText().isEmpty());
        assertTrue(summary.getHeight() <= 40, summary.getHeight() + " pixels for " + summary.getText());
    }

    @Test
    void theHeaderStatesResemblanceAndTheRailNoIncident(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        String summary = text(robot, "#beliefs-summary");
        // the scanner; toll fraud is no class
        assertTrue(summary.startsWith("1 of 11 sources resembles an attack: Scan, Password; 1 more not judged:"
                + " too few messages (statistical"), summary);
        assertEquals("", robot.from(robot.lookup("#rail-beliefs")).lookup(".rail-badge").queryLabeled().getText());
    }

    /// Toll fraud has no class: that its traffic is like normal traffic clears nobody.
    @Test
    void whatHasNoClassIsSaidInListAndDetail(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        waitUntil(() -> !text(robot, "#beliefs-summary").isEmpty());
        int place = 1;
        while (!sources(robot).getItems().get(place).name().equals("203.0.113.129")) {
            place++;
        }
        choose(robot, place);
        waitUntil(() -> text(robot, "#beliefs-name").equals("203.0.113.129"));
        waitUntil(() -> !text(robot, "#beliefs-unclassed").isEmpty());
        assertEquals("The belief model has no class for toll fraud, account takeover: what it believes"
                + " of this source is no judgement of it.", text(robot, "#beliefs-unclassed"));
        int shown = place;
        window.run(() -> sources(robot).scrollTo(shown));
        waitUntil(() -> robot.from(robot.lookup("#beliefs-sources"))
                .lookup(".source-belief")
                .queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().startsWith("No class for toll fraud; Normal")));
        window.checkLegible("beliefs-unclassed");
        choose(robot, 1); // the scanner and guesser: there are classes for that
        waitUntil(() -> text(robot, "#beliefs-name").equals("203.0.113.66"));
        assertEquals("", text(robot, "#beliefs-unclassed"));
    }

    /// A phone repeats the wrong password that it has stored, every twelve seconds.
    private Path wrongPassword() throws IOException {
        PcapWriter writer = new PcapWriter(1);
        for (int request = 0; request < 48; request++) {
            String common = """
            Max-Forwards: 70
            Via: SIP/2.0/UDP 192.0.2.15:5060;branch=z9hG4bK%d
            From: <sip:1007@example.org>;tag=a%d
            To: <sip:1007@example.org>
            Call-ID: stored
            CSeq: %d REGISTER
            Content-Length: 0
            """.formatted(request, request / 2, request + 1);
            String credentials = request % 2 == 0 ? "" : """
            Authorization: Digest username="1007", realm="example.org", nonce="n%d", uri="sip:example.org", response="%s"
            """.formatted(request, "0".repeat(32));
            String contact = "Contact: <sip:1007@192.0.2.15:5060>\nUser-Agent: Deskphone\n\n";
            String challenge =
                    "WWW-Authenticate: Digest realm=\"example.org\", nonce=\"n%d\"\n\n".formatted(request + 1);
            int second = request / 2 * 12;
            int micros = request % 2 * 400;
            writer.frame(second, micros, Packets.sip("192.0.2.15", "192.0.2.1",
                    lines("REGISTER sip:example.org SIP/2.0\n" + common + credentials + contact)));
            writer.frame(second, micros + 200,
                    Packets.sip("192.0.2.1", "192.0.2.15", lines("SIP/2.0 401 Unauthorized\n" + common + challenge)));
        }
        return writer.write(folder.resolve("stored.pcap"));
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    /// What the rules take for a wrong stored password is not called password cracking.
    @Test
    void aStoredPasswordIsNamedAsTheRulesNameIt(FxRobot robot) throws IOException {
        window.open(wrongPassword());
        showPage(robot);
        waitUntil(() -> !sources(robot).getItems().isEmpty());
        int place = 0;
        while (!sources(robot).getItems().get(place).name().equals("192.0.2.15")) {
            place++;
        }
        choose(robot, place);
        waitUntil(() -> text(robot, "#beliefs-unclassed").startsWith("Wrong password, not Password cracking: "));
        String headline = text(robot, "#beliefs-headline");
        assertTrue(headline.contains("Wrong password") && !headline.contains("Password cracking"), headline);
        assertTrue(text(robot, "#beliefs-summary").startsWith("No source"), text(robot, "#beliefs-summary"));
        window.checkLegible("beliefs-stored-password");
    }

    /// An SBC with old passwords behind it: no class of attack, and unlike what the model was trained with.
    @Test
    void whatIsUnlikeNormalIsSaidInWords(FxRobot robot) throws IOException {
        window.open(Path.of("../sample-captures/evaluation/development-2/sbc-stale.pcap.gz"));
        showPage(robot);
        waitUntil(() -> text(robot, "#beliefs-summary").contains("; 1 unlike normal (statistical"));
        int place = 1;
        while (!sources(robot).getItems().get(place).name().equals("198.19.30.149")) {
            place++;
        }
        choose(robot, place);
        waitUntil(() -> text(robot, "#beliefs-name").equals("198.19.30.149"));
        waitUntil(() -> text(robot, "#beliefs-headline").endsWith("; but unlike normal traffic in 6 of 6 periods"));
        for (int tries = 0; tries < 20 && text(robot, "#beliefs-unlike").isEmpty(); tries++) {
            window.run(() -> robot.lookup("#beliefs-timeline")
                    .query()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
        }
        String unlike = text(robot, "#beliefs-unlike");
        assertTrue(unlike.matches("\\d of 31 values unlike normal: .*usually.*Distance to the five nearest normal"
                + " periods .*, threshold .*"), unlike);
        window.checkLegible("beliefs-unlike");
    }

    @Test
    void theAttackersOfTheIncidentStandFirst(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        SourceRow first = sources(robot).getItems().get(1);
        assertTrue(first.name().startsWith("203.0.113."), first.name());
        choose(robot, 0);
        window.checkLegible("beliefs-together");
        choose(robot, 1);
        waitUntil(() -> !window.workbench().selection().get().dialogs().isEmpty());
        assertEquals(first.name(), text(robot, "#beliefs-name"));
        window.checkLegible("beliefs-source");
        window.run(() -> robot.lookup("#truth").queryAs(ToggleButton.class).fire());
        waitUntil(() -> robot.lookup("#truth").queryAs(ToggleButton.class).isSelected());
        window.checkLegible("beliefs-truth");
    }

    @Test
    void itOpensOnTheSourceOfTheTopIncidentUntilTheUserSelects(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        showPage(robot);
        waitUntil(() -> text(robot, "#beliefs-name").equals("203.0.113.66"));
        String headline = text(robot, "#beliefs-headline");
        assertTrue(headline.startsWith("203.0.113.66: Scan in "), headline);
        assertTrue(headline.contains("Password cracking in "), headline);
        assertTrue(window.workbench().selection().get().dialogs().isEmpty());
        window.checkLegible("beliefs-opened");
        window.checkLegibleAt4k("beliefs-opened");
        choose(robot, 0);
        assertEquals("All messages", text(robot, "#beliefs-name"));
    }

    @Test
    void theOwnerOfAForgedAddressIsNotAccused(FxRobot robot) throws IOException {
        open(robot, "flood-spoofed.pcap");
        waitUntil(() -> window.workbench().isAtRest());
        SourceRow strongest = sources(robot).getItems().get(1);
        assertTrue(strongest.isSuspect());
        assertEquals(strongest.name(), text(robot, "#beliefs-name"));
        window.checkLegible("beliefs-forged");
        window.checkLegibleAt4k("beliefs-forged");
    }

    @Test
    void longAddressesStayLegible(FxRobot robot) throws IOException {
        open(robot, "ipv6.pcapng");
        window.checkLegible("beliefs-ipv6");
    }

    @Test
    void linksToFindingsAndTheChosenRangeNameTheDayInACaptureOfSeveralDays(FxRobot robot) throws IOException {
        Path scan = window.sample("scan.pcap");
        window.open(scan, twoDaysLater(scan));
        waitUntil(() -> window.workbench().isAtRest());
        SipIndex index = window.state().index().orElseThrow();
        int middle = request(index, index.messages().size() * 3 / 4);
        window.run(() -> window.workbench().selection().set(Selection.NONE.withMessages(List.of(middle))));
        waitUntil(() -> !robot.lookup(".inspector .link").queryAll().isEmpty());
        List<String> links =
                robot.lookup(".inspector .link").queryAll().stream().map(node -> ((Labeled) node).getText()).toList();
        assertTrue(links.stream().anyMatch(words -> words.contains(", 2026-11-22 11:")), links.toString());
        long from = index.messages().capturedAtNanos(0);
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withTime(Optional.of(new Selection.TimeRange(from, from + 1_000_000_000L)))));
        assertTrue(robot
                .lookup(node -> node instanceof Labeled words && words.getText() != null
                        && words.getText().startsWith("2026-11-20 11:16:17.108 – 2026-11-20 11:16:18"))
                .tryQuery()
                .isPresent());
    }

    /// The first request from here on.
    private static int request(SipIndex index, int from) {
        int message = from;
        while (!index.messages().isRequest(message)) {
            message++;
        }
        return message;
    }

    /// The same packets with their times two days later.
    private Path twoDaysLater(Path capture) throws IOException {
        byte[] bytes = Files.readAllBytes(capture);
        ByteBuffer pcap = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 24;
        while (at < bytes.length) {
            pcap.putInt(at, pcap.getInt(at) + 2 * 86_400);
            at += 16 + pcap.getInt(at + 8);
        }
        return window.file("later.pcap", bytes);
    }

    @Test
    void aBarOpensTheReasoningAndWhatIfIsMarked(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        choose(robot, 1);
        String believed = text(robot, "#beliefs-verdict");
        window.run(() -> robot.lookup("#belief-scan").queryAs(Button.class).fire());
        TextField value = robot.lookup("#value-request-peak").queryAs(TextField.class);
        window.checkLegible("beliefs-reasoning");
        window.checkLegibleAt4k("beliefs-reasoning");
        window.run(() -> robot.lookup("#beliefs-view-tree").queryAs(ToggleButton.class).fire());
        window.checkLegible("beliefs-tree");
        window.checkLegibleAt4k("beliefs-tree");
        window.run(() -> robot.lookup("#beliefs-view-evidence").queryAs(ToggleButton.class).fire());
        window.run(() -> {
            window.stage().setWidth(1280);
            window.stage().setHeight(720);
        });
        window.run(() -> {
            value.setText("0.5");
            value.fireEvent(new ActionEvent());
        });
        assertTrue(robot.lookup("#beliefs-what-if").query().isVisible());
        assertNotEquals(believed, text(robot, "#beliefs-verdict"));
        window.checkLegible("beliefs-what-if");
        window.run(() -> robot.lookup("#beliefs-what-if-reset").queryAs(Button.class).fire());
        assertEquals(believed, text(robot, "#beliefs-verdict"));
        window.run(() -> robot.lookup("#evidence-destinations").queryAs(Button.class).fire());
        waitUntil(() -> !window.workbench().selection().get().messages().isEmpty());
        assertEquals(believed, text(robot, "#beliefs-verdict"));
    }

    @Test
    void anEditedTableIsFollowedAtOnce(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        usePaperTables(robot);
        choose(robot, 1);
        openTables(robot);
        String believed = text(robot, "#beliefs-verdict");
        type(robot, "#cell-dos-1", "2");
        assertTrue(text(robot, "#beliefs-tables-message").contains("from 0 to 1"));
        assertEquals(believed, text(robot, "#beliefs-verdict"));
        window.checkLegible("beliefs-tables");
        for (String row : new String[]{"normal", "dos"}) {
            type(robot, "#cell-" + row + "-0", row.equals("dos") ? "1" : "0");
            type(robot, "#cell-" + row + "-1", row.equals("dos") ? "0" : "1");
        }
        waitUntil(() -> !text(robot, "#beliefs-verdict").equals(believed));
        window.run(() -> robot.lookup("#beliefs-tables-reset").queryAs(Button.class).fire());
        waitUntil(() -> text(robot, "#beliefs-verdict").equals(believed));
    }

    /// Opens the editor of the tables at the first variable.
    private void openTables(FxRobot robot) {
        window.run(() -> robot.lookup("#beliefs-tables-button").queryAs(ToggleButton.class).fire());
        window.run(() -> variables(robot).setValue(Optional.of(Variable.REQUEST_INTENSITY)));
    }

    @SuppressWarnings("unchecked") // it lists these
    private static ComboBox<Optional<Variable>> variables(FxRobot robot) {
        return robot.lookup("#beliefs-variable").queryAs(ComboBox.class);
    }

    private void usePaperTables(FxRobot robot) {
        ComboBox<TableChoice> tables = tables(robot);
        String learned = text(robot, "#beliefs-verdict");
        window.run(() -> tables.setValue(TableChoice.PAPER));
        waitUntil(() -> !text(robot, "#beliefs-verdict").equals(learned));
    }

    private void type(FxRobot robot, String id, String words) {
        TextField field = robot.lookup(id).queryAs(TextField.class);
        window.run(() -> {
            field.setText(words);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void aMessageChosenElsewhereShowsItsSource(FxRobot robot) throws IOException {
        open(robot, "call.pcap");
        choose(robot, 0);
        assertEquals("All messages", text(robot, "#beliefs-name"));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withMessages(List.of(0))));
        assertFalse(text(robot, "#beliefs-name").equals("All messages"));
        window.checkLegible("beliefs-little");
    }

    /// All messages together resemble a scan there.
    @Test
    void theHeadlineOfACleanDayIsClean(FxRobot robot) throws IOException {
        open(robot, "office-hour.pcap");
        String headline = text(robot, "#beliefs-headline");
        assertTrue(headline.matches("[0-9.]+: Normal in (all \\d+ periods|the only period.*)"), headline);
        choose(robot, 0);
        assertTrue(text(robot, "#beliefs-headline").startsWith("All messages, as if one source had sent them"));
        window.checkLegible("beliefs-mixture");
    }

    @Test
    void sourcesAreSearched(FxRobot robot) throws IOException {
        open(robot, "office-hour.pcap");
        int all = sources(robot).getItems().size();
        window.checkLegible("beliefs-many");
        TextField search = robot.lookup("#beliefs-search").queryAs(TextField.class);
        window.run(() -> search.setText("no such source"));
        assertEquals(1, sources(robot).getItems().size()); // all messages together stay
        assertTrue(all > 1);
    }

    /// The words of the inspector that lead somewhere.
    private static List<Label> links(FxRobot robot, String words) {
        return robot.lookup(".fact-value.link")
                .queryAllAs(Label.class)
                .stream()
                .filter(label -> label.getText().contains(words))
                .toList();
    }

    private void follow(Label link) {
        window.run(() -> link
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    @Test
    void aFindingIsOpenedAndItsWhyLeadsToItsMessages(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        choose(robot, 1);
        waitUntil(() -> !links(robot, ": 203.0.113.66").isEmpty());
        window.checkLegible("beliefs-findings");
        follow(links(robot, ": 203.0.113.66").getFirst());
        waitUntil(() -> !links(robot, "times as likely").isEmpty());
        window.checkLegible("beliefs-finding");
        robot.rightClickOn("info").clickOn("Filter for finding.severity == \"info\"");
        waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
        assertEquals("finding.severity == \"info\"",
                window.workbench().filter().filteredProperty().get().orElseThrow().text());
        follow(links(robot, "times as likely").getFirst());
        waitUntil(() -> !window.workbench().selection().get().messages().isEmpty());
        SipIndex index = window.state().index().orElseThrow();
        for (int message : window.workbench().selection().get().messages()) {
            String from = index.messages().endpoint(index.messages().source(message)).toString();
            String to = index.messages().endpoint(index.messages().destination(message)).toString();
            assertTrue((from + to).contains("203.0.113.66"), from + " " + to);
        }
        waitUntil(() -> !links(robot, "203.0.113.66").isEmpty()); // a message leads back
    }

    /// From the list and the headline to the incident, and from there to each of its actors.
    @Test
    void anActorOfAnIncidentIsLinkedWithTheIncident(FxRobot robot) throws IOException {
        String title = "Incident 1: Toll fraud through account 1007";
        open(robot, "incident.pcap");
        waitUntil(() -> incidentLinks(robot, "#beliefs-sources").equals(List.of(title)));
        List<String> accused = robot.from(robot.lookup("#beliefs-sources"))
                .lookup(".list-cell")
                .queryAll()
                .stream()
                .map(Node::getAccessibleText)
                .filter(words -> words != null && words.endsWith(", " + title))
                .map(words -> words.substring(0, words.indexOf(',')))
                .toList();
        assertEquals(List.of("\u25b2 203.0.113.66"), accused);
        choose(robot, 0);
        assertEquals(List.of(), incidentLinks(robot, "#beliefs-incidents"));
        choose(robot, 1);
        assertEquals(List.of(title), incidentLinks(robot, "#beliefs-incidents"));
        window.checkLegible("beliefs-incident");
        fire(robot, "#beliefs-incidents", title);
        waitUntil(() -> robot.lookup("#show-evidence").tryQuery().isPresent());
        fire(robot, "#actors-on-beliefs", "203.0.113.66");
        waitUntil(() -> text(robot, "#beliefs-name").equals("203.0.113.66"));
        fire(robot, "#beliefs-sources", title);
        waitUntil(() -> robot.lookup("#show-evidence").tryQuery().isPresent());
    }

    @Test
    void withoutIncidentsNoSourceIsLinked(FxRobot robot) throws IOException {
        open(robot, "office-hour.pcap");
        waitUntil(() -> window.workbench().isAtRest());
        choose(robot, 1);
        assertEquals(List.of(), incidentLinks(robot, "#beliefs-sources"));
        assertFalse(robot.lookup("#beliefs-incidents").query().isVisible());
    }

    private static List<String> incidentLinks(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup(".incident-link")
                .queryAll()
                .stream()
                .filter(Node::isVisible)
                .map(link -> ((Hyperlink) link).getText())
                .toList();
    }

    private void fire(FxRobot robot, String within, String words) {
        window.run(() -> robot.from(robot.lookup(within))
                .lookup(".hyperlink")
                .queryAll()
                .stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void thePriorAndTheBordersAreEditedAndUndone(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        usePaperTables(robot);
        choose(robot, 1);
        openTables(robot);
        String believed = text(robot, "#beliefs-verdict");
        type(robot, "#border-0", "-3");
        assertTrue(text(robot, "#beliefs-tables-message").contains("rise"));
        type(robot, "#border-new", "300");
        assertTrue(robot.lookup("#cell-dos-2").tryQuery().isPresent());
        window.checkLegible("beliefs-borders");
        type(robot, "#border-1", "");
        assertTrue(robot.lookup("#cell-dos-2").tryQuery().isEmpty());
        type(robot, "#border-0", "1000"); // no source is so busy: all are below
        waitUntil(() -> !text(robot, "#beliefs-verdict").equals(believed));
        window.run(() -> robot.lookup("#beliefs-tables-reset").queryAs(Button.class).fire());
        waitUntil(() -> text(robot, "#beliefs-verdict").equals(believed));
        ComboBox<Optional<Variable>> leaves = variables(robot);
        window.run(() -> leaves.setValue(Optional.empty()));
        window.checkLegible("beliefs-prior");
        type(robot, "#prior-dos", "0");
        waitUntil(() -> !text(robot, "#beliefs-verdict").equals(believed));
        window.run(() -> robot.lookup("#beliefs-tables-reset").queryAs(Button.class).fire());
        waitUntil(() -> text(robot, "#beliefs-verdict").equals(believed));
    }

    @Test
    void howProbableSilenceIsStandsBesideTheSumsAndIsEdited(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        choose(robot, 1);
        openTables(robot);
        ComboBox<Optional<Variable>> leaves = variables(robot);
        window.run(() -> leaves.setValue(Optional.of(Variable.RESPONSE_DISTRIBUTION)));
        window.checkLegible("beliefs-nothing");
        TextField field = robot.lookup("#nothing-scan").queryAs(TextField.class);
        String before = field.getText();
        type(robot, "#nothing-scan", "2");
        assertTrue(text(robot, "#beliefs-tables-message").contains("from 0 to 1"));
        type(robot, "#nothing-scan", "0.75");
        assertEquals("0.75", field.getText());
        window.run(() -> robot.lookup("#beliefs-tables-reset").queryAs(Button.class).fire());
        waitUntil(() -> field.getText().equals(before));
        usePaperTables(robot);
        assertTrue(robot.lookup("#nothing-scan").tryQuery().isEmpty()); // the paper has none
    }
}
