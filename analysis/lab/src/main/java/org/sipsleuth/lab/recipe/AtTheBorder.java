package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.EdgeOptions;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.MessageScans;
import org.sipsleuth.edge.traffic.ScanSettings;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.MistypedPassword;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.lab.scenario.StolenAccount;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;

/// The same traffic with a border in its path that bans whoever fails too often.
final class AtTheBorder implements Recipe {

    private static final int PEOPLE = 12;
    private static final double SECONDS = 1_200;
    private static final double CALLS_PER_HOUR = 80;

    @Override
    public Syllabus syllabus() {
        return new Syllabus("at-the-border", 11, "What the border would have stopped",
                "An office was scanned, a password was guessed, and somebody telephoned with it. Replay the capture"
                        + " against a border that bans a source after some failed requests.",
                List.of("outcomes per message", "what is never sent", "the cost for legitimate users"), 3, 40,
                "firewall-traversal", Set.of(HiddenFact.TRUTH, HiddenFact.HINTS), Set.of(),
                "Before: `sipsleuth replay --list`, and the page Edge. After: halve and double the number of failures;"
                        + " who is hit first, the guesser or the user who mistypes? (Paper 3, sections 3 and 6.)");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("border");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        int victim = draws.below(PEOPLE);
        int failures = 9 + draws.below(3);
        LabOffice office = new LabOffice(place, SECONDS, CALLS_PER_HOUR)
                .with(40 + draws.unit() * 60, new MistypedPassword((victim + 1 + draws.below(PEOPLE - 1)) % PEOPLE, 3))
                .with(150 + draws.unit() * 60, new Scan(),
                        Map.of("scan-method", "REGISTER", "scan-extensions", Integer.toString(56 + draws.below(8)),
                                "scan-first", Integer.toString(place.firstExtension() - 30 - draws.below(10)),
                                "scan-per-second", "3"))
                .with(330 + draws.unit() * 60, new StolenAccount(victim, 60 + draws.below(8), 2, 80, 4, 2, 30));
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server", office,
                Map.of("start", place.start()));
        ReplayResult replay = replay(traffic, failures, draft.monitor());
        String border = ("a border with `protections=failure-ban` and `ban-failures=%d`, all else as usual (`sipsleuth"
                + " replay capture.pcap --set protections=failure-ban --set ban-failures=%d --messages`)")
                .formatted(failures, failures);
        AttackFacts guess = traffic.attack(AttackKind.PASSWORD_GUESSING);
        AttackFacts fraud = traffic.attack(AttackKind.TOLL_FRAUD);
        askBanned(draft, traffic, replay, border);
        askFirst(draft, traffic, replay, guess);
        askCount(draft, traffic, replay, traffic.attack(AttackKind.EXTENSION_ENUMERATION));
        askRange(draft, traffic, replay, guess);
        askVoid(draft, traffic, replay, fraud);
        draft.discuss(Question.of("q6", QuestionKind.TEXT, "Distributed",
                "The same guesses come from forty addresses. What does this border do, and what would help?", 15),
                "It stops none: no source fails often enough. A limit for each account, or the same answer to wrong and"
                        + " unknown users, would.");
    }

    private static ReplayResult replay(Traffic traffic, int failures, RunMonitor monitor) {
        SipIndex index = traffic.index();
        HostRoles roles = HostRoles.of(TransactionTable.of(index, monitor));
        BitSet attack = new BitSet();
        traffic.where(each -> !each.attack().isEmpty()).forEach(each -> attack.set(each.index()));
        ReplayInput input = ReplayInput.of(roles, Border.ofServers(roles), attack, monitor);
        ReplayInput scanned = input.with(new MessageScans(input.traffic(), monitor).facts(ScanSettings.USUAL));
        try {
            return Replay.of(scanned,
                    EdgeOptions.of(Map.of("protections", "failure-ban", "ban-failures", Integer.toString(failures))),
                    monitor);
        } catch (SettingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static List<Message> with(Traffic traffic, ReplayResult replay, MessageOutcome outcome) {
        return traffic.where(each -> replay.outcome(each.index()) == outcome).toList();
    }

    private static void askBanned(LabDraft draft, Traffic traffic, ReplayResult replay, String border) {
        SequencedSet<String> banned = new LinkedHashSet<>();
        with(traffic, replay, MessageOutcome.DROPPED).forEach(each -> banned.add(each.source()));
        draft.ask(
                Question.of("q1", QuestionKind.HOSTS, "Banned",
                        "Replay the capture against %s. Of which sources does it drop messages?".formatted(border), 15)
                        .hinting(new Hint("Column outcome: dropped.", 3)),
                KeyEntry.of(new Truth.Members(banned))
                        .because("They fail so often within ten minutes. Who mistypes a password three times does"
                                + " not."));
    }

    private static List<Message> dropped(Traffic traffic, ReplayResult replay, AttackFacts attack) {
        return with(traffic, replay, MessageOutcome.DROPPED).stream()
                .filter(each -> each.isRequest() && each.attack().equals(attack.attack().id()))
                .toList();
    }

    private static void askFirst(LabDraft draft, Traffic traffic, ReplayResult replay, AttackFacts guess) {
        List<Message> dropped = dropped(traffic, replay, guess);
        draft.ask(
                Question.of("q2", QuestionKind.FRAMES, "First and last",
                        "Pick the first and the last request of the password guesser that the border drops.", 20),
                KeyEntry.of(Traffic.picked(List.of(dropped.getFirst(), dropped.getLast())))
                        .because("The ban begins with the request after the last failure that is allowed.")
                        .shownBy(List.of(dropped.getFirst().frame(), dropped.getLast().frame())));
    }

    private static void askCount(LabDraft draft, Traffic traffic, ReplayResult replay, AttackFacts scan) {
        List<Message> passed = new ArrayList<>(traffic.of(scan));
        passed.removeIf(each -> !each.isRequest() || replay.outcome(each.index()) != MessageOutcome.PASSED);
        List<Message> all = traffic.of(scan).stream().filter(Message::isRequest).toList();
        draft.ask(
                Question.of("q3", QuestionKind.USERS, "Still tried",
                        "For which users do requests of the scanner still pass the border?", 20)
                        .hinting(new Hint("Column outcome: passed.", 4)),
                KeyEntry.of(new Truth.Members(names(passed)))
                        .because("%d of its %d requests.".formatted(passed.size(), all.size()))
                        .shownBy(Traffic.frames(passed, 20)));
    }

    private static SequencedSet<String> names(List<Message> messages) {
        SequencedSet<String> names = new LinkedHashSet<>();
        messages.forEach(each -> names.add(each.toUser()));
        return names;
    }

    private static void askRange(LabDraft draft, Traffic traffic, ReplayResult replay, AttackFacts guess) {
        List<Message> dropped = dropped(traffic, replay, guess);
        draft.ask(
                Question.of("q4", QuestionKind.TIME_RANGE, "Time of the ban",
                        "From the first to the last request of the guesser that the border drops: when is that?", 15),
                KeyEntry.of(new Truth.Span(dropped.getFirst().time(), dropped.getLast().time()))
                        .shownBy(List.of(dropped.getFirst().frame(), dropped.getLast().frame())));
    }

    private static void askVoid(LabDraft draft, Traffic traffic, ReplayResult replay, AttackFacts fraud) {
        String thief = fraud.actors().getFirst();
        long never =
                traffic.of(fraud).stream().filter(each -> replay.outcome(each.index()) == MessageOutcome.VOID).count();
        draft.ask(
                Question.of("q5", QuestionKind.VALUE, "Never sent",
                        "Another host is not banned, and yet none of its calls comes about with this border: what it"
                                + " sends after a challenge is void. Which?",
                        15).hinting(new Hint("Column outcome: void, of INVITEs that reach the border.", 3)),
                KeyEntry.of(new Truth.Exact(List.of(thief)))
                        .because(("It telephones with the password, which nobody has guessed now: %d of its messages"
                                + " are void.").formatted(never))
                        .listedBy("ip.src == " + thief));
    }
}
