package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.recipe.MadeCalls.Call;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Call records of a week, and one account that was used at night.
final class BillOfTheMonth implements Recipe {

    private static final int PEOPLE = 22;
    private static final int DAYS = 5;
    private static final int CALLS_A_DAY = 9;
    private static final long MILLIS = 1_000;
    private static final long DAY_MILLIS = 86_400 * MILLIS;
    private static final int SECONDS_PER_MINUTE = 60;

    @Override
    public Syllabus syllabus() {
        return new Syllabus("toll-fraud-records", 9, "The toll-fraud account in call records",
                "There is no capture, only the call records of a week. The provider bills expensive calls. Whose account"
                        + " was it, and what did it cost?",
                List.of("call records instead of packets", "what is usual for whom", "overlap and cost"), 2, 25,
                "toll-fraud", Syllabus.ALL, Syllabus.DETECTION,
                "Before: `sipsleuth calls --csv-records calls.csv` lists them. After: another user calls as much abroad,"
                        + " by day and one call after another; what makes the two different? (Paper 5, section 6.3.)");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("bill");
        int first = 1_000 + 50 * draws.below(160) + 1;
        long monday = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli() + 7L * draws.below(45) * DAY_MILLIS;
        int thief = draws.below(PEOPLE);
        int traveller = (thief + 1 + draws.below(PEOPLE - 1)) % PEOPLE;
        String account = Integer.toString(first + thief);
        MadeCalls calls = office(first, monday, draws);
        abroad(calls, Integer.toString(first + traveller), monday, draws);
        List<Call> fraud = fraud(account, monday + draws.below(DAYS) * DAY_MILLIS, draws);
        fraud.forEach(calls::add);
        draft.file("calls.csv", "call records of one week", calls.text());
        askAccount(draft, account, Integer.toString(first + traveller));
        askNumbers(draft, fraud);
        askRange(draft, fraud);
        askSeconds(draft, fraud);
        askOverlap(draft, fraud);
        askCost(draft, fraud, 40 + draws.below(200));
        draft.discuss(
                Question.of("q7", QuestionKind.TEXT, "A limit",
                        "Which limit would have stopped it after a few minutes, and whom would it have hurt?", 15),
                "Two calls abroad at once, or abroad at night: nobody else of the week does either.");
    }

    private static MadeCalls office(int first, long monday, SeededRandom draws) {
        MadeCalls calls = new MadeCalls();
        for (int day = 0; day < DAYS; day++) {
            for (int person = 0; person < PEOPLE; person++) {
                int count = 1 + draws.poisson(CALLS_A_DAY - 1);
                for (int i = 0; i < count; i++) {
                    long at = monday + day * DAY_MILLIS + (8 * 3_600 + draws.below(9 * 3_600)) * MILLIS;
                    String callee = draws.chance(0.5) ? Integer.toString(first + draws.below(PEOPLE))
                            : "0" + draws.between(30_000_000, 89_999_999);
                    int seconds = draws.chance(0.6) ? 5 + (int) draws.exponential(90) : 0;
                    calls.add(new Call(Integer.toString(first + person), callee, at + draws.below(1_000),
                            3 + draws.below(20), seconds));
                }
            }
        }
        return calls;
    }

    /// Somebody calls a customer abroad every day, one call after another.
    private static void abroad(MadeCalls calls, String caller, long monday, SeededRandom draws) {
        String number = "009999" + draws.between(100_000_000, 999_999_999);
        for (int day = 0; day < DAYS; day++) {
            long at = monday + day * DAY_MILLIS + (9 * 3_600 + draws.below(3_600)) * MILLIS;
            for (int i = 0; i < 6; i++) {
                int seconds = 120 + draws.below(300);
                calls.add(new Call(caller, number, at, 4, seconds));
                at += (seconds + 200L + draws.below(900)) * MILLIS;
            }
        }
    }

    private static List<Call> fraud(String account, long day, SeededRandom draws) {
        List<Call> fraud = new ArrayList<>();
        long base = draws.between(100_000_000, 900_000_000);
        long at = day + (1 * 3_600 + draws.below(3 * 3_600)) * MILLIS + draws.below(1_000);
        int count = 34 + draws.below(3);
        for (int i = 0; i < count; i++) {
            String number = "009999" + (base + 17L * (i < 5 ? i : draws.below(5)));
            fraud.add(new Call(account, number, at, 2 + draws.below(4), 120 + draws.below(120)));
            at += (20L + draws.below(90)) * MILLIS;
        }
        return fraud;
    }

