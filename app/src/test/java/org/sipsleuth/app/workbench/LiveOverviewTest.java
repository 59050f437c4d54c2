package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Path;
import java.util.List;
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

    @TempDir Path directory;
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

    @Test
    void anIncidentAppearsWhileItGoesOnAndGrows(FxRobot robot) {
        waitUntil(() -> !robot.lookup("#live").query().isDisabled());
        robot.clickOn("#live");
        waitUntil(() -> !robot.lookup("#start").query().isDisabled());
        robot.clickOn("#start");
        waitUntil(() -> window.state() instanceof Live);
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
