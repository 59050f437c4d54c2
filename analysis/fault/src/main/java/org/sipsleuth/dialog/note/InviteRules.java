package org.sipsleuth.dialog.note;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.note.HintRule.Finder;

/// Rules about how an INVITE goes on: ACK, PRACK, CANCEL, offer and answer.
final class InviteRules {

    private InviteRules() {}

    static void missingAck(DialogTrace course, Finder finder) {
        course.firsts()
                .filter(each -> each.isFinal() && each.answers("INVITE"))
                .filter(each -> course.isPastTimerB(each) || !repeats(course, each).isEmpty())
                .filter(each -> course.stream()
                        .noneMatch(ack -> ack.mayAcknowledge(each) && ack.message() > each.message()))
                .forEach(each -> finder.found(each.message(), noAck(course, each)));
    }

    private static String noAck(DialogTrace course, MessageSummary response) {
        List<MessageSummary> repeats = repeats(course, response);
        if (repeats.isEmpty()) {
            return "No ACK to this %d was captured, and it was not retransmitted: ACK may have taken a path outside the capture."
                    .formatted(response.status());
        }
        return "No ACK follows this %d, which was retransmitted %s within %s s.%s".formatted(response.status(),
                repeats.size() == 1 ? "once" : repeats.size() + " times",
                AnswerRules.seconds(response, repeats.getLast()),
                response.isSuccess() ? " Contact or Record-Route may be unreachable." : "");
    }

    private static List<MessageSummary> repeats(DialogTrace course, MessageSummary response) {
        return course.stream()
                .filter(each -> each.transfer().repeated() && each.status() == response.status())
                .filter(each -> each.transfer().transaction() == response.transfer().transaction())
                .toList();
    }

    static void missingPrack(DialogTrace course, Finder finder) {
        course.firsts()
                .filter(each -> each.isProvisional() && each.transfer().carries().reliable())
                .filter(course::isPastTimerB)
                .filter(each -> course.stream()
                        .noneMatch(later -> later.isRequest("PRACK") && later.message() > each.message()))
                .forEach(each -> finder.found(each.message(),
                        "This %d was sent reliably (RSeq), but no PRACK follows.".formatted(each.status())));
    }

    static void missingAnswer(DialogTrace course, Finder finder) {
        for (List<MessageSummary> transaction : course.transactions().values()) {
            MessageSummary invite = transaction.getFirst();
            Optional<MessageSummary> success = transaction.stream().filter(MessageSummary::isSuccess).findFirst();
            if (!invite.isRequest("INVITE") || success.isEmpty()) {
                continue;
            }
            boolean hasAnswer =
                    transaction.stream().anyMatch(each -> !each.isRequest() && each.transfer().carries().sdp());
            if (invite.transfer().carries().sdp()) {
                if (!hasAnswer) {
                    finder.found(success.get().message(),
                            "INVITE made an offer, but neither this response nor one before it has"
                                    + " SDP: the media destination is unknown.");
                }
                continue;
            }
            course.stream()
                    .filter(each -> each.isRequest("ACK") && each.cseq() == invite.cseq())
                    .filter(each -> success.get().transfer().carries().sdp())
                    .filter(each -> !each.transfer().carries().sdp())
                    .findFirst()
                    .ifPresent(ack -> finder.found(ack.message(),
                            "The offer came in the response, so this ACK must answer it, but it has no SDP."));
        }
    }

    static void cancelRace(DialogTrace course, Finder finder) {
        course.firsts()
                .filter(each -> each.isRequest("CANCEL"))
                .forEach(cancel -> course.firsts()
                        .filter(each -> each.isSuccess() && each.answers("INVITE"))
                        .filter(each -> isBack(cancel, each))
                        .findFirst()
                        .ifPresent(success -> finder.found(cancel.message(), tooLate(cancel, success))));
    }

    private static String tooLate(MessageSummary cancel, MessageSummary success) {
        return success.message() < cancel.message()
                ? "CANCEL came %s s after the %d to INVITE and has no effect: only BYE ends the call."
                        .formatted(AnswerRules.seconds(success, cancel), success.status())
                : "INVITE got %d %s s after CANCEL, not 487: CANCEL came too late, and only BYE ends the call."
                        .formatted(success.status(), AnswerRules.seconds(cancel, success));
    }

    /// Whether a response was sent between the same endpoints as the CANCEL, in reverse: excludes
    /// responses of other branches, which a proxy cancels when one answered.
    private static boolean isBack(MessageSummary cancel, MessageSummary response) {
        return response.cseq() == cancel.cseq() && response.transfer().source() == cancel.transfer().destination()
                && response.transfer().destination() == cancel.transfer().source();
    }

    static void cancelEarly(DialogTrace course, Finder finder) {
        course.firsts()
                .filter(each -> each.isRequest("CANCEL"))
                .filter(cancel -> course.stream()
                        .noneMatch(each -> each.answers("INVITE") && isBack(cancel, each)
                                && each.message() < cancel.message()))
                .forEach(
                        cancel -> finder.found(cancel.message(), "CANCEL was sent before any response to its INVITE: it"
                                + " may overtake it and then has no effect."));
    }
}
