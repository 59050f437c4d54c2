package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.simulate.PlayedCalls.Call;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.UserFacts;

/// The society of `social` and what its ground truth says of it.
class SocialTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final LocalDate TEST_BEGINS = BEGIN.plusDays(92);

    @TempDir private Path folder;

    private PlayedCalls play(long seed, String... given) throws IOException, SettingException {
        return PlayedCalls.play(folder, "social", seed, given);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void newcomersMakeNoCallBeforeTheyJoinAndAttacksComeAfterTheTrainingDays(long seed)
            throws IOException, SettingException {
        PlayedCalls played = play(seed, "calls=6000", "members=200", "train-days=92", "ramp-days=2");
        List<String> newcomers = played.members(user -> user.joined().isPresent());
        assertEquals(24, newcomers.size());
        for (String uri : newcomers) {
            LocalDate joined = played.users().get(uri).joined().orElseThrow();
            assertFalse(joined.isBefore(TEST_BEGINS), uri);
            for (Call call : played.calls()) {
                boolean isOne = call.caller().equals(uri) || call.callee().equals(uri);
                assertFalse(isOne && call.day().isBefore(joined), uri);
            }
        }
        Set<String> callers = new HashSet<>(played.normal().stream().map(Call::caller).toList());
        assertTrue(newcomers.stream().anyMatch(callers::contains));
        assertEquals(800, played.malicious().size());
        for (Call call : played.malicious()) {
            assertFalse(call.day().isBefore(TEST_BEGINS), call::toString);
        }
    }

    @Test
    void membersWhoChangeKeepTheirClassAndAreNoVictims() throws IOException, SettingException {
        PlayedCalls played = play(4, "calls=6000", "members=240", "train-days=92");
        List<String> changed = played.members(user -> user.change().isPresent());
        assertEquals(12, changed.size());
        Map<String, Integer> kinds = new TreeMap<>();
        for (String uri : changed) {
            UserFacts user = played.users().get(uri);
            assertEquals(TrafficClass.NORMAL, user.trafficClass());
            assertFalse(user.change().orElseThrow().date().isBefore(TEST_BEGINS));
            kinds.merge(user.change().orElseThrow().kind(), 1, Integer::sum);
            boolean moved = !user.department().equals(user.change().orElseThrow().department());
            assertEquals(user.change().orElseThrow().kind().equals("department"), moved);
        }
        assertEquals(Map.of("more_calls", 6, "role", 2, "department", 2, "fewer_calls", 2), kinds);
    }

    @Test
    void memberWithMoreCallsCallsMoreFromThatDayOn() throws IOException, SettingException {
        PlayedCalls played = play(5, "calls=40000", "members=200", "train-days=92", "role-changes=0.2");
        double before = 0;
        double after = 0;
        for (String uri : played.members(user -> user.change().isPresent())) {
            UserFacts user = played.users().get(uri);
            LocalDate day = user.change().orElseThrow().date();
            if (user.change().orElseThrow().kind().equals("more_calls") && day.isBefore(BEGIN.plusDays(150))) {
                List<Call> its =
                        played.calls().stream().filter(c -> c.caller().equals(uri) || c.callee().equals(uri)).toList();
                long earlier = its.stream().filter(call -> call.day().isBefore(day)).count();
                before += earlier / (double) (day.toEpochDay() - BEGIN.toEpochDay());
                after += (its.size() - earlier) / (184.0 + BEGIN.toEpochDay() - day.toEpochDay());
            }
        }
        assertTrue(before > 0 && after > 5 * before, before + " calls a day, then " + after);
    }

    /// With 170 victims, 1,020 newcomers and 425 changes; paper 5, §6.3 and Table 5.
    @Test
    void numbersAreThoseOfThePaperAtItsSize() throws IOException, SettingException {
        PlayedCalls played = play(6, "calls=1000", "members=8498", "injected-calls=2000");
        assertEquals(1_020, played.members(user -> user.joined().isPresent()).size());
        assertEquals(425, played.members(user -> user.change().isPresent()).size());
        assertEquals(110, victims(played, TrafficClass.SPIT, ""));
        assertEquals(70, victims(played, TrafficClass.SPIT, "active "));
        assertEquals(60, victims(played, TrafficClass.TOLL_FRAUD, ""));
        assertEquals(30, victims(played, TrafficClass.TOLL_FRAUD, "active "));
        assertEquals(2_000, played.malicious().size());
        Set<String> called = new HashSet<>(played.malicious().stream().map(Call::callee).toList());
        called.addAll(played.malicious().stream().map(Call::caller).toList());
        assertTrue(called.containsAll(played.members(user -> user.trafficClass() != TrafficClass.NORMAL)));
        assertEquals(10, departments(played).size());
        assertTrue(departments(played).values().stream().allMatch(n -> n == 849 || n == 850));
    }

    private static int victims(PlayedCalls played, TrafficClass trafficClass, String role) {
        return played.members(user -> user.trafficClass() == trafficClass && user.misuse().isPresent()
                && user.role().startsWith(role)).size();
    }

    private static Map<String, Integer> departments(PlayedCalls played) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (String uri : played.members(_ -> true)) {
            sizes.merge(played.users().get(uri).department(), 1, Integer::sum);
        }
        return sizes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_234})
    void injectedCallsAreExact(int count) throws IOException, SettingException {
        for (String days : List.of("3", "30")) {
            PlayedCalls played =
                    play(count, "calls=300", "members=100", "days=" + days, "ramp-days=2", "injected-calls=" + count);
            assertEquals(count, played.malicious().size());
        }
    }

    @Test
    void callsOfAnAttackIncreaseUntilItsMaximum() throws IOException, SettingException {
        PlayedCalls played =
                play(8, "calls=500", "members=850", "train-days=92", "ramp-days=4", "injected-calls=20000");
        for (var attack : played.truth().attacks()) {
            Map<LocalDate, Integer> daily = new TreeMap<>();
            for (Call call : played.malicious()) {
                if (played.truth()
                        .ofDialog(call.id())
                        .flatMap(label -> label.attack())
                        .filter(attack.attack()::equals)
                        .isPresent()) {
                    daily.merge(call.day(), 1, Integer::sum);
                }
            }
            UserFacts victim = played.users()
                    .get(played.members(user -> user.attack().filter(attack.attack()::equals).isPresent()).getFirst());
            MisuseDays days = victim.misuse().orElseThrow();
            List<LocalDate> dates = List.copyOf(daily.keySet());
            assertEquals(dates.getFirst(), days.from());
            assertEquals(dates.get(4), days.full());
            assertEquals(dates.getLast(), days.to());
            int most = daily.values().stream().max(Integer::compare).orElseThrow();
            for (int i = 0; i < dates.size(); i++) {
                assertEquals(most * Math.min(1, (i + 1) / 5.0), daily.get(dates.get(i)), 1.5);
            }
        }
    }

    /// The same people call the same numbers before and after the training days.
    @Test
    void societyIsTheSameBeforeAndAfterTheTrainingDays() throws IOException, SettingException {
        PlayedCalls played = play(9, "calls=20000", "members=100", "train-days=92", "newcomers=0", "role-changes=0",
                "injections=no");
        Map<String, Set<String>> before = new HashMap<>();
        Map<String, Set<String>> after = new HashMap<>();
        for (Call call : played.calls()) {
            (call.day().isBefore(TEST_BEGINS) ? before : after).computeIfAbsent(call.caller(), _ -> new HashSet<>())
                    .add(call.callee());
        }
        double own = 0;
        double others = 0;
        List<String> callers = played.members(user -> user.role().equals("active both"));
        for (String one : callers) {
            for (String other : callers) {
                double shared = shared(before.get(one), after.get(other));
                if (one.equals(other)) {
                    own += shared;
                } else {
                    others += shared / (callers.size() - 1);
                }
            }
        }
        assertTrue(own > 5 * others, own + " against " + others);
    }

    private static double shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size() / (double) (one.size() + other.size() - both.size());
    }

    /// The paper: 63, 14, 4 and 19 % of the calls are made by members and people outside who have
    /// answered calls on at least 45 of 184 days, and by those who have not.
    @Test
    void sharesOfTheGroupsAreThoseOfTable1() throws IOException, SettingException {
        PlayedCalls played = play(10, "calls=103000", "members=500", "outsiders=11.2", "newcomers=0", "role-changes=0",
                "injections=no");
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Set<String> users = new HashSet<>();
        for (Call call : played.calls()) {
            for (String user : List.of(call.caller(), call.callee())) {
                users.add(user);
                if (call.answered()) {
                    days.computeIfAbsent(user, _ -> new HashSet<>()).add(call.day());
                }
            }
        }
        int[] calls = new int[4];
        for (Call call : played.calls()) {
            boolean isActive = days.getOrDefault(call.caller(), Set.of()).size() >= 45;
            calls[(PlayedCalls.isMember(call.caller()) ? 0 : 2) + (isActive ? 0 : 1)]++;
        }
        double[] shares = {63, 14, 4, 19};
        for (int group = 0; group < 4; group++) {
            assertEquals(shares[group], 100.0 * calls[group] / played.calls().size(), 3);
        }
        assertEquals(500 * (89_152 / 7_300.0), users.size(), 300);
    }

    @Test
    void table6HasHundredCallersAndTwentySpammers() throws IOException, SettingException {
        PlayedCalls played = play(11, "injections=table-6", "calls=3128", "members=100", "days=28");
        assertEquals(1_872, played.malicious().size());
        assertEquals(20, played.malicious().stream().map(Call::caller).distinct().count());
        assertEquals(3_128, played.normal().size(), 200);
        Set<String> callers = new HashSet<>(played.normal().stream().map(Call::caller).toList());
        List<String> members = played.members(_ -> true);
        assertEquals(100, members.size());
        assertTrue(callers.containsAll(members));
        assertTrue(played.members(user -> user.trafficClass() != TrafficClass.NORMAL).isEmpty());
    }

    @Test
    void trainingDaysLeaveTimeForAttacks() {
        SettingException refused = assertThrows(SettingException.class, () -> play(1, "days=30", "train-days=30"));
        assertEquals("train-days must be less than days=30 (got 30).", refused.getMessage());
    }
}
