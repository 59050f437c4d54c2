package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.ObservedMethod;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.session.SessionState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The overview of a live capture shows incidents as they form.
@ExtendWith(ApplicationExtension.class)
class LiveOverviewTest {

    private static final Path RECORDINGS = Path.of("..", "sample-captures", "evaluation", "development");
    private static final int FILE_HEADER_BYTES = 24;

    @TempDir Path directory;
    private int sent;
    private TestWindow window;
    private final FakeNetwork network = new FakeNetwork();

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, network);
        window.add(new ObservedMethod());
        window.staysOnOverview();
        window.show(stage);
    }

    private List<IncidentKind> kinds() {
        SessionState state = window.workbench().session().stateProperty().get();
        return state.joined()
                .investigation()
                .map(found -> found.incidents().stream().map(Incident::kind).toList())
                .orElse(List.of());
    }

    private void begin(FxRobot robot) {
        waitUntil(() -> !robot.lookup("#live").query().isDisabled());
        robot.clickOn("#live");
        waitUntil(() -> !robot.lookup("#start").query().isDisabled());
        robot.clickOn("#start");
        waitUntil(() -> window.state() instanceof Live);
    }

    /// Sends a part of a recording, and waits until all methods have looked at it.
    private void replay(ByteBuffer pcap, int packets) {
        for (int i = 0; i < packets && pcap.hasRemaining(); i++) {
            long seconds = Integer.toUnsignedLong(pcap.getInt());
            long nanos = TimeUnit.SECONDS.toNanos(seconds) + TimeUnit.MICROSECONDS.toNanos(pcap.getInt());
            byte[] packet = new byte[pcap.getInt()];
            pcap.getInt(); // its length on the wire
            pcap.get(packet);
            network.replay(packet, nanos);
            sent++;
        }
        waitUntil(() -> {
            SessionState state = window.workbench().session().stateProperty().get();
            return !state.isRunning() && !state.joined().isRunning()
                    && state.joined()
                            .investigation()
                            .filter(found -> found.index().messages().size() == sent)
                            .isPresent();
        });
    }

    private static ByteBuffer recording(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RECORDINGS.resolve(name)))) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).position(FILE_HEADER_BYTES);
        }
    }

    private static List<String> marks(FxRobot robot) {
        return robot.lookup(".live-words").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void eachIncidentKeepsItsRow(FxRobot robot) throws IOException {
        begin(robot);
        ByteBuffer guesses = recording("svcrack-six-addresses.pcap.gz");
        replay(guesses, 106);
        waitUntil(() -> cards(robot).size() == 1);
        assertEquals(List.of(), marks(robot));
        robot.interact(() -> cards(robot).getFirst().requestFocus());
        replay(guesses, 53);
        waitUntil(() -> cards(robot).size() == 2);
        replay(guesses, 53);
        waitUntil(() -> marks(robot).equals(List.of("Changed: 16 → 33 attempts", "Withdrawn: part of " + title())));
        assertEquals(List.of(true, false), cards(robot).stream().map(Node::isFocused).toList());
        window.checkLegible("live-incidents");
        replay(guesses, 320);
        waitUntil(() -> marks(robot).getFirst()
                .equals("Changed: severity medium → high, also account takeover, outcome attempted → succeeded, "
                        + "33 → 106 attempts"));
        assertEquals(2, cards(robot).size());
        robot.interact(() -> robot.lookup("Dismiss").queryButton().fire()); // a click takes longer than a card lasts
        waitUntil(() -> cards(robot).size() == 1);
        robot.clickOn("#stop");
        waitUntil(() -> !(window.state() instanceof Live));
        waitUntil(() -> marks(robot).isEmpty());
        assertEquals(1, cards(robot).size());
    }

    /// Of the incident found.
    private String title() {
        return window.workbench().session().foundProperty().get().orElseThrow().incidents().getFirst().title().text();
    }

    /// The cards from top to bottom.
    private static List<Node> cards(FxRobot robot) {
        return robot.lookup(".incident-card")
                .queryAll()
                .stream()
                .sorted(Comparator.comparingDouble(card -> card.localToScene(0, 0).getY()))
                .toList();
    }

    @Test
    void anIncidentAppearsWhileItGoesOnAndGrows(FxRobot robot) {
        begin(robot);
        network.invite("first");
        waitUntil(() -> robot.lookup("#overview-headline").tryQuery().isPresent());
        network.request(ObservedMethod.GUESSER, "REGISTER", "guess");
        waitUntil(() -> robot.lookup("#incident-card-1").tryQuery().isPresent());
        assertEquals(List.of(IncidentKind.PASSWORD_GUESSING), kinds());
        assertInstanceOf(Live.class, window.state());
        network.request(ObservedMethod.CALLER, "INVITE", "call");
        waitUntil(() -> kinds().equals(List.of(IncidentKind.TOLL_FRAUD)));
        waitUntil(() -> robot.lookup(".stage-chevron.stage-use").tryQuery().isPresent());
        assertEquals(1, robot.lookup(".incident-card").queryAll().size());
        robot.clickOn("#stop");
        waitUntil(() -> !(window.state() instanceof Live));
    }
}
