package org.sipsleuth.call.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.DialledNumbers.Kind;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

class LedgerTest {

    private static final long SECOND = 1_000_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final int NOT_ANSWERED = -1;
    private static final String LATVIA_PREMIUM = "+37190000123";
    private static final String LATVIA = "+37120000123";
    private static final String GERMANY = "+4930123456";

    private record Made(String caller, String callee, long atNanos, int seconds) {}

    private static CallRecords records(List<Made> calls) {
        CallRecords.Builder builder = new CallRecords.Builder();
        for (Made each : calls) {
            builder.add(each.caller, each.callee, each.atNanos, each.seconds != NOT_ANSWERED, 1_000L * each.seconds, 0);
        }
        return builder.build();
    }

    private static DialledNumbers numbers(String rates) {
        try {
            return new DialledNumbers(
                    Settings.of(List.of(DialledNumbers.homeRegion(), DialledNumbers.expensive()), Map.of()),
                    RateTable.read(new StringReader(rates)));
        } catch (SettingException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Ledger ledger(List<Made> calls, String rates) {
        return ledger(records(calls), rates, 0);
    }

    private static Ledger ledger(CallRecords records, String rates, int from) {
        return Ledger.of(records, numbers(rates)::destination, from, records.size(), RunMonitor.NONE);
    }

    private static LedgerRow row(Ledger ledger, String name, String prefix) {
        return ledger.rows()
                .stream()
                .filter(row -> row.name().equals(name) && row.range().prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
    }

    /// 1001 pays 0.10 a minute for 90 s and 3.50 for 30 s and 61 s, three of them at once.
    private static List<Made> planted() {
        return List.of(new Made("1001", LATVIA, 10 * SECOND, 90), new Made("1001", LATVIA_PREMIUM, 20 * SECOND, 30),
                new Made("1001", LATVIA_PREMIUM, 40 * SECOND, 61),
                new Made("1001", LATVIA_PREMIUM, 200 * SECOND, NOT_ANSWERED), new Made("1001", "1002", 45 * SECOND, 10),
                new Made("1002", "1001", 300 * SECOND, 600), new Made("1003", GERMANY, 400 * SECOND, 120));
    }

    private static final String RATES = "+371,0.10\n+37190,3.50,premium\n";

    @Test
    void costFollowsTheLongestPrefixToTheSecond() {
        Ledger ledger = ledger(planted(), RATES);
        LedgerRow premium = ledger.rows().getFirst();
        assertEquals("1001", premium.name());
        assertEquals(new DestinationRange(Optional.of(Kind.PREMIUM), "+371", "Latvia"), premium.range());
        assertEquals(3, premium.sums().calls());
        assertEquals(2, premium.sums().answered());
        assertEquals(91_000, premium.sums().talkMillis());
        assertEquals(3.5 * 91 / 60, premium.sums().cost().orElseThrow(), 1e-9);
        assertEquals(20 * SECOND, premium.firstNanos());
        assertEquals(200 * SECOND, premium.lastNanos());
        assertEquals(61_000, premium.longestMillis());
        LedgerRow ordinary = ledger.rows().get(1);
        assertEquals(Kind.INTERNATIONAL, ordinary.range().kind().orElseThrow());
        assertEquals(0.15, ordinary.sums().cost().orElseThrow(), 1e-9);
        assertEquals(5, ledger.rows().size());
        assertEquals(7, ledger.sums().calls());
        assertEquals(3.5 * 91 / 60 + 0.15, ledger.sums().ratedCost(), 1e-9);
        assertEquals(1, ledger.sums().unrated());
        assertEquals(0, ledger.rowsLeftOut() + ledger.accountsLeftOut());
    }

    @Test
    void whatHasNoRateHasNoCost() {
        Ledger ledger = ledger(planted(), RATES);
        assertEquals(OptionalDouble.empty(), row(ledger, "1003", "+49").sums().cost());
        assertEquals(OptionalDouble.of(0), row(ledger, "1002", "").sums().cost());
        assertTrue(row(ledger, "1002", "").range().isInternal());
        assertEquals(List.of("1001", "1002", "1003"), names(ledger));
    }

    private static List<String> names(Ledger ledger) {
        return ledger.accounts().stream().map(LedgerAccount::name).toList();
    }

    @Test
    void unansweredCallsCostNothing() {
        LedgerSums sums = ledger(List.of(new Made("1001", LATVIA_PREMIUM, 0, NOT_ANSWERED)), RATES).sums();
        assertEquals(OptionalDouble.of(0), sums.cost());
        assertEquals(0, sums.answered());
        assertEquals(0, sums.minutes());
    }

    @Test
    void theMostSimultaneousCallsAreCounted() {
        LedgerAccount account = ledger(planted(), RATES).accounts().getFirst();
        assertEquals(new CallPeak(4, 45 * SECOND), account.peak());
        assertEquals(3, account.ranges());
    }

    /// A row counts its own calls; the account all of its calls.
    @Test
    void eachRowHasItsOwnMostSimultaneousCalls() {
        Ledger ledger = ledger(planted(), RATES);
        assertEquals(List.of(2, 1, 1, 1, 1), ledger.rows().stream().map(row -> row.peak().calls()).toList());
    }

    /// A number leads where it leads as it is dialled with another prefix.
    @ParameterizedTest
    @ValueSource(strings = {"9", "90", "99", "8", "7"})
    void aNumberWithThePrefixOfAnOutsideLineLeadsWhereItLeadsWithoutIt(String outside) {
        List<Made> calls = List.of(new Made("1007", outside + "00999550101", 10 * SECOND, NOT_ANSWERED),
                new Made("1007", "00999550101", 20 * SECOND, 30), new Made("1007", "00999550102", 30 * SECOND, 30));
        Ledger ledger = ledger(calls, "");
        assertEquals(List.of(new DestinationRange(Optional.of(Kind.UNASSIGNED), "+999", "")),
                ledger.rows().stream().map(LedgerRow::range).toList());
        assertEquals(3, ledger.rows().getFirst().sums().calls());
        Ledger without = ledger(calls.subList(2, 3), "");
        assertEquals(1, without.rows().size());
        Ledger alone = ledger(calls.subList(0, 1), "");
        assertEquals(Kind.UNKNOWN, alone.rows().getFirst().range().kind().orElseThrow());
    }

    @Test
    void callsThatFollowEachOtherAreNotSimultaneous() {
        List<Made> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(new Made("1001", LATVIA, i * 60 * SECOND, 60));
        }
        assertEquals(new CallPeak(1, 0), peak(calls));
        calls.add(new Made("1001", GERMANY, 120 * SECOND, 60));
        assertEquals(new CallPeak(2, 120 * SECOND), peak(calls));
    }

    private static CallPeak peak(List<Made> calls) {
        return ledger(calls, "").accounts().getFirst().peak();
    }

    @Test
    void peaksAreThoseOfASweepByHand() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            List<Made> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                calls.add(new Made("1001", LATVIA, random.nextInt(20) * SECOND, random.nextInt(8) - 1));
            }
            int most = 0;
            for (long at = 0; at < 30 * SECOND; at += SECOND) {
                long now = at;
                int open = (int) calls.stream()
                        .filter(each -> each.seconds != NOT_ANSWERED)
                        .filter(each -> each.atNanos <= now)
                        .filter(each -> each.atNanos == now || each.atNanos + each.seconds * SECOND > now)
                        .count();
                most = Math.max(most, open);
            }
            assertEquals(most, peak(calls).calls(), calls::toString);
        }
    }

    @Test
    void timesAtTheEndOfTheRangeDoNotOverflow() {
        List<Made> calls =
                List.of(new Made("1001", LATVIA, Long.MAX_VALUE, 10), new Made("1001", LATVIA, Long.MAX_VALUE, 10),
                        new Made("1001", LATVIA, Long.MAX_VALUE - 1, 10), new Made("1001", LATVIA, Long.MIN_VALUE, 10));
        assertTrue(peak(calls).calls() >= 1);
        assertEquals(40_000, ledger(calls, RATES).sums().talkMillis());
    }

    @Test
    void theOrderOfTheRecordsMakesNoDifference() {
        List<Made> calls = new ArrayList<>();
        Random random = new Random(11);
        String[] callees = {LATVIA, LATVIA_PREMIUM, GERMANY, "1002", "+99955010123"};
        for (int i = 0; i < 500; i++) {
            calls.add(new Made("10" + random.nextInt(5), callees[random.nextInt(callees.length)],
                    random.nextInt(1_000) * SECOND, random.nextInt(100) - 1));
        }
        String first = written(ledger(calls, RATES));
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(calls, random);
            assertEquals(first, written(ledger(calls, RATES)));
        }
    }

    private static String written(Ledger ledger) {
        StringBuilder text = new StringBuilder();
        for (LedgerRow row : ledger.rows()) {
            text.append(row.name()).append(row.range()).append(row.sums()).append(row.isNew());
            for (int i = 0; i < row.calls().size(); i++) {
                text.append(' ').append(row.calls().get(i));
            }
        }
        return text.append(ledger.accounts()).append(ledger.sums()).toString();
    }

    @Test
    void rowsNameTheirCalls() {
        CallRecords records = records(planted());
        Ledger ledger = ledger(records, RATES, 0);
        int all = 0;
        for (LedgerRow row : ledger.rows()) {
            long millis = 0;
            for (int i = 0; i < row.calls().size(); i++) {
                int call = row.calls().get(i);
                assertEquals(row.account(), records.caller(call));
                assertTrue(i == 0 || call > row.calls().get(i - 1));
                millis += records.talkMillis(call);
            }
            assertEquals(row.sums().talkMillis(), millis);
            assertEquals(row.sums().calls(), row.calls().size());
            all += row.calls().size();
        }
        assertEquals(records.size(), all);
        assertThrows(IndexOutOfBoundsException.class, () -> ledger.rows().getFirst().calls().get(3));
    }

    /// Five calls to Germany, spread over some days; then one to Latvia.
    private static CallRecords habit(int earlier, int days) {
        List<Made> calls = new ArrayList<>();
        for (int i = 0; i < earlier; i++) {
            calls.add(new Made("1001", GERMANY, i % days * DAY + i * SECOND, 60));
        }
        calls.add(new Made("1001", LATVIA, days * DAY, 60));
        calls.add(new Made("1001", "1002", days * DAY + SECOND, 60));
        return records(calls);
    }

    @Test
    void aRangeIsNewAfterCallsOnEarlierDays() {
        Ledger ledger = ledger(habit(5, 2), RATES, 0);
        assertTrue(row(ledger, "1001", "+371").isNew());
        assertFalse(row(ledger, "1001", "+49").isNew());
        assertFalse(row(ledger, "1001", "").isNew());
        assertEquals(1, ledger.accounts().getFirst().newRanges());
        assertFalse(row(ledger(habit(4, 2), RATES, 0), "1001", "+371").isNew());
        assertFalse(row(ledger(habit(9, 1), RATES, 0), "1001", "+371").isNew());
    }

    @Test
    void earlierCallsOutsideTheChosenOnesCountForWhatIsNew() {
        Ledger ledger = ledger(habit(5, 2), RATES, 5);
        assertEquals(2, ledger.sums().calls());
        assertTrue(row(ledger, "1001", "+371").isNew());
        List<Made> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(new Made("1001", i == 0 ? LATVIA : GERMANY, i * DAY, 60));
        }
        calls.add(new Made("1001", LATVIA, 20 * DAY, 60));
        assertFalse(row(ledger(records(calls), RATES, 10), "1001", "+371").isNew());
    }

    @Test
    void hostsBehindNumbersMakeNoDifference() {
        Ledger ledger = ledger(List.of(new Made("1001", LATVIA + "@pbx.example", 0, 60)), RATES);
        assertEquals("+371", ledger.rows().getFirst().range().prefix());
        assertEquals(0.1, ledger.sums().ratedCost(), 1e-9);
    }

    @Test
    void noCallsAreAnEmptyLedger() {
        Ledger ledger = ledger(List.of(), "");
        assertEquals(new Ledger(List.of(), List.of(), LedgerSums.NONE, 0, 0), ledger);
    }

    @Test
    void manyDestinationsOfOneAccountAreFewRanges() {
        CallRecords.Builder builder = new CallRecords.Builder();
        int calls = 300_000;
        for (int i = 0; i < calls; i++) {
            builder.add("1001", Long.toString(10_000_000_000L + i * 31_337L), i, true, 1_000, i);
        }
        Ledger ledger = ledger(builder.build(), "", 0);
        assertEquals(calls, ledger.sums().calls());
        assertTrue(ledger.rows().size() <= 1_000, () -> ledger.rows().size() + " rows");
        assertEquals(calls, ledger.rows().stream().mapToInt(row -> row.sums().calls()).sum());
    }

    @Test
    void rowsBeyondTheMostAreCountedAndTheDearestAreKept() {
        CallRecords.Builder builder = new CallRecords.Builder();
        for (int i = 0; i < 1_000; i++) {
            String caller = "user%04d".formatted(i);
            builder.add(caller, LATVIA, i, true, 60_000L * i, i);
            builder.add(caller, "1002", i, true, 1_000, i);
        }
        CallRecords records = builder.build();
        Ledger ledger = Ledger.of(records, numbers(RATES)::destination, 0, records.size(), 10, RunMonitor.NONE);
        assertEquals(10, ledger.rows().size());
        assertEquals(1_990, ledger.rowsLeftOut());
        assertEquals(990, ledger.accountsLeftOut());
        assertEquals("user0999", ledger.rows().getFirst().name());
        assertEquals("user0990", ledger.rows().getLast().name());
        assertEquals("user0999", ledger.accounts().getFirst().name());
        assertEquals(2_000, ledger.sums().calls());
        assertEquals(0.1 * 999 * 1_000 / 2, ledger.sums().ratedCost(), 1e-6);
    }

    @Test
    void aCancelledRunStops() {
        CallRecords.Builder builder = new CallRecords.Builder();
        for (int i = 0; i < 10_000; i++) {
            builder.add("1001", "1002", i, true, 1, i);
        }
        CallRecords records = builder.build();
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        DialledNumbers numbers = numbers("");
        assertThrows(CancellationException.class,
                () -> Ledger.of(records, numbers::destination, 0, records.size(), cancelled));
    }
}
