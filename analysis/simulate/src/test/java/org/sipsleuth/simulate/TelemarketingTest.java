package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.simulate.PlayedCalls.Call;

/// The agents of `telemarketing`, who look like spam callers and are none.
class TelemarketingTest {

    @TempDir private Path folder;

    private static boolean isOfSurvey(PlayedCalls played, Call call) {
        return played.truth().ofDialog(call.id()).orElseThrow().note().equals("telemarketing");
    }

    private static boolean isAgent(PlayedCalls played, String uri) {
        return played.users().containsKey(uri) && played.users().get(uri).department().equals("call centre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside", "outside"})
    void agentsCallManyPeopleInOfficeHoursAndFewAnswer(String centre) throws IOException, SettingException {
        PlayedCalls played =
                PlayedCalls.play(folder, "telemarketing", 3, "centre=" + centre, "members=600", "calls=2000");
        List<Call> survey = played.calls()
                .stream()
                .filter(call -> isAgent(played, call.caller()) && isOfSurvey(played, call))
                .toList();
        int people = centre.equals("inside") ? 1_500 : 600;
        assertEquals(people, survey.stream().map(Call::callee).distinct().count());
        assertEquals(5, survey.stream().map(Call::caller).distinct().count());
        long answered = survey.stream().filter(Call::answered).count();
        assertEquals(0.3, answered / (double) survey.size(), 0.03);
        assertTrue(survey.stream().filter(call -> call.answered() && call.seconds() < 20).count() > answered / 2);
        Map<String, Integer> tries = new HashMap<>();
        for (Call call : survey) {
            assertTrue(call.at().getHour() >= 9 && call.at().getHour() < 18, call::toString);
            assertTrue(call.at().getDayOfWeek().getValue() <= 5, call::toString);
            tries.merge(call.callee(), 1, Integer::sum);
        }
        assertEquals(3, tries.values().stream().max(Integer::compare).orElseThrow());
    }

    @Test
    void nothingIsAnAttackAndSomePeopleCallBack() throws IOException, SettingException {
        PlayedCalls played = PlayedCalls.play(folder, "telemarketing", 4);
        assertTrue(played.malicious().isEmpty());
        assertTrue(played.truth().attacks().isEmpty());
        List<Call> back = played.calls()
                .stream()
                .filter(call -> isAgent(played, call.callee()) && isOfSurvey(played, call))
                .toList();
        assertTrue(back.size() > 50, () -> "calls back: " + back.size());
        assertTrue(back.stream().allMatch(Call::answered));
    }

    @Test
    void otherCallsAreThoseOfTheOrganisation() throws IOException, SettingException {
        PlayedCalls played = PlayedCalls.play(folder, "telemarketing", 5, "calls=1000");
        List<Call> others = played.calls().stream().filter(call -> !isOfSurvey(played, call)).toList();
        assertEquals(1_000, others.size(), 150);
        for (Call call : others) {
            assertFalse(isAgent(played, call.caller()) || isAgent(played, call.callee()));
        }
        assertTrue(new HashSet<>(others.stream().map(Call::caller).toList()).size() > 50);
    }
}
