package org.sipsleuth.dialog.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.note.HintRule.Finder;

/// Rules about responses, or the lack of them.
final class AnswerRules {

    /// Retransmissions after which a request counts as unanswered, however soon the capture ends.
    private static final int OFTEN = 3;

    /// RFC 3261 §16.6: a proxy waits more than three minutes for the end of ringing.
    private static final long TIMER_C = 180_000_000_000L;

    /// T1 is 0.5 s: nobody retransmits so soon.
    private static final long SOONEST_REPEAT = 100_000_000L;

    /// RFC 3261 §17.1.1.2, §17.1.2.2: the second retransmission is due 3 × T1 = 1.5 s after the
    /// request.
    private static final long SECOND_REPEAT = 1_500_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private AnswerRules() {}

    static void noAnswer(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary request = transaction.getFirst();
            boolean isOpen = request.isRequest() && !request.isRequest("ACK")
                    && transaction.stream().allMatch(MessageSummary::isRequest);
            long repeats = transaction.stream().filter(each -> each.transfer().repeated()).count();
            if (isOpen && (course.isPastTimerB(request) || repeats >= OFTEN)) {
                finder.found(request.message(),
                        "No response to %s was captured%s: it or the response was lost, or the response took a path outside the capture."
                                .formatted(request.type(),
                                        repeats > 0 ? " although it was sent " + (repeats + 1) + " times" : ""));
            }
        }
    }

    static void noFinal(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary request = transaction.getFirst();
            boolean isOpen = request.isRequest("INVITE") && transaction.stream().anyMatch(MessageSummary::isProvisional)
                    && transaction.stream().noneMatch(MessageSummary::isFinal);
            long waited = course.endNanos() - transaction.getLast().transfer().nanos();
            if (isOpen && waited > TIMER_C) {
                finder.found(request.message(),
                        "INVITE got provisional responses, but no final one within %.0f s after the last of them."
                                .formatted(waited / NANOS_PER_SECOND));
            }
        }
    }

    /// Requests and each of their responses are counted separately.
    static void repeated(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            Map<Integer, List<MessageSummary>> byStatus = transaction.stream()
                    .collect(Collectors.groupingBy(MessageSummary::status, LinkedHashMap::new, Collectors.toList()));
            byStatus.values().forEach(same -> repeated(same, transaction, course, finder));
        }
    }

    private static void repeated(List<MessageSummary> same, List<MessageSummary> transaction, DialogTrace course,
            Finder finder) {
        List<MessageSummary> repeats = same.stream().filter(each -> each.transfer().repeated()).toList();
        if (repeats.isEmpty()) {
            return;
        }
        MessageSummary first = same.getFirst();
        String times = repeats.size() == 1 ? "once" : repeats.size() + " times";
        if (TimeParts.of(first.transfer().nanos()) == TimeParts.NONE) {
            finder.found(repeats.getFirst().message(),
                    "Logged again %s; the log states no time, so it was sent again or logged twice.".formatted(times));
            return;
        }
        if (isSeenTwice(same)) {
            finder.found(repeats.getFirst().message(),
                    "Captured again %s, less than 0.1 s after the one before: the same packet seen twice, not sent again."
                            .formatted(times));
            return;
        }
        if (isSlowAnswer(first, repeats, transaction)) {
            return;
        }
        finder.found(repeats.getFirst().message(), "Retransmitted %s within %s s: %s".formatted(times,
                seconds(first, repeats.getLast()),
                first.isRequest() ? why(first, transaction, course) : why(first, repeats, transaction, course)));
    }

    private static boolean isSeenTwice(List<MessageSummary> same) {
        for (int i = 1; i < same.size(); i++) {
            long gap = same.get(i).transfer().nanos() - same.get(i - 1).transfer().nanos();
            if (gap >= SOONEST_REPEAT) {
                return false;
            }
        }
        return true;
    }

    /// Whether a request was sent again once, and then its first response came in time: over UDP
    /// that follows from any answer that takes longer than T1, and is no sign of a fault.
    private static boolean isSlowAnswer(MessageSummary first, List<MessageSummary> repeats,
            List<MessageSummary> transaction) {
        return first.isRequest() && repeats.size() == 1
                && transaction.stream()
                        .filter(each -> !each.isRequest())
                        .findFirst()
                        .filter(each -> each.message() > repeats.getFirst().message())
                        .filter(each -> each.transfer().nanos() - first.transfer().nanos() < SECOND_REPEAT)
                        .isPresent();
    }

    /// What the capture shows of why a request was sent again.
    private static String why(MessageSummary request, List<MessageSummary> transaction, DialogTrace course) {
        if (request.isRequest("ACK")) {
            return course.stream().anyMatch(each -> isRepeatedAnswer(each, request))
                    ? "the response that it acknowledges was retransmitted."
                    : "no retransmission of the response was captured.";
        }
        return transaction.stream()
                .filter(each -> !each.isRequest())
                .findFirst()
                .map(each -> "the first response came after %s s.".formatted(seconds(request, each)))
                .orElse("no response to it was captured.");
    }

    private static boolean isRepeatedAnswer(MessageSummary message, MessageSummary ack) {
        return message.isFinal() && message.answers("INVITE") && message.cseq() == ack.cseq()
                && message.transfer().repeated();
    }

    /// What the capture shows of why a response was sent again: the request was, or its ACK is
    /// late.
    private static String why(MessageSummary response, List<MessageSummary> repeats, List<MessageSummary> transaction,
            DialogTrace course) {
        boolean isRequestRepeated = transaction.stream()
                .anyMatch(
                        each -> each.isRequest() && each.transfer().repeated() && each.message() > response.message());
        if (isRequestRepeated) {
            return "the request was retransmitted.";
        }
        if (!response.isFinal() || !response.answers("INVITE")) {
            return "no retransmission of the request was captured.";
        }
        return course.stream()
                .filter(each -> each.isRequest("ACK") && each.cseq() == response.cseq())
                .filter(each -> each.message() > response.message())
                .filter(each -> !response.isSuccess() || each.toTag().isEmpty()
                        || each.toTag().equals(response.toTag()))
                .findFirst()
                .map(ack -> ack.message() < repeats.getLast().message()
                        ? "although ACK was captured after %s s.".formatted(seconds(response, ack))
                        : "ACK was captured only after %s s.".formatted(seconds(response, ack)))
                .orElse("no ACK was captured.");
    }

    static void credentials(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary request = transaction.getFirst();
            if (request.isRequest() && request.transfer().carries().credentials()) {
                transaction.stream()
                        .filter(each -> each.status() == 401 || each.status() == 407)
                        .findFirst()
                        .ifPresent(refusal -> finder.found(refusal.message(), refusal.transfer()
                                .carries()
                                .stale() ? "%s had credentials whose nonce had expired (stale=true): to be repeated with the new nonce; no sign of a wrong password.".formatted(request.type()) : "%s had credentials and is challenged again: wrong password or user; the challenge does not state that the nonce had expired.".formatted(request.type())));
            }
        }
    }

    static String seconds(MessageSummary from, MessageSummary to) {
        return String.format(Locale.ROOT, "%.1f", (to.transfer().nanos() - from.transfer().nanos()) / NANOS_PER_SECOND);
    }
}
