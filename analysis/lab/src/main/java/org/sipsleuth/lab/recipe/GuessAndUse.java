package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.MistypedPassword;
import org.sipsleuth.lab.scenario.Monitoring;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.lab.scenario.StolenAccount;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;

/// Extensions are enumerated, a password is guessed, and the account is used for expensive calls.
final class GuessAndUse implements Recipe {

    private static final int PEOPLE = 14;
    private static final double SECONDS = 1_500;
    private static final double CALLS_PER_HOUR = 90;
    private static final double NANOS = 1e9;

    @Override
    public Syllabus syllabus() {
        return new Syllabus("guess-and-use", 4, "Guess and use",
                "The bill shows calls to +9999 that nobody made. Somebody found an account, guessed its password, and"
                        + " telephoned with it. Follow the way from the first request to the last call.",
                List.of("scan, enumerate, guess, use", "evidence for each stage", "what a 401 and a 404 reveal"), 2, 30,
                "password-cracking", Syllabus.ALL, Syllabus.DETECTION,
                "Before: a registrar answers 401 (RFC 3261, section 22) to a user whom it knows. After: ask which of"
                        + " the three hosts somebody would have noticed, and when. The carrier's OPTIONS and the user"
                        + " who mistypes a password are no attacks.");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("guess");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        int victim = draws.below(PEOPLE);
        int before = 18 + draws.below(6);
        LabOffice office = new LabOffice(place, SECONDS, CALLS_PER_HOUR).with(0, new Monitoring(9 + draws.unit() * 4))
                .with(60 + draws.unit() * 200, new MistypedPassword((victim + 1 + draws.below(PEOPLE - 1)) % PEOPLE, 2))
                .with(120 + draws.unit() * 60, new Scan(),
                        Map.of("scan-method", "REGISTER", "scan-extensions", Integer.toString(46 + draws.below(8)),
                                "scan-first", Integer.toString(place.firstExtension() - before), "scan-per-second",
                                "12"))
                .with(330 + draws.unit() * 60,
                        new StolenAccount(victim, 62 + draws.below(12), 2.2, 90 + draws.unit() * 40, 5, 3, 34));
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server", office,
                Map.of("start", place.start()));
        AttackFacts scan = traffic.attack(AttackKind.EXTENSION_ENUMERATION);
        AttackFacts guess = traffic.attack(AttackKind.PASSWORD_GUESSING);
        AttackFacts fraud = traffic.attack(AttackKind.TOLL_FRAUD);
        askScanner(draft, traffic, scan);
        askRevealed(draft, traffic, scan);
        askAccount(draft, traffic, guess);
        askRange(draft, traffic, guess);
        askFrames(draft, traffic, guess);
        askUser(draft, traffic, fraud);
        askSeconds(draft, traffic, fraud);
        draft.discuss(
                Question.of("q8", QuestionKind.TEXT, "Weakness",
                        "Which weakness made it possible, and what would you change first?", 20),
                "The registrar reveals which extensions exist (404 beside 401), and accepts any number of wrong"
                        + " passwords. First: the same answer to both, and a limit on failures for each source.");
    }

    private static void askScanner(LabDraft draft, Traffic traffic, AttackFacts scan) {
        List<Message> messages = traffic.of(scan);
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Scanner", "Which address enumerates the extensions?", 10)
                        .hinting(new Hint("Sort by method REGISTER and look who names many users.", 3)),
                KeyEntry.of(new Truth.Exact(scan.actors()))
                        .because("It sends a REGISTER for one extension after the other, never with a password.")
                        .shownBy(Traffic.frames(messages, 4))
                        .listedBy("sip.Method == \"REGISTER\" && ip.src == " + scan.actors().getFirst()));
    }

    private static void askRevealed(LabDraft draft, Traffic traffic, AttackFacts scan) {
        SequencedSet<String> revealed = new LinkedHashSet<>();
        List<Message> shown = new ArrayList<>();
        String refused = "";
        for (Message message : traffic.of(scan)) {
            if (message.isResponse("REGISTER", 401)) {
                revealed.add(message.toUser());
                shown.add(message);
            } else if (message.isResponse("REGISTER", 404)) {
                refused = message.toUser();
            }
        }
        draft.ask(
                Question.of("q2", QuestionKind.USERS, "Names revealed",
                        "Which user names did the enumeration reveal as existing?", 20)
                        .hinting(new Hint("Compare the responses to two of its requests.", 4),
                                new Hint("404 is for users that do not exist.", 6)),
                KeyEntry.of(new Truth.Members(revealed))
                        .because("A registrar that answers 401 for a user whom it knows and 404 for others reveals its"
                                + " users. %s got 404.".formatted(refused))
                        .shownBy(Traffic.frames(shown, 40))
                        .listedBy("sip.Status-Code == 401 && ip.dst == " + scan.actors().getFirst()));
    }

    private static void askAccount(LabDraft draft, Traffic traffic, AttackFacts guess) {
        String account = traffic.of(guess).getFirst().toUser();
        draft.ask(
                Question.of("q3", QuestionKind.VALUE, "Account", "Whose password is guessed? Name the user.", 10)
                        .hinting(new Hint("One user gets far more 401 than all others.", 3)),
                KeyEntry.of(new Truth.Exact(List.of(account)))
                        .because("All passwords are tried for this user, from " + guess.actors().getFirst() + ".")
                        .shownBy(Traffic.frames(traffic.of(guess), 4)));
    }

    private static void askRange(LabDraft draft, Traffic traffic, AttackFacts guess) {
        List<Message> messages = traffic.of(guess);
        draft.ask(
                Question.of("q4", QuestionKind.TIME_RANGE, "Time of guessing",
                        "When were passwords guessed? From the first attempt to the last response.", 15)
                        .hinting(new Hint("The first attempt carries no password: it asks for the challenge.", 3)),
                KeyEntry.of(new Truth.Span(messages.getFirst().time(), messages.getLast().time()))
                        .because("The first REGISTER of the guesser begins it, the 200 to the right password ends it.")
                        .shownBy(List.of(messages.getFirst().frame(), messages.getLast().frame()))
                        .listedBy("ip.addr == " + guess.actors().getFirst()));
    }

    private static void askFrames(LabDraft draft, Traffic traffic, AttackFacts guess) {
        Message success = traffic.of(guess)
                .stream()
                .filter(message -> message.isResponse("REGISTER", 200))
                .findFirst()
                .orElseThrow();
        Message right = traffic.of(guess)
                .stream()
                .filter(message -> message.isRequest("REGISTER") && message.callId().equals(success.callId())
                        && message.cseq() == success.cseq())
                .findFirst()
                .orElseThrow();
        draft.ask(Question
                .of("q5", QuestionKind.FRAMES, "Two frames",
                        "Pick the request that carried the right password, and its response.", 20)
                .hinting(new Hint(
                        "Only one REGISTER with credentials is followed by something other than a" + " refusal.", 4)),
                KeyEntry.of(
                        new Truth.Frames(new TreeSet<>(List.of(right.frame(), success.frame())), "", Optional.empty()))
                        .because("The 200 of this CSeq answers the only guess that was right.")
                        .shownBy(List.of(right.frame(), success.frame())));
    }

    private static void askUser(LabDraft draft, Traffic traffic, AttackFacts fraud) {
        draft.ask(
                Question.of("q6", QuestionKind.VALUE, "Host that calls",
                        "From which address is the account used for the expensive calls?", 10),
                KeyEntry.of(new Truth.Exact(fraud.actors()))
                        .because("It registers with the password at once, and is not the host that guessed it.")
                        .shownBy(Traffic.frames(traffic.of(fraud), 4)));
    }

    private static void askSeconds(LabDraft draft, Traffic traffic, AttackFacts fraud) {
        double talked = 0;
        double withRinging = 0;
        List<Integer> shown = new ArrayList<>();
        Set<String> calls = new LinkedHashSet<>();
        traffic.of(fraud).stream().filter(each -> each.isRequest("INVITE")).forEach(each -> calls.add(each.callId()));
        for (String call : calls) {
            List<Message> messages = traffic.dialogs().getOrDefault(call, List.of());
            var answered = messages.stream().filter(each -> each.isResponse("INVITE", 200)).findFirst();
            var ended = messages.stream().filter(each -> each.isRequest("BYE")).findFirst();
            if (answered.isPresent() && ended.isPresent()) {
                talked += (ended.get().nanos() - answered.get().nanos()) / NANOS;
                withRinging += (ended.get().nanos() - messages.getFirst().nanos()) / NANOS;
                shown.add(answered.get().frame());
            }
        }
        double seconds = Math.round(talked);
        draft.ask(
                Question.of("q7", QuestionKind.VALUE, "Seconds of calls",
                        "How many seconds did the calls of that host last in all, from answer to hang-up?", 15)
                        .in("s")
                        .hinting(new Hint("From the 200 to the INVITE to the BYE.", 3)),
                KeyEntry.of(new Truth.Near(seconds, Math.max(3, Math.rint(seconds / 100))))
                        .because("The sum over the answered calls, each from its 200 to its BYE.")
                        .shownBy(shown)
                        .mistaking(Long.toString(Math.round(withRinging)),
                                "Too long: it counts from the INVITE, and so includes the time of ringing."));
    }
}
