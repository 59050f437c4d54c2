package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.SealedAnswer;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.ChosenCall;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;

/// One call of an office, message by message.
final class ReadALadder implements Recipe {

    private static final int PEOPLE = 9;
    private static final double SECONDS = 420;
    private static final double CALLS_PER_HOUR = 110;
    private static final double NANOS = 1e9;

    @Override
    public Syllabus syllabus() {
        return new Syllabus("read-a-ladder", 1, "Read a ladder",
                "Nine people telephone. One of their calls is yours: find it, and say what happens in it, message by"
                        + " message.",
                List.of("requests and responses", "transactions and dialogs", "who acknowledges what"), 1, 15, "normal",
                Set.of(HiddenFact.TRUTH), Set.of(),
                "Before: method, status, CSeq, Call-ID. After: draw why the refusal 407 and the 200 are acknowledged"
                        + " by different ACKs (RFC 3261, sections 17.1.1.3 and 13.2.2.4). The call is captured on both"
                        + " sides of the server, so most messages are there twice.");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("ladder");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        int caller = draws.below(PEOPLE);
        int callee = (caller + 1 + draws.below(PEOPLE - 1)) % PEOPLE;
        boolean byCallee = draws.chance(0.5);
        ChosenCall call = new ChosenCall(caller, callee, 4 + draws.unit() * 9, 22 + draws.unit() * 30, byCallee);
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server",
                new LabOffice(place, SECONDS, CALLS_PER_HOUR).with(130 + draws.unit() * 110, call),
                Map.of("start", place.start()));
        List<Message> messages = traffic.noted("the chosen call").values().iterator().next();
        String from = place.extension(caller);
        String to = place.extension(callee);
        String which = "the call from %s to %s that is answered at %s UTC".formatted(from, to,
                first(messages, 200).time().toString().substring(11, 19));
        askCallId(draft, messages, which);
        askRinging(draft, messages);
        askCredentials(draft, messages);
        askAcks(draft, messages);
        askEnd(draft, messages, from, to);
        askBranch(draft, traffic, messages);
        draft.discuss(Question.of("q7", QuestionKind.TEXT, "Two ACKs",
                "Why is the ACK for the 407 part of the INVITE's transaction, and that for the 200 is not?", 10),
                "The ACK for a refusal is sent hop by hop and ends the transaction; that for a 2xx is sent by the"
                        + " caller itself, end to end, since only it knows that the 2xx arrived.");
    }

    private static Message first(List<Message> messages, int status) {
        return messages.stream().filter(each -> each.isResponse("INVITE", status)).findFirst().orElseThrow();
    }

    private static void askCallId(LabDraft draft, List<Message> messages, String which) {
        String callId = messages.getFirst().callId();
        byte[] salt = new byte[SealedAnswer.SALT_BYTES];
        SeededRandom draws = draft.draws("salt");
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) draws.below(256);
        }
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Call-ID", "What is the Call-ID of %s?".formatted(which), 10)
                        .sealedBy(SealedAnswer.of(callId, salt))
                        .hinting(new Hint("Search the list of dialogs for both extensions.", 2)),
                KeyEntry.of(new Truth.Exact(List.of(callId)))
                        .because("Only one call has these two users and this answer.")
                        .shownBy(List.of(messages.getFirst().frame())));
    }

    private static void askRinging(LabDraft draft, List<Message> messages) {
        double rings = (first(messages, 200).nanos() - first(messages, 180).nanos()) / NANOS;
        double waits = (first(messages, 200).nanos() - messages.getFirst().nanos()) / NANOS;
        draft.ask(
                Question.of("q2", QuestionKind.VALUE, "Ringing",
                        "For how many seconds does it ring: from the first 180 to the first 200?", 10).in("s"),
                KeyEntry.of(new Truth.Near(Math.round(rings * 100) / 100.0, 0.05))
                        .because("The time between the two responses as the server receives them.")
                        .shownBy(List.of(first(messages, 180).frame(), first(messages, 200).frame()))
                        .mistaking(Double.toString(Math.round(waits * 100) / 100.0),
                                "Too long: it counts from the INVITE, not from the 180."));
    }

    private static void askCredentials(LabDraft draft, List<Message> messages) {
        Message request = messages.stream()
                .filter(each -> each.isRequest("INVITE") && each.hasCredentials())
                .findFirst()
                .orElseThrow();
        Message challenge = first(messages, 407);
        draft.ask(
                Question.of("q3", QuestionKind.FRAMES, "Challenge",
                        "Pick the challenge, and the request that answers it with credentials.", 15),
                KeyEntry.of(Traffic.picked(List.of(challenge, request)))
                        .because("The 407 asks for Proxy-Authorization; the next INVITE of the caller, with a CSeq one"
                                + " higher, carries it.")
                        .shownBy(List.of(challenge.frame(), request.frame())));
    }

    private static void askAcks(LabDraft draft, List<Message> messages) {
        List<Message> acks = messages.stream()
                .filter(each -> each.isRequest("ACK") && each.source().equals(messages.getFirst().source()))
                .toList();
        draft.ask(
                Question.of("q4", QuestionKind.FRAMES, "The caller's ACKs",
                        "Pick all ACKs that the caller itself sends.", 15)
                        .hinting(new Hint("One for each final response to an INVITE.", 3)),
                KeyEntry.of(Traffic.picked(acks))
                        .because("One for the 407, one for the 200; the server sends its own on the other side.")
                        .shownBy(Traffic.frames(acks, 4)));
    }

    private static void askEnd(LabDraft draft, List<Message> messages, String from, String to) {
        Message bye = messages.stream().filter(each -> each.isRequest("BYE")).findFirst().orElseThrow();
        draft.ask(Question.of("q5", QuestionKind.VALUE, "Hangs up", "Which extension hangs up?", 10),
                KeyEntry.of(new Truth.Exact(List.of(bye.fromUser())))
                        .because("The BYE has it in From.")
                        .shownBy(List.of(bye.frame()))
                        .mistaking(bye.fromUser().equals(from) ? to : from,
                                "That is the other side: the one who hangs up stands in From of the BYE."));
    }

    private static void askBranch(LabDraft draft, Traffic traffic, List<Message> messages) {
        Message bye = messages.stream().filter(each -> each.isRequest("BYE")).findFirst().orElseThrow();
        String branch = traffic.index().message(bye.index()).vias().getFirst().branch().orElse("");
        draft.ask(
                Question.of("q6", QuestionKind.VALUE, "Branch",
                        "Which branch has the topmost Via of the first captured BYE?", 10),
                KeyEntry.of(new Truth.Exact(List.of(branch)))
                        .because("Via names the transaction (RFC 3261, section 8.1.1.7).")
                        .shownBy(List.of(bye.frame())));
    }
}
