package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.Monitoring;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.attack.PasswordCracking;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;

/// The calculation of paper 4 with paper and pencil: evidence, likelihoods, a prior, and a belief.
final class BeliefsByHand implements Recipe {

    private static final int PEOPLE = 10;
    private static final double SECONDS = 700;
    private static final double CALLS_PER_HOUR = 80;
    private static final double NANOS = 1e9;
    private static final double DECAY_PER_SECOND = 0.35;
    private static final int LEAST_COUNTED = 24;
    private static final int COUNTED_RANGE = 7;

    /// What a small table says of two classes.
    private record Likelihoods(double manyScan, double manyCracking, double errorsScan, double errorsCracking,
            double priorScan) {

        double scan(boolean many, boolean errors) {
            return priorScan * (many ? manyScan : 1 - manyScan) * (errors ? errorsScan : 1 - errorsScan);
        }

        double cracking(boolean many, boolean errors) {
            return (1 - priorScan) * (many ? manyCracking : 1 - manyCracking)
                    * (errors ? errorsCracking : 1 - errorsCracking);
        }
    }

    @Override
    public Syllabus syllabus() {
        return new Syllabus("beliefs-by-hand", 8, "Beliefs by hand",
                "Two hosts outside do no good: one looks for users, one guesses a password. Count what paper 4 counts,"
                        + " and compute what it would believe of one of them.",
                List.of("evidence and likelihood", "Bayes' rule with two classes", "what decays"), 3, 40, "dos",
                Syllabus.ALL, Syllabus.DETECTION,
                "Before: P(class | evidence) is proportional to prior times likelihoods. After: open the page Beliefs,"
                        + " press Ctrl+R, and compare the program's eight variables with these two.");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("belief");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        Map<String, String> scan = Map.of("scan-method", "REGISTER", "scan-extensions",
                Integer.toString(60 + draws.below(10)), "scan-first",
                Integer.toString(place.firstExtension() - 20 - draws.below(9)), "scan-per-second", "2");
        Map<String, String> guessing =
                Map.of("cracking-tries", Integer.toString(60 + draws.below(10)), "cracking-per-second", "1.6");
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server",
                new LabOffice(place, SECONDS, CALLS_PER_HOUR).with(1, new Monitoring(8 + draws.unit() * 4))
                        .with(120 + draws.unit() * 80, new Scan(), scan)
                        .with(330 + draws.unit() * 80, new PasswordCracking(), guessing),
                Map.of("start", place.start()));
        AttackFacts chosen = traffic.attack(AttackKind.EXTENSION_ENUMERATION);
        int counted = LEAST_COUNTED + draws.below(COUNTED_RANGE);
        String host = chosen.actors().getFirst();
        List<Message> all =
                traffic.where(each -> each.source().equals(host) || each.destination().equals(host)).toList();
        List<Message> requests = all.stream().filter(Message::isRequest).limit(counted).toList();
        Likelihoods table = new Likelihoods(two(0.7, 0.25, draws), two(0.03, 0.12, draws), two(0.4, 0.3, draws),
                two(0.75, 0.2, draws), two(0.3, 0.4, draws));
        String first = "the first %d requests of %s (frames %d to %d)".formatted(counted, host,
                requests.getFirst().frame(), requests.getLast().frame());
        int users = askUsers(draft, requests, first);
        double share = askErrors(draft, all, requests, first);
        askIntensity(draft, requests, host);
        askBelief(draft, table, users, share, host);
        askBest(draft, traffic);
        draft.discuss(
                Question.of("q6", QuestionKind.TEXT, "Independent?",
                        "Both pieces of evidence come from the same requests. What does the calculation assume of them,"
                                + " and where does that fail?",
                        15),
                "That they are independent given the class. Who scans gets errors because users do not exist, so the"
                        + " two depend on each other, and the belief is too extreme.");
    }

    private static double two(double least, double range, SeededRandom draws) {
        return Math.round(100 * (least + range * draws.unit())) / 100.0;
    }

    private static int askUsers(LabDraft draft, List<Message> requests, String first) {
        Set<String> users = new TreeSet<>();
        requests.forEach(each -> users.add(each.toUser()));
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Users",
                        "How many different users in To have %s?".formatted(first), 10).in("users"),
                KeyEntry.of(new Truth.Near(users.size(), 0))
                        .because(users.size() == 1 ? "All are for one user." : "Nearly each is for another user."));
        return users.size();
    }

    private static double askErrors(LabDraft draft, List<Message> all, List<Message> requests, String first) {
        List<Message> answers = new ArrayList<>();
        for (Message request : requests) {
            all.stream()
                    .filter(each -> !each.isRequest() && each.callId().equals(request.callId())
                            && each.cseq() == request.cseq())
                    .findFirst()
                    .ifPresent(answers::add);
        }
        long missing = answers.stream().filter(each -> each.status() == 404).count();
        double share = Math.round(1000.0 * missing / answers.size()) / 1000.0;
        draft.ask(
                Question.of("q2", QuestionKind.VALUE, "Share of 404",
                        "Which share of the responses to %s is 404?".formatted(first), 10),
                KeyEntry.of(new Truth.Near(share, 0.01))
                        .because("%d of %d responses.".formatted(missing, answers.size()))
                        .shownBy(Traffic.frames(answers, 6)));
        return share;
    }

    private static void askIntensity(LabDraft draft, List<Message> requests, String host) {
        int last = 6;
        double intensity = 0;
        for (int i = 0; i < last; i++) {
            double seconds = i == 0 ? 0 : (requests.get(i).nanos() - requests.get(i - 1).nanos()) / NANOS;
            intensity = i == 0 ? 1 : Math.exp(-DECAY_PER_SECOND * seconds) * intensity + 1;
        }
        draft.ask(
                Question.of("q3", QuestionKind.VALUE, "Request intensity",
                        ("Paper 4: RI = exp(−0.35·Δt)·RI + 1 with each request, Δt in seconds since the one before; the"
                                + " first request gives 1. What is RI after the first %d requests of %s (the last is"
                                + " frame %d)?").formatted(last, host, requests.get(last - 1).frame()),
                        20).hinting(new Hint("Five decays, each added to 1.", 4)),
                KeyEntry.of(new Truth.Near(Math.round(intensity * 1000) / 1000.0, 0.02))
                        .shownBy(Traffic.frames(requests, last))
                        .mistaking(Integer.toString(last), "That is the number of requests: nothing has decayed."));
    }

    private static void askBelief(LabDraft draft, Likelihoods table, int users, double share, String host) {
        boolean many = users > 5;
        boolean errors = share < 0.2;
        double scan = table.scan(many, errors);
        double cracking = table.cracking(many, errors);
        double belief = scan / (scan + cracking);
        draft.ask(Question.of("q4", QuestionKind.VALUE, "Belief",
                ("Take only two classes, SCAN and CRACKING, with P(SCAN) = %.2f. P(more than 5 users | SCAN) ="
                        + " %.2f, P(more than 5 users | CRACKING) = %.2f; P(less than a fifth 404 | SCAN) = %.2f,"
                        + " P(less than a fifth 404 | CRACKING) = %.2f. With your answers to 1 and 2: what is"
                        + " P(SCAN | evidence) for %s?").formatted(table.priorScan(), table.manyScan(),
                                table.manyCracking(), table.errorsScan(), table.errorsCracking(), host),
                25).hinting(new Hint("Multiply prior and likelihoods of each class, then divide by the sum.", 5)),
                KeyEntry.of(new Truth.Near(Math.round(belief * 10_000) / 10_000.0, 0.002))
                        .because("SCAN: %.5f, CRACKING: %.5f; %.5f / (%.5f + %.5f).".formatted(scan, cracking, scan,
                                scan, cracking))
                        .mistaking(Double.toString(Math.round((1 - belief) * 10_000) / 10_000.0),
                                "That is the belief in CRACKING."));
    }

    private static void askBest(LabDraft draft, Traffic traffic) {
        SequencedSet<String> hosts = new TreeSet<>(traffic.attack(AttackKind.EXTENSION_ENUMERATION).actors());
        hosts.addAll(traffic.attack(AttackKind.PASSWORD_GUESSING).actors());
        draft.ask(Question.of("q5", QuestionKind.HOSTS, "Both hosts", "Which two hosts outside do no good?", 10),
                KeyEntry.of(new Truth.Members(hosts))
                        .because("The third host outside that sends OPTIONS monitors the server."));
    }
}
