package org.sipsleuth.dialog.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.note.HintRule.Finder;

/// Rules about responses, or the lack of them.
final class AnswerRules {

    /// Retransmissions after which a request counts as unanswered, however soon the capture ends.
    private static final int OFTEN = 3;

    /// RFC 3261 §16.6: a proxy waits more than three minutes for the end of ringing.
    private static final long TIMER_C = 180_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private AnswerRules() {}

    static void noAnswer(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary request = transaction.getFirst();
            boolean isOpen =
                    request.isRequest()
                            && !request.isRequest("ACK")
                            && transaction.stream().allMatch(MessageSummary::isRequest);
            long repeats = transaction.stream().filter(each -> each.transfer().repeated()).count();
            if (isOpen && (course.isPastTimerB(request) || repeats >= OFTEN)) {
                finder.found(
                        request.message(),
                        "%s was never answered%s: it or the response was lost, or the response took a path outside the capture."
                                .formatted(
                                        request.type(),
                                        repeats > 0
                                                ? " although it was sent "
                                                        + (repeats + 1)
                                                        + ""
                                                        + " times"
                                                : ""));
            }
        }
    }

    static void noFinal(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary request = transaction.getFirst();
            boolean isOpen =
                    request.isRequest("INVITE")
                            && transaction.stream().anyMatch(MessageSummary::isProvisional)
                            && transaction.stream().noneMatch(MessageSummary::isFinal);
            long waited = course.endNanos() - transaction.getLast().transfer().nanos();
            if (isOpen && waited > TIMER_C) {
                finder.found(
                        request.message(),
                        "INVITE got provisional responses, but no final one within %.0f s after the last of them."
                                .formatted(waited / NANOS_PER_SECOND));
            }
        }
    }

    /// Requests and each of their responses are counted separately.
    static void repeated(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            Map<Integer, List<MessageSummary>> byStatus =
                    transaction.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            MessageSummary::status,
                                            LinkedHashMap::new,
                                            Collectors.toList()));
            byStatus.values().forEach(same -> repeated(same, finder));
        }
    }

    private static void repeated(List<MessageSummary> same, Finder finder) {
        List<MessageSummary> repeats =
                same.stream().filter(each -> each.transfer().repeated()).toList();
        if (repeats.isEmpty()) {
            return;
        }
        MessageSummary first = repeats.getFirst();
        finder.found(
                first.message(),
                "Retransmitted %s within %s s: %s"
                        .formatted(
                                repeats.size() == 1 ? "once" : repeats.size() + " times",
                                seconds(same.getFirst(), repeats.getLast()),
                                first.isRequest()
                                        ? "it or its response was lost, or the response took"
                                                + " longer than 0.5 s."
                                        : "the request was retransmitted, or the ACK was lost or"
                                                + " took longer than 0.5 s."));
    }

    static void credentials(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary request = transaction.getFirst();
            if (request.isRequest() && request.transfer().carries().credentials()) {
                transaction.stream()
                        .filter(each -> each.status() == 401 || each.status() == 407)
                        .findFirst()
                        .ifPresent(
                                refusal ->
                                        finder.found(
                                                refusal.message(),
                                                "%s had credentials and is challenged again: wrong password or user, or an expired nonce."
                                                        .formatted(request.type())));
            }
        }
    }

    static String seconds(MessageSummary from, MessageSummary to) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                (to.transfer().nanos() - from.transfer().nanos()) / NANOS_PER_SECOND);
    }
}