    private static void askAccount(LabDraft draft, String account, String traveller) {
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Account", "Whose account was used?", 15)
                        .hinting(new Hint("Look at the hours between midnight and six.", 4)),
                KeyEntry.of(new Truth.Exact(List.of(account)))
                        .because("It calls expensive numbers at night, several at once, and never did before.")
                        .mistaking(traveller,
                                "That user calls one number abroad by day, one call after another: a" + " customer."));
    }

    private static void askNumbers(LabDraft draft, List<Call> fraud) {
        Set<String> numbers = new TreeSet<>();
        fraud.forEach(call -> numbers.add(call.callee()));
        draft.ask(Question.of("q2", QuestionKind.USERS, "Numbers", "Which expensive numbers did it call at night?", 15),
                KeyEntry.of(new Truth.Members(new LinkedHashSet<>(numbers))).because("Each of them several times."));
    }

    private static long end(Call call) {
        return call.startMillis() + (call.ringSeconds() + call.seconds()) * MILLIS;
    }

    private static void askRange(LabDraft draft, List<Call> fraud) {
        long end = fraud.stream().mapToLong(BillOfTheMonth::end).max().orElseThrow();
        draft.ask(Question.of("q3", QuestionKind.TIME_RANGE, "Time of the fraud",
                "When was it used? From the start of the first expensive call at night to the end of the last (start,"
                        + " setup and duration added).",
                15),
                KeyEntry.of(new Truth.Span(fraud.getFirst().start(), Instant.ofEpochMilli(end)))
                        .because("%d calls without a pause.".formatted(fraud.size())));
    }

    private static void askSeconds(LabDraft draft, List<Call> fraud) {
        long seconds = fraud.stream().mapToLong(Call::seconds).sum();
        long setup = fraud.stream().mapToLong(call -> call.seconds() + call.ringSeconds()).sum();
        draft.ask(
                Question.of("q4", QuestionKind.VALUE, "Seconds", "How many seconds did these calls last in all?", 15)
                        .in("s"),
                KeyEntry.of(new Truth.Near(seconds, 0))
                        .because("The sum of the column duration.")
                        .mistaking(Long.toString(setup), "Too long: it includes setup, the time until the answer."));
    }

    private static void askOverlap(LabDraft draft, List<Call> fraud) {
        int most = 0;
        long from = 0;
        for (Call call : fraud) {
            int now = there(fraud, call.startMillis()).size();
            if (now > most) {
                most = now;
                from = call.startMillis();
            }
        }
        long to = there(fraud, from).stream().mapToLong(BillOfTheMonth::end).min().orElseThrow();
        for (Call call : fraud) {
            to = call.startMillis() > from ? Math.min(to, call.startMillis()) : to;
        }
        draft.ask(Question
                .of("q5", QuestionKind.TIME_RANGE, "At once",
                        "A call is there from its start to its end. From when to when were most of these calls there at"
                                + " once, for the first time?",
                        15)
                .hinting(new Hint(
                        "It begins with the start of a call, and ends when one of them ends or" + " another starts.",
                        3)),
                KeyEntry.of(new Truth.Span(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)))
                        .because("%d calls at once: one person cannot make them.".formatted(most)));
    }

    private static List<Call> there(List<Call> fraud, long at) {
        return fraud.stream().filter(each -> each.startMillis() <= at && end(each) > at).toList();
    }

    private static void askCost(LabDraft draft, List<Call> fraud, int cents) {
        long minutes =
                fraud.stream().mapToLong(call -> (call.seconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE).sum();
        long exact = fraud.stream().mapToLong(Call::seconds).sum();
        draft.ask(
                Question.of("q6", QuestionKind.VALUE, "Cost",
                        "Each begun minute of a call costs %d cents. What do these calls cost, in euros?"
                                .formatted(cents),
                        15).in("euros"),
                KeyEntry.of(new Truth.Near(minutes * cents / 100.0, 0.01))
                        .because("%d begun minutes.".formatted(minutes))
                        .mistaking(AnswerText.plain(Math.round(exact * cents / 60.0) / 100.0),
                                "That is by the second; each begun minute counts whole."));
    }
}
