package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackOutcome;

/// Guessing passwords, with and without success.
final class PasswordCrackingTest {

    private static final String GUESSERS = "203.0.113.";

    @TempDir private Path folder;

    /// What a guesser receives after its last request, and what the ground truth says.
    @ParameterizedTest(name = "seed {0}, cracking-found={1}, {2} accounts, {3} hosts")
    @CsvSource({
        "1, yes, 1, 1, REGISTER 200, SUCCEEDED, 1",
        "2, yes, 1, 1, REGISTER 200, SUCCEEDED, 1",
        "3, yes, 3, 1, REGISTER 200, SUCCEEDED, 1",
        "4, yes, 2, 4, REGISTER 200, SUCCEEDED, 1",
        "5, yes, 1, 3, REGISTER 200, SUCCEEDED, 1",
        "1, no, 1, 1, REGISTER 401, ATTEMPTED, 0",
        "4, no, 2, 4, REGISTER 401, ATTEMPTED, 0",})
    void rightPasswordIsAcceptedFromTheGuesser(long seed, String found, String accounts, String sources, String last,
            AttackOutcome outcome, int accepted) throws IOException, SettingException {
        Scenario scenario = Scenarios.named("password-cracking").orElseThrow();
        Map<String, String> given = new HashMap<>(
                Map.of("users", "6", "minutes", "6", "attack-after", "0.5", "calls-per-hour", "300", "cracking-tries",
                        "40", "cracking-found", found, "cracking-accounts", accounts, "cracking-sources", sources));
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Simulated simulated = Simulation.run(scenario, seed, settings, folder.resolve("x.pcap"), RunMonitor.NONE);
        TruthCheck.holds(simulated.capture());
        SipIndex index = CaptureIndexer.read(List.of(simulated.capture()), RunMonitor.NONE);
        MessageTable messages = index.messages();
        int successes = 0;
        String lastAnswer = "";
        for (int i = 0; i < messages.size(); i++) {
            String method = index.message(i).cSeq().orElseThrow().method();
            boolean toGuesser = messages.endpoint(messages.destination(i)).host().startsWith(GUESSERS);
            if (toGuesser && method.equals("REGISTER")) {
                lastAnswer = method + " " + messages.typeName(messages.type(i));
                successes += lastAnswer.endsWith(" 200") ? 1 : 0;
            }
        }
        assertEquals(last, lastAnswer);
        assertEquals(accepted, successes);
        AttackFacts facts = simulated.attacks().getFirst();
        assertEquals(Optional.of(outcome), facts.outcome());
        assertEquals(Integer.parseInt(accounts), facts.accounts().size());
    }
}
