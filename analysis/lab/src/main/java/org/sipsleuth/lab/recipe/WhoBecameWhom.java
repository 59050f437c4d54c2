package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.recipe.MadeCalls.Call;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Some accounts change hands; whom somebody calls gives the person away.
final class WhoBecameWhom implements Recipe {

    private static final int PEOPLE = 18;
    private static final int DAYS = 28;
    private static final int FRIENDS = 4;
    private static final int MOVED = 3;
    private static final double CALLS_A_DAY = 5;

    /// A person, with those whom the person calls.
    private record Person(List<String> friends) {}

    @Override
    public Syllabus syllabus() {
        return new Syllabus("who-became-whom", 10, "Who became whom?",
                "In the middle of these four weeks some people changed desks, and with them accounts. Nobody was told."
                        + " Whom somebody calls shows who it is.",
                List.of("behaviour identifies people", "before and after", "what call records reveal"), 3, 40, "social",
                Syllabus.ALL, Set.of("overview", "social", "beliefs", "triage", "case"),
                "Before: everybody calls a few numbers again and again. After: discuss what a provider can learn from"
                        + " records without any content, and what a pseudonym protects. (Paper 5, section 5.)");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("became");
        int first = 1_000 + 50 * draws.below(160) + 1;
        LocalDate begin = LocalDate.of(2026, 1, 5).plusWeeks(draws.below(40));
        LocalDate change = begin.plusDays(9 + draws.below(10));
        while (change.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            change = change.plusDays(1);
        }
        List<Person> people = people(draws);
        List<Integer> desks = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            desks.add(i);
        }
        draws.shuffle(desks);
        List<Integer> moved = desks.subList(0, MOVED);
        int newcomer = desks.get(MOVED);
        int[] after = new int[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            after[i] = i;
        }
        for (int i = 0; i < MOVED; i++) {
            after[moved.get((i + 1) % MOVED)] = moved.get(i);
        }
        MadeCalls calls = new MadeCalls();
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = begin.plusDays(day);
            boolean isAfter = !date.isBefore(change);
            for (int desk = 0; desk < PEOPLE; desk++) {
                boolean absent = desk == newcomer && !isAfter;
                if (!absent && date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
                    day(calls, Integer.toString(first + desk), people.get(isAfter ? after[desk] : desk), date, draws);
                }
            }
        }
        draft.file("calls.csv", "call records of four weeks", calls.text());
        ask(draft, first, moved, change, newcomer);
        askFriends(draft, calls, Integer.toString(first + moved.getFirst()), change);
        draft.discuss(
                Question.of("q7", QuestionKind.TEXT, "Sure?",
                        "How sure are you of one of your answers, and which calls would make you doubt it?", 15),
                "By how many of the favourite numbers agree, compared with what two random people have in common; calls"
                        + " to shared numbers say nothing.");
    }

    private static List<Person> people(SeededRandom draws) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            List<String> friends = new ArrayList<>();
            for (int k = 0; k < FRIENDS; k++) {
                friends.add("0" + draws.between(30_000_000, 89_999_999));
            }
            people.add(new Person(friends));
        }
        return people;
    }

    private static void day(MadeCalls calls, String account, Person person, LocalDate date, SeededRandom draws) {
        int count = 2 + draws.poisson(CALLS_A_DAY - 2);
        for (int i = 0; i < count; i++) {
            boolean friend = i < 2 || draws.chance(0.75);
            int which =
                    i < 2 ? (2 * date.getDayOfYear() + i) % FRIENDS : Math.min(FRIENDS - 1, draws.zipf(FRIENDS, 0.8));
            String callee = friend ? person.friends().get(which) : "0" + draws.between(30_000_000, 89_999_999);
            long at = date.atTime(8, 0).toInstant(ZoneOffset.UTC).toEpochMilli() + draws.below(9 * 3_600) * 1_000L;
            calls.add(new Call(account, callee, at, 3 + draws.below(15),
                    draws.chance(0.7) ? 5 + (int) draws.exponential(80) : 0));
        }
    }

    private static void ask(LabDraft draft, int first, List<Integer> moved, LocalDate change, int newcomer) {
        SequencedSet<String> accounts = new LinkedHashSet<>();
        moved.forEach(desk -> accounts.add(Integer.toString(first + desk)));
        draft.ask(Question
                .of("q1", QuestionKind.USERS, "Changed hands",
                        "Which accounts have another person after the change than before?", 20)
                .hinting(new Hint("Compare whom each account calls most in the first and in the last week.", 4)),
                KeyEntry.of(new Truth.Members(accounts))
                        .because("The numbers that they called most before are not called by them again.")
                        .mistaking(Integer.toString(first + newcomer),
                                "That account has no calls before: somebody is new, nobody has moved."));
        draft.ask(
                Question.of("q2", QuestionKind.VALUE, "Day",
                        "On which day do they call as other persons for the first time? (YYYY-MM-DD)", 15),
                KeyEntry.of(new Truth.Exact(List.of(change.toString())))
                        .because("From this day on, all of them call other numbers."));
        String before = Integer.toString(first + moved.getFirst());
        String next = Integer.toString(first + moved.get(1));
        draft.ask(
                Question.of("q3", QuestionKind.VALUE, "Who became whom",
                        "Who used %s before the change: which account has this person after it?".formatted(before), 20)
                        .hinting(new Hint("Search the numbers that it called most often.", 5)),
                KeyEntry.of(new Truth.Exact(List.of(next)))
                        .because("It calls the same favourite numbers.")
                        .mistaking(Integer.toString(first + moved.get(2)),
                                "That person came from another account; the direction is the other one."));
        draft.ask(
                Question.of("q4", QuestionKind.VALUE, "And back",
                        "Who uses %s after the change: which account had this person before?".formatted(before), 15),
                KeyEntry.of(new Truth.Exact(List.of(Integer.toString(first + moved.get(2)))))
                        .because("Three accounts changed in a circle."));
        draft.ask(
                Question.of("q5", QuestionKind.VALUE, "Newcomer", "Which account has no calls before the change?", 10),
                KeyEntry.of(new Truth.Exact(List.of(Integer.toString(first + newcomer)))));
    }

    private static void askFriends(LabDraft draft, MadeCalls calls, String account, LocalDate change) {
        Map<String, Integer> counts = new TreeMap<>();
        Instant until = change.atStartOfDay().toInstant(ZoneOffset.UTC);
        for (Call call : calls.calls()) {
            if (call.caller().equals(account) && call.start().isBefore(until)) {
                counts.merge(call.callee(), 1, Integer::sum);
            }
        }
        SequencedSet<String> often = new LinkedHashSet<>();
        counts.forEach((number, count) -> {
            if (count >= 2) {
                often.add(number);
            }
        });
        draft.ask(
                Question.of("q6", QuestionKind.USERS, "Favourites",
                        "Which numbers did %s call more than once before the change?".formatted(account), 15),
                KeyEntry.of(new Truth.Members(often))
                        .because("Whoever calls these after the change is the same person."));
    }
}
