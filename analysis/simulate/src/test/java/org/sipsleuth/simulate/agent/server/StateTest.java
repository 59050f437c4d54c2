package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.DialogState;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Path;
import org.sipsleuth.truth.Label;

/// What the dialog index makes of simulated calls.
class StateTest {

    private static final String BOB = "sip:bob@example.com";

    private final Stage stage = new Stage(7, Path.ofMillis(10, 3, 0.02), false);
    private final Server server =
            new Server(stage.scene(), Profiles.proxy(), Stage.socket(9), "example.com").serving(Stage.account("alice"))
                    .serving(Stage.account("carol"))
                    .recordingRoutes()
                    .challengingRegistrations()
                    .tapped();
    private final UserAgent alice =
            new UserAgent(stage.scene(), Stage.account("alice"), Profiles.phone(1), Stage.socket(1))
                    .through(server.socket());
    private final UserAgent bob =
            new UserAgent(stage.scene(), Stage.account("bob"), Profiles.phone(2), Stage.socket(2));

    /// By Call-ID, what is expected.
    private final Map<String, DialogState> expected = new LinkedHashMap<>();

    private void call(String target, Answer answer, CallPlan plan, DialogState state) {
        bob.answering(_ -> answer);
        expected.put(alice.call(target, plan, Label.normal()).callId(), state);
        stage.run(100);
    }

    private void note(DialogState state, Consumer<Label> action) {
        Label label = Label.normal();
        action.accept(label);
        stage.run(100);
        stage.passed()
                .stream()
                .filter(p -> p.signal().label == label)
                .findFirst()
                .ifPresent(p -> expected.put(p.signal().callId, state));
    }

    @Test
    void callsEndInTheStatesThatTheyWereMeantTo() throws IOException {
        server.serving(Stage.account("bob"), bob.socket());
        CallPlan talk = CallPlan.talk(20).patience(30);
        call(BOB, Answer.pickUp(0.5, 3), talk, DialogState.COMPLETED);
        call(BOB, Answer.pickUp(0.5, 3).hangingUp(5), talk, DialogState.COMPLETED);
        call(BOB, Answer.ringOn(0.5), talk, DialogState.CANCELLED);
        call(BOB, Answer.refuse(486, 0.5), talk, DialogState.BUSY);
        call(BOB, Answer.refuse(603, 0.5), talk, DialogState.REJECTED);
        call(BOB, Answer.refuse(500, 0.5), talk, DialogState.FAILED);
        call(BOB, Answer.redirect("sip:carol@example.com", 1), talk, DialogState.REDIRECTED);
        call("sip:carol@example.com", Answer.atOnce(1), talk, DialogState.UNANSWERED);
        call("sip:dave@example.com", Answer.atOnce(1), talk, DialogState.FAILED);
        server.challengingCalls();
        call(BOB, Answer.atOnce(1), talk, DialogState.COMPLETED);
        CallPlan unknown = CallPlan.talk(1).withoutCredentials();
        call(BOB, Answer.atOnce(1), unknown, DialogState.CHALLENGED);
        RegisterPlan once = RegisterPlan.once(60);
        note(DialogState.SUCCEEDED, label -> alice.register(once, label));
        note(DialogState.CHALLENGED, label -> alice.request(register("no"), label));
        server.refusingWrongPasswords();
        note(DialogState.REFUSED, label -> alice.request(register("no"), label));

        SipIndex index = stage.index();
        Map<String, DialogState> found = new HashMap<>();
        for (int i = 0; i < index.dialogs().size(); i++) {
            found.put(index.dialogs().callId(i), DialogOutcome.of(index, i).state());
            assertEquals(0, index.dialogs().defectiveCount(i));
        }
        assertEquals(expected, found);
        assertEquals(stage.passed().size(), index.messages().size());
    }

    private static RequestPlan register(String password) {
        return RequestPlan.of("REGISTER", "sip:example.com").to(Stage.account("alice").address()).password(password);
    }
}
