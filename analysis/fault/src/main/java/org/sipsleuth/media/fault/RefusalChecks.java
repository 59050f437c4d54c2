package org.sipsleuth.media.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Checks what offers had that were refused as not acceptable: encryption, fax.
final class RefusalChecks {

    /// 415, 488 and 606 refuse the body or the session that it describes (RFC 3261 §21.4.13,
    /// §21.4.26, §21.6.4).
    private static final Set<Integer> NOT_ACCEPTABLE = Set.of(415, 488, 606);

    /// "Incompatible transport protocol" (RFC 3261 §20.43).
    private static final String TRANSPORT_WARNING = "302 ";

    private final SipIndex index;
    private final MessageTable messages;

    RefusalChecks(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// A call refused whose offer had encrypted audio only, or of which the refusal states that its
    /// transport protocol is the reason.
    Optional<MediaFault> profile(int dialog, Attempt call) {
        int status = call.last() == Attempt.NONE ? 0 : messages.type(call.last());
        int request = call.exchange().lastRequest();
        if (call.answer() != Attempt.NONE || !NOT_ACCEPTABLE.contains(status) || request == Attempt.NONE
                || messages.isCut(request)) {
            return Optional.empty();
        }
        List<MediaDescription> audio = index.message(request)
                .knownMedia()
                .stream()
                .filter(media -> Media.isAudio(media) && media.port() != 0)
                .toList();
        boolean isSecureOnly = !audio.isEmpty() && audio.stream().allMatch(Media::isSecure);
        Optional<String> warning = index.message(call.last())
                .headers("Warning")
                .stream()
                .filter(value -> value.strip().startsWith(TRANSPORT_WARNING))
                .findFirst();
        if (warning.isPresent() && !audio.isEmpty()) {
            return Optional.of(
                    new Report(MediaFaultKind.PROFILE_MISMATCH, "warning").with("offered", audio.getFirst().protocol())
                            .with("status", status)
                            .with("warning", warning.get().strip())
                            .messages(request, call.last())
                            .of(dialog));
        }
        return !isSecureOnly ? Optional.empty()
                : Optional.of(new Report(MediaFaultKind.PROFILE_MISMATCH, "refused")
                        .with("offered", audio.getFirst().protocol())
                        .with("status", status)
                        .messages(request, call.last())
                        .of(dialog));
    }

    /// What carries the fax where it is not T.38: audio negotiated after the refusal, else that before it,
    /// since a refused re-INVITE leaves the session as it is (RFC 3261 §14.1).
    ///
    /// @param settled the negotiations of the call whose answers hold
    static Optional<String> instead(List<Negotiation> settled, int refusal) {
        return settled.stream()
                .filter(each -> each.audio().stream().anyMatch(Negotiation.Medium::isAccepted))
                .reduce((_, last) -> last)
                .map(last -> MediaFaultKind.T38_REFUSED.sentence(last.answer() > refusal ? "after" : "stays",
                        Media.names(last.audio()
                                .stream()
                                .filter(Negotiation.Medium::isAccepted)
                                .flatMap(each -> Media.codecs(each.answered()).stream())
                                .toList())));
    }

    /// An INVITE to fax that was refused; none if a later one was taken.
    Optional<MediaFault> fax(int dialog, List<Negotiation> settled) {
        if (settled.stream().anyMatch(each -> each.answered().stream().anyMatch(Media::isFax))) {
            return Optional.empty();
        }
        Map<Integer, Integer> invites = new HashMap<>(); // by transaction
        for (int message : index.messagesOf(dialog)) {
            int transaction = messages.transaction(message);
            if (messages.type(message) == MessageTypes.INVITE && messages.hasBody(message)) {
                invites.putIfAbsent(transaction, message);
            } else if (NOT_ACCEPTABLE.contains(messages.type(message)) && invites.containsKey(transaction)) {
                int invite = invites.get(transaction);
                if (index.message(invite).knownMedia().stream().anyMatch(Media::isFax)) {
                    Report report = new Report(MediaFaultKind.T38_REFUSED, "status")
                            .with("request", messages.hasToTag(invite) ? "re-INVITE" : "INVITE")
                            .with("status", messages.type(message))
                            .with("refused by", messages.endpoint(messages.source(message)).host())
                            .messages(invite, message);
                    instead(settled, message).ifPresent(report::more);
                    return Optional.of(report.of(dialog));
                }
            }
        }
        return Optional.empty();
    }
}
